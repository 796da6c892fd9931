//! The Command API of both products, with the typed client against the simulator.

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use bt_sra::command::model::command::{ClientKind, CommandPermission, FailoverRole};
use bt_sra::command::model::{Lsid, RepresentativeId};
use bt_sra::command::{
    Chat, ClientFilter, Health, Leaver, NewFailoverRole, Permissions, Priority, Queue, Rep, SessionVoice,
    TransferTo, Visitor,
};
use bt_sra::{Clock as _, ErrorKind, pra, rs};
use bt_sra_simulator::Appliance;
use serde_json::json;

use crate::in_process::World;

fn pra_site() -> (World, Appliance, pra::Client) {
    let world = World::default();
    let appliance = world.appliance(Appliance::pra().seed(7).items(20));
    let builder = pra::Client::builder("access.example.com").unwrap();
    let client = world.client(&appliance, builder).build().unwrap();
    (world, appliance, client)
}

fn rs_site() -> (World, Appliance, rs::Client) {
    let world = World::default();
    let appliance = world.appliance(Appliance::rs().seed(7).items(20));
    let builder = rs::Client::builder("support.example.com").unwrap();
    let client = world.client(&appliance, builder).build().unwrap();
    (world, appliance, client)
}

/// The id of a session that runs, by the appliance's own record.
fn running(appliance: &Appliance) -> Lsid {
    let found = appliance.control().sessions();
    let lsid = found["running"].as_array().unwrap()[0]["lsid"].as_str().unwrap().to_owned();
    Lsid::new(lsid)
}

/// What was said in a session that runs, by the appliance's own record.
fn said(appliance: &Appliance, session: &Lsid) -> Vec<String> {
    let found = appliance.control().sessions();
    let running = found["running"].as_array().unwrap();
    let session = running.iter().find(|found| found["lsid"] == session.as_str()).unwrap();
    let events = session["events"].as_array().unwrap().iter();
    events
        .filter(|event| event["what"] == "chat")
        .map(|event| event["text"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_chatbot_talks_to_a_representative_and_hands_over() {
    let (world, appliance, client) = rs_site();
    let command = client.command();
    world.run(async {
        let key = command
            .generate_session_key(&Queue::General)
            .external_key("INC-1204")
            .priority(Priority::High)
            .ttl(Duration::from_secs(600))
            .send()
            .await
            .unwrap();
        assert_eq!(key.external_key.as_deref(), Some("INC-1204"));
        assert_eq!(key.expires.at().as_second() - world.now().as_second(), 600);
        assert!(key.mail_text().contains(&key.key_url));
        let visitor = || Visitor {
            name: "Ada".to_owned(),
            ip_address: IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7)),
            operating_system: "Plan 9".to_owned(),
            computer_name: "ada-1".to_owned(),
        };
        let customer =
            command.create_virtual_customer(&key.short_key, visitor()).chat_url().send().await.unwrap();
        let session = customer.lsid.expect("the simulator tells it");
        let again = command.create_virtual_customer(&key.short_key, visitor()).send().await.unwrap_err();
        assert_eq!(again.kind(), ErrorKind::Appliance, "a key is good for one session");

        let reps = command.get_logged_in_reps().send().await.unwrap().reps;
        let rep = reps[0].id;
        command.join_session(&session, &Rep::Id(rep)).send().await.unwrap();
        let say = |voice, text: &str| command.send_chat_message(Chat::Session(session.clone(), voice), text);
        say(SessionVoice::Customer, "[b]help[/b] <me> & \"mine\"").send().await.unwrap();
        say(SessionVoice::System, "one moment").send().await.unwrap();
        say(SessionVoice::Rep(Rep::Id(rep)), "hello").send().await.unwrap();
        let order =
            json!({ "trigger": "user_chats", "id": rep.get(), "lsid": session.as_str(), "body": "typed" });
        appliance.control().trigger(&order).unwrap();
        assert_eq!(
            said(&appliance, &session),
            ["[b]help[/b] <me> & \"mine\"", "one moment", "hello", "typed"]
        );

        let attributes = command.get_session_attributes(&session).send().await.unwrap();
        assert_eq!(attributes.get("external_key"), Some("INC-1204"));
        command.set_session_attributes(&session).external_key("INC-1205 ü&+").send().await.unwrap();
        let attributes = command.get_session_attributes(&session).send().await.unwrap();
        assert_eq!(attributes.get("external_key"), Some("INC-1205 ü&+"));
        command.set_session_attributes(&session).external_key("").send().await.unwrap();
        let attributes = command.get_session_attributes(&session).send().await.unwrap();
        assert_eq!(attributes.get("external_key"), None, "an empty text clears");

        let teams = command.get_support_teams().show_members().send().await.unwrap().support_teams;
        command.transfer_session(&session, &TransferTo::Team(teams[0].id)).send().await.unwrap();
        command.leave_session(&session, &Leaver::Customer).send().await.unwrap();
        let error = command.get_session_attributes(&session).send().await.unwrap_err();
        assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::Appliance, false));
    });
}

