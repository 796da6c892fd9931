//! `btapi update RESOURCE [ID]`

use bt_sra_catalog::Method;

use super::target::Target;
use super::{Context, add};
use crate::args::Format;
use crate::check::Purpose;
use crate::failure::{Failure, Result};
use crate::net::{self, Call};
use crate::output::Plan;

/// Changes the fields that stand on standard input, and prints the thing as it is then.
pub(super) fn run(context: &Context<'_>, resource: &str, id: Option<&str>) -> Result<()> {
    let target = Target::find(&context.vocabulary, resource, id, Method::Patch)?;
    if id.is_none() && target.found.is_path_known() && !target.found.is_known() {
        return Err(Failure::usage(format!("which one of {resource}? the id is missing"))
            .with_hint(format!("btapi update {resource} ID")));
    }
    let plan = Plan::new(context.globals, Format::Json, target.found.answer())?;
    let body = add::body(context, &target, Purpose::Change)?;
    target.note_if_unknown(&context.vocabulary, Method::Patch);
    let call = Call::new(Method::Patch, &target.path).body(body);
    let answer = net::run(&context.settings, async |net| net.call(call).await)?;
    super::print_if_any(&answer, &target.found, &plan)
}
