//! Reads a saved list of Shell Jumps from standard input, and writes the requests that move those
//! without a tag to a Jump Group, for somebody else to send.

use std::io::Read as _;
use std::process::ExitCode;

use bt_sra_config::pra::{Config, JumpGroupId, JumpGroupRef, ShellJump, ShellJumpPatch};
use bt_sra_config::{Answer as _, offline};

fn main() -> ExitCode {
    let mut saved = Vec::new();
    if let Err(error) = std::io::stdin().read_to_end(&mut saved) {
        eprintln!("config-alone: {error}");
        return ExitCode::FAILURE;
    }
    let items = match Vec::<ShellJump>::read(&saved) {
        Ok(items) => items,
        Err(error) => {
            eprintln!("config-alone: {error}");
            return ExitCode::FAILURE;
        }
    };
    let jumps = Config::new(offline()).shell_jumps();
    let mut moved = 0;
    for item in items.iter().filter(|item| item.tag.as_deref().unwrap_or_default().is_empty()) {
        let patch = ShellJumpPatch::new().jump_group(JumpGroupRef::Shared(JumpGroupId::new(2)));
        match jumps.update(item.id, patch).request() {
            Ok(request) => {
                let body = String::from_utf8_lossy(request.body());
                println!("{} {} {body}", request.method(), request.uri());
                moved += 1;
            }
            Err(error) => eprintln!("config-alone: {}: {error}", item.name),
        }
    }
    eprintln!("{moved} of {} have no tag", items.len());
    ExitCode::SUCCESS
}
