// Made by `cargo xtask codegen` from an invented file.
//! Lamp Requests.

use bt_sra_core::{Patch, SecretString, Timestamp};
use bt_sra_transport::api::{Json, wire};
use serde::Serialize;
use super::{
    LampFilter, LampKind, LampLevel, LampPortalId, LampRule, LampSerial, LampShade,
    LampTtl, LampType,
};

/// A Lamp Installer to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewLampInstaller {
    room: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_minutes: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_dates: Option<Vec<Timestamp>>,
}

impl NewLampInstaller {
    /// Takes what must be there.
    pub fn new(room: impl Into<String>) -> Self {
        Self {
            room: room.into(),
            valid_minutes: None,
            on_dates: None,
        }
    }
    /// Sets the valid minutes: 10 to 525600. By default `1440`.
    #[must_use]
    pub fn valid_minutes(mut self, valid_minutes: i64) -> Self {
        self.valid_minutes = Some(valid_minutes);
        self
    }
    /// Sets the on dates.
    #[must_use]
    pub fn on_dates(mut self, on_dates: impl IntoIterator<Item = Timestamp>) -> Self {
        self.on_dates = Some(on_dates.into_iter().collect());
        self
    }
}

/// A Lamp to create.
#[derive(Clone, Debug, Serialize)]
pub struct NewLamp {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<LampType>,
    kind: LampKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    shade: Option<LampShade>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<LampTtl>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<LampLevel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    port: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    watts: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    brightness: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<NewRoom>,
    #[serde(skip_serializing_if = "Option::is_none")]
    room_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nicknames: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    portal_ids: Option<Vec<LampPortalId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    filter: Option<LampFilter>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    serial: Option<LampSerial>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    password: Option<SecretString>,
    #[serde(serialize_with = "wire::expose")]
    key: SecretString,
    #[serde(skip_serializing_if = "Option::is_none")]
    labels: Option<NewLampLabels>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<Vec<LampRule>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anything: Option<Json>,
}

