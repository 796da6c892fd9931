//! Finding, ensuring, waiting, and holding: what is asked in which case.

use std::time::Duration;

use bt_sra_core::{Error, ErrorKind, ExposeSecret};
use bt_sra_transport::{Pipeline, RetryPolicy};

use super::Script;
use crate::pra::{
    Config, JumpGroup, JumpGroupId, JumpGroupRef, JumpointId, NewJumpGroup, NewShellJump, Protocol, UserId,
    VaultAccountId,
};
use crate::{Ensured, Found};

const TAKEN: &str = r#"{"message":"Validation Failed","errors":{"name":["taken"]}}"#;

fn groups(script: &Script, groups: &[&str]) {
    script.answer(200, &format!("[{}]", groups.join(",")), &[]);
}

async fn find(script: &Script, name: &str) -> Found<i64> {
    match script.pra().jump_groups().find_by_name(name).send().await.unwrap() {
        Found::None => Found::None,
        Found::One(group) => Found::One(group.id.get()),
        Found::Several(groups) => Found::Several(groups.iter().map(|group| group.id.get()).collect()),
    }
}

async fn ensure(script: &Script) -> Result<Ensured<JumpGroup>, Error> {
    let new = NewJumpGroup::new("Web").comments("ours");
    script.pra().jump_groups().ensure(new).send().await
}

