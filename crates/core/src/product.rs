//! The two products whose appliances we speak to.

use std::fmt;
use std::str::FromStr;

use crate::{Error, ErrorKind};

/// A product.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Product {
    /// Privileged Remote Access.
    Pra,
    /// Remote Support.
    Rs,
}

impl Product {
    /// The short name: `pra` or `rs`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pra => "pra",
            Self::Rs => "rs",
        }
    }
}

impl fmt::Display for Product {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Product {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text {
            "pra" => Ok(Self::Pra),
            "rs" => Ok(Self::Rs),
            _ => Err(Error::new(ErrorKind::Config, format!("unknown product `{text}`: write pra or rs"))),
        }
    }
}
