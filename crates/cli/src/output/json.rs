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
                        line(level, out);
                    }
                }
            }
            '}' | ']' => {
                level = level.saturating_sub(1);
                line(level, out);
                out.push(letter);
            }
            ',' => {
                out.push(',');
                line(level, out);
            }
            ':' => out.push_str(": "),
            blank if blank.is_ascii_whitespace() => {}
            other => out.push(other),
        }
    }
}

fn line(level: usize, out: &mut String) {
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
        }
    }
}
