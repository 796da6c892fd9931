// Made by `cargo xtask codegen` from: RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Public Portal.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::scope::Scope;
use crate::{Find, List, Listing, Paged};
use serde::{Deserialize, Serialize};
use super::PublicPortalId;

/// Public Portals: `/public-portal`.
#[derive(Clone, Debug)]
pub struct PublicPortals {
    pub(crate) scope: Scope,
}

impl PublicPortals {
    /// Lists Public Portals.
    ///
    /// `GET /public-portal`
    pub fn list(&self) -> List<PublicPortalList> {
        static OPERATION: Operation = Operation::new(
            "public-portal list",
            "/api/config/v1/public-portal",
            Repeat::Safe,
        );
        List::new(&self.scope, &OPERATION, &[])
    }
    /// Finds a Public Portal by its `name`: none, one or several.
    pub fn find_by_name(&self, name: impl Into<String>) -> Find<PublicPortalList> {
        let name: String = name.into();
        self.list().find_by(name, |item| item.name.as_deref())
    }
}

/// The list of `/public-portal`.
#[derive(Clone, Copy, Debug)]
pub enum PublicPortalList {}

impl Listing for PublicPortalList {
    type Item = PublicPortal;
    const PAGED: bool = true;
}

impl Paged for PublicPortalList {}

/// A Public Portal, as the appliance answers it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PublicPortal {
    /// The id.
    pub id: PublicPortalId,
    /// The name: 1 to 255 characters.
    pub name: Option<String>,
    /// The addresses.
    pub addresses: Option<Vec<String>>,
}
