// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, List, Object, Schema, Text};

pub(in super::super) static KERBEROS_SECURITY_PROVIDER: Object = Object {
    name: "KerberosSecurityProvider",
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
        field("sync_display_name", Schema::Boolean).read_only(),
        field("strip_realm", Schema::Boolean).read_only(),
        field("user_mode", Schema::Integer(Integer::PLAIN.min(0).max(2))).read_only(),
        field(
                "allowed_users",
                Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
            )
            .read_only(),
        field("allowed_users_regex", Schema::Text(Text::PLAIN)).read_only(),
        field("spn_mode", Schema::Boolean).read_only(),
        field(
                "allowed_spns",
                Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
            )
            .read_only(),
        field(
                "external_lookup",
                Schema::List(
                    List::of(const {
                            &Schema::Integer(Integer::PLAIN.min(1).max(2147483647))
                        })
                        .min(0),
                ),
            )
            .read_only(),
    ],
};

pub(in super::super) static LDAP_SECURITY_PROVIDER: Object = Object {
    name: "LDAPSecurityProvider",
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
        field("auth_provider", Schema::Boolean).read_only(),
        field("ldap_cache", Schema::Boolean).read_only(),
        field("anonymous_bind", Schema::Boolean).read_only(),
        field("ldap_search", Schema::Integer(Integer::PLAIN)).read_only(),
        field("proxy", Schema::Boolean).read_only(),
        field("search_base_dn", Schema::Text(Text::PLAIN)).read_only(),
        field("user_query", Schema::Text(Text::PLAIN)).read_only(),
        field("browse_query", Schema::Text(Text::PLAIN)).read_only(),
        field(
                "unique_id",
                Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
            )
            .read_only(),
        field(
                "display_name",
                Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
            )
            .read_only(),
        field(
                "email",
                Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
            )
            .read_only(),
        field("username", Schema::Text(Text::PLAIN)).read_only(),
        field(
                "paged_search_timeout",
                Schema::Integer(Integer::PLAIN.min(600000).max(36000000)),
            )
            .read_only(),
        field("hostname", Schema::Text(Text::PLAIN)).read_only(),
        field("port", Schema::Integer(Integer::PLAIN.min(1).max(65535))).read_only(),
        field("encryption", Schema::Integer(Integer::PLAIN.values(&[0, 1, 2])))
            .read_only(),
        field("recursive_groups", Schema::Boolean).read_only(),
        field(
                "object_classes",
                Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
            )
            .read_only(),
        field(
                "group_relationships",
                Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
            )
            .read_only(),
        field(
                "photo",
                Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
            )
            .read_only(),
        field(
                "group_schema_object_classes",
                Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
            )
            .read_only(),
        field(
                "group_schema_browse_query",
                Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
            )
            .read_only(),
        field("group_schema_base_dn", Schema::Text(Text::PLAIN)).read_only(),
        field(
                "group_display_name",
                Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
            )
            .read_only(),
        field("sync_display_name", Schema::Boolean).read_only(),
    ],
};

pub(in super::super) static LOCAL_SECURITY_PROVIDER: Object = Object {
    name: "LocalSecurityProvider",
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

pub(in super::super) static RADIUS_SECURITY_PROVIDER: Object = Object {
    name: "RadiusSecurityProvider",
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
        field(
            "allowed_users",
            Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
        ),
        field("hostname", Schema::Text(Text::PLAIN)).read_only(),
        field("port", Schema::Integer(Integer::PLAIN.min(1).max(65535))).read_only(),
        field("timeout", Schema::Integer(Integer::PLAIN.min(1).max(180))).read_only(),
        field(
                "external_lookup",
                Schema::List(
                    List::of(const {
                            &Schema::Integer(Integer::PLAIN.min(1).max(2147483647))
                        })
                        .min(0),
                ),
            )
            .read_only(),
        field("sync_display_name", Schema::Boolean).read_only(),
    ],
};

pub(in super::super) static SAML_SECURITY_PROVIDER: Object = Object {
    name: "SAMLSecurityProvider",
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
        field("group_lookup_attribute_name", Schema::Text(Text::PLAIN)).read_only(),
        field(
            "available_groups",
            Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(0)),
        ),
        field("display_name", Schema::Text(Text::PLAIN)).read_only(),
        field("email", Schema::Text(Text::PLAIN)).read_only(),
        field("user_name", Schema::Text(Text::PLAIN)).read_only(),
        field("login_url", Schema::Text(Text::PLAIN)).read_only(),
        field("force_signed_request", Schema::Boolean).read_only(),
        field("sp_entity_id", Schema::Text(Text::PLAIN)).read_only(),
        field("entity_id", Schema::Text(Text::PLAIN)).read_only(),
        field("group_delimiter", Schema::Text(Text::PLAIN)).read_only(),
        field("case_insensitive_name_ids", Schema::Boolean).read_only(),
        field(
                "sso_url_protocol_binding",
                Schema::Text(Text::PLAIN.values(&["HTTP Redirect", "HTTP POST"])),
            )
            .read_only(),
        field("sync_display_name", Schema::Boolean).read_only(),
    ],
};

pub(in super::super) static SCIM_SECURITY_PROVIDER: Object = Object {
    name: "SCIMSecurityProvider",
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
        field("unique_id_attribute_name", Schema::Text(Text::PLAIN)).read_only(),
        field("display_name", Schema::Text(Text::PLAIN)).read_only(),
        field("email", Schema::Text(Text::PLAIN)).read_only(),
        field("user_name", Schema::Text(Text::PLAIN)).read_only(),
        field(
                "scim_user_query_id",
                Schema::Text(Text::PLAIN.values(&["id", "externalId", "userName"])),
            )
            .read_only(),
        field(
                "scim_group_query_id",
                Schema::Text(Text::PLAIN.values(&["id", "externalId", "displayName"])),
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
    ],
};

pub(in super::super) static SECURITY_PROVIDER_DETAILS: &[Schema] = &[
    Schema::Object(&SAML_SECURITY_PROVIDER),
    Schema::Object(&SCIM_SECURITY_PROVIDER),
    Schema::Object(&LDAP_SECURITY_PROVIDER),
    Schema::Object(&LOCAL_SECURITY_PROVIDER),
    Schema::Object(&RADIUS_SECURITY_PROVIDER),
    Schema::Object(&KERBEROS_SECURITY_PROVIDER),
];
