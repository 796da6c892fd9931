//! `ticket serve` and `ticket test`, one against the other.

use std::process::Stdio;

use serde_json::Value;

use super::listen::{Serving, btapi, post};

/// A free port of loopback, as good as one can know.
fn free() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

#[cfg(unix)]
#[test]
fn a_command_decides_and_the_decision_arrives() {
    let home = tempfile::tempdir().unwrap();
    let secret = home.path().join("secret");
    std::fs::write(&secret, "hunter2").unwrap();
    std::fs::set_permissions(&secret, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    let script = "#!/bin/sh\ncase \"$(cat)\" in\n*CHG-1*'\"username\":\"mira\"'*) echo '{\"response\":\"allow\",\"attributes\":{\"change\":\"1\"}}';;\n\
                  *CHG-2*) echo deny Not now;;\n*) exit 3;;\nesac\n";
    std::fs::write(home.path().join("check.sh"), script).unwrap();
    let port = free();
    let line = format!(
        "ticket serve --bind 127.0.0.1:0 --secret-file secret --reply json \
         --appliance http://127.0.0.1:{port} --exec sh check.sh"
    );
    let server = Serving::start(btapi(home.path(), &line), 1);
    let url = format!("http://{}/tickets", server.address());
    let ask = |rest: &str| {
        let line = format!("ticket test {url} --bind 127.0.0.1:{port} --timeout 20s {rest}");
        let output = btapi(home.path(), &line).stdout(Stdio::piped()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!said.contains("hunter2"), "{said}");
        (output.status.code(), serde_json::from_slice::<Value>(&output.stdout).unwrap_or_default(), said)
    };
    let (code, answer, said) = ask("--secret-file secret --ticket CHG-1 user.username=mira");
    assert_eq!(code, Some(0), "{said}");
    assert_eq!((&answer["response"], &answer["form"]), (&"allow".into(), &"json".into()));
    assert_eq!(answer["attributes"]["change"], "1");
    let (_, answer, _) = ask("--secret-file secret --ticket CHG-2 --form json");
    assert_eq!((&answer["response"], &answer["message"]), (&"deny".into(), &"Not now".into()));
    // Whatever goes wrong, nothing is allowed by it.
    let (_, answer, _) = ask("--secret-file secret --ticket CHG-3");
    assert_eq!(
        (&answer["response"], &answer["message"]),
        (&"deny".into(), &"The ticket could not be checked.".into())
    );
    let (code, _, said) = ask("");
    assert_eq!(code, Some(6));
    assert!(said.contains("something else than 200 (HTTP 403)"), "{said}");
    // An address of somebody else is not called.
    let (code, _, said) = ask(&format!("--secret-file secret --name localhost:{port}"));
    assert_eq!(code, Some(6));
    assert!(said.contains("something else than 200 (HTTP 400)"), "{said}");
    let (code, said) = server.stop();
    assert_eq!(code, Some(0));
    assert!(said.contains(": allow, delivered") && said.contains("ended with exit code 3"), "{said}");
    assert!(said.contains("the response_url is not at one of the appliances"), "{said}");
    assert!(said.contains("secret can be read by other users; `chmod 600` it"), "{said}");
    assert!(!said.contains("hunter2"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_request_outlasts_a_kill() {
    let home = tempfile::tempdir().unwrap();
    let line = "ticket serve --bind 127.0.0.1:0 --page 127.0.0.1:0 --appliance access.example.com --manual";
    let mut server = Serving::start(btapi(home.path(), line), 2);
    let body = "request_id=r1&ticket_id=CHG-1&response_url=https%3A%2F%2Faccess.example.com%2Fr";
    assert_eq!(post(server.address(), "/", body), Some(200));
    server.child.kill().unwrap();
    server.child.wait().unwrap();
    let server = Serving::start(btapi(home.path(), line), 2);
    assert_eq!(post(server.address(), "/", body), Some(200));
    assert_eq!(post(server.address(), "/", &body.replace("CHG-1", "CHG-2")), Some(409));
    let journal = std::fs::read_to_string(home.path().join("btapi-tickets.journal")).unwrap();
    assert_eq!(journal.lines().count(), 1, "{journal}");
    let (code, said) = server.stop();
    assert_eq!(code, Some(0));
    assert!(said.contains("btapi: note: its token is "), "{said}");
}

#[test]
fn what_cannot_be_served_is_told() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("short"), "0123456789").unwrap();
    for (line, words) in [
        ("serve", "required arguments were not provided"),
        ("serve --manual --exec x", "cannot be used with"),
        ("serve --exec x", "which appliance may ask?"),
        ("serve --appliance http://example.com --exec x", "plain http would send the secret"),
        (
            "serve --appliance a.example --manual --page 127.0.0.1:0 --page-token-file short",
            "16 letters or more",
        ),
        ("serve --appliance a.example --page 127.0.0.1:0 --exec x", "cannot be used with"),
        ("test http://example.com/", "URL: write https://host/path"),
        ("test https://a.example/ user", "`user`: write NAME=VALUE"),
    ] {
        let output = btapi(home.path(), &format!("ticket {line}")).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(words), "{line}: {said}");
        assert_eq!(output.status.code(), Some(2), "{line}: {said}");
    }
}
