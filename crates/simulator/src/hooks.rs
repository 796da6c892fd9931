//! What single resources do beyond what the catalog says, when they are created or changed.

use http::StatusCode;
use serde_json::{Value, json};

use crate::answer::{Errors, Refusal};
use crate::call::Call;
use crate::installer;
use crate::paging;
use crate::route::collection_of;
use crate::rules::elsewhere;
use crate::special::{jump, portal, provisioning, schedule, user, vault, vendor};
use crate::store::{OMITTED, Record, flag, int, text};
use crate::time;
use crate::tunnel;
use crate::unconfirmed;
use crate::world::Site;

/// Returns the field that names the parent of a sub-resource: `team_id` below `/team/{id}`.
pub(crate) fn parent_field(template: &str) -> Option<String> {
    let (above, _) = template.split_once("/{id}/")?;
    let (_, name) = above.rsplit_once('/')?;
    Some(format!("{}_id", name.replace('-', "_")))
}

/// Returns the field that identifies a member within its parent, where it is not an id of its own.
pub(crate) fn key_field(site: &Site, template: &'static str) -> Option<&'static str> {
    let collection = collection_of(template);
    let item = site.router.item(collection)?;
    let name = item.rsplit_once("/{")?.1.strip_suffix('}')?;
    let operation = site.router.operation(bt_sra_catalog::Method::Post, collection)?;
    let object = match &operation.body.as_ref()?.schema {
        bt_sra_catalog::Schema::Object(object) => *object,
        _ => return None,
    };
    (name != "id" && object.field(name).is_some()).then_some(name)
}

/// Returns required fields that this body need not have.
pub(crate) fn given(template: &str, sent: &Record) -> Vec<&'static str> {
    // A Kubernetes tunnel takes its host name from the URL.
    if template == "/jump-item/protocol-tunnel-jump" && text(sent, "tunnel_type") == "k8s" {
        return vec!["hostname"];
    }
    Vec::new()
}

/// Sets what the appliance decides itself in a new record.
pub(crate) fn before_create(
    site: &mut Site,
    call: &Call<'_>,
    table: &'static str,
    record: &mut Record,
    errors: &mut Errors,
) -> Result<(), Refusal> {
    if let Some(name) = key_field(site, table)
        && !record.contains_key(name)
    {
        errors.add(name, format!("The {} field is required.", name.replace('_', " ")));
    }
    let coded =
        unconfirmed::UNIQUE.iter().any(|(path, fields)| *path == table && fields.contains(&"code_name"));
    if coded && text(record, "code_name").is_empty() {
        let code_name = code_name(site, table, record);
        record.insert("code_name".to_owned(), json!(code_name));
    }
    let now = call.now.text();
    match table {
        "/jump-item/shell-jump" if !record.contains_key("port") => {
            let port = if text(record, "protocol") == "telnet" { 23 } else { 22 };
            record.insert("port".to_owned(), json!(port));
        }
        "/jump-item/protocol-tunnel-jump" => tunnel::check(site, record, None)?,
        "/jump-client/installer" => {
            jump::check_proxy(site, record, errors);
            portal::check_client(site, record, None, errors);
            new_installer(site, call, record);
        }
        "/jumpoint" => {
            record.insert("connected".to_owned(), json!(false));
            jump::check_jumpoint(site, record, None, errors);
            installer::keys(site, record);
        }
        "/user" => {
            record.insert("security_provider_id".to_owned(), json!(1));
            record.insert("failed_logins".to_owned(), json!(0));
            record.insert("created_at".to_owned(), json!(now));
            if text(record, "username").is_empty() {
                errors.add("username", "The username field is required.");
            }
        }
        "/vendor/{id}/user" => {
            let waits = site
                .store
                .row("/vendor", 0, call.id())
                .is_some_and(|vendor| flag(&vendor, "user_approval_enabled"));
            let expires = vendor::expiration(site, call.id(), call.now);
            record.insert("account_expiration".to_owned(), json!(expires));
            record.insert("is_approved".to_owned(), json!(!waits));
            let name = text(record, "username");
            let user = site.store.rows("/user", 0);
            if vendor::is_taken(site, name)
                || user.into_iter().any(|(_, row)| text(&row, "username").eq_ignore_ascii_case(name))
            {
                errors.add("username", "The username has already been taken.");
            }
            mask(record);
        }
        "/vendor" => vendor::check(record, None, errors),
        "/jump-policy" => schedule::check(record, None, errors),
        "/team" => portal::check_team(site, record, errors),
        "/vault/account" => vault::before_create(site, record, errors),
        "/vault/account-policy" => rotation_age(record, errors),
        "/group-policy/{id}/member" => member(site, call.id(), record, errors),
        "/endpoint-automation/script" => {
            record.insert("created_by_api_account_id".to_owned(), json!(call.account));
            record.insert("created_at".to_owned(), json!(now));
            record.insert("updated_at".to_owned(), json!(now));
        }
        _ => {}
    }
    Ok(())
}

