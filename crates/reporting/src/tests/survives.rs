//! What holds of any bytes at all that answer a report, for the tests and for the fuzz target, which
//! includes this file.

use std::collections::VecDeque;
use std::fmt::Debug;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use async_trait::async_trait;
use bt_sra_core::{Error, Result, Site, Timestamp};
use bt_sra_transport::{Body, Pipeline, RetryPolicy, Transport};
use bt_sra_xml_model::report::Item;
use bytes::Bytes;
use futures_core::Stream;
use http::{Request, Response};
use http_body::Frame;

use crate::{Day, Plan, Report, SummaryBy, SurveyBy, Surveys, Whose, Window, rs};

/// Reads bytes as the items of every type, in one piece and in many, and with a plan, and checks that
/// nothing differs.
pub(crate) fn survives(bytes: &[u8], cuts: &[usize]) {
    let bytes = Bytes::copy_from_slice(bytes);
    let ever = || Window::started_since(Timestamp::UNIX_EPOCH);
    let plain = each(&bytes, cuts, |site| site.support_sessions(ever()));
    each(&bytes, cuts, |site| site.support_session_listing(ever()));
    each(&bytes, cuts, |site| site.support_session_summary(ever(), SummaryBy::Rep));
    each(&bytes, cuts, |site| site.team_activity(ever()));
    each(&bytes, cuts, |site| site.vault_account_activity(ever()));
    each(&bytes, cuts, |site| site.customer_surveys(Surveys::within(ever(), Whose::All), SurveyBy::Rep));
    each(&bytes, cuts, |site| site.archive_listing(Day::in_utc(Timestamp::UNIX_EPOCH)));
    each(&bytes, cuts, |site| site.jump_items(ever()));
    // One window that is not halved.
    let whole = Duration::from_secs(1 << 40);
    let plan = Plan::new(whole).least(whole).repeats(0);
    let planned = each(&bytes, cuts, |site| site.support_sessions(ever()).planned(plan.clone()));
    let (items, mut rest) = (planned.0, plain.0.into_iter());
    assert!(items.iter().all(|item| rest.any(|other| other == *item)), "some of them, in the same order");
    assert_eq!(planned.1, plain.1);
}

/// What comes: items, and errors.
type Outcome = (Vec<String>, Vec<String>);

fn each<T: Debug + Item>(
    bytes: &Bytes,
    cuts: &[usize],
    report: impl Fn(&rs::Reporting) -> Report<T>,
) -> Outcome {
    let whole = read(report(&reporting(bytes, &[])));
    assert_eq!(read(report(&reporting(bytes, cuts))), whole, "{}", String::from_utf8_lossy(bytes));
    whole
}

fn read<T: Debug + Item>(report: Report<T>) -> Outcome {
    let mut stream = report.stream();
    let mut context = Context::from_waker(Waker::noop());
    let (mut items, mut errors) = (Vec::new(), Vec::new());
    loop {
        match Pin::new(&mut stream).poll_next(&mut context) {
            Poll::Pending => panic!("all is there"),
            Poll::Ready(None) => break,
            Poll::Ready(Some(Ok(item))) => items.push(format!("{item:?}")),
            Poll::Ready(Some(Err(error))) => {
                assert!(error.to_string().len() < 16 * 1024);
                errors.push(error.to_string());
            }
        }
    }
    let progress = stream.progress();
    assert!(stream.is_over() && progress.items == u64::try_from(items.len()).unwrap());
    assert!(!errors.is_empty() || progress.finished == 1);
    (items, errors)
}

/// A site that answers with these bytes, in pieces whose lengths come from `cuts`, over and over.
fn reporting(bytes: &Bytes, cuts: &[usize]) -> rs::Reporting {
    let (mut rest, mut pieces) = (bytes.clone(), Vec::new());
    let mut lengths = cuts.iter().map(|cut| 1 + cut % 64).cycle();
    while !rest.is_empty() {
        let length = lengths.next().unwrap_or(rest.len()).min(rest.len());
        pieces.push(rest.split_to(length));
    }
    let site = Site::parse("access.example.com").unwrap();
    let pipeline = Pipeline::builder(site, Arc::new(Same(pieces))).retry(RetryPolicy::NONE).build();
    rs::Reporting::new(pipeline)
}

/// Answers always the same.
#[derive(Debug)]
struct Same(Vec<Bytes>);

#[async_trait]
impl Transport for Same {
    async fn send(&self, _request: Request<Bytes>) -> Result<Response<Body>> {
        Ok(Response::new(Body::stream(Pieces(self.0.clone().into()))))
    }
}

struct Pieces(VecDeque<Bytes>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>>>> {
        Poll::Ready(self.0.pop_front().map(|piece| Ok(Frame::data(piece))))
    }
}
