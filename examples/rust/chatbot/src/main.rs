//! What a chatbot of a service desk does with Remote Support: when it is at its wits' end, it begins
//! a session in the name of its customer, says what it knows, and hands over the address at which
//! the customer goes on with a person.
//!
//! ```text
//! cargo build && btapi simulate --product rs -- target/debug/chatbot INC-1204 'The printer is on fire.'
//! ```
//!
//! What representatives write back comes as an outbound event, to a server of yours.

use std::error::Error as _;
use std::process::ExitCode;

use bt_sra::command::{Chat, Queue, SessionVoice, Visitor};
use bt_sra::{Error, rs};

#[tokio::main]
async fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(ticket), Some(trouble)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: chatbot TICKET TROUBLE");
        return ExitCode::from(2);
    };
    match run(&ticket, &trouble).await {
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

async fn run(ticket: &str, trouble: &str) -> Result<(), Error> {
    let client = rs::Client::from_env()?.build()?;
    let command = client.command();

    let key = command.generate_session_key(&Queue::General).external_key(ticket).send().await?;
    if key.queue.is_available() == Some(false) {
        println!("Nobody is there right now; please come back later.");
        return Ok(());
    }
    let visitor = Visitor {
        name: "Ada".to_owned(),
        ip_address: [198, 51, 100, 7].into(),
        operating_system: "Plan 9".to_owned(),
        computer_name: "ada-1".to_owned(),
    };
    let customer = command.create_virtual_customer(&key.short_key, visitor).chat_url().send().await?;
    // Appliances that do not tell the session here tell it in an event.
    if let Some(session) = &customer.lsid {
        let say = |voice, text: &str| command.send_chat_message(Chat::Session(session.clone(), voice), text);
        say(SessionVoice::Customer, trouble).send().await?;
        say(SessionVoice::System, &format!("The bot could not help. Ticket: [b]{ticket}[/b]")).send().await?;
    }
    println!("Please go on here: {}", customer.download_url);
    Ok(())
}
