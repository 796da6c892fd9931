//! What servers have in common: where they listen, whom they let in, whom they tell, and how they
//! stop.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fs::File;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bt_sra::webhook::server::{Gate, Listener, Networks, Notice, NoticeKind, Observer, Program, ServerTls};
use bt_sra::{
    Body, Clock as _, HyperTransport, Proxy, SecretString, Site, SystemClock, TlsSettings, Transport,
};
use bytes::Bytes;
use http::{Request, Response};
use tokio::sync::watch;

use crate::args::Door;
use crate::env_file::is_open_to_others;
use crate::failure::{Exit, Failure, Result, plain};
use crate::interrupt;
use crate::output::note;
use crate::settings::Settings;

/// The variable with the secret of those who send.
pub(super) const SECRET: &str = "BT_WEBHOOK_SECRET";

/// How long what is under way may take when somebody has asked to stop.
const GRACE: Duration = Duration::from_secs(10);

/// How much is told of one kind of thing in this time; more is counted.
const BURST: u64 = 5;
const PERIOD: Duration = Duration::from_secs(1);

/// The variables that commands get.
const VARIABLES: [&str; 4] = ["PATH", "HOME", "LANG", "TZ"];

/// Listens.
pub(super) async fn listen(bind: SocketAddr, door: &Door) -> Result<Listener> {
    match (tls(door.cert.as_deref(), door.key.as_deref())?, door.plain) {
        (Some(tls), _) => Ok(Listener::tls(bind, tls).await?),
        (None, true) => Ok(Listener::plain_anywhere(bind).await?),
        (None, false) => Listener::plain(bind).await.map_err(|error| {
            let hint =
                "name a certificate with --cert and --key; --plain is for where something else ends TLS";
            let is_ours = error.kind() == bt_sra::ErrorKind::Config;
            let failure = Failure::from(error);
            if is_ours { failure.with_hint(hint) } else { failure }
        }),
    }
}

/// Reads certificate and key.
pub(super) fn tls(certificate: Option<&Path>, key: Option<&Path>) -> Result<Option<ServerTls>> {
    let (Some(certificate), Some(key)) = (certificate, key) else { return Ok(None) };
    Ok(Some(ServerTls::from_pem(&read(certificate)?, &read_secret(key)?)?))
}

/// Returns who may send.
pub(super) fn gate(settings: &Settings, door: &Door, listener: &Listener) -> Result<Gate> {
    let mut gate = Gate::open().parameter(&door.secret_name);
    let secret = secret(settings, door.secret_file.as_deref(), SECRET)?;
    let is_open = secret.is_none() && door.allow.is_empty() && !listener.address().ip().is_loopback();
    if let Some(secret) = secret {
        gate = gate.secret(secret);
    }
    let mut networks: Option<Networks> = None;
    for text in &door.allow {
        let more: Networks = text.parse()?;
        networks = Some(networks.map_or(more.clone(), |networks| networks.and(more)));
    }
    if let Some(networks) = networks {
        gate = gate.networks(networks);
    }
    if let Some(path) = &door.path {
        if !path.starts_with('/') {
            return Err(Failure::usage("--path: must begin with a slash"));
        }
        gate = gate.path(path);
    }
    if is_open {
        note("whoever reaches this address is let in; set a secret, and list who may send with --allow");
    }
    Ok(gate)
}

/// Reads a secret from a file, or from a variable.
pub(super) fn secret(
    settings: &Settings,
    file: Option<&Path>,
    variable: &str,
) -> Result<Option<SecretString>> {
    let Some(path) = file else {
        Settings::check(&[variable])?;
        return Ok(settings.get(variable).map(Into::into));
    };
    let secret = SecretString::from(read_secret(path)?.trim());
    if bt_sra::ExposeSecret::expose_secret(&secret).is_empty() {
        return Err(Failure::usage(format!("{} holds no secret", path.display())));
    }
    Ok(Some(secret))
}

/// Reads what is for its owner only, and says so if others could too.
fn read_secret(path: &Path) -> Result<String> {
    if File::open(path).is_ok_and(|file| is_open_to_others(&file)) {
        let shown = plain(&path.to_string_lossy());
        note(&format!("{shown} can be read by other users; `chmod 600` it, since it holds a secret"));
    }
    read(path)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| {
        Failure::io(format!("cannot read {}", path.display()), &error).with_exit(Exit::Usage as u8)
    })
}

