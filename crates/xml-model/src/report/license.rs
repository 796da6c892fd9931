//! `LicenseUsage`: when licenses were scarce (RS).

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use super::{Record, session::list};
use crate::open_enum::open_enum;
use crate::{Document, Element, Extra, Fields, LooseTime};

/// The times at which nearly all licenses were in use.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LicenseUsage {
    /// From when; the text is in the time of the appliance.
    pub start_time: Option<LooseTime>,
    /// Until when.
    pub end_time: Option<LooseTime>,
    /// How long one interval is.
    pub group_by: Option<GroupBy>,
    /// One for each peak. What is inside is not documented.
    pub license_time_intervals: Vec<Record>,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Document for LicenseUsage {
    const ROOT: &'static str = "license_usage";

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        Ok(Self {
            start_time: fields.loose_time("start_time"),
            end_time: fields.loose_time("end_time"),
            group_by: fields.child("group_by")?,
            license_time_intervals: list(&mut fields, "license_time_intervals", "license_time_interval")?,
            extra: fields.extra(),
        })
    }
}

open_enum! {
    /// How long an interval is.
    pub enum GroupBy {
        /// An hour.
        Hour = "hour",
        /// A day.
        Day = "day",
        /// A month.
        Month = "month",
    }
}
