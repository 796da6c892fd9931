// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Objects of RS.

use crate::make::field;
use crate::schema::{Integer, Object, Schema, Text};

pub(in super::super) static ACCOUNT_INJECTABLE_JUMP_RESPONSE: Object = Object {
    name: "AccountInjectableJumpResponse",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))).required(),
        field(
            "account_group_id",
            Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
        ),
        field(
                "type",
                Schema::Text(
                    Text::PLAIN.values(&["jump_client", "remote_rdp", "shell_jump"]),
                ),
            )
            .required(),
    ],
};

pub(in super::super) static EXTENDED_SECURITY_PROVIDER: Object = Object {
    name: "ExtendedSecurityProvider",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("type", Schema::Text(Text::PLAIN.values(&["oidc", "saml_portal"])))
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).read_only(),
        field("enabled", Schema::Boolean).read_only(),
        field("user_authentication", Schema::Boolean).read_only(),
        field("group_lookup", Schema::Boolean).read_only(),
        field("priority", Schema::Integer(Integer::PLAIN.min(0).max(2147483647)))
            .read_only(),
        field("default_policy", Schema::Integer(Integer::PLAIN.min(0).max(2147483647)))
            .read_only(),
    ],
};

pub(in super::super) static O_AUTH_ERROR_RESPONSE: Object = Object {
    name: "OAuthErrorResponse",
    fields: &[
        field(
            "error",
            Schema::Text(
                Text::PLAIN
                    .values(
                        &[
                            "access_denied",
                            "invalid_client",
                            "invalid_credentials",
                            "invalid_grant",
                            "invalid_request",
                            "server_error",
                            "unauthorized_client",
                            "unsupported_grant_type",
                            "unsupported_response_type",
                        ],
                    ),
            ),
        ),
        field("message", Schema::Text(Text::PLAIN)),
    ],
};
