//! What happened, event by event, in a sentence.

use bt_sra::reporting::model::report::views::Direction;
use bt_sra::reporting::model::report::{Actor, ActorType, Event, EventType, Session, known};

use super::story::{Kind, Line, size};

/// An event that is told.
pub(super) struct Told {
    pub(super) kind: Kind,
    pub(super) line: Line,
    pub(super) body: Option<String>,
    pub(super) has_failed: bool,
    /// The names of data that the sentence holds.
    pub(super) used: &'static [&'static str],
}

impl Told {
    fn new(kind: Kind, line: Line) -> Self {
        Self { kind, line, body: None, has_failed: false, used: &[] }
    }

    fn using(self, used: &'static [&'static str]) -> Self {
        Self { used, ..self }
    }

    fn failed(self, has_failed: bool) -> Self {
        Self { has_failed, ..self }
    }
}

/// Tells an event. What was written goes with it, whatever it is.
pub(super) fn event(session: &Session, event: &Event) -> Told {
    let cast = Cast { session, event };
    let mut told = cast.tell();
    told.body = event.text().map(|text| text.trim_end().to_owned()).filter(|text| !text.is_empty());
    if told.body.is_none() && event.encoded_body.is_some() {
        told.body = Some("(what was written cannot be decoded)".to_owned());
    }
    told
}

/// Finds the queue in which the session was last, if any event tells.
pub(super) fn last_queue(session: &Session) -> Option<&str> {
    let given = |event: &&Event| event.event_type == EventType::SessionTransferredToQueue;
    let queue = session.events.iter().filter(given).max_by_key(|event| event.timestamp)?;
    known(&queue.destination.as_ref()?.name)
}

/// An event among those who took part.
struct Cast<'a> {
    session: &'a Session,
    event: &'a Event,
}

