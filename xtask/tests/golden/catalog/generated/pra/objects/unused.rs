// Made by `cargo xtask codegen` from an invented file.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, Object, Schema, Text};

pub(in super::super) static EXTENDED_SOURCE: Object = Object {
    name: "ExtendedSource",
    fields: &[
        field("type", Schema::Text(Text::PLAIN.values(&["local", "ldap", "HTTP POST"]))),
        field("priority", Schema::Integer(Integer::PLAIN)).read_only(),
        field("motd_password", Schema::Text(Text::PLAIN))
            .nullable()
            .write_only()
            .secret(),
    ],
};

pub(in super::super) static FORGOTTEN: Object = Object {
    name: "Forgotten",
    fields: &[
        field("child", Schema::Object(&FORGOTTEN)),
        field("odd", Schema::Text(Text::PLAIN)),
    ],
};

pub(in super::super) static SOURCE: Object = Object {
    name: "Source",
    fields: &[
        field("type", Schema::Text(Text::PLAIN.values(&["local", "ldap", "HTTP POST"]))),
    ],
};
