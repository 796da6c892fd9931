//! Tests of the importer: each mending rule on a file of its own, and all constructs in one.

use expect_test::{Expect, expect, expect_file};

use crate::ir::{Document, Type};
use crate::yaml;

use super::{Notes, import};

/// Imports a file that consists of `rest` and a fitting head of five lines.
fn imported(rest: &str) -> Result<(Document, Notes), String> {
    let head = "openapi: 3.0.0\ninfo: {version: '1.10', title: PRA sample}\nservers: [{url: 'https://site.example.com/api/config/v1'}]\n\n\n";
    let node = yaml::read("a.yaml", &format!("{head}{rest}")).map_err(|fault| fault.to_string())?;
    import("a.yaml", node).map_err(|fault| fault.to_string())
}

/// What is told of the file, apart from patches that are meant for the vendor's.
fn told(notes: &Notes) -> String {
    let meant = notes.iter().filter(|note| !note.text.contains("no longer matches"));
    meant.map(|note| format!("{}\n", note.text)).collect()
}

/// Checks what becomes of the schema `A`, and what is told about it; it stands on line 9.
#[track_caller]
fn check_type(schema: &str, expect: Expect) {
    let rest = format!(
        "paths: {{}}\ncomponents:\n  schemas:\n    A: {schema}\n    B: {{type: object, properties: {{b: {{type: string}}}}}}\n"
    );
    let rendered = match imported(&rest) {
        Ok((document, notes)) => {
            format!("{}\n{}", serde_json::to_string(&document.types["A"]).unwrap(), told(&notes))
        }
        Err(fault) => format!("error: {fault}\n"),
    };
    expect.assert_eq(&rendered);
}

/// Checks what becomes of the operations at the path `/a`, which begins on line 6.
#[track_caller]
fn check_path(item: &str, expect: Expect) {
    let rest = format!("paths: {{/a: {item}}}\n");
    let rendered = match imported(&rest) {
        Ok((document, notes)) => {
            let lines =
                document.operations.iter().map(|operation| serde_json::to_string(operation).unwrap() + "\n");
            format!("{}{}", lines.collect::<String>(), told(&notes))
        }
        Err(fault) => format!("error: {fault}\n"),
    };
    expect.assert_eq(&rendered);
}

#[test]
fn every_construct_becomes_what_it_became() {
    let text = include_str!("../../tests/golden/constructs.yaml");
    let node = yaml::read("constructs.yaml", text).unwrap();
    let (document, notes) = import("constructs.yaml", node).unwrap();
    let facts = serde_json::to_string_pretty(&document).unwrap();
    expect_file!["../../tests/golden/constructs.ir.json"].assert_eq(&format!("{facts}\n"));
    expect_file!["../../tests/golden/constructs.notes.txt"].assert_eq(&told(&notes));
}

#[test]
fn importing_twice_gives_the_same() {
    let text = include_str!("../../tests/golden/constructs.yaml");
    let once = || import("a.yaml", yaml::read("a.yaml", text).unwrap()).unwrap().0;
    assert_eq!(once(), once());
}

#[test]
fn facts_survive_being_written_and_read() {
    let text = include_str!("../../tests/golden/constructs.yaml");
    let (document, _) = import("a.yaml", yaml::read("a.yaml", text).unwrap()).unwrap();
    let written = serde_json::to_string(&document).unwrap();
    assert_eq!(serde_json::from_str::<Document>(&written).unwrap(), document);
}

