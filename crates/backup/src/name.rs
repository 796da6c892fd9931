//! The names of files.

use bt_sra_core::{Site, Timestamp};

/// Returns what the names of the files of a site begin with: its host, and its port if that is
/// not the usual one.
#[must_use]
pub fn stem(site: &Site) -> String {
    let port = match site.port() {
        443 | 80 => String::new(),
        port => format!("-{port}"),
    };
    let host = site.host().trim_matches(['[', ']']);
    let plain = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-');
    let host = host.chars().map(|character| if plain(character) { character } else { '_' });
    format!("{}{port}", host.collect::<String>().trim_start_matches(['.', '-']))
}

/// Returns the name of a file that was made at a time: `access.example.com-20260102T030405Z.nsb`.
///
/// ```
/// use bt_sra_backup::file_name;
/// use bt_sra_core::{Site, Timestamp};
///
/// let site = Site::parse("access.example.com").unwrap();
/// let time = Timestamp::from_second(1_767_323_045).unwrap();
/// assert_eq!(file_name(&site, time), "access.example.com-20260102T030405Z.nsb");
/// ```
#[must_use]
pub fn file_name(site: &Site, time: Timestamp) -> String {
    let time = time.to_string();
    let time: String = time
        .chars()
        .take_while(|character| !matches!(character, '.' | '+'))
        .filter(char::is_ascii_alphanumeric)
        .collect();
    format!("{}-{}Z.nsb", stem(site), time.trim_end_matches('Z'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_site_has_a_plain_stem_of_its_own() {
        for (site, expected) in [
            ("access.example.com", "access.example.com"),
            ("access.example.com:8443", "access.example.com-8443"),
            ("[2001:db8::7]", "2001_db8__7"),
            ("http://127.0.0.1:8080", "127.0.0.1-8080"),
        ] {
            assert_eq!(stem(&Site::parse(site).unwrap()), expected);
        }
    }
}
