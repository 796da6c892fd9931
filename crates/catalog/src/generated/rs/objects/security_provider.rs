// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Objects of RS.

use crate::make::field;
use crate::schema::{Integer, Object, Schema, Text};

pub(in super::super) static OIDC_SECURITY_PROVIDER: Object = Object {
    name: "OIDCSecurityProvider",
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

pub(in super::super) static SAML_FOR_PUBLIC_PORTALS_SECURITY_PROVIDER: Object = Object {
    name: "SAMLForPublicPortalsSecurityProvider",
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
        field("display_name", Schema::Text(Text::PLAIN)).read_only(),
        field("email", Schema::Text(Text::PLAIN)).read_only(),
        field("user_name", Schema::Text(Text::PLAIN)).read_only(),
        field("login_url", Schema::Text(Text::PLAIN)).read_only(),
        field("sp_entity_id", Schema::Text(Text::PLAIN)).read_only(),
        field("entity_id", Schema::Text(Text::PLAIN)).read_only(),
        field(
                "sso_url_protocol_binding",
                Schema::Text(Text::PLAIN.values(&["HTTP Redirect", "HTTP POST"])),
            )
            .read_only(),
    ],
};

pub(in super::super) static SECURITY_PROVIDER: Object = Object {
    name: "SecurityProvider",
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
    ],
};

pub(in super::super) static SECURITY_PROVIDER_DETAILS: &[Schema] = &[
    Schema::Object(&SAML_FOR_PUBLIC_PORTALS_SECURITY_PROVIDER),
    Schema::Object(&OIDC_SECURITY_PROVIDER),
];
