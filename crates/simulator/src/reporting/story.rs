//! A session in the words of a report.

use super::xml::{Told, Writer};
use crate::history::story::{Category, Event, Party, Representative, Story, address};
use crate::unconfirmed::reporting as unconfirmed;

/// A session, with what it is told for.
pub(super) struct Session {
    pub(super) story: Story,
    pub(super) origin: std::sync::Arc<str>,
    /// Whether it is told of PRA.
    pub(super) access: bool,
}

impl Told for Session {
    fn tell(&self, w: &mut Writer) {
        let story = &self.story;
        w.open("session", &[("lsid", &story.lsid)]);
        w.text("session_type", &[], "support");
        w.text("lseq", &[], story.number);
        w.time("start_time", story.started);
        match story.ended {
            Some(ended) => {
                w.time("end_time", ended);
                w.text("duration", &[], span(ended - story.started));
            }
            None if w.form.empty_end => w.text("end_time", &[("timestamp", &"")], ""),
            None => w.gap(),
        }
        if let Some((id, name)) = &story.portal {
            w.text("public_site", &[("id", id)], name);
        }
        w.text("external_key", &[], &story.external_key);
        self.attributes(w);
        self.links(w);
        w.text("file_transfer_count", &[], story.transfers);
        w.text("file_move_count", &[], story.moves);
        w.text("file_delete_count", &[], story.deletions);
        w.text("primary_customer", &[("gsnumber", &story.customer.number)], &story.customer.name);
        match &story.jump_group {
            Some((kind, id, name)) => w.text("jump_group", &[("type", kind), ("id", id)], name),
            None => w.gap(),
        }
        match &story.jumpoint {
            Some((id, name)) => w.text("jumpoint", &[("id", id)], name),
            None => w.gap(),
        }
        match story.people.first() {
            Some(owner) => match owner.id {
                Some(id) => {
                    w.text("primary_rep", &[("gsnumber", &owner.number), ("id", &id)], &owner.private);
                }
                None => w.text("primary_rep", &[("gsnumber", &owner.number)], &owner.private),
            },
            None => w.gap(),
        }
        self.support(w);
        self.customers(w);
        w.open("rep_list", &[]);
        for (index, person) in story.people.iter().enumerate() {
            representative(w, person, index == 0);
        }
        w.close("rep_list");
        self.surveys(w);
        w.open("session_details", &[]);
        for happened in &story.events {
            event(w, happened);
        }
        w.close("session_details");
        w.close("session");
    }
}

impl Session {
    fn attributes(&self, w: &mut Writer) {
        if self.story.attributes.is_empty() {
            w.text("custom_attributes", &[], "");
            return;
        }
        w.open("custom_attributes", &[]);
        for (code, display, value) in &self.story.attributes {
            w.text("custom_attribute", &[("display_name", display), ("code_name", code)], value);
        }
        w.close("custom_attributes");
    }

    fn links(&self, w: &mut Writer) {
        let story = &self.story;
        if story.ended.is_none() {
            return;
        }
        let [recording, shell, screen] = unconfirmed::LINKS;
        let link = |what: &str, action: &str, view| address(&self.origin, &story.lsid, what, action, view);
        w.text("session_chat_view_url", &[], link("chat", "chat", true));
        w.text("session_chat_download_url", &[], link("chat", "chat", false));
        if story.recorded {
            w.text("session_recording_view_url", &[], link(recording, recording, true));
            w.text("session_recording_download_url", &[], link(recording, recording, false));
        }
        let mut recordings = |list: &str, name: &str, what: &str, count: u64| {
            if count == 0 {
                return;
            }
            w.open(list, &[]);
            for instance in 0..count {
                let what = format!("{what}{instance}");
                w.open(name, &[("instance", &instance)]);
                w.text("download_url", &[], link(&what, what.trim_end_matches(char::is_numeric), false));
                w.text("view_url", &[], link(&what, what.trim_end_matches(char::is_numeric), true));
                w.close(name);
            }
            w.close(list);
        };
        let shows = if unconfirmed::SCREENS_ARE_TOLD { story.shows } else { 0 };
        recordings("show_my_screen_recordings", "show_my_screen_recording", screen, shows);
        recordings("command_shell_recordings", "command_shell_recording", shell, story.shells);
    }

    /// What only RS tells.
    fn support(&self, w: &mut Writer) {
        if self.access {
            return;
        }
        if let Some(joined) = self.story.joined {
            w.time("rep_join_time", joined);
        }
        if let Some((id, name)) = &self.story.team {
            w.open("team_list", &[]);
            w.text(unconfirmed::TEAM, &[("id", id)], name);
            w.close("team_list");
        }
    }

