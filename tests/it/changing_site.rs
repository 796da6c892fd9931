//! Lists of a site that changes while they are read: what is promised, what is not, and that it
//! is told.
//!
//! Pages are numbered, so what is created or deleted moves what stands behind it. The tests hold
//! the client against a model of that, and what the documentation of `List::items` promises
//! against what came out.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use bt_sra::{Body, ClientCredentials, Connection, Result, Transport, pra};
use bt_sra_simulator::{Appliance, Control};
use bytes::Bytes;
use http::{Method, Request, Response};
use proptest::prelude::*;

use crate::in_process::Direct;

const PATH: &str = "/api/config/v1/jump-group";
const TABLE: &str = "/jump-group";
const PER_PAGE: usize = 5;

/// What happens before a page is asked for.
#[derive(Clone, Debug, Default)]
struct Change {
    created: usize,
    /// Which of the groups go, by their place.
    deleted: Vec<usize>,
}

/// The way to a site that changes before each page but the first.
#[derive(Debug)]
struct Changing {
    direct: Direct,
    /// For the changes.
    writer: Connection,
    control: Control,
    changes: Mutex<std::vec::IntoIter<Change>>,
    pages: Mutex<Vec<Vec<i64>>>,
}

#[async_trait]
impl Transport for Changing {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        if request.uri().path() == PATH {
            let is_first = self.pages.lock().unwrap().is_empty();
            let change = if is_first { None } else { self.changes.lock().unwrap().next() };
            self.apply(change.unwrap_or_default()).await;
            self.pages.lock().unwrap().push(self.control.ids(TABLE));
        }
        self.direct.send(request).await
    }
}

impl Changing {
    async fn apply(&self, change: Change) {
        for place in change.deleted {
            let ids = self.control.ids(TABLE);
            if let Some(id) = ids.get(place % ids.len().max(1)) {
                self.control.delete(TABLE, *id);
            }
        }
        for _ in 0..change.created {
            let count = self.control.ids(TABLE).last().copied().unwrap_or_default();
            let body = format!(r#"{{"name":"created after {count}"}}"#);
            self.writer.raw(Method::POST, PATH).json(body).send().await.unwrap();
        }
    }
}

/// What came out of a walk.
#[derive(Debug)]
struct Walk {
    seen: Vec<i64>,
    total_changed: bool,
    /// All that was there when each page was asked for.
    states: Vec<Vec<i64>>,
}

async fn walk(changes: Vec<Change>) -> Result<Walk> {
    let appliance = Appliance::pra().items(20).limits(false).build();
    let credentials = ClientCredentials::new(appliance.client_id(), appliance.client_secret());
    let direct = Direct::new(&appliance);
    let writer = Connection::builder("access.example.com")?
        .credentials(credentials.clone())
        .transport(Arc::new(direct.clone()))
        .rate_limits(None)
        .build()?;
    for number in 0..20 {
        let body = format!(r#"{{"name":"group {number}"}}"#);
        writer.raw(Method::POST, PATH).json(body).send().await?;
    }
    let changing = Arc::new(Changing {
        direct,
        writer,
        control: appliance.control(),
        changes: Mutex::new(changes.into_iter()),
        pages: Mutex::default(),
    });
    let client: pra::Client = pra::Client::builder("access.example.com")?
        .credentials(credentials)
        .transport(Arc::clone(&changing) as Arc<dyn Transport>)
        .rate_limits(None)
        .build()?;
    let mut items = client.config().jump_groups().list().per_page(5).items();
    let mut seen = Vec::new();
    while let Some(item) = items.try_next().await? {
        seen.push(item.id.get());
    }
    let states = changing.pages.lock().unwrap().clone();
    Ok(Walk { seen, total_changed: items.total_changed(), states })
}

/// What numbered pages show of these states, one a page.
fn predict(states: &[Vec<i64>]) -> Vec<i64> {
    let page = |(number, state): (usize, &Vec<i64>)| {
        state.iter().skip(number * PER_PAGE).take(PER_PAGE).copied().collect::<Vec<_>>()
    };
    states.iter().enumerate().flat_map(page).collect()
}

fn change() -> impl Strategy<Value = Change> {
    let deleted = prop::collection::vec(0_usize..40, 0..7);
    prop_oneof![
        2 => Just(Change::default()),
        2 => (0_usize..7).prop_map(|created| Change { created, ..Change::default() }),
        2 => deleted.clone().prop_map(|deleted| Change { deleted, ..Change::default() }),
        1 => (0_usize..7, deleted).prop_map(|(created, deleted)| Change { created, deleted }),
    ]
}

fn check(walk: &Walk) -> Result<(), TestCaseError> {
    let Walk { seen, total_changed, states } = walk;
    prop_assert_eq!(seen, &predict(states));
    let (first, last) = (states.first().unwrap(), states.last().unwrap());
    // The walk has an end: nothing stands behind the last page that was asked for.
    prop_assert!(last.len() <= states.len() * PER_PAGE, "not at the end");
    let unique: BTreeSet<i64> = seen.iter().copied().collect();
    // New things are at the end of the appliance's order, so none comes twice.
    prop_assert_eq!(unique.len(), seen.len());
    let stayed = |id: &&i64| states.iter().all(|state| state.contains(id));
    let missed = first.iter().filter(stayed).filter(|id| !unique.contains(id)).count();
    let deleted: usize =
        states.windows(2).map(|pair| pair[0].iter().filter(|id| !pair[1].contains(id)).count()).sum();
    prop_assert!(missed <= deleted, "{missed} missed, {deleted} deleted");
    let totals: BTreeSet<usize> = states.iter().map(Vec::len).collect();
    prop_assert_eq!(*total_changed, totals.len() > 1);
    Ok(())
}

#[test]
fn a_list_that_changes_shows_what_its_pages_show_and_comes_to_an_end() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let config = ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(changes in prop::collection::vec(change(), 0..10))| {
        let walk = runtime.block_on(walk(changes)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        check(&walk)?;
    });
}

#[tokio::test]
async fn what_is_there_all_along_is_missed_only_where_something_was_deleted() {
    let created = |created| Change { created, ..Change::default() };
    let walk_ = walk(vec![created(3), created(0), created(7)]).await.unwrap();
    check(&walk_).unwrap();
    assert!(walk_.states[0].iter().all(|id| walk_.seen.contains(id)), "nothing was deleted");
    assert!(walk_.total_changed);

    // The first group goes after the first page: the sixth slips onto that page, unseen.
    let gone = Change { deleted: vec![0], ..Change::default() };
    let walk_ = walk(vec![gone]).await.unwrap();
    check(&walk_).unwrap();
    assert!(!walk_.seen.contains(&walk_.states[0][5]));
    assert!(walk_.total_changed, "and that is told");

    // As many created as deleted: nothing gives it away.
    let walk_ = walk(vec![Change { created: 1, deleted: vec![0] }]).await.unwrap();
    check(&walk_).unwrap();
    assert!(!walk_.seen.contains(&walk_.states[0][5]));
    assert!(!walk_.total_changed);
}

#[tokio::test]
async fn a_list_that_shrinks_below_the_page_asked_for_ends() {
    let all_gone = Change { deleted: (0..200).collect(), ..Change::default() };
    let walk = walk(vec![all_gone]).await.unwrap();
    check(&walk).unwrap();
    assert_eq!((walk.seen.len(), walk.states.len()), (PER_PAGE, 2), "{walk:?}");
}
