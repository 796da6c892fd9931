//! `SupportCustExitSurvey` and `SupportRepExitSurvey`: what people answered after a session (RS).

use bt_sra_core::{Result, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Customer, Item, Primary, Representative, session::list};
use crate::open_enum::open_enum;
use crate::{Element, Extra, Fields, FromElement, Lsid, Str};

/// What somebody answered after a session.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ExitSurvey {
    /// Identifies the session.
    pub lsid: Lsid,
    /// When it was sent.
    pub timestamp: Option<Timestamp>,
    /// Who sent it.
    pub submitted_by: Option<Submitter>,
    /// The customer of the session.
    pub primary_customer: Option<Primary>,
    /// The owner of the session.
    pub primary_rep: Option<Primary>,
    /// The customers of the session.
    pub customers: Vec<Customer>,
    /// The representatives of the session.
    pub representatives: Vec<Representative>,
    /// The questions with their answers.
    pub questions: Vec<SurveyQuestion>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl ExitSurvey {
    /// Returns the question of a name.
    #[must_use]
    pub fn question(&self, name: &str) -> Option<&SurveyQuestion> {
        self.questions.iter().find(|question| question.name.as_deref() == Some(name))
    }
}

impl FromElement for ExitSurvey {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            lsid: fields.needs_attribute("lsid")?,
            timestamp: fields.guess_attribute("timestamp").or_else(|| fields.guess_attribute("ts")),
            submitted_by: fields.element_unless_empty("submitted_by")?,
            primary_customer: fields.element_unless_empty("primary_customer")?,
            primary_rep: fields.element_unless_empty("primary_rep")?,
            customers: list(&mut fields, "customer_list", "customer")?,
            representatives: list(&mut fields, "rep_list", "representative")?,
            questions: list(&mut fields, "question_list", "question")?,
            extra: fields.extra(),
        })
    }
}

impl Item for ExitSurvey {
    const ROOT: &'static str = "exit_survey_list";
    const NAMES: &'static [&'static str] = &["exit_survey"];
}

/// Who sent a survey.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Submitter {
    /// What sort of participant it is.
    #[serde(rename = "type")]
    pub kind: Option<SubmitterType>,
    /// The name.
    pub name: Str,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for Submitter {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            kind: fields.attribute("type")?,
            name: fields.text().as_ref().into(),
            extra: fields.extra(),
        })
    }
}

/// A question with its answers.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SurveyQuestion {
    /// Identifies it.
    pub id: Option<i64>,
    /// What sort of input it has; the words are not documented.
    #[serde(rename = "type")]
    pub kind: Option<Str>,
    /// The name by which programs know it: `rating` and `comments` are usual.
    pub name: Option<Str>,
    /// What it asks.
    pub label: Option<Box<str>>,
    /// The title of its column in a report.
    pub report_header: Option<Box<str>>,
    /// The answers, as they stand in the document: see [`lines()`].
    pub answers: Vec<String>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for SurveyQuestion {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            id: fields.guess_attribute("id"),
            kind: fields.word("type").map(Str::from),
            name: fields.word("name").map(Str::from),
            label: fields.shown("label"),
            report_header: fields.shown("report_header"),
            answers: fields.texts("answer_list", "answer"),
            extra: fields.extra(),
        })
    }
}

open_enum! {
    /// What sort of participant sent a survey. The word for customers is not documented.
    pub enum SubmitterType {
        /// A representative.
        Rep = "rep",
    }
}

/// Walks over the lines of an answer: documents write `\n` as a backslash and a letter.
pub fn lines(answer: &str) -> impl Iterator<Item = &str> {
    answer.split("\\n").flat_map(str::lines)
}
