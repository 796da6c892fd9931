//! One report: what is asked for, and how its answer is read.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;
use std::slice;
use std::time::Duration;

use bt_sra_core::{Error, ErrorKind, Product, Result};
use bt_sra_transport::{Body, Pipeline, RetryPolicy};
use bt_sra_xml_model::report::{
    Item, ListedSession, ReportContent, ReportType, Session, TeamActivity, VaultAccountActivity,
};
use bt_sra_xml_model::{Answer, Document, Limits, List, Lsid, NoData, TeamId, answer};
use bytes::Bytes;
use http::{Method, Request, Response};

use crate::asking::{Ask, Asking};
use crate::distinct::{Before, Distinct, Keyed};
use crate::parts::Parts;
use crate::stream::{Going, ReportStream};
use crate::{Plan, SessionFilter, Sessions, VaultFilter, Window, WindowBy};

/// How many sessions are asked for at once unless it is said otherwise. How many an appliance takes is
/// not documented.
pub const LSIDS_AT_ONCE: usize = 100;

/// A report that waits to be asked for, of items `T` or as the document `T`. Made by the methods of
/// `pra::Reporting` and `rs::Reporting`.
///
/// The parameters travel as a form in the body of a `POST`, so that no value reaches the log of a
/// server or proxy; see [`Report::by_get`]. Reports only read: what fails is asked for again.
#[must_use = "a report does nothing until it is sent"]
pub struct Report<T> {
    pub(crate) asking: Asking,
    pub(crate) ask: Ask,
    pub(crate) list: List,
    pub(crate) limits: Limits,
    pub(crate) no_data: NoData,
    lsids_at_once: usize,
    plan: Option<Plan>,
    except: Vec<Lsid>,
    /// How an item is known again.
    key: Option<Keyed<T>>,
    /// Of which session an item is.
    lsid: Option<fn(&T) -> &Lsid>,
    item: PhantomData<fn() -> T>,
}

impl<T> Report<T> {
    /// Makes a report of the table.
    pub(crate) fn of(pipeline: &Pipeline, product: Product, report: &'static ReportType) -> Self {
        Self::new(Asking::of(pipeline, product, report), list(report))
    }

    /// Makes a report of the table by its name; one that is not there is not checked.
    pub(crate) fn named(pipeline: &Pipeline, product: Product, name: &'static str) -> Self {
        match ReportType::find(name) {
            Some(report) => Self::of(pipeline, product, report),
            None => Self::unknown(pipeline, product, Cow::Borrowed(name)),
        }
    }

    /// Makes a report of which nothing is known.
    pub(crate) fn unknown(pipeline: &Pipeline, product: Product, name: Cow<'static, str>) -> Self {
        Self::new(Asking::unknown(pipeline, product, name), List::any())
    }

    fn new(asking: Asking, list: List) -> Self {
        Self {
            asking,
            ask: Ask::Plain,
            list,
            limits: Limits::default(),
            no_data: NoData::default(),
            lsids_at_once: LSIDS_AT_ONCE,
            plan: None,
            except: Vec::new(),
            key: None,
            lsid: None,
            item: PhantomData,
        }
    }

    /// Asks for what lies in a window of time, in the place of what was asked for. Whether the report takes
    /// such windows is looked up in the table before it is sent.
    pub fn window(mut self, window: impl Into<Window>) -> Self {
        self.ask = Ask::Window(window.into());
        self
    }

    /// Asks for these sessions, in the place of what was asked for. Whether the report takes them is looked
    /// up in the table before it is sent.
    pub fn sessions(mut self, sessions: impl Into<Sessions>) -> Self {
        self.ask = match sessions.into() {
            Sessions::In(window) => Ask::Window(window),
            Sessions::One(lsid) => Ask::Lsid(lsid),
            Sessions::These(lsids) => return self.these(lsids),
        };
        self
    }

    /// Asks for so many sessions at once, where many are asked for by their identifiers.
    pub fn lsids_at_once(mut self, most: usize) -> Self {
        self.lsids_at_once = most.max(1);
        self
    }

    /// Sets any parameter, by its name: for what has no method of its own. It replaces what was set
    /// under the same name. What makes a window or names sessions is taken only where no method has done so:
    /// it would be the same in all windows of a plan.
    pub fn param(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        self.asking.param(name.into(), value.into());
        self
    }

    /// Sends the parameters in the address of a `GET` instead. Appliances take both for the same;
    /// an address is written to logs on its way.
    pub fn by_get(mut self) -> Self {
        self.asking.method = Method::GET;
        self
    }

