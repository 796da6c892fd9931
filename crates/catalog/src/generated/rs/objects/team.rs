// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Objects of RS.

use crate::make::field;
use crate::schema::{Integer, List, Literal, Object, Schema, Text};

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
        field("persistent_queue", Schema::Boolean).default(Literal::Boolean(false)),
        field(
                "public_portal_ids",
                Schema::List(List::of(const { &Schema::OneOf(TEAM_PUBLIC_PORTAL_ID) })),
            )
            .default(Literal::Texts(&["all"])),
    ],
};

pub(in super::super) static TEAM_PUBLIC_PORTAL_ID: &[Schema] = &[
    Schema::Text(Text::PLAIN),
    Schema::Integer(Integer::PLAIN),
];

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
