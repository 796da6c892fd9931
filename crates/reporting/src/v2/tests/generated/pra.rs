// Made by `cargo xtask codegen` from: PRA reporting API 2.0.0, sha256 851a3f55ce8f40d33bd3acb1a86043c05c20c8c344a6a0e42a8782fa30b3bdc9.
//! The request of every operation of Privileged Remote Access.

use super::super::{At, Made};
use crate::v2::pra as api;

/// Makes them all.
pub(in super::super) fn all(root: &api::ReportingV2, at: &At) -> [Made; 3] {
    [
        Made {
            id: "reporting.jump-item.duplicate-clients",
            method: "GET",
            path: "/api/reporting/v2/duplicate-jump-clients",
            query: &[
                "id",
                "name",
                "jump_group",
                "comments",
                "tag",
                "system_identifier",
                "status",
                "limit",
                "offset",
            ],
            has_body: false,
            is_file: false,
            request: root
                .duplicate_jump_clients()
                .list()
                .id(api::DuplicateJumpClientId::new(at.number("id", 1)))
                .name(at.text("name", "sample_text_"))
                .jump_group(at.text("jump_group", "sample_text_"))
                .comments(at.text("comments", "sample_text_"))
                .tag(at.text("tag", "sample_text_"))
                .system_identifier(at.text("system_identifier", "sample_text_"))
                .status(api::ConnectionStatus::from("online"))
                .limit(at.number("limit", 1))
                .offset(at.number("offset", 1))
                .request(),
        },
        Made {
            id: "reporting.jump-item.duplicate-clients.delete",
            method: "DELETE",
            path: "/api/reporting/v2/duplicate-jump-clients",
            query: &[],
            has_body: true,
            is_file: false,
            request: root
                .duplicate_jump_clients()
                .delete(
                    api::DuplicatesToDelete::new()
                        .ids([api::DuplicateJumpClientId::new(at.number("ids", 1))])
                        .system_identifiers([
                            at.text("system_identifiers", "sample_text_"),
                        ])
                        .allow_delete_all(false),
                )
                .request(),
        },
        Made {
            id: "reporting.jump-item.duplicate-clients.show",
            method: "GET",
            path: "/api/reporting/v2/duplicate-jump-clients/{id}",
            query: &[],
            has_body: false,
            is_file: false,
            request: root
                .duplicate_jump_clients()
                .get(api::DuplicateJumpClientId::new(at.id("id")))
                .request(),
        },
    ]
}
