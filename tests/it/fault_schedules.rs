//! What becomes of a call, whatever goes wrong on its way: thousands of schedules of faults,
//! against what a few rules of thumb predict.
//!
//! The rules are written down here a second time, and in other words than in the client; what
//! nobody may ever see (a second creation, a success without its effect) is checked beside them.

use std::cell::RefCell;
use std::time::Duration;

use bt_sra::{Clock, ErrorKind, RetryPolicy};
use bt_sra_simulator::{Appliance, Fault};
use http::{Method, StatusCode};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::in_process::World;

const ITEMS: &str = "/jump-item/shell-jump";
const BASE: &str = "/api/config/v1";

/// How long a call may take.
const DEADLINE: Duration = Duration::from_secs(60);

/// How often it is sent at most, but for the one time after a refused token.
const ATTEMPTS: u32 = 4;

/// Longer than anybody waits for the rate limit when told to.
const TOO_LONG: u64 = 300;

#[derive(Clone, Copy, Debug)]
enum Trouble {
    /// Before the appliance acts, or after.
    Reset {
        acted: bool,
    },
    ServerError {
        acted: bool,
        status: u16,
        retry_after: Option<u64>,
    },
    TooMany {
        retry_after: Option<u64>,
    },
    TokenRefused,
    /// Within the deadline, or beyond.
    Late {
        beyond: bool,
    },
    Slow {
        beyond: bool,
    },
    Broken {
        after: usize,
        reset: bool,
    },
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Deed {
    Create,
    Change,
    Delete,
    Read,
}

/// What is to come out of a call.
#[derive(Debug, Eq, PartialEq)]
struct Outcome {
    /// The kind of the error, and whether the appliance may have acted.
    failure: Option<(ErrorKind, bool)>,
    /// How often it was sent.
    sent: usize,
    /// How often the appliance has acted.
    acted: usize,
}

impl Trouble {
    fn fault(self) -> Fault {
        let seconds = Duration::from_secs;
        let fault = match self {
            Self::Reset { .. } => Fault::reset(),
            Self::ServerError { status, .. } => Fault::status(StatusCode::from_u16(status).unwrap()),
            Self::TooMany { .. } => Fault::too_many_requests(),
            Self::TokenRefused => Fault::unauthorized(),
            Self::Late { beyond } => Fault::delay(seconds(if beyond { 90 } else { 5 })),
            Self::Slow { beyond: true } => Fault::drip(1, seconds(3)),
            Self::Slow { beyond: false } => Fault::drip(1, Duration::from_millis(1)),
            Self::Broken { after, reset: true } => Fault::reset_in_body(after),
            Self::Broken { after, reset: false } => Fault::truncated(after),
        };
        let fault = match self {
            Self::Reset { acted: true } | Self::ServerError { acted: true, .. } => fault.after_acting(),
            _ => fault,
        };
        match self {
            Self::ServerError { retry_after: Some(told), .. } | Self::TooMany { retry_after: Some(told) } => {
                fault.retry_after(seconds(told))
            }
            _ => fault,
        }
    }
}

/// What is to come out of `deed` when it meets these troubles, one each time it is sent.
fn predict(deed: Deed, troubles: &[Trouble]) -> Outcome {
    let may_repeat = deed != Deed::Create;
    let (mut tried, mut new_token, mut unsure) = (0, false, false);
    let (mut sent, mut acted) = (0, 0);
    let mut coming = troubles.iter();
    loop {
        tried += 1;
        sent += 1;
        let trouble = coming.next();
        let is_done = acted > 0 && deed == Deed::Delete;
        let acts = match trouble {
            Some(Trouble::Reset { acted } | Trouble::ServerError { acted, .. }) => *acted,
            Some(Trouble::TooMany { .. } | Trouble::TokenRefused) => false,
            _ => true,
        };
        // What is gone cannot be deleted again, and reading is no deed.
        acted += usize::from(acts && !is_done && deed != Deed::Read);
        let again = tried < ATTEMPTS;
        let failure = match trouble {
            Some(Trouble::Reset { .. }) => {
                unsure = true;
                if may_repeat && again {
                    continue;
                }
                ErrorKind::Interrupted
            }
            Some(Trouble::ServerError { retry_after, .. }) => {
                unsure = true;
                if may_repeat && again && *retry_after != Some(TOO_LONG) {
                    continue;
                }
                ErrorKind::Appliance
            }
            Some(Trouble::TooMany { retry_after }) => {
                if again && *retry_after != Some(TOO_LONG) {
                    continue;
                }
                ErrorKind::RateLimited
            }
            Some(Trouble::TokenRefused) if new_token => ErrorKind::Credentials,
            Some(Trouble::TokenRefused) => {
                new_token = true;
                tried -= 1;
                continue;
            }
            Some(Trouble::Late { beyond: true }) => {
                unsure = true;
                ErrorKind::Timeout
            }
            // Where there is no body, nothing can be slow or break.
            Some(Trouble::Slow { beyond: true }) if deed != Deed::Delete => {
                unsure = true;
                ErrorKind::Timeout
            }
            Some(Trouble::Broken { .. }) if deed != Deed::Delete => {
                unsure = true;
                ErrorKind::Interrupted
            }
            _ => return Outcome { failure: None, sent, acted },
        };
        return Outcome { failure: Some((failure, unsure)), sent, acted };
    }
}

/// An appliance, and how often things were created on it so far.
struct Stage {
    world: World,
    appliance: Appliance,
    turn: usize,
}

impl Stage {
    fn new() -> Self {
        let world = World::default();
        let appliance = world.appliance(Appliance::pra().items(20));
        Self { world, appliance, turn: 0 }
    }

