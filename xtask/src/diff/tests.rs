//! Tests of `spec diff`: each kind of change, and a step that is known from elsewhere.

use expect_test::{Expect, expect};

use crate::import;
use crate::ir::Document;
use crate::spec;
use crate::yaml;

use super::{Change, Changes, Kind, Subject, between};

fn document(version: &str, rest: &str) -> Document {
    let text = format!(
        "openapi: 3.0.0\ninfo: {{version: '{version}', title: PRA}}\nservers: [{{url: /api/config/v1}}]\n{rest}"
    );
    import::import("a.yaml", yaml::read("a.yaml", &text).unwrap()).unwrap().0
}

#[track_caller]
fn check(old: &str, new: &str, expect: Expect) {
    let changes = between(&document("1.9", old), &document("1.10", new)).unwrap();
    expect.assert_eq(&changes.to_string());
}

/// Two versions of the field `x` of a type that is sent.
#[track_caller]
fn check_field(old: &str, new: &str, expect: Expect) {
    let rest = |field: &str| {
        format!(
            "paths: {{/a: {{post: {{operationId: x.a.store, requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: '#/components/schemas/A'}}}}}}}}, responses: {{}}}}}}}}\ncomponents: {{schemas: {{A: {{type: object, properties: {{x: {field}}}}}}}}}\n"
        )
    };
    check(&rest(old), &rest(new), expect);
}

