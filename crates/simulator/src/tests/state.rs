//! Saving a site and loading it elsewhere.

use std::time::Duration;

use bt_sra_catalog::Method;
use bt_sra_core::ManualClock;
use http::StatusCode;
use serde_json::{Value, json};

use super::client::{Client, ask_token};
use super::sample;
use crate::Appliance;
use crate::rng::Rng;

const SHELLS: &str = "/jump-item/shell-jump";

/// Loads the state of `client` into a new appliance that shows the same time.
fn moved(client: &Client, clock: &ManualClock) -> Client {
    let saved = client.appliance.control().save().unwrap();
    // As a file has it.
    let saved: Value = serde_json::from_str(&saved.to_string()).unwrap();
    let builder = match client.appliance.site().product {
        bt_sra_core::Product::Pra => Appliance::pra(),
        bt_sra_core::Product::Rs => Appliance::rs(),
    };
    let appliance = builder.seed(99).items(3).clock(clock.clone()).build();
    appliance.control().load(&saved).unwrap();
    Client { appliance, token: client.token.clone() }
}

/// Does something to the site; most of it is refused, and that is fine.
fn act(client: &Client, rng: &mut Rng) -> StatusCode {
    let operations = client.appliance.site().catalog.operations;
    let changing: Vec<_> = operations.iter().filter(|operation| operation.method != Method::Get).collect();
    let operation = changing[usize::try_from(rng.below(changing.len() as u64)).unwrap()];
    let mut path = operation.path.to_owned();
    while let Some((before, rest)) = path.split_once('{') {
        let after = rest.split_once('}').unwrap().1;
        path = format!("{before}{}{after}", 1 + rng.below(6));
    }
    let body = operation.body.as_ref().map(|body| sample::value("", &body.schema, rng.once_in(2)));
    let mut body = body.unwrap_or_else(|| json!({}));
    for name in ["name", "code_name", "display_name", "username"] {
        if let Some(text) = body.get_mut(name) {
            *text = json!(format!("own_{}", rng.hex(8)));
        }
    }
    client.call(operation.method.as_str(), &path, Some(body)).status
}

/// Everything that can be read: lists, pages of them, and single things.
fn everything(client: &Client) -> Vec<(String, u16, Vec<String>, Value)> {
    let operations = client.appliance.site().catalog.operations;
    let mut seen = Vec::new();
    for operation in operations.iter().filter(|operation| operation.method == Method::Get) {
        if operation.path == "/openapi.yaml" {
            continue;
        }
        for id in 1..=8_u32 {
            let mut path = operation.path.to_owned();
            while let Some((before, rest)) = path.split_once('{') {
                path = format!("{before}{id}{}", rest.split_once('}').unwrap().1);
            }
            let query =
                if operation.paged { format!("?per_page=50&current_page={id}") } else { String::new() };
            let reply = client.get(&format!("{path}{query}"));
            let headers = reply.headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
            seen.push((format!("{path}{query}"), reply.status.as_u16(), headers, reply.json));
            if !operation.paged && path == operation.path {
                break;
            }
        }
    }
    seen
}

#[test]
fn a_loaded_site_answers_as_the_saved_one() {
    for (builder, seed) in [(Appliance::pra(), 1), (Appliance::pra(), 2), (Appliance::rs(), 3)] {
        let clock = ManualClock::new();
        let client = Client::with_clock(builder.items(700), &clock);
        let mut rng = Rng::new(seed);
        let mut done = 0;
        for _ in 0..400 {
            done += u32::from(act(&client, &mut rng).is_success());
            clock.advance(Duration::from_millis(rng.below(2_000)));
        }
        assert!(done > 30, "only {done} changes were made");
        client.appliance.control().advance(Duration::from_secs(77));
        let other = moved(&client, &clock);
        let (one, two) = (everything(&client), everything(&other));
        assert!(one.iter().filter(|(_, status, ..)| *status == 200).count() > 150);
        for (expected, found) in one.iter().zip(&two) {
            assert_eq!(expected, found);
        }
        // What is to come is the same as well: ids, keys, times.
        for _ in 0..100 {
            let mut again = rng.clone();
            assert_eq!(act(&client, &mut rng), act(&other, &mut again));
        }
        assert_eq!(everything(&client), everything(&other));
    }
}

#[test]
fn items_that_sleep_stay_asleep() {
    let clock = ManualClock::new();
    let client = Client::with_clock(Appliance::pra().items(1_000_000), &clock);
    client.delete(&format!("{SHELLS}/500000")).expect(204);
    client.patch(&format!("{SHELLS}/500001"), json!({ "name": "changed" })).expect(200);
    let saved = client.appliance.control().save().unwrap().to_string();
    assert!(saved.len() < 2_000_000, "{}", saved.len());
    let other = moved(&client, &clock);
    let pages = [5_000, 9_999].map(|page| format!("{SHELLS}?current_page={page}"));
    for page in pages {
        assert_eq!(client.get(&page).expect(200).json, other.get(&page).expect(200).json);
    }
    other.get(&format!("{SHELLS}/500000")).expect(404);
}

