// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Operations of PRA.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const VAULT_ACCOUNT_INDEX: Operation = Operation {
    id: "api.config.vault.account.index",
    method: Method::Get,
    path: "/vault/account",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param(
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
                            "x509_ca",
                            "x509_csr",
                            "aws_secret",
                            "password_safe",
                        ],
                    ),
            ),
        ),
        param("name", Schema::Text(Text::PLAIN.min(1).max(255))),
        param("include_personal", Schema::Boolean),
        param(
            "account_group_id",
            Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
        ),
        param("endpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::VAULT_ACCOUNT) }),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const VAULT_ACCOUNT_STORE: Operation = Operation {
    id: "api.config.vault.account.store",
    method: Method::Post,
    path: "/vault/account",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::OneOf(objects::CREATABLE_VAULT_ACCOUNT),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::OneOf(objects::CREATABLE_VAULT_ACCOUNT)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_INDEX: Operation = Operation {
    id: "api.config.vault.account-group.index",
    method: Method::Get,
    path: "/vault/account-group",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN.min(1).max(255))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::VAULT_ACCOUNT_GROUP) })
                        .or_single(),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_STORE: Operation = Operation {
    id: "api.config.vault.account-group.store",
    method: Method::Post,
    path: "/vault/account-group",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::VAULT_ACCOUNT_GROUP),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::VAULT_ACCOUNT_GROUP)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_SHOW: Operation = Operation {
    id: "api.config.vault.account-group.show",
    method: Method::Get,
    path: "/vault/account-group/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::VAULT_ACCOUNT_GROUP)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_UPDATE: Operation = Operation {
    id: "api.config.vault.account-group.update",
    method: Method::Patch,
    path: "/vault/account-group/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::VAULT_ACCOUNT_GROUP),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::VAULT_ACCOUNT_GROUP)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_DESTROY: Operation = Operation {
    id: "api.config.vault.account-group.destroy",
    method: Method::Delete,
    path: "/vault/account-group/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_ACCOUNT_INDEX: Operation = Operation {
    id: "api.config.vault.account-group.account.index",
    method: Method::Get,
    path: "/vault/account-group/{id}/account",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const {
                        &Schema::Object(&objects::VAULT_ACCOUNT_GROUP_ACCOUNT)
                    }),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: true,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_ACCOUNT_STORE: Operation = Operation {
    id: "api.config.vault.account-group.account.store",
    method: Method::Post,
    path: "/vault/account-group/{id}/account",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::CREATE_VAULT_ACCOUNT_GROUP_ACCOUNT),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::VAULT_ACCOUNT_GROUP_ACCOUNT)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_ACCOUNT_SHOW: Operation = Operation {
    id: "api.config.vault.account-group.account.show",
    method: Method::Get,
    path: "/vault/account-group/{id}/account/{account_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("account_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::VAULT_ACCOUNT_GROUP_ACCOUNT)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_ACCOUNT_DESTROY: Operation = Operation {
    id: "api.config.vault.account-group.account.destroy",
    method: Method::Delete,
    path: "/vault/account-group/{id}/account/{account_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("account_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_JUMP_ITEM_ASSOCIATION_SHOW: Operation = Operation {
    id: "api.config.vault.account-group.jump-item-association.show",
    method: Method::Get,
    path: "/vault/account-group/{id}/jump-item-association",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::ACCOUNT_JUMP_ITEM_ASSOCIATION)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_JUMP_ITEM_ASSOCIATION_UPDATE: Operation = Operation {
    id: "api.config.vault.account-group.jump-item-association.update",
    method: Method::Patch,
    path: "/vault/account-group/{id}/jump-item-association",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::ACCOUNT_JUMP_ITEM_ASSOCIATION),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::ACCOUNT_JUMP_ITEM_ASSOCIATION)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_JUMP_ITEM_ASSOCIATION_JUMP_ITEM_STORE: Operation = Operation {
    id: "api.config.vault.account-group.jump-item-association.jump-item.store",
    method: Method::Post,
    path: "/vault/account-group/{id}/jump-item-association/jump-item",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::ACCOUNT_INJECTABLE_JUMP_ITEM),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::ACCOUNT_INJECTABLE_JUMP_ITEM)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_JUMP_ITEM_ASSOCIATION_JUMP_ITEM_DESTROY: Operation = Operation {
    id: "api.config.vault.account-group.jump-item-association.jump-item.destroy",
    method: Method::Delete,
    path: "/vault/account-group/{id}/jump-item-association/jump-item",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::ACCOUNT_INJECTABLE_JUMP_ITEM),
        required: true,
    }),
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_JUMP_ITEM_ASSOCIATION_SHARED_JUMP_GROUP_STORE: Operation = Operation {
    id: "api.config.vault.account-group.jump-item-association.shared-jump-group.store",
    method: Method::Post,
    path: "/vault/account-group/{id}/jump-item-association/shared-jump-group",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::ACCOUNT_JUMP_GROUP_ASSOCIATION_ITEM),
        required: true,
    }),
    answers: &[
        answer(200)
            .json(Schema::Object(&objects::ACCOUNT_JUMP_GROUP_ASSOCIATION_RESPONSE)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_JUMP_ITEM_ASSOCIATION_SHARED_JUMP_GROUP_DESTROY: Operation = Operation {
    id: "api.config.vault.account-group.jump-item-association.shared-jump-group.destroy",
    method: Method::Delete,
    path: "/vault/account-group/{id}/jump-item-association/shared-jump-group",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(
            &objects::DELETE_VAULT_ACCOUNT_GROUP_JUMP_ITEM_ASSOCIATION_SHARED_JUMP_GROUP,
        ),
        required: true,
    }),
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_USER_INDEX: Operation = Operation {
    id: "api.config.vault.account-group.user.index",
    method: Method::Get,
    path: "/vault/account-group/{id}/user",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const {
                        &Schema::Object(&objects::VAULT_ACCOUNT_GROUP_USER)
                    }),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: true,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_USER_STORE: Operation = Operation {
    id: "api.config.vault.account-group.user.store",
    method: Method::Post,
    path: "/vault/account-group/{id}/user",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::VAULT_ACCOUNT_GROUP_USER),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::VAULT_ACCOUNT_GROUP_USER)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_USER_SHOW: Operation = Operation {
    id: "api.config.vault.account-group.user.show",
    method: Method::Get,
    path: "/vault/account-group/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::VAULT_ACCOUNT_GROUP_USER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_USER_UPDATE: Operation = Operation {
    id: "api.config.vault.account-group.user.update",
    method: Method::Patch,
    path: "/vault/account-group/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::VAULT_ACCOUNT_GROUP_USER),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::VAULT_ACCOUNT_GROUP_USER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_GROUP_USER_DESTROY: Operation = Operation {
    id: "api.config.vault.account-group.user.destroy",
    method: Method::Delete,
    path: "/vault/account-group/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_POLICY_INDEX: Operation = Operation {
    id: "api.config.vault.account-policy.index",
    method: Method::Get,
    path: "/vault/account-policy",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN.min(1).max(255))),
        param("code_name", Schema::Text(Text::PLAIN.min(0).max(64))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::VAULT_ACCOUNT_POLICY) })
                        .or_single(),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const VAULT_ACCOUNT_POLICY_STORE: Operation = Operation {
    id: "api.config.vault.account-policy.store",
    method: Method::Post,
    path: "/vault/account-policy",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::VAULT_ACCOUNT_POLICY),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::VAULT_ACCOUNT_POLICY)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_POLICY_SHOW: Operation = Operation {
    id: "api.config.vault.account-policy.show",
    method: Method::Get,
    path: "/vault/account-policy/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::VAULT_ACCOUNT_POLICY)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_POLICY_UPDATE: Operation = Operation {
    id: "api.config.vault.account-policy.update",
    method: Method::Patch,
    path: "/vault/account-policy/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::VAULT_ACCOUNT_POLICY),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::VAULT_ACCOUNT_POLICY)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_POLICY_DESTROY: Operation = Operation {
    id: "api.config.vault.account-policy.destroy",
    method: Method::Delete,
    path: "/vault/account-policy/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_SHOW: Operation = Operation {
    id: "api.config.vault.account.show",
    method: Method::Get,
    path: "/vault/account/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::OneOf(objects::VAULT_ACCOUNT_DETAILS)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_UPDATE: Operation = Operation {
    id: "api.config.vault.account.update",
    method: Method::Patch,
    path: "/vault/account/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::OneOf(objects::UPDATABLE_VAULT_ACCOUNT),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::OneOf(objects::UPDATABLE_VAULT_ACCOUNT)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_DESTROY: Operation = Operation {
    id: "api.config.vault.account.destroy",
    method: Method::Delete,
    path: "/vault/account/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(403),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_CHECK_IN: Operation = Operation {
    id: "api.config.vault.account.check-in",
    method: Method::Post,
    path: "/vault/account/{id}/check-in",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_CHECK_OUT: Operation = Operation {
    id: "api.config.vault.account.check-out",
    method: Method::Post,
    path: "/vault/account/{id}/check-out",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::VAULT_ACCOUNT_CREDENTIAL)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_FORCE_CHECK_IN: Operation = Operation {
    id: "api.config.vault.account.force-check-in",
    method: Method::Post,
    path: "/vault/account/{id}/force-check-in",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_JUMP_ITEM_ASSOCIATION_SHOW: Operation = Operation {
    id: "api.config.vault.account.jump-item-association.show",
    method: Method::Get,
    path: "/vault/account/{id}/jump-item-association",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::ACCOUNT_JUMP_ITEM_ASSOCIATION)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_JUMP_ITEM_ASSOCIATION_STORE: Operation = Operation {
    id: "api.config.vault.account.jump-item-association.store",
    method: Method::Post,
    path: "/vault/account/{id}/jump-item-association",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::ACCOUNT_JUMP_ITEM_ASSOCIATION),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::ACCOUNT_JUMP_ITEM_ASSOCIATION)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_JUMP_ITEM_ASSOCIATION_UPDATE: Operation = Operation {
    id: "api.config.vault.account.jump-item-association.update",
    method: Method::Patch,
    path: "/vault/account/{id}/jump-item-association",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::ACCOUNT_JUMP_ITEM_ASSOCIATION),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::ACCOUNT_JUMP_ITEM_ASSOCIATION)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_JUMP_ITEM_ASSOCIATION_DESTROY: Operation = Operation {
    id: "api.config.vault.account.jump-item-association.destroy",
    method: Method::Delete,
    path: "/vault/account/{id}/jump-item-association",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_JUMP_ITEM_ASSOCIATION_JUMP_ITEM_STORE: Operation = Operation {
    id: "api.config.vault.account.jump-item-association.jump-item.store",
    method: Method::Post,
    path: "/vault/account/{id}/jump-item-association/jump-item",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::ACCOUNT_INJECTABLE_JUMP_ITEM),
        required: true,
    }),
    answers: &[
        answer(200)
            .json(Schema::Object(&objects::ACCOUNT_INJECTABLE_JUMP_ITEM))
            .optional(),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_JUMP_ITEM_ASSOCIATION_JUMP_ITEM_DESTROY: Operation = Operation {
    id: "api.config.vault.account.jump-item-association.jump-item.destroy",
    method: Method::Delete,
    path: "/vault/account/{id}/jump-item-association/jump-item",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::ACCOUNT_INJECTABLE_JUMP_ITEM),
        required: true,
    }),
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_JUMP_ITEM_ASSOCIATION_SHARED_JUMP_GROUP_STORE: Operation = Operation {
    id: "api.config.vault.account.jump-item-association.shared-jump-group.store",
    method: Method::Post,
    path: "/vault/account/{id}/jump-item-association/shared-jump-group",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(
            &objects::CREATE_VAULT_ACCOUNT_JUMP_ITEM_ASSOCIATION_SHARED_JUMP_GROUP,
        ),
        required: true,
    }),
    answers: &[
        answer(200),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_JUMP_ITEM_ASSOCIATION_SHARED_JUMP_GROUP_DESTROY: Operation = Operation {
    id: "api.config.vault.account.jump-item-association.shared-jump-group.destroy",
    method: Method::Delete,
    path: "/vault/account/{id}/jump-item-association/shared-jump-group",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(
            &objects::DELETE_VAULT_ACCOUNT_JUMP_ITEM_ASSOCIATION_SHARED_JUMP_GROUP,
        ),
        required: true,
    }),
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_ROTATE: Operation = Operation {
    id: "api.config.vault.account.rotate",
    method: Method::Post,
    path: "/vault/account/{id}/rotate",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_USER_INDEX: Operation = Operation {
    id: "api.config.vault.account.user.index",
    method: Method::Get,
    path: "/vault/account/{id}/user",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::VAULT_ACCOUNT_USER) }),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: true,
};

