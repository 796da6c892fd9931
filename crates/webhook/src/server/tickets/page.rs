//! The page on which people decide.
//!
//! It works without scripts, by mouse and by keyboard. Who sees it has logged in with a token; a
//! page of somebody else can neither read it nor send its forms: the host of every request and the
//! origin of every form are checked, the cookie stays at home (`SameSite=Strict`), and each form
//! has a token of its own.

mod html;
mod sessions;

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::response::Response;
use bt_sra_core::{Clock, Error, ErrorKind, ExposeSecret, Result, SecretString, SystemClock};
use http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, COOKIE, HOST, LOCATION, ORIGIN};
use http::header::{REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderMap, HeaderValue, Method, StatusCode};

use self::sessions::{Session, Sessions};
use super::super::gate::is_same;
use super::super::listener::Peer;
use super::super::request::{Incoming, read};
use super::super::{Listener, Notice, NoticeKind, Observer, Quiet};
use super::ManualApprover;
use super::random::random;
use crate::{Decision, Fields, Verdict};

/// The shortest token: what is shorter can be guessed.
const SHORTEST: usize = 16;

/// The longest body of a form.
const BODY: usize = 16 * 1024;

/// The longest message.
const MESSAGE: usize = 1000;

/// How long somebody with a wrong token waits for the answer.
const PENALTY: Duration = Duration::from_secs(1);

/// Nothing but our own style, forms that come back here, and the icon, which is empty.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Serves the requests of a [`ManualApprover`] as a page with Allow and Deny.
#[derive(Clone, Debug)]
pub struct Page {
    approver: ManualApprover,
    token: SecretString,
    /// The names that were given; something else may end TLS for them.
    given: BTreeSet<String>,
    observer: Arc<dyn Observer>,
    clock: Arc<dyn Clock>,
}

impl Page {
    /// Makes the page. Whoever knows `token` may decide.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] for a token of less than 16 letters.
    pub fn new(approver: ManualApprover, token: SecretString) -> Result<Self> {
        if token.expose_secret().chars().count() < SHORTEST {
            let what = format!("the token of the page must have {SHORTEST} letters or more");
            return Err(Error::new(ErrorKind::Config, what));
        }
        let (observer, clock) = (Arc::new(Quiet), Arc::new(SystemClock));
        Ok(Self { approver, token, given: BTreeSet::new(), observer, clock })
    }

    /// Makes a token that nobody can guess.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] if the system has no random numbers.
    pub fn random_token() -> Result<SecretString> {
        random().map(Into::into)
    }

    /// Answers to this name too, as `host` or `host:port`, also where something else ends TLS for it.
    /// An address of loopback is known by its usual names.
    #[must_use]
    pub fn host(mut self, name: impl Into<String>) -> Self {
        self.given.insert(name.into().to_ascii_lowercase());
        self
    }

    /// Sets who hears of those who log in.
    #[must_use]
    pub fn observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observer = observer;
        self
    }

    /// Sets the clock.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Serves until `stop` is there.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] if serving ends otherwise.
    pub async fn serve(
        self,
        listener: Listener,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Result<()> {
        let own = names(listener.address(), listener.scheme());
        let app = App { scheme: listener.scheme(), own, page: self, sessions: Mutex::default() };
        let router = Router::new().fallback(receive).with_state(Arc::new(app));
        let service = router.into_make_service_with_connect_info::<Peer>();
        let served = axum::serve(listener, service).with_graceful_shutdown(stop).await;
        served.map_err(|source| Error::new(ErrorKind::Io, "serving has ended").with_source(source))
    }
}

/// Returns the names of an address, as browsers send them.
fn names(address: SocketAddr, scheme: &str) -> BTreeSet<String> {
    let ip = |ip: IpAddr| match ip {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    };
    let mut hosts = vec![ip(address.ip())];
    if address.ip().is_loopback() {
        hosts.extend([
            ip(Ipv4Addr::LOCALHOST.into()),
            ip(Ipv6Addr::LOCALHOST.into()),
            "localhost".to_owned(),
        ]);
    }
    let port = address.port();
    let mut names: BTreeSet<String> = hosts.iter().map(|host| format!("{host}:{port}")).collect();
    if port == if scheme == "https" { 443 } else { 80 } {
        names.extend(hosts);
    }
    names
}

