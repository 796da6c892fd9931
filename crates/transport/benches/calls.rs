//! What a call costs: the whole pipeline against bare hyper-util and hyper-rustls.
//!
//! `cargo bench -p bt-sra-transport --bench calls` counts user-space instructions per call with
//! callgrind (difference of two run lengths, so that set-up drops out), client process only, and
//! then how many TLS handshakes resumed. The server is the simulator in a process of its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measuring program"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use bt_sra_auth::{ClientCredentials, MemoryBudget, OAuth, RateLimits};
use bt_sra_core::{Site, SystemClock};
use bt_sra_simulator::Appliance;
use bt_sra_transport::{
    CallOptions, HyperTransport, KeepAlive, Operation, Pipeline, Repeat, TlsSettings, accept, collect,
};
use bytes::Bytes;
use http::Request;
use http_body_util::{BodyExt, Full};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;

const PATH: &str = "/api/config/v1/jump-group/1";
static CALL: Operation = Operation::new("jump-group get", "/api/config/v1/jump-group/{id}", Repeat::Safe);
/// No limit that the runs would reach; the bookkeeping is done all the same.
const FREE: RateLimits = RateLimits::new(1_000_000, 1_000_000_000);

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["serve"] => serve(),
        ["run", who, mode, count] => run(who, mode, count.parse().unwrap()),
        ["handshakes"] => runtime().block_on(handshakes()),
        _ => measure(),
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// Serves until stdin is closed; tells where, on stdout.
fn serve() {
    runtime().block_on(async {
        let server = Appliance::pra().limits(false).serve().await.unwrap();
        let (id, secret) = (server.client_id(), server.client_secret());
        println!("{}\n{id}\n{secret}\n{}", server.site(), server.ca_pem().replace('\n', "|"));
        std::io::stdout().flush().unwrap();
        tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new())).await.unwrap().unwrap();
    });
}

/// Where the server is and how to be let in.
struct Place {
    site: String,
    credentials: ClientCredentials,
    ca: String,
}

fn place() -> Place {
    let variable = |name: &str| std::env::var(name).unwrap();
    Place {
        site: variable("BENCH_SITE"),
        credentials: ClientCredentials::new(variable("BENCH_ID"), variable("BENCH_SECRET")),
        ca: variable("BENCH_CA").replace('|', "\n"),
    }
}

fn run(who: &str, mode: &str, count: u32) {
    let keep_alive = if mode == "reuse" { KeepAlive::Reuse } else { KeepAlive::Close };
    let place = place();
    runtime().block_on(async {
        match who {
            "pipeline" => {
                let pipeline = pipeline(&place, keep_alive);
                for _ in 0..count {
                    call(&pipeline).await;
                }
            }
            "bare" => {
                let bare = bare(&place, keep_alive).await;
                for _ in 0..count {
                    bare.call().await;
                }
            }
            _ => panic!("pipeline or bare"),
        }
    });
}

fn pipeline(place: &Place, keep_alive: KeepAlive) -> Pipeline {
    let site = Site::parse(&place.site).unwrap();
    let tls = TlsSettings::empty().with_pem(&place.ca).unwrap();
    let transport = Arc::new(HyperTransport::builder().tls(tls).keep_alive(keep_alive).build().unwrap());
    let budget = Arc::new(MemoryBudget::new(FREE, Arc::new(SystemClock)));
    let oauth = OAuth::builder(site.clone(), place.credentials.clone(), transport.clone())
        .budget(budget.clone())
        .build();
    Pipeline::builder(site, transport).authorize(Arc::new(oauth)).budget(budget).build()
}

async fn call(pipeline: &Pipeline) {
    let request = Request::get(PATH).header("accept", "application/json").body(Bytes::new()).unwrap();
    let response = pipeline.call(&CALL, request, &CallOptions::default()).await.unwrap();
    assert!(!collect(accept(response).await.unwrap()).await.unwrap().is_empty());
}

/// The same requests by hand: the token is fetched once, and nobody looks at limits or failures.
#[derive(Clone)]
struct Bare {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    address: String,
    token: http::HeaderValue,
    keep_alive: KeepAlive,
}

