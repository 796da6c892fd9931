// Made by `cargo xtask codegen` from: PRA command API 2.0.0, sha256 b4c9ec073ec83fae4e49e0aeb1cd489cfcc0e62043634ec5a458f5f78da995c9.
//! Session.

use bt_sra_transport::{Operation, Repeat};
use bt_sra_transport::api::Call;
use bt_sra_transport::api::scope::Scope;
use bt_sra_xml_model::Lsid;
use http::Method;
use std::collections::BTreeMap;
use super::{Message, SessionAttribute};

/// Sessions: `/session/{lsid}`.
#[derive(Clone, Debug)]
pub struct Sessions {
    pub(crate) scope: Scope,
}

impl Sessions {
    /// Lists the external key and the custom fields of a session.
    ///
    /// `GET /session/{lsid}`
    pub fn attributes(&self, lsid: &Lsid) -> Call<Vec<SessionAttribute>> {
        static OPERATION: Operation = Operation::new(
            "session attributes",
            "/api/command/v2/session/{lsid}",
            Repeat::Safe,
        );
        self.scope.call(&OPERATION, Method::GET, &[&lsid])
    }
    /// Sets the external key or custom fields of a session, by their code names. What is not named stays as it is.
    ///
    /// `PATCH /session/{lsid}`
    pub fn set_attributes(
        &self,
        lsid: &Lsid,
        fields: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>,
    ) -> Call<Message> {
        static OPERATION: Operation = Operation::new(
            "session set-attributes",
            "/api/command/v2/session/{lsid}",
            Repeat::Safe,
        );
        let fields: BTreeMap<String, String> = fields
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()))
            .collect();
        self.scope.call(&OPERATION, Method::PATCH, &[&lsid]).json(&fields)
    }
}
