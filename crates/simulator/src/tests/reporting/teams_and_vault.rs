//! Reports on teams and on the vault.

use serde_json::json;

use super::*;

#[test]
fn teams_tell_of_each_day_and_of_what_is_said_now() {
    for (client, name) in with_history(50).into_iter().zip(["Team", "SupportTeam"]) {
        let report = client.report(&format!("{name}&{ALL}"));
        assert_eq!(report.all("team_activity", "id"), ["1", "2", "3", "4"]);
        assert!(report.count("event") > 1_000);
        assert!(report.0.contains("<encoded_body>"));
        let one = client.report(&format!("{name}&team_id=2&{ALL}"));
        assert_eq!(one.each("team_activity")[0].0, report.each("team_activity")[1].0);
        client
            .report(&format!("{name}&team_id=99&{ALL}"))
            .error("No Support Team report information matching your chosen criteria is available.");
        // A single day.
        let at: i64 = report.all("event", "timestamp")[40].parse().unwrap();
        let day = client.report(&format!("{name}&start_time={at}&duration=3600"));
        let times = day.all("event", "timestamp");
        assert!(
            !times.is_empty() && times.iter().all(|time| (at..at + 3_600).contains(&time.parse().unwrap()))
        );
    }
    let client = Client::rs();
    client
        .action("send_chat_message&team_id=1&impersonate=rep:2&body=now%20%26%20here")
        .success("Message was sent");
    assert!(client.report(&format!("SupportTeam&team_id=1&{ALL}")).0.contains("<body>now &amp; here</body>"));
}

#[test]
fn the_vault_tells_of_history_and_of_what_the_api_did() {
    for client in with_history(2_000) {
        let path = "/vault/account/1";
        client.post(&format!("{path}/check-out"), json!({})).expect(200);
        client.post(&format!("{path}/check-in"), json!({})).expect(200);
        client.patch(path, json!({ "description": "new" })).expect(200);
        let report = client.report(&format!("VaultAccountActivity&{ALL}"));
        let times: Vec<i64> = report
            .all("vault_account_activity", "timestamp")
            .iter()
            .map(|time| time.parse().unwrap())
            .collect();
        let now = client.appliance.control().now().as_second();
        assert!(times.iter().all(|time| (now - 90 * 86_400..=now).contains(time)), "kept for 90 days");
        let kinds = report.all("vault_account_activity", "event_type");
        assert_eq!(
            kinds[kinds.len() - 3..],
            ["Credentials Checked Out", "Credentials Checked In", "Password Changed"]
        );
        assert!(kinds.iter().any(|kind| kind == "Credentials Used"));
        // What was used in a session names it.
        let used = report.each("vault_account_activity");
        let used = used.iter().find(|activity| activity.0.contains("Credentials Used")).unwrap();
        let session = client.sessions(&format!("lsid={}", used.text("data")));
        assert!(session.0.contains("Credential Injection Attempt"), "{}", session.0);
        for (limit, element, attribute, value) in [
            ("account:1", "vault_account_activity", "account", "1"),
            ("account:%202", "vault_account_activity", "account", "2"),
            ("rep:3", "performed_by", "id", "3"),
        ] {
            let all =
                client.report(&format!("VaultAccountActivity&limit={limit}&{ALL}")).all(element, attribute);
            assert!(!all.is_empty() && all.iter().all(|own| own == value), "{limit}: {all:?}");
        }
    }
}
