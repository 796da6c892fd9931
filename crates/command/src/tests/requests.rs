//! Every call as the bytes that it sends.

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use bt_sra_core::ErrorKind;
use bt_sra_transport::api::offline;
use bt_sra_xml_model::{ClientId, Lsid, RepresentativeId, TeamId};
use expect_test::{Expect, expect};

use crate::actions::XmlAction;
use crate::pra::{self, SecureApp};
use crate::rs::{self, Command};
use crate::{
    ACTIONS, Call, Chat, ClientFilter, Leaver, NewFailoverRole, Priority, Queue, Rep, SessionVoice,
    TeamVoice, TransferTo, Visitor,
};

fn rs() -> Command {
    Command::new(offline())
}

fn pra() -> pra::Command {
    pra::Command::new(offline())
}

fn lsid() -> Lsid {
    Lsid::new("0f0e0d0c0b0a09080706050403020100")
}

fn mira() -> Rep {
    Rep::Username("mira".to_owned())
}

/// Compares the form in the body; all else is the same for every call.
#[track_caller]
fn check<A: XmlAction>(call: &Call<A>, expected: Expect) {
    let request = call.request().unwrap();
    assert_eq!((request.method().as_str(), request.uri().to_string().as_str()), ("POST", "/api/command"));
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(request.headers()["accept"], "text/xml, application/xml;q=0.9");
    assert_eq!(request.headers().len(), 2);
    let form = String::from_utf8(request.body().to_vec()).unwrap();
    expected.assert_eq(&form);
    // What is sent is what the table describes.
    let mut pairs = form.split('&').map(|pair| pair.split_once('=').unwrap());
    let (first, name) = pairs.next().unwrap();
    assert_eq!(first, "action");
    let action = ACTIONS.iter().find(|action| action.name == name).unwrap();
    let names: Vec<&str> = pairs.map(|(name, _)| name).collect();
    for name in &names {
        assert!(action.parameter(name).is_some(), "{name} is not in the table of {}", action.name);
    }
    for parameter in action.parameters.iter().filter(|parameter| parameter.need == crate::Need::Required) {
        assert!(names.contains(&parameter.name), "{} is missing", parameter.name);
    }
    let by_get = call.clone().by_get().request().unwrap();
    assert_eq!(by_get.method(), "GET");
    assert_eq!(by_get.uri().to_string(), format!("/api/command?{form}"));
    assert!(by_get.body().is_empty() && !by_get.headers().contains_key("content-type"));
}

#[test]
fn actions_of_both_products() {
    check(&pra().get_api_info(), expect!["action=get_api_info"]);
    check(&pra().check_health(), expect!["action=check_health"]);
    check(
        &pra().set_failover_role(NewFailoverRole::Primary),
        expect!["action=set_failover_role&role=primary"],
    );
    check(
        &rs().set_failover_role(NewFailoverRole::Backup).data_sync_first(),
        expect!["action=set_failover_role&role=backup&data_sync_first=1"],
    );
    check(
        &rs().set_failover_role(NewFailoverRole::BackupByForce),
        expect!["action=set_failover_role&role=backup&force=1"],
    );
    check(&pra().get_logged_in_reps(), expect!["action=get_logged_in_reps"]);
    check(
        &pra().get_session_attributes(&lsid()),
        expect!["action=get_session_attributes&lsid=0f0e0d0c0b0a09080706050403020100"],
    );
    check(
        &pra()
            .set_session_attributes(&lsid())
            .external_key("INC-1 & 2=3 ü+%")
            .custom("cost_center", "")
            .custom("cost_center", "77"),
        expect![
            "action=set_session_attributes&lsid=0f0e0d0c0b0a09080706050403020100&session.custom.external_key=INC-1%20%26%202%3D3%20%C3%BC%2B%25&session.custom.cost_center=77"
        ],
    );
    check(
        &rs().terminate_session(&lsid()),
        expect!["action=terminate_session&lsid=0f0e0d0c0b0a09080706050403020100"],
    );
}

