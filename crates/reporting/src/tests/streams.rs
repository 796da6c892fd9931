//! How items come: while the answer does.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};

use bt_sra_core::{ErrorKind, ManualClock, Timestamp};
use bt_sra_transport::RetryPolicy;
use bt_sra_xml_model::{Limits, Lsid};
use futures_core::Stream;

use super::{End, Lab, Reply};
use crate::pra::Reporting;
use crate::{Plan, Report, ReportStream, Window};
use bt_sra_xml_model::report::{ListedSession, Session};

fn since() -> Window {
    Window::ended_since(Timestamp::UNIX_EPOCH)
}

fn session(lsid: &str) -> String {
    format!("<session lsid='{lsid}'><start_time timestamp='1700000000'/></session>")
}

fn sessions(lab: &Lab) -> Report<Session> {
    Reporting::new(lab.pipeline.clone()).access_sessions(since())
}

fn listing(lab: &Lab) -> Report<ListedSession> {
    Reporting::new(lab.pipeline.clone()).access_session_listing(since())
}

#[test]
fn the_first_session_is_there_before_the_answer_has_ended() {
    let lab = Lab::new(|_| {
        let pieces = [format!("<session_list>{}", session("0a")), session("0b"), "<session".to_owned()];
        Reply::Answer(200, pieces.map(Into::into).into(), End::Never)
    });
    let mut stream = sessions(&lab).stream();
    assert_eq!(lab.asked(), Vec::<String>::new(), "nothing is sent before something is waited for");
    let mut context = Context::from_waker(Waker::noop());
    let mut next = || {
        let polled = std::pin::Pin::new(&mut stream).poll_next(&mut context);
        (polled.map(|item| item.map(|item| item.unwrap().lsid.to_string())), stream.progress().bytes)
    };
    let first = session("0a").len() as u64 + 14;
    assert_eq!(next(), (Poll::Ready(Some("0a".to_owned())), first));
    assert_eq!(next().0, Poll::Ready(Some("0b".to_owned())));
    assert!(next().0.is_pending() && next().0.is_pending());
    assert!(!stream.is_over());
    assert_eq!(stream.head().unwrap().root, "session_list");
}

#[tokio::test]
async fn no_piece_is_taken_before_the_items_of_the_last_one_were() {
    const PIECES: usize = 200;
    const IN_PIECE: usize = 1000;
    let count = Arc::new(AtomicUsize::new(0));
    let taken = Arc::clone(&count);
    // Each piece ends within a session, whose rest begins the next one.
    let make = |number: usize| {
        let whole = session("0a").repeat(IN_PIECE);
        let (head, tail) = whole.split_at(whole.len() - 20);
        match number {
            0 => Some(format!("<session_list>{head}").into()),
            PIECES => Some(format!("{tail}</session_list>").into()),
            1..PIECES => Some(format!("{tail}{head}").into()),
            _ => None,
        }
    };
    let lab = Lab::new(move |_| Reply::Made(make, Arc::clone(&count)));
    let mut stream = sessions(&lab).stream();
    let mut given = 0;
    while stream.try_next().await.unwrap().is_some() {
        given += 1;
        let whole = taken.load(Ordering::Relaxed).min(PIECES) * IN_PIECE;
        assert!(given + IN_PIECE >= whole, "{given} were given, {whole} came");
    }
    let progress = stream.progress();
    assert_eq!((given, progress.items, progress.answers, progress.finished), (200_000, 200_000, 1, 1));
    assert_eq!(progress.bytes, 200_000 * session("0a").len() as u64 + 29);
    assert!(stream.is_over() && stream.said_no_data().is_none());
}

#[tokio::test]
async fn a_call_that_is_dropped_loses_nothing() {
    let clock = ManualClock::new();
    let mut left = 2;
    let lab = Lab::timed(&clock, move |_| {
        left -= 1;
        match left {
            1 => Reply::Failure(ErrorKind::Interrupted),
            _ => Reply::xml(format!("<session_list>{}</session_list>", session("0a"))),
        }
    });
    let mut stream = sessions(&lab).planned(Plan::days(100_000)).stream();
    // The appliance failed, and is left alone for a moment: nobody waits.
    for _ in 0..3 {
        let mut context = Context::from_waker(Waker::noop());
        let next = std::pin::pin!(stream.try_next());
        assert!(next.poll(&mut context).is_pending());
        assert_eq!(lab.asked().len(), 1);
    }
    clock.advance(std::time::Duration::from_secs(2));
    assert_eq!(stream.try_next().await.unwrap().unwrap().lsid.as_str(), "0a");
    assert_eq!(lab.asked().len(), 2);
}

#[test]
fn a_call_that_is_dropped_before_the_answer_sends_nothing_twice() {
    let clock = ManualClock::new();
    let mut left = 2;
    let lab = Lab::made(
        move |_| {
            left -= 1;
            if left > 0 {
                return Reply::Later(503, 5);
            }
            Reply::xml(format!("<session_list>{}</session_list>", session("0a")))
        },
        |builder| builder.clock(Arc::new(clock.clone())),
    );
    let mut stream = sessions(&lab).stream();
    let mut context = Context::from_waker(Waker::noop());
    let mut next = |stream: &mut ReportStream<Session>| {
        let next = std::pin::pin!(stream.try_next());
        next.poll(&mut context).map(|item| item.unwrap().unwrap().lsid.to_string())
    };
    for _ in 0..3 {
        assert!(next(&mut stream).is_pending());
        assert_eq!(lab.asked().len(), 1);
    }
    clock.advance(std::time::Duration::from_secs(60));
    assert_eq!(next(&mut stream), Poll::Ready("0a".to_owned()));
    assert_eq!(lab.asked().len(), 2);
}

