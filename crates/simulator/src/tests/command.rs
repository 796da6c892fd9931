//! The XML Command API.

mod actions;
mod appliances;
mod documents;
mod forms;
mod keys;
mod sessions;

use bytes::Bytes;
use http::Request;
use serde_json::{Value, json};

use super::client::{Client, Reply, send, token};
use crate::Appliance;

/// An answer, as text.
pub(super) struct Xml(pub(super) String);

impl Client {
    /// Does an action by GET; the parameters are encoded already.
    #[track_caller]
    pub(super) fn action(&self, query: &str) -> Xml {
        Xml::of(&self.raw("GET", &format!("/api/command?action={query}"), b"").expect(200))
    }

    /// Does an action by POST.
    #[track_caller]
    pub(super) fn form(&self, form: &str) -> Xml {
        Xml::of(&self.posted("/api/command", "application/x-www-form-urlencoded", form).expect(200))
    }

    pub(super) fn posted(&self, target: &str, media: &str, body: &str) -> Reply {
        let request = Request::post(target)
            .header("host", "access.example.com")
            .header("authorization", format!("Bearer {}", self.token))
            .header("content-type", media)
            .body(Bytes::copy_from_slice(body.as_bytes()))
            .unwrap();
        send(&self.appliance, request)
    }

    /// The same appliance, by another of its API accounts.
    pub(super) fn by(&self, account: &str) -> Self {
        let all = self.appliance.accounts();
        let found = all.iter().find(|credentials| credentials.name == account).unwrap();
        let token = token(&self.appliance, &found.client_id, &found.client_secret);
        Self { appliance: self.appliance.clone(), token }
    }

    /// The lsids of the running sessions, in the order of their beginning.
    pub(super) fn lsids(&self) -> Vec<String> {
        let all = self.appliance.control().sessions();
        let running = all["running"].as_array().unwrap();
        running.iter().map(|session| session["lsid"].as_str().unwrap().to_owned()).collect()
    }

    /// One running session.
    pub(super) fn session(&self, lsid: &str) -> Value {
        let all = self.appliance.control().sessions();
        let running = all["running"].as_array().unwrap();
        running.iter().find(|session| session["lsid"] == lsid).cloned().unwrap_or(Value::Null)
    }
}

impl Xml {
    #[track_caller]
    pub(super) fn of(reply: &Reply) -> Self {
        assert_eq!(reply.header("content-type"), "text/xml; charset=UTF-8");
        let text = String::from_utf8(reply.bytes.to_vec()).unwrap();
        well_formed(&text);
        Self(text)
    }

    /// The content of the first element with this name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let start = [format!("<{name}>"), format!("<{name} ")];
        let at = start.iter().filter_map(|start| self.0.find(start)).min()?;
        let rest = self.0.get(at..)?.split_once('>')?.1;
        rest.split_once(&format!("</{name}>")).map(|(content, _)| content)
    }

    #[track_caller]
    pub(super) fn text(&self, name: &str) -> String {
        let content = self.get(name).unwrap_or_else(|| panic!("no <{name}>: {}", self.0));
        content.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    }

    /// How many elements have this name.
    pub(super) fn count(&self, name: &str) -> usize {
        [format!("<{name}>"), format!("<{name} "), format!("<{name}/>")]
            .iter()
            .map(|start| self.0.matches(start.as_str()).count())
            .sum()
    }

    /// The value of an attribute, wherever it is first.
    #[track_caller]
    pub(super) fn attribute(&self, name: &str) -> &str {
        let (_, rest) = self.0.split_once(&format!(" {name}=\"")).unwrap();
        rest.split_once('"').unwrap().0
    }

    /// The sentence of an answer whose root is `success` or `error`.
    #[track_caller]
    pub(super) fn sentence(&self, root: &str) -> String {
        self.text(root)
    }

    #[track_caller]
    pub(super) fn success(&self, sentence: &str) {
        assert_eq!(self.get("success"), Some(sentence), "{}", self.0);
    }

    #[track_caller]
    pub(super) fn error(&self, sentence: &str) {
        assert_eq!(self.get("error"), Some(sentence), "{}", self.0);
    }
}

/// Checks that every element is closed in its turn, and that nothing needs escaping. It knows only
/// what the simulator writes; the whole of XML is checked by another program.
#[track_caller]
pub(super) fn well_formed(text: &str) {
    let rest = text.trim_start().strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n").unwrap();
    let mut open: Vec<&str> = Vec::new();
    let mut roots = 0;
    let mut rest = rest;
    while let Some((before, after)) = rest.split_once('<') {
        assert!(!before.contains('>'), "{text}");
        for (at, _) in before.match_indices('&') {
            let entity = before[at..].split_once(';').unwrap().0;
            assert!(matches!(entity, "&amp" | "&lt" | "&gt" | "&quot" | "&#9" | "&#10" | "&#13"), "{entity}");
        }
        assert!(!open.is_empty() || before.trim().is_empty(), "text beside the root: {text}");
        let (tag, after) = after.split_once('>').unwrap();
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{text}");
            continue;
        }
        roots += usize::from(open.is_empty());
        let name = tag.split([' ', '/']).next().unwrap();
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{name}");
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty() && roots == 1 && rest.trim().is_empty(), "{text}");
}

/// Encodes a value for a query.
pub(super) fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// An RS site, and a session of it that waits in a queue.
pub(super) fn waiting() -> (Client, String) {
    let client = Client::rs();
    let lsid = client.lsids()[1].clone();
    (client, lsid)
}

/// A site of each product.
pub(super) fn both() -> [Client; 2] {
    [Client::pra(), Client::rs()]
}

/// A site that writes in this form.
pub(super) fn profiled(profile: crate::Profile) -> Client {
    Client::new(Appliance::rs().profile(profile))
}

#[test]
fn the_check_of_documents_finds_faults() {
    let prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n";
    well_formed(&format!("{prolog}<a b=\"c\"><d/>&amp;</a>\n"));
    for wrong in ["<a>", "<a></b>", "<a/><b/>", "<a>&nbsp;</a>", "<a>></a>", "<a/>x", "<a b=\"></a>"] {
        let result = std::panic::catch_unwind(|| well_formed(&format!("{prolog}{wrong}")));
        assert!(result.is_err(), "{wrong}");
    }
    assert_eq!(json!(1), 1);
}
