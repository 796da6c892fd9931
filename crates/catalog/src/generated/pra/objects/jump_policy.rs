// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, List, Literal, Object, Schema, Text};

pub(in super::super) static JUMP_POLICY: Object = Object {
    name: "JumpPolicy",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("display_name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field(
            "code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
        field("description", Schema::Text(Text::PLAIN.max(1000))),
        field("schedule_enabled", Schema::Boolean).default(Literal::Boolean(true)),
        field(
                "simultaneous_jumps",
                Schema::Text(Text::PLAIN.values(&["global", "join", "disallow"])),
            )
            .default(Literal::Text("global")),
        field("simultaneous_jump_behavior_applies_to_copies", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field(
                "simultaneous_jumps_rdp",
                Schema::Text(Text::PLAIN.values(&["global", "new_session", "disallow"])),
            )
            .default(Literal::Text("global")),
        field("external_tools_rdp_allowed", Schema::Boolean)
            .default(Literal::Boolean(true)),
        field("external_tools_shell_allowed", Schema::Boolean)
            .default(Literal::Boolean(true)),
        field("schedule_strict", Schema::Boolean).default(Literal::Boolean(false)),
        field("ticket_id_required", Schema::Boolean).default(Literal::Boolean(false)),
        field("two_factor_challenge_required", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("session_start_notification", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("session_end_notification", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field(
                "notification_email_addresses",
                Schema::List(
                    List::of(const { &Schema::Text(Text::PLAIN) }).min(0).max(100),
                ),
            )
            .default(Literal::Texts(&[])),
        field("notification_display_name", Schema::Text(Text::PLAIN.max(255))),
        field("notification_email_language", Schema::Text(Text::PLAIN))
            .default(Literal::Text("en-us")),
        field("approval_required", Schema::Boolean).default(Literal::Boolean(false)),
        field(
                "approval_max_duration",
                Schema::Integer(Integer::PLAIN.min(1).max(524160)),
            )
            .default(Literal::Integer(480)),
        field(
                "approval_scope",
                Schema::Text(Text::PLAIN.values(&["requestor", "anyone"])),
            )
            .default(Literal::Text("requestor")),
        field(
                "approval_email_addresses",
                Schema::List(
                    List::of(const { &Schema::Text(Text::PLAIN) }).min(0).max(100),
                ),
            )
            .default(Literal::Texts(&[])),
        field(
                "approval_user_ids",
                Schema::List(
                    List::of(const { &Schema::Text(Text::PLAIN) }).min(0).max(100),
                ),
            )
            .default(Literal::Texts(&[])),
        field(
                "approval_team_ids",
                Schema::List(
                    List::of(const { &Schema::Text(Text::PLAIN) }).min(0).max(100),
                ),
            )
            .default(Literal::Texts(&[])),
        field("approval_display_name", Schema::Text(Text::PLAIN.max(255))),
        field("approval_email_language", Schema::Text(Text::PLAIN))
            .default(Literal::Text("en-us")),
        field(
                "approval_approver_scope",
                Schema::Text(Text::PLAIN.values(&["not_requestor", "anyone"])),
            )
            .default(Literal::Text("not_requestor")),
        field("recordings_disabled", Schema::Boolean).default(Literal::Boolean(false)),
    ],
};

pub(in super::super) static SCHEDULE: Object = Object {
    name: "Schedule",
    fields: &[
        field("timezone", Schema::Text(Text::PLAIN)),
        field(
                "entries",
                Schema::List(List::of(const { &Schema::Object(&SCHEDULE_ENTRY) })),
            )
            .default(Literal::Texts(&[])),
    ],
};

pub(in super::super) static SCHEDULE_ENTRY: Object = Object {
    name: "ScheduleEntry",
    fields: &[
        field("start_day", Schema::Integer(Integer::PLAIN.min(0).max(6))),
        field("start_time", Schema::Text(Text::PLAIN.pattern("^\\d\\d:\\d\\d$"))),
        field("end_day", Schema::Integer(Integer::PLAIN.min(0).max(6))),
        field("end_time", Schema::Text(Text::PLAIN.pattern("^\\d\\d:\\d\\d$"))),
    ],
};
