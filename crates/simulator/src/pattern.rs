//! A matcher for the few shapes of regular expression that the catalog contains.
//!
//! Understood are anchors, literals, escapes, `\d`, character classes with ranges, and the
//! repetitions `+`, `*` and `?`. A pattern with anything else matches every text: the simulator
//! must not refuse what it cannot judge.

/// Returns whether `text` matches the anchored `pattern`.
pub(crate) fn matches(pattern: &str, text: &str) -> bool {
    let Some(steps) = parse(pattern) else {
        return true;
    };
    let text: Vec<char> = text.chars().collect();
    fits(&steps, &text)
}

#[derive(Debug)]
struct Step {
    class: Class,
    least: usize,
    many: bool,
}

#[derive(Debug)]
struct Class {
    ranges: Vec<(char, char)>,
    negated: bool,
}

impl Class {
    fn one(character: char) -> Self {
        Self { ranges: vec![(character, character)], negated: false }
    }

    fn contains(&self, character: char) -> bool {
        self.ranges.iter().any(|(from, to)| (*from..=*to).contains(&character)) != self.negated
    }
}

fn fits(steps: &[Step], text: &[char]) -> bool {
    let Some((step, rest)) = steps.split_first() else {
        return text.is_empty();
    };
    let most = if step.many { text.len() } else { 1 };
    let run = text.iter().take(most).take_while(|character| step.class.contains(**character)).count();
    // Greedy first, then shorter.
    (step.least..=run).rev().any(|taken| text.get(taken..).is_some_and(|left| fits(rest, left)))
}

fn parse(pattern: &str) -> Option<Vec<Step>> {
    let inner = pattern.strip_prefix('^')?.strip_suffix('$')?;
    let mut characters = inner.chars().peekable();
    let mut steps = Vec::new();
    while let Some(character) = characters.next() {
        let class = match character {
            '[' => class(&mut characters)?,
            '\\' => escape(characters.next()?)?,
            '(' | ')' | '|' | '.' | '{' | '}' | '^' | '$' | '+' | '*' | '?' => return None,
            literal => Class::one(literal),
        };
        let (least, many) = match characters.peek() {
            Some('+') => (1, true),
            Some('*') => (0, true),
            Some('?') => (0, false),
            _ => {
                steps.push(Step { class, least: 1, many: false });
                continue;
            }
        };
        characters.next();
        steps.push(Step { class, least, many });
    }
    Some(steps)
}

fn class(characters: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<Class> {
    let negated = characters.next_if_eq(&'^').is_some();
    let mut ranges = Vec::new();
    loop {
        let from = match characters.next()? {
            ']' => return Some(Class { ranges, negated }),
            '\\' => match characters.next()? {
                'd' => {
                    ranges.push(('0', '9'));
                    continue;
                }
                escaped if escaped.is_alphanumeric() => return None,
                escaped => escaped,
            },
            plain => plain,
        };
        let mut ahead = characters.clone();
        if ahead.next() == Some('-') && ahead.peek().is_some_and(|next| *next != ']' && *next != '\\') {
            characters.next();
            ranges.push((from, characters.next()?));
        } else {
            ranges.push((from, from));
        }
    }
}

fn escape(character: char) -> Option<Class> {
    match character {
        'd' => Some(Class { ranges: vec![('0', '9')], negated: false }),
        escaped if escaped.is_alphanumeric() => None,
        escaped => Some(Class::one(escaped)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shapes_of_the_catalog_are_understood() {
        // The class of the specification contains a backslash too: the quoting doubled it.
        let code_name = r"^[a-zA-Z0-9_\\-]+$";
        assert!(matches(code_name, r"web_7-a\b"));
        assert!(!matches(code_name, "web 7"));
        assert!(!matches(code_name, ""));
        assert!(matches(r"^team:[a-zA-Z0-9_\\-]+$", "team:dba"));
        assert!(!matches(r"^team:[a-zA-Z0-9_\\-]+$", "dba"));
        assert!(matches(r"^\d\d:\d\d$", "09:30"));
        assert!(!matches(r"^\d\d:\d\d$", "9:30"));
    }

    #[test]
    fn what_is_not_understood_refuses_nothing() {
        assert!(matches(r"^(a|b)$", "c"));
        assert!(matches("open", "closed"));
    }
}
