// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Operations of RS.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const ENDPOINT_AUTOMATION_ENDPOINT_INDEX: Operation = Operation {
    id: "api.config.endpoint-automation.endpoint.index",
    method: Method::Get,
    path: "/endpoint-automation/endpoint",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param(
            "operating_system",
            Schema::Text(Text::PLAIN.values(&["Windows", "Linux", "Mac"])),
        ),
        param("names", Schema::Text(Text::PLAIN)),
        param("tags", Schema::Text(Text::PLAIN)),
        param("hostname", Schema::Text(Text::PLAIN)),
        param("public_ip", Schema::Text(Text::PLAIN)),
        param("private_ip", Schema::Text(Text::PLAIN)),
        param("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const {
                        &Schema::Object(&objects::ENDPOINT_AUTOMATION_ENDPOINT)
                    }),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const ENDPOINT_AUTOMATION_ENDPOINT_SHOW: Operation = Operation {
    id: "api.config.endpoint-automation.endpoint.show",
    method: Method::Get,
    path: "/endpoint-automation/endpoint/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::ENDPOINT_AUTOMATION_ENDPOINT)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const ENDPOINT_AUTOMATION_JOB_INDEX: Operation = Operation {
    id: "api.config.endpoint-automation.job.index",
    method: Method::Get,
    path: "/endpoint-automation/job",
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
                    List::of(const {
                        &Schema::Object(&objects::ENDPOINT_AUTOMATION_JOB)
                    }),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const ENDPOINT_AUTOMATION_JOB_STORE: Operation = Operation {
    id: "api.config.endpoint-automation.job.store",
    method: Method::Post,
    path: "/endpoint-automation/job",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::CREATE_ENDPOINT_AUTOMATION_JOB),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::ENDPOINT_AUTOMATION_JOB)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const ENDPOINT_AUTOMATION_JOB_SHOW: Operation = Operation {
    id: "api.config.endpoint-automation.job.show",
    method: Method::Get,
    path: "/endpoint-automation/job/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::ENDPOINT_AUTOMATION_JOB)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const ENDPOINT_AUTOMATION_JOB_EXECUTION_INDEX: Operation = Operation {
    id: "api.config.endpoint-automation.job.execution.index",
    method: Method::Get,
    path: "/endpoint-automation/job/{id}/execution",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const {
                            &Schema::Object(&objects::ENDPOINT_AUTOMATION_JOB_EXECUTION)
                        })
                        .or_single(),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const ENDPOINT_AUTOMATION_RESOURCE_INDEX: Operation = Operation {
    id: "api.config.endpoint-automation.resource.index",
    method: Method::Get,
    path: "/endpoint-automation/resource",
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
                    List::of(const {
                        &Schema::Object(&objects::ENDPOINT_AUTOMATION_RESOURCE)
                    }),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const ENDPOINT_AUTOMATION_RESOURCE_SHOW: Operation = Operation {
    id: "api.config.endpoint-automation.resource.show",
    method: Method::Get,
    path: "/endpoint-automation/resource/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::ENDPOINT_AUTOMATION_RESOURCE)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const ENDPOINT_AUTOMATION_SCRIPT_INDEX: Operation = Operation {
    id: "api.config.endpoint-automation.script.index",
    method: Method::Get,
    path: "/endpoint-automation/script",
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
                    List::of(const {
                        &Schema::Object(&objects::ENDPOINT_AUTOMATION_SCRIPT)
                    }),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const ENDPOINT_AUTOMATION_SCRIPT_STORE: Operation = Operation {
    id: "api.config.endpoint-automation.script.store",
    method: Method::Post,
    path: "/endpoint-automation/script",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::ENDPOINT_AUTOMATION_SCRIPT),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::ENDPOINT_AUTOMATION_SCRIPT)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const ENDPOINT_AUTOMATION_SCRIPT_SHOW: Operation = Operation {
    id: "api.config.endpoint-automation.script.show",
    method: Method::Get,
    path: "/endpoint-automation/script/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::ENDPOINT_AUTOMATION_SCRIPT)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const ENDPOINT_AUTOMATION_SCRIPT_RESOURCE: Operation = Operation {
    id: "api.config.endpoint-automation.script.resource",
    method: Method::Get,
    path: "/endpoint-automation/script/{id}/resource",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const {
                            &Schema::Object(&objects::ENDPOINT_AUTOMATION_RESOURCE)
                        })
                        .or_single(),
                ),
            ),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};
