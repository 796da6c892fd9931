//! Any bytes at all.

use proptest::prelude::*;

use super::survives::survives;
use crate::{Command, Newline, Script};

/// Lines that are nearly right.
fn line() -> impl Strategy<Value = String> {
    let word = prop_oneof!["[a-z_.]{0,9}", "\\PC{0,5}", "[%0-9a-fA-F+=]{0,9}", Just("password".to_owned())];
    let pair = (word.clone(), word).prop_map(|(name, value)| format!("&{name}={value}"));
    let action = prop_oneof![Just("login".to_owned()), Just("start_rdp_session".to_owned()), "\\PC{0,9}"];
    (action, prop::collection::vec(pair, 0..5))
        .prop_map(|(action, pairs)| format!("action={action}{}", pairs.concat()))
}

proptest! {
    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        survives(&bytes);
    }

    #[test]
    fn what_looks_like_a_script_is_written_as_it_was(
        lines in prop::collection::vec((line(), prop_oneof![Just("\n"), Just("\r\n"), Just("\r")]), 0..12),
        version in "[0-9]\\.[0-9]",
        mark in prop::bool::ANY,
    ) {
        let mut text = if mark { "\u{feff}".to_owned() } else { String::new() };
        text.push_str(&format!("BRCS{version}\n"));
        for (line, end) in lines {
            text.push_str(&line);
            text.push_str(end);
        }
        survives(text.as_bytes());
    }

    #[test]
    fn what_is_built_of_any_text_is_read_again(
        commands in prop::collection::vec(
            (".{1,9}", prop::collection::vec((".{1,9}", any::<String>()), 0..6)),
            1..=10,
        ),
        crlf in prop::bool::ANY,
    ) {
        let mut wanted = Vec::new();
        let built: Vec<Command> = commands
            .into_iter()
            .map(|(action, parameters)| {
                let action = format!("of_tomorrow_{action}");
                wanted.push((action.clone(), parameters.clone()));
                let command = Command::new(&action);
                parameters.into_iter().fold(command, |command, (name, value)| command.param(&name, value))
            })
            .collect();
        let mut built = built.into_iter();
        let newline = if crlf { Newline::CrLf } else { Newline::Lf };
        let first = Script::of(built.next().unwrap()).newline(newline);
        let script = built.fold(first, |script, command| script.then(command)).build().unwrap();
        let text = script.to_secret_text();
        let parsed = Script::parse(bt_sra_core::ExposeSecret::expose_secret(&text)).unwrap();
        prop_assert_eq!(&parsed, &script);
        for (command, (action, parameters)) in parsed.commands().iter().zip(wanted) {
            prop_assert_eq!(command.action(), action);
            for ((name, value), wanted) in command.parameters().zip(parameters) {
                let value = value.unwrap_or_else(|| wanted.1.clone());
                prop_assert_eq!((name, value), wanted);
            }
        }
    }

    #[test]
    fn any_address_is_survived(tail in "\\PC{0,80}", words in "[a-z=&?%.#;]{0,60}") {
        for text in [&tail, &words] {
            survives(text.as_bytes());
        }
    }
}
