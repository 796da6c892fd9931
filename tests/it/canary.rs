//! Secrets leave no trace: known ones go through everything, and then all that was written is
//! searched for them.

use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use bt_sra::{ClientCredentials, pra};
use bt_sra_simulator::{Appliance, Server};
use tokio::io::AsyncWriteExt;

/// What must not be found: as it is, and in the forms it takes on its way.
fn canaries(server: &Server) -> Vec<(&'static str, String)> {
    let secret = server.client_secret();
    let log = server.log();
    let basic = log
        .iter()
        .find(|exchange| exchange.path == "/oauth2/token")
        .map(|exchange| {
            exchange.request_headers["authorization"].to_str().unwrap()["Basic ".len()..].to_owned()
        })
        .unwrap();
    let token = log
        .iter()
        .filter(|exchange| exchange.path == "/oauth2/token")
        .find_map(|exchange| {
            let answer: serde_json::Value = serde_json::from_slice(&exchange.response_body).ok()?;
            answer["access_token"].as_str().map(str::to_owned)
        })
        .unwrap();
    vec![
        ("client secret", secret),
        ("basic pair", basic),
        ("token", token),
        ("password", PASSWORD.to_owned()),
        ("key", KEY_LINE.to_owned()),
        ("password of backups", BACKUP.to_owned()),
        ("secret of webhooks", WEBHOOK.to_owned()),
        ("token of the page", PAGE.to_owned()),
        ("token to forward", FORWARD.to_owned()),
    ]
}

const PASSWORD: &str = "canary-password-7f3a";
const BACKUP: &str = "canary-backup-2b6c";
const WEBHOOK: &str = "canary-webhook-91de";
const PAGE: &str = "canary-page-of-tickets-58aa";
const FORWARD: &str = "canary-forward-c07f";
const KEY_LINE: &str = "Y2FuYXJ5LWtleS1saW5lLTlk";

struct Run {
    shown: String,
    arguments: String,
}

