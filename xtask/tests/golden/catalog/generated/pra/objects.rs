// Made by `cargo xtask codegen` from an invented file.
//! Objects of PRA, by group.

mod bulb;
mod jump_item;
mod lamp;
mod shared;
mod source;
mod unused;

pub(super) use bulb::{
    BULB, BULB_DETAILS, CREATABLE_BULB, IMPORTED_BULB, MADE_BULB, PLAIN_BULB,
};
pub(super) use jump_item::{COPY_JUMP_ITEM_LAMP, COPY_JUMP_ITEM_LAMP_ANSWER};
pub(super) use lamp::{
    APPROVE_LAMP, APPROVE_LAMP_ANSWER, APPROVE_LAMP_ERROR, CHOICE, CREATE_LAMP_INSTALLER,
    DELETE_LAMP_ROOM, LAMP, LAMP_CREDENTIAL, LAMP_DIM_CHANGES, LAMP_DIM_CHANGES_DETAILS,
    LAMP_EVENTS, LAMP_EVENTS_EVENT, LAMP_INSTALLER, LAMP_INSTALLER_KEY_INFO, LAMP_LABELS,
    LAMP_NODE, LAMP_RULE, MESSAGE, RANGE, RANGE_RANGE, ROOM, SCHEDULE,
    UNPROCESSABLE_ENTITY,
};
pub(super) use shared::LOCAL_SOURCE;
pub(super) use source::{DEEP_SOURCE, DEEP_SOURCE_HOST, SOURCE_DETAILS};
pub(super) use unused::{EXTENDED_SOURCE, FORGOTTEN, SOURCE};
