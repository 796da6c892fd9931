//! OAuth2 client credentials, with one token for everybody.

use std::fmt;
use std::sync::Arc;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use bt_sra_core::{Clock, Error, ErrorKind, ExposeSecret, Result, SecretString, Site, SystemClock};
use bt_sra_transport::{
    Authorization, Authorize, CallOptions, Operation, Pipeline, RateBudget, Repeat, RetryPolicy, Transport,
    Unlimited, Wait, Waits, accept,
};
use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use http::{Method, Request, StatusCode};
use serde::Deserialize;

use crate::{ClientCredentials, Flight, MemoryTokens, Token, TokenKey, TokenState, TokenStore};

/// The call for a token. A second one does no harm but to the 30 tokens an account may have.
static TOKEN: Operation = Operation::new("token", "/oauth2/token", Repeat::Safe);

/// How long before its end a token is no longer used; half its life, if that is less.
const MARGIN: Duration = Duration::from_secs(60);

/// No token is believed to last longer than this: a stored one that does was stored by a clock
/// that has been set back since.
const LONGEST: Duration = Duration::from_secs(24 * 3600);

/// What a token lasts, where the appliance does not say.
const LIFETIME: u64 = 3600;

/// How long a refusal of id or secret is remembered: a fleet that boots with a wrong secret must
/// not lock the account out.
const REFUSAL: Duration = Duration::from_secs(60);

/// How much of the answer is read.
const ANSWER_LIMIT: usize = 64 * 1024;

/// Gets tokens for an API account, and uses each as long as it lasts. Clones share everything.
#[derive(Clone)]
pub struct OAuth(Arc<Inner>);

struct Inner {
    pipeline: Pipeline,
    key: TokenKey,
    credentials: ClientCredentials,
    store: Arc<dyn TokenStore>,
    clock: Arc<dyn Clock>,
    waits: Waits,
    /// The last token seen: what the store would answer, as long as it is fresh and was not
    /// refused, without asking it.
    last: Mutex<Option<(Token, Authorization)>>,
}

/// Makes an [`OAuth`].
#[derive(Clone, Debug)]
#[must_use]
pub struct OAuthBuilder {
    site: Site,
    credentials: ClientCredentials,
    transport: Arc<dyn Transport>,
    store: Option<Arc<dyn TokenStore>>,
    budget: Arc<dyn RateBudget>,
    clock: Arc<dyn Clock>,
    retry: RetryPolicy,
    waits: Waits,
    user_agent: Option<HeaderValue>,
}

impl OAuth {
    /// Starts from: tokens in memory, no rate limit.
    pub fn builder(
        site: Site,
        credentials: ClientCredentials,
        transport: Arc<dyn Transport>,
    ) -> OAuthBuilder {
        OAuthBuilder {
            site,
            credentials,
            transport,
            store: None,
            budget: Arc::new(Unlimited),
            clock: Arc::new(SystemClock),
            retry: RetryPolicy::default(),
            waits: Waits::default(),
            user_agent: None,
        }
    }
}

impl OAuthBuilder {
    /// Sets where tokens are kept.
    pub fn store(mut self, store: Arc<dyn TokenStore>) -> Self {
        self.store = Some(store);
        self
    }

    /// Sets who keeps the rate limits: token requests count like any other.
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

    /// Sets who is told what fetching a token waits for.
    pub fn waits(mut self, waits: Waits) -> Self {
        self.waits = waits;
        self
    }

    /// Sets the `User-Agent`.
    pub fn user_agent(mut self, value: HeaderValue) -> Self {
        self.user_agent = Some(value);
        self
    }

