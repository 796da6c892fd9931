//! The way of every call: token, budget, sending, trying again.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use bt_sra_core::{Clock, Error, ErrorKind, Result, Site, SystemClock, Timestamp};
use bytes::Bytes;
use http::header::{AUTHORIZATION, HeaderValue, LOCATION, USER_AGENT};
use http::request::Parts;
use http::uri::PathAndQuery;
use http::{Method, Request, Response, StatusCode, Uri};
use tracing::Instrument;

use crate::afterwards::Open;
use crate::deadline::within;
use crate::{
    Afterwards, Body, CallOptions, Operation, RateBudget, RateHint, Repeat, RetryPolicy, Transport,
    Unlimited, Wait, Waits, retry,
};

/// How much of the body of a 401 is read to see what it is about.
const REFUSAL_LIMIT: usize = 64 * 1024;

/// How many redirects on the same site are followed.
const REDIRECTS: u32 = 5;

/// How long to wait at least after a 429 without `Retry-After`: the shorter of the appliance's
/// two windows is a second long.
const RATE_PAUSE: Duration = Duration::from_secs(1);

/// Puts the credentials on a request.
#[async_trait]
pub trait Authorize: fmt::Debug + Send + Sync {
    /// Returns what to send, fetched first if need be; none for a call without credentials.
    async fn authorize(&self) -> Result<Option<Authorization>>;

    /// Takes note that the appliance did not accept `used`, so that the next call of
    /// [`authorize`](Self::authorize) returns another.
    async fn refused(&self, used: &Authorization) -> Result<()>;
}

/// The value of an `Authorization` header, and until when it is worth sending.
#[derive(Clone)]
pub struct Authorization {
    value: HeaderValue,
    fresh_until: Timestamp,
}

impl Authorization {
    /// Takes a header value, which is marked as sensitive.
    #[must_use]
    pub fn new(mut value: HeaderValue, fresh_until: Timestamp) -> Self {
        value.set_sensitive(true);
        Self { value, fresh_until }
    }

    /// Returns the header value.
    #[must_use]
    pub fn value(&self) -> &HeaderValue {
        &self.value
    }
}

impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorization").field("fresh_until", &self.fresh_until).finish_non_exhaustive()
    }
}

/// Sends no credentials.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anonymous;

#[async_trait]
impl Authorize for Anonymous {
    async fn authorize(&self) -> Result<Option<Authorization>> {
        Ok(None)
    }

    async fn refused(&self, _used: &Authorization) -> Result<()> {
        Ok(())
    }
}

/// The one way to the appliance. Clones share everything.
#[derive(Clone)]
pub struct Pipeline(Arc<Inner>);

struct Inner {
    site: Site,
    transport: Arc<dyn Transport>,
    authorize: Arc<dyn Authorize>,
    budget: Arc<dyn RateBudget>,
    clock: Arc<dyn Clock>,
    retry: RetryPolicy,
    deadline: Option<Duration>,
    waits: Waits,
    user_agent: HeaderValue,
    open: Open,
}

/// Makes a [`Pipeline`].
#[derive(Clone, Debug)]
#[must_use]
pub struct PipelineBuilder {
    site: Site,
    transport: Arc<dyn Transport>,
    authorize: Arc<dyn Authorize>,
    budget: Arc<dyn RateBudget>,
    clock: Arc<dyn Clock>,
    retry: RetryPolicy,
    deadline: Option<Duration>,
    waits: Waits,
    user_agent: HeaderValue,
}

impl Pipeline {
    /// Starts from: no credentials, no rate limit, four attempts, no deadline.
    pub fn builder(site: Site, transport: Arc<dyn Transport>) -> PipelineBuilder {
        PipelineBuilder {
            site,
            transport,
            authorize: Arc::new(Anonymous),
            budget: Arc::new(Unlimited),
            clock: Arc::new(SystemClock),
            retry: RetryPolicy::default(),
            deadline: None,
            waits: Waits::default(),
            user_agent: HeaderValue::from_static(concat!("bt-sra/", env!("CARGO_PKG_VERSION"))),
        }
    }

