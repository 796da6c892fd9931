//! The Reporting API of both products, with the typed client against the simulator.

use std::collections::BTreeSet;
use std::time::Duration;

use bt_sra::reporting::model::Lsid;
use bt_sra::reporting::model::report::{ListedSession, Record, ReportType, Session};
use bt_sra::reporting::{
    Day, LicenseInterval, Plan, Report, Sessions, StartWindow, SummaryBy, SurveyBy, Surveys, Whose, Window,
};
use bt_sra::{Clock as _, ErrorKind, Product, RetryPolicy, Timestamp, pra, rs};
use bt_sra_simulator::{Appliance, Builder, Fault};
use http::StatusCode;

use crate::in_process::World;

/// How many sessions are over when a simulator starts; two run.
const HISTORY: u64 = 40;

/// A client of either product, for what both have.
enum Client {
    Pra(pra::Client),
    Rs(rs::Client),
}

impl Client {
    fn sessions(&self, sessions: impl Into<Sessions>) -> Report<Session> {
        match self {
            Self::Pra(client) => client.reporting().access_sessions(sessions),
            Self::Rs(client) => client.reporting().support_sessions(sessions),
        }
    }

    fn listing(&self, window: Window) -> Report<ListedSession> {
        match self {
            Self::Pra(client) => client.reporting().access_session_listing(window),
            Self::Rs(client) => client.reporting().support_session_listing(window),
        }
    }
}

struct Place {
    world: World,
    appliance: Appliance,
    client: Client,
}

impl Place {
    fn of(product: Product, history: u64) -> Self {
        let world = World::default();
        let appliance = world.appliance(Builder::new(product).seed(7).items(20).history(history));
        let client = match product {
            Product::Pra => {
                let builder = pra::Client::builder("access.example.com").unwrap();
                Client::Pra(world.client(&appliance, builder).build().unwrap())
            }
            Product::Rs => {
                let builder = rs::Client::builder("support.example.com").unwrap();
                Client::Rs(world.client(&appliance, builder).build().unwrap())
            }
        };
        Self { world, appliance, client }
    }

    fn both() -> [Self; 2] {
        [Product::Pra, Product::Rs].map(|product| Self::of(product, HISTORY))
    }

    fn all(&self, report: Report<Session>) -> Vec<Session> {
        self.world.run(report.all(10_000)).unwrap()
    }

    fn shape(&self, name: &str, on: bool) {
        self.appliance.control().shape(name, on).unwrap();
    }

    /// A fault that meets reports, and no tokens.
    fn fault(&self, fault: Fault) {
        self.appliance.control().fault(fault.on_path("/api/reporting"));
    }
}

/// Everything that ever began.
fn ever() -> Window {
    Window::started_since(Timestamp::UNIX_EPOCH)
}

fn lsids(sessions: &[Session]) -> Vec<&str> {
    sessions.iter().map(|session| session.lsid.as_str()).collect()
}

#[test]
fn sessions_are_the_same_in_every_shape() {
    for place in Place::both() {
        let plain = place.all(place.client.sessions(ever()));
        assert_eq!(plain.len() as u64, HISTORY + 2);
        assert_eq!(plain.iter().filter(|session| session.is_running()).count(), 2);
        assert!(plain.iter().any(|session| session.events.len() > 5));
        for shapes in [
            &["no_namespace"][..],
            &["unknown_namespace"],
            &["prefixed"],
            &["dense"],
            &["cdata_and_comments"],
            &["stray_lines"],
            &["empty_end_time"],
            &["prefixed", "dense", "cdata_and_comments", "empty_end_time"],
        ] {
            shapes.iter().for_each(|shape| place.shape(shape, true));
            assert_eq!(place.all(place.client.sessions(ever())), plain, "{shapes:?}");
            shapes.iter().for_each(|shape| place.shape(shape, false));
        }
        for shape in ["extra_elements", "unconfirmed_elements", "no_ts"] {
            place.shape(shape, true);
            let odd = place.all(place.client.sessions(ever()));
            assert_eq!(lsids(&odd), lsids(&plain), "{shape}");
            let events =
                |sessions: &[Session]| sessions.iter().map(|session| session.events.len()).sum::<usize>();
            assert_eq!(events(&odd), events(&plain), "{shape}");
            place.shape(shape, false);
        }
    }
}

