// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, Object, Schema, Text};

pub(in super::super) static JUMP_GROUP: Object = Object {
    name: "JumpGroup",
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
        field("ecm_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
};

pub(in super::super) static JUMP_GROUP_USER: Object = Object {
    name: "JumpGroupUser",
    fields: &[
        field("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        field(
            "jump_item_role_id",
            Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
        ),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
};
