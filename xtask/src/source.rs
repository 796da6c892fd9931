//! Which API of which product in which version a file describes, told from its contents.

use std::cmp::Ordering;

use crate::yaml::{At, Fault};

/// Where a file belongs.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Identity {
    /// `pra` or `rs`.
    pub(crate) product: String,
    /// `configuration`, `command` or `reporting`.
    pub(crate) api: String,
    /// As written in the file.
    pub(crate) version: String,
    /// Where the paths hang: `/api/config/v1`.
    pub(crate) base: String,
    /// What stands before the paths of the file although it belongs to the base.
    pub(crate) prefix: String,
}

/// The first steps of the paths of each API.
const BASES: [(&str, &str); 3] =
    [("configuration", "/api/config/"), ("command", "/api/command/"), ("reporting", "/api/reporting/")];

impl Identity {
    pub(crate) fn of(root: &At<'_>) -> Result<Self, Fault> {
        let info = root.get("info").ok_or_else(|| root.fault("this is no OpenAPI file: it has no `info`"))?;
        let version = match info.get("version") {
            Some(version) => version.text()?.trim().to_owned(),
            None => return Err(info.fault("`version` is missing")),
        };
        let paths =
            root.get("paths").ok_or_else(|| root.fault("this is no OpenAPI file: it has no `paths`"))?;
        let (api, base, prefix) = place(root, &paths)?;
        Ok(Self { product: product(root, &info)?, api, version, base, prefix })
    }

    /// `pra-configuration.ir.json`.
    pub(crate) fn file_name(&self) -> String {
        format!("{}-{}.ir.json", self.product, self.api)
    }
}

/// Compares versions part by part, numbers as numbers: 1.10 is after 1.9.
pub(crate) fn compare_versions(left: &str, right: &str) -> Ordering {
    let parts = |version: &str| -> Vec<(u64, String)> {
        version
            .split(['.', '-', '+'])
            .map(|part| {
                let digits = part.chars().take_while(char::is_ascii_digit).count();
                let (number, rest) = part.split_at(digits);
                (number.parse().unwrap_or(0), rest.to_owned())
            })
            .collect()
    };
    parts(left).cmp(&parts(right))
}

/// The product stands in the title; `PRA` and `RS` do where the name is not spelt out.
fn product(root: &At<'_>, info: &At<'_>) -> Result<String, Fault> {
    let title = info.get("title").ok_or_else(|| info.fault("`title` is missing; it tells the product"))?;
    let text = title.text()?.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let is_pra = text.contains("privileged remote access") || words.contains(&"pra");
    let is_rs = text.contains("remote support") || words.contains(&"rs");
    match (is_pra, is_rs) {
        (true, false) => Ok("pra".to_owned()),
        (false, true) => Ok("rs".to_owned()),
        // Only representatives have a status, only access has vendors.
        _ => match (root.follow("#/paths/~1vendor"), root.follow("#/paths/~1rep-status")) {
            (Some(_), None) => Ok("pra".to_owned()),
            (None, Some(_)) => Ok("rs".to_owned()),
            _ => Err(title.fault("the title names neither Privileged Remote Access nor Remote Support")),
        },
    }
}

/// The API, its base, and the part of the base that stands in the paths.
fn place(root: &At<'_>, paths: &At<'_>) -> Result<(String, String, String), Fault> {
    let server = match root.get("servers").and_then(|servers| servers.items().ok()?.first()?.get("url")) {
        Some(url) => url.text()?,
        None => "/",
    };
    let path = match server.split_once("://") {
        Some((_, rest)) => rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/"),
        None => server,
    };
    let path = path.trim_end_matches('/');
    let entries = paths.entries()?;
    for (api, start) in BASES {
        if path.starts_with(start) {
            return Ok((api.to_owned(), path.to_owned(), String::new()));
        }
        let Some((first, _)) = entries.first().filter(|(first, _)| first.starts_with(start)) else {
            continue;
        };
        let version = first.get(start.len()..).and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let base = format!("{start}{version}");
        if entries.iter().all(|(path, _)| path.strip_prefix(&base).is_some_and(|rest| rest.starts_with('/')))
        {
            return Ok((api.to_owned(), base.clone(), base));
        }
    }
    Err(paths.fault("neither the server nor the paths tell which API this is"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml;

    fn identify(text: &str) -> Result<(String, String), String> {
        let node = yaml::read("a.yaml", text).map_err(|fault| fault.to_string())?;
        let found = Identity::of(&At::root("a.yaml", &node)).map_err(|fault| fault.to_string())?;
        Ok((format!("{} {} {}", found.file_name(), found.version, found.base), found.prefix))
    }

    #[test]
    fn version_keeps_its_text_without_quotes() {
        let text = "info: {version: 1.10, title: 'Remote Support things'}\nservers: [{url: 'https://a.example/api/config/v1'}]\npaths: {}\n";
        assert_eq!(identify(text).unwrap().0, "rs-configuration.ir.json 1.10 /api/config/v1");
    }

    #[test]
    fn base_is_found_in_the_paths_when_the_server_does_not_tell() {
        let text = "info: {version: '2.0.0', title: 'PRA Reporting'}\nservers: [{url: /}]\npaths: {/api/reporting/v2/a: {}, /api/reporting/v2/b: {}}\n";
        let expected =
            ("pra-reporting.ir.json 2.0.0 /api/reporting/v2".to_owned(), "/api/reporting/v2".to_owned());
        assert_eq!(identify(text).unwrap(), expected);
    }

    #[test]
    fn title_without_a_product_is_refused() {
        let text = "info:\n  version: '1'\n  title: Things\nservers: [{url: /api/command/v2}]\npaths: {}\n";
        assert_eq!(
            identify(text).unwrap_err(),
            "a.yaml:3: /info/title: the title names neither Privileged Remote Access nor Remote Support"
        );
    }

    #[test]
    fn versions_are_compared_by_parts() {
        assert_eq!(compare_versions("1.10", "1.9"), Ordering::Greater);
        assert_eq!(compare_versions("1.9", "1.9.1"), Ordering::Less);
        assert_eq!(compare_versions("2.0.0", "1.25"), Ordering::Greater);
        assert_eq!(compare_versions("1.10", "1.10"), Ordering::Equal);
    }
}
