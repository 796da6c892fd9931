// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, Literal, Object, Schema, Text};

pub(in super::super) static JUMP_ITEM_ROLE: Object = Object {
    name: "JumpItemRole",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))),
        field("description", Schema::Text(Text::PLAIN.max(4096))),
        field("perm_add", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_assign_jump_group", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("perm_remove", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_start", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_edit_tag", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_edit_comments", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_edit_jump_policy", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_edit_session_policy", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("perm_edit_identity", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_edit_behavior", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_view_jump_item_report", Schema::Boolean)
            .default(Literal::Boolean(false)),
    ],
};
