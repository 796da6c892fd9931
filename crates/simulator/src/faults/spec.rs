//! Faults as they are written down: a JSON object that names the kind.

use std::time::Duration;

use http::{HeaderName, HeaderValue, Method, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Fault, Kind};

/// One fault, written down.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Spec {
    kind: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    /// How long a delay or a pause is, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seconds: Option<f64>,
    /// How many bytes come before the break, or in one piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bytes: Option<usize>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    method: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(default)]
    skip: u64,
    #[serde(default = "once")]
    times: u64,
    #[serde(default)]
    after_acting: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    retry_after: Option<u64>,
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    headers: Map<String, Value>,
}

#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Name {
    Status,
    TooManyRequests,
    Unauthorized,
    Delay,
    Reset,
    ResetInBody,
    Truncated,
    Drip,
}

impl Spec {
    /// Makes the fault, or says which member is missing, wrong or out of place.
    pub(crate) fn fault(self) -> Result<Fault, String> {
        let uses: &[&str] = match self.kind {
            Name::Status => &["status", "message"],
            Name::TooManyRequests => &["message"],
            Name::Unauthorized | Name::Reset => &[],
            Name::Delay => &["seconds"],
            Name::ResetInBody | Name::Truncated => &["bytes"],
            Name::Drip => &["bytes", "seconds"],
        };
        let given = [
            ("status", self.status.is_some()),
            ("message", self.message.is_some()),
            ("seconds", self.seconds.is_some()),
            ("bytes", self.bytes.is_some()),
        ];
        if let Some((name, _)) = given.iter().find(|(name, given)| *given && !uses.contains(name)) {
            return Err(format!("a fault of this kind has no `{name}`"));
        }
        let missing = |name: &str| format!("a fault of this kind needs `{name}`");
        let bytes = self.bytes.ok_or_else(|| missing("bytes"));
        let seconds = self.seconds.ok_or_else(|| missing("seconds")).and_then(span);
        let mut fault = match self.kind {
            Name::Status => {
                let status = self.status.ok_or_else(|| missing("status"))?;
                Fault::status(
                    StatusCode::from_u16(status).map_err(|_| format!("`status`: {status} is no status"))?,
                )
            }
            Name::TooManyRequests => Fault::too_many_requests(),
            Name::Unauthorized => Fault::unauthorized(),
            Name::Delay => Fault::delay(seconds?),
            Name::Reset => Fault::reset(),
            Name::ResetInBody => Fault::reset_in_body(bytes?),
            Name::Truncated => Fault::truncated(bytes?),
            Name::Drip => Fault::drip(bytes?, seconds?),
        };
        if let Some(message) = self.message {
            fault = fault.message(message);
        }
        fault.method = match self.method {
            Some(name) => Some(name.parse::<Method>().map_err(|_| format!("`method`: `{name}` is none"))?),
            None => None,
        };
        fault.path = self.path;
        fault = fault.skip(self.skip).times(self.times);
        if self.after_acting {
            fault = fault.after_acting();
        }
        if let Some(seconds) = self.retry_after {
            fault = fault.retry_after(Duration::from_secs(seconds));
        }
        for (name, value) in self.headers {
            let header = name.parse::<HeaderName>().ok();
            let value = value.as_str().and_then(|value| HeaderValue::from_str(value).ok());
            let (Some(header), Some(value)) = (header, value) else {
                return Err(format!("`headers`: `{name}` is no header with a text"));
            };
            fault = fault.header(header, value);
        }
        Ok(fault)
    }
}