/// Sets what no answer shows as it is stored.
pub(crate) fn after_id(table: &str, record: &mut Record) {
    if table == "/vault/account" && text(record, "type") == "x509_ca" {
        record.insert(OMITTED.to_owned(), json!(["account_group_id", "owner_user_id"]));
    }
    if table == "/jump-policy" {
        record.insert(schedule::SCHEDULE.to_owned(), json!({ "timezone": "UTC", "entries": [] }));
    }
}

/// Checks and completes a change.
pub(crate) fn before_update(
    site: &Site,
    call: &Call<'_>,
    table: &str,
    old: &Record,
    new: &mut Record,
    errors: &mut Errors,
) -> Result<(), Refusal> {
    match table {
        "/user" => user::before_update(site, old, new, errors)?,
        "/vendor" => vendor::check(new, Some(old), errors),
        "/jump-policy" => schedule::check(new, Some(old), errors),
        "/team" => portal::check_team(site, new, errors),
        "/jump-client" => portal::check_client(site, new, Some(old), errors),
        // Documented: what a group policy grants is not changed here.
        "/team/{id}/user" if old.contains_key(provisioning::BY_POLICY) => {
            return Err(Refusal::state("The user is on the team by a group policy."));
        }
        "/jump-item/protocol-tunnel-jump" => tunnel::check(site, new, Some(old))?,
        "/jumpoint" => {
            jump::check_jumpoint(site, new, Some(old), errors);
            // Documented: neither can be modified after creation.
            for fixed in ["platform", "clustered"] {
                if new.get(fixed) != old.get(fixed) {
                    errors.add(fixed, format!("The {fixed} cannot be changed."));
                }
            }
        }
        "/security-provider" if text(old, "type") != "saml" => {
            return Err(Refusal::state("Only SAML security providers can be changed."));
        }
        "/vault/account" => {
            unless_personal(old)?;
            if new.get("type") != old.get("type") {
                errors.add("type", "The type cannot be changed.");
            }
            // The public key changes with a new private key.
            vault::complete(new);
        }
        "/vault/account/{id}/user" => personal(site, call.parent())?,
        "/vendor/{id}/user" => mask(new),
        "/vault/account-policy" => rotation_age(new, errors),
        _ => {}
    }
    let code_name = new.get("code_name").and_then(Value::as_str);
    if code_name == Some("") {
        new.insert("code_name".to_owned(), old.get("code_name").cloned().unwrap_or_default());
    }
    Ok(())
}

/// Stores a changed record, below another parent if the change says so.
pub(crate) fn moved(
    site: &mut Site,
    table: &str,
    parent: i64,
    id: i64,
    old: &Record,
    new: Record,
) -> Result<(), Refusal> {
    if table == "/vault/account-policy" && old.get("code_name") != new.get("code_name") {
        let name = new.get("code_name").cloned().unwrap_or_default();
        for table in ["/vault/account", "/vault/account-group"] {
            elsewhere::rename_policy(site, table, text(old, "code_name"), &name);
        }
    }
    let mut home = parent;
    if let Some(field) = parent_field(table)
        && let Some(other) = int(&new, &field)
        && old.contains_key(&field)
    {
        home = other;
    }
    let key = key_field(site, site.router.template(table).unwrap_or_default())
        .and_then(|name| int(&new, name))
        .unwrap_or(id);
    if (home, key) != (parent, id) {
        if site.store.has(table, home, key) {
            return Err(Refusal::state("The target has this member already."));
        }
        site.store.take(table, parent, id);
    }
    site.store.put(table, home, key, new);
    Ok(())
}

