//! Indents JSON without changing it: numbers, names and escapes stay as the appliance wrote them.

/// Appends `json`, which must be valid, with two blanks for each level below `level`.
pub(crate) fn pretty(json: &str, level: usize, out: &mut String) {
    let mut level = level;
    let mut letters = json.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        match letter {
            '"' => {
                let mut end = start + 1;
                while let Some((at, inside)) = letters.next() {
                    end = at + 1;
                    match inside {
                        '\\' => drop(letters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
                out.push_str(json.get(start..end).unwrap_or_default());
            }
            '{' | '[' => {
                out.push(letter);
                while letters.next_if(|(_, next)| next.is_ascii_whitespace()).is_some() {}
                match letters.next_if(|(_, next)| matches!(next, '}' | ']')) {
                    Some((_, close)) => out.push(close),
                    None => {
                        level += 1;
                        indent(level, out);
                    }
                }
            }
            '}' | ']' => {
                level = level.saturating_sub(1);
                indent(level, out);
                out.push(letter);
            }
            ',' => {
                out.push(',');
                indent(level, out);
            }
            ':' => out.push_str(": "),
            blank if blank.is_ascii_whitespace() => {}
            other => out.push(other),
        }
    }
}

/// Appends `json`, which must be valid, on a line of its own: as it is, or without the blanks
/// between its parts if there are line ends among them.
pub(crate) fn line(json: &str, out: &mut String) {
    // A line end cannot stand in a text, so without one there is nothing to look for.
    if !json.contains('\n') && !json.contains('\r') {
        out.push_str(json);
        out.push('\n');
        return;
    }
    let mut rest = json;
    while let Some(at) = rest.find(['"', ' ', '\t', '\n', '\r']) {
        let (plain, from) = rest.split_at(at);
        out.push_str(plain);
        let length = if from.starts_with('"') { text_length(from) } else { 0 };
        let (text, after) = from.split_at_checked(length).unwrap_or((from, ""));
        out.push_str(text);
        rest = if length == 0 { after.trim_start_matches([' ', '\t', '\n', '\r']) } else { after };
    }
    out.push_str(rest);
    out.push('\n');
}

/// Returns how long the text is that `json` begins with, its quotes included.
fn text_length(json: &str) -> usize {
    let mut bytes = json.bytes().enumerate().skip(1);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'"' => return at + 1,
            _ => {}
        }
    }
    json.len()
}

fn indent(level: usize, out: &mut String) {
    out.push('\n');
    for _ in 0..level {
        out.push_str("  ");
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(json: &str, expected: Expect) {
        let mut out = String::new();
        pretty(json, 0, &mut out);
        expected.assert_eq(&out);
    }

    #[test]
    fn values_are_indented_and_kept() {
        check(
            r#"{"a":[1.10,2e5,{"b":"x, {\"y\": [\\"}],"c": [ ],"d":{} , "e":null}"#,
            expect![[r#"
                {
                  "a": [
                    1.10,
                    2e5,
                    {
                      "b": "x, {\"y\": [\\"
                    }
                  ],
                  "c": [],
                  "d": {},
                  "e": null
                }"#]],
        );
        check(r#" "a\u0041" "#, expect![[r#""a\u0041""#]]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_value_stays_the_same(texts in prop::collection::vec(any::<String>(), 0..4)) {
            let value = serde_json::json!([texts, {"a": texts}]);
            let mut out = String::new();
            pretty(&value.to_string(), 0, &mut out);
            prop_assert_eq!(&out, &serde_json::to_string_pretty(&value).unwrap());
            let mut compact = String::new();
            line(&out, &mut compact);
            prop_assert_eq!(compact, format!("{value}\n"));
        }
    }
}
