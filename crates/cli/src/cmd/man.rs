//! `btapi man [--dir DIR]`

use std::path::Path;

use clap_mangen::Man;

use crate::args::command;
use crate::failure::{Failure, Result};
use crate::output;

/// Prints the manual page of `btapi`, or writes one for each command.
pub(super) fn run(dir: Option<&Path>) -> Result<()> {
    // The pages of `help` would only say again what the others do.
    let mut root = command().disable_help_subcommand(true);
    root.build();
    let Some(dir) = dir else {
        let mut page = Vec::new();
        Man::new(root).render(&mut page).map_err(|error| Failure::io("cannot make the page", &error))?;
        return output::write(&page);
    };
    std::fs::create_dir_all(dir)
        .and_then(|()| clap_mangen::generate_to(root, dir))
        .map_err(|error| Failure::io(format!("cannot write to {}", dir.display()), &error))
}
