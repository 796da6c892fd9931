// Made by `cargo xtask codegen` from an invented file.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, Object, Schema, Text};

pub(in super::super) static LOCAL_SOURCE: Object = Object {
    name: "LocalSource",
    fields: &[
        field("type", Schema::Text(Text::PLAIN.values(&["local"]))),
        field("priority", Schema::Integer(Integer::PLAIN)).read_only(),
        field("motd_password", Schema::Text(Text::PLAIN))
            .nullable()
            .write_only()
            .secret(),
    ],
};
