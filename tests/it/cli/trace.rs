//! `--trace`: requests as lines of curl.

use super::site::Site;

#[test]
fn a_traced_request_can_be_run_again() {
    let site = Site::pra();
    let output = site.btapi("--trace get jump-group 1").output();
    assert!(output.status.success());
    let trace = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = trace.lines().collect();
    let [token, answered, request, done] = lines[..] else { panic!("{trace}") };
    assert!(
        token.starts_with("curl ") && token.contains("-u \"$BT_CLIENT_ID:$BT_CLIENT_SECRET\""),
        "{token}"
    );
    assert!(answered.starts_with("# 200 OK after ") && done.starts_with("# 200 OK after "), "{trace}");
    assert!(request.contains("/api/config/v1/jump-group/1'"), "{request}");
    if !std::process::Command::new("curl").arg("--version").output().is_ok_and(|run| run.status.success()) {
        return super::missing("curl").unwrap_or_default();
    }
    // First the token, as a person would, then the request with it.
    let fetched = site.command("sh").args(["-c", token]).stdout();
    let fetched: serde_json::Value = serde_json::from_str(&fetched).unwrap();
    let again = site.command("sh").args(["-c", request]);
    let again = again.variable("BT_TOKEN", fetched["access_token"].as_str().unwrap()).stdout();
    assert_eq!(again, site.btapi("--raw get jump-group 1").stdout());
}

#[test]
fn what_did_not_arrive_is_traced_too() {
    let site = Site::pra();
    let output = site.btapi("--trace get jump-group 1").variable("BT_API_HOST", "127.0.0.1:1").output();
    assert_eq!(output.status.code(), Some(8));
    let trace = String::from_utf8(output.stderr).unwrap();
    assert!(trace.contains("/oauth2/token'") && trace.contains("\n# "), "{trace}");
}