    /// Makes it. Nothing is sent before the first call.
    #[must_use]
    pub fn build(self) -> OAuth {
        let key = self.credentials.key(&self.site);
        let mut pipeline = Pipeline::builder(self.site, self.transport)
            .budget(self.budget)
            .clock(Arc::clone(&self.clock))
            .retry(self.retry)
            .waits(self.waits.clone());
        if let Some(value) = self.user_agent {
            pipeline = pipeline.user_agent(value);
        }
        let pipeline = pipeline.build();
        OAuth(Arc::new(Inner {
            pipeline,
            key,
            credentials: self.credentials,
            store: self.store.unwrap_or_else(|| Arc::new(MemoryTokens::default())),
            clock: self.clock,
            waits: self.waits,
            last: Mutex::new(None),
        }))
    }
}

#[async_trait]
impl Authorize for OAuth {
    async fn authorize(&self) -> Result<Option<Authorization>> {
        let inner = &*self.0;
        if let Some(authorization) = inner.remembered() {
            return Ok(Some(authorization));
        }
        if let Some(token) = inner.kept().await? {
            return inner.remember(token).map(Some);
        }
        let _flight = inner.turn().await?;
        // Somebody else may have fetched one, or have been refused, while we waited.
        let token = match inner.kept().await? {
            Some(token) => token,
            None => inner.fetch().await?,
        };
        inner.remember(token).map(Some)
    }

    async fn refused(&self, used: &Authorization) -> Result<()> {
        let inner = &*self.0;
        let Some(used) = bearer_token(used) else { return Ok(()) };
        {
            let mut last = inner.last.lock().unwrap_or_else(PoisonError::into_inner);
            if last.as_ref().is_some_and(|(token, _)| token.is(&used)) {
                *last = None;
            }
        }
        let _flight = inner.turn().await?;
        match inner.store.load(&inner.key).await? {
            TokenState::Token(token) if token.is(&used) => {
                inner.store.save(&inner.key, TokenState::Empty).await
            }
            // Somebody else has put another in its place already.
            _ => Ok(()),
        }
    }
}

impl Inner {
    /// Waits until nobody else fetches a token.
    async fn turn(&self) -> Result<Flight> {
        self.waits.during(Wait::TokenOfAnother, self.store.begin(&self.key)).await
    }

    fn remembered(&self) -> Option<Authorization> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let (token, authorization) = last.as_ref()?;
        self.is_fresh(token).then(|| authorization.clone())
    }

    fn remember(&self, token: Token) -> Result<Authorization> {
        let authorization = Authorization::new(bearer(&token)?, token.fresh_until());
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some((token, authorization.clone()));
        Ok(authorization)
    }

    fn is_fresh(&self, token: &Token) -> bool {
        let now = self.clock.now();
        token.fresh_until() > now && token.fresh_until() <= now.saturating_add(LONGEST)
    }

    /// Returns the stored token if it is fresh.
    async fn kept(&self) -> Result<Option<Token>> {
        match self.store.load(&self.key).await? {
            TokenState::Token(token) if self.is_fresh(&token) && bearer(&token).is_ok() => Ok(Some(token)),
            // A refusal that lies further ahead comes from a clock that has been set back since.
            TokenState::Refused(until)
                if self.clock.now() < until && until <= self.clock.now().saturating_add(REFUSAL) =>
            {
                Err(refused_before())
            }
            _ => Ok(None),
        }
    }

    async fn fetch(&self) -> Result<Token> {
        let asked = self.clock.now();
        match self.ask().await {
            Ok(answer) => {
                let lifetime = answer.expires_in.filter(|seconds| *seconds > 0).unwrap_or(LIFETIME);
                let lifetime = Duration::from_secs(lifetime).min(LONGEST);
                let used = lifetime.saturating_sub(MARGIN.min(lifetime / 2));
                let token = Token::new(answer.access_token, asked.saturating_add(used));
                bearer(&token)?;
                self.keep(TokenState::Token(token.clone())).await;
                Ok(token)
            }
            Err(error) => {
                if error.kind() == ErrorKind::Credentials {
                    let until = self.clock.now().saturating_add(REFUSAL);
                    self.keep(TokenState::Refused(until)).await;
                }
                Err(error)
            }
        }
    }

    /// Stores what is known. A store that fails costs the others a token, not this call its own.
    async fn keep(&self, state: TokenState) {
        if let Err(error) = self.store.save(&self.key, state).await {
            tracing::warn!(%error, "the token could not be stored");
        }
    }

    async fn ask(&self) -> Result<Answer> {
        let mut basic = HeaderValue::from_str(self.credentials.basic().expose_secret()).map_err(|_| {
            Error::new(ErrorKind::Config, "the client id or secret holds characters that cannot be sent")
        })?;
        basic.set_sensitive(true);
        let request = Request::builder()
            .method(Method::POST)
            .uri(&*TOKEN.path)
            .header(AUTHORIZATION, basic)
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Bytes::from_static(b"grant_type=client_credentials"))
            .map_err(|source| {
                Error::new(ErrorKind::InvalidRequest, "no token request").with_source(source)
            })?;
        let response = self.pipeline.call(&TOKEN, request, &CallOptions::default()).await?;
        let response = match accept(response).await {
            Ok(response) => response,
            Err(error) => return Err(credentials_error(error)),
        };
        let bytes = response.into_body().collect(ANSWER_LIMIT).await?;
        // The parser's own words could repeat a part of the token.
        serde_json::from_slice(&bytes).map_err(|_| {
            Error::new(ErrorKind::Decode, "the answer of the token endpoint is not understood")
                .with_operation("token")
        })
    }
}

