// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, List, Literal, Object, Schema, Text};

pub(in super::super) static IP_RANGE: Object = Object {
    name: "IPRange",
    fields: &[
        field("start", Schema::Text(Text::PLAIN)),
        field("end", Schema::Text(Text::PLAIN)),
    ],
};

pub(in super::super) static JUMPOINT: Object = Object {
    name: "Jumpoint",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field(
                "platform",
                Schema::Text(Text::PLAIN.values(&["windows-x86", "linux-x86"])),
            )
            .required(),
        field(
            "code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("enabled", Schema::Boolean).default(Literal::Boolean(true)),
        field("connected", Schema::Boolean).read_only().default(Literal::Boolean(true)),
        field("clustered", Schema::Boolean).default(Literal::Boolean(false)),
        field("shell_jump_enabled", Schema::Boolean).default(Literal::Boolean(false)),
        field(
            "external_jump_item_network_id",
            Schema::Text(Text::PLAIN.min(0).max(1024)),
        ),
        field("protocol_tunnel_enabled", Schema::Boolean)
            .default(Literal::Boolean(true)),
        field(
                "rdp_service_account_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .nullable()
            .default(Literal::Null),
        field(
                "managed_ip_ranges",
                Schema::List(List::of(const { &Schema::Object(&IP_RANGE) })),
            )
            .default(Literal::Texts(&[])),
        field("jzp_enabled", Schema::Boolean).default(Literal::Boolean(false)),
        field("jzp_proxy_hostname", Schema::Text(Text::PLAIN.min(0).max(256)))
            .default(Literal::Text("")),
        field("jzp_proxy_port", Schema::Integer(Integer::PLAIN.min(1).max(65535)))
            .default(Literal::Integer(9555)),
        field("jzp_allow_http_get", Schema::Boolean).default(Literal::Boolean(false)),
        field(
                "jzp_client_address_restrictions_type",
                Schema::Text(
                    Text::PLAIN.values(&["no_restriction", "allow_all", "deny_all"]),
                ),
            )
            .default(Literal::Text("no_restriction")),
        field(
                "jzp_restricted_ips",
                Schema::List(List::of(const { &Schema::Text(Text::PLAIN) })),
            )
            .default(Literal::Texts(&[])),
        field("docker_deploy_key", Schema::Text(Text::PLAIN)).read_only().secret(),
        field("key_info", Schema::Text(Text::PLAIN)).read_only().secret(),
    ],
};

pub(in super::super) static JUMPOINT_NODE: Object = Object {
    name: "JumpointNode",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("last_connect_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .nullable(),
        field("last_disconnect_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .nullable(),
        field("public_ip", Schema::Text(Text::PLAIN.min(1).max(45))),
        field("private_ip", Schema::Text(Text::PLAIN.min(1).max(45))),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(255))),
    ],
};

pub(in super::super) static JUMPOINT_USER: Object = Object {
    name: "JumpointUser",
    fields: &[
        field("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
    ],
};
