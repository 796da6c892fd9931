//! Sessions as text and as pages, hostile ones included.

use bt_sra::reporting::model::read;
use bt_sra::reporting::model::report;
use expect_test::expect;

use super::*;

/// A session in which much happens.
const FULL: &str = include_str!("tests/full.xml");

/// A session of people with hostile names, who say and send hostile things.
const HOSTILE: &str = include_str!("tests/hostile.xml");

fn story(xml: &str) -> Story {
    let list: report::Items<Session> = read(xml.as_bytes()).unwrap();
    Story::of(&list.items[0], None)
}

#[test]
fn a_session_is_told_in_the_order_of_time() {
    expect_test::expect_file!["tests/full.txt"].assert_eq(&text::write(&story(FULL), 100));
}

#[test]
fn a_narrow_terminal_gets_narrow_lines() {
    for width in [1, 40, 57, 80] {
        let told = text::write(&story(FULL), width);
        for line in told.lines() {
            let wide = unicode_width::UnicodeWidthStr::width(line);
            assert!(wide <= width.max(40), "{width}: {wide}: {line}");
        }
    }
}

#[test]
fn only_some_kinds_are_told_if_that_is_wanted() {
    let told = text::write(&story(FULL).only(&[Kind::Chat]), 100);
    assert!(told.contains("two lines") && !told.contains("report.xlsx"), "{told}");
}

#[test]
fn no_terminal_is_played_with() {
    let told = text::write(&story(HOSTILE), 100);
    let odd = |letter: char| (letter.is_control() && letter != '\n') || bt_sra::is_unseen(letter);
    assert!(!told.contains(odd), "{told:?}");
    // What somebody wrote in several lines does not look like an event of its own.
    for line in told.lines().filter(|line| line.contains("forged")) {
        assert!(
            line.starts_with(&" ".repeat(10)) || line.starts_with("  22:13:22         +0:00:02  x "),
            "{line}"
        );
    }
}

#[test]
fn a_page_is_nothing_but_what_it_should_be() {
    expect_test::expect_file!["tests/full.html"].assert_eq(&page::write(&story(FULL)));
}

/// Returns all tags of a page, and whether any has more than the attributes that we write.
fn tags(page: &str) -> Vec<String> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some((_, behind)) = rest.split_once('<') {
        let (tag, after) = behind.split_once('>').unwrap();
        tags.push(tag.to_owned());
        rest = after;
    }
    tags
}

#[test]
fn what_strangers_write_never_becomes_a_tag() {
    let page = page::write(&story(HOSTILE));
    const KNOWN: &str = "!DOCTYPE html head meta title style body a header h1 code p nav ul li main section h2 dl div \
        dt dd table thead tr th tbody td bdi span b time fieldset legend label input footer strong ol details summary";
    for tag in tags(&page) {
        let name = tag.trim_start_matches('/');
        let element = name.split_whitespace().next().unwrap();
        assert!(KNOWN.split_whitespace().any(|known| known == element), "<{tag}>");
        let lower = name.to_ascii_lowercase();
        for word in
            ["script", "onload", "onerror", "onclick", "javascript", "src=", "style=", "http:", "https:"]
        {
            assert!(!lower.contains(word), "<{tag}>");
        }
    }
    let text = page.split("</style>").nth(1).unwrap();
    assert!(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{text}");
    assert!(text.contains("&quot;&gt;&lt;img src=x onerror=alert(2)&gt;"), "{text}");
    assert!(text.contains("<span class=\"u\">U+202E</span>"), "{text}");
    assert!(text.contains("<span class=\"u\">U+001B</span>"), "{text}");
    // Whoever has an address of a recording may not need more to get it.
    assert!(!page.contains("session_download"), "{page}");
    for letter in page.chars() {
        assert!(letter == '\n' || letter == '\t' || !letter.is_control(), "{letter:?}");
    }
}

#[test]
fn the_policy_of_a_page_lets_its_own_style_in_and_nothing_else() {
    let page = page::write(&story(FULL));
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let digest = ring::digest::digest(&ring::digest::SHA256, style.as_bytes());
    let digest = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, digest);
    assert!(page.contains(&format!("default-src 'none'; style-src 'sha256-{digest}'; ")), "{digest}");
    assert!(!style.contains("url(") && !style.contains("@import"));
}

#[test]
fn joiners_stay_where_they_join() {
    let family = FULL.replace("nothing more", "👩\u{200d}💻 a\u{200d}b");
    let page = page::write(&story(&family));
    assert!(page.contains("👩\u{200d}💻 a<span class=\"u\">U+200D</span>b"));
}

fn found(xml: &str, lsid: Option<&str>) -> String {
    match find(xml.as_bytes(), lsid, "x.xml") {
        Ok(session) => session.lsid.as_str().to_owned(),
        Err(failure) => format!("{}: {}", failure.exit_code(), failure.report()),
    }
}

#[test]
fn the_session_is_found_in_a_file_of_many() {
    let session = |lsid: &str| format!("<session lsid='{lsid}'><start_time timestamp='0'/></session>");
    let list = format!("<session_list>{}{}</session_list>", session("a1"), session("b2"));
    expect!["b2"].assert_eq(&found(&list, Some("b2")));
    expect!["5: btapi: x.xml: none of its 2 sessions is that one\n"].assert_eq(&found(&list, Some("c3")));
    expect![[r#"
        2: btapi: x.xml has more than one session; say which one
        btapi: hint: btapi session show LSID --file FILE
    "#]]
    .assert_eq(&found(&list, None));
    expect!["a1"].assert_eq(&found(&format!("<session_list>{}</session_list>", session("a1")), None));
    expect!["5: btapi: x.xml: there is no session in it\n"].assert_eq(&found("<session_list/>", None));
    let none = "<error>No Support report information matching your chosen criteria is available.</error>";
    expect![[r#"
        5: btapi: x.xml: there is no session in it: No Support report information matching your chosen criteria is available.
    "#]]
    .assert_eq(&found(none, None));
    expect![[r#"
        6: btapi: x.xml: the appliance refused the request: Invalid lsid.
    "#]]
    .assert_eq(&found("<error>Invalid lsid.</error>", Some("a1")));
    expect![[r#"
        8: btapi: x.xml: the document ends too early: it breaks off in `/session_list` at byte 32
    "#]]
    .assert_eq(&found("<session_list><session lsid='a1'", Some("a1")));
}
