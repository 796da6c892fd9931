//! In which of its known forms a site writes the documents of the Command API.

use std::fmt;
use std::str::FromStr;

use bt_sra_core::Product;
use serde::{Deserialize, Serialize};

use crate::unconfirmed;

/// A form in which the documents of the XML APIs have been seen or described.
///
/// It changes what documents look like, and not what can be done.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub enum Profile {
    /// As recorded from Remote Support 19.1, the only recordings of this API: its namespace, blank
    /// lines where optional elements are absent, the company's name, no newer permissions. What RS
    /// sites have without a choice.
    #[serde(rename = "rs-19")]
    Rs19,
    /// With the namespace of the documentation.
    #[serde(rename = "documented")]
    Documented,
    /// With a namespace like that which today's PRA sites send in reports. What PRA sites have
    /// without a choice.
    #[serde(rename = "sra")]
    Sra,
}

impl Profile {
    /// All profiles, with the names that `FromStr` knows.
    pub const ALL: [Self; 3] = [Self::Rs19, Self::Documented, Self::Sra];

    /// Returns the name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rs19 => "rs-19",
            Self::Documented => "documented",
            Self::Sra => "sra",
        }
    }

    /// Returns the profile of a site that nobody has chosen one for: what was seen on the wire of
    /// its product.
    #[must_use]
    pub const fn of(product: Product) -> Self {
        match product {
            Product::Rs => Self::Rs19,
            Product::Pra => Self::Sra,
        }
    }

    pub(crate) const fn namespace(self) -> &'static str {
        match self {
            Self::Rs19 => "http://www.bomgar.com/namespaces/API/command",
            Self::Documented => "https://www.beyondtrust.com/namespaces/API/command",
            Self::Sra => "http://www.beyondtrust.com/sra/namespaces/API/command",
        }
    }

    /// The namespace of reports.
    pub(crate) const fn reporting_namespace(self) -> &'static str {
        match self {
            Self::Rs19 => "http://www.bomgar.com/namespaces/API/reporting",
            Self::Documented => "https://www.beyondtrust.com/namespaces/API/reporting",
            Self::Sra => "http://www.beyondtrust.com/sra/namespaces/API/reporting",
        }
    }

    /// The version of the XML API.
    pub(crate) const fn api_version(self) -> &'static str {
        match self {
            Self::Rs19 => "1.19.0",
            Self::Documented => unconfirmed::DOCUMENTED_VERSIONS.0,
            Self::Sra => unconfirmed::SRA_VERSIONS.0,
        }
    }

    /// The version of the product.
    pub(crate) const fn release(self) -> &'static str {
        match self {
            Self::Rs19 => "19.1.8",
            Self::Documented => unconfirmed::DOCUMENTED_VERSIONS.1,
            Self::Sra => unconfirmed::SRA_VERSIONS.1,
        }
    }

    /// The number of the build.
    pub(crate) const fn build(self) -> &'static str {
        match self {
            Self::Rs19 => "37380",
            Self::Documented => unconfirmed::DOCUMENTED_VERSIONS.2,
            Self::Sra => unconfirmed::SRA_VERSIONS.2,
        }
    }

    /// Whether documents have the shapes of old versions.
    pub(crate) const fn is_old(self) -> bool {
        matches!(self, Self::Rs19)
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Profile {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|profile| profile.as_str() == text).ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.into_iter().map(Self::as_str).collect();
            format!("there is no profile `{text}`, but {}", names.join(", "))
        })
    }
}

/// Deviations of the documents of the XML API that clients should survive, each on or off.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Shapes(u32);

/// One deviation: a bit, its name, and what it does.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    bit: u32,
    pub(crate) name: &'static str,
    pub(crate) says: &'static str,
}

const fn shape(bit: u32, name: &'static str, says: &'static str) -> Shape {
    Shape { bit: 1 << bit, name, says }
}

