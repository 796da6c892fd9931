// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Operations of PRA.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const TEAM_INDEX: Operation = Operation {
    id: "api.config.team.index",
    method: Method::Get,
    path: "/team",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN.min(1).max(255))),
        param(
            "code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(Schema::List(List::of(const { &Schema::Object(&objects::TEAM) }))),
    ],
    paged: true,
};

pub(in super::super) const TEAM_STORE: Operation = Operation {
    id: "api.config.team.store",
    method: Method::Post,
    path: "/team",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::TEAM),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::TEAM)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const TEAM_SHOW: Operation = Operation {
    id: "api.config.team.show",
    method: Method::Get,
    path: "/team/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::TEAM)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const TEAM_UPDATE: Operation = Operation {
    id: "api.config.team.update",
    method: Method::Patch,
    path: "/team/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::TEAM),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::TEAM)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const TEAM_DESTROY: Operation = Operation {
    id: "api.config.team.destroy",
    method: Method::Delete,
    path: "/team/{id}",
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

pub(in super::super) const TEAM_USER_INDEX: Operation = Operation {
    id: "api.config.team.user.index",
    method: Method::Get,
    path: "/team/{id}/user",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(Schema::List(List::of(const { &Schema::Object(&objects::TEAM_USER) }))),
    ],
    paged: true,
};

pub(in super::super) const TEAM_USER_STORE: Operation = Operation {
    id: "api.config.team.user.store",
    method: Method::Post,
    path: "/team/{id}/user",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::TEAM_USER),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::TEAM_USER)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const TEAM_USER_SHOW: Operation = Operation {
    id: "api.config.team.user.show",
    method: Method::Get,
    path: "/team/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::TEAM_USER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
    ],
    paged: false,
};

pub(in super::super) const TEAM_USER_UPDATE: Operation = Operation {
    id: "api.config.team.user.update",
    method: Method::Patch,
    path: "/team/{id}/user/{user_id}",
    path_params: &[
        param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("user_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::TEAM_USER),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::TEAM_USER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const TEAM_USER_DESTROY: Operation = Operation {
    id: "api.config.team.user.destroy",
    method: Method::Delete,
    path: "/team/{id}/user/{user_id}",
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
