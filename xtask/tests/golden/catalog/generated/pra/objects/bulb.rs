// Made by `cargo xtask codegen` from an invented file.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, Object, Schema, Text};
use super::super::objects::LOCAL_SOURCE;

pub(in super::super) static BULB: Object = Object {
    name: "Bulb",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN)).required().read_only(),
        field("type", Schema::Text(Text::PLAIN.values(&["plain", "ca"]))).read_only(),
    ],
};

pub(in super::super) static BULB_DETAILS: &[Schema] = &[
    Schema::Object(&PLAIN_BULB),
    Schema::Object(&IMPORTED_BULB),
    Schema::Object(&MADE_BULB),
    Schema::Object(&LOCAL_SOURCE),
];

pub(in super::super) static CREATABLE_BULB: &[Schema] = &[
    Schema::Object(&PLAIN_BULB),
    Schema::Object(&IMPORTED_BULB),
    Schema::Object(&MADE_BULB),
];

pub(in super::super) static IMPORTED_BULB: Object = Object {
    name: "ImportedBulb",
    fields: &[
        field("type", Schema::Text(Text::PLAIN.values(&["ca"]))).required(),
        field("x509_cert", Schema::Text(Text::PLAIN)).required().read_only(),
        field("x509_key", Schema::Text(Text::PLAIN)).required().write_only().secret(),
    ],
};

pub(in super::super) static MADE_BULB: Object = Object {
    name: "MadeBulb",
    fields: &[
        field("type", Schema::Text(Text::PLAIN.values(&["ca"]))).required(),
        field("subject", Schema::Text(Text::PLAIN)).required(),
    ],
};

pub(in super::super) static PLAIN_BULB: Object = Object {
    name: "PlainBulb",
    fields: &[field("type", Schema::Text(Text::PLAIN.values(&["plain"]))).required()],
};
