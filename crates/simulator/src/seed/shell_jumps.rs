//! Shell Jump items: the bulk of the sample site. Each follows from the seed and its id, so that
//! a million of them need no memory.

use std::sync::Arc;

use serde_json::{Value, json};

use super::Seeder;
use crate::crud;
use crate::fill;
use crate::rng::Rng;
use crate::store::{Record, SCHEMA, Sleepers};
use crate::world::Site;

const TABLE: &str = "/jump-item/shell-jump";
const KIND: &str = "shell_jump";
const STEM: &str = "srv";
/// What they have beyond all Jump Items.
const OWN: &[&str] = &["id", "protocol", "port", "username", "keep_alive"];

const TAGS: &[&str] = &["prod", "lab", "stage", "dmz", ""];

impl Seeder<'_> {
    /// Adds `count` Shell Jump items, which must be the first ones.
    pub(super) fn shell_jumps(&mut self, count: usize) {
        let seed = self.rng.next();
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        if let Some(items) = ShellJumps::new(self.site, seed) {
            self.site.store.sleep(TABLE, count, Arc::new(items));
        }
    }
}

/// Makes items out of their description.
pub(crate) fn revive(site: &Site, description: &Value) -> Option<Arc<dyn Sleepers>> {
    if description.get("kind")?.as_str() != Some(KIND) {
        return None;
    }
    Some(Arc::new(ShellJumps::new(site, description.get("seed")?.as_u64()?)?))
}

/// What the Shell Jump items of a site follow from.
#[derive(Debug)]
struct ShellJumps {
    seed: u64,
    /// The fields that differ.
    fields: Vec<&'static str>,
    /// The fields that are the same in all.
    plain: Record,
    /// The numbers among them.
    numbers: Vec<i64>,
}

impl ShellJumps {
    fn new(site: &Site, seed: u64) -> Option<Self> {
        let mut plain = Record::new();
        let object = crud::row_object(site, TABLE, &plain)?;
        plain.insert("id".to_owned(), Value::Null);
        plain.insert(SCHEMA.to_owned(), json!(object.name));
        fill::complete(&mut plain, object);
        let fields: Vec<&'static str> =
            OWN.iter().chain(Item::FIELDS).copied().filter(|name| object.field(name).is_some()).collect();
        let numbers = plain.values().filter_map(Value::as_i64).collect();
        Some(Self { seed, fields, plain, numbers })
    }

    fn item(&self, id: i64) -> (Item, Rng) {
        // Any odd constant sends neighbours far apart.
        let start = self.seed ^ id.cast_unsigned().wrapping_mul(0x9fb2_1c65_1e98_df25);
        let mut rng = Rng::new(start);
        (Item::new(&mut rng, id), rng)
    }
}

impl Sleepers for ShellJumps {
    fn row(&self, id: i64) -> Record {
        let (item, rng) = self.item(id);
        let mut row = self.plain.clone();
        for name in &self.fields {
            if let Some(value) = own_field(id, name, &rng).or_else(|| item.field(STEM, name)) {
                row.insert((*name).to_owned(), value);
            }
        }
        row
    }

    fn field(&self, id: i64, name: &str) -> Option<Value> {
        if !self.fields.contains(&name) {
            return self.plain.get(name).cloned();
        }
        let (item, rng) = self.item(id);
        own_field(id, name, &rng).or_else(|| item.field(STEM, name))
    }

    fn mentions(&self, id: i64, number: i64) -> bool {
        self.item(id).0.names(number) || self.numbers.contains(&number)
    }

    fn describe(&self) -> Value {
        json!({ "kind": KIND, "seed": self.seed })
    }
}

/// What Shell Jump items have beyond the others.
fn own_field(id: i64, name: &str, rng: &Rng) -> Option<Value> {
    let telnet = id % 25 == 0;
    let value = match name {
        "id" => json!(id),
        "protocol" => json!(if telnet { "telnet" } else { "ssh" }),
        "port" => json!(if telnet { 23 } else { 22 }),
        "username" => json!(rng.clone().pick(&["", "root", "deploy"])),
        "keep_alive" => json!(if id % 3 == 0 { 60 } else { 0 }),
        _ => return None,
    };
    Some(value)
}

/// What all Jump Items have, before it is written down.
#[derive(Clone, Debug)]
pub(super) struct Item {
    number: i64,
    group: i64,
    jumpoint: i64,
    /// Where the address comes from; without it the host has a name.
    address: Option<Rng>,
    policy: Option<i64>,
    personal: bool,
    tag: &'static str,
    comments: &'static str,
}

impl Item {
    /// The fields that an item has.
    pub(super) const FIELDS: &[&str] = &[
        "name",
        "hostname",
        "jumpoint_id",
        "jump_group_id",
        "jump_group_type",
        "tag",
        "comments",
        "jump_policy_id",
    ];

    pub(super) fn new(rng: &mut Rng, number: i64) -> Self {
        let mut below = |end: u64| i64::try_from(rng.below(end)).unwrap_or_default();
        let (group, jumpoint, policy) = (below(10) + 1, below(5) + 1, below(8) + 1);
        // Some items belong to a user and not to a shared group.
        let personal = rng.once_in(40);
        let address = (!rng.once_in(3)).then(|| rng.fork());
        let tag = rng.pick(TAGS);
        let comments = if rng.once_in(4) { "Rack 4, second from the top" } else { "" };
        let policy = Some(policy).filter(|policy| *policy <= 2);
        Self {
            number,
            group: if personal { group + 1 } else { group },
            jumpoint,
            address,
            policy,
            personal,
            tag,
            comments,
        }
    }

    /// Writes one field down.
    pub(super) fn field(&self, stem: &str, name: &str) -> Option<Value> {
        let number = self.number;
        let value = match name {
            "name" => json!(format!("{stem}-{number:03}")),
            "hostname" => match self.address.clone() {
                Some(mut rng) => json!(rng.address()),
                None => json!(format!("{stem}{number}.example.com")),
            },
            "jumpoint_id" => json!(self.jumpoint),
            "jump_group_id" => json!(self.group),
            "jump_group_type" => json!(if self.personal { "personal" } else { "shared" }),
            "tag" => json!(self.tag),
            "comments" => json!(self.comments),
            "jump_policy_id" => json!(self.policy),
            _ => return None,
        };
        Some(value)
    }

    /// Whether one of its fields names this id.
    fn names(&self, id: i64) -> bool {
        [Some(self.group), Some(self.jumpoint), self.policy].contains(&Some(id))
    }
}
