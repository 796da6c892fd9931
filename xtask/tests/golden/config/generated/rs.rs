// Made by `cargo xtask codegen` from an invented file.
//! The Configuration API of Remote Support. Start with [`Config`].

mod config;

pub use self::config::Config;
