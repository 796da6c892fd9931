//! TLS session tickets of one client.
//!
//! A ticket of TLS 1.3 is good for one connection. The cache that rustls brings keeps eight for
//! each server; a client that opens twenty connections at once, each closed after its call, would
//! run dry and pay for full handshakes. This one speaks to one server and keeps more.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustls::NamedGroup;
use rustls::client::{ClientSessionStore, Tls12ClientSessionValue, Tls13ClientSessionValue};
use rustls_pki_types::ServerName;

/// How many tickets are kept: a busy second uses twenty, and each connection brings two or more.
const TICKETS: usize = 64;

/// The tickets of the one server that a client speaks to (and of a proxy's, never: the proxy is
/// spoken to without TLS).
#[derive(Default)]
pub(crate) struct Tickets(Mutex<State>);

#[derive(Default)]
struct State {
    server: Option<ServerName<'static>>,
    group: Option<NamedGroup>,
    tls12: Option<Tls12ClientSessionValue>,
    tls13: VecDeque<Tls13ClientSessionValue>,
}

impl Tickets {
    /// The state for `server`; another server's is forgotten.
    fn of(&self, server: &ServerName<'_>) -> MutexGuard<'_, State> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if state.server.as_ref() != Some(server) {
            *state = State { server: Some(server.to_owned()), ..State::default() };
        }
        state
    }
}

impl ClientSessionStore for Tickets {
    fn set_kx_hint(&self, server_name: ServerName<'static>, group: NamedGroup) {
        self.of(&server_name).group = Some(group);
    }

    fn kx_hint(&self, server_name: &ServerName<'_>) -> Option<NamedGroup> {
        self.of(server_name).group
    }

    fn set_tls12_session(&self, server_name: ServerName<'static>, value: Tls12ClientSessionValue) {
        self.of(&server_name).tls12 = Some(value);
    }

    fn tls12_session(&self, server_name: &ServerName<'_>) -> Option<Tls12ClientSessionValue> {
        self.of(server_name).tls12.clone()
    }

    fn remove_tls12_session(&self, server_name: &ServerName<'static>) {
        self.of(server_name).tls12 = None;
    }

    fn insert_tls13_ticket(&self, server_name: ServerName<'static>, value: Tls13ClientSessionValue) {
        let mut state = self.of(&server_name);
        if state.tls13.len() == TICKETS {
            state.tls13.pop_front();
        }
        state.tls13.push_back(value);
    }

    fn take_tls13_ticket(&self, server_name: &ServerName<'static>) -> Option<Tls13ClientSessionValue> {
        // The youngest: it is good for longest.
        self.of(server_name).tls13.pop_back()
    }
}

impl fmt::Debug for Tickets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tickets")
    }
}