/// Runs `btapi` and keeps all that it shows, its argument list as others see it included.
async fn run(server: &Server, home: &Path, arguments: &[&str], input: &str, host: &str) -> Run {
    let ca = home.join("ca.pem");
    std::fs::write(&ca, server.ca_pem()).unwrap();
    let mut child = tokio::process::Command::new(env!("CARGO_BIN_EXE_btapi"))
        .args(arguments)
        .env_clear()
        .env("BT_API_HOST", host)
        .env("BT_CLIENT_ID", server.client_id())
        .env("BT_CLIENT_SECRET", server.client_secret())
        .env("BT_CA_FILE", ca)
        .env("BT_BACKUP_PASSWORD", BACKUP)
        .env("BT_WEBHOOK_SECRET", WEBHOOK)
        .env("BT_TICKET_TOKEN", PAGE)
        .env("BT_FORWARD_TOKEN", FORWARD)
        .env("XDG_RUNTIME_DIR", home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let id = child.id().unwrap();
    let arguments = std::fs::read_to_string(format!("/proc/{id}/cmdline")).unwrap_or_default();
    let mut stdin = child.stdin.take().unwrap();
    // A command that does not read its input may be gone already.
    let _ = stdin.write_all(input.as_bytes()).await;
    drop(stdin);
    let output = child.wait_with_output().await.unwrap();
    let shown =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Run { shown, arguments }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_secret_is_shown_logged_or_left_where_others_can_read_it() {
    let server = Appliance::pra().limits(false).serve().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let key = format!("-----BEGIN OPENSSH PRIVATE KEY-----\n{KEY_LINE}\n-----END OPENSSH PRIVATE KEY-----\n");
    let ssh = format!("type=ssh\nname=canary\nusername=u\nprivate_key=\"{key}\"\n");
    let password = format!("type=username_password\nname=canary2\nusername=u\npassword={PASSWORD}\n");
    let wrong =
        format!("type=username_password\nname=canary3\npassword={PASSWORD}\nbogus={PASSWORD}\nport=x\n");
    let site = server.site();
    let recordings = home.path().join("recordings").display().to_string();
    let attribute = format!("lsid=0f0e0d0c0b0a09080706050403020100\nsession.custom.pin={PASSWORD}\n");
    let shortcut = format!(
        "name=a\ngroup=g\nremote_rdp_hostname=h\njumpoint=j\nremote_exe_params=/p:{PASSWORD}\nodd={KEY_LINE}\n"
    );
    let backups = home.path().join("backups");
    std::fs::create_dir(&backups).unwrap();
    let backups = backups.display().to_string();
    // Secrets are read before what is wrong with the rest, so that these end.
    let journal = home.path().join("journal").display().to_string();
    let serve = ["ticket", "serve", "--manual", "--page", "127.0.0.1:0", "--bind", "127.0.0.1:0"];
    let serve =
        [&serve[..], &["--journal", &journal, "--appliance", "a.example", "--allow", "nobody"]].concat();
    let forward =
        ["listen", "--forward-to", "https://a.example/", "--bind", "127.0.0.1:0", "--allow", "nobody"];
    let script = format!("action=login\nusername=u\npassword={PASSWORD}\n");
    let cases: [(&[&str], &str, &str); 27] = [
        (&["--trace", "backup", "--dir", &backups], "", &site),
        (&["backup", "--dir", &backups, "--check"], "", &site),
        (&["ticket", "test", "http://127.0.0.1:1/t", "--ticket", "1", "--bind", "127.0.0.1:0"], "", &site),
        (&serve, "", &site),
        (&forward, "", &site),
        (&["-k", "script", "build"], &script, &site),
        (&["-k", "script", "build", "--bogus"], &script, &site),
        (&["--trace", "report", "AccessSession", "--since", "1d", "-o", "ndjson"], "", &site),
        (&["--trace", "report", "AccessSession", "--lsid", "0", "-o", "xml"], "", &site),
        (&["--trace", "session", "show", "00000000000000000000000000000000"], "", &site),
        (&["--trace", "recording", "get", "0", "--dir", &recordings], "", &site),
        (&["--trace", "syslog"], "", &site),
        (&["--trace", "license", "endpoints"], "", &site),
        (&["-k", "--trace", "command", "set_session_attributes"], &attribute, &site),
        (&["-k", "--trace", "command", "import_jump_shortcut"], &shortcut, &site),
        (&["--trace", "health"], "", &site),
        (&["-k", "add", "vault/account"], &ssh, &site),
        (&["-k", "add", "vault/account"], &password, &site),
        (&["-k", "add", "vault/account"], &wrong, &site),
        (&["-k", "-K", "add", "vault/account"], &format!("{password}private_key=\"{KEY_LINE}"), &site),
        (&["-k", "--trace", "add", "vault/account"], &ssh, &site),
        (&["-k", "--trace", "add", "vault/account"], &password, &site),
        (&["-k", "--trace", "api", "POST", "/api/config/v1/vault/account"], &wrong, &site),
        (&["list", "vault/account"], "", &site),
        (&["get", "vault/account", "999999"], "", &site),
        (&["list", "jump-group"], "", "127.0.0.1:1"),
        (&["list", "jump-group"], "", "https://me:canary-password-7f3a@access.example.com"),
    ];
    let secret = server.client_secret();
    let mut runs = Vec::new();
    for (arguments, input, host) in cases {
        runs.push((arguments, run(&server, home.path(), arguments, input, host).await));
    }
    // They have come as far as they should.
    for (place, words) in [
        (0, "\"sha256\""),
        (1, "OK: "),
        (2, "asking as the appliance"),
        (3, "neither an address nor a network"),
        (4, "neither an address nor a network"),
        (5, "--with-password"),
    ] {
        let (arguments, run): &(&[&str], Run) = &runs[place];
        assert!(run.shown.contains(words), "{arguments:?}: {}", run.shown);
    }
    server.control().regenerate_secret(&server.client_id());
    runs.push((&["list"], run(&server, home.path(), &["list", "jump-group"], "", &site).await));
    let mut canaries = canaries(&server);
    canaries.push(("first client secret", secret));
    for (name, canary) in &canaries {
        for (arguments, run) in &runs {
            assert!(!run.shown.contains(canary), "{arguments:?} shows the {name}:\n{}", run.shown);
            assert!(!run.arguments.contains(canary), "{arguments:?} has the {name} as an argument");
        }
    }
    only_private_files(home.path(), &canaries);
}

/// Every file with a secret in it is for its owner only, and so is the folder it is in.
fn only_private_files(folder: &Path, canaries: &[(&'static str, String)]) {
    use std::os::unix::fs::PermissionsExt;

    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let mut found = 0;
    for entry in std::fs::read_dir(folder.join("bt-sra")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let held: Vec<_> = canaries.iter().filter(|(_, canary)| text.contains(canary)).collect();
        if !held.is_empty() {
            found += 1;
            assert_eq!(mode(&path), 0o600, "{}", path.display());
            assert!(held.iter().all(|(name, _)| *name == "token"), "{held:?}");
        }
    }
    assert_eq!(mode(&folder.join("bt-sra")), 0o700);
    assert!(found <= 1);
}

/// Writes down all that traces say.
#[derive(Clone, Default)]
struct Traces(Arc<Mutex<String>>, Arc<AtomicU64>);

struct Fields<'a>(&'a mut String);

impl tracing::field::Visit for Fields<'_> {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
        self.0.push_str(&format!(" {field}={value:?}"));
    }
}

impl tracing::Subscriber for Traces {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        metadata.target().starts_with("bt_sra")
    }

    fn new_span(&self, span: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        let mut text = self.0.lock().unwrap();
        text.push_str(span.metadata().name());
        span.record(&mut Fields(&mut text));
        text.push('\n');
        tracing::span::Id::from_u64(self.1.fetch_add(1, Ordering::Relaxed) + 1)
    }

    fn record(&self, _span: &tracing::span::Id, values: &tracing::span::Record<'_>) {
        values.record(&mut Fields(&mut self.0.lock().unwrap()));
    }

    fn record_follows_from(&self, _span: &tracing::span::Id, _follows: &tracing::span::Id) {}

    fn event(&self, event: &tracing::Event<'_>) {
        event.record(&mut Fields(&mut self.0.lock().unwrap()));
    }

    fn enter(&self, _span: &tracing::span::Id) {}

    fn exit(&self, _span: &tracing::span::Id) {}
}

