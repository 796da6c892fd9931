//! The files that processes share: tokens and budgets.

#![no_main]
#![allow(dead_code)]

use std::sync::OnceLock;

use bt_sra_store::{FileBudget, FileTokens, Folder};

#[path = "../../crates/store/src/hostile.rs"]
mod hostile;

static HOME: OnceLock<(tempfile::TempDir, Folder)> = OnceLock::new();

fn folder() -> &'static Folder {
    let (_, folder) = HOME.get_or_init(|| {
        let home = tempfile::tempdir().expect("a folder for temporary files");
        let folder = Folder::open(home.path().join("bt-sra")).expect("a private folder");
        (home, folder)
    });
    folder
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match bytes.split_first() {
        Some((b'1', _)) => hostile::budget(folder(), bytes),
        _ => hostile::token(folder(), bytes),
    }
});
