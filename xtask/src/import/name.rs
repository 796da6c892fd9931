//! Names for what the file leaves nameless: inline objects and unions.

use crate::yaml::At;

use super::Importer;

/// What an inline schema would be called.
#[derive(Clone, Debug)]
pub(super) struct Hint {
    /// The name of an object.
    pub(super) name: String,
    /// The name of a union; mostly the same.
    union: String,
    /// The name of a member, where the schema is a list.
    item: String,
}

impl Hint {
    /// For the field `field` of `parent`.
    pub(super) fn field(parent: &str, field: &str) -> Self {
        let name = format!("{parent}{}", pascal(field));
        let item = singular(&name).unwrap_or_else(|| format!("{name}Item"));
        Self { union: name.clone(), item, name }
    }

    /// For the component `name`.
    pub(super) fn component(name: &str) -> Self {
        Self { name: name.to_owned(), union: name.to_owned(), item: format!("{name}Item") }
    }

    /// For an answer, where a list of things is named like the thing.
    pub(super) fn answer(name: String) -> Self {
        Self { union: name.clone(), item: name.clone(), name }
    }

    /// For a body: `CreateThing`, `CreatableThing`.
    pub(super) fn body(name: String, union: String) -> Self {
        Self { item: name.clone(), name, union }
    }

    /// For the members of the list that this hint is for.
    pub(super) fn items(&self) -> Self {
        Self { name: self.item.clone(), union: self.item.clone(), item: format!("{}Item", self.item) }
    }

    pub(super) fn union(&self) -> &str {
        &self.union
    }
}

/// The hints for the body and the answers of an operation.
#[derive(Debug)]
pub(super) struct OperationNames {
    resource: String,
    /// The path without its last literal, where that is what the operation does.
    action: Option<(String, String)>,
    tail: String,
}

impl OperationNames {
    /// Reads `api.config.jump-group.store` and `/jump-group/{id}`.
    pub(super) fn new(id: &str, path: &str) -> Self {
        let literals: Vec<&str> =
            path.split('/').filter(|step| !step.is_empty() && !step.starts_with('{')).collect();
        let tail = id.rsplit('.').next().unwrap_or(id).to_owned();
        let action = match literals.split_last() {
            Some((last, rest)) if !rest.is_empty() && *last == tail => {
                Some((pascal(last), rest.iter().copied().map(pascal).collect()))
            }
            _ => None,
        };
        Self { resource: literals.into_iter().map(pascal).collect(), action, tail }
    }

    pub(super) fn body(&self) -> Hint {
        let resource = &self.resource;
        let (verb, able) = match self.tail.as_str() {
            "store" => ("Create", "Creatable"),
            tail if tail.starts_with("create") => ("Create", "Creatable"),
            "update" => ("Update", "Updatable"),
            "destroy" | "delete" => ("Delete", "Deletable"),
            "set" => ("Set", "Settable"),
            _ => {
                let name = match &self.action {
                    Some((action, rest)) => format!("{action}{rest}"),
                    None => resource.clone(),
                };
                return Hint::body(name.clone(), name);
            }
        };
        Hint::body(format!("{verb}{resource}"), format!("{able}{resource}"))
    }

    pub(super) fn answer(&self, status: u16) -> Hint {
        let (name, suffix) = match &self.action {
            Some((action, rest)) => (format!("{action}{rest}"), "Answer"),
            None => (self.resource.clone(), ""),
        };
        if (200..300).contains(&status) {
            Hint::answer(format!("{name}{suffix}"))
        } else {
            Hint::answer(format!("{name}Error"))
        }
    }
}

impl<'a> Importer<'a> {
    /// The name of the inline type at `at`: always the same for the same place.
    pub(super) fn claim(&mut self, at: &At<'a>, wanted: &str) -> String {
        if let Some(name) = self.placed.get(&at.pointer) {
            return name.clone();
        }
        let wanted = match at.get("x-mend-name").map(|name| name.text()) {
            Some(Ok(name)) => name,
            _ => wanted,
        };
        let mut name = wanted.to_owned();
        let mut count = 2_u32;
        while !self.taken.insert(name.to_lowercase()) {
            name = match name.strip_suffix("Details") {
                None if count == 2 => format!("{wanted}Details"),
                _ => {
                    count = count.saturating_add(1);
                    format!("{wanted}{count}")
                }
            };
        }
        self.placed.insert(at.pointer.clone(), name.clone());
        name
    }
}

/// `key_info`, `encodedInfo` and `shell-jump` become `KeyInfo`, `EncodedInfo` and `ShellJump`.
pub(crate) fn pascal(name: &str) -> String {
    let mut result = String::with_capacity(name.len());
    let mut upper = true;
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() {
            upper = true;
        } else if upper {
            result.push(c.to_ascii_uppercase());
            upper = false;
        } else {
            result.push(c);
        }
    }
    result
}

/// `FilterRules` becomes `FilterRule`; none where there is nothing to take off.
fn singular(name: &str) -> Option<String> {
    if let Some(stem) = name.strip_suffix("ies") {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = name.strip_suffix("es").filter(|stem| stem.ends_with("ss") || stem.ends_with('x')) {
        return Some(stem.to_owned());
    }
    name.strip_suffix('s').filter(|stem| !stem.ends_with(['s', 'u'])).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_resource_and_verb() {
        let check = |id: &str, path: &str, body: &str, answer: &str, error: &str| {
            let names = OperationNames::new(id, path);
            assert_eq!(
                (
                    names.body().name.as_str(),
                    names.answer(200).name.as_str(),
                    names.answer(400).name.as_str()
                ),
                (body, answer, error)
            );
        };
        check("api.x.thing.store", "/thing", "CreateThing", "Thing", "ThingError");
        check(
            "api.x.thing.part.create-part",
            "/thing/{id}/part",
            "CreateThingPart",
            "ThingPart",
            "ThingPartError",
        );
        check(
            "api.x.thing.approve",
            "/thing/approve",
            "ApproveThing",
            "ApproveThingAnswer",
            "ApproveThingError",
        );
        check(
            "api.x.thing.part_change",
            "/thing/{id}/part-changes",
            "ThingPartChanges",
            "ThingPartChanges",
            "ThingPartChangesError",
        );
        check("api.x.role.set", "/role", "SetRole", "Role", "RoleError");
    }

    #[test]
    fn members_of_lists_are_named_in_the_singular() {
        let check = |field: &str, item: &str| assert_eq!(Hint::field("Team", field).items().name, item);
        check("portal_ids", "TeamPortalId");
        check("policies", "TeamPolicy");
        check("addresses", "TeamAddress");
        check("status", "TeamStatusItem");
        check("data", "TeamDataItem");
    }

    #[test]
    fn names_are_in_pascal_case() {
        assert_eq!(
            ["key_info", "encodedInfo", "shell-jump", "422Thing"].map(pascal),
            ["KeyInfo", "EncodedInfo", "ShellJump", "422Thing"]
        );
    }
}