pub(in super::super) const VAULT_ACCOUNT_USER_STORE: Operation = Operation {
    id: "api.config.vault.account.user.store",
    method: Method::Post,
    path: "/vault/account/{id}/user",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::VAULT_ACCOUNT_USER),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::VAULT_ACCOUNT_USER)),
        answer(403),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_USER_SHOW: Operation = Operation {
    id: "api.config.vault.account.user.show",
    method: Method::Get,
    path: "/vault/account/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::VAULT_ACCOUNT_USER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_USER_UPDATE: Operation = Operation {
    id: "api.config.vault.account.user.update",
    method: Method::Patch,
    path: "/vault/account/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::VAULT_ACCOUNT_USER),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::VAULT_ACCOUNT_USER)),
        answer(403),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ACCOUNT_USER_DESTROY: Operation = Operation {
    id: "api.config.vault.account.user.destroy",
    method: Method::Delete,
    path: "/vault/account/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(403),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ENDPOINT_INDEX: Operation = Operation {
    id: "api.config.vault.endpoint.index",
    method: Method::Get,
    path: "/vault/endpoint",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN.min(1).max(128))),
        param("hostname", Schema::Text(Text::PLAIN.min(1).max(128))),
        param("description", Schema::Text(Text::PLAIN.max(1024))),
        param("domain_name", Schema::Text(Text::PLAIN.min(1).max(255))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::VAULT_ENDPOINT) })
                        .or_single(),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const VAULT_ENDPOINT_ASSOCIATE: Operation = Operation {
    id: "api.config.vault.endpoint.associate",
    method: Method::Post,
    path: "/vault/endpoint/{id}/remote-rdp-jump-item-association",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(
            &objects::VAULT_ENDPOINT_REMOTE_RDP_JUMP_ITEM_ASSOCIATION,
        ),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::REMOTE_RDP_CANDIDATE)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const VAULT_ENDPOINT_LIST_CANDIDATES: Operation = Operation {
    id: "api.config.vault.endpoint.list-candidates",
    method: Method::Get,
    path: "/vault/endpoint/{id}/remote-rdp-jump-item-candidates",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::REMOTE_RDP_CANDIDATE) }),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};
