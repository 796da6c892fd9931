//! Many things at once: `export`, `import`, and how an import goes on.

mod export;
mod import;
mod prune;
mod resume;
mod wait;

use super::site::Site;
use bt_sra_simulator::Appliance;

/// A site with no Jump Items.
fn empty_pra() -> Site {
    Site::of(Appliance::pra().seed(7).items(0))
}

/// Writes a file into the home of the site, where commands run.
fn write(site: &Site, name: &str, text: impl AsRef<[u8]>) {
    std::fs::write(site.home().join(name), text).unwrap();
}

/// Reads a file from the home of the site.
fn read(site: &Site, name: &str) -> String {
    std::fs::read_to_string(site.home().join(name)).unwrap()
}

/// Makes a file of Shell Jump items.
fn shells(rows: usize) -> String {
    let mut text = "type,name,hostname,protocol,jump_group,jumpoint,tag\n".to_owned();
    for row in 1..=rows {
        text.push_str(&format!("shell-jump,row {row},host{row}.example.com,ssh,Web,Office,bulk\n"));
    }
    text
}
