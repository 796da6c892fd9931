//! `btapi`, the real executable, against the simulator.

mod backup;
mod bad_input;
mod bulk;
mod canned;
mod command;
mod completions;
mod copy;
mod download;
mod explain;
mod formats;
mod hostile;
mod limits;
mod listen;
mod network;
mod offline;
mod outbound;
mod paging;
mod recording;
mod report;
mod scenarios;
mod script;
mod session;
mod simulate;
mod site;
mod terminal;
mod ticket;
mod trace;
mod verbs;

/// Says that a program is missing, and passes; fails with `BT_SRA_REQUIRE_TOOLS=1`.
fn missing<T>(program: &str) -> Option<T> {
    use std::io::Write as _;
    assert!(std::env::var_os("BT_SRA_REQUIRE_TOOLS").is_none(), "missing: {program}");
    let _ = writeln!(std::io::stderr(), "not run, {program} is missing");
    None
}
