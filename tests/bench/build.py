#!/usr/bin/env python3
"""What a user's clean build costs: bt-sra-config, bt-sra, and a hello of hyper, rustls and clap.

    python3 tests/bench/build.py [ROUNDS]

Each is a project of its own outside the workspace, built from nothing (crates downloaded before),
development profile; CPU seconds of the whole `cargo build`, in turn.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile

import measure

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

HELLO = """
use std::sync::Arc;
use clap::Parser;
use http_body_util::{BodyExt, Empty};
use hyper_util::client::legacy::{connect::HttpConnector, Client};
use hyper_util::rt::TokioExecutor;
#[derive(Parser)] struct Args { url: http::Uri }
#[derive(serde::Deserialize, Debug)] struct Answer { #[allow(dead_code)] id: i64 }
fn main() {
    let args = Args::parse();
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions().unwrap().with_root_certificates(roots).with_no_client_auth();
    let mut tcp = HttpConnector::new(); tcp.enforce_http(false);
    let https = hyper_rustls::HttpsConnectorBuilder::new().with_tls_config(config).https_or_http().enable_http1().wrap_connector(tcp);
    let client: Client<_, Empty<bytes::Bytes>> = Client::builder(TokioExecutor::new()).build(https);
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
        let bytes = client.get(args.url).await.unwrap().into_body().collect().await.unwrap().to_bytes();
        println!("{:?}", serde_json::from_slice::<Answer>(&bytes));
    });
}
"""

HELLO_DEPENDENCIES = """
bytes = "1"
clap = { version = "4.5", default-features = false, features = ["std", "help", "usage", "error-context", "suggestions", "derive"] }
http = "1"
http-body-util = "0.1"
hyper = { version = "1", default-features = false, features = ["client", "http1"] }
hyper-rustls = { version = "0.27", default-features = false, features = ["http1", "ring", "tls12"] }
hyper-util = { version = "0.1", default-features = false, features = ["client-legacy", "http1", "tokio"] }
rustls = { version = "0.23", default-features = false, features = ["ring", "std", "tls12"] }
rustls-native-certs = "0.8"
serde = { version = "1", features = ["derive"] }
serde_json = "1"
tokio = { version = "1", default-features = false, features = ["net", "rt", "time"] }
"""


def project(folder, name, dependencies, main):
    path = os.path.join(folder, name)
    os.makedirs(os.path.join(path, "src"))
    with open(os.path.join(path, "Cargo.toml"), "w") as file:
        file.write(f'[package]\nname = "{name}"\nversion = "0.0.0"\nedition = "2024"\n\n[dependencies]\n{dependencies}\n')
    with open(os.path.join(path, "src", "main.rs"), "w") as file:
        file.write(main)
    shutil.copy(os.path.join(ROOT, "Cargo.lock"), path)
    subprocess.run(["cargo", "fetch", "--quiet"], cwd=path, check=True)
    return path


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with tempfile.TemporaryDirectory() as folder:
        crate = lambda name, rest="": f'{name} = {{ path = "{ROOT}/crates/{name.removeprefix("bt-sra-")}"{rest} }}'
        projects = {
            "hyper + rustls + clap hello": project(folder, "hello", HELLO_DEPENDENCIES, HELLO),
            "bt-sra-config, both products": project(folder, "config-both", crate("bt-sra-config"), "fn main() {}"),
            "bt-sra-config, pra alone": project(
                folder, "config-pra", crate("bt-sra-config", ', default-features = false, features = ["pra"]'), "fn main() {}"
            ),
            "bt-sra, default features": project(folder, "facade", crate("bt-sra"), "fn main() {}"),
        }
        cpu = {name: [] for name in projects}
        for _ in range(rounds):
            for name, path in projects.items():
                shutil.rmtree(os.path.join(path, "target"), ignore_errors=True)
                env = dict(os.environ, CARGO_TARGET_DIR=os.path.join(path, "target"))
                cpu[name].append(measure.once(["cargo", "build", "--quiet", "--offline"], env, path)[1])
        base = statistics.median(cpu["hyper + rustls + clap hello"])
        for name, figures in cpu.items():
            median = statistics.median(figures)
            print(f"{name:<32} {median:7.1f} s CPU  {median / base:5.2f} x")


if __name__ == "__main__":
    main()
