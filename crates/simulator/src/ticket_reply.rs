//! Where ticket systems reply: a URL of its own for each request, which is the key to it.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::header::{ALLOW, CONTENT_TYPE};
use http::{HeaderMap, Method, StatusCode};
use serde_json::Value;

use crate::answer::{Answer, Payload, Refusal};
use crate::happenings::tickets::{self, Rejected, Reply};
use crate::live::ticket::ReplyForm;
use crate::oauth;
use crate::unconfirmed::ticket as unconfirmed;
use crate::world::Site;

/// A reply as it has come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sent<'a> {
    pub(crate) method: &'a Method,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a Bytes,
    pub(crate) now: i64,
}

/// Returns the key in a path, if replies go to such.
pub(crate) fn key(path: &str) -> Option<&str> {
    path.strip_prefix(unconfirmed::REPLY_PATH)
}

/// Answers a reply.
pub(crate) fn answer(site: &mut Site, key: &str, sent: &Sent<'_>) -> Answer {
    match *sent.method {
        Method::POST => {}
        Method::OPTIONS => return Answer::empty(StatusCode::OK).header(ALLOW, "POST"),
        _ => return Refusal::Method("POST".to_owned()).into(),
    }
    let taken = site.live.tickets.system.as_ref().map_or(ReplyForm::Any, |system| system.reply);
    let Some(fields) = fields(taken, sent) else {
        return told(unconfirmed::OTHER_FORM.0, unconfirmed::OTHER_FORM.1);
    };
    match tickets::reply(site, sent.now, key, fields.and_then(|fields| read(&fields))) {
        Ok(()) => told(unconfirmed::TAKEN.0, unconfirmed::TAKEN.1),
        Err(Rejected::Unknown) => told(unconfirmed::UNKNOWN.0, unconfirmed::UNKNOWN.1),
        Err(Rejected::Answered) => told(unconfirmed::ANSWERED.0, unconfirmed::ANSWERED.1),
        Err(Rejected::Late) => told(unconfirmed::LATE.0, unconfirmed::LATE.1),
        Err(Rejected::Bad(why)) => told(unconfirmed::BAD, &why),
    }
}

type Fields = Vec<(String, String)>;

/// Reads a form or a JSON object of texts, by its media type; none if that is not taken.
fn fields(taken: ReplyForm, sent: &Sent<'_>) -> Option<Result<Fields, String>> {
    let media = sent.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match (media.as_str(), taken) {
        ("application/x-www-form-urlencoded", ReplyForm::Form | ReplyForm::Any) => {
            Some(Ok(oauth::form(sent.body)))
        }
        ("application/json", ReplyForm::Json | ReplyForm::Any) => Some(json(sent.body)),
        _ => None,
    }
}

fn json(body: &[u8]) -> Result<Fields, String> {
    let Ok(Value::Object(members)) = serde_json::from_slice(body) else {
        return Err("the reply is no JSON object".to_owned());
    };
    let field = |(name, value): (String, Value)| match value {
        Value::String(value) => Ok((name, value)),
        _ => Err(format!("{name}: it is no text")),
    };
    members.into_iter().map(field).collect()
}

fn read(fields: &[(String, String)]) -> Result<Reply, String> {
    let get = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    let needed = |name: &str| get(name).ok_or_else(|| format!("{name}: it is missing"));
    let id = needed("response_id")?;
    let allowed = match needed("response")?.as_str() {
        "allow" => true,
        "deny" => false,
        _ => return Err("response: it is neither allow nor deny".to_owned()),
    };
    let attributes: BTreeMap<String, String> = fields
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix("session.custom.")?.to_owned(), value.clone())))
        .collect();
    Ok(Reply { id, allowed, message: get("message"), attributes })
}

fn told(status: StatusCode, text: &str) -> Answer {
    let bytes = Bytes::copy_from_slice(text.as_bytes());
    Answer::new(status, Payload::Text { media: "text/plain; charset=UTF-8", bytes })
}
