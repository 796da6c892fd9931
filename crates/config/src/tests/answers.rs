//! How answers are read.

use bt_sra_core::{Error, ErrorKind, ExposeSecret};

use super::Script;
use crate::pra::{
    self, EndpointAutomationJobId, GroupPolicyId, JumpClientId, JumpGroupId, JumpGroupRef, JumpGroupType,
    JumpItemRef, JumpPolicyId, JumpointId, LdapSecurityProviderEncryption,
    NetworkTunnelJumpFilterRuleIpAddresses, NetworkTunnelJumpFilterRulePorts, NetworkTunnelJumpId,
    RemoteRdpJumpId, SecurityProviderDetails, SecurityProviderId, ShellJumpId, UserId, VaultAccountDetails,
    VaultAccountId, VaultX509ClientAccountTtl, VendorId,
};
use crate::rs;
use crate::{Answer, Call};

async fn read<T: Answer>(body: &str, call: impl FnOnce(&pra::Config) -> Call<T>) -> Result<T, Error> {
    let script = Script::default();
    script.answer(200, body, &[]);
    call(&script.pra()).send().await
}

const SHELL_JUMP: &str =
    r#"{"id":4,"name":"web","jumpoint_id":3,"hostname":"192.0.2.1","protocol":"ssh","jump_group_id":2"#;

async fn shell_jump(rest: &str) -> Result<pra::ShellJump, Error> {
    read(&format!("{SHELL_JUMP}{rest}}}"), |config| config.shell_jumps().get(ShellJumpId::new(4))).await
}

