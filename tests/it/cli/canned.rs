//! A server on loopback that gives one answer to everything but token requests: for answers that
//! no appliance should give.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};

use super::site::{BTAPI, Run, Site};

/// Serves `answer` for the rest of the test, and returns the address.
pub(crate) fn serve(answer: impl Into<Vec<u8>>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let answer = answer.into();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            // Who hangs up early is not our business.
            let _ = converse(stream.unwrap(), &answer);
        }
    });
    format!("http://{address}")
}

/// Serves `beginning` and then nothing more. Hands out each connection that got it, which ends
/// when dropped.
pub(crate) fn hold(beginning: &'static [u8]) -> (String, mpsc::Receiver<TcpStream>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (sender, held) = mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            if let Some(stream) = converse(stream.unwrap(), beginning).unwrap() {
                let _ = sender.send(stream);
            }
        }
    });
    (format!("http://{address}"), held)
}

/// Prepares a run of `btapi` in the home of `site`, but against the canned answer.
pub(crate) fn btapi<'a>(site: &'a Site, answer: &str, line: &str) -> Run<'a> {
    Run::new(BTAPI, Some(site))
        .args(line.split_whitespace())
        .variable("BT_API_HOST", serve(answer))
        .variable("BT_CLIENT_ID", "id")
        .variable("BT_CLIENT_SECRET", "a-canned-secret")
}

/// Writes an answer with a body of the right length.
pub(crate) fn answer(head: &str, body: &str) -> String {
    format!("HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

/// Answers one request. Returns the connection if it was not about a token.
fn converse(mut stream: TcpStream, canned: &[u8]) -> std::io::Result<Option<TcpStream>> {
    let mut request = Vec::new();
    let mut piece = [0; 4096];
    let head = loop {
        let length = stream.read(&mut piece)?;
        request.extend_from_slice(&piece[..length]);
        if let Some(end) = request.windows(4).position(|window| window == b"\r\n\r\n") {
            break String::from_utf8_lossy(&request[..end]).to_ascii_lowercase();
        }
        if length == 0 {
            return Ok(None);
        }
    };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")).unwrap_or("0");
    let whole = head.len() + 4 + length.trim().parse::<usize>().unwrap();
    while request.len() < whole {
        let length = stream.read(&mut piece)?;
        if length == 0 {
            return Ok(None);
        }
        request.extend_from_slice(&piece[..length]);
    }
    if head.starts_with("post /oauth2/token") {
        let token = r#"{"access_token":"canned","token_type":"Bearer","expires_in":3600}"#;
        let answer = answer("200 OK\r\nContent-Type: application/json", token);
        return stream.write_all(answer.as_bytes()).map(|()| None);
    }
    stream.write_all(canned)?;
    Ok(Some(stream))
}

/// A server at one address whose answer changes.
pub(crate) struct Changing {
    pub(crate) address: String,
    answer: Arc<Mutex<Vec<u8>>>,
    holds: Arc<AtomicBool>,
    held: mpsc::Receiver<TcpStream>,
}

impl Changing {
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (sender, held) = mpsc::channel();
        let server = Self { address, answer: Arc::default(), holds: Arc::default(), held };
        let (answer, holds) = (Arc::clone(&server.answer), Arc::clone(&server.holds));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (answer, holds, sender) =
                    (answer.lock().unwrap().clone(), Arc::clone(&holds), sender.clone());
                // Each on its own: one may be waited for while another is held.
                std::thread::spawn(move || {
                    if let Ok(Some(stream)) = converse(stream.unwrap(), &answer)
                        && holds.load(Ordering::Relaxed)
                    {
                        let _ = sender.send(stream);
                    }
                });
            }
        });
        server
    }

    /// From now on, gives this answer and hangs up.
    pub(crate) fn gives(&self, answer: impl Into<Vec<u8>>) {
        *self.answer.lock().unwrap() = answer.into();
        self.holds.store(false, Ordering::Relaxed);
    }

    /// From now on, gives this beginning of an answer and nothing more.
    pub(crate) fn begins(&self, beginning: impl Into<Vec<u8>>) {
        self.gives(beginning);
        self.holds.store(true, Ordering::Relaxed);
    }

    /// Waits for a connection that has got a beginning.
    pub(crate) fn held(&self) -> TcpStream {
        self.held.recv().unwrap()
    }
}

/// Serves `beginning`, and then pieces for as long as there are some and somebody reads them.
pub(crate) fn stream(
    beginning: impl Into<Vec<u8>>,
    pieces: impl Fn(u64) -> Option<Vec<u8>> + Send + 'static,
) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let beginning = beginning.into();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(Some(mut stream)) = converse(stream.unwrap(), &beginning) else { continue };
            let _ = (0..).map_while(&pieces).try_for_each(|piece| stream.write_all(&piece));
        }
    });
    format!("http://{address}")
}

/// Prepares a run of `btapi` in the home of `site`, but against `address`.
pub(crate) fn at<'a>(site: &'a Site, address: &str, line: &str) -> Run<'a> {
    Run::new(BTAPI, Some(site))
        .args(line.split_whitespace())
        .variable("BT_API_HOST", address)
        .variable("BT_CLIENT_ID", "id")
        .variable("BT_CLIENT_SECRET", "a-canned-secret")
}