    fn customers(&self, w: &mut Writer) {
        let customer = &self.story.customer;
        w.open("customer_list", &[]);
        w.open("customer", &[("gsnumber", &customer.number)]);
        w.text("username", &[], &customer.name);
        w.text("public_ip", &[], &customer.public_ip);
        w.text("private_ip", &[], &customer.private_ip);
        w.text("hostname", &[], &customer.hostname);
        w.text("os", &[], &customer.system);
        if !self.access {
            w.text("primary_cust", &[], "1");
        }
        if let Some((company, issue)) = &customer.told {
            w.open("info", &[]);
            w.text("name", &[], &customer.name);
            w.text("company", &[], company);
            w.text("company_code", &[], "");
            w.text("issue", &[], issue);
            w.text("details", &[], "");
            w.close("info");
        }
        w.close("customer");
        w.close("customer_list");
    }

    fn surveys(&self, w: &mut Writer) {
        let [customer, owner] = self.story.surveyed;
        if customer {
            w.open("cust_survey_list", &[]);
            w.empty("cust_exit_survey", &[("gsnumber", &self.story.customer.number)]);
            w.close("cust_survey_list");
        }
        if let Some(person) = self.story.people.first().filter(|_| owner) {
            w.open("rep_survey_list", &[]);
            w.empty("rep_exit_survey", &[("gsnumber", &person.number)]);
            w.close("rep_survey_list");
        }
    }
}

fn representative(w: &mut Writer, person: &Representative, owner: bool) {
    match person.id {
        Some(id) => w.open("representative", &[("gsnumber", &person.number), ("id", &id)]),
        None => w.open("representative", &[("gsnumber", &person.number)]),
    }
    w.text("username", &[], &person.username);
    w.text("display_name", &[], &person.private);
    w.text("public_display_name", &[], &person.public);
    w.text("private_display_name", &[], &person.private);
    w.text("public_ip", &[], &person.public_ip);
    w.text("private_ip", &[], &person.private_ip);
    match &person.hostname {
        Some(name) => w.text("hostname", &[], name),
        None => w.gap(),
    }
    w.text("os", &[], &person.system);
    w.text("session_owner", &[], u8::from(owner));
    w.text("seconds_involved", &[], person.seconds);
    if person.id.is_none() {
        w.text("invited", &[], "1");
    }
    w.close("representative");
}

/// Writes an event of a session or of a team.
pub(super) fn event(w: &mut Writer, event: &Event) {
    w.open("event", &[("timestamp", &event.at), ("event_type", &event.what)]);
    let bare = event.by.is_none() && event.to.is_none() && event.data.is_empty();
    if bare {
        // As observed, there is white space only.
        w.gap();
    }
    party(w, "performed_by", event.by.as_ref());
    party(w, "destination", event.to.as_ref());
    if let Some(body) = &event.body {
        w.body(body);
    }
    if !event.files.is_empty() {
        w.open("files", &[]);
        for (name, size) in &event.files {
            w.open("file", &[]);
            w.text("filename", &[], name);
            w.text("filesize", &[], size);
            w.close("file");
        }
        w.close("files");
    }
    if !event.data.is_empty() {
        w.open("data", &[]);
        for (name, value) in &event.data {
            w.empty("value", &[("name", name), ("value", value)]);
        }
        w.close("data");
    }
    if !event.system.is_empty() {
        w.open("system_information", &[]);
        event.system.iter().for_each(|category| facts(w, category));
        w.close("system_information");
    }
    w.close("event");
}

fn party(w: &mut Writer, name: &str, party: Option<&Party>) {
    match party {
        Some(Party { kind, number: Some(number), name: who }) => {
            w.text(name, &[("type", kind), ("gsnumber", number)], who);
        }
        Some(Party { kind, number: None, name: who }) => w.text(name, &[("type", kind)], who),
        None => {}
    }
}

fn facts(w: &mut Writer, category: &Category) {
    w.open("category", &[("name", &category.name)]);
    w.open("description", &[]);
    for head in &category.heads {
        w.text("field", &[("name", head)], head);
    }
    w.close("description");
    w.open("data", &[]);
    for row in &category.rows {
        w.open("row", &[]);
        for (head, value) in category.heads.iter().zip(row) {
            w.text("field", &[("name", head)], format_args!("\n {value} \n"));
        }
        w.close("row");
    }
    w.close("data");
    w.close("category");
}

/// Writes a length of time.
fn span(seconds: i64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}
