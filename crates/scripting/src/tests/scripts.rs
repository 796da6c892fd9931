//! What is built, what is parsed, and what is held against either.

use bt_sra_core::{ErrorKind, ExposeSecret as _, Product, SecretString};
use expect_test::{Expect, expect};

use crate::{
    Command, DisplaySize, GenerateSessionKey, JumpMethod, Login, Newline, PushAndStartLocal,
    PushAndStartRemote, RdpQuality, Script, ShellProtocol, StartJumpItemSession, StartRdpSession,
    StartShellJumpSession, StartVncSession, StartVproSession, Terminal, Version, file_name,
};

/// Compares the line of a command, all of whose parameters the table knows.
#[track_caller]
fn check(command: impl Into<Command>, expected: Expect) {
    let command = command.into();
    expected.assert_eq(&command.to_text().unwrap());
    let action = command.known().unwrap();
    for (name, _) in command.parameters() {
        assert!(action.parameter(&name).is_some(), "{name}");
    }
    let script = Script::of(command).build().unwrap();
    assert_eq!(Script::parse(&script.to_text().unwrap()).unwrap(), script);
    assert_eq!(script.check(action.only), []);
}

#[test]
fn every_command_as_its_line() {
    check(Login::saved(), expect!["action=login"]);
    check(
        StartJumpItemSession::by_search("db 07")
            .hostname("db-07")
            .comments("a&b")
            .private_ip("10.0.0.7")
            .public_ip("198.51.100.7")
            .tag("web=1")
            .method(JumpMethod::Pinned)
            .credential_id("c-7")
            .custom("change_no", "CHG 118")
            .external_key("INC+1"),
        expect![
            "action=start_jump_item_session&search_string=db%2007&client.hostname=db-07&client.comments=a%26b&client.private_ip=10.0.0.7&client.public_ip=198.51.100.7&client.tag=web%3D1&jump.method=pinned&credential_id=c-7&session.custom.change_no=CHG%20118&session.custom.external_key=INC%2B1"
        ],
    );
    check(PushAndStartLocal::new("pc-7"), expect!["action=push_and_start_local&hostname=pc-7"]);
    check(
        PushAndStartRemote::new("198.51.100.7").jumpoint("Köln"),
        expect!["action=push_and_start_remote&target=198.51.100.7&jumpoint=K%C3%B6ln"],
    );
    check(
        StartShellJumpSession::new("sw-1")
            .jumpoint("lab")
            .username("ops")
            .protocol(ShellProtocol::Telnet)
            .port(23)
            .terminal(Terminal::Vt100),
        expect![
            "action=start_shell_jump_session&target=sw-1&jumpoint=lab&username=ops&protocol=telnet&port=23&terminal=vt100"
        ],
    );
    check(
        StartRdpSession::new("db-07")
            .jumpoint("lab")
            .username("ops")
            .display_size(DisplaySize::Points { width: 1280, height: 720 })
            .quality(RdpQuality::Quality)
            .console(),
        expect![
            "action=start_rdp_session&target=db-07&jumpoint=lab&username=ops&display_size=1280x720&quality=quality&console=yes"
        ],
    );
    check(
        StartVncSession::new("mac").jumpoint("lab").port(5901),
        expect!["action=start_vnc_session&target=mac&jumpoint=lab&port=5901"],
    );
    check(
        StartVproSession::new("pc.example.com", "lab"),
        expect!["action=start_vpro_session&target=pc.example.com&jumpoint=lab"],
    );
    check(
        GenerateSessionKey::new().public_portal_hostname("support.example.com").external_key("7"),
        expect![
            "action=generate_session_key&public_portal_hostname=support.example.com&session.custom.external_key=7"
        ],
    );
}

#[test]
fn a_setter_that_is_called_again_replaces() {
    let command = StartVncSession::new("mac").port(1).port(2);
    check(command, expect!["action=start_vnc_session&target=mac&port=2"]);
}

