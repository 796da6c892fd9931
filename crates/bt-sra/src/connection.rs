//! The connection to one appliance, and how it is set up.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use bt_sra_auth::{ClientCredentials, MemoryBudget, OAuth, RateBudget, RateLimits, TokenStore, Unlimited};
use bt_sra_core::{Clock, Error, ErrorKind, Result, Site, SystemClock};
use bt_sra_transport::{
    HyperTransport, KeepAlive, Pipeline, Proxy, RetryPolicy, TlsSettings, Transport, WaitObserver, Waits,
};
use http::{HeaderValue, Method};

use crate::RawCall;

/// The connection to one appliance, whatever its product. Clones share everything.
///
/// The clients of the products are made of it; by itself it sends what is not typed.
#[derive(Clone, Debug)]
pub struct Connection {
    pipeline: Pipeline,
}

impl Connection {
    /// Starts to set up a connection to the appliance at `site`: a host, `host:port`, or an
    /// `https` address. See [`Site`].
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if it is none of these.
    pub fn builder(site: &str) -> Result<ConnectionBuilder> {
        Site::parse(site).map(ConnectionBuilder::new)
    }

    /// Makes a call by method and path (from the root of the site, query included if need be), for
    /// what has no type.
    pub fn raw(&self, method: Method, path: impl Into<String>) -> RawCall {
        RawCall::new(self.pipeline.clone(), method, path.into())
    }

    /// Makes a call of the Client Scripting API, which answers with a console script. It goes
    /// without a token.
    #[cfg(feature = "scripting")]
    pub fn client_script(
        &self,
        script: bt_sra_scripting::ClientScript,
    ) -> crate::scripting::ClientScriptCall {
        crate::scripting::ClientScriptCall::new(self.pipeline.anonymous(), script)
    }

    /// Returns the site.
    #[must_use]
    pub fn site(&self) -> &Site {
        self.pipeline.site()
    }

    /// Returns the way that all calls take.
    #[must_use]
    pub fn pipeline(&self) -> &Pipeline {
        &self.pipeline
    }
}

/// Puts something around a transport.
type Around = Arc<dyn Fn(Arc<dyn Transport>) -> Arc<dyn Transport> + Send + Sync>;

/// Sets up a connection, or with it a client of one product (`C`).
#[derive(Clone)]
#[must_use]
pub struct ConnectionBuilder<C = Connection> {
    site: Site,
    credentials: Option<ClientCredentials>,
    tls: TlsSettings,
    proxy: Option<Proxy>,
    keep_alive: KeepAlive,
    connect_limit: Option<Duration>,
    read_limit: Option<Duration>,
    deadline: Option<Duration>,
    retry: RetryPolicy,
    limits: Option<RateLimits>,
    patience: Option<Duration>,
    tokens: Option<Arc<dyn TokenStore>>,
    budget: Option<Arc<dyn RateBudget>>,
    clock: Arc<dyn Clock>,
    transport: Option<Arc<dyn Transport>>,
    around: Option<Around>,
    waits: Waits,
    user_agent: Option<HeaderValue>,
    #[cfg(feature = "store")]
    folder: Option<bt_sra_store::Folder>,
    client: PhantomData<fn() -> C>,
}

impl<C> ConnectionBuilder<C> {
    pub(crate) fn new(site: Site) -> Self {
        Self {
            site,
            credentials: None,
            tls: TlsSettings::system(),
            proxy: None,
            keep_alive: KeepAlive::Close,
            connect_limit: None,
            read_limit: None,
            deadline: None,
            retry: RetryPolicy::default(),
            limits: Some(RateLimits::default()),
            patience: None,
            tokens: None,
            budget: None,
            clock: Arc::new(SystemClock),
            transport: None,
            around: None,
            waits: Waits::default(),
            user_agent: None,
            #[cfg(feature = "store")]
            folder: None,
            client: PhantomData,
        }
    }

