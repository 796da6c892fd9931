// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Security Provider.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::{Call, Json, wire};
use bt_sra_transport::api::scope::Scope;
use bt_sra_transport::api::wire::Shape;
use crate::{Find, List, Listing, Paged};
use http::Method;
use serde::{Deserialize, Deserializer, Serialize};
use super::SecurityProviderId;

/// Security Providers: `/security-provider`.
#[derive(Clone, Debug)]
pub struct SecurityProviders {
    pub(crate) scope: Scope,
}

impl SecurityProviders {
    /// Lists Security Providers.
    ///
    /// `GET /security-provider`
    pub fn list(&self) -> List<SecurityProviderList> {
        static OPERATION: Operation = Operation::new(
            "security-provider list",
            "/api/config/v1/security-provider",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Reads a Security Provider.
    ///
    /// `GET /security-provider/{id}`
    pub fn get(&self, id: SecurityProviderId) -> Call<SecurityProviderDetails> {
        static OPERATION: Operation = Operation::new(
            "security-provider get",
            "/api/config/v1/security-provider/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&id])
    }
    /// Changes a Security Provider.
    ///
    /// `PATCH /security-provider/{id}`
    pub fn update(
        &self,
        id: SecurityProviderId,
        patch: SamlSecurityProviderPatch,
    ) -> Call<SamlSecurityProvider> {
        static OPERATION: Operation = Operation::new(
            "security-provider update",
            "/api/config/v1/security-provider/{id}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::PATCH, &[&id]).json(&patch)
    }
    /// Finds a Security Provider by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<SecurityProviderList> {
        let name: String = name.into();
        self.list().find_by(name, |item| item.name.as_deref())
    }
}

/// The list of `/security-provider`.
#[derive(Clone, Copy, Debug)]
pub enum SecurityProviderList {}

impl Listing for SecurityProviderList {
    type Item = SecurityProvider;
    const PAGED: bool = true;
}

impl Paged for SecurityProviderList {}

/// A Kerberos Security Provider, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct KerberosSecurityProvider {
    /// The id.
    pub id: SecurityProviderId,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<SecurityProviderType>,
    /// The name: 1 to 255 characters.
    pub name: Option<String>,
    /// Whether `enabled` is set.
    pub enabled: Option<bool>,
    /// Whether `user_authentication` is set.
    pub user_authentication: Option<bool>,
    /// Whether `group_lookup` is set.
    pub group_lookup: Option<bool>,
    /// The priority: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub priority: Option<i64>,
    /// The default policy: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub default_policy: Option<i64>,
    /// Whether `sync_display_name` is set.
    pub sync_display_name: Option<bool>,
    /// Whether `strip_realm` is set.
    pub strip_realm: Option<bool>,
    /// The user mode: 0 to 2.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub user_mode: Option<i64>,
    /// The allowed users.
    pub allowed_users: Option<Vec<String>>,
    /// The allowed users regex.
    pub allowed_users_regex: Option<String>,
    /// Whether `spn_mode` is set.
    pub spn_mode: Option<bool>,
    /// The allowed spns.
    pub allowed_spns: Option<Vec<String>>,
    /// The external lookup.
    pub external_lookup: Option<Vec<i64>>,
}

/// An LDAP Security Provider, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LdapSecurityProvider {
    /// The id.
    pub id: SecurityProviderId,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<SecurityProviderType>,
    /// The name: 1 to 255 characters.
    pub name: Option<String>,
    /// Whether `enabled` is set.
    pub enabled: Option<bool>,
    /// Whether `user_authentication` is set.
    pub user_authentication: Option<bool>,
    /// Whether `group_lookup` is set.
    pub group_lookup: Option<bool>,
    /// The priority: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub priority: Option<i64>,
    /// The default policy: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub default_policy: Option<i64>,
    /// Whether `auth_provider` is set.
    pub auth_provider: Option<bool>,
    /// Whether `ldap_cache` is set.
    pub ldap_cache: Option<bool>,
    /// Whether `anonymous_bind` is set.
    pub anonymous_bind: Option<bool>,
    /// The ldap search.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub ldap_search: Option<i64>,
    /// Whether `proxy` is set.
    pub proxy: Option<bool>,
    /// The search base dn.
    pub search_base_dn: Option<String>,
    /// The user query.
    pub user_query: Option<String>,
    /// The browse query.
    pub browse_query: Option<String>,
    /// The unique id.
    pub unique_id: Option<Vec<String>>,
    /// The display name.
    pub display_name: Option<Vec<String>>,
    /// The email.
    pub email: Option<Vec<String>>,
    /// The username.
    pub username: Option<String>,
    /// The paged search timeout: 600000 to 36000000.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub paged_search_timeout: Option<i64>,
    /// The hostname.
    pub hostname: Option<String>,
    /// The port: 1 to 65535.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub port: Option<i64>,
    /// The encryption.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub encryption: Option<LdapSecurityProviderEncryption>,
    /// Whether `recursive_groups` is set.
    pub recursive_groups: Option<bool>,
    /// The object classes.
    pub object_classes: Option<Vec<String>>,
    /// The group relationships.
    pub group_relationships: Option<Vec<String>>,
    /// The photo.
    pub photo: Option<Vec<String>>,
    /// The group schema object classes.
    pub group_schema_object_classes: Option<Vec<String>>,
    /// The group schema browse query.
    pub group_schema_browse_query: Option<Vec<String>>,
    /// The group schema base dn.
    pub group_schema_base_dn: Option<String>,
    /// The group display name.
    pub group_display_name: Option<Vec<String>>,
    /// Whether `sync_display_name` is set.
    pub sync_display_name: Option<bool>,
}

/// A Local Security Provider, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LocalSecurityProvider {
    /// The id.
    pub id: SecurityProviderId,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<SecurityProviderType>,
    /// The name: 1 to 255 characters.
    pub name: Option<String>,
    /// Whether `enabled` is set.
    pub enabled: Option<bool>,
    /// Whether `user_authentication` is set.
    pub user_authentication: Option<bool>,
    /// Whether `group_lookup` is set.
    pub group_lookup: Option<bool>,
    /// The priority: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub priority: Option<i64>,
    /// The default policy: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub default_policy: Option<i64>,
}

