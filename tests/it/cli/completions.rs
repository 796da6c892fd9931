//! Completion in real shells, and manual pages.

use super::site::{BTAPI, Run};

/// Runs a script in a shell that finds `btapi`; nothing if there is no such shell.
fn run(shell: &str, arguments: &[&str], script: &str) -> Option<String> {
    if !std::process::Command::new(shell).arg("--version").output().is_ok_and(|run| run.status.success()) {
        return super::missing(shell);
    }
    let folder = std::path::Path::new(BTAPI).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let run = Run::new(shell, None).args(arguments).args([script]).variable("PATH", path);
    Some(run.variable("LC_ALL", "C.UTF-8").stdout())
}

#[test]
fn bash_completes_commands_resources_and_filters() {
    let script = r#"
        source <(btapi completions bash)
        complete -p btapi
        try() {
            COMP_LINE=$1 COMP_POINT=${#1}
            read -ra COMP_WORDS <<< "$1"
            case $1 in *' ') COMP_WORDS+=('') ;; esac
            COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
            _btapi
            echo "${COMPREPLY[*]}"
        }
        try 'btapi wh'
        try 'btapi -kK list jump-item/s'
        try 'btapi list jump-group na'
        try 'btapi list jump-item/shell-jump jump_group_type=p'
        try 'btapi list jump-group --columns id,n'
        try 'btapi help li'
        try 'btapi hel'
        try 'btapi help list jump-g'
        try 'btapi report VaultAccountActivity --limit a'
        try 'btapi report AccessSessionS'
        try 'btapi wait jumpoint 5 --until c'
        try 'btapi export remote-'
        try 'btapi import --type web'
        touch one-file; try 'btapi --env-file one'
    "#;
    let Some(said) = run("bash", &["-c"], script) else { return };
    assert_eq!(
        said,
        "complete -F _btapi btapi\nwhoami\njump-item/shell-jump\nname=\npersonal\nid,name\n\
         license list listen\nhelp\n\naccount: all\nAccessSessionSummary\nconnected\nremote-rdp remote-vnc\nweb-jump\none-file\n"
    );
}

#[test]
fn fish_completes_commands_resources_and_filters() {
    let script = "btapi completions fish | source\n\
                  complete -C 'btapi wh'\n\
                  complete -C 'btapi list jump-item/s'\n\
                  complete -C 'btapi list jump-group na'";
    let Some(said) = run("fish", &["-N", "-c"], script) else { return };
    let words: Vec<&str> = said.lines().filter_map(|line| line.split('\t').next()).collect();
    assert_eq!(words, ["whoami", "jump-item/shell-jump", "name="]);
}

#[test]
fn zsh_takes_the_function() {
    let script =
        "autoload -Uz compinit; compinit -u -D; source <(btapi completions zsh); print $_comps[btapi]";
    let Some(said) = run("zsh", &["-fc"], script) else { return };
    assert_eq!(said, "_btapi\n");
}

#[test]
fn manual_pages_are_written_for_every_command() {
    let home = tempfile::tempdir().unwrap();
    let dir = home.path().join("man1");
    Run::new(BTAPI, None).args(["man", "--dir", dir.to_str().unwrap()]).stdout();
    let list = std::fs::read_to_string(dir.join("btapi-list.1")).unwrap();
    assert!(list.contains(".TH BTAPI-LIST 1") && list.contains(".SH EXAMPLES"), "{list}");
    let line = r"btapi list user \-o csv > users.csv";
    assert!(list.lines().any(|text| text == line), "{list}");
    assert!(dir.join("btapi-jump-client-prune.1").exists());
    assert!(!dir.join("btapi-help.1").exists());
    let page = Run::new(BTAPI, None).args(["man"]).stdout();
    assert!(page.starts_with(".ie") && page.contains(".SH NAME"), "{page}");
}

#[test]
fn manual_pages_can_be_set_without_a_warning() {
    let home = tempfile::tempdir().unwrap();
    Run::new(BTAPI, None).args(["man", "--dir", home.path().to_str().unwrap()]).stdout();
    let pages: Vec<_> = std::fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    if std::process::Command::new("groff").arg("--version").output().is_err() {
        return super::missing("groff").unwrap_or_default();
    }
    for page in &pages {
        let run = Run::new("groff", None).args(["-man", "-Tutf8", "-ww", "-z"]).args([page]).output();
        assert!(run.stderr.is_empty(), "{}: {}", page.display(), String::from_utf8_lossy(&run.stderr));
    }
    assert!(pages.len() > 20, "{pages:?}");
}

#[test]
fn options_that_mean_nothing_to_a_command_are_not_in_its_help() {
    let help = |command: &str| Run::new(BTAPI, None).args([command, "--help"]).stdout();
    assert!(!help("delete").contains("--columns") && help("delete").contains("--trace"));
    assert!(!help("completions").contains("--env-file"));
    for part in ["Input and output:\n", "General:\n", "Examples:\n  btapi list jump-item/shell-jump tag=web "]
    {
        assert!(help("list").contains(part), "{part}");
    }
}
