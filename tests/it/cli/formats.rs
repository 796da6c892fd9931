//! The forms of output, over the pages of a list and for single things.

use std::io::Write as _;
use std::process::{Command, Stdio};

use bt_sra_simulator::Appliance;
use expect_test::expect;
use serde_json::Value;

use super::canned;
use super::site::Site;

const RESOURCE: &str = "jump-item/shell-jump";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Runs a program that reads standard input; nothing if it is not installed.
fn pipe(program: &str, arguments: &[&str], input: &str) -> Option<String> {
    let child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else { return super::missing(program) };
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn every_form_says_the_same() {
    let site = Site::of(Appliance::pra().seed(7).items(20));
    let list = |options: &str| site.btapi(&format!("list {RESOURCE} per_page=7 {options}")).stdout();
    let all = json(&list(""));
    let items = all.as_array().unwrap();
    assert!(items.len() > 7, "more than a page");
    let lines: Vec<Value> = list("-o ndjson").lines().map(json).collect();
    assert_eq!(&lines, items);
    assert_eq!(json(&list("--query .").replace('\n', "")), all);
    let ids: Vec<String> = items.iter().map(|item| item["id"].to_string()).collect();
    assert_eq!(list("--query .[].id").lines().collect::<Vec<_>>(), ids);
    let pages: Vec<Value> = serde_json::Deserializer::from_str(&list("--raw"))
        .into_iter::<Vec<Value>>()
        .flat_map(Result::unwrap)
        .collect();
    assert_eq!(&pages, items);
    let csv = list("-o csv");
    assert_eq!(csv.matches("\r\n").count(), items.len() + 1);
}

#[test]
fn yaml_is_read_by_others_as_the_same() {
    let site = Site::pra();
    let odd = r##"[{"id":1,"a":"no","b":"1e3","c":"x: y","d":"-----BEGIN-----\nab=\n-----END-----\n","e":"\u2028\u0085\u007f\ufeff","f":1e3,"g":-2.5E-7,"h":[[],[1,["z"]],{}],"i":{"y":null,"a long key: with \n everything":{"k":[{"l":true}]}},"j":"  x\ny","k":"\n\n","l":"a\n\n\n","m":"2024-01-01","n":"0o7","o":"=","p":"é日本😀","q":123456789012345678901234567890,"r":"a\n  b\n","s":"\ttab","t":"tab\tin\nlines","u":"#","v":"a #b","w":"- x","x":"12:30:45","1":"~","":"","null":"Null"},5,"two",[],{}]"##;
    let yaml = canned::btapi(&site, &canned::answer("200 OK", odd), "list user -o yaml").stdout();
    let script = "import json, sys, yaml\njson.dump(yaml.safe_load(sys.stdin.buffer), sys.stdout)";
    let Some(read) = pipe(
        "python3",
        &[
            "-c",
            &format!("try:\n import yaml\nexcept ImportError:\n print('null'); raise SystemExit\n{script}"),
        ],
        &yaml,
    ) else {
        return;
    };
    if read.trim() == "null" {
        return super::missing("PyYAML").unwrap_or_default();
    }
    assert_eq!(json(&read), json(odd), "{yaml}");
}

#[test]
fn csv_is_read_by_others_as_the_same() {
    let site = Site::pra();
    let odd = r#"[{"id":1,"name":"a, \"b\"\r\nc","comments":"=1+1"},{"id":2,"name":"","comments":null}]"#;
    let output = canned::btapi(
        &site,
        &canned::answer("200 OK", odd),
        "list jump-group -o csv --columns name,id,comments",
    )
    .output();
    let csv = String::from_utf8(output.stdout).unwrap();
    assert_eq!(csv, "name,id,comments\r\n\"a, \"\"b\"\"\r\nc\",1,=1+1\r\n\"\",2,null\r\n");
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "btapi: note: some cells begin with =, +, - or @, which spreadsheets take for formulas: import the file \
         as text\n"
    );
    let script = "import csv, io, json, sys\n\
                  text = sys.stdin.buffer.read().decode()\n\
                  json.dump(list(csv.reader(io.StringIO(text, newline=''), strict=True)), sys.stdout)";
    let Some(read) = pipe("python3", &["-c", script], &csv) else { return };
    let expected =
        serde_json::json!([["name", "id", "comments"], ["a, \"b\"\r\nc", "1", "=1+1"], ["", "2", "null"]]);
    assert_eq!(json(&read), expected);
}

