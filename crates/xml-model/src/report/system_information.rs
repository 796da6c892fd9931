//! Facts about a computer that were fetched in a session.

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use crate::{Element, Extra, Fields, FromElement, Str};

/// Tables of facts about a computer.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SystemInformation {
    /// One table for each category.
    pub categories: Vec<SystemCategory>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl SystemInformation {
    /// Returns the category of a name.
    #[must_use]
    pub fn category(&self, name: &str) -> Option<&SystemCategory> {
        self.categories.iter().find(|category| category.name == name)
    }
}

impl FromElement for SystemInformation {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self { categories: fields.elements("category")?, extra: fields.extra() })
    }
}

/// A table: heads of columns, and rows whose fields belong to them by their place.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SystemCategory {
    /// What the table is about.
    pub name: Str,
    /// The heads of the columns; none if the document has no heads.
    pub description: Option<Vec<SystemField>>,
    /// The rows; none if the document has no data, which is not the same as no rows.
    pub data: Option<Vec<SystemRow>>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl SystemCategory {
    /// Walks over the rows, each as heads with fields. A field without a head has an empty one.
    pub fn rows(&self) -> impl Iterator<Item = impl Iterator<Item = (&str, &str)>> {
        let heads = self.description.as_deref().unwrap_or_default();
        let rows = self.data.as_deref().unwrap_or_default();
        rows.iter().map(move |row| {
            let heads = heads.iter().map(|head| head.text.as_str()).chain(std::iter::repeat(""));
            row.fields.iter().zip(heads).map(|(field, head)| (head, field.text.as_str()))
        })
    }
}

impl FromElement for SystemCategory {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            name: fields.attribute("name")?.unwrap_or_default(),
            description: fields.list("description", "field")?,
            data: fields.list("data", "row")?,
            extra: fields.extra(),
        })
    }
}

/// A row of a table.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SystemRow {
    /// The fields.
    pub fields: Vec<SystemField>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for SystemRow {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self { fields: fields.elements("field")?, extra: fields.extra() })
    }
}

/// A field of a table, or the head of a column.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SystemField {
    /// The name by which programs know the column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Str>,
    /// The same, as older appliances write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Str>,
    /// The text, without white space around it.
    pub text: Str,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl SystemField {
    /// Returns the name by which programs know the column, whatever the version of the document.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        self.name.as_deref().or(self.id.as_deref())
    }
}

impl FromElement for SystemField {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            name: fields.attribute("name")?,
            id: fields.attribute("id")?,
            text: fields.text().trim().into(),
            extra: fields.extra(),
        })
    }
}
