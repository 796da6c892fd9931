//! `btapi script build|check|url|fetch|actions`

mod actions;
mod words;

use std::ffi::OsStr;
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};

use bt_sra::scripting::{
    ClientScript, Command, Console, Finding, Newline, Script, ScriptBuilder, Severity, file_name,
};
use bt_sra::{ExposeSecret as _, Site};
use serde_json::json;
use serde_json::value::to_raw_value;

use super::Context;
use crate::args::{self, BuildScript, Format};
use crate::failure::{Exit, Failure, Result, plain};
use crate::net::{self, Needs};
use crate::output::{self, Plan};
use crate::settings::Settings;
use crate::shape::Shape;

/// Longer than any script.
const LIMIT: u64 = 1 << 20;

/// Does what was asked for.
pub(super) fn run(context: &Context<'_>, script: &args::Script) -> Result<()> {
    if context.globals.raw {
        return Err(Failure::usage("--raw: scripts are printed as they are anyway"));
    }
    match script {
        args::Script::Build(arguments) => build(context, arguments),
        args::Script::Check { what } => check(context, what),
        args::Script::Url { words, web } => url(context, words, *web),
        args::Script::Fetch { words, site } => fetch(context, words, site.as_deref()),
        args::Script::Actions { action } => actions::run(context, action.as_deref()),
    }
}

fn build(context: &Context<'_>, arguments: &BuildScript) -> Result<()> {
    let commands = if arguments.words.is_empty() {
        words::from_stdin(context.globals.kv_in)?
    } else if context.globals.kv_in {
        return Err(Failure::usage("-k reads the commands from standard input: give none as arguments"));
    } else {
        words::from_arguments(&arguments.words)?
    };
    if commands.iter().any(Command::has_secret) && !arguments.with_password {
        return Err(Failure::usage("the password would stand in the script in plain text")
            .with_hint("leave it out, so that the console asks for it, or say --with-password"));
    }
    for finding in commands.iter().enumerate().flat_map(|(place, command)| doubts(context, place, command)) {
        output::note(&finding);
    }
    let mut commands = commands.into_iter();
    let Some(first) = commands.next() else {
        return Err(Failure::usage("which commands? `btapi script actions` lists them"));
    };
    let newline = if arguments.crlf { Newline::CrLf } else { Newline::Lf };
    let mut builder: ScriptBuilder = Script::of(first).newline(newline);
    if let Some(product) = context.settings.product(context.globals)? {
        builder = builder.product(product);
    }
    let script = commands.fold(builder, ScriptBuilder::then).build()?;
    let text = script.to_secret_text();
    match (&arguments.file, &arguments.site) {
        (Some(stem), Some(site)) => {
            let name = file_name(stem, site)?;
            write(&name, text.expose_secret())?;
            output::write(format!("{name}\n").as_bytes())
        }
        _ => output::write(text.expose_secret().as_bytes()),
    }
}

/// What is only doubtful about a command; what is wrong is an error soon.
fn doubts(context: &Context<'_>, place: usize, command: &Command) -> Vec<String> {
    let product = context.settings.product(context.globals).ok().flatten();
    let Ok(script) = Script::of(command.clone()).build() else { return Vec::new() };
    let findings = script.check(product).into_iter().filter(|it| it.severity == Severity::Warning);
    findings.map(|finding| format!("command {}: {}", place + 1, finding.what)).collect()
}

/// Writes a new file, for nobody but its owner.
fn write(name: &str, text: &str) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(name).and_then(|mut file| {
        file.write_all(text.as_bytes()).inspect_err(|_| drop(std::fs::remove_file(name)))
    });
    written.map_err(|error| Failure::io(format!("cannot write {name}"), &error))
}

