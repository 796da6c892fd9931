//! YAML with places: what the importer reads files through.
//!
//! Scalars keep the text of the file, so that `1.10` stays 1.10 and no number passes through a
//! float. Every node knows its line, every step into it its JSON pointer, so that a fault can
//! name both.

use std::collections::BTreeMap;
use std::fmt;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

/// Deeper nesting is refused; the files of the appliances stay below thirty levels.
const MAX_DEPTH: usize = 200;

/// More nodes than this are refused, so that nested aliases cannot eat all memory.
const MAX_NODES: usize = 1_000_000;

/// A node of a document.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// Counted from 1.
    pub(crate) line: usize,
    pub(crate) value: Value,
}

/// The content of a node.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Scalar {
        text: String,
        /// Not quoted: it may be a number, a boolean or null.
        plain: bool,
    },
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

/// What is wrong, and where.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Fault {
    pub(crate) file: String,
    pub(crate) line: usize,
    /// A JSON pointer; empty where the file is no YAML at all.
    pub(crate) pointer: String,
    pub(crate) message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.file, self.line)?;
        if !self.pointer.is_empty() {
            write!(f, "{}: ", self.pointer)?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

/// Reads the one document in `text`; `file` is what faults call it.
pub(crate) fn read(file: &str, text: &str) -> Result<Node, Fault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut builder = Builder { file, stack: Vec::new(), root: None, anchors: BTreeMap::new(), nodes: 0 };
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| builder.scan_fault(&error))?;
        builder.take(event, span.start.line())?;
    }
    builder.root.ok_or_else(|| Fault {
        file: file.to_owned(),
        line: 1,
        pointer: String::new(),
        message: "the file is empty".to_owned(),
    })
}

/// A node on the way from the root, with the pointer that leads to it.
#[derive(Clone, Debug)]
pub(crate) struct At<'a> {
    file: &'a str,
    pub(crate) node: &'a Node,
    pub(crate) pointer: String,
}

impl<'a> At<'a> {
    pub(crate) fn root(file: &'a str, node: &'a Node) -> Self {
        Self { file, node, pointer: String::new() }
    }

    /// The member called `key`, if this is a map that has it.
    pub(crate) fn get(&self, key: &str) -> Option<Self> {
        let Value::Map(entries) = &self.node.value else { return None };
        let (_, node) = entries.iter().find(|(name, _)| name == key)?;
        Some(self.step(key, node))
    }

    /// The members of a map, in the order of the file.
    pub(crate) fn entries(&self) -> Result<Vec<(&'a str, Self)>, Fault> {
        let Value::Map(entries) = &self.node.value else { return Err(self.fault("a map is expected here")) };
        Ok(entries.iter().map(|(name, node)| (name.as_str(), self.step(name, node))).collect())
    }

    /// The members of a list.
    pub(crate) fn items(&self) -> Result<Vec<Self>, Fault> {
        let Value::List(items) = &self.node.value else { return Err(self.fault("a list is expected here")) };
        Ok(items.iter().enumerate().map(|(index, node)| self.step(&index.to_string(), node)).collect())
    }

