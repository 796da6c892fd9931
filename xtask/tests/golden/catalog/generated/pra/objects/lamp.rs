// Made by `cargo xtask codegen` from an invented file.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, List, Literal, Object, Schema, Text};

pub(in super::super) static APPROVE_LAMP: Object = Object {
    name: "ApproveLamp",
    fields: &[field("answer", Schema::Boolean)],
};

pub(in super::super) static APPROVE_LAMP_ANSWER: Object = Object {
    name: "ApproveLampAnswer",
    fields: &[field("message", Schema::Text(Text::PLAIN))],
};

pub(in super::super) static APPROVE_LAMP_ERROR: Object = Object {
    name: "ApproveLampError",
    fields: &[field("message", Schema::Text(Text::PLAIN))],
};

pub(in super::super) static CHOICE: Object = Object {
    name: "Choice",
    fields: &[
        field("list", Schema::List(List::of(const { &Schema::Integer(Integer::PLAIN) }))),
    ],
};

pub(in super::super) static CREATE_LAMP_INSTALLER: Object = Object {
    name: "CreateLampInstaller",
    fields: &[
        field("room", Schema::Text(Text::PLAIN)).required(),
        field("valid_minutes", Schema::Integer(Integer::PLAIN.min(10).max(525600)))
            .default(Literal::Integer(1440)),
        field(
            "on_dates",
            Schema::List(List::of(const { &Schema::Text(Text::PLAIN.date_time()) })),
        ),
    ],
};

pub(in super::super) static DELETE_LAMP_ROOM: Object = Object {
    name: "DeleteLampRoom",
    fields: &[field("room_id", Schema::Integer(Integer::PLAIN.min(1))).required()],
};

pub(in super::super) static LAMP: Object = Object {
    name: "Lamp",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN)).required().read_only(),
        field("code", Schema::Text(Text::PLAIN)).required().read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field(
            "type",
            Schema::Text(
                Text::PLAIN
                    .values(
                        &["VT100", "HTTP POST", "linux-x86", "displayName", "IPv6_ICMP"],
                    ),
            ),
        ),
        field("kind", Schema::Text(Text::PLAIN.values(&["floor", "ceiling"])))
            .required()
            .default(Literal::Text("floor")),
        field("shade", Schema::Text(Text::PLAIN.values(&["glass", "paper"]))),
        field("ttl", Schema::Integer(Integer::PLAIN.values(&[60, 120, 300]).or_text())),
        field("level", Schema::Integer(Integer::PLAIN.values(&[0, 1, 2]))),
        field("port", Schema::Integer(Integer::PLAIN.min(1).max(65535))),
        field("watts", Schema::Integer(Integer::PLAIN.min(1))),
        field("brightness", Schema::Number),
        field(
            "code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
        field("room", Schema::Object(&ROOM)),
        field("room_id", Schema::Integer(Integer::PLAIN))
            .nullable()
            .default(Literal::Null),
        field("on", Schema::Boolean).default(Literal::Boolean(true)),
        field(
                "tags",
                Schema::List(
                    List::of(const { &Schema::Text(Text::PLAIN.min(1)) }).max(3),
                ),
            )
            .default(Literal::Texts(&[])),
        field(
            "nicknames",
            Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(1)),
        ),
        field(
                "portal_ids",
                Schema::List(List::of(const { &Schema::OneOf(LAMP_PORTAL_ID) })),
            )
            .default(Literal::Texts(&["All portals"])),
        field("filter", Schema::OneOf(LAMP_FILTER)),
        field("address", Schema::Text(Text::PLAIN)),
        field("comment", Schema::Text(Text::PLAIN)).nullable(),
        field("serial", Schema::OneOf(LAMP_SERIAL)),
        field("switched_at", Schema::Text(Text::PLAIN.date_time())).read_only(),
        field("password", Schema::Text(Text::PLAIN.password())).secret(),
        field("key", Schema::Text(Text::PLAIN)).required().write_only().secret(),
        field("labels", Schema::Object(&LAMP_LABELS)),
        field("rules", Schema::List(List::of(const { &Schema::Object(&LAMP_RULE) }))),
        field("wrapped", Schema::Object(&ROOM)).read_only(),
        field("anything", Schema::Any),
    ],
};

