//! Sets up access to one machine, as often as it is run: a Jump Group, a Shell Jump, a key in the
//! vault that is looked at once. The second run changes nothing.
//!
//! ```text
//! cargo build && btapi simulate -- target/debug/set-up web-7 198.51.100.7
//! ```
//!
//! The appliance and the API account come from `BT_API_HOST`, `BT_CLIENT_ID` and
//! `BT_CLIENT_SECRET`.

use std::error::Error as _;
use std::process::ExitCode;

use bt_sra::config::{Ensured, Found};
use bt_sra::pra::config::{
    JumpointId, NewJumpGroup, NewShellJump, NewVaultUsernamePasswordAccount, Protocol,
};
use bt_sra::{Error, ExposeSecret, pra};

#[tokio::main]
async fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(name), Some(address)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: set-up NAME ADDRESS");
        return ExitCode::from(2);
    };
    match run(&name, &address).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("set-up: {error}");
            let mut source = error.source();
            while let Some(cause) = source {
                eprintln!("  because: {cause}");
                source = cause.source();
            }
            if error.may_have_acted() {
                eprintln!("  the appliance may have acted all the same; run this again");
            }
            ExitCode::FAILURE
        }
    }
}

async fn run(name: &str, address: &str) -> Result<(), Error> {
    let client = pra::Client::from_env()?.build()?;
    let config = client.config();

    let group = config.jump_groups().ensure(NewJumpGroup::new("Set-up").comments("made by a program"));
    let Some(group) = told("Jump Group", group.send().await?) else { return Ok(()) };

    // Any Jumpoint that is connected will do here.
    let mut jumpoints = config.jumpoints().list().items();
    let mut jumpoint: Option<JumpointId> = None;
    while let Some(one) = jumpoints.try_next().await? {
        if one.connected == Some(true) {
            jumpoint = Some(one.id);
            break;
        }
    }
    let Some(jumpoint) = jumpoint else {
        println!("no Jumpoint is connected");
        return Ok(());
    };

    // Machines are told apart by their tag: many may be called the same.
    let new = NewShellJump::new(name, address, jumpoint, group.id, Protocol::Ssh).tag(name);
    let jumps = config.shell_jumps();
    told("Shell Jump", jumps.ensure(new).among(jumps.list().tag(name)).send().await?);

    let accounts = config.vault_accounts();
    let account = match accounts.find_by_name("set-up").send().await? {
        Found::One(account) => Some(account.id),
        Found::None => {
            let new = NewVaultUsernamePasswordAccount::new("set-up", "root", "a password of no worth");
            accounts.create(new).send().await?.id()
        }
        Found::Several(all) => {
            println!("{} vault accounts are called set-up", all.len());
            None
        }
    };
    if let Some(account) = account {
        // Checked in again when the closure is done, whatever becomes of it.
        let letters = accounts.hold(account).with(async |credential| {
            let password = credential.password.as_ref().map(|password| password.expose_secret().len());
            Ok::<_, Error>(password.unwrap_or_default())
        });
        println!("the password in the vault has {} letters", letters.await?);
    }
    // What was left to be done in the background is done before the runtime ends.
    client.settled().await;
    Ok(())
}

/// Tells what was done, and returns the thing.
fn told<T>(what: &str, ensured: Ensured<T>) -> Option<T> {
    match &ensured {
        Ensured::Created(_) => println!("{what}: created"),
        Ensured::Updated { fields, .. } => println!("{what}: changed {}", fields.join(", ")),
        Ensured::Unchanged(_) => println!("{what}: as it should be"),
        Ensured::Several(all) => println!("{what}: {} of them, not touched", all.len()),
    }
    ensured.item()
}
