//! Who takes part in a session.

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use super::Address;
use crate::{Element, Extra, Fields, FromElement, GsNumber, RepresentativeId, Str};

/// The customer of a session; in PRA the endpoint.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Customer {
    /// Identifies the participant within the session.
    pub gsnumber: Option<GsNumber>,
    /// The name; in PRA that of the endpoint.
    pub username: Option<Str>,
    /// The address from which the participant reached the appliance.
    pub public_ip: Option<Address>,
    /// The address in the participant's own network.
    pub private_ip: Option<Address>,
    /// Name of the computer.
    pub hostname: Option<Str>,
    /// Its operating system; see [`known`].
    pub os: Option<Str>,
    /// Whether it is the primary customer (RS).
    pub primary_cust: Option<bool>,
    /// What the customer said when the session began (RS).
    pub info: Option<Box<CustomerInfo>>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for Customer {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        let mut customer = Self {
            gsnumber: fields.attribute("gsnumber")?,
            username: fields.shown("username"),
            public_ip: fields.child("public_ip")?,
            private_ip: fields.child("private_ip")?,
            hostname: fields.shown("hostname"),
            os: fields.shown("os"),
            primary_cust: fields.guess("primary_cust"),
            info: fields.element_unless_empty("info")?.map(Box::new),
            extra: Extra::default(),
        };
        // One program looks for these two outside of `info`.
        for (name, place) in [
            ("company_code", CustomerInfo::company_code_mut as Place),
            ("details", CustomerInfo::details_mut),
        ] {
            if customer.info.as_mut().is_some_and(|info| place(info).is_some()) {
                continue;
            }
            if let Some(text) = fields.shown(name) {
                *place(customer.info.get_or_insert_default()) = Some(text);
            }
        }
        customer.extra = fields.extra();
        Ok(customer)
    }
}

/// Leads to a part of what a customer said.
type Place = fn(&mut CustomerInfo) -> &mut Option<Box<str>>;

/// What a customer said when the session began.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CustomerInfo {
    /// The customer's name.
    pub name: Option<Box<str>>,
    /// The company.
    pub company: Option<Box<str>>,
    /// The code of the company.
    pub company_code: Option<Box<str>>,
    /// The issue.
    pub issue: Option<Box<str>>,
    /// What it is about.
    pub details: Option<Box<str>>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl CustomerInfo {
    fn company_code_mut(&mut self) -> &mut Option<Box<str>> {
        &mut self.company_code
    }

    fn details_mut(&mut self) -> &mut Option<Box<str>> {
        &mut self.details
    }
}

impl FromElement for CustomerInfo {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            name: fields.shown("name"),
            company: fields.shown("company"),
            company_code: fields.shown("company_code"),
            issue: fields.shown("issue"),
            details: fields.shown("details"),
            extra: fields.extra(),
        })
    }
}

/// A representative of a session; in PRA an access user.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Representative {
    /// Identifies the participant within the session.
    pub gsnumber: Option<GsNumber>,
    /// Identifies the user; none for one who was invited.
    pub id: Option<RepresentativeId>,
    /// The name of the account.
    pub username: Option<Str>,
    /// The only name that older appliances send.
    pub display_name: Option<Str>,
    /// The name that customers see.
    pub public_display_name: Option<Str>,
    /// The name that colleagues see.
    pub private_display_name: Option<Str>,
    /// The address from which the participant reached the appliance.
    pub public_ip: Option<Address>,
    /// The address in the participant's own network.
    pub private_ip: Option<Address>,
    /// Name of the computer; none with the console in a browser.
    pub hostname: Option<Str>,
    /// Its operating system; see [`known`].
    pub os: Option<Str>,
    /// Whether this is the owner of the session.
    pub session_owner: Option<bool>,
    /// Seconds in the session.
    pub seconds_involved: Option<u64>,
    /// Whether this is someone who was invited.
    pub invited: Option<bool>,
    /// Whether this is the owner of the session, as older appliances write it.
    pub primary_rep: Option<bool>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Representative {
    /// Returns the name that colleagues see, whatever the version of the document.
    #[must_use]
    pub fn private_name(&self) -> Option<&str> {
        let names =
            [&self.private_display_name, &self.display_name, &self.public_display_name, &self.username];
        names.into_iter().find_map(Option::as_deref)
    }

    /// Returns whether this is the owner of the session, whatever the version of the document.
    #[must_use]
    pub fn is_owner(&self) -> bool {
        self.session_owner.or(self.primary_rep) == Some(true)
    }
}

impl FromElement for Representative {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            gsnumber: fields.attribute("gsnumber")?,
            id: fields.guess_attribute("id"),
            username: fields.shown("username"),
            display_name: fields.shown("display_name"),
            public_display_name: fields.shown("public_display_name"),
            private_display_name: fields.shown("private_display_name"),
            public_ip: fields.child("public_ip")?,
            private_ip: fields.child("private_ip")?,
            hostname: fields.shown("hostname"),
            os: fields.shown("os"),
            session_owner: fields.guess("session_owner"),
            seconds_involved: fields.guess("seconds_involved"),
            invited: fields.guess("invited"),
            primary_rep: fields.guess("primary_rep"),
            extra: fields.extra(),
        })
    }
}

/// The one customer, or the one representative, that a session or a survey is about.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Primary {
    /// Leads to the participant.
    pub gsnumber: Option<GsNumber>,
    /// Identifies the user, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<RepresentativeId>,
    /// The name, which may be empty.
    pub name: Str,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for Primary {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            gsnumber: fields.attribute("gsnumber")?,
            id: fields.guess_attribute("id"),
            name: fields.text().as_ref().into(),
            extra: fields.extra(),
        })
    }
}

/// Returns a text, unless it is the word that stands where the appliance does not know a value.
#[must_use]
pub fn known(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty() && *text != super::address::UNKNOWN)
}