fn check(context: &Context<'_>, what: &OsStr) -> Result<()> {
    let plan = Plan::new(context.globals, Format::Table, Shape::UNKNOWN)?;
    let shown = plain(&what.to_string_lossy());
    let link = what.to_str().filter(|text| text.contains(bt_sra::scripting::PATH));
    let (name, script) = match link {
        // Its command, seen as a script of one.
        Some(link) => {
            let (_, call) = ClientScript::parse(link)?;
            ("link".to_owned(), Script::of(call.command().clone()).build()?)
        }
        None => {
            let bytes = read(what, &shown)?;
            let script = Script::parse_bytes(&bytes)
                .map_err(|error| Failure::invalid(format!("{shown} is no script: {error}")))?;
            (shown, script)
        }
    };
    let findings = script.check(context.settings.product(context.globals)?);
    print(&name, &findings, &plan)?;
    match findings.iter().any(|finding| finding.severity == Severity::Error) {
        true => Err(Failure::Status(Exit::Invalid as u8)),
        false => Ok(()),
    }
}

fn print(name: &str, findings: &[Finding], plan: &Plan) -> Result<()> {
    if plan.is_default() {
        let lines: String = findings
            .iter()
            .map(|it| format!("{name}:{}: {}: {}\n", it.line, it.severity, plain(&it.what)))
            .collect();
        return output::write(lines.as_bytes());
    }
    let items: Vec<_> = findings
        .iter()
        .map(|it| json!({"line": it.line, "severity": it.severity.to_string(), "what": it.what}))
        .collect();
    plan.value(&to_raw_value(&items).map_err(|error| Failure::new(Exit::Other, error.to_string()))?)
}

fn read(what: &OsStr, shown: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = if what == "-" {
        io::stdin().lock().take(LIMIT + 1).read_to_end(&mut bytes)
    } else {
        File::open(what).and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure::io(format!("cannot read {shown}"), &error))?;
    Ok(bytes)
}

/// Makes the call of one command.
fn call(context: &Context<'_>, words: &[String], console: Console) -> Result<ClientScript> {
    let mut commands = words::from_arguments(words)?.into_iter();
    let (Some(command), None) = (commands.next(), commands.next()) else {
        return Err(Failure::usage("a link has one command")
            .with_hint("every script that an appliance makes begins with a login; several commands are a file: btapi script build"));
    };
    if let Some(product) = context.settings.product(context.globals)? {
        let script = Script::of(command.clone()).product(product);
        script.build()?;
    }
    for doubt in doubts(context, 0, &command) {
        output::note(&doubt);
    }
    Ok(ClientScript::new(console, command)?)
}

fn url(context: &Context<'_>, words: &[String], web: bool) -> Result<()> {
    let call = call(context, words, if web { Console::Web } else { Console::Desktop })?;
    Settings::check(&["BT_API_HOST"])?;
    let Some(host) = context.settings.get("BT_API_HOST") else {
        return Err(Failure::usage("not set: BT_API_HOST")
            .with_hint("export it, or put NAME=value lines in a file and name it with --env-file"));
    };
    output::write(format!("{}\n", call.url(&Site::parse(&host)?)?).as_bytes())
}

fn fetch(context: &Context<'_>, words: &[String], site: Option<&str>) -> Result<()> {
    let plan = Plan::new(context.globals, Format::Json, Shape::UNKNOWN)?;
    let call = call(context, words, Console::Desktop)?;
    let action = call.command().action();
    let stem = if call.command().known().is_some() { action.as_str() } else { "script" };
    let fallback = match site {
        Some(site) => file_name(stem, site)?,
        None => format!("{stem}.brcs"),
    };
    let (saved, actions) = net::run_with(&context.settings, Needs::Host, async |net| {
        let fetched = net.connection().client_script(call).with_deadline(net.timeout()).send().await?;
        let actions: Vec<String> = fetched.script().commands().iter().map(Command::action).collect();
        Ok((fetched.save(".", &fallback).await?, actions))
    })?;
    let file = saved.path.file_name().unwrap_or(saved.path.as_os_str()).to_string_lossy();
    if !file.contains(".brcs-") {
        output::note(&format!(
            "{} has no company site name behind .brcs-: consoles may not open it",
            plain(&file)
        ));
    }
    let report = json!({"file": file, "size": saved.size, "sha256": saved.sha256, "actions": actions});
    let report = to_raw_value(&report).map_err(|error| Failure::new(Exit::Other, error.to_string()))?;
    plan.value(&report).map_err(|failure| failure.with_hint(format!("the file is saved as {}", plain(&file))))
}
