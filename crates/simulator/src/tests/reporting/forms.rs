//! How reports are asked for, refused and written.

use super::*;

/// The report of sessions, as the product calls it, with a window that nothing lies in.
fn nothing(client: &Client) -> String {
    let access = client.appliance.control().product() == bt_sra_core::Product::Pra;
    let name = if access { "AccessSession" } else { "SupportSession" };
    format!("{name}&start_time=1&duration=1")
}

#[test]
fn get_and_forms_are_taken_and_nothing_else() {
    for client in with_history(5) {
        let name = nothing(&client);
        let name = name.split('&').next().unwrap();
        let form = format!("generate_report={name}&start_time=0&duration=0");
        let got = client.sessions(ALL).0;
        let posted =
            client.posted("/api/reporting", "application/x-www-form-urlencoded; charset=UTF-8", &form);
        assert_eq!(posted.expect(200).bytes, got);
        let in_query = client.raw("POST", &format!("/api/reporting?{form}"), b"");
        assert_eq!(in_query.expect(200).bytes, got);
        Xml::of(&client.posted("/api/reporting", "multipart/form-data; boundary=x", &form))
            .error("The request body must be application/x-www-form-urlencoded.");
        client.raw("DELETE", "/api/reporting", b"").expect(405);
        for path in ["/api/reporting/v1", "/api/reporting/sessions", "/api/reporting/"] {
            client.raw("GET", path, b"").expect(404);
        }
        let stranger = Client { token: "x".to_owned(), appliance: client.appliance.clone() };
        let refused = stranger.report_raw(name).expect(401);
        assert_eq!(refused.json["error"], "access_denied");
    }
}

#[test]
fn a_report_is_known_to_its_product_only() {
    let [pra, rs] = both();
    for (client, unknown) in [
        (&pra, "SupportSession"),
        (&rs, "AccessSession"),
        (&rs, "Team"),
        (&pra, "SupportTeam"),
        (&pra, "accesssession"),
        (&pra, ""),
    ] {
        client.report(&format!("{unknown}&{ALL}")).error("Invalid report");
    }
}

#[test]
fn accounts_need_the_permission_of_the_report() {
    for client in both() {
        // May do session reports and those of the vault, and no others.
        let name = nothing(&client);
        client.by("Reporting").report(&name).error(NONE);
        let refused = client.by("Inventory").report(&name);
        refused.error("You do not have permission to generate this report.");
        client.appliance.control().shape("document_not_found", true).unwrap();
        client.by("Inventory").report_raw(&name).expect(404);
    }
}

const NONE: &str = "No Support report information matching your chosen criteria is available.";

#[test]
fn nothing_is_an_error_or_an_empty_root_in_two_languages() {
    for client in both() {
        let control = client.appliance.control();
        let name = nothing(&client);
        let document = client.report(&name).0;
        assert_eq!(
            document,
            format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n<error \
                 xmlns=\"http://www.beyondtrust.com/sra/namespaces/API/reporting\">{NONE}</error>\n\n\n\n"
            )
        );
        control.shape("nested_error", true).unwrap();
        let nested = client.report(&name);
        assert!(nested.get("session_list").is_some_and(|inner| inner.contains("<error>")), "{}", nested.0);
        control.shape("nested_error", false).unwrap();
        control.shape("error_code", true).unwrap();
        assert_eq!(client.report(&name).all("error", "code"), ["simulated"]);
        control.shape("localized_errors", true).unwrap();
        let french = client.report(&name).text("error");
        assert!(french.ends_with("correspondant à vos critères n’est disponible."), "{french}");
        control.shape("empty_reports", true).unwrap();
        let empty = client.report(&name);
        assert_eq!((empty.count("session_list"), empty.count("error"), empty.count("session")), (1, 0, 0));
        control.shape("empty_reports", false).unwrap();
        control.shape("empty_lists", true).unwrap();
        assert_eq!(client.sessions(ALL).text("error"), french, "a list that is to be empty");
        control.shape("xml_api_off", true).unwrap();
        client.report_raw(&name).expect(404);
    }
}

#[test]
fn documents_have_a_namespace_and_white_space_of_their_own() {
    for (profile, namespace) in [
        (crate::Profile::Rs19, "http://www.bomgar.com/namespaces/API/reporting"),
        (crate::Profile::Documented, "https://www.beyondtrust.com/namespaces/API/reporting"),
        (crate::Profile::Sra, "http://www.beyondtrust.com/sra/namespaces/API/reporting"),
    ] {
        let client = Client::new(Appliance::pra().profile(profile).history(5));
        let root = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n<session_list xmlns=\"{namespace}\" \
             xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
        );
        assert!(client.sessions(ALL).0.starts_with(&root));
    }
    let client = Client::new(Appliance::pra().history(40));
    let control = client.appliance.control();
    let plain = client.sessions(ALL).0;
    for (shape, sign) in [
        ("stray_lines", "\n\n<?xml"),
        ("unknown_namespace", "xmlns=\"urn:"),
        ("no_namespace", "<session_list xmlns:xsi"),
        ("extra_elements", "<of_a_later_version"),
        ("no_ts", "<start_time>"),
        ("empty_end_time", "<end_time timestamp=\"\"></end_time>"),
        ("dense", "?><session_list"),
    ] {
        assert!(!plain.contains(sign), "{shape}");
        control.shape(shape, true).unwrap();
        let reply = client.report_raw(&format!("AccessSession&{ALL}")).expect(200);
        let text = String::from_utf8(reply.bytes.to_vec()).unwrap();
        assert!(text.contains(sign), "{shape}");
        if shape != "dense" {
            well_formed(&text);
        }
        control.shape(shape, false).unwrap();
    }
    assert_eq!(client.sessions(ALL).0, plain);
    for (shape, sign) in [("prefixed", "<r:session lsid="), ("cdata_and_comments", "<![CDATA[")] {
        control.shape(shape, true).unwrap();
        let reply = client.report_raw(&format!("AccessSession&{ALL}")).expect(200);
        assert!(String::from_utf8(reply.bytes.to_vec()).unwrap().contains(sign), "{shape}");
        control.shape(shape, false).unwrap();
    }
}

#[test]
fn the_schema_is_there_without_a_token_and_says_whose_it_is() {
    for client in both() {
        let stranger = Client { token: String::new(), appliance: client.appliance };
        let schema =
            Xml(String::from_utf8(stranger.raw("GET", "/api/reporting.xsd", b"").expect(200).bytes.to_vec())
                .unwrap());
        assert!(schema.0.contains("not the vendor's schema"), "{}", schema.0);
        assert!(schema.0.contains("sra/namespaces/API/reporting") && !schema.0.contains('@'));
        stranger.raw("POST", "/api/reporting.xsd", b"").expect(405);
    }
}
