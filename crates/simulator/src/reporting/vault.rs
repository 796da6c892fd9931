//! What was done with the accounts of the vault.

use super::arguments::{bad, number};
use super::xml::{Told, Writer};
use super::{Refused, Reply, Request};
use crate::unconfirmed::reporting as unconfirmed;
use crate::world::Site;

const DAY: i64 = 86_400;

/// Activity in a window, of everybody, of a user or of an account.
pub(super) fn activity(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    let window = request.arguments.window(request.now.second, true)?;
    let limit = limit(request.arguments.given("limit").unwrap_or("all"))?;
    let oldest = request.now.second.saturating_sub(unconfirmed::VAULT_KEPT_DAYS * DAY);
    let from = window.from.max(oldest);
    let past = site.history.activities(from, window.to).map(|activity| By {
        at: activity.at,
        what: activity.what.to_owned(),
        account: activity.account,
        by: activity.by.map(|(id, name)| (id, name, "User")),
        data: activity.data,
    });
    let present: Vec<By> = site
        .journal
        .all()
        .filter(|entry| (from..window.to).contains(&entry.at))
        .filter_map(|entry| {
            let (account, what) = entry.vault.clone()?;
            let data = if what == unconfirmed::EDITED { "Manually Edited" } else { "" }.to_owned();
            let by = Some((entry.account, entry.who.clone(), unconfirmed::VAULT_API));
            Some(By { at: entry.at, what, account, by, data })
        })
        .collect();
    let all = past.chain(present).filter(move |by| limit.admits(by));
    Ok(Reply::List(Box::new(all.map(|by| -> Box<dyn Told> { Box::new(by) }))))
}

/// Whose activity is wanted.
#[derive(Clone, Copy, Debug)]
enum Limit {
    All,
    User(i64),
    Account(i64),
}

fn limit(text: &str) -> Result<Limit, Refused> {
    if text == "all" {
        return Ok(Limit::All);
    }
    // The page of the vendor has a blank before the number of an account.
    let id = |text: &str| number(text.trim()).ok_or_else(|| bad("limit"));
    match text.split_once(':') {
        Some(("rep", text)) => id(text).map(Limit::User),
        Some(("account", text)) => id(text).map(Limit::Account),
        _ => Err(bad("limit")),
    }
}

impl Limit {
    fn admits(self, by: &By) -> bool {
        match self {
            Self::All => true,
            Self::User(id) => by.by.as_ref().is_some_and(|(own, _, kind)| *own == id && *kind == "User"),
            Self::Account(id) => by.account == id,
        }
    }
}

/// Something that was done.
struct By {
    at: i64,
    what: String,
    account: i64,
    /// None is the appliance itself.
    by: Option<(i64, String, &'static str)>,
    data: String,
}

impl Told for By {
    fn tell(&self, w: &mut Writer) {
        let Self { at, what, account, by, data } = self;
        w.open("vault_account_activity", &[("timestamp", at), ("event_type", what), ("account", account)]);
        match by {
            Some((id, name, kind)) => w.text("performed_by", &[("id", id), ("type", kind)], name),
            None => w.text("performed_by", &[("type", &unconfirmed::VAULT_SYSTEM)], ""),
        }
        w.text("data", &[], data);
        w.close("vault_account_activity");
    }
}
