//! Every report as the bytes that it sends.

use std::collections::BTreeSet;

use bt_sra_core::{ErrorKind, Timestamp};
use bt_sra_transport::api::offline;
use bt_sra_xml_model::report::{REPORTS, Record, ReportNeed, ReportType, Session};
use bt_sra_xml_model::{Lsid, RepresentativeId, TeamId, VaultAccountId};
use expect_test::{Expect, expect};

use crate::{
    Day, LicenseInterval, Plan, Report, SessionFilter, StartWindow, SummaryBy, SurveyBy, Surveys,
    VaultFilter, Whose, Window, pra, rs,
};

fn pra() -> pra::Reporting {
    pra::Reporting::new(offline())
}

fn rs() -> rs::Reporting {
    rs::Reporting::new(offline())
}

fn since() -> Window {
    Window::ended_since(Timestamp::from_second(1_700_000_000).unwrap())
}

fn lsids() -> [Lsid; 2] {
    ["0a", "0b"].map(Lsid::new)
}

/// Returns the form, having looked at all else, which is the same for every report.
#[track_caller]
fn form<T>(report: &Report<T>) -> String {
    let request = report.request().unwrap();
    assert_eq!((request.method().as_str(), request.uri().to_string().as_str()), ("POST", "/api/reporting"));
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(request.headers()["accept"], "text/xml, application/xml;q=0.9");
    assert_eq!(request.headers().len(), 2);
    let form = String::from_utf8(request.body().to_vec()).unwrap();
    // What is sent is what the table describes.
    let mut pairs = form.split('&').map(|pair| pair.split_once('=').unwrap());
    assert_eq!(pairs.next().unwrap(), ("generate_report", report.name()));
    let entry = ReportType::find(report.name()).unwrap();
    let names: Vec<&str> = pairs.map(|(name, _)| name).collect();
    for name in &names {
        let is_window = entry.window.starts().contains(name) || *name == "duration";
        assert!(is_window || entry.parameter(name).is_some(), "{name} is not in the table of {}", entry.name);
    }
    for parameter in entry.parameters.iter().filter(|parameter| parameter.need == ReportNeed::Required) {
        assert!(names.contains(&parameter.name), "{} is missing", parameter.name);
    }
    let by_get = report.clone().by_get().request().unwrap();
    assert_eq!(by_get.method(), "GET");
    assert_eq!(by_get.uri().to_string(), format!("/api/reporting?{form}"));
    assert!(by_get.body().is_empty() && !by_get.headers().contains_key("content-type"));
    form
}