impl NewLamp {
    /// Takes what must be there.
    pub fn new(
        name: impl Into<String>,
        key: impl Into<SecretString>,
        kind: LampKind,
    ) -> Self {
        Self {
            name: name.into(),
            r#type: None,
            kind,
            shade: None,
            ttl: None,
            level: None,
            port: None,
            watts: None,
            brightness: None,
            code_name: None,
            room: None,
            room_id: None,
            on: None,
            tags: None,
            nicknames: None,
            portal_ids: None,
            filter: None,
            address: None,
            comment: None,
            serial: None,
            password: None,
            key: key.into(),
            labels: None,
            rules: None,
            anything: None,
        }
    }
    /// Sets the type.
    #[must_use]
    pub fn r#type(mut self, r#type: LampType) -> Self {
        self.r#type = Some(r#type);
        self
    }
    /// Sets the shade.
    #[must_use]
    pub fn shade(mut self, shade: LampShade) -> Self {
        self.shade = Some(shade);
        self
    }
    /// Sets the ttl.
    #[must_use]
    pub fn ttl(mut self, ttl: LampTtl) -> Self {
        self.ttl = Some(ttl);
        self
    }
    /// Sets the level.
    #[must_use]
    pub fn level(mut self, level: LampLevel) -> Self {
        self.level = Some(level);
        self
    }
    /// Sets the port: 1 to 65535.
    #[must_use]
    pub fn port(mut self, port: i64) -> Self {
        self.port = Some(port);
        self
    }
    /// Sets the watts: at least 1.
    #[must_use]
    pub fn watts(mut self, watts: i64) -> Self {
        self.watts = Some(watts);
        self
    }
    /// Sets the brightness.
    #[must_use]
    pub fn brightness(mut self, brightness: f64) -> Self {
        self.brightness = Some(brightness);
        self
    }
    /// Sets the code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn code_name(mut self, code_name: impl Into<String>) -> Self {
        self.code_name = Some(code_name.into());
        self
    }
    /// Sets the room.
    #[must_use]
    pub fn room(mut self, room: NewRoom) -> Self {
        self.room = Some(room);
        self
    }
    /// Sets the room id.
    #[must_use]
    pub fn room_id(mut self, room_id: i64) -> Self {
        self.room_id = Some(room_id);
        self
    }
    /// Sets whether `on` is set. By default `true`.
    #[must_use]
    pub fn on(mut self, on: bool) -> Self {
        self.on = Some(on);
        self
    }
    /// Sets the tags: up to 3 items.
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }
    /// Sets the nicknames: at least one item.
    #[must_use]
    pub fn nicknames(
        mut self,
        nicknames: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.nicknames = Some(nicknames.into_iter().map(Into::into).collect());
        self
    }
    /// Sets the portal ids. By default `["All portals"]`.
    #[must_use]
    pub fn portal_ids(
        mut self,
        portal_ids: impl IntoIterator<Item = impl Into<LampPortalId>>,
    ) -> Self {
        self.portal_ids = Some(portal_ids.into_iter().map(Into::into).collect());
        self
    }
    /// Sets the filter.
    #[must_use]
    pub fn filter(mut self, filter: impl Into<LampFilter>) -> Self {
        self.filter = Some(filter.into());
        self
    }
    /// Sets the address.
    #[must_use]
    pub fn address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }
    /// Sets the comment.
    #[must_use]
    pub fn comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = Some(comment.into());
        self
    }
    /// Sets the serial.
    #[must_use]
    pub fn serial(mut self, serial: impl Into<LampSerial>) -> Self {
        self.serial = Some(serial.into());
        self
    }
    /// Sets the password.
    #[must_use]
    pub fn password(mut self, password: impl Into<SecretString>) -> Self {
        self.password = Some(password.into());
        self
    }
    /// Sets the labels.
    #[must_use]
    pub fn labels(mut self, labels: NewLampLabels) -> Self {
        self.labels = Some(labels);
        self
    }
    /// Sets the rules.
    #[must_use]
    pub fn rules(mut self, rules: impl IntoIterator<Item = LampRule>) -> Self {
        self.rules = Some(rules.into_iter().collect());
        self
    }
    /// Sets the anything.
    #[must_use]
    pub fn anything(mut self, anything: Json) -> Self {
        self.anything = Some(anything);
        self
    }
}

/// What is to change in a Lamp. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LampPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#type: Option<LampType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<LampKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shade: Option<LampShade>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<LampTtl>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<LampLevel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    port: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    watts: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    brightness: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<NewRoom>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    room_id: Patch<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nicknames: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    portal_ids: Option<Vec<LampPortalId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    filter: Option<LampFilter>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    comment: Patch<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    serial: Option<LampSerial>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    password: Option<SecretString>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "wire::expose_option"
    )]
    key: Option<SecretString>,
    #[serde(skip_serializing_if = "Option::is_none")]
    labels: Option<NewLampLabels>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<Vec<LampRule>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anything: Option<Json>,
}

