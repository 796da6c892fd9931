//! What holds of any bytes at all, for the tests and for the fuzz target, which includes this file.

use crate::{Ending, ItemReader, Limits, List, NoData, Others, Tree};

/// What came out: items, kinds and words of errors, ending.
type Outcome = (Vec<Tree>, Vec<String>, Option<Ending>);

/// Reads in one piece and in many, and checks that nothing differs, that no error repeats `secret`
/// (which stands in content only), and that items are the same after JSON.
pub(crate) fn survives(bytes: &[u8], cuts: &[usize], secret: Option<&str>) {
    for list in [List::any(), List::of(&["a"], &["b"]), List::of(&["a"], &["b"]).others(Others::Skip)] {
        let whole = read(list, bytes, &[]);
        assert_eq!(read(list, bytes, cuts), whole, "{list:?} {}", String::from_utf8_lossy(bytes));
        for item in &whole.0 {
            let json = serde_json::to_string(item).unwrap();
            assert_eq!(&serde_json::from_str::<Tree>(&json).unwrap(), item);
        }
        for words in &whole.1 {
            assert!(secret.is_none_or(|secret| !words.contains(secret)), "{words}");
            assert!(words.len() < 16 * 1024, "{} bytes of error", words.len());
            if let Some((_, at)) = words.rsplit_once(" at byte ") {
                assert!(at.parse::<usize>().unwrap() <= bytes.len());
            }
        }
        assert!(whole.2.is_some() != (whole.1.iter().any(|words| !words.is_empty())), "{whole:?}");
    }
}

/// Reads in pieces whose lengths come from `cuts`, over and over.
fn read(list: List, bytes: &[u8], cuts: &[usize]) -> Outcome {
    let limits = Limits::default();
    let mut reader = ItemReader::<Tree>::with(list, limits, NoData::default());
    let (mut items, mut errors, mut rest) = (Vec::new(), Vec::new(), bytes);
    let mut lengths = cuts.iter().map(|cut| 1 + cut % 64).cycle();
    while !rest.is_empty() {
        let length = lengths.next().unwrap_or(rest.len()).min(rest.len());
        let (mut piece, behind) = rest.split_at(length);
        rest = behind;
        loop {
            match reader.next_item(&mut piece) {
                Ok(Some(item)) => items.push(item),
                Ok(None) => break,
                Err(error) => errors.push(error.to_string()),
            }
        }
    }
    let ending = match reader.finish() {
        Ok(ending) if errors.is_empty() => Some(ending),
        Ok(_) => None,
        Err(error) if errors.is_empty() => {
            errors.push(error.to_string());
            None
        }
        Err(_) => None,
    };
    (items, errors, ending)
}
