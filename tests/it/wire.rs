//! The real transport over TLS: what goes wrong on a wire, and what becomes of it.

use std::sync::Arc;
use std::time::Duration;

use bt_sra::{
    ClientCredentials, Connection, ConnectionBuilder, ErrorKind, KeepAlive, Proxy, Result, RetryPolicy, save,
};
use bt_sra_simulator::{Appliance, Fault, Server};
use http::{Method, StatusCode};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::Mutex;

const GROUPS: &str = "/api/config/v1/jump-group";

async fn serve() -> Server {
    Appliance::pra().limits(false).serve().await.unwrap()
}

fn builder(server: &Server) -> ConnectionBuilder {
    Connection::builder(&server.site())
        .unwrap()
        .credentials(ClientCredentials::new(server.client_id(), server.client_secret()))
        .root_pem(&server.ca_pem())
        .unwrap()
        .rate_limits(None)
}

fn connect(server: &Server) -> Connection {
    // The waits of the retries are not what is tested here.
    let mut quick = RetryPolicy::attempts(3);
    quick.base = Duration::ZERO;
    builder(server).retry(quick).build().unwrap()
}

async fn get(connection: &Connection) -> Result<http::Response<bt_sra::Body>> {
    connection.raw(Method::GET, GROUPS).send().await
}

async fn create(connection: &Connection, name: &str) -> Result<http::Response<bt_sra::Body>> {
    connection.raw(Method::POST, GROUPS).json(format!(r#"{{"name":"{name}"}}"#)).send().await
}

/// How often a jump group of that name is on the appliance.
fn count(server: &Server, name: &str) -> usize {
    let control = server.control();
    let named = |id: &i64| control.stored("/jump-group", *id).is_some_and(|group| group["name"] == name);
    control.ids("/jump-group").iter().filter(|id| named(id)).count()
}

#[tokio::test]
async fn an_unknown_authority_is_not_trusted_and_nothing_is_sent() {
    let (server, other) = (serve().await, serve().await);
    let connection = Connection::builder(&server.site())
        .unwrap()
        .credentials(ClientCredentials::new(server.client_id(), server.client_secret()))
        .tls(bt_sra::TlsSettings::empty())
        .root_pem(&other.ca_pem())
        .unwrap()
        .build()
        .unwrap();
    let error = get(&connection).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Tls);
    assert!(!error.may_have_acted());
    assert_eq!(server.counters().requests, 0);
}

#[tokio::test]
async fn nobody_listening_is_no_connection() {
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let server = serve().await;
    let connection = Connection::builder(&free.to_string())
        .unwrap()
        .root_pem(&server.ca_pem())
        .unwrap()
        .retry(RetryPolicy::NONE)
        .build()
        .unwrap();
    let error = get(&connection).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(error.is_transient() && !error.may_have_acted());
}

#[tokio::test]
async fn a_listener_that_never_answers_the_handshake_is_no_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = serve().await;
    let connection = Connection::builder(&listener.local_addr().unwrap().to_string())
        .unwrap()
        .root_pem(&server.ca_pem())
        .unwrap()
        .connect_limit(Duration::from_millis(50))
        .retry(RetryPolicy::NONE)
        .build()
        .unwrap();
    assert_eq!(get(&connection).await.unwrap_err().kind(), ErrorKind::Connect);
}

#[tokio::test]
async fn a_reset_before_the_answer_repeats_reading_only() {
    let server = serve().await;
    let connection = connect(&server);
    server.control().fault(Fault::reset().on(Method::GET, GROUPS));
    assert_eq!(get(&connection).await.unwrap().status(), StatusCode::OK);
    server.control().fault(Fault::reset().on(Method::POST, GROUPS).after_acting());
    let error = create(&connection, "once").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    assert!(error.may_have_acted());
    assert_eq!(count(&server, "once"), 1);
}

#[tokio::test]
async fn a_body_that_breaks_off_is_an_error_and_no_short_answer() {
    let server = serve().await;
    let connection = connect(&server);
    for fault in [Fault::reset_in_body(20), Fault::truncated(20)] {
        server.control().fault(fault.on(Method::GET, GROUPS));
        let answer = get(&connection).await.unwrap();
        let error = answer.into_body().collect(1 << 20).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Interrupted);
    }
}

