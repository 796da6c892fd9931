//! Tokens against a scripted appliance.

use std::sync::Mutex;

use bt_sra_core::{ManualClock, Timestamp};
use bt_sra_transport::Body;
use http::Response;

use super::*;

/// Answers token requests from a list, and repeats the last.
#[derive(Debug)]
struct Appliance {
    answers: Mutex<Vec<(u16, &'static str)>>,
    seen: Mutex<Vec<Request<Bytes>>>,
    yields: bool,
}

#[async_trait]
impl Transport for Appliance {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        self.seen.lock().unwrap().push(request);
        if self.yields {
            tokio::task::yield_now().await;
        }
        let (status, body) = {
            let mut answers = self.answers.lock().unwrap();
            if answers.len() > 1 { answers.remove(0) } else { answers[0] }
        };
        let mut response = Response::new(Body::whole(body));
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        Ok(response)
    }
}

struct Scene {
    appliance: Arc<Appliance>,
    clock: ManualClock,
    oauth: OAuth,
}

const FIRST: &str = r#"{"access_token":"tok1","token_type":"Bearer","expires_in":3600}"#;
const SECOND: &str = r#"{"access_token":"tok2","token_type":"Bearer","expires_in":"3600"}"#;
const REFUSED: &str = r#"{"error":"invalid_client","message":"Client authentication failed."}"#;