#[test]
fn the_end_of_a_session_is_seen() {
    let (world, appliance, client) = pra_site();
    let session = running(&appliance);
    let (control, lsid, clock) = (appliance.control(), session.clone(), world.clone());
    world.beside(async move {
        clock.sleep(Duration::from_secs(100)).await;
        control.trigger(&json!({ "trigger": "session_ended", "lsid": lsid.as_str() })).unwrap();
    });
    world.run(async {
        client.command().until_session_ends(&session).send().await.unwrap();
        assert!(
            world.monotonic() >= Duration::from_secs(100) && world.monotonic() < Duration::from_secs(140)
        );
    });
}

#[test]
fn a_session_is_ended_and_what_is_over_cannot_be_waited_for() {
    let (world, appliance, client) = pra_site();
    let session = running(&appliance);
    world.run(async {
        let done = client.command().terminate_session(&session).send().await.unwrap();
        assert_eq!(done.message, "Successfully terminated");
        let error = client.command().until_session_ends(&session).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Appliance);
        let error = client.command().terminate_session(&session).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Appliance);
    });
}

#[test]
fn roles_change_after_a_data_sync_that_is_waited_for() {
    let (world, appliance, client) = pra_site();
    appliance.control().trigger(&json!({ "trigger": "data_sync_takes", "seconds": 300 })).unwrap();
    world.run(async {
        let command = client.command();
        let before = command.check_health().send().await.unwrap();
        assert_eq!(before.failover_role, FailoverRole::Primary);
        command.set_failover_role(NewFailoverRole::Backup).data_sync_first().send().await.unwrap();
        let after = command.until_data_sync(&before).send().await.unwrap();
        assert!(world.monotonic() >= Duration::from_secs(300), "{:?}", world.monotonic());
        assert!(after.last_data_sync_time.unwrap().at() > before.last_data_sync_time.unwrap().at());
        let role = command.check_health().until(|health| health.failover_role == FailoverRole::Backup);
        role.with_deadline(Duration::from_secs(120)).send().await.unwrap();
    });
}

#[test]
fn an_unhealthy_appliance_says_so_by_every_way() {
    let (world, appliance, client) = pra_site();
    appliance
        .control()
        .trigger(&json!({ "trigger": "health_fails", "message": "The disk is full" }))
        .unwrap();
    world.run(async {
        let command = client.command();
        let by_xml = Health::from(command.check_health().send().await.unwrap());
        assert_eq!((by_xml.healthy, by_xml.message.as_deref()), (false, Some("The disk is full")));
        let plain = Health::from(command.plain_health().send().await.unwrap());
        assert!(!plain.healthy);
        let by_v2 = Health::from(client.command_v2().health().send().await.unwrap());
        assert_eq!((by_v2.healthy, by_v2.message.as_deref()), (false, Some("The disk is full")));
        assert_eq!(
            (&by_v2.version, &by_v2.failover_role, &by_v2.appliance_id, &by_v2.enabled_shared_ips),
            (&by_xml.version, &by_xml.failover_role, &by_xml.appliance_id, &by_xml.enabled_shared_ips)
        );
        assert_eq!(by_v2.last_data_sync, by_xml.last_data_sync);
    });
}

#[test]
fn what_an_account_may_do_is_told_and_kept() {
    let (world, appliance, client) = pra_site();
    let session = running(&appliance);
    world.run(async {
        let command = client.command();
        let info = command.get_api_info().send().await.unwrap();
        let permissions = Permissions::from(&info.permissions);
        assert_eq!(permissions.command(), Some(CommandPermission::FullAccess));
        assert_eq!(permissions.configuration(), Some(true));
        let by_v2 = client.command_v2().info().send().await.unwrap();
        let by_v2 = Permissions::from_json(&serde_json::to_value(&by_v2.permissions).unwrap());
        let account = client.config().api_accounts().list().send().await.unwrap().items.remove(0);
        let by_config = Permissions::from_json(&serde_json::to_value(&account).unwrap());
        for told in [&by_v2, &by_config] {
            assert_eq!(told.command(), permissions.command());
            assert_eq!(told.configuration_vault_account(), permissions.configuration_vault_account());
            assert_eq!(told.reporting_license(), permissions.reporting_license());
            assert_eq!(told.reporting_session(), by_v2.reporting_session());
        }
        assert!((info.timestamp.at().as_second() - world.now().as_second()).abs() <= 1);
        let error = command.get_session_attributes(&Lsid::new("0".repeat(32))).send().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.status().map(|status| status.as_u16())),
            (ErrorKind::Appliance, Some(200))
        );
        command.set_session_attributes(&session).external_key("x").send().await.unwrap();
    });
}

