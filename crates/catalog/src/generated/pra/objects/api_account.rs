// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, Object, Schema, Text};

pub(in super::super) static API_ACCOUNT: Object = Object {
    name: "ApiAccount",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).read_only(),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(4096))).read_only(),
        field("enabled", Schema::Boolean).read_only(),
        field("ip_addresses", Schema::Text(Text::PLAIN)).read_only(),
        field("client_id", Schema::Text(Text::PLAIN.max(40))).read_only(),
        field("failed_login_attempts", Schema::Integer(Integer::PLAIN)).read_only(),
        field("failed_login_expiration", Schema::Text(Text::PLAIN)).read_only(),
        field("ecm_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .read_only(),
        field(
                "perm_command",
                Schema::Text(Text::PLAIN.values(&["deny", "read_only", "full_access"])),
            )
            .read_only(),
        field("perm_reporting_support", Schema::Boolean).read_only(),
        field("perm_reporting_license", Schema::Boolean).read_only(),
        field("perm_reporting_vault", Schema::Boolean).read_only(),
        field("perm_reporting_jump_item", Schema::Boolean).read_only(),
        field("perm_reporting_syslog", Schema::Boolean).read_only(),
        field("perm_backup", Schema::Boolean).read_only(),
        field("perm_vault_backup", Schema::Boolean).read_only(),
        field("perm_ecm", Schema::Boolean).read_only(),
        field("perm_scim", Schema::Boolean).read_only(),
        field("perm_configuration", Schema::Boolean).read_only(),
        field("perm_configuration_vault_account", Schema::Boolean).read_only(),
    ],
};
