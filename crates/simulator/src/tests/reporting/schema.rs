//! Documents against the schema, by xmllint. That they agree proves that files of this project
//! agree, and nothing about an appliance.

use std::fs;
use std::io::Write;
use std::process::Command;

use super::every_report::queries;
use super::*;

/// Shapes that leave documents valid; the namespace must be there, and nothing that nobody knows.
const SHAPES: &[&[&str]] = &[
    &[],
    &["dense"],
    &["prefixed"],
    &["cdata_and_comments"],
    &["no_ts"],
    &["external_key_child", "unconfirmed_elements"],
    &["empty_reports"],
    &["nested_error", "error_code", "localized_errors"],
    &["prefixed", "dense", "cdata_and_comments"],
];

#[test]
fn every_document_fits_the_schema() {
    if Command::new("xmllint").arg("--version").output().is_err() {
        assert!(std::env::var_os("BT_SRA_REQUIRE_TOOLS").is_none(), "there is no xmllint");
        let _ = writeln!(std::io::stderr(), "there is no xmllint: documents are not checked");
        return;
    }
    for client in with_history(60) {
        let folder = tempfile::tempdir().unwrap();
        let schema = folder.path().join("reporting.xsd");
        fs::write(&schema, client.raw("GET", "/api/reporting.xsd", b"").expect(200).bytes).unwrap();
        let mut files = Vec::new();
        for shapes in SHAPES {
            for shape in *shapes {
                client.appliance.control().shape(shape, true).unwrap();
            }
            for query in queries(client.appliance.control().product()) {
                for window in [ALL, "start_time=1&duration=1", "start_time=x"] {
                    let reply = client.report_raw(&format!("{query}&{window}")).expect(200);
                    let file = folder.path().join(format!("{}.xml", files.len()));
                    fs::write(&file, reply.bytes).unwrap();
                    files.push(file);
                }
            }
            for shape in *shapes {
                client.appliance.control().shape(shape, false).unwrap();
            }
        }
        let checked = Command::new("xmllint")
            .args(["--nonet", "--noout", "--schema"])
            .arg(&schema)
            .args(&files)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&checked.stderr);
        let faults: Vec<&str> = said.lines().filter(|line| !line.ends_with(" validates")).take(20).collect();
        assert!(checked.status.success(), "{faults:#?}");
    }
}
