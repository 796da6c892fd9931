//! What holds for each report: who knows it, who may have it, what it needs, what it says.

use bt_sra_core::Product;

use super::*;

const MISSING: &str = "Missing required parameter: ";

/// A report: product, name, further parameters, permission, root element, what is said if nothing
/// fits (none if that cannot be), and the parameters without which it is refused.
type Row = (
    Option<Product>,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
    &'static [&'static str],
);

const PRA: Option<Product> = Some(Product::Pra);
const RS: Option<Product> = Some(Product::Rs);
const SUPPORT: &str = "perm_reporting_support";
const NO_SESSIONS: Option<&str> =
    Some("No Support report information matching your chosen criteria is available.");
const NO_TEAMS: Option<&str> =
    Some("No Support Team report information matching your chosen criteria is available.");
const NO_VAULT: Option<&str> = Some("No vault account activity matching your chosen criteria is available.");
const NO_SURVEYS: Option<&str> =
    Some("No exit survey information matching your chosen criteria is available.");

const REPORTS: &[Row] = &[
    (PRA, "AccessSession", "", SUPPORT, "session_list", NO_SESSIONS, &["start_date"]),
    (RS, "SupportSession", "", SUPPORT, "session_list", NO_SESSIONS, &["start_date"]),
    (PRA, "AccessSessionListing", "", SUPPORT, "session_summary_list", NO_SESSIONS, &["start_date"]),
    (RS, "SupportSessionListing", "", SUPPORT, "session_summary_list", NO_SESSIONS, &["start_date"]),
    (
        PRA,
        "AccessSessionSummary",
        "report_type=user",
        SUPPORT,
        "summary_list",
        NO_SESSIONS,
        &["report_type", "start_date"],
    ),
    (
        RS,
        "SupportSessionSummary",
        "report_type=rep",
        SUPPORT,
        "summary_list",
        NO_SESSIONS,
        &["report_type", "start_date"],
    ),
    (
        RS,
        "SupportSessionSummary",
        "report_type=team",
        SUPPORT,
        "summary_list",
        NO_SESSIONS,
        &["report_type", "start_date"],
    ),
    (
        RS,
        "SupportSessionSummary",
        "report_type=site",
        SUPPORT,
        "summary_list",
        NO_SESSIONS,
        &["report_type", "start_date"],
    ),
    (PRA, "Team", "", SUPPORT, "team_activity_list", NO_TEAMS, &["start_date"]),
    (RS, "SupportTeam", "team_id=1", SUPPORT, "team_activity_list", NO_TEAMS, &["start_date"]),
    (
        None,
        "VaultAccountActivity",
        "",
        "perm_reporting_vault",
        "vault_account_activity_list",
        NO_VAULT,
        &["start_date"],
    ),
    (
        RS,
        "SupportCustExitSurvey",
        "report_type=rep&id=all",
        SUPPORT,
        "exit_survey_list",
        NO_SURVEYS,
        &["report_type", "id", "start_date"],
    ),
    (
        RS,
        "SupportRepExitSurvey",
        "report_type=rep&id=all",
        SUPPORT,
        "exit_survey_list",
        NO_SURVEYS,
        &["report_type", "id", "start_date"],
    ),
    (
        RS,
        "LicenseUsage",
        "group_by=day",
        "perm_reporting_license",
        "license_usage",
        None,
        &["group_by", "start_date"],
    ),
    (
        None,
        "JumpItem",
        "",
        "perm_reporting_jump_item",
        "simulated_jump_item_list",
        Some("No Jump Item report information matching your chosen criteria is available."),
        &["start_date"],
    ),
];

/// The reports of a product, without their windows; the archives of a day are one of them.
pub(super) fn queries(own: Product) -> Vec<String> {
    let known = REPORTS.iter().filter(|(product, ..)| product.is_none_or(|product| product == own));
    let mut queries: Vec<String> = known.map(|(_, name, more, ..)| format!("{name}&{more}")).collect();
    if own == Product::Rs {
        // The sample clock stands at the beginning of 2026.
        queries.push("ArchiveListing&date=2025-12-31".to_owned());
        queries.push("PresentationSession".to_owned());
    }
    queries
}