#[tokio::test]
async fn none_one_and_several_are_three_results() {
    let script = Script::default();
    groups(&script, &[]);
    assert_eq!(find(&script, "Web").await, Found::None);
    groups(&script, &[r#"{"id":1,"name":"Web"}"#]);
    assert_eq!(find(&script, "Web").await, Found::One(1));
    groups(&script, &[r#"{"id":1,"name":"Web"}"#, r#"{"id":2,"name":"WEB"}"#]);
    assert_eq!(find(&script, "wEb").await, Found::Several(vec![1, 2]));
    assert_eq!(script.seen()[2], "GET /jump-group?name=wEb");
}

#[tokio::test]
async fn an_appliance_that_takes_no_notice_of_the_filter_does_not_mislead() {
    let script = Script::default();
    groups(&script, &[r#"{"id":1,"name":"Web"}"#, r#"{"id":2,"name":"Web 2"}"#]);
    assert_eq!(find(&script, "web").await, Found::One(1));
}

#[tokio::test]
async fn what_has_no_filter_is_looked_for_on_all_pages() {
    let script = Script::default();
    script.answer(200, r#"[{"id":1,"display_name":"A"}]"#, &[("x-bt-pagination-last-page", "2")]);
    script.answer(200, r#"[{"id":2,"display_name":"b"}]"#, &[("x-bt-pagination-last-page", "2")]);
    let found = script.pra().session_policies().find_by_display_name("B").send().await.unwrap();
    assert_eq!(found.one().unwrap().id.get(), 2);
}

#[tokio::test]
async fn what_is_not_there_is_created() {
    let script = Script::default();
    groups(&script, &[]);
    script.answer(201, r#"{"id":7,"name":"Web","comments":"ours"}"#, &[]);
    assert!(matches!(ensure(&script).await.unwrap(), Ensured::Created(group) if group.id.get() == 7));
    assert_eq!(
        script.seen(),
        ["GET /jump-group?name=Web", r#"POST /jump-group {"name":"Web","comments":"ours"}"#]
    );
}

#[tokio::test]
async fn only_what_differs_is_updated() {
    let script = Script::default();
    groups(&script, &[r#"{"id":7,"name":"Web","comments":"theirs","code_name":"web"}"#]);
    script.answer(200, r#"{"id":7,"name":"Web","comments":"ours"}"#, &[]);
    let Ensured::Updated { item, fields } = ensure(&script).await.unwrap() else { panic!("not updated") };
    assert_eq!((item.comments.as_deref(), fields), (Some("ours"), vec!["comments".to_owned()]));
    assert_eq!(script.seen()[1], r#"PATCH /jump-group/7 {"comments":"ours"}"#);
}

#[tokio::test]
async fn what_is_as_it_should_be_is_left_alone() {
    let script = Script::default();
    groups(&script, &[r#"{"id":7,"name":"Web","comments":"ours","code_name":"web"}"#]);
    let ensured = ensure(&script).await.unwrap();
    assert!(matches!(ensured, Ensured::Unchanged(_)) && !ensured.has_changed());
    assert_eq!(script.seen().len(), 1);
}

#[tokio::test]
async fn with_several_nothing_is_changed() {
    let script = Script::default();
    groups(&script, &[r#"{"id":1,"name":"Web"}"#, r#"{"id":2,"name":"Web"}"#]);
    let ensured = ensure(&script).await.unwrap();
    assert!(matches!(&ensured, Ensured::Several(groups) if groups.len() == 2));
    assert_eq!((ensured.item(), script.seen().len()), (None, 1));
}

#[tokio::test]
async fn who_comes_second_takes_what_the_first_has_made() {
    let script = Script::default();
    groups(&script, &[]);
    script.answer(422, TAKEN, &[]);
    groups(&script, &[r#"{"id":7,"name":"web","comments":"ours"}"#]);
    script.answer(200, r#"{"id":7,"name":"Web","comments":"ours"}"#, &[]);
    let Ensured::Updated { fields, .. } = ensure(&script).await.unwrap() else { panic!("not updated") };
    assert_eq!(fields, ["name"]);
}

#[tokio::test]
async fn a_refusal_for_another_reason_is_passed_on() {
    let script = Script::default();
    groups(&script, &[]);
    script.answer(422, r#"{"message":"x","errors":{"comments":["too long"]}}"#, &[]);
    assert_eq!(ensure(&script).await.unwrap_err().field_errors()["comments"], ["too long"]);
    assert_eq!(script.seen().len(), 2, "it is not about the name: nothing to look for");
    // Taken, they say, and yet it cannot be found: their word stands.
    groups(&script, &[]);
    script.answer(422, TAKEN, &[]);
    groups(&script, &[]);
    assert_eq!(ensure(&script).await.unwrap_err().field_errors()["name"], ["taken"]);
    assert_eq!(script.seen().len(), 5, "nothing is created a second time");
}

#[tokio::test]
async fn what_was_created_without_an_answer_is_found() {
    let script = Script::default();
    groups(&script, &[]);
    script.answer(500, "", &[]);
    groups(&script, &[r#"{"id":7,"name":"Web","comments":"ours"}"#]);
    assert!(matches!(ensure(&script).await.unwrap(), Ensured::Created(_)));
    // And where it was not, the failure says that it may come still.
    groups(&script, &[]);
    script.answer(500, "", &[]);
    groups(&script, &[]);
    let error = ensure(&script).await.unwrap_err();
    assert!(error.may_have_acted());
    assert_eq!(script.seen().iter().filter(|line| line.starts_with("POST")).count(), 2);
}

#[tokio::test]
async fn a_failure_after_a_creation_without_an_answer_does_not_hide_it() {
    // The deadline has passed before it could be looked again.
    let script = Script::default();
    groups(&script, &[]);
    script.hang();
    let groups_of = |script: &Script| script.pra().jump_groups().ensure(NewJumpGroup::new("Web"));
    let error = groups_of(&script).with_deadline(Duration::from_secs(60)).send().await.unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Timeout, Some("jump-group create")));
    assert!(error.may_have_acted());
    // It was looked again, and that was refused.
    groups(&script, &[]);
    script.answer(500, "", &[]);
    script.answer(403, "{}", &[]);
    let error = groups_of(&script).send().await.unwrap_err();
    assert_eq!(error.operation(), Some("jump-group create"));
    assert!(error.may_have_acted());
    // It was found, and could not be changed.
    groups(&script, &[]);
    script.answer(500, "", &[]);
    groups(&script, &[r#"{"id":7,"name":"web"}"#]);
    script.answer(422, "{}", &[]);
    let error = groups_of(&script).send().await.unwrap_err();
    assert_eq!(error.operation(), Some("jump-group update"));
    assert!(error.may_have_acted());
    // After a refusal nothing may have been done.
    groups(&script, &[]);
    script.answer(422, TAKEN, &[]);
    script.answer(403, "{}", &[]);
    let error = groups_of(&script).send().await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(403));
    assert!(!error.may_have_acted());
}

#[tokio::test]
async fn what_is_deleted_in_between_is_created_again() {
    let script = Script::default();
    groups(&script, &[r#"{"id":7,"name":"Web"}"#]);
    script.answer(404, "{}", &[]);
    groups(&script, &[]);
    script.answer(201, r#"{"id":8,"name":"Web","comments":"ours"}"#, &[]);
    assert!(matches!(ensure(&script).await.unwrap(), Ensured::Created(group) if group.id.get() == 8));
}

#[tokio::test]
async fn something_else_than_the_name_may_tell_things_apart() {
    let script = Script::default();
    let jumps = script.pra().shell_jumps();
    let new =
        NewShellJump::new("web 7", "198.51.100.7", JumpointId::new(1), JumpGroupId::new(1), Protocol::Ssh);
    let shown = r#"{"id":4,"name":"web 6","hostname":"198.51.100.7","jumpoint_id":1,"jump_group_id":1,"jump_group_type":"shared","protocol":"ssh","port":22,"terminal":"xterm"}"#;
    groups(&script, &[shown]);
    script.answer(200, shown, &[]);
    let ensured = jumps.ensure(new).among(jumps.list().tag("i-0abc")).send().await.unwrap();
    assert!(matches!(ensured, Ensured::Updated { fields, .. } if fields == ["name"]));
    assert_eq!(script.seen()[0], "GET /jump-item/shell-jump?tag=i-0abc");
}

#[tokio::test]
async fn what_means_something_only_together_is_sent_together() {
    let script = Script::default();
    let jumps = script.pra().shell_jumps();
    let new = NewShellJump::new(
        "a",
        "h",
        JumpointId::new(1),
        JumpGroupRef::Personal(UserId::new(9)),
        Protocol::Ssh,
    );
    let shown = r#"{"id":4,"name":"a","hostname":"h","jumpoint_id":1,"jump_group_id":8,"jump_group_type":"personal","protocol":"ssh"}"#;
    groups(&script, &[shown]);
    script.answer(200, shown, &[]);
    let Ensured::Updated { fields, .. } = jumps.ensure(new).send().await.unwrap() else { panic!("same") };
    assert_eq!(fields, ["jump_group_id"]);
    assert_eq!(
        script.seen()[1],
        r#"PATCH /jump-item/shell-jump/4 {"jump_group_id":9,"jump_group_type":"personal"}"#
    );
}

#[tokio::test]
async fn waiting_asks_until_it_is_so() {
    let script = Script::default();
    let answer = |connected: bool| {
        let body = format!(r#"{{"id":1,"name":"J","platform":"linux-x86","connected":{connected}}}"#);
        script.answer(200, &body, &[]);
    };
    answer(false);
    script.answer(503, "", &[]);
    answer(false);
    answer(true);
    let config = script.pra();
    let call = config.jumpoints().get(JumpointId::new(1)).until(|jumpoint| jumpoint.connected == Some(true));
    assert_eq!(call.send().await.unwrap().connected, Some(true));
    assert_eq!(script.seen().len(), 4);
}

#[tokio::test]
async fn waiting_ends_at_its_deadline_and_names_the_last_failure() {
    let script = Script::default();
    (0..6).for_each(|_| script.answer(503, "", &[]));
    let config = script.pra();
    let call = config.jumpoints().get(JumpointId::new(1)).until(|_| true);
    let error =
        call.every(Duration::from_secs(2)).with_deadline(Duration::from_secs(10)).send().await.unwrap_err();
    assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::Timeout, false));
    assert!(std::error::Error::source(&error).unwrap().to_string().contains("503"));
    assert_eq!(script.seen().len(), 6, "at 0, 2, 4, 6, 8 and 9 seconds");
}

#[tokio::test]
async fn a_wait_that_is_shorter_than_a_pause_ends_in_time() {
    let script = Script::default();
    script.answer(503, "", &[]);
    let pipeline = script.pipeline();
    let start = pipeline.clock().monotonic();
    let call = Config::new(pipeline.clone()).jumpoints().get(JumpointId::new(1)).until(|_| true);
    assert!(call.with_deadline(Duration::from_millis(300)).send().await.is_err());
    assert_eq!(pipeline.clock().monotonic() - start, Duration::from_millis(300));
}

#[tokio::test]
async fn one_call_that_hangs_does_not_use_up_the_wait() {
    let connected = r#"{"id":1,"name":"J","platform":"linux-x86","connected":true}"#;
    let (short, start) = (Duration::from_secs(5), Duration::from_secs(0));
    // The limit of the call itself, and the limit of all calls of the client.
    for (of_call, of_client) in [(Some(short), None), (None, Some(short))] {
        let script = Script::default();
        script.hang();
        script.answer(200, connected, &[]);
        let builder = script.builder();
        let pipeline = of_client.into_iter().fold(builder, |builder, limit| builder.deadline(limit)).build();
        let get = Config::new(pipeline.clone()).jumpoints().get(JumpointId::new(1));
        let get = of_call.into_iter().fold(get, |get, limit| get.with_deadline(limit));
        assert!(get.until(|_| true).send().await.is_ok());
        assert_eq!(pipeline.clock().monotonic() - start, Duration::from_secs(7), "5 for the call, 2 between");

        script.hang();
        groups(&script, &[r#"{"id":7,"name":"Web"}"#]);
        let find = Config::new(pipeline.clone()).jump_groups().find_by_name("Web");
        let find = of_call.into_iter().fold(find, |find, limit| find.with_deadline(limit));
        assert!(find.until_found().send().await.is_ok());
        assert_eq!(pipeline.clock().monotonic() - start, Duration::from_secs(14));
    }
}

#[tokio::test]
async fn a_deadline_for_all_does_not_lengthen_that_of_each() {
    let script = Script::default();
    script.hang();
    let pipeline = script.builder().deadline(Duration::from_secs(5)).build();
    let find = Config::new(pipeline.clone()).jump_groups().find_by_name("Web");
    let start = pipeline.clock().monotonic();
    assert!(find.with_deadline(Duration::from_secs(60)).send().await.is_err());
    assert_eq!(pipeline.clock().monotonic() - start, Duration::from_secs(5));
}

#[tokio::test]
async fn waiting_does_not_ask_before_the_appliance_wants_to_be_asked() {
    let script = Script::default();
    script.answer(429, "", &[("retry-after", "90")]);
    groups(&script, &[r#"{"id":7,"name":"Web"}"#]);
    let pipeline = script.pipeline();
    let start = pipeline.clock().monotonic();
    let find = Config::new(pipeline.clone()).jump_groups().find_by_name("Web");
    find.until_found().send().await.unwrap();
    assert_eq!(pipeline.clock().monotonic() - start, Duration::from_secs(90));
}

#[tokio::test]
async fn what_fails_for_good_is_not_waited_for() {
    let script = Script::default();
    script.answer(404, "{}", &[]);
    let config = script.pra();
    let error = config.jumpoints().get(JumpointId::new(1)).until(|_| true).send().await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    let error =
        config.vault_accounts().check_in(VaultAccountId::new(1)).until(|()| false).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(script.seen().len(), 1);
}

#[tokio::test]
async fn one_waits_for_what_somebody_else_creates() {
    let script = Script::default();
    groups(&script, &[]);
    groups(&script, &[r#"{"id":7,"name":"Web"}"#]);
    let found = script.pra().jump_groups().find_by_name("Web").until_found().send().await.unwrap();
    assert_eq!(found.id.get(), 7);
}

const OUT: &str = "POST /vault/account/3/check-out";
const IN: &str = "POST /vault/account/3/check-in";

/// A configuration, and the way beneath it to wait for what goes on in the background.
fn vault(script: &Script) -> (Config, Pipeline) {
    let pipeline = script.pipeline();
    script.answer(200, r#"{"username":"root","type":"username_password","password":"hunter2"}"#, &[]);
    script.answer(200, "", &[]);
    (Config::new(pipeline.clone()), pipeline)
}

#[tokio::test]
async fn a_held_credential_is_checked_in_when_asked_and_only_once() {
    let script = Script::default();
    let (config, pipeline) = vault(&script);
    let held = config.vault_accounts().hold(VaultAccountId::new(3)).send().await.unwrap();
    assert_eq!(held.password.as_ref().unwrap().expose_secret(), "hunter2");
    assert!(!format!("{held:?}").contains("hunter2"));
    assert_eq!(script.seen(), [OUT]);
    held.check_in().await.unwrap();
    pipeline.settled().await;
    assert_eq!(script.seen(), [OUT, IN]);
}

#[tokio::test]
async fn a_dropped_guard_is_checked_in_in_the_background() {
    let script = Script::default();
    let (config, pipeline) = vault(&script);
    drop(config.vault_accounts().hold(VaultAccountId::new(3)).send().await.unwrap());
    pipeline.settled().await;
    assert_eq!(script.seen(), [OUT, IN]);
}

#[tokio::test]
async fn a_panic_checks_in() {
    let script = Script::default();
    let (config, pipeline) = vault(&script);
    let work = tokio::spawn(async move {
        let _held = config.vault_accounts().hold(VaultAccountId::new(3)).send().await.unwrap();
        panic!("as planned");
    });
    assert!(work.await.unwrap_err().is_panic());
    pipeline.settled().await;
    assert_eq!(script.seen(), [OUT, IN]);
}

#[tokio::test]
async fn a_check_out_that_nobody_waits_for_any_more_is_checked_in() {
    let script = Script::default();
    let (config, pipeline) = vault(&script);
    {
        let mut sending = std::pin::pin!(config.vault_accounts().hold(VaultAccountId::new(3)).send());
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(sending.as_mut().poll(&mut context).is_pending());
    }
    pipeline.settled().await;
    assert_eq!(script.seen(), [OUT, IN]);
}

#[tokio::test]
async fn a_lost_answer_to_a_check_out_is_checked_in_and_a_refusal_is_not() {
    let script = Script::default();
    let pipeline = script.pipeline();
    let hold = Config::new(pipeline.clone()).vault_accounts().hold(VaultAccountId::new(3));
    script.answer(500, "", &[]);
    script.answer(422, "{}", &[]);
    assert!(hold.clone().send().await.unwrap_err().may_have_acted());
    pipeline.settled().await;
    assert_eq!(script.seen(), [OUT, IN]);
    script.answer(422, "{}", &[]);
    assert!(hold.send().await.is_err());
    pipeline.settled().await;
    assert_eq!(script.seen().len(), 3);
}

#[tokio::test]
async fn how_often_is_tried_holds_for_taking_and_for_giving_back() {
    let script = Script::default();
    let pipeline = script.pipeline();
    let hold = Config::new(pipeline.clone()).vault_accounts().hold(VaultAccountId::new(3));
    let hold = hold.with_retry(RetryPolicy::attempts(2));
    script.answer(429, "", &[]);
    script.answer(200, "{}", &[]);
    script.answer(429, "", &[]);
    script.answer(200, "", &[]);
    drop(hold.send().await.unwrap());
    pipeline.settled().await;
    assert_eq!(script.seen(), [OUT, OUT, IN, IN]);
}

#[tokio::test]
async fn a_closure_has_the_credential_and_it_is_checked_in_after_success_and_failure() {
    let script = Script::default();
    let (config, _) = vault(&script);
    let hold = config.vault_accounts().hold(VaultAccountId::new(3));
    let name = hold.clone().with(async |credential| Ok::<_, Error>(credential.username.unwrap())).await;
    assert_eq!(name.unwrap(), "root");
    assert_eq!(script.seen(), [OUT, IN]);
    let (_, pipeline) = vault(&script);
    let failed: Result<(), Error> =
        hold.with(async |_| Err(Error::new(ErrorKind::Io, "the door is shut"))).await;
    assert_eq!(failed.unwrap_err().kind(), ErrorKind::Io);
    pipeline.settled().await;
    assert_eq!(script.seen(), [OUT, IN, OUT, IN]);
}

#[tokio::test]
async fn work_that_is_cancelled_checks_in() {
    let script = Script::default();
    let (config, pipeline) = vault(&script);
    let hold = config.vault_accounts().hold(VaultAccountId::new(3));
    let work = tokio::spawn(hold.with(|_| std::future::pending::<Result<(), Error>>()));
    while script.seen().is_empty() {
        tokio::task::yield_now().await;
    }
    work.abort();
    assert!(work.await.unwrap_err().is_cancelled());
    pipeline.settled().await;
    assert_eq!(script.seen(), [OUT, IN]);
}

#[tokio::test]
async fn a_check_in_that_fails_after_the_work_is_no_success() {
    let script = Script::default();
    let pipeline = script.pipeline();
    let hold = Config::new(pipeline).vault_accounts().hold(VaultAccountId::new(3));
    script.answer(200, "{}", &[]);
    script.answer(403, "{}", &[]);
    let result: Result<(), Error> = hold.with(async |_| Ok(())).await;
    assert_eq!(result.unwrap_err().status().map(|status| status.as_u16()), Some(403));
}
