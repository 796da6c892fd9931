//! The text of the pages.

use std::fmt::Write as _;

use bt_sra_core::{Timestamp, is_unseen};

use super::super::Asked;

/// How many requests are shown; with the next answer others follow.
const SHOWN: usize = 100;

/// Colors follow the system. What is pressed is large enough for fingers.
pub(super) const STYLE: &str = "\
:root { color-scheme: light dark; --line: #8888; --allow: #116b35; --deny: #a31515; }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; justify-content: space-between; }
h1 { font-size: 1.5rem; margin: .5rem 0; }
h2 { font-size: 1.15rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
.said { border: 2px solid var(--allow); border-radius: .5rem; padding: .5rem 1rem; overflow-wrap: anywhere; }
.wrong { border-color: var(--deny); }
article { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0 0 1rem; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
label { display: block; font-weight: 600; }
input { font: inherit; width: 100%; padding: .5rem; border: 1px solid #767676; border-radius: .25rem; }
.choice { display: flex; flex-wrap: wrap; gap: 1rem; margin-top: 1rem; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; min-width: 7rem; padding: 0 1rem; cursor: pointer;
  border: 2px solid #767676; border-radius: .25rem; background: Canvas; color: CanvasText; }
button.allow { background: var(--allow); border-color: var(--allow); color: #fff; }
button.deny { background: var(--deny); border-color: var(--deny); color: #fff; }
:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
";

/// The page of those who have not logged in.
pub(super) fn login(wrong: Option<&str>) -> String {
    let mut body = String::from("<main>\n<h1>Ticket approvals</h1>\n");
    if let Some(wrong) = wrong {
        let _ = writeln!(body, "<p class=\"said wrong\" role=\"alert\">{}</p>", escaped(wrong));
    }
    body.push_str(
        "<form method=\"post\" action=\"/login\">\n\
         <input name=\"user\" value=\"approver\" autocomplete=\"username\" hidden>\n\
         <label for=\"token\">Token</label>\n\
         <input id=\"token\" name=\"token\" type=\"password\" autocomplete=\"current-password\" required autofocus>\n\
         <div class=\"choice\"><button>Log in</button></div>\n</form>\n</main>\n",
    );
    page("Log in", "", &body)
}

/// The page of the requests. `form_token` makes what the form of a name must bring.
pub(super) fn list(
    waiting: &[Asked],
    now: Timestamp,
    said: Option<&str>,
    form_token: impl Fn(&str) -> String,
) -> String {
    let mut body = String::from("<header>\n<h1>Ticket approvals</h1>\n");
    let _ = writeln!(
        body,
        "<form method=\"post\" action=\"/logout\"><input type=\"hidden\" name=\"form\" value=\"{}\">\
         <button>Log out</button></form>\n</header>\n<main>",
        form_token("logout")
    );
    if let Some(said) = said {
        let _ = writeln!(body, "<p class=\"said\" role=\"status\">{}</p>", escaped(said));
    }
    let count = match waiting.len() {
        0 => "No request is waiting. This page looks again by itself.".to_owned(),
        1 => "One request is waiting.".to_owned(),
        count => format!("{count} requests are waiting."),
    };
    let _ = writeln!(body, "<p>{count} <a href=\"/\">Look again</a></p>");
    for asked in waiting.iter().take(SHOWN) {
        article(asked, now, &form_token(&asked.number.to_string()), &mut body);
    }
    body.push_str("</main>\n");
    // While there is something to read or to write, nothing moves by itself.
    let refresh = if waiting.is_empty() { "<meta http-equiv=\"refresh\" content=\"10\">\n" } else { "" };
    let title = if waiting.is_empty() { String::new() } else { format!("({}) ", waiting.len()) };
    page(&format!("{title}Ticket approvals"), refresh, &body)
}

fn article(asked: &Asked, now: Timestamp, form_token: &str, body: &mut String) {
    let (number, request) = (asked.number, &asked.request);
    let (item, user) = (&request.jump_item, &request.user);
    let _ = writeln!(
        body,
        "<article aria-labelledby=\"t{number}\">\n<h2 id=\"t{number}\">Ticket {}</h2>\n<dl>",
        escaped(&request.ticket_id)
    );
    let minutes = now.saturating_duration_since(asked.since).as_secs() / 60;
    let since = match minutes {
        0 => "less than a minute".to_owned(),
        1 => "1 minute".to_owned(),
        minutes => format!("{minutes} minutes"),
    };
    let known = [
        ("User", user.username.as_deref()),
        ("Name", user.private_display_name.as_deref().or(user.public_display_name.as_deref())),
        ("Mail", user.email_address.as_deref()),
        ("Target", item.computer_name.as_deref()),
        ("Type", item.r#type.as_deref()),
        ("Group", item.group.as_deref()),
        ("Tag", item.tag.as_deref()),
        ("Jumpoint", item.jumpoint_name.as_deref()),
        ("Public IP", item.public_ip.as_deref()),
        ("Private IP", item.private_ip.as_deref()),
        ("Comments", item.comments.as_deref()),
        ("Waiting for", Some(since.as_str())),
    ];
    for (name, value) in known {
        let Some(value) = value else { continue };
        let _ = writeln!(body, "<dt>{name}</dt><dd>{}</dd>", escaped(value));
    }
    for (name, value) in request.rest.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(body, "<dt>{}</dt><dd>{}</dd>", escaped(name), escaped(value));
    }
    // Enter in the line of text presses the first button: that must not be Allow.
    let _ = writeln!(
        body,
        "</dl>\n<form method=\"post\" action=\"/decide\">\n\
         <input type=\"hidden\" name=\"request\" value=\"{number}\">\n\
         <input type=\"hidden\" name=\"form\" value=\"{form_token}\">\n\
         <label for=\"m{number}\">Message to the user (optional)</label>\n\
         <input id=\"m{number}\" name=\"message\" maxlength=\"1000\" autocomplete=\"off\">\n\
         <div class=\"choice\">\n\
         <button class=\"deny\" name=\"response\" value=\"deny\" aria-describedby=\"t{number}\">Deny</button>\n\
         <button class=\"allow\" name=\"response\" value=\"allow\" aria-describedby=\"t{number}\">Allow</button>\n\
         </div>\n</form>\n</article>"
    );
}

fn page(title: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n{head}\
         <title>{title}</title>\n<link rel=\"stylesheet\" href=\"/style.css\">\n\
         <link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
}

/// Makes foreign text harmless: neither markup, nor marks that hide text or turn its direction.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars().filter(|character| !is_unseen(*character)) {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' => safe.push('\n'),
            character if character.is_control() => safe.push(' '),
            character => safe.push(character),
        }
    }
    safe
}
