//! Inputs against a small schema of our own.

use bt_sra_catalog::{Field, Integer, List, Object, Schema, Text};
use expect_test::{Expect, expect};
use serde_json::json;

use super::*;
use crate::kv;

const PLAIN: Field = Field {
    name: "",
    schema: Schema::Text(Text::PLAIN),
    required: false,
    nullable: false,
    read_only: false,
    write_only: false,
    secret: false,
    default: None,
};
const INTEGER: Schema = Schema::Integer(Integer::PLAIN);

static CRITERIA: Object = Object {
    name: "Criteria",
    fields: &[Field {
        name: "tag",
        schema: Schema::List(List {
            items: &Schema::Text(Text::PLAIN),
            min_items: None,
            max_items: None,
            or_single: false,
        }),
        ..PLAIN
    }],
};

static ITEM: Object = Object {
    name: "Item",
    fields: &[
        Field { name: "id", schema: INTEGER, required: true, read_only: true, ..PLAIN },
        Field { name: "name", required: true, ..PLAIN },
        Field { name: "port", schema: INTEGER, nullable: true, ..PLAIN },
        Field { name: "comments", nullable: true, ..PLAIN },
        Field { name: "enabled", schema: Schema::Boolean, ..PLAIN },
        Field { name: "ratio", schema: Schema::Number, ..PLAIN },
        Field { name: "criteria", schema: Schema::Object(&CRITERIA), ..PLAIN },
        Field {
            name: "protocol",
            schema: Schema::Text(Text { values: &["ssh", "telnet"], ..Text::PLAIN }),
            ..PLAIN
        },
        Field { name: "portal", schema: Schema::OneOf(&[Schema::Text(Text::PLAIN), INTEGER]), ..PLAIN },
    ],
};

const fn kind(values: &'static [&'static str]) -> Field {
    Field { name: "type", schema: Schema::Text(Text { values, ..Text::PLAIN }), required: true, ..PLAIN }
}

static PASSWORD: Object = Object {
    name: "Password",
    fields: &[kind(&["password"]), Field { name: "password", required: true, ..PLAIN }],
};
static KEY: Object = Object {
    name: "Key",
    fields: &[kind(&["ssh", "ssh_ca"]), Field { name: "private_key", required: true, ..PLAIN }],
};

static ACCOUNT: [Schema; 2] = [Schema::Object(&PASSWORD), Schema::Object(&KEY)];

fn item() -> Shape {
    Shape::of([Schema::Object(&ITEM)])
}

fn account() -> Shape {
    Shape::of([Schema::OneOf(&ACCOUNT)])
}

#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "reads better in a table")]
fn check(shape: Shape, purpose: Purpose, value: Value, expected: Expect) {
    let rendered = match input("item", &value, &shape, purpose) {
        Ok(notes) => notes.join("\n"),
        Err(failure) => failure.report(),
    };
    expected.assert_eq(&rendered);
}

#[track_caller]
fn check_kv(shape: &Shape, text: &str, expected: Expect) {
    let pairs = kv::parse::pairs(text.as_bytes()).unwrap();
    let rendered = match kv::tree::build(pairs, shape) {
        Ok(value) => value.to_string(),
        Err(failure) => failure.report(),
    };
    expected.assert_eq(&rendered);
}

