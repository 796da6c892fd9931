//! Lists: one page, all pages, all items.

use std::fmt::{self, Display};
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use std::vec;

use bt_sra_core::{Error, ErrorKind, Paging, Result};
use bt_sra_transport::api::scope::{Pending, Scope, Within};
use bt_sra_transport::api::wire::Many;
use bt_sra_transport::{Ahead, Operation, RetryPolicy, json};
use bytes::Bytes;
use futures_core::Stream;
use http::{Method, Request};
use serde::de::DeserializeOwned;

/// How many items a page has where nothing else is said.
const PER_PAGE: u64 = 100;

/// A list; `F` says which, and so which filters there are. Made by the methods of the handles.
#[must_use = "a list does nothing until it is sent"]
pub struct List<F> {
    pending: Pending,
    kind: PhantomData<fn() -> F>,
}

/// Says what a list holds.
pub trait Listing: 'static {
    /// One of its items.
    type Item: DeserializeOwned + Send + 'static;
    /// Whether an answer may be one item instead of a list.
    const MAY_BE_SINGLE: bool = false;
    /// Whether it comes in pages.
    const PAGED: bool = false;
}

/// A list that comes in pages.
pub trait Paged: Listing {}

/// One page of a list, or all of a list without pages.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Where the page stands, as far as the appliance says.
    pub paging: Paging,
    /// Whether the total is another than on the page before: the list has changed in between,
    /// and an item may have been missed or seen twice.
    pub total_changed: bool,
}

/// The pages of a list, one after the other. Also a [`Stream`].
///
/// While one page is looked at, the next is on its way. Needs a tokio runtime.
#[must_use = "pages are not fetched before they are asked for"]
pub struct Pages<T> {
    pending: Pending,
    may_be_single: bool,
    paged: bool,
    state: State<T>,
    /// The bytes of the last page, to notice an appliance that sends the same for ever.
    last_body: Bytes,
    total: Option<u64>,
}

/// The items of a list, over all pages. Also a [`Stream`].
#[must_use = "items are not fetched before they are asked for"]
pub struct Items<T> {
    pages: Pages<T>,
    current: vec::IntoIter<T>,
    total_changed: bool,
}

enum State<T> {
    /// Nothing was asked for.
    Start,
    /// A page is on its way; its number.
    Running(u64, Ahead<(Page<T>, Bytes)>),
    /// The last page was handed out, or one has failed.
    Done,
}

impl<F> List<F> {
    pub(crate) fn new(scope: &Scope, operation: &'static Operation, steps: &[&dyn Display]) -> Self {
        Self::of(scope.pending(operation, Method::GET, steps))
    }

    fn of(pending: Pending) -> Self {
        Self { pending, kind: PhantomData }
    }

    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.pending.set_query(name, value.to_string());
        self
    }

    pub(crate) fn pending(&self) -> &Pending {
        &self.pending
    }

    /// The same list, its items read as something else.
    pub(crate) fn read_as<G>(self) -> List<G> {
        List::of(self.pending)
    }

    pub(crate) fn within(mut self, within: &Within) -> Self {
        self.pending.limit(within);
        self
    }

    /// Returns the request without sending it: the address is a path with its query, and the token
    /// is still to be put on. See [`offline`](crate::offline).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](bt_sra_core::ErrorKind::InvalidRequest) if it cannot be sent.
    pub fn request(&self) -> Result<Request<Bytes>> {
        self.pending.request()
    }

    /// Limits how long fetching one page may take, waits and retries included.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.pending.options.deadline = Some(deadline);
        self
    }

    /// Sets when and how often to try again.
    pub fn with_retry(mut self, policy: RetryPolicy) -> Self {
        self.pending.options.retry = Some(policy);
        self
    }
}

impl<F: Paged> List<F> {
    /// Sets how many items a page has; appliances take 5 to 100.
    pub fn per_page(self, items: u32) -> Self {
        self.with("per_page", items)
    }

    /// Starts at this page, from 1.
    pub fn current_page(self, page: u64) -> Self {
        self.with("current_page", page)
    }
}

impl<F: Listing> List<F> {
    /// Fetches one page.
    ///
    /// # Errors
    /// Any kind but `Io`; what the appliance refuses is `Appliance` with the status.
    pub async fn send(self) -> Result<Page<F::Item>> {
        let (page, _) = fetch(self.pending, F::MAY_BE_SINGLE).await?;
        Ok(page)
    }

    /// Walks all pages.
    pub fn pages(self) -> Pages<F::Item> {
        Pages {
            pending: self.pending,
            may_be_single: F::MAY_BE_SINGLE,
            paged: F::PAGED,
            state: State::Start,
            last_body: Bytes::new(),
            total: None,
        }
    }

    /// Walks all pages, one item at a time.
    ///
    /// The appliance numbers its pages, and every page is of its own moment. While nothing is
    /// deleted, everything that is there all along comes; what is deleted moves what stands behind
    /// it forward, onto a page that was read already, and so as many items as were deleted may be
    /// missed. What is created comes or not; where the appliance puts it in front, what stands
    /// behind it comes twice, and is not held back here. [`Items::total_changed`] tells of all
    /// this, unless as much was created as deleted. Who must have everything walks again until
    /// nothing has changed; who deletes what is listed collects first.
    pub fn items(self) -> Items<F::Item> {
        Items { pages: self.pages(), current: Vec::new().into_iter(), total_changed: false }
    }
}

