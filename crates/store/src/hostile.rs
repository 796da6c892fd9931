//! What holds whatever stands in the files: for the tests, and for the fuzz target, which includes
//! this file.

use std::fs;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bt_sra_auth::{RateBudget, RateHint, RateLimits, TokenKey, TokenState, TokenStore};
use bt_sra_core::{Clock, ExposeSecret, ManualClock, Site};

use crate::{FileBudget, FileTokens, Folder};

/// Longer than leave is ever waited for: the hour that the appliance counts, and what a file that
/// is read may add.
const LONG: Duration = Duration::from_secs(2 * 60 * 60);

/// Reads the bytes as the file of a token. What is read is saved and read as the same.
pub(crate) fn token(folder: &Folder, bytes: &[u8]) {
    let key = TokenKey::new(b"hostile");
    let store = FileTokens::new(folder.clone());
    fs::write(folder.path().join(format!("token-{}.json", key.as_str())), bytes).unwrap();
    let read = now(store.load(&key)).unwrap();
    let shown = format!("{read:?}");
    now(store.save(&key, read.clone())).unwrap();
    let again = now(FileTokens::new(folder.clone()).load(&key)).unwrap();
    match (read, again) {
        (TokenState::Empty, TokenState::Empty) => {}
        (TokenState::Refused(one), TokenState::Refused(two)) => assert_eq!(one, two),
        (TokenState::Token(one), TokenState::Token(two)) => {
            assert!(one.is(two.value()) && one.fresh_until() == two.fresh_until());
            let value = one.value().expose_secret();
            assert!(value.len() < 24 || !shown.contains(value), "the token is shown");
        }
        (one, two) => panic!("{one:?} became {two:?}"),
    }
}

/// Reads the bytes as the file of a budget: there is leave within a time that can be waited for.
pub(crate) fn budget(folder: &Folder, bytes: &[u8]) {
    let clock = ManualClock::impatient();
    let site = Site::parse("a.example").unwrap();
    let limits = RateLimits::new(2, 100);
    let budget = FileBudget::with_clock(folder.clone(), &site, "id", limits, Arc::new(clock.clone()));
    drop(now(budget.acquire()).unwrap());
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            fs::write(path, bytes).unwrap();
        }
    }
    for _ in 0..3 {
        let permit = now(budget.acquire()).unwrap();
        let waited = clock.monotonic();
        assert!(waited < LONG, "waited for {waited:?}");
        now(budget.release(permit, RateHint::default())).unwrap();
    }
}

/// Runs what does not wait: the clock passes the time itself.
fn now<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn folder() -> (tempfile::TempDir, Folder) {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::open(home.path().join("bt-sra")).unwrap();
        (home, folder)
    }

    fn pieces(words: &'static [&'static str]) -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            12 => select(words).prop_map(|word| word.as_bytes().to_vec()),
            1 => vec(any::<u8>(), 1..3),
        ];
        vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    fn numbers() -> impl Strategy<Value = u64> {
        // Around the time that the clock shows, in milliseconds and in minutes.
        prop_oneof![
            any::<u64>(),
            1_767_225_590_000..1_767_225_610_000_u64,
            29_453_700..29_453_800_u64,
            0..200_u64,
            Just(u64::MAX)
        ]
    }

    fn state() -> impl Strategy<Value = String> {
        let pairs = |most| {
            vec((numbers(), numbers()), 0..most)
                .prop_map(|pairs| pairs.iter().map(|(a, b)| format!("{a}:{b}")).collect::<Vec<_>>().join(","))
        };
        let busy = vec(numbers(), 0..5)
            .prop_map(|items| items.iter().map(u64::to_string).collect::<Vec<_>>().join(","));
        (numbers(), numbers(), pairs(2), busy, pairs(5)).prop_map(|(next, paused, open, busy, minutes)| {
            format!("1 {next} {paused} [{open}] [{busy}] [{minutes}]\n")
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_token_file_is_read_or_as_good_as_none(bytes in pieces(&[
            "{\"token\":{\"value\":\"", "x", "\",\"fresh_until\":", "}}", "{\"refused\":{\"until\":", "-", "9", "1767229200",
            "{", "}", "\"", ":", ",", "null", "\\u0000", "99999999999999999999", " ",
        ])) {
            let (_home, folder) = folder();
            token(&folder, &bytes);
        }

        #[test]
        fn any_times_in_a_token_file_are_read(value in any::<String>(), time in any::<i64>(), is_token in any::<bool>()) {
            let value = serde_json::Value::from(value);
            let (_home, folder) = folder();
            let text = match is_token {
                true => format!(r#"{{"token":{{"value":{value},"fresh_until":{time}}}}}"#),
                false => format!(r#"{{"refused":{{"until":{time}}}}}"#),
            };
            token(&folder, text.as_bytes());
        }

        #[test]
        fn any_budget_file_gives_leave_in_time(bytes in pieces(&[
            "1 ", "0 ", "[", "] ", ":", ",", "1767225600000", "29453760", "18446744073709551615", "7", "\n",
        ])) {
            let (_home, folder) = folder();
            budget(&folder, &bytes);
        }

        #[test]
        fn any_bookkeeping_gives_leave_in_time(text in state()) {
            let (_home, folder) = folder();
            budget(&folder, text.as_bytes());
        }
    }
}
