//! Pieces of generated code, and how they become files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::super::spaced;

/// A piece of generated code: one type, with all that is implemented for it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Item {
    /// The name that others use it by.
    pub(super) name: String,
    /// The code, without what the macro adds.
    pub(super) text: String,
    /// The macro that its name is handed to.
    pub(super) macros: Option<Macro>,
    /// What the macro is handed, if not the name alone.
    pub(super) handed: Option<String>,
    /// Whether it is sent: such items move out first when a file grows too long.
    pub(super) is_request: bool,
    /// The file.
    pub(super) group: String,
    /// Names of its variants: what is called like them is not used by it.
    pub(super) variants: BTreeSet<String>,
}

/// A file: its text, and the names in it.
pub(super) type Part = (String, Vec<String>);

/// A macro of the hand-written part.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Macro {
    Answers,
    Wrapped,
    Failures,
    Calls,
    TextEnums,
    NumberEnums,
    Ids,
}

impl Item {
    pub(super) fn new(name: impl Into<String>, text: String) -> Self {
        Self {
            name: name.into(),
            text,
            macros: None,
            handed: None,
            is_request: false,
            group: String::new(),
            variants: BTreeSet::new(),
        }
    }

    pub(super) fn with(mut self, called: Macro) -> Self {
        self.macros = Some(called);
        self
    }

    pub(super) fn handing(mut self, text: String) -> Self {
        self.handed = Some(text);
        self
    }

    /// The words of its code, comments and texts left out.
    pub(super) fn words(&self) -> BTreeSet<&str> {
        let mut words = BTreeSet::new();
        for line in self.text.lines().filter(|line| !line.trim_start().starts_with("///")) {
            for (index, part) in line.split('"').enumerate() {
                // Between quotes only paths count: `serialize_with = "wire::expose"`.
                if index % 2 == 1 && !part.contains("::") {
                    continue;
                }
                words.extend(part.split(|c: char| !c.is_alphanumeric() && c != '_'));
            }
        }
        words.retain(|word| !self.variants.contains(*word));
        words
    }
}

impl Macro {
    fn path(self) -> &'static str {
        match self {
            Self::Answers => "bt_sra_transport::api::answers",
            Self::Wrapped => "bt_sra_transport::api::wrapped",
            Self::Failures => "bt_sra_transport::api::failures",
            Self::Calls => "bt_sra_transport::api::calls",
            Self::TextEnums => "bt_sra_transport::api::text_enums",
            Self::NumberEnums => "bt_sra_transport::api::number_enums",
            Self::Ids => "bt_sra_core::id_types",
        }
    }
}

/// What generated code uses from elsewhere: name, and where it is from.
const OUTSIDE: [(&str, &str); 31] = [
    ("BTreeMap", "std::collections"),
    ("Patch", "bt_sra_core"),
    ("SecretString", "bt_sra_core"),
    ("Timestamp", "bt_sra_core"),
    ("Operation", "bt_sra_transport"),
    ("Pipeline", "bt_sra_transport"),
    ("Repeat", "bt_sra_transport"),
    ("Bytes", "bytes"),
    ("Method", "http"),
    ("Deserialize", "serde"),
    ("Deserializer", "serde"),
    ("Serialize", "serde"),
    ("Serializer", "serde"),
    ("Call", "bt_sra_transport::api"),
    ("Download", "bt_sra_transport::api"),
    ("Json", "bt_sra_transport::api"),
    ("Raw", "bt_sra_transport::api"),
    ("Scope", "bt_sra_transport::api::scope"),
    ("wire", "bt_sra_transport::api"),
    ("One", "bt_sra_transport::api::wire"),
    ("Shape", "bt_sra_transport::api::wire"),
    ("ApplianceId", "bt_sra_xml_model"),
    ("Lsid", "bt_sra_xml_model"),
    ("Ensure", "crate"),
    ("Find", "crate"),
    ("Hold", "crate"),
    ("List", "crate"),
    ("Listing", "crate"),
    ("Paged", "crate"),
    ("Items", "crate::v2"),
    ("Page", "crate::v2"),
];

