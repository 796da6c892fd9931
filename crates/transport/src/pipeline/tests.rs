//! The pipeline against a scripted transport.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use bt_sra_core::ManualClock;
use http::header::RETRY_AFTER;

use super::*;
use crate::Permit;

static READ: Operation = Operation::new("thing list", "/thing", Repeat::Safe);
static MAKE: Operation = Operation::new("thing create", "/thing", Repeat::Never);

/// What the transport does next.
#[derive(Clone, Copy, Debug)]
enum Step {
    Answer(u16, &'static str),
    RetryAfter(u16, &'static str),
    Redirect(&'static str),
    Fail(ErrorKind),
    Hang,
}
use Step::{Answer, Fail, Hang, Redirect, RetryAfter};

#[derive(Debug)]
struct Script {
    steps: Mutex<VecDeque<Step>>,
    seen: Mutex<Vec<String>>,
}

#[async_trait]
impl Transport for Script {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        let token = request.headers().get(AUTHORIZATION).map_or("-", |value| value.to_str().unwrap());
        self.seen.lock().unwrap().push(format!("{} {} {token}", request.method(), request.uri()));
        let step = self.steps.lock().unwrap().pop_front().expect("a request too many");
        let mut response = Response::new(Body::whole(""));
        let status = match step {
            Fail(kind) => return Err(Error::new(kind, "scripted")),
            Hang => std::future::pending().await,
            Answer(status, body) => {
                *response.body_mut() = Body::whole(body);
                status
            }
            RetryAfter(status, value) => {
                response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static(value));
                status
            }
            Redirect(target) => {
                response.headers_mut().insert(LOCATION, HeaderValue::from_static(target));
                302
            }
        };
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        Ok(response)
    }
}

/// Tokens `t1`, `t2`, …: a new one after each refusal.
#[derive(Debug, Default)]
struct Tokens(AtomicU32);

#[async_trait]
impl Authorize for Tokens {
    async fn authorize(&self) -> Result<Option<Authorization>> {
        let number = self.0.load(Ordering::SeqCst) + 1;
        let value = HeaderValue::from_str(&format!("t{number}")).unwrap();
        Ok(Some(Authorization::new(value, Timestamp::from_second(4_000_000_000).unwrap())))
    }

    async fn refused(&self, _used: &Authorization) -> Result<()> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

/// Counts leaves and their return.
#[derive(Debug, Default)]
struct Counter(Mutex<Vec<RateHint>>, AtomicU32);

#[async_trait]
impl RateBudget for Counter {
    async fn acquire(&self) -> Result<Permit> {
        self.1.fetch_add(1, Ordering::SeqCst);
        Ok(Permit::new(()))
    }

    async fn release(&self, _permit: Permit, hint: RateHint) -> Result<()> {
        self.0.lock().unwrap().push(hint);
        Ok(())
    }
}

struct Scene {
    script: Arc<Script>,
    budget: Arc<Counter>,
    clock: ManualClock,
    pipeline: Pipeline,
}

fn scene(steps: &[Step]) -> Scene {
    let script =
        Arc::new(Script { steps: Mutex::new(steps.iter().copied().collect()), seen: Mutex::default() });
    let (clock, budget) = (ManualClock::impatient(), Arc::new(Counter::default()));
    let pipeline = Pipeline::builder(Site::parse("a.example").unwrap(), Arc::clone(&script) as _)
        .authorize(Arc::new(Tokens::default()))
        .budget(Arc::clone(&budget) as _)
        .clock(Arc::new(clock.clone()))
        .build();
    Scene { script, budget, clock, pipeline }
}

impl Scene {
    async fn call(&self, operation: &Operation) -> Result<Response<Body>> {
        self.call_with(operation, &CallOptions::default()).await
    }

