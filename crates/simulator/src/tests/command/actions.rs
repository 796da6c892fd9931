//! Who is logged in, teams, what is connected, Jump Items from shortcuts.

use serde_json::json;

use super::super::client::Client;
use super::both;

#[test]
fn the_sample_site_is_at_work() {
    for client in both() {
        let reps = client.action("get_logged_in_reps");
        assert_eq!(reps.count("rep"), 3);
        assert_eq!(reps.attribute("id"), "2");
        assert_eq!(reps.text("type"), "Normal");
        assert_eq!(reps.text("private_display_name"), reps.text("public_display_name"));
        assert_eq!(reps.text("support_session_count"), "1");
        assert_eq!(reps.attribute("ts"), "1767220200");
        assert_eq!(reps.text("logged_in_since"), "2025-12-31T22:30:00+00:00");
        let user = &client.get("/user?per_page=50").json[1];
        assert_eq!(user["public_display_name"], reps.text("display_name"));
        assert_eq!(user["last_authentication"], "2025-12-31T22:30:00+00:00");
        let lsids = client.lsids();
        assert_eq!(lsids.len(), 2);
        let attributes = client.action(&format!("get_session_attributes&lsid={}", lsids[0]));
        assert_eq!(attributes.count("custom_attribute"), 3);
        assert!(attributes.0.contains("display_name=\"External Key\" code_name=\"external_key\">"));
    }
}

#[test]
fn people_come_and_go_with_the_configuration() {
    let client = Client::pra();
    client.patch("/user/2", json!({ "enabled": false })).expect(200);
    let reps = client.action("get_logged_in_reps");
    assert_eq!((reps.count("rep"), reps.attribute("id")), (2, "3"));
    // Nobody is left in the session to the Jump Client.
    assert_eq!(client.lsids().len(), 1);
    client.delete("/user/3").expect(204);
    assert_eq!(client.action("get_logged_in_reps").count("rep"), 1);
    assert_eq!(client.lsids().len(), 0);
    client.trigger(json!({ "trigger": "user_logs_in", "id": 7 }));
    assert_eq!(client.action("get_logged_in_reps").count("rep"), 2);
    client.trigger(json!({ "trigger": "user_logs_out", "id": 7 }));
    assert!(client.no_trigger(json!({ "trigger": "user_logs_out", "id": 7 })).contains("logged in"));
    client.patch("/user/5", json!({ "public_display_name": "Dee & Co" })).expect(200);
    let reps = client.action("get_logged_in_reps");
    assert_eq!(reps.text("public_display_name"), "Dee & Co");
    // An anchor of HTML, as text.
    assert!(reps.0.contains("&quot;&gt;Dee &amp;amp; Co&lt;/a&gt;"), "{}", reps.0);
}

#[test]
fn representatives_are_told_their_status_and_logged_out() {
    let client = Client::rs();
    for (query, error) in [
        ("set_rep_status&status=busy", "Missing required parameter: user_id"),
        ("set_rep_status&user_id=2", "Missing required parameter: status"),
        ("set_rep_status&user_id=x&status=busy", "Invalid value for parameter: user_id"),
        ("set_rep_status&user_id=%2B2&status=busy", "Invalid value for parameter: user_id"),
        ("set_rep_status&user_id=2&status=asleep", "Invalid value for parameter: status"),
        ("set_rep_status&user_id=9&status=busy", "Representative not found"),
        ("logout_rep", "Missing required parameter: user_id"),
        ("logout_rep&user_id=9", "Representative not found"),
    ] {
        client.action(query).error(error);
    }
    for status in ["busy", "at_lunch"] {
        let done = client.action(&format!("set_rep_status&user_id=2&status={status}"));
        assert!(done.get("success").is_some());
        let people = client.appliance.control().sessions();
        assert_eq!(people["people"][0]["status"], status);
    }
    assert!(client.action("logout_rep&user_id=2").get("success").is_some());
    assert_eq!(client.action("get_logged_in_reps").attribute("id"), "3");
    client.action("logout_rep&user_id=2").error("Representative not found");
}

