//! Users, teams, policies and who may do what.

use serde_json::{Value, json};

use super::{Seeder, THEN};
use crate::special::user;
use crate::store;
use crate::time;
use crate::unconfirmed;

const GIVEN: &[&str] =
    &["Alex", "Bo", "Charlie", "Dana", "Eli", "Finley", "Gale", "Harper", "Indra", "Jules"];
const FAMILY: &[&str] =
    &["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ironwood", "Juniper"];

impl Seeder<'_> {
    pub(super) fn people(&mut self) {
        self.security_providers();
        self.jump_item_roles();
        self.session_policies();
        self.users();
        self.teams();
        self.jump_policies();
        for name in ["Available soon", "In a meeting", "At lunch", "Training"] {
            let shown = if name == "At lunch" { "away" } else { "busy" };
            let code_name = name.to_lowercase().replace(' ', "_");
            self.add("/rep-status", 0, json!({ "name": name, "code_name": code_name, "display_as": shown }));
        }
        for (name, host) in [("Default", "support.example.com"), ("Partners", "partners.example.com")] {
            self.add("/public-portal", 0, json!({ "name": name, "addresses": [host] }));
        }
    }

    fn security_providers(&mut self) {
        let common = |kind: &str, name: &str, schema: &str| {
            json!({
                "type": kind,
                "name": name,
                "enabled": true,
                "user_authentication": true,
                "group_lookup": kind == "ldap" || kind == "saml",
                "priority": 1,
                "_schema": schema,
            })
        };
        if !self.is_pra() {
            self.add("/security-provider", 0, common("oidc", "Company sign-on", "OIDCSecurityProvider"));
            let portal = merged(
                common("saml_portal", "Portal sign-on", "SAMLForPublicPortalsSecurityProvider"),
                json!({ "entity_id": "https://idp.example.com/portal", "sso_url_protocol_binding": "HTTP Redirect" }),
            );
            self.add("/security-provider", 0, portal);
            return;
        }
        self.add("/security-provider", 0, common("local", "Local", "LocalSecurityProvider"));
        let ldap = json!({
            "hostname": "ldap.example.com",
            "port": 636,
            "encryption": 1,
            "search_base_dn": "dc=example,dc=com",
            "username": "cn=reader,dc=example,dc=com",
            "user_query": "(uid=%s)",
            "paged_search_timeout": 600_000,
            "unique_id": ["entryUUID"],
            "display_name": ["cn"],
            "email": ["mail"],
        });
        self.add("/security-provider", 0, merged(common("ldap", "Directory", "LDAPSecurityProvider"), ldap));
        let saml = json!({
            "entity_id": "https://idp.example.com/metadata",
            "sp_entity_id": "https://access.example.com",
            "login_url": "https://idp.example.com/login",
            "group_lookup_attribute_name": "groups",
            "available_groups": ["operators", "auditors"],
            "sso_url_protocol_binding": "HTTP POST",
            "display_name": "displayName",
            "email": "mail",
            "user_name": "uid",
        });
        self.add(
            "/security-provider",
            0,
            merged(common("saml", "Company sign-on", "SAMLSecurityProvider"), saml),
        );
        let radius = json!({ "hostname": "radius.example.com", "port": 1812, "timeout": 30 });
        self.add(
            "/security-provider",
            0,
            merged(common("radius", "One-time codes", "RadiusSecurityProvider"), radius),
        );
        let kerberos = json!({ "strip_realm": true, "user_mode": 0 });
        self.add(
            "/security-provider",
            0,
            merged(common("kerberos", "Domain tickets", "KerberosSecurityProvider"), kerberos),
        );
        let scim = json!({ "scim_user_query_id": "userName", "scim_group_query_id": "displayName" });
        self.add(
            "/security-provider",
            0,
            merged(common("scim", "Provisioned", "SCIMSecurityProvider"), scim),
        );
    }

    fn jump_item_roles(&mut self) {
        let roles: [(&str, &[&str]); 4] = [
            ("No Access", &[]),
            ("Start Sessions Only", &["perm_start"]),
            ("Start and Edit", &["perm_start", "perm_edit_tag", "perm_edit_comments", "perm_edit_identity"]),
            (
                "Administrator",
                &[
                    "perm_add",
                    "perm_assign_jump_group",
                    "perm_remove",
                    "perm_start",
                    "perm_edit_jump_policy",
                    "perm_view_jump_item_report",
                ],
            ),
        ];
        for (name, permissions) in roles {
            let mut role = store::record(json!({ "name": name, "description": "" }));
            role.extend(permissions.iter().map(|permission| ((*permission).to_owned(), json!(true))));
            self.add("/jump-item-role", 0, Value::Object(role));
        }
    }

    fn session_policies(&mut self) {
        for (name, code_name) in [
            ("Global default", "global_default"),
            ("Observe only", "observe"),
            ("Full control", "full"),
            ("Vendors", "vendors"),
        ] {
            self.add(
                "/session-policy",
                0,
                json!({ "display_name": name, "code_name": code_name, "description": "" }),
            );
        }
    }

    fn users(&mut self) {
        for number in 0..25_usize {
            let given = GIVEN.get(number % 10).copied().unwrap_or_default();
            let family = FAMILY.get((number * 3 + number / 10) % 10).copied().unwrap_or_default();
            let name = format!("{given} {family}");
            let username = format!("{}.{}{}", given.to_lowercase(), family.to_lowercase(), number / 10 + 1);
            let administrator = number == 0;
            let provider = match (self.is_pra(), number % 5) {
                (true, 3) => 2,
                (true, 4) => 3,
                _ => 1,
            };
            let years = i64::try_from(number).unwrap_or_default();
            let seen = self.lately();
            let user = json!({
                "security_provider_id": provider,
                "username": if administrator { "admin".to_owned() } else { username.clone() },
                "public_display_name": name,
                "private_display_name": name,
                "display_number": number + 1,
                "email_address": format!("{username}@example.com"),
                "enabled": number != 17,
                "failed_logins": if number == 11 { 2 } else { 0 },
                "last_authentication": seen,
                "created_at": time::text(THEN - 86_400 * (700 - 9 * years)),
                "two_factor_enabled": number % 3 == 0,
                "perm_admin": administrator,
                "perm_access_allowed": "full_support",
                "perm_support_allowed": "full_support",
                "perm_view_support_reports": if number % 4 == 0 { "all_sessions" } else { "not_allowed" },
                "perm_view_vault_reports": if administrator { "view_all_events" } else { "not_allowed" },
                "perm_vault": number % 2 == 0,
                "perm_shell_jump": true,
                "perm_remote_rdp": number % 2 == 1,
                "password": self.rng.password(),
            });
            let mut user = store::record(user);
            if provider != 1 {
                user::hide_local(&mut user);
            }
            self.add("/user", 0, Value::Object(user));
        }
    }

    fn teams(&mut self) {
        for (index, name) in ["Operations", "Databases", "Network", "Security"].into_iter().enumerate() {
            let team = json!({ "name": name, "code_name": name.to_lowercase(), "comments": null, "public_portal_ids": [] });
            let id = self.add("/team", 0, team);
            for step in 0..5_usize {
                let user = i64::try_from(2 + (index * 5 + step) % 24).unwrap_or(2);
                let role = if step == 0 { "lead" } else { "member" };
                self.add("/team/{id}/user", id, json!({ "team_id": id, "user_id": user, "role": role }));
            }
        }
    }

    fn jump_policies(&mut self) {
        let week = json!({
            "timezone": "Etc/UTC",
            "entries": (0..5).map(|day| json!({
                "start_day": day, "start_time": "07:00", "end_day": day, "end_time": "19:00",
            })).collect::<Vec<_>>(),
        });
        let always = json!({ "timezone": "Etc/UTC", "entries": [] });
        let policies = [
            json!({ "display_name": "Business hours", "code_name": "business_hours", "_schedule": week }),
            json!({
                "display_name": "Approval",
                "code_name": "approval",
                "schedule_enabled": false,
                "approval_required": true,
                "approval_user_ids": ["1", "3"],
                "approval_display_name": "The operators",
                "_schedule": always,
            }),
            json!({ "display_name": "Ticket", "code_name": "ticket", "schedule_enabled": false, "ticket_id_required": true, "_schedule": always }),
            json!({ "display_name": "Second factor", "code_name": "second_factor", "schedule_enabled": false, "two_factor_challenge_required": true, "_schedule": always }),
        ];
        for policy in policies {
            self.add("/jump-policy", 0, policy);
        }
    }

    /// Group policies, and everything that they grant; needs what they name.
    pub(super) fn policies(&mut self) {
        for (index, name) in
            ["Operators", "Database administrators", "Auditors", "Vendors"].into_iter().enumerate()
        {
            let policy = json!({
                "name": name,
                "perm_access_allowed": true,
                "perm_support_allowed": "full_support",
                "rep_perm_status": "defined",
                "access_perm_status": "defined",
                "perm_shell_jump": index != 2,
                "perm_remote_rdp": index < 2,
                "default_jump_item_role_id": 2,
            });
            let id = self.add("/group-policy", 0, policy);
            let number = i64::try_from(index).unwrap_or_default();
            for user in [2 + number, 6 + number, 11 + number] {
                let provider = self
                    .site
                    .store
                    .row("/user", 0, user)
                    .and_then(|row| store::int(&row, "security_provider_id"));
                let member = json!({ "security_provider_id": provider.unwrap_or(1), "user_id": user });
                self.add("/group-policy/{id}/member", id, member);
            }
            for group in [1 + number, 5 + number] {
                let grant = json!({ "jump_group_id": group, "jump_item_role_id": 2, "jump_policy_id": 0 });
                self.add("/group-policy/{id}/jump-group", id, grant);
            }
            self.add("/group-policy/{id}/jumpoint", id, json!({ "jumpoint_id": 1 + number }));
            self.add("/group-policy/{id}/team", id, json!({ "team_id": 1 + number, "role": "member" }));
            self.add(
                "/group-policy/{id}/vault-account",
                id,
                json!({ "account_id": 1 + number, "role": "inject" }),
            );
            let group = json!({ "group_policy_id": id, "account_group_id": 1 + number % 3, "role": "inject_and_checkout" });
            self.add("/group-policy/{id}/vault-account-group", id, group);
        }
        self.vendors();
    }

    fn vendors(&mut self) {
        for (index, name) in ["Heating contractor", "Database support"].into_iter().enumerate() {
            let vendor = json!({
                "name": name,
                "default_policy": 4,
                "account_expiration": 90,
                "administrator_ids": [1],
                "team_ids": [4],
                "network_restrictions": ["192.0.2.0/24"],
            });
            let id = self.add("/vendor", 0, vendor);
            if id == 0 {
                return;
            }
            for step in 1..=3_usize {
                let username = format!("vendor{}.{step}", index + 1);
                let expired = step == 1;
                let days = if expired { -5 } else { 3650 };
                let user = json!({
                    "username": username,
                    "public_display_name": format!("Vendor {} user {step}", index + 1),
                    "email_address": format!("{username}@example.com"),
                    "account_expiration": time::text(THEN + days * 86_400),
                    "is_expired": expired,
                    "is_approved": true,
                    "enabled": !expired,
                    "vendor_administrator": step == 2,
                    "password": unconfirmed::MASKED_PASSWORD,
                    "_password": self.rng.password(),
                });
                self.add("/vendor/{id}/user", id, user);
            }
        }
    }
}

/// Joins two object literals.
fn merged(one: Value, two: Value) -> Value {
    let mut all = store::record(one);
    all.extend(store::record(two));
    Value::Object(all)
}
