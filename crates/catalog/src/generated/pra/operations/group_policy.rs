// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Operations of PRA.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const GROUP_POLICY_INDEX: Operation = Operation {
    id: "api.config.group-policy.index",
    method: Method::Get,
    path: "/group-policy",
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
                Schema::List(List::of(const { &Schema::Object(&objects::GROUP_POLICY) })),
            ),
    ],
    paged: true,
};

pub(in super::super) const GROUP_POLICY_STORE: Operation = Operation {
    id: "api.config.group-policy.store",
    method: Method::Post,
    path: "/group-policy",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::GROUP_POLICY),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::GROUP_POLICY)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_SHOW: Operation = Operation {
    id: "api.config.group-policy.show",
    method: Method::Get,
    path: "/group-policy/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::GROUP_POLICY)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_UPDATE: Operation = Operation {
    id: "api.config.group-policy.update",
    method: Method::Patch,
    path: "/group-policy/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::GROUP_POLICY),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::GROUP_POLICY)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_DESTROY: Operation = Operation {
    id: "api.config.group-policy.destroy",
    method: Method::Delete,
    path: "/group-policy/{id}",
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

pub(in super::super) const VAULT_GROUP_POLICY_COPY: Operation = Operation {
    id: "api.config.vault.group-policy.copy",
    method: Method::Post,
    path: "/group-policy/{id}/copy",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::COPY_GROUP_POLICY),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::GROUP_POLICY)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_JUMP_GROUP_INDEX: Operation = Operation {
    id: "api.config.group-policy.jump-group.index",
    method: Method::Get,
    path: "/group-policy/{id}/jump-group",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const {
                        &Schema::Object(&objects::GROUP_POLICY_JUMP_GROUP)
                    }),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_JUMP_GROUP_STORE: Operation = Operation {
    id: "api.config.group-policy.jump-group.store",
    method: Method::Post,
    path: "/group-policy/{id}/jump-group",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::GROUP_POLICY_JUMP_GROUP),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::GROUP_POLICY_JUMP_GROUP)).optional(),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_JUMP_GROUP_SHOW: Operation = Operation {
    id: "api.config.group-policy.jump-group.show",
    method: Method::Get,
    path: "/group-policy/{id}/jump-group/{jump_group_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::GROUP_POLICY_JUMP_GROUP)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_JUMP_GROUP_DESTROY: Operation = Operation {
    id: "api.config.group-policy.jump-group.destroy",
    method: Method::Delete,
    path: "/group-policy/{id}/jump-group/{jump_group_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[answer(204)],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_JUMPOINTS_INDEX: Operation = Operation {
    id: "api.config.group-policy.jumpoints.index",
    method: Method::Get,
    path: "/group-policy/{id}/jumpoint",
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
                    List::of(const { &Schema::Object(&objects::GROUP_POLICY_JUMPOINT) }),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: true,
};

pub(in super::super) const GROUP_POLICY_JUMPOINTS_STORE: Operation = Operation {
    id: "api.config.group-policy.jumpoints.store",
    method: Method::Post,
    path: "/group-policy/{id}/jumpoint",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::GROUP_POLICY_JUMPOINT),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::GROUP_POLICY_JUMPOINT)).optional(),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_JUMPOINTS_SHOW: Operation = Operation {
    id: "api.config.group-policy.jumpoints.show",
    method: Method::Get,
    path: "/group-policy/{id}/jumpoint/{jumpoint_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[answer(200).json(Schema::Object(&objects::GROUP_POLICY_JUMPOINT))],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_JUMPOINTS_DESTROY: Operation = Operation {
    id: "api.config.group-policy.jumpoints.destroy",
    method: Method::Delete,
    path: "/group-policy/{id}/jumpoint/{jumpoint_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_MEMBER_INDEX: Operation = Operation {
    id: "api.config.group-policy.member.index",
    method: Method::Get,
    path: "/group-policy/{id}/member",
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
                    List::of(const { &Schema::Object(&objects::GROUP_POLICY_MEMBER) }),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: true,
};

