//! The types of things that go in and out in bulk, and what their columns mean.

use bt_sra_catalog::{Field, Method, Object, Schema};

use super::fetch::{self, Thing};
use super::names::Target;
use crate::failure::{Failure, Result};
use crate::path::ResourcePath;
use crate::suggest::closest;
use crate::vocabulary::Vocabulary;

/// The column that says what a row is.
pub(crate) const TYPE: &str = "type";

/// A type of things.
#[derive(Debug)]
pub(crate) struct Kind {
    /// What the column `type` calls it.
    pub(crate) name: &'static str,
    /// Shorter words for it.
    aliases: &'static [&'static str],
    /// Its collection.
    collection: &'static str,
    /// What an import can do.
    pub(crate) access: Access,
}

/// What an import can do with a type.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Access {
    /// Create and update.
    Full,
    /// Update only.
    Update,
    /// Nothing.
    Export,
}

/// All types.
pub(crate) static KINDS: &[Kind] = &[
    Kind::item("shell-jump", &["shell", "ssh"], "jump-item/shell-jump"),
    Kind::item("remote-rdp", &["rdp"], "jump-item/remote-rdp"),
    Kind::item("remote-vnc", &["vnc"], "jump-item/remote-vnc"),
    Kind::item("web-jump", &["web"], "jump-item/web-jump"),
    Kind::item("protocol-tunnel-jump", &["tunnel", "protocol-tunnel"], "jump-item/protocol-tunnel-jump"),
    Kind::item("psql-tunnel-jump", &["psql", "psql-tunnel"], "jump-item/psql-tunnel-jump"),
    Kind::item("mysql-tunnel-jump", &["mysql", "mysql-tunnel"], "jump-item/mysql-tunnel-jump"),
    Kind::item("network-tunnel-jump", &["network", "network-tunnel"], "jump-item/network-tunnel-jump"),
    Kind { name: "jump-client", aliases: &["client"], collection: "jump-client", access: Access::Update },
    Kind { name: "vault-account", aliases: &["vault"], collection: "vault/account", access: Access::Export },
];

impl Kind {
    const fn item(name: &'static str, aliases: &'static [&'static str], collection: &'static str) -> Self {
        Self { name, aliases, collection, access: Access::Full }
    }

    /// Finds a type by its name, its path or a shorter word.
    pub(crate) fn find(word: &str) -> Result<&'static Self> {
        let word = word.trim().trim_matches('/');
        let is_meant =
            |kind: &&Self| kind.name == word || kind.collection == word || kind.aliases.contains(&word);
        KINDS.iter().find(is_meant).ok_or_else(|| {
            let names = KINDS.iter().map(|kind| kind.name);
            let guess = closest(word, names.clone())
                .map_or_else(String::new, |guess| format!("; did you mean `{guess}`?"));
            let names: Vec<&str> = names.collect();
            Failure::usage(format!("`{word}` is no type that can be exported or imported{guess}"))
                .with_hint(format!("the types are {}", names.join(", ")))
        })
    }

    /// Returns whether it is a Jump Item, of which `all` means all.
    pub(crate) fn is_item(&self) -> bool {
        self.access == Access::Full
    }

    /// Returns the path of the collection.
    pub(crate) fn path(&self) -> Result<ResourcePath> {
        ResourcePath::parse(self.collection)
    }

    /// Returns the path of one of them.
    pub(crate) fn path_of(&self, id: i64) -> Result<ResourcePath> {
        self.path()?.with_id(&id.to_string())
    }

