// Made by `cargo xtask codegen` from an invented file.
//! The Configuration API of Privileged Remote Access. Start with [`Config`].

mod bulb;
mod config;
mod ids;
mod lamp;
mod lamp_jump;
mod lamp_requests;
mod shared;
mod source;

pub use self::bulb::{
    Bulbs, BulbList, Bulb, BulbDetails, NewBulb, ImportedBulb, NewImportedBulb, MadeBulb,
    NewMadeBulb, PlainBulb, NewPlainBulb, PlainBulbPatch, BulbType, MadeBulbType,
    PlainBulbType,
};
pub use self::config::Config;
pub use self::ids::{BulbId, LampId, LampJumpId, SourceId};
pub use self::lamp::{
    Lamps, LampList, LampNodeList, LampInstallers, LampRooms, LampRoomList,
    ApproveLampAnswer, Choice, Lamp, LampCredential, LampDimChangesDetails, LampEvents,
    LampEventsEvent, LampFilter, LampInstaller, LampInstallerKeyInfo, LampLabels,
    LampNode, LampPortalId, LampRule, LampSerial, Range, RangeRange, Room, Schedule,
    LampInstallerPlatform, LampKind, LampLevel, LampShade, LampTtl, LampType,
};
pub use self::lamp_jump::{LampJumps, CopyJumpItemLamp, CopyJumpItemLampAnswer};
pub use self::lamp_requests::{
    NewLampInstaller, NewLamp, LampPatch, LampDimChanges, NewLampLabels, NewRoom,
};
pub use self::shared::{LocalSource, LocalSourceType};
pub use self::source::{
    Sources, DeepSource, DeepSourceHost, SourceDetails, DeepSourceType,
};
