// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Jump Item Role.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::Call;
use bt_sra_transport::api::scope::Scope;
use crate::{Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::JumpItemRoleId;

/// Jump Item Roles: `/jump-item-role`.
#[derive(Clone, Debug)]
pub struct JumpItemRoles {
    pub(crate) scope: Scope,
}

impl JumpItemRoles {
    /// Lists Jump Item Roles.
    ///
    /// `GET /jump-item-role`
    pub fn list(&self) -> List<JumpItemRoleList> {
        static OPERATION: Operation = Operation::new(
            "jump-item-role list",
            "/api/config/v1/jump-item-role",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Reads a Jump Item Role.
    ///
    /// `GET /jump-item-role/{id}`
    pub fn get(&self, id: JumpItemRoleId) -> Call<JumpItemRole> {
        static OPERATION: Operation = Operation::new(
            "jump-item-role get",
            "/api/config/v1/jump-item-role/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Finds a Jump Item Role by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<JumpItemRoleList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| item.name.as_deref())
    }
}

/// The list of `/jump-item-role`.
#[derive(Clone, Copy, Debug)]
pub enum JumpItemRoleList {}

impl Listing for JumpItemRoleList {
    type Item = JumpItemRole;
    const PAGED: bool = true;
}

impl Paged for JumpItemRoleList {}

impl List<JumpItemRoleList> {
    /// Keeps what has this `name`: 1 to 255 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
}

/// A Jump Item Role, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JumpItemRole {
    /// The id.
    pub id: JumpItemRoleId,
    /// The name: 1 to 255 characters.
    pub name: Option<String>,
    /// The description: up to 4096 characters.
    pub description: Option<String>,
    /// Whether `perm_add` is set. By default `false`.
    pub perm_add: Option<bool>,
    /// Whether `perm_assign_jump_group` is set. By default `false`.
    pub perm_assign_jump_group: Option<bool>,
    /// Whether `perm_remove` is set. By default `false`.
    pub perm_remove: Option<bool>,
    /// Whether `perm_start` is set. By default `false`.
    pub perm_start: Option<bool>,
    /// Whether `perm_edit_tag` is set. By default `false`.
    pub perm_edit_tag: Option<bool>,
    /// Whether `perm_edit_comments` is set. By default `false`.
    pub perm_edit_comments: Option<bool>,
    /// Whether `perm_edit_jump_policy` is set. By default `false`.
    pub perm_edit_jump_policy: Option<bool>,
    /// Whether `perm_edit_session_policy` is set. By default `false`.
    pub perm_edit_session_policy: Option<bool>,
    /// Whether `perm_edit_identity` is set. By default `false`.
    pub perm_edit_identity: Option<bool>,
    /// Whether `perm_edit_behavior` is set. By default `false`.
    pub perm_edit_behavior: Option<bool>,
    /// Whether `perm_view_jump_item_report` is set. By default `false`.
    pub perm_view_jump_item_report: Option<bool>,
    /// Whether `perm_edit_public_portal` is set. By default `false`.
    pub perm_edit_public_portal: Option<bool>,
    /// Whether `perm_edit_support_button` is set. By default `false`.
    pub perm_edit_support_button: Option<bool>,
}

bt_sra_transport::api::answers! {
    JumpItemRole,
}
