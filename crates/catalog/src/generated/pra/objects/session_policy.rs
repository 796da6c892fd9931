// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, Object, Schema, Text};

pub(in super::super) static SESSION_POLICY: Object = Object {
    name: "SessionPolicy",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("display_name", Schema::Text(Text::PLAIN.min(1).max(255))),
        field(
            "code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
        field("description", Schema::Text(Text::PLAIN.max(1024))),
    ],
};