/// Makes the command that a server runs.
pub(super) fn program(command: &[OsString], limit: Duration) -> Option<Program> {
    let (program, arguments) = command.split_first()?;
    let set = VARIABLES.iter().filter_map(|name| Some((name, std::env::var_os(name)?)));
    let program = Program::new(program).args(arguments.iter().cloned()).limit(limit);
    Some(set.fold(program, |program, (name, value)| program.variable(name, value)))
}

/// Makes the way to some sites, by the variables that hold for all ways.
pub(super) fn transport(settings: &Settings, sites: &[Site]) -> Result<Arc<dyn Transport>> {
    Settings::check(&["BT_CA_FILE", "HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy"])?;
    let mut tls = TlsSettings::system();
    if let Some(path) = settings.get("BT_CA_FILE") {
        tls = tls.with_pem(&read(Path::new(&path))?)?;
    }
    let either = |one: &str, two: &str| settings.get(one).or_else(|| settings.get(two)).unwrap_or_default();
    let (all, except) = (either("HTTPS_PROXY", "https_proxy"), either("NO_PROXY", "no_proxy"));
    let mut ways = Vec::new();
    for site in sites {
        let mut builder = HyperTransport::builder().tls(tls.clone());
        if let Some(proxy) = Proxy::for_site(site, &all, &except)? {
            builder = builder.proxy(proxy);
        }
        ways.push((site.clone(), builder.build()?));
    }
    Ok(Arc::new(Ways(ways)))
}

/// A way for each site: not all need go through the proxy.
#[derive(Debug)]
struct Ways(Vec<(Site, HyperTransport)>);

#[async_trait::async_trait]
impl Transport for Ways {
    async fn send(&self, request: Request<Bytes>) -> bt_sra::Result<Response<Body>> {
        match self.0.iter().find(|(site, _)| site.covers(request.uri())) {
            Some((_, way)) => way.send(request).await,
            None => Err(bt_sra::Error::new(bt_sra::ErrorKind::Config, "there is no way to that host")),
        }
    }
}

/// Runs servers until somebody asks to stop; `work` gets what each of them waits for. `address` is told
/// first, to those who will ask.
pub(super) async fn serve(address: &str, work: impl AsyncFnOnce(Stop) -> bt_sra::Result<()>) -> Result<()> {
    let (sender, receiver) = watch::channel(false);
    let asked = interrupt::stop();
    note(&format!("listening on {address}"));
    let mut serving = std::pin::pin!(work(Stop(receiver)));
    tokio::select! {
        done = &mut serving => return Ok(done?),
        _ = asked => {}
    }
    let _ = sender.send(true);
    tokio::select! {
        done = &mut serving => Ok(done?),
        _ = interrupt::stop() => Err(Failure::new(Exit::Other, LEFT)),
        () = SystemClock.sleep(GRACE) => Err(Failure::new(Exit::Other, LEFT)),
    }
}

const LEFT: &str = "stopped before all was answered; the appliance will send that again";

/// Whether somebody has asked to stop.
#[derive(Clone, Debug)]
pub(super) struct Stop(watch::Receiver<bool>);

impl Stop {
    /// Waits for that.
    pub(super) async fn wait(mut self) {
        // If nobody can ask any more, it is time too.
        let _ = self.0.wait_for(|stopped| *stopped).await;
    }
}

/// Tells what happens on standard error, and does not let itself be flooded.
#[derive(Debug, Default)]
pub(super) struct Loud(Mutex<HashMap<NoticeKind, Told>>);

/// What was told of one kind of thing.
#[derive(Debug, Default)]
struct Told {
    /// When the count began.
    since: Duration,
    count: u64,
    left_out: u64,
}

impl Observer for Loud {
    fn notice(&self, notice: &Notice) {
        let now = SystemClock.monotonic();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let told = all.entry(notice.kind).or_default();
        if now.saturating_sub(told.since) >= PERIOD {
            (told.since, told.count) = (now, 0);
        }
        told.count += 1;
        // What was decided is never left out.
        let matters =
            matches!(notice.kind, NoticeKind::Decided | NoticeKind::NotDelivered | NoticeKind::Undecided);
        if told.count > BURST && !matters {
            told.left_out += 1;
            return;
        }
        let more = std::mem::take(&mut told.left_out);
        drop(all);
        let more = if more > 0 { format!(" (and {more} more before that)") } else { String::new() };
        note(&format!("{notice}{more}"));
    }
}
