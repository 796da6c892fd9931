//! Requests and decisions, so that they outlast a restart.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader};
use std::path::Path;

use bt_sra_core::{Error, ErrorKind, Result};
use serde::{Deserialize, Serialize};

use super::super::durable::Log;
use super::super::record;
use crate::{Decision, Fields, TicketRequest, Verdict};

/// How the line of an entry begins.
const BEGINNING: &str = "{\"ticket\":";

/// How many requests that are done with are remembered.
pub(super) const REMEMBERED: usize = 10_000;

/// An entry.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(tag = "ticket", rename_all = "snake_case")]
enum Entry {
    /// A request is here.
    Request { id: String, at: i64, fields: Vec<(String, String)> },
    /// It is decided on.
    Decision {
        id: String,
        allow: bool,
        #[serde(default)]
        message: Option<String>,
        #[serde(default)]
        attributes: Vec<(String, String)>,
    },
    /// It is done with. Once its request is left out, a digest tells whether one that comes is it.
    End {
        id: String,
        how: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        digest: Option<String>,
    },
}

/// The journal.
#[derive(Debug)]
pub(super) struct Journal(Log);

/// A request that is not done with.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub(super) request: TicketRequest,
    pub(super) fields: Fields,
    /// When it came, in milliseconds since 1970.
    pub(super) at: i64,
    pub(super) decision: Option<Decision>,
}

/// A request that is done with.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Ended {
    pub(super) id: String,
    pub(super) digest: Option<String>,
}

/// What a journal holds.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The requests that are not done with, in the order in which they came.
    pub(super) open: Vec<Open>,
    /// Those that are, oldest first.
    pub(super) ended: Vec<Ended>,
}

impl Journal {
    /// Opens a journal, or begins one. What is done with is left out of the new form of the file.
    pub(super) fn open(path: &Path) -> Result<(Self, Found)> {
        let renew = |path: &Path| {
            let found = read(path)?;
            let text = lines(&found);
            Ok((found, text))
        };
        let (log, found) = Log::open_anew(path, BEGINNING, renew)?;
        Ok((Self(log), found))
    }

    pub(super) async fn request(&self, id: &str, at: i64, fields: &Fields) -> Result<()> {
        self.add(&Entry::Request { id: id.to_owned(), at, fields: owned(fields.iter()) }).await
    }

    pub(super) async fn decision(&self, id: &str, decision: &Decision) -> Result<()> {
        self.add(&entry(id, decision)).await
    }

    pub(super) async fn end(&self, id: &str, how: &str) -> Result<()> {
        self.add(&Entry::End { id: id.to_owned(), how: how.to_owned(), digest: None }).await
    }

    async fn add(&self, entry: &Entry) -> Result<()> {
        self.0.append(line(entry)).await
    }
}

/// Tells whether two requests are the same.
pub(super) fn digest(fields: &Fields) -> String {
    record::id(fields, &Fields::default())
}

/// Texts, numbers and lists of them: nothing that could not be written.
fn line(entry: &Entry) -> String {
    serde_json::to_string(entry).unwrap_or_default()
}

fn owned<'a>(fields: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn entry(id: &str, decision: &Decision) -> Entry {
    Entry::Decision {
        id: id.to_owned(),
        allow: decision.verdict() == Verdict::Allow,
        message: decision.text().map(str::to_owned),
        attributes: owned(decision.attributes()),
    }
}

