//! Proxies.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::mpsc;

use super::site::Site;

/// A proxy that opens one tunnel, and reports what it was asked for.
fn proxy() -> (String, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (asked, requests) = mpsc::channel();
    std::thread::spawn(move || {
        for client in listener.incoming() {
            let (client, asked) = (client.unwrap(), asked.clone());
            std::thread::spawn(move || tunnel(client, &asked));
        }
    });
    (format!("http://{address}"), requests)
}

fn tunnel(mut client: TcpStream, asked: &mpsc::Sender<String>) -> std::io::Result<()> {
    let mut reader = BufReader::new(client.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let target = request.split(' ').nth(1).unwrap_or_default().to_owned();
    asked.send(request).unwrap();
    let mut server = TcpStream::connect(target)?;
    client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")?;
    let mut back = server.try_clone()?;
    std::thread::spawn(move || {
        std::io::copy(&mut back, &mut client)?;
        client.shutdown(Shutdown::Write)
    });
    std::io::copy(&mut reader, &mut server)?;
    server.shutdown(Shutdown::Write)
}

#[test]
fn the_proxy_of_the_environment_is_used_unless_excepted() {
    let site = Site::pra();
    let (address, requests) = proxy();
    site.btapi("get jump-group 1").variable("HTTPS_PROXY", &address).stdout();
    assert_eq!(requests.recv().unwrap(), format!("CONNECT {} HTTP/1.1\r\n", site.server.site()));
    while requests.try_recv().is_ok() {}
    site.btapi("get jump-group 1").variable("HTTPS_PROXY", &address).variable("NO_PROXY", "127.0.0.1").stdout();
    assert!(requests.try_recv().is_err());
}