#[test]
fn connected_clients() {
    check(&pra().get_connected_client_list(), expect!["action=get_connected_client_list"]);
    check(
        &rs()
            .get_connected_client_list()
            .kinds([ClientFilter::Representative, ClientFilter::PushAgent])
            .summary_only(),
        expect!["action=get_connected_client_list&type=representative%2Cpush_agent&summary_only=1"],
    );
    let ids = ["8c1f", "8c20"].map(ClientId::new);
    check(
        &pra()
            .get_connected_clients()
            .kinds([ClientFilter::SupportCustomer, ClientFilter::PresentationAttendee])
            .ids(&ids)
            .include_connections(),
        expect![
            "action=get_connected_clients&type=support_customer%2Cpresentation_attendee&id=8c1f%2C8c20&include_connections=1"
        ],
    );
}

#[test]
fn people_and_teams_of_remote_support() {
    check(&rs().get_appliances(), expect!["action=get_appliances"]);
    check(
        &rs().set_rep_status(RepresentativeId::new(7), "away"),
        expect!["action=set_rep_status&user_id=7&status=away"],
    );
    check(&rs().logout_rep(RepresentativeId::new(7)), expect!["action=logout_rep&user_id=7"]);
    check(&rs().get_support_teams(), expect!["action=get_support_teams"]);
    check(&rs().get_support_teams().show_members(), expect!["action=get_support_teams&showmembers=1"]);
}

#[test]
fn session_keys_for_every_queue() {
    let key = |queue: Queue| rs().generate_session_key(&queue);
    check(&key(Queue::General), expect!["action=generate_session_key&type=support&queue_id=general"]);
    check(
        &key(Queue::Rep(RepresentativeId::new(1).into())),
        expect!["action=generate_session_key&type=support&queue_id=rep%3A1"],
    );
    check(
        &key(Queue::Rep(mira())),
        expect!["action=generate_session_key&type=support&queue_id=rep_username%3Amira"],
    );
    check(
        &key(Queue::Issue("printer".to_owned())),
        expect!["action=generate_session_key&type=support&queue_id=issue%3Aprinter"],
    );
    check(&key(Queue::Embassy(3)), expect!["action=generate_session_key&type=support&queue_id=embassy%3A3"]);
    check(
        &key(Queue::Team(TeamId::new(7)))
            .ttl(Duration::from_secs(3600))
            .external_key("INC-1")
            .custom("cost_center", "77")
            .priority(Priority::High)
            .skills(["linux", "network"])
            .url_hostname("help.example.net"),
        expect![
            "action=generate_session_key&type=support&queue_id=team%3A7&ttl=3600&session.custom.external_key=INC-1&session.custom.cost_center=77&session.priority=1&session.skills=linux%2Cnetwork&url_hostname=help.example.net"
        ],
    );
}

#[test]
fn virtual_customers() {
    let visitor = Visitor {
        name: "Ada".to_owned(),
        ip_address: IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7)),
        operating_system: "Plan 9".to_owned(),
        computer_name: "ada-1".to_owned(),
    };
    check(
        &rs()
            .create_virtual_customer("1234567", visitor)
            .locale("de")
            .chat_url()
            .public_site("help.example.net"),
        expect![
            "action=create_virtual_customer&short_key=1234567&name=Ada&ip_address=198.51.100.7&operating_system=Plan%209&computer_name=ada-1&locale=de&chat_url=1&public_site=help.example.net"
        ],
    );
}

#[test]
fn messages_of_every_voice() {
    let session = |voice| rs().send_chat_message(Chat::Session(lsid(), voice), "[b]hello[/b]");
    check(
        &session(SessionVoice::System),
        expect!["action=send_chat_message&lsid=0f0e0d0c0b0a09080706050403020100&body=%5Bb%5Dhello%5B%2Fb%5D"],
    );
    check(
        &session(SessionVoice::Customer),
        expect![
            "action=send_chat_message&lsid=0f0e0d0c0b0a09080706050403020100&impersonate=customer&body=%5Bb%5Dhello%5B%2Fb%5D"
        ],
    );
    check(
        &session(SessionVoice::Rep(mira())),
        expect![
            "action=send_chat_message&lsid=0f0e0d0c0b0a09080706050403020100&impersonate=rep_username%3Amira&body=%5Bb%5Dhello%5B%2Fb%5D"
        ],
    );
    let team = |voice| rs().send_chat_message(Chat::Team(TeamId::new(7), voice), "hello");
    check(&team(TeamVoice::System), expect!["action=send_chat_message&team_id=7&body=hello"]);
    check(
        &team(TeamVoice::Rep(RepresentativeId::new(1).into())),
        expect!["action=send_chat_message&team_id=7&impersonate=rep%3A1&body=hello"],
    );
    check(
        &team(TeamVoice::Private {
            from: RepresentativeId::new(1).into(),
            to: RepresentativeId::new(2).into(),
        }),
        expect!["action=send_chat_message&team_id=7&impersonate=rep%3A1&to_rep=2&body=hello"],
    );
    check(
        &team(TeamVoice::Private { from: mira(), to: mira() }),
        expect![
            "action=send_chat_message&team_id=7&impersonate=rep_username%3Amira&to_rep_username=mira&body=hello"
        ],
    );
}

