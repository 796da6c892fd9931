//! What the model believes the appliance to hold.

use std::collections::{BTreeMap, BTreeSet};

use bt_sra_core::Product;
use serde_json::{Map, Value};

use super::facts::{self, Field, Kind, RESOURCES, Resource};
use super::request::Who;
use crate::tests::client::Reply;

pub(super) type Row = Map<String, Value>;

/// The start of the manual clock: 2026-01-01.
const START: i64 = 1_767_225_600;

#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct World {
    pub(super) product: Product,
    pub(super) strict: bool,
    /// Seconds since 1970.
    pub(super) second: i64,
    /// Rows by the path of their collection, with the parent's id in it.
    pub(super) tables: BTreeMap<String, BTreeMap<i64, Row>>,
    /// Associations by the path of the account or the group that has one.
    pub(super) associations: BTreeMap<String, Value>,
    pub(super) vault: Vault,
    /// The group policies of users as they were provisioned last, where that is known.
    pub(super) provisioned: BTreeMap<i64, Vec<i64>>,
    /// The paths of what was created here.
    pub(super) made: BTreeSet<String>,
}

/// What no answer tells about vault accounts.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Vault {
    /// Secrets as they are known: as sent, or as the last check-out told.
    pub(super) secrets: BTreeMap<i64, String>,
    pub(super) holders: BTreeMap<i64, BTreeSet<Who>>,
    /// The groups of accounts that tell theirs in the list only.
    pub(super) groups: BTreeMap<i64, i64>,
    /// When a planned rotation has happened.
    pub(super) due: BTreeMap<i64, i64>,
    /// Accounts whose rotation happened before another one was planned, unseen as yet.
    pub(super) rotated: BTreeSet<i64>,
}

/// Where a path leads.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) resource: &'static Resource,
    pub(super) table: String,
    pub(super) parent: Option<i64>,
    pub(super) id: Option<i64>,
    /// What stands behind the id.
    pub(super) action: String,
}

/// The Jumpoint of the sample site through which its endpoints and accounts were discovered.
const DISCOVERER: i64 = 2;

impl World {
    /// Reads everything that the site shows.
    pub(super) fn learn(product: Product, read: &dyn Fn(&str) -> Reply) -> Self {
        let mut world = Self {
            product,
            strict: true,
            second: START,
            tables: BTreeMap::new(),
            associations: BTreeMap::new(),
            vault: Vault::default(),
            provisioned: BTreeMap::new(),
            made: BTreeSet::new(),
        };
        for resource in world.resources().filter(|resource| resource.can('l')) {
            for table in world.tables_of(resource) {
                let rows = rows(resource, &table, read);
                world.tables.insert(table, rows);
            }
        }
        for row in read("/vault/account?include_personal=true").json.as_array().unwrap() {
            let (id, group) = (row["id"].as_i64(), row["account_group_id"].as_i64());
            if let (Some(id), Some(group)) = (id, group)
                && world.row(facts::ACCOUNTS, id).is_some_and(|row| !row.contains_key("account_group_id"))
            {
                world.vault.groups.insert(id, group);
            }
        }
        for table in [facts::ACCOUNTS, facts::ACCOUNT_GROUPS] {
            for id in world.ids(table) {
                let owner = format!("{table}/{id}");
                let reply = read(&format!("{owner}/jump-item-association"));
                if reply.status == 200 {
                    world.associations.insert(owner, reply.json);
                }
            }
        }
        world
    }