    /// Returns the site that is called.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.0.site
    }

    /// Returns a pipeline like this one that sends no credentials.
    #[must_use]
    pub fn anonymous(&self) -> Self {
        let inner = &*self.0;
        Self(Arc::new(Inner {
            site: inner.site.clone(),
            transport: Arc::clone(&inner.transport),
            authorize: Arc::new(Anonymous),
            budget: Arc::clone(&inner.budget),
            clock: Arc::clone(&inner.clock),
            retry: inner.retry,
            deadline: inner.deadline,
            waits: inner.waits.clone(),
            user_agent: inner.user_agent.clone(),
            open: inner.open.clone(),
        }))
    }

    /// Returns the clock.
    #[must_use]
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.0.clock
    }

    /// Returns the limit of each call that sets none of its own.
    #[must_use]
    pub fn deadline(&self) -> Option<Duration> {
        self.0.deadline
    }

    /// Returns when and how often calls are tried again that say nothing of it.
    #[must_use]
    pub fn retry(&self) -> RetryPolicy {
        self.0.retry
    }

    /// Waits before something is tried again, and tells of it.
    pub(crate) async fn pause(&self, wait: Wait) {
        if !wait.pause().is_zero() {
            self.0.waits.during(wait, self.0.clock.sleep(wait.pause())).await;
        }
    }

    /// Returns where work goes that has to be done even when nobody waits for it any more. The
    /// runtime that is current now does it.
    #[must_use]
    pub fn afterwards(&self) -> Afterwards {
        Afterwards::new(self.0.open.clone())
    }

    /// Waits until nothing is left of the work that goes on when nobody waits for it, such as
    /// checking in what a dropped guard held. To be awaited before the runtime ends.
    pub async fn settled(&self) {
        self.0.open.settled().await;
    }

    /// Sends `request`, whose address is a path with its query, and returns the answer, whatever
    /// its status; see [`accept`](crate::accept).
    ///
    /// Failures that a repetition may cure are repeated, as far as it does no harm: nothing that
    /// the appliance may have carried out is sent again unless the operation says that it may be.
    /// Where a `DELETE` was repeated because its first answer was lost, "not found" counts as
    /// done.
    ///
    /// # Errors
    /// Everything but [`ErrorKind::Io`]; the kind says whether the appliance may have acted.
    pub async fn call(
        &self,
        operation: &Operation,
        request: Request<Bytes>,
        options: &CallOptions,
    ) -> Result<Response<Body>> {
        let inner = &*self.0;
        let span = tracing::debug_span!("operation", name = %shown(operation), host = inner.site.host());
        let name = operation.name.clone();
        let deadline = options.deadline.or(inner.deadline);
        let trail = Trail::default();
        // Boxed: the state of a call is large, and callers hold it in theirs.
        let work = Box::pin(inner.attempts(operation, request, options, &trail).instrument(span));
        let Some(deadline) = deadline else {
            return work.await.map_err(|error| error.with_operation(name));
        };
        let end = inner.clock.monotonic().saturating_add(deadline);
        let answer = within(&*inner.clock, deadline, work).await.unwrap_or_else(|| {
            let error = Error::new(ErrorKind::Timeout, "the deadline of the call has passed");
            Err(error.with_may_have_acted(trail.may_have_acted()))
        });
        match answer {
            Ok(answer) => Ok(answer.map(|body| body.with_end(Arc::clone(&inner.clock), end))),
            Err(error) => Err(error.with_operation(name)),
        }
    }
}

/// What the attempts of a call may have done so far.
#[derive(Debug, Default)]
struct Trail {
    /// A request is on its way.
    under_way: AtomicBool,
    /// The appliance may have carried out an earlier attempt.
    acted: AtomicBool,
}

impl Trail {
    fn sent(&self) {
        self.under_way.store(true, Ordering::Relaxed);
    }

