//! Making something be there as it should be, in as few calls as it takes.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use bt_sra_core::{Error, ErrorKind, Result, Timestamp};
use bt_sra_transport::RetryPolicy;
use bt_sra_transport::api::scope::Within;
use http::StatusCode;
use serde_json::{Map, Value};

use crate::find::Both;
use crate::{Answer, Call, Find, Found, Listing};

/// How often it is looked again after somebody else came in between.
const ROUNDS: u32 = 3;

/// Makes one item of a list be there as wanted: finds it, creates it if there is none, updates
/// what differs. Made by `ensure` of the handles.
///
/// - What was not set in the wanted item is left as it is. What no answer shows (passwords, keys)
///   cannot be compared, and is set by creating only. An empty text and none are the same.
/// - Where somebody else creates the same at the same time and the appliance refuses a second of
///   that name, what the other has made is taken. Where the appliance allows several of a name,
///   nothing keeps two clients from creating both.
#[must_use = "nothing is ensured until it is sent"]
pub struct Ensure<F: Listing> {
    find: Find<F>,
    /// The field by which it is found, which an appliance names when it is taken.
    key: &'static str,
    create: Call<F::Item>,
    update: Arc<Update<F::Item>>,
    /// Fields that no answer shows, or not as they are.
    hidden: &'static [&'static str],
    deadline: Option<Duration>,
}

/// Makes the call that changes an item, whose body is still to be set.
type Update<T> = dyn Fn(&T) -> Call<T> + Send + Sync;

/// What was done to make something be there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Ensured<T> {
    /// It was not there, and was created.
    Created(T),
    /// It was there, and these fields were changed.
    Updated {
        /// As it is now.
        item: T,
        /// The fields that differed, as they are called on the wire.
        fields: Vec<String>,
    },
    /// It was there as it should be. Nothing was changed.
    Unchanged(T),
    /// Several fit, so it is not known which is meant. Nothing was changed.
    Several(Vec<T>),
}

impl<T> Ensured<T> {
    /// Returns the item as it is now; none if it is not known which is meant.
    #[must_use]
    pub fn item(self) -> Option<T> {
        match self {
            Self::Created(item) | Self::Updated { item, .. } | Self::Unchanged(item) => Some(item),
            Self::Several(_) => None,
        }
    }

    /// Returns whether anything was created or changed.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        matches!(self, Self::Created(_) | Self::Updated { .. })
    }
}

impl<F: Listing> Ensure<F> {
    pub(crate) fn new(
        key: &'static str,
        find: impl FnOnce(String) -> Find<F>,
        create: Call<F::Item>,
        update: impl Fn(&F::Item) -> Call<F::Item> + Send + Sync + 'static,
    ) -> Self {
        let wanted = create.pending().json_body();
        // With nothing to find it by, it is not sent.
        let text = wanted.get(key).and_then(Value::as_str).unwrap_or_default();
        Self {
            find: find(text.to_owned()),
            key,
            create,
            update: Arc::new(update),
            hidden: &[],
            deadline: None,
        }
    }

    /// Compares none of these fields.
    #[cfg_attr(not(feature = "pra"), expect(dead_code, reason = "no resource of the other product needs it"))]
    pub(crate) fn without(mut self, hidden: &'static [&'static str]) -> Self {
        self.hidden = hidden;
        self
    }

    /// Looks for it among what these filters leave, instead of by its name. Where the name is not
    /// enough to tell things apart, take a tag, or the Jump Group as well.
    pub fn among(mut self, list: crate::List<F>) -> Self {
        self.find = list.find();
        self.key = "";
        self
    }

    /// Limits how long it may take in all.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Sets when and how often to try again, for each call.
    pub fn with_retry(mut self, policy: RetryPolicy) -> Self {
        self.find = self.find.with_retry(policy);
        self.create = self.create.with_retry(policy);
        let update = Arc::clone(&self.update);
        self.update = Arc::new(move |item| update(item).with_retry(policy));
        self
    }
}

