//! What takes several calls, against the simulator.

use std::time::Duration;

use bt_sra::config::{Ensured, Found};
use bt_sra::{
    ClientCredentials, Clock, ConnectionBuilder, Error, ErrorKind, ExposeSecret, TlsSettings, pra, rs,
};
use bt_sra_simulator::{Appliance, Fault, Server};
use http::Method;
use serde_json::{Value, json};

use crate::in_process::World;

fn settings<C: From<bt_sra::Connection>>(builder: ConnectionBuilder<C>, server: &Server) -> C {
    builder
        .credentials(ClientCredentials::new(server.client_id(), server.client_secret()))
        .tls(TlsSettings::empty())
        .root_pem(&server.ca_pem())
        .unwrap()
        .rate_limits(None)
        .build()
        .unwrap()
}

async fn pra_site() -> (Server, pra::Client) {
    let server = Appliance::pra().limits(false).serve().await.unwrap();
    let client = settings(pra::Client::builder(&server.site()).unwrap(), &server);
    (server, client)
}

/// Who holds an account, by the appliance's own record.
fn holders(server: &Server, account: i64) -> usize {
    let row = server.control().stored("/vault/account", account).unwrap();
    row.get("_holders").and_then(Value::as_array).map_or(0, Vec::len)
}

/// An account with a password, made for the test.
async fn account(client: &pra::Client) -> pra::config::VaultAccountId {
    let new = pra::config::NewVaultUsernamePasswordAccount::new("held", "svc-held", "hunter2");
    client.config().vault_accounts().create(new).send().await.unwrap().id().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_who_ensure_the_same_at_once_make_one() {
    let (server, client) = pra_site().await;
    let before = server.control().ids("/jump-group").len();
    let tasks: Vec<_> = (0..8)
        .map(|_| {
            let groups = client.config().jump_groups();
            let new = pra::config::NewJumpGroup::new("Plant 4").comments("all of it");
            tokio::spawn(async move { groups.ensure(new).send().await.unwrap() })
        })
        .collect();
    let mut created = 0;
    for task in tasks {
        match task.await.unwrap() {
            Ensured::Created(_) => created += 1,
            Ensured::Unchanged(group) => assert_eq!(group.comments.as_deref(), Some("all of it")),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((created, server.control().ids("/jump-group").len() - before), (1, 1));
}

#[tokio::test]
async fn ensuring_twice_changes_nothing_the_second_time() {
    let (server, client) = pra_site().await;
    let config = client.config();
    let jumpoint = || pra::config::NewJumpoint::new("Plant 4", pra::config::JumpointPlatform::LinuxX86);
    assert!(matches!(config.jumpoints().ensure(jumpoint()).send().await.unwrap(), Ensured::Created(_)));
    assert!(matches!(config.jumpoints().ensure(jumpoint()).send().await.unwrap(), Ensured::Unchanged(_)));
    let changed = config.jumpoints().ensure(jumpoint().comments("cellar")).send().await.unwrap();
    assert!(matches!(changed, Ensured::Updated { fields, .. } if fields == ["comments"]));
    // What cannot be changed is the appliance's to say.
    let windows = pra::config::NewJumpoint::new("plant 4", pra::config::JumpointPlatform::WindowsX86);
    let error = config.jumpoints().ensure(windows).send().await.unwrap_err();
    assert!(error.field_errors().contains_key("platform"), "{error}");
    let names = |row: Value| row["name"].as_str().map(str::to_owned);
    let all = server.control().ids("/jumpoint");
    let named = all.iter().filter_map(|id| names(server.control().stored("/jumpoint", *id)?));
    assert_eq!(named.filter(|name| name.eq_ignore_ascii_case("plant 4")).count(), 1);
}

#[tokio::test]
async fn the_other_product_finds_and_ensures_alike() {
    let server = Appliance::rs().limits(false).serve().await.unwrap();
    let client = settings(rs::Client::builder(&server.site()).unwrap(), &server);
    let config = client.config();
    let team = || rs::config::NewTeam::new("Night shift");
    assert!(matches!(config.teams().ensure(team()).send().await.unwrap(), Ensured::Created(_)));
    assert!(matches!(config.teams().ensure(team()).send().await.unwrap(), Ensured::Unchanged(_)));
    assert!(matches!(config.teams().find_by_name("no such team").send().await.unwrap(), Found::None));
}

#[tokio::test]
async fn a_jumpoint_is_set_up_and_waited_for() {
    let (server, client) = pra_site().await;
    let jumpoints = client.config().jumpoints();
    let new = pra::config::NewJumpoint::new("Plant 4", pra::config::JumpointPlatform::LinuxX86);
    let jumpoint = jumpoints.create(new).send().await.unwrap();
    assert_eq!(jumpoint.connected, Some(false));
    let folder = tempfile::tempdir().unwrap();
    let saved = jumpoints.installer(jumpoint.id).save(folder.path()).await.unwrap();
    assert!(std::fs::read_to_string(&saved.path).unwrap().starts_with("#!/bin/sh"));
    assert!(server.control().connect_jumpoint(jumpoint.id.get()));
    let connected = jumpoints.get(jumpoint.id).until(|jumpoint| jumpoint.connected == Some(true));
    assert_eq!(connected.send().await.unwrap().id, jumpoint.id);
}

/// Waits for Jumpoint 1, which connects (if at all) after `connects` seconds; returns how it
/// ended, after how many seconds, and how often was asked.
fn wait(connects: Option<u64>, limit: u64) -> (Result<(), ErrorKind>, u64, usize) {
    let world = World::default();
    let appliance = world.appliance(Appliance::pra().items(5));
    let builder = pra::Client::builder("access.example.com").unwrap();
    let client = world.client(&appliance, builder).build().unwrap();
    let jumpoints = client.config().jumpoints();
    let id = world.run(async {
        let new = pra::config::NewJumpoint::new("Plant 4", pra::config::JumpointPlatform::LinuxX86);
        jumpoints.create(new).send().await.unwrap().id
    });
    let start = world.monotonic();
    if let Some(seconds) = connects {
        let (control, sleep) = (appliance.control(), world.sleep(Duration::from_secs(seconds)));
        world.beside(async move {
            sleep.await;
            control.connect_jumpoint(id.get());
        });
    }
    let waiting = jumpoints.get(id).until(|jumpoint| jumpoint.connected == Some(true));
    let (result, end) = world.run(async {
        let result = waiting.with_deadline(Duration::from_secs(limit)).send().await;
        (result.map(drop).map_err(|error| error.kind()), world.monotonic())
    });
    let path = format!("/api/config/v1/jumpoint/{id}");
    let asked = appliance.log().iter().filter(|exchange| exchange.path == path).count();
    (result, (end - start).as_secs(), asked)
}

#[test]
fn waiting_asks_rarely_and_ends_soon_after_it_has_happened_or_at_the_deadline() {
    let (result, took, asked) = wait(Some(300), 900);
    assert_eq!(result, Ok(()));
    assert!((300..=331).contains(&took) && asked < 20, "{took} s, asked {asked} times");
    let (result, took, asked) = wait(None, 900);
    assert_eq!((result, took), (Err(ErrorKind::Timeout), 900));
    assert!(asked < 40, "asked {asked} times");
}

#[tokio::test]
async fn a_credential_is_held_while_a_closure_runs() {
    let (server, client) = pra_site().await;
    let id = account(&client).await;
    let hold = client.config().vault_accounts().hold(id);
    let shown = hold.with(async |credential| {
        assert_eq!(holders(&server, id.get()), 1);
        Ok::<_, Error>(credential.password.unwrap().expose_secret().to_owned())
    });
    assert_eq!(shown.await.unwrap(), "hunter2");
    assert_eq!(holders(&server, id.get()), 0);
}

#[tokio::test]
async fn a_dropped_guard_and_a_lost_answer_leave_nothing_checked_out() {
    let (server, client) = pra_site().await;
    let id = account(&client).await;
    let hold = client.config().vault_accounts().hold(id);
    let held = hold.clone().send().await.unwrap();
    assert_eq!((held.username.as_deref(), holders(&server, id.get())), (Some("svc-held"), 1));
    drop(held);
    client.settled().await;
    assert_eq!(holders(&server, id.get()), 0);

    let path = format!("/api/config/v1/vault/account/{id}/check-out");
    server.control().fault(Fault::reset().on(Method::POST, path).after_acting());
    let error = hold.clone().send().await.unwrap_err();
    assert!(error.may_have_acted());
    client.settled().await;
    assert_eq!(holders(&server, id.get()), 0);

    let held = hold.send().await.unwrap();
    held.check_in().await.unwrap();
    assert_eq!(holders(&server, id.get()), 0);
}

#[tokio::test]
async fn a_check_out_given_up_at_any_moment_is_taken_back() {
    let (server, client) = pra_site().await;
    let id = account(&client).await;
    let hold = client.config().vault_accounts().hold(id);
    for patience in 0..40 {
        // Given up after so many turns of the runtime: before the request, during it, after it.
        let sending = hold.clone().send();
        let turns = async {
            for _ in 0..patience * 5 {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! { biased; held = sending => drop(held.unwrap()), () = turns => {} }
        client.settled().await;
        assert_eq!(holders(&server, id.get()), 0, "after {patience} turns");
    }
    let outs = server.log().iter().filter(|one| one.path.ends_with("check-out")).count();
    assert_eq!(outs, 40, "what was begun is done, and undone");
}

#[tokio::test]
async fn what_several_are_called_is_not_guessed_at() {
    let (_server, client) = pra_site().await;
    let config = client.config();
    for address in ["198.51.100.7", "198.51.100.8"] {
        let body = json!({
            "name": "twin", "hostname": address, "protocol": "ssh", "port": 22, "terminal": "xterm",
            "jumpoint_id": 1, "jump_group_id": 1, "jump_group_type": "shared",
        });
        let call = client.connection().raw(Method::POST, "/api/config/v1/jump-item/shell-jump");
        call.json(body.to_string()).send().await.unwrap();
    }
    let Found::Several(twins) = config.shell_jumps().find_by_name("Twin").send().await.unwrap() else {
        panic!("not several")
    };
    assert_eq!(twins.len(), 2);
    let (jumpoint, group) = (pra::config::JumpointId::new(1), pra::config::JumpGroupId::new(1));
    let new = || {
        pra::config::NewShellJump::new("twin", "198.51.100.9", jumpoint, group, pra::config::Protocol::Ssh)
    };
    let ensured = config.shell_jumps().ensure(new()).send().await.unwrap();
    assert!(matches!(ensured, Ensured::Several(_)) && !ensured.has_changed());
    let by_address = config.shell_jumps().list().hostname("198.51.100.9");
    let ensured = config.shell_jumps().ensure(new()).among(by_address).send().await.unwrap();
    assert!(matches!(ensured, Ensured::Created(_)));
}
