//! `VaultAccountActivity`: what was done to the accounts of the Vault, and with them.

use bt_sra_core::{Result, Timestamp};
use serde::{Deserialize, Serialize};

use super::Item;
use crate::open_enum::open_enum;
use crate::{Element, Extra, Fields, FromElement, RepresentativeId, Str, VaultAccountId};

/// Something that was done to an account of the Vault, or with it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultAccountActivity {
    /// When it was done.
    pub timestamp: Timestamp,
    /// What was done.
    pub event_type: VaultEventType,
    /// Identifies the account.
    pub account: Option<VaultAccountId>,
    /// Who did it.
    pub performed_by: Option<VaultActor>,
    /// What else is said of it: a session, a reason; see [`VaultAccountActivity::lsid`].
    pub data: Option<Box<str>>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl VaultAccountActivity {
    /// Returns the session in which the account was used.
    #[must_use]
    pub fn lsid(&self) -> Option<&str> {
        let data = self.data.as_deref()?.trim();
        let is_word = !data.contains(|c: char| c.is_whitespace() || c == '/');
        Some(data).filter(|_| self.event_type == VaultEventType::CredentialsUsed && is_word)
    }
}

impl FromElement for VaultAccountActivity {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            timestamp: fields.needs_attribute("timestamp")?,
            event_type: fields.needs_attribute("event_type")?,
            account: fields.guess_attribute("account"),
            performed_by: fields.element_unless_empty("performed_by")?,
            data: fields.shown("data"),
            extra: fields.extra(),
        })
    }
}

impl Item for VaultAccountActivity {
    const ROOT: &'static str = "vault_account_activity_list";
    const NAMES: &'static [&'static str] = &["vault_account_activity"];
}

/// Who did something to an account of the Vault.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VaultActor {
    /// What sort of actor it is.
    #[serde(rename = "type")]
    pub kind: Option<VaultActorType>,
    /// Identifies a user.
    pub id: Option<RepresentativeId>,
    /// The name.
    pub name: Str,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for VaultActor {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            kind: fields.attribute("type")?,
            id: fields.guess_attribute("id"),
            name: fields.text().as_ref().into(),
            extra: fields.extra(),
        })
    }
}

open_enum! {
    /// What was done to an account of the Vault, or with it. The appliance knows more than these.
    pub enum VaultEventType {
        /// The account was made.
        AccountCreated = "Account Created",
        /// The account was deleted.
        AccountDeleted = "Account Deleted",
        /// The password was changed.
        PasswordChanged = "Password Changed",
        /// The account was used in a session.
        CredentialsUsed = "Credentials Used",
        /// The account was checked out; the name is not confirmed.
        CredentialsCheckedOut = "Credentials Checked Out",
    }

    /// Who does something to an account of the Vault. The appliance knows more than this.
    pub enum VaultActorType {
        /// A user.
        User = "User",
    }
}