    /// The text of a scalar as it stands in the file, quotes aside.
    pub(crate) fn text(&self) -> Result<&'a str, Fault> {
        match &self.node.value {
            Value::Scalar { text, .. } => Ok(text),
            Value::List(_) | Value::Map(_) => Err(self.fault("a single value is expected here")),
        }
    }

    pub(crate) fn is_map(&self) -> bool {
        matches!(self.node.value, Value::Map(_))
    }

    pub(crate) fn is_list(&self) -> bool {
        matches!(self.node.value, Value::List(_))
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(&self.node.value, Value::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// Whether this is a text: quoted, or of no other type.
    pub(crate) fn is_text(&self) -> bool {
        match &self.node.value {
            Value::Scalar { plain: false, .. } => true,
            Value::Scalar { text, plain: true } => {
                !self.is_null() && self.boolean().is_none() && self.integer().is_none() && !is_number(text)
            }
            Value::List(_) | Value::Map(_) => false,
        }
    }

    pub(crate) fn boolean(&self) -> Option<bool> {
        match &self.node.value {
            Value::Scalar { text, plain: true } => match text.as_str() {
                "true" | "True" | "TRUE" => Some(true),
                "false" | "False" | "FALSE" => Some(false),
                _ => None,
            },
            _ => None,
        }
    }

    pub(crate) fn integer(&self) -> Option<i64> {
        match &self.node.value {
            Value::Scalar { text, plain: true } => {
                let digits = text.strip_prefix('+').filter(|rest| !rest.starts_with('-')).unwrap_or(text);
                digits.parse().ok()
            }
            _ => None,
        }
    }

    /// Follows `#/components/…` from the root; keys are unescaped.
    pub(crate) fn follow(&self, reference: &str) -> Option<Self> {
        let mut at = self.clone();
        for step in reference.strip_prefix("#/")?.split('/') {
            let key = unescape(step);
            let next = match &at.node.value {
                Value::Map(_) => at.get(&key)?,
                Value::List(items) => at.step(&key, items.get(key.parse::<usize>().ok()?)?),
                Value::Scalar { .. } => return None,
            };
            at = next;
        }
        Some(at)
    }

    pub(crate) fn fault(&self, message: impl Into<String>) -> Fault {
        Fault {
            file: self.file.to_owned(),
            line: self.node.line,
            pointer: self.pointer.clone(),
            message: message.into(),
        }
    }

    fn step(&self, key: &str, node: &'a Node) -> Self {
        Self { file: self.file, node, pointer: format!("{}/{}", self.pointer, escape(key)) }
    }
}

/// Makes a key a step of a JSON pointer.
pub(crate) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// Reads a step of a JSON pointer, or of a fragment of a URL.
pub(crate) fn unescape(step: &str) -> String {
    step.replace("%7B", "{").replace("%7D", "}").replace("~1", "/").replace("~0", "~")
}

/// Whether a plain scalar is a number with a fraction or an exponent, or an integer in hex or octal.
fn is_number(text: &str) -> bool {
    let unsigned = text.trim_start_matches(['-', '+']);
    let radix = |prefix, radix| {
        unsigned.strip_prefix(prefix).is_some_and(|rest: &str| i64::from_str_radix(rest, radix).is_ok())
    };
    matches!(unsigned, ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN")
        || radix("0x", 16)
        || radix("0o", 8)
        || (unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            && unsigned.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-'))
            && text.parse::<f64>().is_ok())
}

struct Builder<'a> {
    file: &'a str,
    stack: Vec<Open>,
    root: Option<Node>,
    anchors: BTreeMap<usize, Node>,
    nodes: usize,
}

/// A list or map whose end has not come yet.
struct Open {
    node: Node,
    anchor: usize,
    /// Of a map: the key whose value comes next.
    key: Option<String>,
}

impl Builder<'_> {
    fn take(&mut self, event: Event<'_>, line: usize) -> Result<(), Fault> {
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) if self.root.is_some() => {
                Err(self.fault(line, "a second document begins here; only one is expected"))
            }
            Event::DocumentStart(_) => Ok(()),
            Event::Alias(anchor) => match self.anchors.get(&anchor) {
                Some(node) => {
                    let mut node = node.clone();
                    node.line = line;
                    self.nodes = self.nodes.saturating_add(count(&node));
                    self.put(node, 0)
                }
                None => Err(self.fault(line, "this alias names no anchor that is complete")),
            },
            Event::Scalar(text, style, anchor, _) => {
                let value = Value::Scalar { text: text.into_owned(), plain: style == ScalarStyle::Plain };
                self.put(Node { line, value }, anchor)
            }
            Event::SequenceStart(anchor, _) => {
                self.open(Node { line, value: Value::List(Vec::new()) }, anchor)
            }
            Event::MappingStart(anchor, _) => self.open(Node { line, value: Value::Map(Vec::new()) }, anchor),
            Event::SequenceEnd | Event::MappingEnd => match self.stack.pop() {
                Some(open) => self.put(open.node, open.anchor),
                None => Err(self.fault(line, "a list or map ends that never began")),
            },
        }
    }

    fn open(&mut self, node: Node, anchor: usize) -> Result<(), Fault> {
        if self.stack.len() >= MAX_DEPTH {
            return Err(self.fault(node.line, "the nesting is too deep"));
        }
        self.stack.push(Open { node, anchor, key: None });
        Ok(())
    }

    fn put(&mut self, node: Node, anchor: usize) -> Result<(), Fault> {
        self.nodes = self.nodes.saturating_add(1);
        if self.nodes > MAX_NODES {
            return Err(self.fault(node.line, "the file holds too many values"));
        }
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let Some(open) = self.stack.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        match &mut open.node.value {
            Value::List(items) => items.push(node),
            Value::Map(entries) => match open.key.take() {
                Some(key) => entries.push((key, node)),
                None => {
                    let line = node.line;
                    let Value::Scalar { text, .. } = node.value else {
                        return Err(self.fault(line, "the key of a map must be a single value"));
                    };
                    if entries.iter().any(|(name, _)| *name == text) {
                        return Err(
                            self.fault(line, &format!("the key `{text}` stands twice in the same map"))
                        );
                    }
                    open.key = Some(text);
                }
            },
            Value::Scalar { .. } => {}
        }
        Ok(())
    }

    fn scan_fault(&self, error: &ScanError) -> Fault {
        self.fault(error.marker().line(), &format!("this is no valid YAML: {}", error.info()))
    }

    /// A fault at the place that has been read so far.
    fn fault(&self, line: usize, message: &str) -> Fault {
        let mut pointer = String::new();
        for open in &self.stack {
            match (&open.node.value, &open.key) {
                (Value::List(items), _) => pointer.push_str(&format!("/{}", items.len())),
                (_, Some(key)) => pointer.push_str(&format!("/{}", escape(key))),
                _ => {}
            }
        }
        Fault { file: self.file.to_owned(), line, pointer, message: message.to_owned() }
    }
}

