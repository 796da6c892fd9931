//! Actions, session keys and failover against the simulator.

use expect_test::expect;
use serde_json::{Value, json};

use super::{rs, session};
use crate::cli::site::Site;

#[test]
fn a_document_is_printed_in_every_format() {
    let site = rs();
    let line = "command get_logged_in_reps";
    let json: Value = serde_json::from_str(&site.btapi(line).stdout()).unwrap();
    let reps = json["reps"].as_array().unwrap();
    assert_eq!(reps.len(), 3);
    assert_eq!(site.btapi(&format!("{line} -o ndjson")).stdout().lines().count(), 3);
    site.btapi(&format!("{line} -o table --columns id,public_display_name,type")).check(expect![[r"
        exit 0
        --- stdout
        ID  PUBLIC_DISPLAY_NAME  TYPE
        2   Bo Dogwood           Normal
        3   Charlie Ginkgo       Normal
        5   Eli Cedar            Normal
    "]]);
    let csv = site.btapi(&format!("{line} -o csv --columns id,type")).stdout();
    assert_eq!(csv, "id,type\r\n2,Normal\r\n3,Normal\r\n5,Normal\r\n");
    assert_eq!(site.btapi(&format!("{line} --query .reps[0].id")).stdout(), "2\n");
    let raw = site.btapi(&format!("{line} --raw")).stdout();
    assert!(raw.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n<logged_in_reps"), "{raw}");
    assert!(site.btapi(&format!("{line} -K")).stdout().contains("reps__0__id=2\n"));
}

#[test]
fn attributes_are_set_from_the_command_line_and_from_standard_input() {
    let site = rs();
    let session = session(&site);
    let set = site
        .btapi(&format!("command set_session_attributes lsid={session} session.custom.external_key=INC-9"));
    set.check(expect![[r#"
        exit 0
        --- stdout
        {
          "message": "Session attributes were set"
        }
    "#]]);
    let value = |site: &Site| {
        let query = ".custom_attributes[]|select(.code_name==\"external_key\").value";
        site.btapi(&format!("command get_session_attributes lsid={session} --query {query}")).stdout()
    };
    assert_eq!(value(&site), "INC-9\n");
    let text = "session.custom.external_key=\"two\\nlines & <more> ü\"\n";
    site.btapi(&format!("-k command set_session_attributes lsid={session}")).stdin(text).stdout();
    assert_eq!(value(&site), "two\nlines & <more> ü\n");
}

#[test]
fn what_the_appliance_refuses_ends_with_six_and_its_words() {
    let site = rs();
    let nobody = "0".repeat(32);
    site.btapi(&format!("command terminate_session lsid={nobody}")).check(expect![[r"
        exit 6
        --- stderr
        btapi: terminate_session: the appliance refused the request (HTTP 200): Session not found
    "]]);
    site.btapi("command of_tomorrow x=1").check(expect![[r"
        exit 6
        --- stderr
        btapi: note: the action `of_tomorrow` is not known here; sent as it is, and once
        btapi: of_tomorrow: the appliance refused the request (HTTP 200): Invalid action
    "]]);
    site.btapi("command get_logged_in_rep").check(expect![[r"
        exit 6
        --- stderr
        btapi: note: the action `get_logged_in_rep` is not known here (did you mean `get_logged_in_reps`?); sent as it is, and once
        btapi: get_logged_in_rep: the appliance refused the request (HTTP 200): Invalid action
    "]]);
    let client = site.server.client_id();
    site.server.control().permit_command(&client, "read_only").unwrap();
    let output = site.btapi(&format!("command terminate_session lsid={}", session(&site))).output();
    assert_eq!(output.status.code(), Some(6));
    site.btapi("command get_logged_in_reps").stdout();
}

#[test]
fn a_key_is_made_with_all_that_goes_with_it() {
    let site = rs();
    let line = "key team:1 --ttl 10m --external-key INC-7 --custom cost_center=77 --priority high";
    let key: Value = serde_json::from_str(&site.btapi(line).stdout()).unwrap();
    assert_eq!(
        (&key["queue"]["kind"], &key["queue_id"], &key["external_key"]),
        (&json!("team"), &json!(1), &json!("INC-7"))
    );
    let keys = site.server.control().sessions()["keys"].clone();
    assert_eq!(keys.as_array().unwrap().len(), 1, "{keys}");
    let code = site.btapi("key general --query .short_key").stdout();
    assert_eq!(code.trim().len(), 7);
    site.btapi("key rep_username:nobody").check(expect![[r"
        exit 6
        --- stderr
        btapi: generate_session_key: the appliance refused the request (HTTP 200): Queue not found
    "]]);
    let raw = site.btapi("key general --raw").stdout();
    assert!(raw.contains("<session_key xmlns="), "{raw}");
}

#[test]
fn a_trace_shows_the_form_that_is_sent() {
    let site = rs();
    let session = session(&site);
    let line = format!("--trace command send_chat_message lsid={session} body=hello");
    let output = site.btapi(&line).output();
    let trace = String::from_utf8(output.stderr).unwrap();
    let form = format!("--data-raw 'action=send_chat_message&lsid={session}&body=***'");
    assert!(output.status.success() && trace.contains(&form), "{trace}");
    assert!(!trace.contains(&site.server.client_secret()));
}

#[test]
fn a_swap_is_planned_refused_and_done() {
    let site = Site::pra();
    let plan = site.btapi("failover swap --plan").stdout();
    assert!(plan.contains("Part now:        primary") && plan.contains("becomes the backup"), "{plan}");
    assert_eq!(site.btapi("failover status --query .failover_role").stdout(), "primary\n");
    let control = site.server.control();
    control.trigger(&json!({ "trigger": "failover_configured", "on": false })).unwrap();
    let output = site.btapi("failover swap --plan").output();
    assert_eq!(output.status.code(), Some(6));
    site.btapi("failover swap").check(expect![[r"
        exit 6
        --- stderr
        btapi: failover swap: the part in failover is `none`: there is no pair to swap; nothing was changed
        btapi: hint: `btapi failover swap --plan` says more
    "]]);
    control.trigger(&json!({ "trigger": "failover_configured", "on": true })).unwrap();
    control.trigger(&json!({ "trigger": "data_sync_takes", "seconds": 1 })).unwrap();
    let output = site.btapi("failover swap --no-data-sync --query .failover_role").output();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "backup\n", "{said}");
    assert_eq!(said, "btapi: note: the appliance says: Successfully changed role.\n");
}
