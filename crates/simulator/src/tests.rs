//! The appliance in process: what a client sees.

mod client;
mod crud;
mod every_operation;
mod faults;
mod lists;
mod oauth;
mod over_tls;
mod routing;
mod sample;
mod special;
mod validation;
