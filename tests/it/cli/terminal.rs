//! What is drawn on a terminal. `script` makes one.

use std::num::NonZero;

use bt_sra_simulator::Appliance;
use expect_test::expect;

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
    // It stands all the time: data that goes elsewhere does not take it away.
    assert_eq!(drawn.matches(CLEAN).count(), 1, "{drawn:?}");
    for drawn in drawn.split('\r') {
        assert!(drawn.chars().count() < 80 + "\u{1b}[K".len(), "{drawn}");
    }
}

/// What a terminal of 30 lines and `width` columns shows after `drawn`.
fn screen(drawn: &str, width: u16) -> String {
    let size = |count| NonZero::new(count).unwrap();
    let mut terminal = vt100::Parser::new(size(30), size(width), 0);
    terminal.process(drawn.as_bytes());
    terminal.screen().contents()
}

/// Puts `N` for each number, since they depend on the speed of the machine.
fn without_numbers(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars() {
        match letter {
            '0'..='9' | ',' if plain.ends_with('N') => {}
            '0'..='9' => plain.push('N'),
            other => plain.push(other),
        }
    }
    plain
}

#[test]
fn what_a_terminal_shows_of_an_export_is_one_line_and_in_the_end_the_note() {
    if !can_make_terminals() {
        return;
    }
    let site = Site::of(Appliance::pra().seed(7).items(3000));
    let line = format!("stty cols 72; {BTAPI} export shell-jump > out");
    let (code, drawn) = draw(site.command("script").variable("TERM", "xterm"), &line);
    assert_eq!(code, Some(0), "{drawn}");
    let (before, _) = drawn.rsplit_once(CLEAN).unwrap();
    let shown = screen(before, 72);
    let parts: Vec<String> = without_numbers(&shown).split(" · ").map(str::to_owned).collect();
    expect!["export: N of N (N %)"].assert_eq(&parts[0]);
    for part in &parts[1..] {
        let known = ["N/s", "N s left", "waiting for the rate limit", "waiting for the rate limit, N s"];
        assert!(known.contains(&part.as_str()), "{shown}");
    }
    let rows = std::fs::read_to_string(site.home().join("out")).unwrap().lines().count() - 1;
    assert_eq!(screen(&drawn, 72), format!("btapi: note: {rows} exported"));
}

#[test]
fn a_wait_shows_what_it_waits_for() {
    if !can_make_terminals() {
        return;
    }
    let site = Site::pra();
    let line = format!("{BTAPI} wait jumpoint 1 --until name=x --timeout 1s");
    let (code, drawn) = draw(site.command("script").variable("TERM", "xterm"), &line);
    assert_eq!(code, Some(124), "{drawn}");
    let (before, _) = drawn.rsplit_once(CLEAN).unwrap();
    let shown = screen(before, 80);
    assert!(shown.starts_with("waiting for jumpoint/1: name=x, "), "{shown}");
}

#[test]
fn a_table_and_an_error_are_as_they_were_looked_at() {
    if !can_make_terminals() {
        return;
    }
    let site = Site::pra();
    for name in ["東京サーバ", "cafe\u{301}", "a\u{1b}[31mb"] {
        let input = serde_json::json!({"name": name, "code_name": "x"}).to_string();
        let input = input.replace("\"x\"", &format!("\"c{}\"", name.len()));
        site.btapi("add jump-group --query .name").stdin(input).stdout();
    }
    let line = format!("stty cols 60; {BTAPI} list jump-group; {BTAPI} get jump-group 99");
    let (code, drawn) = draw(site.command("script").variable("TERM", "xterm"), &line);
    assert_eq!(code, Some(5), "{drawn}");
    expect![[r#"
        ID  NAME                CODE_NAME
        1   Web                 web
        2   Databases           databases
        3   Network             network
        4   Branch offices      branches
        5   Test systems        test
        6   Domain controllers  dc
        7   Workstations        workstations
        8   Machines            machines
        9   Cloud north         cloud_north
        10  Cloud south         cloud_south
        11  東京サーバ          c15
        12  café                c6
        13  a [31mb             c7
        btapi: GET /api/config/v1/jump-group/99: not found (HTTP 404): Resource not found.
    "#]]
    .assert_eq(&(screen(&drawn, 60) + "\n"));
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

#[test]
fn a_line_tells_how_many_items_and_bytes_of_a_report_have_come() {
    if !can_make_terminals() {
        return;
    }
    let site = Site::pra();
    let item = "<session lsid='a1'><start_time timestamp='1700000000'/></session>".repeat(400);
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n<session_list>";
    let address = canned::stream(head, move |number| match number {
        0..10 => {
            std::thread::sleep(std::time::Duration::from_millis(150));
            Some(item.clone().into_bytes())
        }
        10 => Some(b"</session_list>".to_vec()),
        _ => None,
    });
    let line = format!("{BTAPI} report AccessSession --since 1d -o ndjson > out");
    let run =
        Run::new("script", Some(&site)).variable("BT_API_HOST", &address).variable("BT_CLIENT_ID", "id");
    let run = run.variable("BT_CLIENT_SECRET", "a-canned-secret").variable("TERM", "xterm");
    let (code, drawn) = draw(run, &line);
    assert_eq!(code, Some(0), "{drawn}");
    assert!(drawn.contains("AccessSession: ") && drawn.contains(" kB · ") && drawn.contains("/s"), "{drawn}");
    assert!(drawn.ends_with(CLEAN), "{drawn:?}");
    assert_eq!(std::fs::read_to_string(site.home().join("out")).unwrap().lines().count(), 4000);
}
