//! The rows of a sheet as things that are wanted on the appliance.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use bt_sra_catalog::Object;
use serde_json::Value;

use super::cell;
use super::fetch::Thing;
use super::kind::{Access, Column, Kind, TYPE};
use super::names::{GROUP_TYPE, Names, SHARED, Target};
use super::problems::Problems;
use super::sheet::{Row, Sheet};
use crate::args::Match;
use crate::suggest::closest;
use crate::vocabulary::Vocabulary;

/// Columns that say what was wrong at the last try. They are passed over.
pub(crate) const TOLD: [&str; 2] = ["import_line", "import_error"];

/// A thing that a row asks for.
#[derive(Debug)]
pub(crate) struct Wanted {
    /// The line of the row.
    pub(crate) line: u64,
    /// What it is.
    pub(crate) kind: &'static Kind,
    /// What its fields should be.
    pub(crate) fields: Thing,
    /// Its id, if the row has one.
    pub(crate) id: Option<i64>,
    /// The fields that are names still.
    references: Vec<(&'static str, Target, String)>,
}

/// What identifies a thing, by type.
pub(crate) type Key = (&'static str, String);

impl Wanted {
    /// Returns what identifies it.
    pub(crate) fn key(&self, by: Match) -> Result<Key, &'static str> {
        let key = match by {
            Match::Id => self.id.map(|id| id.to_string()).ok_or("id: is needed to find the item"),
            _ => key_of(&self.fields, by),
        };
        key.map(|key| (self.kind.name, key))
    }
}

/// Returns what identifies a thing of some type.
pub(crate) fn key_of(thing: &Thing, by: Match) -> Result<String, &'static str> {
    let text = |name: &str| thing.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    match by {
        Match::Id => thing.get("id").map(Value::to_string).ok_or("id: is needed to find the item"),
        Match::Tag => text("tag").map(str::to_owned).ok_or("tag: is needed to find the item"),
        Match::Name => {
            let group = thing.get("jump_group_id").and_then(Value::as_i64);
            let group = group.ok_or("jump_group: is needed to find the item")?;
            let name = text("name").ok_or("name: is needed to find the item")?;
            Ok(format!("{}/{group}/{name}", text(GROUP_TYPE).unwrap_or(SHARED)))
        }
    }
}

/// Reads the rows as far as that can be done without the appliance.
pub(crate) fn read(
    sheet: &Sheet,
    kind: Option<&'static Kind>,
    vocabulary: &Vocabulary,
    problems: &mut Problems,
) -> Vec<Wanted> {
    let knows = |name: &String| super::kind::KINDS.iter().any(|kind| kind.knows(name));
    let known = sheet.columns.iter().map(knows).collect();
    let mut reader = Reader { sheet, vocabulary, known, layouts: HashMap::new(), problems };
    let mut used: BTreeSet<&'static str> = BTreeSet::new();
    let mut wanted = Vec::with_capacity(sheet.rows.len());
    for row in &sheet.rows {
        let Some(kind) = reader.kind(row, kind) else { continue };
        used.insert(kind.name);
        wanted.extend(reader.row(row, kind));
    }
    reader.unknown_columns(&used, kind);
    wanted
}

/// Returns the names that the rows are made of.
pub(crate) fn targets(wanted: &[Wanted]) -> BTreeSet<Target> {
    wanted.iter().flat_map(|wanted| wanted.references.iter().map(|(_, target, _)| *target)).collect()
}

/// Puts ids in place of names.
pub(crate) fn resolve(wanted: &mut [Wanted], names: &Names, problems: &mut Problems) {
    // Many rows say the same.
    let mut found: HashMap<(Target, String), Result<i64, String>> = HashMap::new();
    for wanted in wanted {
        for (field, target, text) in std::mem::take(&mut wanted.references) {
            let short = field.strip_suffix("_id").unwrap_or(field);
            match found.entry((target, text.clone())).or_insert_with(|| names.find(target, &text)).clone() {
                Ok(id) => match wanted.fields.get(field).and_then(Value::as_i64) {
                    Some(other) if other != id => {
                        let what = format!("{short}: `{text}` has the id {id}, but {field} says {other}");
                        problems.add(wanted.line, what);
                    }
                    _ => drop(wanted.fields.insert(field.to_owned(), Value::from(id))),
                },
                Err(why) => problems.add(wanted.line, format!("{short}: {why}")),
            }
        }
    }
}

/// Complains of rows that mean the same thing.
pub(crate) fn check_keys(wanted: &[Wanted], by: Match, problems: &mut Problems) {
    let mut lines: HashMap<Key, u64> = HashMap::with_capacity(wanted.len());
    for wanted in wanted {
        match wanted.key(by) {
            Ok(key) => {
                if let Some(before) = lines.get(&key) {
                    let what = match by {
                        Match::Name => "name and Jump Group",
                        Match::Tag => "tag",
                        Match::Id => "id",
                    };
                    problems.add(wanted.line, format!("has the same {what} as line {before}"));
                } else {
                    lines.insert(key, wanted.line);
                }
            }
            Err(why) => problems.add(wanted.line, format!("{why} (--match {})", by.as_str())),
        }
    }
}

struct Reader<'a> {
    sheet: &'a Sheet,
    vocabulary: &'a Vocabulary,
    /// Whether any type has the column.
    known: Vec<bool>,
    layouts: HashMap<&'static str, Rc<Layout>>,
    problems: &'a mut Problems,
}

/// What the columns of the sheet mean for one type.
#[derive(Debug)]
struct Layout {
    objects: Vec<&'static Object>,
    columns: Vec<Option<Column>>,
}