    /// The resources of the product, parents before what is below them.
    pub(super) fn resources(&self) -> impl Iterator<Item = &'static Resource> + use<> {
        let product = self.product;
        RESOURCES.iter().filter(move |resource| resource.only.is_none_or(|only| only == product))
    }

    /// The collections of a resource: one, or one for each parent.
    pub(super) fn tables_of(&self, resource: &Resource) -> Vec<String> {
        match resource.template.split_once("/{id}") {
            None => vec![resource.template.to_owned()],
            Some((parent, below)) => {
                self.ids(parent).into_iter().map(|id| format!("{parent}/{id}{below}")).collect()
            }
        }
    }

    pub(super) fn ids(&self, table: &str) -> Vec<i64> {
        self.tables.get(table).map(|rows| rows.keys().copied().collect()).unwrap_or_default()
    }

    pub(super) fn row(&self, table: &str, id: i64) -> Option<&Row> {
        self.tables.get(table)?.get(&id)
    }

    /// Finds the resource that fits a path best.
    pub(super) fn place(&self, path: &str) -> Option<Place> {
        let segments: Vec<&str> = path.split('/').collect();
        let fits = |resource: &&'static Resource| {
            let template: Vec<&str> = resource.template.split('/').collect();
            template.len() <= segments.len()
                && template
                    .iter()
                    .zip(&segments)
                    .all(|(known, given)| known == given || *known == "{id}" && given.parse::<i64>().is_ok())
        };
        let resource = self.resources().filter(fits).max_by_key(|resource| resource.template.len())?;
        let length = resource.template.split('/').count();
        let (table, rest) = segments.split_at(length);
        let parent = resource.is_below().then(|| table.iter().find_map(|segment| segment.parse().ok()));
        Some(Place {
            resource,
            table: table.join("/"),
            parent: parent.flatten(),
            id: rest.first().and_then(|id| id.parse().ok()),
            action: rest.get(1..).unwrap_or_default().join("/"),
        })
    }

    /// The fields of a resource, for vault accounts those of their kind.
    pub(super) fn fields(&self, resource: &Resource, row: &Row) -> Vec<&'static Field> {
        let product = self.product;
        let fields = if resource.template == facts::ACCOUNTS { kind_of(row) } else { resource.fields };
        let mine = move |field: &&Field| field.only.is_none_or(|only| only == product);
        fields.iter().filter(mine).collect()
    }

    /// Takes a row away, and what cannot be without it.
    pub(super) fn forget(&mut self, table: &str, id: i64) {
        let path = format!("{table}/{id}");
        let Some(rows) = self.tables.get_mut(table) else {
            return;
        };
        rows.remove(&id);
        let below = format!("{path}/");
        self.tables.retain(|table, _| !table.starts_with(&below));
        self.associations.remove(&path);
        // Documented for both: the Jump Items go with their group and with their Jumpoint.
        let key = match table {
            "/jump-group" => "jump_group_id",
            "/jumpoint" => "jumpoint_id",
            _ => "",
        };
        let mut gone = Vec::new();
        for (other, rows) in &self.tables {
            let Some(resource) = self.place(other).map(|place| place.resource) else {
                continue;
            };
            for (other_id, row) in rows {
                let member = resource.is_below()
                    && resource.fields.iter().any(|field| {
                        field.required
                            && matches!(field.kind, Kind::Ref(target) if target == table)
                            && row.get(field.name).and_then(Value::as_i64) == Some(id)
                    });
                let owned = !key.is_empty()
                    && (other.starts_with("/jump-item/") || other.starts_with("/jump-client"))
                    && row.get(key).and_then(Value::as_i64) == Some(id)
                    && row
                        .get("jump_group_type")
                        .is_none_or(|kind| key == "jumpoint_id" || kind != "personal");
                if member || owned {
                    gone.push((other.clone(), *other_id));
                }
            }
        }
        if table == "/jumpoint" && id == DISCOVERER {
            gone.extend(self.undiscover());
        }
        for (other, other_id) in gone {
            self.forget(&other, other_id);
        }
        self.unlist(table, id);
    }

    /// Documented: endpoints, local and domain accounts go with the Jumpoint that uses them.
    fn undiscover(&mut self) -> Vec<(String, i64)> {
        for row in self.tables.get_mut("/jump-item/remote-rdp").into_iter().flat_map(|rows| rows.values_mut())
        {
            row.insert("endpoint_id".to_owned(), Value::Null);
        }
        let accounts = self.tables.get(facts::ACCOUNTS).into_iter().flatten();
        accounts
            .filter(|(_, row)| matches!(row["type"].as_str(), Some("windows_local" | "windows_domain")))
            .map(|(id, _)| (facts::ACCOUNTS.to_owned(), *id))
            .collect()
    }

    /// What is gone is in no association any more.
    fn unlist(&mut self, table: &str, id: i64) {
        for association in self.associations.values_mut() {
            if table == "/jump-group"
                && let Some(Value::Array(groups)) = association.pointer_mut("/criteria/shared_jump_groups")
            {
                groups.retain(|group| *group != id);
            }
            let kind = injectable(table);
            if let Some(Value::Array(items)) = association.get_mut("jump_items") {
                items.retain(|item| {
                    item["id"] != id || Some(item["type"].as_str().unwrap_or_default()) != kind
                });
            }
        }
    }

    /// Whether something points to a row in a way for which no source says what a deletion does.
    pub(super) fn entangled(&self, table: &str, id: i64) -> bool {
        // A Jumpoint takes the endpoints and the accounts with it that use it: documented, but who
        // uses which is not shown.
        let delicate = ["/user", "/team", "/jump-policy", "/group-policy", "/jumpoint"].contains(&table);
        if delicate && !self.made.contains(&format!("{table}/{id}")) {
            return true;
        }
        if table == facts::ACCOUNTS {
            return self.row(table, id).is_some_and(|row| row["type"] == "x509_ca");
        }
        let documented = ["/jump-group", "/jumpoint", facts::ACCOUNT_GROUPS].contains(&table);
        !documented
            && self.tables.iter().any(|(other, rows)| {
                let resource = self.place(other).map(|place| place.resource);
                resource.is_some_and(|resource| {
                    resource.fields.iter().any(|field| {
                        !(field.required && resource.is_below())
                            && matches!(field.kind, Kind::Ref(target) | Kind::RefOrZero(target) if target == table)
                            && rows.values().any(|row| row.get(field.name).and_then(Value::as_i64) == Some(id))
                    })
                })
            })
    }

    /// Reads again what changes by itself, or in ways that are not followed here.
    pub(super) fn relearn(&mut self, prefix: &str, read: &dyn Fn(&str) -> Reply) {
        let tables: Vec<String> =
            self.tables.keys().filter(|table| table.starts_with(prefix)).cloned().collect();
        for table in tables {
            if let Some(place) = self.place(&table) {
                let rows = rows(place.resource, &table, read);
                self.tables.insert(table, rows);
            }
        }
    }

    /// Vendor users have expired when their time is over, and only then.
    pub(super) fn overdue(&self) -> Result<(), String> {
        let now = text(self.second);
        for (table, rows) in self.tables.iter().filter(|(table, _)| table.starts_with("/vendor/")) {
            for (id, row) in rows {
                let over = row["account_expiration"].as_str().is_some_and(|end| end <= now.as_str());
                if row["is_expired"] != over {
                    return Err(format!("{table}/{id} at {now}: {row:?}"));
                }
            }
        }
        Ok(())
    }

    /// Lets go of what has run out, and of secrets that may have become too old meanwhile.
    pub(super) fn settle(&mut self) {
        let now = Value::String(text(self.second));
        if let Some(installers) = self.tables.get_mut("/jump-client/installer") {
            // Times of this form sort as they pass.
            installers.retain(|_, row| row["expiration_timestamp"].as_str() > now.as_str());
        }
        if self.second - START < 86_400 {
            return;
        }
        let aging: Vec<i64> = self.tables[facts::ACCOUNTS]
            .iter()
            .filter(|(_, row)| self.policy_flag(row, "scheduled_password_rotation"))
            .map(|(id, _)| *id)
            .collect();
        self.vault.secrets.retain(|id, _| !aging.contains(id));
    }
}

