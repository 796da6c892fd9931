//! Operations: parameters, bodies, answers, and what their faults are mended to.

use std::collections::BTreeMap;

use crate::ir::{Answer, Body, Operation, Param, Schema, Type};
use crate::source::Identity;
use crate::yaml::{At, Fault};

use super::Importer;
use super::name::{Hint, OperationNames};

/// The methods that an operation may have, in the order of the output.
const METHODS: [&str; 4] = ["get", "post", "patch", "delete"];

/// The parameters of a list that comes in pages.
const PAGING: [&str; 2] = ["per_page", "current_page"];

impl<'a> Importer<'a> {
    /// All operations, by path and method.
    pub(super) fn operations(&mut self, identity: &Identity) -> Result<Vec<Operation>, Fault> {
        let Some(paths) = self.root.get("paths") else { return Ok(Vec::new()) };
        let mut paths = paths.entries()?;
        paths.sort_by_key(|(path, _)| *path);
        let mut operations = Vec::new();
        let mut seen = BTreeMap::new();
        for (path, item) in paths {
            self.unknown(
                &item,
                &["get", "post", "patch", "delete", "parameters", "summary", "description", "servers"],
            );
            let shared = parameters(&item)?;
            for method in METHODS {
                let Some(at) = item.get(method) else { continue };
                let path = path.strip_prefix(identity.prefix.as_str()).unwrap_or(path);
                let operation = self.operation(&at, method, path, &shared)?;
                if let Some(before) = seen.insert(operation.id.clone(), at.node.line) {
                    let message =
                        format!("the operation id `{}` is also that of line {before}", operation.id);
                    return Err(at.fault(message));
                }
                operations.push(operation);
            }
        }
        Ok(operations)
    }

