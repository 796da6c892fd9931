//! The sample site: what a new simulator knows. The same seed gives the same data.

mod automation;
pub(crate) mod history;
mod items;
pub(crate) mod live;
mod people;
pub(crate) mod shell_jumps;
mod vault;

use bt_sra_core::Product;
use serde_json::{Value, json};

use crate::crud;
use crate::fill;
use crate::hooks;
use crate::oauth::{ACCOUNTS, Account};
use crate::rng::Rng;
use crate::special::provisioning;
use crate::store::{self, SCHEMA};
use crate::time;
use crate::world::Site;

/// When the sample site was last busy: 2025-10-01. It does not follow the clock, so that a seed
/// always gives the same data.
const THEN: i64 = 1_759_276_800;

/// Puts the sample data into an empty site; `items` is the number of Jump Items.
pub(crate) fn plant(site: &mut Site, items: usize) {
    let rng = site.rng.fork();
    let mut seeder = Seeder { site, rng };
    seeder.api_accounts();
    seeder.people();
    seeder.vault();
    seeder.jump(items);
    seeder.policies();
    seeder.automation();
    provisioning::provision_all(site);
}

struct Seeder<'a> {
    site: &'a mut Site,
    rng: Rng,
}

impl Seeder<'_> {
    /// Adds a row, completed with defaults, and returns its id. Resources that the product does
    /// not have are passed over, as are fields that it does not know.
    fn add(&mut self, table: &'static str, parent: i64, value: Value) -> i64 {
        let router = &self.site.router;
        if router.template(table).is_none() && router.item(table).is_none() {
            return 0;
        }
        let mut record = store::record(value);
        if let Some(object) = crud::row_object(self.site, table, &record) {
            record.retain(|name, _| name.starts_with('_') || object.field(name).is_some());
            record.entry(SCHEMA).or_insert_with(|| json!(object.name));
            fill::complete(&mut record, object);
        }
        let key = hooks::key_field(self.site, table).and_then(|name| store::int(&record, name));
        let id = key.unwrap_or_else(|| {
            let id = self.site.store.next_id(table);
            record.insert("id".to_owned(), json!(id));
            id
        });
        self.site.store.put(table, parent, id, record);
        id
    }

    /// A time within the last weeks of the sample site.
    fn lately(&mut self) -> String {
        let back = i64::try_from(self.rng.below(30 * 86_400)).unwrap_or_default();
        time::text(THEN - back)
    }

    fn is_pra(&self) -> bool {
        self.site.product == Product::Pra
    }

    fn api_accounts(&mut self) {
        let all: &[&str] = &[
            "perm_backup",
            "perm_configuration",
            "perm_configuration_vault_account",
            "perm_ecm",
            "perm_real_time_state",
            "perm_reporting_archive",
            "perm_reporting_jump_item",
            "perm_reporting_license",
            "perm_reporting_support",
            "perm_reporting_syslog",
            "perm_reporting_vault",
            "perm_scim",
            "perm_vault_backup",
        ];
        let accounts: [(&str, bool, &str, &[&str]); 4] = [
            ("Automation", true, "full_access", all),
            ("Inventory", true, "read_only", &["perm_configuration", "perm_reporting_jump_item"]),
            (
                "Reporting",
                true,
                "deny",
                &["perm_reporting_support", "perm_reporting_vault", "perm_reporting_license"],
            ),
            ("Retired", false, "full_access", all),
        ];
        for (name, enabled, command, permissions) in accounts {
            let client_id = self.rng.hex(40);
            let mut row = store::record(json!({
                "name": name,
                "comments": "",
                "enabled": enabled,
                "ip_addresses": "",
                "client_id": client_id,
                "failed_login_attempts": 0,
                "failed_login_expiration": "",
                "perm_command": command,
            }));
            row.extend(permissions.iter().map(|permission| ((*permission).to_owned(), json!(true))));
            let id = self.add(ACCOUNTS, 0, Value::Object(row));
            self.site.accounts.push(Account::new(id, client_id));
        }
    }
}