/// A Radius Security Provider, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RadiusSecurityProvider {
    /// The id.
    pub id: SecurityProviderId,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<SecurityProviderType>,
    /// The name: 1 to 255 characters.
    pub name: Option<String>,
    /// Whether `enabled` is set.
    pub enabled: Option<bool>,
    /// Whether `user_authentication` is set.
    pub user_authentication: Option<bool>,
    /// Whether `group_lookup` is set.
    pub group_lookup: Option<bool>,
    /// The priority: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub priority: Option<i64>,
    /// The default policy: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub default_policy: Option<i64>,
    /// The allowed users.
    pub allowed_users: Option<Vec<String>>,
    /// The hostname.
    pub hostname: Option<String>,
    /// The port: 1 to 65535.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub port: Option<i64>,
    /// The timeout: 1 to 180.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub timeout: Option<i64>,
    /// The external lookup.
    pub external_lookup: Option<Vec<i64>>,
    /// Whether `sync_display_name` is set.
    pub sync_display_name: Option<bool>,
}

/// An SAML Security Provider, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SamlSecurityProvider {
    /// The id.
    pub id: SecurityProviderId,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<SecurityProviderType>,
    /// The name: 1 to 255 characters.
    pub name: Option<String>,
    /// Whether `enabled` is set.
    pub enabled: Option<bool>,
    /// Whether `user_authentication` is set.
    pub user_authentication: Option<bool>,
    /// Whether `group_lookup` is set.
    pub group_lookup: Option<bool>,
    /// The priority: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub priority: Option<i64>,
    /// The default policy: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub default_policy: Option<i64>,
    /// The group lookup attribute name.
    pub group_lookup_attribute_name: Option<String>,
    /// The available groups.
    pub available_groups: Option<Vec<String>>,
    /// The display name.
    pub display_name: Option<String>,
    /// The email.
    pub email: Option<String>,
    /// The user name.
    pub user_name: Option<String>,
    /// The login url.
    pub login_url: Option<String>,
    /// Whether `force_signed_request` is set.
    pub force_signed_request: Option<bool>,
    /// The sp entity id.
    pub sp_entity_id: Option<String>,
    /// The entity id.
    pub entity_id: Option<String>,
    /// The group delimiter.
    pub group_delimiter: Option<String>,
    /// Whether `case_insensitive_name_ids` is set.
    pub case_insensitive_name_ids: Option<bool>,
    /// The sso url protocol binding.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub sso_url_protocol_binding: Option<SamlSecurityProviderSsoUrlProtocolBinding>,
    /// Whether `sync_display_name` is set.
    pub sync_display_name: Option<bool>,
}

