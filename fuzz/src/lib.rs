//! The readers of `btapi`, for the fuzz targets.
//!
//! They stand in an executable, which nothing can depend on. Included by their paths they are
//! fuzzed without a library target that nobody else wants.

// Only a part of each module is called from here.
#![allow(dead_code, unused_imports)]

#[path = "../../crates/cli/src"]
mod cli {
    pub(crate) mod cmd {
        pub(crate) mod bulk {
            pub(crate) mod problems;
            pub(crate) mod sheet;
        }
    }
    pub(crate) mod failure;
    pub(crate) mod hostile;
    pub(crate) mod json;
    pub(crate) mod kv;
    pub(crate) mod output {
        pub(crate) mod json;
    }
    pub(crate) mod shape;
}

use cli::{cmd, failure, hostile, json, kv, output, shape};

/// Key=value lines.
pub fn key_value(bytes: &[u8]) {
    hostile::key_value(bytes);
}

/// JSON answers.
pub fn json_answer(bytes: &[u8]) {
    hostile::json(bytes);
}

/// Sheets to import.
pub fn csv_sheet(bytes: &[u8]) {
    hostile::csv(bytes);
}
