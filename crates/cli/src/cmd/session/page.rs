//! A session as one page for auditors: it needs no script, loads nothing, and keeps what strangers
//! wrote from being anything but text.

use std::fmt::Write as _;

use base64::Engine as _;
use bt_sra::is_unseen;
use ring::digest;

use super::story::{
    Entry, Kind, Line, Person, Piece, Story, Table, count_rows, day_and_time, offset, size, span,
};
use crate::args::VERSION;

/// How the page looks. Its digest is in the policy of the page, so that no other style counts.
const STYLE: &str = include_str!("page.css");

/// A table of facts about a computer that is longer begins closed.
const LONG: usize = 20;

/// Writes a session as a page.
pub(super) fn write(story: &Story) -> String {
    let mut page = Html(String::new());
    page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.raw(&format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; \
         base-uri 'none'; form-action 'none'\">\n",
        style_digest()
    ));
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
    page.raw("<title>Session ").text(&story.lsid).raw("</title>\n<style>").raw(STYLE);
    page.raw("</style>\n</head>\n<body>\n");
    page.raw("<a class=\"skip\" href=\"#timeline\">Skip to the timeline</a>\n");
    page.raw("<header>\n<h1>Session <code>").text(&story.lsid).raw("</code></h1>\n");
    if story.is_running {
        page.raw(
            "<p class=\"note\"><strong>This session is still running.</strong> The page holds what had ",
        );
        page.raw("happened when the report was made.</p>\n");
    }
    let sections = sections(story);
    page.raw("<nav aria-label=\"Sections\"><ul>\n");
    for (id, title, _) in &sections {
        page.raw(&format!("<li><a href=\"#{id}\">{title}</a></li>\n"));
    }
    page.raw("</ul></nav>\n</header>\n<main>\n");
    for (id, title, write) in &sections {
        page.raw(&format!("<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>\n"));
        write(&mut page, story);
        page.raw("</section>\n");
    }
    page.raw("</main>\n<footer><p>All times are UTC. Made by btapi ").text(VERSION);
    page.raw(" from a report of the appliance. Where a text had characters that cannot be seen, they are shown as ");
    page.raw("<span class=\"u\">U+202E</span>.</p></footer>\n</body>\n</html>\n");
    page.0
}

type Section = (&'static str, &'static str, fn(&mut Html, &Story));

/// What the page is made of: sections with nothing in them are left out.
fn sections(story: &Story) -> Vec<Section> {
    let mut sections: Vec<Section> = vec![("facts", "At a glance", facts)];
    if !story.people.is_empty() {
        sections.push(("participants", "Participants", people));
    }
    sections.push(("timeline", "Timeline", timeline));
    let has = |kind| story.entries.iter().any(|entry| entry.kind == kind);
    if has(Kind::Chat) {
        sections.push(("chat", "Chat and notes", chat));
    }
    if story.entries.iter().any(|entry| entry.file.is_some()) {
        sections.push(("files", "Files", files));
    }
    if has(Kind::Shells) {
        sections.push(("shells", "Command shells", shells));
    }
    if has(Kind::Access) {
        sections.push(("access", "Authorizations and credentials", access));
    }
    sections
}

fn facts(page: &mut Html, story: &Story) {
    page.raw("<dl class=\"facts\">\n");
    for (name, line) in &story.facts {
        page.raw(&format!("<div><dt>{name}</dt><dd>")).line(line).raw("</dd></div>\n");
    }
    page.raw("</dl>\n");
}

fn people(page: &mut Html, story: &Story) {
    const HEADS: [&str; 7] =
        ["Name", "Part", "Public address", "Private address", "Computer", "System", "In the session"];
    page.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Participants\">\n<table>\n");
    page.heads(&HEADS);
    for person in &story.people {
        page.raw("<tr><th scope=\"row\">").name(&person.name);
        if let Some(account) = &person.account {
            page.raw(" <span class=\"quiet\">(").name(account).raw(")</span>");
        }
        said(page, person);
        page.raw("</th><td>").text(&person.part).raw("</td>");
        for place in [&person.public_ip, &person.private_ip, &person.hostname, &person.os] {
            page.raw("<td>").text(place.as_deref().unwrap_or("–")).raw("</td>");
        }
        let involved = person.involved.map_or_else(|| "–".to_owned(), span);
        page.raw("<td>").text(&involved).raw("</td></tr>\n");
    }
    page.raw("</tbody>\n</table>\n</div>\n");
}