    /// Does `deed` with these troubles on its way.
    fn play(&mut self, deed: Deed, troubles: &[Trouble]) -> Result<(), TestCaseError> {
        self.turn += 1;
        // Each turn has a client of its own, which knows nothing of the requests of the last.
        self.world.run(self.world.sleep(Duration::from_secs(3)));
        let name = format!("turn {}", self.turn);
        let control = self.appliance.control();
        control.clear_faults();
        let id = if deed == Deed::Create { 0 } else { self.plant(&name) };
        let path =
            if deed == Deed::Create { format!("{BASE}{ITEMS}") } else { format!("{BASE}{ITEMS}/{id}") };
        control.clear_log();
        for trouble in troubles {
            control.fault(trouble.fault().on_path(format!("{BASE}{ITEMS}*")));
        }
        let result = self.call(deed, &path, &name);
        let sent = self.appliance.log().iter().filter(|exchange| exchange.path == path).count();
        let after = control.stored(ITEMS, id);
        let acted = match deed {
            Deed::Create => self.named(&name),
            Deed::Change => {
                let changed = after.as_ref().is_some_and(|row| row["comments"] == "changed");
                // Setting it again leaves no trace; the prediction counts the times.
                if changed { predict(deed, troubles).acted } else { 0 }
            }
            Deed::Delete => usize::from(after.is_none()),
            Deed::Read => 0,
        };
        // What nobody may ever see.
        prop_assert!(deed == Deed::Change || acted <= 1, "done {acted} times");
        match &result {
            Ok(_) => prop_assert!(deed == Deed::Read || acted > 0, "a success without its effect"),
            Err(error) if !error.may_have_acted() => prop_assert_eq!(acted, 0, "{} has acted", error),
            Err(_) => {}
        }
        if let (Deed::Read, Ok(value)) = (deed, &result) {
            prop_assert_eq!(&value["name"], &json!(name));
        }
        // How long to wait is passed on.
        if let Err(error) = &result
            && let Some(Trouble::ServerError { retry_after, .. } | Trouble::TooMany { retry_after }) =
                troubles.get(sent - 1)
        {
            prop_assert_eq!(error.retry_after().map(|span| span.as_secs()), *retry_after);
        }
        let failure = result.err().map(|error| (error.kind(), error.may_have_acted()));
        // And what the rules say.
        let outcome = Outcome { failure, sent, acted };
        prop_assert_eq!(outcome, predict(deed, troubles));
        prop_assert_eq!(self.appliance.counters().rate_limited, 0);
        Ok(())
    }

    fn call(&self, deed: Deed, path: &str, name: &str) -> bt_sra::Result<Value> {
        let connection = self.world.connection(&self.appliance).deadline(DEADLINE).build().unwrap();
        let raw = |method| connection.raw(method, path).with_retry(RetryPolicy::attempts(ATTEMPTS));
        let call = match deed {
            Deed::Create => raw(Method::POST).json(new(name).to_string()),
            Deed::Change => raw(Method::PATCH).json(r#"{"comments":"changed"}"#),
            Deed::Delete => raw(Method::DELETE),
            Deed::Read => raw(Method::GET),
        };
        self.world.run(async {
            let body = call.send().await?.into_body().collect(1 << 20).await?;
            Ok(serde_json::from_slice(&body).unwrap_or_default())
        })
    }

    /// Puts an item there, undisturbed.
    fn plant(&self, name: &str) -> i64 {
        let made = self.call(Deed::Create, &format!("{BASE}{ITEMS}"), name).unwrap();
        made["id"].as_i64().unwrap()
    }

    /// How many items of that name there are.
    fn named(&self, name: &str) -> usize {
        let control = self.appliance.control();
        let is_named = |id: &i64| control.stored(ITEMS, *id).is_some_and(|row| row["name"] == name);
        // The newest are at the end.
        control.ids(ITEMS).iter().rev().take(10).filter(|id| is_named(id)).count()
    }
}

fn new(name: &str) -> Value {
    json!({
        "name": name, "hostname": "198.51.100.7", "protocol": "ssh", "port": 22, "terminal": "xterm",
        "jumpoint_id": 1, "jump_group_id": 1, "jump_group_type": "shared", "comments": "as made",
    })
}

fn trouble() -> impl Strategy<Value = Trouble> {
    let told =
        prop_oneof![3 => Just(None), 2 => Just(Some(0)), 2 => Just(Some(2)), 1 => Just(Some(TOO_LONG))];
    let status = prop_oneof![Just(500_u16), Just(502), Just(503)];
    prop_oneof![
        4 => any::<bool>().prop_map(|acted| Trouble::Reset { acted }),
        4 => (any::<bool>(), status, told.clone()).prop_map(|(acted, status, retry_after)| {
            Trouble::ServerError { acted, status, retry_after }
        }),
        4 => told.prop_map(|retry_after| Trouble::TooMany { retry_after }),
        3 => Just(Trouble::TokenRefused),
        1 => any::<bool>().prop_map(|beyond| Trouble::Late { beyond }),
        1 => any::<bool>().prop_map(|beyond| Trouble::Slow { beyond }),
        1 => (0_usize..40, any::<bool>()).prop_map(|(after, reset)| Trouble::Broken { after, reset }),
    ]
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![3 => Just(Deed::Create), 2 => Just(Deed::Change), 2 => Just(Deed::Delete), 1 => Just(Deed::Read)]
}

#[test]
fn a_call_ends_as_the_rules_say_whatever_goes_wrong_on_its_way() {
    let stage = RefCell::new(Stage::new());
    let config = ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(deed in deed(), troubles in prop::collection::vec(trouble(), 0..6))| {
        stage.borrow_mut().play(deed, &troubles)?;
    });
}
