//! Session keys, and customers without a client.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::arguments::bad;
use super::sessions::{attributes, by_parameter};
use super::xml::Element;
use super::{Refused, Request};
use crate::happenings::keys::{self, Reach, Wish};
use crate::happenings::sessions::{self, EXTERNAL_KEY};
use crate::live::session::{Customer, Queue};
use crate::profile::Shape;
use crate::store::text;
use crate::unconfirmed;
use crate::world::Site;

pub(super) fn generate_session_key(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let arguments = &request.arguments;
    if arguments.required("type")? != "support" {
        return Err(bad("type"));
    }
    let queue = keys::queue(site, arguments.required("queue_id")?, Reach::All)?;
    let mut attributes = attributes(arguments)?;
    // The spelling of the oldest clients.
    if let Some(key) = arguments.given(EXTERNAL_KEY) {
        attributes.entry(EXTERNAL_KEY.to_owned()).or_insert_with(|| key.to_owned());
    }
    attributes.retain(|_, value| !value.is_empty());
    sessions::check_attributes(site, &BTreeMap::new(), &attributes).map_err(by_parameter)?;
    let host = host(site, request, "url_hostname")?;
    let ttl = arguments.integer("ttl")?;
    let wish = Wish {
        queue,
        ttl,
        attributes,
        priority: arguments.integer("session.priority")?,
        skills: arguments.list("session.skills")?.into_iter().map(str::to_owned).collect(),
    };
    let key = keys::generate(site, request.now.second, wish)?;
    let (kind, id) = match &key.queue {
        Queue::General => ("general", None),
        Queue::Rep(id) => ("rep", Some(*id)),
        Queue::Team(id) => ("team", Some(*id)),
        Queue::Issue(name) => {
            let issue = site.live.issues.iter().find(|issue| issue.code_name == *name);
            ("issue", issue.map(|issue| issue.id))
        }
    };
    let url = format!("https://{host}/?ak={}", key.ak);
    let mut mail = format!("{}\n\n{url}\n\n{}{}", unconfirmed::MAIL_BODY, unconfirmed::MAIL_KEY, key.short);
    if site.switches.shapes.has(Shape::LONG_MAIL) {
        mail.push_str(&unconfirmed::MAIL_BODY.repeat(unconfirmed::LONG_MAIL_TIMES));
    }
    Ok(Element::new("session_key")
        .maybe(None)
        .child(Element::text("type", "support"))
        // Observed: its absence leaves no blank line.
        .children(ttl.map(|ttl| Element::text("ttl", ttl)))
        .child(Element::text("expires", key.expires))
        .child(Element::text("queue", kind).with("available", u8::from(keys::is_attended(site, &key.queue))))
        .maybe(id.map(|id| Element::text("queue_id", id)))
        .maybe(key.attributes.get(EXTERNAL_KEY).map(|value| Element::text("external_key", value)))
        .child(Element::text("short_key", &key.short))
        .child(Element::text("key_url", url))
        .child(Element::text("mail_subject", unconfirmed::MAIL_SUBJECT))
        // Observed: it begins with a line feed, and ends with one and a tab.
        .child(Element::text("mail_body", format!("\n{mail}\n\t"))))
}

pub(super) fn create_virtual_customer(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let arguments = &request.arguments;
    let short = arguments.required("short_key")?.to_owned();
    let customer = Customer {
        name: arguments.required("name")?.to_owned(),
        ip: arguments.required("ip_address")?.to_owned(),
        system: arguments.required("operating_system")?.to_owned(),
        computer: arguments.required("computer_name")?.to_owned(),
        is_virtual: true,
        ..Customer::default()
    };
    if customer.ip.parse::<IpAddr>().is_err() {
        return Err(bad("ip_address"));
    }
    if arguments.given("locale").is_some_and(|locale| !unconfirmed::LOCALES.contains(&locale)) {
        return Err(bad("locale"));
    }
    let host = host(site, request, "public_site")?;
    let ak = site.live.keys.iter().find(|key| key.short == short).map(|key| key.ak.clone());
    let lsid = keys::redeem(site, request.now.second, &short, customer)?;
    // Documented: any other value leads to the client.
    let chat = if arguments.get("chat_url") == Some("1") { "&chat=1" } else { "" };
    let url = format!("https://{host}/?ak={}{chat}", ak.unwrap_or_default());
    let lsid = unconfirmed::VIRTUAL_CUSTOMER_HAS_LSID.then(|| Element::text("lsid", lsid));
    Ok(Element::new(unconfirmed::VIRTUAL_CUSTOMER_ROOT).child(Element::text("download_url", url)).maybe(lsid))
}

/// The host of a URL for customers: that of a public site, or the one that was called.
fn host(site: &Site, request: &Request<'_>, parameter: &str) -> Result<String, Refused> {
    let own = request.origin.rsplit('/').next().unwrap_or_default();
    let Some(wanted) = request.arguments.given(parameter) else {
        return Ok(own.to_owned());
    };
    if is_site(site, wanted) || wanted == own { Ok(wanted.to_owned()) } else { Err(bad(parameter)) }
}

/// Whether a public site has this host name.
pub(super) fn is_site(site: &Site, wanted: &str) -> bool {
    site.store.rows("/public-portal", 0).any(|(_, row)| {
        let hosts = row.get("addresses").and_then(serde_json::Value::as_array);
        hosts.is_some_and(|hosts| hosts.iter().any(|host| host == wanted)) || text(&row, "hostname") == wanted
    })
}

/// Checks the number of attributes that are set at once.
pub(super) fn few(attributes: &BTreeMap<String, String>) -> Result<(), Refused> {
    let name = attributes.keys().nth(unconfirmed::MOST_ATTRIBUTES_AT_ONCE);
    name.map_or(Ok(()), |name| Err(bad(&format!("session.custom.{name}"))))
}
