//! What surrounds the command that `simulate` runs: its variables, and a private folder with the
//! certificates to trust and a `btapi` to call.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::Path;

use tempfile::TempDir;

/// The variables by which programs learn whom to trust: OpenSSL and much else, curl, Python's
/// requests, pip, Node.
const TRUST: [&str; 5] =
    ["SSL_CERT_FILE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "PIP_CERT", "NODE_EXTRA_CA_CERTS"];

/// Where programs are when nobody says so.
#[cfg(unix)]
const DEFAULT_PATH: &str = "/usr/bin:/bin";
#[cfg(not(unix))]
const DEFAULT_PATH: &str = r"C:\Windows\System32";

/// What a command needs to know to reach the simulated appliance.
pub(super) struct Account {
    pub(super) site: String,
    pub(super) product: &'static str,
    pub(super) client_id: String,
    pub(super) client_secret: String,
    /// The appliance's own certificate authority.
    pub(super) authority: String,
    /// The address and the token of the control port.
    pub(super) control: Option<(String, String)>,
    /// The address that is told of events.
    pub(super) recipient: Option<String>,
}

/// A private folder, gone with this value, and the variables that point to it.
pub(super) struct Scene {
    folder: TempDir,
    variables: Vec<(&'static str, OsString)>,
}

impl Scene {
    /// Lays everything out. `write_bundle` writes a file with the certificate authorities of the
    /// system and the appliance's; `variable` looks up the environment.
    pub(super) fn new(
        account: Account,
        write_bundle: impl FnOnce(&Path) -> io::Result<()>,
        variable: impl Fn(&str) -> Option<OsString>,
    ) -> io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("btapi-simulate-").tempdir()?;
        let authority = folder.path().join("authority.pem");
        let bundle = folder.path().join("bundle.pem");
        fs::write(&authority, &account.authority)?;
        write_bundle(&bundle)?;
        add_bundles_in_use(&bundle, &variable)?;
        let mut variables = vec![
            ("BT_API_HOST", account.site.into()),
            ("BT_CLIENT_ID", account.client_id.into()),
            ("BT_CLIENT_SECRET", account.client_secret.into()),
            ("BT_PRODUCT", account.product.into()),
            ("BT_CA_FILE", authority.into_os_string()),
        ];
        if let Some((url, token)) = account.control {
            variables.push(("BT_SIMULATOR_CONTROL", url.into()));
            variables.push(("BT_SIMULATOR_TOKEN", token.into()));
        }
        if let Some(url) = account.recipient {
            variables.push(("BT_SIMULATOR_RECIPIENT", url.into()));
        }
        variables.extend(TRUST.map(|name| (name, bundle.clone().into_os_string())));
        // A proxy would not find the way to loopback.
        for name in ["NO_PROXY", "no_proxy"] {
            let mut hosts = variable(name).unwrap_or_default();
            if !hosts.is_empty() {
                hosts.push(",");
            }
            hosts.push("127.0.0.1,localhost,::1");
            variables.push((name, hosts));
        }
        Ok(Self { folder, variables })
    }

    /// Adds a folder with this program, under the name of `btapi`, in front of `PATH`.
    pub(super) fn put_on_path(&mut self, program: &Path, path: Option<OsString>) -> io::Result<()> {
        let folder = self.folder.path().join("bin");
        fs::create_dir(&folder)?;
        place(program, &folder)?;
        // An empty list would mean the current directory; what systems search without one is this.
        let rest = path.filter(|path| !path.is_empty()).unwrap_or_else(|| DEFAULT_PATH.into());
        let folders = std::iter::once(folder).chain(std::env::split_paths(&rest));
        self.variables.push(("PATH", std::env::join_paths(folders).map_err(io::Error::other)?));
        Ok(())
    }

    /// Returns the variables to set.
    pub(super) fn variables(&self) -> &[(&'static str, OsString)] {
        &self.variables
    }

    /// Writes the variables as a shell reads them.
    pub(super) fn exports(&self) -> String {
        let mut text = String::new();
        for (name, value) in &self.variables {
            text.push_str(&format!("export {name}={}\n", quote(value)));
        }
        text
    }
}

/// Adds the certificates that are in use already: those of a company, say.
fn add_bundles_in_use(path: &Path, variable: impl Fn(&str) -> Option<OsString>) -> io::Result<()> {
    let mut bundle = fs::read_to_string(path)?;
    for file in TRUST.into_iter().filter_map(variable) {
        // What cannot be read was of no use to the command either.
        if let Ok(text) = fs::read_to_string(file)
            && !bundle.contains(&text)
        {
            bundle.push('\n');
            bundle.push_str(&text);
        }
    }
    fs::write(path, bundle)
}

#[cfg(unix)]
fn place(program: &Path, folder: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(program, folder.join("btapi"))
}

#[cfg(not(unix))]
fn place(program: &Path, folder: &Path) -> io::Result<()> {
    fs::copy(program, folder.join("btapi.exe")).map(drop)
}

fn quote(value: &OsStr) -> String {
    format!("'{}'", value.to_string_lossy().replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account() -> Account {
        Account {
            site: "127.0.0.1:8443".to_owned(),
            product: "pra",
            client_id: "id".to_owned(),
            client_secret: "it's+/=".to_owned(),
            authority: "OURS\n".to_owned(),
            control: Some(("http://127.0.0.1:8444".to_owned(), "sesame".to_owned())),
            recipient: None,
        }
    }

    fn bundle(path: &Path) -> io::Result<()> {
        fs::write(path, "SYSTEM\nOURS\n")
    }

    fn value(scene: &Scene, name: &str) -> String {
        let found = scene.variables().iter().find(|(known, _)| *known == name).unwrap();
        found.1.to_str().unwrap().to_owned()
    }

    #[test]
    fn certificates_and_hosts_in_use_are_kept() {
        let own = tempfile::NamedTempFile::new().unwrap();
        fs::write(own.path(), "COMPANY\n").unwrap();
        let scene = Scene::new(account(), bundle, |name| match name {
            "PIP_CERT" => Some(own.path().into()),
            "NO_PROXY" => Some("intra.example".into()),
            _ => None,
        })
        .unwrap();
        let bundle = fs::read_to_string(value(&scene, "SSL_CERT_FILE")).unwrap();
        assert_eq!(bundle, "SYSTEM\nOURS\n\nCOMPANY\n");
        assert_eq!(value(&scene, "PIP_CERT"), value(&scene, "SSL_CERT_FILE"));
        assert_eq!(value(&scene, "NO_PROXY"), "intra.example,127.0.0.1,localhost,::1");
        assert_eq!(fs::read_to_string(value(&scene, "BT_CA_FILE")).unwrap(), "OURS\n");
    }

    #[test]
    fn exports_are_quoted_for_the_shell() {
        let scene = Scene::new(account(), bundle, |_| None).unwrap();
        let exports = scene.exports();
        assert!(exports.starts_with("export BT_API_HOST='127.0.0.1:8443'\nexport BT_CLIENT_ID='id'\n"));
        assert!(exports.contains(r"export BT_CLIENT_SECRET='it'\''s+/='"));
        assert!(exports.contains("\nexport BT_SIMULATOR_CONTROL='http://127.0.0.1:8444'\n"));
        assert!(exports.contains("\nexport BT_SIMULATOR_TOKEN='sesame'\n"));
    }

    #[test]
    fn an_empty_path_does_not_become_the_current_directory() {
        for path in [None, Some(OsString::new())] {
            let mut scene = Scene::new(account(), bundle, |_| None).unwrap();
            scene.put_on_path(&std::env::current_exe().unwrap(), path).unwrap();
            let bin = scene.folder.path().join("bin");
            assert_eq!(value(&scene, "PATH"), format!("{}:/usr/bin:/bin", bin.display()));
        }
    }

    #[test]
    fn this_program_comes_first_and_the_folder_goes_in_the_end() {
        let mut scene = Scene::new(account(), bundle, |_| None).unwrap();
        scene.put_on_path(&std::env::current_exe().unwrap(), Some("/bin".into())).unwrap();
        let path = value(&scene, "PATH");
        let bin = scene.folder.path().join("bin");
        assert_eq!(path, format!("{}:/bin", bin.display()));
        assert!(bin.join("btapi").exists());
        drop(scene);
        assert!(!bin.exists());
    }
}
