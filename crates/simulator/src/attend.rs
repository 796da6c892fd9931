//! What every connection needs, to the appliance or to its control port.

use std::error::Error;
use std::time::Duration;

use hyper::body::{Body, Incoming};
use hyper::server::conn::http1;
use hyper::service::HttpService;
use tokio::sync::watch;

/// How long a client may take for a handshake, and for the head of a request.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// Keeps a connection going to its end, or until the server is to stop.
pub(crate) async fn attend<I, S, B>(connection: http1::Connection<I, S>, mut stopped: watch::Receiver<bool>)
where
    I: hyper::rt::Read + hyper::rt::Write + Unpin,
    S: HttpService<Incoming, ResBody = B>,
    S::Error: Into<Box<dyn Error + Send + Sync>>,
    B: Body + 'static,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    let mut connection = std::pin::pin!(connection);
    // What a client does to its connection is its own affair: errors end it, and that is all.
    tokio::select! {
        _ = connection.as_mut() => {}
        () = ended(&mut stopped) => {
            connection.as_mut().graceful_shutdown();
            let _ = tokio::time::timeout(PATIENCE, connection).await;
        }
    }
}

/// Waits until the server is to stop, or is gone.
pub(crate) async fn ended(stopped: &mut watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stop| *stop).await;
}
