//! The typed Configuration API against the simulator: every operation once, and the life of
//! some things from beginning to end.

use std::collections::BTreeSet;

use bt_sra::{ClientCredentials, ConnectionBuilder, ErrorKind, ExposeSecret, Patch, TlsSettings, pra, rs};
use bt_sra_simulator::{Appliance, Server};
use serde_json::Value;

use lab::Lab;

#[rustfmt::skip]
mod generated;
mod lab;

/// Settings for a client of `server`.
fn settings<C: From<bt_sra::Connection>>(
    builder: ConnectionBuilder<C>,
    server: &Server,
) -> ConnectionBuilder<C> {
    builder
        .credentials(ClientCredentials::new(server.client_id(), server.client_secret()))
        .tls(TlsSettings::empty())
        .root_pem(&server.ca_pem())
        .unwrap()
        .rate_limits(None)
}

async fn pra_site() -> (Server, pra::config::Config) {
    let server = Appliance::pra().limits(false).serve().await.unwrap();
    let builder = pra::Client::builder(&server.site()).unwrap();
    let client = settings(builder, &server).build().unwrap();
    (server, client.config())
}

/// The operation ids in the normalised facts of a product.
fn operations(product: &str) -> BTreeSet<String> {
    let path = format!("{}/../../spec/{product}-configuration.ir.json", env!("CARGO_MANIFEST_DIR"));
    let facts: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let operations = facts["operations"].as_array().unwrap();
    operations.iter().map(|operation| operation["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn every_operation_of_pra_is_understood_both_ways() {
    let mut lab = Lab::new("pra", Appliance::pra, |server| {
        let builder = pra::Client::builder(&server.site()).unwrap();
        settings(builder, server).build().unwrap().config()
    });
    generated::pra::all(&mut lab).await;
    assert_eq!(lab.done(), operations("pra"));
}

#[tokio::test]
async fn every_operation_of_rs_is_understood_both_ways() {
    let mut lab = Lab::new("rs", Appliance::rs, |server| {
        let builder = rs::Client::builder(&server.site()).unwrap();
        settings(builder, server).build().unwrap().config()
    });
    generated::rs::all(&mut lab).await;
    assert_eq!(lab.done(), operations("rs"));
}

#[test]
fn no_secret_is_shown() {
    let at = lab::At::nowhere();
    let all = generated::pra::secrets::shown(&at).into_iter().chain(generated::rs::secrets::shown(&at));
    for (name, shown) in all {
        assert!(!shown.contains("hunter2"), "{name}: {shown}");
        assert!(shown.contains("REDACTED"), "{name} was made without its secret: {shown}");
    }
}

#[tokio::test]
async fn a_shell_jump_lives_from_creation_to_deletion() {
    use pra::config::{
        CopyJumpItem, JumpGroupId, JumpGroupRef, JumpointId, NewShellJump, Protocol, ShellJumpPatch,
    };
    let (_server, config) = pra_site().await;
    let jumps = config.shell_jumps();
    let new =
        NewShellJump::new("web 7", "198.51.100.7", JumpointId::new(1), JumpGroupId::new(1), Protocol::Ssh);
    let item = jumps.create(new.tag("i-0abc").port(2222)).send().await.unwrap();
    assert_eq!(
        (item.name.as_str(), item.port, item.jump_group()),
        ("web 7", Some(2222), JumpGroupRef::Shared(JumpGroupId::new(1)))
    );

    let mut found = jumps.list().tag("i-0abc").items();
    assert_eq!(found.try_next().await.unwrap().as_ref(), Some(&item));
    assert_eq!(found.try_next().await.unwrap(), None);
    assert_eq!(found.total(), Some(1));

    let patch = ShellJumpPatch::new().name("web 8").jump_policy_id(Patch::Null);
    let changed = jumps.update(item.id, patch).send().await.unwrap();
    assert_eq!((changed.name.as_str(), changed.jump_policy_id, changed.port), ("web 8", None, Some(2222)));

    let copy = jumps.copy(item.id, CopyJumpItem::new("web 9", JumpGroupId::new(2))).send().await.unwrap();
    let copied = jumps.get(copy.dest_id.unwrap().into()).send().await.unwrap();
    assert_eq!((copied.name.as_str(), copied.tag.as_deref()), ("web 9", Some("i-0abc")));

    jumps.delete(item.id).send().await.unwrap();
    let error = jumps.get(item.id).send().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status().map(|status| status.as_u16())),
        (ErrorKind::Appliance, Some(404))
    );
}

#[tokio::test]
async fn all_pages_together_hold_every_item_once() {
    let (server, config) = pra_site().await;
    let expected = server.control().ids("/jump-item/shell-jump");
    let mut items = config.shell_jumps().list().per_page(7).items();
    let mut seen = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        seen.push(item.id.get());
    }
    seen.sort_unstable();
    assert_eq!(seen, expected);
    assert!(seen.len() > 14, "the sample site is too small for this test");
    assert!(!items.total_changed());
}

#[tokio::test]
async fn a_secret_goes_in_and_comes_back_at_check_out_only() {
    use pra::config::{NewVaultUsernamePasswordAccount, VaultAccountDetails};
    let (_server, config) = pra_site().await;
    let accounts = config.vault_accounts();
    let new = NewVaultUsernamePasswordAccount::new("backup", "svc-backup", "hunter2");
    let made = accounts.create(new).send().await.unwrap();
    let id = made.id().unwrap();
    let VaultAccountDetails::UsernamePassword(made) = made else { panic!("another kind: {made:?}") };
    assert_eq!(made.username, "svc-backup");
    let credential = accounts.check_out(id).send().await.unwrap();
    assert_eq!(credential.password.unwrap().expose_secret(), "hunter2");
    accounts.check_in(id).send().await.unwrap();
    accounts.delete(id).send().await.unwrap();
}

#[tokio::test]
async fn what_the_appliance_holds_against_fields_is_passed_on() {
    use pra::config::NewJumpoint;
    let (_server, config) = pra_site().await;
    let new = NewJumpoint::new("far away", pra::config::JumpointPlatform::from("amiga")).jzp_proxy_port(0);
    let error = config.jumpoints().create(new).send().await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(422));
    let fields: Vec<&str> = error.field_errors().keys().map(String::as_str).collect();
    assert_eq!(fields, ["jzp_proxy_port", "platform"]);
}

#[tokio::test]
async fn the_client_of_one_product_reads_what_only_it_has() {
    let server = Appliance::rs().limits(false).serve().await.unwrap();
    let builder = rs::Client::builder(&server.site()).unwrap();
    let config = settings(builder, &server).build().unwrap().config();
    let mut statuses = config.rep_statuses().list().items();
    let first = statuses.try_next().await.unwrap().unwrap();
    assert_eq!(config.rep_statuses().get(first.id).send().await.unwrap(), first);
}
