//! What `--help` says beside the grammar: examples, and which options mean something where.

use clap::Command;

/// What stands below the help of `btapi` itself.
pub(crate) const AFTER: &str = "\
Environment variables:
  BT_API_HOST       the appliance, as HOST, HOST:PORT or an https:// address
  BT_CLIENT_ID      the OAuth client ID of an API account
  BT_CLIENT_SECRET  its secret; never an argument, which others could see
  BT_PRODUCT        pra or rs, the same as --product
  BT_CA_FILE        a PEM file with certificate authorities to trust as well
  BT_TIMEOUT        seconds that a request may take, its answer included
                    [default: 300]; download and recording, and report
                    unless this is set, end only when nothing comes
  HTTPS_PROXY       a proxy for the way to the appliance
  NO_PROXY          hosts to reach without it

Exit codes:
  0 done         4 permission           7 rate limit
  1 other        5 not found            8 network or TLS
  2 usage        6 refused as invalid   9 answer not understood
  3 credentials

Examples:
  btapi list jump-item/shell-jump tag=web
  printf 'name=Web\\n' | btapi -k add jump-group
  btapi --env-file=~/.config/site -K list jump-group
  btapi simulate -- sh examples/tour.sh
";

/// Options that a command has no use for.
const INPUT: &[&str] = &["kv_in"];
const OUTPUT: &[&str] = &["kv_out", "output", "columns", "query", "raw"];
const NETWORK: &[&str] = &["trace", "no_progress"];
const SETTINGS: &[&str] = &["env_file", "product"];

/// A command, the options that mean nothing to it, and examples.
type Dress = (&'static str, &'static [&'static [&'static str]], &'static str);

