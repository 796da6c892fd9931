//! Refusals in both forms, and what is no document of the API at all.

use super::*;

/// Every type, so that a refusal is one whatever was asked for.
fn every_type(check: impl Fn(&dyn Fn(&[u8]) -> bt_sra_core::Result<()>, &str)) {
    macro_rules! each {
        ($($name:ident),*) => {$(
            check(&|bytes| read::<$name>(bytes).map(drop), $name::ROOT);
        )*};
    }
    each!(
        ApiInformation,
        Appliances,
        ConnectedClientList,
        ConnectedClients,
        CustomAttributes,
        HealthCheck,
        LoggedInReps,
        Reply,
        SessionKey,
        Success,
        SupportTeams
    );
}

#[test]
fn an_error_document_is_a_refusal_whatever_was_asked_for() {
    every_type(|read, _| {
        for namespace in NAMESPACES {
            let xml = format!(
                "<?xml version=\"1.0\"?>\n\n<error xmlns=\"{namespace}\">\nInvalid action\n</error>\n\n\n\n"
            );
            let error = read(xml.as_bytes()).unwrap_err();
            assert_eq!(
                (error.kind(), error.appliance_message()),
                (ErrorKind::Appliance, Some("Invalid action"))
            );
            assert_eq!(error.to_string(), "the appliance refused the request: Invalid action");
        }
    });
}

#[test]
fn an_error_in_place_of_the_data_is_a_refusal() {
    every_type(|read, root| {
        if root == Reply::ROOT {
            return;
        }
        let xml = format!("<{root} xmlns='u'><error>Aucune donnée n’est disponible.</error></{root}>");
        let error = read(xml.as_bytes()).unwrap_err();
        assert_eq!(
            (error.kind(), error.appliance_message()),
            (ErrorKind::Appliance, Some("Aucune donnée n’est disponible."))
        );
    });
    // Whatever the root, an address somewhere below does not make it a customer.
    let xml = b"<x><download_url>u</download_url><error>No</error></x>";
    assert_eq!(read::<VirtualCustomer>(xml).unwrap_err().kind(), ErrorKind::Appliance);
}

#[test]
fn an_error_further_down_is_data() {
    let xml = b"<custom_attributes><custom_attribute code_name='a'>x<error>y</error></custom_attribute></custom_attributes>";
    assert_eq!(read::<CustomAttributes>(xml).unwrap().custom_attributes[0].value, "x");
}

#[test]
fn a_code_and_words_in_pieces_are_kept() {
    let refusal = |xml: &str| match answer::<Success>(xml.as_bytes(), &Limits::default()).unwrap() {
        Answer::Refusal(refusal) => (refusal.message, refusal.code),
        Answer::Data(data) => panic!("{data:?}"),
    };
    let expect = ("No <!> access".to_owned(), Some("authentication_failed".to_owned()));
    assert_eq!(
        refusal("<error code='authentication_failed'>No <!-- -->&lt;<![CDATA[!>]]> access</error>"),
        expect
    );
    assert_eq!(refusal("<error><message>Too late</message></error>"), ("Too late".to_owned(), None));
    assert_eq!(refusal("<error code=' '/>"), (String::new(), None));
    let error = read::<Success>(b"<error code='x'>No</error>").unwrap_err();
    assert_eq!(error.appliance_message(), Some("No (code x)"));
}

#[test]
fn words_without_end_are_cut_in_errors_only() {
    let xml = format!("<error>{}</error>", "é".repeat(9000));
    let Ok(Answer::Refusal(refusal)) = answer::<Success>(xml.as_bytes(), &Limits::default()) else {
        panic!()
    };
    assert_eq!(refusal.message.chars().count(), 9000);
    assert!(bt_sra_core::Error::from(refusal).to_string().len() < 5000);
}

#[test]
fn json_in_the_place_of_xml_is_a_refused_token() {
    let json = r#"{"error":"access_denied","message":"The resource owner or authorization server denied the request."}"#;
    every_type(|read, _| {
        let error = read(format!("\n{json}\n").as_bytes()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert_eq!(
            error.to_string(),
            "the appliance refused the token: The resource owner or authorization server denied the request."
        );
    });
    refused::<Success>(
        r#"{"error":"invalid_client"}"#,
        ErrorKind::Credentials,
        "the appliance refused the token: invalid_client",
    );
}

#[test]
fn what_is_no_xml_is_said_to_be_none_without_repeating_it() {
    let no_xml = "the document is no XML: it does not begin with `<`. Where a short text stands in its place, \
                  check that the XML API is enabled and that the API account has the permission";
    for text in ["Document Not Found", "{", r#"{"error":7}"#, r#"{"secret":"hunter2"}"#, "[]", "\u{0}"] {
        refused::<Success>(text, ErrorKind::Decode, no_xml);
    }
    refused::<Success>("", ErrorKind::Decode, "the document is empty");
    refused::<Success>("\u{feff} \n", ErrorKind::Decode, "the document is empty");
}

#[test]
fn unknown_roots_are_named() {
    let unexpected = "the document is not what was expected:";
    refused::<Success>(
        "<appliances/>",
        ErrorKind::Decode,
        &format!(
            "{unexpected} the root element is `appliances` and not `success`, in `/appliances` at byte 0"
        ),
    );
    refused::<HealthCheck>(
        "\n<!-- --><success>hunter2</success>",
        ErrorKind::Decode,
        &format!(
            "{unexpected} the root element is `success` and not `health_check`, in `/success` at byte 9"
        ),
    );
    refused::<VirtualCustomer>(
        "<success/>",
        ErrorKind::Decode,
        &format!(
            "{unexpected} the root element is `success` and not `virtual_customer`, in `/success` at byte 0"
        ),
    );
}

#[test]
fn web_pages_are_said_to_be_some() {
    for page in [
        "<html><body>hunter2</body></html>",
        "\n<!DOCTYPE html>\n<html lang=en><br>hunter2",
        "<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><HTML>",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><download_url>u</download_url></body></html>",
    ] {
        let expect = "the document is a web page and no answer of the API: check the address, and whether a proxy answers \
             in place of the appliance";
        refused::<Success>(page, ErrorKind::Decode, expect);
        refused::<VirtualCustomer>(page, ErrorKind::Decode, expect);
        refused::<Reply>(page, ErrorKind::Decode, expect);
    }
}
