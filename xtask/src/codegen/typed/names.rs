//! From the names of the wire to names in Rust, and to words for people.

/// Splits a name of any style into words in lower case: `VaultSSHAccount`, `linux-x86`, `destId`.
pub(super) fn words(name: &str) -> Vec<String> {
    let characters: Vec<char> = name.chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    for (index, character) in characters.iter().copied().enumerate() {
        if !character.is_alphanumeric() {
            words.push(std::mem::take(&mut word));
            continue;
        }
        let before = index.checked_sub(1).and_then(|index| characters.get(index)).copied().unwrap_or(' ');
        let after = characters.get(index + 1).copied().unwrap_or(' ');
        let starts = character.is_uppercase()
            && (before.is_lowercase()
                || (before.is_uppercase() && after.is_lowercase())
                || (before.is_ascii_digit() && after.is_lowercase()));
        if starts {
            words.push(std::mem::take(&mut word));
        }
        word.extend(character.to_lowercase());
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    // Names of products that the split tears apart.
    words
        .join(" ")
        .replace("postgre sql", "postgresql")
        .replace("my sql", "mysql")
        .replace("i pv6", "ipv6")
        .split(' ')
        .map(str::to_owned)
        .collect()
}

/// `VaultSshAccount`.
pub(super) fn pascal(name: &str) -> String {
    let joined: String = words(name)
        .iter()
        .map(|word| {
            let mut characters = word.chars();
            characters
                .next()
                .map(|first| first.to_uppercase().chain(characters).collect::<String>())
                .unwrap_or_default()
        })
        .collect();
    let joined = joined.replace("Postgresql", "PostgreSql").replace("Mysql", "MySql");
    if joined.starts_with(|first: char| first.is_ascii_digit()) { format!("N{joined}") } else { joined }
}

/// `vault_ssh_account`.
pub(super) fn snake(name: &str) -> String {
    words(name).join("_")
}

/// A name for a field or function: in snake case, and no keyword.
pub(super) fn ident(name: &str) -> String {
    let name = snake(name);
    match name.as_str() {
        "type" | "match" | "ref" | "use" | "move" | "in" | "for" | "loop" | "where" | "mod" | "fn"
        | "final" | "override" | "async" | "await" | "enum" | "struct" | "trait" | "static" | "const"
        | "box" | "do" | "yield" | "abstract" | "virtual" | "macro" | "priv" | "try" | "dyn" | "as"
        | "break" | "continue" | "else" | "extern" | "false" | "true" | "if" | "impl" | "let" | "mut"
        | "pub" | "return" | "unsafe" | "while" | "become" | "typeof" | "unsized" | "gen" => {
            format!("r#{name}")
        }
        "self" | "super" | "crate" => format!("{name}_"),
        digit if digit.starts_with(|first: char| first.is_ascii_digit()) => format!("n{digit}"),
        _ => name,
    }
}

/// The plural of the last word.
pub(super) fn plural(name: &str) -> String {
    let vowel = |at: Option<char>| at.is_some_and(|letter| "aeiou".contains(letter));
    if let Some(stem) = name.strip_suffix('y')
        && !vowel(stem.chars().last())
    {
        return format!("{stem}ies");
    }
    if ["s", "x", "ch", "sh"].iter().any(|end| name.ends_with(end)) {
        return format!("{name}es");
    }
    format!("{name}s")
}

/// As [`plural`], for words that may be plural already.
pub(super) fn plural_once(name: &str) -> String {
    let is_plural = name.ends_with('s') && !["ss", "us"].iter().any(|end| name.ends_with(end));
    if is_plural { name.to_owned() } else { plural(name) }
}

/// The singular of the last word: some paths are in the plural.
pub(super) fn singular(name: &str) -> String {
    let stem = name.strip_suffix('s').filter(|stem| !stem.ends_with(['s', 'u', 'i']));
    stem.unwrap_or(name).to_owned()
}

/// Words for people, as titles: `Shell Jump`, `Remote RDP Jump`.
pub(super) fn title(name: &str) -> String {
    let titled: Vec<String> = words(name)
        .iter()
        .map(|word| match word.as_str() {
            "api" | "rdp" | "vnc" | "ssh" | "ldap" | "saml" | "scim" | "oidc" | "aws" | "ca" | "ip"
            | "cidr" => word.to_uppercase(),
            "psql" | "postgresql" => "PostgreSQL".to_owned(),
            "mysql" => "MySQL".to_owned(),
            _ => pascal(word),
        })
        .collect();
    titled.join(" ")
}

/// With its article, if it takes one: `an API Account`.
pub(super) fn a(noun: &str) -> String {
    if ["Connections", "Health", "Info", "Permissions"].iter().any(|word| noun.ends_with(word)) {
        return noun.to_owned();
    }
    let vowel = noun.starts_with(['A', 'E', 'I', 'O', 'a', 'e', 'i', 'o'])
        || ["RDP", "LDAP", "SAML", "SSH", "SCIM", "X509"].iter().any(|word| noun.starts_with(word));
    // "a user", "a one-off": the letter is not the sound.
    let vowel = vowel && !noun.to_lowercase().starts_with("one");
    if vowel { format!("an {noun}") } else { format!("a {noun}") }
}

/// Words for people, in a sentence: `jump group id`.
pub(super) fn phrase(name: &str) -> String {
    words(name).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_is_split_into_the_same_words() {
        for (name, expected) in [
            ("VaultSSHAccount", "VaultSshAccount"),
            ("VaultX509ImportedCAAccount", "VaultX509ImportedCaAccount"),
            ("PostgreSQLTunnelJumpItem", "PostgreSqlTunnelJumpItem"),
            ("MySQLTunnelJumpItem", "MySqlTunnelJumpItem"),
            ("linux-x86", "LinuxX86"),
            ("VT100", "Vt100"),
            ("HTTP POST", "HttpPost"),
            ("IPv6_ICMP", "Ipv6Icmp"),
            ("3PC", "N3pc"),
            ("group_policy_changes", "GroupPolicyChanges"),
        ] {
            assert_eq!(pascal(name), expected);
        }
    }

    #[test]
    fn fields_are_snake_case_and_no_keywords() {
        for (name, expected) in [("destId", "dest_id"), ("type", "r#type"), ("Key", "key"), ("3d", "n3d")] {
            assert_eq!(ident(name), expected);
        }
    }

    #[test]
    fn plurals_follow_the_last_letters() {
        for (name, expected) in [
            ("jump_policy", "jump_policies"),
            ("rep_status", "rep_statuses"),
            ("jumpoint", "jumpoints"),
            ("key", "keys"),
        ] {
            assert_eq!(plural(name), expected);
        }
        assert_eq!(plural_once("group_policies"), "group_policies");
        assert_eq!(plural_once("node"), "nodes");
    }

    #[test]
    fn articles_follow_the_sound() {
        assert_eq!(a("API Account"), "an API Account");
        assert_eq!(a("User"), "a User");
        assert_eq!(a("SSH thing"), "an SSH thing");
        assert_eq!(a("Health"), "Health");
    }
}
