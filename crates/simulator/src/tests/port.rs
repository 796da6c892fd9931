//! The control port, over a socket.

use std::time::Duration;

use bt_sra_core::ManualClock;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::{Appliance, Server};

struct Port {
    server: Server,
    clock: ManualClock,
    runtime: tokio::runtime::Runtime,
}

impl Port {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let clock = ManualClock::new();
        let builder = Appliance::pra().items(20).clock(clock.clone()).plain_http(true).control_port(true);
        let server = runtime.block_on(builder.serve()).unwrap();
        Self { server, clock, runtime }
    }

    /// Sends a request with these headers, and returns the status, the head and the body.
    fn raw(&self, address: &str, line: &str, headers: &str, body: &str) -> (u16, String, String) {
        self.runtime.block_on(async {
            let mut stream = TcpStream::connect(address).await.unwrap();
            let length = body.len();
            let request = format!(
                "{line} HTTP/1.1\r\n{headers}connection: close\r\ncontent-length: {length}\r\n\r\n{body}"
            );
            stream.write_all(request.as_bytes()).await.unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).await.unwrap();
            let (head, body) = answer.split_once("\r\n\r\n").unwrap();
            (head[9..12].parse().unwrap(), head.to_owned(), body.to_owned())
        })
    }

    fn address(&self) -> String {
        self.server.control_url().unwrap().strip_prefix("http://").unwrap().to_owned()
    }

    #[track_caller]
    fn call(&self, method: &str, path: &str, body: &Value, expected: u16) -> Value {
        let address = self.address();
        let token = self.server.control_token().unwrap();
        let headers = format!("host: {address}\r\nauthorization: Bearer {token}\r\n");
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let (status, head, body) = self.raw(&address, &format!("{method} {path}"), &headers, &body);
        assert!(head.contains("application/json") && !head.contains("access-control"), "{head}");
        assert_eq!(status, expected, "{method} {path}: {body}");
        serde_json::from_str(&body).unwrap()
    }

    #[track_caller]
    fn get(&self, path: &str) -> Value {
        self.call("GET", path, &Value::Null, 200)
    }

    /// Fetches a token from the appliance; returns the status and the token.
    fn token(&self, secret: &str) -> (u16, String) {
        let id = self.server.client_id();
        let form = format!("grant_type=client_credentials&client_id={id}&client_secret={}", encode(secret));
        let headers = "host: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\n";
        let site = self.server.plain_site().unwrap();
        let (status, _, body) = self.raw(&site, "POST /oauth2/token", headers, &form);
        let token = body.split("\"access_token\":\"").nth(1).and_then(|rest| rest.split('"').next());
        (status, token.unwrap_or_default().to_owned())
    }

    fn list(&self, token: &str) -> (u16, String) {
        let headers = format!("host: localhost\r\nauthorization: Bearer {token}\r\n");
        let site = self.server.plain_site().unwrap();
        let (status, _, body) = self.raw(&site, "GET /api/config/v1/user/1", &headers, "");
        (status, body)
    }
}

fn encode(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02x}")).collect()
}

#[test]
fn nobody_is_let_in_without_the_token_or_under_another_name() {
    let port = Port::new();
    let (address, token) = (port.address(), port.server.control_token().unwrap());
    let ask = |host: &str, token: &str| {
        let headers = format!("host: {host}\r\nauthorization: Bearer {token}\r\n");
        let (status, head, body) = port.raw(&address, "GET /state", &headers, "");
        assert!(status == 200 || !body.contains("secret\""), "{body}");
        assert!(!head.to_lowercase().contains("access-control"), "{head}");
        status
    };
    assert_eq!(ask(&address, &token), 200);
    assert_eq!(ask("localhost", &token), 200);
    assert_eq!(ask("attacker.example.com", &token), 403);
    assert_eq!(ask(&address, "x"), 401);
    assert_eq!(port.raw(&address, "OPTIONS /clock", &format!("host: {address}\r\n"), "").0, 401);
    assert!(!format!("{:?}", port.server).contains(&token));
    // The appliance's own ports know nothing of it.
    let headers = format!("host: localhost\r\nauthorization: Bearer {token}\r\n");
    assert_eq!(port.raw(&port.server.plain_site().unwrap(), "GET /state", &headers, "").0, 401);
}

#[test]
fn the_list_names_every_call() {
    let port = Port::new();
    let calls = port.get("/");
    let calls = calls.as_array().unwrap();
    assert!(calls.len() > 20);
    assert!(calls.iter().all(|call| call["does"].as_str().is_some_and(|text| text.len() > 10)));
}