#[derive(Debug)]
struct App {
    page: Page,
    scheme: &'static str,
    /// The names of the address.
    own: BTreeSet<String>,
    sessions: Mutex<Sessions>,
}

async fn receive(
    State(app): State<Arc<App>>,
    ConnectInfo(peer): ConnectInfo<Peer>,
    request: Request,
) -> Response {
    app.receive(&peer, request).await
}

impl App {
    async fn receive(&self, peer: &Peer, request: Request) -> Response {
        let (parts, body) = request.into_parts();
        // A name that leads here without being ours is a trap for browsers.
        let host = header(&parts.headers, HOST.as_str()).map(str::to_ascii_lowercase);
        if !host.is_some_and(|host| self.own.contains(&host) || self.page.given.contains(&host)) {
            return self.plain(StatusCode::MISDIRECTED_REQUEST, "This page is not known by that name.\n");
        }
        let session = self.session(&parts.headers);
        match (&parts.method, parts.uri.path()) {
            (&Method::GET, "/style.css") => {
                let mut response = self.plain(StatusCode::OK, html::STYLE);
                response
                    .headers_mut()
                    .insert(CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8"));
                response
            }
            (&Method::GET, "/") => match session {
                Some(session) => self.list(&session),
                None => self.html(StatusCode::OK, &html::login(None)),
            },
            (&Method::POST, path @ ("/login" | "/decide" | "/logout")) => {
                if !self.is_from_here(&parts.headers) {
                    return self.plain(StatusCode::FORBIDDEN, "This form comes from somewhere else.\n");
                }
                let Incoming::Whole(body) = read(body, BODY).await else {
                    return self.plain(StatusCode::PAYLOAD_TOO_LARGE, "That is too much.\n");
                };
                let _busy = peer.busy();
                let Ok(form) = Fields::from_form(&body) else {
                    return self.plain(StatusCode::BAD_REQUEST, "This form cannot be read.\n");
                };
                match (path, session) {
                    ("/login", _) => self.login(peer.address, &parts.headers, &form).await,
                    (_, None) => self.html(StatusCode::FORBIDDEN, &html::login(Some("Please log in again."))),
                    ("/decide", Some(session)) => self.decide(&session, &form),
                    (_, Some(session)) => self.logout(&session, &parts.headers, &form),
                }
            }
            (_, "/" | "/style.css" | "/login" | "/decide" | "/logout") => {
                self.plain(StatusCode::METHOD_NOT_ALLOWED, "Not so.\n")
            }
            _ => self.plain(StatusCode::NOT_FOUND, "There is nothing here.\n"),
        }
    }

    /// Returns whether a form was sent by this page: browsers say where a form comes from.
    fn is_from_here(&self, headers: &HeaderMap) -> bool {
        let origin = header(headers, ORIGIN.as_str()).and_then(|origin| origin.split_once("://"));
        let is_ours = origin.is_some_and(|(scheme, host)| {
            let host = host.to_ascii_lowercase();
            let is_given = self.page.given.contains(&host) && scheme == "https";
            is_given || scheme == self.scheme && (self.own.contains(&host) || self.page.given.contains(&host))
        });
        let site = header(headers, "sec-fetch-site");
        is_ours && site.is_none_or(|site| site == "same-origin")
    }

    fn list(&self, session: &Session) -> Response {
        let said = self.sessions().said(session);
        let now = self.page.clock.now();
        let waiting = self.page.approver.waiting();
        self.html(
            StatusCode::OK,
            &html::list(&waiting, now, said.as_deref(), |form| session.form_token(form)),
        )
    }

    async fn login(&self, from: IpAddr, headers: &HeaderMap, form: &Fields) -> Response {
        let given = form.get("token").unwrap_or_default().trim();
        if !is_same(given, self.page.token.expose_secret()) {
            self.tell(format!("{from} has tried to log in with a wrong token"));
            self.page.clock.sleep(PENALTY).await;
            return self.html(StatusCode::FORBIDDEN, &html::login(Some("That is not the token.")));
        }
        let Ok((id, session)) = Session::new() else {
            return self.plain(StatusCode::SERVICE_UNAVAILABLE, "There are no random numbers.\n");
        };
        self.tell(format!("{from} has logged in"));
        let now = self.page.clock.monotonic();
        self.sessions().add(session, now);
        let cookie = self.cookie(headers, &format!("{id}; Max-Age={}", sessions::LASTS.as_secs()));
        self.go_home(Some(cookie))
    }

    fn decide(&self, session: &Session, form: &Fields) -> Response {
        let number = form.get("request").unwrap_or_default();
        if !is_same(form.get("form").unwrap_or_default(), &session.form_token(number)) {
            return self.plain(StatusCode::FORBIDDEN, "This form is not of this page; load it again.\n");
        }
        let decision = match form.get("response") {
            Some("allow") => Decision::allow(),
            Some("deny") => Decision::deny(),
            _ => return self.plain(StatusCode::BAD_REQUEST, "Neither Allow nor Deny was pressed.\n"),
        };
        let message: String = form.get("message").unwrap_or_default().trim().chars().take(MESSAGE).collect();
        let verdict = decision.verdict();
        let asked = number.parse().ok().and_then(|number: u64| {
            self.page.approver.waiting().into_iter().find(|asked| asked.number == number)
        });
        let is_answered = asked
            .as_ref()
            .is_some_and(|asked| self.page.approver.answer(asked.number, decision.message(message)));
        let said = match asked.filter(|_| is_answered) {
            Some(asked) => {
                let verb = if verdict == Verdict::Allow { "allowed" } else { "denied" };
                format!("Ticket {} was {verb}.", asked.request.ticket_id)
            }
            None => "That request was answered already, or its time was up.".to_owned(),
        };
        self.sessions().say(session, said);
        self.go_home(None)
    }

    fn logout(&self, session: &Session, headers: &HeaderMap, form: &Fields) -> Response {
        if !is_same(form.get("form").unwrap_or_default(), &session.form_token("logout")) {
            return self.plain(StatusCode::FORBIDDEN, "This form is not of this page; load it again.\n");
        }
        self.sessions().remove(session);
        self.go_home(Some(self.cookie(headers, "gone; Max-Age=0")))
    }

    fn session(&self, headers: &HeaderMap) -> Option<Session> {
        let cookies = headers.get_all(COOKIE).into_iter().filter_map(|value| value.to_str().ok());
        let mut cookies =
            cookies.flat_map(|value| value.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
        let now = self.page.clock.monotonic();
        let (_, id) = cookies.find(|(name, _)| *name == self.cookie_name())?;
        self.sessions().find(id, now)
    }

    fn cookie_name(&self) -> &'static str {
        if self.scheme == "https" { "__Host-bt-sra-tickets" } else { "bt-sra-tickets" }
    }

    /// Makes a cookie for whoever has sent a form that is ours. Where there is TLS on the way, be
    /// it ended by something else, browsers must not show it to anybody without.
    fn cookie(&self, headers: &HeaderMap, value: &str) -> String {
        let origin = header(headers, ORIGIN.as_str()).unwrap_or_default();
        let is_secure = self.scheme == "https" || origin.starts_with("https://");
        let secure = if is_secure { "; Secure" } else { "" };
        format!("{}={value}; Path=/; HttpOnly; SameSite=Strict{secure}", self.cookie_name())
    }

    fn go_home(&self, cookie: Option<String>) -> Response {
        let mut response = self.plain(StatusCode::SEE_OTHER, "");
        response.headers_mut().insert(LOCATION, HeaderValue::from_static("/"));
        if let Some(mut cookie) = cookie.and_then(|cookie| HeaderValue::try_from(cookie).ok()) {
            cookie.set_sensitive(true);
            response.headers_mut().insert(SET_COOKIE, cookie);
        }
        response
    }

    fn html(&self, status: StatusCode, text: &str) -> Response {
        let mut response = self.plain(status, text);
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        response
    }

    #[expect(clippy::unused_self, reason = "reads as the others")]
    fn plain(&self, status: StatusCode, text: &str) -> Response {
        let mut response = Response::new(Body::from(text.to_owned()));
        *response.status_mut() = status;
        for (name, value) in [
            (CONTENT_TYPE, "text/plain; charset=utf-8"),
            (CONTENT_SECURITY_POLICY, POLICY),
            (CACHE_CONTROL, "no-store"),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            // With none at all, browsers would not say either where a form comes from.
            (REFERRER_POLICY, "same-origin"),
        ] {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }

    fn tell(&self, text: String) {
        self.page.observer.notice(&Notice::new(NoticeKind::Login, text));
    }

    fn sessions(&self) -> MutexGuard<'_, Sessions> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).into_iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}
