//! The bot: what is said goes both ways, and what was said stays with the session.

use std::collections::VecDeque;

use async_trait::async_trait;
use bt_sra::command::model::Lsid;
use bt_sra::command::{Chat, Queue, SessionVoice, Visitor};
use bt_sra::rs::command::Command;
use bt_sra::webhook::server::{Record, Sink};
use bt_sra::webhook::{Event, EventKind};
use bt_sra::{Error, ErrorKind, Result};
use tokio::sync::mpsc;

/// The most that a session keeps of one attribute, in characters.
const LONGEST_ATTRIBUTE: usize = 1_024;

/// The longest message, in characters.
const LONGEST_MESSAGE: usize = 2_048;

/// How many of our own messages may be on their way back.
const ECHOES: usize = 100;

/// What the user types to go on with a person.
const HANDOVER: &str = "/handover";

/// What the bot knows, and how the appliance calls what no source tells.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The number of the ticket: the external key of the session.
    pub(crate) ticket: String,
    /// What the customer has told the bot so far.
    pub(crate) trouble: String,
    /// The customer.
    pub(crate) customer: String,
    /// The name of the event about a chat message.
    pub(crate) chat_event: String,
    /// Its variable with what was said.
    pub(crate) chat_body: String,
    /// The code name of the custom field that takes what was said.
    pub(crate) field: String,
}

/// How it ended.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    /// No representative is there.
    NobodyThere,
    /// The customer goes on there.
    HandedOver { url: String, is_kept: bool },
    /// The session has ended.
    Over { is_kept: bool },
}

/// Passes events on to the bot.
#[derive(Clone, Debug)]
pub(crate) struct Ears(pub(crate) mpsc::Sender<Event>);

#[async_trait]
impl Sink for Ears {
    async fn store(&self, record: &Record) -> Result<()> {
        let gone = |_| Error::new(ErrorKind::Io, "the bot has gone");
        // An event that comes twice is the same message: the answer to the first was lost.
        if record.duplicate { Ok(()) } else { self.0.send(record.event.clone()).await.map_err(gone) }
    }
}

/// Begins a session, and talks in it until the customer is handed over or the session ends.
/// `lines` is what the user types, `show` what is shown to them.
pub(crate) async fn talk(
    command: &Command,
    settings: &Settings,
    mut lines: mpsc::Receiver<String>,
    mut events: mpsc::Receiver<Event>,
    show: impl FnMut(&str),
) -> Result<Outcome> {
    let key = command.generate_session_key(&Queue::General).external_key(&settings.ticket).send().await?;
    if key.queue.is_available() == Some(false) {
        return Ok(Outcome::NobodyThere);
    }
    let visitor = Visitor {
        name: settings.customer.clone(),
        ip_address: [198, 51, 100, 7].into(),
        operating_system: "Plan 9".to_owned(),
        computer_name: "ada-1".to_owned(),
    };
    let customer = command.create_virtual_customer(&key.short_key, visitor).chat_url().send().await?;
    let mut bot = Bot {
        command,
        settings,
        session: customer.lsid,
        unsent: VecDeque::new(),
        echoes: VecDeque::new(),
        transcript: String::new(),
        kept: Kept::Behind,
        show,
    };
    bot.say(SessionVoice::Customer, &settings.trouble).await?;
    bot.say(
        SessionVoice::System,
        &format!("The bot could not help. Ticket: [b]{}[/b]", plain(&settings.ticket)),
    )
    .await?;
    (bot.show)(&format!("Somebody will be with you; {HANDOVER} takes you there."));
    let is_over = loop {
        // Not only in the end: a session that is over takes no attributes.
        if lines.is_empty() && events.is_empty() {
            bot.keep_transcript().await?;
        }
        tokio::select! {
            line = lines.recv() => match line.as_deref().map(str::trim) {
                None | Some(HANDOVER) => break false,
                Some("") => {}
                Some(text) => bot.say(SessionVoice::Customer, text).await?,
            },
            Some(event) = events.recv() => if bot.hear(&event).await? { break true },
        }
    };
    bot.keep_transcript().await?;
    let is_kept = bot.kept == Kept::Whole;
    Ok(if is_over {
        Outcome::Over { is_kept }
    } else {
        Outcome::HandedOver { url: customer.download_url, is_kept }
    })
}

/// How much of what was said the session has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kept {
    Behind,
    Whole,
    /// It takes nothing.
    Refused,
}

struct Bot<'a, F> {
    command: &'a Command,
    settings: &'a Settings,
    /// Not every appliance tells it at once; then an event with our ticket does.
    session: Option<Lsid>,
    /// What is to be said as soon as the session is known.
    unsent: VecDeque<(SessionVoice, String)>,
    /// What we have said, and may come back as an event.
    echoes: VecDeque<String>,
    transcript: String,
    kept: Kept,
    show: F,
}

