//! Where in a JSON text an error is.
//!
//! Found by walking over the text once more, and not by reading the value with a reader that keeps
//! track: that would be compiled a second time for every type there is.

/// How long a path may get: beyond, the place is given by line and column alone.
const LIMIT: usize = 200;

/// Returns the path of the member or index that the byte before `line` and `column` (as serde_json
/// counts them) belongs to: `[1].jumpoint_id`. Empty for the value itself.
pub(crate) fn path(json: &[u8], line: usize, column: usize) -> String {
    let mut walk = Walk::default();
    for byte in until(json, line, column) {
        walk.step(*byte);
    }
    let path: String = walk.stack.iter().map(Step::to_text).collect();
    let path = path.strip_prefix('.').unwrap_or(&path);
    if path.len() > LIMIT { String::new() } else { path.to_owned() }
}

fn until(json: &[u8], line: usize, column: usize) -> &[u8] {
    let starts = json.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let Some(start) = std::iter::once(0).chain(starts).nth(line.saturating_sub(1)) else {
        return Default::default();
    };
    let end = start.saturating_add(column).min(json.len());
    let text = json.get(..end).unwrap_or_default();
    // What ends the member or object that the error is in does not count.
    text.strip_suffix(b"}").or(text.strip_suffix(b"]")).or(text.strip_suffix(b",")).unwrap_or(text)
}

enum Step {
    /// In an object, behind this name.
    Member(String),
    /// In a list, at this index.
    Index(usize),
}

impl Step {
    fn to_text(&self) -> String {
        match self {
            Self::Member(name) if name.is_empty() => String::new(),
            Self::Member(name) => format!(".{name}"),
            Self::Index(index) => format!("[{index}]"),
        }
    }
}

#[derive(Default)]
struct Walk {
    stack: Vec<Step>,
    /// The bytes of the string that is open.
    open: Option<Vec<u8>>,
    escaped: bool,
    /// The string that was closed last: a name, if a colon follows.
    last: Vec<u8>,
}

impl Walk {
    fn step(&mut self, byte: u8) {
        if let Some(text) = &mut self.open {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => {
                    self.last = self.open.take().unwrap_or_default();
                    return;
                }
                _ => {}
            }
            text.push(byte);
            return;
        }
        match byte {
            b'"' => self.open = Some(Vec::new()),
            b'{' => self.stack.push(Step::Member(String::new())),
            b'[' => self.stack.push(Step::Index(0)),
            b'}' | b']' => drop(self.stack.pop()),
            b':' => {
                if let Some(Step::Member(name)) = self.stack.last_mut() {
                    *name = String::from_utf8_lossy(&self.last).into_owned();
                }
            }
            b',' => match self.stack.last_mut() {
                Some(Step::Member(name)) => name.clear(),
                Some(Step::Index(index)) => *index += 1,
                None => {}
            },
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read")]
    struct Item {
        id: i64,
        inner: Option<Inner>,
        list: Option<Vec<i64>>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read")]
    struct Inner {
        name: String,
        on: Option<bool>,
    }

    #[track_caller]
    fn check(json: &str, expect: &str) {
        let error = serde_json::from_str::<Vec<Item>>(json).unwrap_err();
        assert_eq!(path(json.as_bytes(), error.line(), error.column()), expect, "{error}");
    }

    #[test]
    fn the_member_that_is_wrong_is_found() {
        check(r#"[{"id":1},{"id":"x"}]"#, "[1].id");
        check(r#"[{"id":1.5}]"#, "[0].id");
        check(r#"[{"id":null}]"#, "[0].id");
        check(r#"[{"id":1,"inner":{"name":3}}]"#, "[0].inner.name");
        check("[\n {\"id\": 1,\n  \"inner\": {\"name\": \"a\\\"}]\", \"on\": 7}}]", "[0].inner.on");
        check(r#"[{"id":1,"list":[1,2,"x"]}]"#, "[0].list[2]");
        check(r#"[{"id":1,"list":{}}]"#, "[0].list");
    }

    #[test]
    fn a_missing_member_is_told_by_what_it_is_missing_in() {
        check(r#"[{"id":1},{"list":[]}]"#, "[1].list");
        check(r#"[{"id":1,"inner":{}}]"#, "[0].inner");
    }

    #[test]
    fn nonsense_has_a_place_too() {
        for json in ["", "]", "}{,:", "[[[[", "\"\\", "{\"a\":{\"b\":", "[1,\n\n2"] {
            let error = serde_json::from_str::<Vec<Item>>(json).unwrap_err();
            path(json.as_bytes(), error.line(), error.column());
        }
        assert_eq!(path(b"[1]", 0, 0), "");
        assert_eq!(path(b"[1]", 99, 99), "");
        assert_eq!(path(format!("{{\"{}\":1}}", "x".repeat(999)).as_bytes(), 1, 1005), "");
    }
}