/// Longer files are split; the limit for generated files is 1500 lines.
const MAX_LINES: usize = 1400;

/// Makes the files of one module out of its items, by name.
///
/// Each file comes with the names in it.
pub(super) fn files(items: &[Item], siblings: &BTreeSet<&str>) -> Result<BTreeMap<String, Part>, String> {
    let mut groups: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in items {
        groups.entry(&item.group).or_default().push(item);
    }
    let mut files = BTreeMap::new();
    for (group, items) in groups {
        let whole = file(group, &items, siblings)?;
        if whole.lines().count() <= MAX_LINES {
            files.insert(group.to_owned(), (whole, names(&items)));
            continue;
        }
        let (requests, rest): (Vec<&Item>, Vec<&Item>) = items.iter().partition(|item| item.is_request);
        for (name, items) in [(group.to_owned(), rest), (format!("{group}_requests"), requests)] {
            let parts = halves(&name, &items, siblings)?;
            files.extend(parts);
        }
    }
    Ok(files)
}

fn names(items: &[&Item]) -> Vec<String> {
    items.iter().map(|item| item.name.clone()).collect()
}

/// Splits by number of items as long as the file is too long.
fn halves(name: &str, items: &[&Item], siblings: &BTreeSet<&str>) -> Result<Vec<(String, Part)>, String> {
    let text = file(name, items, siblings)?;
    if text.lines().count() <= MAX_LINES || items.len() < 2 {
        return Ok(vec![(name.to_owned(), (text, names(items)))]);
    }
    let (first, second) = items.split_at(items.len() / 2);
    let mut parts = halves(name, first, siblings)?;
    parts.extend(halves(&format!("{name}_more"), second, siblings)?);
    Ok(parts)
}

fn file(group: &str, items: &[&Item], siblings: &BTreeSet<&str>) -> Result<String, String> {
    let own: BTreeSet<&str> = items.iter().map(|item| item.name.as_str()).collect();
    let words: BTreeSet<&str> = items.iter().flat_map(|item| item.words()).collect();
    let mut uses: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, path) in OUTSIDE {
        if words.contains(name) && !own.contains(name) {
            uses.entry(path).or_default().insert(name);
        }
    }
    let near: BTreeSet<&str> =
        siblings.intersection(&words).copied().filter(|name| !own.contains(name)).collect();
    let mut text = format!("//! {}.\n", super::types::upper(&super::names::title(group)));
    for (path, names) in &uses {
        let _ = writeln!(text, "use {path}::{{{}}};", Vec::from_iter(names.iter().copied()).join(", "));
    }
    if !near.is_empty() {
        let _ = writeln!(text, "use super::{{{}}};", Vec::from_iter(near).join(", "));
    }
    let plain = items.iter().filter(|item| item.macros != Some(Macro::Ids));
    plain.for_each(|item| text.push_str(&item.text));
    let mut formatted = format(&text).map_err(|error| format!("{group}: {error}"))?;
    let order = [
        Macro::Answers,
        Macro::Wrapped,
        Macro::Failures,
        Macro::Calls,
        Macro::TextEnums,
        Macro::NumberEnums,
        Macro::Ids,
    ];
    for called in order {
        let items: Vec<&&Item> = items.iter().filter(|item| item.macros == Some(called)).collect();
        if items.is_empty() {
            continue;
        }
        let _ = writeln!(formatted, "\n{}! {{", called.path());
        for item in items {
            if called == Macro::Ids {
                let _ = writeln!(formatted, "    {}", item.text.trim());
            }
            // A failure is a block.
            let end = if called == Macro::Failures { "" } else { "," };
            let _ = writeln!(formatted, "    {}{end}", item.handed.as_ref().unwrap_or(&item.name));
        }
        formatted.push_str("}\n");
    }
    Ok(formatted)
}

/// Formats code the same way on every machine.
pub(super) fn format(text: &str) -> Result<String, String> {
    let file = syn::parse_file(text).map_err(|error| format!("generated code cannot be read: {error}"))?;
    Ok(spaced(&prettyplease::unparse(&file)))
}
