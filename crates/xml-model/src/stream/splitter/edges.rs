//! What stands before the first child of the root and behind the root, and a root that is an `<error>`.

use bt_sra_core::Result;

use super::{HEAD, Phase, Splitter, tag_name};
use crate::stream::batch::{Batch, Segment};
use crate::stream::list::{Class, Head};
use crate::stream::scan::{Found, Scan};
use crate::text::{self, Text};
use crate::tree::Rest;
use crate::{Limits, answer};

/// Stands for the root where only what follows it is parsed.
pub(super) const ROOT: &str = "<r/>";

/// The mark of UTF-8, which is allowed at the very beginning.
const MARK: &[u8] = b"\xef\xbb\xbf";

impl Splitter {
    pub(super) fn look_for_root(&mut self) -> Result<()> {
        if self.phase == Phase::Start {
            if self.buffer.len() < MARK.len() && MARK.starts_with(&self.buffer) {
                return Ok(());
            }
            if self.buffer.starts_with(MARK) {
                self.drop_to(MARK.len());
            }
            if [&b"\xff"[..], b"\xfe"].contains(&self.buffer.as_slice()) {
                return Ok(());
            }
            self.phase = Phase::Prolog;
        }
        if self.scan.at == 0 {
            self.drop_blanks();
        }
        if self.buffer.first().is_some_and(|byte| *byte != b'<') {
            let is_utf_16 = self.buffer.starts_with(b"\xff\xfe") || self.buffer.starts_with(b"\xfe\xff");
            // What it is instead takes all of it to say.
            if is_utf_16 || self.buffer.len() > HEAD {
                return self.start_is_markup();
            }
            return Ok(());
        }
        while let Some(found) = self.scan.next(&self.buffer, &self.rules.limits) {
            match found {
                Found::Aside { end } => self.check_head(end)?,
                Found::Start { at, end, is_empty } => {
                    self.check_head(end)?;
                    return self.enter_root(at, end, is_empty);
                }
                Found::End { .. } | Found::Refused => {
                    let is_web_page = text::is_web_page(&String::from_utf8_lossy(&self.buffer));
                    return Err(if is_web_page { text::web_page() } else { self.mistake() });
                }
            }
        }
        self.check_head(self.buffer.len())
    }

    /// Refuses what begins with no markup.
    pub(super) fn start_is_markup(&self) -> Result<()> {
        if self.buffer.first() == Some(&b'<') {
            return Ok(());
        }
        text::decode(&self.buffer, &unbounded())?;
        Err(text::refuse("the document does not begin with markup"))
    }

    fn check_head(&self, length: usize) -> Result<()> {
        if length <= HEAD {
            return Ok(());
        }
        Err(text::refuse(format!("the document has no root element in its first {HEAD} bytes")))
    }

    /// Looks at the root, whose start tag is here.
    fn enter_root(&mut self, at: usize, end: usize, is_empty: bool) -> Result<()> {
        let name = tag_name(&self.buffer, at + 1);
        if name.eq_ignore_ascii_case(b"html") {
            return Err(text::web_page());
        }
        let tag = self.buffer.get(at..end).unwrap_or_default().to_vec();
        let closing = [b"</", name, b">"].concat();
        let mut bytes = self.buffer.get(..end).unwrap_or_default().to_vec();
        if !is_empty {
            bytes.extend_from_slice(&closing);
        }
        let text = text::utf8(&bytes, self.place(0))?;
        if text::declares_another_encoding(text) {
            return Err(text::another_encoding(self.place(0)));
        }
        let list = &self.rules.list;
        let whole = Text { text, origin: self.origin() };
        let head = text::parse(whole, &self.rules.limits, |root| {
            if !list.accepts_root(root.name()) {
                let is_refusal = root.name() == "error";
                return if is_refusal {
                    Ok(None)
                } else {
                    Err(answer::unexpected(root, list.expected_root()))
                };
            }
            let attributes = root.attributes().map(|(name, value)| (name.into_owned(), value.to_owned()));
            let rest = Rest { attributes: attributes.collect(), ..Rest::default() };
            Ok(Some(Head { root: root.name().to_owned(), rest }))
        })?;
        if head.is_none() {
            self.phase = Phase::Refusal;
            return Ok(());
        }
        self.head = head;
        self.drop_to(end);
        if is_empty {
            self.leave_root();
            return Ok(());
        }
        self.phase = Phase::Body;
        self.buffer.splice(..0, tag.iter().copied());
        self.prefix = tag.len();
        self.from = self.prefix;
        self.closing = closing;
        self.scan = Scan::from(self.prefix, 1);
        Ok(())
    }

    pub(super) fn look_for_end_of_refusal(&mut self) -> Result<Option<Batch>> {
        while self.scan.depth > 0 {
            match self.scan.next(&self.buffer, &self.rules.limits) {
                Some(Found::Refused) => return Err(self.mistake()),
                Some(_) => {}
                None => {
                    self.check_length(self.buffer.len())?;
                    return Ok(None);
                }
            }
        }
        self.segments.push(Segment { from: 0, end: self.scan.at, class: Class::Refusal });
        let batch = self.cut();
        self.leave_root();
        Ok(Some(batch))
    }

    /// Goes on behind the root, whose end has just been passed.
    pub(super) fn leave_root(&mut self) {
        self.drop_to(self.scan.at);
        self.buffer.drain(..self.prefix);
        self.prefix = 0;
        self.from = 0;
        self.open = None;
        self.scan = Scan::from(0, 0);
        self.phase = Phase::Epilog;
    }

    /// Refuses what may not stand behind the root.
    pub(super) fn look_behind(&mut self) -> Result<()> {
        loop {
            if self.scan.is_in_text() {
                self.drop_blanks();
                if self.buffer.first().is_some_and(|byte| *byte != b'<') {
                    self.scan.at = 1;
                    return Err(self.mistake());
                }
            }
            match self.scan.next(&self.buffer, &self.rules.limits) {
                Some(Found::Aside { end }) => {
                    let text = self.valid_tail(end)?;
                    let text = Text { text: &text, origin: self.origin() };
                    text::parse(text, &self.rules.limits, |_| Ok(()))?;
                    self.drop_to(end);
                }
                Some(_) => return Err(self.mistake()),
                None => return self.check_length(self.buffer.len()),
            }
        }
    }

    fn drop_blanks(&mut self) {
        let blanks = self.buffer.iter().take_while(|byte| text::is_blank(byte)).count();
        self.drop_to(blanks);
        self.scan = Scan::from(0, 0);
    }
}

/// The length of what has come has been bounded already.
fn unbounded() -> Limits {
    Limits { bytes: usize::MAX, ..Limits::default() }
}