#[tokio::test]
async fn an_item_that_is_wrong_does_not_hide_the_others() {
    let lab = Lab::new(|_| {
        Reply::xml(format!("<session_list>{}<session/>{}</session_list>", session("0a"), session("0b")))
    });
    let mut stream = sessions(&lab).stream();
    assert!(stream.try_next().await.unwrap().is_some());
    let error = stream.try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Decode, Some("AccessSession")));
    assert!(error.to_string().contains("`lsid` is missing") && !stream.is_over(), "{error}");
    assert_eq!(stream.try_next().await.unwrap().unwrap().lsid.as_str(), "0b");
    assert!(stream.try_next().await.unwrap().is_none() && stream.is_over());
}

#[tokio::test]
async fn what_was_whole_comes_before_the_error() {
    let start = format!("<session_list>{}{}<session lsid='0c'>", session("0a"), session("0b"));
    for end in [End::Broken, End::Whole] {
        let start = start.clone();
        let lab =
            Lab::with(move |_| Reply::Answer(200, vec![start.clone().into()], end), RetryPolicy::attempts(3));
        let mut stream = sessions(&lab).stream();
        let mut lsids = Vec::new();
        let error = loop {
            match stream.try_next().await {
                Ok(Some(session)) => lsids.push(session.lsid.to_string()),
                Ok(None) => panic!("no error"),
                Err(error) => break error,
            }
        };
        assert_eq!(lsids, ["0a", "0b"]);
        assert_eq!((error.kind(), error.operation()), (ErrorKind::Interrupted, Some("AccessSession")));
        assert!(stream.is_over() && stream.try_next().await.unwrap().is_none());
        assert_eq!(lab.asked().len(), 1, "an answer that has begun is not asked for again without a plan");
    }
}

#[tokio::test]
async fn what_got_no_answer_is_asked_for_again() {
    let mut left = vec![Reply::Failure(ErrorKind::Timeout), Reply::Answer(503, Vec::new(), End::Whole)];
    left.push(Reply::Answer(429, Vec::new(), End::Whole));
    let lab = Lab::with(
        move |_| {
            left.pop()
                .unwrap_or_else(|| Reply::xml(format!("<session_list>{}</session_list>", session("0a"))))
        },
        RetryPolicy::attempts(4),
    );
    assert_eq!(sessions(&lab).all(9).await.unwrap().len(), 1);
    assert_eq!(lab.asked().len(), 4);
}

#[tokio::test]
async fn all_is_for_so_many() {
    let lab = Lab::new(|_| {
        Reply::xml(
            "<session_summary_list><session_summary lsid='0a'/><session_summary lsid='0b'/></session_summary_list>",
        )
    });
    assert_eq!(listing(&lab).all(2).await.unwrap().len(), 2);
    let error = listing(&lab).all(1).await.unwrap_err();
    let expected = "AccessSessionListing: the report has more than 1 items";
    assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::Decode, expected));
    let mut limits = Limits::default();
    limits.stream_items = Some(1);
    let error = listing(&lab).with_limits(limits).all(2).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn the_xml_is_left_as_it_is_on_demand() {
    let xml = "<error>Invalid lsid.</error>";
    let lab = Lab::new(move |_| Reply::xml(xml));
    let body = sessions(&lab).response().await.unwrap().into_body();
    assert_eq!(body.collect(99).await.unwrap(), xml);
    let lab = Lab::new(|_| Reply::Answer(403, Vec::new(), End::Whole));
    let error = sessions(&lab).response().await.unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Appliance, Some("AccessSession")));
    assert_eq!(error.status().unwrap(), 403);
}

#[tokio::test]
async fn sessions_that_are_known_are_left_out() {
    let lab = Lab::new(|_| {
        let listed = ["0a", "0b", "0c"].map(|lsid| format!("<session_summary lsid='{lsid}'/>")).concat();
        Reply::xml(format!("<session_summary_list>{listed}</session_summary_list>"))
    });
    let known = ["0a", "0c"].map(Lsid::new);
    let mut stream = listing(&lab).except(&known).stream();
    assert_eq!(stream.try_next().await.unwrap().unwrap().lsid.as_str(), "0b");
    assert!(stream.try_next().await.unwrap().is_none());
    assert_eq!((stream.progress().items, stream.progress().repeated), (1, 2));
}

#[tokio::test]
async fn many_sessions_are_one_stream() {
    let lab = Lab::new(|form| {
        let lsids = form.split("lsids=").nth(1).unwrap().split("%2C").map(session).collect::<String>();
        Reply::xml(format!("<session_list>{lsids}</session_list>"))
    });
    let lsids: Vec<Lsid> = (0..5).map(|number| Lsid::new(format!("{number}"))).collect();
    let report = Reporting::new(lab.pipeline.clone()).access_sessions(lsids.clone()).lsids_at_once(2);
    let found = report.all(9).await.unwrap();
    assert!(found.iter().map(|session| &session.lsid).eq(&lsids));
    assert_eq!(lab.asked(), ["lsids=0%2C1", "lsids=2%2C3", "lsids=4"]);
}
