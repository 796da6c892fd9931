//! The documents of the XML APIs as values.
//!
#![doc = include_str!("../README.md")]

mod answer;
mod element;
mod fields;
mod guard;
mod ids;
mod limits;
mod nodes;
mod open_enum;
mod plain;
mod scalar;
mod str;
mod stream;
mod text;
mod time;
mod tree;

pub mod command;
pub mod report;

pub use answer::{Answer, Document, Refusal, answer, read};
pub use element::Element;
pub use fields::{Fields, FromElement};
pub use ids::{
    ApplianceId, ClientId, GsNumber, IssueId, JumpGroupId, JumpointId, Lsid, PublicSiteId, RepresentativeId,
    TeamId, VaultAccountId,
};
pub use limits::Limits;
pub use scalar::{Scalar, anchor_url, comma_list, flag, id_unless_none};
pub use str::Str;
pub use stream::{
    Batch, Ending, Head, ItemReader, Items, List, NoData, Others, ParallelItems, Parsed, Splitter,
};
pub use time::{LooseTime, Time};
pub use tree::{Content, Extra, Rest, Tree};

#[cfg(test)]
mod tests;
