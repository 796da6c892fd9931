// Made by `cargo xtask codegen` from an invented file.
//! Operations of PRA.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const LAMP_INDEX: Operation = Operation {
    id: "api.config.lamp.index",
    method: Method::Get,
    path: "/lamp",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param(
            "code_name",
            Schema::Text(Text::PLAIN.min(0).max(64).pattern("^[a-zA-Z0-9_\\\\-]+$")),
        ),
        param("owner", Schema::Text(Text::PLAIN.min(1).max(64))),
        param("include_broken", Schema::Boolean),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(Schema::List(List::of(const { &Schema::Object(&objects::LAMP) }))),
    ],
    paged: true,
};

pub(in super::super) const LAMP_STORE: Operation = Operation {
    id: "api.config.lamp.store",
    method: Method::Post,
    path: "/lamp",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::LAMP),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::LAMP)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const ROOM_APPROVE: Operation = Operation {
    id: "api.config.room.approve",
    method: Method::Post,
    path: "/lamp/approve",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::APPROVE_LAMP),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::APPROVE_LAMP_ANSWER)),
        answer(400).json(Schema::Object(&objects::APPROVE_LAMP_ERROR)),
    ],
    paged: false,
};

pub(in super::super) const LAMP_CREATE_INSTALLER: Operation = Operation {
    id: "api.config.lamp.create-installer",
    method: Method::Post,
    path: "/lamp/installer",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::CREATE_LAMP_INSTALLER),
        required: true,
    }),
    answers: &[answer(201).json(Schema::Object(&objects::LAMP_INSTALLER))],
    paged: false,
};

pub(in super::super) const LAMP_INSTALLER_DOWNLOAD: Operation = Operation {
    id: "api.config.lamp.installer.download",
    method: Method::Get,
    path: "/lamp/installer/{platform}",
    path_params: &[
        param(
            "platform",
            Schema::Text(Text::PLAIN.values(&["linux-x86", "Windows", "mac-dmg"])),
        ),
    ],
    query: &[],
    body: None,
    answers: &[answer(200).body("application/x-executable", Schema::Binary)],
    paged: false,
};

pub(in super::super) const LAMP_SHOW: Operation = Operation {
    id: "api.config.lamp.show",
    method: Method::Get,
    path: "/lamp/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::LAMP)),
        answer(404).json(Schema::Object(&objects::MESSAGE)),
    ],
    paged: false,
};

pub(in super::super) const LAMP_UPDATE: Operation = Operation {
    id: "api.config.lamp.update",
    method: Method::Patch,
    path: "/lamp/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::LAMP),
        required: true,
    }),
    answers: &[answer(200).json(Schema::Object(&objects::LAMP))],
    paged: false,
};

pub(in super::super) const LAMP_DESTROY: Operation = Operation {
    id: "api.config.lamp.destroy",
    method: Method::Delete,
    path: "/lamp/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[answer(204)],
    paged: false,
};

pub(in super::super) const LAMP_CHECK_IN: Operation = Operation {
    id: "api.config.lamp.check-in",
    method: Method::Post,
    path: "/lamp/{id}/check-in",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[answer(200), answer(403)],
    paged: false,
};

pub(in super::super) const LAMP_CHECK_OUT: Operation = Operation {
    id: "api.config.lamp.check-out",
    method: Method::Post,
    path: "/lamp/{id}/check-out",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[answer(200).json(Schema::Object(&objects::LAMP_CREDENTIAL))],
    paged: false,
};

pub(in super::super) const LAMP_DIM_CHANGE: Operation = Operation {
    id: "api.config.lamp.dim_change",
    method: Method::Patch,
    path: "/lamp/{id}/dim-changes",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::LAMP_DIM_CHANGES),
        required: true,
    }),
    answers: &[answer(200).json(Schema::Object(&objects::LAMP_DIM_CHANGES_DETAILS))],
    paged: false,
};

pub(in super::super) const LAMP_EVENTS_INDEX: Operation = Operation {
    id: "api.config.lamp.events.index",
    method: Method::Get,
    path: "/lamp/{id}/events",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[answer(200).json(Schema::Object(&objects::LAMP_EVENTS))],
    paged: false,
};

pub(in super::super) const LAMP_NODE_INDEX: Operation = Operation {
    id: "api.config.lamp.node.index",
    method: Method::Get,
    path: "/lamp/{id}/node",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::LAMP_NODE) }).or_single(),
                ),
            ),
    ],
    paged: false,
};

pub(in super::super) const LAMP_ROOMS: Operation = Operation {
    id: "api.config.lamp.rooms",
    method: Method::Get,
    path: "/lamp/{id}/room",
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
                    List::of(const { &Schema::Object(&objects::ROOM) }).or_single(),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const LAMP_ROOM_DESTROY: Operation = Operation {
    id: "api.config.lamp.room.destroy",
    method: Method::Delete,
    path: "/lamp/{id}/room",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::DELETE_LAMP_ROOM),
        required: true,
    }),
    answers: &[answer(204)],
    paged: false,
};

pub(in super::super) const LAMP_SHOW_SCHEDULE: Operation = Operation {
    id: "api.config.lamp.showSchedule",
    method: Method::Get,
    path: "/lamp/{id}/showSchedule",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[param("week", Schema::Integer(Integer::PLAIN))],
    body: None,
    answers: &[answer(200).json(Schema::Object(&objects::SCHEDULE))],
    paged: false,
};