/// What is to change in an SAML Security Provider. What is not set stays as it is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SamlSecurityProviderPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    available_groups: Option<Vec<String>>,
}

impl SamlSecurityProviderPatch {
    /// Starts without anything set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
    /// Sets the available groups.
    #[must_use]
    pub fn available_groups(
        mut self,
        available_groups: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.available_groups = Some(
            available_groups.into_iter().map(Into::into).collect(),
        );
        self
    }
}

/// An SCIM Security Provider, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ScimSecurityProvider {
    /// The id.
    pub id: SecurityProviderId,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<SecurityProviderType>,
    /// The name: 1 to 255 characters.
    pub name: Option<String>,
    /// Whether `enabled` is set.
    pub enabled: Option<bool>,
    /// Whether `user_authentication` is set.
    pub user_authentication: Option<bool>,
    /// Whether `group_lookup` is set.
    pub group_lookup: Option<bool>,
    /// The priority: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub priority: Option<i64>,
    /// The default policy: at least 0.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub default_policy: Option<i64>,
    /// The unique id attribute name.
    pub unique_id_attribute_name: Option<String>,
    /// The display name.
    pub display_name: Option<String>,
    /// The email.
    pub email: Option<String>,
    /// The user name.
    pub user_name: Option<String>,
    /// The scim user query id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub scim_user_query_id: Option<ScimSecurityProviderScimUserQueryId>,
    /// The scim group query id.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub scim_group_query_id: Option<ScimSecurityProviderScimGroupQueryId>,
}

/// A Security Provider, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SecurityProvider {
    /// The id.
    pub id: SecurityProviderId,
    /// The type.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub r#type: Option<SecurityProviderType>,
    /// The name: 1 to 255 characters.
    pub name: Option<String>,
    /// Whether `enabled` is set.
    pub enabled: Option<bool>,
    /// Whether `user_authentication` is set.
    pub user_authentication: Option<bool>,
    /// Whether `group_lookup` is set.
    pub group_lookup: Option<bool>,
}

/// A Security Provider Details, in one of several shapes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
#[serde(untagged)]
pub enum SecurityProviderDetails {
    /// An SAML Security Provider.
    Saml(Box<SamlSecurityProvider>),
    /// An SCIM Security Provider.
    Scim(Box<ScimSecurityProvider>),
    /// An LDAP Security Provider.
    Ldap(Box<LdapSecurityProvider>),
    /// A Local Security Provider.
    Local(Box<LocalSecurityProvider>),
    /// A Radius Security Provider.
    Radius(Box<RadiusSecurityProvider>),
    /// A Kerberos Security Provider.
    Kerberos(Box<KerberosSecurityProvider>),
    /// A shape that this version of the crate does not know.
    Other(Json),
}

impl SecurityProviderDetails {
    /// Returns the id, unless the shape is unknown.
    #[must_use]
    pub fn id(&self) -> Option<SecurityProviderId> {
        match self {
            Self::Saml(it) => Some(it.id),
            Self::Scim(it) => Some(it.id),
            Self::Ldap(it) => Some(it.id),
            Self::Local(it) => Some(it.id),
            Self::Radius(it) => Some(it.id),
            Self::Kerberos(it) => Some(it.id),
            Self::Other(_) => None,
        }
    }
}