#[test]
fn coming_and_going() {
    check(
        &rs().join_session(&lsid(), &RepresentativeId::new(7).into()),
        expect!["action=join_session&lsid=0f0e0d0c0b0a09080706050403020100&rep_id=7"],
    );
    check(
        &rs().join_session(&lsid(), &mira()),
        expect!["action=join_session&lsid=0f0e0d0c0b0a09080706050403020100&rep_username=mira"],
    );
    check(
        &rs().leave_session(&lsid(), &Leaver::Rep(mira())),
        expect!["action=leave_session&lsid=0f0e0d0c0b0a09080706050403020100&rep_username=mira"],
    );
    check(
        &rs().leave_session(&lsid(), &Leaver::Customer),
        expect!["action=leave_session&lsid=0f0e0d0c0b0a09080706050403020100&customer=1"],
    );
    check(
        &rs().leave_session(&lsid(), &Leaver::Both(RepresentativeId::new(7).into())),
        expect!["action=leave_session&lsid=0f0e0d0c0b0a09080706050403020100&rep_id=7&customer=1"],
    );
    check(
        &rs().transfer_session(&lsid(), &TransferTo::Rep(RepresentativeId::new(7).into())),
        expect!["action=transfer_session&lsid=0f0e0d0c0b0a09080706050403020100&queue_id=rep%3A7"],
    );
    check(
        &rs().transfer_session(&lsid(), &TransferTo::Team(TeamId::new(7))),
        expect!["action=transfer_session&lsid=0f0e0d0c0b0a09080706050403020100&queue_id=team%3A7"],
    );
}

