//! The key=value form, in and out.
//!
//! One pair a line; the first `=` splits. A value goes to the end of its line, or stands in
//! quotes and may then span lines. Between single quotes everything is literal; between double
//! quotes `\"`, `\\`, `\n`, `\r`, `\t` and `\u0041` are escapes and every other backslash is
//! itself. Blank lines and lines that begin with `#` are skipped. `__` in a key descends:
//! `criteria__tag__0=web`.
//!
//! What [`write`](self::write::lines) prints, [`parse`](self::parse::pairs) reads back to the same value.

pub(crate) mod parse;
pub(crate) mod tree;
pub(crate) mod write;

/// What joins the names of a path.
const JOINT: &str = "__";

/// One pair of the input.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Pair {
    /// The line of its key, from 1.
    pub(crate) line: usize,
    /// The key, quotes taken off.
    pub(crate) key: String,
    /// The value.
    pub(crate) value: Scalar,
}

/// A value before it has a type.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Scalar {
    /// The text, quotes taken off.
    pub(crate) text: String,
    /// Whether it stood in quotes: then it is a text unless the field's type says otherwise.
    pub(crate) quoted: bool,
}

/// Returns whether an unquoted text means something else than itself where no type is known.
fn means_something_else(text: &str) -> bool {
    !matches!(tree::literal(text), serde_json::Value::String(_))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::value::to_raw_value;
    use serde_json::{Map, Value};

    use super::*;

    /// Names as the API has them: no double underscore, no number.
    fn name() -> impl Strategy<Value = String> {
        "[a-zA-Z][a-zA-Z0-9]{0,4}(_[a-z0-9]{1,3}){0,2}|[a-z #='\"\n]{0,3}[A-Z]"
    }

    fn value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_filter("a JSON number", |number| number.is_finite()).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            r#"[ "'\\#=\[\]{}0-9nrtux\n\r\t]{0,6}"#.prop_map(Value::from),
            "true|True|null|None|NULL|-1|1e3|01|\\[\\]|\\{\\}".prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::btree_map(name(), inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect::<Map<_, _>>())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_input_is_parsed_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(pairs) = parse::pairs(&bytes) {
                let _ = tree::build(pairs, &crate::shape::Shape::UNKNOWN);
            }
        }

        #[test]
        fn any_lines_are_parsed_or_refused(text in "([a-z_0-9]{0,5}(__[0-9a-z]){0,3}=?[\"'\\\\a-z\n]{0,6}\n){0,6}") {
            if let Ok(pairs) = parse::pairs(text.as_bytes()) {
                let _ = tree::build(pairs, &crate::shape::Shape::UNKNOWN);
            }
        }

        #[test]
        fn output_reads_back_as_the_same_value(
            fields in prop::collection::btree_map(name(), value(), 1..5)
        ) {
            let object = Value::Object(fields.into_iter().collect());
            let mut text = String::new();
            let read = crate::json::Json::read(&to_raw_value(&object).unwrap()).unwrap();
            write::lines(&read, "", &mut text);
            let pairs = parse::pairs(text.as_bytes()).unwrap();
            prop_assert!(pairs.len() == text.lines().count(), "one line a value: {text}");
            let back = tree::build(pairs, &crate::shape::Shape::UNKNOWN).unwrap();
            prop_assert_eq!(back, object, "{}", text);
        }
    }
}
