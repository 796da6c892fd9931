//! Items are printed as they come.

use std::future::poll_fn;
use std::io::{IsTerminal as _, Read};
use std::pin::pin;
use std::task::Poll;

use bt_sra::ErrorKind;
use bt_sra::reporting::ReportStream;
use bt_sra::reporting::model::{Items, Limits, List, NoData, Refusal};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};
use tokio::io::AsyncWriteExt as _;

use super::rows::{EVENT, Row, event};
use crate::args::Format;
use crate::failure::{Exit, Failure, Result, chain, plain};
use crate::output::{self, Plan, Writer};
use crate::progress::{self, Progress, Unit};

/// So much is written at once, unless nothing more comes for now.
const BATCH: usize = 64 << 10;

/// By so many rows the width of the columns of a table is chosen.
const FIRST: usize = 100;

/// So many items that cannot be read are told of one by one.
const TOLD: u64 = 10;

/// Where items come from.
pub(super) enum Source<T> {
    /// From the appliance.
    Net(Box<ReportStream<T>>),
    /// From a file.
    File(Box<Items<Box<dyn Read>, T>>),
}

impl<T: Row> Source<T> {
    pub(super) fn file(file: Box<dyn Read>, list: List, no_data: NoData) -> Self {
        Self::File(Box::new(Items::with(file, list, Limits::default(), no_data)))
    }

    async fn next(&mut self) -> Result<Option<T>, bt_sra::Error> {
        match self {
            Self::Net(stream) => stream.try_next().await,
            Self::File(items) => items.next().transpose(),
        }
    }

    /// Returns how many bytes have come, if that is known.
    fn bytes(&self) -> u64 {
        match self {
            Self::Net(stream) => stream.progress().bytes,
            Self::File(_) => 0,
        }
    }

    /// Returns what the appliance said where it has nothing.
    fn said(&self) -> Option<&Refusal> {
        match self {
            Self::Net(stream) => stream.said_no_data(),
            Self::File(items) => items.ending().and_then(|ending| ending.no_data.as_ref()),
        }
    }
}

/// Prints items.
pub(super) struct Printer<'a> {
    events: bool,
    name: &'a str,
    out: tokio::io::Stdout,
    text: String,
    /// Items that were printed.
    count: u64,
    /// Items that could not be read.
    wrong: u64,
}

impl<'a> Printer<'a> {
    pub(super) fn new(events: bool, name: &'a str) -> Self {
        Self { events, name, out: tokio::io::stdout(), text: String::new(), count: 0, wrong: 0 }
    }

    /// Prints all that comes.
    pub(super) async fn run<T: Row>(
        &mut self,
        plan: Plan,
        mut source: Source<T>,
        progress: Option<&Progress>,
    ) -> Result<()> {
        let columns = self.columns::<T>(plan.format());
        let is_flat = is_flat(&plan, &columns);
        let plan = plan.for_rows(&columns);
        let mut writer = plan.list(output::width(std::env::var("COLUMNS").ok().as_deref()));
        // On a terminal the rows themselves tell how far things are.
        let progress = progress.filter(|_| !std::io::stdout().is_terminal());
        if let Some(progress) = progress {
            progress.begin(self.name, Unit::Items);
        }
        let mut failure: Option<bt_sra::Error> = None;
        // The width of the columns of a table follows from its first rows.
        let mut chooses_widths = plan.format() == Format::Table && !plan.has_query();
        let mut first: Vec<Box<RawValue>> = Vec::new();
        loop {
            let next = {
                let mut next = pin!(source.next());
                match poll_fn(|context| Poll::Ready(next.as_mut().poll(context))).await {
                    Poll::Ready(next) => next,
                    Poll::Pending => {
                        // Whoever reads along gets what there is.
                        self.flush().await?;
                        next.await
                    }
                }
            };
            let item = match next {
                Ok(Some(item)) => item,
                Ok(None) => break,
                Err(error) => {
                    // What it was becomes clear when something follows, or nothing.
                    if let Some(before) = failure.replace(error) {
                        self.tell_wrong(&before);
                    }
                    continue;
                }
            };
            if let Some(before) = failure.take() {
                self.tell_wrong(&before);
            }
            first.extend(self.rows(&item, is_flat)?);
            self.count += 1;
            if !chooses_widths || first.len() >= FIRST {
                chooses_widths = false;
                self.page(&mut writer, &mut first)?;
            }
            if let Some(progress) = progress {
                progress.add(1);
                progress.bytes(source.bytes());
            }
            if self.text.len() >= BATCH {
                self.flush().await?;
            }
        }
        self.page(&mut writer, &mut first)?;
        if let Some(error) = failure {
            self.flush().await?;
            return Err(self.broken(error));
        }
        if self.count == 0 && self.wrong == 0 {
            note_nothing(self.name, source.said());
        }
        let end = writer.end()?;
        self.text.push_str(&end);
        self.flush().await?;
        match self.wrong {
            0 => Ok(()),
            wrong => {
                let message =
                    format!("{}: {wrong} of {} items could not be read", self.name, wrong + self.count);
                Err(Failure::new(Exit::Unreadable, message).with_hint("-o xml prints them as they came"))
            }
        }
    }

