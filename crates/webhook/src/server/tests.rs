//! Receiver, endpoint and page over real connections.

mod events;
mod wire;
mod world;