#[test]
fn a_wrong_type_is_refused_with_field_expected_and_got() {
    check(
        item(),
        Purpose::Create,
        json!({"name": 7, "port": "22", "enabled": "yes", "criteria": {"tag": "web"}, "ratio": []}),
        expect![[r"
            btapi: item: the input was refused, nothing was sent
              name: expected a text, got a number
              port: expected a whole number, got a text
              enabled: expected true or false, got a text
              criteria__tag: expected a list, got a text (write criteria__tag__0=… for its first member)
              ratio: expected a number, got a list
        "]],
    );
    check(
        item(),
        Purpose::Change,
        json!({"port": 22.5, "criteria": {"tag": ["a", 1]}}),
        expect![[r"
            btapi: item: the input was refused, nothing was sent
              port: expected a whole number, got a number with a fraction
              criteria__tag__1: expected a text, got a number
        "]],
    );
    check(
        item(),
        Purpose::Create,
        json!([]),
        expect![[r"
            btapi: item: the input was refused, nothing was sent
              the input: expected an object, got a list
        "]],
    );
}

#[test]
fn required_fields_are_demanded_when_creating_only() {
    check(
        item(),
        Purpose::Create,
        json!({"port": 1}),
        expect![[r"
            btapi: item: the input was refused, nothing was sent
              name: is required and missing
        "]],
    );
    check(item(), Purpose::Change, json!({"port": null, "comments": null}), expect![""]);
    check(
        item(),
        Purpose::Change,
        json!({"name": null}),
        expect![[r"
            btapi: item: the input was refused, nothing was sent
              name: is required and cannot be null
        "]],
    );
}

#[test]
fn unknown_fields_and_values_are_noted_and_sent() {
    check(
        item(),
        Purpose::Create,
        json!({"name": "x", "prot": 22, "frobnicate": [1], "protocol": "shh"}),
        expect![[r"
            the field `prot` is not known here (did you mean `port`?)
            the field `frobnicate` is not known here
            the value of `protocol` is not known here (did you mean `ssh`?)"]],
    );
}

#[test]
fn read_only_fields_are_left_to_the_appliance() {
    check(item(), Purpose::Change, json!({"id": "7", "name": "x"}), expect![""]);
}

#[test]
fn a_choice_is_narrowed_by_its_type() {
    check(
        account(),
        Purpose::Create,
        json!({"type": "ssh"}),
        expect![[r"
            btapi: item: the input was refused, nothing was sent
              private_key: is required and missing
        "]],
    );
    check(
        account(),
        Purpose::Create,
        json!({}),
        expect![[r"
            btapi: item: the input was refused, nothing was sent
              type: is required and missing
        "]],
    );
    check(account(), Purpose::Create, json!({"type": "password", "password": "x"}), expect![""]);
    check(
        account(),
        Purpose::Create,
        json!({"type": "newer", "password": "x"}),
        expect!["the value of `type` is not known here (known: password, ssh, ssh_ca)"],
    );
}

#[test]
fn pairs_get_the_types_of_their_fields() {
    check_kv(
        &item(),
        "name=2024\nport=22\nenabled=True\nratio=1.5\ncriteria__tag__0=12\ncomments=null\nportal=7",
        expect![[
            r#"{"name":"2024","port":22,"enabled":true,"ratio":1.5,"criteria":{"tag":["12"]},"comments":null,"portal":7}"#
        ]],
    );
    check_kv(
        &item(),
        "name=null\nport=\"22\"\nenabled=no\nportal=\"7\"\ncriteria__tag=[\"a\"]",
        expect![[r#"{"name":"null","port":22,"enabled":false,"portal":"7","criteria":{"tag":["a"]}}"#]],
    );
    check_kv(&item(), "port=many\nenabled=\n", expect![[r#"{"port":"many","enabled":""}"#]]);
}

#[test]
fn pairs_without_a_type_are_read_as_they_look() {
    check_kv(
        &Shape::UNKNOWN,
        "a=22\nb=\"22\"\nc=TRUE\nd=x\ne=007\nf=null\ng__0=1\ng__1=2\nh__x=[]\ni=",
        expect![[r#"{"a":22,"b":"22","c":true,"d":"x","e":"007","f":null,"g":[1,2],"h":{"x":[]},"i":""}"#]],
    );
}

#[test]
fn pairs_that_do_not_go_together_are_refused() {
    check_kv(
        &item(),
        "a=1\nb=2\na=3",
        expect![[r"
            btapi: standard input, line 3: `a` was given in line 1 already
        "]],
    );
    check_kv(
        &item(),
        "a=1\na__b=2",
        expect![[r"
            btapi: standard input, line 2: line 1 gave `a` a value; it cannot have parts too
        "]],
    );
    check_kv(
        &item(),
        "\na__b=1\na=2",
        expect![[r"
            btapi: standard input, line 3: `a` was given in line 2 already
        "]],
    );
    check_kv(
        &item(),
        "criteria__tag__0=1\ncriteria__tag__2=1",
        expect![[r"
            btapi: standard input, line 1: the list that begins here has no member number 1
        "]],
    );
    check_kv(
        &item(),
        &format!("a{}=1", "__a".repeat(40)),
        expect![[r"
            btapi: standard input, line 1: the name has too many parts
        "]],
    );
}
