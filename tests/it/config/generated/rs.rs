// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Every operation of Remote Support, called once.

use super::super::lab::Lab;
use bt_sra::rs::config::Config;

pub(in super::super) mod secrets;

mod api_account;
mod config;
mod endpoint_automation_endpoint;
mod endpoint_automation_job;
mod endpoint_automation_resource;
mod endpoint_automation_script;
mod group_policy;
mod jump_client;
mod jump_group;
mod jump_item_role;
mod jump_policy;
mod jumpoint;
mod public_portal;
mod remote_rdp_jump;
mod remote_vnc_jump;
mod rep_status;
mod security_provider;
mod session_policy;
mod shell_jump;
mod team;
mod user;
mod vault_account;
mod vault_account_group;
mod vault_account_policy;
mod vault_endpoint;

/// Calls them all.
pub(in super::super) async fn all(lab: &mut Lab<Config>) {
    api_account::all(lab).await;
    config::all(lab).await;
    endpoint_automation_endpoint::all(lab).await;
    endpoint_automation_job::all(lab).await;
    endpoint_automation_resource::all(lab).await;
    endpoint_automation_script::all(lab).await;
    group_policy::all(lab).await;
    jump_client::all(lab).await;
    jump_group::all(lab).await;
    jump_item_role::all(lab).await;
    jump_policy::all(lab).await;
    jumpoint::all(lab).await;
    public_portal::all(lab).await;
    remote_rdp_jump::all(lab).await;
    remote_vnc_jump::all(lab).await;
    rep_status::all(lab).await;
    security_provider::all(lab).await;
    session_policy::all(lab).await;
    shell_jump::all(lab).await;
    team::all(lab).await;
    user::all(lab).await;
    vault_account::all(lab).await;
    vault_account_group::all(lab).await;
    vault_account_policy::all(lab).await;
    vault_endpoint::all(lab).await;
}
