//! What holds for every history.

use super::cast::{Cast, Machine, Named, Person, Team};
use super::*;

/// 2026-02-01.
const UNTIL: i64 = 1_769_904_000;

fn cast(access: bool) -> Cast {
    let person = |id: i64| Person { id, private: format!("P{id}"), ..Person::default() };
    Cast {
        access,
        people: (1..5).map(person).collect(),
        teams: vec![Team { id: 1, name: "Ops".to_owned(), members: vec![1, 2] }],
        machines: vec![Machine { name: "db-7".to_owned(), ..Machine::default() }],
        vault_accounts: vec![Named { id: 8, name: "root".to_owned() }],
        ..Cast::default()
    }
}

fn history(count: u64) -> History {
    History::new(7, count, UNTIL, cast(true))
}

#[test]
fn a_session_is_found_by_its_lsid_and_others_are_not() {
    for count in [1, 10, 1_000_000] {
        let history = history(count);
        for index in [0, count / 3, count - 1] {
            let lsid = history.lsid(index);
            assert_eq!(history.find(&lsid), Some(index));
            assert_eq!(history.find(&lsid.to_uppercase()), Some(index));
        }
        assert_eq!(history.find(&history.lsid(count)), None, "beyond the last");
        assert_eq!(History::new(8, count, UNTIL, cast(true)).find(&history.lsid(0)), None);
    }
    for wrong in ["", "0", "+0123456789abcdef0123456789abcde", &"0".repeat(32), &"ä".repeat(16)] {
        assert_eq!(history(10).find(wrong), None, "{wrong}");
    }
}

#[test]
fn sessions_are_in_order_within_a_year_and_windows_find_them() {
    for count in [1, 10, 3_000] {
        let history = history(count);
        let heads: Vec<Head> = (0..count).map(|index| history.head(index)).collect();
        assert!(heads.is_sorted_by_key(|head| head.started));
        assert!(heads.iter().all(|head| head.started >= UNTIL - SPAN && head.started < head.ended));
        assert!(heads.iter().all(|head| head.ended < UNTIL && head.ended - head.started <= LONGEST));
        assert_eq!(history.begun(i64::MIN, i64::MAX), 0..count);
        for (from, to) in [(UNTIL - SPAN / 2, UNTIL - SPAN / 3), (UNTIL - 86_400, UNTIL), (0, 1)] {
            let begun = heads.iter().filter(|head| (from..to).contains(&head.started)).map(|head| head.index);
            assert!(history.begun(from, to).eq(begun));
            let over = heads.iter().filter(|head| (from..to).contains(&head.ended)).map(|head| head.index);
            assert!(history.over(from, to).eq(over));
        }
    }
}

#[test]
fn a_story_follows_from_seed_and_number_and_is_true_to_its_head() {
    for access in [true, false] {
        let history = History::new(7, 200, UNTIL, cast(access));
        let mut kinds = std::collections::BTreeSet::new();
        for index in 0..200 {
            let (head, story) = (history.head(index), history.story(index, "https://access.example.com"));
            assert_eq!(
                format!("{story:?}"),
                format!("{:?}", history.story(index, "https://access.example.com"))
            );
            assert_eq!((story.started, story.ended), (head.started, Some(head.ended)));
            assert!(story.events.is_sorted_by_key(|event| event.at));
            assert_eq!(
                story.events.first().map(|event| (event.what, event.at)),
                Some(("Session Start", head.started))
            );
            assert_eq!(
                story.events.last().map(|event| (event.what, event.at)),
                Some(("Session End", head.ended))
            );
            let count = |what: &[&str]| {
                u64::try_from(story.events.iter().filter(|event| what.contains(&event.what)).count()).unwrap()
            };
            assert_eq!(count(&["File Upload", "File Download"]), story.transfers);
            assert_eq!(count(&["File Moved"]), story.moves);
            assert_eq!(count(&["Command Shell Session Started"]), story.shells);
            kinds.extend(story.events.iter().map(|event| event.what));
        }
        assert!(kinds.len() > 25, "{kinds:?}");
    }
}

#[test]
fn no_history_has_nothing() {
    let history = History::default();
    assert_eq!(history.begun(0, i64::MAX), 0..0);
    assert_eq!(history.activities(0, i64::MAX).count(), 0);
    assert_eq!(history.team_events(0, 0, i64::MAX).count(), 0);
}
