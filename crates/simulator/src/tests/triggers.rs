//! Orders: what can be asked for, and what is said to those that cannot be followed.

use serde_json::{Value, json};

use super::client::Client;

#[test]
fn the_table_lists_every_trigger_with_its_members() {
    for client in [Client::pra(), Client::rs()] {
        let table = client.appliance.control().triggers();
        let rows = table.as_array().unwrap();
        let mut names: Vec<&str> = rows.iter().map(|row| row["trigger"].as_str().unwrap()).collect();
        assert!(names.contains(&"jump_client_connects"), "{names:?}");
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), rows.len(), "two of a name");
        for row in rows {
            assert!(row["effect"].as_str().unwrap().ends_with('.'), "{row}");
            for member in row["members"].as_array().unwrap() {
                assert!(member["required"].is_boolean() && member["says"].is_string(), "{row}");
            }
        }
    }
}

#[test]
fn the_documentation_names_every_trigger() {
    let document = include_str!("../../BEHAVIOUR.md");
    for client in [Client::pra(), Client::rs()] {
        let table = client.appliance.control().triggers();
        for row in table.as_array().unwrap() {
            let name = format!("`{}`", row["trigger"].as_str().unwrap());
            assert!(document.contains(&name), "{name}");
        }
    }
}

#[test]
fn the_documentation_names_every_deviation() {
    let document = include_str!("../../BEHAVIOUR.md");
    for (name, says, _) in Client::pra().appliance.control().shapes() {
        assert!(document.contains(&format!("`{name}`")) && !says.is_empty(), "{name}");
    }
}

#[test]
fn an_order_that_is_none_is_told_what_there_is() {
    let client = Client::pra();
    let refused = |order: Value| client.no_trigger(order);
    assert!(refused(json!({ "trigger": "rain" })).contains("GET /triggers"));
    assert!(refused(json!({})).contains("GET /triggers"));
    assert!(
        refused(json!({ "trigger": "jump_client_conects" })).contains("did you mean `jump_client_connects`?")
    );
    assert_eq!(refused(json!([1])), "an order is a JSON object");
    let wrong = refused(json!({ "trigger": "jump_client_disconnects", "ids": 1 }));
    assert_eq!(
        wrong,
        "`jump_client_disconnects` has no member `ids`, but id; \
         `jump_client_disconnects` needs `id`: the id of the Jump Client"
    );
    let wrong = refused(json!({ "trigger": "jump_client_disconnects", "id": "1" }));
    assert_eq!(wrong, "`id` of `jump_client_disconnects` must be integer");
    let wrong = refused(json!({ "trigger": "jump_client_disconnects", "id": 999 }));
    assert!(wrong.starts_with("there is no Jump Client 999, but 1, 2, 3"), "{wrong}");
}

#[test]
fn every_trigger_with_a_wrong_id_says_so() {
    for client in [Client::pra(), Client::rs()] {
        wrong_ids_are_told(&client);
    }
}

fn wrong_ids_are_told(client: &Client) {
    let table = client.appliance.control().triggers();
    for row in table.as_array().unwrap() {
        let mut order = json!({ "trigger": row["trigger"] });
        for member in row["members"].as_array().unwrap().iter().filter(|member| member["required"] == true) {
            order[member["name"].as_str().unwrap()] = match member["type"].as_str().unwrap() {
                "integer" => json!(987_654),
                "list" => json!([]),
                "boolean" => json!(true),
                _ => json!("nothing of the kind"),
            };
        }
        if order.as_object().unwrap().values().any(|value| *value == json!(987_654)) {
            assert!(client.no_trigger(order).contains("987654"), "{row}");
        }
    }
}