#[test]
fn what_is_wrong_with_a_call_is_told() {
    let port = Port::new();
    for (method, path, body, status, words) in [
        ("GET", "/nowhere", json!(null), 404, "GET / lists"),
        ("POST", "/counters", json!(null), 405, "takes GET only"),
        ("POST", "/clock", json!({ "advance": "soon" }), 422, "advance: invalid type"),
        ("POST", "/clock", json!({ "advance": -5 }), 422, "to go forward"),
        ("POST", "/clock", json!({ "forward": 5 }), 422, "`forward`"),
        ("POST", "/faults", json!({ "kind": "flood" }), 422, "`flood`"),
        ("POST", "/faults", json!({ "kind": "delay" }), 422, "needs `seconds`"),
        ("PATCH", "/switches", json!({ "limits": 1 }), 422, "limits"),
        ("PATCH", "/switches", json!([]), 422, "invalid"),
        ("GET", "/log?first=3", json!(null), 422, "`first`"),
        ("GET", "/log?last=all", json!(null), 422, "`all`"),
        ("GET", "/rows/jump-group", json!(null), 422, "RESOURCE/ID"),
        ("GET", "/rows/jump-group/99", json!(null), 404, "no row 99 in /jump-group"),
        ("DELETE", "/rows/jump-policy/1", json!(null), 404, "in use"),
        ("POST", "/accounts/nobody/secret", json!(null), 404, "`nobody`"),
        ("PUT", "/state", json!({}), 422, "no saved state"),
    ] {
        let error = port.call(method, path, &body, status);
        assert!(error["error"].as_str().unwrap().contains(words), "{path}: {error}");
    }
    let (address, token) = (port.address(), port.server.control_token().unwrap());
    let headers = format!("host: {address}\r\nauthorization: Bearer {token}\r\n");
    let (status, _, body) = port.raw(&address, "PATCH /switches", &headers, "{\n\"limits\": tru }");
    assert_eq!(status, 400);
    assert!(body.contains("line 2, column"), "{body}");
}

#[test]
fn time_passes_stands_still_and_is_shown() {
    let port = Port::new();
    let (_, token) = port.token(&port.server.client_secret());
    let start = port.get("/clock");
    let held = port.call("POST", "/clock", &json!({ "frozen": true, "advance": 3_599 }), 200);
    assert_eq!(held["frozen"], true);
    assert_ne!(held["now"], start["now"]);
    port.clock.advance(Duration::from_secs(10));
    assert_eq!(port.get("/clock"), held);
    assert_eq!(port.list(&token).0, 200);
    port.call("POST", "/clock", &json!({ "frozen": false }), 200);
    assert_eq!(port.list(&token).0, 401);
}

#[test]
fn faults_switches_counters_and_the_log_are_at_hand() {
    let port = Port::new();
    let secret = port.server.client_secret();
    let (_, token) = port.token(&secret);
    let fault = json!({ "kind": "status", "status": 503, "message": "later", "path": "/api/*", "times": 2 });
    assert_eq!(port.call("POST", "/faults", &fault, 200), json!({ "waiting": 1 }));
    assert_eq!(port.list(&token).0, 503);
    assert_eq!(port.get("/faults")[0]["times"], 1);
    port.call("DELETE", "/faults", &Value::Null, 200);
    assert_eq!(port.list(&token).0, 200);
    assert_eq!(port.get("/faults"), json!([]));
    let counters = port.get("/counters");
    assert_eq!((&counters["requests"], &counters["faults"]), (&json!(3), &json!(1)));

    let log = port.get("/log?last=2");
    assert_eq!(
        (log[0]["status"].as_u64(), log[1]["path"].as_str()),
        (Some(503), Some("/api/config/v1/user/1"))
    );
    assert_eq!(log[0]["request_headers"]["authorization"], "Bearer [hidden]");
    let log = port.get("/log").to_string();
    for hidden in [&token, &secret, &encode(&secret)] {
        assert!(!log.contains(hidden.as_str()));
    }
    port.call("DELETE", "/log", &Value::Null, 200);
    port.call("PATCH", "/switches", &json!({ "capture": false, "limits": false }), 200);
    assert_eq!(port.list(&token).0, 200);
    assert_eq!(port.get("/log"), json!([]));
    assert_eq!(port.get("/switches"), json!({ "limits": false, "strict": true, "capture": false }));
    assert!(!port.server.control().switches().limits);
}

