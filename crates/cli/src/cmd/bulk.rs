//! What the commands share that work on many things at once.

pub(super) mod cell;
pub(super) mod fetch;
pub(super) mod formula;
pub(crate) mod kind;
pub(super) mod names;
pub(super) mod problems;
pub(crate) mod sheet;
pub(super) mod span;
pub(super) mod wanted;
pub(super) mod work;
