//! Operations that are more than create, show, change and delete.

pub(crate) mod approval;
pub(crate) mod association;
pub(crate) mod automation;
pub(crate) mod custody;
pub(crate) mod group;
pub(crate) mod jump;
pub(crate) mod portal;
pub(crate) mod provisioning;
pub(crate) mod schedule;
pub(crate) mod user;
pub(crate) mod vault;
pub(crate) mod vendor;

use bt_sra_catalog::{Method, Operation};

use crate::answer::{Answer, Refusal};
use crate::call::Call;
use crate::openapi;
use crate::world::Site;

/// The function behind an operation.
pub(crate) type Special = fn(&mut Site, &Call<'_>) -> Result<Answer, Refusal>;

/// Whether the tool is offered for a platform.
pub(crate) fn is_platform(name: &str) -> bool {
    matches!(name, "linux" | "win32" | "macos")
}

/// Finds the function of an operation that is not generic.
pub(crate) fn find(operation: &Operation) -> Option<Special> {
    let copy = operation.method == Method::Post && operation.path.ends_with("/{id}/copy");
    if copy && (operation.path.starts_with("/jump-item/") || operation.path.starts_with("/jump-client/")) {
        return Some(jump::copy);
    }
    SPECIAL
        .iter()
        .find(|(method, path, _)| *method == operation.method && *path == operation.path)
        .map(|(_, _, special)| *special)
}

const SPECIAL: &[(Method, &str, Special)] = &[
    (Method::Get, "/openapi.yaml", openapi::serve),
    (Method::Get, "/jumpoint", jump::jumpoints),
    (Method::Get, "/jumpoint/{id}/installer", jump::jumpoint_installer),
    (Method::Post, "/jump-client/installer", jump::create_installer),
    (Method::Get, "/jump-client/installer/{installer_id}/{platform}", jump::client_installer),
    (Method::Get, "/jump-policy/{id}/schedule", jump::schedule),
    (Method::Get, "/jump-approval/{user_id}", approval::list),
    (Method::Get, "/jump-approval/{user_id}/view/{id}", approval::show),
    (Method::Post, "/jump-approval/approve", approval::approve),
    (Method::Post, "/jump-approval/request", approval::request),
    (Method::Post, "/user/provision", user::provision),
    (Method::Get, "/user/{id}/group-policies", user::group_policies),
    (Method::Patch, "/user/{id}/group-policy-changes", user::group_policy_changes),
    (Method::Post, "/group-policy/{id}/copy", group::copy),
    (Method::Post, "/group-policy/{id}/provision", group::provision),
    (Method::Get, "/group-policy/{id}/vault-account-group/{account_group_id}", group::show_account_group),
    (Method::Get, "/vault/account", vault::list),
    (Method::Post, "/vault/account/{id}/check-out", custody::check_out),
    (Method::Post, "/vault/account/{id}/check-in", custody::check_in),
    (Method::Post, "/vault/account/{id}/force-check-in", custody::force_check_in),
    (Method::Post, "/vault/account/{id}/rotate", custody::rotate),
    (Method::Post, "/vault/account/{id}/user", vault::add_user),
    (Method::Get, "/vault/account-group/{id}/account", vault::members),
    (Method::Post, "/vault/account-group/{id}/account", vault::add_member),
    (Method::Get, "/vault/account-group/{id}/account/{account_id}", vault::show_member),
    (Method::Delete, "/vault/account-group/{id}/account/{account_id}", vault::remove_member),
    (Method::Get, "/vault/endpoint/{id}/remote-rdp-jump-item-candidates", vault::candidates),
    (Method::Post, "/vault/endpoint/{id}/remote-rdp-jump-item-association", vault::associate_rdp),
    (Method::Get, "/vault/account/{id}/jump-item-association", association::show),
    (Method::Post, "/vault/account/{id}/jump-item-association", association::create),
    (Method::Patch, "/vault/account/{id}/jump-item-association", association::update),
    (Method::Delete, "/vault/account/{id}/jump-item-association", association::delete),
    (Method::Post, "/vault/account/{id}/jump-item-association/jump-item", association::add_item),
    (Method::Delete, "/vault/account/{id}/jump-item-association/jump-item", association::remove_item),
    (Method::Post, "/vault/account/{id}/jump-item-association/shared-jump-group", association::add_group),
    (
        Method::Delete,
        "/vault/account/{id}/jump-item-association/shared-jump-group",
        association::remove_group,
    ),
    (Method::Get, "/vault/account-group/{id}/jump-item-association", association::show),
    (Method::Patch, "/vault/account-group/{id}/jump-item-association", association::update),
    (Method::Post, "/vault/account-group/{id}/jump-item-association/jump-item", association::add_item),
    (Method::Delete, "/vault/account-group/{id}/jump-item-association/jump-item", association::remove_item),
    (
        Method::Post,
        "/vault/account-group/{id}/jump-item-association/shared-jump-group",
        association::add_group,
    ),
    (
        Method::Delete,
        "/vault/account-group/{id}/jump-item-association/shared-jump-group",
        association::remove_group,
    ),
    (Method::Post, "/vendor/{id}/user", vendor::add_user),
    (Method::Post, "/vendor/{id}/reactivate", vendor::reactivate_all),
    (Method::Post, "/vendor/{id}/user/{user_id}/reactivate", vendor::reactivate),
    (Method::Post, "/endpoint-automation/job", automation::create_job),
    (Method::Get, "/endpoint-automation/job", automation::jobs),
    (Method::Get, "/endpoint-automation/job/{id}", automation::job),
    (Method::Get, "/endpoint-automation/job/{id}/execution", automation::executions),
    (Method::Get, "/endpoint-automation/endpoint", automation::endpoints),
    (Method::Get, "/endpoint-automation/script/{id}/resource", automation::script_resources),
];