/// What a customer said when the session began.
fn said(page: &mut Html, person: &Person) {
    if person.said.is_empty() {
        return;
    }
    page.raw("<dl class=\"details\">");
    for (name, value) in &person.said {
        page.raw(&format!("<div><dt>{name}</dt><dd dir=\"auto\">")).body(value).raw("</dd></div>");
    }
    page.raw("</dl>");
}

fn timeline(page: &mut Html, story: &Story) {
    if story.entries.is_empty() {
        page.raw("<p>Nothing is told of what happened.</p>\n");
        return;
    }
    filter(page, story);
    page.raw("<table class=\"timeline\">\n");
    page.heads(&["Time", "Since the start", "Kind", "What happened"]);
    let mut day = String::new();
    for entry in &story.entries {
        let (date, _) = day_and_time(entry.at);
        if date != day {
            page.raw("<tr class=\"day\"><th scope=\"rowgroup\" colspan=\"4\">")
                .text(&date)
                .raw("</th></tr>\n");
            day = date;
        }
        let name = entry.kind.name();
        let failed = if entry.has_failed { " failed" } else { "" };
        page.raw(&format!("<tr class=\"k-{name}{failed}\"><td>"))
            .time(entry)
            .raw("</td><td class=\"since\">");
        page.text(&offset(entry.offset))
            .raw(&format!("</td><td><span class=\"kind\">{name}</span></td><td>"));
        what(page, entry);
        page.raw("</td></tr>\n");
    }
    page.raw("</tbody>\n</table>\n");
}

/// Boxes that hide what they stand for. Where a browser cannot do so, all is shown.
fn filter(page: &mut Html, story: &Story) {
    let count = |kind| story.entries.iter().filter(|entry| entry.kind == kind).count();
    let kinds: Vec<(Kind, usize)> =
        Kind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect();
    page.raw("<fieldset class=\"filter\">\n<legend>Show</legend>\n");
    for (kind, count) in &kinds {
        let name = kind.name();
        page.raw(&format!(
            "<label><input type=\"checkbox\" id=\"f-{name}\" checked> {name} <span class=\"quiet\">{count}</span></label>\n"
        ));
    }
    page.raw("</fieldset>\n<p class=\"left-out\">Left out of the timeline:");
    for (kind, count) in &kinds {
        let name = kind.name();
        page.raw(&format!(" <span class=\"o-{name}\">{name} ({count})</span>"));
    }
    page.raw("</p>\n");
}

fn what(page: &mut Html, entry: &Entry) {
    if entry.has_failed {
        page.raw("<strong class=\"bad\">failed</strong> ");
    }
    page.line(&entry.line);
    if let Some(body) = &entry.body {
        page.raw("<div class=\"body\" dir=\"auto\">").body(body).raw("</div>");
    }
    if !entry.details.is_empty() {
        page.raw("<dl class=\"details\">");
        for (name, value) in &entry.details {
            page.raw("<div><dt>").text(name).raw("</dt><dd dir=\"auto\">").body(value).raw("</dd></div>");
        }
        page.raw("</dl>");
    }
    for table in &entry.tables {
        computer(page, table);
    }
}

fn computer(page: &mut Html, table: &Table) {
    let open = if table.rows.len() <= LONG { " open" } else { "" };
    page.raw(&format!("<details{open}><summary>")).text(&table.title);
    page.raw(&format!(
        " <span class=\"quiet\">{}</span></summary>\n<div class=\"wide\"><table>\n",
        count_rows(table)
    ));
    if table.heads.is_empty() {
        page.raw("<tbody>\n");
    } else {
        page.raw("<thead><tr>");
        for head in &table.heads {
            page.raw("<th scope=\"col\">").text(head).raw("</th>");
        }
        page.raw("</tr></thead>\n<tbody>\n");
    }
    for row in &table.rows {
        page.raw("<tr>");
        for cell in row {
            page.raw("<td>").text(cell).raw("</td>");
        }
        page.raw("</tr>\n");
    }
    page.raw("</tbody></table></div></details>\n");
}

fn chat(page: &mut Html, story: &Story) {
    page.raw("<ol class=\"chat\">\n");
    for entry in story.entries.iter().filter(|entry| entry.kind == Kind::Chat) {
        page.raw("<li><p class=\"who\">").line(&entry.line).raw(" ").time(entry).raw("</p>");
        let body = entry.body.as_deref().unwrap_or_default();
        page.raw("<div class=\"body\" dir=\"auto\">").body(body).raw("</div></li>\n");
    }
    page.raw("</ol>\n");
}

