// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Objects of RS.

use crate::make::field;
use crate::schema::{Integer, List, Literal, Object, Schema, Text};

pub(in super::super) static ACCOUNT_INJECTABLE_JUMP_ITEM: Object = Object {
    name: "AccountInjectableJumpItem",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))).required(),
        field(
                "type",
                Schema::Text(
                    Text::PLAIN.values(&["jump_client", "remote_rdp", "shell_jump"]),
                ),
            )
            .required(),
    ],
};

pub(in super::super) static ACCOUNT_JUMP_GROUP_ASSOCIATION_ITEM: Object = Object {
    name: "AccountJumpGroupAssociationItem",
    fields: &[
        field(
                "shared_jump_group_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .required(),
    ],
};

pub(in super::super) static ACCOUNT_JUMP_GROUP_ASSOCIATION_RESPONSE: Object = Object {
    name: "AccountJumpGroupAssociationResponse",
    fields: &[
        field(
                "shared_jump_group_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .required()
            .read_only(),
        field("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
    ],
};

pub(in super::super) static ACCOUNT_JUMP_ITEM_ASSOCIATION: Object = Object {
    name: "AccountJumpItemAssociation",
    fields: &[
        field(
                "filter_type",
                Schema::Text(
                    Text::PLAIN.values(&["any_jump_items", "no_jump_items", "criteria"]),
                ),
            )
            .required(),
        field("criteria", Schema::Object(&ACCOUNT_JUMP_ITEM_ASSOCIATION_CRITERIA)),
        field(
            "jump_items",
            Schema::List(
                List::of(const { &Schema::Object(&ACCOUNT_INJECTABLE_JUMP_ITEM) }),
            ),
        ),
    ],
};

pub(in super::super) static ACCOUNT_JUMP_ITEM_ASSOCIATION_CRITERIA: Object = Object {
    name: "AccountJumpItemAssociationCriteria",
    fields: &[
        field(
            "shared_jump_groups",
            Schema::List(
                List::of(const {
                    &Schema::Integer(Integer::PLAIN.min(1).max(2147483647))
                }),
            ),
        ),
        field(
            "host",
            Schema::List(
                List::of(const { &Schema::Text(Text::PLAIN.min(1).max(64)) })
                    .min(0)
                    .max(32),
            ),
        ),
        field(
            "name",
            Schema::List(
                List::of(const { &Schema::Text(Text::PLAIN.min(1).max(64)) })
                    .min(0)
                    .max(32),
            ),
        ),
        field(
            "tag",
            Schema::List(
                List::of(const { &Schema::Text(Text::PLAIN.min(1).max(64)) })
                    .min(0)
                    .max(32),
            ),
        ),
        field(
            "comment",
            Schema::List(
                List::of(const { &Schema::Text(Text::PLAIN.min(1).max(64)) })
                    .min(0)
                    .max(32),
            ),
        ),
    ],
};

pub(in super::super) static AWS_SECRET_KEY_VALUE: Object = Object {
    name: "AwsSecretKeyValue",
    fields: &[
        field("Key", Schema::Text(Text::PLAIN)).read_only(),
        field("Value", Schema::Text(Text::PLAIN)).read_only(),
    ],
};

pub(in super::super) static CREATABLE_VAULT_ACCOUNT: &[Schema] = &[
    Schema::Object(&VAULT_USERNAME_PASSWORD_ACCOUNT),
    Schema::Object(&VAULT_TOKEN_ACCOUNT),
    Schema::Object(&VAULT_SSH_ACCOUNT),
];

pub(in super::super) static CREATE_VAULT_ACCOUNT_GROUP_ACCOUNT: Object = Object {
    name: "CreateVaultAccountGroupAccount",
    fields: &[
        field("account_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
    ],
};

pub(in super::super) static CREATE_VAULT_ACCOUNT_JUMP_ITEM_ASSOCIATION_SHARED_JUMP_GROUP: Object = Object {
    name: "CreateVaultAccountJumpItemAssociationSharedJumpGroup",
    fields: &[
        field(
            "shared_jump_group_id",
            Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
        ),
    ],
};

pub(in super::super) static DELETE_VAULT_ACCOUNT_GROUP_JUMP_ITEM_ASSOCIATION_SHARED_JUMP_GROUP: Object = Object {
    name: "DeleteVaultAccountGroupJumpItemAssociationSharedJumpGroup",
    fields: &[
        field(
            "shared_jump_group_id",
            Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
        ),
    ],
};

pub(in super::super) static DELETE_VAULT_ACCOUNT_JUMP_ITEM_ASSOCIATION_SHARED_JUMP_GROUP: Object = Object {
    name: "DeleteVaultAccountJumpItemAssociationSharedJumpGroup",
    fields: &[
        field(
            "shared_jump_group_id",
            Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
        ),
    ],
};

pub(in super::super) static REMOTE_RDP_CANDIDATE: Object = Object {
    name: "RemoteRdpCandidate",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
    ],
};

pub(in super::super) static UPDATABLE_VAULT_ACCOUNT: &[Schema] = &[
    Schema::Object(&VAULT_USERNAME_PASSWORD_ACCOUNT),
    Schema::Object(&VAULT_TOKEN_ACCOUNT),
    Schema::Object(&VAULT_SSH_ACCOUNT),
    Schema::Object(&VAULT_AWS_SECRET_ACCOUNT),
];

pub(in super::super) static VAULT_ACCOUNT: Object = Object {
    name: "VaultAccount",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field(
                "type",
                Schema::Text(
                    Text::PLAIN
                        .values(
                            &[
                                "username_password",
                                "ssh",
                                "ssh_ca",
                                "windows_local",
                                "windows_domain",
                                "opaque_token",
                                "aws_secret",
                                "password_safe",
                            ],
                        ),
                ),
            )
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))),
        field("description", Schema::Text(Text::PLAIN.max(4096))),
        field("personal", Schema::Boolean).read_only(),
        field("owner_user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .read_only(),
        field("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .default(Literal::Integer(1)),
        field("account_policy", Schema::Text(Text::PLAIN.min(1).max(64))).nullable(),
    ],
};

pub(in super::super) static VAULT_ACCOUNT_CREDENTIAL: Object = Object {
    name: "VaultAccountCredential",
    fields: &[
        field("username", Schema::Text(Text::PLAIN.min(1).max(255))),
        field(
            "type",
            Schema::Text(
                Text::PLAIN
                    .values(
                        &[
                            "username_password",
                            "ssh",
                            "ssh_ca",
                            "windows_local",
                            "windows_domain",
                            "opaque_token",
                            "aws_secret",
                        ],
                    ),
            ),
        ),
        field("password", Schema::Text(Text::PLAIN.min(1))).secret(),
        field("private_key", Schema::Text(Text::PLAIN.min(1))).secret(),
        field("signed_public_cert", Schema::Text(Text::PLAIN.min(1))),
        field("token", Schema::Text(Text::PLAIN.min(1))).secret(),
    ],
};

pub(in super::super) static VAULT_ACCOUNT_DETAILS: &[Schema] = &[
    Schema::Object(&VAULT_USERNAME_PASSWORD_ACCOUNT),
    Schema::Object(&VAULT_TOKEN_ACCOUNT),
    Schema::Object(&VAULT_SSH_ACCOUNT),
    Schema::Object(&VAULT_AWS_SECRET_ACCOUNT),
    Schema::Object(&VAULT_PASSWORD_SAFE_ACCOUNT),
    Schema::Object(&VAULT_LOCAL_ACCOUNT),
    Schema::Object(&VAULT_DOMAIN_ACCOUNT),
];

pub(in super::super) static VAULT_ACCOUNT_GROUP: Object = Object {
    name: "VaultAccountGroup",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("description", Schema::Text(Text::PLAIN.max(1024))),
        field("account_policy", Schema::Text(Text::PLAIN.min(1).max(64))).nullable(),
    ],
};

