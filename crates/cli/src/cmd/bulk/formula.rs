//! Texts that a spreadsheet would take for a formula.

/// Keeps a spreadsheet from taking a text for a formula: the texts come from machines that anybody
/// may have named.
pub(crate) fn guard(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guarded_texts_are_no_formulas_and_stay_apart() {
        let texts = ["web", "=1+1", "'=1+1", "''=1+1", "'=1", "''@x", "'quoted'", "-", "'-", "", "'"];
        let guarded: std::collections::HashSet<String> = texts.map(guard).into();
        assert_eq!(guarded.len(), texts.len());
        assert!(guarded.iter().all(|text| !text.starts_with(['=', '+', '-', '@'])), "{guarded:?}");
    }
}
