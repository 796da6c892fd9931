//! `btapi simulate [-- COMMAND…]`

mod child;
mod scene;

use std::path::Path;

use bt_sra::Product;
use bt_sra_simulator::{Appliance, Server};

use self::scene::{Account, Scene};
use crate::args::{Globals, Simulate};
use crate::failure::{Failure, Result};
use crate::settings::Settings;
use crate::{net, output};

/// The exit code of a failure of our own, as of `env` and `timeout`.
const OURS: u8 = 125;

/// Serves a simulated appliance on loopback while a command runs, or until stopped.
pub(super) fn run(globals: &Globals, arguments: &Simulate) -> Result<()> {
    let runtime = net::runtime().map_err(ours)?;
    runtime.block_on(async {
        let (server, scene) = start(globals, arguments).await.map_err(ours)?;
        let ended = if arguments.command.is_empty() {
            serve(&scene).await
        } else {
            child::run(&arguments.command, scene.variables()).await
        };
        drop(server);
        ended
    })
}

async fn serve(scene: &Scene) -> Result<()> {
    output::write(scene.exports().as_bytes())?;
    output::note("serving until Ctrl-C; the lines above are for the shell that is to use it");
    child::until_stopped().await
}

async fn start(globals: &Globals, arguments: &Simulate) -> Result<(Server, Scene)> {
    let product = Settings::load(globals)?.product(globals)?.unwrap_or(Product::Pra);
    let program = std::env::current_exe().map_err(|error| Failure::io("cannot find this program", &error))?;
    let appliance = match product {
        Product::Pra => Appliance::pra(),
        Product::Rs => Appliance::rs(),
    };
    let server = appliance
        .seed(arguments.seed)
        .items(usize::try_from(arguments.items).unwrap_or(usize::MAX))
        .btapi(&program)
        .serve()
        .await
        .map_err(|error| Failure::io("cannot serve", &error))?;
    let account = Account {
        site: server.site(),
        product: product.as_str(),
        client_id: server.client_id(),
        client_secret: server.client_secret(),
        authority: server.ca_pem(),
    };
    let bundle = |path: &Path| server.write_ca_bundle(path);
    let scene = Scene::new(account, bundle, |name| std::env::var_os(name)).and_then(|mut scene| {
        if !arguments.command.is_empty() {
            scene.put_on_path(&program, std::env::var_os("PATH"))?;
        }
        Ok(scene)
    });
    Ok((server, scene.map_err(|error| Failure::io("cannot make a temporary folder", &error))?))
}

/// Turns a failure to start into one that scripts can tell from the command's.
fn ours(failure: Failure) -> Failure {
    match failure {
        Failure::Said { message, hint, .. } => Failure::Said { exit: OURS, message, hint },
        other => other,
    }
}