pub(in super::super) static VAULT_ACCOUNT_GROUP_ACCOUNT: Object = Object {
    name: "VaultAccountGroupAccount",
    fields: &[
        field("account_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .read_only(),
        field("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .read_only(),
    ],
};

pub(in super::super) static VAULT_ACCOUNT_GROUP_USER: Object = Object {
    name: "VaultAccountGroupUser",
    fields: &[
        field("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        field("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .read_only(),
        field(
                "role",
                Schema::Text(Text::PLAIN.values(&["inject", "inject_and_checkout"])),
            )
            .default(Literal::Text("inject")),
    ],
};

pub(in super::super) static VAULT_ACCOUNT_POLICY: Object = Object {
    name: "VaultAccountPolicy",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("code_name", Schema::Text(Text::PLAIN.min(0).max(64))),
        field("description", Schema::Text(Text::PLAIN.max(1024))),
        field("auto_rotate_credentials", Schema::Boolean),
        field("allow_simultaneous_checkout", Schema::Boolean),
        field("scheduled_password_rotation", Schema::Boolean),
        field("maximum_password_age", Schema::Integer(Integer::PLAIN.min(1).max(365))),
    ],
};

pub(in super::super) static VAULT_ACCOUNT_USER: Object = Object {
    name: "VaultAccountUser",
    fields: &[
        field("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        field(
            "role",
            Schema::Text(Text::PLAIN.values(&["inject", "inject_and_checkout"])),
        ),
    ],
};

pub(in super::super) static VAULT_AWS_SECRET_ACCOUNT: Object = Object {
    name: "VaultAwsSecretAccount",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("type", Schema::Text(Text::PLAIN.values(&["aws_secret"])))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required().read_only(),
        field("description", Schema::Text(Text::PLAIN.max(4096))).read_only(),
        field("arn", Schema::Text(Text::PLAIN.max(4096))).read_only(),
        field("aws_organization_id", Schema::Text(Text::PLAIN.max(4096))).read_only(),
        field(
                "tags",
                Schema::List(List::of(const { &Schema::Object(&AWS_SECRET_KEY_VALUE) })),
            )
            .read_only()
            .default(Literal::Null),
        field("last_checkout_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .read_only(),
        field("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .default(Literal::Integer(1)),
        field("account_policy", Schema::Text(Text::PLAIN.min(1).max(64))).nullable(),
    ],
};

pub(in super::super) static VAULT_DOMAIN_ACCOUNT: Object = Object {
    name: "VaultDomainAccount",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("type", Schema::Text(Text::PLAIN.values(&["windows_domain"]))).required(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("username", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("description", Schema::Text(Text::PLAIN.max(4096))),
        field("last_checkout_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .read_only(),
        field("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .default(Literal::Integer(1)),
        field("account_policy", Schema::Text(Text::PLAIN.min(1).max(64))),
        field("is_management", Schema::Boolean),
        field("unique_id", Schema::Text(Text::PLAIN)),
        field("distinguished_name", Schema::Text(Text::PLAIN)),
        field("sam_account_name", Schema::Text(Text::PLAIN)),
        field("service_principal_name", Schema::Text(Text::PLAIN)),
        field("azure_ad_object_id", Schema::Text(Text::PLAIN)),
    ],
};

pub(in super::super) static VAULT_ENDPOINT: Object = Object {
    name: "VaultEndpoint",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))),
        field("operating_system", Schema::Text(Text::PLAIN)).read_only(),
        field("domain_name", Schema::Text(Text::PLAIN.max(128))).read_only(),
        field("distinguished_name", Schema::Text(Text::PLAIN)).read_only(),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(128))),
        field("description", Schema::Text(Text::PLAIN.max(1024))),
    ],
};

