#!/usr/bin/env python3
"""Whole processes: btapi beside bt-cli (PyPI), against the same simulator, in turn.

    cargo build --profile dist -p bt-sra-cli
    python3 -m venv /tmp/peer && /tmp/peer/bin/pip install bt-cli
    python3 tests/bench/processes.py target/dist/btapi /tmp/peer/bin/bt

Each list fetches the same three hundred Shell Jump items or more: several pages.
"""

import os
import subprocess
import sys
import tempfile

import measure


def main():
    btapi, peer = (os.path.abspath(path) for path in sys.argv[1:3])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    medians = measure.interleaved(
        {"btapi version": [btapi, "version"], "bt version": [peer, "--version"], "true": ["true"]}, rounds
    )
    measure.show(f"start, medians of {rounds} rounds in turn", medians, "btapi version")
    # Plain http on loopback, since the peer is set up that way in its own documentation's tests;
    # every process of the peer takes a token of its own, ours share one.
    simulator = subprocess.Popen(
        [btapi, "simulate", "--plain-http", "--no-limits"], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    )
    try:
        exports = {}
        for line in simulator.stdout:
            if line.startswith("export "):
                name, _, value = line[len("export ") :].strip().partition("=")
                exports[name] = value.strip("'\"")
            if "BT_CLIENT_SECRET" in exports and "BT_CLIENT_ID" in exports and "BT_API_HOST" in exports:
                break
        with tempfile.TemporaryDirectory() as runtime:
            os.chmod(runtime, 0o700)
            env = dict(os.environ, **exports, XDG_RUNTIME_DIR=runtime, HOME=runtime)
            env["BT_PRA_API_URL"] = exports["BT_API_HOST"]
            env["BT_PRA_CLIENT_ID"] = exports["BT_CLIENT_ID"]
            env["BT_PRA_CLIENT_SECRET"] = exports["BT_CLIENT_SECRET"]
            medians = measure.interleaved(
                {
                    "btapi list": [btapi, "list", "jump-item/shell-jump"],
                    "bt … list": [peer, "pra", "jump-items", "shell", "list", "-o", "json"],
                },
                rounds,
                env,
            )
            measure.show(f"a whole list, medians of {rounds} rounds in turn", medians, "btapi list")
    finally:
        simulator.terminate()
        simulator.wait()


if __name__ == "__main__":
    main()
