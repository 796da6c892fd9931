//! One document in many forms that mean the same, and with additions that must survive.

/// What [`additions`] puts into documents.
pub(crate) const ADDED: &str = "Added9";

/// The document with something unknown in it: an attribute in each tag, an element behind each tag.
pub(crate) fn additions(xml: &str) -> Vec<String> {
    let mut additions = Vec::new();
    let body = xml.split_once("?>").map_or(xml, |(_, body)| body).trim();
    for (at, _) in body.match_indices('<') {
        let rest = &body[at + 1..];
        if rest.starts_with(|c: char| c.is_alphabetic()) {
            let end = at + 1 + rest.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).unwrap();
            additions.push(format!("{} odd='{ADDED}'{}", &body[..end], &body[end..]));
        }
    }
    for (at, _) in body.match_indices('>') {
        let (before, behind) = body.split_at(at + 1);
        if !behind.is_empty() {
            additions.push(format!("{before}<odd><in>{ADDED}</in></odd>{behind}"));
        }
    }
    assert!(additions.len() > 1 || !body.contains("</"));
    additions
}

/// The same document in every namespace, with a prefix, with a mark and blank lines around it,
/// and with the blank lines that templates leave behind.
pub(crate) fn dresses(xml: &str, namespaces: &[&str]) -> Vec<String> {
    let body = xml.split_once("?>").map_or(xml, |(_, body)| body).trim();
    let end = body.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).unwrap();
    let (name, rest) = body.split_at(end);
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n";
    let mut dresses: Vec<_> =
        namespaces.iter().map(|uri| format!("{declaration}{name} xmlns=\"{uri}\"{rest}\n\n\n\n")).collect();
    dresses.push(format!("\u{feff}{declaration}{body}"));
    dresses.push(format!("\n \r\n\t{declaration}{body}"));
    // Not between tags that may be a text's.
    let spaced = body.replace("><", ">\n\t\n\t<").replace(">\n\t\n\t</", "></");
    dresses.push(spaced.replace('\n', "\r\n"));
    dresses.push(spaced);
    if !body.contains("<a ") && !body.contains("<!") {
        let prefixed = body.replace("</", "\u{1}").replace('<', "<p:").replace('\u{1}', "</p:");
        dresses.push(prefixed.replacen(
            name.trim_start_matches('<'),
            &format!("{} xmlns:p=\"u\"", &name[1..]),
            1,
        ));
    }
    dresses
}
