//! Commands of scripts as people write them: as arguments, key=value lines, or JSON.

use bt_sra::scripting::Command;
use serde_json::{Map, Value};

use crate::failure::{Failure, Result, plain};
use crate::input;
use crate::shape::Shape;

/// Reads arguments: an action, its parameters behind it, and then the next.
pub(super) fn from_arguments(words: &[String]) -> Result<Vec<Command>> {
    let mut commands: Vec<Command> = Vec::new();
    for word in words {
        let Some((name, value)) = word.split_once('=') else {
            if word.is_empty() {
                return Err(Failure::usage("an action is empty"));
            }
            commands.push(Command::new(word));
            continue;
        };
        let Some(command) = commands.pop() else {
            return Err(Failure::usage(format!("which action has `{}`?", plain(name)))
                .with_hint("write the action, and its parameters behind it"));
        };
        let command = add(command, name, value)?;
        if command.has_secret() {
            return Err(Failure::usage(format!("`{}` is no argument: others could see it", plain(name)))
                .with_hint("`btapi script build --with-password` reads it from standard input"));
        }
        commands.push(command);
    }
    Ok(commands)
}

/// Reads standard input.
pub(super) fn from_stdin(as_kv: bool) -> Result<Vec<Command>> {
    if as_kv {
        let pairs = input::pairs()?;
        return from_pairs(pairs.into_iter().map(|pair| (pair.key, pair.value.text)));
    }
    match input::object(false, &Shape::UNKNOWN)? {
        Some(input) => from_json(input.value),
        None => Ok(Vec::new()),
    }
}

fn from_pairs(pairs: impl Iterator<Item = (String, String)>) -> Result<Vec<Command>> {
    let mut commands: Vec<Command> = Vec::new();
    for (name, value) in pairs {
        if name == "action" {
            commands.push(Command::new(&value));
            continue;
        }
        let Some(command) = commands.pop() else {
            return Err(Failure::invalid(format!("`{}` stands before any action", plain(&name)))
                .with_hint("a command begins with a line action=NAME"));
        };
        commands.push(add(command, &name, &value)?);
    }
    Ok(commands)
}

fn from_json(value: Value) -> Result<Vec<Command>> {
    let items = match value {
        Value::Array(items) => items,
        object => vec![object],
    };
    items.into_iter().enumerate().map(|(place, item)| command(place + 1, item)).collect()
}

fn command(place: usize, item: Value) -> Result<Command> {
    let fail = |why: &str| Failure::invalid(format!("command {place} {why}"));
    let Value::Object(mut members) = item else {
        return Err(fail("is no object"));
    };
    // In its order, and not with the last one in its place.
    let action = match Map::shift_remove(&mut members, "action") {
        Some(Value::String(action)) if !action.is_empty() => action,
        _ => return Err(fail("lacks the member `action`, which is a text")),
    };
    members.into_iter().try_fold(Command::new(&action), |command, (name, value)| match value {
        Value::String(text) => add(command, &name, &text),
        Value::Number(number) => add(command, &name, &number.to_string()),
        _ => Err(fail(&format!("has a `{}` that is neither text nor number", plain(&name)))),
    })
}

fn add(command: Command, name: &str, value: &str) -> Result<Command> {
    if name.is_empty() {
        return Err(Failure::usage("a parameter has no name"));
    }
    if command.parameters().any(|(other, _)| other == name) {
        return Err(Failure::usage(format!("`{}` is given twice", plain(name))));
    }
    Ok(command.param(name, value))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn lines(commands: Result<Vec<Command>>) -> String {
        match commands {
            Ok(commands) => commands.iter().filter_map(Command::to_text).collect::<Vec<_>>().join(" | "),
            Err(failure) => failure.report(),
        }
    }

    #[track_caller]
    fn arguments(line: &str, expected: &str) {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        let said = lines(from_arguments(&words));
        assert!(said.contains(expected), "{said}");
    }

    #[test]
    fn an_action_takes_what_stands_behind_it() {
        arguments(
            "login start_vnc_session target=a=b port=1",
            "action=login | action=start_vnc_session&target=a%3Db&port=1",
        );
        arguments("target=x login", "which action has `target`?");
        arguments("login username=a username=b", "given twice");
        arguments("login =a", "no name");
        let words = ["login", "password=hunter2"].map(str::to_owned);
        let said = lines(from_arguments(&words));
        assert!(said.contains("is no argument") && !said.contains("hunter2"), "{said}");
    }

    #[test]
    fn lines_and_json_say_the_same() {
        let pairs = [("action", "login"), ("action", "start_vnc_session"), ("target", "x"), ("port", "1")];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let expected = "action=login | action=start_vnc_session&target=x&port=1";
        assert_eq!(lines(from_pairs(pairs.into_iter())), expected);
        let value = json!([{"action": "login"}, {"action": "start_vnc_session", "target": "x", "port": 1}]);
        assert_eq!(lines(from_json(value)), expected);
        assert!(
            lines(from_pairs([("a".to_owned(), String::new())].into_iter())).contains("before any action")
        );
        for (value, words) in [
            (json!(1), "is no object"),
            (json!({}), "lacks the member"),
            (json!({"action": 1}), "lacks the member"),
            (json!([{"action": "x"}, {"action": "x", "y": null}]), "command 2 has a `y`"),
        ] {
            assert!(lines(from_json(value)).contains(words));
        }
    }
}
