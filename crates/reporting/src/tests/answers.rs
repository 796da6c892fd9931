//! Every report in every shape: what is there, what is not, and what is no report.

use std::collections::BTreeSet;
use std::pin::Pin;

use bt_sra_core::{ErrorKind, Result, Timestamp};
use bt_sra_transport::Pipeline;
use bt_sra_xml_model::NoData;
use bt_sra_xml_model::report::{Item, REPORTS, ReportContent, ReportType};
use expect_test::expect;
use serde::Serialize;

use super::{End, Lab, Reply};
use crate::{
    Day, LicenseInterval, Report, StartWindow, SummaryBy, SurveyBy, Surveys, Whose, Window, pra, rs,
};

/// What comes of a report.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Outcome {
    /// As JSON.
    items: Vec<String>,
    error: Option<(ErrorKind, String)>,
    /// What was said in place of items.
    said: Option<String>,
}

type Running = Pin<Box<dyn Future<Output = Outcome>>>;

/// A report, how it is called, and a document of two items.
struct Case {
    name: &'static str,
    run: fn(Pipeline, NoData) -> Running,
    sample: &'static str,
}

/// Reads a report to its end.
fn read<T: Item + Serialize + 'static>(report: Report<T>, no_data: NoData) -> Running {
    Box::pin(async move {
        let (mut stream, mut outcome) = (report.with_no_data(no_data).stream(), Outcome::default());
        loop {
            match stream.try_next().await {
                Ok(Some(item)) => outcome.items.push(serde_json::to_string(&item).unwrap()),
                Ok(None) => break,
                Err(error) => outcome.error = Some((error.kind(), error.to_string())),
            }
        }
        outcome.said = stream.said_no_data().map(ToString::to_string);
        outcome
    })
}

/// Reads the one report that is a document.
fn license_usage(pipeline: Pipeline, no_data: NoData) -> Running {
    Box::pin(async move {
        let since = StartWindow::since(Timestamp::UNIX_EPOCH);
        let report = rs::Reporting::new(pipeline).license_usage(since, LicenseInterval::Day);
        let found: Result<_> = report.with_no_data(no_data).send().await;
        let mut outcome = Outcome::default();
        match found {
            Ok(Some(usage)) => {
                let intervals = usage.license_time_intervals.iter();
                outcome.items.extend(intervals.map(|interval| serde_json::to_string(interval).unwrap()));
            }
            Ok(None) => outcome.said = Some("none".to_owned()),
            Err(error) => outcome.error = Some((error.kind(), error.to_string())),
        }
        outcome
    })
}

fn window() -> Window {
    Window::started_since(Timestamp::UNIX_EPOCH)
}

fn surveys() -> Surveys {
    Surveys::within(window(), Whose::All)
}

const SESSIONS: &str = "<session_list><session lsid='0a'><session_type>support</session_type><lseq>41</lseq>\
<start_time timestamp='1700000000'>2023-11-14T22:13:20+00:00</start_time>\
<end_time timestamp='1700000090'>2023-11-14T22:14:50+00:00</end_time><duration>00:01:30</duration>\
<primary_customer gsnumber='12'>db-7</primary_customer><session_details>\
<event timestamp='1700000050' event_type='Chat Message'><performed_by type='customer' gsnumber='12'>db-7\
</performed_by><body>caf\u{e9} &amp; more</body></event></session_details></session>\
<session lsid='0b'><start_time timestamp='1700000100'/><end_time/></session></session_list>";

const LISTING: &str = "<session_summary_list><session_summary lsid='0a' has_recording='1' external_key='INC-9'/>\
<session_summary lsid='0b' has_recording='0'/></session_summary_list>";

const SUMMARY: &str =
    "<summary_list><summary id='1'><count>3</count></summary><summary id='2'/></summary_list>";

const TEAMS: &str = "<team_activity_list><team_activity name='Ops' id='4'><events>\
<event timestamp='1700000000' event_type='Chat Message'><body>hello</body></event></events></team_activity>\
<team_activity name='Dev' id='5'><events/></team_activity></team_activity_list>";

const VAULT: &str = "<vault_account_activity_list>\
<vault_account_activity timestamp='1700000000' event_type='Credentials Used' account='8'>\
<performed_by id='5' type='User'>Ada</performed_by><data>0a</data></vault_account_activity>\
<vault_account_activity timestamp='1700000001' event_type='Account Created' account='8'><data/>\
</vault_account_activity></vault_account_activity_list>";