#[test]
fn windows_identifiers_and_the_list_agree() {
    for place in Place::both() {
        let all = place.all(place.client.sessions(ever()));
        let ended = all.iter().filter(|one| !one.is_running()).map(|one| one.lsid.as_str());
        let ended: BTreeSet<&str> = ended.collect();
        let by_end = place.all(place.client.sessions(Window::ended_since(Timestamp::UNIX_EPOCH)));
        assert_eq!(lsids(&by_end).into_iter().collect::<BTreeSet<_>>(), ended, "those that run are in none");
        let some = [&all[3], &all[20], &all[41]].map(|session| session.lsid.clone());
        let found = place.all(place.client.sessions(some.to_vec()).lsids_at_once(2));
        assert_eq!(found.iter().map(|session| &session.lsid).collect::<BTreeSet<_>>(), some.iter().collect());
        let one = place.all(place.client.sessions(&all[20].lsid));
        assert_eq!(one, all[20..21]);
        for key in [false, true] {
            place.shape("external_key_child", key);
            let listed = place.world.run(place.client.listing(ever()).all(9999)).unwrap();
            assert!(listed.iter().map(|one| &one.lsid).eq(all.iter().map(|one| &one.lsid)));
            assert!(listed.iter().zip(&all).all(|(one, session)| one.external_key == session.external_key));
        }
        // The next time, only what is new.
        let last = by_end.iter().filter_map(Session::ended_at).max().unwrap();
        let again = place.client.sessions(Window::ended_since(last));
        assert!(!place.all(again.clone()).is_empty(), "the last one comes again");
        assert_eq!(place.all(again.except(by_end.iter().map(|one| &one.lsid))), []);
    }
}

#[test]
fn sessions_that_are_not_there_are_named() {
    for place in Place::both() {
        let all = place.all(place.client.sessions(ever()));
        let unknown = Lsid::new("f".repeat(32));
        let some = [all[3].lsid.clone(), unknown.clone(), all[20].lsid.clone(), unknown.clone()];
        let mut stream = place.client.sessions(some).stream();
        let mut found = 0;
        place.world.run(async {
            while stream.try_next().await.unwrap().is_some() {
                found += 1;
            }
        });
        assert_eq!((found, stream.missing(), stream.rest()), (2, &[unknown][..], None));
    }
}

#[test]
fn nothing_is_no_error_in_any_form() {
    for place in Place::both() {
        let later = place.world.now().saturating_add(Duration::from_secs(86_400));
        let report = || place.client.sessions(Window::started_since(later));
        for shapes in [&[][..], &["nested_error"], &["localized_errors"], &["empty_reports"], &["error_code"]]
        {
            shapes.iter().for_each(|shape| place.shape(shape, true));
            let mut stream = report().stream();
            assert!(place.world.run(stream.try_next()).unwrap().is_none(), "{shapes:?}");
            assert_eq!(stream.said_no_data().is_none(), shapes == ["empty_reports"]);
            shapes.iter().for_each(|shape| place.shape(shape, false));
        }
    }
}

#[test]
fn what_is_refused_has_the_words_of_the_appliance() {
    for place in Place::both() {
        let unknown = place.client.sessions(Lsid::new("f".repeat(32)));
        let error = place.world.run(unknown.all(9)).unwrap_err();
        assert_eq!((error.kind(), error.appliance_message()), (ErrorKind::Appliance, Some("Invalid lsid.")));
        let id = place.appliance.client_id();
        place.appliance.control().permit(&id, "perm_reporting_support", false);
        let error = place.world.run(place.client.sessions(ever()).all(9)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Appliance, "{error}");
        assert!(error.operation().is_some_and(|name| name.ends_with("Session")));
        place.shape("xml_api_off", true);
        let error = place.world.run(place.client.sessions(ever()).all(9)).unwrap_err();
        assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
    }
}

#[test]
fn what_fails_before_the_answer_is_asked_for_again() {
    for place in Place::both() {
        for fault in [
            Fault::too_many_requests(),
            Fault::status(StatusCode::SERVICE_UNAVAILABLE),
            Fault::reset(),
            Fault::unauthorized(),
        ] {
            place.fault(fault);
            assert_eq!(place.all(place.client.sessions(ever())).len() as u64, HISTORY + 2);
            assert_eq!(place.appliance.control().waiting_faults(), 0);
        }
    }
}

#[test]
fn an_answer_that_breaks_gives_what_was_whole() {
    for place in Place::both() {
        let all = place.all(place.client.sessions(ever()));
        let body = place.world.run(place.client.sessions(ever()).response()).unwrap().into_body();
        let half = place.world.run(body.collect(usize::MAX)).unwrap().len() / 2;
        for fault in [Fault::truncated(half), Fault::reset_in_body(half)] {
            place.fault(fault);
            let mut stream = place.client.sessions(ever()).stream();
            let mut found = Vec::new();
            let error = place.world.run(async {
                loop {
                    match stream.try_next().await {
                        Ok(session) => found.push(session.expect("it ends with an error")),
                        Err(error) => break error,
                    }
                }
            });
            assert_eq!(error.kind(), ErrorKind::Interrupted, "{error}");
            assert!(found.len() > 1 && found.len() < all.len(), "{} of {}", found.len(), all.len());
            assert_eq!(found, all[..found.len()]);
        }
    }
}

