//! The commands, one file each.

mod action;
mod add;
mod api;
mod backup;
pub(crate) mod bulk;
mod completions;
mod copy;
mod delete;
mod door;
mod download;
mod explain;
mod export;
mod failover;
mod files;
mod get;
mod health;
mod import;
mod key;
mod list;
mod listen;
mod man;
mod page;
mod post;
mod presence;
mod prune;
mod recording;
mod report;
pub(crate) mod resources;
mod script;
pub(crate) mod session;
mod sheet;
#[cfg(feature = "simulate")]
mod simulate;
mod target;
mod ticket;
mod update;
mod version;
mod wait;
mod whoami;

use serde_json::value::RawValue;

use crate::args::{Command, Failover, Globals, JumpClient, Recording, Session, Ticket};
use crate::failure::{Exit, Failure, Result};
use crate::json::{self, DEPTH};
use crate::net::Answer;
use crate::output::{self, Plan};
use crate::settings::Settings;
use crate::vocabulary::{Found, Vocabulary};

/// What every command of the Configuration API needs.
#[derive(Debug)]
struct Context<'a> {
    globals: &'a Globals,
    settings: Settings,
    vocabulary: Vocabulary,
}

impl<'a> Context<'a> {
    fn new(globals: &'a Globals) -> Result<Self> {
        let settings = Settings::load(globals)?;
        let vocabulary = Vocabulary::new(settings.product(globals)?);
        Ok(Self { globals, settings, vocabulary })
    }
}

/// Runs a command.
pub(crate) fn run(globals: &Globals, command: Command) -> Result<()> {
    match command {
        Command::Version => version::run(),
        Command::Completions { shell } => completions::run(shell),
        Command::Complete { shell, words } => completions::answer(shell, &words),
        Command::Man { dir } => man::run(dir.as_deref()),
        #[cfg(feature = "simulate")]
        Command::Simulate(arguments) => simulate::run(globals, &arguments),
        command => dispatch(&Context::new(globals)?, &command),
    }
}

fn dispatch(context: &Context<'_>, command: &Command) -> Result<()> {
    match command {
        Command::Add { resource } => add::run(context, resource),
        Command::List { resource, filters } => list::run(context, resource, filters),
        Command::Get { resource, id } => get::run(context, resource, id.as_deref()),
        Command::Update { resource, id } => update::run(context, resource, id.as_deref()),
        Command::Copy { resource, id } => copy::run(context, resource, id),
        Command::Delete { resource, id } => delete::run(context, resource, id.as_deref()),
        Command::Download { path } => download::run(context, path),
        Command::Post { path, stdin } => post::run(context, path, stdin.is_some()),
        Command::Api { method, path, stdin } => api::run(context, method, path, stdin.is_some()),
        Command::Export(arguments) => export::run(context, arguments),
        Command::Import(arguments) => import::run(context, arguments),
        Command::JumpClient(JumpClient::Prune(arguments)) => prune::run(context, arguments),
        Command::Wait(arguments) => wait::run(context, arguments),
        Command::Action(call) => action::run(context, call),
        Command::Health(arguments) => health::run(context, arguments),
        Command::Failover(Failover::Status) => failover::status(context),
        Command::Failover(Failover::Swap(arguments)) => failover::swap(context, arguments),
        Command::Key(arguments) => key::run(context, arguments),
        Command::Backup(arguments) => backup::run(context, arguments),
        Command::Script(script) => script::run(context, script),
        Command::Report(call) => report::run(context, call),
        Command::Recording(Recording::Get(arguments)) => recording::get(context, arguments),
        Command::Syslog(arguments) => files::syslog(context, arguments),
        Command::Archive(arguments) => files::archive(context, arguments),
        Command::License(arguments) => files::license(context, arguments),
        Command::Session(Session::Show(arguments)) => session::show(context, arguments),
        Command::Session(Session::Html(arguments)) => session::html(context, arguments),
        Command::Listen(arguments) => listen::run(&context.settings, arguments),
        Command::Ticket(Ticket::Serve(arguments)) => ticket::serve::run(&context.settings, arguments),
        Command::Ticket(Ticket::Test(arguments)) => ticket::test::run(context, arguments),
        Command::Resources { word } => resources::run(context.globals, &context.vocabulary, word.as_deref()),
        Command::Explain { topic } => explain::run(context, topic),
        Command::Whoami => whoami::run(context),
        #[cfg(feature = "simulate")]
        Command::Simulate(arguments) => simulate::run(context.globals, arguments),
        Command::Version => version::run(),
        Command::Completions { shell } => completions::run(*shell),
        Command::Complete { shell, words } => completions::answer(*shell, words),
        Command::Man { dir } => man::run(dir.as_deref()),
    }
}

/// What is said of an answer that was not understood or lost, after a change.
const UNSURE: &str = "the appliance may have carried it out; look before trying again";
const LOST: &str = "the appliance has carried it out; only the answer was lost";

/// Prints an answer that has to be JSON.
fn print(answer: &Answer, plan: &Plan) -> Result<()> {
    if plan.is_raw() {
        return output::write(&answer.body);
    }
    plan.value(json(answer).map_err(with_way_out)?)
}

/// Prints the answer to a request that has changed something. Whether there is one to print is not
/// always documented, but what comes instead of JSON need not be from the appliance at all.
fn print_if_any(answer: &Answer, found: &Found, plan: &Plan) -> Result<()> {
    if plan.is_raw() {
        return output::write(&answer.body).map_err(|failure| failure.with_hint(LOST));
    }
    if answer.body.iter().all(u8::is_ascii_whitespace) {
        return Ok(());
    }
    match json(answer) {
        Ok(value) => plan.value(value).map_err(|failure| failure.with_hint(LOST)),
        // A page for people comes from a gateway rather than from the appliance.
        Err(_) if found.may_answer_anything() && answer.media != "text/html" => {
            output::note("done; the appliance's answer is not JSON and is not shown");
            Ok(())
        }
        Err(failure) => Err(failure.with_hint(UNSURE)),
    }
}

/// Reads the body of an answer, without looking into it beyond its form.
fn json(answer: &Answer) -> Result<&RawValue> {
    let bytes = answer.body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&answer.body);
    let name = &answer.name;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Failure::new(Exit::Unreadable, format!("{name}: the answer is empty")));
    }
    let json: &RawValue = serde_json::from_slice(bytes).map_err(|error| {
        let media = if answer.media.is_empty() { "no media type" } else { &answer.media };
        let place = format!("line {}, column {}", error.line(), error.column());
        Failure::new(Exit::Unreadable, format!("{name}: the answer is not JSON ({media}; {place})"))
    })?;
    if json::is_too_deep(json.get()) {
        return Err(Failure::new(
            Exit::Unreadable,
            format!("{name}: the answer is nested more than {DEPTH} levels deep"),
        ));
    }
    Ok(json)
}

/// Says how to get at an answer that cannot be printed.
fn with_way_out(failure: Failure) -> Failure {
    failure.with_hint("`btapi download PATH` saves a file; `btapi api GET PATH` shows an answer as it is")
}
