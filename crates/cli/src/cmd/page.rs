//! One page of a list: its items, and whether it is the page that was asked for.

use serde_json::value::RawValue;

use crate::failure::{Exit, Failure, Result, plain};
use crate::json::Json;
use crate::net::Answer;

/// The parameter that says which page is wanted.
pub(super) const PARAMETER: &str = "current_page";

/// The longest message of an appliance that is passed on, in letters.
const LONGEST: usize = 500;

/// Returns the items of a page. A single object where a list is meant is a list of one.
pub(super) fn items(answer: &Answer) -> Result<Vec<&RawValue>> {
    let json = super::json(answer).map_err(super::with_way_out)?;
    // Only the outermost brackets are looked at, whatever is in the items.
    if json.get().starts_with('[')
        && let Ok(items) = serde_json::from_str(json.get())
    {
        return Ok(items);
    }
    let value = Json::read(json);
    let what = match &value {
        Some(Json::Object(_)) => match value.as_ref().and_then(|object| object.get("error")) {
            None | Some(Json::Null) => return Ok(vec![json]),
            Some(Json::Text(text)) => {
                format!("an error: {}", plain(text).chars().take(LONGEST).collect::<String>())
            }
            Some(_) => "an error".to_owned(),
        },
        Some(Json::Text(_)) => "a text".to_owned(),
        Some(Json::Number(_)) => "a number".to_owned(),
        Some(Json::Bool(_)) => "true or false".to_owned(),
        _ => "null".to_owned(),
    };
    Err(Failure::new(Exit::Unreadable, format!("{}: the answer is {what}, not a list", answer.name)))
}

/// Refuses what is not page number `asked`, or is the page `before` once more: with such an
/// appliance a list would never end.
pub(super) fn check(answer: &Answer, asked: u64, before: Option<&Answer>) -> Result<()> {
    let said = answer.paging.current.filter(|_| !answer.paging.agrees_with(asked));
    let what = match said {
        Some(said) => {
            format!("page {asked} was asked for, and the appliance says that it sends page {said}")
        }
        None if before.is_some_and(|before| before.body == answer.body) => {
            format!("page {asked} is page {} again", asked.saturating_sub(1))
        }
        None => return Ok(()),
    };
    Err(Failure::new(Exit::Unreadable, format!("{}: {what}; the list is not complete", answer.name)))
}
