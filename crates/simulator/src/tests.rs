//! The appliance in process: what a client sees.

mod approval;
mod association;
mod automation;
mod client;
mod crud;
mod custody;
mod deleting;
mod downloads;
mod every_operation;
mod faults;
mod jump;
mod lists;
mod model;
mod oauth;
mod over_tls;
mod people;
mod port;
mod presence;
mod routing;
mod sample;
mod scale;
mod state;
mod triggers;
mod validation;
mod vault;
mod vendor;