#[test]
fn every_xml_report_has_a_method() {
    let day: Day = "2026-02-28".parse().unwrap();
    let days = Window::started_on(day, 7).unwrap();
    let whose = |whose| Surveys::within(since(), whose);
    let forms = [
        form(&pra().access_sessions(since())),
        form(&pra().access_sessions(days)),
        form(&pra().access_sessions(&lsids()[0])),
        form(&pra().access_sessions(lsids())),
        form(&pra().access_session_listing(since())),
        form(&pra().access_session_summary(since())),
        form(&pra().team_activity(since())),
        form(&pra().team_activity(since()).team_id(TeamId::new(4))),
        form(&pra().vault_account_activity(since())),
        form(&pra().vault_account_activity(since()).limit(VaultFilter::Account(VaultAccountId::new(8)))),
        form(&rs().vault_account_activity(since()).limit(VaultFilter::Rep(RepresentativeId::new(5)))),
        form(&rs().vault_account_activity(since()).limit(VaultFilter::All)),
        form(&pra().vault_account_activity(since()).limit(VaultFilter::Other("account: 8".into()))),
        form(&pra().jump_items(since())),
        form(&rs().jump_items(since())),
        form(&rs().support_sessions(since())),
        form(&rs().support_sessions(since()).limit(SessionFilter::Rep(RepresentativeId::new(5)))),
        form(&rs().support_sessions(lsids().to_vec()).limit(SessionFilter::All)),
        form(&rs().support_sessions(days).limit(SessionFilter::Other("team:4 & 5".into()))),
        form(&rs().support_session_listing(days)),
        form(&rs().support_session_summary(days, SummaryBy::Rep)),
        form(&rs().support_session_summary(days, SummaryBy::Team)),
        form(&rs().support_session_summary(days, SummaryBy::Site)),
        form(&rs().customer_surveys(whose(Whose::All), SurveyBy::Rep)),
        form(&rs().customer_surveys(&lsids()[0], SurveyBy::Rep)),
        form(&rs().representative_surveys(whose(Whose::Id(5)), SurveyBy::Other("team".into()))),
        form(&rs().representative_surveys(lsids().to_vec(), SurveyBy::Rep)),
        form(&rs().team_activity(since()).team_id(TeamId::new(4))),
        form(&rs().license_usage(StartWindow::on(day, 30).unwrap(), LicenseInterval::Hour)),
        form(&rs().license_usage(StartWindow::since_day(day), LicenseInterval::Day)),
        form(&rs().license_usage(StartWindow::since(Timestamp::UNIX_EPOCH), LicenseInterval::Month)),
        form(&rs().archive_listing(day)),
        form(&rs().presentation_sessions(since())),
        form(&rs().presentation_sessions(&lsids()[0])),
        form(&rs().presentation_session_listing(since())),
    ];
    let named: BTreeSet<&str> = forms.iter().map(|form| form.split(['=', '&']).nth(1).unwrap()).collect();
    let known: BTreeSet<&str> =
        REPORTS.iter().filter(|report| report.is_xml()).map(|report| report.name).collect();
    assert_eq!(named, known);
    let shown: String =
        forms.iter().map(|form| form.trim_start_matches("generate_report=").to_owned() + "\n").collect();
    expect![[r#"
        AccessSession&end_time=1700000000&duration=0
        AccessSession&start_date=2026-02-28&duration=7
        AccessSession&lsid=0a
        AccessSession&lsids=0a%2C0b
        AccessSessionListing&end_time=1700000000&duration=0
        AccessSessionSummary&end_time=1700000000&duration=0&report_type=user
        Team&end_time=1700000000&duration=0
        Team&end_time=1700000000&duration=0&team_id=4
        VaultAccountActivity&end_time=1700000000&duration=0
        VaultAccountActivity&end_time=1700000000&duration=0&limit=account%3A8
        VaultAccountActivity&end_time=1700000000&duration=0&limit=rep%3A5
        VaultAccountActivity&end_time=1700000000&duration=0&limit=all
        VaultAccountActivity&end_time=1700000000&duration=0&limit=account%3A%208
        JumpItem&end_time=1700000000&duration=0
        JumpItem&end_time=1700000000&duration=0
        SupportSession&end_time=1700000000&duration=0
        SupportSession&end_time=1700000000&duration=0&limit=rep%3A5
        SupportSession&lsids=0a%2C0b&limit=all
        SupportSession&start_date=2026-02-28&duration=7&limit=team%3A4%20%26%205
        SupportSessionListing&start_date=2026-02-28&duration=7
        SupportSessionSummary&start_date=2026-02-28&duration=7&report_type=rep
        SupportSessionSummary&start_date=2026-02-28&duration=7&report_type=team
        SupportSessionSummary&start_date=2026-02-28&duration=7&report_type=site
        SupportCustExitSurvey&end_time=1700000000&duration=0&report_type=rep&id=all
        SupportCustExitSurvey&lsid=0a&report_type=rep
        SupportRepExitSurvey&end_time=1700000000&duration=0&report_type=team&id=5
        SupportRepExitSurvey&lsids=0a%2C0b&report_type=rep
        SupportTeam&end_time=1700000000&duration=0&team_id=4
        LicenseUsage&start_date=2026-02-28&duration=30&group_by=hour
        LicenseUsage&start_date=2026-02-28&duration=0&group_by=day
        LicenseUsage&start_time=0&duration=0&group_by=month
        ArchiveListing&date=2026-02-28
        PresentationSession&end_time=1700000000&duration=0
        PresentationSession&lsid=0a
        PresentationSessionListing&end_time=1700000000&duration=0
    "#]]
    .assert_eq(&shown);
}

#[test]
fn many_sessions_take_several_requests() {
    let lsids: Vec<Lsid> = (0..5).map(|number| Lsid::new(format!("{number:02}"))).collect();
    let report = pra().access_sessions(lsids).lsids_at_once(2);
    let forms: Vec<String> = report
        .requests()
        .unwrap()
        .iter()
        .map(|request| String::from_utf8(request.body().to_vec()).unwrap())
        .collect();
    let expected =
        ["00%2C01", "02%2C03", "04"].map(|lsids| format!("generate_report=AccessSession&lsids={lsids}"));
    assert_eq!(forms, expected);
    let error = report.request().unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::InvalidRequest, Some("AccessSession")));
}

