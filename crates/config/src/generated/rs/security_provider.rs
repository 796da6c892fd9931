// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
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

/// An OIDC Security Provider, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct OidcSecurityProvider {
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

/// An SAML For Public Portals Security Provider, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SamlForPublicPortalsSecurityProvider {
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
    /// The display name.
    pub display_name: Option<String>,
    /// The email.
    pub email: Option<String>,
    /// The user name.
    pub user_name: Option<String>,
    /// The login url.
    pub login_url: Option<String>,
    /// The sp entity id.
    pub sp_entity_id: Option<String>,
    /// The entity id.
    pub entity_id: Option<String>,
    /// The sso url protocol binding.
    #[serde(default, deserialize_with = "wire::value_or_empty")]
    pub sso_url_protocol_binding: Option<
        SamlForPublicPortalsSecurityProviderSsoUrlProtocolBinding,
    >,
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
    /// An SAML For Public Portals Security Provider.
    SamlForPublicPortals(Box<SamlForPublicPortalsSecurityProvider>),
    /// An OIDC Security Provider.
    Oidc(Box<OidcSecurityProvider>),
    /// A shape that this version of the crate does not know.
    Other(Json),
}

impl SecurityProviderDetails {
    /// Returns the id, unless the shape is unknown.
    #[must_use]
    pub fn id(&self) -> Option<SecurityProviderId> {
        match self {
            Self::SamlForPublicPortals(it) => Some(it.id),
            Self::Oidc(it) => Some(it.id),
            Self::Other(_) => None,
        }
    }
}

impl<'de> Deserialize<'de> for SecurityProviderDetails {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let shape = Shape::read(deserializer)?;
        match shape.text("type") {
            Some("oidc") => shape.into().map(Self::Oidc),
            Some("saml_portal") => shape.into().map(Self::SamlForPublicPortals),
            _ => Ok(Self::Other(shape.into_json())),
        }
    }
}

/// The saml for public portals security provider sso url protocol binding.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SamlForPublicPortalsSecurityProviderSsoUrlProtocolBinding {
    /// `HTTP Redirect`.
    HttpRedirect,
    /// `HTTP POST`.
    HttpPost,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl SamlForPublicPortalsSecurityProviderSsoUrlProtocolBinding {
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

impl From<&str> for SamlForPublicPortalsSecurityProviderSsoUrlProtocolBinding {
    fn from(text: &str) -> Self {
        match text {
            "HTTP Redirect" => Self::HttpRedirect,
            "HTTP POST" => Self::HttpPost,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// The security provider type.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum SecurityProviderType {
    /// `oidc`.
    Oidc,
    /// `saml_portal`.
    SamlPortal,
    /// A value that this version of the crate does not know.
    Other(String),
}

impl SecurityProviderType {
    /// Returns the value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Oidc => "oidc",
            Self::SamlPortal => "saml_portal",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for SecurityProviderType {
    fn from(text: &str) -> Self {
        match text {
            "oidc" => Self::Oidc,
            "saml_portal" => Self::SamlPortal,
            other => Self::Other(other.to_owned()),
        }
    }
}

bt_sra_transport::api::answers! {
    SecurityProviderDetails,
}

bt_sra_transport::api::text_enums! {
    SamlForPublicPortalsSecurityProviderSsoUrlProtocolBinding,
    SecurityProviderType,
}
