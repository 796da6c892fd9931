//! Random operations. They choose among what there is when their turn comes, so that a sequence
//! still makes sense after shrinking has taken steps out of it.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::facts::{self, Field, Kind, Resource};
use super::request::{Request, Step, Who};
use super::world::{Row, World, injectable};

#[derive(Clone, Copy, Debug)]
pub(super) enum Verb {
    New,
    Show,
    List,
    Change,
    /// A change that sends back the whole row as it was answered, and little else.
    Echo,
    Delete,
    Copy,
    CheckOut,
    CheckIn,
    ForceCheckIn,
    Rotate,
    Associate,
    Regroup,
    Provision,
    Policies,
    Reactivate,
    Download,
    Put,
    Advance,
    Strict,
}

/// What is made wrong about a request.
#[derive(Clone, Copy, Debug)]
pub(super) enum Flaw {
    None,
    Type,
    Range,
    Reference,
    Missing,
    Null,
    Unknown,
}

#[derive(Clone, Debug)]
pub(super) struct Op {
    verb: Verb,
    place: u16,
    parent: u8,
    pick: u8,
    /// What the fields are filled with, one byte each: 0 leaves an optional one out.
    fill: [u8; 16],
    flaw: Flaw,
    who: Who,
}

const NAMES: &[&str] = &["alpha", "Beta", "gamma ray", "ALPHA", "Delta-4", "beta", "epsilon", "ZETA"];
const CODES: &[&str] = &["one", "Two", "three_3", "four-4", "ONE"];
const UNKNOWN: i64 = 99_999;

/// A value for every writable type that no field of that type takes.
fn odd(kind: Kind) -> Value {
    match kind {
        Kind::Text(..) | Kind::Code(_) | Kind::Choice(_) | Kind::Policy => json!(7),
        Kind::Flag => json!("true"),
        // Documented: a number inside a string is rejected.
        Kind::Int(..) | Kind::Ref(_) | Kind::RefOrZero(_) => json!("1"),
    }
}

pub(super) fn op() -> impl Strategy<Value = Op> {
    let verb = prop_oneof![
        10 => Just(Verb::New),
        4 => Just(Verb::Show),
        5 => Just(Verb::List),
        5 => Just(Verb::Change),
        3 => Just(Verb::Echo),
        5 => Just(Verb::Delete),
        2 => Just(Verb::Copy),
        8 => Just(Verb::CheckOut),
        4 => Just(Verb::CheckIn),
        1 => Just(Verb::ForceCheckIn),
        3 => Just(Verb::Rotate),
        6 => Just(Verb::Associate),
        3 => Just(Verb::Regroup),
        1 => Just(Verb::Provision),
        2 => Just(Verb::Policies),
        1 => Just(Verb::Reactivate),
        1 => Just(Verb::Download),
        1 => Just(Verb::Put),
        2 => Just(Verb::Advance),
        1 => Just(Verb::Strict),
    ];
    let flaw = prop_oneof![
        18 => Just(Flaw::None),
        1 => Just(Flaw::Type),
        1 => Just(Flaw::Range),
        1 => Just(Flaw::Reference),
        1 => Just(Flaw::Missing),
        1 => Just(Flaw::Null),
        2 => Just(Flaw::Unknown),
    ];
    let who = prop_oneof![
        16 => Just(Who::First),
        4 => Just(Who::Second),
        1 => Just(Who::NoVault),
        1 => Just(Who::Nobody),
    ];
    (verb, any::<u16>(), any::<u8>(), any::<u8>(), any::<[u8; 16]>(), flaw, who).prop_map(
        |(verb, place, parent, pick, fill, flaw, who)| Op { verb, place, parent, pick, fill, flaw, who },
    )
}

