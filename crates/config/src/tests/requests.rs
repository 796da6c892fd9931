//! What is sent: method, path, query and body.

use bt_sra_core::{ErrorKind, Patch, SecretString, Timestamp};
use http::Method;

use super::Script;
use crate::pra::{
    self, AccountJumpItemAssociationCriteria, AccountJumpItemAssociationFilterType, CliPlatform,
    CopyJumpItem, GroupPolicyId, JumpClientInstallerPlatform, JumpGroupId, JumpGroupRef, JumpGroupType,
    JumpItemRef, JumpPolicyId, JumpointId, KeyAlgorithm, NetworkTunnelJumpFilterRule,
    NetworkTunnelJumpFilterRuleIpAddressCidr, NetworkTunnelJumpFilterRulePortList,
    NewAccountJumpItemAssociation, NewNetworkTunnelJump, NewShellJump, NewUser, NewVaultSshAccount,
    NewVaultTokenAccount, NewVaultX509ClientAccount, Protocol, RemoteRdpJumpId, RequestJumpApproval,
    ShellJumpId, ShellJumpPatch, UserGroupPolicyChanges, UserId, UserPatch, VaultAccountId,
    VaultAccountPatch, VaultAccountType, VaultEndpointId, VaultSshAccountType, VaultTokenAccountPatch,
    VaultX509ClientAccountTtl, VendorId,
};
use crate::rs;
use crate::{Answer, Call};

/// Sends a call that is answered with an error, and returns what was sent.
async fn sent<T: Answer>(call: impl FnOnce(&pra::Config) -> Call<T>) -> String {
    let script = Script::default();
    script.answer(404, "", &[]);
    assert!(call(&script.pra()).send().await.is_err());
    script.seen().join("\n")
}

#[tokio::test]
async fn creating_sends_what_is_set_and_nothing_else() {
    let (group, jumpoint) = (JumpGroupId::new(2), JumpointId::new(3));
    let new = NewShellJump::new("web 7", "198.51.100.7", jumpoint, group, Protocol::Ssh).tag("i-0abc");
    assert_eq!(
        sent(|config| config.shell_jumps().create(new)).await,
        r#"POST /jump-item/shell-jump {"name":"web 7","jumpoint_id":3,"hostname":"198.51.100.7","protocol":"ssh","jump_group_id":2,"jump_group_type":"shared","tag":"i-0abc"}"#
    );
}

#[tokio::test]
async fn changing_tells_absent_from_null_from_a_value() {
    let patch = ShellJumpPatch::new()
        .jump_policy_id(Patch::Null)
        .session_policy_id(pra::SessionPolicyId::new(9))
        .comments("")
        .jump_group(JumpGroupRef::Personal(UserId::new(5)));
    assert_eq!(
        sent(|config| config.shell_jumps().update(ShellJumpId::new(4), patch)).await,
        r#"PATCH /jump-item/shell-jump/4 {"jump_group_id":5,"jump_group_type":"personal","comments":"","jump_policy_id":null,"session_policy_id":9}"#
    );
    assert_eq!(
        sent(|config| config.shell_jumps().update(ShellJumpId::new(4), ShellJumpPatch::new())).await,
        "PATCH /jump-item/shell-jump/4 {}"
    );
    let patch = UserPatch::new().password_expiration(Timestamp::UNIX_EPOCH).password("hunter2");
    assert_eq!(
        sent(|config| config.users().update(UserId::new(1), patch)).await,
        r#"PATCH /user/1 {"password":"hunter2","password_expiration":"1970-01-01T00:00:00+00:00"}"#
    );
}

#[tokio::test]
async fn ids_on_the_way_stand_in_the_order_of_the_path() {
    let (group, user) = (JumpGroupId::new(4), UserId::new(7));
    assert_eq!(
        sent(|config| config.jump_groups().users(group).delete(user)).await,
        "DELETE /jump-group/4/user/7"
    );
    let (vendor, policy) = (VendorId::new(8), GroupPolicyId::new(9));
    assert_eq!(
        sent(|config| config.vendors().users(vendor).reactivate(user)).await,
        "POST /vendor/8/user/7/reactivate"
    );
    assert_eq!(
        sent(|config| config.group_policies().jumpoints(policy).create(JumpointId::new(3))).await,
        r#"POST /group-policy/9/jumpoint {"jumpoint_id":3}"#
    );
}