impl From<&Fault> for Spec {
    fn from(fault: &Fault) -> Self {
        let mut spec = Self {
            kind: Name::Reset,
            status: None,
            message: None,
            seconds: None,
            bytes: None,
            method: fault.method.as_ref().map(Method::to_string),
            path: fault.path.clone(),
            skip: fault.skip,
            times: fault.times,
            after_acting: fault.acted,
            retry_after: None,
            headers: Map::new(),
        };
        spec.headers.extend(fault.headers.iter().map(|(name, value)| {
            (name.to_string(), Value::String(String::from_utf8_lossy(value.as_bytes()).into_owned()))
        }));
        spec.kind = match &fault.kind {
            Kind::Status(status, message) => {
                spec.status = Some(status.as_u16());
                spec.message = Some(message.clone());
                Name::Status
            }
            Kind::AccessDenied => Name::Unauthorized,
            Kind::Delay(span) => {
                spec.seconds = Some(span.as_secs_f64());
                Name::Delay
            }
            Kind::Reset => Name::Reset,
            Kind::ResetInBody(bytes) => {
                spec.bytes = Some(*bytes);
                Name::ResetInBody
            }
            Kind::Truncate(bytes) => {
                spec.bytes = Some(*bytes);
                Name::Truncated
            }
            Kind::Drip(bytes, span) => {
                spec.bytes = Some(*bytes);
                spec.seconds = Some(span.as_secs_f64());
                Name::Drip
            }
        };
        spec
    }
}

fn once() -> u64 {
    1
}

fn span(seconds: f64) -> Result<Duration, String> {
    Duration::try_from_secs_f64(seconds).map_err(|_| format!("`seconds`: {seconds} is no span of time"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_kind_is_read_and_written_down_again() {
        let whole = json!({
            "kind": "status", "status": 503, "message": "busy", "method": "GET", "path": "/api/*",
            "skip": 2, "times": 3, "after_acting": true, "headers": { "retry-after": "7" },
        });
        let plain = |value: Value| {
            let mut value = value;
            for (name, default) in [("skip", json!(0)), ("times", json!(1)), ("after_acting", json!(false))] {
                value.as_object_mut().unwrap().entry(name).or_insert(default);
            }
            value
        };
        for value in [
            whole,
            json!({ "kind": "unauthorized" }),
            json!({ "kind": "delay", "seconds": 1.5 }),
            json!({ "kind": "reset" }),
            json!({ "kind": "reset_in_body", "bytes": 10 }),
            json!({ "kind": "truncated", "bytes": 0 }),
            json!({ "kind": "drip", "bytes": 1, "seconds": 0.25 }),
        ] {
            let spec: Spec = serde_json::from_value(value.clone()).unwrap();
            let fault = spec.fault().unwrap();
            assert_eq!(serde_json::to_value(Spec::from(&fault)).unwrap(), plain(value));
        }
        let short: Spec =
            serde_json::from_value(json!({ "kind": "too_many_requests", "retry_after": 2 })).unwrap();
        let written = serde_json::to_value(Spec::from(&short.fault().unwrap())).unwrap();
        assert_eq!((&written["status"], &written["headers"]["retry-after"]), (&json!(429), &json!("2")));
    }

    #[test]
    fn what_does_not_belong_to_the_kind_is_refused() {
        for (value, words) in [
            (json!({ "kind": "status" }), "needs `status`"),
            (json!({ "kind": "status", "status": 99 }), "99 is no status"),
            (json!({ "kind": "delay" }), "needs `seconds`"),
            (json!({ "kind": "delay", "seconds": -1.0 }), "no span of time"),
            (json!({ "kind": "reset", "bytes": 3 }), "has no `bytes`"),
            (json!({ "kind": "reset", "method": "G T" }), "`method`"),
            (json!({ "kind": "reset", "headers": { "a b": "c" } }), "`headers`"),
        ] {
            let spec: Spec = serde_json::from_value(value).unwrap();
            let error = spec.fault().unwrap_err();
            assert!(error.contains(words), "{error}");
        }
        assert!(serde_json::from_value::<Spec>(json!({ "kind": "reset", "colour": 1 })).is_err());
        assert!(serde_json::from_value::<Spec>(json!({ "kind": "flood" })).is_err());
    }
}