#[test]
fn a_password_is_written_only_where_that_is_asked_for() {
    let password = SecretString::from("hunter 2".to_owned());
    let script = Script::of(Login::with_password("mira", &password)).build().unwrap();
    assert!(script.has_secret());
    let error = script.to_text().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    let text = script.to_secret_text();
    assert_eq!(
        text.expose_secret(),
        "BRCS1.0\naction=login&mechanism=username_password&username=mira&password=hunter%202"
    );
    // As when it is parsed.
    let parsed = Script::parse(text.expose_secret()).unwrap();
    assert_eq!(parsed, script);
    let command = &parsed.commands()[0];
    assert_eq!((command.get("password"), command.get("username").as_deref()), (None, Some("mira")));
    assert_eq!(command.secret("password").unwrap().expose_secret(), "hunter 2");
    assert_eq!(command.parameters().last(), Some(("password".to_owned(), None)));
    for shown in [format!("{script:?}"), format!("{parsed:?}"), format!("{error:?}")] {
        assert!(!shown.contains("hunter") && !shown.contains("mira"), "{shown}");
    }
}

#[track_caller]
fn refused(script: crate::ScriptBuilder, expected: &str) {
    let error = script.build().unwrap_err();
    assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::InvalidRequest, expected));
}

#[test]
fn what_the_vendor_does_not_describe_is_not_built() {
    let eleven = (0..10).fold(Script::of(Login::saved()), |script, _| script.then(Login::saved()));
    refused(eleven, "line 12: a script has at most 10 commands");
    assert!(Script::of_all([]).unwrap_err().to_string().contains("at least one"));
    let jump = |text: String| StartJumpItemSession::by_hostname(&text);
    assert!(Script::of(jump("ü".repeat(255))).build().is_ok());
    refused(
        Script::of(jump("ü".repeat(256))),
        "line 2: `client.hostname` has 256 characters, and 255 at most",
    );
    refused(
        Script::of(Command::new("start_jump_item_session")),
        "line 2: one of these is needed: search_string, client.comments, client.hostname, client.private_ip, client.public_ip, client.tag",
    );
    refused(Script::of(PushAndStartLocal::new("")), "line 2: `hostname` is missing or empty");
    refused(
        Script::of(Command::new("login").param("username", "mira")),
        "line 2: `mechanism` is missing or empty beside the other credentials",
    );
    refused(
        Script::of(Command::new("start_vnc_session").param("target", "x").param("port", "0")),
        "line 2: `port` must be a whole number from 1 to 65535",
    );
    refused(
        Script::of(Command::new("start_rdp_session").param("target", "x").param("display_size", "0x5")),
        "line 2: `display_size` must be one of primary_display, all_displays, or WIDTHxHEIGHT",
    );
    refused(
        Script::of(StartVncSession::new("mac")).product(Product::Pra),
        "line 2: `start_vnc_session` is an action of rs only",
    );
    let long = |count: usize| {
        let call = StartVncSession::new("mac");
        (0..count).fold(call, |call, number| call.custom(&number.to_string(), &"x".repeat(1024)))
    };
    assert!(Script::of(long(10)).build().is_ok());
    refused(
        Script::of(long(11)),
        "line 2: the custom attributes have 11264 bytes together, and 10240 at most",
    );
    refused(
        Script::of(StartVncSession::new("mac").external_key(&"x".repeat(1025))),
        "line 2: `session.custom.external_key` has 1025 characters, and 1024 at most",
    );
}

/// Parses, compares the findings, and writes it again.
#[track_caller]
fn found(text: &str, expected: Expect) {
    let script = Script::parse(text).unwrap();
    let findings = script.check(None);
    let lines: Vec<String> = findings.iter().map(|it| format!("{} {it}", it.severity)).collect();
    expected.assert_eq(&lines.join("\n"));
    assert_eq!(script.to_text().unwrap(), text);
}

