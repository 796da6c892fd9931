//! Where the operations are tried: a fresh appliance for each that changes something, what it
//! needs put in place, and a record of what went over the wire.
//!
//! With `BT_SRA_CAPTURE` set to the path of a file, each exchange is added to it as a line of
//! JSON, for checkers that share no code with this workspace.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::pin::Pin;

use bt_sra::{Body, ClientCredentials, Connection, Result, Timestamp, TlsSettings};
use bt_sra_simulator::{Builder, Exchange, Server};
use http::{HeaderMap, Method, Response};
use serde_json::{Value, json};

const BASE: &str = "/api/config/v1";

/// How much of an answer is captured: only downloads are longer.
const CAPTURED: usize = 1 << 20;

/// A typed call in progress.
pub(super) type Future = Pin<Box<dyn std::future::Future<Output = Result<()>> + Send>>;

/// Tries operations of one product.
pub(super) struct Lab<C> {
    product: &'static str,
    appliance: fn() -> Builder,
    client: fn(&Server) -> C,
    /// For what only reads.
    shared: Option<Server>,
    done: BTreeSet<String>,
    failed: Vec<String>,
}

/// What an operation needs to know of the appliance.
pub(super) struct At {
    operation: String,
    /// Values of the path, by parameter.
    steps: Vec<(String, String)>,
    /// The account of a certificate authority, where the product has any.
    authority: i64,
}

impl<C> Lab<C> {
    pub(super) fn new(product: &'static str, appliance: fn() -> Builder, client: fn(&Server) -> C) -> Self {
        Self { product, appliance, client, shared: None, done: BTreeSet::new(), failed: Vec::new() }
    }

    /// The operations that were called; fails if one has failed.
    pub(super) fn done(self) -> BTreeSet<String> {
        assert!(self.failed.is_empty(), "{} failed:\n{}", self.failed.len(), self.failed.join("\n"));
        self.done
    }

    /// Calls one operation, typed.
    pub(super) async fn call(&mut self, id: &str, method: &str, path: &str, call: fn(&C, &At) -> Future) {
        let server = match self.shared.take() {
            Some(server) if method == "GET" => server,
            kept => {
                let fresh = self.serve().await;
                if method != "GET" {
                    self.shared = kept;
                }
                fresh
            }
        };
        let raw = connect(&server);
        prepare(&raw, method, path).await;
        let at = At {
            operation: format!("{method} {path}"),
            steps: steps(&server, &raw, method, path).await,
            authority: authority(&server),
        };
        let outcome = call(&(self.client)(&server), &at).await;
        let exchanges = server.log();
        let exchange = exchanges.last().expect("nothing was sent");
        if let Err(error) = outcome {
            let body = String::from_utf8_lossy(&exchange.request_body);
            self.failed.push(format!("{method} {} ({id}): {error}\n    {body}", exchange.path));
        }
        self.check(method, path, exchange);
        self.record(id, path, exchange);
        self.done.insert(id.to_owned());
        if method == "GET" {
            self.shared = Some(server);
        }
    }

    /// Reads a download to its end.
    pub(super) async fn read(call: impl std::future::Future<Output = Result<Response<Body>>>) -> Result<()> {
        let response = call.await?;
        let bytes = response.into_body().collect(64 * 1024 * 1024).await?;
        assert!(!bytes.is_empty());
        Ok(())
    }

    async fn serve(&self) -> Server {
        // Any file will do as the tool, and the real one is larger than what the log keeps.
        let tool = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        let builder = (self.appliance)().limits(false).seed(7).btapi(tool);
        builder.serve().await.unwrap()
    }

    /// The request must be what the operation says, with every parameter filled in.
    fn check(&mut self, method: &str, path: &str, exchange: &Exchange) {
        let sent: Vec<&str> = exchange.path.strip_prefix(BASE).unwrap_or(&exchange.path).split('/').collect();
        let template: Vec<&str> = path.split('/').collect();
        let fits = sent.len() == template.len()
            && template.iter().zip(&sent).all(|(step, sent)| step.starts_with('{') || step == sent);
        if !fits || exchange.method != method {
            self.failed.push(format!("{method} {path} was sent as {} {}", exchange.method, exchange.path));
        }
        // A list without items would not show whether they can be read.
        if exchange.query.is_empty() && exchange.response_body == "[]" {
            self.failed.push(format!("{method} {path}: the sample site has none"));
        }
    }

