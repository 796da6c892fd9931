//! `create_virtual_customer`: a session whose customer is a program (RS).

use std::fmt;

use bt_sra_core::Result;
use serde::{Deserialize, Serialize};

use crate::{Document, Element, Extra, Fields, Lsid};

/// A virtual customer. Neither the root element nor what surrounds the address is documented, so
/// that any document counts that has a `download_url` somewhere.
#[derive(Clone, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct VirtualCustomer {
    /// Where a person goes on in place of the program.
    pub download_url: String,
    /// Identifies the new session; not documented.
    pub lsid: Option<Lsid>,
    /// What else the document holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl fmt::Debug for VirtualCustomer {
    /// Shows no address with which the session could be gone on with.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VirtualCustomer").field("lsid", &self.lsid).finish_non_exhaustive()
    }
}

impl Document for VirtualCustomer {
    const ROOT: &'static str = "virtual_customer";

    fn accepts(root: Element<'_>) -> bool {
        root.name() == Self::ROOT || (root.name() != "html" && root.find("download_url").is_some())
    }

    fn from_root(root: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(root);
        let lsid = fields.guess("lsid");
        let url = fields.word("download_url").or_else(|| {
            // Deeper, and then it stays in `extra` too; or the root itself.
            let found = root.find("download_url")?;
            Some(found.text().trim().to_owned()).filter(|url| !url.is_empty())
        });
        let download_url = url.ok_or_else(|| fields.missing("download_url"))?;
        if root.name() == "download_url" {
            fields.text();
        }
        Ok(Self { download_url, lsid, extra: fields.extra() })
    }
}
