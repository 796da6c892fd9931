"""Every document of the Command API that the simulator emits: checked by xmllint against the
simulator's own schema, and read by lxml and by bt-sra-xml-model to the same JSON.

Usage: btapi simulate --product P -- python tests/outside/documents.py P READER

READER prints each file that it is given as a line of JSON. That documents and schema agree proves
that files of this project agree, and nothing about an appliance.
"""

import json
import os
import subprocess
import sys
import tempfile
import urllib.parse

from appliance import ROOT, Eye
from command_reader import local, read
from control_port import control
from lxml import etree

PRODUCT, READER = sys.argv[1:]
PROFILES = ("rs-19", "documented", "sra")
# With these on, what is answered is no document.
NO_DOCUMENTS = ("document_not_found", "xml_api_off")
FORM = "application/x-www-form-urlencoded"


def trigger(name, **members):
    return control("POST", "/triggers", {"trigger": name, **members})


class Collector:
    """Asks, and keeps every document under a name of its own."""

    def __init__(self, folder, stray):
        self.folder, self.stray = folder, stray
        self.eye, self.files, self.roots = Eye(), [], set()
        self.bearer = self.eye.login()

    def ask(self, action, method="POST", **parameters):
        form = urllib.parse.urlencode({"action": action, **parameters})
        headers = {"Authorization": f"Bearer {self.bearer}"}
        if method == "POST":
            headers["Content-Type"] = FORM
            answer = self.eye.once("POST", f"{ROOT}/api/command", form.encode(), headers)
        else:
            answer = self.eye.once("GET", f"{ROOT}/api/command?{form}", None, headers)
        assert answer.status == 200, f"{action}: {answer}"
        media = answer.headers.get_content_type()
        assert media == "text/xml", f"{action}: {media}"
        # Lines before the declaration are what one shape is about; no other reader takes them.
        body = answer.body.lstrip() if self.stray else answer.body
        root = etree.fromstring(body)
        self.roots.add(local(root))
        path = os.path.join(self.folder, f"{len(self.files):03}-{action}.xml")
        with open(path, "wb") as file:
            file.write(answer.body)
        self.files.append(path)
        return root

    def both(self, empty):
        """What both products have; `empty` where lists are to have nothing in them."""
        self.ask("get_api_info")
        self.ask("get_api_info", method="GET")
        self.ask("check_health")
        self.ask("get_logged_in_reps")
        self.ask("get_connected_client_list")
        self.ask("get_connected_client_list", type="representative,push_agent", summary_only=1)
        self.ask("get_connected_clients")
        self.ask("get_connected_clients", include_connections=1)
        session = control("GET", "/sessions")["running"][0]["lsid"]
        odd = "two\nlines <b>&amp;</b> ]]> \"quoted\" ü 日本 \t end "
        self.ask("set_session_attributes", lsid=session, **{"session.custom.external_key": odd})
        told = self.ask("get_session_attributes", lsid=session)
        values = [child.text for child in told if child.get("code_name") == "external_key"]
        assert values == ([] if empty else [odd]), values
        self.ask("get_session_attributes", lsid="0" * 32)
        self.ask("no_such_action")
        self.ask("set_failover_role", role="king")
        trigger("health_fails", message="The <disk> is full & hot")
        self.ask("check_health")
        trigger("health_recovers")
        trigger("failover_configured", on=False)
        self.ask("check_health")
        trigger("failover_configured", on=True)
        self.ask("import_jump_shortcut", name="x", group="no-such-group", local_jump_hostname="h")
        return session

    def rs(self, session, rep):
        """What Remote Support alone has."""
        self.ask("get_appliances")
        self.ask("get_support_teams")
        self.ask("get_support_teams", showmembers=1)
        key = self.ask("generate_session_key", type="support", queue_id="general",
                       **{"session.custom.external_key": "INC-1 <&>"})
        self.ask("generate_session_key", type="support", queue_id="team:1", ttl=600)
        self.ask("generate_session_key", type="support", queue_id=f"rep:{rep}")
        short = next(child.text for child in key if local(child) == "short_key")
        self.ask("create_virtual_customer", short_key=short, name="Ada <&>", ip_address="198.51.100.7",
                 operating_system="Plan 9", computer_name="ada-1")
        self.ask("send_chat_message", lsid=session, body="[b]hello[/b]", impersonate="customer")
        self.ask("join_session", lsid=session, rep_id=rep)
        self.ask("transfer_session", lsid=session, queue_id="team:1")
        self.ask("leave_session", lsid=session)
        self.ask("leave_session", lsid=session, customer=1)
        self.ask("set_rep_status", user_id=rep, status="away")
        self.ask("logout_rep", user_id=rep)