impl<F: FnMut(&str)> Bot<'_, F> {
    /// Says something in the session, or as soon as there is one.
    async fn say(&mut self, voice: SessionVoice, text: &str) -> Result<()> {
        let who = if voice == SessionVoice::Customer { &self.settings.customer } else { "System" };
        self.note(who, &plain(text));
        let letters: Vec<char> = text.chars().collect();
        self.unsent
            .extend(letters.chunks(LONGEST_MESSAGE).map(|piece| (voice.clone(), piece.iter().collect())));
        self.send().await
    }

    async fn send(&mut self) -> Result<()> {
        let Some(session) = self.session.clone() else { return Ok(()) };
        while let Some((voice, text)) = self.unsent.pop_front() {
            // The event may be here before the answer.
            self.echoes.push_back(text.clone());
            if self.echoes.len() > ECHOES {
                self.echoes.pop_front();
            }
            let said =
                self.command.send_chat_message(Chat::Session(session.clone(), voice), text).send().await;
            match said {
                Ok(_) => {}
                // The session has just ended, perhaps; an event tells.
                Err(error) if error.kind() == ErrorKind::Appliance => {
                    (self.show)(&format!("That was not delivered: {error}"));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Takes an event; returns whether the session is over.
    async fn hear(&mut self, event: &Event) -> Result<bool> {
        let Some(lsid) = &event.lsid else { return Ok(false) };
        if self.session.is_none() && event.external_key.as_deref() == Some(&self.settings.ticket) {
            self.session = Some(Lsid::from(lsid.as_str()));
            self.send().await?;
        }
        if !self.session.as_ref().is_some_and(|own| own.as_str().eq_ignore_ascii_case(lsid)) {
            return Ok(false);
        }
        let name = event.member_name().unwrap_or("Support");
        let is_person = event.member_type.as_deref() == Some("representative");
        match &event.kind {
            EventKind::End => return Ok(true),
            EventKind::MemberAdded if is_person => (self.show)(&format!("{name} is here.")),
            EventKind::MemberDeparted if is_person => (self.show)(&format!("{name} has left.")),
            kind if kind.as_str() == self.settings.chat_event => self.hear_message(event),
            _ => {}
        }
        Ok(false)
    }

    /// Shows what a representative has said. Whether what we say comes back, and in whose name, no
    /// source tells: what is not said to be a representative's may be our own.
    fn hear_message(&mut self, event: &Event) {
        let Some(text) = event.rest.get(&self.settings.chat_body) else { return };
        if event.member_type.as_deref() != Some("representative")
            && let Some(place) = self.echoes.iter().position(|echo| echo == text)
        {
            self.echoes.remove(place);
            return;
        }
        let (name, text) = (event.member_name().unwrap_or("Support"), plain(text));
        self.note(name, &text);
        (self.show)(&format!("{name}: {text}"));
    }

    fn note(&mut self, who: &str, text: &str) {
        note(&mut self.transcript, who, text);
        if self.kept == Kept::Whole {
            self.kept = Kept::Behind;
        }
    }

    /// Keeps the end of what was said with the session.
    async fn keep_transcript(&mut self) -> Result<()> {
        let (Some(session), Kept::Behind) = (&self.session, self.kept) else { return Ok(()) };
        let call = self.command.set_session_attributes(session);
        match call.custom(&self.settings.field, &self.transcript).send().await {
            Ok(_) => self.kept = Kept::Whole,
            // No such field, or no such session any more.
            Err(error) if error.kind() == ErrorKind::Appliance => {
                (self.show)(&format!("What was said is not kept: {error}"));
                self.kept = Kept::Refused;
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

/// Adds a line, and drops from the beginning what no longer fits.
fn note(transcript: &mut String, who: &str, text: &str) {
    if !transcript.is_empty() {
        transcript.push('\n');
    }
    transcript.push_str(&format!("{who}: {text}"));
    let surplus = transcript.chars().count().saturating_sub(LONGEST_ATTRIBUTE);
    if let Some((start, _)) = transcript.char_indices().nth(surplus) {
        transcript.drain(..start);
    }
}

/// Leaves out the BBCode that messages may have.
fn plain(text: &str) -> String {
    let (mut plain, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        match after.split_once(']') {
            Some((tag, behind)) if is_bbcode(tag) => rest = behind,
            _ => {
                plain.push('[');
                rest = after;
            }
        }
    }
    plain + rest
}

fn is_bbcode(tag: &str) -> bool {
    let name = tag.trim_start_matches('/').split('=').next().unwrap_or_default();
    matches!(name.to_ascii_lowercase().as_str(), "b" | "i" | "u" | "color" | "ul" | "li" | "url")
}
