#!/usr/bin/env python3
"""Whole processes: btapi beside bt-cli (PyPI), in turn, over TLS against the same simulator.

    cargo build --profile dist -p bt-sra-cli
    python3 -m venv /tmp/peer && /tmp/peer/bin/pip install bt-cli
    target/dist/btapi simulate --no-limits -- python3 tests/bench/processes.py target/dist/btapi /tmp/peer/bin/bt

Each list fetches all Shell Jump Items of the sample site, in as many pages. bt-cli takes a token
for each process; btapi shares one between them, as it does for everybody.
"""

import os
import sys
import tempfile

import measure


def main():
    btapi, peer = (os.path.abspath(path) for path in sys.argv[1:3])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    medians = measure.interleaved(
        {"btapi version": [btapi, "version"], "bt --version": [peer, "--version"], "true": ["true"]}, rounds
    )
    measure.show(f"start, medians of {rounds} rounds in turn", medians, "btapi version")
    with tempfile.TemporaryDirectory() as runtime:
        os.chmod(runtime, 0o700)
        env = dict(os.environ, XDG_RUNTIME_DIR=runtime, HOME=runtime)
        env["BT_PRA_API_URL"] = "https://" + env["BT_API_HOST"]
        env["BT_PRA_CLIENT_ID"] = env["BT_CLIENT_ID"]
        env["BT_PRA_CLIENT_SECRET"] = env["BT_CLIENT_SECRET"]
        commands = {
            "btapi list": [btapi, "-o", "json", "list", "jump-item/shell-jump"],
            "bt … list": [peer, "pra", "jump-items", "shell", "list", "-o", "json"],
        }
        medians = measure.interleaved(commands, rounds, env)
        measure.show(f"a whole list, medians of {rounds} rounds in turn", medians, "btapi list")


if __name__ == "__main__":
    main()
