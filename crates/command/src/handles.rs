//! What the handles of both products have in common.

/// Makes the handle of one product: the actions that both have.
macro_rules! handle {
    ($product:literal, $module:literal) => {
        #[doc = concat!("The XML Command API of ", $product, ". Clones share everything.")]
        ///
        /// Its methods make calls, which are sent by [`Call::send`]. What representatives are in
        /// Remote Support, access users are in Privileged Remote Access; the API has one name.
        #[derive(Clone, Debug)]
        pub struct Command {
            pipeline: Pipeline,
        }

        impl Command {
            /// Takes the way to the appliance.
            #[must_use]
            pub fn new(pipeline: Pipeline) -> Self {
                Self { pipeline }
            }

            /// Makes a call of any action by its name, for what has no method.
            pub fn action(&self, name: impl Into<String>) -> Call<Any> {
                Call::by_name(&self.pipeline, name.into())
            }

            /// Asks for the version of the API and for what the API account may do.
            pub fn get_api_info(&self) -> Call<GetApiInfo> {
                self.call(GetApiInfo::NAME)
            }

            /// Asks whether the appliance is healthy, and for its part in failover. An unhealthy
            /// appliance answers too: see [`HealthCheck`](bt_sra_xml_model::command::HealthCheck).
            pub fn check_health(&self) -> Call<CheckHealth> {
                self.call(CheckHealth::NAME)
            }

            /// Asks whether the appliance is healthy at the address that needs no credentials.
            pub fn plain_health(&self) -> PlainHealthCall {
                PlainHealthCall::new(&self.pipeline)
            }

            /// Changes the part of the appliance in its failover pair. Not to be mixed with the
            /// automatic failover of the appliance.
            pub fn set_failover_role(&self, role: NewFailoverRole) -> Call<SetFailoverRole> {
                let call = self.call(SetFailoverRole::NAME);
                match role {
                    NewFailoverRole::Primary => call.set("role", "primary"),
                    NewFailoverRole::Backup => call.set("role", "backup"),
                    NewFailoverRole::BackupByForce => call.set("role", "backup").flag("force", true),
                }
            }

            /// Asks who is logged in to a console. Frequent calls slow an appliance down.
            pub fn get_logged_in_reps(&self) -> Call<GetLoggedInReps> {
                self.call(GetLoggedInReps::NAME)
            }

            /// Asks for the custom attributes of a running session that are set.
            pub fn get_session_attributes(&self, session: &Lsid) -> Call<GetSessionAttributes> {
                self.call(GetSessionAttributes::NAME).set("lsid", session)
            }

            /// Sets custom attributes of a running session. Those that are not set in the call
            /// keep their values.
            pub fn set_session_attributes(&self, session: &Lsid) -> Call<SetSessionAttributes> {
                self.call(SetSessionAttributes::NAME).set("lsid", session)
            }

            /// Ends a session.
            pub fn terminate_session(&self, session: &Lsid) -> Call<TerminateSession> {
                self.call(TerminateSession::NAME).set("lsid", session)
            }

            /// Asks how many clients are connected, and for the ids of all but Jump Clients.
            pub fn get_connected_client_list(&self) -> Call<GetConnectedClientList> {
                self.call(GetConnectedClientList::NAME)
            }

            /// Asks what is known about connected clients.
            pub fn get_connected_clients(&self) -> Call<GetConnectedClients> {
                self.call(GetConnectedClients::NAME)
            }

            /// Creates a Jump Item. Its id is not told; for new programs the Configuration API is
            /// the better way. A repetition makes a second one.
            pub fn import_jump_shortcut(&self, shortcut: JumpShortcut) -> Call<ImportJumpShortcut> {
                let call = self.call(ImportJumpShortcut::NAME);
                shortcut.into_parameters().pairs().fold(call, |call, (name, value)| call.set(name, value))
            }

            /// Waits until a data sync of the failover pair is done that was not when `before` was
            /// told, or the roles have changed with it, and returns the new health. Whether the sync
            /// went well is in its `last_data_sync_status`. What is answered while roles change is
            /// waited out, as by [`until_failover_swap`](Self::until_failover_swap).
            ///
            /// ```no_run
            #[doc = concat!("# use bt_sra_command::{", $module, "::Command, NewFailoverRole};")]
            /// # async fn example(command: Command) -> bt_sra_core::Result<()> {
            /// let before = command.check_health().send().await?;
            /// command.set_failover_role(NewFailoverRole::Backup).data_sync_first().send().await?;
            /// let after = command.until_data_sync(&before).send().await?;
            /// println!("{:?}", after.last_data_sync_status);
            /// # Ok(())
            /// # }
            /// ```
            pub fn until_data_sync(&self, before: &HealthCheck) -> Until<HealthCheck> {
                waits::data_sync(&self.pipeline, before)
            }

            /// Waits until the appliances of the failover pair have changed their parts since `before`
            /// was told, and returns the new health: that of the same appliance in its new part, or,
            /// where the name of the site leads to its peer by now, that of the peer.
            ///
            /// Whatever is answered meanwhile is waited out, refusals too: while roles change, an
            /// appliance may know neither its data nor the token.
            pub fn until_failover_swap(&self, before: &HealthCheck) -> Until<HealthCheck> {
                waits::swap(&self.pipeline, before)
            }

            /// Waits until a client of a kind is connected of which `is_it` says that it is the one.
            /// Jump Clients are not among them: wait for these by the Configuration API.
            pub fn until_client_connects(
                &self,
                kind: ClientFilter,
                is_it: impl Fn(&ConnectedClient) -> bool + Send + Sync + 'static,
            ) -> Until<ConnectedClient> {
                waits::client(&self.pipeline, kind, is_it)
            }

            /// Waits until a session has ended that runs now.
            ///
            /// # Errors
            /// Besides those of a wait: the appliance's refusal if the session does not run when
            /// it is first looked for.
            pub fn until_session_ends(&self, session: &Lsid) -> Until<()> {
                waits::session_end(&self.pipeline, session)
            }

            fn call<A: XmlAction>(&self, name: &'static str) -> Call<A> {
                Call::of(&self.pipeline, name)
            }
        }
    };
}

pub(crate) use handle;