impl LampPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the name: 1 to 255 characters.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
    /// Sets the type.
    #[must_use]
    pub fn r#type(mut self, r#type: LampType) -> Self {
        self.r#type = Some(r#type);
        self
    }
    /// Sets the kind. By default `"floor"`.
    #[must_use]
    pub fn kind(mut self, kind: LampKind) -> Self {
        self.kind = Some(kind);
        self
    }
    /// Sets the shade.
    #[must_use]
    pub fn shade(mut self, shade: LampShade) -> Self {
        self.shade = Some(shade);
        self
    }
    /// Sets the ttl.
    #[must_use]
    pub fn ttl(mut self, ttl: LampTtl) -> Self {
        self.ttl = Some(ttl);
        self
    }
    /// Sets the level.
    #[must_use]
    pub fn level(mut self, level: LampLevel) -> Self {
        self.level = Some(level);
        self
    }
    /// Sets the port: 1 to 65535.
    #[must_use]
    pub fn port(mut self, port: i64) -> Self {
        self.port = Some(port);
        self
    }
    /// Sets the watts: at least 1.
    #[must_use]
    pub fn watts(mut self, watts: i64) -> Self {
        self.watts = Some(watts);
        self
    }
    /// Sets the brightness.
    #[must_use]
    pub fn brightness(mut self, brightness: f64) -> Self {
        self.brightness = Some(brightness);
        self
    }
    /// Sets the code name: up to 64 characters, of the form `^[a-zA-Z0-9_\-]+$`.
    #[must_use]
    pub fn code_name(mut self, code_name: impl Into<String>) -> Self {
        self.code_name = Some(code_name.into());
        self
    }
    /// Sets the room.
    #[must_use]
    pub fn room(mut self, room: NewRoom) -> Self {
        self.room = Some(room);
        self
    }
    /// Sets the room id. [`Patch::Null`] empties it.
    #[must_use]
    pub fn room_id(mut self, room_id: impl Into<Patch<i64>>) -> Self {
        self.room_id = room_id.into();
        self
    }
    /// Sets whether `on` is set. By default `true`.
    #[must_use]
    pub fn on(mut self, on: bool) -> Self {
        self.on = Some(on);
        self
    }
    /// Sets the tags: up to 3 items.
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }
    /// Sets the nicknames: at least one item.
    #[must_use]
    pub fn nicknames(
        mut self,
        nicknames: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.nicknames = Some(nicknames.into_iter().map(Into::into).collect());
        self
    }
    /// Sets the portal ids. By default `["All portals"]`.
    #[must_use]
    pub fn portal_ids(
        mut self,
        portal_ids: impl IntoIterator<Item = impl Into<LampPortalId>>,
    ) -> Self {
        self.portal_ids = Some(portal_ids.into_iter().map(Into::into).collect());
        self
    }
    /// Sets the filter.
    #[must_use]
    pub fn filter(mut self, filter: impl Into<LampFilter>) -> Self {
        self.filter = Some(filter.into());
        self
    }
    /// Sets the address.
    #[must_use]
    pub fn address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }
    /// Sets the comment. [`Patch::Null`] empties it.
    #[must_use]
    pub fn comment(mut self, comment: impl Into<Patch<String>>) -> Self {
        self.comment = comment.into();
        self
    }
    /// Sets the serial.
    #[must_use]
    pub fn serial(mut self, serial: impl Into<LampSerial>) -> Self {
        self.serial = Some(serial.into());
        self
    }
    /// Sets the password.
    #[must_use]
    pub fn password(mut self, password: impl Into<SecretString>) -> Self {
        self.password = Some(password.into());
        self
    }
    /// Sets the key.
    #[must_use]
    pub fn key(mut self, key: impl Into<SecretString>) -> Self {
        self.key = Some(key.into());
        self
    }
    /// Sets the labels.
    #[must_use]
    pub fn labels(mut self, labels: NewLampLabels) -> Self {
        self.labels = Some(labels);
        self
    }
    /// Sets the rules.
    #[must_use]
    pub fn rules(mut self, rules: impl IntoIterator<Item = LampRule>) -> Self {
        self.rules = Some(rules.into_iter().collect());
        self
    }
    /// Sets the anything.
    #[must_use]
    pub fn anything(mut self, anything: Json) -> Self {
        self.anything = Some(anything);
        self
    }
}

/// What is sent for `LampDimChanges`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct LampDimChanges {
    #[serde(skip_serializing_if = "Option::is_none")]
    added: Option<Vec<i64>>,
}

impl LampDimChanges {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the added: at least one item.
    #[must_use]
    pub fn added(mut self, added: impl IntoIterator<Item = i64>) -> Self {
        self.added = Some(added.into_iter().collect());
        self
    }
}

/// A Lamp Labels to create.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewLampLabels {
    #[serde(rename = "Key", skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(rename = "encodedInfo", skip_serializing_if = "Option::is_none")]
    encoded_info: Option<String>,
}

impl NewLampLabels {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the key.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }
    /// Sets the encoded info.
    #[must_use]
    pub fn encoded_info(mut self, encoded_info: impl Into<String>) -> Self {
        self.encoded_info = Some(encoded_info.into());
        self
    }
}

/// A Room to create.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewRoom {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

impl NewRoom {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}
