// Made by `cargo xtask codegen` from an invented file.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Object, Schema, Text};

pub(in super::super) static COPY_JUMP_ITEM_LAMP: Object = Object {
    name: "CopyJumpItemLamp",
    fields: &[
        field("name", Schema::Text(Text::PLAIN)).required(),
        field("room", Schema::Text(Text::PLAIN)),
    ],
};

pub(in super::super) static COPY_JUMP_ITEM_LAMP_ANSWER: Object = Object {
    name: "CopyJumpItemLampAnswer",
    fields: &[field("destId", Schema::Text(Text::PLAIN))],
};