impl Op {
    /// Says what is to be done; nothing if there is nothing to do it with.
    pub(super) fn step(&self, world: &World) -> Option<Step> {
        let mut request = match self.verb {
            Verb::Advance => return Some(Step::Advance([60, 1, 3600, 60, 86_400 * 40][self.choose(5)])),
            Verb::Strict => return Some(Step::Strict(self.pick.is_multiple_of(2))),
            Verb::New => {
                let (resource, table) = self.table(world, 'n')?;
                let body = self.body(world, resource, &Row::new(), 'n');
                Request::new("POST", table).body(body)
            }
            Verb::Show => Request::new("GET", self.item(world, 's')?),
            Verb::List => self.list(world)?,
            Verb::Change => {
                let path = self.item(world, 'c')?;
                let place = world.place(&path)?;
                let row = place.id.and_then(|id| world.row(&place.table, id)).cloned().unwrap_or_default();
                let body = self.body(world, place.resource, &row, 'c');
                Request::new("PATCH", path).body(body)
            }
            Verb::Echo => {
                let path = self.item(world, 'c')?;
                let place = world.place(&path)?;
                let mut row = world.row(&place.table, place.id?)?.clone();
                row.extend(self.fill[0].is_multiple_of(3).then(|| ("colour".to_owned(), json!("red"))));
                // A mask is no password, and what is derived from a secret stays as it is.
                row.remove("password");
                Request::new("PATCH", path).body(Value::Object(row))
            }
            Verb::Delete => {
                let path = self.item(world, 'd')?;
                let place = world.place(&path)?;
                let administrator = |row: &Row| row.get("perm_admin") == Some(&json!(true));
                let refused = world.row(&place.table, place.id?).is_some_and(administrator);
                if !refused
                    && world.row(&place.table, place.id?).is_some()
                    && world.entangled(&place.table, place.id?)
                {
                    return None;
                }
                Request::new("DELETE", path)
            }
            Verb::Copy => {
                let mut body = json!({
                    "name": NAMES[self.fill[0] as usize % NAMES.len()],
                    "jump_group_id": self.id(world, "/jump-group", self.fill[1]),
                    "jump_group_type": "shared",
                });
                self.spoil(&mut body, &[]);
                Request::new("POST", format!("{}/copy", self.item(world, 'y')?)).body(body)
            }
            Verb::CheckOut => self.credential(world, "check-out")?,
            Verb::CheckIn => self.credential(world, "check-in")?,
            Verb::ForceCheckIn => self.credential(world, "force-check-in")?,
            Verb::Rotate => self.credential(world, "rotate")?,
            Verb::Associate => self.association(world)?,
            Verb::Regroup => self.regroup(world),
            Verb::Provision => self.provision(world),
            Verb::Policies => self.policies(world)?,
            Verb::Reactivate => {
                let (_, table) = self.below(world, "/vendor/{id}/user")?;
                let user = self.id(world, &table, self.fill[0]);
                let vendor = table.strip_suffix("/user")?;
                let path = if self.pick.is_multiple_of(2) { vendor } else { &format!("{table}/{user}") };
                Request::new("POST", format!("{path}/reactivate"))
            }
            Verb::Download => {
                let rows = world.tables.get("/jump-client/installer")?;
                let row = rows.values().rev().nth(self.pick as usize % rows.len().max(1))?;
                let installer = row["installer_id"].as_str()?;
                Request::new("GET", format!("/jump-client/installer/{installer}/linux-64"))
            }
            Verb::Put => Request::new("PUT", self.table(world, 'l')?.1).body(json!({})),
        };
        // What a second holder may do is told by vault accounts alone.
        request.who = self.who;
        Some(Step::Call(request))
    }

    fn choose(&self, count: usize) -> usize {
        self.pick as usize % count
    }