    fn ended(&self, sent: &Result<Response<Body>>) {
        self.under_way.store(false, Ordering::Relaxed);
        let acted = match sent {
            Ok(answer) => answer.status().is_server_error(),
            Err(error) => error.may_have_acted(),
        };
        if acted {
            self.acted.store(true, Ordering::Relaxed);
        }
    }

    fn may_have_acted(&self) -> bool {
        self.acted.load(Ordering::Relaxed) || self.under_way.load(Ordering::Relaxed)
    }

    /// Lets the end of a call know of the attempts before it.
    fn judge(&self, ended: Result<Response<Body>>, method: &Method) -> Result<Response<Body>> {
        if !self.acted.load(Ordering::Relaxed) {
            return ended;
        }
        let mut answer = ended.map_err(|error| error.with_may_have_acted(true))?;
        if method == Method::DELETE && answer.status() == StatusCode::NOT_FOUND {
            tracing::warn!("not there: an earlier attempt, whose answer was lost, has deleted it");
            let mut done = Response::new(Body::whole(""));
            *done.status_mut() = StatusCode::NO_CONTENT;
            return Ok(done);
        }
        answer.extensions_mut().insert(MayHaveActed);
        Ok(answer)
    }
}

/// On an answer: an earlier attempt of the same call may have been carried out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MayHaveActed;

/// What traces call an operation: a raw call may hold anything in its name.
fn shown(operation: &Operation) -> &str {
    if operation.path.starts_with('/') { &operation.name } else { &operation.path }
}

impl Inner {
    async fn attempts(
        &self,
        operation: &Operation,
        request: Request<Bytes>,
        options: &CallOptions,
        trail: &Trail,
    ) -> Result<Response<Body>> {
        let method = request.method().clone();
        trail.judge(self.repeat(operation, request, options, trail).await, &method)
    }

    async fn repeat(
        &self,
        operation: &Operation,
        request: Request<Bytes>,
        options: &CallOptions,
        trail: &Trail,
    ) -> Result<Response<Body>> {
        let policy = options.retry.unwrap_or(self.retry);
        let (parts, body) = request.into_parts();
        let mut parts = self.completed(parts)?;
        let (mut attempt, mut redirects, mut refreshed) = (1, 0, false);
        loop {
            let (authorization, sent) = self.attempt(operation, attempt, &parts, &body, trail).await?;
            let wait = match sent {
                Ok(answer) if answer.status() == StatusCode::UNAUTHORIZED => {
                    let (answer, about) = read_refusal(answer, &parts.method).await;
                    match (about, authorization) {
                        (About::Token | About::Unknown, Some(used)) if !refreshed => {
                            tracing::warn!("the token was refused, taking another");
                            refreshed = true;
                            self.authorize.refused(&used).await?;
                            continue;
                        }
                        (About::Token, Some(_)) => return Err(refused_again(answer)),
                        (_, _) => return Ok(answer),
                    }
                }
                Ok(answer) if self.redirected(&answer, &mut parts, &mut redirects) => continue,
                Ok(answer) => match self.pause_after(&answer, operation, policy, attempt) {
                    Some(wait) => wait,
                    None => return Ok(answer),
                },
                Err(error) if attempt < policy.attempts && may_repeat(&error, operation) => {
                    let pause = policy.wait(attempt, retry::random());
                    tracing::warn!(kind = ?error.kind(), ?pause, "trying again");
                    Wait::Failed { pause }
                }
                Err(error) => return Err(error),
            };
            attempt += 1;
            if !wait.pause().is_zero() {
                self.waits.during(wait, self.clock.sleep(wait.pause())).await;
            }
        }
    }

