//! Looks up what the catalogs know of a path.
//!
//! Without a product both catalogs are asked, so that a script need not say which it talks to.

use bt_sra::Product;
use bt_sra_catalog::{Catalog, Method, Operation, Schema};

use crate::path::ResourcePath;
use crate::shape::Shape;
use crate::suggest::closest;

/// The catalogs that apply.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    catalogs: Vec<(Product, &'static Catalog)>,
}

impl Vocabulary {
    /// The catalog of `product`, or of both, Privileged Remote Access first.
    pub(crate) fn new(product: Option<Product>) -> Self {
        let catalogs = [(Product::Pra, &bt_sra_catalog::PRA), (Product::Rs, &bt_sra_catalog::RS)]
            .into_iter()
            .filter(|(known, _)| product.is_none_or(|product| product == *known))
            .collect();
        Self { catalogs }
    }

    /// Returns whether anything applies that is of this product only; none is both.
    pub(crate) fn covers(&self, only: Option<Product>) -> bool {
        only.is_none_or(|only| self.catalogs.iter().any(|(product, _)| *product == only))
    }

    /// Returns what is known of `method` on `path`.
    pub(crate) fn find(&self, path: &ResourcePath, method: Method) -> Found {
        let mut found = Found { operations: Vec::new(), methods: Vec::new() };
        for (_, catalog) in &self.catalogs {
            for operation in at_path(catalog, path.segments()) {
                if operation.method == method {
                    found.operations.push(operation);
                }
                if !found.methods.contains(&operation.method) {
                    found.methods.push(operation.method);
                }
            }
        }
        found
    }

    /// Returns what is known of what is not known.
    pub(crate) fn nothing(&self) -> Found {
        Found { operations: Vec::new(), methods: Vec::new() }
    }

    /// Returns the known path that looks most like `path`, its ids filled in.
    pub(crate) fn suggest(&self, path: &ResourcePath) -> Option<String> {
        let mut known: Vec<String> = Vec::new();
        for (_, operation) in self.operations() {
            let template: Vec<&str> = parts(operation.path).collect();
            if template.len() != path.segments().len() {
                continue;
            }
            let filled: Vec<&str> = template
                .into_iter()
                .zip(path.segments())
                .map(|(part, segment)| if is_parameter(part) { segment } else { part })
                .collect();
            known.push(filled.join("/"));
        }
        closest(&path.to_string(), known.iter().map(String::as_str)).map(str::to_owned)
    }

    /// Returns the operations at a path, with their product.
    pub(crate) fn at(&self, path: &ResourcePath) -> Vec<(Product, &'static Operation)> {
        let catalogs = self.catalogs.iter();
        let each = catalogs.flat_map(|(product, catalog)| {
            at_path(catalog, path.segments()).into_iter().map(|operation| (*product, operation))
        });
        each.collect()
    }

    /// Returns whether there is anything at a path.
    pub(crate) fn knows(&self, path: &ResourcePath) -> bool {
        !self.at(path).is_empty()
    }

    /// Returns the products whose catalogs apply.
    pub(crate) fn products(&self) -> impl Iterator<Item = Product> {
        self.catalogs.iter().map(|(product, _)| *product)
    }

    /// Returns all operations, with their product.
    pub(crate) fn operations(&self) -> impl Iterator<Item = (Product, &'static Operation)> {
        self.catalogs.iter().flat_map(|(product, catalog)| {
            catalog.operations.iter().map(move |operation| (*product, operation))
        })
    }
}

/// What is known of one method of one path.
#[derive(Debug)]
pub(crate) struct Found {
    /// The operation, once for each product that has it.
    operations: Vec<&'static Operation>,
    /// The methods that the path has.
    methods: Vec<Method>,
}

impl Found {
    /// Returns whether a product has the operation.
    pub(crate) fn is_known(&self) -> bool {
        !self.operations.is_empty()
    }

    /// Returns whether a product has the path.
    pub(crate) fn is_path_known(&self) -> bool {
        !self.methods.is_empty()
    }

    /// Returns the methods that the path has.
    pub(crate) fn methods(&self) -> &[Method] {
        &self.methods
    }

    /// Returns what the request body may be; unknown if that is so.
    pub(crate) fn body(&self) -> Shape {
        Shape::of(
            self.operations.iter().filter_map(|operation| operation.body.as_ref()).map(|body| body.schema),
        )
    }

    /// Returns whether every product that has the operation demands a body.
    pub(crate) fn demands_body(&self) -> bool {
        self.is_known()
            && self
                .operations
                .iter()
                .all(|operation| operation.body.as_ref().is_some_and(|body| body.required))
    }

    /// Returns what the query parameter `name` may be, if it is known.
    pub(crate) fn query(&self, name: &str) -> Option<Shape> {
        let known: Vec<Schema> = self
            .operations
            .iter()
            .flat_map(|operation| operation.query)
            .filter(|param| param.name == name)
            .map(|param| param.schema)
            .collect();
        (!known.is_empty()).then(|| Shape::of(known))
    }

    /// Returns the names of the query parameters.
    pub(crate) fn query_names(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for param in self.operations.iter().flat_map(|operation| operation.query) {
            if !names.contains(&param.name) {
                names.push(param.name);
            }
        }
        names
    }

    /// Returns what the answer may be, of a list each item; unknown if that is so.
    pub(crate) fn answer(&self) -> Shape {
        let answers = self.operations.iter().flat_map(|operation| operation.answers);
        let shape =
            Shape::of(answers.filter(|answer| answer.status < 300).filter_map(|answer| answer.schema));
        shape.item().unwrap_or(shape)
    }

