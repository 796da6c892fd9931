//! Takes decisions to the appliance.

use std::sync::Arc;
use std::time::Duration;

use bt_sra_core::{Clock, Error, ErrorKind, Result, Site};
use bt_sra_transport::Transport;
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::uri::PathAndQuery;
use http::{Request, StatusCode, Uri};

use super::super::deadline::within;
use super::super::notice::chain;
use crate::{Decision, ReplyForm, ReplyNames, TicketRequest};

/// How long an appliance may take to answer.
const LIMIT: Duration = Duration::from_secs(60);

/// The first wait between two attempts, and the longest.
const FIRST: Duration = Duration::from_secs(1);
const LONGEST: Duration = Duration::from_secs(60);

/// How decisions are delivered.
#[derive(Debug)]
pub(super) struct Delivery {
    pub(super) appliances: Vec<Site>,
    pub(super) transport: Arc<dyn Transport>,
    pub(super) form: ReplyForm,
    pub(super) names: ReplyNames,
    pub(super) attempts: u32,
    pub(super) clock: Arc<dyn Clock>,
}

/// What came of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Delivered {
    /// The appliance has it.
    Well,
    /// The appliance does not want it: too late, or nothing that it knows.
    Refused(StatusCode),
    /// It did not get there.
    GivenUp(String),
}

impl Delivery {
    /// Returns where the answer to a request goes: an address of one of the appliances, made of
    /// what we know of it. Anything else could be used to make us call what others cannot reach.
    pub(super) fn target(&self, response_url: &str) -> Result<Uri> {
        let refuse = |why: &str| Error::new(ErrorKind::InvalidRequest, format!("the response_url {why}"));
        let is_odd = |byte: u8| byte == b'\\' || byte.is_ascii_whitespace() || byte.is_ascii_control();
        if response_url.len() > 8192 || response_url.bytes().any(is_odd) {
            return Err(refuse("is no address"));
        }
        let uri: Uri = response_url.parse().map_err(|_| refuse("is no address"))?;
        if uri.authority().is_none_or(|authority| authority.as_str().contains('@')) {
            return Err(refuse("names a user, or no host"));
        }
        let site = self.appliances.iter().find(|site| site.covers(&uri));
        let site = site.ok_or_else(|| refuse("is not at one of the appliances that are configured"))?;
        site.uri(uri.path_and_query().cloned().unwrap_or(PathAndQuery::from_static("/")))
    }

    /// Delivers a decision: again and again for a while if the appliance cannot be reached or has
    /// failed, otherwise once.
    pub(super) async fn deliver(&self, request: &TicketRequest, decision: &Decision) -> Delivered {
        let target = match self.target(&request.response_url) {
            Ok(target) => target,
            Err(error) => return Delivered::GivenUp(error.to_string()),
        };
        let (media, body) = decision.reply(&request.request_id, self.form, &self.names);
        let body = Bytes::from(body);
        let mut pause = FIRST;
        let mut problem = String::new();
        for attempt in 0..self.attempts.max(1) {
            if attempt > 0 {
                self.clock.sleep(pause).await;
                pause = (pause * 2).min(LONGEST);
            }
            match self.send(&target, media, body.clone()).await {
                Ok(status) if status.is_success() => return Delivered::Well,
                Ok(status) if status.is_server_error() || status == StatusCode::TOO_MANY_REQUESTS => {
                    problem = format!("HTTP {}", status.as_u16());
                }
                // A redirect too: it would lead to where nobody has said that we may go.
                Ok(status) => return Delivered::Refused(status),
                Err(error) => {
                    problem = chain(&error);
                    if !error.is_transient() && error.kind() != ErrorKind::Tls {
                        break;
                    }
                }
            }
        }
        Delivered::GivenUp(problem)
    }