pub(in super::super) static LAMP_CREDENTIAL: Object = Object {
    name: "LampCredential",
    fields: &[
        field("username", Schema::Text(Text::PLAIN)),
        field("private_key", Schema::Text(Text::PLAIN)).secret(),
        field("token", Schema::Text(Text::PLAIN)).secret(),
    ],
};

pub(in super::super) static LAMP_DIM_CHANGES: Object = Object {
    name: "LampDimChanges",
    fields: &[
        field(
            "added",
            Schema::List(List::of(const { &Schema::Integer(Integer::PLAIN) }).min(1)),
        ),
    ],
};

pub(in super::super) static LAMP_DIM_CHANGES_DETAILS: Object = Object {
    name: "LampDimChangesDetails",
    fields: &[field("message", Schema::Text(Text::PLAIN))],
};

pub(in super::super) static LAMP_EVENTS: Object = Object {
    name: "LampEvents",
    fields: &[
        field(
            "events",
            Schema::List(List::of(const { &Schema::Object(&LAMP_EVENTS_EVENT) })),
        ),
    ],
};

pub(in super::super) static LAMP_EVENTS_EVENT: Object = Object {
    name: "LampEventsEvent",
    fields: &[field("at", Schema::Text(Text::PLAIN.date_time()))],
};

pub(in super::super) static LAMP_FILTER: &[Schema] = &[
    Schema::Object(&RANGE),
    Schema::Object(&CHOICE),
];

pub(in super::super) static LAMP_INSTALLER: Object = Object {
    name: "LampInstaller",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN)).required().read_only(),
        field("key_info", Schema::Object(&LAMP_INSTALLER_KEY_INFO)),
    ],
};

pub(in super::super) static LAMP_INSTALLER_KEY_INFO: Object = Object {
    name: "LampInstallerKeyInfo",
    fields: &[
        field("encodedInfo", Schema::Text(Text::PLAIN)).secret(),
        field("filename", Schema::Text(Text::PLAIN)).secret(),
    ],
};

pub(in super::super) static LAMP_LABELS: Object = Object {
    name: "LampLabels",
    fields: &[
        field("Key", Schema::Text(Text::PLAIN)),
        field("encodedInfo", Schema::Text(Text::PLAIN)).nullable(),
    ],
};

pub(in super::super) static LAMP_NODE: Object = Object {
    name: "LampNode",
    fields: &[field("name", Schema::Text(Text::PLAIN)).read_only()],
};

pub(in super::super) static LAMP_PORTAL_ID: &[Schema] = &[
    Schema::Text(Text::PLAIN),
    Schema::Integer(Integer::PLAIN),
];

pub(in super::super) static LAMP_RULE: Object = Object {
    name: "LampRule",
    fields: &[field("start_time", Schema::Text(Text::PLAIN.pattern("^\\d\\d:\\d\\d$")))],
};

pub(in super::super) static LAMP_SERIAL: &[Schema] = &[
    Schema::Text(Text::PLAIN),
    Schema::Integer(Integer::PLAIN),
];

pub(in super::super) static MESSAGE: Object = Object {
    name: "Message",
    fields: &[field("message", Schema::Text(Text::PLAIN))],
};

pub(in super::super) static RANGE: Object = Object {
    name: "Range",
    fields: &[field("range", Schema::Object(&RANGE_RANGE)).required()],
};

pub(in super::super) static RANGE_RANGE: Object = Object {
    name: "RangeRange",
    fields: &[
        field("start", Schema::Integer(Integer::PLAIN)),
        field("end", Schema::Integer(Integer::PLAIN)),
    ],
};

pub(in super::super) static ROOM: Object = Object {
    name: "Room",
    fields: &[field("name", Schema::Text(Text::PLAIN))],
};

pub(in super::super) static SCHEDULE: Object = Object {
    name: "Schedule",
    fields: &[field("timezone", Schema::Text(Text::PLAIN))],
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
