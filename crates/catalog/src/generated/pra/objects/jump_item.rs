// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, List, Literal, Object, Schema, Text};

pub(in super::super) static MY_SQL_TUNNEL_JUMP_ITEM: Object = Object {
    name: "MySQLTunnelJumpItem",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable(),
        field(
                "session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
        field("tunnel_listen_address", Schema::Text(Text::PLAIN.min(0).max(32)))
            .default(Literal::Text("127.0.0.1")),
        field("username", Schema::Text(Text::PLAIN.min(0).max(128))),
        field("database", Schema::Text(Text::PLAIN.min(0).max(128))),
    ],
};

pub(in super::super) static NETWORK_TUNNEL_JUMP_ITEM: Object = Object {
    name: "NetworkTunnelJumpItem",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable(),
        field(
                "session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
        field(
                "filter_rules",
                Schema::List(
                    List::of(const {
                            &Schema::Object(&NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE)
                        })
                        .min(1)
                        .max(50),
                ),
            )
            .required(),
    ],
};

pub(in super::super) static NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE: Object = Object {
    name: "NetworkTunnelJumpItemFilterRule",
    fields: &[
        field(
                "ip_addresses",
                Schema::OneOf(NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_IP_ADDRESSES),
            )
            .required(),
        field(
                "protocol",
                Schema::Text(
                    Text::PLAIN
                        .values(
                            &[
                                "HOPOPT",
                                "ICMP",
                                "IGMP",
                                "GGP",
                                "IPinIP",
                                "ST",
                                "TCP",
                                "CBT",
                                "EGP",
                                "IGP",
                                "BBN_RCC_MON",
                                "NVPII",
                                "PUP",
                                "ARGUS",
                                "EMCON",
                                "XNET",
                                "CHAOS",
                                "UDP",
                                "MUX",
                                "DCN_MEAS",
                                "HMP",
                                "PRM",
                                "XNS_IDP",
                                "TRUNK_1",
                                "TRUNK_2",
                                "LEAF_1",
                                "LEAF_2",
                                "RDP",
                                "IRTP",
                                "ISO_TP4",
                                "NETBLT",
                                "MFE_NSP",
                                "MERIT_INP",
                                "DCCP",
                                "ThirdPartyConnect",
                                "IDPR",
                                "XTP",
                                "DDP",
                                "IDPR_CMTP",
                                "TransportProtocol",
                                "IL",
                                "IPv6",
                                "SDRP",
                                "IPv6_Route",
                                "IPv6_Frag",
                                "IDRP",
                                "RSVP",
                                "GRE",
                                "DSR",
                                "BNA",
                                "ESP",
                                "AH",
                                "I_NLSP",
                                "SwIPe",
                                "NARP",
                                "MOBILE",
                                "TLSP",
                                "SKIP",
                                "IPv6_ICMP",
                                "IPv6_NoNxt",
                                "IPv6_Opts",
                                "AnyHostInternal",
                                "CFTP",
                                "AnyLocalNetwork",
                                "SAT_EXPAK",
                                "KRYPTOLAN",
                                "RVD",
                                "IPPC",
                                "AnyDistFilesystem",
                                "SAT_MON",
                                "VISA",
                                "IPCU",
                                "CPNX",
                                "CPHB",
                                "WSN",
                                "PVP",
                                "BR_SAT_MON",
                                "SUN_ND",
                                "WB_MON",
                                "WB_EXPAK",
                                "ISO_IP",
                                "VMTP",
                                "SECURE_VMTP",
                                "VINES",
                                "TTP",
                                "IPTM",
                                "NSFNET_IGP",
                                "DGP",
                                "TCF",
                                "EIGRP",
                                "OSPF",
                                "Sprite_RPC",
                                "LARP",
                                "MTP",
                                "AX25",
                                "OS",
                                "MICP",
                                "SCC_SP",
                                "ETHERIP",
                                "ENCAP",
                                "AnyPrivateEncryption",
                                "GMTP",
                                "IFMP",
                                "PNNI",
                                "PIM",
                                "ARIS",
                                "SCPS",
                                "QNX",
                                "ActiveNetworks",
                                "IPComp",
                                "SNP",
                                "Compaq_Peer",
                                "IPXinIP",
                                "VRRP",
                                "PGM",
                                "AnyZeroHop",
                                "L2TP",
                                "DDX",
                                "IATP",
                                "STP",
                                "SRP",
                                "UTI",
                                "SMP",
                                "SM",
                                "PTP",
                                "ISISoverIPv4",
                                "FIRE",
                                "CRTP",
                                "CRUDP",
                                "SSCOPMCE",
                                "IPLT",
                                "SPS",
                                "PIPE",
                                "SCTP",
                                "FC",
                                "RSVP_E2E_IGNORE",
                                "MobilityHeader",
                                "UDPLite",
                                "MPLSinIP",
                                "manet",
                                "HIP",
                                "Shim6",
                                "WESP",
                                "ROHC",
                                "Ethernet",
                                "AGGFRAG",
                                "NSH",
                                "ANY",
                            ],
                        ),
                ),
            )
            .default(Literal::Text("ANY")),
        field("ports", Schema::OneOf(NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_PORTS)),
    ],
};

