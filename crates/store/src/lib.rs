//! Tokens and rate budgets in files that all processes of a user share.
//!
//! A fleet of short-lived processes (`btapi` in a loop, in cron, in twenty terminals) then takes
//! one token together and keeps the appliance's limits together. The files lie in a folder that
//! only its owner can enter; each is replaced whole, under a lock that the system gives back when
//! its holder dies.

mod budget;
mod folder;
mod lock;
mod tokens;

pub use budget::FileBudget;
pub use folder::Folder;
pub use tokens::FileTokens;
