//! Lists: filters, pages and the headers that tell about them.

use std::borrow::Borrow;

use bt_sra_catalog::Schema;
use http::StatusCode;
use http::header::{HeaderName, LINK};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::answer::{Answer, Errors, Refusal};
use crate::call::Call;
use crate::fill;
use crate::store::{OMITTED, Record, Row, Store};
use crate::unconfirmed;

const CURRENT_PAGE: HeaderName = HeaderName::from_static("x-bt-pagination-current-page");
const PER_PAGE: HeaderName = HeaderName::from_static("x-bt-pagination-per-page");
const LAST_PAGE: HeaderName = HeaderName::from_static("x-bt-pagination-last-page");
const TOTAL: HeaderName = HeaderName::from_static("x-bt-pagination-total");

/// The greatest page number that can be asked for: the document declares 32 bits.
const GREATEST_PAGE: u64 = 2_147_483_647;

/// What stays as it is in the URLs of the `Link` header.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Whether a query parameter is about paging.
pub(crate) fn is_paging(name: &str) -> bool {
    matches!(name, "per_page" | "current_page")
}

/// Lists a table that is just that: with the filters of the call, or straight from the page.
pub(crate) fn table(call: &Call<'_>, store: &Store, template: &str, parent: i64) -> Result<Answer, Refusal> {
    let filters = filters(call, &[]);
    if filters.is_empty() && call.operation.paged {
        let place = Place::of(call)?;
        let (total, items) = (store.count(template, parent), items(call));
        let rows = store.slice(template, parent, place.start(), place.length());
        return Ok(place.answer(call, total, rows.map(|row| fill::shown(items, &row)).collect()));
    }
    let fits = |row: &Row<'_>| filters.iter().all(|(name, value)| holds(row.get(name).as_deref(), value));
    let rows = store.scan(template, parent).map(|(_, row)| row).filter(fits);
    if !call.operation.paged {
        return page(call, rows.map(Row::record));
    }
    // Rows that are only counted stay asleep.
    let (place, items) = (Place::of(call)?, items(call));
    let (mut total, mut shown) = (0_u64, Vec::new());
    for row in rows {
        if total >= place.start() && shown.len() < place.length() {
            shown.push(fill::shown(items, &row.record()));
        }
        total = total.saturating_add(1);
    }
    Ok(place.answer(call, total, shown))
}

/// Keeps the records for which every filter of the call holds, but for its `own`.
///
/// A filter compares with the field of its name: exactly, without case; a list field matches if
/// one of its members does.
pub(crate) fn filter<R: Borrow<Record>>(
    call: &Call<'_>,
    records: impl Iterator<Item = R>,
    own: &[&str],
) -> impl Iterator<Item = R> {
    let filters = filters(call, own);
    let fits = move |record: &Record, name: &str, value: &str| {
        // What is not shown is not found.
        let omitted = record.get(OMITTED).and_then(Value::as_array);
        !omitted.is_some_and(|names| names.iter().any(|other| other == name))
            && holds(record.get(name), value)
    };
    records.filter(move |record| filters.iter().all(|(name, value)| fits(record.borrow(), name, value)))
}

fn filters<'a>(call: &'a Call<'_>, own: &[&str]) -> Vec<(&'static str, &'a str)> {
    call.operation
        .query
        .iter()
        .filter(|param| !is_paging(param.name) && !own.contains(&param.name))
        .filter_map(|param| call.query(param.name).map(|value| (param.name, value)))
        .collect()
}

/// Whether a stored value is what a filter asks for.
pub(crate) fn holds(stored: Option<&Value>, wanted: &str) -> bool {
    match stored {
        Some(Value::String(text)) if text.is_ascii() => text.eq_ignore_ascii_case(wanted),
        Some(Value::String(text)) => text.to_lowercase() == wanted.to_lowercase(),
        Some(Value::Number(number)) => wanted.parse() == Ok(number.as_i64().unwrap_or_default()),
        Some(Value::Bool(flag)) => wanted == if *flag { "true" } else { "false" },
        Some(Value::Array(items)) => items.iter().any(|item| holds(Some(item), wanted)),
        _ => false,
    }
}