#[tokio::test]
async fn a_body_of_one_field_is_an_argument() {
    let account = VaultAccountId::new(6);
    let association = move |config: &pra::Config| config.vault_accounts().jump_item_association(account);
    assert_eq!(
        sent(|config| association(config).shared_jump_groups().delete(JumpGroupId::new(2))).await,
        r#"DELETE /vault/account/6/jump-item-association/shared-jump-group {"shared_jump_group_id":2}"#
    );
    assert_eq!(
        sent(|config| association(config).jump_items().delete(ShellJumpId::new(5))).await,
        r#"DELETE /vault/account/6/jump-item-association/jump-item {"id":5,"type":"shell_jump"}"#
    );
    assert_eq!(
        sent(|config| config.users().provision([UserId::new(1), UserId::new(2)])).await,
        r#"POST /user/provision {"user_ids":[1,2]}"#
    );
    assert_eq!(
        sent(|config| config.group_policies().copy(GroupPolicyId::new(3), "night shift")).await,
        r#"POST /group-policy/3/copy {"name":"night shift"}"#
    );
    let (endpoint, item) = (VaultEndpointId::new(4), RemoteRdpJumpId::new(11));
    assert_eq!(
        sent(|config| config.vault_endpoints().remote_rdp_jump_item_association(endpoint, item)).await,
        r#"POST /vault/endpoint/4/remote-rdp-jump-item-association {"id":11}"#
    );
}

#[tokio::test]
async fn a_copy_says_where_it_goes_and_what_it_is_called() {
    let id = ShellJumpId::new(4);
    let body = CopyJumpItem::new("copy", JumpGroupId::new(2));
    assert_eq!(
        sent(|config| config.shell_jumps().copy(id, body)).await,
        r#"POST /jump-item/shell-jump/4/copy {"jump_group_id":2,"jump_group_type":"shared","name":"copy"}"#
    );
}

#[tokio::test]
async fn one_of_several_types_is_sent_as_itself() {
    let account = NewVaultTokenAccount::new("ci", SecretString::from("hunter2")).description("pipeline");
    assert_eq!(
        sent(|config| config.vault_accounts().create(account)).await,
        r#"POST /vault/account {"type":"opaque_token","name":"ci","token":"hunter2","description":"pipeline"}"#
    );
    let account = NewVaultSshAccount::new("deploy", "root", "KEY", VaultSshAccountType::SshCa);
    assert_eq!(
        sent(|config| config.vault_accounts().create(account)).await,
        r#"POST /vault/account {"type":"ssh_ca","name":"deploy","username":"root","private_key":"KEY"}"#
    );
    let account = NewVaultX509ClientAccount::new(
        "mail",
        "CN=mail",
        VaultAccountId::new(5),
        VaultX509ClientAccountTtl::N3600,
        KeyAlgorithm::EccSecp384r1,
        pra::CertDigestAlgorithm::Sha256,
    );
    assert_eq!(
        sent(|config| config.vault_accounts().create(account)).await,
        r#"POST /vault/account {"type":"x509_csr","name":"mail","parent_x509":5,"subject":"CN=mail","ttl":3600,"key_algorithm":"ecc_secp384r1","cert_digest_algorithm":"sha256"}"#
    );
    let patch = VaultAccountPatch::from(VaultTokenAccountPatch::new().token("t").account_policy(Patch::Null));
    assert_eq!(
        sent(|config| config.vault_accounts().update(VaultAccountId::new(5), patch)).await,
        r#"PATCH /vault/account/5 {"token":"t","account_policy":null}"#
    );
}

#[tokio::test]
async fn nested_values_are_sent_whole() {
    let rule =
        NetworkTunnelJumpFilterRule::new(NetworkTunnelJumpFilterRuleIpAddressCidr::new("192.0.2.0/24"))
            .ports(NetworkTunnelJumpFilterRulePortList::new().list([22, 443]))
            .protocol(pra::IpProtocol::Tcp);
    let new = NewNetworkTunnelJump::new("net", JumpointId::new(1), JumpGroupId::new(2), [rule]);
    assert_eq!(
        sent(|config| config.network_tunnel_jumps().create(new)).await,
        r#"POST /jump-item/network-tunnel-jump {"name":"net","jumpoint_id":1,"jump_group_id":2,"jump_group_type":"shared","filter_rules":[{"ip_addresses":{"cidr":"192.0.2.0/24"},"protocol":"TCP","ports":{"list":[22,443]}}]}"#
    );
    let criteria =
        AccountJumpItemAssociationCriteria::new().shared_jump_groups([JumpGroupId::new(2)]).tag(["prod"]);
    let new = NewAccountJumpItemAssociation::new(AccountJumpItemAssociationFilterType::Criteria)
        .criteria(criteria)
        .jump_items([JumpItemRef::from(ShellJumpId::new(1)), JumpItemRef::new("kiosk", 7)]);
    let account = VaultAccountId::new(6);
    assert_eq!(
        sent(|config| config.vault_accounts().jump_item_association(account).create(new)).await,
        r#"POST /vault/account/6/jump-item-association {"filter_type":"criteria","criteria":{"shared_jump_groups":[2],"tag":["prod"]},"jump_items":[{"id":1,"type":"shell_jump"},{"id":7,"type":"kiosk"}]}"#
    );
}

