// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Objects of RS.

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
        field("schedule_strict", Schema::Boolean).default(Literal::Boolean(false)),
        field("ticket_id_required", Schema::Boolean).default(Literal::Boolean(false)),
        field("two_factor_challenge_required", Schema::Boolean)
            .default(Literal::Boolean(false)),
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