    fn record(&self, id: &str, path: &str, exchange: &Exchange) {
        assert!(exchange.bodies_kept, "{path}: the log did not keep the bodies");
        let Ok(file) = std::env::var("BT_SRA_CAPTURE") else { return };
        let line = json!({
            "product": self.product,
            "operation": id,
            "method": exchange.method.as_str(),
            "path_template": path,
            "path": exchange.path,
            "query": exchange.query,
            "request_headers": headers(&exchange.request_headers),
            "request_body": base64(&exchange.request_body),
            "status": exchange.status.map(|status| status.as_u16()),
            "response_headers": headers(&exchange.response_headers),
            "response_body": base64(exchange.response_body.get(..CAPTURED).unwrap_or(&exchange.response_body)),
            "response_body_length": exchange.response_body.len(),
        });
        let mut file = OpenOptions::new().create(true).append(true).open(file).unwrap();
        // One write a line: both products may write at once.
        file.write_all(format!("{line}\n").as_bytes()).unwrap();
    }
}

impl At {
    /// For values that are not sent.
    pub(super) fn nowhere() -> Self {
        Self { operation: String::new(), steps: Vec::new(), authority: 0 }
    }

    /// The id that a parameter of the path takes.
    pub(super) fn id(&self, param: &str) -> i64 {
        self.step(param).parse().unwrap()
    }

    /// The text that a parameter of the path takes.
    pub(super) fn step(&self, param: &str) -> String {
        let found = self.steps.iter().find(|(name, _)| name == param);
        found.unwrap_or_else(|| panic!("{}: nothing for {param}", self.operation)).1.clone()
    }

    pub(super) fn time(&self) -> Timestamp {
        "2027-03-04T05:06:07Z".parse().unwrap()
    }

    /// The number for a field of the body or a filter; `usual` where any will do.
    pub(super) fn number(&self, field: &str, usual: i64) -> i64 {
        let is_membership = self.operation.starts_with("POST") && self.operation.ends_with("/user");
        match (self.operation.as_str(), field) {
            _ if is_membership && field == "user_id" => 24,
            ("POST /group-policy/{id}/jumpoint", "jumpoint_id")
            | ("POST /group-policy/{id}/jump-group", "jump_group_id")
            | ("POST /group-policy/{id}/team", "team_id")
            | ("POST /group-policy/{id}/vault-account-group", "account_group_id")
            | ("PATCH /user/{id}/group-policy-changes", "added") => 3,
            ("POST /group-policy/{id}/vault-account", "account_id") => 7,
            ("POST /group-policy/{id}/member", "user_id") => 24,
            (_, "parent_x509") => self.authority,
            // Users are unlocked by it; nothing else can be set.
            (_, "failed_logins") => 0,
            ("POST /vault/account-group/{id}/account", "account_id")
            | ("DELETE /vault/account-group/{id}/jump-item-association/shared-jump-group", _)
            | ("POST /vault/endpoint/{id}/remote-rdp-jump-item-association", _) => 2,
            (operation, "shared_jump_group_id") if operation.starts_with("POST") => 4,
            _ => usual,
        }
    }

    /// The text for a field of the body or a filter; `usual` where any will do.
    pub(super) fn text(&self, field: &str, usual: &str) -> String {
        match field {
            "account_policy" => "default",
            "jumpoint_proxy" => "Core cluster",
            "public_site_address" => "support.example.com",
            "support_button_direct_queue" => "team:network",
            // What has no name of its own and is a text: the portals of a team.
            "" if self.operation.contains("/team") => "all",
            "tunnel_definitions" => "0;22",
            "tunnel_listen_address" => "127.0.0.5",
            _ => usual,
        }
        .to_owned()
    }
}

fn connect(server: &Server) -> Connection {
    Connection::builder(&server.site())
        .unwrap()
        .credentials(ClientCredentials::new(server.client_id(), server.client_secret()))
        .tls(TlsSettings::empty())
        .root_pem(&server.ca_pem())
        .unwrap()
        .rate_limits(None)
        .build()
        .unwrap()
}

/// Brings the appliance into the state in which an operation makes sense.
async fn prepare(raw: &Connection, method: &str, path: &str) {
    match (method, path) {
        ("POST", "/vault/account/{id}/check-in" | "/vault/account/{id}/force-check-in") => {
            post(raw, "/vault/account/1/check-out", &json!({})).await;
        }
        ("DELETE", path) if path.ends_with("/jump-item-association/jump-item") => {
            for owner in ["account/1", "account-group/2"] {
                let item = json!({ "id": 1, "type": "shell_jump" });
                post(raw, &format!("/vault/{owner}/jump-item-association/jump-item"), &item).await;
            }
        }
        _ => {}
    }
}

