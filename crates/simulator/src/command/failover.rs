//! The health of the appliances and their roles.

use bt_sra_core::Product;

use super::arguments::bad;
use super::xml::Element;
use super::{Refused, Request, done, profile};
use crate::happenings::appliances::{self, Change};
use crate::live::appliance::Role;
use crate::profile::Shape;
use crate::unconfirmed;
use crate::world::Site;

pub(super) fn check_health(site: &mut Site, _: &Request<'_>) -> Result<Element, Refused> {
    let pair = &site.live.appliances;
    let own = pair.all.first().ok_or_else(|| Refused(unconfirmed::NO_APPLIANCE.to_owned()))?;
    let profile = profile(site);
    let version = format!("{} ({}-{})", profile.release(), profile.build(), unconfirmed::BUILD_DIGEST);
    // Documented: without a pair there is neither.
    let synced = pair.last_sync.filter(|_| pair.is_pair());
    // Documented of PRA: without a pair there is none of these either.
    let shared = !pair.shared_ips.is_empty() && (pair.is_pair() || site.product == Product::Rs);
    let ips = shared.then(|| {
        Element::new("enabled_shared_ips").children(pair.shared_ips.iter().map(|ip| Element::text("ip", ip)))
    });
    Ok(Element::new("health_check")
        .child(Element::text("appliance", &own.hostname).with("id", &own.id))
        .child(Element::text("version", version))
        .child(Element::flag("success", pair.trouble.is_none()))
        .maybe(pair.trouble.as_ref().map(|trouble| Element::text("error_message", trouble)))
        .child(Element::text("failover_role", own.role.as_str()))
        .maybe(ips)
        // Observed: all of these together leave one blank line.
        .children(synced.map(|second| Element::time("last_data_sync_time", second)))
        .children(pair.is_pair().then(|| Element::text("last_data_sync_status", &pair.sync_status))))
}

pub(super) fn set_failover_role(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let role = Role::named(request.arguments.required("role")?).ok_or_else(|| bad("role"))?;
    let change = Change {
        role,
        data_sync_first: request.arguments.flag("data_sync_first")?,
        force: request.arguments.flag("force")?,
    };
    let later = appliances::set_role(site, request.now.second, change)?;
    Ok(done(if later { unconfirmed::ROLE_CHANGES_LATER } else { unconfirmed::ROLE_CHANGED }))
}

pub(super) fn get_appliances(site: &mut Site, _: &Request<'_>) -> Result<Element, Refused> {
    let shapes = site.switches.shapes;
    let all = site.live.appliances.all.iter().filter(|_| !shapes.has(Shape::EMPTY_LISTS)).map(|machine| {
        // Only a cluster has roles; the old name needs a role to be seen at all.
        let role = if shapes.has(Shape::MASTER) { "master" } else { "single" };
        Element::new("appliance")
            .with("id", &machine.id)
            .child(Element::text("name", &machine.name))
            .child(Element::text("public_hostname", &machine.hostname))
            .child(Element::text("cluster_role", role))
            .child(Element::text("failover_role", machine.role.as_str()))
            .child(Element::flag("accepting_connections", machine.accepting))
            .child(Element::text("timezone_offset", machine.offset))
    });
    Ok(Element::new("appliances").children(all))
}
