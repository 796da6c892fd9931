//! Who took part in what went on before the simulator started.

use bt_sra_core::Product;

use crate::history::History;
use crate::history::cast::{Cast, Machine, Named, Person, Team};
use crate::live::person::INVITED;
use crate::store::{Record, int, text};
use crate::world::Site;

/// Turns the seed of the sample site into one of its own.
const ASIDE: u64 = 0x6869_7374_6f72_7931;

/// How many machines of each kind take part.
const MACHINES: usize = 60;

/// The resources with machines, and what their items are called in reports.
const KINDS: [(&str, &str); 3] = [
    ("/jump-client", "Jump Client"),
    ("/jump-item/remote-rdp", "Remote RDP Jump Shortcut"),
    ("/jump-item/shell-jump", "Shell Jump Shortcut"),
];

/// Gives a site with its sample data a history.
pub(crate) fn plant(site: &mut Site, seed: u64, sessions: u64, now: i64) {
    let people: Vec<Person> = site
        .store
        .rows("/user", 0)
        .filter(|(id, _)| *id < INVITED)
        .map(|(id, row)| {
            let public = text(&row, "public_display_name").to_owned();
            let private = Some(text(&row, "private_display_name")).filter(|name| !name.is_empty());
            Person {
                id,
                username: text(&row, "username").to_owned(),
                private: private.map_or_else(|| public.clone(), str::to_owned),
                public,
            }
        })
        .collect();
    let teams = site.store.rows("/team", 0).map(|(id, row)| {
        let members = site.store.rows("/team/{id}/user", id);
        let members = members.filter_map(|(_, member)| {
            let user = int(&member, "user_id")?;
            people.iter().position(|person| person.id == user)
        });
        Team { id, name: text(&row, "name").to_owned(), members: members.collect() }
    });
    let teams = teams.collect();
    let machines = KINDS
        .iter()
        .flat_map(|(table, kind)| {
            site.store.slice(table, 0, 0, MACHINES).map(|row| Machine {
                name: text(&row, "name").to_owned(),
                hostname: text(&row, "hostname").to_owned(),
                system: system(table, &row),
                kind: (*kind).to_owned(),
            })
        })
        .collect();
    let cast = Cast {
        access: site.product == Product::Pra,
        people,
        teams,
        machines,
        jump_groups: named(site, "/jump-group"),
        jumpoints: named(site, "/jumpoint"),
        vault_accounts: named(site, "/vault/account"),
        portals: named(site, "/public-portal"),
        fields: site
            .live
            .fields
            .iter()
            .map(|field| (field.code_name.clone(), field.display_name.clone()))
            .collect(),
    };
    site.history = History::new(seed ^ ASIDE, sessions, now, cast);
}

fn named(site: &Site, table: &str) -> Vec<Named> {
    site.store.rows(table, 0).map(|(id, row)| Named { id, name: text(&row, "name").to_owned() }).collect()
}

fn system(table: &str, row: &Record) -> String {
    match table {
        "/jump-client" => text(row, "operating_system"),
        "/jump-item/remote-rdp" => "Windows Server 2022",
        _ => "Linux",
    }
    .to_owned()
}
