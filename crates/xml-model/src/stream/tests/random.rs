//! Random lists in random dress and random pieces, and random bytes.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::survives::survives;
use super::*;

/// How a list is written, one choice at a time.
struct Dress {
    choices: std::vec::IntoIter<u8>,
    out: String,
    prefix: &'static str,
}

impl Dress {
    fn choose(&mut self, of: u8) -> u8 {
        self.choices.next().unwrap_or(0) % of
    }

    /// What does not count between elements.
    fn nothing(&mut self) {
        let nothing =
            ["", "\n", " \t", "<!-- <session> -->", "<?x </session> ?>", "\r\n\n<!-- > -->\n", "", ""];
        let choice = self.choose(8);
        self.out.push_str(nothing[usize::from(choice)]);
    }

    fn text(&mut self, text: &str) {
        for character in text.chars() {
            match self.choose(6) {
                0 => write!(self.out, "&#{};", u32::from(character)).unwrap(),
                1 => write!(self.out, "<![CDATA[{character}]]>").unwrap(),
                2 => write!(self.out, "<!--</session>-->{}", escaped(character)).unwrap(),
                _ => self.out.push_str(&escaped(character)),
            }
        }
    }

    fn start(&mut self, name: &str) {
        write!(self.out, "<{}{name}", self.prefix).unwrap();
    }

    fn attribute(&mut self, name: &str, value: &str) {
        let (space, mark) =
            ([" ", "\n\t"][usize::from(self.choose(2))], ['"', '\''][usize::from(self.choose(2))]);
        let value: String = value.chars().map(escaped).collect();
        // `>` may stand in a value as it is.
        let value = if self.choose(2) == 0 { value.replace("&gt;", ">") } else { value };
        write!(self.out, "{space}{name}={mark}{value}{mark}").unwrap();
    }

    fn end(&mut self, name: &str) {
        let space = ["", " ", "\n"][usize::from(self.choose(3))];
        write!(self.out, "</{}{name}{space}>", self.prefix).unwrap();
    }

    fn session(&mut self, session: &Session) {
        self.start("session");
        self.attribute("lsid", &session.lsid);
        if session.name.is_none() && session.events.is_empty() && self.choose(2) == 0 {
            self.out.push_str(" />");
            return;
        }
        self.out.push('>');
        self.nothing();
        if let Some(name) = &session.name {
            self.start("primary_customer");
            self.out.push('>');
            self.text(name);
            self.end("primary_customer");
        }
        self.nothing();
        if !session.events.is_empty() {
            self.start("session_details");
            self.out.push('>');
            for event in &session.events {
                self.nothing();
                self.event(event);
            }
            self.end("session_details");
        }
        self.end("session");
    }

    fn event(&mut self, event: &Event) {
        self.start("event");
        self.attribute("timestamp", &event.timestamp.to_string());
        self.out.push('>');
        if let Some(body) = &event.body {
            self.start("body");
            self.out.push('>');
            self.text(body);
            self.end("body");
        }
        self.end("event");
    }
}

fn escaped(character: char) -> String {
    match character {
        '<' | '>' | '&' | '"' | '\'' | '\n' | '\t' => format!("&#x{:x};", u32::from(character)),
        other => other.to_string(),
    }
}

fn written(sessions: &[Session], choices: Vec<u8>, prefix: &'static str) -> String {
    let mut dress = Dress { choices: choices.into_iter(), out: String::new(), prefix };
    dress.nothing();
    if dress.out.starts_with("<?x ") || dress.choose(2) == 0 {
        dress.out = "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n".to_owned();
    }
    dress.start("session_list");
    let declaration = if prefix.is_empty() { "xmlns" } else { "xmlns:r" };
    dress.attribute(declaration, "http://www.beyondtrust.com/sra/namespaces/API/reporting");
    dress.out.push('>');
    for session in sessions {
        dress.nothing();
        dress.session(session);
    }
    dress.nothing();
    dress.end("session_list");
    dress.nothing();
    dress.out
}

fn sessions() -> impl Strategy<Value = Vec<Session>> {
    let text = || prop_oneof![4 => "[a-z<>&\"'/ \u{1F600}é]{1,12}", 1 => "\\PC{1,40}"];
    let event = (any::<i64>(), proptest::option::of(text())).prop_map(|(timestamp, body)| Event {
        timestamp,
        body,
        extra: Extra::default(),
    });
    let session = (text(), proptest::option::of(text()), vec(event, 0..4))
        .prop_map(|(lsid, name, events)| Session { lsid, name, events, extra: Extra::default() });
    vec(session, 0..8)
}

/// Names of no prefix and of one.
fn prefixes() -> impl Strategy<Value = &'static str> {
    select(vec!["", "r:"])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sessions_come_back_in_any_dress_and_any_pieces(
        sessions in sessions(),
        choices in vec(any::<u8>(), 0..400),
        prefix in prefixes(),
        lengths in vec(1..200_usize, 1..40),
    ) {
        let xml = written(&sessions, choices, prefix);
        let mut at = 0;
        let cuts = lengths.iter().cycle().map_while(|length| {
            at += length;
            (at < xml.len()).then_some(at)
        });
        let outcome = feed(reader::<Session>(SESSIONS, &Limits::default()), xml.as_bytes(), cuts);
        prop_assert_eq!(&outcome.errors, &[]);
        prop_assert_eq!(&outcome.items, &sessions, "{}", xml);
        prop_assert_eq!(outcome.ending.unwrap().items, sessions.len() as u64);
        let Answer::Data(whole) = answer::<Whole>(xml.as_bytes(), &Limits::default()).unwrap() else { panic!() };
        prop_assert_eq!(whole.sessions, sessions);
    }

    #[test]
    fn arbitrary_bytes_do_not_panic(bytes in vec(any::<u8>(), 0..200), cuts in vec(0..64_usize, 1..8)) {
        survives(&bytes, &cuts, None);
    }

    #[test]
    fn pieces_of_markup_do_not_panic(pieces in vec(select(vec![
        "<a>", "</a>", "<b>", "</b>", "<b/>", "<c>", "</c>", "<c k='Hunter2'/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!",
        "<!DOCTYPE", "xmlns='u'", "='", "'", "\"", "=", " ", "&", ";", "Hunter2", "é", "\u{feff}", "<error>", "</error>", "{", "<?xml ",
        " encoding='", "<p:b xmlns:p='u'>", "</p:b>", "<b ", ">", "<", "/", "\n",
    ]), 0..24), cuts in vec(0..64_usize, 1..8)) {
        survives(pieces.concat().as_bytes(), &cuts, None);
    }

    #[test]
    fn spoiled_lists_do_not_panic(
        sessions in sessions(),
        choices in vec(any::<u8>(), 0..100),
        prefix in prefixes(),
        changes in vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..4),
        cuts in vec(0..64_usize, 1..8),
    ) {
        let mut bytes = written(&sessions, choices, prefix).replace("session_list", "a").replace("session", "b").into_bytes();
        for (at, byte, change) in changes {
            let at = at.index(bytes.len());
            match change {
                0 => bytes[at] = byte,
                1 => drop(bytes.drain(at..(at + 9).min(bytes.len() - 1).max(at))),
                _ => bytes.insert(at, byte),
            }
        }
        survives(&bytes, &cuts, None);
    }
}
