//! One token and one budget for everybody.

use std::process::Stdio;
use std::sync::Arc;

use bt_sra::{ClientCredentials, Connection, Folder};
use bt_sra_simulator::{Appliance, Server};
use http::Method;

const GROUPS: &str = "/api/config/v1/jump-group";

/// A command that runs `btapi` against `server`, its token kept in `runtime`.
fn btapi(server: &Server, runtime: &std::path::Path) -> tokio::process::Command {
    let ca = runtime.join("ca.pem");
    if !ca.exists() {
        std::fs::write(&ca, server.ca_pem()).unwrap();
    }
    let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_btapi"));
    command
        .env_clear()
        .env("BT_API_HOST", server.site())
        .env("BT_CLIENT_ID", server.client_id())
        .env("BT_CLIENT_SECRET", server.client_secret())
        .env("BT_CA_FILE", ca)
        .env("XDG_RUNTIME_DIR", runtime)
        .stdin(Stdio::null());
    command
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn twenty_processes_with_an_empty_cache_share_one_token_and_meet_no_limit() {
    let server = Appliance::pra().serve().await.unwrap();
    let runtime = tempfile::tempdir().unwrap();
    let children: Vec<_> = (0..20)
        .map(|_| {
            btapi(&server, runtime.path())
                .args(["get", "jump-group", "1"])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    for child in children {
        let output = child.wait_with_output().await.unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let counters = server.counters();
    assert_eq!((counters.tokens_issued, counters.rate_limited, counters.requests), (1, 0, 21));
    assert!(counters.busiest_second <= 20, "{}", counters.busiest_second);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_calls_take_one_token_however_often_the_client_is_made_anew() {
    let server = Appliance::pra().limits(false).capture(false).serve().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let folder = Folder::open(home.path().join("bt-sra")).unwrap();
    let connect = || {
        Connection::builder(&server.site())
            .unwrap()
            .credentials(ClientCredentials::new(server.client_id(), server.client_secret()))
            .tls(bt_sra::TlsSettings::empty())
            .root_pem(&server.ca_pem())
            .unwrap()
            .shared_in(folder.clone())
            .rate_limits(None)
            .build()
            .unwrap()
    };
    for _ in 0..100 {
        let connection = connect();
        for _ in 0..10 {
            connection.raw(Method::GET, GROUPS).query("per_page", "5").send().await.unwrap();
        }
    }
    assert_eq!((server.counters().tokens_issued, server.counters().requests), (1, 1001));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_tasks_of_one_client_stay_within_the_second() {
    let server = Appliance::pra().serve().await.unwrap();
    let connection = Connection::builder(&server.site())
        .unwrap()
        .credentials(ClientCredentials::new(server.client_id(), server.client_secret()))
        .root_pem(&server.ca_pem())
        .unwrap()
        .build()
        .unwrap();
    let tasks: Vec<_> = (0..60)
        .map(|_| {
            let connection = connection.clone();
            tokio::spawn(async move { connection.raw(Method::GET, GROUPS).send().await.map(drop) })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let counters = server.counters();
    assert_eq!((counters.tokens_issued, counters.rate_limited), (1, 0));
    assert!(counters.busiest_second <= 20, "{}", counters.busiest_second);
}

#[tokio::test]
async fn two_accounts_in_one_folder_do_not_mix() {
    let server = Appliance::pra().limits(false).serve().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let folder = Folder::open(home.path().join("bt-sra")).unwrap();
    let accounts = server.accounts();
    assert!(accounts.len() > 1);
    for account in &accounts {
        let connection = Connection::builder(&server.site())
            .unwrap()
            .credentials(ClientCredentials::new(account.client_id.clone(), account.client_secret.clone()))
            .root_pem(&server.ca_pem())
            .unwrap()
            .shared_in(folder.clone())
            .build()
            .unwrap();
        // Some may not; each asks with a token of its own.
        let _ = connection.raw(Method::GET, GROUPS).send().await;
    }
    let tokens: Arc<std::collections::BTreeSet<String>> = Arc::new(
        server
            .log()
            .iter()
            .filter(|exchange| exchange.path == GROUPS)
            .map(|exchange| exchange.request_headers["authorization"].to_str().unwrap().to_owned())
            .collect(),
    );
    let issued = server.counters().tokens_issued;
    assert!(issued > 1, "one account alone proves nothing");
    assert_eq!(tokens.len() as u64, issued);
}
