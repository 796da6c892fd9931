//! The generated code of an invented file: it compiles, and does what the file of today has no
//! example of.

use std::collections::BTreeMap;

use super::super::{Answer, offline};
use generated::pra::{BulbId, FloorLamp, Lamp, Lsid, NewRoom, Rights, RoomState, Sample, State, StateError};

#[allow(
    dead_code,
    unnameable_types,
    unreachable_pub,
    unused_imports,
    reason = "only what the tests below touch is used"
)]
#[path = "../../../../../xtask/tests/golden/v2/generated/products.rs"]
#[rustfmt::skip]
mod generated;

fn lamps() -> generated::pra::Lamps {
    Sample::new(offline()).lamps()
}

#[test]
fn an_id_on_the_way_stands_in_the_path() {
    let rooms = lamps().rooms(&Lsid::new("0f"));
    let new = NewRoom::new("0e", RoomState::On).others(["0d"]);
    let request = rooms.create(7.into(), new).request().unwrap();
    assert_eq!(request.uri(), "/api/command/v2/lamp/0f/room/7");
    assert_eq!(request.body(), r#"{"lsid":"0e","state":"on","others":["0d"]}"#);
    let request = rooms.get(7.into()).state(RoomState::Off).request().unwrap();
    assert_eq!(request.uri(), "/api/command/v2/lamp/0f/room/7?state=off");
}

#[test]
fn an_id_of_another_resource_is_of_its_type() {
    let request = lamps().socket_bulb(&Lsid::new("0f"), BulbId::new(7), BTreeMap::new()).request().unwrap();
    assert_eq!(request.uri(), "/api/command/v2/lamp/0f/socket/bulb/7");
    assert_eq!(request.body(), "{}");
}

#[test]
fn what_the_path_does_not_tell_apart_has_a_method_of_its_own() {
    assert_eq!(
        lamps().list().name("a b").least(2).request().unwrap().uri(),
        "/api/command/v2/lamp?name=a%20b&least=2"
    );
    assert_eq!(lamps().marks(&Lsid::new("0f")).request().unwrap().uri(), "/api/command/v2/lamp/0f");
}

#[test]
fn a_number_in_a_text_is_a_number() {
    for watts in ["60", "\"60\""] {
        let lamp =
            Vec::<Lamp>::read(format!(r#"[{{"type":"floor","lsid":"0f","watts":{watts}}}]"#).as_bytes());
        assert!(matches!(lamp.unwrap().as_slice(), [Lamp::Floor(FloorLamp { watts: 60, .. })]));
    }
}

#[test]
fn a_failure_is_read_by_the_status() {
    type Checked = Result<State, StateError>;
    let body = br#"{"name":"x","message":"ill","watts":"5"}"#;
    let failure =
        Checked::read_by_status(http::StatusCode::INTERNAL_SERVER_ERROR, body).unwrap().unwrap_err();
    assert_eq!((failure.name.as_deref(), failure.watts, failure.since), (Some("x"), Some(5), None));
    assert!(Checked::read_by_status(http::StatusCode::OK, body).is_err());
    assert!(Checked::read_by_status(http::StatusCode::BAD_GATEWAY, b"{}").is_err());
}

#[test]
fn unknown_members_of_what_is_open_are_kept() {
    let rights = Rights::read(br#"{"may_see":true,"may_fly":{"high":false}}"#).unwrap();
    assert_eq!(rights.other["may_fly"].to_text(), r#"{"high":false}"#);
    assert_eq!(
        serde_json::to_string(&rights).unwrap(),
        r#"{"may_see":true,"may_switch":null,"may_fly":{"high":false}}"#
    );
}
