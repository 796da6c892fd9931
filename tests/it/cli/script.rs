//! `btapi script`: console scripts as files and as links.

use bt_sra::scripting::ParameterKind;
use bt_sra_simulator::Appliance;
use expect_test::expect;

use super::canned;
use super::site::{BTAPI, Run, Site};

fn script(line: &str) -> Run<'static> {
    Run::new(BTAPI, None).args(["script"]).args(line.split_whitespace())
}

#[test]
fn a_script_is_built_of_arguments_lines_and_json_alike() {
    let expected = "BRCS1.0\naction=login\naction=start_vnc_session&target=mac%207&port=5901";
    let words = ["script", "build", "login", "start_vnc_session", "target=mac 7", "port=5901"];
    assert_eq!(Run::new(BTAPI, None).args(words).stdout(), expected);
    let json = r#"[{"action": "login"}, {"action": "start_vnc_session", "target": "mac 7", "port": 5901}]"#;
    assert_eq!(script("build").stdin(json).stdout(), expected);
    let lines = "action=login\naction=start_vnc_session\ntarget=\"mac 7\"\nport=5901\n";
    assert_eq!(script("build -k").stdin(lines).stdout(), expected);
    assert_eq!(script("build --crlf login login").stdout(), "BRCS1.0\r\naction=login\r\naction=login");
}

#[test]
fn a_script_is_written_to_a_file_that_consoles_open_and_replaces_none() {
    let site = Site::pra();
    let build = || site.btapi("script build login --file jump --site acme");
    assert_eq!(build().stdout(), "jump.brcs-acme\n");
    let path = site.home().join("jump.brcs-acme");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "BRCS1.0\naction=login");
    assert_eq!(site.btapi("script check jump.brcs-acme").stdout(), "");
    build().check_end(1, "btapi: cannot write jump.brcs-acme: File exists (os error 17)\n");
    let (code, said) = ended(site.btapi("script build login --file ../jump --site acme"));
    assert!(code == Some(6) && said.contains("the name of the file must be"), "{said}");
}

/// Runs it, and returns its exit code and what it says.
fn ended(run: Run<'_>) -> (Option<i32>, String) {
    let output = run.output();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout) + &text(output.stderr))
}

