//! `get_session_attributes`: what others wrote on a session.

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use crate::{Document, Element, Extra, Fields, FromElement};

/// The attributes of a session that are set.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CustomAttributes {
    /// One for each attribute that has a value.
    pub custom_attributes: Vec<CustomAttribute>,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl CustomAttributes {
    /// Returns the value of an attribute.
    #[must_use]
    pub fn get(&self, code_name: &str) -> Option<&str> {
        let mut attributes = self.custom_attributes.iter();
        attributes.find(|found| found.code_name == code_name).map(|found| found.value.as_str())
    }
}

impl Document for CustomAttributes {
    const ROOT: &'static str = "custom_attributes";

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        Ok(Self { custom_attributes: fields.elements("custom_attribute")?, extra: fields.extra() })
    }
}

/// An attribute of a session.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CustomAttribute {
    /// The name by which requests refer to it.
    pub code_name: String,
    /// The name that people see.
    pub display_name: Option<String>,
    /// The value, with all its white space.
    pub value: String,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for CustomAttribute {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            code_name: fields.needs_attribute("code_name")?,
            display_name: fields.attribute("display_name")?,
            value: fields.text().into_owned(),
            extra: fields.extra(),
        })
    }
}
