//! A script: its header, and up to ten commands.

use bt_sra_core::{Error, ErrorKind, Product, Result, SecretString};

use crate::{Command, Finding, Severity, check};

/// How many commands a script may have.
pub const MOST_COMMANDS: usize = 10;

/// A console script: the text of a BRCS file.
///
/// What was [parsed](Self::parse) is written again byte by byte; what is [built](Self::of) is as
/// the vendor describes it.
///
/// ```
/// use bt_sra_scripting::{Login, Script, StartJumpItemSession, file_name};
///
/// let jump = StartJumpItemSession::by_hostname("db-07").custom("change_no", "CHG 118");
/// let script = Script::of(Login::saved()).then(jump).build()?;
/// assert_eq!(
///     script.to_text()?,
///     "BRCS1.0\n\
///      action=login\n\
///      action=start_jump_item_session&client.hostname=db-07&session.custom.change_no=CHG%20118"
/// );
/// assert_eq!(file_name("jump", "acme")?, "jump.brcs-acme");
/// # Ok::<(), bt_sra_core::Error>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Script {
    pub(crate) version: Version,
    pub(crate) commands: Vec<Command>,
    pub(crate) newline: Newline,
    /// The end of each line in turn, where not all are the same.
    pub(crate) uneven: Vec<Newline>,
    pub(crate) has_last_newline: bool,
    pub(crate) has_mark: bool,
}

/// The version in the header.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Version {
    /// The digit before the point.
    pub major: u8,
    /// The digit behind it.
    pub minor: u8,
}

/// How lines end.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Newline {
    /// With a line feed.
    #[default]
    Lf,
    /// With a carriage return and a line feed.
    CrLf,
}

/// Builds a [`Script`].
#[derive(Clone, Debug)]
#[must_use = "nothing is checked before it is built"]
pub struct ScriptBuilder {
    commands: Vec<Command>,
    newline: Newline,
    product: Option<Product>,
}

impl Script {
    /// Begins a script with a command.
    pub fn of(first: impl Into<Command>) -> ScriptBuilder {
        ScriptBuilder { commands: vec![first.into()], newline: Newline::Lf, product: None }
    }

    /// Builds a script of commands.
    ///
    /// # Errors
    /// As [`ScriptBuilder::build`].
    pub fn of_all(commands: impl IntoIterator<Item = Command>) -> Result<Self> {
        let commands = commands.into_iter().collect();
        ScriptBuilder { commands, newline: Newline::Lf, product: None }.build()
    }

    /// Returns the version in the header.
    #[must_use]
    pub fn version(&self) -> Version {
        self.version
    }

    /// Returns the commands in their order.
    #[must_use]
    pub fn commands(&self) -> &[Command] {
        &self.commands
    }

    /// Returns how lines end; of a mixture, how the first does.
    #[must_use]
    pub fn newline(&self) -> Newline {
        self.newline
    }

    /// Returns what is doubtful or wrong about it, from the first line to the last. Without a
    /// product, what either has is taken.
    #[must_use]
    pub fn check(&self, product: Option<Product>) -> Vec<Finding> {
        check::script(self, product)
    }

    /// Returns whether there is a secret in it, such as the password of a login.
    #[must_use]
    pub fn has_secret(&self) -> bool {
        self.commands.iter().any(Command::has_secret)
    }

    /// Writes it, if there is no secret in it.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] if there is one; see [`to_secret_text`](Self::to_secret_text).
    pub fn to_text(&self) -> Result<String> {
        if self.has_secret() {
            let why =
                "the script holds a password in plain text, and is written only where that is asked for";
            return Err(Error::new(ErrorKind::InvalidRequest, why));
        }
        Ok(self.write())
    }

    /// Writes it with the secrets that are in it, in plain text.
    #[must_use]
    pub fn to_secret_text(&self) -> SecretString {
        self.write().into()
    }

    fn write(&self) -> String {
        let length = self.commands.iter().map(|command| command.len() + 2).sum::<usize>();
        let mut text = String::with_capacity(length + 16);
        if self.has_mark {
            text.push('\u{feff}');
        }
        text.push_str(&format!("BRCS{}.{}", self.version.major, self.version.minor));
        let mut ends = self.uneven.iter();
        let mut newline = || ends.next().unwrap_or(&self.newline).as_str();
        for command in &self.commands {
            text.push_str(newline());
            command.write(&mut text);
        }
        if self.has_last_newline {
            text.push_str(newline());
        }
        text
    }
}

impl ScriptBuilder {
    /// Adds a command.
    pub fn then(mut self, command: impl Into<Command>) -> Self {
        self.commands.push(command.into());
        self
    }

    /// Sets how lines end; with a line feed by default.
    pub fn newline(mut self, newline: Newline) -> Self {
        self.newline = newline;
        self
    }

    /// Sets for the console of which product it is: a command of the other is then refused.
    pub fn product(mut self, product: Product) -> Self {
        self.product = Some(product);
        self
    }

    /// Builds it.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`] that names the line and what is wrong: no command or more than
    /// ten, a required parameter that is missing, a value of the wrong form or too long.
    pub fn build(self) -> Result<Script> {
        let Self { commands, newline, product } = self;
        let script = Script {
            version: Version::V1_0,
            commands,
            newline,
            uneven: Vec::new(),
            has_last_newline: false,
            has_mark: false,
        };
        match script.check(product).into_iter().find(|finding| finding.severity == Severity::Error) {
            Some(finding) => Err(Error::new(ErrorKind::InvalidRequest, finding.to_string())),
            None => Ok(script),
        }
    }
}

impl Version {
    /// The only one that is known.
    pub const V1_0: Self = Self { major: 1, minor: 0 };
}

impl Newline {
    /// Returns the characters.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lf => "\n",
            Self::CrLf => "\r\n",
        }
    }
}

/// Returns the name of a script file: consoles open those whose extension is `brcs-` and the name
/// of the company's site.
///
/// # Errors
/// [`ErrorKind::InvalidRequest`] if `stem` or `site` could not stand in a file name on every system.
pub fn file_name(stem: &str, site: &str) -> Result<String> {
    for (what, text) in [("the name of the file", stem), ("the name of the site", site)] {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        if text.is_empty() || text.len() > 100 || !text.bytes().all(is_plain) || text.starts_with(['.', '-'])
        {
            let why = format!(
                "{what} must be letters, digits, `-`, `_` and `.`, and begin with none of `-` and `.`"
            );
            return Err(Error::new(ErrorKind::InvalidRequest, why));
        }
    }
    Ok(format!("{stem}.brcs-{site}"))
}