    /// Sends once, within the budget and with a token that is fresh at that moment.
    async fn attempt(
        &self,
        operation: &Operation,
        attempt: u32,
        parts: &Parts,
        body: &Bytes,
        trail: &Trail,
    ) -> Result<(Option<Authorization>, Result<Response<Body>>)> {
        // The token comes first: fetching it takes leave from the same budget, and whoever waited
        // for it with leave in hand could keep the one who fetches it from getting any.
        let mut authorization = self.waits.during(Wait::Token, self.authorize.authorize()).await?;
        let mut permit = self.waits.during(Wait::Budget, self.budget.acquire()).await?;
        if authorization.as_ref().is_some_and(|used| used.fresh_until <= self.clock.now()) {
            // The wait was long. Once is enough: a token that is stale again is sent, and refused.
            self.budget.release(permit, RateHint::default()).await?;
            authorization = self.waits.during(Wait::Token, self.authorize.authorize()).await?;
            permit = self.waits.during(Wait::Budget, self.budget.acquire()).await?;
        }
        let mut request = Request::from_parts(parts.clone(), body.clone());
        if let Some(authorization) = &authorization {
            request.headers_mut().insert(AUTHORIZATION, authorization.value.clone());
        }
        let span = tracing::debug_span!(
            "attempt",
            number = attempt,
            method = %request.method(),
            path = %operation.path,
            status = tracing::field::Empty,
            duration_ms = tracing::field::Empty,
        );
        let started = self.clock.monotonic();
        trail.sent();
        let sent = self.transport.send(request).instrument(span.clone()).await;
        trail.ended(&sent);
        let duration = self.clock.monotonic().saturating_sub(started);
        span.record("duration_ms", u64::try_from(duration.as_millis()).unwrap_or(u64::MAX));
        let mut hint = RateHint::default();
        if let Ok(answer) = &sent {
            span.record("status", answer.status().as_u16());
            hint = RateHint::from_headers(answer.headers());
            if answer.status() == StatusCode::TOO_MANY_REQUESTS {
                // A longer pause is the caller's to decide on; see `pause_after`.
                hint = hint.with_pause(answer.headers(), &*self.clock);
                hint.pause = hint.pause.filter(|pause| *pause <= self.retry.patience);
            }
        }
        if let Err(error) = self.budget.release(permit, hint).await {
            // The answer is worth more than the bookkeeping.
            tracing::warn!(%error, "the rate budget could not be updated");
        }
        Ok((authorization, sent))
    }

    /// Completes the address and the headers.
    fn completed(&self, mut parts: Parts) -> Result<Parts> {
        let path = parts.uri.path_and_query().cloned().unwrap_or(PathAndQuery::from_static("/"));
        parts.uri = self.site.uri(path)?;
        parts.headers.entry(USER_AGENT).or_insert_with(|| self.user_agent.clone());
        Ok(parts)
    }

    /// Turns `parts` to where a reading request is sent on to, on the same site only.
    fn redirected(&self, answer: &Response<Body>, parts: &mut Parts, redirects: &mut u32) -> bool {
        let reads = parts.method == Method::GET || parts.method == Method::HEAD;
        if !reads || !answer.status().is_redirection() || *redirects == REDIRECTS {
            return false;
        }
        let target = answer.headers().get(LOCATION).and_then(|value| value.to_str().ok());
        // `//host/path` names another host, though the parser takes it for a path.
        let target = target.filter(|text| !text.starts_with("//"));
        let Some(target) = target.and_then(|text| text.parse::<Uri>().ok()) else { return false };
        let Some(path) = target.path_and_query().cloned() else { return false };
        if target.host().is_some() && !self.site.covers(&target) {
            return false;
        }
        let Ok(uri) = self.site.uri(path) else { return false };
        *redirects += 1;
        parts.uri = uri;
        true
    }

    /// Returns how long to wait before an answer is asked for again; none if it stands.
    fn pause_after(
        &self,
        answer: &Response<Body>,
        operation: &Operation,
        policy: RetryPolicy,
        attempt: u32,
    ) -> Option<Wait> {
        let status = answer.status();
        if attempt >= policy.attempts || operation.answers.contains(&status.as_u16()) {
            return None;
        }
        let told = retry::retry_after(answer.headers(), &*self.clock);
        if told.is_some_and(|told| told > policy.patience) {
            return None;
        }
        let pause = if status == StatusCode::TOO_MANY_REQUESTS {
            told.unwrap_or_else(|| policy.wait(attempt, retry::random()).max(RATE_PAUSE))
        } else if status.is_server_error() && operation.repeat == Repeat::Safe {
            told.unwrap_or_else(|| policy.wait(attempt, retry::random()))
        } else {
            return None;
        };
        tracing::warn!(status = status.as_u16(), ?pause, "trying again");
        Some(Wait::Answered { status, pause, is_asked_for: told.is_some() })
    }
}

