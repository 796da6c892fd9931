//! What the appliance has already of what a file asks for.

use std::collections::{HashMap, HashSet};

use crate::args::Match;
use crate::cmd::bulk::fetch::{self, Pages, Thing};
use crate::cmd::bulk::kind::Kind;
use crate::cmd::bulk::names::{GROUP_TYPE, SHARED};
use crate::cmd::bulk::wanted::{Key, Wanted, key_of};
use crate::failure::{Exit, Failure, Result};
use crate::net::{Call, Net};

/// The things that some key of the file means.
#[derive(Debug, Default)]
pub(super) struct Existing {
    found: HashMap<Key, Vec<Thing>>,
}

impl Existing {
    /// Looks for all that is wanted: by reading the lists, or one by one where that is less.
    pub(super) async fn find(net: &Net, wanted: &[Wanted], by: Match) -> Result<Self> {
        let mut existing = Self::default();
        let mut by_kind: Vec<(&'static Kind, Vec<&Wanted>)> = Vec::new();
        for wanted in wanted {
            match by_kind.iter_mut().find(|(kind, _)| kind.name == wanted.kind.name) {
                Some((_, list)) => list.push(wanted),
                None => by_kind.push((wanted.kind, vec![wanted])),
            }
        }
        for (kind, wanted) in by_kind {
            existing.find_kind(net, kind, &wanted, by).await?;
        }
        Ok(existing)
    }

    async fn find_kind(
        &mut self,
        net: &Net,
        kind: &'static Kind,
        wanted: &[&Wanted],
        by: Match,
    ) -> Result<()> {
        let keys: HashSet<Key> = wanted.iter().filter_map(|wanted| wanted.key(by).ok()).collect();
        let mut pages = Pages::new(net, &kind.path()?, &[]);
        let mut first = true;
        while let Some(things) = pages.next().await? {
            let left = pages.last().unwrap_or_default().saturating_sub(1);
            if first && left > wanted.len() as u64 {
                for wanted in wanted {
                    let things = look_up(net, wanted, by).await?;
                    self.add(kind, things, by, &keys);
                }
                return Ok(());
            }
            first = false;
            self.add(kind, things, by, &keys);
        }
        Ok(())
    }

    fn add(&mut self, kind: &'static Kind, things: Vec<Thing>, by: Match, keys: &HashSet<Key>) {
        for thing in things {
            let Ok(key) = key_of(&thing, by) else { continue };
            let key = (kind.name, key);
            if !keys.contains(&key) {
                continue;
            }
            let known = self.found.entry(key).or_default();
            // A list that changes while it is read may show a thing twice.
            if !known.iter().any(|known| fetch::id(known) == fetch::id(&thing)) {
                known.push(thing);
            }
        }
    }

    /// Returns what a key means.
    pub(super) fn get(&self, key: &Key) -> &[Thing] {
        self.found.get(key).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Asks the appliance for what one row means.
pub(super) async fn look_up(net: &Net, wanted: &Wanted, by: Match) -> Result<Vec<Thing>> {
    let Ok((_, key)) = wanted.key(by) else { return Ok(Vec::new()) };
    if by == Match::Id {
        let Some(id) = wanted.id else { return Ok(Vec::new()) };
        let call = Call::new(bt_sra_catalog::Method::Get, &wanted.kind.path_of(id)?);
        let answer = match net.call(call).await {
            Err(failure) if failure.exit_code() == Exit::NotFound as u8 => return Ok(Vec::new()),
            other => other?,
        };
        return serde_json::from_slice(&answer.body).map(|thing| vec![thing]).map_err(|_| {
            Failure::new(Exit::Unreadable, format!("{}: the answer is no object", answer.name))
        });
    }
    let mut query = Vec::new();
    match by {
        Match::Tag => query.push(("tag".to_owned(), fetch::text(&wanted.fields, "tag").to_owned())),
        _ => {
            query.push(("name".to_owned(), fetch::text(&wanted.fields, "name").to_owned()));
            let group = wanted.fields.get("jump_group_id").map(ToString::to_string).unwrap_or_default();
            query.push(("jump_group_id".to_owned(), group));
            let group_type = Some(fetch::text(&wanted.fields, GROUP_TYPE)).filter(|text| !text.is_empty());
            query.push((GROUP_TYPE.to_owned(), group_type.unwrap_or(SHARED).to_owned()));
        }
    }
    // Filters of the appliance ignore capitals; keys do not.
    let things = fetch::all(net, &wanted.kind.path()?, &query).await?;
    Ok(things.into_iter().filter(|thing| key_of(thing, by).as_deref() == Ok(&key)).collect())
}
