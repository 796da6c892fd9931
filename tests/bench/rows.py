#!/usr/bin/env python3
"""A long list: btapi and the SDK beside bt-cli (PyPI), in turn, over TLS against the same simulator.

    cargo build --profile dist -p bt-sra-cli
    cargo build --profile dist -p bt-sra --example count
    python3 -m venv /tmp/peer && /tmp/peer/bin/pip install bt-cli
    for items in 10000 100000; do
        target/dist/btapi simulate --items $items -- python3 tests/bench/rows.py \\
            target/dist/btapi target/dist/examples/count /tmp/peer/bin/bt
    done

bt-cli keeps no rate limit, so the simulator's are switched off; btapi and the SDK keep theirs all
the same, which makes them wait: CPU and memory are compared, not wall time.
"""

import os
import subprocess
import sys
import tempfile
import urllib.request

import measure


def main():
    btapi, count, peer = (os.path.abspath(path) for path in sys.argv[1:4])
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    switch_off_limits()
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
        medians = measure.interleaved(commands, rounds, env, warm=0)
        base = "btapi list, ndjson"
        measure.show(f"{rows} rows, medians of {rounds} rounds in turn", medians, base)
        for name, (_, cpu, _) in medians.items():
            print(f"  {name:<34} {cpu / rows * 1e6:10.2f} us CPU for each row")


def switch_off_limits():
    """By the control port of the simulator."""
    url, token = os.environ["BT_SIMULATOR_CONTROL"], os.environ["BT_SIMULATOR_TOKEN"]
    request = urllib.request.Request(
        url + "/switches",
        data=b'{"limits": false}',
        method="PATCH",
        headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"},
    )
    urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request).read()


if __name__ == "__main__":
    main()
