//! The appliances themselves: their health, their peer, their addresses, the form of their answers.

use std::net::IpAddr;

use serde_json::{Value, json};

use super::Kind::{Flag, Integer, Text};
use super::sessions::words;
use super::{Member, Order, Trigger};
use crate::happenings::appliances;
use crate::profile::Shape;
use crate::time::Moment;
use crate::world::Site;

/// The longest that a synchronization may take: a day.
const LONGEST: i64 = 86_400;

pub(super) const TRIGGERS: &[Trigger] = &[
    Trigger {
        name: "health_fails",
        only: None,
        members: &[Member::free("message", Text, "what is wrong")],
        effect: "The appliance is not healthy any more.",
        pull: |site, _, order| {
            let message = order.text("message").unwrap_or("The disk is almost full.");
            site.live.appliances.trouble = Some(message.to_owned());
            Ok(json!({ "healthy": false }))
        },
    },
    Trigger {
        name: "health_recovers",
        only: None,
        members: &[],
        effect: "The appliance is healthy again.",
        pull: |site, _, _| {
            site.live.appliances.trouble = None;
            Ok(json!({ "healthy": true }))
        },
    },
    Trigger {
        name: "peer_reachable",
        only: None,
        members: &[Member::needed("on", Flag, "whether the peer can be reached")],
        effect: "The other appliance of the failover pair is lost, or comes back.",
        pull: |site, _, order| {
            site.live.appliances.peer_lost = !order.flag("on");
            Ok(json!({ "reachable": order.flag("on") }))
        },
    },
    Trigger {
        name: "failover_configured",
        only: None,
        members: &[Member::needed("on", Flag, "whether there is a pair")],
        effect: "An administrator makes a failover pair, or takes it apart.",
        pull: |site, now, order| {
            appliances::configure(site, now.second, order.flag("on")).map_err(words)?;
            Ok(json!({ "failover": order.flag("on") }))
        },
    },
    Trigger {
        name: "data_sync_takes",
        only: None,
        members: &[Member::needed("seconds", Integer, "how many seconds, up to a day")],
        effect: "From now on it takes this long to bring data to the peer.",
        pull: |site, _, order| {
            let seconds = order.id("seconds");
            if !(0..=LONGEST).contains(&seconds) {
                return Err(format!("{seconds} seconds are none, or more than a day"));
            }
            site.live.appliances.sync_takes = seconds;
            Ok(json!({ "seconds": seconds }))
        },
    },
    Trigger {
        name: "data_sync_begins",
        only: None,
        members: &[],
        effect: "Data are brought to the peer now.",
        pull: |site, now, _| {
            let pair = &site.live.appliances;
            if !pair.is_pair() || pair.sync.is_some() {
                return Err("there is no peer, or it is being done".to_owned());
            }
            appliances::begin_sync(site, now.second, None);
            Ok(json!({ "seconds": site.live.appliances.sync_takes }))
        },
    },
    Trigger {
        name: "shared_ip_set",
        only: None,
        members: &[
            Member::needed("address", Text, "the IP address"),
            Member::needed("on", Flag, "whether it is enabled"),
        ],
        effect: "An IP address that the pair shares is enabled or disabled.",
        pull: shared_ip,
    },
    Trigger {
        name: "appliance_accepts",
        only: None,
        members: &[Member::needed("on", Flag, "whether it accepts connections")],
        effect: "The appliance is told whether to accept connections.",
        pull: |site, _, order| {
            if let Some(own) = site.live.appliances.all.first_mut() {
                own.accepting = order.flag("on");
            }
            Ok(json!({ "accepting": order.flag("on") }))
        },
    },
    Trigger {
        name: "shape_set",
        only: None,
        members: &[
            Member::needed("name", Text, "the name of the deviation: no_ts, nested_error and so on"),
            Member::needed("on", Flag, "whether documents have it"),
        ],
        effect: "From now on the documents of the XML API deviate in this way, or not any more.",
        pull: |site, _, order| {
            let shape = Shape::named(order.text("name").unwrap_or_default())?;
            site.switches.shapes.set(shape, order.flag("on"));
            Ok(json!({ "shape": shape.name, "on": order.flag("on") }))
        },
    },
];

fn shared_ip(site: &mut Site, _: Moment, order: &Order<'_>) -> Result<Value, String> {
    let address = order.text("address").unwrap_or_default();
    if address.parse::<IpAddr>().is_err() {
        return Err(format!("`{address}` is no IP address"));
    }
    let all = &mut site.live.appliances.shared_ips;
    all.retain(|known| known != address);
    if order.flag("on") {
        all.push(address.to_owned());
    }
    Ok(json!({ "shared_ips": all }))
}
