//! What happens to a request that has come to the site.

use std::net::IpAddr;
use std::path::PathBuf;

use bt_sra_catalog::Method as Verb;
use bt_sra_core::Product;
use bytes::Bytes;
use http::header::{ALLOW, HeaderName};
use http::{Method, StatusCode};
use percent_encoding::percent_decode_str;
use serde_json::json;

use crate::answer::{Answer, Errors, Payload, Refusal};
use crate::backup;
use crate::call::Call;
use crate::client_script;
use crate::command;
use crate::command_v2;
use crate::course;
use crate::crud;
use crate::network;
use crate::oauth::{self, ACCOUNTS, Account, TokenRequest};
use crate::paging;
use crate::reporting;
use crate::reporting::record::{self, By};
use crate::reporting_v2;
use crate::route::Shape;
use crate::scenario;
use crate::special;
use crate::store::{flag, text};
use crate::ticket_reply;
use crate::time::Moment;
use crate::unconfirmed;
use crate::validate;
use crate::world::{BASE, Site};

const RATE_LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const RATE_REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");

/// Where the health of the appliance can be seen without a token.
const HEALTH_PATH: &str = "/check_health";

/// A request without its transport.
#[derive(Clone, Debug)]
pub(crate) struct Incoming<'a> {
    pub(crate) method: &'a Method,
    pub(crate) path: &'a str,
    pub(crate) query: &'a str,
    pub(crate) headers: &'a http::HeaderMap,
    pub(crate) body: &'a Bytes,
    pub(crate) origin: &'a str,
    pub(crate) now: Moment,
    /// Where the request comes from.
    pub(crate) peer: IpAddr,
}

/// What came of a request.
#[derive(Debug)]
pub(crate) enum Outcome {
    Answer(Answer),
    /// The `btapi` executable is to be packed for this platform, which takes a while.
    Pack(PathBuf),
}

impl From<Answer> for Outcome {
    fn from(answer: Answer) -> Self {
        Self::Answer(answer)
    }
}

impl Site {
    /// Answers a request.
    pub(crate) fn answer(&mut self, incoming: &Incoming<'_>) -> Outcome {
        scenario::run(self, incoming.now);
        course::settle(self, incoming.now);
        for account in &mut self.accounts {
            account.unlock(&mut self.store, incoming.now);
        }
        if incoming.path == oauth::TOKEN_PATH {
            return self.token(incoming).into();
        }
        if incoming.path == "/get_mech_list" {
            return self.told(self.mechanisms(incoming), None).into();
        }
        if let Some(platform) = incoming.path.strip_prefix(BASE).and_then(|path| path.strip_prefix("/cli/")) {
            return self.cli(incoming, platform);
        }
        if incoming.path == HEALTH_PATH {
            // No account asks: there is nothing to tell about its limits.
            return self.health(incoming).into();
        }
        if client_script::PATHS.contains(&incoming.path) {
            let answer = client_script::answer(self, incoming.method, incoming.path, incoming.query);
            return self.told(answer, None).into();
        }
        if let Some(key) = ticket_reply::key(incoming.path) {
            let sent = ticket_reply::Sent {
                method: incoming.method,
                headers: incoming.headers,
                body: incoming.body,
                now: incoming.now.second,
            };
            return ticket_reply::answer(self, key, &sent).into();
        }
        let schema = incoming.path == command::schema::PATH;
        if schema && !unconfirmed::SCHEMA_NEEDS_TOKEN {
            return self.told(command::schema::serve(self, incoming.method), None).into();
        }
        let reports = incoming.path == reporting::schema::PATH;
        if reports && !unconfirmed::reporting::SCHEMA_NEEDS_TOKEN {
            return self.told(reporting::schema::serve(self, incoming.method), None).into();
        }
        let Some(index) = self.bearer(incoming) else {
            return self.told(oauth::access_denied(), None).into();
        };
        if self.is_restricted(index, incoming) {
            return self.told(oauth::restricted(), Some(index)).into();
        }
        if self.over_limit(index, incoming.now) {
            return self.told(over_limit(), Some(index)).into();
        }
        // Recorded of that version: it tells nothing about limits.
        let silent = incoming.path == command::PATH && command::profile(self).is_old();
        let silent = silent && !unconfirmed::OLD_SITES_TELL_LIMITS;
        let answer = match incoming.path {
            _ if schema => command::schema::serve(self, incoming.method),
            _ if reports => reporting::schema::serve(self, incoming.method),
            command::PATH => {
                let answer = self.command(incoming, index);
                self.acted(incoming, index, &answer);
                answer
            }
            reporting::PATH => self.report(incoming, index),
            path if backup::PATHS.contains(&path) => {
                let account = self.accounts.get(index).map(|account| account.id).unwrap_or_default();
                backup::answer(self, &backup::Sent { method: incoming.method, body: incoming.body, account })
            }
            path if path.starts_with(reporting_v2::BASE) => {
                let sent = reporting_v2::Sent {
                    method: incoming.method,
                    path: path.strip_prefix(reporting_v2::BASE).unwrap_or_default(),
                    query: incoming.query,
                    body: incoming.body,
                    account: self.accounts.get(index).map(|account| account.id).unwrap_or_default(),
                };
                let answer = reporting_v2::answer(self, &sent);
                self.done(incoming, index, &answer, unconfirmed::reporting::SYSLOG_DUPLICATES);
                answer
            }
            path if path.starts_with(command_v2::BASE) => {
                let answer = self.command_v2(incoming, index);
                self.done(incoming, index, &answer, unconfirmed::reporting::SYSLOG_COMMAND);
                answer
            }
            _ => self.authorized(incoming, index).unwrap_or_else(Answer::from),
        };
        if silent { answer.into() } else { self.told(answer, Some(index)).into() }
    }

