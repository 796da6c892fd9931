//! Plans of every kind of item and window.

use super::*;

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
async fn windows_of_days_are_one_stream() {
    let lab = Lab::new(|form| {
        let day = form.split(['=', '&']).nth(3).unwrap().replace('-', "");
        // On the border of two windows, and in one only.
        Reply::xml(format!(
            "<session_list>{}{}</session_list>",
            session(20_251_231),
            session(day.parse().unwrap())
        ))
    });
    let day = Day::new(2025, 12, 28).unwrap();
    let mut stream = report(&lab, Window::started_since_day(day), Plan::days(2)).stream();
    assert_eq!(read(&mut stream).await, (vec![20_251_231, 20_251_228, 20_251_230], None));
    assert_eq!(lab.asked(), ["start_date=2025-12-28&duration=2", "start_date=2025-12-30&duration=0"]);
    let window = Window::started_on(day, 5).unwrap();
    let lab = Lab::new(|form| {
        if form.ends_with("=5") { Reply::Failure(ErrorKind::Timeout) } else { Reply::xml("<session_list/>") }
    });
    let mut stream = report(&lab, window, Plan::days(7)).stream();
    assert_eq!(read(&mut stream).await, (Vec::new(), None));
    let expected = ["2025-12-28&duration=5", "2025-12-28&duration=2", "2025-12-30&duration=3"];
    assert_eq!(lab.asked(), expected.map(|rest| format!("start_date={rest}")));
}

#[tokio::test]
async fn a_plan_leaves_out_what_is_known() {
    let lab = Lab::new(|_| Reply::xml(format!("<session_list>{}{}</session_list>", session(2), session(4))));
    let since = Timestamp::from_second(i64::try_from(NOW - 800).unwrap()).unwrap();
    let known = [Lsid::new("s2")];
    let mut stream = Reporting::new(lab.pipeline.clone())
        .access_sessions(Window::ended_since(since))
        .planned(Plan::new(seconds(400)))
        .except(&known)
        .stream();
    assert_eq!(read(&mut stream).await, (vec![4], None));
    assert_eq!((stream.progress().repeated, stream.progress().answers), (3, 2));
}

#[tokio::test]
async fn listings_and_surveys_are_planned_too() {
    let (from, window) = back(800);
    let listing = Lab::new(move |form| {
        let asked = Asked::read(form);
        let listed =
            [0, 400, 500].map(|at| from + at).into_iter().filter(|at| asked.has(*at, Upper::Inclusive));
        let listed: String = listed.map(|at| format!("<session_summary lsid='s{at}'/>")).collect();
        Reply::xml(format!("<session_summary_list>{listed}</session_summary_list>"))
    });
    let report = Reporting::new(listing.pipeline.clone()).access_session_listing(window);
    let found = report.planned(Plan::new(seconds(400))).all(9).await.unwrap();
    let found: Vec<&str> = found.iter().map(|listed| listed.lsid.as_str()).collect();
    assert_eq!(found, [0, 400, 500].map(|at| format!("s{}", from + at)));
    let surveys = Lab::new(move |form| {
        let asked = Asked::read(form);
        // Two of one session on the border, and two that say the same.
        let answers = [(0, "a"), (400, "b"), (400, "c"), (400, "c")].map(|(at, answer)| (from + at, answer));
        let found: String = answers
            .iter()
            .filter(|(at, _)| asked.has(*at, Upper::Inclusive))
            .map(|(at, by)| {
                format!(
                    "<exit_survey lsid='s' timestamp='{at}'><submitted_by>{by}</submitted_by></exit_survey>"
                )
            })
            .collect();
        Reply::xml(format!("<exit_survey_list>{found}</exit_survey_list>"))
    });
    let report = crate::rs::Reporting::new(surveys.pipeline.clone())
        .customer_surveys(Surveys::within(window, Whose::All), SurveyBy::Rep);
    let mut stream = report.planned(Plan::new(seconds(400))).stream();
    let mut found = 0;
    while stream.try_next().await.unwrap().is_some() {
        found += 1;
    }
    assert_eq!((found, stream.progress().repeated), (4, 3));
}

#[tokio::test]
async fn an_item_that_is_wrong_in_a_window_that_breaks_does_not_hide_the_others() {
    let (from, window) = back(50);
    let mut left = 2;
    let lab = Lab::new(move |_| {
        left -= 1;
        let [first, second] = [1, 2].map(|at| session(from + at));
        let start = format!("<session_list>{first}<session/>{second}");
        if left > 0 { Reply::broken(start) } else { Reply::xml(format!("{start}</session_list>")) }
    });
    let mut stream = report(&lab, window, Plan::days(1)).stream();
    let mut outcome = Vec::new();
    loop {
        match stream.try_next().await {
            Ok(None) => break,
            Ok(Some(session)) => outcome.push(session.lsid.to_string()),
            Err(error) => outcome.push(format!("{:?}", error.kind())),
        }
    }
    // The wrong one is told each time it comes, the others once.
    let [first, second] = [1, 2].map(|at| format!("s{}", from + at));
    assert_eq!(outcome, [first, "Decode".to_owned(), second, "Decode".to_owned()]);
    assert_eq!(lab.asked().len(), 2);
}

#[tokio::test]
async fn items_come_in_the_order_of_the_appliance_within_windows_from_old_to_new() {
    for upper in [Upper::Exclusive, Upper::Inclusive] {
        let (from, window) = back(800);
        let starts: Vec<u64> = (0..8).rev().map(|at| from + at * 100).collect();
        let mut breaks = 1;
        let lab = Lab::new(move |form| {
            let xml = sessions_of(Asked::read(form), &starts, upper);
            breaks -= 1;
            if breaks < 0 { Reply::xml(xml) } else { Reply::broken(&xml.as_bytes()[..xml.len() - 15]) }
        });
        let mut stream = report(&lab, window, Plan::new(seconds(400)).least(seconds(400))).stream();
        let (found, error) = read(&mut stream).await;
        assert_eq!(error, None);
        let expected: &[u64] = match upper {
            Upper::Exclusive => &[3, 2, 1, 0, 7, 6, 5, 4],
            Upper::Inclusive => &[4, 3, 2, 1, 0, 7, 6, 5],
        };
        assert_eq!(found, expected.iter().map(|at| from + at * 100).collect::<Vec<_>>());
    }
}
