//! Long ranges against a site that fails as it is told.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bt_sra_core::{Clock as _, ErrorKind, ManualClock, Timestamp};
use bt_sra_xml_model::Lsid;
use bt_sra_xml_model::report::{Session, VaultAccountActivity};
use expect_test::expect;

use super::{End, Lab, Reply};
use crate::pra::Reporting;
use crate::{Plan, Report, ReportStream, Window};

/// What the clock of a lab shows.
const NOW: u64 = 1_767_225_600;

/// How the site takes the end of a window; no source tells.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Upper {
    Exclusive,
    Inclusive,
}

/// A window as the site reads it from a form.
#[derive(Clone, Copy, Debug)]
struct Asked {
    from: u64,
    /// Zero is until now.
    length: u64,
}

impl Asked {
    fn read(form: &str) -> Self {
        let pairs: BTreeMap<&str, &str> = form.split('&').filter_map(|pair| pair.split_once('=')).collect();
        let number = |name: &str| pairs[name].parse().unwrap();
        Self { from: number("start_time"), length: number("duration") }
    }

    fn span(self) -> u64 {
        if self.length == 0 { NOW - self.from } else { self.length }
    }

    fn has(self, at: u64, upper: Upper) -> bool {
        let end = self.from + self.span();
        at >= self.from && (at < end || (at == end && (upper == Upper::Inclusive || self.length == 0)))
    }
}

fn session(at: u64) -> String {
    // One that runs has no end.
    let end = if at.is_multiple_of(2) { "<end_time timestamp='9999999999'/>" } else { "" };
    format!("<session lsid='s{at}'><start_time timestamp='{at}'/>{end}</session>")
}

fn sessions_of(asked: Asked, starts: &[u64], upper: Upper) -> String {
    let found: String = starts.iter().filter(|at| asked.has(**at, upper)).map(|at| session(*at)).collect();
    format!("<session_list>{found}</session_list>")
}

/// Where a window begins that reaches `span` seconds back.
fn back(span: u64) -> (u64, Window) {
    let from = NOW - span;
    let at = Timestamp::from_second(i64::try_from(from).unwrap()).unwrap();
    (from, Window::started_since(at))
}

fn report(lab: &Lab, window: Window, plan: Plan) -> Report<Session> {
    Reporting::new(lab.pipeline.clone()).access_sessions(window).planned(plan)
}

