//! What goes wrong on the way, and how it is told.

use bt_sra_simulator::Appliance;
use expect_test::expect;

use super::canned;
use super::site::Site;

#[test]
fn a_wrong_secret_is_a_matter_of_credentials() {
    let site = Site::pra();
    site.btapi("list user").variable("BT_CLIENT_SECRET", "hunter2").check(expect![[r#"
        exit 3
        --- stderr
        btapi: token: the appliance refuses the client id or the secret (HTTP 401): Client authentication failed.
        btapi: hint: check BT_CLIENT_ID and BT_CLIENT_SECRET, and that the API account is enabled and not locked
    "#]]);
    site.btapi("list user").variable("BT_CLIENT_ID", "nobody").check(expect![[r#"
        exit 3
        --- stderr
        btapi: token: the appliance refuses the client id or the secret (HTTP 401): Client authentication failed.
        btapi: hint: check BT_CLIENT_ID and BT_CLIENT_SECRET, and that the API account is enabled and not locked
    "#]]);
}

#[test]
fn a_certificate_nobody_vouches_for_is_not_trusted() {
    let site = Site::pra();
    site.btapi("list user").without("BT_CA_FILE").check(expect![[r#"
        exit 8
        --- stderr
        btapi: token: the certificate of the appliance is not trusted: client error (Connect): invalid peer certificate: UnknownIssuer
        btapi: hint: if the certificate comes from a private authority, name its PEM file in BT_CA_FILE
    "#]]);
}

#[test]
fn a_host_that_is_not_there_is_a_matter_of_the_network() {
    let site = Site::pra();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    for host in [free.to_string(), "btapi.invalid".to_owned()] {
        let output = site.btapi("list user").variable("BT_API_HOST", &host).output();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(8), "{host}: {stderr}");
        assert!(stderr.starts_with("btapi: token: no connection to the appliance: "), "{stderr}");
        assert!(
            stderr.ends_with("check BT_API_HOST, the network, and HTTPS_PROXY and NO_PROXY\n"),
            "{stderr}"
        );
    }
}

#[test]
fn scheme_and_port_of_the_host_are_understood() {
    let site = Site::pra();
    let address = format!("https://{}/", site.server.site());
    let group =
        site.btapi("-K list jump-group per_page=5 current_page=1").variable("BT_API_HOST", address).stdout();
    assert!(group.starts_with("0__id="), "{group}");
}

#[test]
fn an_environment_file_is_read_and_the_environment_wins() {
    let site = Site::pra();
    let (id, secret) = (site.server.client_id(), site.server.client_secret());
    let text = format!(
        "# the account\nexport BT_API_HOST=nowhere.invalid\nBT_CLIENT_ID='{id}'\r\nBT_CLIENT_SECRET=\"{secret}\"\n"
    );
    let path = site.home().join("account");
    std::fs::write(&path, text).unwrap();
    restrict(&path, 0o600);
    let run = |line: &str| site.btapi(line).without("BT_CLIENT_ID").without("BT_CLIENT_SECRET");
    run("--env-file=~/account get jump-group/1 -K").stdout();
    run("get jump-group/1 --env-file account -K").stdout();
    restrict(&path, 0o644);
    run("--env-file=~/account delete jump-group 99999").check(expect![[r#"
        exit 5
        --- stderr
        btapi: note: HOME/account can be read by other users; `chmod 600` it, since it holds a secret
        btapi: DELETE /api/config/v1/jump-group/99999: not found (HTTP 404): Resource not found.
    "#]]);
    run("--env-file=~/missing list user").check(expect![[r#"
        exit 2
        --- stderr
        btapi: cannot read the environment file HOME/missing: No such file or directory (os error 2)
        btapi: hint: --env-file names a file of NAME=value lines with BT_API_HOST, BT_CLIENT_ID and BT_CLIENT_SECRET
    "#]]);
    std::fs::write(&path, "BT_CLIENT_ID=x\nhunter2\n").unwrap();
    restrict(&path, 0o600);
    run("--env-file=account list user").check(expect![[r#"
        exit 2
        --- stderr
        btapi: account, line 2: there is no `=` in it
    "#]]);
    run("--env-file=/ list user").check(expect![[r#"
        exit 2
        --- stderr
        btapi: cannot read the environment file /: Is a directory (os error 21)
        btapi: hint: --env-file names a file of NAME=value lines with BT_API_HOST, BT_CLIENT_ID and BT_CLIENT_SECRET
    "#]]);
}

#[cfg(unix)]
fn restrict(path: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn unknown_resources_and_fields_are_sent_with_a_note() {
    let site = Site::pra();
    site.btapi("-k add jumpgroup").stdin("name=x").check(expect![[r#"
        exit 5
        --- stderr
        btapi: note: `jumpgroup` is not known here (did you mean `jump-group`?); sent as it is
        btapi: POST /api/config/v1/jumpgroup: not found (HTTP 404): Resource not found.
    "#]]);
    site.btapi("-k add jump-group").stdin("name=x\ncoments=y").check(expect![[r#"
        exit 6
        --- stderr
        btapi: note: jump-group: the field `coments` is not known here (did you mean `comments`?); sent as it is
        btapi: POST /api/config/v1/jump-group: the appliance does not know a parameter or field, or not the token (HTTP 401): Unrecognized fields or parameters: coments
    "#]]);
    site.btapi("list jump-group nam=x").check(expect![[r#"
        exit 6
        --- stderr
        btapi: note: jump-group: the filter `nam` is not known here (did you mean `name`?); sent as it is
        btapi: GET /api/config/v1/jump-group: the appliance does not know a parameter or field, or not the token (HTTP 401): Unrecognized fields or parameters: nam
    "#]]);
}

#[test]
fn what_the_appliance_refuses_is_told_in_its_words() {
    let site = Site::pra();
    site.btapi("-k add jump-group").stdin("name=Twice").stdout();
    site.btapi("-k add jump-group").stdin("name=Twice").check(expect![[r#"
        exit 6
        --- stderr
        btapi: POST /api/config/v1/jump-group: the appliance refused the data (HTTP 422): Validation Failed; name: The name has already been taken.
    "#]]);
    site.btapi("get jump-group 99999").check(expect![[r#"
        exit 5
        --- stderr
        btapi: GET /api/config/v1/jump-group/99999: not found (HTTP 404): Resource not found.
    "#]]);
    site.btapi("api PUT /api/config/v1/jump-group").check(expect![[r#"
        exit 6
        --- stderr
        btapi: PUT /api/config/v1/jump-group: the appliance refused the request (HTTP 405): Method not allowed.
    "#]]);
}

#[test]
fn a_missing_permission_is_told_with_what_to_do() {
    let site = Site::pra();
    let account = site.server.client_id();
    site.server.control().permit(&account, "perm_configuration_vault_account", false);
    site.btapi("list vault/account").check(expect![[r#"
        exit 4
        --- stderr
        btapi: GET /api/config/v1/vault/account: the API account lacks the permission (HTTP 403): The API account does not have the permission for this API.
        btapi: hint: the API account needs access to the Configuration API; `vault/` also needs to manage vault accounts
    "#]]);
    site.server.control().permit(&account, "perm_configuration", false);
    site.btapi("delete jump-group 1").check(expect![[r#"
        exit 4
        --- stderr
        btapi: DELETE /api/config/v1/jump-group/1: the API account lacks the permission (HTTP 403): The API account does not have the permission for this API.
        btapi: hint: the API account needs access to the Configuration API; `vault/` also needs to manage vault accounts
    "#]]);
}

#[test]
fn answers_that_make_no_sense_have_their_own_code() {
    let site = Site::of(Appliance::pra().items(5));
    let page = canned::answer("200 OK\r\nContent-Type: text/html", "<h1>Welcome</h1>");
    canned::btapi(&site, &page, "get user 7").check(expect![[r#"
        exit 9
        --- stderr
        btapi: GET /api/config/v1/user/7: the answer is not JSON (text/html; line 1, column 1)
        btapi: hint: `btapi download PATH` saves a file; `btapi api GET PATH` shows an answer as it is
    "#]]);
    canned::btapi(&site, &page, "list user").check(expect![[r#"
        exit 9
        --- stderr
        btapi: GET /api/config/v1/user: the answer is not JSON (text/html; line 1, column 1)
        btapi: hint: `btapi download PATH` saves a file; `btapi api GET PATH` shows an answer as it is
    "#]]);
    canned::btapi(&site, &page, "-k add jump-group").stdin("name=x").check(expect![[r#"
        exit 9
        --- stderr
        btapi: POST /api/config/v1/jump-group: the answer is not JSON (text/html; line 1, column 1)
        btapi: hint: the appliance may have carried it out; look before trying again
    "#]]);
    let empty = canned::answer("201 Created", "");
    canned::btapi(&site, &empty, "-k add group-policy/7/jumpoint").stdin("jumpoint_id=1").check(expect![[
        r#"
        exit 0
    "#
    ]]);
}

#[test]
fn every_refusal_has_its_exit_code() {
    let site = Site::of(Appliance::pra().items(5));
    for (head, code) in [
        ("400 Bad Request", 6),
        ("403 Forbidden", 4),
        ("404 Not Found", 5),
        ("405 Method Not Allowed", 6),
        ("422 Unprocessable Entity", 6),
        ("500 Internal Server Error", 1),
    ] {
        let refusal = canned::answer(head, r#"{"message":"so it is\u001b[31m"}"#);
        let output = canned::btapi(&site, &refusal, "-k add jump-group").stdin("name=x").output();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{stderr}");
        assert!(stderr.contains("so it is") && !stderr.contains('\u{1b}'), "{stderr}");
    }
}

#[test]
fn a_refused_field_that_the_appliance_calls_unauthorized_is_invalid() {
    let site = Site::of(Appliance::pra().items(5));
    let refusal = canned::answer(
        "401 Unauthorized\r\nContent-Type: application/json",
        r#"{"message":"Unknown field: colour"}"#,
    );
    canned::btapi(&site, &refusal, "-k add jump-group").stdin("name=x").check(expect![[r#"
        exit 6
        --- stderr
        btapi: POST /api/config/v1/jump-group: the appliance does not know a parameter or field, or not the token (HTTP 401): Unknown field: colour
    "#]]);
}

#[test]
fn an_answer_that_breaks_off_is_a_matter_of_the_network() {
    let site = Site::of(Appliance::pra().items(5));
    let broken = "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"id\":";
    canned::btapi(&site, broken, "-k add jump-group").stdin("name=x").check(expect![[r#"
        exit 8
        --- stderr
        btapi: POST /api/config/v1/jump-group: the answer broke off: error reading a body from connection: end of file before message length reached
        btapi: hint: the appliance may have carried it out; look before trying again
    "#]]);
}