async fn bare(place: &Place, keep_alive: KeepAlive) -> Bare {
    let mut roots = rustls::RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(place.ca.as_bytes()) {
        roots.add(certificate.unwrap()).unwrap();
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_nodelay(true);
    let connector = HttpsConnectorBuilder::new()
        .with_tls_config(config)
        .https_or_http()
        .enable_http1()
        .wrap_connector(tcp);
    let mut builder = Client::builder(TokioExecutor::new());
    if keep_alive == KeepAlive::Close {
        builder.pool_max_idle_per_host(0);
    }
    let client = builder.build(connector);
    Bare {
        client,
        address: format!("https://{}{PATH}", place.site),
        token: bare_token(place).await,
        keep_alive,
    }
}

impl Bare {
    async fn call(&self) {
        let mut request = Request::get(&self.address)
            .header("accept", "application/json")
            .header("authorization", &self.token);
        if self.keep_alive == KeepAlive::Close {
            request = request.header("connection", "close");
        }
        let response = self.client.request(request.body(Full::default()).unwrap()).await.unwrap();
        assert_eq!(response.status(), 200);
        assert!(!response.into_body().collect().await.unwrap().to_bytes().is_empty());
    }
}

async fn bare_token(place: &Place) -> http::HeaderValue {
    use bt_sra_transport::Authorize;
    let site = Site::parse(&place.site).unwrap();
    let tls = TlsSettings::empty().with_pem(&place.ca).unwrap();
    let transport = Arc::new(HyperTransport::builder().tls(tls).build().unwrap());
    let oauth = OAuth::builder(site, place.credentials.clone(), transport).build();
    oauth.authorize().await.unwrap().unwrap().value().clone()
}

fn measure() {
    let server = Server::start();
    println!("user-space instructions per call (callgrind, client process only)");
    for (mode, low, high) in [("reuse", 100, 600), ("close", 50, 150)] {
        let bare = server.per_call("bare", mode, low, high);
        let ours = server.per_call("pipeline", mode, low, high);
        let name = if mode == "reuse" { "keep-alive" } else { "new connection, resumed" };
        match (bare, ours) {
            (Some(bare), Some(ours)) => {
                println!("  {name}: bare {bare:.0}, pipeline {ours:.0}, ratio {:.3}", ours / bare);
            }
            _ => println!("  {name}: not measured, valgrind is not installed"),
        }
    }
    drop(server);
    runtime().block_on(handshakes());
}

/// The server process.
struct Server {
    child: Child,
    lines: Vec<String>,
}

impl Server {
    fn start() -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .arg("serve")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let lines = (0..4).map(|_| lines.next().unwrap().unwrap()).collect();
        Self { child, lines }
    }

    fn per_call(&self, who: &str, mode: &str, low: u32, high: u32) -> Option<f64> {
        let (low_cost, high_cost) = (self.instructions(who, mode, low)?, self.instructions(who, mode, high)?);
        Some((high_cost - low_cost) / f64::from(high - low))
    }

    fn instructions(&self, who: &str, mode: &str, count: u32) -> Option<f64> {
        let output = Command::new("valgrind")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(std::env::current_exe().unwrap())
            .args(["run", who, mode, &count.to_string()])
            .env("BENCH_SITE", &self.lines[0])
            .env("BENCH_ID", &self.lines[1])
            .env("BENCH_SECRET", &self.lines[2])
            .env("BENCH_CA", &self.lines[3])
            .output()
            .ok()?;
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{text}");
        let line = text.lines().find(|line| line.contains("Collected :")).expect("callgrind's total");
        Some(line.rsplit(' ').next().unwrap().parse().unwrap())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// Counts short and full handshakes, in sequence and with twenty calls at once.
async fn handshakes() {
    println!("TLS handshakes that resumed, each call on a connection of its own");
    for at_once in [1, 20] {
        let (server, place) = local().await;
        let pipeline = pipeline(&place, KeepAlive::Close);
        call(&pipeline).await;
        waves(at_once, || {
            let pipeline = pipeline.clone();
            async move { call(&pipeline).await }
        })
        .await;
        tell("pipeline", at_once, &server);
        let (server, place) = local().await;
        let bare = bare(&place, KeepAlive::Close).await;
        bare.call().await;
        waves(at_once, || {
            let bare = bare.clone();
            async move { bare.call().await }
        })
        .await;
        // The token was fetched by a client of its own: one full handshake more.
        tell("bare, with the ticket cache of rustls", at_once, &server);
    }
}

async fn local() -> (bt_sra_simulator::Server, Place) {
    let server = Appliance::pra().limits(false).serve().await.unwrap();
    let place = Place {
        site: server.site(),
        credentials: ClientCredentials::new(server.client_id(), server.client_secret()),
        ca: server.ca_pem(),
    };
    (server, place)
}

/// Makes five hundred calls, so many at once.
async fn waves<F: Future<Output = ()> + Send + 'static>(at_once: u32, call: impl Fn() -> F) {
    for _ in 0..500 / at_once {
        let calls: Vec<_> = (0..at_once).map(|_| tokio::spawn(call())).collect();
        for call in calls {
            call.await.unwrap();
        }
    }
}

fn tell(who: &str, at_once: u32, server: &bt_sra_simulator::Server) {
    let counters = server.counters();
    let (full, resumed) = (counters.full_handshakes, counters.resumed_handshakes);
    println!("  {who}, {at_once} at once: {resumed} of {}, {full} full", full + resumed);
}
