//! Long ranges against a site that fails as it is told.

mod batches;
mod failures;
mod kinds;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bt_sra_core::{Clock as _, ErrorKind, ManualClock, Timestamp};
use bt_sra_xml_model::Lsid;
use bt_sra_xml_model::report::{Session, VaultAccountActivity};
use expect_test::expect;

use super::{End, Lab, Reply};
use crate::pra::Reporting;
use crate::{Day, Plan, Report, ReportStream, SurveyBy, Surveys, Whose, Window};

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
