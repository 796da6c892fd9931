//! Tokens and rate budgets in files that processes share.
//!
#![doc = include_str!("../README.md")]

mod budget;
mod folder;
#[cfg(test)]
mod hostile;
mod lock;
mod tokens;

pub use budget::FileBudget;
pub use folder::Folder;
pub use tokens::FileTokens;