#[test]
fn teams_have_issues_and_members() {
    let client = Client::rs();
    let teams = client.action("get_support_teams");
    assert_eq!((teams.count("support_team"), teams.count("issue"), teams.count("members")), (4, 3, 0));
    assert_eq!(teams.text("name"), "Operations");
    let members = (1..=4).map(|id| client.get(&format!("/team/{id}/user")).len()).sum::<usize>();
    for query in ["get_support_teams&showmembers=1", "get_support_teams&showmembers"] {
        let teams = client.action(query);
        assert_eq!((teams.count("members"), teams.count("representative")), (4, members));
    }
    client.appliance.control().shape("unconfirmed_elements", true).unwrap();
    let user = client.get("/team/1/user").json[0]["user_id"].clone();
    client
        .patch(&format!("/user/{user}"), json!({ "enabled": false, "public_display_name": "Who Left" }))
        .expect(200);
    let teams = client.action("get_support_teams&showmembers");
    assert!(teams.0.contains("<display_name>Who Left</display_name>"), "{}", teams.0);
    client.post("/team", json!({ "name": "Night", "code_name": "night" })).expect(201);
    assert_eq!(client.action("get_support_teams&showmembers=0").count("support_team"), 5);
}

#[test]
fn what_is_connected_is_counted_and_listed() {
    for client in both() {
        let list = client.action("get_connected_client_list");
        // Three consoles, two customers or machines, six nodes of Jumpoints.
        assert_eq!(list.count("connected_client"), 11);
        for (kind, count) in [
            ("representative", 3),
            ("support_customer", 2),
            ("presentation_attendee", 0),
            ("push_agent", 6),
            ("pinned_client", 20),
        ] {
            assert!(
                list.0.contains(&format!("<count type=\"{kind}\">{count}</count>")),
                "{kind}: {}",
                list.0
            );
        }
        let summary = client.action("get_connected_client_list&summary_only=1&type=push_agent");
        assert_eq!((summary.count("count"), summary.count("connected_client")), (1, 0));
        let clients = client.action("get_connected_clients&type=representative,push_agent");
        assert_eq!(clients.count("connected_representative"), 3);
        assert_eq!(clients.count("connected_push_agent"), 6);
        assert_eq!(
            (clients.count("connected_support_customer"), clients.count("client_connections")),
            (0, 0)
        );
        let id = list.0.split("type=\"representative\" id=\"").nth(1).unwrap().split('"').next().unwrap();
        let one = client.action(&format!("get_connected_clients&id={id},999&include_connections=1"));
        assert_eq!((one.count("hostname"), one.count("event_log")), (1, 1));
        client.trigger(json!({ "trigger": "user_logs_out", "id": 2 }));
        assert_eq!(client.action(&format!("get_connected_clients&id={id}")).count("hostname"), 0);
        for (query, error) in [
            ("get_connected_client_list&type=pinned_client", "Invalid value for parameter: type"),
            ("get_connected_clients&type=rain", "Invalid value for parameter: type"),
            ("get_connected_clients&type=all,rain", "Invalid value for parameter: type"),
            ("get_connected_clients&type=,", "Invalid value for parameter: type"),
            ("get_connected_clients&type=all,", "Invalid value for parameter: type"),
            ("get_connected_clients&id=abc", "Invalid value for parameter: id"),
            ("get_connected_clients&id=1,%2B2", "Invalid value for parameter: id"),
            ("get_connected_clients&id=02", "Invalid value for parameter: id"),
            ("get_connected_clients&id=,", "Invalid value for parameter: id"),
            ("get_connected_client_list&summary_only=2", "Invalid value for parameter: summary_only"),
        ] {
            client.action(query).error(error);
        }
        let twice = client.action("get_connected_client_list&type=push_agent,push_agent");
        assert_eq!((twice.count("count"), twice.count("connected_client")), (1, 6));
        let all = client.action("get_connected_clients").0;
        assert_eq!(client.action("get_connected_clients&type=&id=").0, all);
        let ids = |count: usize| vec!["1"; count].join(",");
        client.action(&format!("get_connected_clients&id={}", ids(101))).error("Too many client IDs");
        assert!(client.action(&format!("get_connected_clients&id={}", ids(100))).get("error").is_none());
    }
}