const DRESSES: &[Dress] = &[
    (
        "add",
        &[],
        "\
  printf 'name=Web\\n' | btapi -k add jump-group
  btapi add jump-item/shell-jump --query .id < item.json
  btapi explain jump-item/shell-jump    # the fields it takes

The object is JSON, or with -k key=value lines. What was made is printed.",
    ),
    (
        "list",
        &[],
        "\
  btapi list jump-item/shell-jump tag=web --columns id,name,hostname
  btapi list user -o csv > users.csv
  btapi list jump-client -o ndjson | wc -l
  btapi list jump-group --query '.[] | select(.comments == null) | .name'

All pages are fetched, and printed as they come. --query gets what would be printed without it, as \
one array; an expression that begins with .[] is run page by page, whatever the length of the list.

In CSV a missing field is an empty cell, null is null, an empty text is \"\", and what is nested is \
compact JSON. Texts that begin with =, +, - or @ stay as they are: spreadsheets take them for \
formulas unless the file is imported as text.",
    ),
    (
        "get",
        &[INPUT],
        "\
  btapi get jump-group 5
  btapi get jumpoint 2 -o yaml
  btapi get vault/account 7 --query .name",
    ),
    (
        "update",
        &[],
        "\
  printf 'tag=web\\ncomments=null\\n' | btapi -k update jump-item/shell-jump 31
  echo '{\"name\": \"Web\"}' | btapi update jump-group 5",
    ),
    (
        "copy",
        &[],
        "\
  printf 'name=Twin\\nhostname=198.51.100.9\\n' | btapi -k copy jump-item/shell-jump 31
  btapi copy jump-client 8 < /dev/null    # what the copy needs comes from the original",
    ),
    ("delete", &[INPUT, OUTPUT], "  btapi delete jump-item/shell-jump 31"),
    (
        "download",
        &[INPUT],
        "\
  btapi download jumpoint/5/installer
  sh \"$(btapi download jumpoint/5/installer --query .file)\"",
    ),
    (
        "post",
        &[],
        "\
  btapi post vault/account/7/check-out --query .password
  btapi post user/provision
  printf 'name=Copy\\n' | btapi -k post group-policy/5/copy",
    ),
    (
        "api",
        &[&["product"]],
        "\
  btapi api GET '/api/config/v1/jump-group?name=web'
  echo '{\"name\": \"Web\"}' | btapi api POST /api/config/v1/jump-group -",
    ),
    ("export", &[INPUT, OUTPUT], ""),
    ("import", &[INPUT, OUTPUT], ""),
    ("jump-client", &[INPUT, OUTPUT], ""),
    ("jump-client prune", &[INPUT, OUTPUT], ""),
    ("wait", &[INPUT], ""),
    ("command", &[], ""),
    ("health", &[INPUT, &["columns", "query", "raw"]], ""),
    ("failover", &[INPUT], ""),
    (
        "failover status",
        &[INPUT, &["raw"]],
        "  btapi failover status\n  btapi failover status --query .failover_role",
    ),
    ("failover swap", &[INPUT, &["raw"]], ""),
    ("key", &[INPUT], ""),
    ("backup", &[INPUT, &["raw"]], ""),
    ("script", &[&["raw"]], ""),
    ("script build", &[OUTPUT, NETWORK], ""),
    ("script check", &[INPUT, NETWORK, &["raw"]], ""),
    ("script url", &[INPUT, OUTPUT, NETWORK], ""),
    ("script fetch", &[INPUT, &["raw"]], ""),
    (
        "script actions",
        &[INPUT, NETWORK, &["raw"]],
        "  btapi script actions --product rs\n  btapi script actions start_rdp_session",
    ),
    ("report", &[INPUT], ""),
    ("recording", &[INPUT, &["raw"]], ""),
    ("syslog", &[INPUT, &["raw"]], ""),
    ("archive", &[INPUT, &["raw"]], ""),
    ("license", &[INPUT, &["raw"]], ""),
    ("session show", &[INPUT, &["raw"]], ""),
    ("session html", &[INPUT, OUTPUT], ""),
    ("listen", &[INPUT, OUTPUT, NETWORK, &["product"]], ""),
    ("ticket", &[INPUT, OUTPUT, NETWORK, &["product"]], ""),
    ("ticket serve", &[INPUT, OUTPUT, NETWORK, &["product"]], ""),
    ("ticket test", &[INPUT, NETWORK, &["product", "raw"]], ""),
    ("resources", &[INPUT, NETWORK], "  btapi resources vault\n  btapi resources --product rs -o ndjson"),
    (
        "explain",
        &[INPUT, NETWORK],
        "\
  btapi explain jump-group
  btapi explain jump-item/shell-jump.terminal
  btapi explain vault/account/5/check-out",
    ),
    ("whoami", &[INPUT, &["product"]], "  btapi whoami --query .permissions"),
    (
        "completions",
        &[INPUT, OUTPUT, NETWORK, SETTINGS],
        "\
  eval \"$(btapi completions bash)\"
  btapi completions zsh > ~/.zfunc/_btapi
  btapi completions fish > ~/.config/fish/completions/btapi.fish",
    ),
    (
        "man",
        &[INPUT, OUTPUT, NETWORK, SETTINGS],
        "  btapi man | man -l -\n  btapi man --dir ~/.local/share/man/man1",
    ),
    ("version", &[INPUT, OUTPUT, NETWORK, SETTINGS], ""),
    ("simulate", &[INPUT, OUTPUT, NETWORK, SETTINGS], ""),
];

/// Adds examples to the commands, and hides from each the options that mean nothing to it.
///
/// They are still taken everywhere, since they may stand before the command.
pub(crate) fn dress(root: Command) -> Command {
    let globals: Vec<_> = root.get_arguments().filter(|arg| arg.is_global_set()).cloned().collect();
    DRESSES.iter().fold(root, |root, (path, without, examples)| {
        let names: Vec<&str> = path.split(' ').collect();
        change(root, &names, &|command| {
            let hidden =
                globals.iter().filter(|arg| without.iter().any(|ids| ids.contains(&arg.get_id().as_str())));
            let command = hidden.fold(command, |command, arg| command.arg(arg.clone().hide(true)));
            match examples {
                &"" => command,
                examples => command.after_help(format!("Examples:\n  {}\n", examples.trim_start())),
            }
        })
    })
}

/// Changes the command at a path, if there is one.
fn change(command: Command, path: &[&str], with: &dyn Fn(Command) -> Command) -> Command {
    match path {
        [] => with(command),
        [name, rest @ ..] if command.find_subcommand(name).is_some() => {
            command.mut_subcommand(*name, |command| change(command, rest, with))
        }
        _ => command,
    }
}

#[cfg(test)]
mod tests;
