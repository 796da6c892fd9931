//! The machines that access sessions go to.

use crate::live::machine::online;
use crate::live::session::Customer;
use crate::store::text;
use crate::world::Site;

/// Where Jump Items of types are that only shortcuts make.
pub(crate) fn kept_table(kind: &str) -> Option<&'static str> {
    Some(match kind.replace('-', "_").as_str() {
        "local_jump" => "/jump-item/local-jump",
        "remote_jump" => "/jump-item/remote-jump",
        "local_rdp" => "/jump-item/local-rdp",
        "local_vnc" => "/jump-item/local-vnc",
        "vpro" => "/jump-item/vpro",
        _ => return None,
    })
}

/// Whether a session can go to a Jump Item. Those that go through a Jumpoint are not asked.
pub(crate) fn is_reachable(site: &Site, table: &str, id: i64) -> bool {
    let Some(row) = site.store.row(table, 0, id) else {
        return false;
    };
    table != "/jump-client" || (online(&row) && text(&row, "connection_type") != "uninstalled")
}

/// Describes a machine, as the other side of a session.
pub(crate) fn customer(site: &Site, table: &str, id: i64) -> Option<Customer> {
    let row = site.store.row(table, 0, id)?;
    let system = match table {
        "/jump-client" => text(&row, "operating_system"),
        "/jump-item/remote-rdp" => "Windows Server 2022",
        _ => "Linux",
    };
    let address = text(&row, "public_ip");
    Some(Customer {
        name: text(&row, "name").to_owned(),
        ip: if address.is_empty() { "198.51.100.1" } else { address }.to_owned(),
        system: system.to_owned(),
        computer: text(&row, "hostname").to_owned(),
        ..Customer::default()
    })
}