/// Shows a page of the records, or all of them where the operation has no pages. None is kept
/// that is not shown.
pub(crate) fn page<R: Borrow<Record>>(
    call: &Call<'_>,
    records: impl Iterator<Item = R>,
) -> Result<Answer, Refusal> {
    let items = items(call);
    let place = Place::of(call)?;
    if !call.operation.paged {
        let all = records.map(|record| fill::shown(items, record.borrow())).collect();
        return Ok(Answer::json(StatusCode::OK, Value::Array(all)));
    }
    let (mut total, mut shown) = (0_u64, Vec::new());
    for record in records {
        if total >= place.start() && shown.len() < place.length() {
            shown.push(fill::shown(items, record.borrow()));
        }
        total = total.saturating_add(1);
    }
    Ok(place.answer(call, total, shown))
}

/// The page that a call asks for.
#[derive(Clone, Copy, Debug)]
struct Place {
    per_page: u64,
    current: u64,
}

impl Place {
    fn of(call: &Call<'_>) -> Result<Self, Refusal> {
        let per_page =
            number(call, "per_page", unconfirmed::LEAST_PER_PAGE, unconfirmed::GREATEST_PER_PAGE, 100)?;
        Ok(Self { per_page, current: number(call, "current_page", 1, GREATEST_PAGE, 1)? })
    }

    fn start(self) -> u64 {
        (self.current - 1).saturating_mul(self.per_page)
    }

    fn length(self) -> usize {
        usize::try_from(self.per_page).unwrap_or(usize::MAX)
    }

    /// A page past the end is an empty list.
    fn answer(self, call: &Call<'_>, total: u64, shown: Vec<Value>) -> Answer {
        let Self { per_page, current } = self;
        let last = total.div_ceil(per_page).max(1);
        Answer::json(StatusCode::OK, Value::Array(shown))
            .header(CURRENT_PAGE, &current.to_string())
            .header(PER_PAGE, &per_page.to_string())
            .header(LAST_PAGE, &last.to_string())
            .header(TOTAL, &total.to_string())
            .header(LINK, &links(call, current, per_page, last))
    }
}

fn items(call: &Call<'_>) -> &'static Schema {
    match call.schema() {
        Some(Schema::List(list)) => list.items,
        _ => &Schema::Any,
    }
}

fn number(call: &Call<'_>, name: &str, least: u64, most: u64, default: u64) -> Result<u64, Refusal> {
    let Some(text) = call.query(name) else {
        return Ok(default);
    };
    match text.parse::<u64>() {
        Ok(number) if (least..=most).contains(&number) => Ok(number),
        _ => {
            let mut errors = Errors::default();
            let name_in_words = name.replace('_', " ");
            errors.add(name, format!("The {name_in_words} must be between {least} and {most}."));
            Err(Refusal::Invalid(errors))
        }
    }
}

fn links(call: &Call<'_>, current: u64, per_page: u64, last: u64) -> String {
    let filters: String = call
        .query
        .iter()
        .filter(|(name, _)| !is_paging(name))
        .map(|(name, value)| {
            format!("&{}={}", utf8_percent_encode(name, QUERY), utf8_percent_encode(value, QUERY))
        })
        .collect();
    let link = |page: u64, relation: &str| {
        let Call { origin, path, .. } = call;
        format!("<{origin}{path}?per_page={per_page}&current_page={page}{filters}>; rel=\"{relation}\"")
    };
    let mut sections = vec![link(1, "first")];
    if current > 1 {
        sections.push(link((current - 1).min(last), "previous"));
    }
    if current < last {
        sections.push(link(current + 1, "next"));
    }
    sections.push(link(last, "last"));
    sections.join(", ")
}
