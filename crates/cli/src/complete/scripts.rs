//! The part of completion that runs in the shell: it asks `btapi` at each key.

use clap::ValueEnum;

/// A shell.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub(crate) enum Shell {
    /// GNU Bash.
    Bash,
    /// Z shell.
    Zsh,
    /// fish.
    Fish,
    /// PowerShell.
    Powershell,
}

/// Returns what the shell has to read.
pub(crate) fn script(shell: Shell) -> &'static str {
    match shell {
        Shell::Bash => BASH,
        Shell::Zsh => ZSH,
        Shell::Fish => FISH,
        Shell::Powershell => POWERSHELL,
    }
}

const BASH: &str = r#"# Completion of btapi for bash: source it, or save it as
# ~/.local/share/bash-completion/completions/btapi
_btapi() {
    local word
    COMPREPLY=()
    while IFS= read -r word; do
        if [ "$word" = ':files' ]; then
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
            compopt -o filenames 2>/dev/null
            return
        fi
        COMPREPLY+=("$word")
    done < <(btapi __complete bash "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
    if [ "${#COMPREPLY[@]}" -eq 1 ]; then
        case ${COMPREPLY[0]} in
            */ | *= | *.) compopt -o nospace 2>/dev/null ;;
        esac
    fi
}
complete -F _btapi btapi
"#;

const ZSH: &str = r#"#compdef btapi
# Completion of btapi for zsh: save it as _btapi in a folder of $fpath, or source it after compinit.
_btapi() {
    local line word about
    local -a open closed open_shown closed_shown
    while IFS= read -r line; do
        if [[ $line == ':files' ]]; then
            _files
            return
        fi
        word=${line%%$'\t'*}
        about=${line#*$'\t'}
        [[ -n $about && $about != $line ]] && about="$word  -- $about" || about=$word
        case $word in
            */ | *= | *.) open+=("$word"); open_shown+=("$about") ;;
            *) closed+=("$word"); closed_shown+=("$about") ;;
        esac
    done < <(btapi __complete zsh "${(@)words[1,CURRENT-1]}" "$PREFIX" 2>/dev/null)
    (( $#open )) && compadd -Q -l -S '' -d open_shown -a open
    (( $#closed )) && compadd -Q -l -d closed_shown -a closed
}
if [ "$funcstack[1]" = '_btapi' ]; then
    _btapi "$@"
else
    compdef _btapi btapi
fi
"#;

const FISH: &str = r#"# Completion of btapi for fish: save it as ~/.config/fish/completions/btapi.fish
function __btapi_complete
    set -l typed (commandline -ct)
    set -l found (btapi __complete fish (commandline -opc) "$typed" 2>/dev/null)
    if test "$found[1]" = ':files'
        __fish_complete_path "$typed"
    else
        printf '%s\n' $found
    end
end
complete -c btapi -f -a '(__btapi_complete)'
"#;

const POWERSHELL: &str = r#"# Completion of btapi for PowerShell: add it to $PROFILE.
Register-ArgumentCompleter -Native -CommandName btapi -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    $found = @(& btapi __complete powershell @words "$wordToComplete " 2>$null)
    if ($found.Count -gt 0 -and $found[0] -eq ':files') { return }
    $found | ForEach-Object {
        $word, $about = $_ -split "`t", 2
        if (-not $about) { $about = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
    }
}
"#;
