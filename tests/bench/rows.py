#!/usr/bin/env python3
"""A long list: btapi and the SDK beside bt-cli (PyPI), in turn, over TLS against the same simulator.

    cargo build --profile dist -p bt-sra-cli
    cargo build --profile dist -p bt-sra --example count
    python3 -m venv /tmp/peer && /tmp/peer/bin/pip install bt-cli
    for items in 10000 100000; do
        target/dist/btapi simulate --no-limits --items $items -- python3 tests/bench/rows.py \\
            target/dist/btapi target/dist/examples/count /tmp/peer/bin/bt
    done

bt-cli keeps no rate limit, so the simulator has none; btapi and the SDK keep theirs all the same,
which makes them wait: CPU and memory are compared, not wall time.
"""

import os
import statistics
import subprocess
import sys
import tempfile


def main():
    btapi, count, peer = (os.path.abspath(path) for path in sys.argv[1:4])
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    with tempfile.TemporaryDirectory() as runtime:
        os.chmod(runtime, 0o700)
        env = dict(os.environ, XDG_RUNTIME_DIR=runtime, HOME=runtime)
        env["BT_PRA_API_URL"] = "https://" + env["BT_API_HOST"]
        env["BT_PRA_CLIENT_ID"] = env["BT_CLIENT_ID"]
        env["BT_PRA_CLIENT_SECRET"] = env["BT_CLIENT_SECRET"]
        listing = [btapi, "-o", "ndjson", "list", "jump-item/shell-jump"]
        rows = len(subprocess.run(listing, env=env, stdout=subprocess.PIPE, check=True).stdout.splitlines())
        commands = {
            "btapi list, ndjson": listing,
            "btapi list, table": [btapi, "-o", "table", "list", "jump-item/shell-jump"],
            "bt-sra, typed": [count],
            "bt list, json": [peer, "pra", "jump-items", "shell", "list", "-o", "json"],
        }
        runs = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                runs[name].append(accounted(command, env))
        print(f"{rows} rows, medians of {rounds} rounds in turn")
        for name, figures in runs.items():
            cpu, peak = (statistics.median(column) for column in zip(*figures))
            print(f"  {name:<22} {cpu:8.2f} s CPU {cpu / rows * 1e6:8.1f} us CPU a row {peak:8.1f} MiB")


def accounted(command, env):
    """Runs `command`; returns its CPU seconds and peak memory in MiB, by GNU time."""
    timed = ["time", "-f", "%U %S %M", *command]
    done = subprocess.run(
        timed, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True
    )
    user, system, peak = done.stderr.split()[-3:]
    return float(user) + float(system), int(peak) / 1024


if __name__ == "__main__":
    main()