pub(in super::super) static NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_IP_ADDRESS_CIDR: Object = Object {
    name: "NetworkTunnelJumpItemFilterRuleIPAddressCIDR",
    fields: &[field("cidr", Schema::Text(Text::PLAIN)).required()],
};

pub(in super::super) static NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_IP_ADDRESS_LIST: Object = Object {
    name: "NetworkTunnelJumpItemFilterRuleIPAddressList",
    fields: &[
        field(
            "list",
            Schema::List(List::of(const { &Schema::Text(Text::PLAIN) }).min(1).max(16)),
        ),
    ],
};

pub(in super::super) static NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_IP_ADDRESS_RANGE: Object = Object {
    name: "NetworkTunnelJumpItemFilterRuleIPAddressRange",
    fields: &[
        field(
                "range",
                Schema::Object(
                    &NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_IP_ADDRESS_RANGE_RANGE,
                ),
            )
            .required(),
    ],
};

pub(in super::super) static NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_IP_ADDRESS_RANGE_RANGE: Object = Object {
    name: "NetworkTunnelJumpItemFilterRuleIPAddressRangeRange",
    fields: &[
        field("start", Schema::Text(Text::PLAIN)).required(),
        field("end", Schema::Text(Text::PLAIN)).required(),
    ],
};

pub(in super::super) static NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_IP_ADDRESSES: &[Schema] = &[
    Schema::Object(&NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_IP_ADDRESS_CIDR),
    Schema::Object(&NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_IP_ADDRESS_RANGE),
    Schema::Object(&NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_IP_ADDRESS_LIST),
];

pub(in super::super) static NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_PORT_LIST: Object = Object {
    name: "NetworkTunnelJumpItemFilterRulePortList",
    fields: &[
        field(
            "list",
            Schema::List(
                List::of(const { &Schema::Integer(Integer::PLAIN.min(1).max(65535)) })
                    .min(0)
                    .max(42),
            ),
        ),
    ],
};

pub(in super::super) static NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_PORT_RANGE: Object = Object {
    name: "NetworkTunnelJumpItemFilterRulePortRange",
    fields: &[
        field(
                "range",
                Schema::Object(&NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_PORT_RANGE_RANGE),
            )
            .required(),
    ],
};

pub(in super::super) static NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_PORT_RANGE_RANGE: Object = Object {
    name: "NetworkTunnelJumpItemFilterRulePortRangeRange",
    fields: &[
        field("start", Schema::Integer(Integer::PLAIN.min(1).max(65535))).required(),
        field("end", Schema::Integer(Integer::PLAIN.min(1).max(65535))).required(),
    ],
};

pub(in super::super) static NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_PORTS: &[Schema] = &[
    Schema::Object(&NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_PORT_RANGE),
    Schema::Object(&NETWORK_TUNNEL_JUMP_ITEM_FILTER_RULE_PORT_LIST),
];

pub(in super::super) static POSTGRE_SQL_TUNNEL_JUMP_ITEM: Object = Object {
    name: "PostgreSQLTunnelJumpItem",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable(),
        field(
                "session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
        field("tunnel_listen_address", Schema::Text(Text::PLAIN.min(0).max(32)))
            .default(Literal::Text("127.0.0.1")),
        field("username", Schema::Text(Text::PLAIN.min(0).max(128))),
        field("database", Schema::Text(Text::PLAIN.min(0).max(128))),
    ],
};

