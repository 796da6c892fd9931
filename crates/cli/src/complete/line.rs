//! A command line in bash, which hands over its text.

/// Splits a line at blanks as a shell does; the last word is the one that is being typed, empty
/// after a blank. Quotes that are still open are taken as closed.
pub(crate) fn split(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_begun = false;
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        let Some(word) = words.last_mut() else { break };
        match letter {
            ' ' | '\t' | '\n' => {
                if is_begun {
                    words.push(String::new());
                }
                is_begun = false;
                continue;
            }
            '\'' => word.extend(letters.by_ref().take_while(|letter| *letter != '\'')),
            '"' => {
                while let Some(inside) = letters.next() {
                    match inside {
                        '"' => break,
                        '\\' => word.extend(letters.next()),
                        other => word.push(other),
                    }
                }
            }
            '\\' => word.extend(letters.next()),
            other => word.push(other),
        }
        is_begun = true;
    }
    words
}

/// Takes off `word` what bash has taken off itself, since it ends words at some letters.
pub(crate) fn strip_broken<'a>(word: &'a str, typed: &str, breaks: &str) -> &'a str {
    let cut = typed.rfind(|letter| matches!(letter, '=' | ':') && breaks.contains(letter));
    cut.and_then(|cut| word.get(cut + 1..)).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_split_as_a_shell_does() {
        assert_eq!(split("btapi  list 'a b'\\ c\"d\\\"\" "), ["btapi", "list", "a b cd\"", ""]);
        assert_eq!(split("btapi 'open qu"), ["btapi", "open qu"]);
        assert_eq!(split(""), [""]);
    }

    #[test]
    fn what_bash_has_taken_off_is_not_offered_again() {
        assert_eq!(strip_broken("name=web", "name=w", " =:"), "web");
        assert_eq!(strip_broken("name=", "na", " =:"), "name=");
        assert_eq!(strip_broken("name=web", "name=w", " "), "name=web");
    }
}