impl Cast<'_> {
    fn tell(&self) -> Told {
        use EventType as Of;
        match self.event.event_type {
            Of::SessionStart => Told::new(Kind::Session, Line::new().say("the session began")),
            Of::SessionEnd => Told::new(Kind::Session, Line::new().say("the session ended")),
            Of::ConferenceOwnerChanged => self.owner(),
            Of::ConferenceMemberAdded => self.joined(),
            Of::ConferenceMemberDeparted => Told::new(Kind::People, self.who().say(" left")),
            Of::ConferenceMemberStateChanged => self.state(),
            Of::ChatMessage => Told::new(Kind::Chat, self.who_to_whom()),
            Of::SessionNoteAdded => Told::new(Kind::Chat, self.who().say(" noted")),
            Of::FileUpload
            | Of::FileDownload
            | Of::FileUploadFailed
            | Of::FileDownloadFailed
            | Of::FileTransferComplete => self.file_transfer(),
            Of::FileDeleted | Of::FileMoved | Of::DirectoryCreated => self.file_change(),
            Of::FilesShared => self.shared(),
            Of::CommandShellSessionStarted | Of::ScreenRecording | Of::ShowMyScreenRecording => {
                self.recording()
            }
            Of::RemoteShellEvent => self.shell(),
            Of::ServiceAccessAllowed => self.service(),
            Of::CredentialInjectionAttempt | Of::CredentialInjectionAttemptFailed => self.credential(),
            Of::JumpItemAuthorizationRequest | Of::JumpItemAuthorizationRequestUtilized => {
                self.authorization()
            }
            Of::SessionForegroundWindowChanged | Of::SessionWindowClosed | Of::SessionMouseLeftClicked => {
                self.window()
            }
            Of::SpecialActionExecuted => {
                let name = self.event.data.get("action_name");
                Told::new(Kind::Other, self.who().say(" ran the special action").thing_if(" ", name))
                    .using(&["action_name"])
            }
            _ => self.any(),
        }
    }

    /// Tells what has no sentence of its own by the name of its type.
    fn any(&self) -> Told {
        let kind = kind(&self.event.event_type);
        let mut line = Line::new();
        line = match &self.event.event_type {
            EventType::Other(word) => line.thing(word.as_str()),
            known => line.say(known.as_str()),
        };
        if let Some(actor) = &self.event.performed_by {
            line = line.say(" by ").name(self.name(actor));
        }
        if let Some(actor) = &self.event.destination {
            line = line.say(" → ").name(self.name(actor));
        }
        let failed = self.event.event_type.as_str().ends_with("Failed");
        Told::new(kind, line).failed(failed)
    }

    fn owner(&self) -> Told {
        let view = self.event.owner_changed();
        let owner = view.and_then(|view| view.owner).and_then(known);
        let line = match (owner, &self.event.destination) {
            (Some(owner), _) => Line::new().name(owner),
            (None, Some(actor)) => Line::new().name(self.name(actor)),
            (None, None) => self.who(),
        };
        Told::new(Kind::People, line.say(" owns the session")).using(&["owner"])
    }

    fn joined(&self) -> Told {
        let view = self.event.member_added();
        let name = match (&self.event.performed_by, view.and_then(|view| view.any_name().map(str::to_owned)))
        {
            (Some(actor), _) => self.name(actor),
            (None, Some(name)) => name,
            (None, None) => SOMEBODY.to_owned(),
        };
        let line = Line::new().name(name).say(" joined");
        let line = line.thing_if(" from ", view.and_then(|view| view.public_ip));
        Told::new(Kind::People, line).using(&[
            "name",
            "private_name",
            "public_name",
            "public_ip",
            "username",
            "user_id",
            "private_ip",
            "hostname",
            "os",
        ])
    }

    fn state(&self) -> Told {
        let view = self.event.member_state();
        let line = match view.and_then(|view| view.is_connected()) {
            Some(true) => self.who().say(" is connected"),
            Some(false) => self.who().say(" lost the connection"),
            None => self.who().say(" changed").thing_if(" to ", view.and_then(|view| view.state)),
        };
        Told::new(Kind::People, line).using(&["state"])
    }

    fn file_transfer(&self) -> Told {
        let Some(view) = self.event.file_transfer() else { return self.any() };
        let path = view.path().unwrap_or("a file");
        let tried = if view.has_failed() { " could not" } else { "" };
        let line = match view.direction() {
            Some(Direction::Upload) if view.has_failed() => {
                self.who().say(format!("{tried} send ")).thing(path)
            }
            Some(Direction::Upload) => self.who().say(" sent ").thing(path),
            // The customer is the one who performs it: the file goes to the destination.
            Some(Direction::Download) => {
                let went = if view.has_failed() { " did not go" } else { " went" };
                let from = Line::new().thing(path).say(format!("{went} from ")).name(self.actor_name());
                return self.sized(from, view.size(), view.failure_reason, view.has_failed());
            }
            _ => {
                let line = Line::new().thing(path).say(" has arrived");
                let size = view.size().map_or_else(String::new, |bytes| format!(" ({})", size(bytes)));
                return Told::new(Kind::Files, line.say(size)).using(&["filename", "filesize"]);
            }
        };
        self.sized(line, view.size(), view.failure_reason, view.has_failed())
    }

    fn sized(&self, line: Line, bytes: Option<u64>, reason: Option<&str>, has_failed: bool) -> Told {
        let line = match &self.event.destination {
            Some(actor) => line.say(" to ").name(self.name(actor)),
            None => line,
        };
        let line = match bytes {
            Some(bytes) => line.say(format!(" ({})", size(bytes))),
            None => line,
        };
        let line = line.thing_if(": ", reason);
        Told::new(Kind::Files, line).using(&["filename", "filesize", "failure_reason"]).failed(has_failed)
    }

    fn file_change(&self) -> Told {
        let Some(view) = self.event.file_change() else { return self.any() };
        let subject = view.subject().unwrap_or("something");
        let done = match self.event.event_type {
            EventType::FileDeleted => " deleted ",
            EventType::FileMoved => " moved ",
            _ => " made the folder ",
        };
        let mut line = self.who().say(done).thing(subject);
        if self.event.event_type == EventType::FileMoved {
            line = line.thing_if(" to ", view.new_path);
        }
        if let Some(actor) = &self.event.destination {
            line = line.say(" on ").name(self.name(actor));
        }
        Told::new(Kind::Files, line).using(&["filename", "path", "old_path", "new_path"])
    }

    fn shared(&self) -> Told {
        let mut line = self.who().say(" offered ");
        let files = &self.event.files;
        for (place, file) in files.iter().enumerate() {
            if place > 0 {
                line = line.say(", ");
            }
            line = line.thing(file.filename.as_deref().unwrap_or("a file"));
            if let Some(bytes) = file.filesize {
                line = line.say(format!(" ({})", size(bytes)));
            }
        }
        if files.is_empty() {
            line = line.say("files");
        }
        Told::new(Kind::Files, line)
    }

    fn recording(&self) -> Told {
        let number = self.event.recording_made().and_then(|view| view.number());
        let number = number.map_or_else(String::new, |number| format!(", recording {number}"));
        let (kind, line) = match self.event.event_type {
            EventType::CommandShellSessionStarted => {
                (Kind::Shells, self.who().say(format!(" opened a command shell{number}")))
            }
            EventType::ScreenRecording => {
                (Kind::Screen, Line::new().say(format!("the screen was recorded{number}")))
            }
            _ => (Kind::Screen, self.who().say(format!("'s own screen was recorded{number}"))),
        };
        Told::new(kind, line).using(&["instance"])
    }

    fn shell(&self) -> Told {
        let text = self.event.data.get("text").unwrap_or_default();
        Told::new(Kind::Shells, Line::new().say("$ ").thing(text)).using(&["text"])
    }

    fn service(&self) -> Told {
        let view = self.event.service_access();
        let line = self.who().say(" allowed").thing_if(" ", view.and_then(|view| view.service));
        let line = line.thing_if(", ", view.and_then(|view| view.level));
        let line = line.thing_if(", to ", view.and_then(|view| view.granted_to));
        Told::new(Kind::Access, line).using(&["service", "level", "granted_to"])
    }

    fn credential(&self) -> Told {
        let Some(view) = self.event.credential_injection() else { return self.any() };
        let done =
            if view.has_failed() { " could not inject the credential" } else { " injected the credential" };
        let mut line = self.who().say(done).thing_if(" ", view.credential_name);
        line = match view.credential_id.and_then(known) {
            Some(id) => line.say(" (number ").thing(id).say(")"),
            None => line,
        };
        let line = line.thing_if(": ", view.failure_reason);
        Told::new(Kind::Access, line)
            .using(&["credential_name", "credential_id", "failure_reason"])
            .failed(view.has_failed())
    }

    fn authorization(&self) -> Told {
        let Some(view) = self.event.jump_authorization() else { return self.any() };
        let asker = view.requesting_user.and_then(known).map_or_else(|| self.actor_name(), str::to_owned);
        let done = match self.event.event_type {
            EventType::JumpItemAuthorizationRequest => " asked for leave to jump",
            _ => " made use of the leave to jump",
        };
        let line = Line::new().name(asker).say(done).thing_if(" to ", view.jump_item_name);
        let line = line.thing_if(", given by ", view.approver_name);
        Told::new(Kind::Access, line).using(&["requesting_user", "jump_item_name", "approver_name"])
    }

    fn window(&self) -> Told {
        let Some(view) = self.event.window_activity() else { return self.any() };
        let line = match self.event.event_type {
            EventType::SessionForegroundWindowChanged => Line::new().say("in front:"),
            EventType::SessionWindowClosed => Line::new().say("closed:"),
            _ => Line::new().say("clicked:").thing_if(" ", view.target_name).thing_if(", ", view.target_type),
        };
        let is_click = self.event.event_type == EventType::SessionMouseLeftClicked;
        let line = line.thing_if(if is_click { " in " } else { " " }, view.window_name);
        let line = match view.exe_name.and_then(known) {
            Some(program) => line.say(" (").thing(program).say(")"),
            None => line,
        };
        Told::new(Kind::Screen, line).using(&["exeName", "windowName", "targetName", "targetType"])
    }

    /// Begins a sentence with who did it.
    fn who(&self) -> Line {
        Line::new().name(self.actor_name())
    }

    /// Begins a message: to everyone goes without saying.
    fn who_to_whom(&self) -> Line {
        let to = self.event.destination.as_ref();
        match to.filter(|actor| actor.kind != Some(ActorType::Everyone)) {
            Some(actor) => self.who().say(" → ").name(self.name(actor)),
            None => self.who(),
        }
    }

    fn actor_name(&self) -> String {
        self.event.performed_by.as_ref().map_or_else(|| SOMEBODY.to_owned(), |actor| self.name(actor))
    }

    /// Returns the name of an actor, be it from the list of participants.
    fn name(&self, actor: &Actor) -> String {
        if let Some(name) = known(&actor.name) {
            return name.to_owned();
        }
        let rep = self.session.representative(actor).and_then(|rep| rep.private_name());
        let customer = self.session.customer(actor).and_then(|customer| customer.username.as_deref());
        match (rep.or(customer).and_then(known), &actor.kind, &actor.gsnumber) {
            (Some(name), ..) => name.to_owned(),
            (None, Some(ActorType::System), _) => "the appliance".to_owned(),
            (None, Some(ActorType::Everyone), _) => "everyone".to_owned(),
            (None, _, Some(number)) => format!("number {number}"),
            (None, Some(kind), None) => kind.as_str().to_owned(),
            (None, None, None) => SOMEBODY.to_owned(),
        }
    }
}

