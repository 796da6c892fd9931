//! `btapi listen`

use std::path::PathBuf;
use std::sync::Arc;

use bt_sra::webhook::server::{Duplicates, ExecSink, ForwardSink, NdjsonSink, Receiver, Record, Sink};
use bt_sra::{Error, ErrorKind, Site};
use tokio::io::AsyncWriteExt as _;
use tokio::sync::watch;

use super::bulk::span;
use super::door::{self, Loud};
use crate::args::Listen;
use crate::failure::{Failure, Result};
use crate::net;
use crate::settings::Settings;

/// The file for bodies that are no events, where none is named.
const DEAD_LETTERS: &str = "btapi-dead-letters.ndjson";

/// Receives outbound events until stopped.
pub(super) fn run(settings: &Settings, arguments: &Listen) -> Result<()> {
    let runtime = net::runtime()?;
    let ended = runtime.block_on(serve(settings, arguments));
    // What a thread may still be writing is nobody's to wait for.
    runtime.shutdown_background();
    ended
}

async fn serve(settings: &Settings, arguments: &Listen) -> Result<()> {
    // Whether nobody reads standard output any more.
    let (closed, mut is_closed) = watch::channel(false);
    let sink = sink(settings, arguments, closed)?;
    let listener = door::listen(arguments.bind, &arguments.door).await?;
    let gate = door::gate(settings, &arguments.door, &listener)?;
    let duplicates = if arguments.skip_duplicates { Duplicates::Skip } else { Duplicates::Mark };
    let receiver = Receiver::builder(sink, dead_letters(arguments))
        .gate(gate)
        .duplicates(duplicates)
        .observer(Arc::new(Loud::default()))
        .build()?;
    let address = format!("{}://{}", listener.scheme(), listener.address());
    let end = is_closed.clone();
    let done = door::serve(&address, async move |stop| {
        let stop = async move {
            tokio::select! {
                () = stop.wait() => {}
                Ok(_) = is_closed.wait_for(|closed| *closed) => {}
            }
        };
        receiver.serve(listener, stop).await
    });
    done.await?;
    if *end.borrow() { Err(Failure::StdoutClosed) } else { Ok(()) }
}

fn sink(settings: &Settings, arguments: &Listen, closed: watch::Sender<bool>) -> Result<Arc<dyn Sink>> {
    let limit = span::read("--time-limit", &arguments.time_limit)?;
    if let Some(path) = &arguments.out {
        return Ok(Arc::new(NdjsonSink::open(path)?));
    }
    if let Some(url) = &arguments.forward_to {
        let authority = url.split_once("://").map(|(scheme, rest)| {
            format!("{scheme}://{}", rest.split(['/', '?', '#']).next().unwrap_or_default())
        });
        let malformed = || Failure::usage("--forward-to: write https://host/path, or http to loopback");
        let site = Site::parse(&authority.ok_or_else(malformed)?).map_err(|_| malformed())?;
        let sink = ForwardSink::new(url, door::transport(settings, &[site])?)?.limit(limit);
        Settings::check(&["BT_FORWARD_TOKEN"])?;
        return Ok(match settings.get("BT_FORWARD_TOKEN") {
            Some(token) => Arc::new(sink.bearer(token.into())),
            None => Arc::new(sink),
        });
    }
    Ok(match door::program(&arguments.exec, limit) {
        Some(program) => Arc::new(ExecSink::new(program)),
        None => Arc::new(Printed(closed)),
    })
}

fn dead_letters(arguments: &Listen) -> PathBuf {
    match (&arguments.dead_letters, &arguments.out) {
        (Some(path), _) => path.clone(),
        (None, Some(out)) => {
            let mut path = out.clone().into_os_string();
            path.push(".dead");
            path.into()
        }
        (None, None) => DEAD_LETTERS.into(),
    }
}

/// Prints events. When nobody reads them any more, it is time to stop.
#[derive(Debug)]
struct Printed(watch::Sender<bool>);

#[async_trait::async_trait]
impl Sink for Printed {
    async fn store(&self, record: &Record) -> bt_sra::Result<()> {
        let line = record.to_line() + "\n";
        // Not on this thread: who reads slowly keeps the appliance waiting, and nobody else.
        let mut out = tokio::io::stdout();
        let written = async {
            out.write_all(line.as_bytes()).await?;
            out.flush().await
        };
        written.await.map_err(|source| {
            if source.kind() == std::io::ErrorKind::BrokenPipe {
                self.0.send_replace(true);
            }
            Error::new(ErrorKind::Io, "standard output cannot be written").with_source(source)
        })
    }
}
