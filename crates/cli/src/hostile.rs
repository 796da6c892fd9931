//! What holds of any input at all: for the tests, and for the fuzz targets, which include the
//! modules of this program by their paths since nothing else can reach into an executable.

use serde_json::Value;
use serde_json::value::RawValue;

use crate::cmd::bulk::sheet::{self, Sheet, Writer};
use crate::failure::Failure;
use crate::json::{self, Json};
use crate::kv::{parse, tree, write};
use crate::output::json::{line, pretty};
use crate::shape::Shape;

/// Reads key=value lines. What is an object is written and read as the same.
pub(crate) fn key_value(bytes: &[u8]) {
    let built = parse::pairs(bytes).and_then(|pairs| {
        let lines = 1 + bytes.iter().filter(|byte| **byte == b'\n').count();
        assert!(pairs.iter().all(|pair| (1..=lines).contains(&pair.line)), "a line that is not there");
        tree::build(pairs, &Shape::UNKNOWN)
    });
    let value = match built {
        Ok(value) => value,
        Err(failure) => return told_well(&failure),
    };
    let Some(json) = read(&value.to_string()) else { panic!("too deep: {value}") };
    // The empty object has no lines of its own.
    if !matches!(&json, Json::Object(fields) if !fields.is_empty()) {
        return;
    }
    let mut text = String::new();
    write::lines(&json, "", &mut text);
    let again = parse::pairs(text.as_bytes()).and_then(|pairs| tree::build(pairs, &Shape::UNKNOWN));
    match again {
        Ok(again) => assert_eq!(again, value, "written as\n{text}"),
        Err(failure) => panic!("{}\nof what was written:\n{text}", failure.report()),
    }
}

/// Reads JSON as another reader does, and writes it with all it had.
pub(crate) fn json(bytes: &[u8]) {
    let Ok(raw) = serde_json::from_slice::<&RawValue>(bytes) else { return };
    let read = Json::read(raw);
    assert_eq!(read.is_none(), json::is_too_deep(raw.get()), "the two bounds differ");
    let Some(json) = read else { return };
    let written = json.to_string();
    assert_eq!(self::read(&written).as_ref(), Some(&json), "written as {written}");
    // The other reader refuses halves of pairs and numbers without end, and nothing else.
    if let Ok(other) = serde_json::from_str::<Value>(raw.get()) {
        assert_eq!(serde_json::from_str::<Value>(&written).ok(), Some(other));
    }
    let (mut indented, mut compact) = (String::new(), String::new());
    pretty(raw.get(), 0, &mut indented);
    assert_eq!(self::read(&indented).as_ref(), Some(&json), "indented as {indented}");
    line(&indented, &mut compact);
    assert!(compact.ends_with('\n') && compact.lines().count() == 1, "more than a line: {compact:?}");
    assert_eq!(self::read(&compact).as_ref(), Some(&json), "in one line: {compact}");
}

/// Reads a sheet. What is read is written and read as the same.
pub(crate) fn csv(bytes: &[u8]) {
    let sheet = match sheet::read("a.csv", bytes) {
        Ok(sheet) => sheet,
        Err(failure) => return told_well(&failure),
    };
    let ends = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    let lines = 1 + u64::try_from(ends).unwrap_or(u64::MAX);
    let mut before = 0;
    for row in &sheet.rows {
        assert_eq!(row.cells.len(), sheet.columns.len(), "{sheet:?}");
        assert!(before < row.line, "{sheet:?}");
        assert!(row.line <= lines, "{sheet:?}");
        before = row.line;
    }
    // Without names there is no header to write; and a mark of UTF-8 that stands before the first
    // name, behind an empty line, belongs to no name once it comes first.
    let first = sheet.columns.first().map(String::as_str).unwrap_or_default();
    if sheet.columns.iter().all(String::is_empty) || first.starts_with('\u{feff}') {
        return;
    }
    let text = match written(&sheet) {
        Ok(text) => text,
        Err(failure) => panic!("{}", failure.report()),
    };
    match sheet::read("b.csv", &text) {
        Ok(again) => {
            assert_eq!(again.columns, sheet.columns);
            let cells = |sheet: &Sheet| -> Vec<Vec<String>> {
                sheet.rows.iter().map(|row| row.cells.clone()).collect()
            };
            assert_eq!(cells(&again), cells(&sheet), "{text:?}");
        }
        Err(failure) => panic!("{} of what was written: {text:?}", failure.report()),
    }
}

/// Writes a sheet with its separator announced, since it is not always the most frequent one.
fn written(sheet: &Sheet) -> Result<Vec<u8>, Failure> {
    let mut writer = Writer::new(sheet.separator);
    writer.row(&sheet.columns)?;
    for row in &sheet.rows {
        writer.row(&row.cells)?;
    }
    let mut text = vec![b's', b'e', b'p', b'=', sheet.separator, b'\n'];
    text.extend(writer.take(sheet.separator)?);
    Ok(text)
}

fn read(text: &str) -> Option<Json> {
    serde_json::from_str::<&RawValue>(text).ok().and_then(Json::read)
}

/// A complaint is short enough to be read, and does nothing to a terminal.
fn told_well(failure: &Failure) {
    let report = failure.report();
    assert!(report.len() < 64 * 1024, "{} bytes of complaint", report.len());
    assert!(!report.chars().any(|letter| letter.is_control() && letter != '\n'), "{report:?}");
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// Pieces that mean something to one of the readers.
    fn pieces() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            8 => select(vec![
                "a", "b", "a__0", "__", "=", "\"", "'", "\\", "\\\"", "\\u0041", "\\ud800", "\n", "\r\n", "\r", " ", "\t",
                "#", "0", "-1", "1e400", "null", "true", "[", "]", "{", "}", ",", ";", ":", "sep=", "\u{feff}", "é",
                "\u{1b}[31m", "\u{202e}", "name", "type",
            ]).prop_map(|text| text.as_bytes().to_vec()),
            1 => vec(any::<u8>(), 1..3),
        ];
        vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    #[test]
    fn a_complaint_about_a_name_does_nothing_to_a_terminal() {
        super::key_value(b"\x1b[31m=1\n\x1b[31m__a=2\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_key_value_input_is_read_or_refused_well(bytes in pieces()) {
            super::key_value(&bytes);
        }

        #[test]
        fn any_json_is_read_as_others_read_it(bytes in pieces()) {
            super::json(&bytes);
        }

        #[test]
        fn any_sheet_is_read_or_refused_well(bytes in pieces()) {
            super::csv(&bytes);
        }
    }
}
