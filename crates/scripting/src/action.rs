//! The script actions as data: for checks, help and completion.

mod table;

use bt_sra_core::Product;

pub use table::ACTIONS;

/// An action of console scripts, and all that is known of it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Action {
    /// The value of `action`.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub about: &'static str,
    /// The only product that has it; none if both do.
    pub only: Option<Product>,
    /// Whether the web consoles take it from the Client Scripting API.
    pub in_web_console: bool,
    /// What to use instead, if consoles of today have it no more.
    pub gone: Option<&'static str>,
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
    /// Whether a command must have it.
    pub need: Need,
    /// How it is known that there is such a parameter.
    pub evidence: Evidence,
    /// Whether its value opens something: it is written only where that is asked for.
    pub is_secret: bool,
}

/// How something is known.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Evidence {
    /// The vendor's documents describe it.
    Documented,
    /// Public programs of others use it.
    Reported,
    /// It is remembered or inferred: it may be wrong.
    Unconfirmed,
}

/// Whether a command must have a parameter.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Need {
    /// It must.
    Required,
    /// It may.
    Optional,
    /// It, or another one of the same group, or several of them.
    SomeOf(&'static str),
    /// It, and all others of the same group, or none of them.
    AllOf(&'static str),
}

/// What the value of a parameter looks like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum ParameterKind {
    /// A text of at most so many characters, if a limit is known.
    Text(Option<u32>),
    /// A whole number between these.
    Number(u32, u32),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// One of these words, or `WIDTHxHEIGHT`.
    Size(&'static [&'static str]),
}

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
        Self { name, about, kind, need, evidence: Evidence::Documented, is_secret: false }
    }

    const fn required(name: &'static str, kind: ParameterKind, about: &'static str) -> Self {
        Self::new(name, kind, Need::Required, about)
    }

    const fn optional(name: &'static str, kind: ParameterKind, about: &'static str) -> Self {
        Self::new(name, kind, Need::Optional, about)
    }

    const fn known(self, evidence: Evidence) -> Self {
        Self { evidence, ..self }
    }

    const fn secret(self) -> Self {
        Self { is_secret: true, ..self }
    }
}
