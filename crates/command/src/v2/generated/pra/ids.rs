// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! Ids.

bt_sra_core::id_types! {
    /// Identifies a Client.
    ClientId,
}