pub(in super::super) static PROTOCOL_TUNNEL_JUMP_ITEM: Object = Object {
    name: "ProtocolTunnelJumpItem",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable(),
        field(
                "session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
        field("tunnel_listen_address", Schema::Text(Text::PLAIN.min(0).max(32)))
            .default(Literal::Text("127.0.0.1")),
        field("tunnel_definitions", Schema::Text(Text::PLAIN.min(0).max(5000))),
        field("tunnel_type", Schema::Text(Text::PLAIN.values(&["tcp", "mssql", "k8s"])))
            .default(Literal::Text("tcp")),
        field("username", Schema::Text(Text::PLAIN.min(0).max(128))),
        field("database", Schema::Text(Text::PLAIN.min(0).max(128))),
        field("url", Schema::Text(Text::PLAIN.min(1).max(256))),
        field("ca_certificates", Schema::Text(Text::PLAIN.min(1).max(12288))),
    ],
};

pub(in super::super) static REMOTE_RDP_JUMP_ITEM: Object = Object {
    name: "RemoteRdpJumpItem",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field(
                "quality",
                Schema::Text(
                    Text::PLAIN
                        .values(
                            &[
                                "low",
                                "performance",
                                "performance_quality",
                                "quality",
                                "best_performance",
                                "lossless",
                            ],
                        ),
                ),
            )
            .default(Literal::Text("best_performance")),
        field("console", Schema::Boolean).default(Literal::Boolean(false)),
        field("ignore_untrusted", Schema::Boolean).default(Literal::Boolean(false)),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("rdp_username", Schema::Text(Text::PLAIN.min(0).max(128))),
        field("domain", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable(),
        field("session_forensics", Schema::Boolean).default(Literal::Boolean(false)),
        field(
                "session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
        field("endpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable()
            .read_only(),
        field(
            "secure_app_type",
            Schema::Text(
                Text::PLAIN
                    .values(
                        &[
                            "none",
                            "remote_app",
                            "remote_desktop_agent",
                            "remote_desktop_agent_credentials",
                        ],
                    ),
            ),
        ),
        field("remote_app_name", Schema::Text(Text::PLAIN.min(0).max(512))),
        field("remote_app_params", Schema::Text(Text::PLAIN.min(0).max(8000))),
        field("remote_exe_path", Schema::Text(Text::PLAIN.min(0).max(512))),
        field("remote_exe_params", Schema::Text(Text::PLAIN.min(0).max(8000))),
        field("target_system", Schema::Text(Text::PLAIN.min(0).max(250))),
        field("credential_type", Schema::Text(Text::PLAIN.min(0).max(250))),
    ],
};

pub(in super::super) static REMOTE_VNC_JUMP_ITEM: Object = Object {
    name: "RemoteVncJumpItem",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("port", Schema::Integer(Integer::PLAIN.min(100).max(65535)))
            .default(Literal::Integer(5900)),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable(),
        field(
                "session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
    ],
};

pub(in super::super) static SHELL_JUMP_ITEM: Object = Object {
    name: "ShellJumpItem",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("protocol", Schema::Text(Text::PLAIN.values(&["ssh", "telnet"])))
            .required(),
        field("port", Schema::Integer(Integer::PLAIN.min(1).max(65535))),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field("terminal", Schema::Text(Text::PLAIN.values(&["xterm", "VT100"])))
            .default(Literal::Text("xterm")),
        field("keep_alive", Schema::Integer(Integer::PLAIN.min(0).max(300))),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable(),
        field("username", Schema::Text(Text::PLAIN.max(128))),
        field(
                "session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
    ],
};

pub(in super::super) static WEB_JUMP_ITEM: Object = Object {
    name: "WebJumpItem",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("url", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field(
                "username_format",
                Schema::Text(
                    Text::PLAIN
                        .values(
                            &[
                                "default",
                                "username_only",
                                "force_upn_format",
                                "force_dlln_format",
                            ],
                        ),
                ),
            )
            .default(Literal::Text("default")),
        field("verify_certificate", Schema::Boolean).default(Literal::Boolean(true)),
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "jump_group_type",
                Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
            )
            .default(Literal::Text("shared")),
        field("authentication_timeout", Schema::Integer(Integer::PLAIN.min(1).max(30)))
            .default(Literal::Integer(3)),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("comments", Schema::Text(Text::PLAIN.min(0).max(1024))),
        field("jump_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable(),
        field("username_field", Schema::Text(Text::PLAIN.max(255))).nullable(),
        field("password_field", Schema::Text(Text::PLAIN.max(255))).nullable(),
        field("submit_field", Schema::Text(Text::PLAIN.max(255))).nullable(),
        field(
                "session_policy_id",
                Schema::Integer(Integer::PLAIN.min(2).max(2147483647)),
            )
            .nullable(),
    ],
};