    /// Sets the API account. Without it, calls carry no credentials, and only what the appliance
    /// gives to everybody is to be had.
    pub fn credentials(mut self, credentials: ClientCredentials) -> Self {
        self.credentials = Some(credentials);
        self
    }

    /// Sets whom to trust; the roots of the system by default.
    pub fn tls(mut self, tls: TlsSettings) -> Self {
        self.tls = tls;
        self
    }

    /// Trusts the certificates in a PEM text as well.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if there is none in it.
    pub fn root_pem(mut self, pem: &str) -> Result<Self> {
        self.tls = self.tls.with_pem(pem)?;
        Ok(self)
    }

    /// Goes through an HTTP proxy.
    pub fn proxy(mut self, proxy: Proxy) -> Self {
        self.proxy = Some(proxy);
        self
    }

    /// Sets whether connections are used again. The vendor demands that each is closed after its
    /// call, and that is the default.
    pub fn keep_alive(mut self, keep_alive: KeepAlive) -> Self {
        self.keep_alive = keep_alive;
        self
    }

    /// Limits the time until a connection stands (ten seconds by default).
    pub fn connect_limit(mut self, span: Duration) -> Self {
        self.connect_limit = Some(span);
        self
    }

    /// Limits the time without a byte from the appliance (a minute by default).
    pub fn read_limit(mut self, span: Duration) -> Self {
        self.read_limit = Some(span);
        self
    }

    /// Limits the time of each call, waits, retries and the body of the answer included. None by
    /// default.
    pub fn deadline(mut self, span: Duration) -> Self {
        self.deadline = Some(span);
        self
    }

    /// Sets when and how often to try again.
    pub fn retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// Sets the rate limits of the account, where they are not the documented ones; `None` sends
    /// without looking.
    pub fn rate_limits(mut self, limits: impl Into<Option<RateLimits>>) -> Self {
        self.limits = limits.into();
        self
    }

    /// Sets the longest wait for the rate limits; what would take longer is an error of kind
    /// [`RateLimited`](ErrorKind::RateLimited) at once. Any wait is waited by default, as far as
    /// the deadline allows: up to an hour, when the requests of an hour are used up.
    pub fn rate_patience(mut self, patience: Duration) -> Self {
        self.patience = Some(patience);
        self
    }

    /// Sets where tokens are kept; in memory by default.
    pub fn token_store(mut self, store: Arc<dyn TokenStore>) -> Self {
        self.tokens = Some(store);
        self
    }

    /// Sets who keeps the rate limits; this connection alone by default.
    pub fn rate_budget(mut self, budget: Arc<dyn RateBudget>) -> Self {
        self.budget = Some(budget);
        self
    }

    /// Shares the token and the rate limits with all processes that use the same folder.
    #[cfg(feature = "store")]
    pub fn shared_in(mut self, folder: bt_sra_store::Folder) -> Self {
        self.folder = Some(folder);
        self
    }

    /// Sets the clock.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Sets the transport; settings of TLS, proxy, connections and their limits are then its own.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// Puts something of your own around the transport, which sees every request as it is sent,
    /// token requests included, and every answer: `Authorization` headers are marked as sensitive.
    /// What is put around it later is further out.
    pub fn around_transport(
        mut self,
        around: impl Fn(Arc<dyn Transport>) -> Arc<dyn Transport> + Send + Sync + 'static,
    ) -> Self {
        let inner = self.around.take();
        self.around = Some(Arc::new(move |transport| match &inner {
            Some(inner) => around(inner(transport)),
            None => around(transport),
        }));
        self
    }

    /// Tells `observer` what calls wait for: the rate limits, a token, or the time that the
    /// appliance asked for.
    pub fn observe_waits(mut self, observer: Arc<dyn WaitObserver>) -> Self {
        self.waits = Waits::told_to(observer);
        self
    }

    /// Sets the `User-Agent`.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if it cannot stand in a header.
    pub fn user_agent(mut self, value: &str) -> Result<Self> {
        let value = HeaderValue::from_str(value)
            .map_err(|source| Error::new(ErrorKind::Config, "not a user agent").with_source(source))?;
        self.user_agent = Some(value);
        Ok(self)
    }

