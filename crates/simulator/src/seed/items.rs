//! Jump Groups, Jumpoints, Jump Items, Jump Clients and their installers.

use serde_json::{Value, json};

use super::shell_jumps::Item;
use super::{Seeder, THEN};
use crate::installer;
use crate::special::approval;
use crate::store::{self, text};
use crate::time;

const GROUPS: [(&str, &str); 10] = [
    ("Web", "web"),
    ("Databases", "databases"),
    ("Network", "network"),
    ("Branch offices", "branches"),
    ("Test systems", "test"),
    ("Domain controllers", "dc"),
    ("Workstations", "workstations"),
    ("Machines", "machines"),
    ("Cloud north", "cloud_north"),
    ("Cloud south", "cloud_south"),
];

const JUMPOINTS: [(&str, &str, bool, usize); 6] = [
    // Name, platform, clustered, nodes.
    ("Core cluster", "linux-x86", true, 2),
    ("Office", "windows-x86", false, 1),
    ("Cloud north", "linux-x86", false, 1),
    ("Cloud south", "linux-x86", false, 1),
    ("Plant", "windows-x86", false, 1),
    ("Spare", "linux-x86", false, 0),
];

impl Seeder<'_> {
    pub(super) fn jump(&mut self, items: usize) {
        for (index, (name, code_name)) in GROUPS.into_iter().enumerate() {
            let comments = if index % 2 == 0 { json!(format!("Everything of {name}")) } else { Value::Null };
            let id = self.add(
                "/jump-group",
                0,
                json!({ "name": name, "code_name": code_name, "comments": comments }),
            );
            for user in 0..2 + i64::try_from(index % 3).unwrap_or_default() {
                let member = json!({ "user_id": 2 + (id + user) % 24, "jump_item_role_id": 3 });
                self.add("/jump-group/{id}/user", id, member);
            }
        }
        self.jumpoints();
        self.all_items(items);
        self.jump_clients();
        self.approvals();
        self.endpoints();
    }

    fn jumpoints(&mut self) {
        for (name, platform, clustered, nodes) in JUMPOINTS {
            let mut row = store::record(json!({
                "name": name,
                "code_name": name.to_lowercase().replace(' ', "_"),
                "platform": platform,
                "clustered": clustered,
                "connected": nodes > 0,
                "shell_jump_enabled": true,
                "jzp_enabled": clustered,
                "external_jump_item_network_id": "",
            }));
            installer::keys(self.site, &mut row);
            let id = self.add("/jumpoint", 0, Value::Object(row));
            for node in 0..nodes {
                let (public, private, seen) = (self.rng.address(), self.rng.address(), self.lately());
                let host = format!("{}-{}.example.com", name.to_lowercase().replace(' ', "-"), node + 1);
                let node = json!({
                    "last_connect_timestamp": seen,
                    "last_disconnect_timestamp": null,
                    "public_ip": public,
                    "private_ip": private,
                    "hostname": host,
                });
                self.add("/jumpoint/{id}/node", id, node);
            }
            for user in [2, 3 + id] {
                self.add("/jumpoint/{id}/user", id, json!({ "user_id": user }));
            }
        }
    }

    fn all_items(&mut self, items: usize) {
        let mut left = items;
        let mut share = |part: usize| {
            let taken = (items / part).min(left).min(60);
            left -= taken;
            taken
        };
        let (rdp, vnc) = (share(7), share(30));
        let (web, psql, mysql, tunnel, network) =
            if self.site.router.template("/jump-item/web-jump").is_some() {
                (share(12), share(50), share(60), share(30), share(100))
            } else {
                (0, 0, 0, 0, 0)
            };
        self.shell_jumps(left);
        for number in 1..=rdp {
            let mut row = self.item("win", number);
            row.insert("rdp_username".to_owned(), json!("operator"));
            row.insert("domain".to_owned(), json!("EXAMPLE"));
            self.add("/jump-item/remote-rdp", 0, Value::Object(row));
        }
        for number in 1..=vnc {
            let row = self.item("desk", number);
            self.add("/jump-item/remote-vnc", 0, Value::Object(row));
        }
        for number in 1..=web {
            let mut row = self.item("console", number);
            row.insert("url".to_owned(), json!(format!("https://console{number}.example.com/")));
            self.add("/jump-item/web-jump", 0, Value::Object(row));
        }
        for (table, stem, count) in
            [("/jump-item/psql-tunnel-jump", "psql", psql), ("/jump-item/mysql-tunnel-jump", "mysql", mysql)]
        {
            for number in 1..=count {
                let mut row = self.item(stem, number);
                row.insert("username".to_owned(), json!("reader"));
                row.insert("database".to_owned(), json!("inventory"));
                self.add(table, 0, Value::Object(row));
            }
        }
        for number in 1..=tunnel {
            self.tunnel(number);
        }
        for number in 1..=network {
            let mut row = self.item("net", number);
            let rules = json!([
                { "ip_addresses": { "cidr": "198.51.100.0/24" }, "protocol": "TCP", "ports": { "list": [80, 443] } },
                { "ip_addresses": { "list": ["192.0.2.10", "192.0.2.11"] }, "protocol": "ANY" },
            ]);
            row.insert("filter_rules".to_owned(), rules);
            self.add("/jump-item/network-tunnel-jump", 0, Value::Object(row));
        }
    }

    fn tunnel(&mut self, number: usize) {
        let mut row = self.item("tunnel", number);
        let extra = match number % 3 {
            0 => {
                json!({ "tunnel_type": "mssql", "username": "reporting", "database": "ledger", "tunnel_definitions": "" })
            }
            1 => json!({ "tunnel_type": "tcp", "tunnel_definitions": "0;443;8022;22" }),
            _ => json!({
                "tunnel_type": "k8s",
                "jumpoint_id": 3,
                "url": format!("https://cluster{number}.example.com:6443"),
                "hostname": format!("https://cluster{number}.example.com:6443"),
                "ca_certificates": "-----BEGIN CERTIFICATE-----\nc2FtcGxl\n-----END CERTIFICATE-----",
            }),
        };
        row.extend(store::record(extra));
        self.add("/jump-item/protocol-tunnel-jump", 0, Value::Object(row));
    }

    /// What all Jump Items have.
    fn item(&mut self, stem: &str, number: usize) -> store::Record {
        let item = Item::new(&mut self.rng, i64::try_from(number).unwrap_or(i64::MAX));
        Item::FIELDS
            .iter()
            .filter_map(|name| item.field(stem, name).map(|value| ((*name).to_owned(), value)))
            .collect()
    }

    fn jump_clients(&mut self) {
        for number in 1..=24_usize {
            let mut row = self.item("laptop", number);
            let (public, private, mut connected, mut gone) =
                (self.rng.address(), self.rng.address(), self.lately(), self.lately());
            // Most of them are online.
            if (gone > connected) != (number % 6 == 0) {
                std::mem::swap(&mut connected, &mut gone);
            }
            row.extend(store::record(json!({
                "jump_group_id": 7,
                "jump_group_type": "shared",
                "hostname": format!("laptop{number}"),
                "fqdn": format!("laptop{number}.example.com"),
                "install_mode": "service",
                "connection_type": if number % 8 == 0 { "passive" } else { "active" },
                "last_connect_timestamp": connected,
                "last_disconnect_timestamp": gone,
                "unavailable_reason": "none",
                "operating_system": self.rng.pick(&["Windows 11", "Windows Server 2022", "Debian 12", "macOS 15"]),
                "public_ip": public,
                "private_ip": private,
                "console_user": if number % 4 == 0 { "" } else { "operator" },
                "expiration_timestamp": null,
                "last_access_timestamp": null,
                "endpoint_agreement_policy": "no_prompt",
                "public_site_address": "support.example.com",
            })));
            row.retain(|_, value| !value.is_null());
            self.add("/jump-client", 0, Value::Object(row));
        }
        for (name, group) in [("Laptops", 7), ("Kiosks", 8)] {
            let installer_id = self.rng.hex(32);
            let expires = THEN + 10 * 365 * 86_400;
            let row = json!({
                "name": name,
                "jump_group_id": group,
                "installer_id": installer_id,
                "expiration_timestamp": time::text(expires),
                "max_offline_minutes": 0,
                "public_site_address": "support.example.com",
                "key_info": installer::key_info(&installer_id),
                "_expires": expires,
            });
            self.add("/jump-client/installer", 0, row);
        }
    }

    fn approvals(&mut self) {
        let waiting: Vec<i64> = self
            .site
            .store
            .scan("/jump-item/shell-jump", 0)
            .filter(|(_, row)| row.get("jump_policy_id").is_some_and(|policy| *policy == 2))
            .map(|(id, _)| id)
            .take(4)
            .collect();
        for (item, state) in waiting.into_iter().zip(["pending", "pending", "approved", "denied"]) {
            let row = json!({
                "state": state,
                "jump_policy_id": 2,
                "jump_item_type": "shell_jump",
                "jump_item_id": item,
                "created_by_user_id": 5,
                "start_timestamp": time::text(THEN + 10 * 365 * 86_400),
                "duration": 7200,
                "request_reason": "Planned maintenance",
                "response_comments": if state == "pending" { "" } else { "Seen" },
            });
            self.add(approval::REQUESTS, 0, row);
        }
    }

    /// Vault endpoints on the hosts of some Remote RDP items; every other one is linked.
    fn endpoints(&mut self) {
        let items: Vec<(i64, String)> = self
            .site
            .store
            .rows("/jump-item/remote-rdp", 0)
            .take(6)
            .map(|(id, row)| (id, text(&row, "hostname").to_owned()))
            .collect();
        for (index, (item, host)) in items.into_iter().enumerate() {
            let endpoint = json!({
                "name": format!("WIN-{:02}", index + 1),
                "operating_system": "Windows Server 2022",
                "domain_name": "example.com",
                "distinguished_name": format!("CN=WIN-{:02},DC=example,DC=com", index + 1),
                "hostname": host,
                "description": "",
                "_jumpoint": 2,
            });
            let id = self.add("/vault/endpoint", 0, endpoint);
            if index % 2 == 0
                && let Some(row) = self.site.store.row_mut("/jump-item/remote-rdp", 0, item)
            {
                row.insert("endpoint_id".to_owned(), json!(id));
            }
        }
    }
}
