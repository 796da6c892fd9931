//! `btapi download PATH`

use bt_sra_catalog::Method;
use serde_json::json;
use serde_json::value::to_raw_value;

use super::Context;
use super::target::Target;
use crate::args::Format;
use crate::failure::{Exit, Failure, Result, plain};
use crate::net::{self, Call};
use crate::output::Plan;
use crate::shape::Shape;

/// Saves a file to the current directory and prints its name, size and checksum.
pub(super) fn run(context: &Context<'_>, path: &str) -> Result<()> {
    let target = Target::find(&context.vocabulary, path, None, Method::Get)?;
    target.note_if_unknown(&context.vocabulary, Method::Get);
    let plan = Plan::new(context.globals, Format::Json, Shape::UNKNOWN)?;
    let call = Call::new(Method::Get, &target.path);
    let fallback = target.path.segments().last().map_or("download", String::as_str);
    let saved = net::run(&context.settings, async |net| {
        net.save(call, fallback, |media| target.found.answers_media(media)).await
    })?;
    let file = saved.path.file_name().unwrap_or(saved.path.as_os_str());
    let report = json!({"file": file.to_string_lossy(), "size": saved.size, "sha256": saved.sha256});
    let report = to_raw_value(&report).map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
    plan.value(&report).map_err(|failure| {
        failure.with_hint(format!("the file is saved as {}", plain(&file.to_string_lossy())))
    })
}
