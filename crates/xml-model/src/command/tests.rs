//! Every document in every shape that a source describes: ours to read, and ours to write as JSON.

use bt_sra_core::ErrorKind;
use expect_test::Expect;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;
use crate::tests::dress::{ADDED, additions, dresses};
use crate::{Answer, Document, Limits, answer, read};

mod actions;
mod clients;
mod odd;
mod refusals;

/// The namespaces that appliances or guides use, and none.
const NAMESPACES: [&str; 5] = [
    "http://www.bomgar.com/namespaces/API/command",
    "https://www.bomgar.com/namespaces/API/command",
    "https://www.beyondtrust.com/namespaces/API/command",
    "http://www.beyondtrust.com/sra/namespaces/API/command",
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
        assert!(serde_json::to_string(&value).unwrap().contains(ADDED), "lost: {odd}");
    }
    // A file of which nobody knows the action is read as the same.
    let reply: Reply = read(xml.as_bytes()).unwrap();
    let Ok(serde_json::Value::Object(reply_json)) = serde_json::to_value(&reply) else {
        panic!("a reply is an object");
    };
    let member = serde_json::from_str::<serde_json::Value>(&json).unwrap();
    assert_eq!(reply_json.values().collect::<Vec<_>>(), [&member]);
    assert_eq!(serde_json::from_value::<Reply>(reply_json.into()).unwrap(), reply);
    value
}

/// Checks that `xml` is not read as a `T`, and says why.
#[track_caller]
fn refused<T: Document + std::fmt::Debug>(xml: &str, kind: ErrorKind, expect: &str) {
    let error = read::<T>(xml.as_bytes()).unwrap_err();
    assert_eq!((error.kind(), error.to_string().as_str()), (kind, expect));
}