/// Who did something that nobody is said to have done.
const SOMEBODY: &str = "somebody";

/// Sorts what has no sentence of its own.
fn kind(event_type: &EventType) -> Kind {
    use EventType as Of;
    match event_type {
        Of::SessionAssigned
        | Of::SessionAssignmentResponse
        | Of::SessionTransferredToQueue
        | Of::SessionTransferredAwayFromQueue
        | Of::SessionPinnedToQueue
        | Of::SessionUnpinnedFromQueue
        | Of::PinnedSessionMovedToQueue
        | Of::PinnedSessionMovedAwayFromQueue
        | Of::PinnedSessionPasswordModified
        | Of::ExternalKey
        | Of::CustomerExitSurvey
        | Of::RepresentativeExitSurvey
        | Of::CallbackButtonDeployed
        | Of::CallbackButtonRemoved => Kind::Session,
        Of::LegalAgreementResponse => Kind::Access,
        Of::RepresentativeMonitoringStarted
        | Of::RepresentativeMonitoringStopped
        | Of::ScreenshotCaptured => Kind::Screen,
        Of::RegistryExported
        | Of::RegistryImported
        | Of::RegistryKeyAdded
        | Of::RegistryKeyDeleted
        | Of::RegistryKeyRenamed
        | Of::RegistryValueAdded
        | Of::RegistryValueDeleted
        | Of::RegistryValueModified
        | Of::RegistryValueRenamed => Kind::Registry,
        _ => Kind::Other,
    }
}
