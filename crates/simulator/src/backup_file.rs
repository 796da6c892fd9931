//! The file that the simulated Backup API hands out: a gzip file of our own, of any size, made while
//! it is sent. What is in a backup of an appliance is not public, and nothing here is like it.

use bytes::Bytes;
use flate2::Crc;
use ring::digest;
use serde::{Deserialize, Serialize};

use crate::body::Source;
use crate::rng::Rng;

/// How the Backup API answers.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Backup {
    /// The size of the file in bytes; it has no fewer than its frame takes, some 80.
    pub size: u64,
    /// Whether `Content-Length` says the size; else the file is sent in chunks.
    pub stated: bool,
    /// Whether `Content-Disposition` names the file.
    pub named: bool,
    /// What is sent with the status 200 in place of a file.
    pub failure: Option<BackupFailure>,
    #[serde(rename = "seed")]
    pub(crate) seed: u64,
}

/// Something that is no backup, although the status is 200.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BackupFailure {
    /// The text that old appliances answer to wrong credentials.
    InvalidCredentials,
    /// A JSON object with `error` and `message`.
    JsonError,
    /// A page of HTML.
    ErrorPage,
    /// Nothing at all.
    Empty,
}

impl Default for Backup {
    fn default() -> Self {
        Self { size: USUAL, stated: true, named: false, failure: None, seed: 0 }
    }
}

/// The size of a backup that nobody has set another one for.
const USUAL: u64 = 64 * 1024;

/// No backup is greater: a tebibyte.
const MOST: u64 = 1 << 40;

/// The greatest content of a stored block of deflate, and what comes before it.
const BLOCK: u64 = 65_535;
const FRAME: u64 = 5;

/// What the checksum and the size at the end of a gzip file take.
const TRAILER: u64 = 8;

/// What a file is known by.
const COMMENT: &str = "bt-sra simulated backup, not a vendor's file";

impl Backup {
    /// Makes the file, protected by a password or not. Returns its length besides.
    pub(crate) fn file(&self, product: &str, password: Option<&str>) -> (u64, Source) {
        let head = head(product, password.is_some());
        let size = self.size.min(MOST);
        let around = length(&head).saturating_add(TRAILER);
        let room = size.saturating_sub(around).max(FRAME);
        let whole = room / (BLOCK + FRAME);
        let rest = room % (BLOCK + FRAME);
        // The lengths of the blocks after the whole ones; of a rest that has no room for a frame,
        // the last whole one is made two.
        let (whole, tail) = match rest {
            0 => (whole, Vec::new()),
            rest if rest >= FRAME => (whole, vec![rest - FRAME]),
            rest => (whole.saturating_sub(1), vec![BLOCK - FRAME, rest]),
        };
        let noise = noise(self.seed ^ key(password));
        let count = whole.saturating_add(length(&tail));
        let lengths = (0..whole).map(|_| BLOCK).chain(tail);
        let mut crc = Crc::new();
        let mut blocks = (1..).zip(lengths).map(move |(number, length)| (number, length, number == count));
        let mut end = false;
        let body = std::iter::from_fn(move || {
            if let Some((number, length, last)) = blocks.next() {
                end = last;
                return Some(block(number, length, last, &noise, &mut crc));
            }
            // Once only, after the last block.
            std::mem::take(&mut end).then(|| {
                let mut trailer = crc.sum().to_le_bytes().to_vec();
                trailer.extend(crc.amount().to_le_bytes());
                Bytes::from(trailer)
            })
        });
        (around.saturating_add(room), Source::new(std::iter::once(Bytes::from(head)).chain(body)))
    }
}

fn length<T>(list: &[T]) -> u64 {
    u64::try_from(list.len()).unwrap_or(u64::MAX)
}

/// The head of a gzip file, with a comment.
fn head(product: &str, protected: bool) -> Vec<u8> {
    let mut head = b"\x1f\x8b\x08\x10\0\0\0\0\0\xff".to_vec();
    let protected = if protected { "yes" } else { "no" };
    head.extend(format!("{COMMENT}; product={product}; password={protected}\0").into_bytes());
    head
}

/// What a password adds to the seed: another password, another file.
fn key(password: Option<&str>) -> u64 {
    let Some(password) = password else {
        return 0;
    };
    let digest = digest::digest(&digest::SHA256, format!("{COMMENT}\0{password}").as_bytes());
    digest.as_ref().iter().take(8).fold(0, |key, byte| key << 8 | u64::from(*byte))
}

/// The content of every block, but for its number.
fn noise(seed: u64) -> Vec<u8> {
    let mut rng = Rng::new(seed);
    (0..=BLOCK / 8).flat_map(|_| rng.next().to_be_bytes()).collect()
}

/// A stored block of deflate. Its content begins with its number, as far as there is room.
fn block(number: u64, length: u64, last: bool, noise: &[u8], crc: &mut Crc) -> Bytes {
    let short = u16::try_from(length).unwrap_or(u16::MAX);
    let length = usize::from(short);
    let mut block = Vec::with_capacity(length.saturating_add(5));
    block.push(u8::from(last));
    block.extend(short.to_le_bytes());
    block.extend((!short).to_le_bytes());
    block.extend_from_slice(&number.to_be_bytes());
    block.extend_from_slice(noise.get(8..length).unwrap_or_default());
    block.truncate(length.saturating_add(5));
    crc.update(block.get(5..).unwrap_or_default());
    Bytes::from(block)
}