const SURVEYS: &str = "<exit_survey_list><exit_survey lsid='0a' timestamp='1700000100'>\
<submitted_by type='rep'>Ada</submitted_by><question_list><question id='1'><type>radio</type>\
<name>rating</name><label>How was it?</label><answer_list><answer>4</answer></answer_list></question>\
</question_list></exit_survey><exit_survey lsid='0b'/></exit_survey_list>";

const LICENSES: &str = "<license_usage><start_time timestamp='1700000000'>x</start_time><group_by>day</group_by>\
<license_time_intervals><license_time_interval reps='9'/><license_time_interval reps='10'/>\
</license_time_intervals></license_usage>";

const ARCHIVES: &str = "<archives><state_archive><time timestamp='1700000000'>2023-11-14T22:13:20+00:00</time>\
<index>1</index></state_archive><event_archive><start_time timestamp='1700000000'/>\
<end_time timestamp='1700000600'/><index>1</index></event_archive></archives>";

const ANY: &str = "<odd_list><odd_item id='1'><name>x</name></odd_item><another id='2'/></odd_list>";

/// Every report that is XML.
const CASES: [Case; 16] = [
    Case {
        name: "AccessSession",
        run: |way, no_data| read(pra::Reporting::new(way).access_sessions(window()), no_data),
        sample: SESSIONS,
    },
    Case {
        name: "AccessSessionListing",
        run: |way, no_data| read(pra::Reporting::new(way).access_session_listing(window()), no_data),
        sample: LISTING,
    },
    Case {
        name: "AccessSessionSummary",
        run: |way, no_data| read(pra::Reporting::new(way).access_session_summary(window()), no_data),
        sample: SUMMARY,
    },
    Case {
        name: "Team",
        run: |way, no_data| read(pra::Reporting::new(way).team_activity(window()), no_data),
        sample: TEAMS,
    },
    Case {
        name: "JumpItem",
        run: |way, no_data| read(pra::Reporting::new(way).jump_items(window()), no_data),
        sample: ANY,
    },
    Case {
        name: "VaultAccountActivity",
        run: |way, no_data| read(pra::Reporting::new(way).vault_account_activity(window()), no_data),
        sample: VAULT,
    },
    Case {
        name: "SupportSession",
        run: |way, no_data| read(rs::Reporting::new(way).support_sessions(window()), no_data),
        sample: SESSIONS,
    },
    Case {
        name: "SupportSessionListing",
        run: |way, no_data| read(rs::Reporting::new(way).support_session_listing(window()), no_data),
        sample: LISTING,
    },
    Case {
        name: "SupportSessionSummary",
        run: |way, no_data| {
            read(rs::Reporting::new(way).support_session_summary(window(), SummaryBy::Team), no_data)
        },
        sample: SUMMARY,
    },
    Case {
        name: "SupportCustExitSurvey",
        run: |way, no_data| read(rs::Reporting::new(way).customer_surveys(surveys(), SurveyBy::Rep), no_data),
        sample: SURVEYS,
    },
    Case {
        name: "SupportRepExitSurvey",
        run: |way, no_data| {
            read(rs::Reporting::new(way).representative_surveys(surveys(), SurveyBy::Rep), no_data)
        },
        sample: SURVEYS,
    },
    Case {
        name: "SupportTeam",
        run: |way, no_data| read(rs::Reporting::new(way).team_activity(window()), no_data),
        sample: TEAMS,
    },
    Case {
        name: "PresentationSession",
        run: |way, no_data| read(rs::Reporting::new(way).presentation_sessions(window()), no_data),
        sample: ANY,
    },
    Case {
        name: "PresentationSessionListing",
        run: |way, no_data| read(rs::Reporting::new(way).presentation_session_listing(window()), no_data),
        sample: ANY,
    },
    Case { name: "LicenseUsage", run: license_usage, sample: LICENSES },
    Case {
        name: "ArchiveListing",
        run: |way, no_data| {
            let day = Day::in_utc(Timestamp::UNIX_EPOCH);
            read(rs::Reporting::new(way).archive_listing(day), no_data)
        },
        sample: ARCHIVES,
    },
];