fn may_repeat(error: &Error, operation: &Operation) -> bool {
    match error.kind() {
        ErrorKind::Connect => true,
        ErrorKind::Timeout | ErrorKind::Interrupted => operation.repeat == Repeat::Safe,
        _ => false,
    }
}

/// What a 401 is about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum About {
    /// The token.
    Token,
    /// A parameter or field that the appliance does not know: the Configuration API says 401 to
    /// that too.
    Field,
    /// It does not say.
    Unknown,
}

/// Reads the body of a 401 and puts it back, as far as it came.
async fn read_refusal(answer: Response<Body>, method: &Method) -> (Response<Body>, About) {
    let (parts, mut body) = answer.into_parts();
    let (mut bytes, mut whole) = (Vec::new(), method != Method::HEAD);
    while let Some(piece) = body.chunk().await {
        let Ok(piece) = piece else {
            whole = false;
            break;
        };
        bytes.extend_from_slice(&piece);
        if bytes.len() > REFUSAL_LIMIT {
            whole = false;
            break;
        }
    }
    // What did not come whole says nothing for certain.
    let about = if whole { about(&bytes) } else { About::Unknown };
    (Response::from_parts(parts, Body::whole(bytes)), about)
}

fn about(body: &[u8]) -> About {
    #[derive(serde::Deserialize)]
    struct Refusal {
        error: Option<String>,
        message: Option<serde::de::IgnoredAny>,
        errors: Option<serde::de::IgnoredAny>,
    }
    let Ok(refusal) = serde_json::from_slice::<Refusal>(body) else {
        return if body.is_empty() { About::Token } else { About::Unknown };
    };
    match (refusal.error.as_deref(), refusal.errors, refusal.message) {
        (Some("access_denied" | "invalid_client" | "invalid_credentials" | "invalid_token"), _, _) => {
            About::Token
        }
        (None, Some(_), _) => About::Field,
        (None, None, None) => About::Token,
        _ => About::Unknown,
    }
}

fn refused_again(answer: Response<Body>) -> Error {
    Error::new(ErrorKind::Credentials, "the appliance refuses the token, a new one too")
        .with_status(answer.status())
}

impl PipelineBuilder {
    /// Sets where credentials come from.
    pub fn authorize(mut self, authorize: Arc<dyn Authorize>) -> Self {
        self.authorize = authorize;
        self
    }

    /// Sets who keeps the rate limits.
    pub fn budget(mut self, budget: Arc<dyn RateBudget>) -> Self {
        self.budget = budget;
        self
    }

    /// Sets the clock.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Sets when and how often to try again.
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// Limits the time of each call, waits and retries and the body of the answer included.
    pub fn deadline(mut self, span: Duration) -> Self {
        self.deadline = Some(span);
        self
    }

    /// Sets who is told what calls wait for.
    pub fn waits(mut self, waits: Waits) -> Self {
        self.waits = waits;
        self
    }

    /// Sets the `User-Agent`.
    pub fn user_agent(mut self, value: HeaderValue) -> Self {
        self.user_agent = value;
        self
    }

    /// Makes the pipeline.
    #[must_use]
    pub fn build(self) -> Pipeline {
        let Self { site, transport, authorize, budget, clock, retry, deadline, waits, user_agent } = self;
        let open = Open::new();
        Pipeline(Arc::new(Inner {
            site,
            transport,
            authorize,
            budget,
            clock,
            retry,
            deadline,
            user_agent,
            waits,
            open,
        }))
    }
}

impl fmt::Debug for Pipeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pipeline").field("site", &self.0.site).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
