// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Objects of RS.

use crate::make::field;
use crate::schema::{Integer, Literal, Object, Schema, Text};

pub(in super::super) static CREATE_JUMP_CLIENT_INSTALLER: Object = Object {
    name: "CreateJumpClientInstaller",
    fields: &[
        field("name", Schema::Text(Text::PLAIN.min(0).max(128))),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field(
                "connection_type",
                Schema::Text(Text::PLAIN.values(&["active", "passive"])),
            )
            .default(Literal::Text("active")),
        field(
                "attended_session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
        field(
                "unattended_session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
        field(
            "support_button_profile_code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
        field("allow_override_support_button_profile", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field(
            "support_button_direct_queue",
            Schema::Text(Text::PLAIN.min(0).max(69).pattern("^team:[a-zA-Z0-9_\\\\-]+$")),
        ),
        field("allow_override_support_button_direct_queue", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024)))
            .default(Literal::Text("")),
        field("valid_duration", Schema::Integer(Integer::PLAIN.min(10).max(525600)))
            .default(Literal::Integer(1440)),
        field("elevate_install", Schema::Boolean).default(Literal::Boolean(true)),
        field("elevate_prompt", Schema::Boolean).default(Literal::Boolean(true)),
        field(
                "customer_client_start_mode",
                Schema::Text(Text::PLAIN.values(&["normal", "minimized", "hidden"])),
            )
            .default(Literal::Text("normal")),
        field("allow_override_jump_group", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("allow_override_jump_policy", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("allow_override_name", Schema::Boolean).default(Literal::Boolean(false)),
        field("allow_override_tag", Schema::Boolean).default(Literal::Boolean(false)),
        field("allow_override_comments", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("allow_override_attended_session_policy", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("allow_override_unattended_session_policy", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("jumpoint_proxy", Schema::Text(Text::PLAIN.max(64))),
        field("max_offline_minutes", Schema::Integer(Integer::PLAIN)),
        field("allow_override_max_offline_minutes", Schema::Boolean),
    ],
};

pub(in super::super) static JUMP_CLIENT: Object = Object {
    name: "JumpClient",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(255))).read_only(),
        field("fqdn", Schema::Text(Text::PLAIN.min(1).max(255))).read_only(),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable(),
        field(
                "attended_session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
        field(
                "unattended_session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
        field("public_site_address", Schema::Text(Text::PLAIN.min(1).max(128))),
        field(
            "support_button_profile_code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
        field(
            "support_button_direct_queue",
            Schema::Text(Text::PLAIN.min(0).max(69).pattern("^team:[a-zA-Z0-9_\\\\-]+$")),
        ),
        field(
                "customer_client_start_mode",
                Schema::Text(Text::PLAIN.values(&["normal", "minimized", "hidden"])),
            )
            .default(Literal::Text("normal")),
        field("is_quiet", Schema::Boolean).default(Literal::Boolean(false)),
        field(
                "install_mode",
                Schema::Text(Text::PLAIN.values(&["unknown", "user", "service"])),
            )
            .read_only(),
        field(
                "connection_type",
                Schema::Text(Text::PLAIN.values(&["active", "passive", "uninstalled"])),
            )
            .read_only()
            .default(Literal::Text("active")),
        field("last_connect_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .read_only(),
        field("last_disconnect_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .read_only(),
        field("is_lost", Schema::Boolean).read_only(),
        field("needs_update", Schema::Boolean).read_only(),
        field(
                "unavailable_reason",
                Schema::Text(Text::PLAIN.values(&["none", "disabled"])),
            )
            .read_only(),
        field("operating_system", Schema::Text(Text::PLAIN)).read_only(),
        field("public_ip", Schema::Text(Text::PLAIN)).read_only(),
        field("private_ip", Schema::Text(Text::PLAIN)).read_only(),
        field("console_user", Schema::Text(Text::PLAIN)).read_only(),
        field("expiration_timestamp", Schema::Text(Text::PLAIN.date_time())).read_only(),
        field(
            "max_offline_minutes",
            Schema::Integer(Integer::PLAIN.min(0).max(2147483647)),
        ),
        field("last_access_timestamp", Schema::Text(Text::PLAIN.date_time())).read_only(),
    ],
};

pub(in super::super) static JUMP_CLIENT_INSTALLER: Object = Object {
    name: "JumpClientInstaller",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        field(
                "attended_session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
        field(
                "unattended_session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
        field("public_site_address", Schema::Text(Text::PLAIN.min(1).max(128))),
        field(
            "support_button_profile_code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
        field("allow_override_support_button_profile", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field(
            "support_button_direct_queue",
            Schema::Text(Text::PLAIN.min(0).max(69).pattern("^team:[a-zA-Z0-9_\\\\-]+$")),
        ),
        field("allow_override_support_button_direct_queue", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field(
                "connection_type",
                Schema::Text(Text::PLAIN.values(&["active", "passive"])),
            )
            .default(Literal::Text("active")),
        field("expiration_timestamp", Schema::Text(Text::PLAIN.date_time())).read_only(),
        field(
            "max_offline_minutes",
            Schema::Integer(Integer::PLAIN.min(0).max(2147483647)),
        ),
        field("elevate_install", Schema::Boolean).default(Literal::Boolean(true)),
        field("elevate_prompt", Schema::Boolean).default(Literal::Boolean(true)),
        field("is_quiet", Schema::Boolean).read_only().default(Literal::Boolean(false)),
        field(
                "customer_client_start_mode",
                Schema::Text(Text::PLAIN.values(&["normal", "minimized", "hidden"])),
            )
            .default(Literal::Text("normal")),
        field("allow_override_jump_group", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("allow_override_jump_policy", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("allow_override_name", Schema::Boolean).default(Literal::Boolean(false)),
        field("allow_override_tag", Schema::Boolean).default(Literal::Boolean(false)),
        field("allow_override_comments", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("allow_override_attended_session_policy", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("allow_override_unattended_session_policy", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("installer_id", Schema::Text(Text::PLAIN.min(32).max(32))).read_only(),
        field("key_info", Schema::Object(&JUMP_CLIENT_INSTALLER_KEY_INFO)),
        field("jumpoint_proxy", Schema::Text(Text::PLAIN.max(64))),
    ],
};

pub(in super::super) static JUMP_CLIENT_INSTALLER_KEY_INFO: Object = Object {
    name: "JumpClientInstallerKeyInfo",
    fields: &[
        field("encodedInfo", Schema::Text(Text::PLAIN.max(4096))).read_only().secret(),
        field("filename", Schema::Text(Text::PLAIN.max(4096))).read_only().secret(),
        field("installerPath", Schema::Text(Text::PLAIN.max(4096))).read_only().secret(),
    ],
};
