//! What is drawn on a terminal. `script` makes one.

use bt_sra_simulator::Appliance;

use super::canned;
use super::site::{BTAPI, Run, Site};

/// Back to the begin of the line, and nothing on it.
const CLEAN: &str = "\r\u{1b}[K";

/// Returns whether there is a program that makes terminals.
fn can_make_terminals() -> bool {
    let has = std::process::Command::new("script").arg("--version").output().is_ok();
    has || super::missing::<()>("script").is_some()
}

/// Runs a shell command line on a terminal, and returns its status and what was drawn.
fn draw(run: Run<'_>, line: &str) -> (Option<i32>, String) {
    let output = run.args(["-qfec", line, "/dev/null"]).variable("SHELL", "/bin/sh").output();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

/// A site whose lists take more than a second, since a second has twenty requests.
fn slow() -> Site {
    Site::of(Appliance::pra().seed(7).items(150))
}

#[test]
fn a_line_tells_how_far_a_list_is_and_is_gone_at_its_end() {
    if !can_make_terminals() {
        return;
    }
    let site = slow();
    let line = format!("{BTAPI} list jump-item/shell-jump per_page=5 -o ndjson > out");
    let (code, drawn) = draw(site.command("script").variable("TERM", "xterm"), &line);
    assert_eq!(code, Some(0), "{drawn}");
    let data = std::fs::read_to_string(site.home().join("out")).unwrap();
    let total = data.lines().count();
    assert!(total > 100 && !data.contains('\u{1b}'));
    assert!(drawn.contains(&format!(" of {total} (")), "{drawn}");
    assert!(drawn.contains("waiting for the rate limit"), "{drawn}");
    assert!(drawn.ends_with(CLEAN), "{drawn:?}");
    for drawn in drawn.split('\r') {
        assert!(drawn.chars().count() < 80 + "\u{1b}[K".len(), "{drawn}");
    }
}

#[test]
fn nothing_is_drawn_where_nobody_could_see_it_or_wants_to() {
    if !can_make_terminals() {
        return;
    }
    let site = slow();
    let list = format!("{BTAPI} list jump-item/shell-jump per_page=5 -o ndjson");
    let terminal = |name| site.command("script").variable("TERM", name);
    assert_eq!(draw(terminal("dumb"), &format!("{list} > out")), (Some(0), String::new()));
    assert_eq!(draw(terminal("xterm"), &format!("{list} --no-progress > out")), (Some(0), String::new()));
    assert_eq!(draw(terminal("xterm"), &format!("{list} > out 2> err")), (Some(0), String::new()));
    assert_eq!(std::fs::read_to_string(site.home().join("err")).unwrap(), "");
}

#[test]
fn an_interrupt_leaves_a_clean_line() {
    if !can_make_terminals() {
        return;
    }
    let site = Site::pra();
    let (host, _held) = canned::hold(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n[");
    let run = Run::new("script", Some(&site)).variable("TERM", "xterm").variable("BT_API_HOST", host);
    let run = run.variable("BT_CLIENT_ID", "id").variable("BT_CLIENT_SECRET", "a-canned-secret");
    let line = format!("timeout --preserve-status -s INT 2 {BTAPI} list user > out");
    let (code, drawn) = draw(run, &line);
    assert_eq!(code, Some(130), "{drawn}");
    assert!(drawn.contains("user: 0"), "{drawn}");
    assert!(drawn.ends_with(&format!("{CLEAN}btapi: stopped\r\n")), "{drawn:?}");
}

#[test]
fn a_list_on_a_terminal_is_a_table_that_nothing_is_drawn_over() {
    if !can_make_terminals() {
        return;
    }
    let site = slow();
    let line = format!("{BTAPI} list jump-item/shell-jump per_page=5 --columns id,name");
    let (code, drawn) = draw(site.command("script").variable("TERM", "xterm"), &line);
    assert_eq!(code, Some(0), "{drawn}");
    let rows =
        drawn.split("\r\n").filter(|row| row.rsplit('\r').next().is_some_and(|row| row.contains("srv-")));
    assert!(rows.count() > 100, "{drawn}");
}
