//! Reports that are files.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use bt_sra_core::{Product, Result};
use bt_sra_transport::save::{Fetch, SaveOptions, Saved, name_of, save, save_resuming};
use bt_sra_transport::{
    Body, CallOptions, Large, Operation, Pipeline, Progress, ProgressObserver, Repeat, RetryPolicy, Spool,
    accept,
};
use bt_sra_xml_model::Lsid;
use bt_sra_xml_model::report::ReportType;
use bytes::Bytes;
use http::{Method, Request, Response};

use crate::FileKind;
use crate::asking::{Ask, Asking, PATH};
use crate::content::{check, inspect};

/// A report that is a file: a recording, or one of the others as it comes. Made by the methods of the
/// handles.
///
/// It is asked for by `GET`, since parts of files can be asked for by nothing else.
#[derive(Clone, Debug)]
#[must_use = "a report does nothing until it is sent"]
pub struct Download {
    pub(crate) asking: Asking,
    ask: Ask,
    options: SaveOptions,
}

/// A file that was saved.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct SavedFile {
    /// Where it is, how long, and its hash.
    pub file: Saved,
    /// What it is, by its first bytes.
    pub kind: FileKind,
    /// How many of its bytes were there from an earlier run.
    pub kept: u64,
}

/// A file that is still to be read.
#[derive(Debug)]
#[non_exhaustive]
pub struct OpenFile {
    /// What it is, by its first bytes.
    pub kind: FileKind,
    /// The name that the appliance gives it, made harmless.
    pub name: Option<String>,
    /// How long it is, if the appliance says.
    pub len: Option<u64>,
    /// Its bytes.
    pub body: Body,
}

impl Download {
    pub(crate) fn named(pipeline: &Pipeline, product: Product, name: &'static str) -> Self {
        match ReportType::find(name) {
            Some(report) => Self::new(Asking::of(pipeline, product, report)),
            None => Self::raw(pipeline, product, Cow::Borrowed(name)),
        }
    }

    pub(crate) fn raw(pipeline: &Pipeline, product: Product, name: Cow<'static, str>) -> Self {
        Self::new(Asking::unknown(pipeline, product, name))
    }

    fn new(mut asking: Asking) -> Self {
        asking.is_file = true;
        asking.method = Method::GET;
        let mut options = SaveOptions::default();
        options.fallback = Some(asking.name.to_string());
        Self { asking, ask: Ask::Plain, options }
    }

    pub(crate) fn of_session(mut self, session: &Lsid, instance: Option<u32>) -> Self {
        self.options.fallback = Some(match instance {
            Some(instance) => format!("{session}-{instance}"),
            None => session.to_string(),
        });
        self.ask = Ask::Lsid(session.clone());
        if let Some(instance) = instance {
            self.asking.set("instance", instance);
        }
        self
    }

    pub(crate) fn set(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.asking.set(name, value);
        self
    }

    /// Sets any parameter, by its name: for what has no method of its own. It replaces what was set
    /// under the same name.
    pub fn param(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        self.asking.param(name.into(), value.into());
        self
    }

    /// Sets the name of the file, which must be a plain one and free. Otherwise the appliance gives it,
    /// or it is called after the session.
    pub fn with_file_name(mut self, name: impl Into<String>) -> Self {
        self.options.name = Some(name.into());
        self
    }

    /// Tells how far it has come.
    pub fn with_progress(mut self, observer: Arc<dyn ProgressObserver>) -> Self {
        self.options.progress = Progress::told_to(observer);
        self
    }

    /// Limits how long it may take in all, waits and retries and the file included.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.asking.options.deadline = Some(deadline);
        self
    }

    /// Sets when and how often to try again. For [`Download::save_resuming`] this is also how often in
    /// a row a file may break off without progress.
    pub fn with_retry(mut self, policy: RetryPolicy) -> Self {
        self.asking.options.retry = Some(policy);
        self
    }

    /// Returns the request without sending it: the address is a path with its query, and the token is
    /// still to be put on.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](bt_sra_core::ErrorKind::InvalidRequest) if it cannot be sent.
    pub fn request(&self) -> Result<Request<Bytes>> {
        let mut request = self.asking.request(&self.ask)?;
        request.extensions_mut().insert(Large);
        Ok(request)
    }

    /// Sends the request, and returns the file, which is still to be read.
    ///
    /// # Errors
    /// - [`ErrorKind::Appliance`](bt_sra_core::ErrorKind::Appliance) with the appliance's words if it
    ///   refuses, which it does with the status 200;
    /// - [`ErrorKind::Decode`](bt_sra_core::ErrorKind::Decode) for a page or a document in place of a
    ///   file;
    /// - any other kind but `Io`.
    pub async fn send(self) -> Result<OpenFile> {
        let (kind, response) = self.opened().await?;
        let name = name_of(&response);
        let body = response.into_body();
        Ok(OpenFile { kind, name, len: body.announced_len(), body })
    }

    /// Sends the request and saves the file in `folder`, readable by its owner only. Nothing is
    /// replaced, and nothing stays behind if the answer breaks off.
    ///
    /// # Errors
    /// Those of [`send`](Self::send), and [`ErrorKind::Io`](bt_sra_core::ErrorKind::Io) when the disk
    /// fails.
    pub async fn save(self, folder: impl AsRef<Path>) -> Result<SavedFile> {
        let (asking, options) = (self.asking.clone(), self.options.clone());
        let (kind, response) = self.opened().await?;
        let saved = save(response, folder.as_ref(), &options).await;
        saved.map(|file| SavedFile { file, kind, kept: 0 }).map_err(|error| asking.named(error))
    }

    /// Saves the file as [`save`](Self::save) does, and goes on where it was broken off: now, and the
    /// next time that the same is saved in the same folder. See
    /// [`save_resuming`](bt_sra_transport::save::save_resuming).
    ///
    /// # Errors
    /// As [`save`](Self::save).
    pub async fn save_resuming(self, folder: impl AsRef<Path>) -> Result<SavedFile> {
        let fetch = Fetch {
            request: self.request()?,
            operation: self.operation(),
            options: self.asking.options.clone(),
            pipeline: self.asking.pipeline.clone(),
            check: Some(check),
        };
        let resumed = save_resuming(fetch, folder.as_ref(), &self.options).await?;
        Ok(SavedFile { kind: FileKind::of(&resumed.head), file: resumed.saved, kept: resumed.kept })
    }

    /// Reads the file into a place from which it can be read to and fro.
    pub(crate) async fn spooled(self, limit: u64) -> Result<Spool> {
        let asking = self.asking.clone();
        let (_, response) = self.opened().await?;
        Spool::take(response.into_body(), limit).await.map_err(|error| asking.named(error))
    }

    async fn opened(self) -> Result<(FileKind, Response<Body>)> {
        let request = self.request()?;
        let options: &CallOptions = &self.asking.options;
        let response = self.asking.pipeline.call(&self.operation(), request, options).await?;
        let work = async { inspect(accept(response).await?).await };
        work.await.map_err(|error| self.asking.named(error))
    }

    fn operation(&self) -> Operation {
        Operation { name: self.asking.name.clone(), ..Operation::new("", PATH, Repeat::Safe) }
    }
}