#[tokio::test]
async fn silence_ends_in_a_timeout() {
    let server = serve().await;
    let connection =
        builder(&server).read_limit(Duration::from_millis(50)).connect_limit(Duration::from_millis(200));
    let connection = connection.retry(RetryPolicy::NONE).build().unwrap();
    get(&connection).await.unwrap();
    server.control().fault(Fault::delay(Duration::from_secs(60)).on(Method::GET, GROUPS));
    let error = get(&connection).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.may_have_acted());
}

#[tokio::test]
async fn a_slow_drip_cannot_outlast_the_deadline() {
    let server = serve().await;
    let connection = connect(&server);
    get(&connection).await.unwrap();
    server.control().fault(Fault::drip(1, Duration::from_millis(20)).on(Method::GET, GROUPS));
    let call = connection.raw(Method::GET, GROUPS).with_deadline(Duration::from_millis(300));
    let error = match call.send().await {
        Ok(answer) => answer.into_body().collect(1 << 20).await.unwrap_err(),
        Err(error) => error,
    };
    assert_eq!(error.kind(), ErrorKind::Timeout);
}

#[tokio::test]
async fn a_token_refused_once_is_replaced_and_the_call_repeated() {
    let server = serve().await;
    let connection = connect(&server);
    get(&connection).await.unwrap();
    server.control().revoke_tokens();
    create(&connection, "after the refusal").await.unwrap();
    assert_eq!(count(&server, "after the refusal"), 1);
    assert_eq!(server.counters().tokens_issued, 2);
}

#[tokio::test]
async fn a_new_secret_ends_in_an_error_about_credentials_and_one_request_for_it() {
    let server = serve().await;
    let connection = connect(&server);
    get(&connection).await.unwrap();
    server.control().regenerate_secret(&server.client_id());
    let before = server.counters().requests;
    for _ in 0..5 {
        let error = get(&connection).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
    }
    // One call with the dead token, one request for a new one; the refusal is remembered.
    assert_eq!(server.counters().requests - before, 2);
}

#[tokio::test]
async fn a_429_is_waited_out_even_for_what_creates() {
    let server = serve().await;
    let connection = connect(&server);
    server.control().fault(Fault::too_many_requests().retry_after(Duration::ZERO).on(Method::POST, GROUPS));
    create(&connection, "after the limit").await.unwrap();
    assert_eq!(count(&server, "after the limit"), 1);
}

#[tokio::test]
async fn each_call_has_its_own_connection_unless_told_otherwise() {
    let server = serve().await;
    let connection = connect(&server);
    for _ in 0..5 {
        connection.raw(Method::GET, GROUPS).send().await.unwrap().into_body().collect(1 << 20).await.unwrap();
    }
    let counters = server.counters();
    assert_eq!((counters.connections, counters.full_handshakes, counters.resumed_handshakes), (6, 1, 5));
    let keeping = builder(&server).keep_alive(KeepAlive::Reuse).build().unwrap();
    for _ in 0..5 {
        get(&keeping).await.unwrap().into_body().collect(1 << 20).await.unwrap();
    }
    assert_eq!(server.counters().connections, 7);
}

