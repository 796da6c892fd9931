//! What is more than a type knows, and what is less.

use expect_test::expect;

use super::*;

const APPLIANCE: &str = "<name>n</name><public_hostname>h</public_hostname><cluster_role>single</cluster_role>\
    <failover_role>none</failover_role><accepting_connections>1</accepting_connections>";

#[test]
fn whatever_is_unknown_is_kept() {
    let list = check::<Appliances>(
        &format!(
            "<appliances version='2' xmlns:x='u' x:hint='3'>stray<note>one</note><appliance id='0a' color='red'>{APPLIANCE}\
             <timezone_offset unit='s'>0</timezone_offset><name>again</name>\
             <inside><deep k='v'>text</deep> and <deep/></inside></appliance></appliances>"
        ),
        expect![[
            r#"{"appliances":[{"id":"0a","name":"n","public_hostname":"h","cluster_role":"single","failover_role":"none","accepting_connections":true,"timezone_offset":0,"extra":{"attributes":{"color":"red"},"elements":[{"name":"timezone_offset","attributes":{"unit":"s"},"content":["0"]},{"name":"name","content":["again"]},{"name":"inside","content":[{"name":"deep","attributes":{"k":"v"},"content":["text"]}," and ",{"name":"deep"}]}]}}],"extra":{"attributes":{"version":"2","{u}hint":"3"},"elements":[{"name":"note","content":["one"]}],"text":"stray"}}"#
        ]],
    );
    let extra = &list.appliances[0].extra;
    assert_eq!(extra.attribute("color"), Some("red"));
    let names: Vec<_> = extra.elements().map(|element| element.name.as_str()).collect();
    assert_eq!(names, ["timezone_offset", "name", "inside"]);
    assert_eq!(list.extra.rest().unwrap().text, "stray");
}

#[test]
fn lists_with_more_than_their_items_are_kept_whole() {
    let health = check::<HealthCheck>(
        "<health_check><appliance id='0a'>n</appliance><version>1</version><success>1</success><failover_role>none</failover_role>\
         <enabled_shared_ips mode='x'><ip>192.0.2.7</ip></enabled_shared_ips></health_check>",
        expect![[
            r#"{"appliance":{"id":"0a","hostname":"n"},"version":"1","success":true,"error_message":null,"failover_role":"none","enabled_shared_ips":["192.0.2.7"],"last_data_sync_time":null,"last_data_sync_status":null,"extra":{"elements":[{"name":"enabled_shared_ips","attributes":{"mode":"x"},"content":[{"name":"ip","content":["192.0.2.7"]}]}]}}"#
        ]],
    );
    assert_eq!(health.enabled_shared_ips, ["192.0.2.7"]);
    let teams = check::<SupportTeams>(
        "<support_teams><support_team id='1'><name>n</name><issues><other/></issues></support_team></support_teams>",
        expect![[
            r#"{"support_teams":[{"id":1,"name":"n","issues":[],"members":null,"extra":{"elements":[{"name":"issues","content":[{"name":"other"}]}]}}]}"#
        ]],
    );
    assert_eq!(teams.support_teams[0].issues.as_deref(), Some(&[][..]));
}

#[test]
fn links_keep_their_attributes() {
    check::<LoggedInReps>(
        "<logged_in_reps><rep id='1'><public_display_name>n</public_display_name><type>Normal</type>\
         <direct_link lang='en'>x</direct_link><logged_in_since ts='x'>1</logged_in_since><presentation_count>0</presentation_count>\
         <support_session_count>0</support_session_count><showing_on_rep_list>1</showing_on_rep_list></rep></logged_in_reps>",
        expect![[
            r#"{"reps":[{"id":1,"display_name":null,"public_display_name":"n","private_display_name":null,"username":null,"type":"Normal","direct_link":{"html":"x","extra":{"attributes":{"lang":"en"}}},"logged_in_since":{"at":"1970-01-01T00:00:01+00:00","epoch":null,"text":"1"},"presentation_count":0,"support_session_count":0,"showing_on_rep_list":true,"extra":{"elements":[{"name":"logged_in_since","attributes":{"ts":"x"},"content":["1"]}]}}]}"#
        ]],
    );
}

/// Each case is a document, and the path and reason of what is wrong with it.
#[test]
fn what_is_missing_or_has_another_form_is_named_with_its_place() {
    let decode = |xml: &str, expect: &str| {
        let what = format!("the document is not what was expected: {expect}");
        refused::<Reply>(xml, ErrorKind::Decode, &what);
    };
    decode(
        "<appliances><appliance/></appliances>",
        "the attribute `id` is missing in `/appliances/appliance` at byte 12",
    );
    decode(
        "<appliances>\n<x/><appliance id='1'/><appliance id='2'/></appliances>",
        "the element `name` is missing in `/appliances/appliance[1]` at byte 17",
    );
    decode(
        &format!(
            "<appliances><appliance id='1'>{APPLIANCE}<timezone_offset>east</timezone_offset></appliance></appliances>"
        ),
        "a text that is not a whole number in `/appliances/appliance/timezone_offset` at byte 198",
    );
    decode(
        &format!(
            "<appliances><appliance id='1'>{APPLIANCE}<timezone_offset> </timezone_offset></appliance></appliances>"
        ),
        "the element `timezone_offset` is missing in `/appliances/appliance` at byte 12",
    );
    decode(
        "<health_check><success>yes</success><appliance id='1'>n</appliance><version>1</version></health_check>",
        "a text that is not 1 or 0 in `/health_check/success` at byte 14",
    );
    decode(
        "<api_information><api_version>1</api_version><timestamp>soon</timestamp></api_information>",
        "neither an ISO 8601 time with an offset nor seconds since 1970 in `/api_information/timestamp` at byte 45",
    );
    decode(
        "<api_information><api_version>1</api_version><timestamp>1</timestamp></api_information>",
        "the element `permissions` is missing in `/api_information` at byte 0",
    );
    decode(
        "<logged_in_reps><rep id='x'/></logged_in_reps>",
        "the attribute `id` is not a whole number in `/logged_in_reps/rep` at byte 16",
    );
    decode(
        "<connected_client_list><connected_client_summary><appliance_summary id='1'><count type='x'>-1</count></appliance_summary></connected_client_summary></connected_client_list>",
        "a text that is not a whole number in `/connected_client_list/connected_client_summary/appliance_summary/count` at byte 75",
    );
    decode(
        "<connected_clients><connected_push_agent id='1'><hostname>h</hostname></connected_push_agent></connected_clients>",
        "the element `platform` is missing in `/connected_clients/connected_push_agent` at byte 19",
    );
    decode("<virtual_customer/>", "the element `download_url` is missing in `/virtual_customer` at byte 0");
    decode(
        "\u{feff}\n<custom_attributes><custom_attribute>hunter2</custom_attribute></custom_attributes>",
        "the attribute `code_name` is missing in `/custom_attributes/custom_attribute` at byte 23",
    );
}
