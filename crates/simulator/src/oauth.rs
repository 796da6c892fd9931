//! API accounts, the token endpoint, and who a bearer token belongs to.

pub(crate) mod saved;

use std::collections::VecDeque;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{ALLOW, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, Method, StatusCode};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::limits::Windows;
use crate::random;
use crate::store::{Record, Store, flag};
use crate::time::Moment;
use crate::unconfirmed;

/// Where tokens are to be had.
pub(crate) const TOKEN_PATH: &str = "/oauth2/token";

/// The table whose rows describe the accounts.
pub(crate) const ACCOUNTS: &str = "/api-account";

/// How many tokens of an account live at a time.
pub(crate) const MOST_TOKENS: usize = 30;

/// How long a token lives.
pub(crate) const TOKEN_LIFE: Duration = Duration::from_secs(3600);

/// The secret side of an API account; the rest is its row in the table.
#[derive(Debug)]
pub(crate) struct Account {
    /// The id of its row.
    pub(crate) id: i64,
    pub(crate) client_id: String,
    pub(crate) secret: String,
    pub(crate) windows: Windows,
    tokens: VecDeque<Token>,
    failures: u32,
    locked_until: Option<Duration>,
}

#[derive(Debug)]
struct Token {
    value: String,
    dies: Duration,
}

impl Account {
    pub(crate) fn new(id: i64, client_id: String) -> Self {
        Self {
            id,
            client_id,
            secret: random::secret(),
            windows: Windows::default(),
            tokens: VecDeque::new(),
            failures: 0,
            locked_until: None,
        }
    }

    /// Whether the token lives and is this account's.
    pub(crate) fn owns(&self, token: &str, now: Moment) -> bool {
        self.tokens.iter().any(|own| own.value == token && own.dies > now.steady)
    }

    /// Kills all tokens.
    pub(crate) fn revoke(&mut self) {
        self.tokens.clear();
    }

    /// Takes a new secret, which kills all tokens.
    pub(crate) fn regenerate(&mut self) {
        self.secret = random::secret();
        self.revoke();
    }

    pub(crate) fn live_tokens(&self, now: Moment) -> usize {
        self.tokens.iter().filter(|token| token.dies > now.steady).count()
    }

    /// Issues tokens that somebody else takes.
    pub(crate) fn lose(&mut self, count: usize, now: Moment) {
        for _ in 0..count {
            self.issue(now);
        }
    }

    fn issue(&mut self, now: Moment) -> String {
        self.tokens.retain(|token| token.dies > now.steady);
        // The 31st invalidates the oldest, without an error.
        while self.tokens.len() >= MOST_TOKENS {
            self.tokens.pop_front();
        }
        let value = random::token();
        self.tokens.push_back(Token { value: value.clone(), dies: now.steady.saturating_add(TOKEN_LIFE) });
        value
    }

    /// Whether the account is locked; a lock that has run out is taken off.
    fn locked(&mut self, now: Moment) -> bool {
        match self.locked_until {
            Some(until) if now.steady < until => true,
            Some(_) => {
                self.locked_until = None;
                self.failures = 0;
                false
            }
            None => false,
        }
    }

    /// Takes off a lock that has run out, and shows it.
    pub(crate) fn unlock(&mut self, store: &mut Store, now: Moment) {
        if self.locked_until.is_some()
            && !self.locked(now)
            && let Some(row) = store.row_mut(ACCOUNTS, 0, self.id)
        {
            self.show(row, now);
        }
    }

    fn fail(&mut self, now: Moment) {
        self.failures = self.failures.saturating_add(1);
        if self.failures >= unconfirmed::LOCK_OUT_AFTER {
            self.locked_until = Some(now.steady.saturating_add(unconfirmed::LOCK_OUT_FOR));
        }
    }

    /// Writes the state of the lock-out into the account's row.
    fn show(&self, row: &mut Record, now: Moment) {
        row.insert("failed_login_attempts".to_owned(), json!(self.failures));
        let until = self.locked_until.map(|until| now.after(until.saturating_sub(now.steady)));
        row.insert("failed_login_expiration".to_owned(), json!(until.unwrap_or_default()));
    }
}

/// A request for a token.
#[derive(Debug)]
pub(crate) struct TokenRequest {
    grant_type: Option<String>,
    /// Id and secret, as the ways of reading them say, the likeliest first.
    credentials: Vec<(String, String)>,
}

