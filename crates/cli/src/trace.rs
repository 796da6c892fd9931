//! `--trace`: each request as a line of curl that a person can run, and how it was answered.
//!
//! Secrets are not in it: the token is `$BT_TOKEN`, id and secret are the variables that hold
//! them, and members of a body that are secret are masked.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bt_sra::command::Action;
use bt_sra::{Body, Clock as _, SystemClock, Transport};
use bt_sra_catalog::{Field, PRA, RS};
use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, USER_AGENT};
use http::{Method, Request, Response};
use serde_json::Value;

use crate::failure::plain;
use crate::output::complain;

/// The longest body that is shown.
const LONGEST: usize = 64 << 10;

/// What stands for a secret.
const MASK: &str = "***";

/// Tells of each request, and sends it.
#[derive(Debug)]
pub(crate) struct Traced {
    inner: Arc<dyn Transport>,
    has_ca_file: bool,
}

impl Traced {
    /// Tells of what goes through `inner`.
    pub(crate) fn new(inner: Arc<dyn Transport>, has_ca_file: bool) -> Self {
        Self { inner, has_ca_file }
    }
}

#[async_trait]
impl Transport for Traced {
    async fn send(&self, request: Request<Bytes>) -> bt_sra::Result<Response<Body>> {
        let line = curl(&request, self.has_ca_file);
        let started = SystemClock.monotonic();
        let sent = self.inner.send(request).await;
        let took = milliseconds(SystemClock.monotonic().saturating_sub(started));
        // Both at once, so that the lines of several requests at a time stay together.
        complain(&match &sent {
            Ok(answer) => format!("{line}\n{}", answered(answer, &took)),
            Err(error) => format!("{line}\n# {} after {took}\n", plain(&error.to_string())),
        });
        sent
    }
}

fn answered(answer: &Response<Body>, took: &str) -> String {
    let size = answer.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    let size = size.map_or_else(String::new, |size| format!(", {} bytes", plain(size)));
    let reason = answer.status().canonical_reason().unwrap_or_default();
    format!("# {} {reason} after {took}{size}\n", answer.status().as_u16())
}

fn milliseconds(span: Duration) -> String {
    format!("{} ms", span.as_millis())
}

/// Writes a request as a command for a POSIX shell.
fn curl(request: &Request<Bytes>, has_ca_file: bool) -> String {
    let mut line = "curl -sS".to_owned();
    if has_ca_file {
        line.push_str(" --cacert \"$BT_CA_FILE\"");
    }
    if request.method() != Method::GET {
        line.push_str(&format!(" -X {}", request.method()));
    }
    line.push_str(&format!(" {}", quoted(&request.uri().to_string())));
    line.push_str(&headers(request.headers()));
    if !request.body().is_empty() {
        line.push_str(&body(request.headers(), request.body()));
    }
    line
}

fn headers(headers: &HeaderMap) -> String {
    let mut text = String::new();
    for (name, value) in headers {
        let value = value.to_str().unwrap_or(MASK);
        if name == AUTHORIZATION {
            text.push_str(match value.split(' ').next() {
                Some("Basic") => " -u \"$BT_CLIENT_ID:$BT_CLIENT_SECRET\"",
                Some("Bearer") => " -H \"Authorization: Bearer $BT_TOKEN\"",
                _ => " -H \"Authorization: $BT_AUTHORIZATION\"",
            });
        } else if headers.get(name).is_some_and(http::HeaderValue::is_sensitive) {
            text.push_str(&format!(" -H {}", quoted(&format!("{name}: {MASK}"))));
        } else if name != USER_AGENT {
            text.push_str(&format!(" -H {}", quoted(&format!("{name}: {value}"))));
        }
    }
    text
}

fn body(headers: &HeaderMap, body: &Bytes) -> String {
    let media = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if media.starts_with("application/x-www-form-urlencoded") && &**body == b"grant_type=client_credentials" {
        return " --data-raw 'grant_type=client_credentials'".to_owned();
    }
    if let Some(form) = form(media, body) {
        return format!(" --data-raw {}", quoted(&form));
    }
    match serde_json::from_slice::<Value>(body) {
        Ok(mut value) if body.len() <= LONGEST => {
            mask(&mut value);
            format!(" --data-raw {}", quoted(&value.to_string()))
        }
        // What is in it, nobody knows.
        _ => format!(" --data-binary @BODY  # {} bytes, not shown", body.len()),
    }
}

/// Returns the form that calls an action of the Command API, as it is sent, with a mask on what
/// is secret, may be of a person, or nobody knows.
fn form(media: &str, body: &Bytes) -> Option<String> {
    let text = std::str::from_utf8(body).ok().filter(|text| text.len() <= LONGEST)?;
    let (name, parameters) = text.strip_prefix("action=")?.split_once('&').unwrap_or((text, ""));
    let name = name.trim_start_matches("action=");
    if !media.starts_with("application/x-www-form-urlencoded") {
        return None;
    }
    let action = Action::find(name);
    let mut form = format!("action={name}");
    for pair in parameters.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=')?;
        let known = action.and_then(|action| action.parameter(name));
        let is_shown = known.is_some_and(|known| !known.is_private) && !is_secret(name);
        let value = if is_shown || value.is_empty() { value } else { MASK };
        form.push_str(&format!("&{name}={value}"));
    }
    Some(form)
}

