// Made by `cargo xtask codegen` from an invented file.
//! Operations of PRA, by group.

mod bulb;
mod jump_item;
mod lamp;
mod openapi_yaml;
mod source;

pub(super) use bulb::{BULB_INDEX, BULB_STORE, BULB_SHOW, BULB_UPDATE};
pub(super) use jump_item::JUMP_ITEM_LAMP_COPY;
pub(super) use lamp::{
    LAMP_INDEX, LAMP_STORE, ROOM_APPROVE, LAMP_CREATE_INSTALLER, LAMP_INSTALLER_DOWNLOAD,
    LAMP_SHOW, LAMP_UPDATE, LAMP_DESTROY, LAMP_CHECK_IN, LAMP_CHECK_OUT, LAMP_DIM_CHANGE,
    LAMP_EVENTS_INDEX, LAMP_NODE_INDEX, LAMP_ROOMS, LAMP_ROOM_DESTROY, LAMP_SHOW_SCHEDULE,
};
pub(super) use openapi_yaml::SPEC;
pub(super) use source::SOURCE_SHOW;
