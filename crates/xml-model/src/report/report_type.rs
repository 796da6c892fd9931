//! What is known of each report, as data: for who builds requests, lists or explains them.

mod table;

use bt_sra_core::Product;

pub use table::REPORTS;

/// A report: one value of the parameter `generate_report`, and all that is known of it.
#[derive(Debug)]
#[non_exhaustive]
pub struct ReportType {
    /// The value of `generate_report`.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    /// The only product that has it; none if both do.
    pub only: Option<Product>,
    /// Whether the appliances of today have it.
    pub standing: Standing,
    /// The permission of the API account, as `get_api_info` names it; none if no source tells.
    pub permission: Option<&'static str>,
    /// What a good answer is.
    pub content: ReportContent,
    /// Which windows of time it takes.
    pub window: WindowUse,
    /// The parameters beside those of the window.
    pub parameters: &'static [ReportParameter],
    /// How it is known that there is such a report.
    pub evidence: Evidence,
}

/// A parameter of a report.
#[derive(Debug)]
#[non_exhaustive]
pub struct ReportParameter {
    /// The name.
    pub name: &'static str,
    /// What it says.
    pub about: &'static str,
    /// What its value looks like.
    pub kind: ReportParameterKind,
    /// Whether a request must have it.
    pub need: ReportNeed,
    /// How it is known that there is such a parameter.
    pub evidence: Evidence,
}

/// Whether a report is one of today's.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Standing {
    /// It is.
    Current,
    /// Only older appliances have it.
    Older,
}

/// What a good answer is. A refusal is XML whatever it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ReportContent {
    /// XML: a root with items directly below it.
    Items {
        /// Name of the root element.
        root: &'static str,
        /// Names of the elements that are items.
        items: &'static [&'static str],
        /// Whether it is known what is inside the items.
        inside: Inside,
    },
    /// XML that is one value.
    Document {
        /// Name of the root element.
        root: &'static str,
    },
    /// XML whose elements no source names, or not XML at all.
    Undescribed,
    /// A ZIP file.
    Zip,
    /// A gzip file of JSON.
    Gzip,
    /// A video.
    Video,
}

/// Whether it is known what is inside the items of a report.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Inside {
    /// It is: there is a type for it.
    Typed,
    /// It is not: they are [records](super::Record).
    Records,
}

/// Which windows of time a report takes. A window is a start, and `duration`: days for a date,
/// seconds for a time, `0` for all until now.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum WindowUse {
    /// None.
    No,
    /// One that begins with `start_date` or `start_time`: by when things began.
    Starts,
    /// One of those, or one that begins with `end_date` or `end_time`: by when things ended.
    StartsOrEnds,
    /// Presumably any: no source lists its parameters.
    Presumed,
}

/// Whether a request for a report must have a parameter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ReportNeed {
    /// It must.
    Required,
    /// It may.
    Optional,
    /// It must have this, or another one like it, or a window, and no two of them.
    InPlaceOfWindow,
    /// It must if it has a window.
    WithWindow,
}

/// What the value of a parameter looks like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ReportParameterKind {
    /// The identifier of a session.
    Lsid,
    /// Identifiers of sessions, with commas between them.
    Lsids,
    /// A whole number that is not less than this.
    Number(u32),
    /// A whole number, or the word `all`.
    NumberOrAll,
    /// One of these words; `open` says that there may be more.
    Choice {
        /// The words.
        words: &'static [&'static str],
        /// Whether there may be more than these.
        open: bool,
    },
    /// One of these, each followed by an identifier if it ends with a colon.
    Filter {
        /// The words.
        words: &'static [&'static str],
        /// Whether there may be more than these.
        open: bool,
    },
    /// A day: `YYYY-MM-DD`.
    Date,
}

/// How something is known.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Evidence {
    /// The vendor's documents describe it.
    Documented,
    /// Public programs of others use it.
    Reported,
    /// It is remembered or inferred: the name may be wrong.
    Unconfirmed,
}

impl ReportType {
    /// Finds a report by its name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        REPORTS.iter().find(|report| report.name == name)
    }

    /// Returns whether a product has it.
    #[must_use]
    pub fn is_in(&self, product: Product) -> bool {
        self.only.is_none_or(|only| only == product)
    }

    /// Returns whether a good answer is XML, as far as is known.
    #[must_use]
    pub fn is_xml(&self) -> bool {
        matches!(
            self.content,
            ReportContent::Items { .. } | ReportContent::Document { .. } | ReportContent::Undescribed
        )
    }

    /// Finds a parameter by its name.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'static ReportParameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }
}

impl WindowUse {
    /// Returns the names of the parameters with which a window may begin.
    #[must_use]
    pub fn starts(self) -> &'static [&'static str] {
        match self {
            Self::No => &[],
            Self::Starts => &["start_date", "start_time"],
            Self::StartsOrEnds | Self::Presumed => &["start_date", "start_time", "end_date", "end_time"],
        }
    }
}