/// Reads all, and shows each session as the seconds of its start.
async fn read(stream: &mut ReportStream<Session>) -> (Vec<u64>, Option<ErrorKind>) {
    let mut starts = Vec::new();
    loop {
        match stream.try_next().await {
            Ok(Some(session)) => {
                let start = u64::try_from(session.start_time.at().as_second()).unwrap();
                assert_eq!(session.is_running(), !start.is_multiple_of(2), "the state is kept");
                starts.push(start);
            }
            Ok(None) => return (starts, None),
            Err(error) => {
                assert_eq!(error.operation(), Some("AccessSession"));
                return (starts, Some(error.kind()));
            }
        }
    }
}

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// What was asked, as distances from `from`.
fn windows(lab: &Lab, from: u64) -> String {
    let asked = lab.asked();
    let windows = asked.iter().map(|form| {
        let asked = Asked::read(form);
        let end =
            if asked.length == 0 { "now".to_owned() } else { (asked.from + asked.length - from).to_string() };
        format!("{}-{end}", asked.from - from)
    });
    windows.collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_long_range_is_asked_for_in_windows_and_nothing_comes_twice() {
    for upper in [Upper::Exclusive, Upper::Inclusive] {
        let (from, window) = back(1000);
        // On borders, and beside them.
        let starts: Vec<u64> = [0, 1, 299, 300, 301, 600, 899, 900, 999, 1000].map(|at| from + at).into();
        let site = starts.clone();
        let lab = Lab::new(move |form| Reply::xml(sessions_of(Asked::read(form), &site, upper)));
        let mut stream = report(&lab, window, Plan::new(seconds(300))).stream();
        assert_eq!(read(&mut stream).await, (starts, None));
        assert_eq!(windows(&lab, from), "0-300 300-600 600-900 900-now");
        let repeated = if upper == Upper::Inclusive { 3 } else { 0 };
        assert_eq!((stream.progress().repeated, stream.progress().answers), (repeated, 4));
    }
}

#[tokio::test]
async fn a_window_that_fails_is_halved_until_it_does_not() {
    let failures: [fn() -> Reply; 5] = [
        || Reply::Failure(ErrorKind::Timeout),
        || Reply::Failure(ErrorKind::Interrupted),
        || Reply::Answer(500, Vec::new(), End::Whole),
        || Reply::Answer(413, Vec::new(), End::Whole),
        || Reply::xml("<error>The report would be TOO LARGE today.</error>"),
    ];
    for failure in failures {
        let (from, window) = back(800);
        let starts: Vec<u64> = (0..=8).map(|at| from + at * 100).collect();
        let site = starts.clone();
        let lab = Lab::new(move |form| {
            let asked = Asked::read(form);
            // The second hundred is a busy one.
            let is_busy = asked.has(from + 150, Upper::Exclusive);
            if asked.span() > 400 || (is_busy && asked.span() > 100) {
                failure()
            } else {
                Reply::xml(sessions_of(asked, &site, Upper::Inclusive))
            }
        });
        let plan = Plan::days(1).least(seconds(100)).halving_on("too large");
        let mut stream = report(&lab, window, plan).stream();
        assert_eq!(read(&mut stream).await, (starts, None));
        assert_eq!(windows(&lab, from), "0-now 0-400 0-200 0-100 100-200 200-400 400-now");
        assert_eq!(stream.progress().failed, 3);
    }
}

#[tokio::test]
async fn what_a_broken_window_has_given_is_not_given_again() {
    for upper in [Upper::Exclusive, Upper::Inclusive] {
        let (from, window) = back(800);
        let starts: Vec<u64> = (0..=80).map(|at| from + at * 10).collect();
        let site = starts.clone();
        // Each answer breaks after ten sessions.
        let lab = Lab::new(move |form| {
            let xml = sessions_of(Asked::read(form), &site, upper);
            match xml.match_indices("</session>").nth(9) {
                Some((at, end)) => Reply::broken(&xml.as_bytes()[..at + end.len()]),
                None => Reply::xml(xml),
            }
        });
        let mut stream = report(&lab, window, Plan::new(seconds(400)).least(seconds(10))).stream();
        assert_eq!(read(&mut stream).await, (starts, None), "in order, each one once");
        assert!(stream.progress().failed > 0 && stream.progress().repeated > 0);
    }
}

#[tokio::test]
async fn an_answer_that_stops_is_late_and_halved() {
    let from = NOW - 400;
    let at = |second: u64| Timestamp::from_second(i64::try_from(second).unwrap()).unwrap();
    let window = Window::started_between(at(from), at(NOW)).unwrap();
    let starts: Vec<u64> = (0..4).map(|at| from + at * 100).collect();
    let site = starts.clone();
    let lab = Lab::new(move |form| {
        let asked = Asked::read(form);
        let xml = sessions_of(asked, &site, Upper::Exclusive);
        if asked.span() > 200 {
            Reply::Answer(200, vec![xml.as_bytes()[..xml.len() - 30].to_vec().into()], End::Never)
        } else {
            Reply::xml(xml)
        }
    });
    let report = report(&lab, window, Plan::days(1)).with_deadline(seconds(60));
    let mut stream = report.stream();
    assert_eq!(read(&mut stream).await, (starts, None));
    assert_eq!(windows(&lab, from), "0-400 0-200 200-400");
    assert_eq!(stream.progress().repeated, 3);
    assert_eq!(stream.window().unwrap().to_string(), format!("start_time={}&duration=200", from + 200));
}

#[tokio::test]
async fn an_error_tells_where_to_go_on() {
    let (from, window) = back(400);
    let lab = Lab::new(move |form| {
        let asked = Asked::read(form);
        if asked.from == from + 200 {
            return Reply::xml("<error>Permission denied.</error>");
        }
        Reply::xml(sessions_of(asked, &[asked.from], Upper::Exclusive))
    });
    let mut stream = report(&lab, window, Plan::new(seconds(100))).stream();
    assert_eq!(read(&mut stream).await, (vec![from, from + 100], Some(ErrorKind::Appliance)));
    let expected = format!("start_time={}&duration=100", from + 200);
    assert_eq!(stream.window().unwrap().to_string(), expected);
}

#[tokio::test]
async fn the_shortest_window_is_asked_for_again_and_then_given_up() {
    for (breaks, expected) in [(2, None), (3, Some(ErrorKind::Interrupted))] {
        let (from, window) = back(50);
        let mut left = breaks;
        let lab = Lab::new(move |form| {
            let xml = sessions_of(Asked::read(form), &[from + 1, from + 2], Upper::Exclusive);
            if left == 0 {
                return Reply::xml(xml);
            }
            left -= 1;
            Reply::broken(&xml.as_bytes()[..xml.find("</session>").unwrap() + 10])
        });
        let mut stream = report(&lab, window, Plan::days(1)).stream();
        let (starts, error) = read(&mut stream).await;
        assert_eq!(error, expected);
        assert_eq!(starts[0], from + 1);
        assert_eq!(starts.len(), if error.is_some() { 1 } else { 2 }, "each one once");
        assert_eq!(lab.asked().len(), 3);
        assert!(stream.is_over());
    }
}

#[tokio::test]
async fn a_refusal_ends_a_plan_at_once() {
    for (reply, kind) in [
        (Reply::xml("<error>Permission denied.</error>"), ErrorKind::Appliance),
        (Reply::Answer(403, Vec::new(), End::Whole), ErrorKind::Appliance),
        (Reply::xml("<html/>"), ErrorKind::Decode),
        (Reply::Failure(ErrorKind::Connect), ErrorKind::Connect),
    ] {
        let lab = Lab::new(move |_| reply.clone());
        let mut stream = report(&lab, back(86_400 * 30).1, Plan::days(1)).stream();
        assert_eq!(read(&mut stream).await, (Vec::new(), Some(kind)));
        assert_eq!(lab.asked().len(), 1);
    }
}

#[tokio::test]
async fn windows_without_data_do_not_end_a_plan() {
    let (from, window) = back(1000);
    let lab = Lab::new(move |form| {
        let asked = Asked::read(form);
        if asked.has(from + 650, Upper::Exclusive) {
            Reply::xml(sessions_of(asked, &[from + 650], Upper::Exclusive))
        } else {
            Reply::xml(
                "<error>No Support report information matching your chosen criteria is available.</error>",
            )
        }
    });
    let mut stream = report(&lab, window, Plan::new(seconds(100))).stream();
    assert_eq!(read(&mut stream).await, (vec![from + 650], None));
    assert_eq!(stream.progress().finished, 10);
    assert_eq!(stream.said_no_data(), None, "there was data");
}

#[tokio::test]
async fn what_is_not_remembered_is_not_asked_for_again() {
    let (from, window) = back(800);
    let starts: Vec<u64> = (0..8).map(|at| from + at * 100).collect();
    let lab = Lab::new(move |form| {
        let xml = sessions_of(Asked::read(form), &starts, Upper::Exclusive);
        Reply::broken(&xml.as_bytes()[..xml.len() - 15])
    });
    let mut stream = report(&lab, window, Plan::days(1).remembered(7)).stream();
    let (found, error) = read(&mut stream).await;
    assert_eq!((found.len(), error, lab.asked().len()), (8, Some(ErrorKind::Interrupted), 1));
}

#[tokio::test]
async fn a_range_of_years_is_cut_only_as_far_as_it_is_read() {
    let lab = Lab::new(|form| {
        let asked = Asked::read(form);
        Reply::xml(sessions_of(asked, &[asked.from], Upper::Exclusive))
    });
    let (from, window) = back(Plan::MOST_WINDOWS);
    let mut stream = report(&lab, window, Plan::new(seconds(1))).stream();
    for expected in from..from + 5 {
        let session = stream.try_next().await.unwrap().unwrap();
        assert_eq!(u64::try_from(session.start_time.at().as_second()).unwrap(), expected);
    }
    assert_eq!(lab.asked().len(), 5);
}

#[tokio::test]
async fn a_plan_of_too_many_windows_is_refused_before_it_is_begun() {
    let lab = Lab::new(|_| Reply::xml("<session_list/>"));
    let mut shown = String::new();
    for plan in [Plan::days(0), Plan::new(seconds(1))] {
        let mut stream = report(&lab, back(Plan::MOST_WINDOWS + 1).1, plan).stream();
        let error = stream.try_next().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(stream.is_over());
        shown.push_str(&format!("{error}\n"));
    }
    assert_eq!(lab.asked().len(), 0);
    expect![[r#"
        AccessSession: the windows of the plan have no length: `Plan::days(1)` takes one for each day
        AccessSession: the plan takes 100001 windows, each of them a request, and at most 100000 are asked for: begin later, or take longer windows
    "#]]
    .assert_eq(&shown);
}

#[tokio::test]
async fn a_refusal_that_nobody_knows_halves_a_window_once_if_others_were_answered() {
    for (refused_above, plan, expected, error) in [
        (300, Plan::new(seconds(400)), "0-400 400-800", Some(ErrorKind::Appliance)),
        (300, Plan::new(seconds(400)).halving_refusals(), "0-400 400-800 400-600 600-800 800-now", None),
        (
            100,
            Plan::new(seconds(400)).halving_refusals(),
            "0-400 400-800 400-600",
            Some(ErrorKind::Appliance),
        ),
    ] {
        let (from, window) = back(1000);
        let lab = Lab::new(move |form| {
            let asked = Asked::read(form);
            if asked.from >= from + 400 && asked.span() > refused_above {
                return Reply::xml("<error>Zu viel.</error>");
            }
            Reply::xml("<session_list/>")
        });
        let mut stream = report(&lab, window, plan).stream();
        assert_eq!(read(&mut stream).await, (Vec::new(), error));
        assert_eq!(windows(&lab, from), expected);
    }
    let lab = Lab::new(|_| Reply::xml("<error>Permission denied.</error>"));
    let mut stream = report(&lab, back(1000).1, Plan::days(1).halving_refusals()).stream();
    assert_eq!(read(&mut stream).await, (Vec::new(), Some(ErrorKind::Appliance)));
    assert_eq!(lab.asked().len(), 1, "nothing was answered yet");
}

#[tokio::test]
async fn batches_of_sessions_are_halved_too() {
    let lab = Lab::new(|form| {
        let lsids: Vec<&str> = form.split("lsids=").nth(1).unwrap().split("%2C").collect();
        if lsids.len() > 2 {
            return Reply::Failure(ErrorKind::Timeout);
        }
        let found: String = lsids.iter().map(|lsid| session(lsid[1..].parse().unwrap())).collect();
        Reply::xml(format!("<session_list>{found}</session_list>"))
    });
    let lsids: Vec<Lsid> = (0..7).map(|at| Lsid::new(format!("s{at}"))).collect();
    let mut stream =
        Reporting::new(lab.pipeline.clone()).access_sessions(lsids).planned(Plan::days(1)).stream();
    assert_eq!(read(&mut stream).await, ((0..7).collect(), None));
    expect!["s0,s1,s2,s3,s4,s5,s6 s0,s1,s2 s0 s1,s2 s3,s4,s5,s6 s3,s4 s5,s6"]
        .assert_eq(&lab.asked().join(" ").replace("%2C", ",").replace("lsids=", ""));
}

/// A site that refuses or leaves out what it does not know.
fn picky(known: impl Fn(u64) -> bool + Send + 'static, refuses: Option<&'static str>) -> Lab {
    Lab::new(move |form| {
        let asked = form.split("lsids=").nth(1).unwrap().split("%2C");
        let asked: Vec<u64> = asked.map(|lsid| lsid[1..].parse().unwrap()).collect();
        match refuses {
            Some(words) if !asked.iter().all(|at| known(*at)) => {
                Reply::xml(format!("<error>{words}</error>"))
            }
            _ => {
                let found: String = asked.into_iter().filter(|at| known(*at)).map(session).collect();
                Reply::xml(format!("<session_list>{found}</session_list>"))
            }
        }
    })
}

fn numbered(count: u64) -> Vec<Lsid> {
    (0..count).map(|at| Lsid::new(format!("s{at}"))).collect()
}

#[tokio::test]
async fn sessions_that_do_not_come_are_noticed() {
    for is_planned in [false, true] {
        let lab = picky(|at| at % 100 != 57, None);
        let report = Reporting::new(lab.pipeline.clone()).access_sessions(numbered(250));
        let mut stream = if is_planned { report.planned(Plan::days(1)) } else { report }.stream();
        let (found, error) = read(&mut stream).await;
        assert_eq!((found.len(), error, lab.asked().len()), (248, None, 3));
        assert_eq!(stream.missing(), ["s57", "s157"].map(Lsid::new));
        assert_eq!(stream.rest(), None);
    }
}

#[tokio::test]
async fn a_session_for_which_a_batch_is_refused_is_found_and_left_out() {
    let lab = picky(|at| at != 57, Some("Invalid lsid."));
    let report = || Reporting::new(lab.pipeline.clone()).access_sessions(numbered(250));
    let mut stream = report().planned(Plan::days(1)).stream();
    let (found, error) = read(&mut stream).await;
    assert_eq!((found.len(), error), (249, None));
    assert_eq!(stream.missing(), [Lsid::new("s57")]);
    assert!(lab.asked().len() <= 3 + 2 * 7, "{}", lab.asked().len());
    // Without a plan it is an error, and the rest says what it was about.
    let mut stream = report().stream();
    assert_eq!(read(&mut stream).await, (Vec::new(), Some(ErrorKind::Appliance)));
    assert_eq!(stream.rest(), Some(numbered(250).into()));
}

#[tokio::test]
async fn a_refusal_that_is_about_no_single_session_is_not_halved_for_ever() {
    for (known, words, requests) in
        [(100, "Permission denied.", 22), (0, "Permission denied.", 1), (0, "Invalid lsid.", 21)]
    {
        let lab = picky(move |at| at < known, Some(words));
        let report = Reporting::new(lab.pipeline.clone()).access_sessions(numbered(400));
        let mut stream = report.planned(Plan::days(1)).stream();
        let (found, error) = read(&mut stream).await;
        assert_eq!((found.len() as u64, error), (known, Some(ErrorKind::Appliance)));
        assert_eq!(lab.asked().len(), requests, "{words}");
    }
    let lab = picky(|_| false, Some("Invalid lsid."));
    let report = Reporting::new(lab.pipeline.clone()).access_sessions(numbered(1)).planned(Plan::days(1));
    assert_eq!(read(&mut report.stream()).await, (Vec::new(), Some(ErrorKind::Appliance)));
}

#[tokio::test]
async fn what_is_left_goes_on_where_an_error_was() {
    let (from, window) = back(800);
    let starts: Vec<u64> = (0..8).map(|at| from + at * 100).collect();
    let (site, broken) = (starts.clone(), Arc::new(Mutex::new(true)));
    let mended = Arc::clone(&broken);
    let lab = Lab::new(move |form| {
        let asked = Asked::read(form);
        if asked.from == from + 300 && *broken.lock().unwrap() {
            return Reply::Failure(ErrorKind::Connect);
        }
        if asked.span() > 100 {
            Reply::Failure(ErrorKind::Timeout)
        } else {
            Reply::xml(sessions_of(asked, &site, Upper::Exclusive))
        }
    });
    let plan = || Plan::new(seconds(200)).least(seconds(100));
    let mut stream = report(&lab, window, plan()).stream();
    let (mut found, error) = read(&mut stream).await;
    assert_eq!((found.len(), error), (3, Some(ErrorKind::Connect)));
    let Some(crate::Sessions::In(rest)) = stream.rest() else { panic!("a window") };
    assert_eq!(rest.to_string(), format!("start_time={}&duration=0", from + 300));
    *mended.lock().unwrap() = false;
    let mut stream = report(&lab, rest, plan()).stream();
    found.extend(read(&mut stream).await.0);
    assert_eq!(found, starts);
    assert_eq!(stream.rest(), None);
}

#[tokio::test]
async fn activity_that_says_the_same_is_not_mixed_up() {
    for upper in [Upper::Exclusive, Upper::Inclusive] {
        let (from, window) = back(400);
        // Twice in one second, on the border and elsewhere.
        let times = [50, 50, 150, 200, 200, 200, 350].map(|at| from + at);
        let broken = Arc::new(Mutex::new(true));
        let lab = Lab::new(move |form| {
            let asked = Asked::read(form);
            let found: String = times
                .iter()
                .filter(|at| asked.has(**at, upper))
                .map(|at| {
                    format!(
                        "<vault_account_activity timestamp='{at}' event_type='Account Created' account='1'/>"
                    )
                })
                .collect();
            let xml = format!("<vault_account_activity_list>{found}</vault_account_activity_list>");
            if std::mem::take(&mut *broken.lock().unwrap()) {
                let second = xml.match_indices("/>").nth(1).unwrap().0;
                return Reply::broken(&xml.as_bytes()[..second + 2]);
            }
            Reply::xml(xml)
        });
        let activity = Reporting::new(lab.pipeline.clone()).vault_account_activity(window);
        let found: Vec<VaultAccountActivity> =
            activity.planned(Plan::new(seconds(200)).least(seconds(50))).all(99).await.unwrap();
        let found: Vec<u64> =
            found.iter().map(|activity| u64::try_from(activity.timestamp.as_second()).unwrap()).collect();
        assert_eq!(found, times);
        assert_eq!(windows(&lab, from), "0-200 0-100 100-200 200-now");
    }
}

#[tokio::test]
async fn a_window_until_now_is_not_halved_for_ever_by_an_appliance_that_fails_slowly() {
    let clock = ManualClock::impatient();
    let mut left = 200;
    let slow = clock.clone();
    let lab = Lab::timed(&clock, move |form| {
        left -= 1;
        assert!(left > 0, "it does not end");
        if Asked::read(form).length > 0 {
            return Reply::xml("<session_list/>");
        }
        slow.advance(seconds(600));
        Reply::Failure(ErrorKind::Timeout)
    });
    let (from, window) = back(800);
    let mut stream = report(&lab, window, Plan::days(1).least(seconds(100))).stream();
    assert_eq!(read(&mut stream).await, (Vec::new(), Some(ErrorKind::Timeout)));
    let expected = "0-now 0-400 400-now 400-600 600-now 600-700 700-now 700-now 700-now";
    assert_eq!(windows(&lab, from), expected);
    assert!(clock.now() > Timestamp::from_second(i64::try_from(NOW).unwrap()).unwrap());
}

#[tokio::test]
async fn a_plan_does_not_run_after_the_present() {
    let clock = ManualClock::impatient();
    let (slow, mut left) = (clock.clone(), 50);
    let lab = Lab::timed(&clock, move |_| {
        left -= 1;
        assert!(left > 0, "it does not end");
        slow.advance(seconds(300));
        Reply::xml("<session_list/>")
    });
    let (from, window) = back(800);
    let mut stream = report(&lab, window, Plan::new(seconds(200))).stream();
    assert_eq!(read(&mut stream).await, (Vec::new(), None));
    assert_eq!(windows(&lab, from), "0-200 200-400 400-600 600-now");
}

/// Never has a place.
#[derive(Debug)]
struct Spent;

#[async_trait::async_trait]
impl bt_sra_transport::RateBudget for Spent {
    async fn acquire(&self) -> bt_sra_core::Result<bt_sra_transport::Permit> {
        std::future::pending().await
    }

    async fn release(
        &self,
        _permit: bt_sra_transport::Permit,
        _hint: bt_sra_transport::RateHint,
    ) -> bt_sra_core::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn what_was_not_sent_is_not_halved() {
    let lab = Lab::made(
        |_| Reply::xml("<session_list/>"),
        |builder| builder.budget(Arc::new(Spent)).clock(Arc::new(ManualClock::impatient())),
    );
    let waits = report(&lab, back(86_400).1, Plan::days(1)).with_deadline(seconds(60));
    let mut stream = waits.stream();
    let error = stream.try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::Timeout, false));
    assert_eq!((stream.progress().failed, lab.asked().len()), (0, 0));
}

#[tokio::test]
async fn an_appliance_that_counts_too_many_requests_is_left_alone() {
    for (status, kind) in [(429, ErrorKind::RateLimited), (401, ErrorKind::Appliance)] {
        let lab = Lab::new(move |_| Reply::Answer(status, Vec::new(), End::Whole));
        let mut stream = report(&lab, back(86_400).1, Plan::days(1)).stream();
        assert_eq!(read(&mut stream).await, (Vec::new(), Some(kind)));
        assert_eq!((lab.asked().len(), stream.progress().failed), (1, 0));
    }
}

#[tokio::test]
async fn an_appliance_that_asks_for_patience_is_asked_for_the_same_again() {
    for (seconds_asked, waited) in [(90, 90), (0, 2)] {
        let clock = ManualClock::impatient();
        let mut left = 1;
        let lab = Lab::timed(&clock, move |_| {
            left -= 1;
            if left < 0 { Reply::xml("<session_list/>") } else { Reply::Later(503, seconds_asked) }
        });
        let (from, window) = back(800);
        let mut stream = report(&lab, window, Plan::days(1)).stream();
        assert_eq!(read(&mut stream).await, (Vec::new(), None));
        assert_eq!(windows(&lab, from), "0-now 0-now");
        assert_eq!(clock.monotonic(), seconds(waited));
    }
    // More than anybody waits for is an error that says so.
    let lab = Lab::new(|_| Reply::Later(503, 86_400));
    let error = report(&lab, back(800).1, Plan::days(1)).all(9).await.unwrap_err();
    assert_eq!((error.retry_after(), lab.asked().len()), (Some(seconds(86_400)), 1));
}

#[tokio::test]
async fn an_appliance_that_fails_has_a_rest_before_it_is_asked_for_halves() {
    let clock = ManualClock::impatient();
    let lab = Lab::timed(&clock, |form| match Asked::read(form).span() {
        0..=200 => Reply::xml("<session_list/>"),
        201..=400 => Reply::Answer(414, Vec::new(), End::Whole),
        _ => Reply::Failure(ErrorKind::Timeout),
    });
    let (from, window) = back(800);
    let mut stream = report(&lab, window, Plan::days(1)).stream();
    assert_eq!(read(&mut stream).await, (Vec::new(), None));
    assert_eq!(windows(&lab, from), "0-now 0-400 0-200 200-400 400-now 400-600 600-now");
    assert_eq!(clock.monotonic(), seconds(6));
}
