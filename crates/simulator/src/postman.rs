//! The shell around what the appliance tells others: posts it over HTTP and TLS, for a server.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HOST, USER_AGENT};
use http::{Request, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use rustls_pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use crate::appliance::Appliance;
use crate::attend::ended;
use crate::delivery::Delivery;
use crate::tls;
use crate::unconfirmed::outbound as unconfirmed;

/// How often it is looked for what is due. The appliance's clock says what that is.
const TICK: Duration = Duration::from_millis(10);

/// How much of an answer is read, before the connection is used again.
const READ: usize = 64 * 1024;

/// Where a connection leads: scheme and host, and by which authority.
type Place = (String, Option<String>);

/// A connection that can take a request.
struct Connection {
    sender: SendRequest<Full<Bytes>>,
    driver: AbortHandle,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.driver.abort();
    }
}

/// What came of a delivery, and the connection if it can be used again.
type Posted = (Result<u16, String>, Option<Connection>);

/// Posts what is due until the server is to stop. What is under way then is sent once more by
/// whoever goes on from the state.
pub(crate) async fn run(appliance: Appliance, mut stopped: watch::Receiver<bool>) {
    let control = appliance.control();
    let mut kept: HashMap<Place, Connection> = HashMap::new();
    let mut connectors: HashMap<Option<String>, TlsConnector> = HashMap::new();
    let mut under_way = JoinSet::new();
    loop {
        while let Some(delivery) = control.take_delivery() {
            let place = (origin(delivery.url()), delivery.ca_pem().map(str::to_owned));
            let connector = match connectors.entry(place.1.clone()) {
                Entry::Occupied(known) => Ok(known.get().clone()),
                Entry::Vacant(free) => {
                    tls::connector(delivery.ca_pem()).map(|connector| free.insert(connector).clone())
                }
            };
            let connection = kept.remove(&place);
            under_way.spawn(async move {
                let patience = Duration::from_secs(unconfirmed::PATIENCE);
                let posted = match connector {
                    Ok(connector) => timeout(patience, post(&delivery, connection, &connector)).await,
                    Err(why) => Ok((Err(why), None)),
                };
                let late = || (Err(format!("no answer within {} seconds", patience.as_secs())), None);
                (delivery, place, posted.unwrap_or_else(|_| late()))
            });
        }
        tokio::select! {
            Some(done) = under_way.join_next() => {
                // The tasks do not panic.
                let Ok((delivery, place, (outcome, connection))) = done else { continue };
                control.delivered(&delivery, outcome);
                if let Some(connection) = connection.filter(|_| unconfirmed::CONNECTIONS_ARE_KEPT) {
                    kept.insert(place, connection);
                }
            }
            stop = timeout(TICK, ended(&mut stopped)) => {
                if stop.is_ok() {
                    return;
                }
            }
        }
    }
}

fn origin(url: &str) -> String {
    let uri: Uri = url.parse().unwrap_or_default();
    format!("{}://{}", uri.scheme_str().unwrap_or_default(), uri.authority().map_or("", |host| host.as_str()))
}

async fn post(delivery: &Delivery, kept: Option<Connection>, connector: &TlsConnector) -> Posted {
    if let Some(connection) = kept
        && !connection.sender.is_closed()
        && let Some(posted) = send(delivery, connection).await
    {
        return posted;
    }
    let connection = match connect(delivery.url(), connector).await {
        Ok(connection) => connection,
        Err(why) => return (Err(why), None),
    };
    let gone = || (Err("the connection was closed before anything was sent".to_owned()), None);
    send(delivery, connection).await.unwrap_or_else(gone)
}

/// Sends a request. Returns none if the connection was closed before, so that nothing has arrived.
async fn send(delivery: &Delivery, mut connection: Connection) -> Option<Posted> {
    let uri: Uri = delivery.url().parse().unwrap_or_default();
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    let request = Request::post(target)
        .header(HOST, uri.authority().map_or("", |host| host.as_str()))
        .header(CONTENT_TYPE, Delivery::MEDIA)
        .header(USER_AGENT, unconfirmed::USER_AGENT)
        .body(Full::new(Bytes::copy_from_slice(delivery.body().as_bytes())));
    let Ok(request) = request else {
        return Some((Err("the URL cannot be asked for".to_owned()), None));
    };
    if connection.sender.ready().await.is_err() {
        return None;
    }
    let response = match connection.sender.send_request(request).await {
        Ok(response) => response,
        Err(error) if error.is_canceled() => return None,
        Err(error) => return Some((Err(format!("no answer came: {error}")), None)),
    };
    let status = response.status().as_u16();
    // What it says besides means nothing; but the next answer comes after it.
    let whole = Limited::new(response.into_body(), READ).collect().await.is_ok();
    Some((Ok(status), whole.then_some(connection)))
}

async fn connect(url: &str, connector: &TlsConnector) -> Result<Connection, String> {
    let uri: Uri = url.parse().map_err(|_| "it is no URL".to_owned())?;
    let secure = uri.scheme_str() == Some("https");
    let host = uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']');
    let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
    let stream =
        TcpStream::connect((host, port)).await.map_err(|error| format!("cannot connect: {error}"))?;
    let _ = stream.set_nodelay(true);
    if !secure {
        return drive(stream).await;
    }
    let name = ServerName::try_from(host.to_owned()).map_err(|_| format!("`{host}` is no name of a host"))?;
    let stream = connector.connect(name, stream).await.map_err(|error| format!("TLS: {error}"))?;
    drive(stream).await
}

async fn drive(stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static) -> Result<Connection, String> {
    let (sender, connection) =
        handshake(TokioIo::new(stream)).await.map_err(|error| format!("cannot connect: {error}"))?;
    // What goes wrong with it is seen by whoever sends.
    let driver = tokio::spawn(async move { drop(connection.await) }).abort_handle();
    Ok(Connection { sender, driver })
}
