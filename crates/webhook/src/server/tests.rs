//! Receiver, endpoint and page over real connections.

mod events;
mod page;
mod tickets;
mod wire;
mod world;