    fn table(&self, world: &World, verb: char) -> Option<(&'static Resource, String)> {
        let able: Vec<&'static Resource> = world
            .resources()
            .filter(|resource| resource.can(verb))
            // The kinds of vault accounts have their share.
            .flat_map(|resource| vec![resource; if resource.template == facts::ACCOUNTS { 4 } else { 1 }])
            // RS users are not created with this API.
            .filter(|resource| {
                !(verb == 'n' && resource.template == "/user" && world.product == bt_sra_core::Product::Rs)
            })
            .collect();
        let resource = able.get(self.place as usize % able.len())?;
        if resource.is_below() {
            self.below(world, resource.template)
        } else {
            Some((resource, resource.template.to_owned()))
        }
    }

    fn below(&self, world: &World, template: &str) -> Option<(&'static Resource, String)> {
        let resource = world.resources().find(|resource| resource.template == template)?;
        let (parent, rest) = template.split_once("/{id}")?;
        let id = self.id(world, parent, self.parent);
        Some((resource, format!("{parent}/{id}{rest}")))
    }

    fn item(&self, world: &World, verb: char) -> Option<String> {
        let (_, table) = self.table(world, verb)?;
        let id = self.id(world, &table, self.pick);
        let personal = world.row(&table, id).and_then(|row| row.get("personal"));
        // What else may be done to personal accounts is said nowhere.
        if personal == Some(&json!(true)) && !matches!(verb, 's' | 'd') {
            return None;
        }
        let above_personal = table.strip_prefix("/vault/account/").and_then(|rest| {
            let id = rest.split('/').next()?.parse().ok()?;
            world.row(facts::ACCOUNTS, id)?.get("personal").cloned()
        });
        let path = format!("{table}/{id}");
        // Documented: what a group policy grants is not changed here; who has it from there is
        // not shown.
        let granted = table.starts_with("/team/") && verb != 's' && !world.made.contains(&path);
        // Users of other providers have their names and passwords from there.
        let foreign = table == "/user"
            && verb == 'c'
            && world
                .row(&table, id)
                .and_then(|row| row.get("security_provider_id"))
                .is_some_and(|id| *id != 1);
        if above_personal == Some(json!(true)) || granted || foreign { None } else { Some(path) }
    }

    /// The id of one of the last rows, or of none at all.
    fn id(&self, world: &World, table: &str, byte: u8) -> i64 {
        let ids = world.ids(table);
        if byte >= 248 || ids.is_empty() {
            return UNKNOWN;
        }
        let back = byte as usize % ids.len().min(7);
        ids.iter().rev().nth(back).copied().unwrap_or(UNKNOWN)
    }

    fn list(&self, world: &World) -> Option<Request> {
        let (resource, table) = self.table(world, 'l')?;
        let mut request = Request::new("GET", table.clone());
        for (name, byte) in resource.filters.iter().zip(self.fill) {
            if byte % 3 != 0 {
                continue;
            }
            // Mostly what some row has, in another case.
            let rows: Vec<&Row> =
                world.tables.get(&table).into_iter().flat_map(|rows| rows.values()).collect();
            let row = rows.iter().rev().nth(byte as usize / 3 % rows.len().clamp(1, 9));
            let value = match row.and_then(|row| row.get(*name)) {
                Some(Value::String(text))
                    if text.len() > 3
                        && byte.is_multiple_of(2)
                        && *name != "type"
                        && *name != "jump_group_type" =>
                {
                    text.to_uppercase()
                }
                Some(Value::String(text)) if text.len() > 3 => text.clone(),
                Some(Value::Number(number)) => number.to_string(),
                _ if *name == "include_personal" => "true".to_owned(),
                _ => continue,
            };
            let plain = |c: char| c.is_ascii_alphanumeric() || "-_. ".contains(c);
            if value.chars().all(plain) {
                request.query.push(((*name).to_owned(), value));
            }
        }
        if resource.paged {
            if self.fill[10] % 2 == 1 {
                let size = [1, 5, 7, 20, 100, 101, 0][self.fill[10] as usize / 2 % 7];
                request.query.push(("per_page".to_owned(), size.to_string()));
            }
            if self.fill[11] % 2 == 1 {
                let page = [1, 2, 3, 4, 50, 0][self.fill[11] as usize / 2 % 6];
                request.query.push(("current_page".to_owned(), page.to_string()));
            }
        }
        match self.flaw {
            Flaw::Unknown => request.query.push(("colour".to_owned(), "red".to_owned())),
            Flaw::Type => {
                for (name, value) in &mut request.query {
                    if name.ends_with("_id") || name.ends_with("page") {
                        "abc".clone_into(value);
                    }
                }
            }
            _ => {}
        }
        Some(request)
    }