#[tokio::test]
async fn a_download_goes_to_a_file_whole_or_not_at_all() {
    let server = serve().await;
    let connection = connect(&server);
    let folder = tempfile::tempdir().unwrap();
    let installer = "/api/config/v1/jumpoint/1/installer";
    let get = || connection.raw(Method::GET, installer).send();
    server.control().fault(Fault::reset_in_body(100).on(Method::GET, installer));
    let error =
        save::save(get().await.unwrap(), folder.path(), &save::SaveOptions::default()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let saved = save::save(get().await.unwrap(), folder.path(), &save::SaveOptions::default()).await.unwrap();
    assert_eq!(std::fs::metadata(&saved.path).unwrap().len(), saved.size);
}

#[tokio::test]
async fn a_connection_that_breaks_after_the_request_may_have_acted() {
    // TLS stands, the request is read, and then comes what is no TLS.
    let server = serve().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (target, appliance) = (server.site(), server.appliance().clone());
    tokio::spawn(async move {
        loop {
            let (mut client, _) = listener.accept().await.unwrap();
            let mut upstream = tokio::net::TcpStream::connect(&target).await.unwrap();
            let appliance = appliance.clone();
            tokio::spawn(async move {
                let (mut from_client, mut to_client) = client.split();
                let (mut from_server, mut to_server) = upstream.split();
                let up = tokio::io::copy(&mut from_client, &mut to_server);
                let down = async {
                    // Until the appliance has the request, all passes; its answer does not.
                    let mut buffer = [0; 16 * 1024];
                    loop {
                        let read = from_server.read(&mut buffer).await.unwrap();
                        if appliance.counters().requests > 0 {
                            break;
                        }
                        to_client.write_all(&buffer[..read]).await.unwrap();
                    }
                    to_client.write_all(b"this is no record of TLS at all").await.unwrap();
                    to_client.shutdown().await.unwrap();
                };
                tokio::select! { _ = up => {}, () = down => {} }
            });
        }
    });
    let connection = Connection::builder(&address.to_string())
        .unwrap()
        .root_pem(&server.ca_pem())
        .unwrap()
        .retry(RetryPolicy::NONE)
        .build()
        .unwrap();
    let error = create(&connection, "unseen").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted, "{error:?}");
    assert!(error.may_have_acted());
}

#[tokio::test]
async fn a_raw_call_is_repeated_only_where_that_does_no_harm() {
    let server = serve().await;
    let connection = connect(&server);
    get(&connection).await.unwrap();
    for (method, path, sent) in [
        (Method::GET, GROUPS, 3),
        (Method::DELETE, "/api/config/v1/jump-group/999", 3),
        (Method::POST, GROUPS, 1),
        (Method::GET, "/api/command?action=generate_session_key", 1),
    ] {
        let before = server.counters().requests;
        server.control().fault(Fault::reset().on_path(path.split('?').next().unwrap()).times(3));
        let error = connection.raw(method.clone(), path).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Interrupted, "{method} {path}");
        assert_eq!(server.counters().requests - before, sent, "{method} {path}");
        server.control().clear_faults();
    }
    let error = connection.raw(Method::GET, "/a#b").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
}

/// A proxy for one target: answers `CONNECT` if the authorization is right, and copies bytes.
async fn proxy(seen: Arc<Mutex<Vec<String>>>) -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (mut client, _) = listener.accept().await.unwrap();
            let seen = Arc::clone(&seen);
            tokio::spawn(async move {
                let mut head = Vec::new();
                while !head.ends_with(b"\r\n\r\n") {
                    head.push(client.read_u8().await.unwrap());
                }
                let head = String::from_utf8(head).unwrap();
                seen.lock().await.push(head.clone());
                if !head.contains("Basic bWU6cGFzcw==") {
                    let answer = "HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n";
                    return client.write_all(answer.as_bytes()).await.unwrap();
                }
                let target = head.split(' ').nth(1).unwrap().to_owned();
                let mut server = tokio::net::TcpStream::connect(target).await.unwrap();
                client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await.unwrap();
                let _ = tokio::io::copy_bidirectional(&mut client, &mut server).await;
            });
        }
    });
    address
}

#[tokio::test]
async fn a_proxy_opens_the_way_and_sees_neither_token_nor_path() {
    let server = serve().await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let address = proxy(Arc::clone(&seen)).await;
    let through = |user: &str| {
        let proxy = Proxy::parse(&format!("http://{user}@{address}")).unwrap();
        builder(&server).proxy(proxy).build().unwrap()
    };
    assert_eq!(get(&through("me:pass")).await.unwrap().status(), StatusCode::OK);
    for head in &*seen.lock().await {
        assert!(head.starts_with(&format!("CONNECT {} ", server.site())), "{head}");
        assert!(!head.contains("Bearer") && !head.contains("/api/"), "{head}");
    }
    seen.lock().await.clear();
    let error = get(&through("me:wrong")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert_eq!(seen.lock().await.len(), 1, "a refused password is not tried again");
}
