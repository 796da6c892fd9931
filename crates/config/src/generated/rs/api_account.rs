// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! API Account.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, wire};
use bt_sra_transport::api::scope::Scope;
use crate::{Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Serialize};
use super::{ApiAccountId, ApiAccountPermCommand};

/// API Accounts: `/api-account`.
#[derive(Clone, Debug)]
pub struct ApiAccounts {
    pub(crate) scope: Scope,
}

impl ApiAccounts {
    /// Lists API Accounts.
    ///
    /// `GET /api-account`
    pub fn list(&self) -> List<ApiAccountList> {
        static OPERATION: Operation = Operation::new(
            "api-account list",
            "/api/config/v1/api-account",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Reads an API Account.
    ///
    /// `GET /api-account/{id}`
    pub fn get(&self, id: ApiAccountId) -> Call<ApiAccount> {
        static OPERATION: Operation = Operation::new(
            "api-account get",
            "/api/config/v1/api-account/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Finds an API Account by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<ApiAccountList> {
        let name: String = name.into();
        self.list().name(name.as_str()).find_by(name, |item| item.name.as_deref())
    }
}

/// The list of `/api-account`.
#[derive(Clone, Copy, Debug)]
pub enum ApiAccountList {}

impl Listing for ApiAccountList {
    type Item = ApiAccount;
    const PAGED: bool = true;
}

impl Paged for ApiAccountList {}

impl List<ApiAccountList> {
    /// Keeps what has this `name`: 1 to 255 characters.
    pub fn name(self, name: impl Into<String>) -> Self {
        self.with("name", Into::<String>::into(name))
    }
}

/// An API Account, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ApiAccount {
    /// The id.
    pub id: ApiAccountId,
    /// The name: 1 to 255 characters.
    pub name: Option<String>,
    /// The comments: up to 4096 characters.
    pub comments: Option<String>,
    /// Whether `enabled` is set.
    pub enabled: Option<bool>,
    /// The ip addresses.
    pub ip_addresses: Option<String>,
    /// The client id: up to 40 characters.
    pub client_id: Option<String>,
    /// The failed login attempts.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub failed_login_attempts: Option<i64>,
    /// The failed login expiration.
    pub failed_login_expiration: Option<String>,
    /// The perm command.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub perm_command: Option<ApiAccountPermCommand>,
    /// Whether `perm_reporting_support` is set.
    pub perm_reporting_support: Option<bool>,
    /// Whether `perm_reporting_license` is set.
    pub perm_reporting_license: Option<bool>,
    /// Whether `perm_reporting_archive` is set.
    pub perm_reporting_archive: Option<bool>,
    /// Whether `perm_reporting_vault` is set.
    pub perm_reporting_vault: Option<bool>,
    /// Whether `perm_reporting_jump_item` is set.
    pub perm_reporting_jump_item: Option<bool>,
    /// Whether `perm_reporting_syslog` is set.
    pub perm_reporting_syslog: Option<bool>,
    /// Whether `perm_backup` is set.
    pub perm_backup: Option<bool>,
    /// Whether `perm_vault_backup` is set.
    pub perm_vault_backup: Option<bool>,
    /// Whether `perm_real_time_state` is set.
    pub perm_real_time_state: Option<bool>,
    /// Whether `perm_ecm` is set.
    pub perm_ecm: Option<bool>,
    /// Whether `perm_configuration` is set.
    pub perm_configuration: Option<bool>,
    /// Whether `perm_configuration_vault_account` is set.
    pub perm_configuration_vault_account: Option<bool>,
}

bt_sra_transport::api::answers! {
    ApiAccount,
}
