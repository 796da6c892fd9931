// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Config.

use super::super::super::lab::Lab;
use bt_sra::pra::config as api;

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
