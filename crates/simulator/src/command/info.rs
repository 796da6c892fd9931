//! What the API says about itself and about the account that asks.

use bt_sra_core::Product;

use super::xml::Element;
use super::{Refused, Request, permission, profile};
use crate::oauth::ACCOUNTS;
use crate::profile::Shape;
use crate::store::{Record, flag};
use crate::unconfirmed;
use crate::world::Site;

/// The permissions in the order of the recording, which knows no others.
const RECORDED: &[&str] = &[
    "perm_reporting_support",
    "perm_reporting_presentation",
    "perm_reporting_license",
    "perm_reporting_archive",
    "perm_real_time_state",
    "perm_ecm",
    "perm_backup",
    "perm_scim",
];

/// Permissions of RS that are documented since.
const LATER: &[&str] = &["perm_configuration", VAULT_ACCOUNT];

/// Permissions of RS that are expected.
const EXPECTED: &[&str] = &["perm_reporting_vault", "perm_vault_backup"];

const PRA: &[&str] = &[
    "perm_backup",
    "perm_configuration",
    VAULT_ACCOUNT,
    "perm_ecm",
    REPORTING,
    "perm_reporting_license",
    "perm_reporting_vault",
    "perm_scim",
    "perm_vault_backup",
];

const VAULT_ACCOUNT: &str = "perm_configuration_vault_account";
/// Stands for the Reporting API as a whole.
const REPORTING: &str = "perm_reporting";

pub(super) fn api_info(site: &mut Site, request: &Request<'_>) -> Result<Element, Refused> {
    let (profile, shapes) = (profile(site), site.switches.shapes);
    let row = site.store.row(ACCOUNTS, 0, request.account).map(std::borrow::Cow::into_owned);
    let row = row.unwrap_or_default();
    let mut names: Vec<&'static str> = Vec::new();
    match site.product {
        Product::Pra => names.extend(PRA),
        Product::Rs => {
            names.extend(RECORDED);
            if !profile.is_old() {
                names.extend(LATER);
                if shapes.has(Shape::UNCONFIRMED) {
                    names.extend(EXPECTED);
                }
            }
        }
    }
    let level = Element::text("permission", permission(site, request.account)).with("name", "perm_command");
    let others = names.into_iter().map(|name| {
        let spelled = if name == VAULT_ACCOUNT && shapes.has(Shape::MISSPELT) {
            unconfirmed::MISSPELT_PERMISSION
        } else {
            name
        };
        Element::flag("permission", has(&row, name)).with("name", spelled)
    });
    let company = site.product == Product::Rs && profile.is_old();
    Ok(Element::new("api_information")
        .child(Element::text("api_version", profile.api_version()))
        .maybe(company.then(|| Element::text("company_name", unconfirmed::COMPANY_NAME)))
        .child(Element::text("timestamp", request.now.second))
        .child(Element::new("permissions").child(level).children(others)))
}

fn has(row: &Record, name: &str) -> bool {
    match name {
        REPORTING if unconfirmed::ANY_REPORT_IS_REPORTING => {
            row.keys().any(|key| key.starts_with("perm_reporting_") && flag(row, key))
        }
        "perm_reporting_presentation" => flag(row, unconfirmed::PRESENTATIONS_BY),
        name => flag(row, name),
    }
}