fn count(node: &Node) -> usize {
    match &node.value {
        Value::Scalar { .. } => 1,
        Value::List(items) => items.iter().map(count).sum::<usize>().saturating_add(1),
        Value::Map(entries) => entries.iter().map(|(_, node)| count(node)).sum::<usize>().saturating_add(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(text: &str, expected: &str) {
        assert_eq!(read("a.yaml", text).unwrap_err().to_string(), expected);
    }

    #[test]
    fn scalars_keep_the_text_of_the_file() {
        let node = read("a.yaml", "version: 1.10\nquoted: '7'\nbig: 9007199254740993\n").unwrap();
        let root = At::root("a.yaml", &node);
        assert_eq!(root.get("version").unwrap().text().unwrap(), "1.10");
        assert!(!root.get("version").unwrap().is_text());
        assert!(root.get("quoted").unwrap().is_text());
        assert_eq!(root.get("quoted").unwrap().integer(), None);
        assert_eq!(root.get("big").unwrap().integer(), Some(9_007_199_254_740_993));
    }

    #[test]
    fn pointers_and_lines_lead_to_the_place() {
        let node = read("a.yaml", "paths:\n  /x/{id}:\n    - one\n    - two: 3\n").unwrap();
        let place = At::root("a.yaml", &node).follow("#/paths/~1x~1%7Bid%7D/1/two").unwrap();
        assert_eq!(place.fault("no").to_string(), "a.yaml:4: /paths/~1x~1{id}/1/two: no");
    }

    #[test]
    fn key_that_stands_twice_is_refused() {
        refused("a:\n  b: 1\n  c: 2\n  b: 3\n", "a.yaml:4: /a: the key `b` stands twice in the same map");
    }

    #[test]
    fn unescaped_quote_is_refused_with_its_line() {
        let fault = read("a.yaml", "a: 1\nb:\n  c: \"say \"hello\" now\"\n").unwrap_err();
        assert_eq!((fault.line, fault.pointer.as_str()), (3, "/b/c"), "{fault}");
        let fault = read("a.yaml", "a: 1\nb: 'it's wrong'\n").unwrap_err();
        assert_eq!(fault.line, 2, "{fault}");
    }

    #[test]
    fn second_document_is_refused() {
        refused("a: 1\n---\nb: 2\n", "a.yaml:2: a second document begins here; only one is expected");
    }

    #[test]
    fn empty_file_is_refused() {
        refused("", "a.yaml:1: the file is empty");
    }

    #[test]
    fn aliases_are_copied_and_bounded() {
        let node = read("a.yaml", "a: &x {k: v}\nb: *x\n").unwrap();
        assert_eq!(At::root("a.yaml", &node).follow("#/b/k").unwrap().text().unwrap(), "v");
        let mut bomb = "l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..9 {
            let before = level - 1;
            bomb.push_str(&format!("l{level}: &l{level} [{}]\n", vec![format!("*l{before}"); 10].join(", ")));
        }
        assert_eq!(read("a.yaml", &bomb).unwrap_err().message, "the file holds too many values");
    }

    #[test]
    fn deep_nesting_is_refused() {
        let fault = read("a.yaml", &"[".repeat(5000)).unwrap_err();
        assert_eq!(fault.line, 1);
    }
}
