//! The generated code of an invented file with every construct: it compiles, and reads what the
//! file of today has no example of.

use bt_sra_core::{ErrorKind, Patch};

use super::Script;
use generated::pra::{
    Bulb, BulbDetails, BulbId, Choice, Config, CopyJumpItemLamp, Lamp, LampDimChanges, LampFilter, LampId,
    LampJumpId, LampKind, LampPatch, LampPortalId, LampSerial, LampTtl, LampType, NewImportedBulb, NewLamp,
    NewPlainBulb,
};

#[allow(
    dead_code,
    unnameable_types,
    unreachable_pub,
    unused_imports,
    reason = "only what the tests below touch is used"
)]
#[path = "../../../../xtask/tests/golden/config/generated/products.rs"]
#[rustfmt::skip]
mod generated;

fn config(script: &Script) -> Config {
    Config::new(script.pipeline())
}

async fn lamp(rest: &str) -> Lamp {
    let script = Script::default();
    script.answer(200, &format!(r#"{{"id":1,"code":"c","name":"n","kind":"floor"{rest}}}"#), &[]);
    config(&script).lamps().get(LampId::new(1)).send().await.unwrap()
}

#[tokio::test]
async fn numbers_in_texts_are_numbers() {
    assert_eq!(lamp(r#","ttl":"120""#).await.ttl, Some(LampTtl::N120));
    assert_eq!(lamp(r#","ttl":60"#).await.ttl, Some(LampTtl::N60));
    assert_eq!(lamp(r#","ttl":61"#).await.ttl, Some(LampTtl::Other(61)));
}

#[tokio::test]
async fn names_of_values_are_told_apart() {
    for (text, value) in [
        ("VT100", LampType::Vt100),
        ("HTTP POST", LampType::HttpPost),
        ("linux-x86", LampType::LinuxX86),
        ("displayName", LampType::DisplayName),
        ("IPv6_ICMP", LampType::Ipv6Icmp),
    ] {
        assert_eq!(lamp(&format!(r#","type":"{text}""#)).await.r#type, Some(value.clone()));
        assert_eq!(value.to_string(), text);
    }
    assert_eq!(lamp(r#","type":"""#).await.r#type, None);
}

#[tokio::test]
async fn an_empty_text_stands_for_what_is_not_set() {
    let found = lamp(r#","switched_at":"","room_id":"","port":"","ttl":"","cost":"""#).await;
    assert_eq!((found.switched_at, found.room_id, found.port, found.ttl), (None, None, None, None));
    let found = lamp(r#","switched_at":null,"room_id":null,"port":null,"ttl":null"#).await;
    assert_eq!((found.switched_at, found.room_id, found.port, found.ttl), (None, None, None, None));
    let found = lamp(r#","switched_at":"2026-02-03T04:05:06Z","room_id":3,"port":-1,"ttl":60"#).await;
    assert_eq!(found.switched_at.unwrap().as_second(), 1_770_091_506);
    assert_eq!((found.room_id, found.port, found.ttl), (Some(3), Some(-1), Some(LampTtl::N60)));
    assert_eq!(lamp(r#","switched_at":1770091506"#).await.switched_at, found.switched_at);
}

#[tokio::test]
async fn what_is_neither_empty_nor_fits_is_an_error_that_names_the_place() {
    for (rest, expected) in [
        (r#","room_id":"x""#, "expected i64 in `room_id`"),
        (r#","room_id":true"#, "expected i64 in `room_id`"),
        (r#","switched_at":true"#, "expected an RFC 3339 time or seconds since 1970 in `switched_at`"),
    ] {
        let script = Script::default();
        script.answer(200, &format!(r#"{{"id":1,"code":"c","name":"n","kind":"floor"{rest}}}"#), &[]);
        let error = config(&script).lamps().get(LampId::new(1)).send().await.unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[tokio::test]
async fn unions_are_read_by_type_or_by_shape() {
    assert!(matches!(lamp(r#","serial":"a""#).await.serial, Some(LampSerial::Text(text)) if text == "a"));
    assert!(matches!(lamp(r#","serial":7"#).await.serial, Some(LampSerial::Number(7))));
    assert!(matches!(lamp(r#","filter":{"list":[1]}"#).await.filter, Some(LampFilter::Choice(_))));
    assert!(matches!(lamp(r#","filter":"any""#).await.filter, Some(LampFilter::Other(_))));
    let ids = lamp(r#","portal_ids":["all",3]"#).await.portal_ids.unwrap();
    assert!(matches!(ids.as_slice(), [LampPortalId::Text(_), LampPortalId::Number(3)]));
    let script = Script::default();
    script.answer(200, r#"{"type":"ca","subject":"CN=x"}"#, &[]);
    let found = config(&script).bulbs().get(BulbId::new(1)).send().await.unwrap();
    assert!(matches!(found, BulbDetails::MadeBulb(made) if made.subject == "CN=x"));
    script.answer(200, r#"{"type":"ca","x509_cert":"PEM","subject":null}"#, &[]);
    let found = config(&script).bulbs().get(BulbId::new(1)).send().await.unwrap();
    assert!(matches!(found, BulbDetails::ImportedBulb(imported) if imported.x509_cert == "PEM"));
}

#[tokio::test]
async fn what_fits_no_member_of_its_type_is_kept() {
    let script = Script::default();
    for body in [r#"{"type":"ca"}"#, r#"{"type":"ca","x509_cert":null}"#, r#"{"type":"new"}"#] {
        script.answer(200, body, &[]);
        let found = config(&script).bulbs().get(BulbId::new(1)).send().await.unwrap();
        assert!(matches!(found, BulbDetails::Other(json) if json.to_text() == body), "{body}");
    }
}

#[tokio::test]
async fn what_has_any_shape_is_kept() {
    let found = lamp(r#","anything":[1,{"a":null}],"labels":{"Key":"k","encodedInfo":null}"#).await;
    assert_eq!(found.anything.unwrap().to_text(), r#"[1,{"a":null}]"#);
    let labels = found.labels.unwrap();
    assert_eq!((labels.key.as_deref(), labels.encoded_info), (Some("k"), None));
}

#[tokio::test]
async fn secrets_of_any_kind_are_read_and_not_shown() {
    let found = lamp(r#","password":"hunter2""#).await;
    assert!(found.password.is_some());
    assert!(!format!("{found:?}").contains("hunter2"));
}

#[tokio::test]
async fn bodies_are_sent_as_the_file_says() {
    let script = Script::default();
    for _ in 0..8 {
        script.answer(404, "", &[]);
    }
    let config = config(&script);
    let lamps = config.lamps();
    let new = NewLamp::new("n", "KEY", LampKind::Ceiling).portal_ids([LampPortalId::Number(1)]);
    let new = new.filter(Choice::new().list([1, 2]));
    assert!(lamps.create(new).send().await.is_err());
    let patch = LampPatch::new().room_id(Patch::Null).comment(Patch::Value("c".to_owned())).key("K2");
    assert!(lamps.update(LampId::new(1), patch).send().await.is_err());
    assert!(lamps.approve(true).send().await.is_err());
    assert!(lamps.rooms(LampId::new(2)).delete(4).send().await.is_err());
    assert!(config.bulbs().create(NewImportedBulb::new("PEM")).send().await.is_err());
    assert!(config.bulbs().create(NewPlainBulb::default()).send().await.is_err());
    assert!(config.lamp_jumps().copy(LampJumpId::new(4), None).send().await.is_err());
    assert!(
        config
            .lamp_jumps()
            .copy(LampJumpId::new(4), CopyJumpItemLamp::new("c").room("r"))
            .send()
            .await
            .is_err()
    );
    assert_eq!(
        script.seen(),
        [
            r#"POST /lamp {"name":"n","kind":"ceiling","portal_ids":[1],"filter":{"list":[1,2]},"key":"KEY"}"#,
            r#"PATCH /lamp/1 {"room_id":null,"comment":"c","key":"K2"}"#,
            r#"POST /lamp/approve {"answer":true}"#,
            r#"DELETE /lamp/2/room {"room_id":4}"#,
            r#"POST /bulb {"type":"ca","x509_key":"PEM"}"#,
            r#"POST /bulb {"type":"plain"}"#,
            "POST /jump-item/lamp/4/copy",
            r#"POST /jump-item/lamp/4/copy {"name":"c","room":"r"}"#,
        ]
    );
}

#[tokio::test]
async fn a_change_of_what_has_no_resource_of_its_own_goes_through() {
    let script = Script::default();
    script.answer(200, r#"{"message":"done"}"#, &[]);
    let changes = LampDimChanges::new().added([1, 2]);
    let found = config(&script).lamps().dim_changes(LampId::new(1), changes).send().await.unwrap();
    assert_eq!(found.message.as_deref(), Some("done"));
    assert_eq!(script.seen(), [r#"PATCH /lamp/1/dim-changes {"added":[1,2]}"#]);
}

#[tokio::test]
async fn a_list_of_a_file_without_paging_is_one_page() {
    let script = Script::default();
    script.answer(200, r#"[{"id":1,"type":"plain"}]"#, &[]);
    let page = config(&script).bulbs().list().send().await.unwrap();
    let [Bulb { id, .. }] = page.items.as_slice() else { panic!("one bulb") };
    assert_eq!(*id, BulbId::new(1));
    script.answer(200, r#"{"id":1}"#, &[]);
    let error = config(&script).bulbs().list().send().await.unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::Decode, Some("bulb list")));
}
