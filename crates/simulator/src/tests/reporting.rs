//! The Reporting API.

mod archives;
mod duplicates;
mod every_report;
mod forms;
mod recordings;
mod schema;
mod sessions;
mod streams;
mod syslog;
mod teams_and_vault;

use super::client::{Client, Reply};
use super::command::{Xml, both, well_formed};
use crate::{Appliance, Builder};

/// A window that holds everything until now.
pub(super) const ALL: &str = "start_time=0&duration=0";

impl Client {
    /// Asks for a report by GET, and returns the document.
    #[track_caller]
    pub(super) fn report(&self, query: &str) -> Xml {
        Xml::of(&self.report_raw(query).expect(200))
    }

    pub(super) fn report_raw(&self, query: &str) -> Reply {
        self.raw("GET", &format!("/api/reporting?generate_report={query}"), b"")
    }

    /// Asks for a report of sessions, whatever it is called.
    #[track_caller]
    pub(super) fn sessions(&self, query: &str) -> Xml {
        let access = self.appliance.control().product() == bt_sra_core::Product::Pra;
        let name = if access { "AccessSession" } else { "SupportSession" };
        self.report(&format!("{name}&{query}"))
    }
}

impl Xml {
    /// The values of an attribute of all elements of a name.
    pub(super) fn all(&self, element: &str, attribute: &str) -> Vec<String> {
        let start = format!("<{element} ");
        self.0
            .split(&start)
            .skip(1)
            .filter_map(|rest| {
                let (_, rest) = rest.split_once('>')?.0.split_once(&format!("{attribute}=\""))?;
                Some(rest.split_once('"')?.0.to_owned())
            })
            .collect()
    }

    /// The sessions of a report, one by one.
    pub(super) fn each(&self, element: &str) -> Vec<Self> {
        let (start, end) = (format!("<{element} "), format!("</{element}>"));
        self.0
            .split(&start)
            .skip(1)
            .filter_map(|rest| Some(Self(format!("{start}{}{end}", rest.split_once(&end)?.0))))
            .collect()
    }
}

/// A site of each product with so much history.
pub(super) fn with_history(sessions: u64) -> [Client; 2] {
    [Appliance::pra(), Appliance::rs()].map(|builder: Builder| Client::new(builder.history(sessions)))
}
