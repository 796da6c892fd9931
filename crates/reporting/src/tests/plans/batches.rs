//! Sessions by their identifiers: many, and some that there are not.

use super::*;

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