fn files(page: &mut Html, story: &Story) {
    page.raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Files\">\n<table>\n");
    page.heads(&["Time", "Path", "Way", "Size", "SHA-256"]);
    for entry in &story.entries {
        let Some(file) = &entry.file else { continue };
        let way = if entry.has_failed { format!("not {}", file.way) } else { file.way.to_owned() };
        page.raw("<tr><td>").time(entry).raw("</td><th scope=\"row\">").thing(&file.path);
        page.raw("</th><td>").text(&way).raw("</td><td>");
        page.text(&file.size.map_or_else(|| "–".to_owned(), size)).raw("</td><td>");
        match &file.sha256 {
            Some(sha256) => page.thing(sha256),
            None => page.raw("–"),
        };
        page.raw("</td></tr>\n");
    }
    page.raw("</tbody>\n</table>\n</div>\n");
}

fn shells(page: &mut Html, story: &Story) {
    page.entries(story, Kind::Shells);
}

fn access(page: &mut Html, story: &Story) {
    page.entries(story, Kind::Access);
}

fn style_digest() -> String {
    base64::engine::general_purpose::STANDARD.encode(digest::digest(&digest::SHA256, STYLE.as_bytes()))
}

/// A page that is being written.
struct Html(String);

impl Html {
    /// Adds what is ours.
    fn raw(&mut self, html: &str) -> &mut Self {
        self.0.push_str(html);
        self
    }

    /// Adds a text on one line.
    fn text(&mut self, text: &str) -> &mut Self {
        self.escape(text.trim(), false)
    }

    /// Adds a text that keeps its lines.
    fn body(&mut self, text: &str) -> &mut Self {
        self.escape(text.trim_end(), true)
    }

    /// Adds a name that may be written in any direction without turning what is around it.
    fn name(&mut self, text: &str) -> &mut Self {
        self.raw("<bdi>").text(text).raw("</bdi>")
    }

    fn thing(&mut self, text: &str) -> &mut Self {
        self.raw("<code><bdi>").text(text).raw("</bdi></code>")
    }

    fn line(&mut self, line: &Line) -> &mut Self {
        for piece in &line.0 {
            match piece {
                // Its blanks count.
                Piece::Said(text) => self.escape(text, false),
                Piece::Name(text) => self.raw("<b>").name(text).raw("</b>"),
                Piece::Thing(text) => self.thing(text),
            };
        }
        self
    }

    fn time(&mut self, entry: &Entry) -> &mut Self {
        let (_, time) = day_and_time(entry.at);
        self.raw("<time datetime=\"").text(&entry.at.to_string()).raw("\">").text(&time).raw("</time>")
    }

    /// Begins a table: its heads, and then its body.
    fn heads(&mut self, heads: &[&str]) -> &mut Self {
        self.raw("<thead><tr>");
        for head in heads {
            self.raw("<th scope=\"col\">").raw(head).raw("</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n")
    }

    /// Adds a list of what is of a kind.
    fn entries(&mut self, story: &Story, kind: Kind) {
        self.raw("<ol class=\"list\">\n");
        for entry in story.entries.iter().filter(|entry| entry.kind == kind) {
            self.raw("<li>").time(entry).raw(" ");
            what(self, entry);
            self.raw("</li>\n");
        }
        self.raw("</ol>\n");
    }

    /// Adds a text so that it is nothing but text, here and in the value of an attribute. What
    /// cannot be seen is shown by its number; lines stay lines if that is wanted.
    fn escape(&mut self, text: &str, keeps_lines: bool) -> &mut Self {
        let mut before = None;
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\n' | '\t' if keeps_lines => self.0.push(letter),
                '\r' if keeps_lines && letters.peek() == Some(&'\n') => {}
                // Scripts and emoji are joined by these.
                '\u{200c}' | '\u{200d}' if joins(before, letters.peek().copied()) => self.0.push(letter),
                _ if letter.is_control() || is_unseen(letter) => {
                    let _ = write!(self.0, "<span class=\"u\">U+{:04X}</span>", u32::from(letter));
                }
                _ => self.0.push(letter),
            }
            before = Some(letter);
        }
        self
    }
}

/// Whether a mark stands between two letters that can be joined.
fn joins(before: Option<char>, next: Option<char>) -> bool {
    let can = |letter: Option<char>| letter.is_some_and(|letter| !letter.is_ascii() && !is_unseen(letter));
    can(before) && can(next)
}
