//! What the documents identify things by.

use crate::Scalar;
use crate::open_enum::text_ids;

bt_sra_core::id_types! {
    /// Identifies a representative, or an access user: the number of `rep:…`.
    RepresentativeId,
    /// Identifies a support team: the number of `team:…`.
    TeamId,
    /// Identifies an issue of a support team.
    IssueId,
    /// Identifies a Jumpoint.
    JumpointId,
    /// Identifies a Jump Group among those of its type.
    JumpGroupId,
    /// Identifies a public site.
    PublicSiteId,
    /// Identifies an account of the Vault.
    VaultAccountId,
}

text_ids! {
    /// Identifies an appliance: 32 hexadecimal digits.
    ApplianceId,
    /// Identifies a session: 32 hexadecimal digits.
    Lsid,
    /// Identifies a connected client, and only as long as it is connected.
    ClientId,
    /// Identifies a participant as long as it is connected. `0` is the system.
    GsNumber,
}

macro_rules! number_ids {
    ($($name:ident),*) => {$(
        impl Scalar for $name {
            const EXPECTED: &'static str = "a whole number";

            fn from_text(text: &str) -> Option<Self> {
                i64::from_text(text).map(Self::new)
            }
        }
    )*};
}
number_ids!(RepresentativeId, TeamId, IssueId, JumpointId, JumpGroupId, PublicSiteId, VaultAccountId);
