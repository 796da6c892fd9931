// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Objects of RS.

use crate::make::field;
use crate::schema::{Integer, Literal, Object, Schema, Text};

pub(in super::super) static COPY_GROUP_POLICY: Object = Object {
    name: "CopyGroupPolicy",
    fields: &[field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required()],
};

pub(in super::super) static GROUP_POLICY_JUMP_GROUP: Object = Object {
    name: "GroupPolicyJumpGroup",
    fields: &[
        field("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        field(
            "jump_item_role_id",
            Schema::Integer(Integer::PLAIN.min(0).max(2147483647)),
        ),
    ],
};

pub(in super::super) static GROUP_POLICY_JUMPOINT: Object = Object {
    name: "GroupPolicyJumpoint",
    fields: &[
        field("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
};

pub(in super::super) static GROUP_POLICY_MEMBER: Object = Object {
    name: "GroupPolicyMember",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field(
            "security_provider_id",
            Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
        ),
        field("distinguished_name", Schema::Text(Text::PLAIN.min(1).max(1024))),
        field("group_name", Schema::Text(Text::PLAIN.min(1).max(64))),
        field("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
};

pub(in super::super) static GROUP_POLICY_TEAM: Object = Object {
    name: "GroupPolicyTeam",
    fields: &[
        field("team_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("role", Schema::Text(Text::PLAIN.values(&["member", "lead", "manager"])))
            .default(Literal::Text("member")),
    ],
};

pub(in super::super) static GROUP_POLICY_VAULT_ACCOUNT: Object = Object {
    name: "GroupPolicyVaultAccount",
    fields: &[
        field("account_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "role",
                Schema::Text(Text::PLAIN.values(&["inject", "inject_and_checkout"])),
            )
            .default(Literal::Text("inject")),
    ],
};

pub(in super::super) static GROUP_POLICY_VAULT_ACCOUNT_GROUP: Object = Object {
    name: "GroupPolicyVaultAccountGroup",
    fields: &[
        field("group_policy_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        field("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field(
                "role",
                Schema::Text(Text::PLAIN.values(&["inject", "inject_and_checkout"])),
            )
            .default(Literal::Text("inject")),
    ],
};