def collect(folder, profile, shapes):
    control("PATCH", "/documents", {"profile": profile, "shapes": shapes})
    collector = Collector(folder, shapes["stray_lines"])
    session = collector.both(shapes["empty_lists"])
    if PRODUCT == "rs":
        collector.rs(session, control("GET", "/sessions")["people"][0]["id"])
    else:
        collector.ask("terminate_session", lsid=session)
    return collector


def validate(collector, folder):
    """xmllint's verdict on all documents against the schema that the simulator serves."""
    answer = collector.eye.once("GET", f"{ROOT}/api/command.xsd", None,
                                {"Authorization": f"Bearer {collector.bearer}"})
    assert answer.status == 200, answer
    schema = os.path.join(folder, "command.xsd")
    with open(schema, "wb") as file:
        file.write(answer.body)
    command = ["xmllint", "--nonet", "--noout", "--schema", schema, *collector.files]
    done = subprocess.run(command, capture_output=True, text=True)
    return [] if done.returncode == 0 else [line for line in done.stderr.splitlines() if "validates" not in line]


def compare(collector):
    """Whether both readers read the same."""
    def content(path):
        with open(path, "rb") as file:
            return file.read().lstrip() if collector.stray else file.read()

    roots = {path: etree.fromstring(content(path)) for path in collector.files}
    good = [path for path, root in roots.items() if local(root) != "error" and root.find("{*}error") is None]
    ours = subprocess.run([READER, *good], capture_output=True, text=True, check=True).stdout.splitlines()
    faults = []
    for path, line in zip(good, ours, strict=True):
        theirs = read(content(path))
        if json.loads(line) != theirs:
            faults.append(f"{path}:\n  ours  {line}\n  lxml  {json.dumps(theirs)}")
    return faults, len(good)


def main():
    faults, documents, compared, roots = [], 0, 0, set()
    fresh = control("GET", "/state")
    shapes = sorted(shape["name"] for shape in control("GET", "/documents")["shapes"])
    shapes = [name for name in shapes if name not in NO_DOCUMENTS]
    # Each form of the documents alone, then all that deviate together.
    for profile in PROFILES:
        for on in [[], *[[name] for name in shapes], shapes]:
            control("PUT", "/state", fresh)
            with tempfile.TemporaryDirectory() as folder:
                collector = collect(folder, profile, {name: name in on for name in shapes})
                if not on:
                    faults += validate(collector, folder)
                wrong, count = compare(collector)
                faults += wrong
                documents += len(collector.files)
                compared += count
                roots |= collector.roots
    for fault in faults[:20]:
        print(f"  FAULT {fault}")
    print(f"documents, {PRODUCT}: {documents} in {len(PROFILES)} profiles and {len(shapes)} deviating shapes, "
          f"{compared} read alike, roots {', '.join(sorted(roots))}; {len(faults)} faults")
    expected = {"api_information", "health_check", "logged_in_reps", "connected_client_list",
                "connected_clients", "custom_attributes", "success", "error"}
    if PRODUCT == "rs":
        expected |= {"appliances", "support_teams", "session_key", "virtual_customer"}
    missing = expected - roots
    if missing:
        print(f"  FAULT no document with the root {', '.join(sorted(missing))}")
    sys.exit(1 if faults or missing else 0)


if __name__ == "__main__":
    main()
