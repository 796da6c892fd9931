// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Operations of PRA.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema};
use super::super::objects;

pub(in super::super) const SECURITY_PROVIDER_INDEX: Operation = Operation {
    id: "api.config.security-provider.index",
    method: Method::Get,
    path: "/security-provider",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::SECURITY_PROVIDER) }),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const SECURITY_PROVIDER_SHOW: Operation = Operation {
    id: "api.config.security-provider.show",
    method: Method::Get,
    path: "/security-provider/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::OneOf(objects::SECURITY_PROVIDER_DETAILS)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const SECURITY_PROVIDER_UPDATE: Operation = Operation {
    id: "api.config.security-provider.update",
    method: Method::Patch,
    path: "/security-provider/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::SAML_SECURITY_PROVIDER),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::SAML_SECURITY_PROVIDER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};
