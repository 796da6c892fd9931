// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Every type that holds a secret, as it is shown.

use super::super::super::lab::At;
use bt_sra::rs::config as api;

/// Their names, and what `Debug` makes of them.
pub(in super::super::super) fn shown(at: &At) -> [(&'static str, String); 11] {
    [
        (
            "JumpClientInstaller",
            format!(
                "{:?}", serde_json::from_str::< api::JumpClientInstaller >
                ("{\"id\":1,\"key_info\":{\"encodedInfo\":\"hunter2-hunter2\",\"filename\":\"hunter2-hunter2\",\"installerPath\":\"hunter2-hunter2\"}}")
                .unwrap()
            ),
        ),
        (
            "JumpClientInstallerKeyInfo",
            format!(
                "{:?}", serde_json::from_str::< api::JumpClientInstallerKeyInfo >
                ("{\"encodedInfo\":\"hunter2-hunter2\",\"filename\":\"hunter2-hunter2\",\"installerPath\":\"hunter2-hunter2\"}")
                .unwrap()
            ),
        ),
        (
            "Jumpoint",
            format!(
                "{:?}", serde_json::from_str::< api::Jumpoint >
                ("{\"docker_deploy_key\":\"hunter2-hunter2\",\"id\":1,\"key_info\":\"hunter2-hunter2\",\"name\":\"sample\",\"platform\":\"sample\"}")
                .unwrap()
            ),
        ),
        (
            "UserPatch",
            format!(
                "{:?}", api::UserPatch::new().display_number(at.number("display_number",
                1)).username(at.text("username", "sample_text_"))
                .password("hunter2-hunter2").public_display_name(at
                .text("public_display_name", "sample_text_")).private_display_name(at
                .text("private_display_name", "sample_text_")).password_expiration(at
                .time()).email_address(at.text("email_address", "sample_text_"))
                .preferred_email_language(at.text("preferred_email_language",
                "sample_tex")).two_factor_required(false).enabled(false).failed_logins(at
                .number("failed_logins", 1)).password_reset_next_login(false)
            ),
        ),
        (
            "VaultAccountCredential",
            format!(
                "{:?}", serde_json::from_str::< api::VaultAccountCredential >
                ("{\"password\":\"hunter2-hunter2\",\"private_key\":\"hunter2-hunter2\",\"token\":\"hunter2-hunter2\"}")
                .unwrap()
            ),
        ),
        (
            "NewVaultSshAccount",
            format!(
                "{:?}", api::NewVaultSshAccount::new(at.text("name", "sample_text_"), at
                .text("username", "sample_text_"), "hunter2-hunter2",
                api::VaultSshAccountType::from("ssh"))
                .private_key_passphrase("hunter2-hunter2").private_key_public_cert(at
                .text("private_key_public_cert", "sample_text_")).description(at
                .text("description", "sample_text_"))
                .account_group_id(api::VaultAccountGroupId::new(at
                .number("account_group_id", 1))).account_policy(at.text("account_policy",
                "sample_text_"))
            ),
        ),
        (
            "VaultSshAccountPatch",
            format!(
                "{:?}", api::VaultSshAccountPatch::new()
                .r#type(api::VaultSshAccountType::from("ssh")).name(at.text("name",
                "sample_text_")).username(at.text("username", "sample_text_"))
                .private_key("hunter2-hunter2").private_key_passphrase("hunter2-hunter2")
                .private_key_public_cert(at.text("private_key_public_cert",
                "sample_text_")).description(at.text("description", "sample_text_"))
                .account_group_id(api::VaultAccountGroupId::new(at
                .number("account_group_id", 1))).account_policy(at.text("account_policy",
                "sample_text_"))
            ),
        ),
        (
            "NewVaultTokenAccount",
            format!(
                "{:?}", api::NewVaultTokenAccount::new(at.text("name", "sample_text_"),
                "hunter2-hunter2").description(at.text("description", "sample_text_"))
                .account_group_id(api::VaultAccountGroupId::new(at
                .number("account_group_id", 1))).account_policy(at.text("account_policy",
                "sample_text_"))
            ),
        ),
        (
            "VaultTokenAccountPatch",
            format!(
                "{:?}", api::VaultTokenAccountPatch::new()
                .r#type(api::VaultTokenAccountType::from("opaque_token")).name(at
                .text("name", "sample_text_")).token("hunter2-hunter2").description(at
                .text("description", "sample_text_"))
                .account_group_id(api::VaultAccountGroupId::new(at
                .number("account_group_id", 1))).account_policy(at.text("account_policy",
                "sample_text_"))
            ),
        ),
        (
            "NewVaultUsernamePasswordAccount",
            format!(
                "{:?}", api::NewVaultUsernamePasswordAccount::new(at.text("name",
                "sample_text_"), at.text("username", "sample_text_"), "hunter2-hunter2")
                .description(at.text("description", "sample_text_"))
                .account_group_id(api::VaultAccountGroupId::new(at
                .number("account_group_id", 1))).account_policy(at.text("account_policy",
                "sample_text_"))
            ),
        ),
        (
            "VaultUsernamePasswordAccountPatch",
            format!(
                "{:?}", api::VaultUsernamePasswordAccountPatch::new()
                .r#type(api::VaultUsernamePasswordAccountType::from("username_password"))
                .name(at.text("name", "sample_text_")).username(at.text("username",
                "sample_text_")).password("hunter2-hunter2").description(at
                .text("description", "sample_text_"))
                .account_group_id(api::VaultAccountGroupId::new(at
                .number("account_group_id", 1))).account_policy(at.text("account_policy",
                "sample_text_"))
            ),
        ),
    ]
}
