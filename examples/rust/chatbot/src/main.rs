//! What a chatbot of a service desk does with Remote Support: when it is at its wits' end, it begins
//! a session in the name of its customer, carries what is said from one side to the other, and in
//! the end hands over the address at which the customer goes on with a person.
//!
//! ```text
//! cargo build && btapi simulate --product rs --recipient http://127.0.0.1:8711/ -- \
//!     target/debug/chatbot INC-1204 'The printer is on fire.'
//! ```
//!
//! What the customer types comes from standard input; `/handover` or its end hands over. What
//! representatives write comes as outbound events: the appliance needs a recipient with the address
//! that is printed, for chat messages and for sessions that begin, end, are joined and left.
//!
//! | variable | what it is | default |
//! |---|---|---|
//! | `BT_API_HOST` … | the appliance and the API account | |
//! | `CHATBOT_LISTEN` | where events are taken | `127.0.0.1:8711` |
//! | `CHATBOT_CERT`, `CHATBOT_KEY` | PEM files for TLS, which loopback does without | |
//! | `CHATBOT_SECRET` | asked for in the address: `?outbound_event_token=…` | none |
//! | `CHATBOT_EVENT` | the name of the event about a chat message, which no source tells | as the simulator calls it |
//! | `CHATBOT_BODY` | its variable with what was said; the same | `message` |
//! | `CHATBOT_FIELD` | the custom field of sessions that keeps what was said | `chat_transcript` |

mod bot;

use std::error::Error as _;
use std::io::BufRead as _;
use std::process::ExitCode;
use std::sync::Arc;

use bot::{Ears, Outcome, Settings};
use bt_sra::webhook::server::{Gate, Listener, Receiver, ServerTls};
use bt_sra::{Error, ErrorKind, SecretString, rs};
use tokio::sync::{mpsc, oneshot};

/// How many lines and events may wait.
const WAITING: usize = 64;

#[tokio::main]
async fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(ticket), Some(trouble)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: chatbot TICKET TROUBLE");
        return ExitCode::from(2);
    };
    let settings = Settings {
        ticket,
        trouble,
        customer: "Ada".to_owned(),
        chat_event: variable("CHATBOT_EVENT", "support_conference_chat_message"),
        chat_body: variable("CHATBOT_BODY", "message"),
        field: variable("CHATBOT_FIELD", "chat_transcript"),
    };
    match run(&settings).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("chatbot: {error}");
            let mut source = error.source();
            while let Some(cause) = source {
                eprintln!("  because: {cause}");
                source = cause.source();
            }
            ExitCode::FAILURE
        }
    }
}

fn variable(name: &str, default: &str) -> String {
    std::env::var(name).ok().filter(|value| !value.is_empty()).unwrap_or_else(|| default.to_owned())
}

async fn run(settings: &Settings) -> Result<(), Error> {
    let client = rs::Client::from_env()?.build()?;
    let (ears, events) = mpsc::channel(WAITING);
    let mut gate = Gate::open();
    if let Ok(secret) = std::env::var("CHATBOT_SECRET") {
        gate = gate.secret(SecretString::from(secret));
    }
    let receiver =
        Receiver::builder(Arc::new(Ears(ears)), "chatbot-dead-letters.ndjson").gate(gate).build()?;
    let listener = listen().await?;
    eprintln!("chatbot: events are taken at {}://{}/", listener.scheme(), listener.address());
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(receiver.serve(listener, async {
        let _ = stopped.await;
    }));
    let outcome = bot::talk(&client.command(), settings, lines(), events, |text| println!("{text}")).await;
    // What comes from now on is for the next one who listens: the appliance keeps it.
    drop(stop);
    let _ = serving.await;
    match outcome? {
        Outcome::NobodyThere => println!("Nobody is there right now; please come back later."),
        Outcome::HandedOver { url, .. } => println!("Please go on here: {url}"),
        Outcome::Over { .. } => println!("The session is over."),
    }
    Ok(())
}

async fn listen() -> Result<Listener, Error> {
    let address = variable("CHATBOT_LISTEN", "127.0.0.1:8711");
    let address = address.parse().map_err(|source| {
        Error::new(ErrorKind::Config, "CHATBOT_LISTEN is no address with a port").with_source(source)
    })?;
    let (Ok(certificate), Ok(key)) = (std::env::var("CHATBOT_CERT"), std::env::var("CHATBOT_KEY")) else {
        return Listener::plain(address).await;
    };
    let read = |path: &str| {
        let failed =
            |source| Error::new(ErrorKind::Config, format!("cannot read {path}")).with_source(source);
        std::fs::read_to_string(path).map_err(failed)
    };
    Listener::tls(address, ServerTls::from_pem(&read(&certificate)?, &read(&key)?)?).await
}

/// What the customer types. The thread ends with the program: standard input cannot be called off.
fn lines() -> mpsc::Receiver<String> {
    let (typed, lines) = mpsc::channel(WAITING);
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            if typed.blocking_send(line).is_err() {
                return;
            }
        }
    });
    lines
}
