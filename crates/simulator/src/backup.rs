//! The Backup API: `/api/backup`.

use bytes::Bytes;
use http::header::{ALLOW, CONTENT_DISPOSITION};
use http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::answer::{Answer, Payload, Refusal};
use crate::backup_file::BackupFailure;
use crate::oauth::ACCOUNTS;
use crate::store::flag;
use crate::unconfirmed as of_all;
use crate::unconfirmed::backup as unconfirmed;
use crate::world::Site;

/// Where the API is, and where it was.
pub(crate) const PATHS: [&str; 2] = ["/api/backup", "/api/backup.ns"];

/// A request whose account is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sent<'a> {
    pub(crate) method: &'a Method,
    pub(crate) body: &'a Bytes,
    /// The API account.
    pub(crate) account: i64,
}

/// Answers a request.
pub(crate) fn answer(site: &Site, sent: &Sent<'_>) -> Answer {
    match *sent.method {
        Method::GET | Method::HEAD | Method::POST => {}
        Method::OPTIONS => return Answer::empty(StatusCode::OK).header(ALLOW, "GET,HEAD,POST"),
        _ => return Refusal::Method("GET,HEAD,POST".to_owned()).into(),
    }
    let row = site.store.row(ACCOUNTS, 0, sent.account);
    if !row.is_some_and(|row| flag(&row, "perm_backup")) {
        return Answer::message(unconfirmed::FORBIDDEN_STATUS, of_all::FORBIDDEN_MESSAGE);
    }
    let settings = site.switches.backup;
    if let Some(failure) = settings.failure {
        return failed(failure);
    }
    let password = match password(site, sent.body) {
        Ok(password) => password,
        Err(refusal) => return refusal.into(),
    };
    let (length, source) = settings.file(site.product.as_str(), password.as_deref());
    let media = unconfirmed::MEDIA;
    let payload = match settings.stated {
        true => Payload::Download { media, length, source },
        false => Payload::Stream { media, source },
    };
    let answer = Answer::new(StatusCode::OK, payload);
    match settings.named {
        true => answer
            .header(CONTENT_DISPOSITION, &format!("attachment; filename=\"{}\"", unconfirmed::FILE_NAME)),
        false => answer,
    }
}

/// Reads the password out of the body, which may be missing.
fn password(site: &Site, body: &[u8]) -> Result<Option<String>, Refusal> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(None);
    }
    let Ok(Value::Object(mut members)) = serde_json::from_slice(body) else {
        return Err(Refusal::Status(of_all::MALFORMED_STATUS, of_all::NO_OBJECT.to_owned()));
    };
    let password = members.shift_remove("password");
    if unconfirmed::UNKNOWN_MEMBERS_REFUSED && site.switches.strict && !members.is_empty() {
        return Err(Refusal::Unknown(members.into_iter().map(|(name, _)| name).collect()));
    }
    match password {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(password)) if password.is_empty() && unconfirmed::EMPTY_PASSWORD_IS_NONE => {
            Ok(None)
        }
        Some(Value::String(password)) => Ok(Some(password)),
        Some(_) => Err(Refusal::field("password", unconfirmed::PASSWORD_IS_NO_TEXT)),
    }
}

/// What old or troubled appliances send with the status 200.
fn failed(failure: BackupFailure) -> Answer {
    let (media, text) = match failure {
        BackupFailure::InvalidCredentials => ("text/plain; charset=UTF-8", unconfirmed::INVALID_CREDENTIALS),
        BackupFailure::ErrorPage => ("text/html; charset=UTF-8", unconfirmed::ERROR_PAGE),
        BackupFailure::Empty => (unconfirmed::MEDIA, ""),
        BackupFailure::JsonError => {
            let (error, message) = unconfirmed::JSON_ERROR;
            return Answer::json(StatusCode::OK, json!({ "error": error, "message": message }));
        }
    };
    Answer::new(StatusCode::OK, Payload::Text { media, bytes: Bytes::from_static(text.as_bytes()) })
}