    /// Limits how long each request may take, waits, retries and the reading of the answer included, and
    /// also what the caller does between items of one answer: who reads slowly needs a longer one, or
    /// none. It is for each request. To end the whole, call [`ReportStream::try_next`] no more, or drop it.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.asking.options.deadline = Some(deadline);
        self
    }

    /// Sets when and how often to send a request again that got no answer, or a failure for one. What
    /// breaks within an answer is asked for again by a [plan](Report::planned) only.
    pub fn with_retry(mut self, policy: RetryPolicy) -> Self {
        self.asking.options.retry = Some(policy);
        self
    }

    /// Sets how much is read before it is refused: of the answer to each request.
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets which refusals only mean that there is nothing.
    pub fn with_no_data(mut self, no_data: NoData) -> Self {
        self.no_data = no_data;
        self
    }

    /// Returns the name of the report: the value of `generate_report`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.asking.name
    }

    /// Returns the request without sending it: the address is a path, and the token is still to be
    /// put on. What a [plan](Report::planned) cuts is whole in it.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if it cannot be sent, or if it takes [several](Report::requests).
    pub fn request(&self) -> Result<Request<Bytes>> {
        self.check()?;
        if self.parts().are_several() {
            let why = "so many sessions take several requests: `requests` makes them, `stream` sends them";
            return Err(self.asking.named(Error::new(ErrorKind::InvalidRequest, why)));
        }
        self.asking.request(&self.ask)
    }

    /// Returns all requests that it takes without a plan: more than one only for many identifiers of
    /// sessions.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if they cannot be sent.
    pub fn requests(&self) -> Result<Vec<Request<Bytes>>> {
        self.check()?;
        let (mut parts, mut requests) = (self.parts(), Vec::new());
        while let Some(part) = parts.next(None) {
            requests.push(self.asking.request(&part.ask)?);
        }
        Ok(requests)
    }

    /// Sends the request and returns the answer as it comes: XML that nobody has read yet, and that may
    /// be a refusal.
    ///
    /// # Errors
    /// As [`Report::request`]; any kind but `Io` and `Decode` for a request that failed.
    pub async fn response(self) -> Result<Response<Body>> {
        self.request()?;
        self.asking.send(self.ask).await
    }

    pub(crate) fn set(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.asking.set(name, value);
        self
    }

    /// Asks for these sessions, for each of them once.
    fn these(mut self, mut lsids: Vec<Lsid>) -> Self {
        let mut seen = HashSet::new();
        lsids.retain(|lsid| seen.insert(lsid.clone()));
        self.ask = Ask::Lsids(lsids);
        self
    }

    /// Refuses what cannot be sent, or would not give what it says.
    fn check(&self) -> Result<()> {
        self.asking.check(&self.ask, self.plan.is_some())?;
        let is_by_end = matches!(&self.ask, Ask::Window(window) if window.by() == WindowBy::End);
        if self.except.is_empty() || is_by_end {
            return Ok(());
        }
        let why = "sessions can be left out of a window by when they ended only: one that ran when it became \
                   known would never come as it ended";
        Err(self.asking.named(Error::new(ErrorKind::InvalidRequest, why)))
    }

    fn parts(&self) -> Parts {
        Parts::of(self.ask.clone(), self.lsids_at_once)
    }
}

impl<T: Item> Report<T> {
    /// Asks for the items one after the other, as they come. Nothing is sent before the first one is
    /// waited for.
    #[must_use]
    pub fn stream(self) -> ReportStream<T> {
        let fault = self.check().err();
        let parts = self.parts();
        let remembered = self.plan.as_ref().map_or(0, |plan| plan.remembered);
        let before = self.key.map(|key| (key, Before::new(&self.except, remembered)));
        ReportStream::new(Going {
            fault,
            asking: self.asking,
            parts,
            list: self.list,
            limits: self.limits,
            no_data: self.no_data,
            plan: self.plan,
            before,
            lsid: self.lsid,
        })
    }

    /// Refuses a report whose items are of another type.
    pub(crate) fn with_items_of(mut self, report: &ReportType) -> Self {
        if let ReportContent::Items { root, .. } | ReportContent::Document { root } = &report.content
            && !T::is_root(root)
        {
            let wanted = T::ROOT;
            self.asking.fault(format!("its root is `{root}`, and the items wanted are those of `{wanted}`"));
        }
        self
    }

    /// Asks for all items, at most so many: for what is known to be small. No data is no item.
    ///
    /// # Errors
    /// - [`ErrorKind::Decode`] if there are more;
    /// - those of [`ReportStream::try_next`].
    pub async fn all(self, most: usize) -> Result<Vec<T>> {
        let asking = self.asking.clone();
        let (mut stream, mut items) = (self.stream(), Vec::new());
        while let Some(item) = stream.try_next().await? {
            if items.len() == most {
                let why = format!("the report has more than {most} items");
                return Err(asking.named(Error::new(ErrorKind::Decode, why)));
            }
            items.push(item);
        }
        Ok(items)
    }
}

