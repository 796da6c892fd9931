//! Events to another address.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bt_sra_core::{Clock, Error, ErrorKind, ExposeSecret, Result, SecretString, Site, SystemClock};
use bt_sra_transport::Transport;
use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, Request, Uri};

use super::deadline::within;
use super::{Record, Sink};

/// How long the other side may take.
const LIMIT: Duration = Duration::from_secs(30);

/// Sends each event on, as JSON in the body of a `POST`. An answer of 2xx means that the other
/// side has it; redirects are not followed.
#[derive(Clone)]
pub struct ForwardSink {
    uri: Uri,
    /// Scheme, host and port: what may be told.
    to: Site,
    transport: Arc<dyn Transport>,
    bearer: Option<SecretString>,
    limit: Duration,
    clock: Arc<dyn Clock>,
}

impl ForwardSink {
    /// Sends to `url`: https, or http to loopback.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] for any other address. It is not repeated: it may hold a secret.
    pub fn new(url: &str, transport: Arc<dyn Transport>) -> Result<Self> {
        let refuse = |why: &str| {
            Error::new(ErrorKind::Config, format!("the address to forward to is not usable: {why}"))
        };
        let uri: Uri = url.parse().map_err(|_| refuse("it is malformed"))?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(refuse("write https://host/path"));
        };
        if authority.as_str().contains('@') {
            return Err(refuse("a user has no place in it"));
        }
        let to = Site::parse(&format!("{scheme}://{authority}"))
            .map_err(|_| refuse("it must be https and have a host; plain http is for loopback only"))?;
        let (bearer, clock) = (None, Arc::new(SystemClock));
        Ok(Self { uri, to, transport, bearer, limit: LIMIT, clock })
    }

    /// Sends `Authorization: Bearer TOKEN` along.
    #[must_use]
    pub fn bearer(mut self, token: SecretString) -> Self {
        self.bearer = Some(token);
        self
    }

    /// Limits the time that the other side may take: 30 seconds.
    #[must_use]
    pub fn limit(mut self, span: Duration) -> Self {
        self.limit = span;
        self
    }

    /// Sets the clock for the limit.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    fn request(&self, record: &Record) -> Result<Request<Bytes>> {
        let malformed = |_| Error::new(ErrorKind::Config, "the token cannot stand in a header");
        let mut request = Request::post(self.uri.clone())
            .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
            .body(Bytes::from(record.to_line()))
            .map_err(|source| Error::new(ErrorKind::Config, "no request can be made").with_source(source))?;
        if let Some(token) = &self.bearer {
            let text = format!("Bearer {}", token.expose_secret());
            let mut value = HeaderValue::try_from(text).map_err(malformed)?;
            value.set_sensitive(true);
            request.headers_mut().insert(AUTHORIZATION, value);
        }
        Ok(request)
    }
}

#[async_trait]
impl Sink for ForwardSink {
    async fn store(&self, record: &Record) -> Result<()> {
        let sent = self.transport.send(self.request(record)?);
        let response = within(&*self.clock, self.limit, sent)
            .await
            .ok_or_else(|| Error::new(ErrorKind::Timeout, format!("{} did not answer in time", self.to)))??;
        if response.status().is_success() {
            return Ok(());
        }
        let what = format!("{} has not taken the event", self.to);
        Err(Error::new(ErrorKind::Io, what).with_status(response.status()))
    }
}

impl fmt::Debug for ForwardSink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ForwardSink").field("to", &self.to).finish_non_exhaustive()
    }
}