const ENGLISH: &str = "No Support report information matching your chosen criteria is available.";
const FRENCH: &str =
    "Aucune information de rapport correspondant \u{e0} vos crit\u{e8}res n\u{2019}est disponible.";
const GERMAN: &str = "Es gibt keine Informationen zu Ihren Kriterien.";

impl Case {
    /// What comes of an answer, read at once, and byte by byte.
    #[track_caller]
    fn outcome(&self, body: &[u8], end: End) -> Outcome {
        self.outcome_with(body, end, &NoData::default())
    }

    #[track_caller]
    fn outcome_with(&self, body: &[u8], end: End, no_data: &NoData) -> Outcome {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let run = |pieces: Vec<bytes::Bytes>| {
            let lab = Lab::new(move |_| Reply::Answer(200, pieces.clone(), end));
            runtime.block_on((self.run)(lab.pipeline, no_data.clone()))
        };
        let whole = run(vec![body.to_vec().into()]);
        let bytes = run(body.iter().map(|byte| vec![*byte].into()).collect());
        assert_eq!(bytes, whole, "{} byte by byte", self.name);
        whole
    }

    /// The name of its root, and whether any other would do.
    fn root(&self) -> (&'static str, bool) {
        let any = matches!(ReportType::find(self.name).unwrap().content, ReportContent::Undescribed);
        (self.sample[1..].split('>').next().unwrap(), any)
    }
}

/// The same document in every namespace, with a prefix, and with what stands around it.
fn dresses(xml: &str) -> Vec<String> {
    let end = xml.find('>').unwrap();
    let (name, rest) = xml.split_at(end);
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n";
    let mut dresses: Vec<String> = [
        "http://www.beyondtrust.com/sra/namespaces/API/reporting",
        "https://www.beyondtrust.com/namespaces/API/reporting",
        "http://www.bomgar.com/namespaces/API/reporting",
        "",
    ]
    .iter()
    .map(|uri| format!("{declaration}{name} xmlns=\"{uri}\"{rest}\n\n\n"))
    .collect();
    let prefixed = xml.replace("</", "\u{1}").replace('<', "<p:").replace('\u{1}', "</p:");
    dresses.push(prefixed.replacen(&name[1..], &format!("{} xmlns:p='u'", &name[1..]), 1));
    dresses.push(format!("\u{feff}{xml}"));
    dresses.push(format!("\n\n{declaration}<!-- <session> -->{xml}<!-- </session_list> -->"));
    dresses
}

#[test]
fn every_xml_report_has_a_case() {
    let cases: BTreeSet<&str> = CASES.iter().map(|case| case.name).collect();
    let known: BTreeSet<&str> =
        REPORTS.iter().filter(|report| report.is_xml()).map(|report| report.name).collect();
    assert_eq!((cases, CASES.len()), (known, REPORTS.iter().filter(|report| report.is_xml()).count()));
}

