//! `btapi add RESOURCE`

use bt_sra_catalog::Method;
use bytes::Bytes;

use super::Context;
use super::target::Target;
use crate::args::Format;
use crate::check::{self, Purpose};
use crate::failure::{Failure, Result};
use crate::net::{self, Call};
use crate::output::Plan;
use crate::{input, output};

/// Creates a thing from standard input and prints it.
pub(super) fn run(context: &Context<'_>, resource: &str) -> Result<()> {
    let target = Target::find(&context.vocabulary, resource, None, Method::Post)?;
    let plan = Plan::new(context.globals, Format::Json, target.found.answer())?;
    let body = body(context, &target, Purpose::Create)?;
    target.note_if_unknown(&context.vocabulary, Method::Post);
    let call = Call::new(Method::Post, &target.path).body(body);
    let answer = net::run(&context.settings, async |net| net.call(call).await)?;
    super::print_if_any(&answer, &target.found, &plan)
}

/// Reads and checks the body of a request; nothing only where nothing is demanded.
pub(super) fn body(context: &Context<'_>, target: &Target, purpose: Purpose) -> Result<Option<Bytes>> {
    let shape = target.found.body();
    let Some(input) = input::object(context.globals.kv_in, &shape)? else {
        if target.found.is_known() && !target.found.demands_body() {
            return Ok(None);
        }
        return Err(Failure::invalid(format!("{}: there is nothing on standard input", target.path))
            .with_hint("the object goes to standard input, as JSON or with -k as key=value lines"));
    };
    for note in check::input(&target.path.to_string(), &input.value, &shape, purpose)? {
        output::note(&format!("{}: {note}; sent as it is", target.path));
    }
    Ok(Some(input.json))
}