fn scene(answers: &[(u16, &'static str)]) -> Scene {
    let appliance =
        Arc::new(Appliance { answers: Mutex::new(answers.to_vec()), seen: Mutex::default(), yields: true });
    let clock = ManualClock::impatient();
    let site = Site::parse("access.example.com").unwrap();
    let transport: Arc<dyn Transport> = Arc::clone(&appliance) as _;
    let oauth = OAuth::builder(site, ClientCredentials::new("id", "hunter2+/="), transport)
        .clock(Arc::new(clock.clone()))
        .build();
    Scene { appliance, clock, oauth }
}

impl Scene {
    fn asked(&self) -> usize {
        self.appliance.seen.lock().unwrap().len()
    }

    async fn header(&self) -> Authorization {
        self.oauth.authorize().await.unwrap().unwrap()
    }
}

#[tokio::test]
async fn the_request_is_the_documented_one() {
    let scene = scene(&[(200, FIRST)]);
    assert_eq!(scene.header().await.value(), "Bearer tok1");
    let seen = scene.appliance.seen.lock().unwrap();
    let request = &seen[0];
    assert_eq!(request.method(), Method::POST);
    assert_eq!(request.uri(), "https://access.example.com/oauth2/token");
    assert_eq!(request.headers()[AUTHORIZATION], "Basic aWQ6aHVudGVyMisvPQ==");
    assert!(request.headers()[AUTHORIZATION].is_sensitive());
    assert_eq!(request.body(), "grant_type=client_credentials");
}

#[tokio::test]
async fn one_token_serves_many_calls_at_once() {
    let scene = Arc::new(scene(&[(200, FIRST), (200, SECOND)]));
    let tasks: Vec<_> = (0..20)
        .map(|_| {
            let scene = Arc::clone(&scene);
            tokio::spawn(async move { scene.header().await.value().clone() })
        })
        .collect();
    for task in tasks {
        assert_eq!(task.await.unwrap(), "Bearer tok1");
    }
    assert_eq!(scene.asked(), 1);
}

#[tokio::test]
async fn a_token_is_replaced_a_minute_before_its_end() {
    let scene = scene(&[(200, FIRST), (200, SECOND)]);
    scene.header().await;
    scene.clock.advance(Duration::from_secs(3539));
    assert_eq!(scene.header().await.value(), "Bearer tok1");
    scene.clock.advance(Duration::from_secs(1));
    assert_eq!(scene.header().await.value(), "Bearer tok2");
    assert_eq!(scene.asked(), 2);
}

#[tokio::test]
async fn a_refused_token_is_replaced_once_however_many_report_it() {
    let scene = scene(&[(200, FIRST), (200, SECOND)]);
    let old = scene.header().await;
    for _ in 0..3 {
        scene.oauth.refused(&old).await.unwrap();
        assert_eq!(scene.header().await.value(), "Bearer tok2");
    }
    assert_eq!(scene.asked(), 2);
}

#[tokio::test]
async fn a_refused_secret_is_not_tried_again_for_a_minute() {
    let scene = scene(&[(401, REFUSED), (200, FIRST)]);
    let error = scene.oauth.authorize().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert_eq!(error.appliance_message(), Some("Client authentication failed."));
    assert!(!format!("{error:?}").contains("hunter2"));
    assert_eq!(scene.asked(), 1, "invalid_client is never retried");
    let error = scene.oauth.authorize().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert_eq!(scene.asked(), 1);
    scene.clock.advance(Duration::from_secs(60));
    assert_eq!(scene.header().await.value(), "Bearer tok1");
}

#[tokio::test]
async fn a_failing_token_endpoint_is_asked_again() {
    let scene = scene(&[(503, ""), (200, FIRST)]);
    assert_eq!(scene.header().await.value(), "Bearer tok1");
    assert_eq!(scene.asked(), 2);
}

#[tokio::test]
async fn an_odd_answer_is_an_error_that_repeats_nothing_of_it() {
    for body in ["", "<html>hunter2", r#"{"access_token":["hunter2"]}"#, r#"{"token":"hunter2"}"#] {
        let error = scene(&[(200, body)]).oauth.authorize().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(!format!("{error:?}").contains("hunter2"));
    }
}

#[tokio::test]
async fn a_token_that_cannot_be_a_header_is_refused_and_not_kept() {
    for body in [r#"{"access_token":"a\nb"}"#, r#"{"access_token":""}"#] {
        let scene = scene(&[(200, body), (200, FIRST)]);
        assert_eq!(scene.oauth.authorize().await.unwrap_err().kind(), ErrorKind::Decode);
        assert_eq!(scene.header().await.value(), "Bearer tok1");
    }
}

#[tokio::test]
async fn a_short_or_odd_lifetime_does_not_cost_a_token_for_each_call() {
    for body in [
        r#"{"access_token":"tok1","expires_in":0}"#,
        r#"{"access_token":"tok1","expires_in":"0"}"#,
        r#"{"access_token":"tok1","expires_in":"soon"}"#,
        r#"{"access_token":"tok1","expires_in":30}"#,
        r#"{"access_token":"tok1","expires_in":18446744073709551615}"#,
    ] {
        let scene = scene(&[(200, body)]);
        scene.header().await;
        scene.clock.advance(Duration::from_secs(14));
        scene.header().await;
        assert_eq!(scene.asked(), 1, "{body}");
    }
    let scene = scene(&[(200, r#"{"access_token":"tok1","expires_in":30}"#), (200, SECOND)]);
    scene.header().await;
    scene.clock.advance(Duration::from_secs(15));
    assert_eq!(scene.header().await.value(), "Bearer tok2");
}

/// Forgets everything, and says so.
#[derive(Debug)]
struct Full;

#[async_trait]
impl TokenStore for Full {
    async fn load(&self, _key: &TokenKey) -> Result<TokenState> {
        Ok(TokenState::Empty)
    }

    async fn save(&self, _key: &TokenKey, _state: TokenState) -> Result<()> {
        Err(Error::new(ErrorKind::Store, "no space left"))
    }

    async fn begin(&self, _key: &TokenKey) -> Result<Flight> {
        Ok(Flight::new(()))
    }
}

#[tokio::test]
async fn a_store_that_is_full_costs_no_call_its_token() {
    let appliance = Arc::new(Appliance {
        answers: Mutex::new(vec![(200, FIRST)]),
        seen: Mutex::default(),
        yields: false,
    });
    let site = Site::parse("access.example.com").unwrap();
    let oauth = OAuth::builder(site, ClientCredentials::new("id", "x"), Arc::clone(&appliance) as _)
        .store(Arc::new(Full))
        .build();
    for _ in 0..3 {
        assert_eq!(oauth.authorize().await.unwrap().unwrap().value(), "Bearer tok1");
    }
    assert_eq!(appliance.seen.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_refusal_does_not_outlive_a_clock_that_is_set_back() {
    let clock = ManualClock::new();
    let store = Arc::new(MemoryTokens::default());
    let credentials = ClientCredentials::new("id", "x");
    let site = Site::parse("access.example.com").unwrap();
    let tomorrow = clock.now().saturating_add(Duration::from_secs(86_400));
    store.save(&credentials.key(&site), TokenState::Refused(tomorrow)).await.unwrap();
    let appliance = Arc::new(Appliance {
        answers: Mutex::new(vec![(200, FIRST)]),
        seen: Mutex::default(),
        yields: false,
    });
    let oauth = OAuth::builder(site, credentials, Arc::clone(&appliance) as _)
        .store(store)
        .clock(Arc::new(clock))
        .build();
    assert_eq!(oauth.authorize().await.unwrap().unwrap().value(), "Bearer tok1");
}

#[tokio::test]
async fn whoever_is_cancelled_while_fetching_leaves_the_way_free() {
    let scene = scene(&[(200, FIRST)]);
    {
        let mut first = Box::pin(scene.oauth.authorize());
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(first.as_mut().poll(&mut context).is_pending());
    }
    assert_eq!(scene.header().await.value(), "Bearer tok1");
}

#[tokio::test]
async fn nothing_shows_the_secret_or_the_token() {
    let scene = scene(&[(200, FIRST)]);
    let header = scene.header().await;
    let token = Token::new("tok1", Timestamp::UNIX_EPOCH);
    let shown = format!("{:?} {header:?} {token:?} {:?}", scene.oauth, TokenState::Token(token.clone()));
    assert!(!shown.contains("tok1") && !shown.contains("hunter2"), "{shown}");
}

/// Counts who waits for the token of another, now and ever.
#[derive(Debug, Default)]
struct Queue(Mutex<(usize, usize)>);

impl bt_sra_transport::WaitObserver for Queue {
    fn begins(&self, wait: Wait) {
        if wait == Wait::TokenOfAnother {
            let mut counts = self.0.lock().unwrap();
            *counts = (counts.0 + 1, counts.1 + 1);
        }
    }

    fn ends(&self, wait: Wait) {
        if wait == Wait::TokenOfAnother {
            self.0.lock().unwrap().0 -= 1;
        }
    }
}

#[tokio::test]
async fn a_call_tells_that_it_waits_for_a_token_that_another_fetches() {
    let store = Arc::new(MemoryTokens::default());
    let queue = Arc::new(Queue::default());
    let waits = Waits::told_to(Arc::clone(&queue) as _);
    let appliance =
        Arc::new(Appliance { answers: Mutex::new(vec![(200, "[]")]), seen: Mutex::default(), yields: true });
    let site = Site::parse("access.example.com").unwrap();
    let credentials = ClientCredentials::new("id", "hunter2+/=");
    let key = credentials.key(&site);
    let oauth = OAuth::builder(site.clone(), credentials, Arc::clone(&appliance) as _)
        .store(Arc::clone(&store) as _)
        .waits(waits.clone())
        .build();
    let pipeline =
        Pipeline::builder(site, Arc::clone(&appliance) as _).authorize(Arc::new(oauth)).waits(waits).build();
    // The other one has the turn.
    let flight = store.begin(&key).await.unwrap();
    let call = tokio::spawn(async move {
        static READ: Operation = Operation::new("thing list", "/thing", Repeat::Safe);
        let request = Request::builder().uri("/thing").body(Bytes::new()).unwrap();
        pipeline.call(&READ, request, &CallOptions::default()).await.map(|answer| answer.status())
    });
    while *queue.0.lock().unwrap() != (1, 1) {
        tokio::task::yield_now().await;
    }
    assert_eq!(appliance.seen.lock().unwrap().len(), 0, "nothing is sent meanwhile");
    let token = Token::new("theirs".to_owned(), SystemClock.now().saturating_add(Duration::from_secs(600)));
    store.save(&key, TokenState::Token(token)).await.unwrap();
    drop(flight);
    assert_eq!(call.await.unwrap().unwrap(), StatusCode::OK);
    assert_eq!(*queue.0.lock().unwrap(), (0, 1));
    let seen = appliance.seen.lock().unwrap();
    assert_eq!(seen.len(), 1, "no token was fetched");
    assert_eq!(seen[0].headers()[AUTHORIZATION], "Bearer theirs");
}
