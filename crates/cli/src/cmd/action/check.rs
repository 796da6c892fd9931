//! Looks at the parameters of an action before anything is sent.
//!
//! What cannot be meant is refused; what is only doubtful is sent, with a note: the appliance may
//! be newer, and it decides.

use bt_sra::Product;
use bt_sra::command::{Action, Evidence, Need, Parameter, ParameterKind};

use crate::failure::{Failure, Result, plain};
use crate::output::note;
use crate::suggest::closest;

/// Checks all parameters of an action.
pub(super) fn all(action: &Action, product: Option<Product>, given: &[(String, String)]) -> Result<()> {
    let mut wrong = Vec::new();
    for (name, value) in given {
        match action.parameter(name) {
            None => note_unknown(action, name),
            Some(parameter) => match judge(parameter, value) {
                Verdict::Good => {
                    if let (Some(only), Some(product)) = (parameter.only, product)
                        && only != product
                    {
                        wrong.push(format!(
                            "`{}` is a parameter of {only}, and not of {product}",
                            plain(name)
                        ));
                    }
                }
                Verdict::Doubtful(why) => note(&format!("{}: `{name}` {why}; sent as it is", action.name)),
                Verdict::Wrong(why) => wrong.push(format!("`{}` {why}", plain(name))),
            },
        }
    }
    let has = |parameter: &Parameter| {
        given.iter().any(|(name, _)| action.parameter(name).is_some_and(|found| found.name == parameter.name))
    };
    for parameter in action.parameters.iter().filter(|parameter| has(parameter)) {
        let lacks = |name: &&&str| action.parameter(name).is_some_and(|other| !has(other));
        for other in parameter.with.iter().filter(lacks) {
            let why = format!("`{}` needs `{other}` beside it", parameter.name);
            if parameter.evidence == Evidence::Unconfirmed {
                note(&format!("{}: {why}, as far as is known; sent as it is", action.name));
            } else {
                wrong.push(why);
            }
        }
    }
    let mut groups: Vec<&str> = Vec::new();
    for parameter in action.parameters {
        match parameter.need {
            Need::Required if !has(parameter) => {
                wrong.push(format!("`{}` is missing: {}", parameter.name, parameter.about));
            }
            Need::OneOf(group) | Need::SomeOf(group) if !groups.contains(&group) => {
                groups.push(group);
                wrong.extend(of_group(action, parameter.need, group, &has));
            }
            _ => {}
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let what = format!("{}: {}; nothing was sent", action.name, wrong.join("; "));
    Err(Failure::invalid(what)
        .with_hint(format!("`btapi command {} --help` lists the parameters", action.name)))
}

/// Judges the parameters of which one is needed.
fn of_group(action: &Action, need: Need, group: &str, has: &dyn Fn(&Parameter) -> bool) -> Option<String> {
    let members = action.parameters.iter().filter(|parameter| parameter.need == need);
    let names: Vec<&str> = members.clone().map(|parameter| parameter.name).collect();
    let given: Vec<&str> =
        members.filter(|parameter| has(parameter)).map(|parameter| parameter.name).collect();
    match (need, given.len()) {
        (_, 0) => Some(format!("one of {} is missing, for the {group}", names.join(", "))),
        (Need::OneOf(_), 2..) => Some(format!("{} exclude each other", given.join(" and "))),
        _ => None,
    }
}

fn note_unknown(action: &Action, name: &str) {
    let names = action.parameters.iter().map(|parameter| parameter.name);
    let guess = closest(name, names).map_or_else(String::new, |guess| format!(" (did you mean `{guess}`?)"));
    note(&format!("{}: the parameter `{name}` is not known here{guess}; sent as it is", action.name));
}

/// What is thought of a value.
#[derive(Debug, Eq, PartialEq)]
enum Verdict {
    Good,
    Doubtful(String),
    Wrong(String),
}

fn judge(parameter: &Parameter, value: &str) -> Verdict {
    let wrong = |expected: &str| Verdict::Wrong(format!("must be {expected}"));
    let words = |known: &[&str], given: &str| {
        let mut other = given.split(',').filter(|word| !known.contains(word));
        match other.next() {
            Some(other) => Verdict::Doubtful(format!("is `{other}`, and none of {}", known.join(", "))),
            None => Verdict::Good,
        }
    };
    match parameter.kind {
        ParameterKind::Text(Some(most)) => match value.chars().count() {
            length if length > most as usize => {
                Verdict::Doubtful(format!("has {length} letters, and appliances take {most}"))
            }
            _ => Verdict::Good,
        },
        ParameterKind::Flag if !matches!(value, "0" | "1") => wrong("1 or 0"),
        ParameterKind::Number(least, most) => match value.parse::<i64>() {
            Ok(number) if (least..=most).contains(&number) => Verdict::Good,
            Ok(_) => Verdict::Doubtful(format!("is not between {least} and {most}")),
            Err(_) => wrong("a whole number"),
        },
        ParameterKind::Lsid => {
            match value.len() == 32 && value.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                true => Verdict::Good,
                false => wrong("32 hexadecimal digits"),
            }
        }
        ParameterKind::Choice(known) if !known.contains(&value) => {
            Verdict::Doubtful(format!("is `{value}`, and none of {}", known.join(", ")))
        }
        ParameterKind::Choices(known) => words(known, value),
        ParameterKind::List(most) => match value.split(',').count() {
            count if count > most => wrong(&format!("a list of {most} at most, and not of {count}")),
            _ => Verdict::Good,
        },
        ParameterKind::Queue(known) => queue(known, value),
        ParameterKind::Address if value.parse::<std::net::IpAddr>().is_err() => {
            Verdict::Doubtful("is no IP address".to_owned())
        }
        _ => Verdict::Good,
    }
}

fn queue(known: &[&str], value: &str) -> Verdict {
    let fits = |known: &&str| match known.strip_suffix(':') {
        Some(_) => value.strip_prefix(*known).is_some_and(|rest| !rest.is_empty()),
        None => value == *known,
    };
    if known.iter().any(fits) {
        return Verdict::Good;
    }
    let forms: Vec<String> = known
        .iter()
        .map(|known| if known.ends_with(':') { format!("{known}…") } else { (*known).to_owned() })
        .collect();
    Verdict::Doubtful(format!("is none of {}", forms.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(action: &str, name: &str, value: &str, expected: Verdict) {
        let parameter = Action::find(action).unwrap().parameter(name).unwrap();
        assert_eq!(judge(parameter, value), expected, "{name}={value}");
    }

    fn doubt(why: &str) -> Verdict {
        Verdict::Doubtful(why.to_owned())
    }

    fn wrong(why: &str) -> Verdict {
        Verdict::Wrong(why.to_owned())
    }

    #[test]
    fn what_cannot_be_meant_is_wrong_and_what_may_be_newer_is_doubtful() {
        check("set_failover_role", "role", "primary", Verdict::Good);
        check("set_failover_role", "role", "king", doubt("is `king`, and none of primary, backup"));
        check("set_failover_role", "force", "yes", wrong("must be 1 or 0"));
        check("terminate_session", "lsid", "0F0e0d0c0b0a09080706050403020100", Verdict::Good);
        check("terminate_session", "lsid", "0f0e", wrong("must be 32 hexadecimal digits"));
        check("logout_rep", "user_id", "seven", wrong("must be a whole number"));
        check("logout_rep", "user_id", "0", doubt("is not between 1 and 2147483647"));
        check("generate_session_key", "queue_id", "general", Verdict::Good);
        check("generate_session_key", "queue_id", "team:7", Verdict::Good);
        check("transfer_session", "queue_id", "general", doubt("is none of rep:…, team:…, rep_username:…"));
        check("transfer_session", "queue_id", "rep:", doubt("is none of rep:…, team:…, rep_username:…"));
        check("get_connected_clients", "type", "representative,push_agent", Verdict::Good);
        check(
            "get_connected_clients",
            "type",
            "pinned_client",
            doubt(
                "is `pinned_client`, and none of all, representative, support_customer, presentation_attendee, push_agent",
            ),
        );
        let many = vec!["x"; 101].join(",");
        check("get_connected_clients", "id", &many, wrong("must be a list of 100 at most, and not of 101"));
        check("create_virtual_customer", "ip_address", "2001:db8::7", Verdict::Good);
        check("create_virtual_customer", "ip_address", "here", doubt("is no IP address"));
        check(
            "set_session_attributes",
            "session.custom.x",
            &"ä".repeat(1025),
            doubt("has 1025 letters, and appliances take 1024"),
        );
    }

    #[track_caller]
    fn refused(action: &str, given: &[(&str, &str)], expected: &str) {
        let given: Vec<(String, String)> =
            given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let report = all(Action::find(action).unwrap(), Some(Product::Rs), &given).unwrap_err().report();
        assert!(report.contains(expected), "{report}");
    }

    const LSID: (&str, &str) = ("lsid", "0f0e0d0c0b0a09080706050403020100");

    #[test]
    fn what_is_needed_must_be_there() {
        refused("terminate_session", &[], "`lsid` is missing: the session; nothing was sent");
        refused("join_session", &[LSID], "one of rep_id, rep_username is missing, for the representative");
        refused(
            "join_session",
            &[LSID, ("rep_id", "1"), ("rep_username", "x")],
            "rep_id and rep_username exclude each other",
        );
        refused("leave_session", &[LSID], "one of rep_id, rep_username, customer is missing");
        let both = [LSID, ("rep_id", "1"), ("customer", "1")];
        let both: Vec<_> =
            both.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        assert!(all(Action::find("leave_session").unwrap(), None, &both).is_ok());
        let remote = [("name", "a"), ("group", "g"), ("remote_jump_hostname", "h")];
        refused("import_jump_shortcut", &remote, "`remote_jump_hostname` needs `jumpoint` beside it");
        let private = [("team_id", "7"), ("body", "x"), ("to_rep", "1")];
        refused("send_chat_message", &private, "`to_rep` needs `impersonate` beside it");
        let other = [("name", "a"), ("group", "g"), ("local_jump_hostname", "h"), ("session_policy", "p")];
        refused("import_jump_shortcut", &other, "`session_policy` is a parameter of pra, and not of rs");
    }
}
