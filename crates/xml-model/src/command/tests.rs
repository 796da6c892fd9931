//! Every document in every shape that a source describes: ours to read, and ours to write as JSON.

use bt_sra_core::ErrorKind;
use expect_test::Expect;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::*;
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
    for dressed in dresses(xml) {
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

/// What [`additions`] puts into documents.
const ADDED: &str = "Added9";

/// The document with something unknown in it: an attribute in each tag, an element behind each tag.
fn additions(xml: &str) -> Vec<String> {
    let mut additions = Vec::new();
    let body = xml.split_once("?>").map_or(xml, |(_, body)| body).trim();
    for (at, _) in body.match_indices('<') {
        let rest = &body[at + 1..];
        if rest.starts_with(|c: char| c.is_alphabetic()) {
            let end = at + 1 + rest.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).unwrap();
            additions.push(format!("{} odd='{ADDED}'{}", &body[..end], &body[end..]));
        }
    }
    for (at, _) in body.match_indices('>') {
        let (before, behind) = body.split_at(at + 1);
        if !behind.is_empty() {
            additions.push(format!("{before}<odd><in>{ADDED}</in></odd>{behind}"));
        }
    }
    assert!(additions.len() > 1 || !body.contains("</"));
    additions
}

/// The same document in every namespace, with a prefix, with a mark and blank lines around it,
/// and with the blank lines that templates leave behind.
fn dresses(xml: &str) -> Vec<String> {
    let body = xml.split_once("?>").map_or(xml, |(_, body)| body).trim();
    let end = body.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).unwrap();
    let (name, rest) = body.split_at(end);
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n";
    let mut dresses: Vec<_> =
        NAMESPACES.iter().map(|uri| format!("{declaration}{name} xmlns=\"{uri}\"{rest}\n\n\n\n")).collect();
    dresses.push(format!("\u{feff}{declaration}{body}"));
    dresses.push(format!("\n \r\n\t{declaration}{body}"));
    // Not between tags that may be a text's.
    let spaced = body.replace("><", ">\n\t\n\t<").replace(">\n\t\n\t</", "></");
    dresses.push(spaced.replace('\n', "\r\n"));
    dresses.push(spaced);
    if !body.contains("<a ") && !body.contains("<!") {
        let prefixed = body.replace("</", "\u{1}").replace('<', "<p:").replace('\u{1}', "</p:");
        dresses.push(prefixed.replacen(
            name.trim_start_matches('<'),
            &format!("{} xmlns:p=\"u\"", &name[1..]),
            1,
        ));
    }
    dresses
}
