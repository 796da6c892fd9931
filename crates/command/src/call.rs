//! One call of an action: a form that waits to be sent, and how its answer is read.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use bt_sra_core::{Error, ErrorKind, Result};
use bt_sra_transport::api::Until;
use bt_sra_transport::api::scope::Within;
use bt_sra_transport::{CallOptions, Operation, Pipeline, Repeat, RetryPolicy, accept};
use bt_sra_xml_model::{Answer, Limits, answer};
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use http::{Method, Request};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::action::Action;
use crate::actions::{Any, XmlAction};

/// Where the XML Command API hangs.
const PATH: &str = "/api/command";

/// What is encoded in a form: all but the unreserved characters of RFC 3986.
const FORM: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A call of the action `A`. Made by the methods of `pra::Command` and `rs::Command`; its own
/// methods set what may be set, in the names of the API.
///
/// The parameters travel as a form in the body of a `POST`, so that no value reaches the log of
/// a server or proxy; see [`Call::by_get`].
#[must_use = "a call does nothing until it is sent"]
pub struct Call<A> {
    pipeline: Pipeline,
    name: Cow<'static, str>,
    repeat: Repeat,
    parameters: Vec<(Cow<'static, str>, String)>,
    method: Method,
    limits: Limits,
    options: CallOptions,
    within: Option<Within>,
    /// Why it cannot be sent.
    fault: Option<&'static str>,
    action: PhantomData<fn() -> A>,
}

impl<A: XmlAction> Call<A> {
    /// Makes a call of an action of the table.
    pub(crate) fn of(pipeline: &Pipeline, name: &'static str) -> Self {
        let repeat = Action::find(name).map_or(Repeat::Never, |action| action.repeat);
        Self::new(pipeline, Cow::Borrowed(name), repeat)
    }

    fn new(pipeline: &Pipeline, name: Cow<'static, str>, repeat: Repeat) -> Self {
        Self {
            pipeline: pipeline.clone(),
            name,
            repeat,
            parameters: Vec::new(),
            method: Method::POST,
            limits: Limits::default(),
            options: CallOptions::default(),
            within: None,
            fault: None,
            action: PhantomData,
        }
    }

    /// Sets any parameter, by its name: for what has no method of its own. It replaces what was set
    /// under the same name.
    pub fn param(self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        let name = name.into();
        if name == "action" {
            return self.faulty("`action` is what the call is of, and no parameter to set");
        }
        self.set(name, value.into())
    }

    /// Sends the parameters in the address of a `GET` instead. Appliances take both for the same;
    /// an address is written to logs on its way.
    pub fn by_get(mut self) -> Self {
        self.method = Method::GET;
        self
    }

    /// Limits how long the whole call may take, waits and retries included.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.options.deadline = Some(deadline);
        self
    }

