//! The schema at `/api/reporting.xsd`: ours, of the documents that are written here.

use bytes::Bytes;
use http::header::ALLOW;
use http::{Method, StatusCode};

use super::{XML, namespace};
use crate::answer::{Answer, Payload, Refusal};
use crate::world::Site;

/// Where the schema is.
pub(crate) const PATH: &str = "/api/reporting.xsd";

/// With a mark where the namespace goes.
const SCHEMA: &str = include_str!("reporting.xsd");
const MARK: &str = "@NAMESPACE@";

/// Serves the schema, in the namespace that documents have.
pub(crate) fn serve(site: &Site, method: &Method) -> Answer {
    match *method {
        Method::GET | Method::HEAD => {}
        Method::OPTIONS => return Answer::empty(StatusCode::OK).header(ALLOW, "GET,HEAD"),
        _ => return Refusal::Method("GET,HEAD".to_owned()).into(),
    }
    let bytes = Bytes::from(SCHEMA.replace(MARK, namespace(site)));
    Answer::new(StatusCode::OK, Payload::Text { media: XML, bytes })
}
