//! One recording: from the appliance to its name in the folder.
//!
//! It comes under a hidden name, from there under one that ends in `.saved` once it is whole, and then
//! under its final one, whose end follows from what it is. Whatever is killed in between, the next
//! run goes on from what it finds.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use bt_sra::reporting::model::Lsid;
use bt_sra::reporting::{Download, FileKind};
use bt_sra::{Product, pra, rs};
use ring::digest;

use super::Outcome;
use super::manifest::{Entry, Manifest};
use crate::args::RecordingKind;
use crate::failure::{Exit, Failure, Result, plain};
use crate::net::Net;

/// How the name of a whole file ends that waits for its own.
const SAVED: &str = "saved";

/// What the final names may end in.
const ENDS: [&str; 11] = ["flv", "mp4", "mkv", "webm", "ogv", "avi", "gz", "zip", "cast", "txt", "bin"];

/// A recording that is wanted.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) lsid: String,
    pub(super) kind: RecordingKind,
    pub(super) instance: Option<u32>,
}

impl Wanted {
    /// Returns the name of its file, without the end.
    pub(super) fn stem(&self) -> String {
        match self.instance {
            Some(instance) => format!("{}-{}-{instance}", self.lsid, self.kind.as_str()),
            None => format!("{}-{}", self.lsid, self.kind.as_str()),
        }
    }

    pub(super) fn outcome(&self) -> Outcome {
        Outcome {
            lsid: self.lsid.clone(),
            kind: self.kind,
            instance: self.instance,
            state: "saved",
            name: None,
            size: None,
            sha256: None,
            error: None,
            exit: 0,
        }
    }

    /// Sees to it that it is there.
    pub(super) async fn get(
        &self,
        net: &Net,
        product: Product,
        folder: &Path,
        manifest: &RefCell<Manifest>,
    ) -> Result<Outcome> {
        let stem = self.stem();
        let known = manifest.borrow().get(&stem).cloned();
        if let Some(entry) = &known
            && let Some(outcome) = self.verify(folder, entry)?
        {
            return Ok(outcome);
        }
        // Whole, but not written down: the last run was ended just then.
        if let Some(name) = present(folder, &stem)? {
            return self.note(folder, name, "there", manifest);
        }
        let waiting = format!("{stem}.{SAVED}");
        if !is_file(&folder.join(&waiting))? {
            self.download(net, product).with_file_name(waiting).save_resuming(folder).await?;
        }
        let name = publish(folder, &stem)?;
        self.note(folder, name, "saved", manifest)
    }

    fn download(&self, net: &Net, product: Product) -> Download {
        let (pipeline, lsid) = (net.pipeline().clone(), Lsid::new(self.lsid.as_str()));
        let instance = self.instance.unwrap_or_default();
        match product {
            Product::Pra => {
                let reporting = pra::reporting::Reporting::new(pipeline);
                match self.kind {
                    RecordingKind::Session => reporting.access_session_recording(&lsid),
                    // The other one is refused before it comes to this.
                    _ => reporting.command_shell_recording(&lsid, instance),
                }
            }
            Product::Rs => {
                let reporting = rs::reporting::Reporting::new(pipeline);
                match self.kind {
                    RecordingKind::Session => reporting.support_session_recording(&lsid),
                    RecordingKind::Shell => reporting.command_shell_recording(&lsid, instance),
                    RecordingKind::Screen => reporting.show_my_screen_recording(&lsid, instance),
                }
            }
        }
    }

    /// Compares a file with what is written down of it; none if it is not there any more.
    fn verify(&self, folder: &Path, entry: &Entry) -> Result<Option<Outcome>> {
        let path = folder.join(&entry.name);
        if !is_file(&path)? {
            return Ok(None);
        }
        let (size, sha256) = hash(&path)?;
        if (size, &sha256) != (entry.size, &entry.sha256) {
            return Err(changed(&path));
        }
        let name = Some(entry.name.clone());
        Ok(Some(Outcome { state: "there", name, size: Some(size), sha256: Some(sha256), ..self.outcome() }))
    }

    /// Writes down what is there.
    fn note(
        &self,
        folder: &Path,
        name: String,
        state: &'static str,
        manifest: &RefCell<Manifest>,
    ) -> Result<Outcome> {
        let (size, sha256) = hash(&folder.join(&name))?;
        let entry = Entry {
            name: name.clone(),
            size,
            sha256: sha256.clone(),
            lsid: self.lsid.clone(),
            kind: self.kind,
            instance: self.instance,
        };
        manifest.borrow_mut().put(self.stem(), entry)?;
        Ok(Outcome { state, name: Some(name), size: Some(size), sha256: Some(sha256), ..self.outcome() })
    }
}

/// Finds a file with one of the final names.
fn present(folder: &Path, stem: &str) -> Result<Option<String>> {
    for end in ENDS {
        let name = format!("{stem}.{end}");
        if is_file(&folder.join(&name))? {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

/// Whether there is a file; something else of that name is an error.
fn is_file(path: &Path) -> Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => Ok(true),
        Ok(_) => Err(changed(path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(cannot_read(path, &error)),
    }
}

/// Gives a whole file its final name.
fn publish(folder: &Path, stem: &str) -> Result<String> {
    let waiting = folder.join(format!("{stem}.{SAVED}"));
    let mut first = Vec::new();
    let read = File::open(&waiting).and_then(|file| file.take(512).read_to_end(&mut first));
    read.map_err(|error| cannot_read(&waiting, &error))?;
    let name = format!("{stem}.{}", FileKind::of(&first).end());
    // That nothing of that name is there was looked at before; nobody else works in this folder.
    let target = folder.join(&name);
    fs::rename(&waiting, &target)
        .map_err(|error| Failure::io(format!("cannot name {}", shown(&target)), &error))?;
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(name)
}

/// Returns the length and the SHA-256 of a file.
fn hash(path: &Path) -> Result<(u64, String)> {
    let mut file = File::open(path).map_err(|error| cannot_read(path, &error))?;
    let (mut hash, mut size) = (digest::Context::new(&digest::SHA256), 0u64);
    let mut piece = vec![0; 256 << 10];
    loop {
        let length = match file.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(cannot_read(path, &error)),
        };
        hash.update(piece.get(..length).unwrap_or_default());
        size = size.saturating_add(u64::try_from(length).unwrap_or_default());
    }
    Ok((size, hash.finish().as_ref().iter().map(|byte| format!("{byte:02x}")).collect()))
}

fn changed(path: &Path) -> Failure {
    Failure::new(Exit::Other, format!("{} is not what was saved", shown(path)))
        .with_hint("nothing is replaced: move it away, and run the command again")
}

fn cannot_read(path: &Path, error: &io::Error) -> Failure {
    Failure::io(format!("cannot read {}", shown(path)), error)
}

fn shown(path: &Path) -> String {
    plain(&path.display().to_string())
}