    fn body(&self, world: &World, resource: &Resource, row: &Row, verb: char) -> Value {
        let mut body = Row::new();
        let mut like = row.clone();
        if resource.template == facts::ACCOUNTS && verb == 'n' {
            let (kind, _) = facts::VAULT_KINDS[self.parent as usize % facts::VAULT_KINDS.len()];
            let known = world.product == bt_sra_core::Product::Pra || !kind.starts_with("x509");
            let kind = if known { kind } else { "ssh" };
            body.insert("type".to_owned(), json!(kind));
            like.clone_from(&body);
        }
        let fields = world.fields(resource, &like);
        for (index, field) in fields.iter().enumerate() {
            let byte = self.fill[index % 16].wrapping_add(u8::try_from(index / 16).unwrap_or_default());
            let needed = (field.required || field.always) && verb == 'n';
            if !needed && byte.is_multiple_of(2) || field.fixed && verb == 'c' {
                continue;
            }
            body.insert(field.name.to_owned(), self.value(world, field, byte / 2));
        }
        // Whose group it is has to be said where it could be a personal one.
        if verb == 'c' && body.contains_key("jump_group_id") && row.contains_key("jump_group_type") {
            body.insert("jump_group_type".to_owned(), json!("shared"));
        }
        let mut body = Value::Object(body);
        self.spoil(&mut body, &fields);
        body
    }

    fn value(&self, world: &World, field: &Field, byte: u8) -> Value {
        let byte = byte as usize;
        match field.kind {
            _ if field.secret => json!(format!("hush-{byte}-{}", self.pick)),
            // Whether users and vendor users may share a name is said nowhere.
            Kind::Text(1, 64) if field.name == "username" && field.required => {
                json!(format!(
                    "vendor {} {} {byte}",
                    self.place,
                    self.fill.iter().map(|b| u32::from(*b)).sum::<u32>()
                ))
            }
            Kind::Text(2, 10) => json!(["de", "en-us"][byte % 2]),
            Kind::Text(..) => json!(NAMES[byte % NAMES.len()]),
            Kind::Code(_) => json!(CODES[byte % CODES.len()]),
            Kind::Int(least, most) => json!([least, most, (least + 7).min(most)][byte % 3]),
            Kind::Flag => json!(byte.is_multiple_of(2)),
            Kind::Choice(list) => json!(list[byte % list.len()]),
            Kind::RefOrZero(_) if byte.is_multiple_of(4) => json!(0),
            Kind::Ref("/session-policy") => json!(2),
            // The local one: what the others demand of a member is a story of its own.
            Kind::Ref("/security-provider") => json!(1),
            Kind::Ref(table) | Kind::RefOrZero(table) => {
                let personal = |id: i64| {
                    table == facts::ACCOUNTS
                        && world.row(table, id).is_some_and(|row| row.get("personal") == Some(&json!(true)))
                };
                let id = self.id(world, table, u8::try_from(byte).unwrap_or_default());
                json!(if personal(id) { 1 } else { id })
            }
            Kind::Policy => {
                let policies: Vec<Value> = world.tables[facts::ACCOUNT_POLICIES]
                    .values()
                    .map(|row| row["code_name"].clone())
                    .collect();
                policies[policies.len() - 1 - byte % policies.len()].clone()
            }
        }
    }

