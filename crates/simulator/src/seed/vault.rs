//! Vault accounts of every kind, their groups and policies.

use serde_json::{Value, json};

use super::Seeder;
use crate::keys;
use crate::special::association;
use crate::store::{self, OMITTED};

impl Seeder<'_> {
    pub(super) fn vault(&mut self) {
        for (name, code_name, rotate, shared) in [
            ("Default", "default", false, false),
            ("Shared secrets", "shared", false, true),
            ("Rotating", "rotating", true, false),
        ] {
            let policy = json!({
                "name": name,
                "code_name": code_name,
                "description": "",
                "auto_rotate_credentials": rotate,
                "allow_simultaneous_checkout": shared,
                "scheduled_password_rotation": rotate,
            });
            let mut policy = store::record(policy);
            if rotate {
                policy.insert("maximum_password_age".to_owned(), json!(30));
            }
            self.add("/vault/account-policy", 0, Value::Object(policy));
        }
        for (name, policy) in
            [("Default Group", Value::Null), ("Servers", json!("rotating")), ("Shared", json!("shared"))]
        {
            let id = self.add(
                "/vault/account-group",
                0,
                json!({ "name": name, "description": "", "account_policy": policy }),
            );
            for user in [2 + id, 5 + id] {
                let row = json!({ "user_id": user, "account_group_id": id, "role": "inject" });
                self.add("/vault/account-group/{id}/user", id, row);
            }
        }
        let first = self.accounts();
        for user in [3, 7] {
            self.add(
                "/vault/account/{id}/user",
                first,
                json!({ "user_id": user, "role": "inject_and_checkout" }),
            );
        }
        let own = json!({
            "filter_type": "criteria",
            "criteria": { "shared_jump_groups": [1], "host": [], "name": ["srv-*"], "tag": ["prod"], "comment": [] },
            "jump_items": [],
        });
        self.site.store.put(association::OF_ACCOUNT, first, 0, store::record(own));
        let servers = json!({
            "filter_type": "criteria",
            "criteria": { "shared_jump_groups": [2, 6], "host": [], "name": [], "tag": [], "comment": [] },
            "jump_items": [],
        });
        self.site.store.put(association::OF_GROUP, 2, 0, store::record(servers));
    }

    /// Adds the accounts and returns the id of the first.
    fn accounts(&mut self) -> i64 {
        let mut first = 0;
        for (index, name) in
            ["Backup operator", "Web deployment", "Switch enable", "Print service", "Monitoring"]
                .into_iter()
                .enumerate()
        {
            let password = self.rng.password();
            let account = json!({
                "name": name,
                "username": name.to_lowercase().replace(' ', "_"),
                "password": password,
                "account_group_id": 1 + index % 3,
            });
            let id = self.account("username_password", "VaultUsernamePasswordAccount", account);
            if index == 0 {
                first = id;
            }
        }
        for (name, kind) in [("Deploy key", "ssh"), ("Bastion key", "ssh"), ("Fleet authority", "ssh_ca")] {
            let private = keys::private_key(&self.rng.bytes());
            let account = json!({
                "name": name,
                "username": "deploy",
                "public_key": keys::public_key(&private),
                "private_key": private,
                "private_key_public_cert": null,
                "account_group_id": 2,
            });
            self.account(kind, "VaultSSHAccount", account);
        }
        for name in ["Build server token", "Chat bot token"] {
            let token = self.rng.hex(48);
            self.account(
                "opaque_token",
                "VaultTokenAccount",
                json!({ "name": name, "token": token, "account_group_id": 3 }),
            );
        }
        for number in 1..=3 {
            let password = self.rng.password();
            let account = json!({
                "name": format!("WIN-{number:02} local administrator"),
                "username": "Administrator",
                "password": password,
                "account_policy": "rotating",
                "sid": format!("S-1-5-21-100-200-30{number}-500"),
                "endpoint_id": number,
                "account_group_id": 2,
            });
            self.account("windows_local", "VaultLocalAccount", account);
        }
        for name in ["svc-sql", "svc-backup"] {
            let password = self.rng.password();
            let account = json!({
                "name": format!("EXAMPLE {name}"),
                "username": name,
                "password": password,
                "account_policy": "rotating",
                "is_management": false,
                "sam_account_name": name,
                "distinguished_name": format!("CN={name},DC=example,DC=com"),
                "_jumpoint": 2,
                "account_group_id": 2,
            });
            self.account("windows_domain", "VaultDomainAccount", account);
        }
        let secret = self.rng.hex(40);
        let aws = json!({
            "name": "billing-export",
            "password": secret,
            "arn": "arn:aws:secretsmanager:eu-central-1:123456789012:secret:billing-export",
            "aws_organization_id": "o-example",
            "tags": [{ "Key": "team", "Value": "finance" }],
        });
        self.account("aws_secret", "VaultAwsSecretAccount", aws);
        let safe = json!({ "name": "Mainframe", "username": "operator" });
        self.account("password_safe", "VaultPasswordSafeAccount", safe);
        self.authorities();
        self.personal();
        first
    }

    fn authorities(&mut self) {
        if !self.is_pra() {
            return;
        }
        let imported = json!({
            "name": "Imported authority",
            "x509_key": "-----BEGIN PRIVATE KEY-----\nc2FtcGxl\n-----END PRIVATE KEY-----",
            "x509_cert": keys::certificate("CN=Imported authority"),
            OMITTED: ["account_group_id", "owner_user_id"],
        });
        self.account("x509_ca", "VaultX509ImportedCAAccount", imported);
        let generated = json!({
            "name": "Generated authority",
            "x509_cert": keys::certificate("CN=Generated authority"),
            "subject": "CN=Generated authority,O=Example",
            "ttl": "365",
            "key_algorithm": "ecc_secp384r1",
            "cert_digest_algorithm": "sha384",
            OMITTED: ["account_group_id", "owner_user_id"],
        });
        let parent = self.account("x509_ca", "VaultX509GeneratedCAAccount", generated);
        let client = json!({
            "name": "Machine certificates",
            "parent_x509": parent,
            "subject": "CN=machine,O=Example",
            "ttl": "3600",
            "key_algorithm": "rsa_2048",
            "cert_digest_algorithm": "sha256",
        });
        self.account("x509_csr", "VaultX509ClientAccount", client);
    }

    fn personal(&mut self) {
        for user in [4, 9] {
            let password = self.rng.password();
            let account = json!({
                "name": format!("Own account of user {user}"),
                "username": "me",
                "password": password,
                "personal": true,
                "owner_user_id": user,
                OMITTED: ["account_group_id", "last_checkout_timestamp"],
            });
            self.account("username_password", "VaultUsernamePasswordAccount", account);
        }
    }

    fn account(&mut self, kind: &str, schema: &str, value: Value) -> i64 {
        let mut row = store::record(value);
        row.insert("type".to_owned(), json!(kind));
        row.insert(store::SCHEMA.to_owned(), json!(schema));
        // The secrets of some kinds are no fields of their schema.
        let secret = row.get("password").cloned();
        let id = self.add("/vault/account", 0, Value::Object(row));
        if let (Some(secret), Some(row)) = (secret, self.site.store.row_mut("/vault/account", 0, id)) {
            row.insert("password".to_owned(), secret);
        }
        id
    }
}