    /// Notes what was changed through one of the JSON APIs beside the Configuration API.
    fn done(&mut self, incoming: &Incoming<'_>, index: usize, answer: &Answer, event: &str) {
        if incoming.method.is_safe() || !answer.status.is_success() {
            return;
        }
        let fields = vec![
            ("method".to_owned(), incoming.method.to_string()),
            ("path".to_owned(), incoming.path.to_owned()),
        ];
        self.note(incoming, index, event, fields);
    }

    /// Notes an action of the XML API that has changed something: its errors have the status 200.
    fn acted(&mut self, incoming: &Incoming<'_>, index: usize, answer: &Answer) {
        let Payload::Text { bytes, .. } = &answer.payload else {
            return;
        };
        let mut all = oauth::form(incoming.query.as_bytes());
        all.extend(oauth::form(incoming.body));
        let action = all.iter().rev().find(|(name, _)| name == "action").map(|(_, value)| value.clone());
        let reads = |action: &String| action.starts_with("get_") || action.starts_with("check_");
        let Some(action) = action.filter(|action| !reads(action) && answer.status.is_success()) else {
            return;
        };
        if !String::from_utf8_lossy(bytes).contains("<error") {
            let about = all.into_iter().filter(|(name, _)| matches!(name.as_str(), "lsid" | "queue_id"));
            let fields = std::iter::once(("action".to_owned(), action)).chain(about).collect();
            self.note(incoming, index, unconfirmed::reporting::SYSLOG_COMMAND, fields);
        }
    }

    fn note(&mut self, incoming: &Incoming<'_>, index: usize, event: &str, fields: Vec<(String, String)>) {
        let account = self.accounts.get(index).map(|account| account.id).unwrap_or_default();
        let address = incoming.peer.to_string();
        let by = By { at: incoming.now.second, account, address: &address };
        record::note(self, by, event.to_owned(), fields, None);
    }

    fn command(&mut self, incoming: &Incoming<'_>, index: usize) -> Answer {
        let sent = command::Sent {
            method: incoming.method,
            headers: incoming.headers,
            query: incoming.query,
            body: incoming.body,
            account: self.accounts.get(index).map(|account| account.id).unwrap_or_default(),
            now: incoming.now,
            origin: incoming.origin,
        };
        command::answer(self, &sent)
    }

    fn report(&mut self, incoming: &Incoming<'_>, index: usize) -> Answer {
        let sent = reporting::Sent {
            method: incoming.method,
            headers: incoming.headers,
            query: incoming.query,
            body: incoming.body,
            account: self.accounts.get(index).map(|account| account.id).unwrap_or_default(),
            now: incoming.now,
            origin: incoming.origin,
            address: &incoming.peer.to_string(),
        };
        reporting::answer(self, &sent)
    }

    fn command_v2(&mut self, incoming: &Incoming<'_>, index: usize) -> Answer {
        let sent = command_v2::Sent {
            method: incoming.method,
            path: incoming.path.strip_prefix(command_v2::BASE).unwrap_or_default(),
            headers: incoming.headers,
            query: incoming.query,
            body: incoming.body,
            account: self.accounts.get(index).map(|account| account.id).unwrap_or_default(),
            now: incoming.now,
        };
        command_v2::answer(self, &sent)
    }

