// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Objects of RS.

use crate::make::field;
use crate::schema::{Integer, List, Literal, Object, Schema, Text};

pub(in super::super) static PUBLIC_PORTAL: Object = Object {
    name: "PublicPortal",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).read_only(),
        field("addresses", Schema::List(List::of(const { &Schema::Text(Text::PLAIN) })))
            .read_only()
            .default(Literal::Texts(&[])),
    ],
};
