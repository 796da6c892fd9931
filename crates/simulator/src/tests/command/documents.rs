//! Profiles, and the ways in which documents deviate.

use super::super::client::Client;
use super::{Xml, both, profiled};
use crate::Profile;

#[test]
fn a_profile_sets_namespace_white_space_and_age() {
    for (profile, namespace, version, blank, company) in [
        (Profile::Rs19, "http://www.bomgar.com/namespaces/API/command", "1.19.0", true, true),
        (Profile::Documented, "https://www.beyondtrust.com/namespaces/API/command", "1.24.1", false, false),
        (Profile::Sra, "http://www.beyondtrust.com/sra/namespaces/API/command", "1.25.0", false, false),
    ] {
        let client = profiled(profile);
        let info = client.action("get_api_info");
        assert_eq!((info.attribute("xmlns"), info.text("api_version")), (namespace, version.to_owned()));
        assert_eq!(info.count("company_name") == 1, company);
        assert_eq!(info.0.contains("perm_configuration\""), !company);
        let key = client.action("generate_session_key&type=support&queue_id=general");
        assert_eq!(key.0.contains("\">\n\n\t<type>"), blank, "{}", key.0);
        assert!(key.0.contains("</expires>\n\t<queue"));
        assert_eq!(client.action("rain").attribute("xmlns"), namespace);
    }
    let [pra, rs] = both();
    assert_eq!(pra.appliance.control().profile(), Profile::Sra);
    assert_eq!(rs.appliance.control().profile(), Profile::Rs19);
    for profile in Profile::ALL {
        assert_eq!(profile.as_str().parse(), Ok(profile));
    }
    assert!("rs-18".parse::<Profile>().unwrap_err().contains("rs-19, documented, sra"));
}

#[test]
fn blank_lines_are_where_they_were_recorded() {
    let client = profiled(Profile::Rs19);
    let key = client.action("generate_session_key&type=support&queue_id=rep:2&external_key=x");
    assert_eq!(key.0.matches("\n\n\t").count(), 1, "before the first element alone: {}", key.0);
    client.trigger(serde_json::json!({ "trigger": "failover_configured", "on": false }));
    let order = serde_json::json!({ "trigger": "shared_ip_set", "address": "203.0.113.10", "on": false });
    client.trigger(order);
    let health = client.action("check_health").0;
    let shape: Vec<&str> = health
        .lines()
        .skip(3)
        .map(|line| line.trim().split(['>', ' ']).next().unwrap().trim_start_matches('<'))
        .collect();
    assert_eq!(shape, ["appliance", "version", "success", "", "failover_role", "", "/health_check"]);
}

