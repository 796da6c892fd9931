//! Ends work that takes too long.

use std::future::Future;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bt_sra_core::Clock;

/// Runs `work` for `span` at most. The timer is made only if the work is not done at once.
pub(crate) async fn within<T>(clock: &dyn Clock, span: Duration, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut timer = None;
    std::future::poll_fn(|context| {
        if let Poll::Ready(value) = work.as_mut().poll(context) {
            return Poll::Ready(Some(value));
        }
        let timer = timer.get_or_insert_with(|| clock.sleep(span));
        timer.as_mut().poll(context).map(|()| None)
    })
    .await
}
