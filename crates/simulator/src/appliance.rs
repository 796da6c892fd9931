//! The appliance as a function from request and clock to response.

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, Method, Request, Response, StatusCode};

use crate::answer::{Answer, Refusal};
use crate::body::{End, SimBody};
use crate::cli_zip;
use crate::faults::{Fault, Faults, Kind};
use crate::log::{Counters, Exchange, Log};
use crate::site::{Incoming, Outcome};
use crate::store::text;
use crate::time::{Moment, Time};
use crate::unconfirmed;
use crate::world::Site;

/// A simulated appliance. Clones are the same one.
#[derive(Clone)]
pub struct Appliance {
    inner: Arc<Inner>,
}

/// Status, headers and body of an answer; no body is one that is made while it is sent.
type Answered = (StatusCode, HeaderMap, Option<Bytes>);

pub(crate) struct Inner {
    pub(crate) time: Time,
    site: Mutex<Site>,
    pub(crate) faults: Mutex<Faults>,
    pub(crate) log: Mutex<Log>,
    pub(crate) counters: Mutex<Counters>,
    /// The archive of the `btapi` executable, once somebody has asked for it.
    packed: Mutex<Option<Bytes>>,
}

/// The credentials of an API account of the sample site.
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct Credentials {
    /// The name of the account.
    pub name: String,
    /// The client id: 40 lower-case hexadecimal digits.
    pub client_id: String,
    /// The client secret: 44 characters of base64, with `+`, `/` and `=` among them.
    pub client_secret: String,
}

impl Appliance {
    pub(crate) fn new(site: Site, time: Time, log: Log) -> Self {
        let inner = Inner {
            time,
            site: Mutex::new(site),
            faults: Mutex::default(),
            log: Mutex::new(log),
            counters: Mutex::default(),
            packed: Mutex::default(),
        };
        Self { inner: Arc::new(inner) }
    }

    /// Answers a request.
    ///
    /// An `IpAddr` among the extensions of the request is where it comes from, else loopback.
    /// The path and the query count, and for the links of lists the `Host` header. A body that
    /// breaks off ends with an error.
    ///
    /// # Errors
    ///
    /// If a fault resets the connection before there is an answer.
    pub async fn handle(&self, request: Request<Bytes>) -> io::Result<Response<SimBody>> {
        let (parts, body) = request.into_parts();
        let path = parts.uri.path().to_owned();
        let fault = lock(&self.inner.faults).take(&parts.method, &path);
        lock(&self.inner.counters).requests += 1;
        if let Some(Kind::Delay(span)) = fault.as_ref().map(Fault::kind) {
            self.inner.time.sleep(*span).await;
        }
        let answer = match &fault {
            Some(fault) if fault.shields() => {
                self.site().arrived(&parts.headers, self.inner.time.now());
                fault.answer()
            }
            _ => Some(self.act(&parts, &path, &body).await),
        };
        let answer = match fault.as_ref() {
            Some(fault) if matches!(fault.kind(), Kind::Reset) => None,
            Some(fault) => fault.answer().or(answer),
            None => answer,
        };
        let Some(answer) = answer else {
            self.keep(parts, path, body, None);
            return Err(io::Error::new(
                io::ErrorKind::ConnectionReset,
                "the connection is reset, as asked for",
            ));
        };
        let (response, whole) = answer.into_response();
        let head = parts.method == Method::HEAD;
        self.keep(parts, path, body, Some((response.status(), response.headers().clone(), whole)));
        Ok(response.map(|body| self.spoilt(body, fault.as_ref(), head)))
    }

    /// Answers a request whose body was too great to be read.
    pub(crate) fn oversized(&self, parts: Parts) -> Response<SimBody> {
        lock(&self.inner.counters).requests += 1;
        let answer = Answer::message(StatusCode::PAYLOAD_TOO_LARGE, "The body is too large.");
        let (response, whole) = answer.into_response();
        let path = parts.uri.path().to_owned();
        self.keep(parts, path, Bytes::new(), Some((response.status(), response.headers().clone(), whole)));
        response
    }

    /// Returns the client id of the first API account, which may do everything.
    #[must_use]
    pub fn client_id(&self) -> String {
        self.site().accounts.first().map(|account| account.client_id.clone()).unwrap_or_default()
    }

    /// Returns the client secret of the first API account.
    #[must_use]
    pub fn client_secret(&self) -> String {
        self.site().accounts.first().map(|account| account.secret.clone()).unwrap_or_default()
    }

    /// Returns the credentials of all API accounts: one that may do everything, one without the
    /// vault, one without the Configuration API, one that is disabled.
    #[must_use]
    pub fn accounts(&self) -> Vec<Credentials> {
        let site = self.site();
        site.accounts
            .iter()
            .map(|account| Credentials {
                name: site
                    .store
                    .row("/api-account", 0, account.id)
                    .map(|row| text(&row, "name").to_owned())
                    .unwrap_or_default(),
                client_id: account.client_id.clone(),
                client_secret: account.secret.clone(),
            })
            .collect()
    }