impl Reader<'_> {
    fn kind(&mut self, row: &Row, kind: Option<&'static Kind>) -> Option<&'static Kind> {
        let cell = self.sheet.column(TYPE).and_then(|place| row.cells.get(place)).map(String::as_str);
        let found = match (cell.map(str::trim).filter(|cell| !cell.is_empty()), kind) {
            (Some(word), _) => match Kind::find(word) {
                Ok(found) => found,
                Err(_) => {
                    let names = super::kind::KINDS.iter().map(|kind| kind.name);
                    let guess = closest(word, names)
                        .map_or_else(String::new, |guess| format!(" (did you mean `{guess}`?)"));
                    self.problems.add(row.line, format!("{TYPE}: `{word}` is no type{guess}"));
                    return None;
                }
            },
            (None, Some(kind)) => kind,
            (None, None) => {
                self.problems.add(row.line, format!("{TYPE}: is missing; write it, or say it with --type"));
                return None;
            }
        };
        if kind.is_some_and(|kind| kind.name != found.name) {
            let what = format!("{TYPE}: is {}, which is not what --type says", found.name);
            self.problems.add(row.line, what);
            return None;
        }
        if found.access == Access::Export {
            self.problems.add(row.line, format!("{TYPE}: {} can only be exported", found.name));
            return None;
        }
        if self.layout(found).objects.is_empty() {
            self.problems.add(row.line, format!("{TYPE}: this product has no {}", found.name));
            return None;
        }
        Some(found)
    }

    fn layout(&mut self, kind: &'static Kind) -> Rc<Layout> {
        let (sheet, vocabulary) = (self.sheet, self.vocabulary);
        let make = || {
            let objects = kind.objects(vocabulary);
            let columns = sheet.columns.iter().map(|name| kind.column(&objects, name)).collect();
            Rc::new(Layout { objects, columns })
        };
        Rc::clone(self.layouts.entry(kind.name).or_insert_with(make))
    }

    fn row(&mut self, row: &Row, kind: &'static Kind) -> Option<Wanted> {
        let layout = self.layout(kind);
        let mut wanted =
            Wanted { line: row.line, kind, fields: Thing::new(), id: None, references: Vec::new() };
        let mut fits = true;
        let mut complain = |problems: &mut Problems, what: String| {
            problems.add(row.line, what);
            fits = false;
        };
        let columns = self.sheet.columns.iter().zip(&self.known).zip(&layout.columns);
        for (((name, is_known), column), cell) in columns.zip(&row.cells) {
            if cell.is_empty() || is_passed_over(name) {
                continue;
            }
            let Some(Column { field, target }) = *column else {
                // A column that no row's type knows is told of once.
                if *is_known {
                    complain(self.problems, format!("{name}: {} has no such field", kind.name));
                }
                continue;
            };
            if field.name == "id" {
                match cell.trim().parse() {
                    Ok(id) => wanted.id = Some(id),
                    Err(_) => complain(self.problems, "id: expected a whole number".to_owned()),
                }
                continue;
            }
            if field.read_only {
                continue;
            }
            if let Some(target) =
                target.filter(|_| cell::read(cell, field) != Ok(Some(Value::Null)) && cell != cell::NULL)
            {
                wanted.references.push((field.name, target, cell.clone()));
                continue;
            }
            match cell::read(cell, field) {
                Ok(Some(value)) => drop(wanted.fields.insert(field.name.to_owned(), value)),
                Ok(None) => {}
                Err(why) => complain(self.problems, why),
            }
        }
        if let Err(what) = complete_group(&mut wanted) {
            complain(self.problems, what);
        }
        fits.then_some(wanted)
    }

    /// Complains of the columns that none of the types knows that there are.
    fn unknown_columns(&mut self, used: &BTreeSet<&'static str>, kind: Option<&'static Kind>) {
        let kinds: Vec<&'static Kind> = super::kind::KINDS
            .iter()
            .filter(|known| used.contains(known.name) || kind.is_some_and(|kind| kind.name == known.name))
            .collect();
        // Nothing is known of columns without rows.
        if kinds.is_empty() {
            return;
        }
        let columns = self.sheet.columns.iter().zip(&self.known);
        let unknown =
            columns.filter(|(name, is_known)| !**is_known && !name.is_empty() && !is_passed_over(name));
        for (name, _) in unknown {
            let known: Vec<String> = kinds
                .iter()
                .flat_map(|kind| kind.written(&kind.objects(self.vocabulary)))
                .map(|(name, _)| name)
                .collect();
            let guess = closest(name, known.iter().map(String::as_str))
                .map_or_else(String::new, |guess| format!(" (did you mean `{guess}`?)"));
            self.problems.add(1, format!("the column `{name}` is not known{guess}"));
        }
    }
}

impl Kind {
    /// Returns whether any product has the column.
    fn knows(&self, column: &str) -> bool {
        self.column(&self.objects(&Vocabulary::new(None)), column).is_some()
    }
}

fn is_passed_over(column: &str) -> bool {
    column == TYPE || TOLD.contains(&column)
}

/// A Jump Group is named by two fields, which go together.
fn complete_group(wanted: &mut Wanted) -> Result<(), String> {
    let has_group = wanted.fields.contains_key("jump_group_id")
        || wanted.references.iter().any(|(field, _, _)| *field == "jump_group_id");
    let group_type = wanted.fields.get(GROUP_TYPE).and_then(Value::as_str).map(str::to_owned);
    if !has_group {
        return match group_type {
            Some(_) => Err(format!("{GROUP_TYPE}: says whose Jump Group is meant, but there is none")),
            None => Ok(()),
        };
    }
    let group_type = group_type.unwrap_or_else(|| SHARED.to_owned());
    for (_, target, _) in &mut wanted.references {
        *target = target.with_group_type(&group_type);
    }
    wanted.fields.insert(GROUP_TYPE.to_owned(), Value::from(group_type));
    Ok(())
}
