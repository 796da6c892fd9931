//! The checksum beside a backup, in the form that `sha256sum -c` takes.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use ring::digest;

/// Longer than a line of `sha256sum`.
const LIMIT: u64 = 4096;

/// What is wrong with a backup, seen from its checksum.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Doubt {
    /// There is no checksum that says something of this file.
    Without,
    /// The bytes are others.
    Differs,
    /// One of both cannot be read.
    Unreadable(String),
}

impl Doubt {
    /// Says it of a file.
    pub(super) fn of(&self, name: &str) -> String {
        match self {
            Self::Without => format!("{name} has no .sha256 beside it that names it"),
            Self::Differs => format!("{name} does not match its .sha256: it is damaged, or was changed"),
            Self::Unreadable(why) => format!("{name} cannot be verified: {why}"),
        }
    }
}

/// Writes the text of a sidecar.
pub(super) fn text(name: &str, sha256: &str) -> String {
    format!("{sha256}  {name}\n")
}

/// Reads the checksum of `name` in the text of a sidecar.
fn read(name: &str, text: &str) -> Option<String> {
    let mut lines = text.lines();
    let line = lines.next().filter(|_| lines.next().is_none())?;
    let (sha256, rest) = line.split_at_checked(64)?;
    let is_digest = sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
    // Behind the blank, a blank for text or a star for binary.
    let named = rest.strip_prefix("  ").or_else(|| rest.strip_prefix(" *"))?;
    (is_digest && named == name).then(|| sha256.to_ascii_lowercase())
}

/// Returns what the sidecar in `folder` says of `name`.
pub(super) fn stated(folder: &Path, name: &str) -> Result<String, Doubt> {
    let file = match File::open(folder.join(format!("{name}.sha256"))) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Doubt::Without),
        Err(error) => return Err(Doubt::Unreadable(error.to_string())),
    };
    let mut text = String::new();
    match file.take(LIMIT).read_to_string(&mut text) {
        Ok(_) => read(name, &text).ok_or(Doubt::Without),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(Doubt::Without),
        Err(error) => Err(Doubt::Unreadable(error.to_string())),
    }
}

/// Reads the whole file, and compares.
pub(super) fn verify(folder: &Path, name: &str) -> Result<(), Doubt> {
    let stated = stated(folder, name)?;
    let found = sha256(&folder.join(name)).map_err(|error| Doubt::Unreadable(error.to_string()))?;
    if found == stated { Ok(()) } else { Err(Doubt::Differs) }
}

fn sha256(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let mut hash = digest::Context::new(&digest::SHA256);
    let mut piece = vec![0; 256 * 1024];
    loop {
        match file.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => hash.update(piece.get(..length).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(hash.finish().as_ref().iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sidecar_says_something_of_one_file_only() {
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(read("x.nsb", &text("x.nsb", sum)).as_deref(), Some(sum));
        assert_eq!(read("x.nsb", &format!("{} *x.nsb", sum.to_uppercase())).as_deref(), Some(sum));
        for wrong in [
            String::new(),
            text("y.nsb", sum),
            text("../x.nsb", sum),
            format!("{sum}  x.nsb\n{sum}  y.nsb\n"),
            format!("{sum} x.nsb"),
            format!("{}g  x.nsb", &sum[1..]),
            format!("ü{sum}"),
            sum.to_owned(),
        ] {
            assert_eq!(read("x.nsb", &wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_file_is_compared_with_what_its_sidecar_states() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        write("x", "abc");
        assert_eq!(verify(folder.path(), "x"), Err(Doubt::Without));
        write("x.sha256", &text("x", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assert_eq!(verify(folder.path(), "x"), Ok(()));
        write("x", "abd");
        assert_eq!(verify(folder.path(), "x"), Err(Doubt::Differs));
        std::fs::write(folder.path().join("x.sha256"), b"\xff").unwrap();
        assert_eq!(verify(folder.path(), "x"), Err(Doubt::Without));
    }
}
