//! What `btapi` explains without an appliance.

use expect_test::{Expect, expect};
use serde_json::Value;

use super::site::{BTAPI, Run};

#[track_caller]
fn check(line: &str, expected: Expect) {
    Run::new(BTAPI, None).args(line.split(' ')).variable("COLUMNS", "100").check(expected);
}

#[test]
fn a_resource_has_commands_filters_and_fields() {
    check(
        "explain jump-group",
        expect![[r#"
        exit 0
        --- stdout
        jump-group  (Privileged Remote Access, Remote Support)

        Commands:
          btapi list jump-group [NAME=VALUE]…
          btapi get jump-group ID
          btapi add jump-group
          btapi update jump-group ID
          btapi delete jump-group ID

        Filters:
          per_page      whole number, 5 to 100
          current_page  whole number, 1 or more
          name          text, 1 to 255 letters
          code_name     text, up to 64 letters, like ^[a-zA-Z0-9_\\-]+$

        Fields:
          id            whole number, 1 or more · read-only
          name          text, 1 to 255 letters · required
          code_name     text, up to 64 letters, like ^[a-zA-Z0-9_\\-]+$
          comments      text, up to 4096 letters · may be null
          ecm_group_id  whole number, 1 or more · pra only

        Below:
          jump-group/{id}/user
    "#]],
    );
    check(
        "explain jump-group/5 --product rs -K --columns path,commands",
        expect![[r#"
        exit 0
        --- stdout
        path=jump-group
        commands__0__command=btapi list jump-group [NAME=VALUE]…
        commands__0__products__0=rs
        commands__1__command=btapi get jump-group ID
        commands__1__products__0=rs
        commands__2__command=btapi add jump-group
        commands__2__products__0=rs
        commands__3__command=btapi update jump-group ID
        commands__3__products__0=rs
        commands__4__command=btapi delete jump-group ID
        commands__4__products__0=rs
    "#]],
    );
}

#[test]
fn what_only_one_product_or_type_has_is_marked() {
    check(
        "explain vault/account",
        expect![[r#"
        exit 0
        --- stdout
        vault/account  (Privileged Remote Access, Remote Support)

        Commands:
          btapi list vault/account [NAME=VALUE]…
          btapi get vault/account ID
          btapi add vault/account
          btapi update vault/account ID
          btapi delete vault/account ID

        Filters:
          per_page          whole number, 5 to 100
          current_page      whole number, 1 or more
          type              one of username_password, ssh, ssh_ca, windows_local, windows_domain,
                            opaque_token, x509_ca, x509_csr, aws_secret, password_safe · pra only
          type              one of username_password, ssh, ssh_ca, windows_local, windows_domain,
                            opaque_token, aws_secret, password_safe · rs only
          name              text, 1 to 255 letters
          include_personal  true or false
          account_group_id  whole number, 1 or more
          endpoint_id       whole number, 1 or more

        Fields:
          id                       whole number, 1 or more · read-only
          type                     one of username_password, opaque_token, ssh, ssh_ca, x509_ca, x509_csr
                                   · required · pra only
          type                     one of username_password, opaque_token, ssh, ssh_ca · required · rs only
          name                     text, 1 to 255 letters · required
          description              text, up to 4096 letters
          personal                 true or false · read-only · not of type x509_ca, x509_csr
          owner_user_id            whole number, 1 or more · read-only · not of type x509_ca, x509_csr
          account_group_id         whole number, 1 or more · default 1 · not of type x509_ca, x509_csr
          account_policy           text, 1 to 64 letters · may be null · not of type x509_ca, x509_csr
          username                 text, 1 to 255 letters · required · of type username_password, ssh,
                                   ssh_ca · pra only
          username                 text, 1 to 255 letters · required · not of type opaque_token · rs only
          password                 text, 1 to 255 letters · required · never shown · of type
                                   username_password
          last_checkout_timestamp  time (RFC 3339) · read-only · not of type x509_ca, x509_csr
          token                    text, 1 to 4096 letters · required · never shown · of type opaque_token
          public_key               text, 1 to 4096 letters · read-only · of type ssh, ssh_ca
          private_key              text, 1 to 4096 letters · required · never shown · of type ssh, ssh_ca
          private_key_passphrase   text, 1 to 1024 letters · never shown · of type ssh, ssh_ca
          private_key_public_cert  text, 1 to 4096 letters · may be null · of type ssh, ssh_ca
          x509_key                 text, 1 to 4096 letters · required · never shown · of type x509_ca
                                   · pra only
          x509_key_passphrase      text, 1 to 1024 letters · never shown · of type x509_ca · pra only
          x509_cert                text, 1 to 4096 letters · required · of type x509_ca · pra only
          x509_cert                text, 1 to 4096 letters · read-only · of type x509_ca · pra only
          subject                  text, 1 to 255 letters · required · of type x509_ca, x509_csr · pra only
          ttl                      one of 365, 730, 1095, 1825, 3650, 7300 · required · of type x509_ca
                                   · pra only
          ttl                      one of 60, 120, 300, 1800, 3600, 10800, 28800, 86400 · required · of type
                                   x509_csr · pra only
          key_algorithm            one of rsa_2048, rsa_3072, rsa_4096, ecc_secp384r1 · required · of type
                                   x509_ca, x509_csr · pra only
          cert_digest_algorithm    one of sha256, sha384, sha512 · required · of type x509_ca, x509_csr
                                   · pra only
          parent_x509              whole number, 1 or more · required · of type x509_csr · pra only
          arn                      text, up to 4096 letters · read-only · of type aws_secret
          aws_organization_id      text, up to 4096 letters · read-only · of type aws_secret
          tags                     list of: object · read-only · default null · of type aws_secret
          sid                      text, 1 to 128 letters · read-only · of type windows_local
          endpoint_id              whole number, 1 or more · read-only · of type windows_local
          is_management            true or false · read-only · of type windows_domain
          unique_id                text · read-only · of type windows_domain
          distinguished_name       text · read-only · of type windows_domain
          sam_account_name         text · read-only · of type windows_domain
          service_principal_name   text · read-only · of type windows_domain
          azure_ad_object_id       text · read-only · of type windows_domain

        Below:
          vault/account/{id}/check-in
          vault/account/{id}/check-out
          vault/account/{id}/force-check-in
          vault/account/{id}/jump-item-association
          vault/account/{id}/rotate
          vault/account/{id}/user
    "#]],
    );
}

#[test]
fn special_operations_have_input_and_answer() {
    check(
        "explain vault/account/5/check-out",
        expect![[r#"
        exit 0
        --- stdout
        vault/account/{id}/check-out  (Privileged Remote Access, Remote Support)

        Commands:
          btapi post vault/account/{id}/check-out

        Answer:
          username            text, 1 to 255 letters
          type                one of username_password, ssh, ssh_ca, windows_local, windows_domain,
                              opaque_token, aws_secret
          password            text, 1 or more letters · secret
          private_key         text, 1 or more letters · secret
          signed_public_cert  text, 1 or more letters
          token               text, 1 or more letters · secret
    "#]],
    );
    check(
        "explain jump-client/{id}/copy",
        expect![[r#"
            exit 0
            --- stdout
            jump-client/{id}/copy  (Privileged Remote Access, Remote Support)

            Commands:
              btapi copy jump-client ID

            Input:
              jump_group_id    whole number, 1 or more · required
              jump_group_type  one of shared, personal · required
              name             text, 1 to 128 letters · required

            Answer:
              action   text
              success  text
              destId   whole number, 1 or more
        "#]],
    );
    check(
        "explain openapi.yaml",
        expect![[r#"
        exit 0
        --- stdout
        openapi.yaml  (Privileged Remote Access, Remote Support)

        Commands:
          btapi download openapi.yaml
    "#]],
    );
}

#[test]
fn a_field_is_explained_with_what_it_holds() {
    check(
        "explain jump-item/shell-jump.terminal",
        expect![[r#"
        exit 0
        --- stdout
        jump-item/shell-jump.terminal
          one of xterm, VT100 · default "xterm"
    "#]],
    );
    check(
        "explain endpoint-automation/job.operating_system",
        expect![[r#"
        exit 0
        --- stdout
        endpoint-automation/job.operating_system
          one of Windows, Linux, Mac · required
    "#]],
    );
    check(
        "explain jump-policy.schedule",
        expect![[r#"
        exit 5
        --- stderr
        btapi: jump-policy has no field `schedule`
        btapi: hint: `btapi explain jump-policy` lists what there is
    "#]],
    );
}

#[test]
fn what_is_not_known_gets_a_suggestion() {
    check(
        "explain jumpgroup",
        expect![[r#"
        exit 5
        --- stderr
        btapi: `jumpgroup` is not known here
        btapi: hint: did you mean `jump-group`?
    "#]],
    );
    check(
        "explain jump-group.nmae",
        expect![[r#"
        exit 5
        --- stderr
        btapi: jump-group has no field `nmae`
        btapi: hint: did you mean `name`?
    "#]],
    );
    check(
        "explain jump-group.colour",
        expect![[r#"
        exit 5
        --- stderr
        btapi: jump-group has no field `colour`
        btapi: hint: `btapi explain jump-group` lists what there is
    "#]],
    );
    check(
        "explain jump-group.name.x",
        expect![[r#"
        exit 5
        --- stderr
        btapi: jump-group.name has no field `x`
        btapi: hint: `btapi explain jump-group` lists what there is
    "#]],
    );
    check(
        "explain public-portal --product pra",
        expect![[r#"
        exit 5
        --- stderr
        btapi: `public-portal` is not known here
        btapi: hint: `btapi resources` lists what is
    "#]],
    );
}

#[test]
fn every_known_path_can_be_explained() {
    let resources: Vec<Value> =
        serde_json::from_str(&Run::new(BTAPI, None).args(["resources", "-o", "json"]).stdout()).unwrap();
    assert!(resources.len() > 60);
    // Each is a process of its own: some will do.
    for resource in resources.iter().step_by(9) {
        let path = resource["path"].as_str().unwrap();
        let page = Run::new(BTAPI, None).args(["explain", path]).stdout();
        assert!(page.starts_with(path) && page.contains("\nCommands:\n  btapi "), "{page}");
    }
}