#[test]
fn a_plan_gets_everything_once_however_often_it_breaks() {
    for place in Place::both() {
        let all = place.all(place.client.sessions(ever()));
        let began = all[0].start_time.at();
        for (fault, times) in [
            (Fault::reset_in_body(20_000), 3),
            (Fault::truncated(30_000), 5),
            (Fault::status(StatusCode::BAD_GATEWAY), 4),
            (Fault::delay(Duration::from_secs(500)), 2),
        ] {
            place.fault(fault.times(times));
            let report = place
                .client
                .sessions(Window::started_since(began))
                .with_deadline(Duration::from_secs(60))
                .with_retry(RetryPolicy::NONE)
                .planned(Plan::days(2));
            let mut stream = report.stream();
            let mut found = Vec::new();
            place.world.run(async {
                while let Some(session) = stream.try_next().await.unwrap() {
                    found.push(session);
                }
            });
            assert_eq!(lsids(&found), lsids(&all));
            assert_eq!(found.iter().filter(|session| session.is_running()).count(), 2);
            assert_eq!(stream.progress().failed, times);
            assert_eq!(place.appliance.control().waiting_faults(), 0);
        }
    }
}

#[test]
fn the_first_session_comes_before_the_answer_has_ended() {
    let place = Place::of(Product::Pra, 2_000);
    let mut stream = place.client.sessions(ever()).stream();
    let first = place.world.run(stream.try_next()).unwrap().unwrap();
    assert_eq!(first.lseq, Some(1));
    assert!(stream.progress().bytes < 1 << 20, "{:?}", stream.progress());
}

#[test]
fn every_other_report_of_pra_is_read() {
    let place = Place::of(Product::Pra, HISTORY);
    let Client::Pra(client) = &place.client else { panic!("PRA") };
    let reporting = client.reporting();
    place.world.run(async {
        assert!(!reporting.access_session_summary(ever()).all(999).await.unwrap().is_empty());
        let teams = reporting.team_activity(ever()).all(999).await.unwrap();
        let team = teams.iter().find_map(|team| team.id).unwrap();
        let only = reporting.team_activity(ever()).team_id(team).all(999).await.unwrap();
        assert!(!only.is_empty() && only.iter().all(|found| found.id == Some(team)));
        let vault = reporting.vault_account_activity(ever());
        let whole = vault.clone().all(9999).await.unwrap();
        assert!(!whole.is_empty());
        let began = Window::started_since(whole[0].timestamp);
        let planned = reporting.vault_account_activity(began).planned(Plan::days(1)).all(9999).await.unwrap();
        assert_eq!(planned, whole);
        assert!(!reporting.jump_items(ever()).all(999).await.unwrap().is_empty());
    });
}

#[test]
fn every_other_report_of_rs_is_read() {
    let place = Place::of(Product::Rs, HISTORY);
    let Client::Rs(client) = &place.client else { panic!("RS") };
    let reporting = client.reporting();
    place.world.run(async {
        for by in [SummaryBy::Rep, SummaryBy::Team, SummaryBy::Site] {
            assert!(!reporting.support_session_summary(ever(), by).all(999).await.unwrap().is_empty());
        }
        assert!(!reporting.team_activity(ever()).all(999).await.unwrap().is_empty());
        assert!(!reporting.vault_account_activity(ever()).all(9999).await.unwrap().is_empty());
        let all = || Surveys::within(ever(), Whose::All);
        let customers = reporting.customer_surveys(all(), SurveyBy::Rep).all(999).await.unwrap();
        let one = reporting.customer_surveys(&customers[0].lsid, SurveyBy::Rep).all(999).await.unwrap();
        assert!(one.iter().any(|survey| *survey == customers[0]));
        assert!(!reporting.representative_surveys(all(), SurveyBy::Rep).all(999).await.unwrap().is_empty());
        let since = StartWindow::since(Timestamp::UNIX_EPOCH);
        let usage = reporting.license_usage(since, LicenseInterval::Day).send().await.unwrap().unwrap();
        assert!(usage.start_time.is_some());
        // The simulator begins at midnight.
        let yesterday = Day::new(2025, 12, 31).unwrap();
        assert!(!reporting.archive_listing(yesterday).all(999).await.unwrap().is_empty());
        let never = reporting.archive_listing(Day::new(1999, 1, 1).unwrap());
        assert_eq!(never.all(999).await.unwrap(), []);
        reporting.presentation_sessions(ever()).all(999).await.unwrap();
        let any: Report<Record> = reporting.report(ReportType::find("SupportSessionListing").unwrap());
        assert_eq!(any.window(ever()).all(9999).await.unwrap().len() as u64, HISTORY + 2);
    });
}
