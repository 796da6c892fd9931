//! The schema at `/api/command.xsd`: ours, of the documents that are written here.

use bytes::Bytes;
use http::header::ALLOW;
use http::{Method, StatusCode};

use super::profile;
use crate::answer::{Answer, Payload, Refusal};
use crate::world::Site;

/// Where the schema is.
pub(crate) const PATH: &str = "/api/command.xsd";

/// With a mark where the namespace goes.
const SCHEMA: &str = include_str!("command.xsd");
const MARK: &str = "@NAMESPACE@";

/// Serves the schema, in the namespace that documents have.
pub(crate) fn serve(site: &Site, method: &Method) -> Answer {
    match *method {
        Method::GET | Method::HEAD => {}
        Method::OPTIONS => return Answer::empty(StatusCode::OK).header(ALLOW, "GET,HEAD"),
        _ => return Refusal::Method("GET,HEAD".to_owned()).into(),
    }
    let bytes = Bytes::from(SCHEMA.replace(MARK, profile(site).namespace()));
    Answer::new(StatusCode::OK, Payload::Text { media: "text/xml; charset=UTF-8", bytes })
}
