//! `btapi command`, `health`, `failover` and `key`.

mod health;
mod hostile;
mod offline;
mod on_a_site;

use bt_sra_simulator::Appliance;

use super::site::Site;

/// A small site of Remote Support.
fn rs() -> Site {
    Site::of(Appliance::rs().seed(7).items(20))
}

/// The id of a session that runs.
fn session(site: &Site) -> String {
    let found = site.server.control().sessions();
    found["running"].as_array().unwrap()[0]["lsid"].as_str().unwrap().to_owned()
}
