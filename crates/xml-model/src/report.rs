//! The documents of the Reporting API (`/api/reporting`), of both products.
mod address;
mod event;
mod event_type;
mod items;
mod participant;
mod session;
mod system_information;
pub mod views;

pub use address::{Address, AddressKind, Elapsed};
pub use event::{Actor, Event, EventData, EventFile, EventValue};
pub use event_type::{ActorType, EventType};
pub use items::{Item, Items};
pub use participant::{Customer, CustomerInfo, Primary, Representative, known};
pub use session::{
    JumpGroup, JumpGroupType, Jumpoint, PublicSite, Recording, Session, SessionType, SurveyPointer,
};
pub use system_information::{SystemCategory, SystemField, SystemInformation, SystemRow};

#[cfg(test)]
mod tests;
