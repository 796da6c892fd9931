//! The fields of a resource, gathered from all that sends or answers them.

use bt_sra::Product;
use bt_sra_catalog::{Method, Object, Operation, Schema};
use serde_json::{Value, json};

use super::words;
use super::{objects, words as product_words};

/// One field, or one parameter of a query.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    /// Its forms, as a rule one.
    pub(super) schemas: Vec<Schema>,
    pub(super) marks: Marks,
    /// Who has it; nobody is named where all do.
    pub(super) products: Vec<Product>,
    /// The values of `type` with which things have it, where not all do.
    pub(super) kinds: Kinds,
    /// The schema and the marks in words, to compare.
    text: String,
}

/// The things that have a field, by their `type`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Kinds {
    All,
    Only(Vec<&'static str>),
    AllBut(Vec<&'static str>),
}

impl Kinds {
    /// Returns whether both can be true: a product may lack the types that others except.
    fn agrees_with(&self, other: &Self) -> bool {
        self == other || matches!((self, other), (Self::All, Self::AllBut(_)) | (Self::AllBut(_), Self::All))
    }
}

/// What else is known of a field.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Marks {
    pub(super) required: bool,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
    pub(super) secret: bool,
    pub(super) nullable: bool,
    pub(super) fixed: bool,
    pub(super) default: Option<String>,
}

impl Field {
    fn new(name: &'static str, schemas: Vec<Schema>, marks: Marks, product: Product) -> Self {
        let text = format!("{} {marks:?}", words::of_schemas(&schemas));
        Self { name, schemas, marks, products: vec![product], kinds: Kinds::All, text }
    }

    /// Returns it with other marks.
    fn marked(&self, marks: Marks, product: Product) -> Self {
        Self { kinds: self.kinds.clone(), ..Self::new(self.name, self.schemas.clone(), marks, product) }
    }

    fn of(field: &'static bt_sra_catalog::Field, product: Product) -> Self {
        let marks = Marks {
            required: field.required && !field.read_only,
            read_only: field.read_only,
            write_only: field.write_only,
            secret: field.secret,
            nullable: field.nullable,
            fixed: false,
            default: field.default.map(words::of_literal),
        };
        Self::new(field.name, vec![field.schema], marks, product)
    }

    /// Returns whether another form of the field says the same.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        self.text == other.text
    }

    /// Returns the fields of the object that this one holds.
    pub(super) fn inner(&self) -> Vec<Self> {
        let product = self.products.first().copied().unwrap_or(Product::Pra);
        of_objects(&self.schemas.iter().flat_map(|schema| objects(*schema)).collect::<Vec<_>>(), product)
            .into_iter()
            .map(|field| Self { products: self.products.clone(), ..field })
            .collect()
    }

    pub(super) fn to_json(&self) -> Value {
        let mut value = json!({"name": self.name, "type": words::of_schemas(&self.schemas)});
        let Some(object) = value.as_object_mut() else { return value };
        let known = self.schemas.iter().flat_map(words::values).collect::<Vec<_>>();
        if !known.is_empty() {
            object.insert("values".to_owned(), known.into());
        }
        let marks = [
            ("required", self.marks.required),
            ("read_only", self.marks.read_only),
            ("write_only", self.marks.write_only),
            ("secret", self.marks.secret),
            ("nullable", self.marks.nullable),
            ("fixed", self.marks.fixed),
        ];
        object.extend(marks.into_iter().filter(|(_, is)| *is).map(|(name, is)| (name.to_owned(), is.into())));
        if let Some(default) = &self.marks.default {
            object.insert("default".to_owned(), default.clone().into());
        }
        match &self.kinds {
            Kinds::All => {}
            Kinds::Only(kinds) => drop(object.insert("of_types".to_owned(), kinds.clone().into())),
            Kinds::AllBut(kinds) => drop(object.insert("not_of_types".to_owned(), kinds.clone().into())),
        }
        object.insert("products".to_owned(), product_words(&self.products).into());
        let inner: Vec<Value> = self.inner().iter().map(Self::to_json).collect();
        if !inner.is_empty() {
            object.insert("fields".to_owned(), inner.into());
        }
        value
    }
}

