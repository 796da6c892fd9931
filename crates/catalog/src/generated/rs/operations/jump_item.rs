// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Operations of RS.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const JUMP_ITEM_REMOTE_RDP_INDEX: Operation = Operation {
    id: "api.config.jump-item.remote-rdp.index",
    method: Method::Get,
    path: "/jump-item/remote-rdp",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN.min(1).max(255))),
        param("hostname", Schema::Text(Text::PLAIN.min(3).max(255))),
        param("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param(
            "jump_group_type",
            Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
        ),
        param("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("endpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("tag", Schema::Text(Text::PLAIN.min(1).max(64))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::REMOTE_RDP_JUMP_ITEM) }),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const JUMP_ITEM_REMOTE_RDP_STORE: Operation = Operation {
    id: "api.config.jump-item.remote-rdp.store",
    method: Method::Post,
    path: "/jump-item/remote-rdp",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::REMOTE_RDP_JUMP_ITEM),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::REMOTE_RDP_JUMP_ITEM)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_ITEM_REMOTE_RDP_SHOW: Operation = Operation {
    id: "api.config.jump-item.remote-rdp.show",
    method: Method::Get,
    path: "/jump-item/remote-rdp/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::REMOTE_RDP_JUMP_ITEM)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_ITEM_REMOTE_RDP_UPDATE: Operation = Operation {
    id: "api.config.jump-item.remote-rdp.update",
    method: Method::Patch,
    path: "/jump-item/remote-rdp/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::REMOTE_RDP_JUMP_ITEM),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::REMOTE_RDP_JUMP_ITEM)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_ITEM_REMOTE_RDP_DESTROY: Operation = Operation {
    id: "api.config.jump-item.remote-rdp.destroy",
    method: Method::Delete,
    path: "/jump-item/remote-rdp/{id}",
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

pub(in super::super) const JUMP_ITEM_REMOTE_RDP_COPY: Operation = Operation {
    id: "api.config.jump-item.remote-rdp.copy",
    method: Method::Post,
    path: "/jump-item/remote-rdp/{id}/copy",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMP_ITEM),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::COPY_JUMP_ITEM_RESPONSE)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_ITEM_REMOTE_VNC_INDEX: Operation = Operation {
    id: "api.config.jump-item.remote-vnc.index",
    method: Method::Get,
    path: "/jump-item/remote-vnc",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN.min(1).max(255))),
        param("hostname", Schema::Text(Text::PLAIN.min(3).max(255))),
        param("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param(
            "jump_group_type",
            Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
        ),
        param("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param("tag", Schema::Text(Text::PLAIN.min(1).max(64))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::REMOTE_VNC_JUMP_ITEM) }),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const JUMP_ITEM_REMOTE_VNC_STORE: Operation = Operation {
    id: "api.config.jump-item.remote-vnc.store",
    method: Method::Post,
    path: "/jump-item/remote-vnc",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::REMOTE_VNC_JUMP_ITEM),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::REMOTE_VNC_JUMP_ITEM)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_ITEM_REMOTE_VNC_SHOW: Operation = Operation {
    id: "api.config.jump-item.remote-vnc.show",
    method: Method::Get,
    path: "/jump-item/remote-vnc/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::REMOTE_VNC_JUMP_ITEM)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_ITEM_REMOTE_VNC_UPDATE: Operation = Operation {
    id: "api.config.jump-item.remote-vnc.update",
    method: Method::Patch,
    path: "/jump-item/remote-vnc/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::REMOTE_VNC_JUMP_ITEM),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::REMOTE_VNC_JUMP_ITEM)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_ITEM_REMOTE_VNC_DESTROY: Operation = Operation {
    id: "api.config.jump-item.remote-vnc.destroy",
    method: Method::Delete,
    path: "/jump-item/remote-vnc/{id}",
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

pub(in super::super) const JUMP_ITEM_REMOTE_VNC_COPY: Operation = Operation {
    id: "api.config.jump-item.remote-vnc.copy",
    method: Method::Post,
    path: "/jump-item/remote-vnc/{id}/copy",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMP_ITEM),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::COPY_JUMP_ITEM_RESPONSE)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_ITEM_SHELL_JUMP_INDEX: Operation = Operation {
    id: "api.config.jump-item.shell-jump.index",
    method: Method::Get,
    path: "/jump-item/shell-jump",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN.min(1).max(255))),
        param("hostname", Schema::Text(Text::PLAIN.min(3).max(255))),
        param("jump_group_id", Schema::Integer(Integer::PLAIN.min(1))),
        param(
            "jump_group_type",
            Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
        ),
        param("jumpoint_id", Schema::Integer(Integer::PLAIN.min(1))),
        param("tag", Schema::Text(Text::PLAIN.min(1).max(64))),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::SHELL_JUMP_ITEM) }),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const JUMP_ITEM_SHELL_JUMP_STORE: Operation = Operation {
    id: "api.config.jump-item.shell-jump.store",
    method: Method::Post,
    path: "/jump-item/shell-jump",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::SHELL_JUMP_ITEM),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::SHELL_JUMP_ITEM)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_ITEM_SHELL_JUMP_SHOW: Operation = Operation {
    id: "api.config.jump-item.shell-jump.show",
    method: Method::Get,
    path: "/jump-item/shell-jump/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::SHELL_JUMP_ITEM)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_ITEM_SHELL_JUMP_UPDATE: Operation = Operation {
    id: "api.config.jump-item.shell-jump.update",
    method: Method::Patch,
    path: "/jump-item/shell-jump/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::SHELL_JUMP_ITEM),
        required: true,
    }),
    answers: &[answer(200).json(Schema::Object(&objects::SHELL_JUMP_ITEM))],
    paged: false,
};

pub(in super::super) const JUMP_ITEM_SHELL_JUMP_DESTROY: Operation = Operation {
    id: "api.config.jump-item.shell-jump.destroy",
    method: Method::Delete,
    path: "/jump-item/shell-jump/{id}",
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

pub(in super::super) const JUMP_ITEM_SHELL_JUMP_COPY: Operation = Operation {
    id: "api.config.jump-item.shell-jump.copy",
    method: Method::Post,
    path: "/jump-item/shell-jump/{id}/copy",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMP_ITEM),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::COPY_JUMP_ITEM_RESPONSE)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};