#[test]
fn shortcuts_of_every_type() {
    use pra::JumpShortcut;
    let check_pra = |shortcut: JumpShortcut, expected| check(&pra().import_jump_shortcut(shortcut), expected);
    check_pra(
        JumpShortcut::new("web 7", "web", pra::LocalJump::new("web-7"))
            .tag("i-0abc")
            .comments("by hand")
            .jump_policy("approval")
            .session_policy("recorded")
            .tag("i-0def"),
        expect![
            "action=import_jump_shortcut&name=web%207&group=web&local_jump_hostname=web-7&comments=by%20hand&jump_policy=approval&session_policy=recorded&tag=i-0def"
        ],
    );
    check_pra(
        JumpShortcut::new("a", "g", pra::RemoteJump::new("h", "plant")),
        expect!["action=import_jump_shortcut&name=a&group=g&remote_jump_hostname=h&jumpoint=plant"],
    );
    check_pra(
        JumpShortcut::new("a", "g", pra::RemoteVnc::new("h", "plant").port(5901_u16)),
        expect!["action=import_jump_shortcut&name=a&group=g&remote_vnc_hostname=h&jumpoint=plant&port=5901"],
    );
    check_pra(
        JumpShortcut::new(
            "a",
            "g",
            pra::RemoteRdp::new("h", "plant")
                .rdp_username("ada")
                .domain("corp")
                .quality(pra::Quality::Lossless)
                .console()
                .ignore_untrusted()
                .session_forensics()
                .secure_app(SecureApp::RemoteApp { name: "calc".to_owned(), params: "/x".to_owned() })
                .target_system("t")
                .credential_type("c"),
        ),
        expect![
            "action=import_jump_shortcut&name=a&group=g&remote_rdp_hostname=h&jumpoint=plant&rdp_username=ada&domain=corp&quality=lossless&console=1&ignore_untrusted=1&session_forensics=1&secure_app_type=remote_app&remote_app_name=calc&remote_app_params=%2Fx&target_system=t&credential_type=c"
        ],
    );
    check_pra(
        JumpShortcut::new(
            "a",
            "g",
            pra::ShellJump::new("h", "plant", pra::ShellProtocol::Ssh)
                .port(2222_u16)
                .terminal(pra::ShellTerminal::Vt100)
                .keep_alive(30_u16),
        ),
        expect![
            "action=import_jump_shortcut&name=a&group=g&shelljump_hostname=h&jumpoint=plant&protocol=ssh&port=2222&terminal=VT100&keep_alive=30"
        ],
    );
    check_pra(
        JumpShortcut::new("a", "g", pra::WebJump::new("https://wiki.example.com/", "plant")),
        expect![
            "action=import_jump_shortcut&name=a&group=g&url=https%3A%2F%2Fwiki.example.com%2F&jumpoint=plant"
        ],
    );
    check_pra(
        JumpShortcut::new(
            "a",
            "g",
            pra::ProtocolTunnelJump::new("h", "plant").tcp_tunnels("auto->22").local_address("127.0.0.2"),
        ),
        expect![
            "action=import_jump_shortcut&name=a&group=g&protocol_tunnel_hostname=h&jumpoint=plant&tcp_tunnels=auto-%3E22&local_address=127.0.0.2"
        ],
    );
    let check_rs = |target: rs::JumpTarget, expected| {
        let shortcut = rs::JumpShortcut::new("a", "g", target)
            .session_policy_present("p")
            .session_policy_not_present("n")
            .public_portal("help.example.net");
        check(&rs().import_jump_shortcut(shortcut), expected);
    };
    check_rs(
        rs::LocalVnc::new("h").port(5901_u16).into(),
        expect![
            "action=import_jump_shortcut&name=a&group=g&local_vnc_hostname=h&port=5901&session_policy_present=p&session_policy_not_present=n&public_portal=help.example.net"
        ],
    );
    check_rs(
        rs::LocalRdp::new("h")
            .rdp_username("ada")
            .domain("d")
            .quality(rs::Quality::Low)
            .console()
            .ignore_untrusted()
            .into(),
        expect![
            "action=import_jump_shortcut&name=a&group=g&local_rdp_hostname=h&rdp_username=ada&domain=d&quality=low&console=1&ignore_untrusted=1&session_policy_present=p&session_policy_not_present=n&public_portal=help.example.net"
        ],
    );
    check_rs(
        rs::Vpro::new("h", "plant").into(),
        expect![
            "action=import_jump_shortcut&name=a&group=g&vpro_hostname=h&jumpoint=plant&session_policy_present=p&session_policy_not_present=n&public_portal=help.example.net"
        ],
    );
}

#[test]
fn what_is_not_typed_is_sent_all_the_same() {
    let call = rs().action("set_the_house_on_fire").param("where", "kitchen").param("where", "cellar");
    let request = call.request().unwrap();
    assert_eq!(request.body(), "action=set_the_house_on_fire&where=cellar");
    let call = rs().check_health().param("odd name", "1");
    assert_eq!(call.request().unwrap().body(), "action=check_health&odd%20name=1");
}

#[test]
fn what_would_be_another_request_is_refused() {
    let refused = |error: bt_sra_core::Error, expected: &str| {
        assert_eq!((error.kind(), error.to_string().as_str()), (ErrorKind::InvalidRequest, expected));
    };
    refused(
        rs().check_health().param("action", "logout_rep").request().unwrap_err(),
        "check_health: `action` is what the call is of, and no parameter to set",
    );
    let many: Vec<ClientId> = (0..101).map(|number| ClientId::new(number.to_string())).collect();
    assert!(pra().get_connected_clients().ids(&many[..100]).request().is_ok());
    refused(
        pra().get_connected_clients().ids(&many).request().unwrap_err(),
        "get_connected_clients: one call may ask for 100 clients at most",
    );
    refused(
        pra().get_connected_clients().ids([]).request().unwrap_err(),
        "get_connected_clients: an empty list asks for nothing",
    );
    refused(
        rs().generate_session_key(&Queue::General).ttl(Duration::from_millis(900)).request().unwrap_err(),
        "generate_session_key: a key cannot be valid for less than a second",
    );
    refused(
        rs().generate_session_key(&Queue::General).skills(["a,b"]).request().unwrap_err(),
        "generate_session_key: a comma cannot stand in an item of a list",
    );
}

#[test]
fn neither_a_call_nor_an_error_shows_values() {
    let call = rs().set_session_attributes(&lsid()).external_key("hunter2");
    let shown = format!("{call:?}");
    assert!(shown.contains("session.custom.external_key") && !shown.contains("hunter2"), "{shown}");
}