    /// What monitors ask without a token.
    fn health(&self, incoming: &Incoming<'_>) -> Answer {
        if !matches!(*incoming.method, Method::GET | Method::HEAD) {
            return Refusal::Method("GET,HEAD".to_owned()).into();
        }
        let (status, text) = match self.live.appliances.trouble {
            None => (StatusCode::OK, unconfirmed::HEALTHY),
            Some(_) => (StatusCode::INTERNAL_SERVER_ERROR, unconfirmed::UNHEALTHY),
        };
        let bytes = Bytes::from_static(text.as_bytes());
        Answer::new(status, Payload::Text { media: "text/plain; charset=UTF-8", bytes })
    }

    fn token(&mut self, incoming: &Incoming<'_>) -> Answer {
        if incoming.method != Method::POST {
            return self.told(oauth::other_method(incoming.method), None);
        }
        let request = TokenRequest::read(incoming.headers, incoming.body);
        let named = request.account(&mut self.accounts).map(|account| account.id);
        let index = self.accounts.iter().position(|account| Some(account.id) == named);
        if let Some(index) = index
            && unconfirmed::TOKEN_REQUESTS_COUNT
            && self.over_limit(index, incoming.now)
        {
            return self.told(over_limit(), Some(index));
        }
        if let Some(index) = index
            && self.is_restricted(index, incoming)
        {
            return self.told(oauth::restricted(), Some(index));
        }
        let account = index.and_then(|index| self.accounts.get_mut(index));
        let (answer, issued) = request.answer(account, &mut self.store, incoming.now);
        self.tokens_issued += u64::from(issued);
        if let Some(index) = index {
            let status = if issued { "success" } else { "failure" };
            let fields = vec![
                ("status".to_owned(), status.to_owned()),
                ("target".to_owned(), unconfirmed::reporting::SYSLOG_API.to_owned()),
            ];
            self.note(incoming, index, "login", fields);
        }
        self.told(answer, index)
    }

    /// What the vendor's own client asks to tell the products apart.
    fn mechanisms(&self, incoming: &Incoming<'_>) -> Answer {
        if !matches!(*incoming.method, Method::GET | Method::HEAD) {
            return Refusal::Method("GET,HEAD".to_owned()).into();
        }
        let product = match self.product {
            Product::Pra => "bpam",
            Product::Rs => unconfirmed::RS_MECH_PRODUCT,
        };
        let list = json!({
            "mechs": ["local"],
            "default_mech": "local",
            "cache": "0",
            "company": unconfirmed::script::SITE_NAME,
            "product": product,
        });
        Answer::json(StatusCode::OK, list)
    }

    /// The vendor's scripts fetch the tool without a token.
    fn cli(&self, incoming: &Incoming<'_>, platform: &str) -> Outcome {
        let answer = match *incoming.method {
            Method::GET | Method::HEAD => match (&self.btapi, special::is_platform(platform)) {
                (Some(path), true) => return Outcome::Pack(path.clone()),
                _ => Refusal::NotFound.into(),
            },
            Method::OPTIONS => Answer::empty(StatusCode::OK).header(ALLOW, "GET,HEAD"),
            _ => Refusal::Method("GET,HEAD".to_owned()).into(),
        };
        self.told(answer, None).into()
    }

    fn bearer(&self, incoming: &Incoming<'_>) -> Option<usize> {
        let token = oauth::bearer(incoming.headers)?;
        let index = self.accounts.iter().position(|account| account.owns(token, incoming.now))?;
        let id = self.accounts.get(index)?.id;
        self.store.row(ACCOUNTS, 0, id).is_some_and(|row| flag(&row, "enabled")).then_some(index)
    }

    /// Gives or takes a permission of an API account. Tells whether there is such an account.
    pub(crate) fn allow(&mut self, id: i64, permission: &str, allowed: bool) -> bool {
        let Some(row) = self.store.row_mut(ACCOUNTS, 0, id) else {
            return false;
        };
        row.insert(permission.to_owned(), json!(allowed));
        // Documented: the tokens of an account that is disabled are invalid at once.
        if permission == "enabled" && !allowed {
            self.accounts.iter_mut().filter(|account| account.id == id).for_each(Account::revoke);
        }
        true
    }

    /// Whether an account may not be used from where the request comes from.
    fn is_restricted(&self, index: usize, incoming: &Incoming<'_>) -> bool {
        let id = self.accounts.get(index).map(|account| account.id).unwrap_or_default();
        let row = self.store.row(ACCOUNTS, 0, id);
        row.is_some_and(|row| !network::admits(text(&row, "ip_addresses"), incoming.peer))
    }