pub(in super::super) const GROUP_POLICY_MEMBER_STORE: Operation = Operation {
    id: "api.config.group-policy.member.store",
    method: Method::Post,
    path: "/group-policy/{id}/member",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::GROUP_POLICY_MEMBER),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::GROUP_POLICY_MEMBER)).optional(),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_MEMBER_SHOW: Operation = Operation {
    id: "api.config.group-policy.member.show",
    method: Method::Get,
    path: "/group-policy/{id}/member/{member_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("member_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::GROUP_POLICY_MEMBER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_MEMBER_DESTROY: Operation = Operation {
    id: "api.config.group-policy.member.destroy",
    method: Method::Delete,
    path: "/group-policy/{id}/member/{member_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("member_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_PROVISION: Operation = Operation {
    id: "api.config.group-policy.provision",
    method: Method::Post,
    path: "/group-policy/{id}/provision",
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

pub(in super::super) const GROUP_POLICY_TEAM_INDEX: Operation = Operation {
    id: "api.config.group-policy.team.index",
    method: Method::Get,
    path: "/group-policy/{id}/team",
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
                    List::of(const { &Schema::Object(&objects::GROUP_POLICY_TEAM) }),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: true,
};

pub(in super::super) const GROUP_POLICY_TEAM_STORE: Operation = Operation {
    id: "api.config.group-policy.team.store",
    method: Method::Post,
    path: "/group-policy/{id}/team",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::GROUP_POLICY_TEAM),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::GROUP_POLICY_TEAM)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_TEAM_SHOW: Operation = Operation {
    id: "api.config.group-policy.team.show",
    method: Method::Get,
    path: "/group-policy/{id}/team/{team_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("team_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::GROUP_POLICY_TEAM)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_TEAM_DESTROY: Operation = Operation {
    id: "api.config.group-policy.team.destroy",
    method: Method::Delete,
    path: "/group-policy/{id}/team/{team_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("team_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(204),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_VAULT_ACCOUNT_INDEX: Operation = Operation {
    id: "api.config.group-policy.vault-account.index",
    method: Method::Get,
    path: "/group-policy/{id}/vault-account",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const {
                        &Schema::Object(&objects::GROUP_POLICY_VAULT_ACCOUNT)
                    }),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_VAULT_ACCOUNT_STORE: Operation = Operation {
    id: "api.config.group-policy.vault-account.store",
    method: Method::Post,
    path: "/group-policy/{id}/vault-account",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::GROUP_POLICY_VAULT_ACCOUNT),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::GROUP_POLICY_VAULT_ACCOUNT)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_VAULT_ACCOUNT_GROUP_INDEX: Operation = Operation {
    id: "api.config.group-policy.vault-account-group.index",
    method: Method::Get,
    path: "/group-policy/{id}/vault-account-group",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const {
                        &Schema::Object(&objects::GROUP_POLICY_VAULT_ACCOUNT_GROUP)
                    }),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_VAULT_ACCOUNT_GROUP_STORE: Operation = Operation {
    id: "api.config.group-policy.vault-account-group.store",
    method: Method::Post,
    path: "/group-policy/{id}/vault-account-group",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::GROUP_POLICY_VAULT_ACCOUNT_GROUP),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::GROUP_POLICY_VAULT_ACCOUNT_GROUP)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_VAULT_ACCOUNT_GROUP_SHOW: Operation = Operation {
    id: "api.config.group-policy.vault-account-group.show",
    method: Method::Get,
    path: "/group-policy/{id}/vault-account-group/{account_group_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::GROUP_POLICY_VAULT_ACCOUNT)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_VAULT_ACCOUNT_GROUP_DESTROY: Operation = Operation {
    id: "api.config.group-policy.vault-account-group.destroy",
    method: Method::Delete,
    path: "/group-policy/{id}/vault-account-group/{account_group_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("account_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_VAULT_ACCOUNT_SHOW: Operation = Operation {
    id: "api.config.group-policy.vault-account.show",
    method: Method::Get,
    path: "/group-policy/{id}/vault-account/{account_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("account_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::GROUP_POLICY_VAULT_ACCOUNT)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const GROUP_POLICY_VAULT_ACCOUNT_DESTROY: Operation = Operation {
    id: "api.config.group-policy.vault-account.destroy",
    method: Method::Delete,
    path: "/group-policy/{id}/vault-account/{account_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("account_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};
