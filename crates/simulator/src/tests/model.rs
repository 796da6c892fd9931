//! A model judges the simulator: random sequences of requests, each answer compared with a small
//! model that was written from the reference of the API and not from the simulator.
//!
//! The sequences are the same each time, so that what passed once passes again.
//! `PROPTEST_CASES=2000 cargo test -p bt-sra-simulator model` tries that many new ones. A failure
//! is shrunk and shown as the requests that lead to it.

mod facts;
mod judge;
mod op;
mod refusal;
mod request;
mod special;
mod spoil;
mod vault;
mod world;

use std::fmt::Write as _;
use std::time::Duration;

use bt_sra_core::Product;
use proptest::collection::vec;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

use self::op::{Op, op};
use self::request::{Request, Step, Who};
use self::spoil::{SPOILS, Spoil};
use self::world::World;
use super::client::{self, Client, Reply};
use crate::{Appliance, Builder};

/// How many requests a sequence has at most.
const STEPS: usize = 60;

#[test]
fn a_pra_appliance_answers_as_the_model_says() {
    agree(Product::Pra);
}

#[test]
fn an_rs_appliance_answers_as_the_model_says() {
    agree(Product::Rs);
}

#[test]
fn an_appliance_with_one_rule_wrong_is_found_out() {
    let config = Config { cases: 150, max_shrink_iters: 0, failure_persistence: None, ..Config::default() };
    let unnoticed: Vec<&str> = SPOILS
        .iter()
        .filter(|(_, spoil)| try_sequences(Product::Pra, repeatable(config.clone()), Some(*spoil)).is_ok())
        .map(|(rule, _)| *rule)
        .collect();
    assert!(unnoticed.is_empty(), "unnoticed: {unnoticed:?}");
}

#[track_caller]
fn agree(product: Product) {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    let config =
        |cases| Config { cases, max_shrink_iters: 5000, failure_persistence: None, ..Config::default() };
    let outcome = match asked {
        Some(cases) => try_sequences(product, TestRunner::new(config(cases)), None),
        None => try_sequences(product, repeatable(config(64)), None),
    };
    if let Err(complaint) = outcome {
        panic!("{complaint}");
    }
}

/// Makes the same sequences each time: a test is not to fail by bad luck.
fn repeatable(config: Config) -> TestRunner {
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// Runs random sequences; the shortest that fails is told.
fn try_sequences(product: Product, mut runner: TestRunner, spoil: Option<Spoil>) -> Result<(), String> {
    let outcome = runner
        .run(&vec(op(), 1..=STEPS), |ops| Run::new(product, spoil).all(&ops).map_err(TestCaseError::fail));
    match outcome {
        Ok(()) => Ok(()),
        Err(TestError::Fail(reason, _)) => Err(reason.message().to_owned()),
        Err(other) => Err(other.to_string()),
    }
}

/// One appliance, and what is believed about it.
struct Run {
    clients: Vec<(Who, Client)>,
    world: World,
    /// What was done so far.
    story: String,
    spoil: Option<Spoil>,
}

impl Run {
    fn new(product: Product, spoil: Option<Spoil>) -> Self {
        let appliance = Client::new(Builder::new(product).items(24).capture(false)).appliance;
        let accounts = appliance.accounts();
        let control = appliance.control();
        control.permit(&accounts[1].client_id, "perm_configuration_vault_account", true);
        control.permit(&accounts[2].client_id, "perm_configuration", true);
        control.enable_account(&accounts[3].client_id, true);
        control.permit(&accounts[3].client_id, "perm_configuration", false);
        let clients = clients(&appliance);
        let world = World::learn(product, &|path| clients[0].1.get(path));
        Self { clients, world, story: String::new(), spoil }
    }

    fn all(mut self, ops: &[Op]) -> Result<(), String> {
        for op in ops {
            let Some(step) = op.step(&self.world) else {
                continue;
            };
            let verdict = self.step(&step);
            writeln!(self.story, "{step}").map_err(|error| error.to_string())?;
            verdict.map_err(|complaint| format!("{complaint}\n\nafter\n{}", self.story))?;
        }
        self.compare().map_err(|complaint| format!("in the end, {complaint}\n\nafter\n{}", self.story))
    }

    fn step(&mut self, step: &Step) -> Result<(), String> {
        match step {
            Step::Call(request) => {
                let reply = self.send(request);
                if reply.status.as_u16() >= 500 {
                    return Err(format!("the answer is {}", reply.status));
                }
                let first = &self.clients[0].1;
                self.world.judge(request, &reply, &|path| first.get(path))
            }
            Step::Advance(seconds) => {
                let appliance = self.clients[0].1.appliance.clone();
                appliance.control().advance(Duration::from_secs(*seconds));
                self.world.second += i64::try_from(*seconds).unwrap();
                self.clients = clients(&appliance);
                self.world.settle();
                let first = &self.clients[0].1;
                // They come and go, expire and are deleted.
                for prefix in ["/jump-client", "/vendor/"] {
                    self.world.relearn(prefix, &|path| first.get(path));
                }
                self.world.overdue()
            }
            Step::Strict(on) => {
                self.clients[0].1.appliance.control().strict(*on);
                self.world.strict = *on;
                Ok(())
            }
        }
    }

    fn send(&self, request: &Request) -> Reply {
        let plain = |request: &Request| {
            let client = self.clients.iter().find(|(who, _)| *who == request.who).map(|(_, client)| client);
            client.unwrap().call(request.method, &request.target(), request.body.clone())
        };
        self.spoil.map_or_else(|| plain(request), |spoil| spoil(&plain, request))
    }

    /// Everything that the site shows in the end is what the model has.
    fn compare(&self) -> Result<(), String> {
        let found = World::learn(self.world.product, &|path| self.send(&Request::new("GET", path)));
        for (table, rows) in &self.world.tables {
            let other = found.tables.get(table).ok_or_else(|| format!("{table} is gone"))?;
            for (id, row) in rows {
                if other.get(id) != Some(row) {
                    return Err(format!("{table}/{id} is\n    {:?}\n  and not\n    {row:?}", other.get(id)));
                }
            }
            if let Some(id) = other.keys().find(|id| !rows.contains_key(id)) {
                return Err(format!("{table}/{id} is still there"));
            }
        }
        if found.associations != self.world.associations {
            return Err(format!(
                "the associations are\n    {:?}\n  and not\n    {:?}",
                found.associations, self.world.associations
            ));
        }
        Ok(())
    }
}

fn clients(appliance: &Appliance) -> Vec<(Who, Client)> {
    let everybody = [Who::First, Who::Second, Who::NoVault, Who::Nobody];
    let accounts = appliance.accounts();
    let client = |(who, account): (Who, &crate::Credentials)| {
        let token = client::token(appliance, &account.client_id, &account.client_secret);
        (who, Client { appliance: appliance.clone(), token })
    };
    everybody.into_iter().zip(&accounts).map(client).collect()
}
