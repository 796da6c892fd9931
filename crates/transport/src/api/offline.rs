//! The typed API without a way to an appliance: what builds requests for somebody else to send.

use std::sync::Arc;

use async_trait::async_trait;
use bt_sra_core::{Error, ErrorKind, Result, Site};
use bytes::Bytes;
use http::{Request, Response};

use crate::{Body, Pipeline, Transport};

/// Returns a pipeline that sends nothing: for programs with a way of their own to the appliance,
/// which take requests from [`Call::request`](crate::api::Call::request), send them, and read the
/// answers with [`Answer::read`](crate::api::Answer::read), or with
/// [`Answer::read_by_status`](crate::api::Answer::read_by_status) if they may be refusals.
///
/// ```
/// use bt_sra_config::pra::{Config, JumpGroup, NewJumpGroup};
/// use bt_sra_config::{Answer, offline};
///
/// let groups = Config::new(offline()).jump_groups();
/// let request = groups.create(NewJumpGroup::new("Web")).request().unwrap();
/// assert_eq!(request.method(), "POST");
/// assert_eq!(request.uri(), "/api/config/v1/jump-group");
/// assert_eq!(request.body(), r#"{"name":"Web"}"#);
///
/// let group = JumpGroup::read(br#"{"id":4,"name":"Web"}"#).unwrap();
/// assert_eq!(group.id.get(), 4);
/// ```
#[must_use]
pub fn offline() -> Pipeline {
    // Nothing is ever sent there.
    let site = Site::nowhere();
    Pipeline::builder(site, Arc::new(Nowhere)).build()
}

#[derive(Debug)]
struct Nowhere;

#[async_trait]
impl Transport for Nowhere {
    async fn send(&self, _request: Request<Bytes>) -> Result<Response<Body>> {
        Err(Error::new(ErrorKind::Config, "there is no way to an appliance: this was made offline"))
    }
}
