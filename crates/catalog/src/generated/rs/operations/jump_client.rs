// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Operations of RS.

use crate::make::{answer, param};
use crate::schema::{Body, Integer, List, Method, Operation, Schema, Text};
use super::super::objects;

pub(in super::super) const JUMP_CLIENT_INDEX: Operation = Operation {
    id: "api.config.jump-client.index",
    method: Method::Get,
    path: "/jump-client",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN.min(1).max(128))),
        param("hostname", Schema::Text(Text::PLAIN.min(1).max(255))),
        param("fqdn", Schema::Text(Text::PLAIN.min(1).max(255))),
        param("tag", Schema::Text(Text::PLAIN.min(1).max(64))),
        param("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param(
            "jump_group_type",
            Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
        ),
        param("console_user", Schema::Text(Text::PLAIN.min(1))),
        param("public_ip", Schema::Text(Text::PLAIN.min(1))),
        param("private_ip", Schema::Text(Text::PLAIN.min(1))),
        param(
            "connection_type",
            Schema::Text(Text::PLAIN.values(&["active", "passive", "uninstalled"])),
        ),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(List::of(const { &Schema::Object(&objects::JUMP_CLIENT) })),
            ),
    ],
    paged: true,
};

pub(in super::super) const JUMP_CLIENT_INSTALLER_INDEX: Operation = Operation {
    id: "api.config.jump-client.installer.index",
    method: Method::Get,
    path: "/jump-client/installer",
    path_params: &[],
    query: &[
        param("per_page", Schema::Integer(Integer::PLAIN.min(5).max(100))),
        param("current_page", Schema::Integer(Integer::PLAIN.min(1))),
        param("name", Schema::Text(Text::PLAIN.min(1).max(128))),
        param("hostname", Schema::Text(Text::PLAIN.min(1).max(255))),
        param("fqdn", Schema::Text(Text::PLAIN.min(1).max(255))),
        param("tag", Schema::Text(Text::PLAIN.min(1).max(64))),
        param("jump_group_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647))),
        param(
            "jump_group_type",
            Schema::Text(Text::PLAIN.values(&["shared", "personal"])),
        ),
        param(
            "connection_type",
            Schema::Text(Text::PLAIN.values(&["active", "passive"])),
        ),
    ],
    body: None,
    answers: &[
        answer(200)
            .json(
                Schema::List(
                    List::of(const { &Schema::Object(&objects::JUMP_CLIENT_INSTALLER) }),
                ),
            ),
    ],
    paged: true,
};

pub(in super::super) const JUMP_CLIENT_CREATE_INSTALLER: Operation = Operation {
    id: "api.config.jump-client.create-installer",
    method: Method::Post,
    path: "/jump-client/installer",
    path_params: &[],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::CREATE_JUMP_CLIENT_INSTALLER),
        required: true,
    }),
    answers: &[
        answer(201).json(Schema::Object(&objects::JUMP_CLIENT_INSTALLER)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_CLIENT_INSTALLER_SHOW: Operation = Operation {
    id: "api.config.jump-client.installer.show",
    method: Method::Get,
    path: "/jump-client/installer/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::JUMP_CLIENT_INSTALLER)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_CLIENT_INSTALLER_DESTROY: Operation = Operation {
    id: "api.config.jump-client.installer.destroy",
    method: Method::Delete,
    path: "/jump-client/installer/{id}",
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

pub(in super::super) const JUMP_CLIENT_DOWNLOAD: Operation = Operation {
    id: "api.config.jump-client.download",
    method: Method::Get,
    path: "/jump-client/installer/{installer_id}/{platform}",
    path_params: &[
        param("installer_id", Schema::Text(Text::PLAIN.min(32).max(32))),
        param(
            "platform",
            Schema::Text(
                Text::PLAIN
                    .values(
                        &[
                            "linux-64",
                            "raspberry-pi-32-headless",
                            "mac-dmg",
                            "mac-zip",
                            "windows-64-msi",
                            "windows-32-msi",
                        ],
                    ),
            ),
        ),
    ],
    query: &[],
    body: None,
    answers: &[answer(200).body("application/x-executable", Schema::Binary)],
    paged: false,
};

pub(in super::super) const JUMP_CLIENT_SHOW: Operation = Operation {
    id: "api.config.jump-client.show",
    method: Method::Get,
    path: "/jump-client/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: None,
    answers: &[
        answer(200).json(Schema::Object(&objects::JUMP_CLIENT)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_CLIENT_UPDATE: Operation = Operation {
    id: "api.config.jump-client.update",
    method: Method::Patch,
    path: "/jump-client/{id}",
    path_params: &[param("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))],
    query: &[],
    body: Some(Body {
        schema: Schema::Object(&objects::JUMP_CLIENT),
        required: true,
    }),
    answers: &[
        answer(200).json(Schema::Object(&objects::JUMP_CLIENT)),
        answer(404).json(Schema::Object(&objects::ERROR_MESSAGE_RESPONSE)),
        answer(422).json(Schema::Object(&objects::UNPROCESSABLE_ENTITY)),
    ],
    paged: false,
};

pub(in super::super) const JUMP_CLIENT_DESTROY: Operation = Operation {
    id: "api.config.jump-client.destroy",
    method: Method::Delete,
    path: "/jump-client/{id}",
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

pub(in super::super) const JUMP_CLIENT_COPY: Operation = Operation {
    id: "api.config.jump-client.copy",
    method: Method::Post,
    path: "/jump-client/{id}/copy",
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