#[test]
fn machines_of_the_configuration_are_connected() {
    let client = Client::pra();
    let count = |kind: &str| {
        let list = client.action("get_connected_client_list");
        let (_, rest) = list.0.split_once(&format!("type=\"{kind}\">")).unwrap();
        rest.split_once('<').unwrap().0.parse::<u32>().unwrap()
    };
    let (agents, pinned) = (count("push_agent"), count("pinned_client"));
    client.trigger(json!({ "trigger": "jumpoint_disconnects", "id": 2 }));
    client.trigger(json!({ "trigger": "jump_client_disconnects", "id": 1 }));
    assert_eq!((count("push_agent"), count("pinned_client")), (agents - 1, pinned - 1));
    client.trigger(json!({ "trigger": "jumpoint_connects", "id": 2, "node": 3 }));
    client.trigger(json!({ "trigger": "jump_client_connects", "id": 1 }));
    assert_eq!((count("push_agent"), count("pinned_client")), (agents, pinned));
    client.delete("/jumpoint/2").expect(204);
    assert_eq!(count("push_agent"), agents - 1);
}

#[test]
fn a_connection_keeps_its_latest_events() {
    let client = Client::rs();
    let lsid = client.lsids()[1].clone();
    for _ in 0..15 {
        client.trigger(json!({ "trigger": "session_joined", "id": 5, "lsid": lsid }));
        client.trigger(json!({ "trigger": "session_left", "id": 5, "lsid": lsid }));
    }
    let clients = client.action("get_connected_clients&type=representative&include_connections=1");
    // One each of the others who has joined nothing since the start, and 20 of the busy one.
    let events: Vec<usize> = clients
        .0
        .split("<event_log>")
        .skip(1)
        .map(|log| log.split("</event_log>").next().unwrap().matches("<event ").count())
        .collect();
    assert_eq!(events.iter().max(), Some(&20), "{events:?}");
}