#[test]
fn each_has_its_root_its_permission_its_parameters_and_its_word_for_nothing() {
    for client in with_history(400) {
        let control = client.appliance.control();
        let own = control.product();
        // A change, for the report on Jump Items.
        client.delete("/jump-client/1").expect(204);
        for (product, name, more, permission, root, none, needed) in REPORTS {
            let query = format!("{name}&{more}&{ALL}");
            if product.is_some_and(|product| product != own) {
                client.report(&query).error("Invalid report");
                continue;
            }
            let report = client.report(&query);
            assert_eq!((report.count(root), report.count("error")), (1, 0), "{name}: {}", report.0);
            assert!(report.0.len() > 200, "{name}: {}", report.0);
            // By permission.
            control.permit(&client.appliance.client_id(), permission, false);
            client.report(&query).error("You do not have permission to generate this report.");
            control.permit(&client.appliance.client_id(), permission, true);
            // Nothing, in the form of an error or of an empty root.
            let nothing = format!("{name}&{more}&start_time=1&duration=1");
            if let Some(none) = none {
                client.report(&nothing).error(none);
                control.shape("localized_errors", true).unwrap();
                let french = client.report(&nothing).text("error");
                assert!(french.ends_with("correspondant à vos critères n’est disponible."), "{french}");
                control.shape("localized_errors", false).unwrap();
                control.shape("empty_reports", true).unwrap();
                let empty = client.report(&nothing);
                assert_eq!((empty.count(root), empty.count("error")), (1, 0), "{}", empty.0);
                assert!(empty.get(root).is_some_and(|inner| inner.trim().is_empty()), "{}", empty.0);
                control.shape("empty_reports", false).unwrap();
            }
            for parameter in *needed {
                let rest: Vec<&str> = query
                    .split('&')
                    .filter(|part| !part.starts_with(&format!("{parameter}=")))
                    .filter(|part| *parameter != "start_date" || !part.starts_with("start_time"))
                    .collect();
                client.report(&rest.join("&")).error(&format!("{MISSING}{parameter}"));
            }
        }
    }
}

#[test]
fn words_and_numbers_are_checked() {
    for (client, query, parameter) in [
        (Client::pra(), "AccessSessionSummary&report_type=rep", "report_type"),
        (Client::rs(), "SupportSessionSummary&report_type=user", "report_type"),
        (Client::rs(), "SupportCustExitSurvey&report_type=rep&id=x", "id"),
        (Client::rs(), "LicenseUsage&group_by=week", "group_by"),
        (Client::pra(), "Team&team_id=x", "team_id"),
        (Client::pra(), "VaultAccountActivity&limit=rep", "limit"),
        (Client::pra(), "VaultAccountActivity&limit=account:x", "limit"),
        (Client::pra(), "VaultAccountActivity&limit=site:1", "limit"),
    ] {
        client.report(&format!("{query}&{ALL}")).error(&format!("Invalid value for parameter: {parameter}"));
    }
    // Ends are no start of this report.
    Client::rs()
        .report("LicenseUsage&group_by=day&end_time=0&duration=0")
        .error(&format!("{MISSING}start_date"));
}

#[test]
fn summaries_count_the_sessions_and_name_their_content_as_ours() {
    for client in with_history(120) {
        let pra = client.appliance.control().product() == Product::Pra;
        let query = if pra {
            "AccessSessionSummary&report_type=user"
        } else {
            "SupportSessionSummary&report_type=site"
        };
        let report = client.report(&format!("{query}&{ALL}"));
        let counts = report.all("simulated_statistics", "sessions");
        let total: usize = counts.iter().map(|count| count.parse::<usize>().unwrap()).sum();
        assert_eq!(total, 122);
        assert_eq!(report.count("summary"), counts.len());
    }
}

#[test]
fn surveys_are_those_that_sessions_tell_of() {
    let [_, client] = with_history(200);
    let sessions = client.sessions(ALL);
    for (name, pointer, kind) in [
        ("SupportCustExitSurvey", "cust_exit_survey", "customer"),
        ("SupportRepExitSurvey", "rep_exit_survey", "rep"),
    ] {
        let report = client.report(&format!("{name}&report_type=rep&id=all&{ALL}"));
        let expected: Vec<String> = sessions
            .each("session")
            .iter()
            .filter(|session| session.count(pointer) > 0)
            .map(|session| session.all("session", "lsid")[0].clone())
            .collect();
        assert!(expected.len() > 20);
        assert_eq!(report.all("exit_survey", "lsid"), expected);
        assert!(report.all("submitted_by", "type").iter().all(|by| by == kind));
        let one = client.report(&format!("{name}&report_type=site&lsid={}", expected[0]));
        assert_eq!(one.each("exit_survey")[0].0, report.each("exit_survey")[0].0);
        client.report(&format!("{name}&report_type=rep&lsid=0")).error("Invalid lsid.");
        let of_one = client.report(&format!("{name}&report_type=rep&id=4&{ALL}")).count("exit_survey");
        assert!(of_one < expected.len());
    }
}