impl<T: DeserializeOwned + Send + 'static> Pages<T> {
    /// Returns the next page, or none after the last.
    ///
    /// Cancel safe: a dropped call loses nothing.
    ///
    /// # Errors
    /// As [`List::send`]; there is no page after an error.
    pub async fn try_next(&mut self) -> Result<Option<Page<T>>> {
        poll_fn(|context| self.poll_page(context)).await.transpose()
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Page<T>>>> {
        if matches!(self.state, State::Start) {
            let first = self.pending.query("current_page").and_then(|page| page.parse().ok()).unwrap_or(1);
            self.state = State::Running(first, Ahead::start(fetch(self.pending.clone(), self.may_be_single)));
        }
        let State::Running(number, ahead) = &mut self.state else { return Poll::Ready(None) };
        let number = *number;
        let fetched = ready!(Pin::new(ahead).poll(context));
        self.state = State::Done;
        let (mut page, body) = match fetched {
            Ok(fetched) => fetched,
            Err(error) => return Poll::Ready(Some(Err(error))),
        };
        if page.paging.last.is_none() && !self.last_body.is_empty() && body == self.last_body {
            // The appliance takes no notice of the number, and this page was looked at already.
            return Poll::Ready(None);
        }
        if let Some(why) = self.runs_in_circles(number, &page, &body) {
            return Poll::Ready(Some(Err(
                Error::new(ErrorKind::Decode, why).with_operation(self.pending.operation.name.clone())
            )));
        }
        if let Some(total) = page.paging.total {
            page.total_changed = self.total.is_some_and(|before| before != total);
            self.total = Some(total);
        }
        if self.continues_after(number, &page) {
            let next = number.saturating_add(1);
            self.pending.set_query("current_page", next.to_string());
            self.state = State::Running(next, Ahead::start(fetch(self.pending.clone(), self.may_be_single)));
            self.last_body = body;
        }
        Poll::Ready(Some(Ok(page)))
    }

    /// Says what is wrong with an appliance that would send pages for ever.
    fn runs_in_circles(&self, number: u64, page: &Page<T>, body: &Bytes) -> Option<String> {
        if !page.paging.agrees_with(number) {
            return Some(format!("page {number} was asked for, and the appliance sent another"));
        }
        // On a list that has grown by exactly a page in front, the same items come again.
        let has_changed = page.paging.total.is_some_and(|total| self.total != Some(total));
        let again =
            page.paging.last.is_some() && !has_changed && !page.items.is_empty() && *body == self.last_body;
        again.then(|| format!("page {number} is the page before once more"))
    }

    /// Whether a page may follow. Where the appliance does not say which is the last, a full page
    /// of a list that has pages is followed by another.
    fn continues_after(&self, number: u64, page: &Page<T>) -> bool {
        if page.paging.last.is_some() {
            return page.paging.continues_after(number, page.items.len());
        }
        if !self.paged {
            return false;
        }
        let size = self.pending.query("per_page").and_then(|size| size.parse().ok());
        let size = page.paging.per_page.or(size).unwrap_or(PER_PAGE);
        u64::try_from(page.items.len()).is_ok_and(|items| items >= size.max(1))
    }
}

impl<T: DeserializeOwned + Send + 'static> Items<T> {
    /// Returns the next item, or none after the last.
    ///
    /// Cancel safe: a dropped call loses nothing.
    ///
    /// # Errors
    /// As [`List::send`]; there is no item after an error.
    pub async fn try_next(&mut self) -> Result<Option<T>> {
        poll_fn(|context| self.poll_item(context)).await.transpose()
    }

    /// Returns how many items there are in all, as the last page said.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        self.pages.total
    }

    /// Returns whether the total has changed on the way: an item may have been missed or seen
    /// twice.
    #[must_use]
    pub fn total_changed(&self) -> bool {
        self.total_changed
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T>>> {
        loop {
            if let Some(item) = self.current.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(page)) => {
                    self.total_changed |= page.total_changed;
                    self.current = page.items.into_iter();
                }
            }
        }
    }
}

async fn fetch<T: DeserializeOwned>(pending: Pending, may_be_single: bool) -> Result<(Page<T>, Bytes)> {
    let name = pending.operation.name.clone();
    let response = pending.accepted().await?;
    let paging = Paging::from_headers(response.headers());
    let status = response.status();
    let read = async {
        let body = bt_sra_transport::collect(response).await?;
        let items = if may_be_single { json::<Many<T>>(&body)?.0 } else { json(&body)? };
        Ok((Page { items, paging, total_changed: false }, body))
    };
    read.await.map_err(|error: Error| error.with_operation(name).with_status(status))
}

impl<T: DeserializeOwned + Send + 'static> Stream for Pages<T> {
    type Item = Result<Page<T>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(context)
    }
}

// Nothing in here is pinned.
impl<T> Unpin for Pages<T> {}

impl<T: DeserializeOwned + Send + 'static> Stream for Items<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

impl<T> Unpin for Items<T> {}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<F> Clone for List<F> {
    fn clone(&self) -> Self {
        Self { pending: self.pending.clone(), kind: PhantomData }
    }
}

impl<F> fmt::Debug for List<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("List").field(&self.pending).finish()
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("request", &self.pending)
            .field("total", &self.total)
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Items").field(&self.pages).finish()
    }
}
