// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! The request of every operation of Remote Support.

use super::super::{At, Made};
use crate::v2::rs as api;

/// Makes them all.
pub(in super::super) fn all(root: &api::CommandV2, at: &At) -> [Made; 6] {
    [
        Made {
            id: "api.command.v2.health.get",
            method: "GET",
            path: "/api/command/v2/health",
            query: &[],
            has_body: false,
            is_file: false,
            request: root.health().request(),
        },
        Made {
            id: "api.command.v2.appliance.index",
            method: "GET",
            path: "/api/command/v2/appliance",
            query: &[],
            has_body: false,
            is_file: false,
            request: root.appliances().list().request(),
        },
        Made {
            id: "api.command.v2.session.get.attributes",
            method: "GET",
            path: "/api/command/v2/session/{lsid}",
            query: &[],
            has_body: false,
            is_file: false,
            request: root
                .sessions()
                .attributes(&api::Lsid::new(at.step("lsid")))
                .request(),
        },
        Made {
            id: "api.command.v2.session.set.attributes",
            method: "PATCH",
            path: "/api/command/v2/session/{lsid}",
            query: &[],
            has_body: true,
            is_file: false,
            request: root
                .sessions()
                .set_attributes(&api::Lsid::new(at.step("lsid")), [("sample", "sample")])
                .request(),
        },
        Made {
            id: "api.command.v2.user.index",
            method: "GET",
            path: "/api/command/v2/user",
            query: &[],
            has_body: false,
            is_file: false,
            request: root.users().list().request(),
        },
        Made {
            id: "api.command.v2.user.logout",
            method: "POST",
            path: "/api/command/v2/user/{id}/logout",
            query: &[],
            has_body: false,
            is_file: false,
            request: root.users().logout(api::UserId::new(at.id("id"))).request(),
        },
    ]
}
