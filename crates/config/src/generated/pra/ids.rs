// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Ids.

bt_sra_core::id_types! {
    /// Identifies a Jump Approval.
    JumpApprovalId,
    /// Identifies a MySQL Tunnel Jump.
    MySqlTunnelJumpId,
    /// Identifies a Network Tunnel Jump.
    NetworkTunnelJumpId,
    /// Identifies a Protocol Tunnel Jump.
    ProtocolTunnelJumpId,
    /// Identifies a PostgreSQL Tunnel Jump.
    PsqlTunnelJumpId,
    /// Identifies a Vendor.
    VendorId,
    /// Identifies a Web Jump.
    WebJumpId,
}
