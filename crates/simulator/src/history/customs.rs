//! What is done within sessions, one thing at a time.

use super::plot::Plot;
use super::story::{Category, Event, Party};
use super::words;
use crate::time;

impl Plot<'_> {
    /// Somebody does something.
    pub(super) fn act(&mut self) {
        match self.rng.below(24) {
            0..5 => self.chat(),
            5..8 => self.transfer(),
            8 => self.move_file(),
            9 => self.delete_file(),
            10 => self.make_folder(),
            11..15 => self.look(),
            15 | 16 => self.registry(),
            17 => self.inform(),
            18 => self.note(),
            19 => self.allow(),
            20 => self.special(),
            21 => self.share(),
            22 => self.waver(),
            _ if self.access() => self.click(),
            _ => self.queue(),
        }
    }

    fn chat(&mut self) {
        let text =
            if self.rng.once_in(16) { self.rng.pick(words::BROKEN) } else { self.rng.pick(words::SAID) };
        let (by, to) = match self.rng.below(3) {
            0 => (self.customer(), self.owner()),
            1 => (self.owner(), Party::everyone()),
            _ => (self.owner(), self.customer()),
        };
        self.add(Event::new(0, "Chat Message").by(by).to(to).body(text));
    }

    fn transfer(&mut self) {
        let (name, size) = (self.rng.pick(words::FILES), self.rng.below(5_000_000_000));
        let up = self.rng.below(2) == 0;
        if self.rng.once_in(9) {
            let what = if up { "File Upload Failed" } else { "File Download Failed" };
            let event = Event::new(0, what).with("filename", name).with("filesize", size);
            let event = event.with("failure_reason", "Access is denied.").by(self.owner());
            self.add(event.to(self.customer()));
            return;
        }
        self.story.transfers += 1;
        let (by, to) = (self.owner(), self.customer());
        let event = if up {
            Event::new(0, "File Upload").by(by).to(to)
        } else {
            Event::new(0, "File Download").by(to).to(by)
        };
        self.add(event.with("filename", name).with("filesize", size));
        if !up && self.access() {
            let hash = self.rng.hex(64);
            let event = Event::new(0, "File Transfer Complete").by(self.customer()).to(self.owner());
            self.add(event.with("filename", name).with("sha256", hash));
        }
    }

    fn move_file(&mut self) {
        self.story.moves += 1;
        let (from, to) = (self.rng.pick(words::FILES), self.rng.pick(words::FILES));
        let event = Event::new(0, "File Moved").by(self.owner()).to(self.customer());
        self.add(event.with("old_path", from).with("new_path", to));
    }

    fn delete_file(&mut self) {
        self.story.deletions += 1;
        let (name, size) = (self.rng.pick(words::FILES), self.rng.below(100_000));
        let event = Event::new(0, "File Deleted").by(self.owner()).to(self.customer());
        self.add(event.with("filename", name).with("filesize", size));
    }

    fn make_folder(&mut self) {
        let path = self.rng.pick(words::FOLDERS);
        let event = Event::new(0, "Directory Created").by(self.owner()).to(self.customer());
        self.add(event.with("path", path));
    }

    fn window(&mut self, what: &'static str) -> Event {
        let (program, title) = self.rng.choose(words::WINDOWS).copied().unwrap_or_default();
        Event::new(0, what).by(self.system()).with("exeName", program).with("windowName", title)
    }

    fn look(&mut self) {
        let event = self.window("Session Foreground Window Changed");
        self.add(event);
        if self.access() && self.rng.once_in(4) {
            let event = self.window("Session Window Closed");
            self.add(event);
        }
    }

    fn click(&mut self) {
        let event = self.window("Session Mouse Left Clicked");
        let named = self.rng.below(2) == 0;
        self.add(if named { event.with("targetName", "OK").with("targetType", "Button") } else { event });
    }

    fn registry(&mut self) {
        let key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Example & Co";
        let event = match self.rng.below(6) {
            0 => Event::new(0, "Registry Key Added").with("parent_path", key).with("key_name", "Größe"),
            1 => Event::new(0, "Registry Key Renamed")
                .with("parent_path", key)
                .with("key_name_old", "Size")
                .with("key_name_new", "Größe"),
            2 => Event::new(0, "Registry Value Modified")
                .with("key_path", key)
                .with("value_name", "Path")
                .with("value_type", "REG_SZ")
                .with("value_data_old", "C:\\old <1>")
                .with("value_data_new", ""),
            3 => Event::new(0, "Registry Value Deleted")
                .with("key_path", key)
                .with("value_name", "(Default)")
                .with("value_type", "REG_DWORD")
                .with("value_data", "0x00000001"),
            4 => Event::new(0, "Registry Exported").with("key_path", key),
            _ => Event::new(0, "Registry Value Added")
                .with("key_path", key)
                .with("value_name", "Flag")
                .with("value_type", "REG_DWORD")
                .with("value_data", "1"),
        };
        let event = event.by(self.owner()).to(self.customer());
        self.add(event);
    }

    fn inform(&mut self) {
        let facts = |rows: &[(&str, &str)]| -> Vec<Vec<String>> {
            rows.iter().map(|(name, value)| vec![(*name).to_owned(), (*value).to_owned()]).collect()
        };
        let system = Category {
            name: "System",
            heads: vec!["Name", "Value"],
            rows: facts(&[("Host", &self.story.customer.hostname), ("OS", &self.story.customer.system)]),
        };
        let disks = Category {
            name: "Disks",
            heads: vec!["Drive", "Free"],
            rows: facts(&[("C:", "41 GB"), ("D: <data>", "1 TB")]),
        };
        let empty = Category { name: "Printers", heads: vec!["Name"], rows: Vec::new() };
        let event = Event::new(0, "System Information Retrieved").by(self.owner()).to(self.customer());
        self.add(Event { system: vec![system, disks, empty], ..event });
    }

    fn note(&mut self) {
        let text = self.rng.pick(words::NOTES);
        let event = Event::new(0, "Session Note Added").by(self.owner()).body(text);
        self.add(event);
    }

    fn allow(&mut self) {
        let service = self.rng.pick(words::SERVICES);
        let event = Event::new(0, "Service Access Allowed").by(self.customer()).to(self.owner());
        let granted = self.owner().name;
        self.add(event.with("granted_to", granted).with("level", "full").with("service", service));
    }

    fn special(&mut self) {
        let action = self.rng.pick(words::ACTIONS);
        let event = Event::new(0, "Special Action Executed").by(self.owner()).to(self.customer());
        self.add(event.with("action_name", action));
    }

    fn share(&mut self) {
        let files = (0..1 + self.rng.below(3))
            .map(|_| (self.rng.pick(words::FILES).to_owned(), self.rng.below(1_000_000)))
            .collect();
        let event = Event::new(0, "Files Shared").by(self.owner()).to(self.customer());
        self.add(Event { files, ..event });
    }

    fn waver(&mut self) {
        for state in ["disconnected", "connected"] {
            let event = Event::new(0, "Conference Member State Changed").by(self.customer());
            self.add(event.with("state", state));
        }
    }

    fn queue(&mut self) {
        let event = match self.rng.below(3) {
            0 => Event::new(0, "Session Assigned").by(self.system()).to(self.owner()).with("priority", "2"),
            1 => Event::new(0, "Session Pinned to Queue").by(self.owner()),
            _ => Event::new(0, "Session Transferred Away from Queue").by(self.system()),
        };
        self.add(event);
    }

    pub(super) fn authorized(&mut self) {
        let owner = self.owner().name;
        let machine = self.history.cast().machines.get(self.head.machine).cloned().unwrap_or_default();
        let id = self.story.people.first().and_then(|person| person.id).unwrap_or_default();
        let requested = time::text(self.at - 3_600).replace('T', " ").replace("+00:00", " UTC");
        let event = Event::new(0, "Jump Item Authorization Request Utilized")
            .by(self.system())
            .with("request_id", 1 + self.rng.below(100_000))
            .with("request_start_time", requested)
            .with("request_duration", "4 hour(s)")
            .with("jump_policy_name", "Approval")
            .with("jump_item_type", machine.kind)
            .with("jump_item_name", machine.name)
            .with("push_agent_name", "Core cluster")
            .with("requesting_user", format!("{owner} (user{id}@example.com)"))
            .with("requesting_user_id", id)
            .with("approval_applies_to", "Requestor")
            .with("request_reason", "Monthly patches; see ticket")
            .with("approver_name", "The operators")
            .with("request_approver", "operators@example.com")
            .with("approver_comments", "ok");
        self.add(event);
    }

    pub(super) fn injected(&mut self) {
        let Some(account) = self.history.injected(self.head.index) else {
            return;
        };
        let attempt = self.rng.hex(16);
        let failed = self.rng.once_in(6);
        let what =
            if failed { "Credential Injection Attempt Failed" } else { "Credential Injection Attempt" };
        let event = Event::new(0, what)
            .by(self.owner())
            .to(self.customer())
            .with("attempt_id", attempt)
            .with("credential_id", account.id)
            .with("credential_name", &account.name);
        self.add(if failed { event.with("failure_reason", "The login was refused.") } else { event });
    }
}
