// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, Literal, Object, Schema, Text};

pub(in super::super) static TEAM: Object = Object {
    name: "Team",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field(
            "code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(4096))).nullable(),
    ],
};

pub(in super::super) static TEAM_USER: Object = Object {
    name: "TeamUser",
    fields: &[
        field("team_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("role", Schema::Text(Text::PLAIN.values(&["member", "lead", "manager"])))
            .default(Literal::Text("member")),
    ],
};
