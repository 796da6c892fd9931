//! Proxies.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::sync::mpsc;

use super::site::Site;

/// A proxy that opens no tunnel, but reports what it was asked for.
fn proxy() -> (String, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (asked, requests) = mpsc::channel();
    std::thread::spawn(move || {
        for client in listener.incoming() {
            let mut client = BufReader::new(client.unwrap());
            let mut request = String::new();
            client.read_line(&mut request).unwrap();
            let mut header = String::new();
            while client.read_line(&mut header).unwrap() > 2 {
                header.clear();
            }
            asked.send(request).unwrap();
            client.get_mut().write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n").unwrap();
        }
    });
    (format!("http://{address}"), requests)
}

#[test]
fn the_proxy_of_the_environment_is_used() {
    let site = Site::pra();
    let (address, requests) = proxy();
    let run = site.btapi("get jump-group 1").variable("BT_API_HOST", "btapi.invalid");
    let output = run.variable("HTTPS_PROXY", &address).output();
    assert_eq!(output.status.code(), Some(8), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(requests.try_recv().unwrap(), "CONNECT btapi.invalid:443 HTTP/1.1\r\n");
}

#[test]
fn hosts_without_a_proxy_are_reached_directly() {
    let site = Site::pra();
    let (address, requests) = proxy();
    let run = site.btapi("get jump-group 1").variable("BT_API_HOST", "btapi.invalid");
    let output =
        run.variable("HTTPS_PROXY", &address).variable("NO_PROXY", ".example.com,btapi.invalid").output();
    assert_eq!(output.status.code(), Some(8), "{}", String::from_utf8_lossy(&output.stderr));
    // Loopback is always such a host.
    site.btapi("get jump-group 1").variable("HTTPS_PROXY", &address).stdout();
    assert!(requests.try_recv().is_err());
}
