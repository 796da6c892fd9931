//! `btapi explain RESOURCE[.FIELD]`

mod fields;
mod page;
mod words;

use bt_sra::Product;
use bt_sra_catalog::{Method, Operation, Schema};
use serde_json::json;
use serde_json::value::to_raw_value;

use self::fields::Field;
use super::Context;
use super::resources::{self, Verb};
use crate::args::Format;
use crate::failure::{Exit, Failure, Result, plain};
use crate::output::{self, Plan};
use crate::path::ResourcePath;
use crate::shape::Shape;
use crate::suggest::closest;
use crate::vocabulary::{Vocabulary, answers_list, ends_in_parameter};

/// What is known of a resource, or of one of its fields.
#[derive(Debug)]
struct Explanation {
    /// The path, with `{id}` where an id stands.
    path: String,
    products: Vec<Product>,
    commands: Vec<Line>,
    filters: Vec<Field>,
    /// What goes in and comes out, of a thing that is created and read.
    fields: Vec<Field>,
    /// What goes into an operation that is neither.
    input: Vec<Field>,
    /// What comes out of it.
    answer: Vec<Field>,
    /// What there is below a thing.
    below: Vec<Line>,
}

/// Something that can be done, and where.
#[derive(Debug)]
struct Line {
    text: String,
    products: Vec<Product>,
}

/// Prints what is known of a resource, or of a field.
pub(super) fn run(context: &Context<'_>, topic: &str) -> Result<()> {
    let vocabulary = &context.vocabulary;
    let (path, names) = split(vocabulary, topic)?;
    let explanation = explain(vocabulary, &path)?;
    let plan = Plan::new(context.globals, Format::Table, Shape::UNKNOWN)?;
    let is_page = plan.format() == Format::Table && plan.is_default() || plan.is_raw();
    let width = output::width(context.settings.get("COLUMNS").as_deref());
    if !names.is_empty() {
        let fields = explanation.descend(&names)?;
        if is_page {
            return output::write(page::of_fields(topic, &fields, width).as_bytes());
        }
        return print(&plan, &fields.iter().map(Field::to_json).collect::<Vec<_>>().into());
    }
    if is_page {
        return output::write(page::of(&explanation, width).as_bytes());
    }
    print(&plan, &explanation.to_json())
}

fn print(plan: &Plan, value: &serde_json::Value) -> Result<()> {
    let raw = to_raw_value(value).map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
    plan.value(&raw)
}

/// Takes the names of fields off a topic: `jump-group.name`.
fn split(vocabulary: &Vocabulary, topic: &str) -> Result<(ResourcePath, Vec<String>)> {
    let whole = ResourcePath::parse(topic)?;
    // `openapi.yaml` has a point in its own name.
    let Some((resource, names)) = topic.split_once('.').filter(|_| !vocabulary.knows(&whole)) else {
        return Ok((whole, Vec::new()));
    };
    Ok((ResourcePath::parse(resource)?, names.split('.').map(str::to_owned).collect()))
}