fn read(path: &Path) -> Result<Found> {
    let fail = |source: io::Error| {
        Error::new(ErrorKind::Io, format!("the journal cannot be read ({})", path.display()))
            .with_source(source)
    };
    let mut order = Vec::new();
    let mut open: HashMap<String, Open> = HashMap::new();
    let mut ended = Vec::new();
    for (place, text) in BufReader::new(File::open(path).map_err(fail)?).lines().enumerate() {
        let damaged = || {
            let what = format!("line {} of the journal {} is damaged", place + 1, path.display());
            Error::new(ErrorKind::Config, what)
        };
        match serde_json::from_str(&text.map_err(fail)?).map_err(|_| damaged())? {
            Entry::Request { id, at, fields } => {
                let fields: Fields = fields.into_iter().collect();
                let request = TicketRequest::from_fields(fields.clone()).map_err(|_| damaged())?;
                order.push(id.clone());
                open.insert(id, Open { request, fields, at, decision: None });
            }
            Entry::Decision { id, allow, message, attributes } => {
                let decision = if allow { Decision::allow() } else { Decision::deny() };
                let decision = decision.message(message.unwrap_or_default());
                let decision = attributes
                    .into_iter()
                    .try_fold(decision, |decision, (name, value)| decision.attribute(name, value))
                    .map_err(|_| damaged())?;
                open.get_mut(&id).ok_or_else(damaged)?.decision = Some(decision);
            }
            Entry::End { id, digest: known, .. } => {
                let digest = open.remove(&id).map(|open| digest(&open.fields)).or(known);
                ended.push(Ended { id, digest });
            }
        }
    }
    let excess = ended.len().saturating_sub(REMEMBERED);
    ended.drain(..excess);
    let open = order.into_iter().filter_map(|id| open.remove(&id)).collect();
    Ok(Found { open, ended })
}

/// Returns the lines of what matters.
fn lines(found: &Found) -> String {
    let mut text = String::new();
    for Ended { id, digest } in &found.ended {
        let (id, digest) = (id.clone(), digest.clone());
        text += &line(&Entry::End { id, how: "remembered".to_owned(), digest });
        text.push('\n');
    }
    for open in &found.open {
        let id = &open.request.request_id;
        text += &line(&Entry::Request { id: id.clone(), at: open.at, fields: owned(open.fields.iter()) });
        text.push('\n');
        if let Some(decision) = &open.decision {
            text += &line(&entry(id, decision));
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn fields(id: &str) -> Fields {
        [("request_id", id), ("ticket_id", "CHG-1"), ("response_url", "https://x/"), ("x", "1"), ("x", "2")]
            .into_iter()
            .collect()
    }

    fn ended(id: &str) -> Ended {
        Ended { id: id.to_owned(), digest: Some(digest(&fields(id))) }
    }

    #[tokio::test]
    async fn what_is_not_done_with_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let (journal, found) = Journal::open(&path).unwrap();
        assert!(found.open.is_empty() && found.ended.is_empty());
        for id in ["a", "b", "c"] {
            journal.request(id, 5, &fields(id)).await.unwrap();
        }
        let decision = Decision::allow().message("yes").attribute("k", "v").unwrap();
        journal.decision("b", &decision).await.unwrap();
        journal.decision("a", &Decision::deny()).await.unwrap();
        journal.end("a", "delivered").await.unwrap();
        drop(journal);
        // The thread lets go of the file in its own time.
        let reopened = loop {
            match Journal::open(&path) {
                Ok(found) => break found,
                Err(error) => assert!(error.to_string().contains("another process"), "{error}"),
            }
        };
        for found in [read(&path).unwrap(), reopened.1] {
            assert_eq!(found.ended, [ended("a")]);
            let open: Vec<_> = found.open.iter().map(|open| open.request.request_id.as_str()).collect();
            assert_eq!(open, ["b", "c"]);
            assert_eq!(found.open[0].decision, Some(decision.clone()));
            assert_eq!(found.open[1].fields, fields("c"));
        }
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().count(), 4, "{text}");
        reopened.0.end("b", "delivered").await.unwrap();
        assert_eq!(read(&path).unwrap().ended, [ended("a"), ended("b")]);
    }

    #[tokio::test]
    async fn a_journal_belongs_to_one_process() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let (journal, _) = Journal::open(&path).unwrap();
        let error = Journal::open(&path).unwrap_err();
        assert!(error.to_string().contains("another process writes to"), "{error}");
        journal.request("a", 5, &fields("a")).await.unwrap();
        assert!(Journal::open(&path).is_err());
        assert_eq!(read(&path).unwrap().open.len(), 1);
    }

    #[test]
    fn a_damaged_journal_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        fs::write(&path, "{\"ticket\":\"end\",\"id\":\"a\",\"how\":\"x\"}\n{\"ticket\":\"what\"}\n").unwrap();
        let error = Journal::open(&path).unwrap_err();
        assert!(error.to_string().starts_with("line 2 of the journal"), "{error}");
    }
}
