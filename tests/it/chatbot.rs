//! The chatbot of the examples, on a simulated appliance whose representatives answer.

#[path = "../../examples/rust/chatbot/src/bot.rs"]
mod bot;

use std::sync::Arc;
use std::time::Duration;

use bt_sra::command::model::Lsid;
use bt_sra::webhook::server::{Listener, Receiver};
use bt_sra::{ClientCredentials, Result, TlsSettings, rs};
use bt_sra_simulator::{Appliance, Recipient, Server};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use bot::{Ears, Outcome, Settings};

const CHAT: &str = "support_conference_chat_message";

/// A bot at work, its customer at one end and the appliance at the other.
struct Scene {
    server: Server,
    client: rs::Client,
    lsid: String,
    lines: mpsc::Sender<String>,
    /// What was shown before the representative came.
    before: Vec<String>,
    shown: mpsc::UnboundedReceiver<String>,
    bot: JoinHandle<Result<Outcome>>,
    _home: tempfile::TempDir,
}

impl Scene {
    /// Lets a bot begin, and waits until it has said what it has to.
    async fn begin(change: impl FnOnce(&mut Settings)) -> Self {
        let server = Appliance::rs().seed(7).items(5).limits(false).serve().await.unwrap();
        let client: rs::Client = rs::Client::builder(&server.site())
            .unwrap()
            .credentials(ClientCredentials::new(server.client_id(), server.client_secret()))
            .tls(TlsSettings::empty())
            .root_pem(&server.ca_pem())
            .unwrap()
            .rate_limits(None)
            .build()
            .unwrap();
        let control = server.control();
        let field = json!({ "trigger": "session_field_added", "code_name": "chat_transcript", "display_name": "Chat" });
        control.trigger(&field).unwrap();
        let home = tempfile::tempdir().unwrap();
        let (ears, events) = mpsc::channel(8);
        let receiver = Receiver::builder(Arc::new(Ears(ears)), home.path().join("dead")).build().unwrap();
        let listener = Listener::plain("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let url = format!("http://{}/", listener.address());
        control.add_recipient(Recipient::new("bot", url).unwrap()).unwrap();
        tokio::spawn(receiver.serve(listener, std::future::pending()));
        let mut settings = Settings {
            ticket: "INC-1204".to_owned(),
            trouble: "The printer is on [b]fire[/b].".to_owned(),
            customer: "Ada".to_owned(),
            chat_event: CHAT.to_owned(),
            chat_body: "message".to_owned(),
            field: "chat_transcript".to_owned(),
        };
        change(&mut settings);
        let (lines, typed) = mpsc::channel(8);
        let (show, shown) = mpsc::unbounded_channel();
        let command = client.command();
        let bot = tokio::spawn(async move {
            let show = |text: &str| show.send(text.to_owned()).unwrap();
            bot::talk(&command, &settings, typed, events, show).await
        });
        let mut scene =
            Self { server, client, lsid: String::new(), lines, before: Vec::new(), shown, bot, _home: home };
        assert_eq!(scene.next().await, "Somebody will be with you; /handover takes you there.");
        let joined = scene.trigger(json!({ "trigger": "session_joined", "id": 3 }));
        scene.lsid = joined["lsid"].as_str().unwrap().to_owned();
        loop {
            let shown = scene.next().await;
            if shown.ends_with(" is here.") {
                return scene;
            }
            scene.before.push(shown);
        }
    }

    fn trigger(&self, order: Value) -> Value {
        self.server.control().trigger(&order).unwrap()
    }

    /// A representative says something.
    fn rep(&self, body: &str) {
        self.trigger(json!({ "trigger": "user_chats", "id": 3, "lsid": self.lsid, "body": body }));
    }

    async fn customer(&self, line: &str) {
        self.lines.send(line.to_owned()).await.unwrap();
    }

    /// What the customer is shown next.
    async fn next(&mut self) -> String {
        let next = tokio::time::timeout(Duration::from_secs(30), self.shown.recv()).await;
        next.expect("nothing is shown").expect("the bot is gone")
    }

    /// What the session has kept.
    async fn kept(&self) -> Option<String> {
        let session = Lsid::from(self.lsid.as_str());
        let answer = self.client.command().get_session_attributes(&session).send().await.unwrap();
        answer.get("chat_transcript").map(str::to_owned)
    }

    /// Waits until the session has kept something that ends so.
    async fn keeps(&self, end: &str) {
        for _ in 0..600 {
            if self.kept().await.is_some_and(|kept| kept.ends_with(end)) {
                return;
            }
            // Nothing tells when the bot is done.
            let _ = tokio::time::timeout(Duration::from_millis(20), std::future::pending::<()>()).await;
        }
        panic!("{end:?} is not kept, but {:?}", self.kept().await);
    }

    async fn ended(&mut self) -> (Outcome, Vec<String>) {
        let outcome = (&mut self.bot).await.unwrap().unwrap();
        let mut rest = Vec::new();
        while let Some(text) = self.shown.recv().await {
            rest.push(text);
        }
        (outcome, rest)
    }
}

/// The name in front of what a representative has said.
fn voice(shown: &str) -> (&str, &str) {
    shown.split_once(": ").unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_said_goes_both_ways_and_stays_with_the_session() {
    let mut scene = Scene::begin(|_| {}).await;
    scene.rep("[b]Hello[/b], [color=red]what[/color] [burns]?");
    let shown = scene.next().await;
    let (name, text) = voice(&shown);
    let name = name.to_owned();
    assert_eq!(text, "Hello, what [burns]?");
    scene.customer("  The red one  ").await;
    scene.keeps("Ada: The red one").await;
    // The same words, but from the other side: no echo.
    scene.rep("The red one");
    assert_eq!(scene.next().await, format!("{name}: The red one"));
    scene.customer("/handover").await;
    let (outcome, rest) = scene.ended().await;
    let Outcome::HandedOver { url, is_kept: true } = outcome else { panic!("{outcome:?}") };
    assert!(url.starts_with("https://") && url.ends_with("&chat=1"), "{url}");
    assert_eq!(rest, [""; 0]);
    let transcript = format!(
        "Ada: The printer is on fire.\nSystem: The bot could not help. Ticket: INC-1204\n\
         {name}: Hello, what [burns]?\nAda: The red one\n{name}: The red one"
    );
    assert_eq!(scene.kept().await.as_deref(), Some(transcript.as_str()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_long_talk_the_end_is_kept() {
    let mut scene = Scene::begin(|_| {}).await;
    scene.customer(&"ü".repeat(3_000)).await;
    scene.customer(&"é".repeat(900)).await;
    scene.customer("bye").await;
    scene.keeps("bye").await;
    drop(std::mem::replace(&mut scene.lines, mpsc::channel(1).0));
    let (outcome, rest) = scene.ended().await;
    assert!(matches!(outcome, Outcome::HandedOver { is_kept: true, .. }), "{outcome:?}");
    assert_eq!(rest, [""; 0]);
    let kept = scene.kept().await.unwrap();
    assert_eq!(kept.chars().count(), 1_024);
    assert!(kept.ends_with(&format!("\nAda: {}\nAda: bye", "é".repeat(900))), "{kept}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_that_ends_has_kept_what_was_said() {
    let mut scene = Scene::begin(|_| {}).await;
    scene.rep("It is out.");
    scene.next().await;
    scene.keeps("It is out.").await;
    scene.trigger(json!({ "trigger": "session_ended", "id": 3, "lsid": scene.lsid }));
    let (outcome, rest) = scene.ended().await;
    assert_eq!(outcome, Outcome::Over { is_kept: true });
    assert!(rest.iter().all(|text| text.ends_with(" has left.")), "{rest:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn events_that_do_not_say_who_speaks_are_shown_unless_they_are_our_own() {
    let mut scene = Scene::begin(|settings| {
        settings.chat_event = "support_conference_owner_changed".to_owned();
        settings.chat_body = "text".to_owned();
    })
    .await;
    let control = scene.server.control();
    let fire = |lsid: &str, text: &str, number: &str| {
        // Two that are the same in all would be one.
        let variables = [("text".to_owned(), text.to_owned()), ("number".to_owned(), number.to_owned())];
        control.fire_event("support_conference_owner_changed", Some(lsid), &variables).unwrap();
    };
    scene.rep("by another name");
    fire(&scene.lsid, "The printer is on [b]fire[/b].", "1");
    fire("00112233445566778899aabbccddeeff", "of another session", "2");
    fire(&scene.lsid, "The printer is on [b]fire[/b].", "3");
    assert_eq!(scene.next().await, "Support: The printer is on fire.");
    scene.customer("/handover").await;
    let (_, rest) = scene.ended().await;
    assert_eq!(rest, [""; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_field_that_is_not_there_is_told_once() {
    let mut scene = Scene::begin(|settings| settings.field = "no_such_field".to_owned()).await;
    scene.customer("one").await;
    scene.customer("/handover").await;
    let (outcome, rest) = scene.ended().await;
    assert!(matches!(outcome, Outcome::HandedOver { is_kept: false, .. }), "{outcome:?}");
    let told: Vec<&String> = scene.before.iter().chain(&rest).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("What was said is not kept: "), "{told:?}");
}