/// Returns the header value of a token.
fn bearer(token: &Token) -> Result<HeaderValue> {
    let refuse = |why| Error::new(ErrorKind::Decode, why).with_operation("token");
    if token.value().expose_secret().is_empty() {
        return Err(refuse("the appliance answered an empty token"));
    }
    let value = SecretString::from(format!("Bearer {}", token.value().expose_secret()));
    HeaderValue::from_str(value.expose_secret())
        .map_err(|_| refuse("the appliance answered a token with characters that cannot be sent"))
}

/// What the token endpoint answers. The lifetime comes as a number, or as a text of digits.
#[derive(Deserialize)]
struct Answer {
    access_token: SecretText,
    #[serde(default, deserialize_with = "seconds")]
    expires_in: Option<u64>,
}

/// A text that goes into a secret at once.
struct SecretText(SecretString);

impl<'de> Deserialize<'de> for SecretText {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(text.into()))
    }
}

impl From<SecretText> for SecretString {
    fn from(text: SecretText) -> Self {
        text.0
    }
}

fn seconds<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Seconds {
        Number(u64),
        Text(String),
    }
    Ok(match Option::<Seconds>::deserialize(deserializer)? {
        Some(Seconds::Number(number)) => Some(number),
        Some(Seconds::Text(text)) => text.trim().parse().ok(),
        None => None,
    })
}

/// Sorts out the refusals that are about id and secret.
fn credentials_error(error: Error) -> Error {
    let refused = matches!(
        error.status(),
        Some(StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN)
    ) || error.kind() == ErrorKind::Credentials;
    if !refused {
        return error.with_operation("token");
    }
    let fresh = Error::new(ErrorKind::Credentials, "the appliance refuses the client id or the secret")
        .with_operation("token");
    let fresh = match error.status() {
        Some(status) => fresh.with_status(status),
        None => fresh,
    };
    match error.appliance_message() {
        Some(message) => fresh.with_appliance_message(message),
        None => fresh,
    }
}

fn refused_before() -> Error {
    Error::new(
        ErrorKind::Credentials,
        "the appliance refused the client id or the secret less than a minute ago; not tried again, \
         so that the account is not locked",
    )
    .with_operation("token")
}

fn bearer_token(authorization: &Authorization) -> Option<SecretString> {
    let text = authorization.value().to_str().ok()?;
    text.strip_prefix("Bearer ").map(SecretString::from)
}

impl fmt::Debug for OAuth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OAuth").field("credentials", &self.0.credentials).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
