//! Scenarios: what happens at a site when, written down beforehand.

use std::fmt::{self, Write as _};

use bt_sra_core::Product;
use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::error::Category;
use serde_json::{Map, Value, json};

use crate::live::plan::{Done, Step};
use crate::time::Moment;
use crate::triggers;
use crate::world::Site;

/// What happens at a site, and how many seconds after the start.
///
/// ```
/// use bt_sra_core::Product;
/// use bt_sra_simulator::Scenario;
///
/// let scenario = Scenario::parse(
///     Product::Rs,
///     r#"[
///         {"at": 10, "trigger": "session_begins", "queue": "team:1", "customer": "Robin"},
///         {"at": 25, "trigger": "session_joined", "id": 3},
///         {"at": 60, "trigger": "health_fails"}
///     ]"#,
/// );
/// assert_eq!(scenario.map(|scenario| scenario.len()), Ok(3));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Scenario {
    /// Seconds after the start, and orders.
    steps: Vec<(i64, Map<String, Value>)>,
}

/// The latest second of a step: some 30 years.
const LATEST: i64 = 1_000_000_000;

impl Scenario {
    /// Reads a scenario from JSON: a list of objects with `at`, the seconds after the start,
    /// `trigger`, and the members of the trigger.
    ///
    /// # Errors
    ///
    /// With every mistake and its place, a line each.
    pub fn parse(product: Product, text: &str) -> Result<Self, String> {
        if text.starts_with('\u{feff}') {
            return Err(
                "line 1, column 1: a byte order mark comes before the JSON, which allows none".to_owned()
            );
        }
        let document: Unambiguous = serde_json::from_str(text).map_err(|error| {
            let place = format!("line {}, column {}", error.line(), error.column());
            match error.classify() {
                // The place comes first here.
                Category::Data => {
                    let what = error.to_string();
                    format!("{place}: {}", what.split(" at line ").next().unwrap_or_default())
                }
                _ => format!("{place}: this is no JSON"),
            }
        })?;
        Self::read(product, &document.0)
    }

    /// Reads a scenario from a JSON value.
    ///
    /// # Errors
    ///
    /// With every mistake and its place, a line each.
    pub fn read(product: Product, document: &Value) -> Result<Self, String> {
        let list = document.as_array().ok_or("a scenario is a list of steps")?;
        let mut wrong = String::new();
        let mut complain = |place: usize, what: &str| {
            let _ = write!(wrong, "{}step {place}: {what}", if wrong.is_empty() { "" } else { "\n" });
        };
        let mut steps = Vec::new();
        for (place, step) in (1..).zip(list) {
            let Some(step) = step.as_object() else {
                complain(place, "it is no object");
                continue;
            };
            let at = match step.get("at") {
                None => Err("it needs a member `at`, the seconds after the start"),
                Some(at) => at
                    .as_i64()
                    .filter(|at| (0..=LATEST).contains(at))
                    .ok_or("`at` must be a whole number of seconds after the start"),
            };
            let mut order = step.clone();
            order.shift_remove("at");
            let checked = triggers::check(product, &order);
            if let Err(what) = at {
                complain(place, what);
            }
            if let Err(what) = &checked {
                complain(place, what);
            }
            if let (Ok(at), Ok(())) = (at, checked) {
                steps.push((at, order));
            }
        }
        // Steps of the same second happen in the order of the list.
        steps.sort_by_key(|(at, _)| *at);
        if wrong.is_empty() { Ok(Self { steps }) } else { Err(wrong) }
    }

    /// Returns the number of steps.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether nothing is to happen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }
}

/// A JSON value in which no object has a member twice.
struct Unambiguous(Value);

impl<'de> Deserialize<'de> for Unambiguous {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader).map(Self)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(json!(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(json!(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(json!(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(json!(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(json!(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(Unambiguous(item)) = items.next_element()? {
            all.push(item);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            if all.contains_key(&name) {
                return Err(de::Error::custom(format_args!("the member `{name}` is there twice")));
            }
            let Unambiguous(value) = members.next_value()?;
            all.insert(name, value);
        }
        Ok(Value::Object(all))
    }
}

/// Plans the steps of a scenario that starts now, in place of what was planned.
pub(crate) fn begin(site: &mut Site, now: i64, scenario: &Scenario) {
    let step =
        |(at, order): &(i64, Map<String, Value>)| Step { at: now.saturating_add(*at), order: order.clone() };
    site.live.plan.ahead = scenario.steps.iter().map(step).collect();
    site.live.plan.done.clear();
}

/// Lets everything happen that was planned until now, each at its own time.
pub(crate) fn run(site: &mut Site, now: Moment) {
    while site.live.plan.ahead.first().is_some_and(|step| step.at <= now.second) {
        let Step { at, order } = site.live.plan.ahead.remove(0);
        let outcome = triggers::pull(site, Moment { second: at, ..now }, &order);
        let (outcome, failure) = match outcome {
            Ok(outcome) => (Some(outcome), None),
            Err(why) => (None, Some(why)),
        };
        site.live.plan.done.push(Done { at, order, outcome, failure });
    }
}

/// Shows what is still to happen, and what became of the rest.
pub(crate) fn shown(site: &Site) -> Value {
    let plan = &site.live.plan;
    let value = |part: Result<Value, serde_json::Error>| part.unwrap_or_default();
    json!({
        "ahead": value(serde_json::to_value(&plan.ahead)),
        "done": value(serde_json::to_value(&plan.done)),
    })
}
