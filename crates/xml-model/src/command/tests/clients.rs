//! Connected clients: the list and the details.

use expect_test::expect;

use super::*;

#[test]
fn counts_alone() {
    let list = check::<ConnectedClientList>(
        "<connected_client_list><connected_client_summary><appliance_summary id='0a'>\
         <count type='representative'>2</count><count type='pinned_client'>310</count></appliance_summary>\
         <appliance_summary id='0b'><count type='pinned_client'>\n5\n</count><count type='robot'>1</count></appliance_summary>\
         </connected_client_summary></connected_client_list>",
        expect![[
            r#"{"connected_client_summary":{"appliances":[{"id":"0a","counts":[{"type":"representative","count":2},{"type":"pinned_client","count":310}]},{"id":"0b","counts":[{"type":"pinned_client","count":5},{"type":"robot","count":1}]}]},"connected_clients":[]}"#
        ]],
    );
    assert_eq!(list.count(&ClientKind::PinnedClient), 315);
    assert_eq!(list.count(&ClientKind::PushAgent), 0);
}

#[test]
fn identifiers_as_attribute_and_as_element() {
    let list = check::<ConnectedClientList>(
        "<connected_client_list><connected_client_summary/><connected_client type='representative' id='8c1f'/>\
         <connected_client type='push_agent'><id>12</id></connected_client></connected_client_list>",
        expect![[
            r#"{"connected_client_summary":{"appliances":[]},"connected_clients":[{"type":"representative","id":"8c1f"},{"type":"push_agent","id":"12"}]}"#
        ]],
    );
    let ids: Vec<_> = list.connected_clients.iter().map(|client| client.id.as_str()).collect();
    assert_eq!(ids, ["8c1f", "12"]);
}

#[test]
fn counts_that_are_too_large_do_not_overflow() {
    let xml = format!(
        "<connected_client_list><connected_client_summary><appliance_summary id='a'>\
         <count type='push_agent'>{0}</count><count type='push_agent'>{0}</count>\
         </appliance_summary></connected_client_summary></connected_client_list>",
        u64::MAX
    );
    assert_eq!(read::<ConnectedClientList>(xml.as_bytes()).unwrap().count(&ClientKind::PushAgent), u64::MAX);
}

#[test]
fn clients_of_all_kinds() {
    let rest = "<hostname>host-7</hostname><platform id='winNT'>Windows 11 (x64)</platform><timezone_offset>-18000</timezone_offset>";
    let since = "<connected_since ts='1700000000'>2023-11-14T22:13:20+00:00</connected_since>";
    check::<ConnectedClients>(
        &format!(
            "<connected_clients><connected_push_agent id='1'>{rest}</connected_push_agent>\
             <connected_representative id='2'>{rest}{since}</connected_representative>\
             <connected_support_customer id='3'>{since}{rest}</connected_support_customer>\
             <connected_presentation_attendee id='4'>{rest}</connected_presentation_attendee></connected_clients>"
        ),
        expect![[
            r#"{"clients":[{"type":"push_agent","id":"1","hostname":"host-7","platform":{"id":"winNT","name":"Windows 11 (x64)"},"timezone_offset":-18000,"connected_since":null,"lsid":null,"client_connections":null},{"type":"representative","id":"2","hostname":"host-7","platform":{"id":"winNT","name":"Windows 11 (x64)"},"timezone_offset":-18000,"connected_since":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":"2023-11-14T22:13:20+00:00"},"lsid":null,"client_connections":null},{"type":"support_customer","id":"3","hostname":"host-7","platform":{"id":"winNT","name":"Windows 11 (x64)"},"timezone_offset":-18000,"connected_since":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":"2023-11-14T22:13:20+00:00"},"lsid":null,"client_connections":null},{"type":"presentation_attendee","id":"4","hostname":"host-7","platform":{"id":"winNT","name":"Windows 11 (x64)"},"timezone_offset":-18000,"connected_since":null,"lsid":null,"client_connections":null}]}"#
        ]],
    );
    check::<ConnectedClients>("<connected_clients/>", expect![[r#"{"clients":[]}"#]]);
}

#[test]
fn hearsay_is_read_where_it_fits_and_kept_where_it_does_not() {
    let clients = check::<ConnectedClients>(
        "<connected_clients><connected_representative id='2'><hostname>h</hostname><platform id='mac'>macOS</platform>\
         <timezone_offset>0</timezone_offset><user_id>151</user_id><type>Normal</type><username>ada</username>\
         <routing_idle>perhaps</routing_idle><routing_busy>1</routing_busy><presentation_count/></connected_representative>\
         <connected_support_customer id='3'><hostname>h</hostname><platform id='mac'>macOS</platform>\
         <timezone_offset>0</timezone_offset><lsid>0f</lsid><user_id>4</user_id></connected_support_customer>\
         <connected_robot id='4'/></connected_clients>",
        expect![[
            r#"{"clients":[{"type":"representative","id":"2","hostname":"h","platform":{"id":"mac","name":"macOS"},"timezone_offset":0,"connected_since":null,"lsid":null,"representative":{"user_id":151,"type":"Normal","username":"ada","public_display_name":null,"private_display_name":null,"start_session_url":null,"presentation_count":null,"support_session_count":null,"showing_on_rep_list":null,"routing_available":null,"routing_busy":true,"routing_enabled":null,"routing_idle":null},"client_connections":null,"extra":{"elements":[{"name":"routing_idle","content":["perhaps"]}]}},{"type":"support_customer","id":"3","hostname":"h","platform":{"id":"mac","name":"macOS"},"timezone_offset":0,"connected_since":null,"lsid":"0f","client_connections":null,"extra":{"elements":[{"name":"user_id","content":["4"]}]}}],"extra":{"elements":[{"name":"connected_robot","attributes":{"id":"4"}}]}}"#
        ]],
    );
    let state = clients.clients[0].representative.as_ref().unwrap();
    assert_eq!((state.routing_busy, state.routing_idle), (Some(true), None));
    assert_eq!(clients.clients[0].extra.element("routing_idle").unwrap().text(), "perhaps");
    assert!(clients.clients[1].representative.is_none());
    assert!(clients.extra.element("connected_robot").is_some());
}

#[test]
fn connections_are_kept_as_they_are() {
    let clients = check::<ConnectedClients>(
        "<connected_clients><connected_push_agent id='1'><client_connections><client_connections>\
         <connection appliance_id='0a'><connected_since ts='1'/></connection></client_connections>\
         <event_log><event ts='2'>Connected</event></event_log></client_connections>\
         <hostname>h</hostname><platform id='l'>Linux</platform><timezone_offset>0</timezone_offset>\
         </connected_push_agent></connected_clients>",
        expect![[
            r#"{"clients":[{"type":"push_agent","id":"1","hostname":"h","platform":{"id":"l","name":"Linux"},"timezone_offset":0,"connected_since":null,"lsid":null,"client_connections":{"name":"client_connections","content":[{"name":"client_connections","content":[{"name":"connection","attributes":{"appliance_id":"0a"},"content":[{"name":"connected_since","attributes":{"ts":"1"}}]}]},{"name":"event_log","content":[{"name":"event","attributes":{"ts":"2"},"content":["Connected"]}]}]}}]}"#
        ]],
    );
    let connections = clients.clients[0].client_connections.as_ref().unwrap();
    assert_eq!(connections.child("event_log").unwrap().child("event").unwrap().text(), "Connected");
}