pub(in super::super) static VAULT_ENDPOINT_REMOTE_RDP_JUMP_ITEM_ASSOCIATION: Object = Object {
    name: "VaultEndpointRemoteRdpJumpItemAssociation",
    fields: &[field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
};

pub(in super::super) static VAULT_LOCAL_ACCOUNT: Object = Object {
    name: "VaultLocalAccount",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("type", Schema::Text(Text::PLAIN.values(&["windows_local"]))).required(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("username", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("description", Schema::Text(Text::PLAIN.max(4096))),
        field("last_checkout_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .read_only(),
        field("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .default(Literal::Integer(1)),
        field("account_policy", Schema::Text(Text::PLAIN.min(1).max(64))),
        field("sid", Schema::Text(Text::PLAIN.min(1).max(128))),
        field("endpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
};

pub(in super::super) static VAULT_PASSWORD_SAFE_ACCOUNT: Object = Object {
    name: "VaultPasswordSafeAccount",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("type", Schema::Text(Text::PLAIN.values(&["password_safe"]))).read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))),
        field("description", Schema::Text(Text::PLAIN.max(4096))),
        field("username", Schema::Text(Text::PLAIN.min(1).max(255))),
        field("last_checkout_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .read_only(),
        field("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .default(Literal::Integer(1)),
        field("account_policy", Schema::Text(Text::PLAIN.min(1).max(64))).nullable(),
    ],
};

pub(in super::super) static VAULT_SSH_ACCOUNT: Object = Object {
    name: "VaultSSHAccount",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("type", Schema::Text(Text::PLAIN.values(&["ssh", "ssh_ca"]))).required(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("username", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("public_key", Schema::Text(Text::PLAIN.min(1).max(4096))).read_only(),
        field("private_key", Schema::Text(Text::PLAIN.min(1).max(4096)))
            .required()
            .write_only()
            .secret(),
        field("private_key_passphrase", Schema::Text(Text::PLAIN.min(1).max(1024)))
            .write_only()
            .secret(),
        field("private_key_public_cert", Schema::Text(Text::PLAIN.min(1).max(4096)))
            .nullable(),
        field("description", Schema::Text(Text::PLAIN.max(4096))),
        field("last_checkout_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .read_only(),
        field("personal", Schema::Boolean).read_only(),
        field("owner_user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .read_only(),
        field("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .default(Literal::Integer(1)),
        field("account_policy", Schema::Text(Text::PLAIN.min(1).max(64))).nullable(),
    ],
};

pub(in super::super) static VAULT_TOKEN_ACCOUNT: Object = Object {
    name: "VaultTokenAccount",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("type", Schema::Text(Text::PLAIN.values(&["opaque_token"]))).required(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("token", Schema::Text(Text::PLAIN.min(1).max(4096)))
            .required()
            .write_only()
            .secret(),
        field("description", Schema::Text(Text::PLAIN.max(4096))),
        field("last_checkout_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .read_only(),
        field("personal", Schema::Boolean).read_only(),
        field("owner_user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .read_only(),
        field("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .default(Literal::Integer(1)),
        field("account_policy", Schema::Text(Text::PLAIN.min(1).max(64))).nullable(),
    ],
};

pub(in super::super) static VAULT_USERNAME_PASSWORD_ACCOUNT: Object = Object {
    name: "VaultUsernamePasswordAccount",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("type", Schema::Text(Text::PLAIN.values(&["username_password"])))
            .required(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("username", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("password", Schema::Text(Text::PLAIN.min(1).max(255)))
            .required()
            .write_only()
            .secret(),
        field("description", Schema::Text(Text::PLAIN.max(4096))),
        field("last_checkout_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .read_only(),
        field("personal", Schema::Boolean).read_only(),
        field("owner_user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .read_only(),
        field("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .default(Literal::Integer(1)),
        field("account_policy", Schema::Text(Text::PLAIN.min(1).max(64))).nullable(),
    ],
};