#[test]
fn any_parameter_can_be_set() {
    let report = pra().access_sessions(since()).param("later", "1 & 2").param("later", "3 & 4");
    let request = report.request().unwrap();
    let expected = "generate_report=AccessSession&end_time=1700000000&duration=0&later=3%20%26%204";
    assert_eq!(request.body(), expected);
    let report = pra().report::<Record>(ReportType::find("AccessSession").unwrap());
    let request = report.param("start_time", "7").param("duration", "60").request().unwrap();
    assert_eq!(request.body(), "generate_report=AccessSession&start_time=7&duration=60");
    let request = rs().raw("New Report").param("x", "y").request().unwrap();
    assert_eq!(request.body(), "generate_report=New%20Report&x=y");
    let report: Report<Record> = rs().report(ReportType::find("SupportTeam").unwrap());
    let request = report.window(since()).param("team_id", "7").request().unwrap();
    assert_eq!(request.body(), "generate_report=SupportTeam&end_time=1700000000&duration=0&team_id=7");
}

#[track_caller]
fn refused<T>(report: &Report<T>, expected: &Expect) {
    let error = report.request().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    expected.assert_eq(&error.to_string());
}

#[test]
fn what_the_table_does_not_know_is_refused_before_it_is_sent() {
    let pra_report = |name: &str| pra().report::<Record>(ReportType::find(name).unwrap());
    let rs_report = |name: &str| rs().report::<Record>(ReportType::find(name).unwrap());
    refused(
        &pra_report("SupportTeam").window(since()),
        &expect!["SupportTeam: `SupportTeam` is no report of Privileged Remote Access"],
    );
    refused(
        &rs_report("AccessSession").window(since()),
        &expect!["AccessSession: `AccessSession` is no report of Remote Support"],
    );
    refused(
        &pra_report("Syslog"),
        &expect!["Syslog: this report is a file: it is downloaded, and not read as XML"],
    );
    refused(&pra_report("Team"), &expect!["Team: a window of time is missing"]);
    refused(
        &pra_report("AccessSession"),
        &expect!["AccessSession: a window of time, or the identifier of a session, is missing"],
    );
    refused(
        &pra_report("AccessSession").window(since()).param("lsid", "0a"),
        &expect![
            "AccessSession: `lsid` is set beside a window, sessions or a plan: say it by these alone, or by `param` alone"
        ],
    );
    refused(
        &pra().access_sessions(since()).param("duration", "60"),
        &expect![
            "AccessSession: `duration` is set beside a window, sessions or a plan: say it by these alone, or by `param` alone"
        ],
    );
    refused(
        &pra().access_sessions(lsids()).param("start_time", "7").param("duration", "0"),
        &expect![
            "AccessSession: `start_time` is set beside a window, sessions or a plan: say it by these alone, or by `param` alone"
        ],
    );
    refused(
        &pra()
            .report::<Session>(ReportType::find("AccessSession").unwrap())
            .param("start_time", "7")
            .param("duration", "0")
            .planned(Plan::days(1)),
        &expect![
            "AccessSession: `start_time` is set beside a window, sessions or a plan: say it by these alone, or by `param` alone"
        ],
    );
    refused(
        &rs().raw("NewReport").param("duration", "7"),
        &expect!["NewReport: `duration` without a start: it is how long a window is"],
    );
    refused(
        &pra().report::<Session>(ReportType::find("Team").unwrap()).window(since()),
        &expect!["Team: its root is `team_activity_list`, and the items wanted are those of `session_list`"],
    );
    refused(
        &pra().access_sessions(Window::started_since(Timestamp::UNIX_EPOCH)).except(&lsids()),
        &expect![
            "AccessSession: sessions can be left out of a window by when they ended only: one that ran when it became known would never come as it ended"
        ],
    );
    refused(
        &pra().access_sessions(lsids()).except(&lsids()),
        &expect![
            "AccessSession: sessions can be left out of a window by when they ended only: one that ran when it became known would never come as it ended"
        ],
    );
    refused(
        &pra().access_sessions(Lsid::new(" ")),
        &expect!["AccessSession: the identifier of a session is empty: an answer may be about all of them"],
    );
    let mut many = vec![Lsid::new("0a"); 1];
    many.extend((0..300).map(|number| Lsid::new(format!("{number}"))));
    many.push(Lsid::new("0a,0b"));
    let error = pra().access_sessions(many).requests().unwrap_err();
    assert!(error.to_string().contains("a comma"), "{error}");
    // What was wrong and is replaced is wrong no more.
    let mended = pra().access_sessions(Vec::new()).window(since());
    mended.request().unwrap();
    refused(
        &pra_report("AccessSession").param("lsid", "0a").param("end_time", "7").param("duration", "0"),
        &expect!["AccessSession: either a window of time or sessions, not both"],
    );
    refused(
        &pra_report("AccessSession").param("start_time", "7"),
        &expect!["AccessSession: `duration` is missing: a window has a length, which is 0 for all until now"],
    );
    refused(
        &pra_report("AccessSession").param("end_time", "7").param("start_time", "7").param("duration", "0"),
        &expect!["AccessSession: a window has one start: `start_time` or `end_time`"],
    );
    refused(
        &pra_report("AccessSessionSummary").window(since()),
        &expect!["AccessSessionSummary: the parameter `report_type` is missing"],
    );
    refused(
        &rs_report("LicenseUsage").window(since()).param("group_by", "day"),
        &expect!["LicenseUsage: the window of this report cannot begin with `end_time`"],
    );
    refused(
        &rs_report("ArchiveListing").window(since()).param("date", "2026-02-28"),
        &expect!["ArchiveListing: this report takes no window of time"],
    );
    refused(
        &rs_report("SupportCustExitSurvey").window(since()).param("report_type", "rep"),
        &expect!["SupportCustExitSurvey: the parameter `id` is missing"],
    );
    refused(&rs_report("ArchiveListing"), &expect!["ArchiveListing: the parameter `date` is missing"]);
    refused(
        &pra().access_sessions(Vec::new()),
        &expect!["AccessSession: an empty list of sessions asks for nothing"],
    );
    refused(
        &pra().access_sessions([Lsid::new("0a,0b")]),
        &expect!["AccessSession: a comma cannot stand in the identifier of a session: give them one by one"],
    );
    refused(
        &pra().access_sessions(since()).limit(SessionFilter::All),
        &expect!["AccessSession: this report takes no `limit`: only that of Remote Support does"],
    );
    refused(
        &pra().access_sessions(since()).param("generate_report", "Team"),
        &expect!["AccessSession: `generate_report` is the name of the report, and no parameter to set"],
    );
}

#[test]
fn every_session_is_asked_for_once() {
    let lsids = ["0b", "0a", "0b", "0c", "0a"].map(Lsid::new);
    let request = pra().access_sessions(lsids).request().unwrap();
    assert_eq!(request.body(), "generate_report=AccessSession&lsids=0b%2C0a%2C0c");
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_by_each_way_of_asking() {
    let report = || pra().access_sessions(Lsid::new("")).except(&[]);
    assert_eq!(report().stream().try_next().await.unwrap_err().kind(), ErrorKind::InvalidRequest);
    assert_eq!(report().response().await.unwrap_err().kind(), ErrorKind::InvalidRequest);
    assert_eq!(report().requests().unwrap_err().kind(), ErrorKind::InvalidRequest);
    assert_eq!(report().all(1).await.unwrap_err().kind(), ErrorKind::InvalidRequest);
}

#[test]
fn values_are_not_shown() {
    let report = pra().access_sessions(since()).param("external", "hunter2");
    let shown = format!("{report:?} {:?}", report.clone().stream());
    assert!(shown.contains("AccessSession") && shown.contains("external") && !shown.contains("hunter2"));
}
