//! `btapi api METHOD PATH [-]`

use http::Method;

use super::Context;
use crate::failure::{Failure, Result};
use crate::net::{self, Call};
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
    let mut call = Call::raw(method, path.to_owned());
    if reads_stdin || context.globals.kv_in {
        let input = input::object(context.globals.kv_in, &Shape::UNKNOWN)?;
        call = call.body(input.map(|input| input.json));
    }
    net::run(&context.settings, async |net| {
        let mut body = net.send(call).await?.into_body();
        while let Some(piece) = body.chunk().await {
            output::write(&piece?)?;
        }
        Ok(())
    })
}
