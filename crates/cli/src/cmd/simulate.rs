//! `btapi simulate [-- COMMAND…]`

mod child;
mod scene;
mod state;

use std::io;
use std::path::Path;

use bt_sra::Product;
use bt_sra_simulator::{Appliance, Control, Recipient, Scenario, Server};

use self::scene::{Account, Scene};
use self::state::StateFile;
use crate::args::{Globals, Simulate};
use crate::failure::{Failure, Result};
use crate::settings::Settings;
use crate::{net, output};

/// The exit code of a failure of our own, as of `env` and `timeout`.
const OURS: u8 = 125;

/// The sample site of those who do not say more.
const SEED: u64 = 1;
const ITEMS: u32 = 300;

/// The name of the recipient of the command line.
const RECIPIENT: &str = "--recipient";

/// Serves a simulated appliance on loopback while a command runs, or until stopped.
pub(super) fn run(globals: &Globals, arguments: &Simulate) -> Result<()> {
    let runtime = net::runtime().map_err(ours)?;
    runtime.block_on(async {
        let (server, scene, state) = start(globals, arguments).await.map_err(ours)?;
        let ended = if arguments.command.is_empty() {
            serve(&scene).await
        } else {
            child::run(&arguments.command, scene.variables()).await
        };
        let control = server.control();
        // Requests under way are answered before the state is saved.
        if state.is_some() {
            server.stop().await;
        } else {
            drop(server);
        }
        let saved = state.map_or(Ok(()), |state| state.save(&control).map_err(ours));
        if let (Err(failure), Err(_)) = (&saved, &ended) {
            // The status is that of the command, but nobody should think that all was kept.
            output::complain(&failure.report());
        }
        ended.and(saved)
    })
}

async fn serve(scene: &Scene) -> Result<()> {
    // Whoever has read the exports may ask to stop at once.
    let stopped = child::until_stopped()?;
    output::write(scene.exports().as_bytes())?;
    output::note("serving until Ctrl-C; the lines above are for the shell that is to use it");
    stopped.await;
    Ok(())
}

async fn start(globals: &Globals, arguments: &Simulate) -> Result<(Server, Scene, Option<StateFile>)> {
    let product = Settings::load(globals)?.product(globals)?.unwrap_or(Product::Pra);
    let scenario = arguments.scenario.as_deref().map(|path| scenario(path, product)).transpose()?;
    let recipient = arguments.recipient.as_deref().map(recipient).transpose()?;
    let program = std::env::current_exe().map_err(|error| Failure::io("cannot find this program", &error))?;
    let appliance = match product {
        Product::Pra => Appliance::pra(),
        Product::Rs => Appliance::rs(),
    };
    let items = arguments.items.unwrap_or(ITEMS);
    let port = arguments.port.unwrap_or_default();
    let appliance = match arguments.history {
        Some(sessions) => appliance.history(sessions),
        None => appliance,
    };
    let server = appliance
        .recordings(arguments.recordings.unwrap_or_default())
        .seed(arguments.seed.unwrap_or(SEED))
        .items(usize::try_from(items).unwrap_or(usize::MAX))
        .btapi(&program)
        .port(port)
        .control_port(true)
        .serve()
        .await
        .map_err(|error| refused(port, &error))?;
    let state = match &arguments.state {
        Some(path) => {
            if StateFile::exists(path) && has_site_options(arguments) {
                output::note(
                    "the state file says what the site is like; --seed, --items, --history and --recordings mean nothing",
                );
            }
            Some(StateFile::open(path, &server.control())?)
        }
        None => None,
    };
    // After a state was loaded, which has switches of its own.
    if arguments.no_limits {
        server.control().limits(false);
    }
    if arguments.tolerant {
        server.control().strict(false);
    }
    if let Some(size) = arguments.backup_size {
        let mut backup = server.control().backup();
        backup.size = size;
        server.control().set_backup(backup);
    }
    if let Some(profile) = arguments.profile {
        server.control().set_profile(profile);
    }
    if let Some(recipient) = recipient {
        tell(&server.control(), recipient)?;
    }
    if let Some(scenario) = &scenario {
        server.control().play(scenario);
    }
    let account = Account {
        site: server.site(),
        product: product.as_str(),
        client_id: server.client_id(),
        client_secret: server.client_secret(),
        authority: server.ca_pem(),
        control: server.control_url().zip(server.control_token()),
        recipient: arguments.recipient.clone(),
    };
    let bundle = |path: &Path| server.write_ca_bundle(path);
    let scene = Scene::new(account, bundle, |name| std::env::var_os(name)).and_then(|mut scene| {
        if !arguments.command.is_empty() {
            scene.put_on_path(&program, std::env::var_os("PATH"))?;
        }
        Ok(scene)
    });
    let scene = scene.map_err(|error| Failure::io("cannot make a temporary folder", &error))?;
    Ok((server, scene, state))
}

/// Whether options say what the site is like.
fn has_site_options(arguments: &Simulate) -> bool {
    let has_reports = arguments.history.is_some() || arguments.recordings.is_some();
    arguments.seed.is_some() || arguments.items.is_some() || has_reports
}

/// Reads the address of a recipient, which is not repeated: it may hold a secret.
fn recipient(url: &str) -> Result<Recipient> {
    Recipient::new(RECIPIENT, url).map_err(|why| {
        let failure = Failure::usage(format!("{RECIPIENT}: {}", why.trim_start_matches("url: ")));
        failure.with_hint("name the address of a receiver: http://127.0.0.1:8710/")
    })
}

/// Lets a recipient be told of events. A state may have the one of the run before.
fn tell(control: &Control, recipient: Recipient) -> Result<()> {
    let all = control.recipients();
    let old = all.as_array().into_iter().flatten().find_map(|one| {
        let is_ours = one.get("name").is_some_and(|name| name == RECIPIENT);
        if is_ours { one.get("id")?.as_i64() } else { None }
    });
    let told = match old {
        Some(id) => control.set_recipient(id, recipient),
        None => control.add_recipient(recipient).map(drop),
    };
    told.map_err(|why| Failure::usage(format!("{RECIPIENT}: {why}")))
}

/// Reads a scenario. Nothing is served by one that has a mistake.
fn scenario(path: &Path, product: Product) -> Result<Scenario> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::io(format!("cannot read {}", path.display()), &error))?;
    Scenario::parse(product, &text).map_err(|mistakes| {
        let failure =
            Failure::usage(format!("{} is no scenario: {}", path.display(), mistakes.replace('\n', "; ")));
        failure.with_hint("GET /triggers of the control port lists the triggers and their members")
    })
}

fn refused(port: u16, error: &io::Error) -> Failure {
    if port == 0 {
        return Failure::io("cannot serve", error);
    }
    let failure = Failure::io(format!("cannot serve on port {port}"), error);
    failure.with_hint("choose another port, or leave --port out to get a free one")
}

/// Turns a failure to start into one that scripts can tell from the command's.
fn ours(failure: Failure) -> Failure {
    match failure {
        Failure::Said { message, hint, .. } => Failure::Said { exit: OURS, message, hint },
        other => other,
    }
}
