//! The call, and what is done with its answer.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::time::Duration;

use bt_sra_core::{Error, ErrorKind, ExposeSecret as _, Result, SecretString};
use bt_sra_transport::save::{SaveOptions, Saved, save};
use bt_sra_transport::{Body, CallOptions, Operation, Pipeline, Repeat, RetryPolicy, accept};
use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use http::{Method, Request, Response};

use crate::check::check;
use crate::file_name;

/// The path of the Backup API.
pub const PATH: &str = "/api/backup";

/// A backup changes nothing, so that asking again does no harm.
static BACKUP: Operation = Operation::new("backup", PATH, Repeat::Safe);

/// How long the whole call may take, unless something else is set for it: the limit that a client
/// has for calls in general is for answers of another size.
const LONGEST: Duration = Duration::from_secs(6 * 3600);

/// The Backup API.
#[derive(Clone, Debug)]
pub struct Backup {
    pipeline: Pipeline,
}

impl Backup {
    /// Goes through a pipeline.
    #[must_use]
    pub fn new(pipeline: Pipeline) -> Self {
        Self { pipeline }
    }

    /// Fetches a backup.
    pub fn fetch(&self) -> BackupCall {
        let mut options = CallOptions::default();
        options.deadline = Some(LONGEST);
        BackupCall {
            pipeline: self.pipeline.clone(),
            password: None,
            path: PATH.to_owned(),
            at_least: 1,
            options,
        }
    }
}

/// A call that answers with a backup. Made by [`Backup::fetch`].
#[derive(Clone)]
#[must_use = "a call does nothing until it is sent"]
pub struct BackupCall {
    pipeline: Pipeline,
    password: Option<SecretString>,
    path: String,
    at_least: u64,
    options: CallOptions,
}

impl BackupCall {
    /// Protects the backup with a password, without which it cannot be restored.
    pub fn password(mut self, password: SecretString) -> Self {
        self.password = Some(password);
        self
    }

    /// Takes no backup for one that has fewer bytes: the answer then ends in an error. One by
    /// default.
    pub fn at_least(mut self, bytes: u64) -> Self {
        self.at_least = bytes.max(1);
        self
    }

    /// Asks at another path of the site, such as `/api/backup.ns` of old appliances.
    pub fn path(mut self, path: &str) -> Self {
        path.clone_into(&mut self.path);
        self
    }

    /// Limits how long the whole call may take, the body included; six hours by default. How long
    /// the appliance may be silent is a setting of the connection.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.options.deadline = Some(deadline);
        self
    }

    /// Sets when and how often to try again. Once the body has begun, nothing is.
    pub fn with_retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = Some(policy);
        self
    }

    /// Returns the request without sending it: the address is a path, and the token is still to
    /// be put on. The password is in its body.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the path is none, or the password is empty.
    pub fn request(&self) -> Result<Request<Bytes>> {
        let refuse = |why: &'static str| Error::new(ErrorKind::InvalidRequest, why).with_operation("backup");
        if !self.path.starts_with('/') || self.path.contains(['?', '#']) {
            return Err(refuse("the path must start with a slash and come without a query"));
        }
        let mut request = Request::builder().uri(&self.path).header(ACCEPT, HeaderValue::from_static("*/*"));
        let mut body = Bytes::new();
        if let Some(password) = &self.password {
            if password.expose_secret().is_empty() {
                return Err(refuse("the password of the backup is empty"));
            }
            // The documents speak of a body without naming the method; a GET with one is asking
            // for trouble on the way.
            request = request
                .method(Method::POST)
                .header(CONTENT_TYPE, HeaderValue::from_static("application/json"));
            let members = BTreeMap::from([("password", password.expose_secret())]);
            let json = serde_json::to_vec(&members).map_err(|_| refuse("the password is no text"))?;
            body = json.into();
        }
        request.body(body).map_err(|source| refuse("this is no valid path").with_source(source))
    }

    /// Sends the request and returns the answer, whose body is still to be read. Its beginning has
    /// been looked at: an error in the dress of a success is an error.
    ///
    /// # Errors
    /// Any kind but `Io`: `Credentials` and `Appliance` also for refusals with status 200, and
    /// `Decode` for a page, a document or a text that is no backup.
    pub async fn send(self) -> Result<Response<Body>> {
        self.sent().await.map_err(|error| error.with_operation("backup"))
    }

    async fn sent(self) -> Result<Response<Body>> {
        let request = self.request()?;
        let answer = self.pipeline.call(&BACKUP, request, &self.options).await?;
        check(accept(answer).await?, self.at_least).await
    }

    /// Sends the request and saves the backup in `folder`, under the name that the appliance gives
    /// it, made harmless, or else that of [`file_name`]. The file is readable by its owner only.
    /// Nothing is replaced, and nothing stays behind if the answer breaks off.
    ///
    /// # Errors
    /// Those of [`send`](Self::send), and `Io` when the disk fails.
    pub async fn save(self, folder: impl AsRef<Path>) -> Result<Saved> {
        let mut options = SaveOptions::default();
        options.fallback = Some(file_name(self.pipeline.site(), self.pipeline.clock().now()));
        self.save_with(folder.as_ref(), &options).await
    }

    /// As [`save`](Self::save), but under a name of your own, which must be free.
    ///
    /// # Errors
    /// Those of [`save`](Self::save), and `InvalidRequest` if the name leads elsewhere.
    pub async fn save_as(self, folder: impl AsRef<Path>, name: &str) -> Result<Saved> {
        let mut options = SaveOptions::default();
        options.name = Some(name.to_owned());
        self.save_with(folder.as_ref(), &options).await
    }

    async fn save_with(self, folder: &Path, options: &SaveOptions) -> Result<Saved> {
        let answer = self.send().await?;
        save(answer, folder, options).await.map_err(|error| error.with_operation("backup"))
    }
}

impl fmt::Debug for BackupCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BackupCall")
            .field("path", &self.path)
            .field("has_password", &self.password.is_some())
            .field("at_least", &self.at_least)
            .finish_non_exhaustive()
    }
}