    /// Counts the request; tells whether it is one too many.
    fn over_limit(&mut self, index: usize, now: Moment) -> bool {
        let enforce = self.switches.limits;
        let verdict = self.accounts.get_mut(index).map(|account| account.windows.admit(now.steady, enforce));
        let over = verdict.is_some_and(|verdict| verdict.over);
        self.refused_for_rate += u64::from(over);
        over
    }

    /// Adds what every answer tells about the rate limits.
    pub(crate) fn told(&self, answer: Answer, index: Option<usize>) -> Answer {
        if !self.switches.limits {
            return answer;
        }
        let remaining = index
            .and_then(|index| self.accounts.get(index))
            .map_or(crate::limits::PER_HOUR, |account| account.windows.remaining());
        answer
            .header(RATE_LIMIT, &crate::limits::PER_HOUR.to_string())
            .header(RATE_REMAINING, &remaining.to_string())
    }

    fn authorized(&mut self, incoming: &Incoming<'_>, index: usize) -> Result<Answer, Refusal> {
        let account = self.accounts.get(index).map(|account| account.id).unwrap_or_default();
        let path = incoming.path.strip_prefix(BASE).ok_or(Refusal::NotFound)?;
        self.permit(account, path)?;
        let path = percent_decode_str(path).decode_utf8().map_err(|_| Refusal::NotFound)?;
        let found = self.router.find(&path).ok_or(Refusal::NotFound)?;
        let verb = match *incoming.method {
            Method::GET | Method::HEAD => Verb::Get,
            Method::POST => Verb::Post,
            Method::PATCH => Verb::Patch,
            Method::DELETE => Verb::Delete,
            Method::OPTIONS => return Ok(Answer::empty(StatusCode::OK).header(ALLOW, &found.route.allow())),
            _ => return Err(Refusal::Method(found.route.allow())),
        };
        let Some(operation) = found.route.operation(verb) else {
            return Err(Refusal::Method(found.route.allow()));
        };
        let mut call = Call {
            operation,
            params: found.params,
            query: oauth::form(incoming.query.as_bytes()),
            body: incoming.body,
            account,
            now: incoming.now,
            origin: incoming.origin,
            path: incoming.path,
            ids: Vec::new(),
        };
        if let Some(status) = unconfirmed::SYNC_REFUSES_CONFIGURATION
            && verb != Verb::Get
            && self.live.appliances.is_swapping()
        {
            return Err(Refusal::Status(status, unconfirmed::SYNC_UNDER_WAY.to_owned()));
        }
        self.parameters(&call)?;
        call.resolve(self)?;
        let answer = match special::find(operation) {
            Some(special) => special(self, &call),
            None => crud::run(self, &call),
        };
        if verb != Verb::Get {
            course::changed(self, &path);
        }
        if verb != Verb::Get
            && let Ok(answer) = &answer
        {
            let address = incoming.peer.to_string();
            let by = By { at: incoming.now.second, account, address: &address };
            record::operation(self, by, operation, &call.ids, incoming.body, answer);
        }
        answer.map(|answer| call.located(answer))
    }

    fn permit(&self, account: i64, path: &str) -> Result<(), Refusal> {
        let row = self.store.row(ACCOUNTS, 0, account);
        let has = |name| row.as_ref().is_some_and(|row| flag(row, name));
        let vault = path == "/vault" || path.starts_with("/vault/");
        if has("perm_configuration") && (!vault || has("perm_configuration_vault_account")) {
            return Ok(());
        }
        Err(Refusal::Status(StatusCode::FORBIDDEN, unconfirmed::FORBIDDEN_MESSAGE.to_owned()))
    }

    fn parameters(&self, call: &Call<'_>) -> Result<(), Refusal> {
        let list = self.router.shape(call.operation) == Shape::List;
        let mut unknown = Vec::new();
        let mut errors = Errors::default();
        for (name, value) in &call.query {
            // Paging is checked where the pages are made. A list that has none knows no such
            // parameters.
            if paging::is_paging(name) && list && (call.operation.paged || !self.switches.strict) {
                continue;
            }
            match call.operation.query.iter().find(|param| param.name == *name) {
                Some(param) => validate::parameter(name, &param.schema, value, &mut errors),
                None if self.switches.strict => unknown.push(name.clone()),
                None => {}
            }
        }
        if !unknown.is_empty() {
            return Err(Refusal::Unknown(unknown));
        }
        errors.into_result()
    }
}

fn over_limit() -> Answer {
    let answer = Answer::message(unconfirmed::OVER_LIMIT_STATUS, unconfirmed::OVER_LIMIT_MESSAGE);
    match unconfirmed::OVER_LIMIT_RETRY_AFTER {
        Some(after) => answer.header(http::header::RETRY_AFTER, after),
        None => answer,
    }
}
