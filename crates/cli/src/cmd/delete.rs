//! `btapi delete RESOURCE ID`

use bt_sra_catalog::Method;

use super::Context;
use super::target::Target;
use crate::failure::{Failure, Result};
use crate::net::{self, Call};

/// Deletes one thing. Prints nothing, asks nothing, and reads nothing.
///
/// Only what is a thing of its own without an id (the association of a vault account, say) can be
/// deleted without one: an empty variable in a script must not make this the path of another.
pub(super) fn run(context: &Context<'_>, resource: &str, id: Option<&str>) -> Result<()> {
    let target = Target::find(&context.vocabulary, resource, id, Method::Delete)?;
    if id.is_none() && !target.found.ends_in_literal() {
        return Err(Failure::usage(format!(
            "which one of {resource}? the id is missing; nothing was deleted"
        ))
        .with_hint("the id is an argument of its own: btapi delete RESOURCE ID"));
    }
    target.note_if_unknown(&context.vocabulary, Method::Delete);
    let call = Call::new(Method::Delete, &target.path);
    net::run(&context.settings, async |net| net.call(call).await).map(drop)
}
