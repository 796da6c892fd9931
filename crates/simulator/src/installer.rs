//! What the installer downloads contain: nothing of the vendor's.

use bytes::Bytes;
use serde_json::{Value, json};

use crate::answer::Answer;
use crate::store::{Record, flag, int, text};
use crate::world::Site;

const MEDIA: &str = "application/x-executable";

/// Sets the keys of a new Jumpoint.
pub(crate) fn keys(site: &mut Site, record: &mut Record) {
    record.insert("key_info".to_owned(), json!(site.rng.hex(40)));
    // Documented: only clustered Linux Jumpoints run in containers.
    let docker = flag(record, "clustered") && text(record, "platform") == "linux-x86";
    let key = if docker { site.rng.hex(48) } else { String::new() };
    record.insert("docker_deploy_key".to_owned(), json!(key));
}

/// The key of a Jump Client installer, without the part that only the answer to its creation has.
pub(crate) fn key_info(installer_id: &str) -> Value {
    json!({
        "filename": format!("jump-client-{installer_id}.msi"),
        "installerPath": format!("/api/config/v1/jump-client/installer/{installer_id}"),
    })
}

/// The installer of a Jumpoint: on Linux a script that a shell can run.
pub(crate) fn jumpoint(row: &Record) -> Answer {
    let id = int(row, "id").unwrap_or_default();
    if text(row, "platform") == "linux-x86" {
        let script = SCRIPT.replace("@ID@", &id.to_string());
        return Answer::file(MEDIA, &format!("jumpoint-{id}-linux.run"), Bytes::from(script));
    }
    Answer::file(MEDIA, &format!("jumpoint-{id}-windows.exe"), opaque("Jumpoint", &id.to_string()))
}

/// The installer of a Jump Client, for the platforms that there are.
pub(crate) fn client(row: &Record, platform: &str) -> Option<Answer> {
    let extension = match platform {
        "linux-64" | "raspberry-pi-32-headless" => "bin",
        "mac-dmg" => "dmg",
        "mac-zip" => "zip",
        "windows-64-msi" | "windows-32-msi" => "msi",
        _ => return None,
    };
    let id = text(row, "installer_id");
    Some(Answer::file(MEDIA, &format!("jump-client-{id}.{extension}"), opaque(platform, id)))
}

/// Bytes that install nothing and say so, the same for the same thing.
fn opaque(what: &str, id: &str) -> Bytes {
    let line = format!("simulated installer of bt-sra, for tests only: {what} {id}\n");
    Bytes::from(line.repeat(64 * 1024 / line.len()))
}

const SCRIPT: &str = r#"#!/bin/sh
# Installs a simulated Jumpoint (number @ID@) of bt-sra: an init script that keeps a state file.
set -eu

install_dir="$HOME/jumpoint-@ID@"
user=""
while [ $# -gt 0 ]; do
    case "$1" in
        --install-dir) install_dir="${2:?--install-dir needs a folder}"; shift 2 ;;
        --install-dir=*) install_dir="${1#*=}"; shift ;;
        --user) user="${2:?--user needs a name}"; shift 2 ;;
        --user=*) user="${1#*=}"; shift ;;
        *) echo "unknown option: $1" >&2; exit 2 ;;
    esac
done

mkdir -p "$install_dir"
cat > "$install_dir/init-script" <<'END'
#!/bin/sh
# Starts, stops and asks after a simulated Jumpoint.
state="$(dirname "$0")/state"
case "${1:-}" in
    start) echo running > "$state"; echo "jumpoint @ID@ started" ;;
    stop) rm -f "$state"; echo "jumpoint @ID@ stopped" ;;
    restart) echo running > "$state"; echo "jumpoint @ID@ restarted" ;;
    status)
        if [ -e "$state" ]; then
            echo "jumpoint @ID@ is running"
        else
            echo "jumpoint @ID@ is stopped"
            exit 3
        fi ;;
    *) echo "usage: init-script start|stop|restart|status" >&2; exit 2 ;;
esac
END
chmod 755 "$install_dir/init-script"
if [ -n "$user" ]; then
    echo "$user" > "$install_dir/user"
fi
echo "jumpoint @ID@ installed in $install_dir"
"#;