fn explain(vocabulary: &Vocabulary, path: &ResourcePath) -> Result<Explanation> {
    let mut here = vocabulary.at(path);
    let mut path = path.clone();
    // What is asked of one thing is answered for the collection.
    if !here.is_empty()
        && here.iter().all(|(_, operation)| ends_in_parameter(operation.path))
        && let Some(above) = path.parent()
    {
        here = vocabulary.at(&above);
        path = above;
    }
    let each = path.with_id("{id}").map(|path| vocabulary.at(&path)).unwrap_or_default();
    let each: Vec<_> = each.into_iter().filter(|(_, known)| ends_in_parameter(known.path)).collect();
    let Some((_, first)) = here.first().or(each.first()) else {
        let guess = vocabulary.suggest(&path).map(|guess| format!("did you mean `{guess}`?"));
        let failure = Failure::new(Exit::NotFound, format!("`{path}` is not known here"));
        return Err(failure.with_hint(guess.unwrap_or_else(|| "`btapi resources` lists what is".to_owned())));
    };
    let template = first.path.trim_start_matches('/');
    let template = match template.rsplit_once('/') {
        Some((above, _)) if here.is_empty() => above,
        _ => template,
    };
    let all: Vec<(Product, &'static Operation)> = here.iter().chain(&each).copied().collect();
    let is_special = all.iter().all(|(_, known)| resources::verb_of(known, vocabulary) == Verb::Post);
    let lists = here.iter().filter(|(_, known)| known.method == Method::Get && answers_list(known));
    let (input, answer) = match is_special {
        true => (fields::of_bodies(&all), fields::of_answers(&all)),
        false => Default::default(),
    };
    Ok(Explanation::with_products_of_commands(Explanation {
        path: template.to_owned(),
        products: vocabulary.products().collect(),
        commands: commands(vocabulary, &all),
        filters: fields::of_queries(&lists.copied().collect::<Vec<_>>()),
        fields: if is_special { Vec::new() } else { fields::of_resource(&all) },
        input,
        answer,
        below: below(vocabulary, template),
    }))
}

/// Returns the command lines for operations, each once, with the products that have it.
fn commands(vocabulary: &Vocabulary, operations: &[(Product, &'static Operation)]) -> Vec<Line> {
    let mut commands: Vec<(Verb, Line)> = Vec::new();
    for (product, operation) in operations {
        let verb = resources::verb_of(operation, vocabulary);
        let text = resources::command_line(verb, operation);
        match commands.iter_mut().find(|(_, line)| line.text == text) {
            Some((_, line)) if line.products.contains(product) => {}
            Some((_, line)) => line.products.push(*product),
            None => commands.push((verb, Line { text, products: vec![*product] })),
        }
    }
    commands.sort_by_key(|(verb, _)| *verb);
    commands.into_iter().map(|(_, line)| line).collect()
}

/// Returns the paths below a thing of this path.
fn below(vocabulary: &Vocabulary, template: &str) -> Vec<Line> {
    let prefix = format!("/{template}/");
    let mut lines: Vec<Line> = Vec::new();
    for (product, operation) in vocabulary.operations() {
        let Some(rest) = operation.path.strip_prefix(&prefix) else { continue };
        // The thing itself is no line of its own, nor is what is below another resource.
        let own = rest.split('/').filter(|part| !part.starts_with('{')).count();
        if own != 1 {
            continue;
        }
        let text = operation.path.trim_start_matches('/');
        let text = match text.rsplit_once('/') {
            Some((collection, _)) if ends_in_parameter(operation.path) => collection,
            _ => text,
        };
        match lines.iter_mut().find(|line| line.text == text) {
            Some(line) if line.products.contains(&product) => {}
            Some(line) => line.products.push(product),
            None => lines.push(Line { text: text.to_owned(), products: vec![product] }),
        }
    }
    lines
}

impl Explanation {
    /// Keeps those products that can do something here.
    fn with_products_of_commands(mut self) -> Self {
        let has = |product: &Product| self.commands.iter().any(|line| line.products.contains(product));
        let products = self.products.iter().copied().filter(|product| has(product)).collect();
        self.products = products;
        self
    }

    /// Returns the field that a path of names leads to; once for each form that it has.
    fn descend(&self, names: &[String]) -> Result<Vec<Field>> {
        let all = [&self.fields, &self.input, &self.answer];
        let mut level: Vec<Field> = all.into_iter().flatten().cloned().collect();
        // A filter is told only where there is no field of that name.
        let filters = self
            .filters
            .iter()
            .filter(|filter| all.iter().all(|fields| fields.iter().all(|field| field.name != filter.name)));
        level.extend(filters.cloned());
        let mut found: Vec<Field> = Vec::new();
        for (place, name) in names.iter().enumerate() {
            found = level.iter().filter(|field| field.name == *name).cloned().collect();
            found.dedup_by(|later, first| later.says_the_same(first));
            if found.is_empty() {
                let known: Vec<&str> = level.iter().map(|field| field.name).collect();
                let of: String =
                    names.iter().take(place).fold(self.path.clone(), |of, name| format!("{of}.{name}"));
                let failure = Failure::new(Exit::NotFound, format!("{of} has no field `{}`", plain(name)));
                return Err(match closest(name, known.iter().copied()) {
                    Some(guess) => failure.with_hint(format!("did you mean `{guess}`?")),
                    None => failure.with_hint(format!("`btapi explain {}` lists what there is", self.path)),
                });
            }
            level = found.iter().flat_map(Field::inner).collect();
        }
        Ok(found)
    }

    fn to_json(&self) -> serde_json::Value {
        let lines = |lines: &[Line], name: &str| -> serde_json::Value {
            lines.iter().map(|line| json!({name: line.text, "products": words(&line.products)})).collect()
        };
        let fields = |fields: &[Field]| -> serde_json::Value { fields.iter().map(Field::to_json).collect() };
        let mut value = json!({
            "path": self.path,
            "products": words(&self.products),
            "commands": lines(&self.commands, "command"),
        });
        let parts = [
            ("filters", fields(&self.filters)),
            ("fields", fields(&self.fields)),
            ("input", fields(&self.input)),
            ("answer", fields(&self.answer)),
            ("below", lines(&self.below, "path")),
        ];
        if let Some(object) = value.as_object_mut() {
            let some =
                parts.into_iter().filter(|(_, part)| part.as_array().is_some_and(|part| !part.is_empty()));
            object.extend(some.map(|(name, part)| (name.to_owned(), part)));
        }
        value
    }
}

fn words(products: &[Product]) -> Vec<&'static str> {
    products.iter().map(|product| product.as_str()).collect()
}

/// Returns the objects among the forms of a schema, those of a list's members included.
fn objects(schema: Schema) -> Vec<&'static bt_sra_catalog::Object> {
    let shape = Shape::of([schema]);
    let mut objects = shape.objects();
    objects.extend(shape.item().iter().flat_map(Shape::objects));
    objects.extend(shape.map_values().iter().flat_map(Shape::objects));
    objects
}