#[tokio::test]
async fn what_only_one_product_has_is_in_its_module() {
    let changes = UserGroupPolicyChanges::new().added([GroupPolicyId::new(1)]);
    assert_eq!(
        sent(|config| config.users().group_policy_changes(UserId::new(4), changes)).await,
        r#"PATCH /user/4/group-policy-changes {"added":[1]}"#
    );
    let request = RequestJumpApproval::new(UserId::new(4), ShellJumpId::new(3), 10, 60).reason("patching");
    assert_eq!(
        sent(|config| config.jump_approvals().request(request)).await,
        r#"POST /jump-approval/request {"user_id":4,"jump_item_type":"shell_jump","jump_item_id":3,"start":10,"duration":60,"reason":"patching"}"#
    );
    let script = Script::default();
    script.answer(404, "", &[]);
    let status = rs::NewRepStatus::new().name("lunch").display_as(rs::RepStatusDisplayAs::Away);
    assert!(script.rs().rep_statuses().create(status).send().await.is_err());
    assert_eq!(script.seen(), [r#"POST /rep-status {"name":"lunch","display_as":"away"}"#]);
}

#[tokio::test]
async fn filters_go_into_the_query_encoded_and_once() {
    let script = Script::default();
    script.answer(200, "[]", &[]);
    let list = script.pra().shell_jumps().list().tag("first").tag("a&b ü").per_page(50).current_page(2);
    list.jump_group(JumpGroupId::new(4)).jumpoint_id(JumpointId::new(1)).send().await.unwrap();
    assert_eq!(
        script.seen(),
        [
            "GET /jump-item/shell-jump?tag=a%26b%20%C3%BC&per_page=50&current_page=2&jump_group_id=4&jump_group_type=shared&jumpoint_id=1"
        ]
    );
    script.answer(200, "[]", &[]);
    let list = script.pra().vault_accounts().list().r#type(VaultAccountType::X509Csr).include_personal(true);
    list.send().await.unwrap();
    assert_eq!(script.seen()[1], "GET /vault/account?type=x509_csr&include_personal=true");
    script.answer(200, "[]", &[]);
    script.pra().jump_clients().list().jump_group_type(JumpGroupType::Personal).send().await.unwrap();
    assert_eq!(script.seen()[2], "GET /jump-client?jump_group_type=personal");
}

#[tokio::test]
async fn headers_say_what_is_sent_and_expected() {
    let script = Script::default();
    script.answer(204, "", &[]);
    script.pra().group_policies().provision(GroupPolicyId::new(1)).send().await.unwrap();
    assert_eq!(script.header("accept").as_deref(), Some("application/json"));
    assert_eq!(script.header("content-type"), None);
    script.answer(204, "", &[]);
    script.pra().users().provision([]).send().await.unwrap();
    assert_eq!(script.header("content-type").as_deref(), Some("application/json"));
    script.answer(200, "", &[]);
    script.pra().cli(CliPlatform::Linux).send().await.unwrap();
    assert_eq!(script.header("accept").as_deref(), Some("*/*"));
}

#[tokio::test]
async fn a_text_on_the_path_cannot_lead_elsewhere() {
    let script = Script::default();
    let installers = script.pra().jump_clients().installers();
    script.answer(200, "", &[]);
    installers.download("a/../b", JumpClientInstallerPlatform::Linux64).send().await.unwrap();
    assert_eq!(script.seen(), ["GET /jump-client/installer/a%2F..%2Fb/linux-64"]);
    let error = installers.download("..", JumpClientInstallerPlatform::Linux64).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(script.seen().len(), 1);
}

#[tokio::test]
async fn what_is_not_typed_can_be_called_raw() {
    let script = Script::default();
    script.answer(200, "{}", &[]);
    let body = Some(r#"{"a":1}"#.into());
    let raw = script.pra().raw(Method::POST, "/new-thing/4", [("q", "1 2")], body);
    assert_eq!(raw.send().await.unwrap().status(), 200);
    assert_eq!(script.seen(), [r#"POST /new-thing/4?q=1%202 {"a":1}"#]);
    let raw = script.pra().raw(Method::GET, "/../../login", [("", ""); 0], None);
    assert_eq!(raw.send().await.unwrap_err().kind(), ErrorKind::InvalidRequest);
}

#[test]
fn what_is_built_can_be_moved_into_a_task() {
    fn check<T: Clone + Send + Sync + std::fmt::Debug + 'static>(_: &T) {}
    fn check_future<F: Future + Send + 'static>(_: &F) {}
    let config = Script::default().pra();
    check(&config);
    let call = config.shell_jumps().get(ShellJumpId::new(1));
    check(&call);
    check_future(&call.send());
    let list = config.shell_jumps().list();
    check(&list);
    check_future(&list.clone().send());
    let mut items = list.items();
    check_future(&async move { items.try_next().await });
    check(&NewUser::new("Ada"));
    let policy = Patch::from(JumpPolicyId::new(1));
    check(&ShellJumpPatch::new().jump_policy_id(policy));
}
