//! What `import_jump_shortcut` makes a Jump Item of.

use std::fmt;

pub(crate) mod pra;
pub(crate) mod rs;
mod targets;

/// Names and values, in order.
#[derive(Clone, Default)]
pub(crate) struct Parameters(Vec<(&'static str, String)>);

impl Parameters {
    pub(crate) fn new<const N: usize>(pairs: [(&'static str, String); N]) -> Self {
        Self(pairs.into())
    }

    /// Sets a value, once.
    pub(crate) fn set(&mut self, name: &'static str, value: String) {
        self.0.retain(|(other, _)| *other != name);
        self.0.push((name, value));
    }

    pub(crate) fn pairs(self) -> impl Iterator<Item = (&'static str, String)> {
        self.0.into_iter()
    }
}

impl fmt::Debug for Parameters {
    /// Shows the names. Values may hold passwords.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

/// Makes the shortcut of one product.
macro_rules! shortcut {
    ($($(#[$attribute:meta])* $variant:ident($target:ty),)+) => {
        /// A Jump Item to be: its name, the code name of its Jump Group, and what it leads to. A
        /// Jump Group of a person cannot be named.
        #[derive(Clone, Debug)]
        pub struct JumpShortcut {
            parameters: Parameters,
        }

        /// What a Jump Item leads to. But for Local and Remote Jump, the names of the parameters
        /// behind it are not confirmed.
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum JumpTarget {
            $($(#[$attribute])* $variant($target),)+
        }

        $(impl From<$target> for JumpTarget {
            fn from(target: $target) -> Self {
                Self::$variant(target)
            }
        })+

        impl JumpShortcut {
            /// Names a Jump Item in the shared Jump Group of that code name.
            pub fn new(
                name: impl Into<String>,
                group: impl Into<String>,
                target: impl Into<JumpTarget>,
            ) -> Self {
                let target = match target.into() {
                    $(JumpTarget::$variant(target) => target.into_parameters(),)+
                };
                let mut parameters = Parameters::new([("name", name.into()), ("group", group.into())]);
                target.pairs().for_each(|(name, value)| parameters.set(name, value));
                Self { parameters }
            }

            /// Sets the tag: 1,024 characters here, but 64 in the Configuration API.
            #[must_use]
            pub fn tag(self, tag: impl Into<String>) -> Self {
                self.set("tag", tag.into())
            }

            /// Sets the comments: 1,024 characters.
            #[must_use]
            pub fn comments(self, comments: impl Into<String>) -> Self {
                self.set("comments", comments.into())
            }

            /// Sets the Jump Policy, by code name.
            #[must_use]
            pub fn jump_policy(self, code_name: impl Into<String>) -> Self {
                self.set("jump_policy", code_name.into())
            }

            fn set(mut self, name: &'static str, value: String) -> Self {
                self.parameters.set(name, value);
                self
            }

            pub(crate) fn into_parameters(self) -> Parameters {
                self.parameters
            }
        }
    };
}

pub(crate) use shortcut;