    /// Returns what the products say of its fields; nothing where they do not have the type.
    pub(crate) fn objects(&self, vocabulary: &Vocabulary) -> Vec<&'static Object> {
        let path = format!("/{}", self.collection);
        let lists = vocabulary
            .operations()
            .filter(|(_, operation)| operation.method == Method::Get && operation.path == path);
        let answers = lists.flat_map(|(_, operation)| operation.answers);
        answers
            .filter_map(|answer| match answer.schema {
                Some(Schema::List(list)) => Some(list.items),
                _ => None,
            })
            .filter_map(|schema| if let Schema::Object(object) = schema { Some(*object) } else { None })
            .collect()
    }

    /// Returns what a column means.
    pub(crate) fn column(&self, objects: &[&'static Object], name: &str) -> Option<Column> {
        objects
            .iter()
            .flat_map(|object| object.fields)
            .flat_map(|field| self.columns_of(field))
            .find(|(column, _)| column == name)
            .map(|(_, column)| column)
    }

    /// Returns the columns in which a field can stand; the first is the one that is written.
    fn columns_of(&self, field: &'static Field) -> Vec<(String, Column)> {
        if field.secret || field.write_only {
            return Vec::new();
        }
        // The column `type` says something else.
        let name = if field.name == TYPE { format!("account_{TYPE}") } else { field.name.to_owned() };
        let plain = (name, Column { field, target: None });
        match (Target::of_field(field.name), field.name.strip_suffix("_id")) {
            (Some(target), Some(short)) => {
                vec![(short.to_owned(), Column { field, target: Some(target) }), plain]
            }
            _ => vec![plain],
        }
    }

    /// Returns the columns that are written, with their names.
    pub(crate) fn written(&self, objects: &[&'static Object]) -> Vec<(String, Column)> {
        let mut columns: Vec<(String, Column)> = Vec::new();
        for field in objects.iter().flat_map(|object| object.fields) {
            if let Some(column) = self.columns_of(field).into_iter().next()
                && !columns.iter().any(|(known, _)| *known == column.0)
            {
                columns.push(column);
            }
        }
        // What identifies a row stands in front.
        columns.sort_by_key(|(name, _)| match name.as_str() {
            "id" => 0,
            "name" => 1,
            _ => 2,
        });
        columns
    }

    /// Returns whether a field means something for this thing. Tunnels have fields of one type
    /// only, which are refused for the others, though they are shown with their defaults.
    pub(crate) fn applies(&self, thing: &Thing, field: &str) -> bool {
        if self.name != "protocol-tunnel-jump" {
            return true;
        }
        let kind = fetch::text(thing, "tunnel_type");
        match field {
            "tunnel_definitions" | "tunnel_listen_address" => matches!(kind, "" | "tcp"),
            "username" | "database" => kind == "mssql",
            "url" | "ca_certificates" => kind == "k8s",
            // Taken from the URL.
            "hostname" => kind != "k8s",
            _ => true,
        }
    }

    /// Returns the fields that creating this thing demands and that it lacks.
    pub(crate) fn missing(&self, objects: &[&'static Object], thing: &Thing) -> Vec<&'static str> {
        let fields = objects.iter().flat_map(|object| object.fields);
        let mut missing: Vec<&'static str> = fields
            .filter(|field| field.required && !field.read_only && self.applies(thing, field.name))
            .filter(|field| thing.get(field.name).is_none_or(serde_json::Value::is_null))
            .map(|field| field.name)
            .collect();
        missing.dedup();
        missing
    }
}

/// What a column means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    /// The field.
    pub(crate) field: &'static Field,
    /// What it names, if names stand in the cells and not the value itself.
    pub(crate) target: Option<Target>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_have_several_words_and_slips_get_a_suggestion() {
        for word in ["shell-jump", "jump-item/shell-jump", "/jump-item/shell-jump", "shell", " ssh "] {
            assert_eq!(Kind::find(word).unwrap().name, "shell-jump");
        }
        let report = Kind::find("shel-jump").unwrap_err().report();
        assert!(report.contains("did you mean `shell-jump`?"), "{report}");
    }

    #[test]
    fn no_secret_can_be_exported_or_imported() {
        let vocabulary = Vocabulary::new(None);
        for kind in KINDS {
            let objects = kind.objects(&vocabulary);
            assert!(!objects.is_empty(), "{}", kind.name);
            for (name, column) in kind.written(&objects) {
                assert!(!column.field.secret && !column.field.write_only, "{}: {name}", kind.name);
            }
            let secrets = objects.iter().flat_map(|object| object.fields).filter(|field| field.secret);
            for secret in secrets {
                assert!(kind.column(&objects, secret.name).is_none());
            }
        }
    }

    #[test]
    fn what_has_a_product_only_is_known_for_it_only() {
        let kind = Kind::find("web").unwrap();
        assert!(kind.objects(&Vocabulary::new(Some(bt_sra::Product::Rs))).is_empty());
        assert_eq!(kind.objects(&Vocabulary::new(None)).len(), 1);
    }
}