impl TokenRequest {
    pub(crate) fn read(headers: &HeaderMap, body: &Bytes) -> Self {
        let mut fields = form(body);
        let json = headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|media| media.starts_with("application/json"));
        if json && unconfirmed::TOKEN_TAKES_JSON {
            fields = members(body);
        }
        let field = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
        let mut credentials = basic(headers);
        if credentials.is_empty()
            && let (Some(id), Some(secret)) = (field("client_id"), field("client_secret"))
        {
            credentials.push((id, secret));
        }
        Self { grant_type: field("grant_type"), credentials }
    }

    /// Finds the account that the request names, whether its secret is right or not.
    pub(crate) fn account<'a>(&self, accounts: &'a mut [Account]) -> Option<&'a mut Account> {
        accounts.iter_mut().find(|account| self.credentials.iter().any(|(id, _)| *id == account.client_id))
    }

    /// Grants or refuses a token. The flag says whether one was issued.
    pub(crate) fn answer(
        &self,
        account: Option<&mut Account>,
        store: &mut Store,
        now: Moment,
    ) -> (Answer, bool) {
        if self.credentials.is_empty() {
            let (status, error) = unconfirmed::NO_CREDENTIALS;
            return (refused(status, error, "The request has no client credentials."), false);
        }
        match self.grant_type.as_deref() {
            Some("client_credentials") => {}
            Some(_) => {
                let message = "The authorization grant type is not supported by the authorization server.";
                return (refused(StatusCode::BAD_REQUEST, "unsupported_grant_type", message), false);
            }
            None => {
                let message = "The request has no grant type.";
                return (refused(StatusCode::BAD_REQUEST, "invalid_request", message), false);
            }
        }
        let Some(account) = account else {
            return (invalid_client(), false);
        };
        let enabled = store.row(ACCOUNTS, 0, account.id).is_some_and(|row| flag(&row, "enabled"));
        let right =
            self.credentials.iter().any(|(id, secret)| *id == account.client_id && *secret == account.secret);
        let locked = account.locked(now);
        let granted = enabled && right && !locked;
        if granted {
            account.failures = 0;
        } else if !locked {
            account.fail(now);
        }
        if let Some(row) = store.row_mut(ACCOUNTS, 0, account.id) {
            account.show(row, now);
        }
        if !granted {
            return (invalid_client(), false);
        }
        let token = json!({
            "access_token": account.issue(now),
            "token_type": "Bearer",
            "expires_in": TOKEN_LIFE.as_secs(),
        });
        (Answer::json(StatusCode::OK, token), true)
    }
}

/// The answer to any method but POST at the token endpoint.
pub(crate) fn other_method(method: &Method) -> Answer {
    if method == Method::OPTIONS {
        return Answer::empty(StatusCode::OK).header(ALLOW, "POST");
    }
    Answer::message(StatusCode::METHOD_NOT_ALLOWED, unconfirmed::METHOD_MESSAGE).header(ALLOW, "POST")
}

/// The answer to a missing, unknown or expired token.
pub(crate) fn access_denied() -> Answer {
    let message = "The resource owner or authorization server denied the request.";
    refused(StatusCode::UNAUTHORIZED, "access_denied", message)
}

/// The answer to an account that comes from where it must not.
pub(crate) fn restricted() -> Answer {
    let (status, error) = unconfirmed::RESTRICTED;
    refused(status, error, "The resource owner or authorization server denied the request.")
}

/// Takes the bearer token out of the headers.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

/// Reads `application/x-www-form-urlencoded`; queries have the same form.
pub(crate) fn form(bytes: &[u8]) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(bytes);
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
        .collect()
}

fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

fn members(body: &[u8]) -> Vec<(String, String)> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(members)) => members
            .into_iter()
            .filter_map(|(name, value)| value.as_str().map(|value| (name, value.to_owned())))
            .collect(),
        _ => Vec::new(),
    }
}

fn basic(headers: &HeaderMap) -> Vec<(String, String)> {
    let pair = || {
        let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
        let (scheme, encoded) = value.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("basic") {
            return None;
        }
        let text = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
        let (id, secret) = text.split_once(':')?;
        Some((id.to_owned(), secret.to_owned()))
    };
    let Some((id, secret)) = pair() else {
        return Vec::new();
    };
    let mut readings = vec![(id.clone(), secret.clone())];
    if unconfirmed::TOKEN_TAKES_ENCODED_BASIC {
        readings.push((decode(&id), decode(&secret)));
    }
    readings
}

fn invalid_client() -> Answer {
    refused(StatusCode::UNAUTHORIZED, "invalid_client", "Client authentication failed.")
}

fn refused(status: StatusCode, error: &str, message: &str) -> Answer {
    Answer::json(status, json!({ "error": error, "message": message }))
}