async fn post(raw: &Connection, path: &str, body: &Value) {
    let sent = raw.raw(Method::POST, format!("{BASE}{path}")).json(body.to_string()).send().await;
    assert!(sent.unwrap().status().is_success(), "{path}");
}

/// Finds things on the sample site that the operation can be about.
async fn steps(server: &Server, raw: &Connection, method: &str, path: &str) -> Vec<(String, String)> {
    let params: Vec<&str> =
        path.split('/').filter_map(|step| step.strip_prefix('{')?.strip_suffix('}')).collect();
    let known: &[i64] = match (method, path) {
        ("PATCH" | "DELETE", "/user/{id}")
        | ("GET", "/user/{id}/group-policies")
        | ("DELETE", "/vault/account-group/{id}" | "/vault/account-policy/{id}")
        | ("POST", "/vault/account/{id}/jump-item-association")
        | ("GET", "/vault/endpoint/{id}/remote-rdp-jump-item-candidates") => &[2],
        ("DELETE", "/jump-policy/{id}") => &[4],
        ("PATCH", "/security-provider/{id}") => &[3],
        ("GET", "/jump-approval/{user_id}") => &[1],
        ("GET", "/jump-approval/{user_id}/view/{id}")
        | (_, "/vault/account-group/{id}/account/{account_id}") => &[1, 1],
        ("POST", "/vault/account/{id}/rotate") => &[11],
        (_, path) if path.starts_with("/vault/account-group/{id}/jump-item-association") => &[2],
        _ => &[],
    };
    if path == "/jump-client/installer/{installer_id}/{platform}" {
        let installer = server.control().stored("/jump-client/installer", 1).unwrap();
        return vec![("installer_id".to_owned(), installer["installer_id"].as_str().unwrap().to_owned())];
    }
    let found = if known.is_empty() { search(server, raw, path).await } else { known.to_vec() };
    params.iter().zip(found).map(|(name, id)| ((*name).to_owned(), id.to_string())).collect()
}

fn authority(server: &Server) -> i64 {
    let control = server.control();
    let is_authority =
        |id: &i64| control.stored("/vault/account", *id).is_some_and(|row| row["type"] == "x509_ca");
    control.ids("/vault/account").into_iter().find(is_authority).unwrap_or(0)
}

/// Takes the first of a resource; of a nested one the first owner that has any.
async fn search(server: &Server, raw: &Connection, path: &str) -> Vec<i64> {
    let Some((resource, rest)) = path.split_once("/{") else { return Vec::new() };
    let owners = server.control().ids(resource);
    let Some((_, nested)) = rest.split_once('}') else { return Vec::new() };
    let (collection, param) = match nested.split_once("/{") {
        Some((collection, param)) => (collection, param.split('}').next()),
        None => (nested, None),
    };
    let mut first = owners.first().copied().into_iter().collect();
    if collection.is_empty() {
        return first;
    }
    for owner in owners {
        let address = format!("{BASE}{resource}/{owner}{collection}");
        let Ok(response) = raw.raw(Method::GET, address).send().await else { continue };
        let bytes = response.into_body().collect(1 << 20).await.unwrap_or_default();
        let Ok(Value::Array(items)) = serde_json::from_slice::<Value>(&bytes) else { continue };
        let Some(item) = items.first() else { continue };
        first = vec![owner];
        let named = param.and_then(|param| item.get(param).or_else(|| item.get("id")));
        first.extend(named.and_then(Value::as_i64));
        break;
    }
    first
}

fn headers(headers: &HeaderMap) -> Value {
    let pairs = headers.iter().map(|(name, value)| {
        let shown = if name == http::header::AUTHORIZATION {
            "(left out)".to_owned()
        } else {
            String::from_utf8_lossy(value.as_bytes()).into_owned()
        };
        json!([name.as_str(), shown])
    });
    pairs.collect()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let word =
            (0..3).fold(0u32, |word, index| word << 8 | u32::from(chunk.get(index).copied().unwrap_or(0)));
        for index in 0..4 {
            let letter = LETTERS[(word >> (18 - 6 * index)) as usize & 63];
            text.push(if index <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}
