//! Calls of the Client Scripting API.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use bt_sra_core::{Error, ErrorKind, Result};
use bt_sra_scripting::{ClientScript, Console, PATH, Script};
use bt_sra_transport::save::{SaveOptions, Saved, save};
use bt_sra_transport::{Body, CallOptions, Operation, Pipeline, Repeat, RetryPolicy, accept};
use bytes::Bytes;
use http::header::{ACCEPT, HeaderValue};
use http::{Request, Response};

static CLIENT_SCRIPT: Operation = Operation::new("client_script", PATH, Repeat::Safe);

/// How much of an answer is read: far more than a script has.
const LIMIT: usize = 1 << 20;

/// A call of the Client Scripting API. Made by
/// [`Connection::client_script`](crate::Connection::client_script).
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ClientScriptCall {
    pipeline: Pipeline,
    script: ClientScript,
    options: CallOptions,
}

impl ClientScriptCall {
    pub(crate) fn new(pipeline: Pipeline, script: ClientScript) -> Self {
        Self { pipeline, script, options: CallOptions::default() }
    }

    /// Limits how long the whole call may take.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.options.deadline = Some(deadline);
        self
    }

    /// Sets when and how often to try again.
    pub fn with_retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = Some(policy);
        self
    }

    /// Returns the request without sending it.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if it is for the web console, which has no script, or holds a
    /// password.
    pub fn request(&self) -> Result<Request<Bytes>> {
        if self.script.to() == Console::Web {
            let why = "the web console answers with no script: its address is for a browser";
            return Err(Error::new(ErrorKind::InvalidRequest, why));
        }
        let builder =
            Request::builder().uri(self.script.path()?).header(ACCEPT, HeaderValue::from_static("*/*"));
        builder.body(Bytes::new()).map_err(|source| {
            Error::new(ErrorKind::InvalidRequest, "this is no valid address").with_source(source)
        })
    }

    /// Sends the request and reads the script.
    ///
    /// # Errors
    /// Any kind but `Io`; `Decode` if the answer is no script.
    pub async fn send(self) -> Result<FetchedScript> {
        self.sent().await.map_err(|error| error.with_operation("client_script"))
    }

    async fn sent(self) -> Result<FetchedScript> {
        let request = self.request()?;
        let answer = self.pipeline.call(&CLIENT_SCRIPT, request, &self.options).await?;
        let (parts, body) = accept(answer).await?.into_parts();
        let bytes = body.collect(LIMIT).await?;
        let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
        if !text.starts_with(b"BRCS") {
            let why = "the answer is no script; the Client Scripting API may be off on the site";
            return Err(Error::new(ErrorKind::Decode, why).with_may_have_acted(false));
        }
        let script = Script::parse_bytes(&bytes).map_err(|error| {
            Error::new(ErrorKind::Decode, "the script of the answer is broken")
                .with_may_have_acted(false)
                .with_source(error)
        })?;
        Ok(FetchedScript { script, response: Response::from_parts(parts, bytes) })
    }
}

/// A script that an appliance has made.
#[derive(Clone)]
pub struct FetchedScript {
    script: Script,
    response: Response<Bytes>,
}

impl FetchedScript {
    /// Returns the script.
    #[must_use]
    pub fn script(&self) -> &Script {
        &self.script
    }

    /// Saves it in `folder`, byte by byte as it came, under the name that the appliance gives it,
    /// made harmless, or else `fallback`; see [`file_name`](bt_sra_scripting::file_name). The file is
    /// readable by its owner only, and replaces nothing.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the disk fails.
    pub async fn save(self, folder: impl AsRef<Path>, fallback: &str) -> Result<Saved> {
        let mut options = SaveOptions::default();
        options.fallback = Some(fallback.to_owned());
        let saved = save(self.response.map(Body::whole), folder.as_ref(), &options).await;
        saved.map_err(|error| error.with_operation("client_script"))
    }
}

impl fmt::Debug for FetchedScript {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FetchedScript").field("script", &self.script).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use bt_sra_scripting::{Command, StartJumpItemSession};
    use bt_sra_transport::Transport;

    use super::*;
    use crate::{ClientCredentials, Connection, SecretString};

    /// Answers whoever comes without a token.
    #[derive(Debug)]
    struct Canned(&'static str);

    #[async_trait::async_trait]
    impl Transport for Canned {
        async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
            assert!(!request.headers().contains_key("authorization"));
            assert_eq!(
                request.uri().to_string(),
                "https://access.example.com/api/client_script?type=rep&operation=generate\
                 &action=start_jump_item_session&client.hostname=db-07"
            );
            let mut response = Response::new(Body::whole(self.0));
            let name = HeaderValue::from_static("attachment; filename=\"../jump.brcs-acme\"");
            response.headers_mut().insert(http::header::CONTENT_DISPOSITION, name);
            Ok(response)
        }
    }

    fn call(answer: &'static str) -> ClientScriptCall {
        let connection: Connection = Connection::builder("access.example.com")
            .unwrap()
            .credentials(ClientCredentials::new("id", "secret"))
            .transport(Arc::new(Canned(answer)))
            .build()
            .unwrap();
        let jump = StartJumpItemSession::by_hostname("db-07");
        connection.client_script(ClientScript::console(jump).unwrap())
    }

    #[tokio::test]
    async fn a_script_is_fetched_without_a_token_and_saved_as_it_came() {
        let text = "BRCS1.0\r\naction=login\r\naction=start_jump_item_session&client.hostname=db-07\r\n";
        let fetched = call(text).send().await.unwrap();
        let actions: Vec<String> = fetched.script().commands().iter().map(Command::action).collect();
        assert_eq!(actions, ["login", "start_jump_item_session"]);
        let folder = std::env::temp_dir().join(format!("bt-sra-script-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let saved = fetched.save(&folder, "x.brcs").await.unwrap();
        assert_eq!(saved.path, folder.join("jump.brcs-acme"));
        assert_eq!(std::fs::read_to_string(&saved.path).unwrap(), text);
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[tokio::test]
    async fn what_is_no_script_is_an_error() {
        for answer in ["", "<html>", "Document Not Found", "BRCS1.0", "BRCSx\naction=login"] {
            let error = call(answer).send().await.unwrap_err();
            assert_eq!((error.kind(), error.may_have_acted()), (ErrorKind::Decode, false), "{answer}");
        }
    }

    #[test]
    fn what_is_for_a_browser_or_holds_a_password_is_not_fetched() {
        let web = ClientScript::web_console(StartJumpItemSession::by_tag("web")).unwrap();
        let password = SecretString::from("hunter2".to_owned());
        let login = ClientScript::console(bt_sra_scripting::Login::with_password("mira", &password)).unwrap();
        for script in [web, login] {
            let call = ClientScriptCall { script, ..call("") };
            assert_eq!(call.request().unwrap_err().kind(), ErrorKind::InvalidRequest);
        }
    }
}
