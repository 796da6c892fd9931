//! The facade of bt-sra.
//!
#![doc = include_str!("../README.md")]

#[cfg(any(feature = "pra", feature = "rs"))]
mod client;
mod connection;
mod environment;
#[cfg(feature = "pra")]
pub mod pra;
mod raw;
#[cfg(feature = "rs")]
pub mod rs;
#[cfg(feature = "scripting")]
mod script;

/// The Backup API: `backup` of the clients, or made of a [`Pipeline`].
#[cfg(feature = "backup")]
pub mod backup {
    pub use bt_sra_backup::{Backup, BackupCall, Saved, file_name, stem};
}

/// What the Command APIs of both products have in common: calls, their parameters, the documents
/// that answer them ([`model`](command::model)), and all actions as data. The actions themselves are
/// methods of `pra::command::Command` and `rs::command::Command`.
#[cfg(feature = "command")]
pub mod command {
    pub use bt_sra_command::{
        ACTIONS, Access, Action, Call, Chat, ClientFilter, Evidence, Health, HealthSource, Leaver, Need,
        NewFailoverRole, Parameter, ParameterKind, Permissions, PlainHealth, PlainHealthCall, Priority,
        Queue, Rep, SessionVoice, TeamVoice, TransferTo, Until, Visitor, actions, model,
    };
}

/// What the Configuration APIs of both products have in common: calls, lists, and what takes
/// several calls. Their resources are in `pra::config` and `rs::config`.
#[cfg(feature = "config")]
pub mod config {
    pub use bt_sra_config::{
        Answer, Call, Download, Ensure, Ensured, Find, Found, Held, Hold, Items, Json, List, Listing, Page,
        Paged, Pages, Raw, Until, offline,
    };
}

/// What the Reporting APIs of both products have in common: reports, their windows and plans, and the
/// documents that answer them ([`model`](reporting::model)). The reports themselves are methods of
/// `pra::reporting::Reporting` and `rs::reporting::Reporting`.
#[cfg(feature = "reporting")]
pub mod reporting {
    pub use bt_sra_reporting::{
        Archive, ArchiveRow, Day, Distinct, Download, EndpointLicense, EndpointLicenseHead,
        EndpointLicenseRow, EndpointLicenses, FileKind, Key, LSIDS_AT_ONCE, LicenseInterval, Moment,
        OfSession, OpenFile, Plan, Progress, ProgressObserver, Report, ReportStream, Rows, SavedFile,
        SessionFilter, Sessions, StartWindow, SummaryBy, SurveyBy, Surveys, Syslog, SyslogFields,
        SyslogLimits, SyslogPerson, SyslogRecord, SyslogStamp, VaultFilter, Whose, Window, WindowBy, model,
        offline, read_archive_state, v2, walk_archive_events, walk_archive_state, walk_endpoint_licenses,
        walk_syslog,
    };
}

/// Console scripts, and the addresses of the Client Scripting API, which
/// [`Connection::client_script`] calls. What each product has is in `pra::scripting` and
/// `rs::scripting`.
#[cfg(feature = "scripting")]
pub mod scripting {
    pub use bt_sra_scripting::{
        ACTIONS, Action, ClientScript, Command, Console, DisplaySize, Evidence, Finding, JumpMethod,
        MOST_COMMANDS, Need, Newline, PATH, Parameter, ParameterKind, RdpQuality, START_SESSION,
        START_SESSION_PARAMETERS, Script, ScriptBuilder, Severity, ShellProtocol, Terminal, Version,
        file_name,
    };

    pub use crate::script::{ClientScriptCall, FetchedScript};
}

/// What an appliance sends: outbound events, and requests to approve a ticket ID.
#[cfg(feature = "webhook")]
pub mod webhook {
    #[cfg(feature = "webhook-server")]
    pub use bt_sra_webhook::server;
    pub use bt_sra_webhook::{
        AskedItem, AskingUser, Decision, Event, EventKind, Fields, ReplyForm, ReplyNames, TicketRequest,
        Verdict,
    };
}

