//! `btapi report`.

mod hostile;
mod offline;
mod on_a_site;

use bt_sra::Product;
use bt_sra::reporting::model::report::{REPORTS, ReportType};
use bt_sra_simulator::Appliance;

use super::site::Site;

/// A site with a year of sessions.
fn site(product: Product) -> Site {
    let appliance = match product {
        Product::Pra => Appliance::pra(),
        Product::Rs => Appliance::rs(),
    };
    Site::of(appliance.seed(7).items(20).history(60).limits(false))
}

/// The reports of a product that are XML, each with what it needs.
fn lines(product: Product) -> Vec<(&'static ReportType, String)> {
    let of_product = REPORTS.iter().filter(|report| report.is_in(product) && report.is_xml());
    let line = |report: &'static ReportType| {
        let mut line = format!("report {}", report.name);
        if !report.window.starts().is_empty() {
            line.push_str(" --from 2020-01-01T00:00:00Z --to 2090-01-01T00:00:00Z");
        }
        for parameter in report.parameters {
            line.push_str(match (report.name, parameter.name) {
                ("AccessSessionSummary", "report_type") => " --report-type user",
                (_, "report_type") => " --report-type rep",
                (_, "id") => " --id all",
                (_, "group_by") => " --group-by day",
                (_, "date") => " --date TODAY",
                _ => "",
            });
        }
        (report, line)
    };
    of_product.map(line).collect()
}
