// Made by `cargo xtask codegen` from an invented file.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, List, Object, Schema, Text};
use super::super::objects::LOCAL_SOURCE;

pub(in super::super) static DEEP_SOURCE: Object = Object {
    name: "DeepSource",
    fields: &[
        field("type", Schema::Text(Text::PLAIN.values(&["ldap", "HTTP POST"])))
            .required(),
        field("priority", Schema::Integer(Integer::PLAIN.max(9))).read_only(),
        field("motd_password", Schema::Text(Text::PLAIN.max(64))).write_only().secret(),
        field(
                "hosts",
                Schema::List(List::of(const { &Schema::Object(&DEEP_SOURCE_HOST) })),
            )
            .required(),
    ],
};

pub(in super::super) static DEEP_SOURCE_HOST: Object = Object {
    name: "DeepSourceHost",
    fields: &[field("name", Schema::Text(Text::PLAIN))],
};

pub(in super::super) static SOURCE_DETAILS: &[Schema] = &[
    Schema::Object(&LOCAL_SOURCE),
    Schema::Object(&DEEP_SOURCE),
];
