//! Addresses of the Client Scripting API.

use bt_sra_core::{ExposeSecret as _, SecretString, Site};

use crate::{
    ACTIONS, ClientScript, Command, Console, Login, Need, ParameterKind, StartJumpItemSession,
    StartVncSession,
};

/// A command of an action with all its parameters, each with a value of its form.
fn full(action: &'static crate::Action) -> Command {
    action.parameters.iter().fold(Command::new(action.name), |command, parameter| {
        let value = match parameter.kind {
            ParameterKind::Number(least, _) => least.to_string(),
            ParameterKind::Choice(words) | ParameterKind::Size(words) => words[0].to_owned(),
            ParameterKind::Text(_) => "a b&c=d?e#ü".to_owned(),
        };
        command.param(&parameter.name.replace('*', "x y"), value)
    })
}

#[test]
fn every_action_with_all_its_parameters_survives_an_address() {
    for action in &ACTIONS {
        for console in [Console::Desktop, Console::Web] {
            if console == Console::Web && !action.in_web_console {
                continue;
            }
            let call = ClientScript::new(console, full(action)).unwrap();
            let path = call.secret_path();
            let path = path.expose_secret();
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%&=?/".contains(&byte);
            assert!(path.bytes().all(plain), "{path}");
            let (site, parsed) = ClientScript::parse(path).unwrap();
            assert_eq!((site, &parsed), (None, &call));
            let names: Vec<String> = parsed.command().parameters().map(|(name, _)| name).collect();
            assert_eq!(names.len(), action.parameters.len());
            let needed = action.parameters.iter().filter(|it| it.need == Need::Required);
            assert!(needed.into_iter().all(|it| names.iter().any(|name| name == it.name)));
        }
    }
}

#[test]
fn addresses_that_people_hand_on_are_taken() {
    let command = Command::from(StartJumpItemSession::by_hostname("db 07"));
    let tail = "type=rep&operation=generate&action=start_jump_item_session&client.hostname=db%2007";
    for address in [
        format!("https://access.example.com/api/client_script?{tail}"),
        format!(" https://ACCESS.example.com:443/api/client_script.ns??{tail}#top "),
        format!("access.example.com/api/client_script?{}", tail.replace('&', "&amp;")),
        format!("https://access.example.com/api/client_script?{tail}&"),
        format!("https://access.example.com/api/client_script?{}", tail.replace("%20", " ")),
        "https://access.example.com/api/client_script?action=start_jump_item_session&type=rep\
         &client.hostname=db%2007&operation=generate"
            .to_owned(),
    ] {
        let (site, call) = ClientScript::parse(&address).unwrap();
        assert_eq!(site.unwrap(), Site::parse("access.example.com").unwrap());
        assert_eq!((call.to(), call.command()), (Console::Desktop, &command), "{address}");
    }
}

#[track_caller]
fn refused(address: &str, expected: &str) {
    let error = ClientScript::parse(address).unwrap_err().to_string();
    assert!(error.contains(expected), "{address}: {error}");
}

#[test]
fn what_is_no_address_of_this_api_is_refused() {
    refused("https://access.example.com/", "no /api/client_script");
    refused("/api/client_script", "no query");
    refused("/api/client_script?action=login", "lacks `type`");
    refused("/api/client_script?type=rep&operation=execute&action=login", "rep and generate");
    refused("/api/client_script?type=rep&operation=generate", "lacks `action`");
    refused("/api/client_script?type=rep&operation=generate&action=login&action=login", "twice");
    refused("/api/client_script?type=rep&operation=generate&action=login&x", "no NAME=VALUE");
    refused("http://a.example/api/client_script?type=rep&operation=generate&action=login", "plain http");
}

#[test]
fn the_web_console_takes_one_action_only() {
    let jump = StartJumpItemSession::by_tag("web");
    let path = ClientScript::web_console(jump).unwrap().path().unwrap();
    assert_eq!(
        path,
        "/api/client_script?type=web_console&operation=execute&action=start_jump_item_session&client.tag=web"
    );
    let error = ClientScript::new(Console::Web, StartVncSession::new("mac").into()).unwrap_err();
    assert!(error.to_string().contains("does not take `start_vnc_session`"), "{error}");
    // A console of tomorrow may take more.
    assert!(ClientScript::new(Console::Web, Command::new("of_tomorrow")).is_ok());
    assert!(ClientScript::console(Command::new("of_tomorrow").param("type", "x")).is_err());
}

#[test]
fn a_password_stays_out_of_addresses() {
    let login = Login::with_password("mira", &SecretString::from("hunter2".to_owned()));
    let call = ClientScript::console(login).unwrap();
    let error = call.url(&Site::parse("access.example.com").unwrap()).unwrap_err();
    assert!(!format!("{error:?} {call:?}").contains("hunter2"));
    assert!(call.secret_path().expose_secret().ends_with("&password=hunter2"));
}