#[test]
fn shortcuts_become_jump_items() {
    for client in both() {
        let item = |query: &str| client.action(&format!("import_jump_shortcut&{query}"));
        let done = "Successfully imported Jump Item shortcut";
        let policy = if client.get("/jump-item/web-jump").status == 404 {
            "session_policy_present=observe&session_policy_not_present=observe&public_portal=partners.example.com"
        } else {
            "session_policy=observe"
        };
        let common = format!("group=web&jumpoint=office&jump_policy=ticket&{policy}&comments=Hello");
        item(&format!(
            "remote_rdp_hostname=rdp.example.com&name=R&{common}&quality=best_qual&console=1&tag=t"
        ))
        .success(done);
        let rows = client.get("/jump-item/remote-rdp?name=R").expect(200);
        let row = &rows.json[0];
        assert_eq!(rows.len(), 1);
        for (field, value) in [
            ("hostname", json!("rdp.example.com")),
            ("jump_group_id", json!(1)),
            ("jumpoint_id", json!(2)),
            ("jump_policy_id", json!(3)),
            ("session_policy_id", if policy.starts_with("session_policy=") { json!(2) } else { json!(null) }),
            ("quality", json!("quality")),
            ("console", json!(true)),
            ("tag", json!("t")),
        ] {
            assert_eq!(row[field], value, "{field}");
        }
        item(&format!("shelljump_hostname=s&name=S1&{common}&protocol=telnet")).success(done);
        assert_eq!(client.get("/jump-item/shell-jump?name=S1").json[0]["port"], 23);
        item(&format!("remote_vnc_hostname=v&name=V1&{common}&port=5901")).success(done);
        assert_eq!(client.get("/jump-item/remote-vnc?name=V1").json[0]["port"], 5901);
        // Types that the Configuration API does not know are kept as well, and longer tags.
        let tag = "t".repeat(1_024);
        item(&format!("remote_jump_hostname=r&name=J&group=web&jumpoint=office&tag={tag}")).success(done);
        item("local_jump_hostname=l&name=L&group=web").success(done);
        let control = client.appliance.control();
        assert_eq!(control.stored("/jump-item/remote-jump", 1).unwrap()["tag"], tag);
        assert_eq!(control.stored("/jump-item/local-jump", 1).unwrap()["hostname"], "l");
        client.action("import_jump_shortcuts&local_jump_hostname=l&name=L&group=web").success(done);
        for (query, error) in [
            ("name=x&group=web", "Missing required parameter: remote_jump_hostname"),
            ("local_jump_hostname=l&group=web", "Missing required parameter: name"),
            ("local_jump_hostname=l&name=L", "Missing required parameter: group"),
            ("local_jump_hostname=l&name=L&group=none", "Invalid value for parameter: group"),
            ("remote_jump_hostname=l&name=L&group=web", "Missing required parameter: jumpoint"),
            ("remote_jump_hostname=l&name=L&group=web&jumpoint=x", "Invalid value for parameter: jumpoint"),
            (
                "local_jump_hostname=l&name=L&group=web&jump_policy=x",
                "Invalid value for parameter: jump_policy",
            ),
            ("local_jump_hostname=l&name=L&group=web&jumpoint=x", "Invalid value for parameter: jumpoint"),
            (
                "local_jump_hostname=l&remote_jump_hostname=l&name=L&group=web&jumpoint=office",
                "Invalid value for parameter: remote_jump_hostname",
            ),
            ("shelljump_hostname=l&name=L&group=web&jumpoint=office", "Missing required parameter: protocol"),
            (
                "shelljump_hostname=l&name=L&group=web&jumpoint=office&protocol=smoke",
                "Invalid value for parameter: protocol",
            ),
            (
                "remote_vnc_hostname=l&name=L&group=web&jumpoint=office&port=99",
                "Invalid value for parameter: port",
            ),
            (
                "remote_rdp_hostname=l&name=L&group=web&jumpoint=office&quality=fine",
                "Invalid value for parameter: quality",
            ),
        ] {
            item(query).error(error);
        }
        let long = "n".repeat(129);
        item(&format!("local_jump_hostname=l&group=web&name={long}"))
            .error("Invalid value for parameter: name");
    }
    let client = Client::pra();
    let query = "import_jump_shortcut&protocol_tunnel_hostname=p&name=P&group=web&jumpoint=office\
                 &tcp_tunnels=auto-%3E22;3306-%3E3306";
    assert!(client.action(query).get("success").is_some());
    assert_eq!(
        client.get("/jump-item/protocol-tunnel-jump?name=P").json[0]["tunnel_definitions"],
        "0;22;3306;3306"
    );
    let query = "import_jump_shortcut&url=https://w.example.com/&name=W&group=web&jumpoint=office";
    assert!(client.action(query).get("success").is_some());
    assert_eq!(client.get("/jump-item/web-jump?name=W").json[0]["url"], "https://w.example.com/");
    let deleted = client.delete("/jump-group/1");
    assert_eq!(deleted.status, 204);
}