    fn operation(
        &mut self,
        at: &At<'a>,
        method: &str,
        path: &str,
        shared: &[At<'a>],
    ) -> Result<Operation, Fault> {
        self.unknown(
            at,
            &[
                "operationId",
                "parameters",
                "requestBody",
                "responses",
                "summary",
                "description",
                "tags",
                "security",
                "deprecated",
                "externalDocs",
            ],
        );
        let id = match at.get("operationId") {
            Some(id) => id.text()?.to_owned(),
            None => {
                self.notes.mended(at, "a missing operation id is made from method and path");
                format!("{method}{}", path.replace('/', "."))
            }
        };
        let names = OperationNames::new(&id, path);
        let (path_params, mut query) = self.params(at, path, shared)?;
        let has_paging_params = PAGING.iter().all(|name| query.iter().any(|param| param.name == *name));
        let has_paging_headers = self.has_paging_headers(at)?;
        let paged = method == "get" && (has_paging_params || has_paging_headers);
        if paged && !has_paging_params {
            self.paging_params(at, &mut query)?;
        }
        let body = self.body(at, &names)?;
        let is_list = paged || method == "get" && id.ends_with(".index");
        let answers = self.answers(at, &names, is_list, paged)?;
        Ok(Operation {
            id,
            method: method.to_ascii_uppercase(),
            path: path.to_owned(),
            path_params,
            query,
            body,
            answers,
            paged,
        })
    }

    /// The parameters of the path, in its order, and those of the query, in theirs.
    fn params(
        &mut self,
        at: &At<'a>,
        path: &str,
        shared: &[At<'a>],
    ) -> Result<(Vec<Param>, Vec<Param>), Fault> {
        let mut found: BTreeMap<String, Param> = BTreeMap::new();
        let mut query: Vec<Param> = Vec::new();
        for param in parameters(at)?.iter().chain(shared) {
            let param = self.target(param)?;
            let Some(name) = param.get("name") else { return Err(param.fault("the parameter has no name")) };
            let name = name.text()?.to_owned();
            let place = param.get("in").map(|place| place.text()).transpose()?.unwrap_or_default();
            self.unknown(
                &param,
                &["name", "in", "schema", "required", "description", "example", "examples", "deprecated"],
            );
            let schema = match param.get("schema") {
                Some(schema) => self.schema(&schema, &Hint::field("Param", &name))?,
                None => {
                    self.notes.note(&param, "the parameter has no schema; any text is accepted");
                    plain_text()
                }
            };
            match place {
                "path" => {
                    found.entry(name.clone()).or_insert(Param { name, schema });
                }
                "query" if query.iter().all(|before| before.name != name) => {
                    query.push(Param { name, schema })
                }
                "query" => {}
                other => self.notes.note(&param, format!("a parameter in `{other}` is passed over")),
            }
        }
        let mut path_params = Vec::new();
        let mut stray = Vec::new();
        for step in path.split('/').filter_map(|step| step.strip_prefix('{')?.strip_suffix('}')) {
            let param = found.remove(step).unwrap_or_else(|| {
                self.notes
                    .note(at, format!("the path parameter `{step}` is not declared; any text is accepted"));
                Param { name: step.to_owned(), schema: plain_text() }
            });
            path_params.push(param);
        }
        // It must be sent somewhere, and only the query is left.
        for param in found.into_values().filter(|param| query.iter().all(|before| before.name != param.name))
        {
            self.notes.mended(at, "a path parameter that the path does not hold goes into the query");
            stray.push(param);
        }
        query.extend(stray);
        Ok((path_params, query))
    }

    /// Adds the paging parameters to a list that only shows the paging headers.
    fn paging_params(&mut self, at: &At<'a>, query: &mut Vec<Param>) -> Result<(), Fault> {
        self.notes.mended(at, "a list with paging headers takes the paging parameters");
        for param in ["PerPageParam", "CurrentPageParam"] {
            let Some(param) = self.root.follow(&format!("#/components/parameters/{param}")) else { continue };
            let (Some(name), Some(schema)) = (param.get("name"), param.get("schema")) else { continue };
            let name = name.text()?.to_owned();
            let schema = self.schema(&schema, &Hint::field("Param", &name))?;
            if query.iter().all(|before| before.name != name) {
                query.push(Param { name, schema });
            }
        }
        Ok(())
    }

    fn has_paging_headers(&self, at: &At<'a>) -> Result<bool, Fault> {
        for (status, response) in responses(at)? {
            if status.starts_with('2') {
                let headers = self.target(&response)?.get("headers");
                let headers = headers.map(|headers| headers.entries()).transpose()?.unwrap_or_default();
                if headers.iter().any(|(name, _)| name.to_ascii_lowercase().starts_with("x-bt-pagination-")) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn body(&mut self, at: &At<'a>, names: &OperationNames) -> Result<Option<Body>, Fault> {
        let Some(body) = at.get("requestBody") else { return Ok(None) };
        let body = self.target(&body)?;
        self.unknown(&body, &["content", "required", "description"]);
        let required = match body.get("required").and_then(|required| required.boolean()) {
            Some(required) => required,
            None => {
                self.notes.mended(&body, "a body that does not say whether it is required is");
                true
            }
        };
        let content = body.get("content").map(|content| content.entries()).transpose()?.unwrap_or_default();
        let schema = match content.iter().find(|(media, _)| is_json(media)) {
            Some((_, content)) => match content.get("schema") {
                Some(schema) => self.schema(&schema, &names.body())?,
                None => Schema::Any,
            },
            None => {
                self.notes.note(&body, "the body has no JSON form; anything is accepted");
                Schema::Any
            }
        };
        Ok(Some(Body { schema, required }))
    }

    fn answers(
        &mut self,
        at: &At<'a>,
        names: &OperationNames,
        is_list: bool,
        paged: bool,
    ) -> Result<Vec<Answer>, Fault> {
        let mut answers = Vec::new();
        for (status, response) in responses(at)? {
            let Ok(status) = status.parse::<u16>() else {
                self.notes.note(&response, format!("answers under `{status}` are passed over"));
                continue;
            };
            let target = self.target(&response)?;
            self.unknown(&target, &["description", "headers", "content", "links"]);
            let hint = match target.pointer.strip_prefix("/components/responses/") {
                Some(name) => {
                    Hint::answer(super::name::pascal(name.trim_start_matches(|c: char| c.is_ascii_digit())))
                }
                None => names.answer(status),
            };
            let content =
                target.get("content").map(|content| content.entries()).transpose()?.unwrap_or_default();
            let chosen = content.iter().find(|(media, _)| is_json(media)).or_else(|| content.first());
            let (media, mut schema) = match chosen {
                Some((media, content)) => {
                    (Some((*media).to_owned()), self.answer_schema(media, content, &hint)?)
                }
                None => (None, None),
            };
            if (200..300).contains(&status) {
                let told = target.get("x-mend-list").is_some();
                schema = schema.map(|schema| self.as_list(&target, schema, is_list || told, paged || told));
            }
            let optional = target.get("x-mend-optional").is_some();
            answers.push(Answer { status, media, schema, optional });
        }
        answers.sort_by_key(|answer| answer.status);
        Ok(answers)
    }

    fn answer_schema(&mut self, media: &str, content: &At<'a>, hint: &Hint) -> Result<Option<Schema>, Fault> {
        let Some(schema) = content.get("schema") else { return Ok(Some(Schema::Any)) };
        let schema = self.schema(&schema, hint)?;
        let is_plain_map = matches!(&schema, Schema::Map { values } if **values == Schema::Any);
        // `type: object` says nothing about a body that is no JSON.
        Ok(Some(if is_plain_map && !is_json(media) { Schema::Any } else { schema }))
    }

    /// Makes one object a list where the operation is a list of such objects.
    fn as_list(&mut self, at: &At<'a>, schema: Schema, is_list: bool, sure: bool) -> Schema {
        let Schema::Ref { name } = &schema else { return schema };
        // An object that itself holds a list of objects is the answer, not one of its items.
        let holds_objects = matches!(self.types.get(name), Some(Type::Object { fields })
            if fields.iter().any(|field| matches!(&field.schema, Schema::List { items, .. } if matches!(**items, Schema::Ref { .. }))));
        if !is_list || !sure && holds_objects {
            return schema;
        }
        self.notes.mended(at, "a list that shows one object is a list of them");
        Schema::List { items: Box::new(schema), min_items: None, max_items: None, or_single: true }
    }
}

fn parameters<'a>(at: &At<'a>) -> Result<Vec<At<'a>>, Fault> {
    at.get("parameters").map(|list| list.items()).transpose().map(Option::unwrap_or_default)
}

fn responses<'a>(at: &At<'a>) -> Result<Vec<(&'a str, At<'a>)>, Fault> {
    at.get("responses").map(|map| map.entries()).transpose().map(Option::unwrap_or_default)
}

fn is_json(media: &str) -> bool {
    let media = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    media == "application/json" || media.ends_with("+json")
}

fn plain_text() -> Schema {
    Schema::Text { format: None, min_length: None, max_length: None, pattern: None, values: Vec::new() }
}