type Operations<'a> = &'a [(Product, &'static Operation)];

/// Returns the query parameters.
pub(super) fn of_queries(operations: Operations<'_>) -> Vec<Field> {
    let params = operations.iter().flat_map(|(product, operation)| {
        operation
            .query
            .iter()
            .map(|param| Field::new(param.name, vec![param.schema], Marks::default(), *product))
    });
    merged(params.collect())
}

/// Returns the fields of what is sent.
pub(super) fn of_bodies(operations: Operations<'_>) -> Vec<Field> {
    let fields = operations.iter().flat_map(|(product, operation)| {
        let objects = operation.body.as_ref().map(|body| objects(body.schema)).unwrap_or_default();
        of_objects(&objects, *product).into_iter().filter(|field| !field.marks.read_only).collect::<Vec<_>>()
    });
    merged(fields.collect())
}

/// Returns the fields of what is answered.
pub(super) fn of_answers(operations: Operations<'_>) -> Vec<Field> {
    let fields = operations.iter().flat_map(|(product, operation)| {
        let fields = of_objects(&answered(operation), *product);
        fields.into_iter().filter(|field| !field.marks.write_only).map(|field| {
            let Marks { nullable, secret, .. } = field.marks;
            // What is answered is not required of anybody.
            field.marked(Marks { nullable, secret, ..Marks::default() }, *product)
        })
    });
    merged(fields.collect())
}

/// Returns the fields of things that are created, read and changed.
pub(super) fn of_resource(operations: Operations<'_>) -> Vec<Field> {
    let mut products: Vec<Product> = operations.iter().map(|(product, _)| *product).collect();
    products.dedup();
    products.sort_by_key(|product| product.as_str());
    products.dedup();
    let mut all = Vec::new();
    for product in products {
        let of = |method: Method| {
            operations.iter().filter(move |(has, operation)| *has == product && operation.method == method)
        };
        let bodies = |method: Method| -> Vec<&'static Object> {
            let schemas = of(method).filter_map(|(_, operation)| operation.body.as_ref());
            schemas.flat_map(|body| objects(body.schema)).collect()
        };
        let (created, changed) = (bodies(Method::Post), bodies(Method::Patch));
        let mut read: Vec<&'static Object> = Vec::new();
        for object in of(Method::Get).chain(of(Method::Post)).flat_map(|(_, operation)| answered(operation)) {
            if !read.iter().any(|known| std::ptr::eq(*known, object)) {
                read.push(object);
            }
        }
        let in_order = of_objects(&read, product);
        let mut fields = of_objects(&created, product);
        for field in &mut fields {
            let name = field.name;
            let is_in =
                |objects: &[&'static Object]| objects.iter().any(|object| object.field(name).is_some());
            let mut marks = field.marks.clone();
            marks.write_only |= !read.is_empty() && !is_in(&read) && !marks.read_only;
            let unchangeable = |object: &&Object| object.field(name).is_none_or(|field| field.read_only);
            marks.fixed = !changed.is_empty() && !marks.read_only && changed.iter().all(unchangeable);
            *field = field.marked(marks, product);
        }
        for field in in_order.iter().chain(&of_objects(&changed, product)) {
            if fields.iter().any(|known| known.name == field.name) {
                continue;
            }
            let is_changed =
                changed.iter().any(|object| object.field(field.name).is_some_and(|field| !field.read_only));
            let marks = Marks { required: false, read_only: !is_changed, ..field.marks.clone() };
            fields.push(field.marked(marks, product));
        }
        // As they are answered; what is only sent comes last.
        fields.sort_by_key(|field| {
            in_order.iter().position(|known| known.name == field.name).unwrap_or(usize::MAX)
        });
        all.extend(fields);
    }
    merged(all)
}

fn answered(operation: &'static Operation) -> Vec<&'static Object> {
    let answers = operation.answers.iter().filter(|answer| answer.status < 300);
    answers.filter_map(|answer| answer.schema).flat_map(objects).collect()
}

/// Returns the fields of some objects, of which a thing is one.
fn of_objects(objects: &[&'static Object], product: Product) -> Vec<Field> {
    let mut fields: Vec<(Field, Vec<usize>)> = Vec::new();
    for (place, object) in objects.iter().enumerate() {
        for field in object.fields {
            let field = Field::of(field, product);
            match fields.iter_mut().find(|(known, _)| known.name == field.name && known.text == field.text) {
                Some((_, places)) => places.push(place),
                None => fields.push((field, vec![place])),
            }
        }
    }
    // Forms of the same field that only differ in its values, `type` say, are one.
    let mut kept: Vec<(Field, Vec<usize>)> = Vec::new();
    for (field, places) in fields {
        match kept.iter_mut().find(|(known, _)| known.name == field.name && known.marks == field.marks) {
            Some((known, others)) if known.schemas.iter().chain(&field.schemas).all(words::is_choice) => {
                others.extend(places);
                let schemas = known.schemas.iter().chain(&field.schemas).copied().collect();
                *known = Field::new(known.name, schemas, known.marks.clone(), product);
            }
            _ => kept.push((field, places)),
        }
    }
    kept.into_iter()
        .map(|(field, places)| {
            let (mut has, mut lacks) = (Vec::new(), Vec::new());
            for (place, object) in objects.iter().enumerate() {
                let side = if places.contains(&place) { &mut has } else { &mut lacks };
                for kind in kinds(object) {
                    if !side.contains(&kind) {
                        side.push(kind);
                    }
                }
            }
            let kinds = match () {
                () if lacks.is_empty() || has.is_empty() => Kinds::All,
                () if lacks.len() < has.len() => Kinds::AllBut(lacks),
                () => Kinds::Only(has),
            };
            Field { kinds, ..field }
        })
        .collect()
}

/// Returns the values of `type` that an object can have.
fn kinds(object: &'static Object) -> Vec<&'static str> {
    match object.field("type").map(|field| field.schema) {
        Some(Schema::Text(text)) => text.values.to_vec(),
        _ => Vec::new(),
    }
}

/// Makes one of what is the same in several products.
fn merged(fields: Vec<Field>) -> Vec<Field> {
    let mut kept: Vec<Field> = Vec::new();
    for field in fields {
        let same = |known: &&mut Field| {
            known.name == field.name && known.text == field.text && known.kinds.agrees_with(&field.kinds)
        };
        match kept.iter_mut().find(same) {
            Some(known) => {
                if known.kinds == Kinds::All {
                    known.kinds = field.kinds.clone();
                }
                for product in &field.products {
                    if !known.products.contains(product) {
                        known.products.push(*product);
                    }
                }
            }
            None => {
                // Beside the other form of the same field.
                let place = kept.iter().rposition(|known| known.name == field.name);
                kept.insert(place.map_or(kept.len(), |place| place + 1), field);
            }
        }
    }
    kept
}