    /// Returns the site.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    fn connect(mut self) -> Result<Connection> {
        let transport = match self.transport.take() {
            Some(transport) => transport,
            None => Arc::new(self.hyper()?),
        };
        let transport = match &self.around {
            Some(around) => around(transport),
            None => transport,
        };
        let mut builder = Pipeline::builder(self.site.clone(), Arc::clone(&transport))
            .clock(Arc::clone(&self.clock))
            .retry(self.retry)
            .waits(self.waits.clone());
        if let Some(deadline) = self.deadline {
            builder = builder.deadline(deadline);
        }
        if let Some(user_agent) = self.user_agent.clone() {
            builder = builder.user_agent(user_agent);
        }
        if let Some(credentials) = self.credentials.clone() {
            let budget = self.budget_for(&credentials);
            let mut oauth = OAuth::builder(self.site.clone(), credentials, transport)
                .budget(Arc::clone(&budget))
                .clock(Arc::clone(&self.clock))
                .retry(self.retry)
                .waits(self.waits.clone());
            if let Some(user_agent) = self.user_agent.clone() {
                oauth = oauth.user_agent(user_agent);
            }
            if let Some(store) = self.store() {
                oauth = oauth.store(store);
            }
            builder = builder.authorize(Arc::new(oauth.build())).budget(budget);
        } else if let Some(budget) = self.budget.clone() {
            builder = builder.budget(budget);
        }
        Ok(Connection { pipeline: builder.build() })
    }

    fn hyper(&mut self) -> Result<HyperTransport> {
        let mut builder = HyperTransport::builder()
            .tls(self.tls.clone())
            .keep_alive(self.keep_alive)
            .clock(Arc::clone(&self.clock));
        if let Some(proxy) = self.proxy.take() {
            if self.site.scheme() == &http::uri::Scheme::HTTP {
                let why = "plain http is for loopback only, and a proxy is not on the way there";
                return Err(Error::new(ErrorKind::Config, why));
            }
            builder = builder.proxy(proxy);
        }
        if let Some(span) = self.connect_limit {
            builder = builder.connect_limit(span);
        }
        if let Some(span) = self.read_limit {
            builder = builder.read_limit(span);
        }
        builder.build()
    }

    fn store(&self) -> Option<Arc<dyn TokenStore>> {
        #[cfg(feature = "store")]
        if self.tokens.is_none()
            && let Some(folder) = self.folder.clone()
        {
            return Some(Arc::new(bt_sra_store::FileTokens::new(folder).with_clock(Arc::clone(&self.clock))));
        }
        self.tokens.clone()
    }

    fn budget_for(&self, credentials: &ClientCredentials) -> Arc<dyn RateBudget> {
        if let Some(budget) = &self.budget {
            return Arc::clone(budget);
        }
        let Some(limits) = self.limits else { return Arc::new(Unlimited) };
        let clock = Arc::clone(&self.clock);
        #[cfg(feature = "store")]
        if let Some(folder) = self.folder.clone() {
            let budget =
                bt_sra_store::FileBudget::with_clock(folder, &self.site, credentials.id(), limits, clock);
            return Arc::new(match self.patience {
                Some(patience) => budget.with_patience(patience),
                None => budget,
            });
        }
        let _ = credentials;
        let budget = MemoryBudget::new(limits, clock);
        Arc::new(match self.patience {
            Some(patience) => budget.with_patience(patience),
            None => budget,
        })
    }
}

impl<C: From<Connection>> ConnectionBuilder<C> {
    /// Makes it. Nothing is sent before the first call.
    ///
    /// # Errors
    /// [`ErrorKind::Config`] if there is no certificate to trust.
    pub fn build(self) -> Result<C> {
        self.connect().map(C::from)
    }
}

impl<C> fmt::Debug for ConnectionBuilder<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConnectionBuilder")
            .field("site", &self.site)
            .field("credentials", &self.credentials)
            .finish_non_exhaustive()
    }
}
