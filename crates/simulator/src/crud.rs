//! What every resource can do: list, create, show, update, delete, driven by the catalog.

use std::borrow::Cow;

use bt_sra_catalog::{Method, Object, Schema};
use serde_json::{Value, json};

use crate::answer::{Answer, Errors, Refusal};
use crate::call::{Call, answer_schema};
use crate::fill;
use crate::hooks;
use crate::paging;
use crate::refs;
use crate::route::{Shape, collection_of};
use crate::rules;
use crate::store::{Record, SCHEMA};
use crate::unconfirmed;
use crate::validate::{self, Rules};
use crate::world::Site;

/// Does what the shape of the operation says.
pub(crate) fn run(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    match site.router.shape(call.operation) {
        Shape::List => list(site, call),
        Shape::Create => create(site, call),
        Shape::Show => show(site, call),
        Shape::Update => update(site, call),
        Shape::Destroy => destroy(site, call),
        Shape::Single => single(site, call),
        Shape::Action => action(site, call),
    }
}

pub(crate) fn list(site: &Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    paging::table(call, &site.store, call.operation.path, call.id())
}

fn create(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let template = call.operation.path;
    let record = checked(site, call, None)?;
    let (id, record) = insert(site, template, call.id(), record, call)?;
    let answer = shown(call, &record);
    site.store.put(template, call.id(), id, record);
    Ok(answer)
}

pub(crate) fn show(site: &Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let row = site.store.row(collection_of(call.operation.path), call.parent(), call.id());
    row.map(|row| shown(call, &row)).ok_or(Refusal::NotFound)
}

fn update(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let table = collection_of(call.operation.path);
    let old = site.store.row(table, call.parent(), call.id()).ok_or(Refusal::NotFound)?.into_owned();
    let changes = checked(site, call, Some(&old))?;
    let mut new = old.clone();
    new.extend(changes.clone());
    let mut errors = Errors::default();
    hooks::before_update(site, call, table, &old, &mut new, &mut errors)?;
    unique(site, table, Some(call.id()), &new, &mut errors);
    refs::check(site, table, &changes, &new, &mut errors);
    errors.into_result()?;
    let answer = shown(call, &new);
    hooks::moved(site, table, call.parent(), call.id(), &old, new)?;
    Ok(answer)
}

fn destroy(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let table = collection_of(call.operation.path);
    rules::delete(site, table, call.parent(), call.id())?;
    Ok(call.done())
}

/// A thing without an id: shown and changed as it is, made of defaults at first.
fn single(site: &mut Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let template = call.operation.path;
    let mut record = site.store.row(template, call.id(), 0).map(Cow::into_owned).unwrap_or_default();
    if let Some(object) = call.schema().and_then(|schema| fill::object_for(schema, &record)) {
        fill::complete(&mut record, object);
    }
    match call.operation.method {
        Method::Patch => {
            record.extend(checked(site, call, Some(&record))?);
            let answer = shown(call, &record);
            site.store.put(template, call.id(), 0, record);
            Ok(answer)
        }
        Method::Delete => {
            site.store.take(template, call.id(), 0);
            Ok(call.done())
        }
        Method::Get | Method::Post => Ok(shown(call, &record)),
    }
}

/// An action that only a newer catalog knows: the body is checked, and the declared answer given.
fn action(site: &Site, call: &Call<'_>) -> Result<Answer, Refusal> {
    let mut record = checked(site, call, None)?;
    if let Some(object) = call.schema().and_then(|schema| fill::object_for(schema, &record)) {
        fill::complete(&mut record, object);
    }
    Ok(shown(call, &record))
}

/// Reads and checks the body of a call; with `old`, as a change of that record.
pub(crate) fn checked(site: &Site, call: &Call<'_>, old: Option<&Record>) -> Result<Record, Refusal> {
    let sent = call.object()?;
    let Some(body) = &call.operation.body else {
        // Clients send `{}` where the specification has no body.
        return if sent.is_empty() || !site.switches.strict {
            Ok(Record::new())
        } else {
            Err(Refusal::Unknown(sent.keys().cloned().collect()))
        };
    };
    let object = match &body.schema {
        Schema::Object(object) => *object,
        Schema::OneOf(members) => body_object(members, &sent, old)?,
        _ => return Ok(sent),
    };
    let template = call.operation.path;
    let tolerated = unconfirmed::TOLERATED_FIELDS
        .iter()
        .find(|(path, _)| *path == template)
        .map_or(&[][..], |(_, fields)| fields);
    let parent = hooks::parent_field(template);
    let key = hooks::key_field(site, template);
    let mut given: Vec<&str> = parent.as_deref().into_iter().collect();
    given.extend(hooks::given(template, &sent));
    // Documented: what is read-only is ignored. Some bodies are described apart from their resource.
    let answered = call.schema().and_then(|schema| fill::object_for(schema, &sent));
    let answered: Vec<&str> = answered
        .into_iter()
        .flat_map(|object| object.fields)
        .filter(|field| field.read_only)
        .map(|field| field.name)
        .collect();
    let rules = Rules {
        complete: old.is_none(),
        strict: site.switches.strict,
        tolerated,
        answered: &answered,
        given: &given,
        writable: key.as_slice(),
    };
    let mut taken = validate::body(object, &sent, rules)?;
    if old.is_none() {
        taken.insert(SCHEMA.to_owned(), json!(object.name));
    }
    Ok(taken)
}

