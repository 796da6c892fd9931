#!/usr/bin/env python3
"""What a simulated site of a million Jump Items costs: memory, and CPU for pages, filters, a deletion.

    cargo build --profile dist -p bt-sra-cli
    target/dist/btapi simulate --items 1000000 -- python3 tests/bench/simulator.py

The simulator is the parent of this process; its own accounting by Linux (/proc) is what is shown.
"""

import base64
import http.client
import json
import os
import ssl
import time

SHELLS = "/api/config/v1/jump-item/shell-jump"
SIMULATOR = f"/proc/{os.getppid()}"


def cpu():
    """Returns the CPU time of the simulator in milliseconds."""
    fields = open(f"{SIMULATOR}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 // os.sysconf("SC_CLK_TCK")


def peak():
    """Returns the peak resident memory of the simulator in MiB."""
    lines = open(f"{SIMULATOR}/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def main():
    port = http.client.HTTPConnection(os.environ["BT_SIMULATOR_CONTROL"].removeprefix("http://"))
    bearer = {"Authorization": "Bearer " + os.environ["BT_SIMULATOR_TOKEN"]}
    port.request("PATCH", "/switches", json.dumps({"limits": False}), bearer)
    assert port.getresponse().status == 200
    trust = ssl.create_default_context(cafile=os.environ["BT_CA_FILE"])
    site = http.client.HTTPSConnection(os.environ["BT_API_HOST"], context=trust)

    def call(method, path, headers, body=None):
        site.request(method, path, body, headers)
        answer = site.getresponse()
        return answer, answer.read()

    pair = os.environ["BT_CLIENT_ID"] + ":" + os.environ["BT_CLIENT_SECRET"]
    basic = {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
    _, token = call("POST", "/oauth2/token", basic, "grant_type=client_credentials")
    account = {"Authorization": "Bearer " + json.loads(token)["access_token"]}

    def show(title, calls):
        before, start = cpu(), time.perf_counter()
        for method, path in calls:
            answer, _ = call(method, path, account)
            assert answer.status < 300, f"{method} {path}: {answer.status}"
        wall = (time.perf_counter() - start) * 1000
        count = len(calls)
        print(f"  {title:<34} {count:5} calls {wall:9.0f} ms wall {cpu() - before:7} ms CPU {peak():7.1f} MiB peak")

    print(f"the simulator: {peak():.1f} MiB before the first call, {cpu()} ms CPU")
    show("pages 1 to 1000, 100 items each", [("GET", f"{SHELLS}?current_page={page}") for page in range(1, 1001)])
    show("pages 8001 to 9000", [("GET", f"{SHELLS}?current_page={page}") for page in range(8001, 9001)])
    show("one item by name", [("GET", f"{SHELLS}?name=srv-{number}") for number in (1, 500_000, 999_000)])
    show("a fifth of all by tag", [("GET", f"{SHELLS}?tag=lab")])
    show("delete a group with its items", [("DELETE", "/api/config/v1/jump-group/3")])
    show("pages 8001 to 9000 again", [("GET", f"{SHELLS}?current_page={page}") for page in range(8001, 9001)])


if __name__ == "__main__":
    main()
