// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Operations of RS.

use crate::make::{answer, param};
use crate::schema::{Method, Operation, Schema, Text};

pub(in super::super) const CLI: Operation = Operation {
    id: "api.config.cli",
    method: Method::Get,
    path: "/cli/{platform}",
    path_params: &[
        param("platform", Schema::Text(Text::PLAIN.values(&["linux", "win32", "macos"]))),
    ],
    query: &[],
    body: None,
    answers: &[answer(200).body("application/zip", Schema::Binary)],
    paged: false,
};
