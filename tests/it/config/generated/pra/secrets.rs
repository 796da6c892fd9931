// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Every type that holds a secret, as it is shown.

use super::super::super::lab::At;
use bt_sra::pra::config as api;

/// Their names, and what `Debug` makes of them.
pub(in super::super::super) fn shown(at: &At) -> [(&'static str, String); 17] {
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
            "NewUser",
            format!(
                "{:?}", api::NewUser::new(at.text("public_display_name", "sample_text_"))
                .username(at.text("username", "sample_text_"))
                .password("hunter2-hunter2").password_expiration(at.time())
                .email_address(at.text("email_address", "sample_text_"))
                .preferred_email_language(at.text("preferred_email_language",
                "sample_tex")).two_factor_required(false).enabled(false).failed_logins(at
                .number("failed_logins", 1)).password_reset_next_login(false)
            ),
        ),
        (
            "UserPatch",
            format!(
                "{:?}", api::UserPatch::new().username(at.text("username",
                "sample_text_")).password("hunter2-hunter2").public_display_name(at
                .text("public_display_name", "sample_text_")).password_expiration(at
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
        (
            "NewVaultX509ImportedCaAccount",
            format!(
                "{:?}", api::NewVaultX509ImportedCaAccount::new(at.text("name",
                "sample_text_"), "hunter2-hunter2", at.text("x509_cert", "sample_text_"))
                .description(at.text("description", "sample_text_"))
                .x509_key_passphrase("hunter2-hunter2")
            ),
        ),
        (
            "VaultX509ImportedCaAccountPatch",
            format!(
                "{:?}", api::VaultX509ImportedCaAccountPatch::new()
                .r#type(api::VaultX509ImportedCaAccountType::from("x509_ca")).name(at
                .text("name", "sample_text_")).description(at.text("description",
                "sample_text_")).x509_key("hunter2-hunter2")
                .x509_key_passphrase("hunter2-hunter2").x509_cert(at.text("x509_cert",
                "sample_text_"))
            ),
        ),
        (
            "VendorUser",
            format!(
                "{:?}", serde_json::from_str::< api::VendorUser >
                ("{\"email_address\":\"sample\",\"id\":1,\"password\":\"hunter2-hunter2\",\"public_display_name\":\"sample\",\"username\":\"sample\"}")
                .unwrap()
            ),
        ),
        (
            "NewVendorUser",
            format!(
                "{:?}", api::NewVendorUser::new(at.text("username", "sample_text_"), at
                .text("public_display_name", "sample_text_"), "hunter2-hunter2", at
                .text("email_address", "sample_text_")).password_expiration(at.time())
                .password_reset_next_login(false).enabled(false)
                .preferred_email_language(at.text("preferred_email_language",
                "sample_tex"))
            ),
        ),
        (
            "VendorUserPatch",
            format!(
                "{:?}", api::VendorUserPatch::new().username(at.text("username",
                "sample_text_")).public_display_name(at.text("public_display_name",
                "sample_text_")).password("hunter2-hunter2").password_expiration(at
                .time()).password_reset_next_login(false).enabled(false).email_address(at
                .text("email_address", "sample_text_")).preferred_email_language(at
                .text("preferred_email_language", "sample_tex"))
            ),
        ),
    ]
}
