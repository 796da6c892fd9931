// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Objects of RS.

use crate::make::field;
use crate::schema::{Integer, List, Literal, Object, Schema, Text};

pub(in super::super) static PROVISION_USER: Object = Object {
    name: "ProvisionUser",
    fields: &[
        field(
                "user_ids",
                Schema::List(
                    List::of(const { &Schema::Integer(Integer::PLAIN) })
                        .min(0)
                        .max(2147483647),
                ),
            )
            .default(Literal::Texts(&[])),
    ],
};

pub(in super::super) static USER: Object = Object {
    name: "User",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field(
                "security_provider_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .read_only(),
        field("display_number", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        field("username", Schema::Text(Text::PLAIN.min(1).max(64))),
        field("password", Schema::Text(Text::PLAIN.password().max(256)))
            .write_only()
            .secret(),
        field("public_display_name", Schema::Text(Text::PLAIN.min(1).max(64)))
            .required(),
        field("private_display_name", Schema::Text(Text::PLAIN.min(1).max(64)))
            .required(),
        field("password_expiration", Schema::Text(Text::PLAIN.date_time())).nullable(),
        field("email_address", Schema::Text(Text::PLAIN.min(3).max(255))),
        field("preferred_email_language", Schema::Text(Text::PLAIN.min(2).max(10)))
            .default(Literal::Text("en-us")),
        field("two_factor_required", Schema::Boolean).default(Literal::Boolean(false)),
        field("enabled", Schema::Boolean).default(Literal::Boolean(true)),
        field("last_authentication", Schema::Text(Text::PLAIN.date_time())).read_only(),
        field("failed_logins", Schema::Integer(Integer::PLAIN))
            .default(Literal::Integer(0)),
        field("password_reset_next_login", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("created_at", Schema::Text(Text::PLAIN.date_time())).read_only(),
        field("two_factor_enabled", Schema::Boolean).read_only(),
        field("fido2_credential_count", Schema::Integer(Integer::PLAIN)).read_only(),
        field("fido2_last_used_date", Schema::Text(Text::PLAIN.date_time())).read_only(),
        field("perm_admin", Schema::Boolean).read_only(),
        field("perm_set_passwords", Schema::Boolean).read_only(),
        field("perm_admin_pushagents", Schema::Boolean).read_only(),
        field(
                "perm_view_support_reports",
                Schema::Text(
                    Text::PLAIN
                        .values(
                            &[
                                "not_allowed",
                                "user_sessions",
                                "all_sessions",
                                "team_sessions",
                                "jump_group_sessions",
                            ],
                        ),
                ),
            )
            .read_only(),
        field(
                "perm_view_vault_reports",
                Schema::Text(
                    Text::PLAIN
                        .values(&["not_allowed", "view_user_events", "view_all_events"]),
                ),
            )
            .read_only(),
        field("perm_view_license_reports", Schema::Boolean).read_only(),
        field("perm_view_syslog_reports", Schema::Boolean).read_only(),
        field("perm_view_sd_recordings", Schema::Boolean).read_only(),
        field("perm_edit_ambush", Schema::Boolean).read_only(),
        field("perm_edit_jump_groups", Schema::Boolean).read_only(),
        field("perm_edit_public_template", Schema::Boolean).read_only(),
        field("perm_edit_public_file_store", Schema::Boolean).read_only(),
        field("perm_edit_messages", Schema::Boolean).read_only(),
        field("perm_edit_sd_teams", Schema::Boolean).read_only(),
        field("perm_edit_issues", Schema::Boolean).read_only(),
        field("perm_edit_skills", Schema::Boolean).read_only(),
        field("perm_edit_callback_button_profiles", Schema::Boolean).read_only(),
        field("perm_edit_canned_scripts", Schema::Boolean).read_only(),
        field("perm_edit_custom_rep_links", Schema::Boolean).read_only(),
        field("perm_change_display_name", Schema::Boolean).read_only(),
        field("perm_change_rep_avatar", Schema::Boolean).read_only(),
        field("perm_show_on_public_list", Schema::Boolean).read_only(),
        field(
                "perm_support_allowed",
                Schema::Text(Text::PLAIN.values(&["not_allowed", "full_support"])),
            )
            .read_only()
            .default(Literal::Text("not_allowed")),
        field("perm_share_other_team", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_invite_external_rep", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_extended_availability_mode_allowed", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_edit_external_key", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field(
                "perm_session_idle_timeout",
                Schema::Integer(Integer::PLAIN.min(-1).max(86400)),
            )
            .read_only()
            .default(Literal::Integer(-1)),
        field("perm_collaborate", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_collaborate_control", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_jump_client", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_local_jump", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_remote_jump", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_remote_vnc", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_remote_rdp", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_shell_jump", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field(
                "default_jump_item_role_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .read_only()
            .default(Literal::Integer(1)),
        field(
                "private_jump_item_role_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .read_only()
            .default(Literal::Integer(1)),
        field(
                "inferior_jump_item_role_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .read_only()
            .default(Literal::Integer(1)),
        field(
                "unassigned_jump_item_role_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .read_only()
            .default(Literal::Integer(1)),
        field("perm_generate_session_key", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_send_ios_profiles", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_accept_team_sessions", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_transfer_other_team", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_next_session_button", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_disable_auto_assignment", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field(
                "perm_routing_idle_timeout",
                Schema::Integer(Integer::PLAIN.min(0).max(3600)),
            )
            .read_only()
            .default(Literal::Integer(900)),
        field(
                "auto_assignment_max_sessions",
                Schema::Integer(Integer::PLAIN.min(1).max(10)),
            )
            .read_only()
            .default(Literal::Integer(3)),
        field("perm_support_button_personal_deploy", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_support_button_team_manage", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_support_button_change_public_sites", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_support_button_team_deploy", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_local_vnc", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_local_rdp", Schema::Boolean)
            .read_only()
            .default(Literal::Boolean(false)),
        field("perm_vpro", Schema::Boolean).read_only().default(Literal::Boolean(false)),
        field(
                "perm_console_idle_timeout",
                Schema::Integer(Integer::PLAIN.min(-1).max(86400)),
            )
            .read_only()
            .default(Literal::Integer(-1)),
        field("perm_edit_iphone_content", Schema::Boolean).read_only(),
        field("perm_vault", Schema::Boolean).read_only(),
        field(
                "perm_endpoint_automation",
                Schema::Text(
                    Text::PLAIN.values(&["not_allowed", "user", "administrator"]),
                ),
            )
            .read_only()
            .default(Literal::Text("not_allowed")),
    ],
};
