// Made by `cargo xtask codegen` from an invented file.
//! Ids.

bt_sra_core::id_types! {
    /// Identifies a Bulb.
    BulbId,
    /// Identifies a Lamp Room.
    LampRoomId,
}
