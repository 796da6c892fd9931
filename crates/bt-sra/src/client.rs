//! What the clients of both products have in common: all but the types of the API.

/// Makes the client of one product.
macro_rules! client {
    ($product:literal) => {
        #[doc = concat!("A client of an appliance of ", $product, ". Clones share everything.")]
        #[derive(Clone, Debug)]
        pub struct Client {
            connection: $crate::Connection,
        }

        impl Client {
            /// Starts to set up a client of the appliance at `site`: a host, `host:port`, or an
            /// `https` address. See [`Site`](crate::Site).
            ///
            /// # Errors
            /// [`ErrorKind::Config`](crate::ErrorKind::Config) if it is none of these.
            pub fn builder(site: &str) -> $crate::Result<$crate::ConnectionBuilder<Self>> {
                $crate::Site::parse(site).map($crate::ConnectionBuilder::new)
            }

            /// Starts to set up a client from the environment of the process: `BT_API_HOST`,
            /// `BT_CLIENT_ID`, `BT_CLIENT_SECRET`, and those that
            /// [`from_lookup`](crate::ConnectionBuilder::from_lookup) names beside them.
            ///
            /// # Errors
            /// [`ErrorKind::Config`](crate::ErrorKind::Config) that names what is missing or wrong.
            pub fn from_env() -> $crate::Result<$crate::ConnectionBuilder<Self>> {
                $crate::ConnectionBuilder::from_env()
            }

            /// Returns the Backup API.
            #[cfg(feature = "backup")]
            #[must_use]
            pub fn backup(&self) -> $crate::backup::Backup {
                $crate::backup::Backup::new(self.connection.pipeline().clone())
            }

            /// Returns the XML Command API.
            #[cfg(feature = "command")]
            #[must_use]
            pub fn command(&self) -> command::Command {
                command::Command::new(self.connection.pipeline().clone())
            }

            /// Returns the Command API v2, which newer appliances have.
            #[cfg(feature = "command")]
            #[must_use]
            pub fn command_v2(&self) -> command_v2::CommandV2 {
                command_v2::CommandV2::new(self.connection.pipeline().clone())
            }

            /// Returns the Configuration API.
            #[cfg(feature = "config")]
            #[must_use]
            pub fn config(&self) -> config::Config {
                config::Config::new(self.connection.pipeline().clone())
            }

            /// Returns the Reporting API.
            #[cfg(feature = "reporting")]
            #[must_use]
            pub fn reporting(&self) -> reporting::Reporting {
                reporting::Reporting::new(self.connection.pipeline().clone())
            }

            /// Returns the connection, for what is not typed.
            #[must_use]
            pub fn connection(&self) -> &$crate::Connection {
                &self.connection
            }

            /// Waits until what goes on in the background is done, such as checking in what a
            /// dropped guard held. To be awaited at the end of `main`: the end of the runtime
            /// stops it.
            pub async fn settled(&self) {
                self.connection.pipeline().settled().await;
            }
        }

        impl From<$crate::Connection> for Client {
            fn from(connection: $crate::Connection) -> Self {
                Self { connection }
            }
        }
    };
}

pub(crate) use client;