/// Puts a mask on what is secret: by the catalogs, by its name, and texts of fields that nobody
/// knows, since `pasword` is one.
fn mask(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(mask),
        Value::Object(fields) => {
            for (name, value) in fields {
                let is_empty = value.is_null() || value.as_str().is_some_and(str::is_empty);
                let is_unknown_text = value.is_string() && !is_known(name);
                if (is_secret(name) || is_unknown_text) && !is_empty {
                    *value = MASK.into();
                } else {
                    mask(value);
                }
            }
        }
        _ => {}
    }
}

/// Returns whether a field of that name, of anything, passes a test.
fn any_field(name: &str, test: impl Fn(&Field) -> bool) -> bool {
    let mut objects = PRA.objects.iter().chain(RS.objects);
    objects.any(|object| object.field(name).is_some_and(&test))
}

fn is_known(name: &str) -> bool {
    any_field(name, |_| true)
}

fn is_secret(name: &str) -> bool {
    let name_says_so = || {
        let name = name.to_ascii_lowercase();
        let word = name.rsplit(['_', '-']).next().unwrap_or_default();
        ["password", "passwd", "passphrase", "secret", "token", "key", "credential", "credentials", "pin"]
            .iter()
            .any(|known| word == *known || (known.len() > 4 && name.ends_with(known)))
    };
    any_field(name, |field| field.write_only || field.secret) || name_says_so()
}

/// Quotes a word for a POSIX shell. What would move the cursor is left out.
fn quoted(text: &str) -> String {
    format!("'{}'", plain(text).replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use http::HeaderValue;

    use super::*;

    #[track_caller]
    fn check(method: &str, uri: &str, authorization: &str, body: &str, expected: Expect) {
        let mut request = Request::builder().method(method).uri(uri).header("accept", "application/json");
        let mut value = HeaderValue::from_str(authorization).unwrap();
        value.set_sensitive(true);
        request = request.header(AUTHORIZATION, value);
        if !body.is_empty() {
            request = request.header(CONTENT_TYPE, "application/json");
        }
        let line = curl(&request.body(Bytes::from(body.to_owned())).unwrap(), true);
        expected.assert_eq(&line);
        assert!(!line.contains("canary"), "{line}");
    }

    #[test]
    fn forms_show_what_is_known_and_no_secret() {
        let shown =
            |text: &str| form("application/x-www-form-urlencoded", &Bytes::from(text.to_owned())).unwrap();
        assert_eq!(shown("action=get_logged_in_reps"), "action=get_logged_in_reps");
        assert_eq!(
            shown(
                "action=set_session_attributes&lsid=0f&session.custom.external_key=canary&session.custom.pin=canary"
            ),
            "action=set_session_attributes&lsid=0f&session.custom.external_key=***&session.custom.pin=***"
        );
        assert_eq!(
            shown("action=create_virtual_customer&short_key=canary&name=canary&odd=canary&locale="),
            "action=create_virtual_customer&short_key=***&name=***&odd=***&locale="
        );
        assert_eq!(shown("action=of_tomorrow&password=canary"), "action=of_tomorrow&password=***");
        assert_eq!(form("application/x-www-form-urlencoded", &Bytes::from("x=1")), None);
        assert_eq!(form("text/plain", &Bytes::from("action=x")), None);
    }

    #[test]
    fn requests_are_lines_of_curl_without_secrets() {
        check(
            "GET",
            "https://access.example.com/api/config/v1/jump-group?name=it%27s",
            "Bearer canary",
            "",
            expect![[
                r#"curl -sS --cacert "$BT_CA_FILE" 'https://access.example.com/api/config/v1/jump-group?name=it%27s' -H 'accept: application/json' -H "Authorization: Bearer $BT_TOKEN""#
            ]],
        );
        check(
            "POST",
            "https://access.example.com/api/config/v1/vault/account",
            "Bearer canary",
            r#"{"name":"it's","password":"canary","ssh":{"private_key":"canary"},"api_token":["canary"],"port":22,"pasword":"canary","x":[{"clientSecret":"canary"}],"private_key_passphrase":""}"#,
            expect![[
                r#"curl -sS --cacert "$BT_CA_FILE" -X POST 'https://access.example.com/api/config/v1/vault/account' -H 'accept: application/json' -H "Authorization: Bearer $BT_TOKEN" -H 'content-type: application/json' --data-raw '{"name":"it'\''s","password":"***","ssh":{"private_key":"***"},"api_token":"***","port":22,"pasword":"***","x":[{"clientSecret":"***"}],"private_key_passphrase":""}'"#
            ]],
        );
        check(
            "POST",
            "https://access.example.com/x",
            "Digest canary",
            "canary, not json",
            expect![[
                r#"curl -sS --cacert "$BT_CA_FILE" -X POST 'https://access.example.com/x' -H 'accept: application/json' -H "Authorization: $BT_AUTHORIZATION" -H 'content-type: application/json' --data-binary @BODY  # 16 bytes, not shown"#
            ]],
        );
        check(
            "POST",
            "https://access.example.com/oauth2/token",
            "Basic canary",
            "",
            expect![[
                r#"curl -sS --cacert "$BT_CA_FILE" -X POST 'https://access.example.com/oauth2/token' -H 'accept: application/json' -u "$BT_CLIENT_ID:$BT_CLIENT_SECRET""#
            ]],
        );
    }
}