#[test]
fn shortcuts_have_limits_and_know_their_product() {
    let long = |name: &str, length: usize| format!("{name}={}", "x".repeat(length));
    let (rdp, vnc) = ("remote_rdp_hostname=h&jumpoint=office", "remote_vnc_hostname=h&jumpoint=office");
    let shell = "shelljump_hostname=h&jumpoint=office&protocol=ssh";
    let tunnel = "protocol_tunnel_hostname=h&jumpoint=office";
    let (web, jump) = ("jumpoint=office", "local_jump_hostname=h");
    let both = [
        (rdp, long("rdp_username", 129)),
        (rdp, long("domain", 65)),
        (rdp, "console=2".to_owned()),
        (rdp, "ignore_untrusted=yes".to_owned()),
        (rdp, "jump_policy=x".to_owned()),
        (vnc, "port=65536".to_owned()),
        (vnc, "port=%2B5900".to_owned()),
        (shell, "port=0".to_owned()),
        (shell, "port=022".to_owned()),
        (shell, "terminal=vt100".to_owned()),
        (shell, "keep_alive=301".to_owned()),
        (shell, long("username", 129)),
        (jump, long("tag", 1_025)),
        (jump, long("comments", 1_025)),
        (jump, long("name", 129)),
        ("jumpoint=office", long("remote_jump_hostname", 129)),
    ];
    let pra = [
        (rdp, "session_forensics=2".to_owned()),
        (rdp, "secure_app_type=app".to_owned()),
        (rdp, long("remote_app_name", 513)),
        (rdp, long("remote_app_params", 8_001)),
        (rdp, long("remote_exe_path", 513)),
        (rdp, long("remote_exe_params", 8_001)),
        (rdp, long("target_system", 251)),
        (rdp, long("credential_type", 251)),
        (tunnel, "tcp_tunnels=22".to_owned()),
        (tunnel, "tcp_tunnels=0-%3E22".to_owned()),
        (tunnel, "tcp_tunnels=%2B1-%3E22".to_owned()),
        (tunnel, "tcp_tunnels=1-%3E22;".to_owned()),
        (tunnel, "tcp_tunnels=1-%3E65536".to_owned()),
        (tunnel, format!("tcp_tunnels=1-%3E22{}", ";1-%3E22".repeat(1_000))),
        (
            "protocol_tunnel_hostname=h&jumpoint=office&tcp_tunnels=1-%3E22",
            "local_address=10.0.0.1".to_owned(),
        ),
        (web, "url=ftp://w.example.com/".to_owned()),
        (web, "url=w.example.com".to_owned()),
        (web, "url=https://".to_owned()),
        (web, format!("url=https://{}", "x".repeat(248))),
        ("url=https://w.example.com&jumpoint=office", "verify_certificate=yes".to_owned()),
        (jump, "session_policy=x".to_owned()),
        // Of the other product.
        (jump, "session_policy_present=observe".to_owned()),
        (jump, "session_policy_not_present=observe".to_owned()),
        (jump, "public_portal=partners.example.com".to_owned()),
        ("", "local_rdp_hostname=h".to_owned()),
        ("", "local_vnc_hostname=h".to_owned()),
        (web, "vpro_hostname=h".to_owned()),
    ];
    let rs = [
        (jump, "session_policy_present=x".to_owned()),
        (jump, "session_policy_not_present=x".to_owned()),
        (jump, "public_portal=x".to_owned()),
        ("local_vnc_hostname=h", "port=99".to_owned()),
        ("local_rdp_hostname=h", long("domain", 65)),
        ("vpro_hostname=h&jumpoint=office", long("username", 129)),
        // Of the other product.
        (jump, "session_policy=observe".to_owned()),
        (rdp, "session_forensics=1".to_owned()),
        ("local_rdp_hostname=h", "secure_app_type=none".to_owned()),
        (web, "protocol_tunnel_hostname=h".to_owned()),
        (web, "url=https://w.example.com/".to_owned()),
    ];
    for (client, own) in [(Client::pra(), &pra[..]), (Client::rs(), &rs[..])] {
        for (kind, wrong) in both.iter().chain(own) {
            let parameter = wrong.split('=').next().unwrap();
            let name = if parameter == "name" { "" } else { "&name=n" };
            client
                .form(&format!("action=import_jump_shortcut&{kind}&group=web{name}&{wrong}"))
                .error(&format!("Invalid value for parameter: {parameter}"));
        }
    }
    let client = Client::pra();
    client
        .action(&format!("import_jump_shortcut&{tunnel}&group=web&name=n"))
        .error("Missing required parameter: tcp_tunnels");
    let most = format!(
        "action=import_jump_shortcut&{rdp}&group=web&name=n&{}&{}&session_forensics=1&secure_app_type=remote_app",
        long("rdp_username", 128),
        long("remote_app_params", 8_000)
    );
    client.form(&most).success("Successfully imported Jump Item shortcut");
}

