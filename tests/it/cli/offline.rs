//! What needs no appliance.

use expect_test::expect;

use super::site::{BTAPI, Run};

fn btapi(line: &str) -> Run<'static> {
    Run::new(BTAPI, None).args(line.split_whitespace())
}

#[test]
fn without_arguments_it_shows_options_commands_and_variables() {
    let help = btapi("").stdout();
    for part in
        ["Commands:\n  add ", "Input and output:\n  -k, --kv-in ", "Environment variables:\n  BT_API_HOST "]
    {
        assert!(help.contains(part), "{part:?} is not in {help}");
    }
    assert_eq!(help, btapi("-h").stdout());
}

#[test]
fn the_version_says_whose_it_is() {
    let version = btapi("--version").stdout();
    assert_eq!(version, format!("btapi {} (bt-sra; not the vendor's btapi)\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(version, btapi("version").stdout());
}

#[test]
fn resources_are_listed_as_lines_and_as_json() {
    btapi("resources jump-item/s").check(expect![[r#"
        exit 0
        --- stdout
        pra rs  jump-item/shell-jump            list get add update delete
        pra rs  jump-item/shell-jump/{id}/copy  post
    "#]]);
    btapi("resources jump-item/web --product pra -o json").check(expect![[r#"
        exit 0
        --- stdout
        [
          {
            "path": "jump-item/web-jump",
            "products": [
              "pra"
            ],
            "verbs": [
              "list",
              "get",
              "add",
              "update",
              "delete"
            ]
          },
          {
            "path": "jump-item/web-jump/{id}/copy",
            "products": [
              "pra"
            ],
            "verbs": [
              "post"
            ]
          }
        ]
    "#]]);
    btapi("resources jump-item/web --product rs").check(expect![[r#"
        exit 5
        --- stderr
        btapi: no resource has `jump-item/web` in its path
    "#]]);
    btapi("resources -K public-portal").check(expect![[r#"
        exit 0
        --- stdout
        0__path=public-portal
        0__products__0=rs
        0__verbs__0=list
    "#]]);
}

#[test]
fn a_wrong_command_line_is_usage() {
    btapi("frobnicate").check(expect![[r#"
        exit 2
        --- stderr
        btapi: unrecognized subcommand 'frobnicate'

        Usage: btapi [OPTIONS] [COMMAND]

        For more information, try '--help'.
    "#]]);
    btapi("ad user").check(expect![[r#"
        exit 2
        --- stderr
        btapi: unrecognized subcommand 'ad'

          tip: a similar subcommand exists: 'add'

        Usage: btapi [OPTIONS] [COMMAND]

        For more information, try '--help'.
    "#]]);
    btapi("list").check(expect![[r#"
        exit 2
        --- stderr
        btapi: the following required arguments were not provided:
          <RESOURCE>

        Usage: btapi list <RESOURCE> [NAME=VALUE]...

        For more information, try '--help'.
    "#]]);
    btapi("-K -o json list user").check(expect![[r#"
        exit 2
        --- stderr
        btapi: the argument '--kv-out' cannot be used with '--output <FORMAT>'

        Usage: btapi --kv-out

        For more information, try '--help'.
    "#]]);
    btapi("--product xy list user").check(expect![[r#"
        exit 2
        --- stderr
        btapi: invalid value 'xy' for '--product <PRODUCT>': unknown product `xy`: write pra or rs

        For more information, try '--help'.
    "#]]);
    btapi("list user name").check(expect![[r#"
        exit 2
        --- stderr
        btapi: `name` is not a filter; write NAME=VALUE
    "#]]);
    btapi("list user name=a name=b").check(expect![[r#"
        exit 2
        --- stderr
        btapi: note: user: the filter `name` is not known here; sent as it is
        btapi: `name` is given twice
    "#]]);
    btapi("list user?name=a").check(expect![[r#"
        exit 2
        --- stderr
        btapi: `user?name=a` has a query in it
        btapi: hint: `btapi list RESOURCE NAME=VALUE` filters; `btapi api GET PATH?QUERY` sends it as it is
    "#]]);
}

#[test]
fn a_delete_without_an_id_deletes_nothing() {
    btapi("delete jump-item/shell-jump").check(expect![[r#"
        exit 2
        --- stderr
        btapi: which one of jump-item/shell-jump? the id is missing; nothing was deleted
        btapi: hint: the id is an argument of its own: btapi delete RESOURCE ID
    "#]]);
    btapi("delete jump-item/shell-jump/31").check(expect![[r#"
        exit 2
        --- stderr
        btapi: which one of jump-item/shell-jump/31? the id is missing; nothing was deleted
        btapi: hint: the id is an argument of its own: btapi delete RESOURCE ID
    "#]]);
    btapi("delete jump-item/shell-jump").args([""]).check(expect![[r#"
        exit 2
        --- stderr
        btapi: the id is empty
        btapi: hint: nothing was sent; see what set the id
    "#]]);
    btapi("delete jump-item/shell-jump").args(["31 32"]).check(expect![[r#"
        exit 2
        --- stderr
        btapi: the id has blanks in it
        btapi: hint: give one id at a time
    "#]]);
    btapi("delete jump-item/shell-jump").args([".."]).check(expect![[r#"
        exit 2
        --- stderr
        btapi: `..` is not an id
    "#]]);
    btapi("delete jump-item/shell-jump web").check(expect![[r#"
        exit 2
        --- stderr
        btapi: `web` is not an id of jump-item/shell-jump: expected a whole number
    "#]]);
    btapi("delete group-policy//jumpoint 3").check(expect![[r#"
        exit 2
        --- stderr
        btapi: `group-policy//jumpoint` has an empty part
        btapi: hint: nothing was sent; an empty variable leaves such a path behind
    "#]]);
    btapi("download jumpoint//installer").check(expect![[r#"
        exit 2
        --- stderr
        btapi: `jumpoint//installer` has an empty part
        btapi: hint: nothing was sent; an empty variable leaves such a path behind
    "#]]);
}

#[test]
fn an_id_that_is_missing_elsewhere_is_asked_for() {
    btapi("get user").check(expect![[r#"
        exit 2
        --- stderr
        btapi: which one of user? the id is missing
        btapi: hint: btapi get user ID, or btapi list user
    "#]]);
    btapi("update user").stdin("{}").check(expect![[r#"
        exit 2
        --- stderr
        btapi: which one of user? the id is missing
        btapi: hint: btapi update user ID
    "#]]);
}

#[test]
fn input_of_the_wrong_form_is_refused_before_anything_is_sent() {
    btapi("add jump-group").stdin("{\"name\":").check(expect![[r#"
        exit 6
        --- stderr
        btapi: standard input is not JSON: it ends too early in line 1, column 8
        btapi: hint: with -k it is read as key=value lines
    "#]]);
    btapi("add jump-group").stdin("name=x").check(expect![[r#"
        exit 6
        --- stderr
        btapi: standard input is not JSON: something is wrong in line 1, column 2
        btapi: hint: with -k it is read as key=value lines
    "#]]);
    btapi("add jump-group").check(expect![[r#"
        exit 6
        --- stderr
        btapi: jump-group: there is nothing on standard input
        btapi: hint: the object goes to standard input, as JSON or with -k as key=value lines
    "#]]);
    btapi("-k add jump-group").stdin("\n# nothing\n").check(expect![[r#"
        exit 6
        --- stderr
        btapi: jump-group: there is nothing on standard input
        btapi: hint: the object goes to standard input, as JSON or with -k as key=value lines
    "#]]);
    btapi("-k add jump-group").stdin("name=x\ncomments=\"never\nclosed").check(expect![[r#"
        exit 6
        --- stderr
        btapi: standard input, line 2: the double quote that opens here is never closed
    "#]]);
    btapi("-k add jump-group").stdin("name=x\nlost").check(expect![[r#"
        exit 6
        --- stderr
        btapi: standard input, line 2: no `=` in it; every line is key=value, or part of a quoted value
    "#]]);
    btapi("-k list jump-group").stdin("name='x").check(expect![[r#"
        exit 6
        --- stderr
        btapi: standard input, line 1: the single quote that opens here is never closed
    "#]]);
    btapi("post user/7/group-policies").stdin("{}").check(expect![[r#"
        exit 2
        --- stderr
        btapi: note: `user/7/group-policies` is not known to take POST (but GET); sent as it is
        btapi: not set: BT_API_HOST, BT_CLIENT_ID, BT_CLIENT_SECRET
        btapi: hint: export them, or put NAME=value lines in a file and name it with --env-file
    "#]]);
    btapi("post jump-approval/approve").check(expect![[r#"
        exit 2
        --- stderr
        btapi: jump-approval/approve needs an object
        btapi: hint: `btapi post jump-approval/approve -` reads JSON from standard input, `btapi -k post jump-approval/approve` key=value lines
    "#]]);
}

#[test]
fn a_known_field_of_the_wrong_type_is_named() {
    btapi("add jump-item/shell-jump")
        .stdin(r#"{"name": "web 7", "hostname": 7, "port": "22", "jump_group_id": [1], "jumpoint_id": 2, "protocol": "ssh"}"#)
        .check(expect![[r#"
            exit 6
            --- stderr
            btapi: jump-item/shell-jump: the input was refused, nothing was sent
              hostname: expected a text, got a number
              port: expected a whole number, got a text
              jump_group_id: expected a whole number, got a list
        "#]]);
    btapi("-k update jump-item/shell-jump 7").stdin("port=twentytwo").check(expect![[r#"
        exit 6
        --- stderr
        btapi: jump-item/shell-jump/7: the input was refused, nothing was sent
          port: expected a whole number, got a text
    "#]]);
    btapi("list jump-item/shell-jump jump_group_id=web").check(expect![[r#"
        exit 6
        --- stderr
        btapi: jump-item/shell-jump: the filter `jump_group_id` was refused, nothing was sent: expected a whole number, got a text
    "#]]);
}

#[test]
fn missing_required_fields_are_listed() {
    btapi("-k add jump-item/shell-jump").stdin("name=web 7\n").check(expect![[r#"
        exit 6
        --- stderr
        btapi: jump-item/shell-jump: the input was refused, nothing was sent
          jumpoint_id: is required and missing
          hostname: is required and missing
          protocol: is required and missing
          jump_group_id: is required and missing
    "#]]);
    btapi("add vault/account").stdin(r#"{"type":"ssh","name":"x"}"#).check(expect![[r#"
        exit 6
        --- stderr
        btapi: vault/account: the input was refused, nothing was sent
          username: is required and missing
          private_key: is required and missing
    "#]]);
}

#[test]
fn missing_variables_are_named() {
    btapi("list user").check(expect![[r#"
        exit 2
        --- stderr
        btapi: not set: BT_API_HOST, BT_CLIENT_ID, BT_CLIENT_SECRET
        btapi: hint: export them, or put NAME=value lines in a file and name it with --env-file
    "#]]);
    btapi("list user").variable("BT_API_HOST", "access.example.com").variable("BT_CLIENT_ID", "").check(
        expect![[r#"
        exit 2
        --- stderr
        btapi: not set: BT_CLIENT_ID, BT_CLIENT_SECRET
        btapi: hint: export them, or put NAME=value lines in a file and name it with --env-file
    "#]],
    );
}

#[test]
fn an_unusable_host_is_refused_with_the_reason() {
    for (host, reason) in [
        ("http://access.example.com", "plain http would send the secret in the clear"),
        ("ftp://access.example.com", "the scheme must be https"),
        ("https://me:hunter2@access.example.com", "user information does not belong in the address"),
        ("access.example.com/api", "a path or query does not belong in the address"),
        ("access.example.com:0", "the port must be a number"),
    ] {
        let run = btapi("list user").variable("BT_API_HOST", host);
        let output = run.variable("BT_CLIENT_ID", "x").variable("BT_CLIENT_SECRET", "y").output();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(stderr.contains("BT_API_HOST: ") && stderr.contains(reason), "{host}: {stderr}");
        assert!(!stderr.contains("hunter2"), "{stderr}");
        assert_eq!(output.status.code(), Some(2), "{host}");
    }
}

#[test]
fn a_closed_output_ends_quietly() {
    let (code, stderr) = btapi("resources").output_cut_short(10);
    assert_eq!((code, stderr.as_str()), (Some(0), ""));
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_no_text_is_named() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), "BT_API_HOST=a.example\nBT_CLIENT_ID=x\nBT_CLIENT_SECRET=y\nBT_PRODUCT=rs\n")
        .unwrap();
    let odd = OsStr::from_bytes(b"\xff\xfe");
    for name in ["BT_API_HOST", "BT_CLIENT_ID", "BT_CLIENT_SECRET", "BT_CA_FILE", "HTTPS_PROXY", "BT_PRODUCT"]
    {
        let line = format!("--env-file={} list user", file.path().display());
        btapi(&line)
            .variable(name, odd)
            .check_end(2, &format!("btapi: the variable {name} is not UTF-8 text\n"));
    }
}

#[test]
fn an_environment_file_without_a_name_is_refused() {
    for line in ["--env-file= list user", "list user --env-file="] {
        btapi(line).check_end(2, "btapi: --env-file names no file\n");
    }
}

#[test]
fn numbers_that_do_not_fit_are_told_from_texts() {
    btapi("list user current_page=99999999999999999999").check(expect![[r#"
        exit 6
        --- stderr
        btapi: user: the filter `current_page` was refused, nothing was sent: expected a whole number, got a number that is too large
    "#]]);
    let input = "port=22.5\njump_group_id=-99999999999999999999";
    btapi("-k update jump-item/shell-jump 7").stdin(input).check(expect![[r#"
        exit 6
        --- stderr
        btapi: jump-item/shell-jump/7: the input was refused, nothing was sent
          port: expected a whole number, got a number with a fraction
          jump_group_id: expected a whole number, got a number that is too large
    "#]]);
    let input = r#"{"port": 22.5, "jump_group_id": 99999999999999999999}"#;
    btapi("update jump-item/shell-jump 7").stdin(input).check(expect![[r#"
        exit 6
        --- stderr
        btapi: jump-item/shell-jump/7: the input was refused, nothing was sent
          port: expected a whole number, got a number with a fraction
          jump_group_id: expected a whole number, got a number that is too large
    "#]]);
}

#[test]
fn what_cannot_stand_in_a_request_is_told_with_what_to_do() {
    let ready = |line: &str| {
        btapi(line)
            .variable("BT_API_HOST", "btapi.invalid")
            .variable("BT_CLIENT_ID", "x")
            .variable("BT_CLIENT_SECRET", "y")
    };
    let long = "x".repeat(70_000);
    let output = ready(&format!("list user username={long}")).output();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(6), "{stderr}");
    expect![[r#"
        btapi: GET /api/config/v1/user: the path and what follows it come to 70029 bytes
        btapi: hint: nothing was sent; no more than 60000 bytes can be: use shorter filters, or fewer
    "#]]
    .assert_eq(&stderr);
    let output = ready(&format!("api GET /{long}")).output();
    assert_eq!(output.status.code(), Some(6));
    assert!(output.stderr.len() < 1000);
    for (path, stderr) in [
        (
            "/a b?name=hidden",
            "btapi: the path has a blank in it, which cannot be sent as it is; nothing was sent\nbtapi: hint: write it percent-encoded: %20\n",
        ),
        (
            "/a#b",
            "btapi: the path has '#' in it, which cannot be sent as it is; nothing was sent\nbtapi: hint: write it percent-encoded: %23\n",
        ),
        (
            "/ü",
            "btapi: the path has 'ü' in it, which cannot be sent as it is; nothing was sent\nbtapi: hint: write it percent-encoded: %C3%BC\n",
        ),
    ] {
        ready("api GET").args([path]).check_end(2, stderr);
    }
}

#[test]
fn help_says_what_scripts_need_to_know() {
    let help = btapi("--help").stdout();
    assert!(help.contains("HOST:PORT or an https:// address") && help.contains("BT_TIMEOUT"), "{help}");
    let help = btapi("simulate --help").stdout();
    for code in ["125 ", "126 ", "127 ", "128+N "] {
        assert!(help.contains(code), "{help}");
    }
    btapi("version --help").check(expect![[r#"
        exit 0
        --- stdout
        Print the version

        Usage: btapi version
    "#]]);
}
