//! Lists that come in pages, of which each says where it begins.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bt_sra_core::{Error, ErrorKind, Result};
use bt_sra_transport::api::{Answer, Call};
use futures_core::Stream;

/// A page of a list.
pub trait Page: Answer + Send + Unpin + 'static {
    /// What it is a list of.
    type Item: Send + Unpin + 'static;

    /// Returns how many items come before it.
    fn offset(&self) -> Option<i64>;

    /// Returns how many there are in all.
    fn total(&self) -> Option<i64>;

    /// Returns what is on it.
    fn into_items(self) -> Vec<Self::Item>;
}

/// The items of a list, one at a time. A page is asked for when the one before is used up.
///
/// Also a [`Stream`].
pub struct Items<P: Page> {
    call: Call<P>,
    /// How many come before the next page.
    offset: i64,
    here: VecDeque<P::Item>,
    opening: Option<Opening<P>>,
    is_over: bool,
}

type Opening<P> = Pin<Box<dyn Future<Output = Result<P>> + Send>>;

impl<P: Page> Items<P> {
    pub(crate) fn new(call: Call<P>) -> Self {
        let offset = call.pending().query("offset").and_then(|offset| offset.parse().ok()).unwrap_or(0);
        Self { call, offset, here: VecDeque::new(), opening: None, is_over: false }
    }

    /// Returns the next item, or none at the end.
    ///
    /// Cancel safe: a dropped call loses nothing.
    ///
    /// # Errors
    /// Those of a call, and [`ErrorKind::Decode`] for a page that is not the one that was asked for. It
    /// is the end of the list.
    pub async fn try_next(&mut self) -> Result<Option<P::Item>> {
        std::future::poll_fn(|context| self.poll(context)).await.transpose()
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P::Item>>> {
        loop {
            if let Some(item) = self.here.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            if self.is_over {
                return Poll::Ready(None);
            }
            let opening = self.opening.get_or_insert_with(|| {
                // The first page begins where the call says; without a word, where the list does.
                let call = self.call.clone();
                let call = if self.offset == 0 { call } else { call.query("offset", self.offset) };
                Box::pin(call.send())
            });
            let page = ready!(opening.as_mut().poll(context));
            self.opening = None;
            match page.and_then(|page| self.take(page)) {
                Ok(()) => {}
                Err(error) => {
                    self.is_over = true;
                    return Poll::Ready(Some(Err(error)));
                }
            }
        }
    }

    fn take(&mut self, page: P) -> Result<()> {
        if let Some(offset) = page.offset().filter(|offset| *offset != self.offset) {
            let what = format!("the page begins at {offset}, and was asked for from {}", self.offset);
            let name = self.call.pending().operation.name.clone();
            return Err(Error::new(ErrorKind::Decode, what).with_operation(name));
        }
        let total = page.total();
        self.here = page.into_items().into();
        let count = i64::try_from(self.here.len()).unwrap_or(i64::MAX);
        self.offset = self.offset.saturating_add(count);
        // An empty page ends the list, whatever its total says.
        self.is_over = count == 0 || total.is_some_and(|total| self.offset >= total);
        Ok(())
    }
}

impl<P: Page> Stream for Items<P> {
    type Item = Result<P::Item>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

impl<P: Page> fmt::Debug for Items<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("call", &self.call)
            .field("offset", &self.offset)
            .finish_non_exhaustive()
    }
}