#[test]
fn long_tags_are_cut_to_what_the_configuration_api_shows() {
    let client = Client::pra();
    let tag = "é".repeat(100);
    let item = "action=import_jump_shortcut&remote_vnc_hostname=v&name=V2&group=web&jumpoint=office";
    client.form(&format!("{item}&tag={tag}")).success("Successfully imported Jump Item shortcut");
    assert_eq!(client.get("/jump-item/remote-vnc?name=V2").json[0]["tag"], "é".repeat(64));
}

#[test]
fn a_client_that_connects_anew_has_another_id() {
    let client = Client::pra();
    let list = client.action("get_connected_client_list&type=representative");
    let id: i64 = list.0.split(" id=\"").last().unwrap().split('"').next().unwrap().parse().unwrap();
    let new = client.trigger(json!({ "trigger": "client_reconnects", "id": id }))["id"].clone();
    assert_eq!(client.action(&format!("get_connected_clients&id={id}")).count("hostname"), 0);
    let one = client.action(&format!("get_connected_clients&id={new}"));
    assert_eq!(one.text("connected_since"), "2026-01-01T00:00:00+00:00");
    assert_eq!(client.action("get_logged_in_reps").count("rep"), 3, "nobody was logged out");
}

#[test]
fn the_level_of_an_account_can_be_set() {
    let client = Client::pra();
    let control = client.appliance.control();
    let id = client.appliance.client_id();
    for (level, sentence) in [("read_only", "Permission denied"), ("full_access", "Session not found")] {
        control.permit_command(&id, level).unwrap();
        assert_eq!(client.action("get_api_info").get("permission"), Some(level));
        client.action("terminate_session&lsid=0").error(sentence);
    }
    assert!(control.permit_command(&id, "some").unwrap_err().contains("read_only"));
    assert!(control.permit_command("x", "deny").is_err());
}

#[test]
fn those_who_attend_presentations_are_connected() {
    let client = Client::rs();
    client.trigger(json!({ "trigger": "presentation_begins", "id": 2, "attendees": 4 }));
    let order = json!({ "trigger": "presentation_begins", "id": 2 });
    assert!(client.no_trigger(order).contains("already"));
    assert_eq!(client.action("get_logged_in_reps").text("presentation_count"), "1");
    let list = client.action("get_connected_client_list&type=presentation_attendee");
    assert_eq!((list.text("count"), list.count("connected_client")), ("4".to_owned(), 4));
    let clients = client.action("get_connected_clients&type=presentation_attendee");
    assert_eq!(clients.count("connected_presentation_attendee"), 4);
    client.trigger(json!({ "trigger": "presentation_ends", "id": 2 }));
    assert_eq!(client.action("get_connected_clients&type=presentation_attendee").count("hostname"), 0);
    assert!(
        client.no_trigger(json!({ "trigger": "presentation_ends", "id": 2 })).contains("no presentation")
    );
    client.trigger(json!({ "trigger": "presentation_begins", "id": 2 }));
    client.trigger(json!({ "trigger": "user_logs_out", "id": 2 }));
    assert_eq!(client.action("get_connected_clients&type=presentation_attendee").count("hostname"), 0);
}
