//! The table of reports.

use bt_sra_core::Product;

use super::*;

#[test]
fn both_products_have_the_documented_number_of_reports() {
    let count = |product| REPORTS.iter().filter(|report| report.is_in(product)).count();
    // Five are in both.
    assert_eq!((REPORTS.len(), count(Product::Pra), count(Product::Rs)), (25, 11, 19));
    let older: Vec<_> = REPORTS
        .iter()
        .filter(|report| report.standing == Standing::Older)
        .map(|report| report.name)
        .collect();
    let presentations = ["PresentationSession", "PresentationSessionListing", "PresentationSessionRecording"];
    assert_eq!(older, [&["UserRecording"][..], &presentations].concat());
}

#[test]
fn names_are_unique_and_found() {
    for report in &REPORTS {
        assert!(std::ptr::eq(ReportType::find(report.name).unwrap(), report), "{}", report.name);
        assert!(!report.about.is_empty() && !report.about.ends_with('.'), "{}", report.name);
        for parameter in report.parameters {
            assert!(std::ptr::eq(report.parameter(parameter.name).unwrap(), parameter), "{}", report.name);
            assert!(!parameter.about.is_empty(), "{} {}", report.name, parameter.name);
        }
    }
    assert!(ReportType::find("accesssession").is_none());
}

#[test]
fn parameters_fit_the_window() {
    for report in &REPORTS {
        let takes_window = report.window != WindowUse::No;
        assert_eq!(report.window.starts().is_empty(), !takes_window);
        for parameter in report.parameters {
            let needs_window = matches!(parameter.need, ReportNeed::InPlaceOfWindow | ReportNeed::WithWindow);
            assert!(takes_window || !needs_window, "{} {}", report.name, parameter.name);
        }
    }
    assert_eq!(ReportType::find("LicenseUsage").unwrap().window.starts(), ["start_date", "start_time"]);
}

#[test]
fn the_table_and_the_types_agree() {
    fn holds<T: Item>(reports: &[&str]) {
        for name in reports {
            let report = ReportType::find(name).unwrap();
            let ReportContent::Items { root, items, .. } = report.content else { panic!("{name}") };
            assert!(
                T::is_root(root) && items.iter().all(|item| T::is_item(item)) && report.is_xml(),
                "{name}"
            );
        }
    }
    holds::<Session>(&["AccessSession", "SupportSession"]);
    holds::<ListedSession>(&["AccessSessionListing", "SupportSessionListing"]);
    holds::<Record>(&["AccessSessionSummary", "SupportSessionSummary"]);
    holds::<TeamActivity>(&["Team", "SupportTeam"]);
    holds::<VaultAccountActivity>(&["VaultAccountActivity"]);
    holds::<ExitSurvey>(&["SupportCustExitSurvey", "SupportRepExitSurvey"]);
    holds::<ListedArchive>(&["ArchiveListing"]);
    let ReportContent::Document { root } = ReportType::find("LicenseUsage").unwrap().content else {
        panic!()
    };
    assert_eq!(root, LicenseUsage::ROOT);
}
