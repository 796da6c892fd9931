//! Resource paths as people type them, and the address each stands for.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::failure::{Failure, Result};

/// Everything but the unreserved characters of RFC 3986.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Where the Configuration API lives on every site.
pub(crate) const BASE: &str = "/api/config/v1";

/// A path below the Configuration API: segments, none of them empty.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct ResourcePath {
    segments: Vec<String>,
}

impl ResourcePath {
    /// Reads a path such as `jumpoint/5/installer`; a leading slash does no harm.
    ///
    /// An empty segment is refused, since it is what an empty variable in a script leaves behind,
    /// and what then remains is the path of something else.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let rest = text.strip_prefix(BASE).filter(|rest| rest.starts_with('/')).unwrap_or(text);
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        if rest.is_empty() {
            return Err(
                Failure::usage("the resource is empty").with_hint("`btapi resources` lists what exists")
            );
        }
        let mut segments = Vec::new();
        for segment in rest.split('/') {
            segments.push(check_segment(segment, text)?);
        }
        Ok(Self { segments })
    }

    /// Returns the path of the thing called `id` in this collection.
    pub(crate) fn with_id(&self, id: &str) -> Result<Self> {
        if id.trim().is_empty() {
            return Err(Failure::usage("the id is empty").with_hint("nothing was sent; see what set the id"));
        }
        if id.contains(char::is_whitespace) || id.contains(char::is_control) {
            return Err(Failure::usage("the id has blanks in it").with_hint("give one id at a time"));
        }
        if matches!(id, "." | "..") || id.contains('/') {
            return Err(Failure::usage(format!("`{id}` is not an id")));
        }
        let mut segments = self.segments.clone();
        segments.push(id.to_owned());
        Ok(Self { segments })
    }

    /// Returns the path without its last segment, if it has more than one.
    pub(crate) fn parent(&self) -> Option<Self> {
        let (_, above) = self.segments.split_last()?;
        (!above.is_empty()).then(|| Self { segments: above.to_vec() })
    }

    /// Returns the segments as typed.
    pub(crate) fn segments(&self) -> &[String] {
        &self.segments
    }

    /// Returns the path as it goes over the wire.
    pub(crate) fn wire(&self) -> String {
        let mut wire = BASE.to_owned();
        for segment in &self.segments {
            wire.push('/');
            wire.extend(utf8_percent_encode(segment, SEGMENT));
        }
        wire
    }
}

impl fmt::Display for ResourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.segments.join("/"))
    }
}

fn check_segment(segment: &str, whole: &str) -> Result<String> {
    if segment.is_empty() {
        return Err(Failure::usage(format!("`{whole}` has an empty part"))
            .with_hint("nothing was sent; an empty variable leaves such a path behind"));
    }
    if matches!(segment, "." | "..") {
        return Err(Failure::usage(format!("`{whole}` has `{segment}` in it")));
    }
    if segment.contains(char::is_control) {
        return Err(Failure::usage("the resource has a control character in it"));
    }
    if segment.contains(['?', '#']) {
        return Err(Failure::usage(format!("`{whole}` has a query in it")).with_hint(
            "`btapi list RESOURCE NAME=VALUE` filters; `btapi api GET PATH?QUERY` sends it as it is",
        ));
    }
    Ok(segment.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, wire: &str) {
        let rendered = match ResourcePath::parse(text) {
            Ok(path) => path.wire(),
            Err(failure) => failure.report().lines().next().unwrap_or_default().to_owned(),
        };
        assert_eq!(rendered, wire);
    }

    #[test]
    fn paths_are_relative_to_the_configuration_api() {
        check("jump-group", "/api/config/v1/jump-group");
        check("/jump-group", "/api/config/v1/jump-group");
        check("/api/config/v1/jumpoint/5/installer", "/api/config/v1/jumpoint/5/installer");
        check("openapi.yaml", "/api/config/v1/openapi.yaml");
    }

    #[test]
    fn odd_characters_are_escaped() {
        check("user/a b%2F;ü", "/api/config/v1/user/a%20b%252F%3B%C3%BC");
    }

    #[test]
    fn paths_with_holes_are_refused() {
        check("", "btapi: the resource is empty");
        check("jumpoint//installer", "btapi: `jumpoint//installer` has an empty part");
        check("jump-group/", "btapi: `jump-group/` has an empty part");
        check("jump-group/../user", "btapi: `jump-group/../user` has `..` in it");
        check("jump-group?name=x", "btapi: `jump-group?name=x` has a query in it");
    }

    #[test]
    fn ids_are_one_segment() {
        let group = ResourcePath::parse("jump-group").unwrap();
        assert_eq!(group.with_id("31").unwrap().wire(), "/api/config/v1/jump-group/31");
        for bad in ["", " ", "1 2", "1\n", "..", "1/user"] {
            assert_eq!(group.with_id(bad).unwrap_err().exit_code(), 2, "{bad:?}");
        }
    }
}
