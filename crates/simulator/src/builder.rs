//! The settings of an appliance.

use std::path::PathBuf;
use std::sync::Arc;

use bt_sra_core::{Clock, Product, SystemClock};

use crate::appliance::Appliance;
use crate::backup_file::Backup;
use crate::control::outbound;
use crate::history::History;
use crate::journal::Journal;
use crate::live::Live;
use crate::live::outbox::Recipient;
use crate::live::ticket::TicketSystem;
use crate::log::Log;
use crate::profile::{Profile, Shapes};
use crate::rng::Rng;
use crate::route::Router;
use crate::scenario::{self, Scenario};
use crate::seed;
use crate::store::Store;
use crate::time::Time;
use crate::world::{Site, Switches};

/// Settings of an appliance that does not run yet.
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` or `serve`"]
pub struct Builder {
    pub(crate) product: Product,
    seed: u64,
    items: usize,
    history: u64,
    recordings: u64,
    backup: Backup,
    recipients: Vec<Recipient>,
    ticket_system: Option<TicketSystem>,
    clock: Arc<dyn Clock>,
    limits: bool,
    strict: bool,
    capture: bool,
    profile: Option<Profile>,
    scenario: Scenario,
    btapi: Option<PathBuf>,
    pub(crate) plain_http: bool,
    pub(crate) control_port: bool,
    pub(crate) port: u16,
}

impl Appliance {
    /// Settings for an appliance of Privileged Remote Access.
    pub fn pra() -> Builder {
        Builder::new(Product::Pra)
    }

    /// Settings for an appliance of Remote Support.
    pub fn rs() -> Builder {
        Builder::new(Product::Rs)
    }
}

impl Builder {
    /// Settings for an appliance of this product.
    pub fn new(product: Product) -> Self {
        Self {
            product,
            seed: 0,
            items: 300,
            history: 200,
            recordings: 0,
            backup: Backup::default(),
            recipients: Vec::new(),
            ticket_system: None,
            clock: Arc::new(SystemClock),
            limits: true,
            strict: true,
            capture: true,
            profile: None,
            scenario: Scenario::default(),
            btapi: None,
            plain_http: false,
            control_port: false,
            port: 0,
        }
    }

    /// Sets what the sample data follow from. The same seed gives the same data and ids; keys,
    /// tokens, client secrets and certificates are random.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Sets the number of Jump Items, all kinds together: 300 without.
    pub fn items(mut self, items: usize) -> Self {
        self.items = items;
        self
    }

    /// Sets the number of sessions in the year before the start, for reports: 200 without. They
    /// take no memory, however many they are: each is made when a report tells it.
    pub fn history(mut self, sessions: u64) -> Self {
        self.history = sessions;
        self
    }

    /// Sets how many bytes a recording has at least: a hundred or so without. What comes after those
    /// is filled, and made while it is sent.
    pub fn recordings(mut self, bytes: u64) -> Self {
        self.recordings = bytes;
        self
    }

    /// Sets how many bytes a backup has: 64 KiB without. However many they are, they take no memory:
    /// they are made while they are sent.
    pub fn backup_size(mut self, bytes: u64) -> Self {
        self.backup.size = bytes;
        self
    }

    /// Adds somebody who is told of events; of several of one name the first one counts.
    pub fn recipient(mut self, recipient: Recipient) -> Self {
        self.recipients.push(recipient);
        self
    }

    /// Sets the ticket system that is asked before sessions to Jump Items begin whose Jump Policy
    /// demands a ticket: none without.
    pub fn ticket_system(mut self, system: TicketSystem) -> Self {
        self.ticket_system = Some(system);
        self
    }

    /// Sets the clock: the system's without.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Switches the rate limits and their headers: on without.
    pub fn limits(mut self, on: bool) -> Self {
        self.limits = on;
        self
    }

    /// Switches the refusal of unknown fields and parameters: on without.
    pub fn strict(mut self, on: bool) -> Self {
        self.strict = on;
        self
    }

    /// Switches the capture of exchanges: on without.
    pub fn capture(mut self, on: bool) -> Self {
        self.capture = on;
        self
    }

    /// Sets the form in which the documents of the XML APIs are written. Without, it is what was
    /// seen on the wire of the product: [`Profile::Rs19`] or [`Profile::Sra`], and of reports the
    /// latter.
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = Some(profile);
        self
    }

    /// Sets what happens at the site, by its clock.
    pub fn scenario(mut self, scenario: Scenario) -> Self {
        self.scenario = scenario;
        self
    }

    /// Sets the executable that is handed out as `btapi`. Without it the download is not found.
    pub fn btapi(mut self, executable: impl Into<PathBuf>) -> Self {
        self.btapi = Some(executable.into());
        self
    }

    /// Switches a second, plain HTTP port on loopback, for clients that cannot be given a
    /// certificate: off without.
    pub fn plain_http(mut self, on: bool) -> Self {
        self.plain_http = on;
        self
    }

    /// Switches the control port: everything that [`Control`](crate::Control) does, as JSON over
    /// plain HTTP on a second port of loopback, for those who have its token. Off without.
    pub fn control_port(mut self, on: bool) -> Self {
        self.control_port = on;
        self
    }

    /// Sets the port of the TLS server: a free one without.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Makes the appliance without a server, to be called in process.
    #[must_use]
    pub fn build(self) -> Appliance {
        let catalog = match self.product {
            Product::Pra => &bt_sra_catalog::PRA,
            Product::Rs => &bt_sra_catalog::RS,
        };
        let mut site = Site {
            product: self.product,
            catalog,
            router: Router::new(catalog),
            store: Store::default(),
            live: Live::default(),
            history: History::default(),
            journal: Journal::default(),
            accounts: Vec::new(),
            rng: Rng::new(self.seed),
            switches: Switches {
                limits: self.limits,
                strict: self.strict,
                profile: self.profile,
                shapes: Shapes::default(),
                recording: self.recordings,
                backup: Backup { seed: self.seed, ..self.backup },
            },
            btapi: self.btapi,
            origin: "https://access.example.com".to_owned(),
            tokens_issued: 0,
            refused_for_rate: 0,
            next_event: i64::MIN,
            openapi: None,
        };
        seed::plant(&mut site, self.items);
        let time = Time::new(self.clock);
        seed::live::plant(&mut site, time.now().second);
        seed::history::plant(&mut site, self.seed, self.history, time.now().second);
        site.live.tickets.system = self.ticket_system;
        for recipient in self.recipients {
            // Another one of that name counts.
            let _ = outbound::add(&mut site, recipient);
        }
        scenario::begin(&mut site, time.now().second, &self.scenario);
        Appliance::new(site, time, Log::new(self.capture))
    }
}
