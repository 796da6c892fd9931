//! Plans, and what fails otherwise than by its length.

use super::*;

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