#[tokio::test]
async fn traces_name_calls_by_their_templates_and_hold_no_secret() {
    let server = Appliance::pra().limits(false).serve().await.unwrap();
    let client = pra::Client::builder(&server.site())
        .unwrap()
        .credentials(ClientCredentials::new(server.client_id(), server.client_secret()))
        .root_pem(&server.ca_pem())
        .unwrap()
        .build()
        .unwrap();
    let traces = Traces::default();
    let guard = tracing::subscriber::set_default(traces.clone());
    let config = client.config();
    let new = pra::config::NewVaultUsernamePasswordAccount::new("canary", "u", PASSWORD);
    config.vault_accounts().create(new).send().await.unwrap();
    server.control().revoke_tokens();
    config.jump_groups().get(1.into()).send().await.unwrap();
    config.jump_groups().list().name(KEY_LINE).send().await.unwrap();
    let secret_path = format!("/api/config/v1/jump-group/{KEY_LINE}?x={PASSWORD}");
    client.connection().raw(http::Method::GET, secret_path).send().await.unwrap_err();
    drop(guard);
    let text = traces.0.lock().unwrap().clone();
    assert!(text.contains("/api/config/v1/jump-group/{id}"), "{text}");
    assert!(text.contains("status=200") && text.contains("duration_ms="), "{text}");
    for (name, canary) in canaries(&server) {
        assert!(!text.contains(&canary), "the traces hold the {name}:\n{text}");
    }
}