pub use bt_sra_auth::{
    ClientCredentials, Flight, MemoryBudget, MemoryTokens, OAuth, OAuthBuilder, Permit, RateBudget, RateHint,
    RateLimits, Token, TokenKey, TokenState, TokenStore, Unlimited,
};
pub use bt_sra_core::{
    Clock, Error, ErrorKind, ExposeSecret, FieldErrors, ManualClock, Paging, Patch, Product, Result,
    SecretString, Site, Sleep, SystemClock, Timestamp, is_unseen,
};
#[cfg(feature = "store")]
pub use bt_sra_store::{FileBudget, FileTokens, Folder};
pub use bt_sra_transport::{
    Afterwards, Ahead, Authorization, Authorize, Body, CallOptions, HyperTransport, HyperTransportBuilder,
    KeepAlive, Lasting, Operation, Pipeline, PipelineBuilder, Proxy, Repeat, RetryPolicy, TlsSettings,
    Transport, Wait, WaitObserver, Waits, save,
};
pub use connection::{Connection, ConnectionBuilder};
pub use raw::RawCall;

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use bytes::Bytes;

    use super::*;

    fn is_send<T: Send>(value: T) -> T {
        value
    }

    /// Never run: that it compiles is the test.
    #[expect(dead_code, reason = "compiled only")]
    async fn every_future_can_be_moved_to_another_thread(connection: Connection, body: Body) {
        #[cfg(feature = "backup")]
        let _ = is_send(backup::Backup::new(connection.pipeline().clone()).fetch().save(".")).await;
        let raw = || connection.raw(http::Method::GET, "/");
        let _ = is_send(raw().send()).await;
        let _ = is_send(raw().send_any()).await;
        let mut chunks = Body::whole("");
        let _ = is_send(chunks.chunk()).await;
        let _ = is_send(body.collect(1)).await;
        let answer = http::Response::new(Body::whole(""));
        let _ = is_send(save::save(answer, std::path::Path::new("."), &save::SaveOptions::default())).await;
    }

    /// Never run: that it compiles is the test.
    #[cfg(all(feature = "pra", feature = "rs", feature = "reporting"))]
    #[expect(dead_code, reason = "compiled only")]
    async fn every_report_can_be_moved_to_another_thread(pra: pra::Client, rs: rs::Client) {
        use reporting::model::report::{Record, TeamActivity};
        use reporting::{LicenseInterval, Plan, StartWindow, Window};

        fn is_stream<T: Send + Unpin>(_: &T) {}

        let window = || Window::started_since(Timestamp::UNIX_EPOCH);
        let mut sessions = pra.reporting().access_sessions(window()).planned(Plan::days(1)).stream();
        is_stream(&sessions);
        let _ = is_send(sessions.try_next()).await;
        let activity: reporting::Report<TeamActivity> = rs.reporting().team_activity(window());
        is_stream(&activity.clone().stream());
        let _ = is_send(activity.clone().all(1)).await;
        let _ = is_send(activity.response()).await;
        let records: reporting::Report<Record> = rs.reporting().raw("NewReport");
        is_stream(&records.stream());
        let since = StartWindow::since(Timestamp::UNIX_EPOCH);
        let _ = is_send(rs.reporting().license_usage(since, LicenseInterval::Day).send()).await;
    }

    /// A store of one's own, made of what the facade shows and nothing else.
    #[derive(Debug, Default)]
    struct Own(MemoryTokens);

    #[async_trait::async_trait]
    impl TokenStore for Own {
        async fn load(&self, key: &TokenKey) -> Result<TokenState> {
            self.0.load(key).await
        }

        async fn save(&self, key: &TokenKey, state: TokenState) -> Result<()> {
            self.0.save(key, state).await
        }

        async fn begin(&self, key: &TokenKey) -> Result<Flight> {
            self.0.begin(key).await
        }
    }

    /// Marks what goes through it.
    #[derive(Debug)]
    struct Marked(Arc<dyn Transport>, &'static str, Arc<Mutex<Vec<String>>>);

    #[async_trait::async_trait]
    impl Transport for Marked {
        async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Body>> {
            self.2.lock().unwrap().push(format!("{} {}", self.1, request.uri().path()));
            self.0.send(request).await
        }
    }

    /// Gives a token to whoever asks, and says yes to all else.
    #[derive(Debug)]
    struct Yes;

    #[async_trait::async_trait]
    impl Transport for Yes {
        async fn send(&self, _request: http::Request<Bytes>) -> Result<http::Response<Body>> {
            let token = r#"{"access_token":"t","token_type":"Bearer","expires_in":3600}"#;
            Ok(http::Response::new(Body::whole(token)))
        }
    }

    #[tokio::test]
    async fn what_is_put_around_the_transport_last_is_outermost() {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let mark = |name: &'static str| {
            let seen = Arc::clone(&seen);
            move |inner| Arc::new(Marked(inner, name, Arc::clone(&seen))) as Arc<dyn Transport>
        };
        let connection = Connection::builder("access.example.com")
            .unwrap()
            .credentials(ClientCredentials::new("id", "secret"))
            .token_store(Arc::new(Own::default()))
            .transport(Arc::new(Yes))
            .around_transport(mark("inner"))
            .around_transport(mark("outer"))
            .build()
            .unwrap();
        connection.raw(http::Method::GET, "/x").send().await.unwrap();
        let expected = ["outer /oauth2/token", "inner /oauth2/token", "outer /x", "inner /x"];
        assert_eq!(*seen.lock().unwrap(), expected);
    }

    #[test]
    fn what_users_hold_can_be_shared_and_cloned() {
        fn check<T: Clone + Send + Sync + std::fmt::Debug + 'static>() {}
        check::<Connection>();
        check::<ConnectionBuilder>();
        check::<RawCall>();
        check::<OAuth>();
        #[cfg(feature = "pra")]
        check::<pra::Client>();
        #[cfg(feature = "rs")]
        check::<rs::Client>();
    }
}