#[test]
fn what_cannot_be_a_script_is_not_built() {
    script("build").stdin("").check(expect![[r#"
        exit 2
        --- stderr
        btapi: which commands? `btapi script actions` lists them
    "#]]);
    script("build target=x").check(expect![[r#"
        exit 2
        --- stderr
        btapi: which action has `target`?
        btapi: hint: write the action, and its parameters behind it
    "#]]);
    script("build login start_rdp_session quality=best").check(expect![[r#"
        exit 6
        --- stderr
        btapi: line 3: `quality` must be one of low, performance, performance_quality, quality
    "#]]);
    script("build --product pra start_vnc_session target=x").check(expect![[r#"
        exit 6
        --- stderr
        btapi: line 2: `start_vnc_session` is an action of rs only
    "#]]);
    script("build of_tomorrow a=b").check(expect![[r#"
        exit 0
        --- stdout
        BRCS1.0
        action=of_tomorrow&a=b--- stderr
        btapi: note: command 1: the action `of_tomorrow` is not known
    "#]]);
}

#[test]
fn a_password_is_taken_from_standard_input_and_only_if_that_is_meant() {
    let (code, said) = ended(script("build login mechanism=username_password password=hunter2"));
    assert!(code == Some(2) && said.contains("is no argument") && !said.contains("hunter2"), "{said}");
    let login = "action=login\nmechanism=username_password\nusername=mira\npassword=hunter2\n";
    let (code, said) = ended(script("build -k").stdin(login));
    assert!(code == Some(2) && said.contains("--with-password") && !said.contains("hunter2"), "{said}");
    assert_eq!(
        script("build -k --with-password").stdin(login).stdout(),
        "BRCS1.0\naction=login&mechanism=username_password&username=mira&password=hunter2"
    );
}

#[test]
fn a_check_tells_lines_and_ends_as_bad_as_they_are() {
    let text = "BRCS1.0\r\naction=start_rdp_session&target=x&quality=best&colour=1\r\n";
    script("check -").stdin(text).check(expect![[r#"
        exit 6
        --- stdout
        -:2: warning: `colour` is not known as a parameter of `start_rdp_session`
        -:2: error: `quality` must be one of low, performance, performance_quality, quality
        -:2: warning: the last line ends with a newline, which the format does not have
    "#]]);
    script("check - -o ndjson").stdin("BRCS1.1\naction=login").check(expect![[r#"
        exit 0
        --- stdout
        {"line":1,"severity":"warning","what":"the version is another than 1.0, the only one that is known"}
    "#]]);
    script("check -").stdin("#!/bin/sh\n").check(expect![[r#"
        exit 6
        --- stderr
        btapi: - is no script: line 1 is not the header of a script, which is `BRCS1.0`
    "#]]);
    script("check https://a.example/api/client_script??type=rep&operation=generate&action=dance").check(
        expect![[r#"
            exit 0
            --- stdout
            link:2: warning: the action `dance` is not known
        "#]],
    );
    assert_eq!(ended(script("check nowhere.brcs-acme")).0, Some(1));
}

#[test]
fn a_link_is_printed_and_holds_one_command() {
    let url = |line: &str| script(line).variable("BT_API_HOST", "access.example.com");
    assert_eq!(
        url("url start_jump_item_session client.hostname=db-07").stdout(),
        "https://access.example.com/api/client_script?type=rep&operation=generate\
         &action=start_jump_item_session&client.hostname=db-07\n"
    );
    assert_eq!(
        url("url --web start_jump_item_session search_string=ü").stdout(),
        "https://access.example.com/api/client_script?type=web_console&operation=execute\
         &action=start_jump_item_session&search_string=%C3%BC\n"
    );
    for (line, code, words) in [
        ("url login login", 2, "a link has one command"),
        ("url --web login", 6, "the web console does not take `login`"),
        ("url --product pra start_vnc_session target=x", 6, "of rs only"),
        ("url push_and_start_local", 6, "`hostname` is missing"),
    ] {
        let (ended, said) = ended(url(line));
        assert!(ended == Some(code) && said.contains(words), "{line}: {said}");
    }
    assert_eq!(ended(script("url login")).0, Some(2));
}

#[test]
fn what_the_appliance_makes_is_saved_if_it_is_a_script() {
    let site = Site::pra();
    let text = "BRCS1.0\r\naction=login\r\naction=generate_session_key";
    let answer = canned::answer("200 OK", text);
    let line = "script fetch generate_session_key --site acme";
    let run = canned::btapi(&site, &answer, line).without("BT_CLIENT_ID").without("BT_CLIENT_SECRET");
    run.check(expect![[r#"
        exit 0
        --- stdout
        {
          "file": "generate_session_key.brcs-acme",
          "size": 50,
          "sha256": "c0ffc8851d4f530dcd8c923bb9d446cd346d31075737eaf2c176a1e2aaeff8f7",
          "actions": [
            "login",
            "generate_session_key"
          ]
        }
    "#]]);
    let saved = site.home().join("generate_session_key.brcs-acme");
    assert_eq!(std::fs::read_to_string(saved).unwrap(), text);
    for (answer, code) in [
        (canned::answer("200 OK", "<html>Log in"), 9),
        (canned::answer("200 OK", "BRCS1.0\nlogin"), 9),
        (canned::answer("404 Not Found", "Document Not Found"), 5),
    ] {
        let (ended, said) = ended(canned::btapi(&site, &answer, "script fetch login"));
        assert_eq!(ended, Some(code), "{said}");
    }
}

#[test]
fn actions_are_listed_and_explained() {
    script("actions --product pra").check(expect![[r#"
        exit 0
        --- stdout
        pra rs  login                        Log in to the console
        pra rs  start_jump_item_session      Begin a session with a Jump Item that the user may reach
        pra rs  push_and_start_local         Begin a session with a computer on the network of the console
        pra rs  push_and_start_remote        Begin a session with a computer on the network of a Jumpoint
        pra rs  start_shell_jump_session     Begin a session with a network device over SSH or Telnet
        pra rs  start_pinned_client_session  Gone; use start_jump_item_session
    "#]]);
    script("actions start_rdp_session").check(expect![[r#"
        exit 0
        --- stdout
        start_rdp_session: Begin a session over the Remote Desktop Protocol

        Parameters:
          target
              host name or IP address of the computer · text · required
          jumpoint
              name of the Jumpoint; asked for if there are several and none is named ·
              text
          username
              the account; asked for if missing · text
          display_size
              primary_display by default · one of primary_display all_displays, or
              WIDTHxHEIGHT
          quality
              performance by default · one of low performance performance_quality
              quality
          console
              begin a console session; no by default · one of no yes
          session.custom.external_key
              the key of another system, such as the number of a ticket · text, up to
              1024 letters
          session.custom.*
              a custom attribute by its code name; all values together have 10 KB at
              most · text, up to 1024 letters

        Products:    rs
        Web console: no
    "#]]);
    script("actions start_rdp").check(expect![[r#"
        exit 5
        --- stderr
        btapi: no action `start_rdp` is known
    "#]]);
    let json = script("actions -o json").stdout();
    let actions: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    assert_eq!(actions.len(), 10);
}

#[test]
fn the_site_makes_a_script_of_every_action_that_it_has() {
    for (name, appliance) in [("pra", Appliance::pra()), ("rs", Appliance::rs())] {
        let site = Site::of(appliance.seed(7).items(5));
        for action in bt_sra::scripting::ACTIONS.iter().filter(|it| it.is_in(name.parse().unwrap())) {
            if action.gone.is_some() {
                continue;
            }
            let mut words = vec!["script".to_owned(), "fetch".to_owned(), action.name.to_owned()];
            let wanted = action.parameters.iter().filter(|it| !it.is_family() && action.name != "login");
            words.extend(wanted.map(|it| match it.kind {
                ParameterKind::Number(least, _) => format!("{}={least}", it.name),
                ParameterKind::Choice(choice) | ParameterKind::Size(choice) => {
                    format!("{}={}", it.name, choice[0])
                }
                _ => format!("{}=a b&c+d%ü", it.name),
            }));
            let report =
                site.btapi("").args(&words).without("BT_CLIENT_ID").without("BT_CLIENT_SECRET").stdout();
            let report: serde_json::Value = serde_json::from_str(&report).unwrap();
            let bytes = std::fs::read(site.home().join(report["file"].as_str().unwrap())).unwrap();
            let script = bt_sra::scripting::Script::parse_bytes(&bytes).unwrap();
            let sent = script.commands().iter().find(|it| it.action() == action.name).unwrap();
            for word in &words[3..] {
                let (parameter, value) = word.split_once('=').unwrap();
                assert_eq!(sent.get(parameter).as_deref(), Some(value), "{}", action.name);
            }
        }
    }
}
