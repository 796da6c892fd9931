//! `btapi api METHOD PATH [-]`

use http::Method;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::Context;
use crate::args::Format;
use crate::failure::{Failure, Result};
use crate::net::{self, Call};
use crate::output::Plan;
use crate::shape::Shape;
use crate::{input, output};

/// Sends any request to the appliance and prints the body of the answer as it is.
pub(super) fn run(context: &Context<'_>, method: &str, path: &str, reads_stdin: bool) -> Result<()> {
    let method = method
        .to_ascii_uppercase()
        .parse::<Method>()
        .map_err(|_| Failure::usage(format!("`{method}` is not an HTTP method")))?;
    if !path.starts_with('/') || path.starts_with("//") {
        return Err(Failure::usage(format!("`{path}` is not a path of the site"))
            .with_hint("the path begins below the host: /api/config/v1/jump-group"));
    }
    check_path(path)?;
    let is_change = !method.is_safe();
    let mut call = Call::raw(method, path.to_owned());
    if reads_stdin || context.globals.kv_in {
        let input = input::object(context.globals.kv_in, &Shape::UNKNOWN)?;
        call = call.body(input.map(|input| input.json));
    }
    let plan = Plan::new(context.globals, Format::Json, Shape::UNKNOWN)?;
    if !plan.is_default() {
        let answer = net::run(&context.settings, async |net| net.call(call).await)?;
        return match is_change {
            true => super::print_if_any(&answer, &context.vocabulary.nothing(), &plan),
            false => super::print(&answer, &plan),
        };
    }
    net::run(&context.settings, async |net| {
        let fail = call.fail();
        let mut body = net.send(call).await?.into_body();
        while let Some(piece) = body.chunk().await {
            output::write(&piece.map_err(&fail)?)
                .map_err(|failure| if is_change { failure.with_hint(super::LOST) } else { failure })?;
        }
        Ok(())
    })
}

/// Refuses what cannot stand in a request. The query is not repeated.
fn check_path(path: &str) -> Result<()> {
    let odd = path.chars().find(|letter| !letter.is_ascii_graphic() || "#\"<>\\^`{|}".contains(*letter));
    let Some(odd) = odd else { return Ok(()) };
    let encoded: String = utf8_percent_encode(odd.encode_utf8(&mut [0; 4]), NON_ALPHANUMERIC).collect();
    let what = if odd == ' ' { "a blank".to_owned() } else { format!("{odd:?}") };
    Err(Failure::usage(format!("the path has {what} in it, which cannot be sent as it is; nothing was sent"))
        .with_hint(format!("write it percent-encoded: {encoded}")))
}
