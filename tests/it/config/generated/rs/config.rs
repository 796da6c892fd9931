// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Config.

use super::super::super::lab::Lab;
use bt_sra::rs::config as api;

/// Calls them all.
pub(super) async fn all(lab: &mut Lab<api::Config>) {
    lab.call(
            "api.config.cli",
            "GET",
            "/cli/{platform}",
            |config, _| {
                let call = config.cli(api::CliPlatform::from("linux"));
                Box::pin(Lab::<api::Config>::read(call.send()))
            },
        )
        .await;
    lab.call(
            "api.config.spec",
            "GET",
            "/openapi.yaml",
            |config, _| {
                let call = config.openapi_yaml();
                Box::pin(Lab::<api::Config>::read(call.send()))
            },
        )
        .await;
}
