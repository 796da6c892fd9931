//! Waiting for what happens on an appliance by itself.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bt_sra_core::{Error, ErrorKind, Result};
use bt_sra_transport::Pipeline;
use bt_sra_transport::api::Until;
use bt_sra_transport::api::scope::Within;
use bt_sra_xml_model::Lsid;
use bt_sra_xml_model::command::{CommandPermission, ConnectedClient, FailoverRole, HealthCheck};

use crate::actions::{CheckHealth, GetApiInfo, GetConnectedClients, GetSessionAttributes};
use crate::call::PAUSE;
use crate::{Call, ClientFilter, Permissions};

/// Waits until there was another data sync than `before` tells of, or the roles have changed with
/// it: a backup may not tell of syncs.
pub(crate) fn data_sync(pipeline: &Pipeline, before: &HealthCheck) -> Until<HealthCheck> {
    let synced = |health: &HealthCheck| health.last_data_sync_time.as_ref().map(|time| time.at());
    let (old, swapped) = (synced(before), swapped(before));
    let call: Call<CheckHealth> = Call::of(pipeline, CheckHealth::NAME);
    let until =
        call.until(move |health| synced(health).is_some_and(|new| Some(new) != old) || swapped(health));
    until.while_failing(may_pass)
}

/// Waits until the appliances of the failover pair have changed their parts.
pub(crate) fn swap(pipeline: &Pipeline, before: &HealthCheck) -> Until<HealthCheck> {
    let call: Call<CheckHealth> = Call::of(pipeline, CheckHealth::NAME);
    call.until(swapped(before)).while_failing(may_pass)
}

/// Tells whether the parts are others than before: those of the same appliance, or, where the name
/// of the site has moved on to its peer, whether that has taken over the part.
fn swapped(before: &HealthCheck) -> impl Fn(&HealthCheck) -> bool + Send + Sync + 'static {
    let (id, role) = (before.appliance.id.clone(), before.failover_role.clone());
    move |health| {
        let is_part = matches!(health.failover_role, FailoverRole::Primary | FailoverRole::Backup);
        is_part && (health.appliance.id == id) != (health.failover_role == role)
    }
}

/// Whether a failure may pass while appliances synchronize and change their parts. They may then
/// answer with a page for people, refuse, or not know the token.
fn may_pass(error: &Error) -> bool {
    !matches!(error.kind(), ErrorKind::Config | ErrorKind::InvalidRequest | ErrorKind::Io)
}

/// Waits until a client is connected.
pub(crate) fn client(
    pipeline: &Pipeline,
    kind: ClientFilter,
    is_it: impl Fn(&ConnectedClient) -> bool + Send + Sync + 'static,
) -> Until<ConnectedClient> {
    let call = Call::<GetConnectedClients>::of(pipeline, GetConnectedClients::NAME).kinds([kind]);
    let (clock, is_it) = (Arc::clone(pipeline.clock()), Arc::new(is_it));
    let until = Until::new(clock, GetConnectedClients::NAME.into(), None, move |within| {
        let (call, is_it) = (call.clone().within(within), Arc::clone(&is_it));
        Box::pin(async move { Ok(call.send().await?.clients.into_iter().find(|client| is_it(client))) })
    });
    until.every(PAUSE)
}

/// Waits until a session that runs has ended.
pub(crate) fn session_end(pipeline: &Pipeline, session: &Lsid) -> Until<()> {
    let look = Arc::new(Look {
        attributes: Call::of(pipeline, GetSessionAttributes::NAME).set("lsid", session),
        info: Call::of(pipeline, GetApiInfo::NAME),
        was_seen: AtomicBool::new(false),
    });
    let clock = Arc::clone(pipeline.clock());
    let until = Until::new(clock, GetSessionAttributes::NAME.into(), None, move |within| {
        let (look, within) = (Arc::clone(&look), within.clone());
        Box::pin(async move { look.ended(&within).await })
    });
    until.every(PAUSE)
}

/// Looks whether a session still runs. The API tells the attributes of running sessions only, and
/// refuses to tell those of others in words that are not to be relied on.
struct Look {
    attributes: Call<GetSessionAttributes>,
    info: Call<GetApiInfo>,
    was_seen: AtomicBool,
}

impl Look {
    async fn ended(&self, within: &Within) -> Result<Option<()>> {
        let refusal = match self.attributes.clone().within(within).send().await {
            Ok(_) => {
                self.was_seen.store(true, Ordering::Relaxed);
                return Ok(None);
            }
            Err(error) if is_refusal(&error) => error,
            Err(error) => return Err(error),
        };
        // A session that was never seen may have another id, or be none of this appliance.
        if !self.was_seen.load(Ordering::Relaxed) {
            return Err(refusal);
        }
        let info = self.info.clone().within(within).send().await?;
        match Permissions::from(&info.permissions).command() {
            // It is not for lack of permission that nothing is told.
            Some(CommandPermission::FullAccess | CommandPermission::ReadOnly) => Ok(Some(())),
            _ => Err(refusal),
        }
    }
}

/// Whether the appliance has answered with an `<error>` document.
fn is_refusal(error: &Error) -> bool {
    error.kind() == ErrorKind::Appliance && error.status().is_some_and(|status| status.is_success())
}