#[test]
fn doubtful_scripts_are_parsed_told_and_written_as_they_were() {
    found("BRCS1.0\r\naction=login\r\naction=login", expect![""]);
    found(
        "BRCS1.0\naction=login\n",
        expect!["warning line 2: the last line ends with a newline, which the format does not have"],
    );
    found(
        "\u{feff}BRCS2.7\r\naction=login\naction=dance&step=1",
        expect![[r#"
            warning line 1: a byte order mark stands before the header
            warning line 1: the version is another than 1.0, the only one that is known
            warning line 1: some lines end with a line feed alone and some do not
            warning line 3: the action `dance` is not known"#]],
    );
    found(
        "BRCS1.0\naction=push_and_start_local&hostname=a+b&hostname=%zz&x=ü&%FF=%2f=&=1",
        expect![[r#"
            error line 2: the value of `hostname` has a `+`, which is no space here; write %20, or %2B for a plus
            error line 2: the value of `hostname` has a `%` without two hexadecimal digits behind it
            warning line 2: `hostname` is given again
            error line 2: the value of `x` has a character that should be percent-encoded
            warning line 2: the name of `�` is not UTF-8 when decoded
            error line 2: the value of `�` has a character that should be percent-encoded
            error line 2: a parameter has no name
            warning line 2: `` is not known as a parameter of `push_and_start_local`
            warning line 2: `x` is not known as a parameter of `push_and_start_local`
            warning line 2: `�` is not known as a parameter of `push_and_start_local`"#]],
    );
    found(
        "BRCS1.0\naction=start_pinned_client_session&client.hostname=db",
        expect![
            "warning line 2: consoles of today lack `start_pinned_client_session`; use start_jump_item_session"
        ],
    );
}

#[test]
fn what_is_no_script_is_refused_with_its_line() {
    let eleven = format!("BRCS1.0{}", "\naction=login".repeat(11));
    for (text, expected) in [
        ("", "line 1 is not the header"),
        ("BRCS1.0", "line 2 is missing"),
        ("BRCS1.0\n", "line 2 is empty"),
        ("brcs1.0\naction=login", "line 1 is not the header"),
        ("BRCS10.0\naction=login", "line 1 is not the header"),
        ("BRCS1.0 \naction=login", "line 1 is not the header"),
        ("BRCS1.\u{661}\naction=login", "line 1 is not the header"),
        ("BRCS1.0\n\naction=login", "line 2 is empty"),
        ("BRCS1.0\naction=login\n\n", "line 3 is empty"),
        ("BRCS1.0\naction=", "line 2 does not begin with `action=`"),
        ("BRCS1.0\nlogin", "line 2 does not begin with `action=`"),
        ("BRCS1.0\nusername=x&action=login", "line 2 does not begin with `action=`"),
        ("BRCS1.0\naction=login&", "line 2 has something behind an `&`"),
        ("BRCS1.0\raction=login", "line 1 is not the header"),
        ("BRCS1.0\naction=lo\rgin", "line 2 has a control character"),
        ("BRCS1.0\naction=login\0", "line 2 has a control character"),
        (&eleven, "line 12 is one too many"),
    ] {
        let error = Script::parse(text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().starts_with(expected), "{text:?}: {error}");
    }
    let error = Script::parse_bytes(b"BRCS1.0\naction=\xff").unwrap_err();
    assert_eq!(error.to_string(), "line 2 is not UTF-8 text");
    assert!(Script::parse(&format!("BRCS1.0\naction={}", "x".repeat(1 << 20))).is_err());
}

#[test]
fn a_script_tells_its_version_and_newlines() {
    let script = Script::of(Login::saved()).newline(Newline::CrLf).then(Login::saved()).build().unwrap();
    assert_eq!((script.version(), script.newline()), (Version::V1_0, Newline::CrLf));
    assert_eq!(script.to_text().unwrap(), "BRCS1.0\r\naction=login\r\naction=login");
}

#[test]
fn a_file_name_is_plain() {
    assert_eq!(file_name("jump-7", "acme").unwrap(), "jump-7.brcs-acme");
    for (stem, site) in [("", "acme"), ("a", ""), ("../a", "acme"), ("a", "x y"), (".a", "acme"), ("a", "ü")]
    {
        assert!(file_name(stem, site).is_err(), "{stem} {site}");
    }
}
