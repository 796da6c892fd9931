//! The page, by hand-made requests: those of its user, and those of others.

use std::sync::Arc;

use bt_sra_core::{ErrorKind, ManualClock};

use super::world::{Answer, Ear, Running, exchange, until};
use crate::server::NoticeKind;
use crate::server::tickets::{ManualApprover, Page, TicketApprover as _};
use crate::{Decision, TicketRequest, Verdict};

const TOKEN: &str = "correct horse battery";

struct Site {
    server: Running,
    people: ManualApprover,
    ear: Ear,
    host: String,
}

impl Site {
    async fn new() -> Self {
        let (people, ear) = (ManualApprover::new(), Ear::default());
        let page = Page::new(people.clone(), TOKEN.to_owned().into()).unwrap().host("Tickets.example.com");
        // The penalty passes at once.
        let page = page.observer(Arc::new(ear.clone())).clock(Arc::new(ManualClock::impatient()));
        let server = Running::plain(|listener, stop| page.serve(listener, stop)).await;
        let host = server.address.to_string();
        Self { server, people, ear, host }
    }

    async fn get(&self, path: &str, cookie: &str) -> Answer {
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n",
            self.host
        );
        exchange(self.server.address, request).await
    }

    async fn post(&self, path: &str, cookie: &str, form: &str) -> Answer {
        self.post_from(path, &format!("Origin: http://{}\r\nCookie: {cookie}\r\n", self.host), form).await
    }

    async fn post_from(&self, path: &str, headers: &str, form: &str) -> Answer {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\n{headers}Connection: close\r\nContent-Length: {}\r\n\r\n{form}",
            self.host,
            form.len()
        );
        exchange(self.server.address, request).await
    }

    /// Logs in; returns the cookie.
    async fn login(&self) -> String {
        let answer = self.post("/login", "", "token=correct+horse+battery").await;
        assert_eq!(answer.status, 303);
        let cookie = answer.head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        assert!(cookie.ends_with("; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
        cookie.split(';').next().unwrap().to_owned()
    }

    /// Has somebody ask; returns what waits for the answer.
    async fn ask(&self, ticket: &str) -> tokio::task::JoinHandle<Decision> {
        let body =
            format!("request_id=1&ticket_id={ticket}&response_url=x&user.username=%3Cb%3Emira&extra=more");
        let request = TicketRequest::parse(None, body.as_bytes()).unwrap();
        let (people, before) = (self.people.clone(), self.people.waiting().len());
        let waiting = tokio::spawn(async move { people.decide(&request).await.unwrap() });
        until(|| (self.people.waiting().len() > before).then_some(())).await;
        waiting
    }
}

/// Returns the value of a hidden field.
fn hidden(answer: &Answer, name: &str) -> String {
    let before = format!("name=\"{name}\" value=\"");
    let form = answer.body.split("action=\"/decide\"").nth(1).unwrap();
    form.split(&before).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn somebody_logs_in_and_decides() {
    let site = Site::new().await;
    let answer = site.get("/", "").await;
    assert!(answer.status == 200 && answer.body.contains("type=\"password\""));
    let cookie = site.login().await;
    assert!(site.get("/", &cookie).await.body.contains("http-equiv=\"refresh\""));
    let (first, second) = (site.ask("CHG-1").await, site.ask("%3Cscript%3Ealert(1)%3C%2Fscript%3E").await);
    let answer = site.get("/", &cookie).await;
    assert!(
        answer.body.contains("2 requests are waiting.") && !answer.body.contains("refresh"),
        "{}",
        answer.body
    );
    assert!(answer.body.contains("&lt;b&gt;mira") && answer.body.contains("<dt>extra</dt><dd>more</dd>"));
    assert!(
        answer.body.contains("Ticket &lt;script&gt;alert(1)&lt;/script&gt;")
            && !answer.body.contains("<script")
    );
    let form = format!(
        "request={}&form={}&response=allow&message=+go+",
        hidden(&answer, "request"),
        hidden(&answer, "form")
    );
    assert_eq!(site.post("/decide", &cookie, &form).await.status, 303);
    assert_eq!(first.await.unwrap(), Decision::allow().message("go"));
    let answer = site.get("/", &cookie).await;
    assert!(answer.body.contains("Ticket CHG-1 was allowed."), "{}", answer.body);
    assert!(!site.get("/", &cookie).await.body.contains("was allowed"));
    // The same again is too late, and harmless.
    assert_eq!(site.post("/decide", &cookie, &form).await.status, 303);
    assert!(site.get("/", &cookie).await.body.contains("answered already"));
    let form = format!(
        "request={}&form={}&response=deny&message=",
        hidden(&answer, "request"),
        hidden(&answer, "form")
    );
    site.post("/decide", &cookie, &form).await;
    assert_eq!(second.await.unwrap().verdict(), Verdict::Deny);
}

#[tokio::test]
async fn the_first_button_is_the_one_that_allows_nothing() {
    let site = Site::new().await;
    let cookie = site.login().await;
    let _waiting = site.ask("1").await;
    let body = site.get("/", &cookie).await.body;
    assert!(body.find("value=\"deny\"").unwrap() < body.find("value=\"allow\"").unwrap());
}

#[tokio::test]
async fn every_answer_has_the_headers_that_keep_others_out() {
    let site = Site::new().await;
    for answer in
        [site.get("/", "").await, site.get("/nothing", "").await, site.post("/login", "", "token=x").await]
    {
        for header in [
            "content-security-policy: default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "cache-control: no-store",
            "x-content-type-options: nosniff",
            "referrer-policy: same-origin",
        ] {
            assert!(answer.head.contains(header), "{}", answer.head);
        }
    }
    let style = site.get("/style.css", "").await;
    assert!(style.head.contains("content-type: text/css") && style.body.contains(":focus-visible"));
}

#[tokio::test]
async fn without_the_token_nothing_is_seen_or_done() {
    let site = Site::new().await;
    let waiting = site.ask("secret-ticket").await;
    assert_eq!(site.post("/login", "", "token=wrong").await.status, 403);
    assert_eq!(site.post("/login", "", "").await.status, 403);
    for cookie in ["", "bt-sra-tickets=", "bt-sra-tickets=gone", "other=1; bt-sra-tickets=abc"] {
        assert!(!site.get("/", cookie).await.body.contains("secret-ticket"));
        assert_eq!(site.post("/decide", cookie, "request=1&response=allow&form=").await.status, 403);
    }
    assert!(!waiting.is_finished());
    let heard = site.ear.heard(NoticeKind::Login);
    assert_eq!(heard, vec!["127.0.0.1 has tried to log in with a wrong token"; 2]);
    assert_eq!(
        Page::new(ManualApprover::new(), "short".to_owned().into()).unwrap_err().kind(),
        ErrorKind::Config
    );
}

#[tokio::test]
async fn pages_of_others_can_do_nothing() {
    let site = Site::new().await;
    let cookie = site.login().await;
    let waiting = site.ask("1").await;
    let answer = site.get("/", &cookie).await;
    let form = format!("request=1&form={}&response=allow", hidden(&answer, "form"));
    let cookie_line = format!("Cookie: {cookie}\r\n");
    // The origin is another, hidden, or missing; or the browser says that it is another site.
    for headers in [
        "Origin: http://evil.example\r\n".to_owned(),
        "Origin: null\r\n".to_owned(),
        format!("Origin: https://{}\r\n", site.host),
        format!("Origin: http://{}\r\nOrigin: http://evil.example\r\n", site.host),
        String::new(),
        format!("Origin: http://{}\r\nSec-Fetch-Site: cross-site\r\n", site.host),
        format!("Origin: http://{}\r\nSec-Fetch-Site: same-site\r\n", site.host),
    ] {
        let answer = site.post_from("/decide", &(headers.clone() + &cookie_line), &form).await;
        assert_eq!(answer.status, 403, "{headers}");
        assert_eq!(site.post_from("/login", &headers, "token=correct+horse+battery").await.status, 403);
    }
    // Behind what ends TLS, the origin is the name that was given.
    let headers = "Origin: https://tickets.example.com\r\n";
    let answer_there = site.post_from("/login", headers, "token=correct+horse+battery").await;
    assert_eq!(answer_there.status, 303);
    // The browser must not show the cookie to whoever answers there without TLS.
    assert!(answer_there.head.contains("; SameSite=Strict; Secure\r\n"), "{}", answer_there.head);
    // The form brings no token, one of another form, or one of another session.
    let other = site.login().await;
    let logout = answer.body.split("name=\"form\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    for (cookie, form) in [
        (&cookie, "request=1&response=allow".to_owned()),
        (&cookie, format!("request=1&response=allow&form={logout}")),
        (&other, form.clone()),
    ] {
        assert_eq!(site.post("/decide", cookie, &form).await.status, 403, "{form}");
    }
    assert!(!waiting.is_finished());
    assert_eq!(site.post("/decide", &cookie, &form).await.status, 303);
    assert_eq!(waiting.await.unwrap().verdict(), Verdict::Allow);
}

#[tokio::test]
async fn a_name_that_is_not_ours_leads_nowhere() {
    let mut site = Site::new().await;
    let cookie = site.login().await;
    let port = site.server.address.port();
    for (host, status) in [
        (format!("127.0.0.1:{port}"), 200),
        (format!("LOCALHOST:{port}"), 200),
        (format!("[::1]:{port}"), 200),
        ("tickets.example.com".to_owned(), 200),
        (format!("rebound.evil.example:{port}"), 421),
        (format!("127.0.0.1:{}", port.wrapping_add(1)), 421),
        (String::new(), 421),
    ] {
        site.host = host;
        assert_eq!(site.get("/", &cookie).await.status, status, "{}", site.host);
    }
}

#[tokio::test]
async fn who_logs_out_is_out() {
    let site = Site::new().await;
    let cookie = site.login().await;
    let answer = site.get("/", &cookie).await;
    let token = answer.body.split("name=\"form\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(site.post("/logout", &cookie, "form=x").await.status, 403);
    assert_eq!(site.post("/logout", &cookie, &format!("form={token}")).await.status, 303);
    assert!(site.get("/", &cookie).await.body.contains("type=\"password\""));
}