#[test]
fn accounts_lose_tokens_secrets_and_permissions() {
    let port = Port::new();
    let id = port.server.client_id();
    let secret = port.server.client_secret();
    let account = |path: &str| format!("/accounts/{id}{path}");
    let (_, token) = port.token(&secret);
    let shown = port.get("/accounts");
    assert_eq!((&shown[0]["name"], &shown[0]["live_tokens"]), (&json!("Automation"), &json!(1)));
    assert!(!shown.to_string().contains(&secret));

    port.call("PATCH", &account(""), &json!({ "perm_configuration": false }), 200);
    assert_eq!(port.list(&token).0, 403);
    port.call("PATCH", &account(""), &json!({ "perm_configuration": true }), 200);
    let error = port.call("PATCH", &account(""), &json!({ "perm_everything": true }), 422);
    assert!(error["error"].as_str().unwrap().contains("perm_configuration"), "{error}");
    port.call("PATCH", &account(""), &json!({ "enabled": "no" }), 422);

    port.call("POST", &account("/tokens"), &json!({ "count": 29 }), 200);
    assert_eq!(port.list(&token).0, 200);
    let after = port.call("POST", &account("/tokens"), &json!({ "count": 1 }), 200);
    assert_eq!(after["live_tokens"], 30);
    assert_eq!(port.list(&token).0, 401);

    let (_, token) = port.token(&secret);
    port.call("DELETE", &account("/tokens"), &Value::Null, 200);
    assert_eq!(port.list(&token).0, 401);
    let (_, token) = port.token(&secret);
    port.call("DELETE", "/tokens", &Value::Null, 200);
    assert_eq!(port.list(&token).0, 401);

    let new = port.call("POST", &account("/secret"), &Value::Null, 200);
    assert_eq!(port.token(&secret).0, 401);
    assert_eq!(port.token(new["client_secret"].as_str().unwrap()).0, 200);
}

#[test]
fn rows_and_the_whole_state_are_at_hand() {
    let port = Port::new();
    let (_, token) = port.token(&port.server.client_secret());
    let row = port.get("/rows/jump-item/shell-jump/1");
    assert_eq!(row["name"], "srv-001");
    let state = port.get("/state");
    let before = port.list(&token);
    port.call("DELETE", "/rows/jump-item/shell-jump/1", &Value::Null, 200);
    port.call("GET", "/rows/jump-item/shell-jump/1", &Value::Null, 404);
    port.call("DELETE", "/tokens", &Value::Null, 200);
    assert_eq!(port.call("PUT", "/state", &state, 200), json!({ "loaded": true }));
    assert_eq!(port.get("/rows/jump-item/shell-jump/1"), row);
    assert_eq!(port.list(&token), before);
}

#[test]
fn triggers_are_listed_and_pulled() {
    let port = Port::new();
    let listed = port.get("/triggers").to_string();
    assert!(listed.contains("jumpoint_disconnects"), "{listed}");
    assert_eq!(port.get("/rows/jumpoint/1")["connected"], true);
    for node in [1, 2] {
        port.call(
            "POST",
            "/triggers",
            &json!({ "trigger": "jumpoint_disconnects", "id": 1, "node": node }),
            200,
        );
    }
    assert_eq!(port.get("/rows/jumpoint/1")["connected"], false);
    let error = port.call("POST", "/triggers", &json!({ "trigger": "rain" }), 422);
    assert!(error["error"].as_str().unwrap().contains("GET /triggers"), "{error}");
}

#[test]
fn there_is_no_port_unless_it_is_asked_for() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let server = runtime.block_on(Appliance::pra().items(1).serve()).unwrap();
    assert_eq!((server.control_url(), server.control_token()), (None, None));
}

#[test]
fn what_goes_on_can_be_seen_and_planned() {
    let port = Port::new();
    let all = port.get("/sessions");
    assert_eq!(all["people"].as_array().unwrap().len(), 3);
    assert_eq!(all["running"][0]["lsid"].as_str().unwrap().len(), 32);
    let steps = json!([{ "at": 5, "trigger": "session_ended" }]);
    assert_eq!(port.call("PUT", "/scenario", &steps, 200)["ahead"].as_array().unwrap().len(), 1);
    let refused = port.call("PUT", "/scenario", &json!([{ "at": 5 }]), 422);
    assert!(refused.to_string().contains("step 1: the order needs a member"), "{refused}");
    port.clock.advance(Duration::from_secs(5));
    assert_eq!(port.get("/sessions")["ended"].as_array().unwrap().len(), 1);
    assert_eq!(port.get("/scenario")["done"][0]["at"], 1_767_225_605);
}

#[test]
fn the_form_of_documents_can_be_set() {
    let port = Port::new();
    let form = port.get("/documents");
    assert_eq!(form["profile"], "sra");
    assert!(form["shapes"].as_array().unwrap().iter().all(|shape| shape["on"] == false));
    let set = json!({ "profile": "documented", "shapes": { "no_ts": true } });
    let form = port.call("PATCH", "/documents", &set, 200);
    assert_eq!(form["profile"], "documented");
    let on = form["shapes"].as_array().unwrap().iter().filter(|shape| shape["on"] == true);
    assert_eq!(on.map(|shape| shape["name"].clone()).collect::<Vec<_>>(), ["no_ts"]);
    for wrong in [json!({ "profile": "x" }), json!({ "shapes": { "x": true } }), json!({ "colour": 1 })] {
        port.call("PATCH", "/documents", &wrong, 422);
    }
}

