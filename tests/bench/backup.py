#!/usr/bin/env python3
"""A large backup: btapi beside curl and sha256sum, in turn, over TLS against the same simulator.

    cargo build --profile dist -p bt-sra-cli
    target/dist/btapi simulate --no-limits --backup-size 2147483648 -- \
        python3 tests/bench/backup.py target/dist/btapi [ROUNDS [DIR]]

btapi saves, flushes to the disk and writes the checksum, and is timed with all of that. curl is
timed with a pipe into sha256sum, which keeps nothing, and with tee between them, which keeps the
file without flushing it. Files go to DIR, which needs room for one of them at a time.
"""

import base64
import json
import os
import shutil
import ssl
import statistics
import subprocess
import sys
import tempfile
import urllib.request

import measure


def token(env):
    """Takes a token, as curl has none of its own."""
    pair = f"{env['BT_CLIENT_ID']}:{env['BT_CLIENT_SECRET']}".encode()
    request = urllib.request.Request(
        f"https://{env['BT_API_HOST']}/oauth2/token",
        data=b"grant_type=client_credentials",
        headers={"Authorization": "Basic " + base64.b64encode(pair).decode()},
    )
    context = ssl.create_default_context(cafile=env.get("SSL_CERT_FILE"))
    with urllib.request.urlopen(request, context=context) as answer:
        return json.load(answer)["access_token"]


def main():
    btapi = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    base = sys.argv[3] if len(sys.argv) > 3 else None
    with tempfile.TemporaryDirectory(dir=base) as home:
        os.chmod(home, 0o700)
        env = dict(os.environ, XDG_RUNTIME_DIR=home, HOME=home)
        url = f"https://{env['BT_API_HOST']}/api/backup"
        # Not an argument, which others could see.
        config = os.path.join(home, "curlrc")
        with open(config, "w", encoding="ascii") as file:
            file.write(f'header = "Authorization: Bearer {token(env)}"\nurl = "{url}"\n')
        fetch = f"curl -fsS -K {config}"
        folder = os.path.join(home, "backups")
        commands = {
            "btapi backup": [btapi, "backup", "--dir", folder],
            "curl | sha256sum": ["sh", "-c", f"{fetch} | sha256sum > {home}/sum"],
            "curl | tee | sha256sum": ["sh", "-c", f"{fetch} | tee {home}/file | sha256sum > {home}/sum"],
        }
        taken = {name: [] for name in commands}
        peaks = {}
        for number in range(rounds + 1):
            for name, command in commands.items():
                os.makedirs(folder)
                if number == 0:
                    peaks[name] = measure.peak(command, env)
                else:
                    taken[name].append(measure.once(command, env))
                if name == "btapi backup":
                    subprocess.run("sha256sum -c --quiet *.sha256", shell=True, cwd=folder, check=True)
                shutil.rmtree(folder)
                if os.path.exists(f"{home}/file"):
                    os.remove(f"{home}/file")
        medians = {
            name: (*(statistics.median(column) for column in zip(*runs)), peaks[name])
            for name, runs in taken.items()
        }
        measure.show(f"a backup, medians of {rounds} rounds in turn", medians, "btapi backup")


if __name__ == "__main__":
    main()
