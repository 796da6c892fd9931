//! Which path a command means.

use bt_sra_catalog::Method;

use crate::failure::{Failure, Result};
use crate::output;
use crate::path::ResourcePath;
use crate::vocabulary::{Found, Vocabulary};

/// A path, and what is known of it.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) path: ResourcePath,
    pub(super) found: Found,
}

impl Target {
    /// Finds what `resource` and `id` mean to a command that acts by `method`.
    ///
    /// Tells on standard error when nothing is known of it: the appliance may be newer.
    pub(super) fn find(
        vocabulary: &Vocabulary,
        resource: &str,
        id: Option<&str>,
        method: Method,
    ) -> Result<Self> {
        let mut path = ResourcePath::parse(resource)?;
        if let Some(id) = id {
            path = path.with_id(id)?;
        }
        let found = vocabulary.find(&path, method);
        if let (Some(id), Some(shape)) = (id, found.last_parameter()) {
            let is_number = id.parse::<i64>().is_ok();
            if shape.takes_integer() && !shape.takes_text() && !is_number {
                return Err(Failure::usage(format!(
                    "`{id}` is not an id of {resource}: expected a whole number"
                )));
            }
        }
        Ok(Self { path, found })
    }

    /// Tells on standard error if this is unknown.
    pub(super) fn note_if_unknown(&self, vocabulary: &Vocabulary, method: Method) {
        if self.found.is_known() {
            return;
        }
        let path = &self.path;
        if self.found.is_path_known() {
            let known: Vec<&str> = self.found.methods().iter().map(|method| method.as_str()).collect();
            output::note(&format!(
                "`{path}` is not known to take {} (but {}); sent as it is",
                method.as_str(),
                known.join(", ")
            ));
            return;
        }
        let guess =
            vocabulary.suggest(path).map_or_else(String::new, |guess| format!(" (did you mean `{guess}`?)"));
        output::note(&format!("`{path}` is not known here{guess}; sent as it is"));
    }
}