#[test]
fn every_report_is_read_in_every_dress() {
    let (mut shown, mut samples) = (String::new(), BTreeSet::new());
    for case in &CASES {
        let outcome = case.outcome(case.sample.as_bytes(), End::Whole);
        assert_eq!((outcome.items.len(), &outcome.error), (2, &None), "{}", case.name);
        for dressed in dresses(case.sample) {
            let dressed = case.outcome(dressed.as_bytes(), End::Whole);
            let plain = |outcome: &Outcome| outcome.items.concat().replace("{\"name\":\"p:", "{\"name\":\"");
            assert_eq!(plain(&dressed), plain(&outcome), "{}", case.name);
        }
        shown.push_str(&format!("{}\n", case.name));
        // Of each document once, with all that is in it.
        if samples.insert(case.sample) {
            outcome.items.iter().for_each(|item| shown.push_str(&format!("  {item}\n")));
        }
    }
    expect![[r#"
        AccessSession
          {"lsid":"0a","session_type":"support","lseq":41,"start_time":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":"2023-11-14T22:13:20+00:00"},"end_time":{"at":"2023-11-14T22:14:50+00:00","epoch":1700000090,"text":"2023-11-14T22:14:50+00:00"},"duration":"00:01:30","public_site":null,"external_key":null,"custom_attributes":[],"session_chat_view_url":null,"session_chat_download_url":null,"session_recording_view_url":null,"session_recording_download_url":null,"show_my_screen_recordings":[],"command_shell_recordings":[],"file_transfer_count":null,"file_move_count":null,"file_delete_count":null,"primary_customer":{"gsnumber":"12","name":"db-7"},"primary_rep":null,"jumpoint":null,"jump_group":null,"rep_join_time":null,"team_list":null,"customers":[],"representatives":[],"customer_surveys":[],"representative_surveys":[],"events":[{"timestamp":"2023-11-14T22:14:10+00:00","event_type":"Chat Message","performed_by":{"type":"customer","gsnumber":"12","name":"db-7"},"body":"café & more"}]}
          {"lsid":"0b","session_type":null,"lseq":null,"start_time":{"at":"2023-11-14T22:15:00+00:00","epoch":1700000100,"text":""},"end_time":null,"duration":null,"public_site":null,"external_key":null,"custom_attributes":[],"session_chat_view_url":null,"session_chat_download_url":null,"session_recording_view_url":null,"session_recording_download_url":null,"show_my_screen_recordings":[],"command_shell_recordings":[],"file_transfer_count":null,"file_move_count":null,"file_delete_count":null,"primary_customer":null,"primary_rep":null,"jumpoint":null,"jump_group":null,"rep_join_time":null,"team_list":null,"customers":[],"representatives":[],"customer_surveys":[],"representative_surveys":[],"events":[]}
        AccessSessionListing
          {"lsid":"0a","has_recording":true,"external_key":"INC-9"}
          {"lsid":"0b","has_recording":false,"external_key":null}
        AccessSessionSummary
          {"name":"summary","attributes":{"id":"1"},"content":[{"name":"count","content":["3"]}]}
          {"name":"summary","attributes":{"id":"2"}}
        Team
          {"id":4,"name":"Ops","members":null,"events":[{"timestamp":"2023-11-14T22:13:20+00:00","event_type":"Chat Message","body":"hello"}]}
          {"id":5,"name":"Dev","members":null,"events":[]}
        JumpItem
          {"name":"odd_item","attributes":{"id":"1"},"content":[{"name":"name","content":["x"]}]}
          {"name":"another","attributes":{"id":"2"}}
        VaultAccountActivity
          {"timestamp":"2023-11-14T22:13:20+00:00","event_type":"Credentials Used","account":8,"performed_by":{"type":"User","id":5,"name":"Ada"},"data":"0a"}
          {"timestamp":"2023-11-14T22:13:21+00:00","event_type":"Account Created","account":8,"performed_by":null,"data":null}
        SupportSession
        SupportSessionListing
        SupportSessionSummary
        SupportCustExitSurvey
          {"lsid":"0a","timestamp":"2023-11-14T22:15:00+00:00","submitted_by":{"type":"rep","name":"Ada"},"primary_customer":null,"primary_rep":null,"customers":[],"representatives":[],"questions":[{"id":1,"type":"radio","name":"rating","label":"How was it?","report_header":null,"answers":["4"]}]}
          {"lsid":"0b","timestamp":null,"submitted_by":null,"primary_customer":null,"primary_rep":null,"customers":[],"representatives":[],"questions":[]}
        SupportRepExitSurvey
        SupportTeam
        PresentationSession
        PresentationSessionListing
        LicenseUsage
          {"name":"license_time_interval","attributes":{"reps":"9"}}
          {"name":"license_time_interval","attributes":{"reps":"10"}}
        ArchiveListing
          {"type":"state","time":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":"2023-11-14T22:13:20+00:00"},"index":1}
          {"type":"event","start_time":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":""},"end_time":{"at":"2023-11-14T22:23:20+00:00","epoch":1700000600,"text":""},"index":1}
    "#]].assert_eq(&shown);
}

#[test]
fn what_older_and_newer_appliances_write_otherwise_says_the_same() {
    for (name, from, to) in [
        ("SupportSession", "timestamp='1700000000'", "ts='1700000000'"),
        ("SupportSession", "<end_time/>", "<end_time></end_time>"),
        ("SupportSession", "<end_time/>", "<end_time timestamp=''>\n  </end_time>"),
        ("SupportSession", "<end_time/>", ""),
        (
            "AccessSessionListing",
            "has_recording='1' external_key='INC-9'/>",
            "has_recording='1'><external_key>INC-9</external_key></session_summary>",
        ),
        ("SupportCustExitSurvey", "timestamp='1700000100'", "ts='1700000100'"),
    ] {
        let case = CASES.iter().find(|case| case.name == name).unwrap();
        assert!(case.sample.contains(from), "{from}");
        let plain = case.outcome(case.sample.as_bytes(), End::Whole);
        let other = case.outcome(case.sample.replacen(from, to, 1).as_bytes(), End::Whole);
        assert_eq!(other, plain, "{to}");
    }
    let case = CASES.iter().find(|case| case.name == "SupportSession").unwrap();
    let encoded =
        case.sample.replace("<body>caf\u{e9} &amp; more</body>", "<encoded_body>AWE=</encoded_body>");
    let outcome = case.outcome(encoded.as_bytes(), End::Whole);
    assert!(outcome.items[0].contains("AWE="), "{}", outcome.items[0]);
}

#[test]
fn there_are_sentences_for_no_archives_too() {
    let case = CASES.iter().find(|case| case.name == "ArchiveListing").unwrap();
    let words = "No archives found for the given search criteria.";
    let outcome = case.outcome(format!("<error>{words}\n</error>").as_bytes(), End::Whole);
    assert_eq!((outcome.items, outcome.error), (Vec::new(), None));
    assert!(outcome.said.is_some_and(|said| said.contains(words)));
}

#[test]
fn no_data_is_no_error_in_any_form_and_language() {
    for case in &CASES {
        let (root, _) = case.root();
        for words in [ENGLISH, FRENCH] {
            for xml in
                [format!("<error>\n{words}\n\n</error>"), format!("<{root}><error>{words}</error></{root}>")]
            {
                let outcome = case.outcome(xml.as_bytes(), End::Whole);
                assert_eq!((&outcome.items, &outcome.error), (&vec![], &None), "{}", case.name);
                assert!(outcome.said.is_some(), "{}", case.name);
            }
        }
        for xml in [format!("<{root}/>"), format!("<{root}>\n\n</{root}>\n")] {
            let outcome = case.outcome(xml.as_bytes(), End::Whole);
            assert_eq!(outcome, Outcome::default(), "{}", case.name);
        }
    }
}

#[test]
fn sentences_of_other_languages_are_taught() {
    let known = NoData::default().sentence(GERMAN);
    let xml = format!("<error>{GERMAN}</error>");
    for case in &CASES {
        let (kind, words) = case.outcome(xml.as_bytes(), End::Whole).error.unwrap();
        assert_eq!(kind, ErrorKind::Appliance);
        assert_eq!(words, format!("{}: the appliance refused the request (HTTP 200): {GERMAN}", case.name));
        assert_eq!(case.outcome_with(xml.as_bytes(), End::Whole, &known).error, None);
        let none =
            case.outcome_with(format!("<error>{ENGLISH}</error>").as_bytes(), End::Whole, &NoData::none());
        assert_eq!(none.error.unwrap().0, ErrorKind::Appliance);
    }
}

#[test]
fn refusals_have_the_words_of_the_appliance() {
    for case in &CASES {
        let (root, _) = case.root();
        let xmls = [
            "<error>Invalid lsid.</error>".to_owned(),
            format!("<{root}><error>Invalid lsid.</error></{root}>"),
        ];
        for xml in xmls {
            for dressed in dresses(&xml) {
                let outcome = case.outcome(dressed.as_bytes(), End::Whole);
                let expected =
                    format!("{}: the appliance refused the request (HTTP 200): Invalid lsid.", case.name);
                assert_eq!(outcome.error, Some((ErrorKind::Appliance, expected)), "{dressed}");
            }
        }
    }
}

#[test]
fn what_is_no_report_is_said_to_be_none() {
    let wrong: [(&str, &[u8], ErrorKind); 7] = [
        ("page", b"<html><body>Document Not Found</body></html>", ErrorKind::Decode),
        ("text", b"Document Not Found", ErrorKind::Decode),
        ("json", br#"{"message":"x"}"#, ErrorKind::Decode),
        ("token", br#"{"error":"access_denied","message":"x"}"#, ErrorKind::Credentials),
        ("nothing", b"", ErrorKind::Decode),
        ("other root", b"<network_address_list/>", ErrorKind::Decode),
        ("no UTF-8", b"<session_list>\xff</session_list>", ErrorKind::Decode),
    ];
    let mut shown = String::new();
    for case in &CASES {
        let (root, takes_any) = case.root();
        for (what, body, kind) in wrong {
            let body = if what == "no UTF-8" {
                [format!("<{root}>").as_bytes(), b"<x>\xff</x>", format!("</{root}>").as_bytes()].concat()
            } else {
                body.to_vec()
            };
            let outcome = case.outcome(&body, End::Whole);
            assert_eq!(outcome.items, Vec::<String>::new());
            let Some((found, words)) = outcome.error else {
                assert!(takes_any && what == "other root", "{} takes {what}", case.name);
                continue;
            };
            assert_eq!(found, kind, "{}: {what}: {words}", case.name);
            assert!(words.starts_with(&format!("{}: ", case.name)), "{words}");
            if case.name == "Team" || case.name == "LicenseUsage" {
                shown.push_str(&format!("{words}\n"));
            }
        }
    }
    expect![[r#"
        Team: the document is a web page and no answer of the API: check the address, and whether a proxy answers in place of the appliance (HTTP 200)
        Team: the document is no XML: it does not begin with `<`. Where a short text stands in its place, check that the XML API is enabled and that the API account has the permission (HTTP 200)
        Team: the document is no XML: it does not begin with `<`. Where a short text stands in its place, check that the XML API is enabled and that the API account has the permission (HTTP 200)
        Team: the appliance refused the token (HTTP 200): x
        Team: the document is empty (HTTP 200)
        Team: the document is not what was expected: the root element is `network_address_list` and not `team_activity_list`, in `/network_address_list` at byte 0 (HTTP 200)
        Team: the document is not UTF-8: byte 23 does not belong there (HTTP 200)
        LicenseUsage: the document is a web page and no answer of the API: check the address, and whether a proxy answers in place of the appliance (HTTP 200)
        LicenseUsage: the document is no XML: it does not begin with `<`. Where a short text stands in its place, check that the XML API is enabled and that the API account has the permission (HTTP 200)
        LicenseUsage: the document is no XML: it does not begin with `<`. Where a short text stands in its place, check that the XML API is enabled and that the API account has the permission (HTTP 200)
        LicenseUsage: the appliance refused the token (HTTP 200): x
        LicenseUsage: the document is empty (HTTP 200)
        LicenseUsage: the document is not what was expected: the root element is `network_address_list` and not `license_usage`, in `/network_address_list` at byte 0 (HTTP 200)
        LicenseUsage: the document is not UTF-8: byte 18 does not belong there (HTTP 200)
    "#]].assert_eq(&shown);
}

#[test]
fn an_answer_that_breaks_off_gives_what_was_whole() {
    for case in CASES.iter().filter(|case| case.name != "LicenseUsage") {
        let second = case.outcome(case.sample.as_bytes(), End::Whole).items;
        let cut = &case.sample.as_bytes()[..case.sample.len() - case.root().0.len() - 4];
        for end in [End::Whole, End::Broken] {
            let outcome = case.outcome(cut, end);
            assert_eq!(outcome.items, second[..1], "{}", case.name);
            assert_eq!(outcome.error.unwrap().0, ErrorKind::Interrupted, "{}", case.name);
        }
    }
}

#[test]
fn a_document_that_breaks_off_is_none() {
    let case = CASES.iter().find(|case| case.name == "LicenseUsage").unwrap();
    for cut in 1..case.sample.len() {
        for (end, kinds) in [
            (End::Broken, &[ErrorKind::Interrupted][..]),
            (End::Whole, &[ErrorKind::Interrupted, ErrorKind::Decode]),
        ] {
            let (kind, words) = case.outcome(&case.sample.as_bytes()[..cut], end).error.unwrap();
            assert!(kinds.contains(&kind), "{words}");
        }
    }
}

#[test]
fn any_bytes_are_survived() {
    for case in &CASES {
        // Every sample is an answer to every report, whole, broken, doubled, and with a byte in it.
        let sample = case.sample.as_bytes();
        let doubled = case.sample.replacen("</", "</x></", 1);
        for bytes in [sample, &sample[..sample.len() / 2], doubled.as_bytes(), &sample[1..], b"\xff"] {
            super::survives::survives(bytes, &[0, 7, 63]);
        }
        let items = &case.sample[case.root().0.len() + 2..case.sample.len() - case.root().0.len() - 3];
        let twice = case.sample.replacen(items, &items.repeat(2), 1);
        super::survives::survives(twice.as_bytes(), &[30]);
    }
}