impl<T: Document> Report<T> {
    /// Asks for the document; none if the appliance says that there is no data.
    ///
    /// # Errors
    /// - [`ErrorKind::Appliance`] with the appliance's words if it refuses;
    /// - [`ErrorKind::Decode`] for an answer that is something else;
    /// - any other kind but `Io`.
    pub async fn send(self) -> Result<Option<T>> {
        let (asking, limits, no_data) = (self.asking.clone(), self.limits.clone(), self.no_data.clone());
        let response = self.response().await?;
        let status = response.status();
        let read = async {
            let bytes = response.into_body().collect(limits.bytes).await?;
            match answer::<T>(&bytes, &limits)? {
                Answer::Data(data) => Ok(Some(data)),
                Answer::Refusal(refusal) if no_data.says(&refusal.message) => Ok(None),
                Answer::Refusal(refusal) => Err(refusal.into()),
            }
        };
        read.await.map_err(|error: Error| asking.named(error.with_status(status)))
    }
}

impl<T: Distinct> Report<T> {
    /// Asks for a long range in pieces. Of many sessions by their identifiers, a batch that fails or is
    /// refused is asked for in halves, and what is refused alone left out: see [`ReportStream::missing`].
    pub fn planned(mut self, plan: Plan) -> Self {
        self.plan = Some(plan);
        self.key = Some(T::key);
        self
    }
}

/// What there is one of for each session.
pub trait OfSession: Distinct {
    /// Returns of which session it is.
    fn lsid(&self) -> &Lsid;
}

impl OfSession for Session {
    fn lsid(&self) -> &Lsid {
        &self.lsid
    }
}

impl OfSession for ListedSession {
    fn lsid(&self) -> &Lsid {
        &self.lsid
    }
}

impl<T: OfSession> Report<T> {
    /// Asks for sessions of which it is noticed which have come.
    pub(crate) fn counted(mut self, sessions: impl Into<Sessions>) -> Self {
        self.lsid = Some(T::lsid);
        self.sessions(sessions)
    }

    /// Leaves out sessions that are known already. With a window that begins when the last known session
    /// ended, which then comes again, only new ones are left. What a report says of a session is reported
    /// to be complete some seconds after its end only: do not ask at once.
    ///
    /// ```no_run
    /// # use bt_sra_core::{Result, Timestamp};
    /// # use bt_sra_reporting::{Window, model::Lsid, pra::Reporting};
    /// # async fn example(reporting: Reporting, last: Timestamp, known: Vec<Lsid>) -> Result<()> {
    /// let mut new = reporting.access_sessions(Window::ended_since(last)).except(&known).stream();
    /// while let Some(session) = new.try_next().await? {
    ///     println!("{} ended at {:?}", session.lsid, session.ended_at());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// It goes with windows by when sessions ended, and no other is sent: a session that ran when it became
    /// known would never come as it ended.
    pub fn except<'a>(mut self, known: impl IntoIterator<Item = &'a Lsid>) -> Self {
        self.except.extend(known.into_iter().cloned());
        self.key = Some(T::key);
        self
    }
}

impl Report<TeamActivity> {
    /// Asks for one team only.
    pub fn team_id(self, team: TeamId) -> Self {
        self.set("team_id", team)
    }
}

impl Report<Session> {
    /// Asks for the sessions of one representative, or by another filter. Only Remote Support has it.
    pub fn limit(mut self, filter: SessionFilter) -> Self {
        if !self.asking.takes("limit") {
            self.asking.fault("this report takes no `limit`: only that of Remote Support does");
        }
        self.set("limit", filter)
    }
}

impl Report<VaultAccountActivity> {
    /// Asks for the activity of a user, or on an account.
    pub fn limit(self, filter: VaultFilter) -> Self {
        self.set("limit", filter)
    }
}

/// Says which document a report is.
fn list(report: &'static ReportType) -> List {
    match &report.content {
        ReportContent::Items { root, items, .. } => List::of(slice::from_ref(root), items),
        ReportContent::Document { root } => List::of(slice::from_ref(root), &[]),
        _ => List::any(),
    }
}

impl<T> Clone for Report<T> {
    fn clone(&self) -> Self {
        Self {
            asking: self.asking.clone(),
            ask: self.ask.clone(),
            list: self.list,
            limits: self.limits.clone(),
            no_data: self.no_data.clone(),
            lsids_at_once: self.lsids_at_once,
            plan: self.plan.clone(),
            except: self.except.clone(),
            key: self.key,
            lsid: self.lsid,
            item: PhantomData,
        }
    }
}

impl<T> fmt::Debug for Report<T> {
    /// Shows the names of the parameters. Values may be of a customer.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report").field("asking", &self.asking).finish_non_exhaustive()
    }
}