#[test]
fn recorded_permissions_keep_their_order() {
    let info = Client::rs().action("get_api_info");
    let names: Vec<&str> =
        info.0.split(" name=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0).collect();
    assert_eq!(
        names,
        [
            "perm_command",
            "perm_reporting_support",
            "perm_reporting_presentation",
            "perm_reporting_license",
            "perm_reporting_archive",
            "perm_real_time_state",
            "perm_ecm",
            "perm_backup",
            "perm_scim"
        ]
    );
}

#[test]
fn every_deviation_shows_where_it_should() {
    let check = |shape: &str, query: &str, shows: fn(&Xml) -> bool| {
        let client = Client::new(crate::Appliance::rs().profile(Profile::Sra));
        client.trigger(serde_json::json!({ "trigger": "invited_user_joins" }));
        assert!(!shows(&client.action(query)), "{shape} is off");
        client.appliance.control().shape(shape, true).unwrap();
        let answer = client.action(query);
        assert!(shows(&answer), "{shape}: {}", answer.0);
        assert!(client.appliance.control().shapes().iter().any(|(name, _, on)| *name == shape && *on));
        client.trigger(serde_json::json!({ "trigger": "shape_set", "name": shape, "on": false }));
        assert!(!shows(&client.action(query)), "{shape} is off again");
    };
    check("nested_error", "get_session_attributes", |xml| xml.count("custom_attributes") == 1);
    check("error_code", "rain", |xml| xml.0.contains("<error xmlns=") && xml.0.contains(" code=\""));
    check("extra_elements", "get_logged_in_reps", |xml| xml.count("of_a_later_version") > 1);
    check("unknown_namespace", "get_api_info", |xml| xml.attribute("xmlns").starts_with("urn:"));
    check("stray_lines", "get_api_info", |xml| xml.0.starts_with("\n\n<?xml"));
    check("no_ts", "get_logged_in_reps", |xml| !xml.0.contains(" ts=\""));
    check("misspelt_permission", "get_api_info", |xml| xml.0.contains("perm_configuration_vault_acount"));
    check("master", "get_appliances", |xml| xml.text("cluster_role") == "master");
    check("empty_lists", "get_logged_in_reps", |xml| xml.count("rep") == 0);
    check("long_mail", "generate_session_key&type=support&queue_id=general", |xml| xml.0.len() > 50_000);
    check("unconfirmed_elements", "get_logged_in_reps", |xml| xml.count("username") > 0);
    check("unconfirmed_elements", "get_connected_clients", |xml| xml.count("lsid") > 0);
    check("localized_errors", "rain", |xml| xml.text("error") == "L’action n’est pas valide");
    check("embassy", "get_logged_in_reps", |xml| xml.0.contains("<type>Embassy</type>"));
    check("link_markup", "get_logged_in_reps", |xml| xml.count("a") > 0);
}

#[test]
fn a_site_may_hide_the_xml_api() {
    let client = Client::pra();
    let control = client.appliance.control();
    control.shape("xml_api_off", true).unwrap();
    let reply = client.raw("GET", "/api/command?action=get_api_info", b"").expect(404);
    assert!(String::from_utf8_lossy(&reply.bytes).contains("Document Not Found"));
    control.shape("xml_api_off", false).unwrap();
    control.shape("document_not_found", true).unwrap();
    client.by("Reporting").raw("GET", "/api/command?action=check_health", b"").expect(404);
    client.by("Reporting").raw("GET", "/api/command?action=get_api_info", b"").expect(200);
    assert!(control.shape("rain", true).unwrap_err().contains("nested_error"));
}

#[test]
fn texts_of_people_cannot_break_a_document() {
    let client = Client::rs();
    let lsid = client.lsids()[0].clone();
    let value = super::encoded("<b>&\"'\u{0}\u{1f}\u{fffe}]]> \r\n\t");
    client
        .form(&format!("action=set_session_attributes&lsid={lsid}&session.custom.external_key={value}"))
        .success("Session attributes were set");
    let shown = client.action(&format!("get_session_attributes&lsid={lsid}"));
    assert!(shown.0.contains("&lt;b&gt;&amp;&quot;'\u{fffd}\u{fffd}\u{fffd}]]&gt; &#13;\n\t"), "{}", shown.0);
}

#[test]
fn white_space_of_names_is_kept() {
    let client = Client::rs();
    let lsid = client.lsids()[0].clone();
    let order = serde_json::json!({ "trigger": "session_field_added", "code_name": "odd", "display_name": "A\tB\r\nC" });
    client.trigger(order);
    client.form(&format!("action=set_session_attributes&lsid={lsid}&session.custom.odd=1"));
    let shown = client.action(&format!("get_session_attributes&lsid={lsid}"));
    assert!(shown.0.contains("display_name=\"A&#9;B&#13;&#10;C\""), "{}", shown.0);
}

#[test]
fn the_schema_is_ours_and_knows_every_element() {
    for profile in Profile::ALL {
        let client = profiled(profile);
        let request = http::Request::get("/api/command.xsd").body(bytes::Bytes::new()).unwrap();
        let reply = super::super::client::send(&client.appliance, request).expect(200);
        let schema = String::from_utf8(reply.bytes.to_vec()).unwrap();
        assert!(schema.contains("It is not the vendor's schema"));
        assert!(
            schema.contains(&format!("targetNamespace=\"{}\"", client.action("rain").attribute("xmlns")))
        );
        client.appliance.control().shape("unconfirmed_elements", true).unwrap();
        client.trigger(serde_json::json!({ "trigger": "health_fails" }));
        client.trigger(serde_json::json!({ "trigger": "presentation_begins", "id": 2 }));
        for query in [
            "rain",
            "get_api_info",
            "check_health",
            "get_appliances",
            "get_logged_in_reps",
            "get_support_teams&showmembers",
            "generate_session_key&type=support&queue_id=rep:2&ttl=60&external_key=x",
            "get_connected_client_list",
            "get_connected_clients&include_connections=1",
        ] {
            let document = client.action(query).0;
            for (_, rest) in document
                .split_once("?>")
                .unwrap()
                .1
                .match_indices('<')
                .map(|(at, _)| document.split_once("?>").unwrap().1.split_at(at + 1))
            {
                let name: String =
                    rest.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect();
                let known = name.is_empty() || schema.contains(&format!("<xs:element name=\"{name}\""));
                assert!(known, "{name} of {query}");
            }
        }
    }
}