#[test]
fn boolean_required_counts_for_the_object() {
    check_type(
        "{type: object, properties: {x: {type: boolean, required: true}, y: {type: boolean, required: false}}}",
        expect![[r#"
            {"kind":"object","fields":[{"name":"x","schema":{"type":"boolean"},"required":true},{"name":"y","schema":{"type":"boolean"}}]}
            a.yaml:9: /components/schemas/A/properties/x/required: `required` on a field counts for the object around it
            a.yaml:9: /components/schemas/A/properties/y/required: `required` on a field counts for the object around it
        "#]],
    );
}

#[test]
fn required_list_reaches_fields_of_a_base() {
    check_type(
        "{allOf: [{$ref: '#/components/schemas/B'}, {type: object, required: [b, c], properties: {}}]}",
        expect![[r#"
            {"kind":"object","fields":[{"name":"b","schema":{"type":"text"},"required":true}]}
            a.yaml:9: /components/schemas/A: `c` is required but is no field
        "#]],
    );
}

#[test]
fn default_of_another_type_is_dropped() {
    check_type(
        "{type: object, properties: {x: {type: integer, default: 'SSH: 22'}}}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"x","schema":{"type":"integer"}}]}
        a.yaml:9: /components/schemas/A/properties/x/default: a default that does not fit its type is dropped
    "#]],
    );
    check_type(
        "{type: object, properties: {x: {type: integer, maximum: 5, default: 6}}}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"x","schema":{"type":"integer","max":5}}]}
        a.yaml:9: /components/schemas/A/properties/x/default: a default that does not fit its type is dropped
    "#]],
    );
    check_type(
        "{type: object, properties: {x: {type: string, default: 5}}}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"x","schema":{"type":"text"}}]}
        a.yaml:9: /components/schemas/A/properties/x/default: a default that does not fit its type is dropped
    "#]],
    );
    check_type(
        "{type: object, properties: {x: {type: string, default: '5'}}}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"x","schema":{"type":"text"},"default":"5"}]}
    "#]],
    );
    check_type(
        "{type: object, properties: {x: {type: boolean, default: 'true'}}}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"x","schema":{"type":"boolean"}}]}
        a.yaml:9: /components/schemas/A/properties/x/default: a default that does not fit its type is dropped
    "#]],
    );
}

#[test]
fn default_that_only_describes_is_dropped() {
    check_type(
        "{type: object, properties: {x: {type: string, default: The name of the site.}}}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"x","schema":{"type":"text"}}]}
        a.yaml:9: /components/schemas/A/properties/x/default: a default that only describes one is dropped
    "#]],
    );
    check_type(
        "{type: object, properties: {x: {type: string, default: site.example.com}}}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"x","schema":{"type":"text"}}]}
        a.yaml:9: /components/schemas/A/properties/x/default: a default that only describes one is dropped
    "#]],
    );
    check_type(
        "{type: object, properties: {x: {type: string, default: other.example.com}}}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"x","schema":{"type":"text"},"default":"other.example.com"}]}
    "#]],
    );
}

#[test]
fn large_integers_do_not_pass_through_floats() {
    check_type(
        "{type: object, properties: {x: {type: integer, maximum: 9007199254740993, default: 9007199254740993}}}",
        expect![[r#"
            {"kind":"object","fields":[{"name":"x","schema":{"type":"integer","max":9007199254740993},"default":9007199254740993}]}
        "#]],
    );
    check_type(
        "{type: object, properties: {x: {type: integer, maximum: 1.5e3}}}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"x","schema":{"type":"integer"}}]}
        a.yaml:9: /components/schemas/A/properties/x/maximum: this is no whole number and passed over
    "#]],
    );
}

#[test]
fn siblings_of_a_reference_are_ignored() {
    check_type(
        "{type: object, properties: {x: {$ref: '#/components/schemas/B', type: string, readOnly: true}}}",
        expect![[r#"
            {"kind":"object","fields":[{"name":"x","schema":{"type":"ref","name":"B"}}]}
            a.yaml:9: /components/schemas/A/properties/x: keys beside `$ref` are ignored
        "#]],
    );
}

#[test]
fn limits_of_a_text_are_lengths() {
    check_type(
        "{type: string, minimum: 1, maximum: 64}",
        expect![[r#"
        {"kind":"alias","schema":{"type":"text","min_length":1,"max_length":64}}
        a.yaml:9: /components/schemas/A/maximum: a limit of the wrong kind on a text or list limits its length
        a.yaml:9: /components/schemas/A/minimum: a limit of the wrong kind on a text or list limits its length
    "#]],
    );
    check_type(
        "{type: string, minLength: 2, minimum: 1}",
        expect![[r#"
        {"kind":"alias","schema":{"type":"text","min_length":2}}
    "#]],
    );
}

#[test]
fn text_of_numbers_is_a_number_or_text() {
    check_type(
        "{type: string, enum: [60, 120]}",
        expect![[r#"
        {"kind":"alias","schema":{"type":"integer","values":[60,120],"or_text":true}}
        a.yaml:9: /components/schemas/A: a text whose values are numbers may be either
    "#]],
    );
    check_type(
        "{type: string, enum: ['60', '120']}",
        expect![[r#"
        {"kind":"alias","schema":{"type":"text","values":["60","120"]}}
    "#]],
    );
    check_type(
        "{type: string, enum: [60, day]}",
        expect![[r#"
        {"kind":"alias","schema":{"type":"text","values":["60","day"]}}
    "#]],
    );
}

#[test]
fn number_in_the_format_of_an_integer_is_one() {
    check_type(
        "{type: number, format: int32, minimum: 1}",
        expect![[r#"
        {"kind":"alias","schema":{"type":"integer","min":1}}
        a.yaml:9: /components/schemas/A: a number in the format of an integer is an integer
    "#]],
    );
    check_type(
        "{type: number, format: double}",
        expect![[r#"
        {"kind":"alias","schema":{"type":"number"}}
    "#]],
    );
}

#[test]
fn union_of_one_is_that_one() {
    check_type(
        "{type: object, properties: {x: {oneOf: [{$ref: '#/components/schemas/B'}]}}}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"x","schema":{"type":"ref","name":"B"}}]}
        a.yaml:9: /components/schemas/A/properties/x: a union of one shape is that shape
    "#]],
    );
    check_type(
        "{type: object, properties: {x: {oneOf: [{type: string}, {type: 'null'}]}}}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"x","schema":{"type":"text"},"nullable":true}]}
        a.yaml:9: /components/schemas/A/properties/x: a union of one shape is that shape
    "#]],
    );
}

#[test]
fn component_that_is_only_a_reference_keeps_its_name() {
    check_type(
        "{allOf: [{$ref: '#/components/schemas/B'}]}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"b","schema":{"type":"text"}}]}
    "#]],
    );
}

#[test]
fn null_is_told_in_every_way_there_is() {
    check_type(
        "{type: object, properties: {x: {type: string, nullable: true}, y: {type: [integer, 'null']}, z: {type: string, enum: [a, null]}}}",
        expect![[r#"
            {"kind":"object","fields":[{"name":"x","schema":{"type":"text"},"nullable":true},{"name":"y","schema":{"type":"integer"},"nullable":true},{"name":"z","schema":{"type":"text","values":["a"]},"nullable":true}]}
        "#]],
    );
}

#[test]
fn read_only_id_is_always_there() {
    check_type(
        "{type: object, properties: {id: {type: integer, readOnly: true}, other_id: {type: integer, readOnly: true}}}",
        expect![[r#"
            {"kind":"object","fields":[{"name":"id","schema":{"type":"integer"},"required":true,"read_only":true},{"name":"other_id","schema":{"type":"integer"},"read_only":true}]}
        "#]],
    );
    check_type(
        "{type: object, properties: {id: {type: integer}}}",
        expect![[r#"
        {"kind":"object","fields":[{"name":"id","schema":{"type":"integer"}}]}
    "#]],
    );
}

#[test]
fn passwords_are_secret_by_flag_format_or_name() {
    check_type(
        "{type: object, properties: {pin: {type: string, writeOnly: true}, x: {type: string, format: password}, password: {type: string}, password_expiration: {type: string, format: date-time}, key: {type: string}}}",
        expect![[r#"
            {"kind":"object","fields":[{"name":"pin","schema":{"type":"text"},"write_only":true,"secret":true},{"name":"x","schema":{"type":"text","format":"password"},"secret":true},{"name":"password","schema":{"type":"text"},"secret":true},{"name":"password_expiration","schema":{"type":"text","format":"date_time"}},{"name":"key","schema":{"type":"text"}}]}
        "#]],
    );
}

#[test]
fn secrets_are_told_by_their_last_word() {
    let told = |name: &str| {
        let rest = format!(
            "paths: {{}}\ncomponents: {{schemas: {{A: {{type: object, properties: {{{name}: {{type: string}}}}}}}}}}\n"
        );
        let (document, _) = imported(&rest).unwrap();
        matches!(&document.types["A"], Type::Object { fields } if fields[0].secret)
    };
    for name in [
        "password",
        "bind_password",
        "key_passphrase",
        "client_secret",
        "secret",
        "api-token",
        "accessToken",
        "PASSWORD",
        "private_key",
        "host_private_key",
        "sshPrivateKey",
    ] {
        assert!(told(name), "{name}");
    }
    for name in
        ["public_key", "host_public_key", "password_length", "token_type", "secretary", "nontoken", "key"]
    {
        assert!(!told(name), "{name}");
    }
}

#[test]
fn field_that_is_given_again_keeps_its_flags() {
    check_type(
        "{allOf: [{type: object, required: [x], properties: {x: {type: string, format: password, readOnly: true, nullable: true}, y: {type: integer, writeOnly: true}}}, {type: object, properties: {x: {type: string, maxLength: 9}, y: {type: integer, nullable: true, maximum: 5}}}]}",
        expect![[r#"
            {"kind":"object","fields":[{"name":"x","schema":{"type":"text","max_length":9},"required":true,"read_only":true,"secret":true},{"name":"y","schema":{"type":"integer","max":5},"write_only":true}]}
            a.yaml:9: /components/schemas/A/allOf/1/properties/x: a field of a base is given again; its flags are joined
            a.yaml:9: /components/schemas/A/allOf/1/properties/y: a field of a base is given again; its flags are joined
        "#]],
    );
    check_type(
        "{allOf: [{type: object, properties: {x: {type: string, nullable: true}}}, {type: object, properties: {x: {type: string, required: true, nullable: true, writeOnly: true}}}]}",
        expect![[r#"
            {"kind":"object","fields":[{"name":"x","schema":{"type":"text"},"required":true,"nullable":true,"write_only":true,"secret":true}]}
            a.yaml:9: /components/schemas/A/allOf/1/properties/x: a field of a base is given again; its flags are joined
            a.yaml:9: /components/schemas/A/allOf/1/properties/x/required: `required` on a field counts for the object around it
        "#]],
    );
}

#[test]
fn unknown_construct_is_a_note() {
    check_type(
        "{type: object, properties: {x: {type: string, contentEncoding: gzip, format: colour}}}",
        expect![[r#"
            {"kind":"object","fields":[{"name":"x","schema":{"type":"text"}}]}
            a.yaml:9: /components/schemas/A/properties/x: the format `colour` is unknown; any text is accepted
            a.yaml:9: /components/schemas/A/properties/x/contentEncoding: `contentEncoding` is unknown here and passed over
        "#]],
    );
    check_path(
        "{get: {operationId: x.a.index, responses: {'200': {description: x}, default: {description: x}}, x-beta: true}, put: {responses: {}}}",
        expect![[r#"
            {"id":"x.a.index","method":"GET","path":"/a","answers":[{"status":200}]}
            a.yaml:6: /paths/~1a/get/responses/default: answers under `default` are passed over
            a.yaml:6: /paths/~1a/get/x-beta: `x-beta` is unknown here and passed over
            a.yaml:6: /paths/~1a/put: `put` is unknown here and passed over
        "#]],
    );
}

#[test]
fn type_in_doubt_is_an_error() {
    check_type(
        "{type: colour}",
        expect![[r#"
        error: a.yaml:9: /components/schemas/A/type: the type `colour` is unknown
    "#]],
    );
    check_type(
        "{$ref: '#/components/schemas/C'}",
        expect![[r#"
        error: a.yaml:9: /components/schemas/A/$ref: `#/components/schemas/C` is not in this file
    "#]],
    );
    check_type(
        "{$ref: '#/components/schemas/A'}",
        expect![[r#"
        error: a.yaml:9: /components/schemas/A: this schema is nothing but itself
    "#]],
    );
    check_type(
        "{allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {}}]}",
        expect![[r#"
        error: a.yaml:9: /components/schemas/A: this schema refers to itself without end
    "#]],
    );
    check_type(
        "{allOf: [{type: string}, {type: integer}]}",
        expect![[r#"
        error: a.yaml:9: /components/schemas/A/allOf: `allOf` joins things that are no objects: the type is in doubt
    "#]],
    );
    check_type(
        "{type: object, properties: {x: {type: string}}, oneOf: [{$ref: '#/components/schemas/B'}]}",
        expect![[r#"
            error: a.yaml:9: /components/schemas/A: the schema has fields and is one of several shapes: its type is in doubt
        "#]],
    );
    check_type(
        "{allOf: [{$ref: '#/components/schemas/B'}, {type: object, properties: {b: {type: integer}}}]}",
        expect![[r#"
            error: a.yaml:9: /components/schemas/A/allOf/1/properties/b: `b` has another type in a base: its type is in doubt
        "#]],
    );
    check_type(
        "[]",
        expect![[r#"
        error: a.yaml:9: /components/schemas/A: a schema is expected here
    "#]],
    );
}

#[test]
fn body_is_required_unless_it_says_otherwise() {
    check_path(
        "{post: {operationId: x.a.store, requestBody: {content: {application/json: {schema: {type: boolean}}}}, responses: {}}}",
        expect![[r#"
            {"id":"x.a.store","method":"POST","path":"/a","body":{"schema":{"type":"boolean"},"required":true},"answers":[]}
            a.yaml:6: /paths/~1a/post/requestBody: a body that does not say whether it is required is
        "#]],
    );
    check_path(
        "{post: {operationId: x.a.store, requestBody: {required: false, content: {application/json: {schema: {type: boolean}}}}, responses: {}}}",
        expect![[r#"
            {"id":"x.a.store","method":"POST","path":"/a","body":{"schema":{"type":"boolean"}},"answers":[]}
        "#]],
    );
}

#[test]
fn body_of_a_copy_is_required_as_any_other() {
    let copy = "post: {operationId: x.copy, requestBody: {content: {application/json: {schema: {type: boolean}}}}, responses: {}}";
    for path in ["/jump-client/{id}/copy", "/jump-item/shell-jump/{id}/copy"] {
        let (document, _) = imported(&format!("paths: {{'{path}': {{{copy}}}}}\n")).unwrap();
        assert!(document.operations[0].body.as_ref().unwrap().required, "{path}");
    }
}

#[test]
fn one_object_in_a_list_operation_is_a_list() {
    let answer = "responses: {'200': {description: x, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}}";
    check_path(
        &format!("{{get: {{operationId: x.a.index, {answer}}}}}"),
        expect![[r#"
        {"id":"x.a.index","method":"GET","path":"/a","answers":[{"status":200,"media":"application/json","schema":{"type":"list","items":{"type":"ref","name":"A"},"or_single":true}}]}
        a.yaml:6: /paths/~1a/get/responses/200: a list that shows one object is a list of them
    "#]],
    );
    let paging = "[{name: per_page, in: query, schema: {type: integer}}, {name: current_page, in: query, schema: {type: integer}}]";
    check_path(
        &format!("{{get: {{operationId: x.a.all, parameters: {paging}, {answer}}}}}"),
        expect![[r#"
        {"id":"x.a.all","method":"GET","path":"/a","query":[{"name":"per_page","schema":{"type":"integer"}},{"name":"current_page","schema":{"type":"integer"}}],"answers":[{"status":200,"media":"application/json","schema":{"type":"list","items":{"type":"ref","name":"A"},"or_single":true}}],"paged":true}
        a.yaml:6: /paths/~1a/get/responses/200: a list that shows one object is a list of them
    "#]],
    );
    check_path(
        &format!("{{get: {{operationId: x.a.show, {answer}}}}}"),
        expect![[r#"
        {"id":"x.a.show","method":"GET","path":"/a","answers":[{"status":200,"media":"application/json","schema":{"type":"ref","name":"A"}}]}
    "#]],
    );
}

#[test]
fn operation_id_that_stands_twice_is_an_error() {
    check_path(
        "{get: {operationId: x.a, responses: {}}, post: {operationId: x.a, responses: {}}}",
        expect![[r#"
            error: a.yaml:6: /paths/~1a/post: the operation id `x.a` is also that of line 6
        "#]],
    );
}

#[test]
fn missing_operation_id_is_made() {
    check_path(
        "{get: {responses: {}}}",
        expect![[r#"
        {"id":"get.a","method":"GET","path":"/a","answers":[]}
        a.yaml:6: /paths/~1a/get: a missing operation id is made from method and path
    "#]],
    );
}

#[test]
fn patches_mend_what_has_no_shape() {
    let rest = "paths:
  /vault/account-group/{id}/user:
    post:
      operationId: x.user.store
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/VaultAccountGroupAccount'}}}}
      responses: {}
  /vendor/{id}/user/{user_id}:
    get:
      operationId: x.user.show
      responses: {'200': {description: x}}
components:
  schemas:
    VaultAccountGroupAccount: {type: object, properties: {account_id: {type: integer, readOnly: true}}}
    VaultAccountGroupUser: {type: object, properties: {user_id: {type: integer}}}
    JumpointUser: {type: object, properties: {user_id: {type: integer, readOnly: true}}}
    VendorUser: {type: object, properties: {name: {type: string}}}
";
    let (document, notes) = imported(rest).unwrap();
    let operations: Vec<String> =
        document.operations.iter().map(|operation| serde_json::to_string(operation).unwrap()).collect();
    expect![[r#"
        {"id":"x.user.store","method":"POST","path":"/vault/account-group/{id}/user","path_params":[{"name":"id","schema":{"type":"text"}}],"body":{"schema":{"type":"ref","name":"VaultAccountGroupUser"},"required":true},"answers":[]}
        {"id":"x.user.show","method":"GET","path":"/vendor/{id}/user/{user_id}","path_params":[{"name":"id","schema":{"type":"text"}},{"name":"user_id","schema":{"type":"text"}}],"answers":[{"status":200,"media":"application/json","schema":{"type":"ref","name":"VendorUser"},"optional":true}]}"#]].assert_eq(&operations.join("\n"));
    expect![[
        r#"{"kind":"object","fields":[{"name":"user_id","schema":{"type":"integer"},"required":true}]}"#
    ]]
    .assert_eq(&serde_json::to_string(&document.types["JumpointUser"]).unwrap());
    let missed: Vec<&str> =
        notes.iter().map(|note| note.text.as_str()).filter(|text| text.contains("no longer")).collect();
    assert!(
        missed.iter().any(|text| text.starts_with(
            "a.yaml:1: the patch of /components/schemas/VaultSSHAccount/properties no longer matches ("
        )),
        "{missed:#?}"
    );
    assert!(missed.iter().all(|text| !text.contains("JumpointUser ")), "{missed:#?}");
}

#[test]
fn patch_does_not_point_to_what_is_gone() {
    let rest = "paths:
  /vendor/{id}/user/{user_id}:
    get:
      operationId: x.user.show
      responses: {'200': {description: x}}
";
    let (document, notes) = imported(rest).unwrap();
    assert_eq!(document.operations[0].answers[0].schema, None);
    let place = "the patch of /paths/~1vendor~1{id}~1user~1{user_id}/get/responses/200 no longer matches";
    assert!(notes.iter().any(|note| note.text.contains(place)));
}