    /// Returns the columns, for formats that have some.
    fn columns<T: Row>(&self, format: Format) -> Vec<&'static str> {
        let is_short = format == Format::Table;
        match (self.events, is_short) {
            (true, true) => {
                ["lsid", "team", "timestamp", "event_type", "performed_by", "destination", "text"]
                    .into_iter()
                    .filter(|name| match *name {
                        "lsid" => T::ROOT == "session_list",
                        "team" => T::ROOT != "session_list",
                        _ => true,
                    })
                    .collect()
            }
            (true, false) => {
                let head: &[&str] = if T::ROOT == "session_list" { &["lsid"] } else { &["team_id", "team"] };
                head.iter().chain(EVENT).copied().collect()
            }
            (false, true) => T::SHORT.to_vec(),
            (false, false) => T::COLUMNS.to_vec(),
        }
    }

    fn rows<T: Row>(&self, item: &T, is_flat: bool) -> Result<Vec<Box<RawValue>>> {
        let unprintable = |error: serde_json::Error| Failure::new(Exit::Other, error.to_string());
        if !self.events {
            let raw = if is_flat { to_raw_value(&item.row()) } else { to_raw_value(item) };
            return Ok(vec![raw.map_err(unprintable)?]);
        }
        let rows = item.events().into_iter().map(|(mut row, one)| {
            if is_flat {
                row.extend(event(one));
            } else if let Value::Object(members) = serde_json::to_value(one)? {
                row.extend(members);
            }
            to_raw_value(&row)
        });
        rows.collect::<Result<_, _>>().map_err(unprintable)
    }

    /// Prints rows that wait.
    fn page(&mut self, writer: &mut Writer<'_>, rows: &mut Vec<Box<RawValue>>) -> Result<()> {
        let waiting = std::mem::take(rows);
        let waiting: Vec<&RawValue> = waiting.iter().map(|row| &**row).collect();
        self.text.push_str(&writer.page(&waiting)?);
        Ok(())
    }

    async fn flush(&mut self) -> Result<()> {
        if self.text.is_empty() {
            return Ok(());
        }
        progress::clear_for_data();
        let text = std::mem::take(&mut self.text);
        self.out.write_all(text.as_bytes()).await.map_err(|error| output::broken(&error))?;
        self.out.flush().await.map_err(|error| output::broken(&error))
    }

    /// Tells of an item that is left out.
    fn tell_wrong(&mut self, error: &bt_sra::Error) {
        self.wrong += 1;
        match self.wrong {
            0..=TOLD => output::note(&format!("an item is left out: {}", chain(error))),
            _ if self.wrong == TOLD + 1 => output::note("more items are left out"),
            _ => {}
        }
    }

    /// Says how much there is of what ended with an error.
    fn broken(&self, error: bt_sra::Error) -> Failure {
        let broke = matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::Timeout | ErrorKind::Decode);
        let failure = Failure::from(error);
        match (self.count, broke) {
            (0, _) => failure,
            (1, _) => failure.with_hint("one item was whole, and is printed; the report is not complete"),
            (count, true) => failure.with_hint(format!(
                "{count} items were whole, and are printed; for long ranges, --window asks for less at a time"
            )),
            (count, false) => {
                failure.with_hint(format!("{count} items are printed; the report is not complete"))
            }
        }
    }
}

/// Whether items are printed as their rows, and not as a whole.
fn is_flat(plan: &Plan, columns: &[&str]) -> bool {
    let takes_rows = matches!(plan.format(), Format::Csv | Format::Table) && !plan.has_query();
    let known = |name: &String| columns.is_empty() || columns.contains(&name.as_str());
    takes_rows && plan.columns().is_none_or(|names| names.iter().all(known))
}

/// Says that there is nothing, with the words of the appliance if there are some.
pub(super) fn note_nothing(name: &str, said: Option<&Refusal>) {
    match said {
        Some(refusal) => output::note(&format!("{name}: no data: {}", plain(refusal.message.trim()))),
        None => output::note(&format!("{name}: no data")),
    }
}