#[tokio::test]
async fn absent_and_null_members_are_none() {
    let item = shell_jump(r#","tag":null,"port":22"#).await.unwrap();
    assert_eq!((item.id, item.port, item.tag, item.comments), (ShellJumpId::new(4), Some(22), None, None));
}

#[tokio::test]
async fn unknown_members_are_skipped_and_unknown_values_kept() {
    let item = shell_jump(r#","new_member":{"a":[1]},"terminal":"vt52""#).await.unwrap();
    assert_eq!(item.terminal.unwrap().as_str(), "vt52");
}

#[tokio::test]
async fn an_empty_text_for_an_enum_is_not_set() {
    let body = r#"{"id":1,"name":"a","jumpoint_id":1,"hostname":"h","jump_group_id":1,"secure_app_type":"","quality":""}"#;
    let item = read(body, |config| config.remote_rdp_jumps().get(RemoteRdpJumpId::new(1))).await.unwrap();
    assert_eq!((item.secure_app_type, item.quality), (None, None));
}

#[tokio::test]
async fn a_pair_is_read_together() {
    let item = shell_jump("").await.unwrap();
    assert_eq!(item.jump_group(), JumpGroupRef::Shared(JumpGroupId::new(2)));
    let item = shell_jump(r#","jump_group_type":"personal""#).await.unwrap();
    assert_eq!(item.jump_group_type, Some(JumpGroupType::Personal));
    assert_eq!(item.jump_group(), JumpGroupRef::Personal(UserId::new(2)));
    let item = shell_jump(r#","jump_group_type":"vendor""#).await.unwrap();
    assert_eq!(item.jump_group(), JumpGroupRef::Other { kind: "vendor".to_owned(), id: 2 });
    let body = r#"{"filter_type":"criteria","jump_items":[{"id":3,"type":"web_jump"}]}"#;
    let account = VaultAccountId::new(1);
    let found =
        read(body, |config| config.vault_accounts().jump_item_association(account).get()).await.unwrap();
    let items = found.jump_items.unwrap();
    assert_eq!(items[0].jump_item(), JumpItemRef::WebJump(pra::WebJumpId::new(3)));
}

#[tokio::test]
async fn a_missing_member_is_named() {
    let error =
        read(r#"{"id":4}"#, |config| config.shell_jumps().get(ShellJumpId::new(4))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.operation(), Some("shell-jump get"));
    assert!(error.to_string().contains("missing field `name`"), "{error}");
    let body = r#"{"type":"opaque_token","id":1}"#;
    let error = read(body, |config| config.vault_accounts().get(VaultAccountId::new(1))).await.unwrap_err();
    assert!(error.to_string().contains("missing field `name`"), "{error}");
}

#[tokio::test]
async fn a_wrong_type_is_told_without_the_value() {
    let body = r#"{"type":"opaque_token","id":"hunter2","name":"x"}"#;
    let error = read(body, |config| config.vault_accounts().get(VaultAccountId::new(1))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
    assert!(error.to_string().contains("expected i64 in `id`"), "{error}");
    let body = r#"{"id":1,"name":"x","jumpoint_id":"hunter2"}"#;
    let error = read(body, |config| config.shell_jumps().get(ShellJumpId::new(1))).await.unwrap_err();
    assert!(error.to_string().contains("in `jumpoint_id` at line 1, column"), "{error}");
}

#[tokio::test]
async fn an_answer_that_nothing_documents_cannot_make_what_was_done_a_failure() {
    let create = |body: &'static str| async move {
        let jumpoint = JumpointId::new(3);
        read(body, |config| config.group_policies().jumpoints(GroupPolicyId::new(2)).create(jumpoint)).await
    };
    assert!(create(r#"{"jumpoint_id":3}"#).await.unwrap().is_some());
    for body in ["", " ", "null", "[]", "[3]", r#"{"jumpoint_id":"x"}"#] {
        assert!(create(body).await.unwrap().is_none(), "{body}");
    }
    assert_eq!(create("<html>").await.unwrap_err().kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn every_kind_of_account_becomes_its_type() {
    let get = |body: String| async move {
        read(&body, |config| config.vault_accounts().get(VaultAccountId::new(1))).await.unwrap()
    };
    let account = |kind: &str, rest: &str| format!(r#"{{"id":1,"name":"n","type":"{kind}"{rest}}}"#);
    let user = r#","username":"u""#;
    let x509 =
        r#","subject":"CN=x","ttl":"3600","key_algorithm":"rsa_2048","cert_digest_algorithm":"sha256""#;
    let cases = [
        (account("username_password", user), "UsernamePassword"),
        (account("opaque_token", ""), "Token"),
        (account("ssh", user), "Ssh"),
        (account("ssh_ca", user), "Ssh"),
        (account("x509_ca", r#","x509_cert":"PEM""#), "X509ImportedCa"),
        (account("x509_ca", ""), "Other"),
        (account("x509_ca", &format!(r#","x509_cert":"PEM"{x509}"#)), "X509GeneratedCa"),
        (account("x509_csr", &format!(r#","parent_x509":3{x509}"#)), "X509Client"),
        (account("aws_secret", ""), "AwsSecret"),
        (account("password_safe", ""), "PasswordSafe"),
        (account("windows_local", user), "Local"),
        (account("windows_domain", user), "Domain"),
        (account("carrier_pigeon", r#","secret":"hunter2""#), "Other"),
    ];
    for (body, expected) in cases {
        let found = get(body.clone()).await;
        let shown = format!("{found:?}");
        assert!(shown.starts_with(&format!("{expected}(")), "{body} is {shown}");
        assert!(!shown.contains("hunter2"));
        assert_eq!(found.id(), (expected != "Other").then_some(VaultAccountId::new(1)));
    }
    let VaultAccountDetails::X509Client(found) =
        get(account("x509_csr", &format!(r#","parent_x509":3{x509}"#))).await
    else {
        panic!("another kind")
    };
    // The number came inside a text.
    assert_eq!(found.ttl, VaultX509ClientAccountTtl::N3600);
    let VaultAccountDetails::Other(found) = get(account("carrier_pigeon", "")).await else {
        panic!("another kind")
    };
    assert_eq!(found.kind(), Some("carrier_pigeon"));
    assert!(found.to_text().contains("\"name\":\"n\""));
}

#[tokio::test]
async fn security_providers_are_told_apart_by_their_kind() {
    let script = Script::default();
    for (kind, expected) in [
        ("ldap", "Ldap("),
        ("saml", "Saml("),
        ("scim", "Scim("),
        ("local", "Local("),
        ("radius", "Radius("),
        ("kerberos", "Kerberos("),
        ("oidc", "Other("),
    ] {
        script.answer(200, &format!(r#"{{"id":2,"type":"{kind}","encryption":1}}"#), &[]);
        let found = script.pra().security_providers().get(SecurityProviderId::new(2)).send().await.unwrap();
        assert!(format!("{found:?}").starts_with(expected), "{kind}: {found:?}");
        if let SecurityProviderDetails::Ldap(found) = found {
            assert_eq!(found.encryption, Some(LdapSecurityProviderEncryption::N1));
        }
    }
    for (kind, expected) in [("oidc", "Oidc("), ("saml_portal", "SamlForPublicPortals("), ("ldap", "Other(")]
    {
        script.answer(200, &format!(r#"{{"id":2,"type":"{kind}"}}"#), &[]);
        let found = script.rs().security_providers().get(SecurityProviderId::new(2)).send().await.unwrap();
        assert!(format!("{found:?}").starts_with(expected), "{kind}: {found:?}");
    }
}

#[tokio::test]
async fn shapes_without_a_kind_are_told_apart_by_their_members() {
    let rules = r#"{"ip_addresses":{"cidr":"192.0.2.0/24"},"ports":{"range":{"start":1,"end":9}}},
        {"ip_addresses":{"range":{"start":"192.0.2.1","end":"192.0.2.9"}},"ports":{"list":[22]}},
        {"ip_addresses":{"list":["192.0.2.1"]}},{"ip_addresses":{"anything":true},"ports":"any"}"#;
    let body = format!(r#"{{"id":1,"name":"n","jumpoint_id":1,"jump_group_id":1,"filter_rules":[{rules}]}}"#);
    let item =
        read(&body, |config| config.network_tunnel_jumps().get(NetworkTunnelJumpId::new(1))).await.unwrap();
    let [cidr, range, list, other] = item.filter_rules.as_slice() else { panic!("four rules") };
    assert!(
        matches!(&cidr.ip_addresses, NetworkTunnelJumpFilterRuleIpAddresses::Cidr(found) if found.cidr == "192.0.2.0/24")
    );
    assert!(
        matches!(&cidr.ports, Some(NetworkTunnelJumpFilterRulePorts::Range(found)) if found.range.end == 9)
    );
    assert!(matches!(&range.ip_addresses, NetworkTunnelJumpFilterRuleIpAddresses::Range(_)));
    assert!(matches!(&range.ports, Some(NetworkTunnelJumpFilterRulePorts::List(_))));
    assert!(matches!(&list.ip_addresses, NetworkTunnelJumpFilterRuleIpAddresses::List(_)));
    assert!(matches!(&other.ip_addresses, NetworkTunnelJumpFilterRuleIpAddresses::Other(_)));
    // What is not known goes back as it came.
    let sent = serde_json::to_value(&item).unwrap();
    assert_eq!(sent["filter_rules"][3]["ports"], "any");
}

#[tokio::test]
async fn numbers_and_texts_may_share_a_list() {
    let script = Script::default();
    script.answer(200, r#"{"id":1,"name":"t","public_portal_ids":["all",3,true]}"#, &[]);
    let team = script.rs().teams().get(rs::TeamId::new(1)).send().await.unwrap();
    let [text, number, other] = &team.public_portal_ids.unwrap()[..] else { panic!("three ids") };
    assert!(matches!(text, rs::TeamPublicPortalId::Text(text) if text == "all"));
    assert!(matches!(number, rs::TeamPublicPortalId::Number(3)));
    assert!(matches!(other, rs::TeamPublicPortalId::Other(_)));
}

#[tokio::test]
async fn an_answer_that_may_be_empty_is_none_then() {
    let (vendor, user) = (VendorId::new(1), UserId::new(2));
    let found = read("", |config| config.vendors().users(vendor).get(user)).await.unwrap();
    assert!(found.is_none());
    let body = r#"{"id":2,"username":"u","public_display_name":"U","email_address":"u@example.com"}"#;
    let found = read(body, |config| config.vendors().users(vendor).get(user)).await.unwrap().unwrap();
    assert_eq!(found.id, user);
    let error = read("{", |config| config.vendors().users(vendor).get(user)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn where_no_answer_is_meant_any_will_do() {
    for body in ["", "{}", "<html>", "null"] {
        read(body, |config| config.vault_accounts().check_in(VaultAccountId::new(1))).await.unwrap();
    }
}

#[tokio::test]
async fn a_checked_out_credential_is_readable_on_purpose_only() {
    let body = r#"{"username":"root","type":"username_password","password":"hunter2"}"#;
    let found = read(body, |config| config.vault_accounts().check_out(VaultAccountId::new(1))).await.unwrap();
    assert!(!format!("{found:?}").contains("hunter2"));
    assert_eq!(found.password.unwrap().expose_secret(), "hunter2");
    assert!(found.private_key.is_none());
}

#[tokio::test]
async fn names_in_camel_case_are_read() {
    let body = r#"{"action":"copy","success":"1","destId":7}"#;
    let copy = pra::CopyJumpItem::new("copy", JumpGroupId::new(2));
    let found = read(body, |config| config.jump_clients().copy(JumpClientId::new(1), copy)).await.unwrap();
    assert_eq!((found.success.as_deref(), found.dest_id), (Some("1"), Some(7)));
}

#[tokio::test]
async fn one_object_for_a_list_is_a_list_of_one() {
    let script = Script::default();
    let job = EndpointAutomationJobId::new(1);
    for (body, count) in
        [(r#"{"state":"done","exit_code":0}"#, 1), (r#"[{"state":"done"},{}]"#, 2), ("[]", 0)]
    {
        script.answer(200, body, &[]);
        let page = script.pra().endpoint_automation_jobs().executions(job).send().await.unwrap();
        assert_eq!(page.items.len(), count);
    }
}

#[tokio::test]
async fn a_refusal_keeps_status_and_field_errors() {
    let script = Script::default();
    script.answer(422, r#"{"message":"Validation Failed","errors":{"code_name":["taken"]}}"#, &[]);
    let error = script.pra().jumpoints().delete(JumpointId::new(1)).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Appliance);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(422));
    assert_eq!(error.field_errors()["code_name"], ["taken"]);
    assert_eq!(error.operation(), Some("jumpoint delete"));
}

#[tokio::test]
async fn a_download_is_saved_under_the_name_of_the_appliance() {
    let script = Script::default();
    let folder = std::env::temp_dir().join(format!("bt-sra-config-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    script.answer(200, "#!/bin/sh\n", &[("content-disposition", "attachment; filename=\"../install.sh\"")]);
    let saved = script.pra().jumpoints().installer(JumpointId::new(3)).save(&folder).await.unwrap();
    assert_eq!(saved.path, folder.join("install.sh"));
    assert_eq!(saved.size, 10);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn a_schedule_that_is_no_list_is_read_as_what_it_is() {
    let body = r#"{"timezone":"Europe/Vienna","entries":[{"start_day":1,"start_time":"08:00"}]}"#;
    let found = read(body, |config| config.jump_policies().schedule(JumpPolicyId::new(1))).await.unwrap();
    assert_eq!(found.entries.unwrap()[0].start_time.as_deref(), Some("08:00"));
}
