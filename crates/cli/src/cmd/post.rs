//! `btapi post PATH [-]`

use bt_sra_catalog::Method;

use super::target::Target;
use super::{Context, add};
use crate::args::Format;
use crate::check::Purpose;
use crate::failure::{Failure, Result};
use crate::net::{self, Call};
use crate::output::Plan;

/// Does something special and prints what comes of it.
///
/// Standard input is read only if asked for, so that most of these work in a `while read` loop.
pub(super) fn run(context: &Context<'_>, path: &str, reads_stdin: bool) -> Result<()> {
    let target = Target::find(&context.vocabulary, path, None, Method::Post)?;
    let plan = Plan::new(context.globals, Format::Json, target.found.answer())?;
    let body = if reads_stdin || context.globals.kv_in {
        add::body(context, &target, Purpose::Create)?
    } else if target.found.demands_body() {
        return Err(Failure::usage(format!("{path} needs an object")).with_hint(format!(
            "`btapi post {path} -` reads JSON from standard input, `btapi -k post {path}` key=value lines"
        )));
    } else {
        None
    };
    target.note_if_unknown(&context.vocabulary, Method::Post);
    let call = Call::new(Method::Post, &target.path).body(body);
    let answer = net::run(&context.settings, async |net| net.call(call).await)?;
    super::print_if_any(&answer, &target.found, &plan)
}
