// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Objects of RS.

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
        field("perm_edit_public_portal", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("perm_edit_support_button", Schema::Boolean)
            .default(Literal::Boolean(false)),
    ],
};
