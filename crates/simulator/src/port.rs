//! The control port: [`Control`] over plain HTTP on loopback, for those who have its token.
//!
//! Requests and answers are JSON. `GET /` lists what there is.

mod calls;
mod gate;

use std::io;
use std::net::SocketAddr;

use bytes::Bytes;
use http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::sync::watch;

use self::calls::{CALLS, Call, Sent};
use self::gate::Gate;
use crate::attend::{PATIENCE, attend};
use crate::control::Control;
use crate::random;

/// The greatest request body: a whole state.
const MAX_BODY: usize = 64 * 1024 * 1024;

/// Where the control port is, and what opens it.
#[derive(Clone, Debug)]
pub(crate) struct Port {
    pub(crate) address: SocketAddr,
    gate: Gate,
}

/// Why a call was refused.
#[derive(Debug)]
struct Refusal(StatusCode, String);

impl Port {
    /// A port with a token of its own.
    pub(crate) fn new(address: SocketAddr) -> Self {
        Self { address, gate: Gate::new(random::token()) }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn token(&self) -> &str {
        self.gate.token()
    }

    /// Answers the requests of one connection.
    pub(crate) async fn converse(self, stream: TcpStream, control: Control, stopped: watch::Receiver<bool>) {
        let service = service_fn(|request| self.answer(request, &control));
        let connection = hyper::server::conn::http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(PATIENCE)
            .serve_connection(TokioIo::new(stream), service);
        attend(connection, stopped).await;
    }

    async fn answer(
        &self,
        request: Request<Incoming>,
        control: &Control,
    ) -> io::Result<Response<Full<Bytes>>> {
        let (parts, body) = request.into_parts();
        if let Err(refusal) = self.gate.admit(&parts.headers) {
            return Ok(refusal.into());
        }
        let body = match Limited::new(body, MAX_BODY).collect().await {
            Ok(body) => body.to_bytes(),
            Err(error) if error.is::<LengthLimitError>() => {
                let text = format!("the body is larger than {MAX_BODY} bytes");
                return Ok(Refusal(StatusCode::PAYLOAD_TOO_LARGE, text).into());
            }
            // The client broke off.
            Err(error) => return Err(io::Error::new(io::ErrorKind::UnexpectedEof, error)),
        };
        let path = parts.uri.path();
        let found: Vec<(&Call, Vec<String>)> =
            CALLS.iter().filter_map(|call| Some((call, call.fits(path)?))).collect();
        let Some((call, params)) = found.iter().find(|(call, _)| call.method == parts.method) else {
            return Ok(unknown(path, &found));
        };
        let outcome =
            Sent::read(params.clone(), parts.uri.query(), &body).and_then(|sent| (call.run)(control, sent));
        Ok(match outcome {
            Ok(value) => respond(StatusCode::OK, &value),
            Err(refusal) => refusal.into(),
        })
    }
}

impl From<Refusal> for Response<Full<Bytes>> {
    fn from(Refusal(status, text): Refusal) -> Self {
        respond(status, &json!({ "error": text }))
    }
}

fn unknown(path: &str, found: &[(&Call, Vec<String>)]) -> Response<Full<Bytes>> {
    if found.is_empty() {
        let text = format!("there is nothing at {path}; GET / lists what there is");
        return Refusal(StatusCode::NOT_FOUND, text).into();
    }
    let methods: Vec<&str> = found.iter().map(|(call, _)| call.method.as_str()).collect();
    let text = format!("{path} takes {} only", methods.join(", "));
    let mut response = Response::from(Refusal(StatusCode::METHOD_NOT_ALLOWED, text));
    if let Ok(value) = HeaderValue::from_str(&methods.join(",")) {
        response.headers_mut().insert(ALLOW, value);
    }
    response
}

fn respond(status: StatusCode, value: &Value) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(format!("{value}\n"))));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
