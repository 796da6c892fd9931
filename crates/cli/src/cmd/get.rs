//! `btapi get RESOURCE [ID]`

use bt_sra_catalog::Method;

use super::Context;
use super::target::Target;
use crate::failure::{Failure, Result};
use crate::net::{self, Call};
use crate::output::Plan;

/// Prints one thing.
pub(super) fn run(context: &Context<'_>, resource: &str, id: Option<&str>) -> Result<()> {
    let target = Target::find(&context.vocabulary, resource, id, Method::Get)?;
    if id.is_none() && target.found.answers_list() {
        return Err(Failure::usage(format!("which one of {resource}? the id is missing"))
            .with_hint(format!("btapi get {resource} ID, or btapi list {resource}")));
    }
    let plan = Plan::reading(context.globals, target.found.answer())?;
    target.note_if_unknown(&context.vocabulary, Method::Get);
    let call = Call::new(Method::Get, &target.path);
    let answer = net::run(&context.settings, async |net| net.call(call).await)?;
    super::print(&answer, &plan)
}
