//! Whole documents: data, or the appliance's refusal.

use std::fmt;

use bt_sra_core::{Error, ErrorKind, Result};
use serde::{Deserialize, Serialize};

use crate::element::shown_name;
use crate::{Element, Limits, text};

/// A type that is read from a whole document.
pub trait Document: Sized {
    /// Name of the root element.
    const ROOT: &'static str;

    /// Returns whether a document with that root element is one of these.
    #[must_use]
    fn accepts(root: Element<'_>) -> bool {
        root.name() == Self::ROOT
    }

    /// Reads the value.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] with the place of what is missing or has another form.
    fn from_root(root: Element<'_>) -> Result<Self>;
}

/// What a document says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Answer<T> {
    /// What was asked for.
    Data(T),
    /// That the appliance refuses. It does so with HTTP status 200.
    Refusal(Refusal),
}

impl<T> Answer<T> {
    /// Makes an error of a refusal.
    ///
    /// # Errors
    /// [`ErrorKind::Appliance`] with the appliance's words.
    pub fn into_result(self) -> Result<T> {
        match self {
            Self::Data(data) => Ok(data),
            Self::Refusal(refusal) => Err(refusal.into()),
        }
    }
}

/// An `<error>` document. The words are in the language of the site, and no list of them exists:
/// show them, and do not decide by them.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Refusal {
    /// The appliance's words, without white space around them.
    pub message: String,
    /// A code, which appliances are not known to send.
    pub code: Option<String>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<Refusal> for Error {
    /// Makes an error of kind [`ErrorKind::Appliance`]. Who knows the status of the answer adds it,
    /// and with it whether the appliance may have acted.
    fn from(refusal: Refusal) -> Self {
        let words = match refusal.code {
            Some(code) => format!("{} (code {code})", refusal.message),
            None => refusal.message,
        };
        Self::new(ErrorKind::Appliance, "the appliance refused the request")
            .with_appliance_message(text::cut(&words))
    }
}

/// Reads a document, within the default [`Limits`].
///
/// # Errors
/// - [`ErrorKind::Appliance`] for a document that is an error, or holds one in place of data;
/// - [`ErrorKind::Credentials`] for the JSON that the appliance answers to a token it does not accept;
/// - [`ErrorKind::Decode`] for anything else that is not such a document, with the path of the
///   element and the offset in bytes, and without the content.
pub fn read<T: Document>(bytes: &[u8]) -> Result<T> {
    answer(bytes, &Limits::default())?.into_result()
}

/// Reads a document, and gives back a refusal as a value: some of them mean that there is no data.
///
/// # Errors
/// As [`read`], except for [`ErrorKind::Appliance`].
pub fn answer<T: Document>(bytes: &[u8], limits: &Limits) -> Result<Answer<T>> {
    text::parse(text::decode(bytes, limits)?, limits, |root| {
        if root.name() == "error" {
            return Ok(Answer::Refusal(refusal(root)));
        }
        if T::accepts(root) {
            // The guides show lists with an error inside; appliances answer one by itself.
            return match root.child("error") {
                Some(error) => Ok(Answer::Refusal(refusal(error))),
                None => T::from_root(root).map(Answer::Data),
            };
        }
        Err(unexpected(root, T::ROOT))
    })
}

pub(crate) fn refusal(element: Element<'_>) -> Refusal {
    let mut message = element.text().trim().to_owned();
    if message.is_empty() {
        element.whole_text().trim().clone_into(&mut message);
    }
    let code = element.attribute("code").map(str::trim).filter(|code| !code.is_empty());
    Refusal { message, code: code.map(str::to_owned) }
}

pub(crate) fn unexpected(root: Element<'_>, expected: &str) -> Error {
    if root.name().eq_ignore_ascii_case("html") {
        return text::web_page();
    }
    let name = shown_name(root.name());
    root.error(&format!("the root element is `{name}` and not `{expected}`,"))
}