fn body_object(
    members: &'static [Schema],
    sent: &Record,
    old: Option<&Record>,
) -> Result<&'static Object, Refusal> {
    let kept = old.and_then(|old| old.get(SCHEMA)).and_then(Value::as_str);
    let named = members.iter().find_map(|member| match member {
        Schema::Object(object) if Some(object.name) == kept => Some(*object),
        _ => None,
    });
    if old.is_some() {
        return named.ok_or_else(|| Refusal::state("Resources of this type cannot be changed."));
    }
    let by_type =
        |member: &Schema| matches!(member, Schema::Object(object) if !validate::kinds(object).is_empty());
    if !sent.contains_key("type") && members.iter().all(by_type) {
        return Err(Refusal::field("type", "The type field is required."));
    }
    validate::choose(members, sent).ok_or_else(|| Refusal::field("type", "The selected type is invalid."))
}

/// Completes a new record and gives it its id. It is not stored yet.
pub(crate) fn insert(
    site: &mut Site,
    table: &'static str,
    parent: i64,
    mut record: Record,
    call: &Call<'_>,
) -> Result<(i64, Record), Refusal> {
    let mut errors = Errors::default();
    if let Some(field) = hooks::parent_field(table)
        && row_object(site, table, &record).is_some_and(|object| object.field(&field).is_some())
    {
        let sent = record.entry(field.clone()).or_insert_with(|| json!(parent));
        if *sent != json!(parent) {
            errors.add(&field, format!("The {} is not that of the path.", field.replace('_', " ")));
        }
    }
    hooks::before_create(site, call, table, &mut record, &mut errors)?;
    let sent = record.clone();
    if let Some(object) = row_object(site, table, &record) {
        fill::complete(&mut record, object);
    }
    unique(site, table, None, &record, &mut errors);
    refs::check(site, table, &sent, &record, &mut errors);
    let key = hooks::key_field(site, table)
        .and_then(|name| record.get(name).and_then(Value::as_i64).map(|id| (name, id)));
    if let Some((name, id)) = key
        && site.store.has(table, parent, id)
    {
        errors.add(name, format!("The {} has already been added.", name.replace('_', " ")));
    }
    errors.into_result()?;
    let id = match key {
        Some((_, id)) => id,
        None => {
            let id = site.store.next_id(table);
            record.insert("id".to_owned(), json!(id));
            id
        }
    };
    hooks::after_id(table, &mut record);
    Ok((id, record))
}

/// Returns the object that describes a row in full.
pub(crate) fn row_object(site: &Site, table: &'static str, record: &Record) -> Option<&'static Object> {
    let item = site.router.item(table);
    // What creating answers comes first: one list of group policies has the wrong schema
    // declared for its members.
    let schemas: Vec<&'static Schema> = [
        site.router.operation(Method::Post, table),
        item.and_then(|item| site.router.operation(Method::Get, item)),
        site.router.operation(Method::Get, table),
    ]
    .into_iter()
    .flatten()
    .filter_map(answer_schema)
    .collect();
    let exact = schemas.iter().find_map(|schema| fill::exact_object(schema, record));
    exact.or_else(|| schemas.iter().find_map(|schema| fill::object_for(schema, record)))
}

fn unique(site: &Site, table: &str, own: Option<i64>, record: &Record, errors: &mut Errors) {
    let Some((_, fields)) = unconfirmed::UNIQUE.iter().find(|(path, _)| *path == table) else {
        return;
    };
    for field in *fields {
        let Some(value) = record.get(*field).and_then(Value::as_str).filter(|value| !value.is_empty()) else {
            continue;
        };
        let taken = site
            .store
            .scan(table, 0)
            .any(|(id, row)| Some(id) != own && paging::holds(row.get(field).as_deref(), value));
        if taken {
            errors.add(field, format!("The {} has already been taken.", field.replace('_', " ")));
        }
    }
}

/// Shows a record as the answer of the call.
pub(crate) fn shown(call: &Call<'_>, record: &Record) -> Answer {
    match call.schema() {
        Some(schema) => Answer::json(call.success(), fill::shown(schema, record)),
        None => call.done(),
    }
}