    /// Sets when and how often to try again.
    pub fn with_retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = Some(policy);
        self
    }

    /// Sets how much of an answer is read before it is refused.
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Returns the request without sending it: the address is a path, and the token is still to
    /// be put on.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if it cannot be sent.
    pub fn request(&self) -> Result<Request<Bytes>> {
        if let Some(fault) = self.fault {
            return Err(Error::new(ErrorKind::InvalidRequest, fault).with_operation(self.name.clone()));
        }
        let form = self.form();
        let request = Request::builder().method(self.method.clone()).header(ACCEPT, XML);
        let request = if self.method == Method::GET {
            request.uri(format!("{PATH}?{form}")).body(Bytes::new())
        } else {
            request.uri(PATH).header(CONTENT_TYPE, FORM_TYPE).body(form.into())
        };
        request.map_err(|source| {
            let error = Error::new(ErrorKind::InvalidRequest, "the parameters make no request");
            error.with_source(source).with_operation(self.name.clone())
        })
    }

    /// Sends the request and reads the answer.
    ///
    /// # Errors
    /// - [`ErrorKind::Appliance`] with the appliance's words if it refuses: with an `<error>`
    ///   document and the status 200, or with another status;
    /// - [`ErrorKind::Decode`] for an answer that is something else;
    /// - any other kind but `Io`.
    pub async fn send(self) -> Result<A::Answer> {
        let name = self.name.clone();
        self.answer().await.map(|(data, _)| data).map_err(|error| error.with_operation(name))
    }

    /// Sends the request and returns the document that answers it, as it came: for what keeps it.
    /// It has been read, so that no refusal is taken for data.
    ///
    /// # Errors
    /// As [`Call::send`].
    pub async fn document(self) -> Result<Bytes> {
        let name = self.name.clone();
        self.answer().await.map(|(_, document)| document).map_err(|error| error.with_operation(name))
    }

    async fn answer(self) -> Result<(A::Answer, Bytes)> {
        let request = self.request()?;
        let operation = Operation { name: self.name.clone(), ..Operation::new("", PATH, self.repeat) };
        let mut options = self.options.clone();
        if let Some(within) = &self.within {
            let Some(left) = within.left() else { return Err(too_late()) };
            // What is left of something larger does not lengthen what one call may take.
            let own = options.deadline.or(self.pipeline.deadline());
            options.deadline = Some(own.map_or(left, |own| own.min(left)));
        }
        let response = accept(self.pipeline.call(&operation, request, &options).await?).await?;
        let status = response.status();
        let document = response.into_body().collect(self.limits.bytes).await?;
        let data = answer::<A::Answer>(&document, &self.limits).and_then(Answer::into_result);
        data.map(|data| (data, document)).map_err(|error| error.with_status(status))
    }

    /// Sends the call again and again until `done` says of an answer that it is what was waited
    /// for. Only for actions that read. There is half a minute between two calls unless
    /// [`Until::every`] says otherwise: the vendor warns that frequent calls of this API slow an
    /// appliance down.
    pub fn until(self, done: impl Fn(&A::Answer) -> bool + Send + Sync + 'static) -> Until<A::Answer> {
        let reads = Action::find(&self.name).is_some_and(Action::reads);
        let fault = (!reads).then_some("only what reads can be asked again and again");
        let (clock, name) = (Arc::clone(self.pipeline.clock()), self.name.clone());
        let done = Arc::new(done);
        let until = Until::new(clock, name, fault, move |within| {
            let (call, done) = (self.clone().within(within), Arc::clone(&done));
            Box::pin(async move { call.send().await.map(|answer| done(&answer).then_some(answer)) })
        });
        until.every(PAUSE)
    }

    pub(crate) fn within(mut self, within: &Within) -> Self {
        self.within = Some(within.clone());
        self
    }

    pub(crate) fn set(mut self, name: impl Into<Cow<'static, str>>, value: impl Display) -> Self {
        let (name, value) = (name.into(), value.to_string());
        match self.parameters.iter_mut().find(|(other, _)| *other == name) {
            Some((_, old)) => *old = value,
            None => self.parameters.push((name, value)),
        }
        self
    }

    pub(crate) fn flag(self, name: &'static str, on: bool) -> Self {
        self.set(name, u8::from(on))
    }

    pub(crate) fn list<T: Display>(self, name: &'static str, items: impl IntoIterator<Item = T>) -> Self {
        let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
        if items.iter().any(|item| item.contains(',')) {
            return self.faulty("a comma cannot stand in an item of a list");
        }
        if items.is_empty() {
            // Left out, it would ask for all.
            return self.faulty("an empty list asks for nothing");
        }
        self.set(name, items.join(","))
    }

    pub(crate) fn faulty(mut self, fault: &'static str) -> Self {
        self.fault.get_or_insert(fault);
        self
    }

    fn form(&self) -> String {
        let mut form = format!("action={}", utf8_percent_encode(&self.name, FORM));
        for (name, value) in &self.parameters {
            form.push('&');
            form.extend(utf8_percent_encode(name, FORM));
            form.push('=');
            form.extend(utf8_percent_encode(value, FORM));
        }
        form
    }
}

impl Call<Any> {
    /// Makes a call of an action by its name, known or not. What is not known is not repeated.
    pub(crate) fn by_name(pipeline: &Pipeline, name: String) -> Self {
        match Action::find(&name) {
            Some(action) => Self::of(pipeline, action.name),
            None => Self::new(pipeline, Cow::Owned(name), Repeat::Never),
        }
    }
}

const XML: HeaderValue = HeaderValue::from_static("text/xml, application/xml;q=0.9");
const FORM_TYPE: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

/// How long is waited between two calls that ask the same.
pub(crate) const PAUSE: Duration = Duration::from_secs(30);

fn too_late() -> Error {
    let why = "the deadline has passed before this was sent";
    Error::new(ErrorKind::Timeout, why).with_may_have_acted(false)
}

impl<A> Clone for Call<A> {
    fn clone(&self) -> Self {
        Self {
            pipeline: self.pipeline.clone(),
            name: self.name.clone(),
            repeat: self.repeat,
            parameters: self.parameters.clone(),
            method: self.method.clone(),
            limits: self.limits.clone(),
            options: self.options.clone(),
            within: self.within.clone(),
            fault: self.fault,
            action: PhantomData,
        }
    }
}

impl<A> fmt::Debug for Call<A> {
    /// Shows the names of the parameters. Values may be of a customer.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.parameters.iter().map(|(name, _)| name).collect();
        f.debug_struct("Call").field("action", &self.name).field("parameters", &names).finish_non_exhaustive()
    }
}
