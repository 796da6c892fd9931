//! A session as lines for people at a terminal.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::story::{Entry, Line, Person, Piece, Story, Table, count_rows, day_and_time, offset, span};
use crate::failure::plain;

/// The narrowest and the widest lines.
const NARROW: usize = 40;
const WIDE: usize = 120;

/// Writes a session in lines of up to `width` letters.
pub(super) fn write(story: &Story, width: usize) -> String {
    let mut page = Page { out: String::new(), width: width.clamp(NARROW, WIDE) };
    page.out.push_str(&format!("Session {}\n", plain(&story.lsid)));
    let label = story.facts.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    for (name, line) in &story.facts {
        page.hang(&format!("  {name:label$}  "), &flat(line));
    }
    if !story.people.is_empty() {
        page.out.push_str("\nWho took part\n");
        for person in &story.people {
            page.hang("  ", &person_line(person));
            for (name, value) in &person.said {
                page.lines("    ", &format!("{name}: "), value);
            }
        }
    }
    page.out.push_str("\nWhat happened\n");
    if story.entries.is_empty() {
        page.out.push_str("  nothing\n");
    }
    let mut day = String::new();
    let widest = story.entries.iter().map(|entry| offset(entry.offset).len()).max().unwrap_or_default();
    for entry in &story.entries {
        page.entry(entry, &mut day, widest);
    }
    page.out
}

/// Lines that are written.
struct Page {
    out: String,
    width: usize,
}

impl Page {
    fn entry(&mut self, entry: &Entry, day: &mut String, widest: usize) {
        let (date, time) = day_and_time(entry.at);
        if *day != date {
            self.out.push_str(&format!("  {}\n", plain(&date)));
            *day = date;
        }
        let lead = format!("  {time}  {:>widest$}  ", offset(entry.offset));
        let indent = " ".repeat(lead.width());
        let mark = if entry.has_failed { "! " } else { "" };
        let said = flat(&entry.line);
        match &entry.body {
            // A message of one line stands behind who says it.
            Some(body) if !body.contains('\n') => self.hang(&lead, &format!("{mark}{said}: {}", plain(body))),
            Some(body) => {
                self.hang(&lead, &format!("{mark}{said}:"));
                self.lines(&format!("{indent}  "), "", body);
            }
            None => self.hang(&lead, &format!("{mark}{said}")),
        }
        for (name, value) in &entry.details {
            self.lines(&format!("{indent}  "), &format!("{}: ", plain(name)), value);
        }
        for table in &entry.tables {
            self.table(&format!("{indent}  "), table);
        }
    }

    /// Facts about a computer, in as few words as they fit in.
    fn table(&mut self, indent: &str, table: &Table) {
        self.hang(indent, &format!("{}: {}", plain(&table.title), count_rows(table)));
        for row in &table.rows {
            let cells = row.iter().enumerate().map(|(place, cell)| match table.heads.get(place) {
                Some(head) if !head.is_empty() => format!("{}: {}", plain(head), plain(cell)),
                _ => plain(cell),
            });
            let cells: Vec<String> = cells.collect();
            self.hang(&format!("{indent}  "), &cells.join("; "));
        }
    }

    /// Writes foreign text in its own lines, the first behind `head`, none of them farther to the
    /// left than `indent`.
    fn lines(&mut self, indent: &str, head: &str, text: &str) {
        let mut lines = text.trim_end().lines();
        self.hang(indent, &format!("{head}{}", plain(lines.next().unwrap_or_default())));
        for line in lines {
            self.hang(&format!("{indent}  "), &plain(line));
        }
    }

    /// Writes a text behind `lead`; what does not fit goes below, as far to the right.
    fn hang(&mut self, lead: &str, text: &str) {
        // Where the lead leaves no room, something has to give.
        let indent = lead.width().min(self.width / 2);
        let room = self.width.saturating_sub(indent);
        self.out.push_str(lead);
        let mut used = lead.width().saturating_sub(indent);
        let mut is_first = true;
        for word in text.split(' ') {
            let wide = word.width();
            if !is_first {
                if used + 1 + wide > room && used > 0 {
                    self.turn(indent);
                    used = 0;
                } else {
                    self.out.push(' ');
                    used += 1;
                }
            }
            is_first = false;
            if used + wide <= room {
                self.out.push_str(word);
                used += wide;
                continue;
            }
            // Wider than a line: paths, languages without blanks.
            for letter in word.chars() {
                let wide = letter.width().unwrap_or_default();
                if used + wide > room {
                    self.turn(indent);
                    used = 0;
                }
                self.out.push(letter);
                used += wide;
            }
        }
        let end = self.out.trim_end_matches(' ').len();
        self.out.truncate(end);
        self.out.push('\n');
    }

    fn turn(&mut self, indent: usize) {
        let end = self.out.trim_end_matches(' ').len();
        self.out.truncate(end);
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', indent));
    }
}

fn flat(line: &Line) -> String {
    let pieces = line.0.iter().map(|piece| match piece {
        Piece::Said(text) => text.clone(),
        Piece::Name(text) => together(&plain(text)),
        Piece::Thing(text) => plain(text.trim()),
    });
    pieces.collect()
}

/// Leaves one blank where there are several: a name does not look like columns.
fn together(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn person_line(person: &Person) -> String {
    let mut line = together(&plain(&person.name));
    if let Some(account) = &person.account {
        line.push_str(&format!(" ({})", together(&plain(account))));
    }
    line.push_str(&format!(" · {}", person.part));
    let places = [&person.public_ip, &person.private_ip, &person.hostname, &person.os];
    let mut told: Vec<&String> = Vec::new();
    for place in places.into_iter().flatten() {
        if !told.contains(&place) && *place != person.name {
            told.push(place);
            line.push_str(&format!(" · {}", plain(place)));
        }
    }
    if let Some(involved) = person.involved {
        line.push_str(&format!(" · {}", span(involved)));
    }
    line
}