impl Shape {
    pub(crate) const NESTED_ERROR: Self =
        shape(0, "nested_error", "errors stand within the root element of the action");
    pub(crate) const ERROR_CODE: Self = shape(1, "error_code", "errors have an attribute `code`");
    pub(crate) const EXTRA_ELEMENTS: Self = shape(
        2,
        "extra_elements",
        "elements hold further ones that nobody knows; the document does not fit the schema then",
    );
    pub(crate) const UNKNOWN_NAMESPACE: Self = shape(
        3,
        "unknown_namespace",
        "documents are in a namespace that nobody knows, and not in that of the schema",
    );
    pub(crate) const STRAY_LINES: Self = shape(
        4,
        "stray_lines",
        "blank lines come before and after a document; with those before it, it is not well-formed XML",
    );
    pub(crate) const NO_TS: Self = shape(5, "no_ts", "times lack their attribute `ts`");
    pub(crate) const MISSPELT: Self = shape(
        6,
        "misspelt_permission",
        "a permission is spelled `perm_configuration_vault_acount`, as on a page of the vendor",
    );
    pub(crate) const MASTER: Self = shape(7, "master", "the cluster role `primary` is called `master`");
    pub(crate) const EMPTY_LISTS: Self = shape(8, "empty_lists", "lists are empty");
    pub(crate) const LONG_MAIL: Self = shape(9, "long_mail", "invitations are very long");
    pub(crate) const UNCONFIRMED: Self =
        shape(10, "unconfirmed_elements", "elements are sent that no source confirms");
    pub(crate) const EMBASSY: Self =
        shape(11, "embassy", "the newest invited person is of the type `Embassy`, as before 19.1");
    pub(crate) const LINK_MARKUP: Self =
        shape(12, "link_markup", "`direct_link` holds an element instead of escaped text");
    pub(crate) const NOT_FOUND: Self = shape(
        13,
        "document_not_found",
        "without permission the answer is a page `Document Not Found` with 404",
    );
    pub(crate) const XML_OFF: Self = shape(14, "xml_api_off", "the XML API is not enabled on the site");
    pub(crate) const LOCALIZED: Self = shape(15, "localized_errors", "errors are in French");
    pub(crate) const DROP_REUSED: Self =
        shape(16, "reuse_refused", "a connection is reset when a second request comes on it; of all APIs");
    pub(crate) const EMPTY_REPORTS: Self =
        shape(17, "empty_reports", "a report that nothing fits is an empty root element, and no error");
    pub(crate) const NO_NAMESPACE: Self = shape(18, "no_namespace", "reports have no namespace");
    pub(crate) const PREFIXED: Self = shape(19, "prefixed", "elements of reports have a prefix");
    pub(crate) const DENSE: Self = shape(20, "dense", "reports have no white space between elements");
    pub(crate) const DRESSED: Self = shape(
        21,
        "cdata_and_comments",
        "texts in reports stand in CDATA, with comments and instructions between elements",
    );
    pub(crate) const KEY_CHILD: Self =
        shape(22, "external_key_child", "the external key of a listed session is a child element");
    pub(crate) const EMPTY_END: Self =
        shape(23, "empty_end_time", "the end of a running session is an empty element");
    pub(crate) const ARCHIVES_OFF: Self =
        shape(24, "archive_api_off", "the Archive API is not enabled on the site");
    pub(crate) const RANGES: Self = shape(25, "ranges", "recordings can be had from the middle, by `Range`");

    pub(crate) const ALL: [Self; 26] = [
        Self::NESTED_ERROR,
        Self::ERROR_CODE,
        Self::EXTRA_ELEMENTS,
        Self::UNKNOWN_NAMESPACE,
        Self::STRAY_LINES,
        Self::NO_TS,
        Self::MISSPELT,
        Self::MASTER,
        Self::EMPTY_LISTS,
        Self::LONG_MAIL,
        Self::UNCONFIRMED,
        Self::EMBASSY,
        Self::LINK_MARKUP,
        Self::NOT_FOUND,
        Self::XML_OFF,
        Self::LOCALIZED,
        Self::DROP_REUSED,
        Self::EMPTY_REPORTS,
        Self::NO_NAMESPACE,
        Self::PREFIXED,
        Self::DENSE,
        Self::DRESSED,
        Self::KEY_CHILD,
        Self::EMPTY_END,
        Self::ARCHIVES_OFF,
        Self::RANGES,
    ];

    pub(crate) fn named(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|shape| shape.name == name).ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|shape| shape.name).collect();
            format!("there is no shape `{name}`, but {}", names.join(", "))
        })
    }
}

impl Shapes {
    pub(crate) fn set(&mut self, shape: Shape, on: bool) {
        self.0 = if on { self.0 | shape.bit } else { self.0 & !shape.bit };
    }

    pub(crate) const fn has(self, shape: Shape) -> bool {
        self.0 & shape.bit != 0
    }
}

impl Serialize for Shapes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(Shape::ALL.iter().filter(|shape| self.has(**shape)).map(|shape| shape.name))
    }
}

impl<'de> Deserialize<'de> for Shapes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut shapes = Self::default();
        for name in Vec::<String>::deserialize(deserializer)? {
            shapes.set(Shape::named(&name).map_err(serde::de::Error::custom)?, true);
        }
        Ok(shapes)
    }
}
