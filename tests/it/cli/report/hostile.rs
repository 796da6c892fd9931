//! Reports that no appliance should send: told for what they are, and never held in memory.

use bt_sra::Product;
use expect_test::expect;

use super::site;
use crate::cli::canned;
use crate::cli::site::Site;

const HEAD: &str = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n";

/// The most memory that a run may have, in KiB; an item may have several times as much.
#[cfg(target_os = "linux")]
const MOST: u64 = 48 << 10;

fn session(number: u64) -> String {
    format!(
        "<session lsid='{number:032x}'><start_time timestamp='1700000000'/><end_time timestamp='1700000001'/></session>\n"
    )
}

/// Runs `line` against this body.
fn run(body: &str, line: &str) -> (Option<i32>, String, String) {
    let site = Site::pra();
    let answer = canned::answer("200 OK\r\nContent-Type: text/xml", body);
    let output = canned::btapi(&site, &answer, line).output();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

const LINE: &str = "report AccessSession --since 1d -o ndjson --columns lsid";

#[test]
fn what_was_whole_is_printed_of_what_breaks_off() {
    let site = Site::pra();
    let body = format!("<session_list>{}{}<session lsid=", session(1), session(2));
    // The connection ends before the length that was announced.
    let short = format!("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\nConnection: close\r\n\r\n{body}");
    for (answer, code) in [(short, 8), (format!("{HEAD}{body}"), 8)] {
        for (format, end) in [("ndjson", "}\n"), ("csv", "2\r\n"), ("xml", "<session lsid=")] {
            let line = match format {
                "xml" => "report AccessSession --since 1d -o xml".to_owned(),
                _ => format!("report AccessSession --since 1d --columns lsid -o {format}"),
            };
            let output = canned::btapi(&site, &answer, &line).output();
            let (stdout, stderr) =
                (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
            assert_eq!(output.status.code(), Some(code), "{stderr}");
            assert!(stdout.contains(&format!("{:032x}", 2)) && stdout.ends_with(end), "{format}: {stdout}");
            assert!(
                stderr.contains("hint: 2 items were whole") || stderr.contains("what came before is printed"),
                "{stderr}"
            );
        }
        // A list that is not whole is no list.
        let output = canned::btapi(&site, &answer, "report AccessSession --since 1d -o json").output();
        assert!(serde_json::from_slice::<serde_json::Value>(&output.stdout).is_err());
    }
}

#[test]
fn an_item_that_cannot_be_read_leaves_the_others_alone() {
    let wrong = "<session lsid='x'/>";
    let (code, stdout, stderr) =
        run(&format!("<session_list>{}{wrong}{}</session_list>", session(1), session(2)), LINE);
    assert_eq!((code, stdout.lines().count()), (Some(9), 2), "{stderr}");
    assert!(stderr.contains("note: an item is left out: AccessSession: "), "{stderr}");
    assert!(stderr.contains("1 of 3 items could not be read"), "{stderr}");
}

#[test]
fn a_refusal_in_the_midst_is_no_end() {
    let body = format!("<session_list>{}<error>Too much.</error></session_list>", session(1));
    for line in [LINE, "report AccessSession --since 1d -o xml"] {
        let (code, stdout, stderr) = run(&body, line);
        assert_eq!(code, Some(6), "{stderr}");
        assert!(stdout.contains(&format!("{:032x}", 1)) && stderr.contains("Too much."), "{stdout}{stderr}");
    }
}

#[test]
fn documents_that_are_no_reports_are_told() {
    for (body, words) in [
        (
            "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><session_list>&b;</session_list>",
            "document type declaration",
        ),
        ("<html><body>Log in</body></html>", "a web page"),
        ("", "empty"),
        ("{\"error\":\"access_denied\"}", "refused the token"),
        ("<team_activity_list/>", "session_list"),
    ] {
        for line in [LINE, "report AccessSession --since 1d -o xml"] {
            if body.starts_with("<team") && line != LINE {
                continue;
            }
            let (code, stdout, stderr) = run(body, line);
            assert!(matches!(code, Some(3 | 8 | 9)), "{body}: {code:?} {stderr}");
            assert!(stderr.contains(words), "{body}: {stderr}");
            assert!(line != LINE || stdout.is_empty(), "{body}: {stdout}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn memory_stays_flat_however_many_items_come() {
    let chat = format!(
        "<session_details><event timestamp='1700000000' event_type='Chat Message'><body>{}</body></event></session_details></session>",
        "so many words ".repeat(2000)
    );
    let many = (0..10).flat_map(|number| session(number).replace("</session>", &chat).into_bytes());
    let many: Vec<u8> = many.collect();
    let site = Site::pra();
    // Some fifty megabytes of sessions, and then the end of the connection.
    let address =
        canned::stream(format!("{HEAD}<session_list>"), move |number| (number < 180).then(|| many.clone()));
    for format in ["ndjson", "xml", "json"] {
        let line = format!("report AccessSession --since 1d -o {format}");
        let (code, bytes, stderr, peak) = canned::at(&site, &address, &line).measured();
        assert_eq!(code, Some(8), "{stderr}");
        assert!(bytes > 45_000_000 && peak < MOST, "{line}: {bytes} bytes, {peak} KiB");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_item_that_never_ends_is_given_up() {
    let site = Site::pra();
    // By attributes, text, children, a comment, text between items, and white space before all.
    for (beginning, piece, most) in [
        ("<session_list><session ", "a1=\"b\" ", MOST),
        ("<session_list><session lsid='x'><session_type>", "aaaaaaaa", 4 * MOST),
        ("<session_list><session lsid='x'>", "<a>", MOST),
        ("<session_list><session lsid='x'><!--", "--- ", 4 * MOST),
        ("<session_list>", "text text ", 4 * MOST),
        ("<session_list ", "a='b' ", MOST),
    ] {
        let piece = piece.repeat(8192).into_bytes();
        let address = canned::stream(format!("{HEAD}{beginning}"), move |_| Some(piece.clone()));
        let (code, _, stderr, peak) = canned::at(&site, &address, LINE).measured();
        assert_eq!(code, Some(9), "{beginning}: {stderr}");
        assert!(!stderr.is_empty() && stderr.len() < 4096, "{beginning}: {stderr}");
        assert!(peak < most, "{beginning}: {peak} KiB");
    }
    let address = canned::stream(HEAD, |_| Some(vec![b'\n'; 1 << 16]));
    let line = "report AccessSession --since 1d -o xml";
    let (code, bytes, stderr, peak) = canned::at(&site, &address, line).measured();
    assert_eq!((code, bytes), (Some(9), 0), "{stderr}");
    assert!(stderr.contains("no document begins within") && peak < MOST, "{stderr}: {peak}");
}

#[test]
fn drops_that_come_slowly_end_when_the_time_is_up() {
    let site = Site::pra();
    let address = canned::stream(format!("{HEAD}<session_list>"), |number| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        Some(session(number).into_bytes())
    });
    let output = canned::at(&site, &address, LINE).variable("BT_TIMEOUT", "1").output();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(8), "{stderr}");
    assert!(stderr.contains("items were whole, and are printed"), "{stderr}");
    assert!(!output.stdout.is_empty());
}

#[test]
fn whoever_reads_along_gets_items_while_they_come() {
    use std::io::{BufRead as _, BufReader};
    use std::process::Stdio;
    let site = Site::pra();
    let beginning: &'static [u8] =
        Box::leak(format!("{HEAD}<session_list>{}", session(1)).into_bytes().into());
    let (address, held) = canned::hold(beginning);
    let mut command = canned::at(&site, &address, LINE).into_command();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.contains("lsid"), "{line}");
    drop(held);
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn an_output_that_nobody_reads_ends_quietly() {
    let site = site(Product::Pra);
    for format in ["ndjson", "csv", "xml", "json"] {
        let run = site.btapi(&format!("report AccessSession --since 360d -o {format}"));
        assert_eq!(run.output_cut_short(10), (Some(0), String::new()), "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_takes_nothing_is_told() {
    let site = site(Product::Pra);
    for format in ["ndjson", "csv", "xml", "json", "table"] {
        let run = site.btapi(&format!("report AccessSession --since 360d -o {format}"));
        let (code, stderr) = run.output_to_full_disk();
        assert_eq!(code, Some(1), "{stderr}");
        assert_eq!(stderr, "btapi: cannot write to standard output: No space left on device (os error 28)\n");
    }
}

#[test]
fn names_of_strangers_do_not_play_with_the_terminal() {
    let body = format!(
        "<session_list>{}</session_list>",
        session(1)
            .replace("</session>", "<primary_rep gsnumber='1'>a&#x202e;b&#x85;c</primary_rep></session>")
    );
    let (_, stdout, _) = run(&body, "report AccessSession --since 1d -o table");
    expect![[r#"
        LSID                              START_TIME                 DURATION  RUNNING  PRIMARY_REP  PRIMARY_CUSTOMER  EVENTS
        00000000000000000000000000000001  2023-11-14T22:13:20+00:00  -         no       ab c         -                 0
    "#]]
    .assert_eq(&stdout);
}
