// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

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
                    Text::PLAIN
                        .values(
                            &[
                                "jump_client",
                                "remote_rdp",
                                "shell_jump",
                                "web_jump",
                                "protocol_tunnel",
                            ],
                        ),
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
        field(
                "type",
                Schema::Text(
                    Text::PLAIN
                        .values(&["local", "ldap", "radius", "kerberos", "saml", "scim"]),
                ),
            )
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

pub(in super::super) static OIDC_SECURITY_PROVIDER: Object = Object {
    name: "OIDCSecurityProvider",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field(
                "type",
                Schema::Text(
                    Text::PLAIN
                        .values(&["local", "ldap", "radius", "kerberos", "saml", "scim"]),
                ),
            )
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
