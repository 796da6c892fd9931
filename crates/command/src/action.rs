//! The actions of the XML Command API as data: for requests, help and completion.

mod shortcut;
mod table;

use bt_sra_core::Product;
use bt_sra_transport::Repeat;

pub use table::ACTIONS;

/// An action: one value of the parameter `action`, and all that is known of it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Action {
    /// The value of `action`.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub about: &'static str,
    /// The only product that has it; none if both do.
    pub only: Option<Product>,
    /// What `perm_command` of the API account must be.
    pub access: Access,
    /// Whether doing it twice does no harm.
    pub repeat: Repeat,
    /// Name of the root element of a good answer.
    pub root: &'static str,
    /// How it is known that there is such an action.
    pub evidence: Evidence,
    /// What is doubtful about it beyond that; empty if nothing is.
    pub doubt: &'static str,
    /// The parameters beside `action`.
    pub parameters: &'static [Parameter],
}

/// A parameter of an action.
#[derive(Debug)]
#[non_exhaustive]
pub struct Parameter {
    /// The name; with a `*` at its end it stands for many: `session.custom.*`.
    pub name: &'static str,
    /// What it says.
    pub about: &'static str,
    /// What its value looks like.
    pub kind: ParameterKind,
    /// Whether a request must have it.
    pub need: Need,
    /// The only product that has it; none if both do.
    pub only: Option<Product>,
    /// How it is known that there is such a parameter.
    pub evidence: Evidence,
    /// Other parameters that it needs beside it.
    pub with: &'static [&'static str],
    /// Whether values may be of a person, or open something: nothing for traces.
    pub is_private: bool,
}

/// What an API account must be allowed to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Access {
    /// Nothing: any valid token will do.
    Any,
    /// `read_only` or `full_access`.
    ReadOnly,
    /// `full_access`.
    Full,
}

/// How something is known.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Evidence {
    /// Recorded traffic of an appliance shows it.
    Observed,
    /// The vendor's documents describe it.
    Documented,
    /// Public programs of others use it.
    Reported,
    /// It is remembered or inferred: the name may be wrong.
    Unconfirmed,
}

/// Whether a request must have a parameter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Need {
    /// It must.
    Required,
    /// It may.
    Optional,
    /// It, or another one of the same group, but not both.
    OneOf(&'static str),
    /// It, or another one of the same group, or several of them.
    SomeOf(&'static str),
}

/// What the value of a parameter looks like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ParameterKind {
    /// A text of at most so many characters, if a limit is known.
    Text(Option<u32>),
    /// `1` or `0`.
    Flag,
    /// A whole number between these.
    Number(i64, i64),
    /// 32 hexadecimal digits.
    Lsid,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Some of these words, with commas between them.
    Choices(&'static [&'static str]),
    /// At most so many identifiers, with commas between them.
    List(usize),
    /// One of these, each followed by an identifier if it ends with a colon.
    Queue(&'static [&'static str]),
    /// An address of the Internet Protocol.
    Address,
}

/// The range of identifiers.
pub(crate) const ID: ParameterKind = ParameterKind::Number(1, i32::MAX as i64);

impl Action {
    /// Finds an action by its name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        ACTIONS.iter().find(|action| action.name == name)
    }

    /// Returns whether a product has it.
    #[must_use]
    pub fn is_in(&self, product: Product) -> bool {
        self.only.is_none_or(|only| only == product)
    }

    /// Returns whether it only reads.
    #[must_use]
    pub fn reads(&self) -> bool {
        self.repeat == Repeat::Safe && self.access != Access::Full
    }

    /// Finds the parameter of a name: `session.custom.cost_center` is one of `session.custom.*`.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&'static Parameter> {
        let exact = self.parameters.iter().find(|parameter| parameter.name == name);
        exact.or_else(|| self.parameters.iter().find(|parameter| parameter.stands_for(name)))
    }
}

impl Parameter {
    /// Returns whether it is one of many whose names begin the same.
    #[must_use]
    pub fn is_family(&self) -> bool {
        self.name.ends_with('*')
    }

    fn stands_for(&self, name: &str) -> bool {
        let stem = self.name.strip_suffix('*');
        stem.is_some_and(|stem| name.strip_prefix(stem).is_some_and(|rest| !rest.is_empty()))
    }

    const fn new(name: &'static str, kind: ParameterKind, need: Need, about: &'static str) -> Self {
        Self {
            name,
            about,
            kind,
            need,
            only: None,
            evidence: Evidence::Documented,
            with: &[],
            is_private: false,
        }
    }

    const fn required(name: &'static str, kind: ParameterKind, about: &'static str) -> Self {
        Self::new(name, kind, Need::Required, about)
    }

    const fn optional(name: &'static str, kind: ParameterKind, about: &'static str) -> Self {
        Self::new(name, kind, Need::Optional, about)
    }

    const fn of(self, product: Product) -> Self {
        Self { only: Some(product), ..self }
    }

    const fn known(self, evidence: Evidence) -> Self {
        Self { evidence, ..self }
    }

    const fn with(self, others: &'static [&'static str]) -> Self {
        Self { with: others, ..self }
    }

    const fn private(self) -> Self {
        Self { is_private: true, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_products_have_the_documented_number_of_actions() {
        let count = |product| ACTIONS.iter().filter(|action| action.is_in(product)).count();
        assert_eq!((count(Product::Rs), count(Product::Pra)), (20, 10));
    }

    #[test]
    fn names_are_unique_and_what_is_read_may_be_read_twice() {
        for action in &ACTIONS {
            assert!(std::ptr::eq(Action::find(action.name).unwrap(), action), "{}", action.name);
            for parameter in action.parameters {
                assert!(parameter.with.iter().all(|other| action.parameter(other).is_some()));
                let found = action.parameter(parameter.name).unwrap();
                assert!(std::ptr::eq(found, parameter), "{} {}", action.name, parameter.name);
            }
            let reads = action.name.starts_with("get_") || action.name == "check_health";
            assert!(!reads || action.repeat == Repeat::Safe, "{}", action.name);
        }
    }

    #[test]
    fn parameters_of_a_family_are_found_by_their_stem() {
        let action = Action::find("set_session_attributes").unwrap();
        assert_eq!(action.parameter("session.custom.cost_center").unwrap().name, "session.custom.*");
        assert_eq!(
            action.parameter("session.custom.external_key").unwrap().name,
            "session.custom.external_key"
        );
        assert!(action.parameter("session.custom.").is_none());
        assert!(action.parameter("session").is_none());
    }
}
