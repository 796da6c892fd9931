//! What goes wrong in the middle of longer work, with the typed client over TLS. What becomes of
//! single calls stands in `fault_schedules` and `wire`.

use std::collections::BTreeSet;
use std::time::Duration;

use bt_sra::{ClientCredentials, ErrorKind, RetryPolicy, TlsSettings, pra};
use bt_sra_simulator::{Appliance, Fault, Server};
use http::{HeaderValue, Method, StatusCode};

const ITEMS: &str = "/api/config/v1/jump-item/shell-jump";
const TABLE: &str = "/jump-item/shell-jump";

async fn serve() -> Server {
    Appliance::pra().limits(false).serve().await.unwrap()
}

fn client(server: &Server) -> pra::Client {
    // The waits of the retries are not what is tested here.
    let mut quick = RetryPolicy::attempts(3);
    quick.base = Duration::ZERO;
    pra::Client::builder(&server.site())
        .unwrap()
        .credentials(ClientCredentials::new(server.client_id(), server.client_secret()))
        .tls(TlsSettings::empty())
        .root_pem(&server.ca_pem())
        .unwrap()
        .rate_limits(None)
        .retry(quick)
        .build()
        .unwrap()
}

/// Lists all Shell Jumps, and lets `meddle` happen when the first is here.
async fn walk(server: &Server, meddle: impl AsyncFnOnce()) -> bt_sra::Result<Vec<i64>> {
    let mut items = client(server).config().shell_jumps().list().per_page(5).items();
    let mut seen = vec![items.try_next().await?.unwrap().id.get()];
    meddle().await;
    while let Some(item) = items.try_next().await? {
        seen.push(item.id.get());
    }
    seen.sort_unstable();
    Ok(seen)
}

/// Takes tokens as another program with the same API account does.
async fn take_tokens(server: &Server, count: usize) {
    let anonymous = client(server);
    let form = format!(
        "grant_type=client_credentials&client_id={}&client_secret={}",
        server.client_id(),
        server.client_secret().replace('+', "%2B").replace('/', "%2F").replace('=', "%3D")
    );
    for _ in 0..count {
        let call = anonymous.connection().raw(Method::POST, "/oauth2/token").anonymous();
        let form_type = HeaderValue::from_static("application/x-www-form-urlencoded");
        call.body(form_type, form.clone()).send().await.unwrap();
    }
}

#[tokio::test]
async fn thirty_one_tokens_taken_by_somebody_else_do_not_end_a_listing() {
    let server = serve().await;
    let seen = walk(&server, async || take_tokens(&server, 31).await).await.unwrap();
    assert_eq!(seen, server.control().ids(TABLE));
    assert!(seen.len() > 15, "too few for the walk to go on");
    // Ours, theirs, and the one that replaces ours.
    assert_eq!(server.counters().tokens_issued, 33);
    let refused = server.log().iter().filter(|one| one.status == Some(StatusCode::UNAUTHORIZED)).count();
    assert_eq!(refused, 1, "one call noticed");
}

#[tokio::test]
async fn a_new_secret_in_the_middle_ends_a_listing_with_what_it_is_about() {
    let server = serve().await;
    let meddle = async || {
        server.control().regenerate_secret(&server.client_id()).unwrap();
    };
    let error = walk(&server, meddle).await.unwrap_err();
    assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::Credentials, false));
    assert_eq!(error.operation(), Some("token"), "what failed is getting another token");
}

#[tokio::test]
async fn a_page_that_is_refused_or_fails_or_is_reset_is_asked_for_again() {
    for fault in [
        Fault::unauthorized(),
        Fault::reset(),
        Fault::reset().times(2),
        Fault::status(StatusCode::BAD_GATEWAY).times(2),
        Fault::too_many_requests().retry_after(Duration::ZERO),
        Fault::drip(1, Duration::ZERO),
    ] {
        let server = serve().await;
        server.control().fault(fault.clone().on(Method::GET, ITEMS).skip(2));
        let seen = walk(&server, async || ()).await.unwrap();
        assert_eq!(seen, server.control().ids(TABLE), "{fault:?}");
        assert!(server.counters().faults > 0);
    }
}

#[tokio::test]
async fn a_page_that_breaks_off_ends_the_listing_and_is_no_short_list() {
    for fault in [Fault::reset_in_body(300), Fault::truncated(300), Fault::truncated(0)] {
        let server = serve().await;
        server.control().fault(fault.clone().on(Method::GET, ITEMS).skip(2));
        let mut items = client(&server).config().shell_jumps().list().per_page(5).items();
        let mut seen = BTreeSet::new();
        let error = loop {
            match items.try_next().await {
                Ok(Some(item)) => assert!(seen.insert(item.id)),
                Ok(None) => panic!("{fault:?} was taken for the end"),
                Err(error) => break error,
            }
        };
        assert_eq!((error.kind(), seen.len()), (ErrorKind::Interrupted, 10), "{fault:?}");
        assert!(items.try_next().await.unwrap().is_none(), "nothing follows an error");
    }
}

#[tokio::test]
async fn what_creates_is_sent_once_when_its_answer_is_lost_in_whatever_way() {
    let server = serve().await;
    let config = client(&server).config();
    config.session_policies().list().send().await.unwrap();
    for (number, fault) in [
        Fault::reset(),
        Fault::reset().after_acting(),
        Fault::status(StatusCode::INTERNAL_SERVER_ERROR).after_acting(),
        Fault::reset_in_body(10),
        Fault::truncated(10),
    ]
    .into_iter()
    .enumerate()
    {
        server.control().fault(fault.clone().on(Method::POST, "/api/config/v1/jump-group"));
        let (before, name) = (server.counters().requests, format!("group {number}"));
        let new = pra::config::NewJumpGroup::new(name.as_str());
        let error = config.jump_groups().create(new).send().await.unwrap_err();
        assert!(error.may_have_acted(), "{fault:?}: {error}");
        assert_eq!(server.counters().requests - before, 1, "{fault:?}");
        // And whether it is there is found out by looking.
        let is_there = config.jump_groups().find_by_name(name).send().await.unwrap().one().is_some();
        assert_eq!(is_there, number > 0, "{fault:?}");
    }
}

#[tokio::test]
async fn a_401_once_does_not_create_twice() {
    let server = serve().await;
    let config = client(&server).config();
    server.control().fault(Fault::unauthorized().on(Method::POST, "/api/config/v1/jump-group"));
    config.jump_groups().create(pra::config::NewJumpGroup::new("once")).send().await.unwrap();
    let found = config.jump_groups().find_by_name("ONCE").send().await.unwrap();
    assert_eq!(found.all().len(), 1);
    assert_eq!(server.counters().tokens_issued, 2);
}
