//! From a path to the operations of the catalog that live there, and to the rows it speaks of.

use std::collections::HashMap;

use bt_sra_catalog::{Catalog, Method, Operation, Schema};

/// All paths of a catalog.
#[derive(Debug)]
pub(crate) struct Router {
    routes: Vec<Route>,
    /// Positions by template.
    places: HashMap<&'static str, usize>,
    /// The templates of items by that of their collection.
    items: HashMap<&'static str, &'static str>,
}

/// One path template with its operations.
#[derive(Debug)]
pub(crate) struct Route {
    pub(crate) template: &'static str,
    segments: Vec<Segment>,
    pub(crate) operations: Vec<&'static Operation>,
}

#[derive(Debug, Eq, PartialEq)]
enum Segment {
    Literal(&'static str),
    Param(&'static str),
}

/// A route that matches, with the values of its parameters in order.
#[derive(Debug)]
pub(crate) struct Match<'a> {
    pub(crate) route: &'a Route,
    pub(crate) params: Vec<(&'static str, String)>,
}

/// What an operation does when nothing is known but its place in the catalog.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Shape {
    List,
    Create,
    Show,
    Update,
    Destroy,
    /// A single thing without an id of its own, below a parent or alone.
    Single,
    /// Anything else.
    Action,
}

impl Router {
    pub(crate) fn new(catalog: &'static Catalog) -> Self {
        let mut routes: Vec<Route> = Vec::new();
        let mut places = HashMap::new();
        for operation in catalog.operations {
            let place = *places.entry(operation.path).or_insert(routes.len());
            match routes.get_mut(place) {
                Some(route) => route.operations.push(operation),
                None => routes.push(Route {
                    template: operation.path,
                    segments: split(operation.path),
                    operations: vec![operation],
                }),
            }
        }
        let items = routes
            .iter()
            .map(|route| route.template)
            .filter(|template| template.ends_with('}'))
            .filter_map(|template| template.rsplit_once('/').map(|(collection, _)| (collection, template)))
            .collect();
        Self { routes, places, items }
    }

    /// Finds the route of a path below the base. Where several fit, the one whose literal
    /// stands first wins.
    pub(crate) fn find(&self, path: &str) -> Option<Match<'_>> {
        let parts: Vec<&str> = path.strip_prefix('/')?.split('/').collect();
        let route = self
            .routes
            .iter()
            .filter(|route| route.fits(&parts))
            .max_by_key(|route| route.segments.iter().map(Segment::is_literal).collect::<Vec<_>>())?;
        let params = route
            .segments
            .iter()
            .zip(&parts)
            .filter_map(|(segment, part)| match segment {
                Segment::Param(name) => Some((*name, (*part).to_owned())),
                Segment::Literal(_) => None,
            })
            .collect();
        Some(Match { route, params })
    }

    /// Whether the template is that of a collection whose members have paths of their own.
    pub(crate) fn is_collection(&self, template: &str) -> bool {
        self.items.contains_key(template)
    }

    /// Returns the operation at a template.
    pub(crate) fn operation(&self, method: Method, template: &str) -> Option<&'static Operation> {
        self.routes.get(*self.places.get(template)?)?.operation(method)
    }

    /// Returns the template of the items of a collection.
    pub(crate) fn item(&self, collection: &str) -> Option<&'static str> {
        self.items.get(collection).copied()
    }

    /// Returns the template if the catalog has it.
    pub(crate) fn template(&self, template: &str) -> Option<&'static str> {
        self.places.get_key_value(template).map(|(known, _)| *known)
    }

    /// Returns the shape of an operation.
    pub(crate) fn shape(&self, operation: &Operation) -> Shape {
        let item = operation.path.ends_with('}');
        match operation.method {
            Method::Get if item => Shape::Show,
            Method::Get if answers_list(operation) => Shape::List,
            Method::Get => Shape::Single,
            Method::Patch if item => Shape::Update,
            Method::Delete if item => Shape::Destroy,
            Method::Patch | Method::Delete => Shape::Single,
            Method::Post
                if self.is_collection(operation.path)
                    || self.operation(Method::Get, operation.path).is_some_and(answers_list) =>
            {
                Shape::Create
            }
            Method::Post => Shape::Action,
        }
    }
}

impl Route {
    pub(crate) fn operation(&self, method: Method) -> Option<&'static Operation> {
        self.operations.iter().find(|operation| operation.method == method).copied()
    }

    /// Returns the value of `Allow`: `GET,HEAD,POST`, without blanks.
    pub(crate) fn allow(&self) -> String {
        let mut names = Vec::new();
        for method in [Method::Get, Method::Post, Method::Patch, Method::Delete] {
            if self.operation(method).is_none() {
                continue;
            }
            names.push(method.as_str());
            if method == Method::Get {
                names.push("HEAD");
            }
        }
        names.join(",")
    }

    fn fits(&self, parts: &[&str]) -> bool {
        self.segments.len() == parts.len()
            && self.segments.iter().zip(parts).all(|(segment, part)| match segment {
                Segment::Literal(literal) => literal == part,
                Segment::Param(_) => !part.is_empty(),
            })
    }
}

impl Segment {
    fn is_literal(&self) -> bool {
        matches!(self, Self::Literal(_))
    }
}

/// Returns the template of the collection that an item path belongs to.
pub(crate) fn collection_of(template: &'static str) -> &'static str {
    if template.ends_with('}') {
        template.rsplit_once('/').map_or(template, |(collection, _)| collection)
    } else {
        template
    }
}

/// Returns the collections that the parameters of a template point into, with the position of
/// the parameter: `/a/{x}/b/{y}` gives `/a` and `/a/{x}/b`.
pub(crate) fn steps(template: &'static str) -> Vec<&'static str> {
    template.match_indices("/{").filter_map(|(position, _)| template.get(..position)).collect()
}

fn split(template: &'static str) -> Vec<Segment> {
    template
        .trim_start_matches('/')
        .split('/')
        .map(|part| match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some(name) => Segment::Param(name),
            None => Segment::Literal(part),
        })
        .collect()
}

fn answers_list(operation: &Operation) -> bool {
    operation
        .answers
        .iter()
        .any(|answer| (200..300).contains(&answer.status) && matches!(answer.schema, Some(Schema::List(_))))
}