    /// Returns the captured exchanges, oldest first.
    #[must_use]
    pub fn log(&self) -> Vec<Exchange> {
        lock(&self.inner.log).all()
    }

    /// Returns what was counted.
    #[must_use]
    pub fn counters(&self) -> Counters {
        let mut counters = *lock(&self.inner.counters);
        counters.faults = lock(&self.inner.faults).happened;
        let site = self.site();
        counters.tokens_issued = site.tokens_issued;
        counters.rate_limited = site.refused_for_rate;
        counters.busiest_second =
            site.accounts.iter().map(|account| account.windows.busiest()).max().unwrap_or_default();
        counters
    }

    pub(crate) fn inner(&self) -> &Inner {
        &self.inner
    }

    pub(crate) fn site(&self) -> MutexGuard<'_, Site> {
        lock(&self.inner.site)
    }

    async fn act(&self, parts: &Parts, path: &str, body: &Bytes) -> Answer {
        if body.len() > unconfirmed::MAX_BODY {
            return Answer::message(StatusCode::PAYLOAD_TOO_LARGE, "The body is too large.");
        }
        let origin = origin(parts);
        let incoming = Incoming {
            method: &parts.method,
            path,
            query: parts.uri.query().unwrap_or_default(),
            headers: &parts.headers,
            body,
            origin: &origin,
            now: self.inner.time.now(),
            peer: parts.extensions.get().copied().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        };
        let outcome = self.site().answer(&incoming);
        match outcome {
            Outcome::Answer(answer) => answer,
            Outcome::Pack(executable) => {
                let answer = match self.pack(executable).await {
                    Ok(bytes) => Answer::file("application/zip", "btapi.zip", bytes),
                    Err(_) => Refusal::NotFound.into(),
                };
                self.site().told(answer, None)
            }
        }
    }

    /// Packs the executable, on a thread of its own: it takes a second or so.
    async fn pack(&self, executable: PathBuf) -> io::Result<Bytes> {
        if let Some(bytes) = lock(&self.inner.packed).clone() {
            return Ok(bytes);
        }
        let (done, packed) = tokio::sync::oneshot::channel();
        std::thread::spawn(move || done.send(cli_zip::pack(Path::new(&executable))));
        let bytes = packed.await.map_err(io::Error::other)??;
        *lock(&self.inner.packed) = Some(bytes.clone());
        Ok(bytes)
    }

    fn spoilt(&self, body: SimBody, fault: Option<&Fault>, head: bool) -> SimBody {
        if head {
            return SimBody::chunked(Bytes::new());
        }
        match fault.map(Fault::kind) {
            Some(Kind::Truncate(after)) => body.cut(*after, End::Short),
            Some(Kind::ResetInBody(after)) => body.cut(*after, End::Reset),
            Some(Kind::Drip(size, pause)) => body.drip(*size, *pause, self.inner.time.clone()),
            _ => body,
        }
    }

    fn keep(&self, parts: Parts, path: String, body: Bytes, answer: Option<Answered>) {
        let (status, response_headers, response_body) = match answer {
            Some((status, headers, body)) => (Some(status), headers, body),
            None => (None, HeaderMap::new(), Some(Bytes::new())),
        };
        let bodies_kept = response_body.is_some();
        lock(&self.inner.log).add(Exchange {
            query: parts.uri.query().unwrap_or_default().to_owned(),
            method: parts.method,
            path,
            request_headers: parts.headers,
            request_body: body,
            status,
            response_headers,
            response_body: response_body.unwrap_or_default(),
            bodies_kept,
        });
    }
}

impl Site {
    /// Counts a request that a fault keeps from the site, so that the counts stay true.
    fn arrived(&mut self, headers: &HeaderMap, now: Moment) {
        let token = crate::oauth::bearer(headers);
        let account =
            self.accounts.iter_mut().find(|account| token.is_some_and(|token| account.owns(token, now)));
        if let Some(account) = account {
            account.windows.admit(now.steady, false);
        }
    }
}

impl fmt::Debug for Appliance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Appliance").finish_non_exhaustive()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("name", &self.name)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

/// A poisoned lock means that another thread panicked; the state is still the best there is.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn origin(parts: &Parts) -> String {
    let scheme = parts.uri.scheme_str().unwrap_or("https");
    let host = parts.headers.get(http::header::HOST).and_then(|host| host.to_str().ok());
    let host = host.or_else(|| parts.uri.authority().map(http::uri::Authority::as_str));
    format!("{scheme}://{}", host.unwrap_or("access.example.com"))
}