#[test]
fn tokens_locks_and_rate_windows_go_on_after_a_pause() {
    let clock = ManualClock::new();
    let client = Client::with_clock(Appliance::pra(), &clock);
    let (id, locked) = (client.appliance.client_id(), client.appliance.accounts()[1].client_id.clone());
    for _ in 0..5 {
        ask_token(&client.appliance, Some(&format!("{locked}:wrong")), "grant_type=client_credentials");
    }
    let control = client.appliance.control();
    control.limits(true);
    for _ in 0..5 {
        client.get("/user/1").expect(200);
    }
    let remaining = client.get("/user/1").header("x-ratelimit-remaining").to_owned();
    let saved = control.save().unwrap();
    clock.advance(Duration::from_secs(300));
    // Another clock, as a process that starts later has it.
    let later = ManualClock::new();
    later.advance(Duration::from_secs(300));
    let appliance = Appliance::pra().clock(later.clone()).build();
    appliance.control().load(&saved).unwrap();
    let secret = appliance.accounts()[1].client_secret.clone();
    assert_eq!(secret, client.appliance.accounts()[1].client_secret);
    let other = Client { appliance, token: client.token };
    let left = other.get("/user/1").expect(200).header("x-ratelimit-remaining").to_owned();
    assert_eq!(left.parse::<u32>().unwrap() + 1, remaining.parse::<u32>().unwrap());
    let ask = || {
        let reply =
            ask_token(&other.appliance, Some(&format!("{locked}:{secret}")), "grant_type=client_credentials");
        reply.status.as_u16()
    };
    assert_eq!(ask(), 401);
    later.advance(Duration::from_secs(301));
    assert_eq!(ask(), 200);
    later.advance(Duration::from_secs(3_000));
    other.get("/user/1").expect(401);
    assert_eq!(other.appliance.control().live_tokens(&id), 0);
}

#[test]
fn a_clock_that_is_held_stays_held() {
    let clock = ManualClock::new();
    let client = Client::with_clock(Appliance::pra(), &clock);
    let control = client.appliance.control();
    control.freeze(true);
    control.advance(Duration::from_secs(100));
    clock.advance(Duration::from_secs(50));
    let other = moved(&client, &clock).appliance.control();
    assert!(other.is_frozen());
    assert_eq!(other.now(), control.now());
    other.freeze(false);
    assert_eq!(other.now().saturating_duration_since(control.now()), Duration::from_secs(50));
}

#[test]
fn damaged_and_foreign_documents_are_refused_with_the_place() {
    let client = Client::pra();
    let control = client.appliance.control();
    let good = control.save().unwrap();
    let before = everything(&client);
    let change = |pointer: &str, value: Value| {
        let mut document = good.clone();
        *document.pointer_mut(pointer).unwrap() = value;
        document
    };
    let tables = "/store/tables/~1jump-item~1shell-jump/0";
    for (document, words) in [
        (json!([]), "no saved state"),
        (json!({ "format": "something else" }), "no saved state"),
        (change("/version", json!(2)), "version 2"),
        (change("/product", json!("rs")), "site of `rs`"),
        (change("/rng", json!("x")), "rng: expected u64"),
        (change("/accounts/0/secret", json!(12_345)), "accounts[0].secret: expected a string"),
        (change("/accounts/1/id", json!(99)), "accounts[1].id"),
        (change("/clock/written", json!(i64::MAX)), "clock.written"),
        (change(&format!("{tables}/sleepers"), json!({ "kind": "web_jump" })), "shell-jump.0.sleepers"),
        (change(&format!("{tables}/asleep"), json!([[1, i64::MAX]])), "shell-jump.0.asleep"),
        (change(&format!("{tables}/asleep"), json!([[5, 4]])), "shell-jump.0.asleep"),
        (change(&format!("{tables}/rows"), json!({ "-1": {} })), "shell-jump.0.rows"),
        (change(tables, json!({ "rows": {}, "asleep": [[1, 2]] })), "shell-jump.0.asleep"),
        (change(tables, json!({ "rows": {}, "colour": 1 })), "colour"),
    ] {
        let error = control.load(&document).unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
        assert!(!error.contains("12345"), "{error}");
    }
    assert_eq!(everything(&client), before);
    // Neither is a site of the other product taken.
    let rs = Client::rs().appliance.control();
    assert!(rs.load(&good).unwrap_err().to_string().contains("site of `pra`"));
}
