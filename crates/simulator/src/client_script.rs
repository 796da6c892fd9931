//! The Client Scripting API: `/api/client_script`, which browsers call without a token.

use bytes::Bytes;
use http::header::{ALLOW, CONTENT_DISPOSITION, LOCATION};
use http::{Method, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::answer::{Answer, Payload, Refusal};
use crate::oauth;
use crate::profile::Shape;
use crate::script::{self, Command};
use crate::unconfirmed as of_all;
use crate::unconfirmed::script as unconfirmed;
use crate::world::Site;

/// Where the API is, and where it was.
pub(crate) const PATHS: [&str; 2] = ["/api/client_script", "/api/client_script.ns"];

/// Answers a request.
pub(crate) fn answer(site: &Site, method: &Method, path: &str, query: &str) -> Answer {
    match *method {
        Method::GET | Method::HEAD => {}
        Method::OPTIONS => return Answer::empty(StatusCode::OK).header(ALLOW, "GET,HEAD"),
        _ => return Refusal::Method("GET,HEAD".to_owned()).into(),
    }
    // One switch of the site for all three of its older APIs.
    if site.switches.shapes.has(Shape::XML_OFF) {
        let bytes = Bytes::from_static(of_all::DOCUMENT_NOT_FOUND.as_bytes());
        return Answer::new(
            StatusCode::NOT_FOUND,
            Payload::Text { media: "text/html; charset=UTF-8", bytes },
        );
    }
    served(site, path, query).unwrap_or_else(|why| {
        let bytes = Bytes::from(format!("{why}\n"));
        Answer::new(unconfirmed::REFUSED, Payload::Text { media: "text/plain; charset=UTF-8", bytes })
    })
}

fn served(site: &Site, path: &str, query: &str) -> Result<Answer, String> {
    let query = match query.strip_prefix('?') {
        Some(rest) if unconfirmed::SECOND_QUESTION_MARK_TOLERATED => rest,
        _ => query,
    };
    let mut parameters = oauth::form(query.as_bytes());
    let mut take = |name: &str| -> Result<String, String> {
        let mut found: Vec<String> =
            parameters.extract_if(.., |(key, _)| key == name).map(|(_, value)| value).collect();
        match (found.pop(), found.is_empty()) {
            (Some(value), true) if !value.is_empty() => Ok(value),
            (Some(_), false) => Err(format!("{}{name}", unconfirmed::REPEATED)),
            _ => Err(format!("{}{name}", unconfirmed::MISSING)),
        }
    };
    let (kind, operation, action) = (take("type")?, take("operation")?, take("action")?);
    let command = Command { action, parameters };
    match (kind.as_str(), operation.as_str()) {
        ("rep", "generate") => {
            script::judge(site, &command)?;
            Ok(generated(command))
        }
        ("web_console", "execute") if command.action == script::JUMP => {
            script::judge(site, &command)?;
            // The browser has no login session here, and the appliance takes it there first.
            let back = format!("{path}?{query}");
            let back = utf8_percent_encode(&back, NON_ALPHANUMERIC);
            Ok(Answer::empty(StatusCode::FOUND)
                .header(LOCATION, &format!("{}{back}", unconfirmed::WEB_CONSOLE_LOGIN)))
        }
        ("web_console", "execute") => Err(format!("{}{}", unconfirmed::UNKNOWN_ACTION, command.action)),
        ("rep" | "web_console", _) => Err(format!("{}operation", unconfirmed::BAD_VALUE)),
        _ => Err(format!("{}type", unconfirmed::BAD_VALUE)),
    }
}

/// A script as a browser downloads it. It begins with `login`, asked for or not.
fn generated(command: Command) -> Answer {
    let login = Command { action: script::LOGIN.to_owned(), parameters: Vec::new() };
    let commands = match command.action == login.action {
        true => vec![command],
        false => vec![login, command],
    };
    let bytes = Bytes::from(script::write(&commands));
    let name = format!("{}.brcs-{}", unconfirmed::SCRIPT_NAME, unconfirmed::SITE_NAME);
    Answer::new(StatusCode::OK, Payload::Text { media: unconfirmed::MEDIA, bytes })
        .header(CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""))
}