impl<F: Listing> Ensure<F>
where
    F::Item: Answer,
{
    /// Does what is needed, and says what that was.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the wanted item does not set what it is found by; and as
    /// [`Call::send`]. [`Error::may_have_acted`] says whether it may have been created or changed.
    pub async fn send(self) -> Result<Ensured<F::Item>> {
        let wanted = self.create.pending().json_body();
        if !self.key.is_empty() && wanted.get(self.key).and_then(Value::as_str).is_none_or(str::is_empty) {
            let why = format!("`{}` must be set: it is what this is found by", self.key);
            return Err(Error::new(ErrorKind::InvalidRequest, why)
                .with_operation(self.create.pending().operation.name.clone()));
        }
        let within = Within::new(Arc::clone(self.create.pending().clock()), self.deadline);
        let mut refused: Option<Error> = None;
        let mut round = 1;
        loop {
            let found = match self.find.clone().within(&within).send_for_both().await {
                Ok(found) => found,
                // That it may have been created matters more than why nobody can tell.
                Err(error) => return Err(refused.filter(Error::may_have_acted).unwrap_or(error)),
            };
            match found {
                Found::Several(items) => {
                    return Ok(Ensured::Several(items.into_iter().map(|both| both.item).collect()));
                }
                Found::One(both) => match self.settle(both, &wanted, refused.as_ref(), &within).await {
                    // Deleted in between.
                    Err(error) if error.status() == Some(StatusCode::NOT_FOUND) && round < ROUNDS => {
                        refused = None;
                    }
                    Err(error) if refused.as_ref().is_some_and(Error::may_have_acted) => {
                        return Err(error.with_may_have_acted(true));
                    }
                    settled => return settled,
                },
                // Refused, and yet not there: the refusal is about something else.
                Found::None if refused.is_some() && round >= 2 => {
                    return Err(refused.unwrap_or_else(|| Error::new(ErrorKind::Decode, "not there")));
                }
                Found::None => match self.create.clone().within(&within).send().await {
                    Ok(item) => return Ok(Ensured::Created(item)),
                    Err(error) if round < ROUNDS && (error.may_have_acted() || self.is_taken(&error)) => {
                        refused = Some(error);
                    }
                    Err(error) => return Err(error),
                },
            }
            round += 1;
        }
    }

    /// Updates what differs.
    async fn settle(
        &self,
        both: Both<F::Item>,
        wanted: &Map<String, Value>,
        refused: Option<&Error>,
        within: &Within,
    ) -> Result<Ensured<F::Item>> {
        let Both { item, sent } = both;
        let mut changes = differences(wanted, &sent);
        changes.retain(|name, _| !self.hidden.contains(&name.as_str()));
        if changes.is_empty() {
            // It was not there, creating was not answered, and now it is there.
            let is_ours = refused.is_some_and(Error::may_have_acted);
            return Ok(if is_ours { Ensured::Created(item) } else { Ensured::Unchanged(item) });
        }
        let fields = changes.keys().cloned().collect();
        complete(&mut changes, wanted);
        let call = (self.update)(&item).json(&changes);
        let item = call.within(within).send().await?;
        Ok(Ensured::Updated { item, fields })
    }

    /// Whether a refusal may mean that the name is taken. The words are the appliance's own, so
    /// only the place is looked at.
    fn is_taken(&self, error: &Error) -> bool {
        let refused = [StatusCode::BAD_REQUEST, StatusCode::CONFLICT, StatusCode::UNPROCESSABLE_ENTITY];
        let fields = error.field_errors();
        error.status().is_some_and(|status| refused.contains(&status))
            && (self.key.is_empty() || fields.is_empty() || fields.contains_key(self.key))
    }
}

impl<F: Listing> Clone for Ensure<F> {
    fn clone(&self) -> Self {
        Self {
            find: self.find.clone(),
            create: self.create.clone(),
            update: Arc::clone(&self.update),
            ..*self
        }
    }
}

impl<F: Listing> fmt::Debug for Ensure<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Ensure").field(&self.create).finish()
    }
}

/// The members of `wanted` that `current` shows otherwise, or not at all.
fn differences(wanted: &Map<String, Value>, current: &Value) -> Map<String, Value> {
    // An appliance may leave out what is not set.
    let differs = |name: &str, value: &Value| !agree(value, current.get(name).unwrap_or(&Value::Null));
    wanted
        .iter()
        .filter(|(name, value)| differs(name, value))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

/// Adds what means something only together with what is there: a number and the kind of thing
/// that it is the number of.
fn complete(changes: &mut Map<String, Value>, wanted: &Map<String, Value>) {
    let others: Vec<String> = changes
        .keys()
        .filter_map(|name| match name.strip_suffix("_id") {
            Some(stem) => Some(format!("{stem}_type")),
            None => name.strip_suffix("_type").map(|stem| format!("{stem}_id")),
        })
        .collect();
    for other in others {
        if let Some(value) = wanted.get(&other) {
            changes.insert(other, value.clone());
        }
    }
}

/// Whether what is shown is what is wanted.
fn agree(wanted: &Value, shown: &Value) -> bool {
    let is_empty = |value: &Value| value.is_null() || value.as_str() == Some("");
    match (wanted, shown) {
        (Value::Object(wanted), Value::Object(_)) => differences(wanted, shown).is_empty(),
        (Value::Array(wanted), Value::Array(shown)) => {
            wanted.len() == shown.len()
                && wanted.iter().zip(shown).all(|(wanted, shown)| agree(wanted, shown))
        }
        // Some numbers are answered as texts.
        (Value::Number(wanted), Value::String(shown)) => wanted.to_string() == shown.trim(),
        (Value::String(wanted), Value::String(shown)) if wanted != shown => is_same_time(wanted, shown),
        _ => wanted == shown || (is_empty(wanted) && is_empty(shown)),
    }
}

/// Whether two texts are the same moment, which appliances write in another way than we do.
fn is_same_time(wanted: &str, shown: &str) -> bool {
    match (wanted.parse::<Timestamp>(), shown.parse::<Timestamp>()) {
        (Ok(wanted), Ok(shown)) => wanted == shown,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(wanted: Value, current: Value, expect: Value) {
        let Value::Object(wanted) = wanted else { panic!("no object") };
        assert_eq!(Value::Object(differences(&wanted, &current)), expect);
    }

    #[test]
    fn only_what_is_wanted_and_shown_otherwise_differs() {
        check(json!({"a": 1, "b": "x"}), json!({"a": 2, "b": "x", "c": 3}), json!({"a": 1}));
        check(json!({"a": "x", "b": ""}), json!({"c": 2}), json!({"a": "x"}));
        check(json!({"a": ""}), json!({"a": null}), json!({}));
        check(json!({"a": false}), json!({"a": null}), json!({"a": false}));
        check(json!({"a": {"b": 1}}), json!({"a": {"b": 1, "c": 2}}), json!({}));
        check(json!({"a": 60, "b": 61}), json!({"a": "60", "b": "60"}), json!({"b": 61}));
        check(
            json!({"a": "2026-02-03T04:05:06Z", "b": "2026-02-03T04:05:06Z"}),
            json!({"a": "2026-02-03T04:05:06+00:00", "b": "2026-02-03T04:05:07+00:00"}),
            json!({"b": "2026-02-03T04:05:06Z"}),
        );
        check(json!({"a": [1, 2]}), json!({"a": [2, 1]}), json!({"a": [1, 2]}));
    }
}