    /// Puts the flaw into a body.
    fn spoil(&self, body: &mut Value, fields: &[&Field]) {
        let Some(members) = body.as_object_mut() else {
            return;
        };
        let sent: Vec<&&Field> = fields.iter().filter(|field| members.contains_key(field.name)).collect();
        let one = sent.get(self.fill[15] as usize % sent.len().max(1)).copied();
        match (self.flaw, one) {
            (Flaw::Unknown, _) => {
                members.insert("colour".to_owned(), json!("red"));
            }
            (Flaw::Type, Some(field)) => {
                members.insert(field.name.to_owned(), odd(field.kind));
            }
            (Flaw::Null, Some(field)) => {
                members.insert(field.name.to_owned(), Value::Null);
            }
            (Flaw::Missing, _) => {
                let required: Vec<&str> =
                    fields.iter().filter(|field| field.required).map(|field| field.name).collect();
                if let Some(name) = required.get(self.fill[15] as usize % required.len().max(1)) {
                    members.shift_remove(*name);
                }
            }
            (Flaw::Range, Some(field)) => {
                let value = match field.kind {
                    Kind::Text(_, most) => json!("x".repeat(most + 1)),
                    Kind::Code(_) => json!("no blanks"),
                    Kind::Int(_, most) if most < 2_147_483_647 => json!(most + 1),
                    Kind::Int(least, _) => json!(least - 1),
                    Kind::Choice(_) | Kind::Policy => json!("bogus"),
                    Kind::Ref(_) => json!(0),
                    Kind::RefOrZero(_) => json!(-1),
                    Kind::Flag => json!(1),
                };
                members.insert(field.name.to_owned(), value);
            }
            (Flaw::Reference, _) => {
                let pointing = sent.iter().find(|field| matches!(field.kind, Kind::Ref(_)));
                if let Some(field) = pointing {
                    members.insert(field.name.to_owned(), json!(UNKNOWN));
                }
            }
            _ => {}
        }
    }

    fn account(&self, world: &World, byte: u8) -> i64 {
        let ids: Vec<i64> = world.tables[facts::ACCOUNTS]
            .iter()
            .filter(|(_, row)| row.get("personal") != Some(&json!(true)))
            .map(|(id, _)| *id)
            .collect();
        // One in eight is among all, the others among the last ones.
        let span = if byte.is_multiple_of(4) { ids.len() } else { ids.len().min(4) };
        if byte >= 248 { UNKNOWN } else { ids[ids.len() - 1 - byte as usize / 4 % span] }
    }

    fn credential(&self, world: &World, action: &str) -> Option<Request> {
        // The two that the appliance manages have their share, or nothing would ever be rotated.
        let managed = world.tables[facts::ACCOUNTS]
            .iter()
            .filter(|(_, row)| row["type"] == "windows_local" || row["type"] == "windows_domain")
            .map(|(id, _)| *id)
            .nth(usize::from(self.fill[1] % 2))
            .filter(|_| self.fill[0].is_multiple_of(3));
        let id = managed.unwrap_or_else(|| self.account(world, self.pick));
        Some(Request::new("POST", format!("{}/{id}/{action}", facts::ACCOUNTS)).body(json!({})))
    }

    fn association(&self, world: &World) -> Option<Request> {
        let owner = if self.parent.is_multiple_of(3) {
            format!("{}/{}", facts::ACCOUNT_GROUPS, self.id(world, facts::ACCOUNT_GROUPS, self.pick))
        } else {
            format!("{}/{}", facts::ACCOUNTS, self.account(world, self.pick))
        };
        let group = owner.starts_with(facts::ACCOUNT_GROUPS);
        let path = format!("{owner}/jump-item-association");
        let tables: Vec<&String> = world.tables.keys().filter(|table| injectable(table).is_some()).collect();
        let item = |byte: u8| {
            let table = tables[byte as usize % tables.len()];
            json!({ "id": self.id(world, table, byte), "type": injectable(table) })
        };
        let shared = json!({ "shared_jump_group_id": self.id(world, "/jump-group", self.fill[0]) });
        Some(match self.fill[15] % 8 {
            0 => Request::new("GET", path),
            1 | 2 => {
                let method = if group || self.fill[14].is_multiple_of(2) { "PATCH" } else { "POST" };
                Request::new(method, path).body(self.criteria(world, &item))
            }
            3 if group => return None,
            3 => Request::new("DELETE", path),
            4 => Request::new("POST", format!("{path}/jump-item")).body(item(self.fill[1])),
            5 => Request::new("DELETE", format!("{path}/jump-item")).body(item(self.fill[1])),
            6 => Request::new("POST", format!("{path}/shared-jump-group")).body(shared),
            _ => Request::new("DELETE", format!("{path}/shared-jump-group")).body(shared),
        })
    }

