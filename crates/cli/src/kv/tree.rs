//! Turns pairs into a JSON value, by the types of the fields where they are known.

use std::collections::HashMap;

use serde_json::{Map, Number, Value};

use super::parse::fault;
use super::{JOINT, Pair, Scalar};
use crate::failure::{Result, plain};
use crate::shape::Shape;

/// Deeper than any request of the API, and shallow enough to recurse.
const DEPTH: usize = 32;

/// Builds the value whose parts the pairs are.
///
/// A value whose text does not fit the type of its field stays a text: refusing it, with the name
/// of the field, is the business of the check that every input goes through.
pub(crate) fn build(pairs: Vec<Pair>, shape: &Shape) -> Result<Value> {
    let mut root = Branch::default();
    for pair in pairs {
        root.insert(pair)?;
    }
    root.into_value(shape)
}

/// Reads a text as JSON would, booleans in any case; all that is no number, boolean, null or
/// empty list or object is the text itself.
pub(super) fn literal(text: &str) -> Value {
    match text {
        "null" => Value::Null,
        "[]" => Value::Array(Vec::new()),
        "{}" => Value::Object(Map::new()),
        _ if text.eq_ignore_ascii_case("true") => Value::Bool(true),
        _ if text.eq_ignore_ascii_case("false") => Value::Bool(false),
        _ => number(text).map_or_else(|| Value::String(text.to_owned()), Value::Number),
    }
}

fn number(text: &str) -> Option<Number> {
    let starts_well = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    let ends_well = text.ends_with(|last: char| last.is_ascii_digit());
    if starts_well && ends_well { serde_json::from_str(text).ok() } else { None }
}

enum Node {
    Leaf { line: usize, value: Scalar },
    Branch(Branch),
}

#[derive(Default)]
struct Branch {
    line: usize,
    children: Vec<(String, Node)>,
    places: HashMap<String, usize>,
}

impl Branch {
    fn insert(&mut self, pair: Pair) -> Result<()> {
        let Pair { line, key, value } = pair;
        let names: Vec<&str> = key.split(JOINT).collect();
        if names.len() > DEPTH {
            return Err(fault(line, "the name has too many parts"));
        }
        let Some((last, above)) = names.split_last() else { return Ok(()) };
        let mut branch = self;
        for name in above {
            match branch.child(name, || Node::Branch(Self { line, ..Self::default() })) {
                (Some(Node::Branch(below)), _) => branch = below,
                (Some(Node::Leaf { line: before, .. }), _) => {
                    let name = plain(name);
                    return Err(fault(
                        line,
                        format_args!("line {before} gave `{name}` a value; it cannot have parts too"),
                    ));
                }
                (None, _) => return Ok(()),
            }
        }
        let (node, is_new) = branch.child(last, || Node::Leaf { line, value });
        if is_new {
            return Ok(());
        }
        let before = match node {
            Some(Node::Leaf { line, .. }) => *line,
            Some(Node::Branch(branch)) => branch.line,
            None => line,
        };
        Err(fault(line, format_args!("`{}` was given in line {before} already", plain(&key))))
    }

    /// Returns the child called `name`, made if there is none, and whether it was made.
    fn child(&mut self, name: &str, make: impl FnOnce() -> Node) -> (Option<&mut Node>, bool) {
        let known = self.places.get(name).copied();
        let place = known.unwrap_or_else(|| {
            self.places.insert(name.to_owned(), self.children.len());
            self.children.push((name.to_owned(), make()));
            self.children.len() - 1
        });
        (self.children.get_mut(place).map(|(_, node)| node), known.is_none())
    }

    fn into_value(self, shape: &Shape) -> Result<Value> {
        let is_list = !self.children.is_empty()
            && self.children.iter().all(|(name, _)| index(name).is_some())
            && (shape.is_unknown() || shape.item().is_some());
        if !is_list {
            let mut fields = Map::with_capacity(self.children.len());
            for (name, node) in self.children {
                let field = shape.field(&name);
                let value = node.into_value(&field)?;
                fields.insert(name, value);
            }
            return Ok(Value::Object(fields));
        }
        let item = shape.item().unwrap_or(Shape::UNKNOWN);
        let line = self.line.max(1);
        let mut items = Vec::with_capacity(self.children.len());
        for (name, node) in self.children {
            items.push((index(&name).unwrap_or_default(), node.into_value(&item)?));
        }
        items.sort_by_key(|(index, _)| *index);
        if let Some((missing, _)) = items.iter().enumerate().find(|(place, (index, _))| place != index) {
            return Err(fault(
                line,
                format_args!("the list that begins here has no member number {missing}"),
            ));
        }
        Ok(items.into_iter().map(|(_, item)| item).collect())
    }
}

impl Node {
    fn into_value(self, shape: &Shape) -> Result<Value> {
        match self {
            Self::Leaf { value, .. } => Ok(typed(value, shape)),
            Self::Branch(branch) => branch.into_value(shape),
        }
    }
}

/// Reads the name of a list's member; `01` is a name.
fn index(name: &str) -> Option<usize> {
    let index = name.parse().ok()?;
    (name.len() == 1 || !name.starts_with(['0', '+'])).then_some(index)
}

/// Reads a text as a value of the given shape; what does not fit stays a text.
pub(crate) fn typed(scalar: Scalar, shape: &Shape) -> Value {
    let Scalar { text, quoted } = scalar;
    if shape.is_unknown() {
        return if quoted { Value::String(text) } else { literal(&text) };
    }
    let may_be_text = shape.takes_text();
    let is_null = !quoted && text == "null" && (shape.takes_null() || !may_be_text);
    if is_null {
        return Value::Null;
    }
    if quoted && may_be_text {
        return Value::String(text);
    }
    if shape.takes_boolean()
        && let Some(value) = boolean(&text)
    {
        return Value::Bool(value);
    }
    if shape.takes_integer()
        && let Ok(value) = text.parse::<i64>()
    {
        return Value::from(value);
    }
    if shape.takes_number()
        && let Some(value) = number(&text)
    {
        return Value::Number(value);
    }
    if !may_be_text
        && shape.takes_structure()
        && text.starts_with(['[', '{'])
        && let Ok(value) = serde_json::from_str(&text)
    {
        return value;
    }
    Value::String(text)
}

fn boolean(text: &str) -> Option<bool> {
    let is = |words: &[&str]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is(&["true", "yes", "1"]) {
        return Some(true);
    }
    is(&["false", "no", "0"]).then_some(false)
}
