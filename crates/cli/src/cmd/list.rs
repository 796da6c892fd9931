//! `btapi list RESOURCE [NAME=VALUE…]`

use std::borrow::Cow;
use std::io::IsTerminal as _;

use bt_sra_catalog::Method;
use tokio::io::AsyncWriteExt as _;

use super::target::Target;
use super::{Context, page};
use crate::args::Format;
use crate::check::not_quite_a_number;
use crate::failure::{Failure, Result, plain};
use crate::net::{self, Answer, Call, Net};
use crate::output::{Plan, Writer};
use crate::progress::{self, Unit};
use crate::suggest::closest;
use crate::{input, output};

/// Prints all things of a collection, page by page; the next page is under way while one is
/// printed.
pub(super) fn run(context: &Context<'_>, resource: &str, filters: &[String]) -> Result<()> {
    let target = Target::find(&context.vocabulary, resource, None, Method::Get)?;
    let query = query(context, &target, filters)?;
    target.note_if_unknown(&context.vocabulary, Method::Get);
    let plan = Plan::reading(context.globals, target.found.answer())?;
    let mut writer = plan.list(output::width(context.settings.get("COLUMNS").as_deref()));
    let mut call = Call::new(Method::Get, &target.path);
    // Who asks for one page gets that page.
    let wanted = query.iter().find(|(name, _)| name == page::PARAMETER);
    let wanted: Option<u64> = wanted.map(|(_, page)| page.parse().unwrap_or(1));
    for (name, value) in query {
        call = call.query(name, value);
    }
    net::run(&context.settings, async |net| match plan.is_raw() {
        true => print(net, resource, &call, wanted, &mut Raw::default()).await,
        false => print(net, resource, &call, wanted, &mut writer).await,
    })?;
    if plan.format() == Format::Table && writer.count() == Some(0) && !plan.is_raw() {
        output::note(&format!("{resource}: nothing found"));
    }
    Ok(())
}

/// What becomes of the pages of a list.
trait Pages {
    /// Turns a page into what is printed of it, and tells how many items it has: of an empty
    /// page none, and otherwise at least one.
    fn page<'a>(&mut self, answer: &'a Answer) -> Result<(Cow<'a, [u8]>, usize)>;

    /// Returns what is printed after the last page.
    fn end(&mut self) -> Result<String>;
}

impl Pages for Writer<'_> {
    fn page<'a>(&mut self, answer: &'a Answer) -> Result<(Cow<'a, [u8]>, usize)> {
        let items = page::items(answer)?;
        Ok((Cow::Owned(Self::page(self, &items)?.into_bytes()), items.len()))
    }

    fn end(&mut self) -> Result<String> {
        Self::end(self)
    }
}

/// Passes pages on as they came, a line end between them.
#[derive(Debug, Default)]
struct Raw {
    is_open: bool,
}

impl Pages for Raw {
    fn page<'a>(&mut self, answer: &'a Answer) -> Result<(Cow<'a, [u8]>, usize)> {
        let body = &answer.body;
        let mut marks = body.iter().filter(|byte| !byte.is_ascii_whitespace());
        let is_empty = (marks.next(), marks.next()) == (Some(&b'['), Some(&b']'));
        let bytes = match self.is_open {
            true => Cow::Owned([b"\n", &**body].concat()),
            false => Cow::Borrowed(&**body),
        };
        self.is_open = !body.ends_with(b"\n");
        let full = answer.paging.per_page.and_then(|size| usize::try_from(size).ok()).unwrap_or(1).max(1);
        Ok((bytes, if is_empty { 0 } else { full }))
    }

    fn end(&mut self) -> Result<String> {
        Ok(String::new())
    }
}

/// Prints page number `wanted`, or all.
async fn print(
    net: &Net,
    label: &str,
    call: &Call,
    wanted: Option<u64>,
    pages: &mut impl Pages,
) -> Result<()> {
    let mut out = tokio::io::stdout();
    // On a terminal the rows themselves tell how far things are.
    let is_shown = std::io::stdout().is_terminal();
    if !is_shown {
        net.progress().begin(label, Unit::Items);
    }
    let mut answer = net.call(call.clone()).await?;
    page::check(&answer, wanted.unwrap_or(1), None)?;
    for number in 1.. {
        let (text, items) = pages.page(&answer)?;
        progress::clear_for_data();
        if is_shown && !text.ends_with(b"\n") {
            // The line of the progress would take the last line of the data away.
            net.progress().finish();
        }
        net.progress().expect(answer.paging.total.filter(|_| wanted.is_none()));
        net.progress().add(items as u64);
        let printed = async {
            out.write_all(&text).await?;
            out.flush().await
        };
        // Every further page costs a request, so none is asked for without need.
        let more = wanted.is_none() && answer.paging.continues_after(number, items);
        let next = async {
            match more {
                true => {
                    net.call(call.clone().query(page::PARAMETER, (number + 1).to_string())).await.map(Some)
                }
                false => Ok(None),
            }
        };
        let (printed, next) = tokio::join!(printed, next);
        printed.map_err(|error| output::broken(&error))?;
        match next? {
            Some(next) => {
                page::check(&next, number + 1, Some(&answer))?;
                answer = next;
            }
            None => break,
        }
    }
    output::write(pages.end()?.as_bytes())
}

/// Returns the filters, from the command line and with -k from standard input.
fn query(context: &Context<'_>, target: &Target, filters: &[String]) -> Result<Vec<(String, String)>> {
    let mut query = Vec::new();
    for filter in filters {
        let Some((name, value)) = filter.split_once('=') else {
            return Err(Failure::usage(format!("`{filter}` is not a filter; write NAME=VALUE")));
        };
        query.push((name.to_owned(), value.to_owned()));
    }
    if context.globals.kv_in {
        query.extend(input::pairs()?.into_iter().map(|pair| (pair.key, pair.value.text)));
    }
    let mut checked: Vec<(String, String)> = Vec::with_capacity(query.len());
    for (name, value) in query {
        if checked.iter().any(|(before, _)| *before == name) {
            return Err(Failure::usage(format!("`{}` is given twice", plain(&name))));
        }
        let value = check(target, &name, value)?;
        checked.push((name, value));
    }
    Ok(checked)
}

/// Refuses the value of a known filter that has another type. Returns it as the appliance reads it.
fn check(target: &Target, name: &str, value: String) -> Result<String> {
    if !target.found.is_known() {
        return Ok(value);
    }
    let Some(shape) = target.found.query(name) else {
        let names = target.found.query_names();
        let guess =
            closest(name, names).map_or_else(String::new, |guess| format!(" (did you mean `{guess}`?)"));
        output::note(&format!(
            "{}: the filter `{name}` is not known here{guess}; sent as it is",
            target.path
        ));
        return Ok(value);
    };
    if shape.takes_text() || shape.is_unknown() {
        return Ok(value);
    }
    let word = value.to_ascii_lowercase();
    if shape.takes_boolean() && matches!(word.as_str(), "true" | "false") {
        return Ok(word);
    }
    let is_number = shape.takes_integer() && value.parse::<i64>().is_ok()
        || shape.takes_number() && value.parse::<f64>().is_ok();
    if is_number {
        return Ok(value);
    }
    let given = if shape.takes_boolean() { None } else { not_quite_a_number(&value) };
    Err(Failure::invalid(format!(
        "{}: the filter `{name}` was refused, nothing was sent: expected {}, got {}",
        target.path,
        shape.describe(),
        given.unwrap_or("a text")
    )))
}
