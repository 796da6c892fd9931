//! What an API account may do, whichever API tells it.

use std::collections::BTreeMap;

use bt_sra_xml_model::command::{self, CommandPermission};
use bt_sra_xml_model::flag;
use serde::Serialize;
use serde_json::Value;

/// What an API account may do. Three APIs tell it, with different names for the same: `get_api_info`
/// of the XML API, `/info` of the v2 API, and `api-account` of the Configuration API. Here each has
/// one name, and none is lost: [`Permissions::iter`] walks over all, with the names as they came.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Permissions(BTreeMap<String, String>);

impl Permissions {
    /// Takes names and values as an API wrote them.
    pub fn new<N: Into<String>, V: Into<String>>(named: impl IntoIterator<Item = (N, V)>) -> Self {
        Self(named.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }

    /// Takes the members of a JSON object whose names begin with `perm_`: the `permissions` of
    /// `/info`, or an API account of the Configuration API.
    #[must_use]
    pub fn from_json(object: &Value) -> Self {
        let members = object.as_object().into_iter().flatten();
        let named = members.filter(|(name, _)| name.starts_with("perm_")).filter_map(|(name, value)| {
            let value = match value {
                Value::Bool(on) => on.to_string(),
                Value::String(word) => word.clone(),
                Value::Number(number) => number.to_string(),
                _ => return None,
            };
            Some((name.clone(), value))
        });
        Self::new(named)
    }

    /// Walks over names and values, as they came.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Returns a permission as it came.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Returns what the Command API allows.
    #[must_use]
    pub fn command(&self) -> Option<CommandPermission> {
        self.get("perm_command").map(CommandPermission::from)
    }

    fn flag(&self, names: &[&str]) -> Option<bool> {
        names.iter().find_map(|name| self.get(name).and_then(flag))
    }
}

impl From<&command::Permissions> for Permissions {
    fn from(permissions: &command::Permissions) -> Self {
        Self::new(permissions.iter())
    }
}

macro_rules! flags {
    ($($(#[$attribute:meta])* $method:ident = $($name:literal)|+),* $(,)?) => {
        impl Permissions {
            $($(#[$attribute])*
            #[must_use]
            pub fn $method(&self) -> Option<bool> {
                self.flag(&[$($name),+])
            })*
        }
    };
}

flags! {
    /// Returns whether the Backup API may be used.
    backup = "perm_backup",
    /// Returns whether the Configuration API may be used.
    configuration = "perm_configuration",
    /// Returns whether vault accounts may be changed by the Configuration API. A guide spells it
    /// with one letter less.
    configuration_vault_account = "perm_configuration_vault_account" | "perm_configuration_vault_acount",
    /// Returns whether the account may serve as Endpoint Credential Manager.
    ecm = "perm_ecm",
    /// Returns whether the Real-Time State API may be used (RS).
    real_time_state = "perm_real_time_state",
    /// Returns whether the Reporting API may be used at all (XML API of PRA).
    reporting = "perm_reporting",
    /// Returns whether reports of archives may be read (RS).
    reporting_archive = "perm_reporting_archive",
    /// Returns whether reports of Jump Items, called assets by the v2 API, may be read.
    reporting_asset = "perm_reporting_asset" | "perm_reporting_jump_item",
    /// Returns whether reports of duplicate Jump Clients may be read, and those deleted.
    reporting_duplicate_jump_client = "perm_reporting_duplicate_jump_client",
    /// Returns whether reports of licenses may be read.
    reporting_license = "perm_reporting_license",
    /// Returns whether reports of presentations may be read (RS).
    reporting_presentation = "perm_reporting_presentation",
    /// Returns whether reports and recordings of sessions may be read.
    reporting_session = "perm_reporting_session" | "perm_reporting_support",
    /// Returns whether the syslog may be read.
    reporting_syslog = "perm_reporting_syslog",
    /// Returns whether reports of the vault may be read.
    reporting_vault = "perm_reporting_vault",
    /// Returns whether the SCIM API may be used.
    scim = "perm_scim",
    /// Returns whether the vault's key may be saved.
    vault_backup = "perm_vault_backup",
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_accessor_reads_the_names_of_all_three_apis() {
        let xml = Permissions::new([("perm_command", "read_only"), ("perm_reporting_support", "1")]);
        let v2 = Permissions::from_json(&json!({
            "perm_command": "read_only", "perm_reporting_session": true, "perm_reporting_asset": false,
        }));
        let config = Permissions::from_json(&json!({
            "id": 3, "name": "x", "perm_command": "full_access", "perm_reporting_support": false,
            "perm_reporting_jump_item": true, "enabled": true,
        }));
        assert_eq!(
            [&xml, &v2, &config].map(|permissions| permissions.reporting_session()),
            [Some(true), Some(true), Some(false)]
        );
        assert_eq!(
            [&xml, &v2, &config].map(|permissions| permissions.reporting_asset()),
            [None, Some(false), Some(true)]
        );
        assert_eq!(xml.command(), Some(CommandPermission::ReadOnly));
        assert_eq!(config.get("enabled"), None);
        assert_eq!(v2.get("perm_reporting_session"), Some("true"));
    }

    #[test]
    fn the_misspelled_name_counts_where_the_right_one_is_missing() {
        let read =
            |named: &[(&str, &str)]| Permissions::new(named.iter().copied()).configuration_vault_account();
        assert_eq!(read(&[("perm_configuration_vault_acount", "1")]), Some(true));
        let both = [("perm_configuration_vault_acount", "1"), ("perm_configuration_vault_account", "0")];
        assert_eq!(read(&both), Some(false));
        assert_eq!(read(&[("perm_configuration_vault_account", "perhaps")]), None);
    }
}
