//! Texts that a spreadsheet would take for a formula.

/// Keeps a spreadsheet from taking a text for a formula: the texts come from machines that anybody
/// may have named.
pub(crate) fn guard(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// Takes the guard away.
pub(crate) fn unguard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(text)
}

fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guarded_texts_come_back() {
        for text in ["web", "=1+1", "'=1", "''@x", "'quoted'", "-", "", "'"] {
            assert_eq!(unguard(&guard(text)), text);
            assert!(!guard(text).starts_with(['=', '+', '-', '@']), "{text}");
        }
    }
}