    /// Returns whether the answer is a list.
    pub(crate) fn answers_list(&self) -> bool {
        self.operations.iter().any(|operation| answers_list(operation))
    }

    /// Returns whether it is known that an answer may be anything: the specification shows no body.
    pub(crate) fn may_answer_anything(&self) -> bool {
        let answers = || self.operations.iter().flat_map(|operation| operation.answers);
        let mut good = answers().filter(|answer| answer.status < 300);
        self.is_known() && good.all(|answer| answer.schema.is_none() || answer.optional)
    }

    /// Returns whether a file of this media type may be the answer: the specification names it.
    pub(crate) fn answers_media(&self, media: &str) -> bool {
        let answers = self.operations.iter().flat_map(|operation| operation.answers);
        answers.filter(|answer| answer.status < 300).any(|answer| answer.media == Some(media))
    }

    /// Returns whether the path ends in a name of its own rather than in somebody's id.
    pub(crate) fn ends_in_literal(&self) -> bool {
        self.is_known() && self.operations.iter().all(|operation| !ends_in_parameter(operation.path))
    }

    /// Returns the shape of the path's last parameter, if the path ends in one.
    pub(crate) fn last_parameter(&self) -> Option<Shape> {
        let ends = self.operations.iter().filter(|operation| ends_in_parameter(operation.path));
        let schemas: Vec<Schema> =
            ends.filter_map(|operation| operation.path_params.last()).map(|param| param.schema).collect();
        (!schemas.is_empty()).then(|| Shape::of(schemas))
    }
}

/// Returns whether the operation answers with a list.
pub(crate) fn answers_list(operation: &Operation) -> bool {
    operation.paged
        || operation
            .answers
            .iter()
            .any(|answer| answer.status < 300 && matches!(answer.schema, Some(Schema::List(_))))
}

/// Returns whether the path ends in a parameter.
pub(crate) fn ends_in_parameter(path: &str) -> bool {
    parts(path).last().is_some_and(is_parameter)
}

fn is_parameter(part: &str) -> bool {
    part.starts_with('{')
}

fn parts(path: &str) -> impl Iterator<Item = &str> {
    path.strip_prefix('/').unwrap_or(path).split('/')
}

/// Returns the operations of the template that fits best: a literal wins over a parameter.
fn at_path(catalog: &'static Catalog, segments: &[String]) -> Vec<&'static Operation> {
    let mut best: Option<(Vec<bool>, Vec<&'static Operation>)> = None;
    for operation in catalog.operations {
        let Some(literals) = fit(operation.path, segments) else { continue };
        match &mut best {
            Some((known, _)) if literals < *known => {}
            Some((known, operations)) if literals == *known => operations.push(operation),
            _ => best = Some((literals, vec![operation])),
        }
    }
    best.map(|(_, operations)| operations).unwrap_or_default()
}

/// Returns, for each segment, whether it is the template's own word; nothing if it does not fit.
fn fit(template: &str, segments: &[String]) -> Option<Vec<bool>> {
    let mut segments = segments.iter();
    let mut literals = Vec::new();
    for part in parts(template) {
        let segment = segments.next()?;
        let is_literal = part == segment;
        if !is_literal && !is_parameter(part) {
            return None;
        }
        literals.push(is_literal);
    }
    segments.next().is_none().then_some(literals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(method: Method, path: &str, id: Option<&str>) {
        let path = ResourcePath::parse(path).unwrap();
        let found = Vocabulary::new(Some(Product::Pra)).find(&path, method);
        assert_eq!(found.operations.first().map(|operation| operation.path), id);
    }

    #[test]
    fn a_literal_wins_over_a_parameter() {
        check(Method::Get, "jump-client/installer", Some("/jump-client/installer"));
        check(Method::Get, "jump-client/7", Some("/jump-client/{id}"));
        check(Method::Delete, "jump-client/installer", None);
        check(Method::Post, "jump-client/7/copy", Some("/jump-client/{id}/copy"));
        check(Method::Delete, "jump-client/installer/7", Some("/jump-client/installer/{id}"));
        check(Method::Post, "user/provision", Some("/user/provision"));
        check(Method::Get, "jump-client/7/8/9", None);
    }

    #[test]
    fn both_products_are_asked_unless_one_is_named() {
        let portals = ResourcePath::parse("public-portal").unwrap();
        assert!(Vocabulary::new(None).find(&portals, Method::Get).is_known());
        assert!(!Vocabulary::new(Some(Product::Pra)).find(&portals, Method::Get).is_path_known());
    }

    #[test]
    fn where_no_body_is_shown_any_may_come() {
        let anything = |path: &str| {
            let path = ResourcePath::parse(path).unwrap();
            Vocabulary::new(None).find(&path, Method::Post).may_answer_anything()
        };
        assert!(anything("user/provision"));
        assert!(!anything("jump-group") && !anything("no/such/thing"));
    }

    #[test]
    fn a_slip_in_a_path_gets_a_suggestion() {
        let suggest = |text: &str| Vocabulary::new(None).suggest(&ResourcePath::parse(text).unwrap());
        assert_eq!(suggest("jumpgroup").as_deref(), Some("jump-group"));
        assert_eq!(suggest("group-policy/5/jump-point").as_deref(), Some("group-policy/5/jumpoint"));
        assert_eq!(suggest("printer"), None);
    }
}