/// How an association calls the items of a collection.
pub(super) fn injectable(table: &str) -> Option<&'static str> {
    match table {
        "/jump-client" => Some("jump_client"),
        "/jump-item/remote-rdp" => Some("remote_rdp"),
        "/jump-item/shell-jump" => Some("shell_jump"),
        "/jump-item/web-jump" => Some("web_jump"),
        _ => None,
    }
}

/// Writes a time as answers do.
pub(super) fn text(second: i64) -> String {
    let time = jiff::Timestamp::from_second(second).unwrap();
    time.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string()
}

fn kind_of(row: &Row) -> &'static [Field] {
    let kind = row.get("type").and_then(Value::as_str).unwrap_or_default();
    // An imported authority has other fields than a generated one.
    if kind == "x509_ca" && !row.contains_key("subject") && row.contains_key("id") {
        return facts::OTHER_ACCOUNTS;
    }
    if kind == "aws_secret" {
        return facts::CLOUD_SECRET;
    }
    facts::VAULT_KINDS
        .iter()
        .find(|(name, _)| *name == kind)
        .map_or(facts::OTHER_ACCOUNTS, |(_, fields)| *fields)
}

fn rows(resource: &Resource, table: &str, read: &dyn Fn(&str) -> Reply) -> BTreeMap<i64, Row> {
    let mut rows = BTreeMap::new();
    for page in 1.. {
        let query = match table {
            facts::ACCOUNTS => format!("?include_personal=true&current_page={page}"),
            _ if resource.paged => format!("?current_page={page}"),
            _ => String::new(),
        };
        let reply = read(&format!("{table}{query}"));
        assert_eq!(reply.status, 200, "GET {table}");
        for row in reply.json.as_array().unwrap() {
            let mut row = row.as_object().unwrap().clone();
            let id = row[resource.key].as_i64().unwrap();
            if table == facts::ACCOUNTS {
                row = read(&format!("{table}/{id}")).json.as_object().unwrap().clone();
            }
            assert!(rows.insert(id, row).is_none(), "{table}: {id} twice");
        }
        let last = reply.header("x-bt-pagination-last-page").parse().unwrap_or(1);
        if page >= last {
            break;
        }
    }
    rows
}
