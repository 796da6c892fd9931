// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Objects of RS.

use crate::make::field;
use crate::schema::{Integer, Literal, Object, Schema, Text};

pub(in super::super) static REMOTE_RDP_JUMP_ITEM: Object = Object {
    name: "RemoteRdpJumpItem",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field(
                "quality",
                Schema::Text(
                    Text::PLAIN
                        .values(
                            &[
                                "low",
                                "performance",
                                "performance_quality",
                                "quality",
                                "best_performance",
                                "lossless",
                            ],
                        ),
                ),
            )
            .default(Literal::Text("best_performance")),
        field("console", Schema::Boolean).default(Literal::Boolean(false)),
        field("ignore_untrusted", Schema::Boolean).default(Literal::Boolean(false)),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("rdp_username", Schema::Text(Text::PLAIN.min(0).max(128))),
        field("domain", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable(),
        field(
                "session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
        field("endpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable()
            .read_only(),
    ],
};

pub(in super::super) static REMOTE_VNC_JUMP_ITEM: Object = Object {
    name: "RemoteVncJumpItem",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("port", Schema::Integer(Integer::PLAIN.min(100).max(65535)))
            .default(Literal::Integer(5900)),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable(),
        field(
                "session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
    ],
};

pub(in super::super) static SHELL_JUMP_ITEM: Object = Object {
    name: "ShellJumpItem",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("protocol", Schema::Text(Text::PLAIN.values(&["ssh", "telnet"])))
            .required(),
        field("port", Schema::Integer(Integer::PLAIN.min(1).max(65535))),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field("terminal", Schema::Text(Text::PLAIN.values(&["xterm", "VT100"])))
            .default(Literal::Text("xterm")),
        field("keep_alive", Schema::Integer(Integer::PLAIN.min(0).max(300))),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable(),
        field("username", Schema::Text(Text::PLAIN.max(128))),
        field(
                "session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
    ],
};
