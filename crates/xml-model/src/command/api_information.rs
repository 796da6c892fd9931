//! `get_api_info`: version, clock and permissions.

use std::collections::BTreeMap;

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::{Document, Element, Extra, Fields, Time, flag};

/// Which API answers, and what the API account may do.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ApiInformation {
    /// Version of the API, such as `1.24.1`. It does not tell the version of the product.
    pub api_version: String,
    /// Name of the company: RS before 24.3.
    pub company_name: Option<String>,
    /// The appliance's clock when it answered.
    pub timestamp: Time,
    /// What the API account may do.
    pub permissions: Permissions,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Document for ApiInformation {
    const ROOT: &'static str = "api_information";

    /// Takes the name that the guides print too; appliances send the other.
    fn accepts(root: Element<'_>) -> bool {
        matches!(root.name(), "api_information" | "get_api_info")
    }

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        let api_version = fields.needs_word("api_version")?;
        let company_name = fields.child("company_name")?;
        let timestamp = fields.needs_time("timestamp")?;
        let list = fields.take("permissions").ok_or_else(|| fields.missing("permissions"))?;
        let (permissions, is_whole) = Permissions::of(list);
        if !is_whole {
            fields.keep(list);
        }
        Ok(Self { api_version, company_name, timestamp, permissions, extra: fields.extra() })
    }
}

/// Permissions by name. The set is open: versions and products differ.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Permissions(BTreeMap<String, String>);

impl Permissions {
    /// Reads the list, and whether nothing of it was left out.
    fn of(list: Element<'_>) -> (Self, bool) {
        let mut found = BTreeMap::new();
        let mut is_whole = list.attributes().next().is_none() && list.text().trim().is_empty();
        for child in list.children() {
            let is_listed = child.name() == "permission";
            // The guides print names of permissions as names of elements.
            let name = if is_listed { child.attribute("name") } else { Some(child.name()) };
            let name = name.map(str::trim).filter(|name| is_listed || name.starts_with("perm_"));
            let is_plain = child.children().next().is_none()
                && child.attributes().all(|(name, _)| is_listed && name == "name");
            match name {
                Some(name) if is_plain && !found.contains_key(name) => {
                    found.insert(name.to_owned(), child.text().trim().to_owned());
                }
                _ => is_whole = false,
            }
        }
        (Self(found), is_whole)
    }

    /// Returns the value of a permission as it stands in the document.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Walks over names and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Returns whether a permission is given; nothing if the document does not say.
    #[must_use]
    pub fn flag(&self, name: &str) -> Option<bool> {
        self.get(name).and_then(flag)
    }

    /// Returns what the Command API allows.
    #[must_use]
    pub fn command(&self) -> Option<CommandPermission> {
        self.get("perm_command").map(CommandPermission::from)
    }

    /// Returns whether vault accounts may be changed by the Configuration API.
    #[must_use]
    pub fn configuration_vault_account(&self) -> Option<bool> {
        // The second is how a guide spells it.
        self.flag("perm_configuration_vault_account").or_else(|| self.flag("perm_configuration_vault_acount"))
    }
}

macro_rules! flags {
    ($($(#[$attribute:meta])* $method:ident = $name:literal),* $(,)?) => {
        impl Permissions {
            $($(#[$attribute])*
            #[must_use]
            pub fn $method(&self) -> Option<bool> {
                self.flag($name)
            })*
        }
    };
}

flags! {
    /// Returns whether the Backup API may be used.
    backup = "perm_backup",
    /// Returns whether the Configuration API may be used.
    configuration = "perm_configuration",
    /// Returns whether the account may serve as Endpoint Credential Manager.
    ecm = "perm_ecm",
    /// Returns whether the Real-Time State API may be used (RS).
    real_time_state = "perm_real_time_state",
    /// Returns whether the Reporting API may be used at all (PRA).
    reporting = "perm_reporting",
    /// Returns whether reports of archives may be read (RS).
    reporting_archive = "perm_reporting_archive",
    /// Returns whether reports of licenses may be read.
    reporting_license = "perm_reporting_license",
    /// Returns whether reports of presentations may be read (RS).
    reporting_presentation = "perm_reporting_presentation",
    /// Returns whether reports and recordings of sessions may be read.
    reporting_support = "perm_reporting_support",
    /// Returns whether reports of the vault may be read.
    reporting_vault = "perm_reporting_vault",
    /// Returns whether the SCIM API may be used.
    scim = "perm_scim",
    /// Returns whether the vault's key may be saved.
    vault_backup = "perm_vault_backup",
}

open_enum! {
    /// What the Command API allows an API account.
    pub enum CommandPermission {
        /// Every action.
        FullAccess = "full_access",
        /// Actions that change nothing.
        ReadOnly = "read_only",
        /// Nothing.
        Deny = "deny",
    }
}
