// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Ids.

bt_sra_core::id_types! {
    /// Identifies a Public Portal.
    PublicPortalId,
    /// Identifies a Rep Status.
    RepStatusId,
}
