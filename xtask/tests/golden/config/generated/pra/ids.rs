// Made by `cargo xtask codegen` from an invented file.
//! Ids.

bt_sra_core::id_types! {
    /// Identifies a Bulb.
    BulbId,
    /// Identifies a Lamp.
    LampId,
    /// Identifies a Lamp Jump.
    LampJumpId,
    /// Identifies a Source.
    SourceId,
}
