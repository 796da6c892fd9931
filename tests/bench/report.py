#!/usr/bin/env python3
"""A long report as ndjson: btapi beside curl and lxml, in turn, over TLS against the same simulator.

    cargo build --profile dist -p bt-sra-cli
    target/dist/btapi simulate --no-limits --history 20000 -- \
        python3 tests/bench/report.py target/dist/btapi [ROUNDS]

The peer is what one would write: curl into lxml's iterparse, which makes a dictionary of each session
with its events and prints it as JSON, and forgets the elements. btapi prints all that it
knows of a session, and checks it. Both have to print as many lines.
"""

import base64
import json
import os
import shlex
import ssl
import subprocess
import sys
import tempfile
import urllib.request

import measure

READER = """
import json, sys
from lxml import etree

def value(node):
    children = [value(child) for child in node if isinstance(child.tag, str)]
    found = dict(node.attrib, name=etree.QName(node).localname)
    if children:
        found["content"] = children
    elif node.text:
        found["text"] = node.text
    return found

for _, node in etree.iterparse(sys.stdin.buffer, tag="{*}session", huge_tree=True):
    sys.stdout.write(json.dumps(value(node)) + chr(10))
    node.clear()
    while node.getprevious() is not None:
        del node.getparent()[0]
"""


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
    with tempfile.TemporaryDirectory() as home:
        os.chmod(home, 0o700)
        env = dict(os.environ, XDG_RUNTIME_DIR=home, HOME=home)
        reader = os.path.join(home, "reader.py")
        with open(reader, "w", encoding="ascii") as file:
            file.write(READER)
        # Not an argument, which others could see.
        config = os.path.join(home, "curlrc")
        with open(config, "w", encoding="ascii") as file:
            file.write(f'header = "Authorization: Bearer {token(env)}"\n')
            file.write(f'url = "https://{env["BT_API_HOST"]}/api/reporting"\n')
            file.write('data = "generate_report=AccessSession&start_time=0&duration=0"\n')
        fetch = f"curl -fsS -K {config}"
        report = [btapi, "report", "AccessSession", "--from", "1970-01-01T00:00:00Z", "-o", "ndjson"]
        commands = {
            "btapi report -o ndjson": report,
            "curl | python lxml": ["sh", "-c", f"{fetch} | {shlex.quote(sys.executable)} {reader}"],
            "curl alone": ["sh", "-c", f"{fetch} > /dev/null"],
        }
        count = lambda command: sum(1 for _ in subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE).stdout.splitlines())
        lines = {name: count(commands[name]) for name in list(commands)[:2]}
        if len(set(lines.values())) != 1 or 0 in lines.values():
            raise SystemExit(f"they do not print the same: {lines}")
        size = len(subprocess.run(["sh", "-c", fetch], env=env, check=True, stdout=subprocess.PIPE).stdout)
        medians = measure.interleaved(commands, rounds, env)
        number = next(iter(lines.values()))
        title = f"{number} sessions, {size / 1e6:.1f} MB of XML, medians of {rounds} rounds in turn"
        measure.show(title, medians, "btapi report -o ndjson")


if __name__ == "__main__":
    main()