    fn criteria(&self, world: &World, item: &dyn Fn(u8) -> Value) -> Value {
        let kind =
            ["criteria", "any_jump_items", "criteria", "no_jump_items", "bogus"][self.fill[2] as usize % 5];
        let mut criteria = Row::new();
        for (name, byte) in ["host", "name", "tag", "comment"].into_iter().zip(&self.fill[3..7]) {
            if byte % 2 == 1 {
                criteria.insert(name.to_owned(), json!([NAMES[*byte as usize % NAMES.len()], "Web-*"]));
            }
        }
        let groups =
            if self.fill[7] % 2 == 1 { vec![self.id(world, "/jump-group", self.fill[7])] } else { vec![] };
        // Some criteria must be there, says the document.
        if criteria.is_empty() || !groups.is_empty() {
            let first = self.id(world, "/jump-group", self.fill[8] / 2);
            criteria.insert(
                "shared_jump_groups".to_owned(),
                json!(if groups.is_empty() { vec![first] } else { groups }),
            );
        }
        let mut body = json!({ "filter_type": kind, "criteria": criteria });
        if self.fill[9].is_multiple_of(3) {
            body["jump_items"] = json!([item(self.fill[9])]);
        }
        body
    }

    fn regroup(&self, world: &World) -> Request {
        let group = self.id(world, facts::ACCOUNT_GROUPS, self.parent);
        let path = format!("{}/{group}/account", facts::ACCOUNT_GROUPS);
        let account = self.account(world, self.pick);
        match self.fill[0] % 4 {
            0 => Request::new("GET", path),
            1 => Request::new("GET", format!("{path}/{account}")),
            2 => Request::new("DELETE", format!("{path}/{account}")),
            _ => Request::new("POST", path).body(json!({ "account_id": account })),
        }
    }

    fn provision(&self, world: &World) -> Request {
        match self.pick % 4 {
            0 => Request::new("POST", "/user/provision").body(json!({ "user_ids": [1, UNKNOWN] })),
            1 => Request::new("POST", "/user/provision").body(json!({ "user_ids": "all" })),
            2 => Request::new("POST", "/user/provision"),
            _ => {
                let policy = self.id(world, "/group-policy", self.parent);
                Request::new("POST", format!("/group-policy/{policy}/provision")).body(json!({}))
            }
        }
    }

    fn policies(&self, world: &World) -> Option<Request> {
        let user = self.id(world, "/user", self.pick);
        if self.fill[0].is_multiple_of(2) || world.product == bt_sra_core::Product::Rs {
            let listed = world.product == bt_sra_core::Product::Pra;
            return listed.then(|| Request::new("GET", format!("/user/{user}/group-policies")));
        }
        let some = |byte: u8| -> Vec<i64> {
            if byte.is_multiple_of(3) { Vec::new() } else { vec![self.id(world, "/group-policy", byte)] }
        };
        let (added, removed) = (some(self.fill[1]), some(self.fill[2]));
        // What counts if the same one is added and removed is said nowhere.
        let removed: Vec<i64> = removed.into_iter().filter(|id| !added.contains(id)).collect();
        let body = json!({ "added": added, "removed": removed });
        Some(Request::new("PATCH", format!("/user/{user}/group-policy-changes")).body(body))
    }
}
