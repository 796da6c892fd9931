//! The windows against an appliance that counts strictly.

use super::*;

const LIMITS: RateLimits = RateLimits::new(20, 15_000);
const START: u64 = 1_767_225_600_000;

fn remaining(count: u64) -> RateHint {
    let mut hint = RateHint::default();
    hint.limit = Some(15_000);
    hint.remaining = Some(count);
    hint
}

#[test]
fn the_appliance_never_counts_one_too_many() {
    // Every answer takes a different time, and the appliance counts at the worst moment of it:
    // at the end for the first half of the requests, at the start for the others.
    let (mut windows, mut now) = (Windows::default(), START);
    let (mut counted, mut in_flight): (Vec<u64>, Vec<(u64, Slot)>) = (Vec::new(), Vec::new());
    for number in 0..400u64 {
        loop {
            in_flight.retain(|(end, slot)| {
                let open = *end > now;
                if !open {
                    windows.give(*slot, RateHint::default(), LIMITS, *end);
                }
                open
            });
            match windows.take(LIMITS, now) {
                Ok(slot) => {
                    let end = now + (number * 37) % 900;
                    counted.push(if number % 2 == 0 { end } else { now });
                    in_flight.push((end, slot));
                    break;
                }
                Err(wait) => {
                    assert!(!wait.is_zero());
                    now += 1;
                }
            }
        }
    }
    counted.sort_unstable();
    for window in counted.windows(21) {
        assert!(window[20] - window[0] >= 1000, "21 requests within a second: {window:?}");
    }
}

#[test]
fn twenty_go_at_once_and_the_next_waits_a_second_for_an_answer() {
    let mut windows = Windows::default();
    let slots: Vec<Slot> = (0..20).map(|_| windows.take(LIMITS, START).unwrap()).collect();
    assert!(windows.take(LIMITS, START).is_err());
    windows.give(slots[3], RateHint::default(), LIMITS, START + 100);
    assert_eq!(windows.take(LIMITS, START + 100), Err(Duration::from_millis(1000)));
    assert_eq!(windows.take(LIMITS, START + 1099), Err(Duration::from_millis(1)));
    assert!(windows.take(LIMITS, START + 1100).is_ok());
}

#[test]
fn answers_that_come_very_late_still_count() {
    let mut windows = Windows::default();
    let slots: Vec<Slot> = (0..20).map(|_| windows.take(LIMITS, START).unwrap()).collect();
    let late = START + LOST + 5000;
    for slot in slots {
        windows.give(slot, RateHint::default(), LIMITS, late);
    }
    assert_eq!(windows.take(LIMITS, late), Err(Duration::from_millis(1000)));
}

#[test]
fn a_clock_that_is_set_back_a_little_frees_nothing() {
    let mut windows = Windows::default();
    for _ in 0..20 {
        windows.take(LIMITS, START).unwrap();
    }
    assert!(windows.take(LIMITS, START - 10).is_err());
}

#[test]
fn the_longest_pause_is_an_hour_and_holds() {
    let mut windows = Windows::default();
    let mut hint = RateHint::default();
    hint.pause = Some(Duration::from_secs(7200));
    let slot = windows.take(LIMITS, START).unwrap();
    windows.give(slot, hint, LIMITS, START);
    assert_eq!(windows.take(LIMITS, START), Err(Duration::from_millis(LONGEST_PAUSE)));
}

#[test]
fn a_slot_that_nobody_gives_back_is_free_after_a_while() {
    let mut windows = Windows::default();
    for _ in 0..20 {
        windows.take(LIMITS, START).unwrap();
    }
    assert!(windows.take(LIMITS, START + LOST - 1).is_err());
    assert!(windows.take(LIMITS, START + LOST).is_ok());
}

#[test]
fn the_hour_is_kept_and_ends_a_minute_late_at_most() {
    let limits = RateLimits::new(1000, 100);
    let mut windows = Windows::default();
    for _ in 0..100 {
        let slot = windows.take(limits, START).unwrap();
        windows.give(slot, RateHint::default(), limits, START);
    }
    let wait = windows.take(limits, START + 5000).unwrap_err();
    assert!(wait > Duration::from_secs(3590) && wait <= Duration::from_secs(3660), "{wait:?}");
    assert!(windows.take(limits, START + 5000 + u64::try_from(wait.as_millis()).unwrap()).is_ok());
}

#[test]
fn the_appliance_knows_better_in_both_directions() {
    let mut windows = Windows::default();
    let slot = windows.take(LIMITS, START).unwrap();
    windows.give(slot, remaining(0), LIMITS, START);
    assert!(windows.take(LIMITS, START + 1000).unwrap_err() > Duration::from_secs(60));
    // Another request, sent before, is answered after the appliance's hour began anew.
    windows.give(Slot(99), remaining(14_999), LIMITS, START + 2000);
    assert!(windows.take(LIMITS, START + 2000).is_ok());
}

#[test]
fn a_pause_holds_everybody() {
    let mut windows = Windows::default();
    let slot = windows.take(LIMITS, START).unwrap();
    let mut hint = RateHint::default();
    hint.pause = Some(Duration::from_secs(7));
    windows.give(slot, hint, LIMITS, START);
    assert_eq!(windows.take(LIMITS, START + 1), Err(Duration::from_millis(6999)));
    assert!(windows.take(LIMITS, START + 7000).is_ok());
}

#[test]
fn a_clock_that_was_set_back_does_not_stop_everything() {
    let mut windows = Windows::default();
    for _ in 0..20 {
        let slot = windows.take(LIMITS, START).unwrap();
        windows.give(slot, RateHint::default(), LIMITS, START);
    }
    assert!(windows.take(LIMITS, START - 86_400_000).is_ok());
}

#[test]
fn the_state_survives_as_text() {
    let mut windows = Windows::default();
    let first = windows.take(LIMITS, START).unwrap();
    windows.take(LIMITS, START).unwrap();
    windows.give(first, remaining(14_000), LIMITS, START + 5);
    assert_eq!(Windows::from_text(&windows.to_text()).unwrap(), windows);
    assert_eq!(Windows::from_text(&Windows::default().to_text()).unwrap(), Windows::default());
    for damaged in
        ["", "2 0 0 [] [] []", "1 0 0 [] []", "1 0 0 [1] [] []", "1 0 x [] [] []", "1 0 0 [1:2] [3"]
    {
        assert_eq!(Windows::from_text(damaged).unwrap_err().kind(), ErrorKind::Store, "{damaged}");
    }
}

#[test]
fn bookkeeping_that_makes_no_sense_stops_nobody_for_ever() {
    let now = 1_767_225_600_000;
    for text in [
        "1 0 0 [] [18446744073709551615,1767225600001] []",
        "1 0 18446744073709551615 [] [] []",
        "1 0 0 [] [] [29453760:18446744073709551615,29453760:18446744073709551615]",
    ] {
        let mut windows = Windows::from_text(text).unwrap();
        let Err(wait) = windows.take(RateLimits::new(1, 10), now) else { continue };
        assert!(wait <= Duration::from_secs(61 * 60), "{text}: {wait:?}");
    }
}
