// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, List, Literal, Object, Schema, Text};

pub(in super::super) static COPY_JUMP_ITEM_RESPONSE: Object = Object {
    name: "CopyJumpItemResponse",
    fields: &[
        field("action", Schema::Text(Text::PLAIN)),
        field("success", Schema::Text(Text::PLAIN)),
        field("destId", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
};

pub(in super::super) static ERROR_MESSAGE_RESPONSE: Object = Object {
    name: "ErrorMessageResponse",
    fields: &[field("message", Schema::Text(Text::PLAIN))],
};

pub(in super::super) static GROUP_POLICY: Object = Object {
    name: "GroupPolicy",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("perm_access_allowed", Schema::Boolean).default(Literal::Boolean(false)),
        field(
                "access_perm_status",
                Schema::Text(Text::PLAIN.values(&["not_defined", "defined", "final"])),
            )
            .default(Literal::Text("not_defined")),
        field("perm_share_other_team", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_invite_external_user", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field(
                "perm_session_idle_timeout",
                Schema::Integer(Integer::PLAIN.min(-1).max(86400)),
            )
            .default(Literal::Integer(-1)),
        field("perm_extended_availability_mode_allowed", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("perm_edit_external_key", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("perm_collaborate", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_collaborate_control", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("perm_jump_client", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_local_jump", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_remote_jump", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_remote_vnc", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_remote_rdp", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_shell_jump", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_web_jump", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_protocol_tunnel", Schema::Boolean).default(Literal::Boolean(false)),
        field("perm_sd_static_port_for_external_tools", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field(
                "default_jump_item_role_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .default(Literal::Integer(1)),
        field(
                "private_jump_item_role_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .default(Literal::Integer(1)),
        field(
                "inferior_jump_item_role_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .default(Literal::Integer(1)),
        field(
                "unassigned_jump_item_role_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .default(Literal::Integer(1)),
    ],
};

pub(in super::super) static JUMP_ITEM: Object = Object {
    name: "JumpItem",
    fields: &[
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .required(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
    ],
};

pub(in super::super) static UNPROCESSABLE_ENTITY: Object = Object {
    name: "UnprocessableEntity",
    fields: &[
        field("message", Schema::Text(Text::PLAIN)),
        field(
            "errors",
            Schema::Map(const {
                &Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }))
            }),
        ),
    ],
};
