//! A report of any length, written while it is read. All values are invented.

use std::fmt::Write as _;
use std::io::{self, Read};

/// Events of a session.
pub(crate) const EVENTS: usize = 40;

const START: &str = "<session_list xmlns=\"http://www.beyondtrust.com/sra/namespaces/API/reporting\" \
    xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">";

pub(crate) struct Generator {
    next: usize,
    sessions: usize,
    text: String,
    taken: usize,
}

impl Generator {
    pub(crate) fn new(sessions: usize) -> Self {
        let text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n{START}\n");
        Self { next: 0, sessions, text, taken: 0 }
    }
}

impl Read for Generator {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.taken == self.text.len() && self.next <= self.sessions {
            self.text.clear();
            self.taken = 0;
            match self.next < self.sessions {
                true => session(self.next, &mut self.text),
                false => self.text.push_str("</session_list>\n"),
            }
            self.next += 1;
        }
        let length = (&self.text.as_bytes()[self.taken..]).read(buffer)?;
        self.taken += length;
        Ok(length)
    }
}

fn session(number: usize, out: &mut String) {
    let begin = 1_733_240_000 + number * 977;
    write!(
        out,
        "\t<session lsid=\"{:032x}\">\n\t\t<session_type>support</session_type>\n\t\t<lseq>{number}</lseq>\n\
         \t\t<start_time timestamp=\"{begin}\">2024-12-03T15:26:05+00:00</start_time>\n\
         \t\t<end_time timestamp=\"{}\">2024-12-03T15:42:05+00:00</end_time>\n\t\t<duration>00:16:00</duration>\n\
         \t\t<external_key></external_key>\n\t\t<custom_attributes>\n\t\t</custom_attributes>\n\
         \t\t<session_chat_view_url>https://access.example.net/session_download?lsid=l%3D{number:032x}&amp;view=1</session_chat_view_url>\n\
         \t\t<file_transfer_count>3</file_transfer_count>\n\t\t<file_move_count>0</file_move_count>\n\
         \t\t<primary_customer gsnumber=\"{number}1\">endpoint-{number}.example.net</primary_customer>\n\
         \t\t<jump_group type=\"shared\" id=\"7\">Plant floor</jump_group>\n\
         \t\t<primary_rep gsnumber=\"{number}2\" id=\"12\">Jordan Example</primary_rep>\n\
         \t\t<rep_list>\n\t\t\t<representative gsnumber=\"{number}2\" id=\"12\">\n\t\t\t\t<username>jordan</username>\n\
         \t\t\t\t<display_name>Jordan Example</display_name>\n\t\t\t\t<public_ip>203.0.113.7:51234</public_ip>\n\
         \t\t\t\t<os>Windows 11 Enterprise x64</os>\n\t\t\t\t<seconds_involved>960</seconds_involved>\n\
         \t\t\t</representative>\n\t\t</rep_list>\n\t\t<session_details>\n",
        (number as u128).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835),
        begin + 960,
    )
    .unwrap();
    for index in 0..EVENTS {
        event(number, index, begin + index * 24, out);
    }
    out.push_str("\t\t</session_details>\n\t</session>\n");
}

fn event(number: usize, index: usize, at: usize, out: &mut String) {
    let kinds = [
        "Chat Message",
        "File Upload",
        "Command Shell Session Started",
        "Session Note Added",
        "Credential Injection Attempt",
    ];
    let kind = kinds[index % kinds.len()];
    write!(
        out,
        "\t\t\t<event timestamp=\"{at}\" event_type=\"{kind}\">\n\
         \t\t\t\t<performed_by type=\"representative\" gsnumber=\"{number}2\">Jordan Example</performed_by>\n\
         \t\t\t\t<destination type=\"customer\" gsnumber=\"{number}1\">endpoint-{number}.example.net</destination>\n"
    )
    .unwrap();
    match index % kinds.len() {
        0 | 3 => {
            let odd = match (number * EVENTS + index) % 100 {
                0 => "<![CDATA[</session>]]>",
                15 => "<!-- </session> -->",
                30 => "&#233;&lt;&amp;",
                _ => "",
            };
            writeln!(
                out,
                "\t\t\t\t<body>Message {index} of {number}{odd}: the pump has been restarted and the valve checked</body>"
            )
            .unwrap();
        }
        1 => write!(
            out,
            "\t\t\t\t<data>\n\t\t\t\t\t<value name=\"filename\" value=\"report-{index}.pdf\"/>\n\
             \t\t\t\t\t<value name=\"filesize\" value=\"{}\"/>\n\t\t\t\t\t<value name=\"path\" value=\"C:\\Users\\Public\\Documents\"/>\n\
             \t\t\t\t</data>\n",
            1000 + index
        )
        .unwrap(),
        2 => writeln!(
            out,
            "\t\t\t\t<data>\n\t\t\t\t\t<value name=\"instance\" value=\"{index}\"/>\n\t\t\t\t</data>"
        )
        .unwrap(),
        _ => out.push_str(
            "\t\t\t\t<data>\n\t\t\t\t\t<value name=\"credential_type\" value=\"vault\"/>\n\
             \t\t\t\t\t<value name=\"account\" value=\"svc-maintenance\"/>\n\t\t\t\t</data>\n",
        ),
    }
    out.push_str("\t\t\t</event>\n");
}