impl<'de> Deserialize<'de> for SecurityProviderDetails {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::read(deserializer)?;
        match shape.text("type") {
            Some("local") => shape.into().map(Self::Local),
            Some("ldap") => shape.into().map(Self::Ldap),
            Some("radius") => shape.into().map(Self::Radius),
            Some("kerberos") => shape.into().map(Self::Kerberos),
            Some("saml") => shape.into().map(Self::Saml),
            Some("scim") => shape.into().map(Self::Scim),
            _ => Ok(Self::Other(shape.into_json())),
        }
    }
}

/// The ldap security provider encryption.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum LdapSecurityProviderEncryption {
    /// 0.
    N0,
    /// 1.
    N1,
    /// 2.
    N2,
    /// A value that this version of the crate does not know.
    Other(i64),
}

impl LdapSecurityProviderEncryption {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_i64(self) -> i64 {
        match self {
            Self::N0 => 0,
            Self::N1 => 1,
            Self::N2 => 2,
            Self::Other(number) => number,
        }
    }
}

impl From<i64> for LdapSecurityProviderEncryption {
    fn from(number: i64) -> Self {
        match number {
            0 => Self::N0,
            1 => Self::N1,
            2 => Self::N2,
            other => Self::Other(other),
        }
    }
}

/// The saml security provider sso url protocol binding.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SamlSecurityProviderSsoUrlProtocolBinding {
    /// `HTTP Redirect`.
    HttpRedirect,
    /// `HTTP POST`.
    HttpPost,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl SamlSecurityProviderSsoUrlProtocolBinding {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::HttpRedirect => "HTTP Redirect",
            Self::HttpPost => "HTTP POST",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for SamlSecurityProviderSsoUrlProtocolBinding {
    fn from(text: &str) -> Self {
        match text {
            "HTTP Redirect" => Self::HttpRedirect,
            "HTTP POST" => Self::HttpPost,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The scim security provider scim group query id.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ScimSecurityProviderScimGroupQueryId {
    /// `id`.
    Id,
    /// `externalId`.
    ExternalId,
    /// `displayName`.
    DisplayName,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl ScimSecurityProviderScimGroupQueryId {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Id => "id",
            Self::ExternalId => "externalId",
            Self::DisplayName => "displayName",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ScimSecurityProviderScimGroupQueryId {
    fn from(text: &str) -> Self {
        match text {
            "id" => Self::Id,
            "externalId" => Self::ExternalId,
            "displayName" => Self::DisplayName,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The scim security provider scim user query id.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ScimSecurityProviderScimUserQueryId {
    /// `id`.
    Id,
    /// `externalId`.
    ExternalId,
    /// `userName`.
    UserName,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl ScimSecurityProviderScimUserQueryId {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Id => "id",
            Self::ExternalId => "externalId",
            Self::UserName => "userName",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for ScimSecurityProviderScimUserQueryId {
    fn from(text: &str) -> Self {
        match text {
            "id" => Self::Id,
            "externalId" => Self::ExternalId,
            "userName" => Self::UserName,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The security provider type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SecurityProviderType {
    /// `local`.
    Local,
    /// `ldap`.
    Ldap,
    /// `radius`.
    Radius,
    /// `kerberos`.
    Kerberos,
    /// `saml`.
    Saml,
    /// `scim`.
    Scim,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl SecurityProviderType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Local => "local",
            Self::Ldap => "ldap",
            Self::Radius => "radius",
            Self::Kerberos => "kerberos",
            Self::Saml => "saml",
            Self::Scim => "scim",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for SecurityProviderType {
    fn from(text: &str) -> Self {
        match text {
            "local" => Self::Local,
            "ldap" => Self::Ldap,
            "radius" => Self::Radius,
            "kerberos" => Self::Kerberos,
            "saml" => Self::Saml,
            "scim" => Self::Scim,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    SamlSecurityProvider,
    SecurityProviderDetails,
}

bt_sra_transport::api::text_enums! {
    SamlSecurityProviderSsoUrlProtocolBinding,
    ScimSecurityProviderScimGroupQueryId,
    ScimSecurityProviderScimUserQueryId,
    SecurityProviderType,
}

bt_sra_transport::api::number_enums! {
    LdapSecurityProviderEncryption,
}
