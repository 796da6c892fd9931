//! The server, called over real sockets by a client made of rustls and text.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rustls::{ClientConfig, RootCertStore};
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, ServerName};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::{Appliance, Fault, Server};

fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

fn connector(server: &Server, versions: &[&'static rustls::SupportedProtocolVersion]) -> TlsConnector {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(server.ca_pem().as_bytes()).unwrap()).unwrap();
    let mut config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_protocol_versions(versions)
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    TlsConnector::from(Arc::new(config))
}

async fn connect(server: &Server, connector: &TlsConnector, name: &'static str) -> TlsStream<TcpStream> {
    let stream = TcpStream::connect(server.site()).await.unwrap();
    connector.connect(ServerName::try_from(name).unwrap(), stream).await.unwrap()
}

async fn exchange(stream: &mut TlsStream<TcpStream>, request: &str) -> io::Result<String> {
    stream.write_all(request.as_bytes()).await?;
    let mut text = String::new();
    stream.read_to_string(&mut text).await?;
    Ok(text)
}

fn token_request(server: &Server) -> String {
    let basic = STANDARD.encode(format!("{}:{}", server.client_id(), server.client_secret()));
    let form = "grant_type=client_credentials";
    format!(
        "POST /oauth2/token HTTP/1.1\r\nhost: {}\r\nauthorization: Basic {basic}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{form}",
        server.site(),
        form.len()
    )
}

#[test]
fn every_name_of_loopback_is_in_the_certificate_and_sessions_resume() {
    run(async {
        let server = Appliance::pra().serve().await.unwrap();
        let versions: [&[_]; 2] = [&[&rustls::version::TLS13], &[&rustls::version::TLS12]];
        for versions in versions {
            let connector = connector(&server, versions);
            for name in ["localhost", "127.0.0.1", "::1"] {
                for _ in 0..2 {
                    let mut stream = connect(&server, &connector, name).await;
                    let answer = exchange(&mut stream, &token_request(&server)).await.unwrap();
                    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
                    assert!(
                        answer.contains("transfer-encoding: chunked\r\n") && answer.contains("access_token")
                    );
                    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"http/1.1"[..]));
                }
            }
        }
        let counters = server.counters();
        assert_eq!((counters.connections, counters.full_handshakes, counters.resumed_handshakes), (12, 6, 6));
        assert_eq!(counters.tokens_issued, 12);
        server.stop().await;
    });
}

#[test]
fn connections_can_be_kept_and_links_name_the_host() {
    run(async {
        let server = Appliance::pra().plain_http(true).serve().await.unwrap();
        let mut plain = TcpStream::connect(server.plain_site().unwrap()).await.unwrap();
        let token = super::client::token(server.appliance(), &server.client_id(), &server.client_secret());
        for last in [false, true] {
            let close = if last { "connection: close\r\n" } else { "" };
            let request = format!(
                "GET /api/config/v1/user?per_page=5 HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {token}\r\n{close}\r\n",
                server.plain_site().unwrap()
            );
            plain.write_all(request.as_bytes()).await.unwrap();
        }
        let mut text = String::new();
        plain.read_to_string(&mut text).await.unwrap();
        assert_eq!(text.matches("HTTP/1.1 200 OK").count(), 2);
        assert!(text.contains(&format!(
            "<http://{}/api/config/v1/user?per_page=5&current_page=2>; rel=\"next\"",
            server.plain_site().unwrap()
        )));
        assert_eq!(server.counters().connections, 1);
    });
}

#[test]
fn faults_break_real_connections() {
    run(async {
        let server = Appliance::pra().serve().await.unwrap();
        let connector = connector(&server, rustls::ALL_VERSIONS);
        server.control().fault(Fault::reset());
        let mut stream = connect(&server, &connector, "localhost").await;
        let error = exchange(&mut stream, &token_request(&server)).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::ConnectionReset);

        server.control().fault(Fault::truncated(9));
        let mut stream = connect(&server, &connector, "localhost").await;
        stream.write_all(token_request(&server).as_bytes()).await.unwrap();
        let mut bytes = Vec::new();
        let error = stream.read_to_end(&mut bytes).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::UnexpectedEof, "closed without a word");
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with("HTTP/1.1 200 OK") && text.ends_with("9\r\n{\"access_\r\n"), "{text}");

        server.control().fault(Fault::reset_in_body(9));
        let mut stream = connect(&server, &connector, "localhost").await;
        let error = exchange(&mut stream, &token_request(&server)).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::ConnectionReset);

        let mut stream = connect(&server, &connector, "localhost").await;
        assert!(exchange(&mut stream, &token_request(&server)).await.unwrap().contains("200 OK"));
    });
}