    async fn send(&self, target: &Uri, media: &'static str, body: Bytes) -> Result<StatusCode> {
        let request =
            Request::post(target.clone()).header(CONTENT_TYPE, media).body(body).map_err(|source| {
                Error::new(ErrorKind::InvalidRequest, "no request can be made").with_source(source)
            })?;
        match within(&*self.clock, LIMIT, self.transport.send(request)).await {
            Some(answer) => answer.map(|answer| answer.status()),
            None => Err(Error::new(ErrorKind::Timeout, "the appliance did not answer in time")),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use async_trait::async_trait;
    use bt_sra_core::ManualClock;
    use bt_sra_transport::Body;
    use http::Response;

    use super::*;

    /// Answers as it is told, one after the other; 0 is no connection.
    #[derive(Debug)]
    struct Told(Mutex<Vec<u16>>, Mutex<Vec<String>>);

    #[async_trait]
    impl Transport for Told {
        async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
            let media = request.headers()[CONTENT_TYPE].to_str().unwrap().to_owned();
            let text = String::from_utf8(request.body().to_vec()).unwrap();
            self.1.lock().unwrap().push(format!("{} {} {media} {text}", request.method(), request.uri()));
            match self.0.lock().unwrap().remove(0) {
                0 => Err(Error::new(ErrorKind::Connect, "no connection")),
                status => Ok(Response::builder().status(status).body(Body::whole("")).unwrap()),
            }
        }
    }

    fn delivery(answers: &[u16]) -> (Delivery, Arc<Told>, ManualClock) {
        let told = Arc::new(Told(Mutex::new(answers.to_vec()), Mutex::default()));
        let clock = ManualClock::impatient();
        let delivery = Delivery {
            appliances: vec![
                Site::parse("access.example.com").unwrap(),
                Site::parse("10.1.2.3:8443").unwrap(),
            ],
            transport: Arc::clone(&told) as Arc<dyn Transport>,
            form: ReplyForm::Form,
            names: ReplyNames::default(),
            attempts: 4,
            clock: Arc::new(clock.clone()),
        };
        (delivery, told, clock)
    }

    #[track_caller]
    fn check(response_url: &str, expected: Result<&str, &str>) {
        let found = delivery(&[]).0.target(response_url).map(|uri| uri.to_string());
        match (found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(error), Err(expected)) => assert!(error.to_string().contains(expected), "{error}"),
            (found, _) => panic!("{response_url}: {found:?}"),
        }
    }

    #[test]
    fn only_appliances_are_called() {
        check("https://access.example.com/r?id=7", Ok("https://access.example.com/r?id=7"));
        check("HTTPS://Access.Example.com:443/r#x", Ok("https://access.example.com/r"));
        check("https://10.1.2.3:8443/r", Ok("https://10.1.2.3:8443/r"));
        check("https://access.example.com", Ok("https://access.example.com/"));
        for other in [
            "https://example.com/r",
            "https://access.example.com.evil.example/r",
            "https://access.example.com:8443/r",
            "https://access.example.com./r",
            "http://access.example.com/r",
            "https://10.1.2.4:8443/r",
            "https://169.254.169.254/latest/meta-data",
            "https://127.0.0.1/r",
            "https://[::1]/r",
            "https://localhost/r",
            "https://0x0a010203:8443/r",
            "ftp://access.example.com/r",
        ] {
            check(other, Err("is not at one of the appliances"));
        }
        for none in [
            "",
            "/r",
            "access.example.com",
            "file:///etc/passwd",
            "https://access.example.com@evil.example/r",
            "https://mira:x@access.example.com/r",
        ] {
            check(none, Err("the response_url "));
        }
        check("https://access.example.com\\@evil.example/", Err("is no address"));
        check("https://access.example.com/\r\nX: y", Err("is no address"));
        check(&format!("https://access.example.com/{}", "x".repeat(9000)), Err("is no address"));
    }

    #[track_caller]
    fn check_delivery(answers: &[u16], expected: Delivered, sent: usize, seconds: u64) {
        let (delivery, told, clock) = delivery(answers);
        let request = TicketRequest::parse(
            None,
            b"request_id=7f3a&ticket_id=1&response_url=https%3A%2F%2Faccess.example.com%2Fr",
        );
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let done = runtime.block_on(delivery.deliver(&request.unwrap(), &Decision::deny()));
        assert_eq!(done, expected);
        let line = "POST https://access.example.com/r application/x-www-form-urlencoded response_id=7f3a&response=deny";
        assert_eq!(*told.1.lock().unwrap(), vec![line; sent]);
        assert_eq!(clock.monotonic().as_secs(), seconds);
    }

    #[test]
    fn what_may_pass_is_tried_again_for_a_while() {
        check_delivery(&[200], Delivered::Well, 1, 0);
        check_delivery(&[0, 503, 204], Delivered::Well, 3, 3);
        check_delivery(&[0, 0, 0, 500], Delivered::GivenUp("HTTP 500".to_owned()), 4, 7);
        check_delivery(&[404], Delivered::Refused(StatusCode::NOT_FOUND), 1, 0);
        check_delivery(&[302], Delivered::Refused(StatusCode::FOUND), 1, 0);
    }
}
