//! Pages and items.

use std::future::poll_fn;
use std::pin::Pin;

use bt_sra_core::ErrorKind;
use futures_core::Stream;

use super::Script;
use crate::pra::{JumpointId, SessionPolicy, UserId};

/// Answers with a page of session policies that have these ids.
fn page(script: &Script, ids: &[i64], last: &str, total: &str) {
    let items: Vec<String> = ids.iter().map(|id| format!(r#"{{"id":{id}}}"#)).collect();
    let headers = [("x-bt-pagination-last-page", last), ("x-bt-pagination-total", total)];
    script.answer(200, &format!("[{}]", items.join(",")), &headers);
}

/// Walks all items, and returns their ids.
async fn walk(script: &Script) -> Vec<i64> {
    let mut items = script.pra().session_policies().list().items();
    let mut ids = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        ids.push(item.id.get());
    }
    ids
}

#[tokio::test]
async fn items_come_from_all_pages_in_order() {
    let script = Script::default();
    page(&script, &[1, 2], "3", "5");
    page(&script, &[3, 4], "3", "5");
    page(&script, &[5], "3", "5");
    assert_eq!(walk(&script).await, [1, 2, 3, 4, 5]);
    assert_eq!(
        script.seen(),
        ["GET /session-policy", "GET /session-policy?current_page=2", "GET /session-policy?current_page=3"]
    );
}

#[tokio::test]
async fn an_empty_page_ends_the_list_whatever_the_headers_say() {
    let script = Script::default();
    page(&script, &[1], "9", "9");
    page(&script, &[], "9", "9");
    assert_eq!(walk(&script).await, [1]);
}

#[tokio::test]
async fn the_next_page_is_on_its_way_while_one_is_looked_at() {
    let script = Script::default();
    page(&script, &[1], "2", "2");
    page(&script, &[2], "2", "2");
    let mut pages = script.pra().session_policies().list().pages();
    let first = pages.try_next().await.unwrap().unwrap();
    assert_eq!(first.paging.last, Some(2));
    tokio::task::yield_now().await;
    assert_eq!(script.seen().len(), 2);
    assert_eq!(pages.try_next().await.unwrap().unwrap().items.len(), 1);
    assert!(pages.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn nothing_is_fetched_before_or_after_it_is_wanted() {
    let script = Script::default();
    page(&script, &[1], "2", "2");
    let list = script.pra().session_policies().list();
    drop(list.clone().items());
    assert!(script.seen().is_empty());
    let mut pages = list.pages();
    pages.try_next().await.unwrap();
    // The fetch of the second page has not begun yet.
    drop(pages);
    tokio::task::yield_now().await;
    assert_eq!(script.seen().len(), 1);
}

#[tokio::test]
async fn a_total_that_changes_is_told_and_no_error() {
    let script = Script::default();
    page(&script, &[1], "2", "2");
    page(&script, &[3], "2", "3");
    let mut items = script.pra().session_policies().list().items();
    items.try_next().await.unwrap();
    assert_eq!((items.total(), items.total_changed()), (Some(2), false));
    items.try_next().await.unwrap();
    assert_eq!((items.total(), items.total_changed()), (Some(3), true));
}

#[tokio::test]
async fn a_walk_starts_at_the_page_that_was_set() {
    let script = Script::default();
    page(&script, &[3], "3", "5");
    page(&script, &[5], "3", "5");
    let mut pages = script.pra().session_policies().list().current_page(2).per_page(5).pages();
    while pages.try_next().await.unwrap().is_some() {}
    assert_eq!(
        script.seen(),
        ["GET /session-policy?current_page=2&per_page=5", "GET /session-policy?per_page=5&current_page=3"]
    );
}

#[tokio::test]
async fn without_headers_a_full_page_is_followed_by_another() {
    let script = Script::default();
    let jumpoint = JumpointId::new(3);
    script.answer(200, r#"[{"user_id":1},{"user_id":2}]"#, &[]);
    script.answer(200, r#"[{"user_id":3}]"#, &[]);
    let mut pages = script.pra().jumpoints().users(jumpoint).list().per_page(2).pages();
    while pages.try_next().await.unwrap().is_some() {}
    assert_eq!(script.seen().len(), 2);
}

#[tokio::test]
async fn an_appliance_that_ignores_the_page_cannot_make_it_loop() {
    let script = Script::default();
    for _ in 0..2 {
        script.answer(200, r#"[{"user_id":1},{"user_id":2}]"#, &[]);
    }
    let mut items = script.pra().jumpoints().users(JumpointId::new(3)).list().per_page(2).items();
    let mut ids = Vec::new();
    while let Some(user) = items.try_next().await.unwrap() {
        ids.push(user.user_id);
    }
    assert_eq!((ids.len(), script.seen().len()), (2, 2), "{ids:?}");
}

#[tokio::test]
async fn an_error_ends_the_walk() {
    let script = Script::default();
    page(&script, &[1], "3", "3");
    script.answer(500, "", &[]);
    let mut items = script.pra().session_policies().list().items();
    assert!(items.try_next().await.unwrap().is_some());
    let error = items.try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Appliance, Some("session-policy list")));
    assert!(items.try_next().await.unwrap().is_none());
}

#[tokio::test]
async fn items_are_a_stream() {
    let script = Script::default();
    page(&script, &[1, 2], "1", "2");
    let mut items = script.pra().session_policies().list().items();
    let mut found: Vec<SessionPolicy> = Vec::new();
    while let Some(item) = poll_fn(|context| Pin::new(&mut items).poll_next(context)).await {
        found.push(item.unwrap());
    }
    assert_eq!(found.len(), 2);
}

#[tokio::test]
async fn a_list_without_pages_is_one_page() {
    let script = Script::default();
    // As many as a full page would have.
    let entries: Vec<String> = (1..=100).map(|id| format!(r#"{{"id":{id}}}"#)).collect();
    script.answer(200, &format!("[{}]", entries.join(",")), &[]);
    let mut items = script.pra().jump_approvals().list(UserId::new(1)).items();
    let mut count = 0;
    while items.try_next().await.unwrap().is_some() {
        count += 1;
    }
    assert_eq!((count, script.seen().len()), (100, 1));
}

#[tokio::test]
async fn the_same_page_again_is_an_error_and_no_endless_list() {
    let script = Script::default();
    for _ in 0..2 {
        page(&script, &[1, 2], "1000000000", "3");
    }
    let mut items = script.pra().session_policies().list().items();
    for _ in 0..2 {
        items.try_next().await.unwrap().unwrap();
    }
    let error = items.try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("page 2 is the page before once more"), "{error}");
    assert!(items.try_next().await.unwrap().is_none());
    assert_eq!(script.seen().len(), 2);
}

#[tokio::test]
async fn another_page_than_the_one_asked_for_is_an_error() {
    let script = Script::default();
    let page = |ids: &str| {
        let headers = [("x-bt-pagination-last-page", "9"), ("x-bt-pagination-current-page", "1")];
        script.answer(200, ids, &headers);
    };
    page(r#"[{"id":1}]"#);
    page(r#"[{"id":2}]"#);
    let mut items = script.pra().session_policies().list().items();
    assert!(items.try_next().await.unwrap().is_some());
    let error = items.try_next().await.unwrap_err();
    assert!(error.to_string().contains("page 2 was asked for"), "{error}");
}

#[tokio::test]
async fn a_list_that_grew_by_a_page_in_front_does_not_run_in_circles() {
    let script = Script::default();
    page(&script, &[1, 2], "2", "4");
    page(&script, &[1, 2], "3", "6");
    page(&script, &[3, 4], "3", "6");
    assert_eq!(walk(&script).await, [1, 2, 1, 2, 3, 4]);
}
