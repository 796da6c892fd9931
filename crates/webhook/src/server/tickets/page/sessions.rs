//! Who is logged in.

use std::collections::VecDeque;
use std::fmt;
use std::time::Duration;

use bt_sra_core::Result;
use ring::{digest, hmac};

use super::super::random::{hex, random};

/// How long a session lasts.
pub(super) const LASTS: Duration = Duration::from_secs(12 * 3600);

/// How many there may be; the oldest makes room.
const MOST: usize = 100;

/// Who is logged in.
#[derive(Debug, Default)]
pub(super) struct Sessions(VecDeque<Entry>);

#[derive(Debug)]
struct Entry {
    session: Session,
    since: Duration,
    said: Option<String>,
}

/// Somebody who is logged in. What the cookie holds is not kept, only its digest.
#[derive(Clone)]
pub(super) struct Session {
    digest: [u8; 32],
    key: hmac::Key,
}

impl Sessions {
    pub(super) fn add(&mut self, session: Session, now: Duration) {
        if self.0.len() >= MOST {
            self.0.pop_front();
        }
        self.0.push_back(Entry { session, since: now, said: None });
    }

    pub(super) fn find(&mut self, id: &str, now: Duration) -> Option<Session> {
        self.0.retain(|entry| now.saturating_sub(entry.since) < LASTS);
        // Of digests nothing can be learnt by the time that comparing takes.
        let wanted = digest(id);
        self.0.iter().find(|entry| entry.session.digest == wanted).map(|entry| entry.session.clone())
    }

    pub(super) fn remove(&mut self, session: &Session) {
        self.0.retain(|entry| entry.session.digest != session.digest);
    }

    /// Has something said on the next page.
    pub(super) fn say(&mut self, session: &Session, text: String) {
        if let Some(entry) = self.0.iter_mut().find(|entry| entry.session.digest == session.digest) {
            entry.said = Some(text);
        }
    }

    pub(super) fn said(&mut self, session: &Session) -> Option<String> {
        self.0.iter_mut().find(|entry| entry.session.digest == session.digest)?.said.take()
    }
}

impl Session {
    /// Makes a session, and what the cookie holds.
    pub(super) fn new() -> Result<(String, Self)> {
        let (id, key) = (random()?, random()?);
        Ok((id.clone(), Self { digest: digest(&id), key: hmac::Key::new(hmac::HMAC_SHA256, key.as_bytes()) }))
    }

    /// Returns what the form of this name must bring.
    pub(super) fn form_token(&self, form: &str) -> String {
        hex(hmac::sign(&self.key, form.as_bytes()).as_ref())
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Session")
    }
}

fn digest(id: &str) -> [u8; 32] {
    let mut bytes = [0; 32];
    for (to, from) in bytes.iter_mut().zip(digest::digest(&digest::SHA256, id.as_bytes()).as_ref()) {
        *to = *from;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_end_and_make_room() {
        let mut sessions = Sessions::default();
        let (first, session) = Session::new().unwrap();
        sessions.add(session, Duration::ZERO);
        assert!(sessions.find(&first, LASTS - Duration::from_secs(1)).is_some());
        assert!(sessions.find("x", Duration::ZERO).is_none());
        assert!(sessions.find(&first, LASTS).is_none());
        let mut ids = Vec::new();
        for _ in 0..=MOST {
            let (id, session) = Session::new().unwrap();
            sessions.add(session, LASTS);
            ids.push(id);
        }
        assert!(sessions.find(&ids[0], LASTS).is_none());
        let session = sessions.find(&ids[1], LASTS).unwrap();
        sessions.say(&session, "hello".to_owned());
        assert_eq!(sessions.said(&session).as_deref(), Some("hello"));
        assert_eq!(sessions.said(&session), None);
        sessions.remove(&session);
        assert!(sessions.find(&ids[1], LASTS).is_none());
    }

    #[test]
    fn each_form_of_each_session_has_its_token() {
        let (one, two) = (Session::new().unwrap().1, Session::new().unwrap().1);
        assert_eq!(one.form_token("1"), one.form_token("1"));
        assert_ne!(one.form_token("1"), one.form_token("2"));
        assert_ne!(one.form_token("1"), two.form_token("1"));
    }
}