#[test]
fn what_one_version_sets_the_other_shows() {
    let (world, appliance, client) = pra_site();
    let session = running(&appliance);
    world.run(async {
        let (xml, v2) = (client.command(), client.command_v2());
        v2.sessions().set_attributes(&session, [("external_key", "CHG-7")]).send().await.unwrap();
        let told = xml.get_session_attributes(&session).send().await.unwrap();
        assert_eq!(told.get("external_key"), Some("CHG-7"));
        xml.set_session_attributes(&session).external_key("CHG-8").send().await.unwrap();
        let told = v2.sessions().attributes(&session).send().await.unwrap();
        assert!(
            told.iter().any(|told| told.code_name.as_deref() == Some("external_key")
                && told.value.as_deref() == Some("CHG-8")),
            "{told:?}"
        );
        let users = v2.users().list().send().await.unwrap();
        let reps = xml.get_logged_in_reps().send().await.unwrap().reps;
        let ids: Vec<i64> = users.iter().filter_map(|user| user.id).map(|id| id.get()).collect();
        assert_eq!(ids, reps.iter().map(|rep| rep.id.get()).collect::<Vec<_>>());
        v2.sessions().terminate(&session).send().await.unwrap();
        xml.get_session_attributes(&session).send().await.unwrap_err();
        v2.users().logout(users[0].id.unwrap()).send().await.unwrap();
        let left = xml.get_logged_in_reps().send().await.unwrap().reps;
        assert_eq!(left.len() + 1, reps.len());
    });
}

#[test]
fn connected_clients_are_described_and_waited_for() {
    let (world, appliance, client) = pra_site();
    world.run(async {
        let command = client.command();
        let list = command.get_connected_client_list().send().await.unwrap();
        let agents = list.count(&ClientKind::PushAgent);
        assert!(agents > 0);
        let only = command.get_connected_client_list().summary_only().send().await.unwrap();
        assert!(only.connected_clients.is_empty());
        assert_eq!(only.connected_client_summary, list.connected_client_summary);
        let ids = list.connected_clients.iter().map(|client| &client.id);
        let found = command
            .get_connected_clients()
            .ids(ids.clone().take(100))
            .include_connections()
            .send()
            .await
            .unwrap();
        assert_eq!(found.clients.len(), list.connected_clients.len());
        assert!(found.clients.iter().all(|client| client.client_connections.is_some()));
    });
    let (control, clock) = (appliance.control(), world.clone());
    let jumpoint = control.ids("/jumpoint")[0];
    let named = move |control: &bt_sra_simulator::Control| control.stored("/jumpoint", jumpoint).unwrap();
    control.trigger(&json!({ "trigger": "jumpoint_disconnects", "id": jumpoint })).unwrap();
    assert!(named(&control).is_object());
    world.beside(async move {
        clock.sleep(Duration::from_secs(45)).await;
        let order = json!({ "trigger": "jumpoint_connects", "id": jumpoint, "hostname": "plant-4" });
        control.trigger(&order).unwrap();
    });
    world.run(async {
        let command = client.command();
        let wait =
            command.until_client_connects(ClientFilter::PushAgent, |client| client.hostname == "plant-4");
        let found = wait.send().await.unwrap();
        assert_eq!(found.kind, ClientKind::PushAgent);
        assert!(world.monotonic() >= Duration::from_secs(45));
    });
}

#[test]
fn a_shortcut_becomes_a_jump_item_that_the_configuration_api_shows() {
    let (world, appliance, client) = pra_site();
    let group = appliance.control().stored("/jump-group", 1).unwrap();
    let code_name = group["code_name"].as_str().unwrap().to_owned();
    let jumpoint =
        appliance.control().stored("/jumpoint", 1).unwrap()["code_name"].as_str().unwrap().to_owned();
    world.run(async {
        use pra::command::{JumpShortcut, RemoteRdp, ShellJump, ShellProtocol};
        let shell = ShellJump::new("198.51.100.7", &jumpoint, ShellProtocol::Ssh).port(2222_u16);
        let shortcut = JumpShortcut::new("from the command api", &code_name, shell).tag("i-0abc");
        client.command().import_jump_shortcut(shortcut).send().await.unwrap();
        let items = client.config().shell_jumps().list().tag("i-0abc").send().await.unwrap().items;
        let [item] = items.as_slice() else { panic!("{items:?}") };
        assert_eq!(
            (item.name.as_str(), item.port, item.jump_group_id),
            ("from the command api", Some(2222), 1)
        );
        let rdp = JumpShortcut::new("rdp", &code_name, RemoteRdp::new("198.51.100.8", "no such jumpoint"));
        let error = client.command().import_jump_shortcut(rdp).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Appliance);
    });
}

#[test]
fn a_representative_is_set_away_and_logged_out() {
    let (world, _appliance, client) = rs_site();
    world.run(async {
        let command = client.command();
        let reps = command.get_logged_in_reps().send().await.unwrap().reps;
        let rep: RepresentativeId = reps[0].id;
        command.set_rep_status(rep, "away").send().await.unwrap();
        command.logout_rep(rep).send().await.unwrap();
        let left = command.get_logged_in_reps().send().await.unwrap().reps;
        assert!(left.len() + 1 == reps.len() && left.iter().all(|other| other.id != rep));
        let error = command.logout_rep(rep).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Appliance);
    });
}
