//! Plays an appliance, to see what an endpoint does.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::response::Response;
use bt_sra_core::{Clock, Error, ErrorKind, Result, Site, SystemClock};
use bt_sra_transport::Transport;
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::uri::PathAndQuery;
use http::{Method, StatusCode, Uri};
use tokio::sync::{mpsc, oneshot};

use super::super::Listener;
use super::super::deadline::within;
use super::super::listener::Peer;
use super::super::request::{Incoming, answer, content_type, read};
use super::random::random;
use crate::{Decision, Fields, ReplyForm, ReplyNames, form};

/// How long an endpoint may take for its receipt.
const RECEIPT: Duration = Duration::from_secs(30);

/// The longest body of an answer.
const BODY: usize = 256 * 1024;

/// Plays an appliance that asks for the approval of a ticket ID, to see what an endpoint does.
#[derive(Debug)]
pub struct TicketProbe {
    listener: Listener,
    site: Site,
    transport: Arc<dyn Transport>,
    form: ReplyForm,
    clock: Arc<dyn Clock>,
}

/// What an endpoint has decided.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Probed {
    /// The decision.
    pub decision: Decision,
    /// The form in which it came.
    pub form: ReplyForm,
    /// How long the receipt took.
    pub receipt: Duration,
    /// How long the decision took.
    pub decided: Duration,
}

impl TicketProbe {
    /// Begins with where answers come to, what that is called from outside, and the way to the
    /// endpoint.
    #[must_use]
    pub fn new(listener: Listener, site: Site, transport: Arc<dyn Transport>) -> Self {
        Self { listener, site, transport, form: ReplyForm::Form, clock: Arc::new(SystemClock) }
    }

    /// Asks as a form, which is the default, or as JSON.
    #[must_use]
    pub fn form(mut self, form: ReplyForm) -> Self {
        self.form = form;
        self
    }

    /// Asks the endpoint at `url`, and waits for its decision. `fields` are those of the request
    /// but `request_id` and `response_url`.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] if the receipt is anything but a 200, [`ErrorKind::Timeout`] if no decision
    /// comes, [`ErrorKind::Decode`] if it is none, and whatever the way to the endpoint fails with.
    pub async fn ask(self, url: &Uri, fields: &Fields, patience: Duration) -> Result<Probed> {
        let (id, secret) = (random()?, random()?);
        let path = format!("/ticket-response/{secret}");
        let malformed = |source| Error::new(ErrorKind::Config, "not a path").with_source(source);
        let target = PathAndQuery::try_from(path.clone()).map_err(malformed)?;
        let response_url = self.site.uri(target)?.to_string();
        let all = [("request_id", id.as_str())].into_iter().chain(fields.iter());
        let all: Fields = all.chain([("response_url", response_url.as_str())]).collect();
        let (stop, stopped) = oneshot::channel::<()>();
        let (answers, mut coming) = mpsc::channel(4);
        let app = Router::new().fallback(receive).with_state(Arc::new(App { path, answers }));
        let service = app.into_make_service_with_connect_info::<Peer>();
        let serving = axum::serve(self.listener, service)
            .with_graceful_shutdown(async move { drop(stopped.await) })
            .into_future();
        let clock = &*self.clock;
        let work = async {
            let begun = clock.monotonic();
            let status = post(&*self.transport, clock, url, self.form, &all).await?;
            let receipt = clock.monotonic().saturating_sub(begun);
            if status != StatusCode::OK {
                let what = "the endpoint has answered the request with something else than 200";
                return Err(Error::new(ErrorKind::Io, what).with_status(status));
            }
            let Some(Some((form, fields))) = within(clock, patience, coming.recv()).await else {
                let what = format!("no decision came within {} s", patience.as_secs());
                return Err(Error::new(ErrorKind::Timeout, what));
            };
            let decided = clock.monotonic().saturating_sub(begun);
            Ok(Probed { decision: judge(&fields, &id)?, form, receipt, decided })
        };
        let work = async {
            let done = work.await;
            drop(stop);
            done
        };
        let (_, done) = tokio::join!(serving, work);
        done
    }
}

/// Reads an answer as strictly as an appliance may.
fn judge(fields: &Fields, id: &str) -> Result<Decision> {
    let names = ReplyNames::default();
    let refuse = |why: &str| Error::new(ErrorKind::Decode, format!("the decision is none: {why}"));
    if fields.get(&names.id) != Some(id) {
        return Err(refuse("`response_id` is not the id of the request"));
    }
    let decision = match fields.get(&names.verdict) {
        Some("allow") => Decision::allow(),
        Some("deny") => Decision::deny(),
        _ => return Err(refuse("`response` is neither allow nor deny")),
    };
    let decision = decision.message(fields.get(&names.message).unwrap_or_default());
    let mut attributes = fields
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix(names.attribute_prefix.as_str())?, value)));
    attributes.try_fold(decision, |decision, (name, value)| decision.attribute(name, value))
}

async fn post(
    transport: &dyn Transport,
    clock: &dyn Clock,
    url: &Uri,
    form: ReplyForm,
    fields: &Fields,
) -> Result<StatusCode> {
    let (media, body) = match form {
        ReplyForm::Form => ("application/x-www-form-urlencoded", form::write(fields.iter())),
        ReplyForm::Json => ("application/json", serde_json::to_string(fields).unwrap_or_default()),
    };
    let request = http::Request::post(url.clone())
        .header(CONTENT_TYPE, media)
        .body(Bytes::from(body))
        .map_err(|source| Error::new(ErrorKind::Config, "no request can be made").with_source(source))?;
    let answer = within(clock, RECEIPT, transport.send(request)).await;
    let late = || Error::new(ErrorKind::Timeout, "the endpoint did not answer in time");
    Ok(answer.ok_or_else(late)??.status())
}

#[derive(Debug)]
struct App {
    path: String,
    answers: mpsc::Sender<(ReplyForm, Fields)>,
}

async fn receive(
    State(app): State<Arc<App>>,
    ConnectInfo(_): ConnectInfo<Peer>,
    request: Request,
) -> Response {
    if request.uri().path() != app.path {
        return answer(StatusCode::NOT_FOUND);
    }
    if request.method() != Method::POST {
        return answer(StatusCode::METHOD_NOT_ALLOWED);
    }
    let media = content_type(request.headers()).map(str::to_owned);
    let Incoming::Whole(body) = read(request.into_body(), BODY).await else {
        return answer(StatusCode::PAYLOAD_TOO_LARGE);
    };
    let is_json = media.as_deref().is_some_and(|media| media.contains("json"));
    let form = if is_json { ReplyForm::Json } else { ReplyForm::Form };
    let Ok(fields) = Fields::parse(media.as_deref(), &body) else {
        return answer(StatusCode::BAD_REQUEST);
    };
    // The second answer is late.
    answer(match app.answers.try_send((form, fields)) {
        Ok(()) => StatusCode::OK,
        Err(_) => StatusCode::GONE,
    })
}
