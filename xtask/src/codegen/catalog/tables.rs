//! Types and operations as constants of the catalog.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::ir::{Answer, Document, Field, Operation, Param, Schema, TextFormat, Type};

use super::Item;
use super::name::{group, ident, operation_name, screaming, snake};

/// What is known of the whole document while its parts are written.
pub(super) struct Tables<'a> {
    document: &'a Document,
    /// What stands before the constant of an object: a path in operations, nothing in objects.
    pub(super) place: TokenStream,
    /// By type: the groups whose operations reach it.
    groups: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Tables<'a> {
    pub(super) fn new(document: &'a Document) -> Result<Self, String> {
        let mut tables = Self { document, place: TokenStream::new(), groups: BTreeMap::new() };
        for operation in &document.operations {
            let group = group(&operation.path);
            let schemas = operation.body.iter().map(|body| &body.schema);
            let schemas = schemas.chain(operation.answers.iter().filter_map(|answer| answer.schema.as_ref()));
            let params = operation.path_params.iter().chain(&operation.query);
            for schema in schemas.chain(params.map(|param| &param.schema)) {
                tables.reach(schema, group);
            }
        }
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        for name in document.types.keys() {
            if let Some(other) = names.insert(screaming(name), name) {
                return Err(format!("the types `{other}` and `{name}` would have the same constant"));
            }
        }
        Ok(tables)
    }

    fn reach(&mut self, schema: &'a Schema, group: &'a str) {
        match schema {
            Schema::Ref { name } if self.groups.entry(name).or_default().insert(group) => {
                match self.document.types.get(name) {
                    Some(Type::Object { fields }) => {
                        fields.iter().for_each(|field| self.reach(&field.schema, group));
                    }
                    Some(Type::Union { members }) => {
                        members.iter().for_each(|member| self.reach(member, group));
                    }
                    Some(Type::Alias { schema }) => self.reach(schema, group),
                    None => {}
                }
            }
            Schema::List { items, .. } => self.reach(items, group),
            Schema::Map { values } => self.reach(values, group),
            _ => {}
        }
    }

    /// The constants of all objects and unions.
    pub(super) fn constants(&self) -> impl Iterator<Item = String> {
        self.document
            .types
            .iter()
            .filter(|(_, made)| !matches!(made, Type::Alias { .. }))
            .map(|(name, _)| screaming(name))
    }

    /// The module that the type called `name` stands in.
    pub(super) fn module(&self, name: &str) -> String {
        match self.groups.get(name).map(|groups| groups.iter().collect::<Vec<_>>()).as_deref() {
            None | Some([]) => "unused".to_owned(),
            Some([only]) => snake(only),
            Some(_) => "shared".to_owned(),
        }
    }

    /// The constant of a type; none of one that is resolved away or that nothing uses.
    pub(super) fn item(&self, name: &str, made: &Type) -> Result<Option<Item>, String> {
        let constant = ident(&screaming(name));
        let tokens = match made {
            Type::Object { fields } => {
                let fields = fields.iter().map(|field| self.field(field)).collect::<Result<Vec<_>, _>>()?;
                quote! { pub(in super::super) static #constant: Object = Object { name: #name, fields: &[#(#fields),*] }; }
            }
            Type::Union { members } if self.groups.contains_key(name) => {
                let members =
                    members.iter().map(|member| self.schema(member)).collect::<Result<Vec<_>, _>>()?;
                quote! { pub(in super::super) static #constant: &[Schema] = &[#(#members),*]; }
            }
            Type::Union { .. } | Type::Alias { .. } => return Ok(None),
        };
        Ok(Some(Item { name: screaming(name), tokens }))
    }

    fn field(&self, field: &Field) -> Result<TokenStream, String> {
        let name = &field.name;
        let schema = self.schema(&field.schema)?;
        let mut tokens = quote! { field(#name, #schema) };
        let flags = [
            ("required", field.required),
            ("nullable", field.nullable),
            ("read_only", field.read_only),
            ("write_only", field.write_only),
            ("secret", field.secret),
        ];
        for (flag, _) in flags.into_iter().filter(|(_, set)| *set) {
            let flag = ident(flag);
            tokens.extend(quote! { .#flag() });
        }
        if let Some(default) = field.default.as_ref().and_then(literal) {
            tokens.extend(quote! { .default(#default) });
        }
        Ok(tokens)
    }

    fn schema(&self, schema: &Schema) -> Result<TokenStream, String> {
        Ok(match schema {
            Schema::Ref { name } => {
                let (constant, place) = (ident(&screaming(name)), &self.place);
                match self.document.types.get(name) {
                    Some(Type::Object { .. }) => quote! { Schema::Object(&#place #constant) },
                    Some(Type::Union { .. }) => quote! { Schema::OneOf(#place #constant) },
                    Some(Type::Alias { schema }) => self.schema(schema)?,
                    None => return Err(format!("there is no type `{name}`")),
                }
            }
            Schema::Text { format, min_length, max_length, pattern, values } => {
                let mut tokens = quote! { Text::PLAIN };
                match format {
                    Some(TextFormat::DateTime) => tokens.extend(quote! { .date_time() }),
                    Some(TextFormat::Password) => tokens.extend(quote! { .password() }),
                    None => {}
                }
                limit(&mut tokens, "min", min_length.map(Literal::u32_unsuffixed));
                limit(&mut tokens, "max", max_length.map(Literal::u32_unsuffixed));
                limit(&mut tokens, "pattern", pattern.as_deref().map(Literal::string));
                if !values.is_empty() {
                    tokens.extend(quote! { .values(&[#(#values),*]) });
                }
                quote! { Schema::Text(#tokens) }
            }
            Schema::Integer { min, max, values, or_text } => {
                let mut tokens = quote! { Integer::PLAIN };
                for (name, value) in [("min", min), ("max", max)] {
                    if let Some(value) = value {
                        let (name, value) = (ident(name), number(*value));
                        tokens.extend(quote! { .#name(#value) });
                    }
                }
                if !values.is_empty() {
                    let values = values.iter().map(|value| number(*value));
                    tokens.extend(quote! { .values(&[#(#values),*]) });
                }
                if *or_text {
                    tokens.extend(quote! { .or_text() });
                }
                quote! { Schema::Integer(#tokens) }
            }
            Schema::Number => quote! { Schema::Number },
            Schema::Boolean => quote! { Schema::Boolean },
            Schema::Binary => quote! { Schema::Binary },
            Schema::Any => quote! { Schema::Any },
            Schema::Map { values } => {
                let values = self.schema(values)?;
                quote! { Schema::Map(const { &#values }) }
            }
            Schema::List { items, min_items, max_items, or_single } => {
                let items = self.schema(items)?;
                let mut tokens = quote! { List::of(const { &#items }) };
                limit(&mut tokens, "min", min_items.map(Literal::u32_unsuffixed));
                limit(&mut tokens, "max", max_items.map(Literal::u32_unsuffixed));
                if *or_single {
                    tokens.extend(quote! { .or_single() });
                }
                quote! { Schema::List(#tokens) }
            }
        })
    }

    pub(super) fn operation(&self, operation: &Operation) -> Result<Item, String> {
        let Operation { id, path, paged, .. } = operation;
        let name = operation_name(operation);
        let constant = ident(&name);
        let method = match operation.method.as_str() {
            "GET" => quote! { Method::Get },
            "POST" => quote! { Method::Post },
            "PATCH" => quote! { Method::Patch },
            "DELETE" => quote! { Method::Delete },
            other => return Err(format!("{id}: the method {other} is unknown to the catalog")),
        };
        let path_params = self.params(&operation.path_params)?;
        let query = self.params(&operation.query)?;
        let body = match &operation.body {
            Some(body) => {
                let (schema, required) = (self.schema(&body.schema)?, body.required);
                quote! { Some(Body { schema: #schema, required: #required }) }
            }
            None => quote! { None },
        };
        let answers =
            operation.answers.iter().map(|answer| self.answer(answer)).collect::<Result<Vec<_>, _>>()?;
        let tokens = quote! {
            pub(in super::super) const #constant: Operation = Operation {
                id: #id,
                method: #method,
                path: #path,
                path_params: &[#(#path_params),*],
                query: &[#(#query),*],
                body: #body,
                answers: &[#(#answers),*],
                paged: #paged,
            };
        };
        Ok(Item { name, tokens })
    }

    fn params(&self, params: &[Param]) -> Result<Vec<TokenStream>, String> {
        params
            .iter()
            .map(|param| {
                let (name, schema) = (&param.name, self.schema(&param.schema)?);
                Ok(quote! { param(#name, #schema) })
            })
            .collect()
    }

    fn answer(&self, answer: &Answer) -> Result<TokenStream, String> {
        let status = Literal::u16_unsuffixed(answer.status);
        let mut tokens = quote! { answer(#status) };
        if let (Some(media), Some(schema)) = (&answer.media, &answer.schema) {
            let schema = self.schema(schema)?;
            if media == "application/json" {
                tokens.extend(quote! { .json(#schema) });
            } else {
                tokens.extend(quote! { .body(#media, #schema) });
            }
        }
        if answer.optional {
            tokens.extend(quote! { .optional() });
        }
        Ok(tokens)
    }
}

fn limit(tokens: &mut TokenStream, name: &str, value: Option<Literal>) {
    if let Some(value) = value {
        let name = ident(name);
        tokens.extend(quote! { .#name(#value) });
    }
}

fn number(value: i64) -> TokenStream {
    let magnitude = Literal::u64_unsuffixed(value.unsigned_abs());
    if value < 0 {
        quote! { -#magnitude }
    } else {
        quote! { #magnitude }
    }
}

/// The constant for a default; none for forms that the catalog has no word for.
fn literal(value: &serde_json::Value) -> Option<TokenStream> {
    Some(match value {
        serde_json::Value::Null => quote! { Literal::Null },
        serde_json::Value::Bool(value) => quote! { Literal::Boolean(#value) },
        serde_json::Value::Number(value) => {
            let value = number(value.as_i64()?);
            quote! { Literal::Integer(#value) }
        }
        serde_json::Value::String(value) => quote! { Literal::Text(#value) },
        serde_json::Value::Array(values) => {
            let values = values.iter().map(serde_json::Value::as_str).collect::<Option<Vec<_>>>()?;
            quote! { Literal::Texts(&[#(#values),*]) }
        }
        serde_json::Value::Object(_) => return None,
    })
}
