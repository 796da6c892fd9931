//! One authorized request to a known operation.

use bt_sra_catalog::{Method, Operation, Schema};
use bytes::Bytes;
use http::StatusCode;
use http::header::LOCATION;
use serde_json::Value;

use crate::answer::{Answer, Payload, Refusal};
use crate::hooks;
use crate::route;
use crate::special::jump;
use crate::store::Record;
use crate::time::Moment;
use crate::unconfirmed;
use crate::world::Site;

/// What an operation is called with.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) operation: &'static Operation,
    /// The parameters of the path, decoded, in order.
    pub(crate) params: Vec<(&'static str, String)>,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) body: &'a Bytes,
    /// The API account that calls.
    pub(crate) account: i64,
    pub(crate) now: Moment,
    /// Scheme and host as the client wrote them, for links.
    pub(crate) origin: &'a str,
    /// The path as the client wrote it.
    pub(crate) path: &'a str,
    /// The ids in the path; texts are left out.
    pub(crate) ids: Vec<i64>,
}

impl Call<'_> {
    /// Reads the ids of the path and sees that what they name exists.
    pub(crate) fn resolve(&mut self, site: &Site) -> Result<(), Refusal> {
        let steps = route::steps(self.operation.path);
        for (step, (name, value)) in steps.iter().zip(&self.params) {
            let schema =
                self.operation.path_params.iter().find(|param| param.name == *name).map(|param| param.schema);
            if matches!(schema, Some(Schema::Text(_))) {
                continue;
            }
            // Parsing alone would take a sign.
            let digits = value.bytes().all(|byte| byte.is_ascii_digit());
            let id: i64 = value.parse().ok().filter(|_| digits).ok_or(Refusal::NotFound)?;
            let parent = self.ids.last().copied().unwrap_or_default();
            let found = match *step {
                "/jump-approval" => site.store.has("/user", 0, id),
                // Rows that are computed: their handlers look for themselves.
                "/jump-approval/{user_id}/view" | "/vault/account-group/{id}/account" => true,
                _ => site.store.has(step, parent, id),
            };
            if !found {
                // Documented: a personal account says so, and not that it has no such user.
                if *step == "/vault/account/{id}/user" && self.operation.method != Method::Get {
                    hooks::personal(site, parent)?;
                }
                return Err(Refusal::NotFound);
            }
            self.ids.push(id);
        }
        Ok(())
    }

    /// The id of the item that the path names.
    pub(crate) fn id(&self) -> i64 {
        self.ids.last().copied().unwrap_or_default()
    }

    /// The id that comes before the last one; 0 without.
    pub(crate) fn parent(&self) -> i64 {
        self.ids.iter().rev().nth(1).copied().unwrap_or_default()
    }

    /// A text parameter of the path.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.params.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value)
    }

    /// A query parameter; of several the last one counts.
    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Reads the body as a JSON object. No body is an empty object.
    pub(crate) fn object(&self) -> Result<Record, Refusal> {
        if self.body.iter().all(u8::is_ascii_whitespace) {
            return Ok(Record::new());
        }
        match serde_json::from_slice(self.body) {
            Ok(Value::Object(members)) => Ok(members),
            _ => Err(Refusal::Status(unconfirmed::MALFORMED_STATUS, unconfirmed::NO_OBJECT.to_owned())),
        }
    }

    /// The status that the catalog declares for success.
    pub(crate) fn success(&self) -> StatusCode {
        let declared = self
            .operation
            .answers
            .iter()
            .map(|answer| answer.status)
            .find(|status| (200..300).contains(status));
        declared.and_then(|status| StatusCode::from_u16(status).ok()).unwrap_or(StatusCode::OK)
    }

    /// Adds where the thing is that was created.
    ///
    /// Documented of the resources that stand for themselves, but for the installers of Jump Clients.
    pub(crate) fn located(&self, answer: Answer) -> Answer {
        let created = self.operation.method == Method::Post && answer.status == StatusCode::CREATED;
        if !created || !self.ids.is_empty() || self.operation.path == jump::INSTALLERS {
            return answer;
        }
        let id = match &answer.payload {
            Payload::Json(row) => row.get("id").and_then(Value::as_i64),
            _ => None,
        };
        let Some(id) = id else {
            return answer;
        };
        let origin = if unconfirmed::LOCATION_NAMES_HOST { self.origin } else { "" };
        answer.header(LOCATION, &format!("{origin}{}/{id}", self.path))
    }

    /// The schema of the answer in case of success.
    pub(crate) fn schema(&self) -> Option<&'static Schema> {
        answer_schema(self.operation)
    }

    /// A success without content; where the status allows content, an empty object, since
    /// clients decode everything but 204.
    pub(crate) fn done(&self) -> Answer {
        match self.success() {
            StatusCode::NO_CONTENT => Answer::empty(StatusCode::NO_CONTENT),
            status => Answer::json(status, Value::Object(Record::new())),
        }
    }
}

/// The schema of the answer of an operation in case of success.
pub(crate) fn answer_schema(operation: &'static Operation) -> Option<&'static Schema> {
    let answer = operation.answers.iter().find(|answer| (200..300).contains(&answer.status))?;
    answer.schema.as_ref()
}
