// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Operations of PRA.

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