    async fn call_with(&self, operation: &Operation, options: &CallOptions) -> Result<Response<Body>> {
        let method = if operation.repeat == Repeat::Safe { Method::GET } else { Method::POST };
        let request = Request::builder().method(method).uri("/thing?a=b").body(Bytes::new()).unwrap();
        self.pipeline.call(operation, request, options).await
    }

    fn sent(&self) -> usize {
        self.script.seen.lock().unwrap().len()
    }

    fn line(&self, index: usize) -> String {
        self.script.seen.lock().unwrap()[index].clone()
    }
}

/// Runs a script to its end and compares what came of it: a status, or a kind.
#[track_caller]
fn check(operation: &Operation, steps: &[Step], expect: &str) {
    let scene = scene(steps);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let outcome = match runtime.block_on(scene.call(operation)) {
        Ok(answer) => answer.status().as_u16().to_string(),
        Err(error) => {
            assert_eq!(error.operation(), Some(&*operation.name));
            format!("{:?}", error.kind())
        }
    };
    assert_eq!(format!("{outcome} after {}", scene.sent()), expect);
    let leaves = usize::try_from(scene.budget.1.load(Ordering::SeqCst)).unwrap();
    assert_eq!((leaves, scene.budget.0.lock().unwrap().len()), (scene.sent(), scene.sent()));
}

#[test]
fn only_what_does_no_harm_is_repeated() {
    check(&READ, &[Fail(ErrorKind::Connect), Answer(200, "")], "200 after 2");
    check(&MAKE, &[Fail(ErrorKind::Connect), Answer(201, "")], "201 after 2");
    check(&READ, &[Fail(ErrorKind::Interrupted), Answer(200, "")], "200 after 2");
    check(&MAKE, &[Fail(ErrorKind::Interrupted)], "Interrupted after 1");
    check(&READ, &[Fail(ErrorKind::Timeout), Answer(200, "")], "200 after 2");
    check(&MAKE, &[Fail(ErrorKind::Timeout)], "Timeout after 1");
    check(&READ, &[Answer(503, ""), Answer(200, "")], "200 after 2");
    check(&MAKE, &[Answer(500, "")], "500 after 1");
    check(&READ, &[Fail(ErrorKind::Tls)], "Tls after 1");
    check(&READ, &[Fail(ErrorKind::Decode)], "Decode after 1");
    check(&READ, &[Answer(404, "")], "404 after 1");
}

#[test]
fn a_failure_that_is_an_answer_is_not_asked_for_again() {
    static CHECK: Operation = Operation::new("thing check", "/thing", Repeat::Safe).answering(&[500]);
    check(&CHECK, &[Answer(500, "ill"), Answer(200, "")], "500 after 1");
    check(&CHECK, &[Answer(503, ""), Answer(200, "")], "200 after 2");
}

#[test]
fn attempts_come_to_an_end() {
    check(&READ, &[Fail(ErrorKind::Connect); 4], "Connect after 4");
    check(&READ, &[Answer(502, ""); 4], "502 after 4");
    check(&MAKE, &[Answer(429, ""); 4], "429 after 4");
}

#[test]
fn a_401_about_the_token_is_answered_with_one_new_token() {
    const DENIED: Step = Answer(401, r#"{"error":"access_denied","message":"no"}"#);
    check(&MAKE, &[DENIED, Answer(201, "")], "201 after 2");
    check(&MAKE, &[DENIED, DENIED], "Credentials after 2");
    check(&READ, &[Answer(401, ""), Answer(200, "")], "200 after 2");
    check(&READ, &[Answer(401, ""), Answer(401, "")], "Credentials after 2");
}

#[test]
fn a_401_about_a_field_is_no_matter_of_the_token() {
    check(&MAKE, &[Answer(401, r#"{"message":"no","errors":{"x":["unknown"]}}"#)], "401 after 1");
    const VAGUE: Step = Answer(401, r#"{"message":"unknown parameter x"}"#);
    check(&READ, &[VAGUE, VAGUE], "401 after 2");
    check(&READ, &[VAGUE, Answer(200, "")], "200 after 2");
    check(&READ, &[Answer(401, "<html>"), Answer(401, "<html>")], "401 after 2");
}

#[tokio::test]
async fn a_401_that_is_too_long_to_read_is_not_taken_for_one_about_the_token() {
    let long: &'static str = Box::leak(format!(r#"{{"message":"{}"}}"#, "x".repeat(70_000)).into_boxed_str());
    let answer = scene(&[Answer(401, long), Answer(401, long)]).call(&READ).await.unwrap();
    assert_eq!(answer.status(), 401);
    let request = Request::head("/thing").body(Bytes::new()).unwrap();
    let head = scene(&[Answer(401, ""), Answer(401, "")]);
    assert_eq!(head.pipeline.call(&READ, request, &CallOptions::default()).await.unwrap().status(), 401);
}

#[tokio::test]
async fn the_second_try_after_a_401_has_another_token_and_a_429_has_not() {
    let scene = scene(&[Answer(401, ""), Answer(429, ""), Answer(200, "")]);
    scene.call(&READ).await.unwrap();
    assert_eq!(scene.line(0), "GET https://a.example/thing?a=b t1");
    assert_eq!(scene.line(1), "GET https://a.example/thing?a=b t2");
    assert_eq!(scene.line(2), "GET https://a.example/thing?a=b t2");
}

#[tokio::test]
async fn retry_after_is_kept_and_told_to_the_budget() {
    let scene = scene(&[RetryAfter(429, "7"), Answer(201, "")]);
    scene.call(&MAKE).await.unwrap();
    assert_eq!(scene.clock.monotonic(), Duration::from_secs(7));
    assert_eq!(scene.budget.0.lock().unwrap()[0].pause, Some(Duration::from_secs(7)));
}

/// Writes down what calls wait for, each when it begins and when it ends.
#[derive(Debug, Default)]
struct Told(Mutex<Vec<String>>);

impl crate::WaitObserver for Told {
    fn begins(&self, wait: Wait) {
        self.0.lock().unwrap().push(format!("+{wait:?}"));
    }

    fn ends(&self, wait: Wait) {
        self.0.lock().unwrap().push(format!("-{wait:?}"));
    }
}

#[tokio::test]
async fn an_observer_hears_of_every_wait_and_of_its_end() {
    let scene = scene(&[RetryAfter(429, "7"), Fail(ErrorKind::Connect), Answer(200, "")]);
    let told = Arc::new(Told::default());
    let pipeline = Pipeline::builder(Site::parse("a.example").unwrap(), Arc::clone(&scene.script) as _)
        .authorize(Arc::new(Tokens::default()))
        .clock(Arc::new(scene.clock.clone()))
        .waits(Waits::told_to(Arc::clone(&told) as _))
        .build();
    Scene { pipeline, ..scene }.call(&READ).await.unwrap();
    let told = told.0.lock().unwrap();
    let attempt = ["+Token", "-Token", "+Budget", "-Budget"];
    let asked = "Answered { status: 429, pause: 7s, is_asked_for: true }";
    let (first, rest) = told.split_at(4);
    assert_eq!(first, attempt);
    assert_eq!(rest[..2], [format!("+{asked}"), format!("-{asked}")]);
    assert_eq!(rest[2..6], attempt);
    assert!(rest[6].starts_with("+Failed { pause: ") && rest[7] == rest[6].replace('+', "-"), "{told:?}");
    assert_eq!(rest[8..], attempt);
}

#[tokio::test]
async fn a_429_without_retry_after_waits_a_second_at_least() {
    let scene = scene(&[Answer(429, ""), Answer(201, "")]);
    scene.call(&MAKE).await.unwrap();
    assert!(scene.clock.monotonic() >= Duration::from_secs(1));
}

#[tokio::test]
async fn a_redirect_is_followed_on_the_same_site_only() {
    let here = scene(&[Redirect("https://a.example/else?c=d"), Redirect("/third"), Answer(200, "")]);
    here.call(&READ).await.unwrap();
    assert_eq!(here.line(1), "GET https://a.example/else?c=d t1");
    assert_eq!(here.line(2), "GET https://a.example/third t1");
    for target in ["https://b.example/x", "http://a.example/x", "https://a.example:444/x", "//b.example/x"] {
        let away = scene(&[Redirect(target)]);
        let error = crate::accept(away.call(&READ).await.unwrap()).await.unwrap_err();
        assert_eq!((error.status().unwrap(), away.sent()), (StatusCode::FOUND, 1), "{target}");
    }
}

#[test]
fn only_reading_follows_redirects_and_not_for_ever() {
    check(&MAKE, &[Redirect("/x")], "302 after 1");
    check(&READ, &[Redirect("/x"); 6], "302 after 6");
}

#[tokio::test]
async fn what_an_earlier_attempt_may_have_done_is_not_forgotten() {
    let mut steps = vec![Fail(ErrorKind::Interrupted)];
    steps.extend([Fail(ErrorKind::Connect); 3]);
    let error = scene(&steps).call(&READ).await.unwrap_err();
    assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::Connect, true));
    let answer = scene(&[Answer(500, ""), Answer(422, "")]).call(&READ).await.unwrap();
    assert!(crate::accept(answer).await.unwrap_err().may_have_acted());
    let answer = scene(&[Fail(ErrorKind::Connect), Answer(422, "")]).call(&MAKE).await.unwrap();
    assert!(!crate::accept(answer).await.unwrap_err().may_have_acted());
}

#[tokio::test]
async fn a_repeated_delete_that_finds_nothing_has_been_done() {
    let delete = |scene: Scene| async move {
        let request = Request::delete("/thing/1").body(Bytes::new()).unwrap();
        scene.pipeline.call(&READ, request, &CallOptions::default()).await.unwrap().status()
    };
    assert_eq!(delete(scene(&[Fail(ErrorKind::Interrupted), Answer(404, "")])).await, 204);
    assert_eq!(delete(scene(&[Fail(ErrorKind::Connect), Answer(404, "")])).await, 404);
    assert_eq!(delete(scene(&[Answer(404, "")])).await, 404);
}

#[tokio::test]
async fn a_wait_beyond_patience_is_not_waited() {
    let scene = scene(&[RetryAfter(429, "86400")]);
    let answer = scene.call(&MAKE).await.unwrap();
    assert_eq!((answer.status(), scene.clock.monotonic()), (StatusCode::TOO_MANY_REQUESTS, Duration::ZERO));
    assert_eq!(scene.budget.0.lock().unwrap()[0].pause, None);
    let error = crate::accept(answer).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(86_400)));
}

/// Tokens that are stale as soon as they are there.
#[derive(Debug, Default)]
struct Stale(AtomicU32);

#[async_trait]
impl Authorize for Stale {
    async fn authorize(&self) -> Result<Option<Authorization>> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Ok(Some(Authorization::new(HeaderValue::from_static("old"), Timestamp::UNIX_EPOCH)))
    }

    async fn refused(&self, _used: &Authorization) -> Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_token_that_is_always_stale_is_sent_in_the_end() {
    let script = Arc::new(Script { steps: Mutex::new([Answer(200, "")].into()), seen: Mutex::default() });
    let stale = Arc::new(Stale::default());
    let pipeline = Pipeline::builder(Site::parse("a.example").unwrap(), Arc::clone(&script) as _)
        .authorize(Arc::clone(&stale) as _)
        .build();
    let request = Request::get("/thing").body(Bytes::new()).unwrap();
    assert_eq!(pipeline.call(&READ, request, &CallOptions::default()).await.unwrap().status(), 200);
    assert_eq!(stale.0.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn a_deadline_before_anything_was_sent_says_so() {
    #[derive(Debug)]
    struct Spent;

    #[async_trait]
    impl RateBudget for Spent {
        async fn acquire(&self) -> Result<Permit> {
            std::future::pending().await
        }

        async fn release(&self, _permit: Permit, _hint: RateHint) -> Result<()> {
            Ok(())
        }
    }
    let script = Arc::new(Script { steps: Mutex::default(), seen: Mutex::default() });
    let pipeline = Pipeline::builder(Site::parse("a.example").unwrap(), script)
        .budget(Arc::new(Spent))
        .clock(Arc::new(ManualClock::impatient()))
        .deadline(Duration::from_secs(5))
        .build();
    let request = Request::post("/thing").body(Bytes::new()).unwrap();
    let error = pipeline.call(&MAKE, request, &CallOptions::default()).await.unwrap_err();
    assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::Timeout, false));
}

#[tokio::test]
async fn the_deadline_counts_from_the_first_attempt_on() {
    // By a clock that stands still but for this: the retry's wait uses up the time.
    let clock = ManualClock::new();
    let script =
        Arc::new(Script { steps: Mutex::new([RetryAfter(429, "20"), Hang].into()), seen: Mutex::default() });
    let pipeline = Pipeline::builder(Site::parse("a.example").unwrap(), Arc::clone(&script) as _)
        .clock(Arc::new(clock.clone()))
        .deadline(Duration::from_secs(30))
        .build();
    let request = Request::post("/thing").body(Bytes::new()).unwrap();
    let options = CallOptions::default();
    let mut call = Box::pin(pipeline.call(&MAKE, request, &options));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(call.as_mut().poll(&mut context).is_pending());
    clock.advance(Duration::from_secs(20));
    assert!(call.as_mut().poll(&mut context).is_pending());
    assert_eq!(script.seen.lock().unwrap().len(), 2);
    clock.advance(Duration::from_secs(10));
    let std::task::Poll::Ready(Err(error)) = call.as_mut().poll(&mut context) else { panic!("no end") };
    assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::Timeout, true));
}

#[tokio::test]
async fn the_deadline_holds_over_waits_and_attempts() {
    let scene = scene(&[Fail(ErrorKind::Connect), Hang]);
    let options = CallOptions { deadline: Some(Duration::from_secs(30)), ..CallOptions::default() };
    let error = scene.call_with(&READ, &options).await.unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Timeout, Some("thing list")));
    assert!(error.may_have_acted());
}

