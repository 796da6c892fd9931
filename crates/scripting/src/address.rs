//! The addresses of the Client Scripting API, which browsers follow.

use bt_sra_core::{Error, ErrorKind, Result, SecretString, Site};

use crate::check::{self, At};
use crate::encoding::{decode, encode, mended};
use crate::{Command, Severity, StartJumpItemSession};

/// The path of the Client Scripting API.
pub const PATH: &str = "/api/client_script";

/// A call of the Client Scripting API: one command, for the console or for the web console.
///
/// It goes without a token: who follows the address logs in to the console. An appliance answers a
/// call for the console with a script, and one for the web console by sending the browser there.
///
/// ```
/// use bt_sra_core::Site;
/// use bt_sra_scripting::{ClientScript, StartJumpItemSession};
///
/// let jump = StartJumpItemSession::by_hostname("db-07");
/// let call = ClientScript::console(jump.clone())?;
/// assert_eq!(
///     call.url(&Site::parse("access.example.com")?)?,
///     "https://access.example.com/api/client_script?type=rep&operation=generate\
///      &action=start_jump_item_session&client.hostname=db-07"
/// );
/// assert!(ClientScript::web_console(jump)?.path()?.contains("type=web_console&operation=execute"));
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClientScript {
    console: Console,
    command: Command,
}

/// Which console carries a command out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Console {
    /// The one on the desktop: `type=rep`, `operation=generate`, for both products.
    Desktop,
    /// The one in the browser: `type=web_console`, `operation=execute`.
    Web,
}

impl Console {
    /// Returns the values of `type` and `operation`.
    #[must_use]
    pub fn pair(self) -> (&'static str, &'static str) {
        match self {
            Self::Desktop => ("rep", "generate"),
            Self::Web => ("web_console", "execute"),
        }
    }
}

impl ClientScript {
    /// Makes a call that answers with a script for the console.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if the command lacks something or has a value of the wrong form.
    pub fn console(command: impl Into<Command>) -> Result<Self> {
        Self::new(Console::Desktop, command.into())
    }

    /// Makes a call that has the web console begin a session; it takes no other action.
    ///
    /// # Errors
    /// As [`console`](Self::console).
    pub fn web_console(command: StartJumpItemSession) -> Result<Self> {
        Self::new(Console::Web, command.into())
    }

    /// Makes a call of any command.
    ///
    /// # Errors
    /// As [`console`](Self::console), and if the web console does not take the action.
    pub fn new(console: Console, command: Command) -> Result<Self> {
        let refuse = |why: String| Err(Error::new(ErrorKind::InvalidRequest, why));
        let mut findings = Vec::new();
        check::command(&command, None, &mut At { line: 1, findings: &mut findings });
        if let Some(finding) = findings.into_iter().find(|finding| finding.severity == Severity::Error) {
            return refuse(finding.what);
        }
        if console == Console::Web && command.known().is_some_and(|action| !action.in_web_console) {
            return refuse(format!("the web console does not take `{}` from an address", command.action()));
        }
        if let Some(name) = command.raw().map(|(name, _)| decode(name)).find(|name| is_ours(name)) {
            return refuse(format!("`{name}` is no parameter of a command"));
        }
        Ok(Self { console, command })
    }

    /// Reads an address as people hand it on: with or without a host, the path of old, doubled
    /// question marks, `&amp;`, and characters that should be encoded are all taken. Returns the site too, if it is named.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if it is none of this API, or as [`new`](Self::new).
    pub fn parse(address: &str) -> Result<(Option<Site>, Self)> {
        let refuse = |why: &'static str| Error::new(ErrorKind::InvalidRequest, why);
        let address = address.trim();
        if address.chars().any(char::is_control) {
            return Err(refuse("the address has a control character in it"));
        }
        let Some((host, rest)) = address.split_once(PATH) else {
            return Err(refuse("the address has no /api/client_script in it"));
        };
        let site = match host {
            "" => None,
            host => Some(Site::parse(host)?),
        };
        let rest = rest.strip_prefix(".ns").unwrap_or(rest);
        if !rest.starts_with('?') {
            return Err(refuse("the address has no query behind /api/client_script"));
        }
        let query = rest.trim_start_matches('?').split('#').next().unwrap_or_default();
        let mut own: [Option<&str>; 3] = [None; 3];
        let mut parameters = Vec::new();
        for pair in query.split('&').map(|pair| pair.strip_prefix("amp;").unwrap_or(pair)) {
            let (name, value) = match pair.split_once('=') {
                Some(pair) => pair,
                None if pair.is_empty() => continue,
                None => return Err(refuse("the address has something in its query that is no NAME=VALUE")),
            };
            let place = OWN.iter().position(|own| *own == name);
            match place.and_then(|place| own.get_mut(place)) {
                Some(Some(_)) => return Err(refuse("type, operation or action is given twice")),
                Some(slot) => *slot = Some(value),
                None => parameters.push((name, value)),
            }
        }
        let [kind, operation, action] = own;
        let console = match (kind, operation) {
            (Some("rep"), Some("generate")) => Console::Desktop,
            (Some("web_console"), Some("execute")) => Console::Web,
            (None, _) | (_, None) => return Err(refuse("the address lacks `type` or `operation`")),
            _ => {
                return Err(refuse(
                    "`type` and `operation` must be rep and generate, or web_console and execute",
                ));
            }
        };
        let action = action.filter(|action| !action.is_empty());
        let action = action.ok_or_else(|| refuse("the address lacks `action`"))?;
        let mut command = Command::from_raw(&mended(action));
        for (name, value) in parameters {
            command.push_raw(&mended(name), &mended(value));
        }
        Ok((site, Self::new(console, command)?))
    }

    /// Returns the console.
    #[must_use]
    pub fn to(&self) -> Console {
        self.console
    }

    /// Returns the command.
    #[must_use]
    pub fn command(&self) -> &Command {
        &self.command
    }

    /// Returns the path and its query, if there is no secret in it.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if there is one: addresses end up in histories and logs. See
    /// [`secret_path`](Self::secret_path).
    pub fn path(&self) -> Result<String> {
        if self.command.has_secret() {
            let why = "the address would hold a password, which ends up in histories and logs";
            return Err(Error::new(ErrorKind::InvalidRequest, why));
        }
        Ok(self.write())
    }

    /// Returns the address on a site, if there is no secret in it.
    ///
    /// # Errors
    /// As [`path`](Self::path).
    pub fn url(&self, site: &Site) -> Result<String> {
        Ok(format!("{site}{}", self.path()?))
    }

    /// Returns the path and its query, secrets included.
    #[must_use]
    pub fn secret_path(&self) -> SecretString {
        self.write().into()
    }

    fn write(&self) -> String {
        let (kind, operation) = self.console.pair();
        let mut path = format!("{PATH}?type={}&operation={}&", encode(kind), encode(operation));
        self.command.write(&mut path);
        path
    }
}

/// The parameters that are not those of a command.
const OWN: [&str; 3] = ["type", "operation", "action"];

fn is_ours(name: &str) -> bool {
    OWN.contains(&name)
}
