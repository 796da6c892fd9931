// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Objects of RS.

use crate::make::field;
use crate::schema::{Integer, Object, Schema, Text};

pub(in super::super) static REP_STATUS: Object = Object {
    name: "RepStatus",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(64))),
        field(
            "code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
        field("display_as", Schema::Text(Text::PLAIN.values(&["away", "busy"]))),
    ],
};
