//! Lists of the appliance, in whole or page by page.

use bt_sra::Product;
use bt_sra_catalog::Method;
use serde_json::{Map, Value};

use crate::cmd::page;
use crate::failure::{Exit, Failure, Result};
use crate::net::{Answer, Call, Net};
use crate::path::ResourcePath;

/// A thing of the appliance.
pub(crate) type Thing = Map<String, Value>;

/// A list that is read page by page.
#[derive(Debug)]
pub(crate) struct Pages<'a> {
    net: &'a Net,
    call: Call,
    number: u64,
    before: Option<Answer>,
    is_over: bool,
}

impl<'a> Pages<'a> {
    /// Starts at the first page. Nothing is asked for yet.
    pub(crate) fn new(net: &'a Net, path: &ResourcePath, query: &[(String, String)]) -> Self {
        let mut call = Call::new(Method::Get, path);
        for (name, value) in query {
            call = call.query(name.clone(), value.clone());
        }
        Self { net, call, number: 0, before: None, is_over: false }
    }

    /// Returns how many pages the appliance has said there are.
    pub(crate) fn last(&self) -> Option<u64> {
        self.before.as_ref().and_then(|answer| answer.paging.last)
    }

    /// Returns how many things the appliance has said there are.
    pub(crate) fn total(&self) -> Option<u64> {
        self.before.as_ref().and_then(|answer| answer.paging.total)
    }

    /// Fetches the next page.
    pub(crate) async fn next(&mut self) -> Result<Option<Vec<Thing>>> {
        if self.is_over {
            return Ok(None);
        }
        self.number += 1;
        let mut call = self.call.clone();
        if self.number > 1 {
            call = call.query(page::PARAMETER, self.number.to_string());
        }
        let answer = self.net.call(call).await?;
        page::check(&answer, self.number, self.before.as_ref())?;
        let items = page::items(&answer)?;
        self.is_over = !answer.paging.continues_after(self.number, items.len());
        let things = items.iter().map(|item| serde_json::from_str(item.get()));
        let things = things.collect::<serde_json::Result<_>>().map_err(|_| {
            let what = format!("{}: a member of the list is no object", answer.name);
            Failure::new(Exit::Unreadable, what)
        })?;
        self.before = Some(answer);
        Ok(Some(things))
    }
}

/// Reads a whole list.
pub(crate) async fn all(net: &Net, path: &ResourcePath, query: &[(String, String)]) -> Result<Vec<Thing>> {
    let mut pages = Pages::new(net, path, query);
    let mut found = Vec::new();
    while let Some(things) = pages.next().await? {
        found.extend(things);
    }
    Ok(found)
}

/// Asks the appliance which product it is.
pub(crate) async fn product(net: &Net) -> Result<Product> {
    let call = Call::raw(http::Method::GET, "/get_mech_list".to_owned()).query("version", "3");
    let answer = net.call(call).await?;
    let told: Thing = serde_json::from_slice(&answer.body).map_err(|_| {
        let what = format!("{}: the answer does not say which product this is", answer.name);
        Failure::new(Exit::Unreadable, what).with_hint("say it with --product pra or --product rs")
    })?;
    Ok(if told.get("product").and_then(Value::as_str) == Some(PRA) { Product::Pra } else { Product::Rs })
}

/// What Privileged Remote Access calls itself; the vendor's own client takes all else for Remote
/// Support.
const PRA: &str = "bpam";

/// Returns the id of a thing.
pub(crate) fn id(thing: &Thing) -> Option<i64> {
    thing.get("id").and_then(Value::as_i64)
}

/// Returns a text of a thing; empty if there is none.
pub(crate) fn text<'a>(thing: &'a Thing, name: &str) -> &'a str {
    thing.get(name).and_then(Value::as_str).unwrap_or_default()
}
