//! Privileged Remote Access.

use bt_sra_core::{Result, Site};

use crate::{Connection, ConnectionBuilder};

/// The Configuration API: every operation and type of the product.
#[cfg(feature = "config")]
pub use bt_sra_config::pra as config;

/// A client of an appliance of Privileged Remote Access. Clones share everything.
#[derive(Clone, Debug)]
pub struct Client {
    connection: Connection,
}

impl Client {
    /// Starts to set up a client of the appliance at `site`: a host, `host:port`, or an `https`
    /// address. See [`Site`].
    ///
    /// # Errors
    /// [`ErrorKind::Config`](crate::ErrorKind::Config) if it is none of these.
    pub fn builder(site: &str) -> Result<ConnectionBuilder<Self>> {
        Site::parse(site).map(ConnectionBuilder::new)
    }

    /// Returns the Configuration API.
    #[cfg(feature = "config")]
    #[must_use]
    pub fn config(&self) -> config::Config {
        config::Config::new(self.connection.pipeline().clone())
    }

    /// Returns the connection, for what is not typed.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }
}

impl From<Connection> for Client {
    fn from(connection: Connection) -> Self {
        Self { connection }
    }
}
