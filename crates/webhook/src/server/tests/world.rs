//! A client that knows only sockets, servers that stop, and an observer that remembers.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use bt_sra_core::Result;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::server::{Listener, Notice, NoticeKind, Observer};

/// A server that runs in the background.
pub(super) struct Running {
    pub(super) address: SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<Result<()>>,
}

impl Running {
    /// Serves on a free port of loopback.
    pub(super) async fn plain<F, S>(serve: S) -> Self
    where
        S: FnOnce(Listener, Box<dyn Future<Output = ()> + Send + Unpin>) -> F,
        F: Future<Output = Result<()>> + Send + 'static,
    {
        Self::on(Listener::plain(([127, 0, 0, 1], 0).into()).await.unwrap(), serve)
    }

    pub(super) fn on<F, S>(listener: Listener, serve: S) -> Self
    where
        S: FnOnce(Listener, Box<dyn Future<Output = ()> + Send + Unpin>) -> F,
        F: Future<Output = Result<()>> + Send + 'static,
    {
        let address = listener.address();
        let (stop, stopped) = oneshot::channel::<()>();
        let stopped = Box::new(Box::pin(async move { drop(stopped.await) }));
        Self { address, stop, task: tokio::spawn(serve(listener, stopped)) }
    }

    pub(super) async fn stop(self) {
        let _ = self.stop.send(());
        self.task.await.unwrap().unwrap();
    }

    /// Ends as a kill would: nothing is done any more.
    pub(super) async fn kill(self) {
        self.task.abort();
        let _ = self.task.await;
    }
}

/// An answer.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) head: String,
    pub(super) body: String,
}

/// Sends a request as it stands, and reads to the end.
pub(super) async fn exchange(address: SocketAddr, request: impl AsRef<[u8]>) -> Answer {
    let mut stream = TcpStream::connect(address).await.unwrap();
    // Who refuses early does not read it all.
    let _ = stream.write_all(request.as_ref()).await;
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes).await;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
    Answer { status, head: head.to_owned(), body: body.to_owned() }
}

/// Posts a body, and returns the status.
pub(super) async fn post(address: SocketAddr, target: &str, body: impl AsRef<[u8]>) -> u16 {
    let body = body.as_ref();
    let mut request = format!(
        "POST {target} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n",
        body.len()
    )
    .into_bytes();
    request.extend_from_slice(body);
    exchange(address, request).await.status
}

/// Remembers what it hears.
#[derive(Clone, Debug, Default)]
pub(super) struct Ear(Arc<Mutex<Vec<Notice>>>);

impl Ear {
    pub(super) fn heard(&self, kind: NoticeKind) -> Vec<String> {
        let heard = self.0.lock().unwrap();
        heard.iter().filter(|notice| notice.kind == kind).map(|notice| notice.text.clone()).collect()
    }

    /// Waits until something of a kind is heard.
    pub(super) async fn hears(&self, kind: NoticeKind) -> String {
        until(|| self.heard(kind).pop()).await
    }
}

impl Observer for Ear {
    fn notice(&self, notice: &Notice) {
        self.0.lock().unwrap().push(notice.clone());
    }
}

/// Waits until there is something, and fails when it does not come.
pub(super) async fn until<T>(mut look: impl FnMut() -> Option<T>) -> T {
    for _ in 0..5000 {
        if let Some(found) = look() {
            return found;
        }
        #[expect(clippy::disallowed_methods, reason = "other threads need real time")]
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    panic!("it did not come");
}