/// Refuses what the API must not do to personal accounts: 403 without content.
pub(crate) fn personal(site: &Site, account: i64) -> Result<(), Refusal> {
    let personal = site.store.row("/vault/account", 0, account).is_some_and(|row| flag(&row, "personal"));
    if personal { Err(Refusal::Bare(StatusCode::FORBIDDEN)) } else { Ok(()) }
}

/// Refuses what is not said to be answered with 403.
pub(crate) fn unless_personal(account: &Record) -> Result<(), Refusal> {
    let (status, message) = unconfirmed::PERSONAL_REFUSED;
    if flag(account, "personal") { Err(Refusal::Status(status, message.to_owned())) } else { Ok(()) }
}

/// Puts a password where no answer shows it. A mask that is sent back changes nothing.
pub(crate) fn mask(record: &mut Record) {
    let masked = json!(unconfirmed::MASKED_PASSWORD);
    if let Some(password) = record.insert("password".to_owned(), masked.clone())
        && password != masked
    {
        record.insert("_password".to_owned(), password);
    }
}

/// Makes a code name of the display name: lower case, `_` for what a code name cannot hold, and
/// one that nobody has in any case, since code names are compared without it.
fn code_name(site: &Site, table: &str, record: &Record) -> String {
    let name = [text(record, "name"), text(record, "display_name")].concat();
    let stem: String = name
        .chars()
        .map(|character| if character.is_ascii_alphanumeric() { character.to_ascii_lowercase() } else { '_' })
        .take(56)
        .collect();
    let stem = if stem.is_empty() { "unnamed".to_owned() } else { stem };
    let taken = |candidate: &str| {
        site.store.rows(table, 0).any(|(_, row)| paging::holds(row.get("code_name"), candidate))
    };
    let mut candidate = stem.clone();
    let mut number = 2_u32;
    while taken(&candidate) {
        candidate = format!("{stem}_{number}");
        number = number.saturating_add(1);
    }
    candidate
}

fn new_installer(site: &mut Site, call: &Call<'_>, record: &mut Record) {
    let installer = site.rng.hex(32);
    let minutes = int(record, "valid_duration").unwrap_or(1440);
    let expires = call.now.second.saturating_add(minutes.saturating_mul(60));
    record.insert("expiration_timestamp".to_owned(), json!(time::text(expires)));
    record.insert("key_info".to_owned(), installer::key_info(&installer));
    record.insert("installer_id".to_owned(), json!(installer));
    record.insert("_expires".to_owned(), json!(expires));
}

fn rotation_age(record: &mut Record, errors: &mut Errors) {
    if flag(record, "scheduled_password_rotation")
        && int(record, "maximum_password_age").is_none_or(|age| age == 0)
    {
        errors.add("maximum_password_age", "The maximum password age field is required.");
    }
    // Documented: without the schedule there is no age.
    if !flag(record, "scheduled_password_rotation") {
        record.remove("maximum_password_age");
    }
}

/// What a member of a group policy is known by.
const MEMBER: [&str; 4] = ["security_provider_id", "distinguished_name", "group_name", "user_id"];

/// A member is a user, or a group of a provider that has groups.
fn member(site: &Site, policy: i64, record: &Record, errors: &mut Errors) {
    let Some(provider) = int(record, "security_provider_id") else {
        errors.add("security_provider_id", "The security provider id field is required.");
        return;
    };
    let kind = site
        .store
        .row("/security-provider", 0, provider)
        .map(|row| text(&row, "type").to_owned())
        .unwrap_or_default();
    let user = record.contains_key("user_id");
    let name = record.contains_key("distinguished_name");
    let group = record.contains_key("group_name");
    let right = match kind.as_str() {
        "ldap" => user != name,
        "saml" | "scim" => user != group,
        _ => user && !name,
    };
    if !right {
        errors
            .add("user_id", "The user id field is required, or the one that names a group of the provider.");
    }
    let same = |row: &Record| MEMBER.iter().all(|field| row.get(*field) == record.get(*field));
    if unconfirmed::MEMBERS_ARE_UNIQUE
        && site.store.rows("/group-policy/{id}/member", policy).any(|(_, row)| same(&row))
    {
        let field = MEMBER.iter().rev().find(|field| record.contains_key(**field)).unwrap_or(&"user_id");
        errors.add(field, format!("The {} has already been added.", field.replace('_', " ")));
    }
}