#[test]
fn a_body_that_is_too_large_is_refused_and_nonsense_is_survived() {
    run(async {
        let server = Appliance::pra().plain_http(true).serve().await.unwrap();
        let address = server.plain_site().unwrap();
        let mut stream = TcpStream::connect(&address).await.unwrap();
        let head =
            format!("POST /oauth2/token HTTP/1.1\r\nhost: {address}\r\ncontent-length: 3000000\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        // As most clients do it: all is sent before the answer is looked at.
        stream.write_all(&vec![b'x'; 3_000_000]).await.unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).await.unwrap();
        assert!(bytes.starts_with(b"HTTP/1.1 413 "));
        assert_eq!(server.log().last().unwrap().status.unwrap().as_u16(), 413);

        for nonsense in [
            &b"\xff\xfe\x00\x01\r\n\r\n"[..],
            b"GET\r\n\r\n",
            b"\x16\x03\x01\x00\x05hello",
            b"POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n",
        ] {
            let mut stream = TcpStream::connect(&address).await.unwrap();
            stream.write_all(nonsense).await.unwrap();
            let mut bytes = Vec::new();
            let _ = stream.read_to_end(&mut bytes).await;
            let mut secure = TcpStream::connect(server.site()).await.unwrap();
            secure.write_all(nonsense).await.unwrap();
            let _ = secure.read_to_end(&mut bytes).await;
        }
        // One that says nothing does not keep the others waiting.
        let silent = TcpStream::connect(server.site()).await.unwrap();
        let connector = connector(&server, rustls::ALL_VERSIONS);
        let mut stream = connect(&server, &connector, "localhost").await;
        assert!(exchange(&mut stream, &token_request(&server)).await.unwrap().contains("200 OK"));
        drop(silent);
    });
}

#[test]
fn a_dropped_server_is_gone() {
    run(async {
        let server = Appliance::rs().serve().await.unwrap();
        let (site, appliance) = (server.site(), server.appliance().clone());
        let mut open = TcpStream::connect(&site).await.unwrap();
        drop(server);
        // The tasks end when the runtime comes to them.
        tokio::time::timeout(Duration::from_secs(20), async {
            while TcpStream::connect(&site).await.is_ok() {
                tokio::task::yield_now().await;
            }
            let mut bytes = Vec::new();
            let _ = open.read_to_end(&mut bytes).await;
        })
        .await
        .unwrap();
        assert_eq!(appliance.counters().tokens_issued, 0);
    });
}

#[test]
fn the_bundle_holds_the_roots_of_the_system_and_ours() {
    run(async {
        let server = Appliance::pra().serve().await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ca.pem");
        server.write_ca_bundle(&path).unwrap();
        let count = CertificateDer::pem_file_iter(&path).unwrap().map(Result::unwrap).count();
        assert_eq!(count, rustls_native_certs::load_native_certs().certs.len() + 1);
        assert!(std::fs::read_to_string(&path).unwrap().ends_with(&server.ca_pem()));
    });
}

#[test]
fn a_second_request_on_a_connection_is_refused_where_that_is_wanted() {
    run(async {
        let server = Appliance::pra().serve().await.unwrap();
        let connector = connector(&server, rustls::ALL_VERSIONS);
        let request = format!("GET /check_health HTTP/1.1\r\nhost: {}\r\n", server.site());
        for (refused, answers) in [(false, 2), (true, 1)] {
            server.control().shape("reuse_refused", refused).unwrap();
            let mut stream = connect(&server, &connector, "localhost").await;
            let mut seen = String::new();
            for more in ["\r\n", "connection: close\r\n\r\n"] {
                // The reset may be noticed in writing as well as in reading.
                let _ = stream.write_all(format!("{request}{more}").as_bytes()).await;
                let mut part = vec![0; 4_096];
                while let Ok(length @ 1..) = stream.read(&mut part).await {
                    seen.push_str(&String::from_utf8_lossy(&part[..length]));
                    if seen.ends_with("0\r\n\r\n") {
                        break;
                    }
                }
            }
            assert_eq!(seen.matches("HTTP/1.1 200").count(), answers, "{seen}");
        }
    });
}

#[test]
fn reports_come_in_chunks_and_recordings_with_their_length() {
    run(async {
        let server =
            Appliance::pra().history(2_000).recordings(300_000).plain_http(true).serve().await.unwrap();
        let token = super::client::token(server.appliance(), &server.client_id(), &server.client_secret());
        let mut answers = Vec::new();
        let mut query = "AccessSession&start_time=0&duration=0".to_owned();
        for _ in 0..2 {
            let mut plain = TcpStream::connect(server.plain_site().unwrap()).await.unwrap();
            let request = format!(
                "GET /api/reporting?generate_report={query} HTTP/1.1\r\nhost: access.example.com\r\n\
                 authorization: Bearer {token}\r\nconnection: close\r\n\r\n"
            );
            plain.write_all(request.as_bytes()).await.unwrap();
            let mut answer = Vec::new();
            plain.read_to_end(&mut answer).await.unwrap();
            answers.push(String::from_utf8_lossy(&answer).into_owned());
            let text = &answers[0];
            let at = text.rfind("<session_recording_view_url>").unwrap();
            let (_, lsid) = text[..at].rsplit_once("<session lsid=\"").unwrap();
            query = format!("AccessSessionRecording&lsid={}", &lsid[..32]);
        }
        let (report, recording) = (&answers[0], &answers[1]);
        assert!(report.contains("transfer-encoding: chunked\r\n") && report.len() > 10_000_000);
        assert!(report.ends_with("\r\n0\r\n\r\n"), "the last chunk has come");
        assert!(recording.starts_with("HTTP/1.1 200 OK\r\n"), "{recording:.300}");
        assert!(recording.contains("content-length: 3277") && recording.contains("\r\n\r\nFLV\u{1}"));
        server.stop().await;
    });
}
