//! The endpoint that approves ticket IDs.
//!
//! An appliance asks, and is told at once that its request is here, nothing more. A
//! [`TicketApprover`] decides, in its own time; the decision goes to the address that the request
//! names, if that is one of the appliances that are known. Requests and decisions outlast a restart.
//! Whatever goes wrong, nothing is allowed by it.

mod approver;
mod deliver;
mod desk;
mod endpoint;
mod journal;
mod manual;
mod page;
mod probe;
mod random;

pub use approver::{ExecApprover, TicketApprover};
pub use endpoint::{TicketEndpoint, TicketEndpointBuilder};
pub use manual::{Asked, ManualApprover};
pub use page::Page;
pub use probe::{Probed, TicketProbe};
