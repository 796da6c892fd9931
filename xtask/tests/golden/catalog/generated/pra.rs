// Made by `cargo xtask codegen` from an invented file.
//! The tables of Privileged Remote Access.

use crate::Catalog;
use crate::schema::{Object, Operation};

mod objects;
mod operations;

/// The Configuration API of Privileged Remote Access, version 1.10.
pub static PRA: Catalog = Catalog {
    version: "1.10",
    operations: &OPERATIONS,
    objects: OBJECTS,
};

static OPERATIONS: [Operation; 23usize] = [
    operations::BULB_INDEX,
    operations::BULB_STORE,
    operations::BULB_SHOW,
    operations::BULB_UPDATE,
    operations::JUMP_ITEM_LAMP_COPY,
    operations::LAMP_INDEX,
    operations::LAMP_STORE,
    operations::ROOM_APPROVE,
    operations::LAMP_CREATE_INSTALLER,
    operations::LAMP_INSTALLER_DOWNLOAD,
    operations::LAMP_SHOW,
    operations::LAMP_UPDATE,
    operations::LAMP_DESTROY,
    operations::LAMP_CHECK_IN,
    operations::LAMP_CHECK_OUT,
    operations::LAMP_DIM_CHANGE,
    operations::LAMP_EVENTS_INDEX,
    operations::LAMP_NODE_INDEX,
    operations::LAMP_ROOMS,
    operations::LAMP_ROOM_DESTROY,
    operations::LAMP_SHOW_SCHEDULE,
    operations::SPEC,
    operations::SOURCE_SHOW,
];

static OBJECTS: &[&Object] = &[
    &objects::APPROVE_LAMP,
    &objects::APPROVE_LAMP_ANSWER,
    &objects::APPROVE_LAMP_ERROR,
    &objects::BULB,
    &objects::CHOICE,
    &objects::COPY_JUMP_ITEM_LAMP,
    &objects::COPY_JUMP_ITEM_LAMP_ANSWER,
    &objects::CREATE_LAMP_INSTALLER,
    &objects::DEEP_SOURCE,
    &objects::DEEP_SOURCE_HOST,
    &objects::DELETE_LAMP_ROOM,
    &objects::EXTENDED_SOURCE,
    &objects::FORGOTTEN,
    &objects::IMPORTED_BULB,
    &objects::LAMP,
    &objects::LAMP_CREDENTIAL,
    &objects::LAMP_DIM_CHANGES,
    &objects::LAMP_DIM_CHANGES_DETAILS,
    &objects::LAMP_EVENTS,
    &objects::LAMP_EVENTS_EVENT,
    &objects::LAMP_INSTALLER,
    &objects::LAMP_INSTALLER_KEY_INFO,
    &objects::LAMP_LABELS,
    &objects::LAMP_NODE,
    &objects::LAMP_RULE,
    &objects::LOCAL_SOURCE,
    &objects::MADE_BULB,
    &objects::MESSAGE,
    &objects::PLAIN_BULB,
    &objects::RANGE,
    &objects::RANGE_RANGE,
    &objects::ROOM,
    &objects::SCHEDULE,
    &objects::SOURCE,
    &objects::UNPROCESSABLE_ENTITY,
];
