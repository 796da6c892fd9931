//! Who is at work when a simulator starts: it follows the clock, unlike the rest of the sample.

use std::collections::BTreeMap;

use serde_json::json;

use crate::happenings::{appliances, keys, machines as remote, people, sessions};
use crate::live::appliance::{Machine, Role};
use crate::live::session::{Customer, Field, Issue, JumpItem, Party, Queue};
use crate::rng::Rng;
use crate::store::set;
use crate::time;
use crate::unconfirmed;
use crate::world::Site;
use bt_sra_core::Product;

/// Who is logged in: leads and members of the first team.
const AT_WORK: [(i64, i64); 3] = [(2, 5_400), (3, 3_000), (5, 1_200)];

/// Turns the generator of the sample site into one of its own.
const ASIDE: u64 = 0x006c_6976_6573_6974;

/// Lets people be at work at a site that has its sample data.
pub(crate) fn plant(site: &mut Site, now: i64) {
    site.live.rng = Rng::new(site.rng.state() ^ ASIDE);
    for (code_name, display_name) in unconfirmed::SESSION_FIELDS {
        let field = Field { code_name: (*code_name).to_owned(), display_name: (*display_name).to_owned() };
        site.live.fields.push(field);
    }
    machines(site, now);
    for (user, ago) in AT_WORK {
        people::log_in(site, now - ago, user);
        if let Some(row) = site.store.row_mut(people::USERS, 0, user) {
            set(row, "last_authentication", json!(time::text(now - ago)));
        }
    }
    match site.product {
        Product::Pra => access(site, now),
        Product::Rs => support(site, now),
    }
}

fn machines(site: &mut Site, now: i64) {
    let (name, hostname) = unconfirmed::APPLIANCES[0];
    let id = site.live.rng.hex(32);
    let own = Machine {
        id,
        name: name.to_owned(),
        hostname: hostname.to_owned(),
        role: Role::None,
        accepting: true,
        offset: 0,
    };
    site.live.appliances.all.push(own);
    site.live.appliances.sync_takes = unconfirmed::SYNC_TAKES;
    site.live.appliances.shared_ips.push("203.0.113.10".to_owned());
    // There is no peer yet.
    let _ = appliances::configure(site, now - 600, true);
}

/// Sessions of access users: to a Jump Client, and to a shell.
fn access(site: &mut Site, now: i64) {
    let attributes = [("external_key", "CHG-1001"), ("ticket_ref", "CHG-1001/2"), ("cost_center", "4711")];
    for (table, user, ago) in [("/jump-client", 2, 1_800), ("/jump-item/shell-jump", 3, 600)] {
        let Some(customer) = remote::customer(site, table, 1) else {
            continue;
        };
        let item = JumpItem { table: table.to_owned(), id: 1 };
        let lsid = sessions::begin(site, now - ago, customer, None, Some(item));
        let set: BTreeMap<String, String> = attributes
            .iter()
            .take(if ago == 600 { 1 } else { 3 })
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        // The sample people are at work, and the fields are configured.
        let _ = sessions::join(site, now - ago + 5, &lsid, user, None);
        let _ = sessions::set_attributes(site, now - ago + 6, &lsid, &set, None);
    }
}

/// Sessions of representatives: one that runs, and one that waits.
fn support(site: &mut Site, now: i64) {
    let issues = [
        ("printer", "Printer does not print", 1),
        ("slow_network", "Everything is slow", 3),
        ("other", "Something else", 1),
    ];
    for (index, (code_name, title, team)) in (1..).zip(issues) {
        site.live.issues.push(Issue {
            id: index,
            code_name: code_name.to_owned(),
            title: title.to_owned(),
            team,
        });
    }
    site.live.skills = unconfirmed::SKILLS.iter().map(|skill| (*skill).to_owned()).collect();
    for (name, system, computer, ago) in [
        ("Robin Reed", "Windows 11 Pro (x64)", "front-desk-3", 1_800),
        ("Kim Kelp", "macOS 15", "kim-laptop", 90),
    ] {
        let customer = Customer {
            name: name.to_owned(),
            ip: "198.51.100.77".to_owned(),
            system: system.to_owned(),
            computer: computer.to_owned(),
            ..Customer::default()
        };
        let begun = now - ago;
        let reference = if ago == 90 { "INC-1002" } else { "INC-1001" };
        let mut attributes = BTreeMap::from([(sessions::EXTERNAL_KEY.to_owned(), reference.to_owned())]);
        if ago != 90 {
            attributes.insert("ticket_ref".to_owned(), "INC-1001/2".to_owned());
            attributes.insert("cost_center".to_owned(), "4711".to_owned());
        }
        let lsid = sessions::begin(site, begun, customer, Some(Queue::Team(1)), None);
        let _ = sessions::set_attributes(site, begun + 1, &lsid, &attributes, None);
        if ago != 90 {
            let _ = sessions::join(site, begun + 30, &lsid, 2, None);
            let _ = sessions::say(site, begun + 40, &lsid, Party::User(2), "Hello, how can I help?", None);
            let _ = sessions::say(site, begun + 60, &lsid, Party::Customer, "It will not print.", None);
        }
    }
    debug_assert!(
        site.live
            .sessions
            .iter()
            .all(|session| { session.queue.as_ref().is_none_or(|queue| keys::is_attended(site, queue)) })
    );
}