#[test]
fn the_level_of_an_account_can_be_set_from_outside() {
    let port = Port::new();
    let path = format!("/accounts/{}", port.server.client_id());
    port.call("PATCH", &path, &json!({ "perm_command": "read_only", "perm_backup": false }), 200);
    assert_eq!(port.get("/rows/api-account/1")["perm_command"], "read_only");
    for wrong in [json!({ "perm_command": true }), json!({ "perm_command": "some" })] {
        port.call("PATCH", &path, &wrong, 422);
    }
}

#[test]
fn history_and_recordings_can_be_set() {
    let port = Port::new();
    assert_eq!(port.get("/history"), json!({ "sessions": 200, "recordings": 0 }));
    let set = json!({ "sessions": 1_000_000, "recordings": u64::MAX });
    assert_eq!(port.call("PATCH", "/history", &set, 200), set);
    assert_eq!(port.server.control().history(), 1_000_000);
    port.call("PATCH", "/history", &json!({ "sessions": -1 }), 422);
}

#[test]
fn recipients_and_their_events_are_managed() {
    let port = Port::new();
    let desk = json!({
        "name": "desk", "url": "https://desk.example.com/?token=s3cr3t", "enabled": false, "retry_every": 5,
        "events": ["support_conference_end"],
    });
    assert_eq!(port.call("POST", "/recipients", &desk, 200), json!({ "id": 1 }));
    let again = port.call("POST", "/recipients", &desk, 422);
    assert!(again["error"].as_str().unwrap().contains("desk"), "{again}");
    let change = json!({ "custom_fields": true, "give_up_after": 60 });
    port.call("PATCH", "/recipients/1", &change, 200);
    port.call("PATCH", "/recipients/2", &change, 404);
    let shown = port.get("/recipients");
    assert!(!shown.to_string().contains("s3cr3t"), "{shown}");
    for (member, expected) in [
        ("url", json!("https://desk.example.com/")),
        ("enabled", json!(false)),
        ("custom_fields", json!(true)),
        ("retry_every", json!(5)),
        ("give_up_after", json!(60)),
        ("events", json!(["support_conference_end"])),
    ] {
        assert_eq!(shown[0][member], expected, "{member}");
    }
    for (body, word) in [
        (json!({ "url": "x" }), "url"),
        (json!({ "events": ["x"] }), "events"),
        (json!({ "ca_pem": "x" }), "ca_pem"),
        (json!({ "retry": 1 }), "retry"),
    ] {
        let refused = port.call("PATCH", "/recipients/1", &body, 422);
        assert!(refused["error"].as_str().unwrap().contains(word), "{refused}");
    }
    let all = json!({ "name": "all", "url": "http://127.0.0.1:9/" });
    port.call("POST", "/recipients", &all, 200);
    let fired = port.call("POST", "/events", &json!({ "count": 3, "variables": { "a": "b" } }), 200);
    assert_eq!(fired, json!({ "fired": 3, "recipients": 1 }));
    assert_eq!(port.get("/recipients")[1]["queued"], 3);
    port.call("POST", "/events", &json!({ "event": "rain" }), 422);
    port.call("DELETE", "/recipients/2", &Value::Null, 200);
    port.call("DELETE", "/recipients/2", &Value::Null, 404);
}

#[test]
fn backups_are_set_and_passwords_not_logged() {
    let port = Port::new();
    let set = json!({ "size": 5_000, "failure": "error_page" });
    let now = port.call("PATCH", "/backup", &set, 200);
    assert_eq!(now, json!({ "size": 5_000, "stated": true, "named": false, "failure": "error_page" }));
    let now = port.call("PATCH", "/backup", &json!({ "failure": null }), 200);
    assert_eq!((&now["failure"], &now["size"]), (&Value::Null, &json!(5_000)));
    port.call("PATCH", "/backup", &json!({ "failure": "rain" }), 422);
    let site = port.server.plain_site().unwrap();
    let headers = "host: localhost\r\nauthorization: Bearer x\r\n";
    port.raw(&site, "POST /api/backup", headers, r#"{"password":"horse"}"#);
    let login = "/api/client_script?type=rep&operation=generate&action=login&mechanism=username_password\
                 &username=a&password=horse";
    assert_eq!(port.raw(&site, &format!("GET {login}"), "host: localhost\r\n", "").0, 200);
    let log = port.get("/log").to_string();
    assert!(
        log.contains("/api/backup") && !log.contains("\"horse") && !log.contains("password=horse"),
        "{log}"
    );
}