#[test]
fn same_files_have_no_changes() {
    let rest = "paths: {/a: {get: {operationId: x.a.show, responses: {'204': {description: x}}}}}\n";
    check(
        rest,
        rest,
        expect![[r#"
        pra configuration 1.9 -> 1.10
        0 changes, 0 of them breaking
    "#]],
    );
}

#[test]
fn operations_come_go_and_change() {
    check(
        "paths:
  /a:
    get: {operationId: x.a.show, parameters: [{name: p, in: query, schema: {type: string}}], responses: {'200': {description: x, content: {application/json: {schema: {type: string}}}}}}
    post: {operationId: x.a.store, responses: {'201': {description: x}, '404': {description: x}}}
  /b: {get: {operationId: x.b.index, responses: {}}}
",
        "paths:
  /a:
    get: {operationId: y.a.show, parameters: [{name: q, in: query, schema: {type: string}}], responses: {'200': {description: x, content: {application/json: {schema: {type: integer}}}}}}
    post: {operationId: x.a.create, requestBody: {required: true, content: {application/json: {schema: {type: boolean}}}}, responses: {'201': {description: x}, '422': {description: x}}}
  /c: {get: {operationId: x.c.index, responses: {}}}
",
        expect![[r#"
            pra configuration 1.9 -> 1.10
            breaking  changed  operation  GET /a (answer 200: text -> integer)
                      changed  operation  GET /a (operation id: x.a.show -> y.a.show)
            breaking  removed  operation  GET /b
                      added    operation  GET /c
                      changed  operation  POST /a (answer 404: no body -> none)
                      changed  operation  POST /a (answer 422: none -> no body)
            breaking  changed  operation  POST /a (body: none -> boolean)
            breaking  changed  operation  POST /a (operation id: x.a.store -> x.a.create)
            breaking  removed  parameter  GET /a p
                      added    parameter  GET /a q
            10 changes, 5 of them breaking
        "#]],
    );
}

#[test]
fn fields_come_go_and_change() {
    check_field(
        "{type: string}",
        "{type: integer}",
        expect![[r#"
        pra configuration 1.9 -> 1.10
        breaking  changed  field      A.x (type: text -> integer)
        1 changes, 1 of them breaking
    "#]],
    );
    check_field(
        "{type: string}",
        "{type: string, nullable: true}",
        expect![[r#"
        pra configuration 1.9 -> 1.10
        breaking  changed  field      A.x (now nullable)
        1 changes, 1 of them breaking
    "#]],
    );
    check_field(
        "{type: string}",
        "{type: string, readOnly: true}",
        expect![[r#"
        pra configuration 1.9 -> 1.10
        breaking  changed  field      A.x (now read-only)
        1 changes, 1 of them breaking
    "#]],
    );
    check_field(
        "{type: string, readOnly: true}",
        "{type: string}",
        expect![[r#"
        pra configuration 1.9 -> 1.10
                  changed  field      A.x (no longer read-only)
        1 changes, 0 of them breaking
    "#]],
    );
    check_field(
        "{type: string, maxLength: 5, default: a}",
        "{type: string, maxLength: 6, default: b}",
        expect![[r#"
            pra configuration 1.9 -> 1.10
                      changed  field      A.x (default: "a" -> "b")
                      changed  field      A.x (limits: at most 5 -> at most 6)
            2 changes, 0 of them breaking
        "#]],
    );
    check_field(
        "{type: string, enum: [a, b]}",
        "{type: string, enum: [a, c]}",
        expect![[r#"
        pra configuration 1.9 -> 1.10
        breaking  removed  value      A.x = b
                  added    value      A.x = c
        2 changes, 1 of them breaking
    "#]],
    );
    check_field(
        "{type: array, items: {type: string}}",
        "{type: array, maxItems: 3, items: {type: string}}",
        expect![[r#"
            pra configuration 1.9 -> 1.10
                      changed  field      A.x (limits: none -> at most 3)
            1 changes, 0 of them breaking
        "#]],
    );
}

#[test]
fn new_field_breaks_only_where_it_must_be_sent() {
    let schemas = |fields: &str| {
        format!(
            "paths: {{/a: {{post: {{operationId: x.a.store, requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: '#/components/schemas/A'}}}}}}}}, responses: {{}}}}}}}}\ncomponents: {{schemas: {{A: {{type: object, {fields}}}, B: {{type: object, {fields}}}}}}}\n"
        )
    };
    check(
        &schemas("properties: {}"),
        &schemas("required: [x], properties: {x: {type: string}, y: {type: string}}"),
        expect![[r#"
            pra configuration 1.9 -> 1.10
            breaking  added    field      A.x (required)
                      added    field      A.y
                      added    field      B.x
                      added    field      B.y
            4 changes, 1 of them breaking
        "#]],
    );
}

#[test]
fn types_come_go_and_change() {
    check(
        "paths: {}\ncomponents: {schemas: {A: {type: object, properties: {}}, B: {type: object, properties: {}}, C: {type: string}, D: {oneOf: [{type: string}, {type: integer}]}}}\n",
        "paths: {}\ncomponents: {schemas: {A: {type: string}, C: {type: string, maxLength: 3}, D: {oneOf: [{type: string}, {type: boolean}]}, E: {type: object, properties: {}}}}\n",
        expect![[r#"
            pra configuration 1.9 -> 1.10
            breaking  changed  type       A (kind: object -> plain value)
            breaking  removed  type       B
                      changed  type       C (limits: none -> at most 3)
                      added    type       E
                      added    value      D = boolean
            breaking  removed  value      D = integer
            6 changes, 3 of them breaking
        "#]],
    );
}

#[test]
fn files_about_different_things_are_refused() {
    let (pra, mut rs) = (document("1.9", "paths: {}\n"), document("1.10", "paths: {}\n"));
    rs.product = "rs".to_owned();
    let message = between(&pra, &rs).unwrap_err();
    assert_eq!(message, "the files are about different things: pra configuration and rs configuration");
}

#[test]
fn json_tells_the_same() {
    let old = document("1.9", "paths: {/a: {get: {operationId: x.a.show, responses: {}}}}\n");
    let changes = between(&old, &document("1.10", "paths: {}\n")).unwrap();
    expect![[r#"
        {
          "product": "pra",
          "api": "configuration",
          "old": "1.9",
          "new": "1.10",
          "changes": [
            {
              "subject": "operation",
              "name": "GET /a",
              "kind": "removed",
              "breaking": true
            }
          ]
        }"#]]
    .assert_eq(&changes.json().unwrap());
}

/// What the step from 1.9 to 1.10 is known to hold, for one product.
struct Known {
    product: &'static str,
    operations: (usize, usize),
    added: &'static [(Subject, &'static str)],
    removed: &'static [(Subject, &'static str)],
}

#[track_caller]
fn check_step(known: &Known) {
    let Some(folder) = spec::tests::vendor_files() else { return };
    let read = |version: &str| {
        spec::document(&folder.join(format!("{}-configuration-{version}.openapi.yaml", known.product)))
            .unwrap()
    };
    let (old, new) = (read("1.9"), read("1.10"));
    let Changes { changes, .. } = between(&old, &new).unwrap();
    let count = |kind: Kind| {
        changes.iter().filter(|change| change.subject == Subject::Operation && change.kind == kind).count()
    };
    assert_eq!((count(Kind::Added), count(Kind::Removed)), known.operations);
    let find = |subject: Subject, name: &str, kind: Kind| -> Option<&Change> {
        changes.iter().find(|change| change.subject == subject && change.name == name && change.kind == kind)
    };
    for (subject, name) in known.added {
        let change = find(*subject, name, Kind::Added).unwrap_or_else(|| panic!("{name} was not added"));
        assert!(!change.breaking, "{name} breaks nothing");
    }
    for (subject, name) in known.removed {
        let change = find(*subject, name, Kind::Removed).unwrap_or_else(|| panic!("{name} was not removed"));
        assert!(change.breaking, "{name} breaks callers");
    }
}

#[test]
fn step_of_pra_is_the_known_one() {
    use Subject::{Field, Operation, Parameter, Type, Value};
    check_step(&Known {
        product: "pra",
        // 187 before, 222 after, none removed.
        operations: (35, 0),
        added: &[
            (Operation, "GET /api-account/{id}"),
            (Operation, "GET /endpoint-automation/endpoint"),
            (Operation, "POST /endpoint-automation/job"),
            (Operation, "GET /endpoint-automation/resource/{id}"),
            (Operation, "GET /endpoint-automation/script/{id}/resource"),
            (Operation, "GET /jump-approval/{user_id}"),
            (Operation, "GET /jump-approval/{user_id}/view/{id}"),
            (Operation, "POST /jump-approval/approve"),
            (Operation, "POST /jump-approval/request"),
            (Operation, "POST /jump-item/mysql-tunnel-jump/{id}/copy"),
            (Operation, "GET /jump-item/psql-tunnel-jump"),
            (Operation, "DELETE /jump-item/network-tunnel-jump/{id}"),
            (Type, "OIDCSecurityProvider"),
            (Type, "VaultAwsSecretAccount"),
            (Type, "VaultPasswordSafeAccount"),
            (Field, "ApiAccount.perm_reporting_jump_item"),
            (Field, "CreateJumpClientInstaller.jumpoint_proxy"),
            (Field, "GroupPolicy.perm_sd_static_port_for_external_tools"),
            (Field, "JumpPolicy.approval_team_ids"),
            (Field, "JumpPolicy.external_tools_rdp_allowed"),
            (Field, "JumpPolicy.external_tools_shell_allowed"),
            (Field, "JumpPolicy.simultaneous_jump_behavior_applies_to_copies"),
            (Field, "JumpPolicy.simultaneous_jumps"),
            (Field, "JumpPolicy.simultaneous_jumps_rdp"),
            (Field, "JumpPolicy.two_factor_challenge_required"),
            (Field, "Jumpoint.docker_deploy_key"),
            (Field, "Jumpoint.jzp_enabled"),
            (Field, "Jumpoint.key_info"),
            (Field, "Jumpoint.managed_ip_ranges"),
            (Field, "User.perm_endpoint_automation"),
            (Field, "User.perm_sd_static_port_for_external_tools"),
            (Value, "RemoteRdpJumpItem.quality = best_performance"),
            (Value, "VaultAccount.type = aws_secret"),
            (Value, "VaultAccount.type = password_safe"),
            (Value, "VaultAccount.type = x509_ca"),
            (Value, "VaultAccount.type = x509_csr"),
        ],
        removed: &[
            (Field, "ApiAccount.bearer_token_long_lived"),
            (
                Parameter,
                "DELETE /vault/account-group/{id}/jump-item-association/shared-jump-group shared_jump_group_id",
            ),
            (Value, "RemoteRdpJumpItem.quality = video"),
        ],
    });
}

#[test]
fn step_of_rs_is_the_known_one() {
    use Subject::{Field, Operation, Parameter, Type, Value};
    check_step(&Known {
        product: "rs",
        // 169 before, 179 after.
        operations: (13, 3),
        added: &[
            (Operation, "GET /api-account/{id}"),
            (Operation, "GET /endpoint-automation/job/{id}/execution"),
            (Operation, "POST /endpoint-automation/script"),
            (Type, "OIDCSecurityProvider"),
            (Field, "JumpClient.support_button_direct_queue"),
            (Field, "JumpClientInstaller.support_button_profile_code_name"),
            (Field, "CreateJumpClientInstaller.jumpoint_proxy"),
            (Field, "JumpItemRole.perm_edit_support_button"),
            (Field, "User.perm_endpoint_automation"),
            (Value, "SecurityProvider.type = oidc"),
            (Value, "VaultAccount.type = aws_secret"),
            (Value, "VaultAccount.type = password_safe"),
        ],
        removed: &[
            (Operation, "PATCH /security-provider/{id}"),
            (Operation, "PATCH /user/{id}/group-policy-changes"),
            (Operation, "POST /user"),
            (
                Parameter,
                "DELETE /vault/account-group/{id}/jump-item-association/shared-jump-group shared_jump_group_id",
            ),
            (Type, "KerberosSecurityProvider"),
            (Type, "LDAPSecurityProvider"),
            (Type, "LocalSecurityProvider"),
            (Type, "RadiusSecurityProvider"),
            (Type, "SAMLSecurityProvider"),
            (Field, "ApiAccount.perm_reporting_presentation"),
            (Field, "User.perm_edit_access_sponsors"),
            (Field, "User.perm_view_presentation_reports"),
            (Value, "GroupPolicy.perm_support_allowed = chat_support"),
            (Value, "RemoteRdpJumpItem.quality = video"),
            (Value, "SecurityProvider.type = ldap"),
        ],
    });
}
