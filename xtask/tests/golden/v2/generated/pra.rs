// Made by `cargo xtask codegen` from an invented file.
//! The Sample API of Privileged Remote Access. Start with [`Sample`].

mod bulb;
mod ids;
mod lamp;
mod sample;

pub use self::bulb::{Bulbs, Bulb};
pub use self::ids::{BulbId, LampRoomId};
pub use self::lamp::{
    Lamps, LampList, LampRooms, LampRoomCall, FloorLamp, Lamp, MessageResponse, NewRoom,
    Room, WallLamp, LampType, RoomState,
};
pub use self::sample::{Sample, Rights, State, StateError};
pub use bt_sra_xml_model::Lsid;
