//! Which backups are kept, and which are deleted.

use super::folder::{Locked, sync};
use super::{Made, sidecar};

/// Keeps the `keep` newest that are good, the one just made included, and deletes older ones.
///
/// Newest by their numbers: clocks jump. What is not certainly a backup of ours stays, and is told.
/// Nothing is deleted before as many are verified as are to be kept.
pub(super) fn run(folder: &Locked<'_>, keep: usize, made: &mut Made) {
    let mut backups = match folder.backups() {
        Ok(backups) => backups,
        Err(failure) => return made.warnings.push(failure.report().trim().to_owned()),
    };
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.name.number));
    let mut good = 0;
    for backup in backups {
        let name = backup.name;
        // The one just made too: what was sent to the disk is not yet what is on it.
        if good < keep {
            match sidecar::verify(folder.folder(), &name.text) {
                Ok(()) => good += 1,
                Err(doubt) => made.warnings.push(doubt.of(&name.text)),
            }
        } else if let Err(doubt) = sidecar::stated(folder.folder(), &name.text) {
            made.warnings.push(format!("{}; it is not deleted", doubt.of(&name.text)));
        } else {
            match folder.delete(&name) {
                Ok(()) => made.deleted.push(name.text),
                Err(error) => made.warnings.push(format!("{} cannot be deleted: {error}", name.text)),
            }
        }
    }
    sync(folder.folder());
}