#[test]
fn the_header_of_a_known_resource_does_not_depend_on_the_rows() {
    let site = Site::pra();
    let header = |options: &str| site.btapi(&format!("list jump-group -o csv {options}")).stdout();
    let expected = "id,name,code_name,comments,ecm_group_id\r\n";
    assert_eq!(header("name=no-such-group"), expected);
    assert!(header("").starts_with(expected));
    let odd = canned::answer("200 OK", r#"[{"id":1,"shade":"blue"}]"#);
    let output = canned::btapi(&site, &odd, "list jump-group -o csv").output();
    assert_eq!(String::from_utf8_lossy(&output.stdout), format!("{expected}1,,,,\r\n"));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "btapi: note: `shade` has no column, since it is not known here; --columns can name it\n"
    );
}

#[test]
fn columns_are_chosen_in_every_form() {
    let site = Site::pra();
    let group = |options: &str| site.btapi(&format!("get jump-group 1 --columns name,id {options}")).stdout();
    let name = json(&site.btapi("get jump-group 1").stdout())["name"].as_str().unwrap().to_owned();
    assert_eq!(group("-o json"), format!("{{\n  \"name\": \"{name}\",\n  \"id\": 1\n}}\n"));
    assert_eq!(group("-o ndjson"), format!("{{\"name\":\"{name}\",\"id\":1}}\n"));
    assert_eq!(group("-K"), format!("name={name}\nid=1\n"));
    assert_eq!(group("-o csv"), format!("name,id\r\n{name},1\r\n"));
    assert_eq!(group("-o table"), format!("name  {name}\nid    1\n"));
    assert_eq!(group("-o yaml"), format!("name: {name}\nid: 1\n"));
    let table = site.btapi("list jump-group -o table --columns id,comments,name").stdout();
    assert!(table.starts_with("ID"), "{table}");
    site.btapi("list jump-group --columns id,nmae").check(expect![[r#"
        exit 2
        --- stderr
        btapi: --columns: there is no field `nmae`
        btapi: hint: did you mean `name`?
    "#]]);
    let requests = site.server.counters().requests;
    site.btapi("list jump-group --columns colour").check(expect![[r#"
        exit 2
        --- stderr
        btapi: --columns: there is no field `colour`
        btapi: hint: there are: id, name, code_name, comments, ecm_group_id
    "#]]);
    assert_eq!(site.server.counters().requests, requests, "nothing is sent for it");
}

#[test]
fn what_was_sent_is_passed_on_unparsed() {
    let site = Site::pra();
    for body in ["{\"id\" : 1.10 }", "not json", ""] {
        let answer = canned::answer("200 OK", body);
        assert_eq!(canned::btapi(&site, &answer, "get jump-group 1 --raw").stdout(), body);
        assert_eq!(canned::btapi(&site, &answer, "list jump-group --raw").stdout(), body);
    }
}

#[test]
fn an_expression_is_run_on_any_answer() {
    let site = Site::pra();
    assert_eq!(site.btapi("get jump-group 1 --query .id").stdout(), "1\n");
    assert_eq!(site.btapi("api GET /api/config/v1/jump-group/1 --query .id").stdout(), "1\n");
    assert_eq!(site.btapi("api GET /api/config/v1/jump-group/1 -K --columns id").stdout(), "id=1\n");
    let made = site.btapi("add jump-group -k --query .name").stdin("name=Asked").stdout();
    assert_eq!(made, "Asked\n");
    site.btapi("get jump-group 1 --query .id[").check(expect![[r#"
        exit 2
        --- stderr
        btapi: --query: not an expression of jq, at its end: expected closing bracket
        btapi: hint: write it in single quotes: --query '.[].name'
    "#]]);
    site.btapi("get jump-group 1 --query .id.x").check(expect![[r#"
        exit 1
        --- stderr
        btapi: --query: cannot index 1 with "x"
    "#]]);
}
