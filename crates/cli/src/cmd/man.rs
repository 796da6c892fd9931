//! `btapi man [--dir DIR]`

use std::io;
use std::path::Path;

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use crate::args::command;
use crate::failure::{Failure, Result};
use crate::output;

/// Prints the manual page of `btapi`, or writes one for each command.
pub(super) fn run(dir: Option<&Path>) -> Result<()> {
    // The pages of `help` would only say again what the others do.
    let mut root = command().disable_help_subcommand(true);
    root.build();
    let Some(dir) = dir else {
        let page = page(&root).map_err(|error| Failure::io("cannot make the page", &error))?;
        return output::write(&page);
    };
    std::fs::create_dir_all(dir)
        .and_then(|()| write(&root, dir))
        .map_err(|error| Failure::io(format!("cannot write to {}", dir.display()), &error))
}

/// Writes the page of a command, and those of the commands below it.
fn write(command: &Command, dir: &Path) -> io::Result<()> {
    command.get_subcommands().filter(|below| !below.is_hide_set()).try_for_each(|below| write(below, dir))?;
    std::fs::write(dir.join(format!("{}.1", name(command))), page(command)?)
}

fn name(command: &Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

fn page(command: &Command) -> io::Result<Vec<u8>> {
    let title = name(command).to_uppercase();
    let source = concat!("bt-sra ", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone()).title(title).source(source).manual("btapi");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.get_subcommands().any(|below| !below.is_hide_set()) {
        man.render_subcommands_section(&mut page)?;
    }
    let mut rest = Roff::new();
    if let Some(text) = command.get_after_help() {
        sections(&text.to_string(), &mut rest);
    }
    if name(command) != "btapi" {
        rest.control("SH", ["SEE ALSO"]).text([roman("btapi(1)")]);
    }
    page.extend_from_slice(rest.render().as_bytes());
    Ok(page)
}

/// Makes sections of what stands below the options: a heading with lines that are indented is a
/// section whose lines stay as they are, the rest is prose.
fn sections(text: &str, page: &mut Roff) {
    let mut is_prose = false;
    for block in text.trim_end().split("\n\n") {
        let listed = block.split_once(":\n").filter(|(_, lines)| lines.starts_with(' '));
        if let Some((heading, lines)) = listed {
            page.control("SH", [heading.to_uppercase().as_str()]).control("nf", []);
            for line in lines.lines() {
                page.text([roman(line.strip_prefix("  ").unwrap_or(line))]);
            }
            page.control("fi", []);
        } else {
            if is_prose {
                page.control("PP", [])
            } else {
                page.control("SH", ["NOTES"])
            };
            page.text([roman(block)]);
        }
        is_prose = listed.is_none();
    }
}