#[tokio::test]
async fn no_retry_means_one_attempt() {
    let scene = scene(&[Answer(429, "")]);
    let options = CallOptions { retry: Some(RetryPolicy::NONE), ..CallOptions::default() };
    assert_eq!(scene.call_with(&READ, &options).await.unwrap().status(), 429);
}

#[tokio::test]
async fn the_body_of_a_401_is_still_there() {
    let body = r#"{"message":"no","errors":{"x":["unknown"]}}"#;
    let answer = scene(&[Answer(401, body)]).call(&READ).await.unwrap();
    assert_eq!(answer.into_body().collect(1000).await.unwrap(), body);
}

#[test]
fn what_a_401_is_about_is_read_from_its_body() {
    let cases = [
        ("", About::Token),
        (r#"{"error":"access_denied","message":"x"}"#, About::Token),
        (r#"{"error":"invalid_client"}"#, About::Token),
        ("{}", About::Token),
        (r#"{"errors":{"x":["y"]},"message":"z"}"#, About::Field),
        (r#"{"message":"unknown field x"}"#, About::Unknown),
        (r#"{"error":"something else"}"#, About::Unknown),
        ("[]", About::Unknown),
        ("\u{fffd}", About::Unknown),
    ];
    for (body, expect) in cases {
        assert_eq!(about(body.as_bytes()), expect, "{body}");
    }
}
