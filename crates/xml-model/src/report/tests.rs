//! Every document in every shape that a source describes: ours to read, and ours to write as JSON.

use bt_sra_core::ErrorKind;
use expect_test::Expect;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;
use crate::tests::dress::{ADDED, additions, dresses};
use crate::{Answer, Document, Limits, answer, read};

mod archives;
mod events;
mod others;
mod report_types;
mod sessions;
mod views;

/// The namespaces that appliances or guides use, and none.
const NAMESPACES: [&str; 4] = [
    "http://www.beyondtrust.com/sra/namespaces/API/reporting",
    "https://www.beyondtrust.com/namespaces/API/reporting",
    "http://www.bomgar.com/namespaces/API/reporting",
    "",
];

/// Reads `xml` in every dress, and compares it with `expect` as JSON.
#[track_caller]
fn check<T>(xml: &str, expect: Expect) -> T
where
    T: Clone + std::fmt::Debug + DeserializeOwned + Document + PartialEq + Serialize,
{
    let value: T = read(xml.as_bytes()).unwrap();
    let json = serde_json::to_string(&value).unwrap();
    expect.assert_eq(&json);
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value, "the same after JSON");
    for dressed in dresses(xml, &NAMESPACES) {
        assert_eq!(read::<T>(dressed.as_bytes()).unwrap(), value, "{dressed}");
    }
    for odd in additions(xml) {
        let value: T = read(odd.as_bytes()).unwrap();
        let json = serde_json::to_string(&value).unwrap();
        assert!(json.contains(ADDED), "lost: {odd}");
        assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value, "{odd}");
    }
    value
}

/// Checks that `xml` is not read as a `T`, and says why.
#[track_caller]
fn refused<T: Document + std::fmt::Debug>(xml: &str, expect: &str) {
    let error = read::<T>(xml.as_bytes()).unwrap_err();
    let expect = format!("the document is not what was expected: {expect}");
    assert_eq!((error.kind(), error.to_string()), (ErrorKind::Decode, expect));
}

#[test]
fn a_refusal_is_one_in_both_forms() {
    for xml in [
        "<error xmlns='http://www.beyondtrust.com/sra/namespaces/API/reporting'>\nInvalid lsid.\n\n</error>",
        "<session_list><error> Invalid lsid.</error></session_list>",
    ] {
        let answer = answer::<Items<Session>>(xml.as_bytes(), &Limits::default()).unwrap();
        let Answer::Refusal(refusal) = answer else { panic!("{answer:?}") };
        assert_eq!(refusal.message, "Invalid lsid.");
    }
}
