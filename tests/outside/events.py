#!/usr/bin/env python3
"""What a site tells others, taken by Python's own http.server: outbound events and requests to a
ticket system; and what it hands out, a backup opened by Python's gzip. The site and its control port
are called with curl.

Usage: btapi simulate [--product P] --no-limits -- python tests/outside/events.py pra|rs
"""

import gzip
import http.server
import json
import os
import pathlib
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

PRODUCT = sys.argv[1]
ROOT = "https://" + os.environ["BT_API_HOST"]
WORK = pathlib.Path(tempfile.mkdtemp())
SECRET = "s3cr3t-of-the-recipient"
faults = []
checks = 0


def check(right, text):
    global checks
    checks += 1
    if not right:
        faults.append(text)
        print("  FAULT", text)


def header_file(name, line):
    path = WORK / name
    path.touch(0o600)
    path.write_text(f'header = "{line}"\n')
    return path


CONTROL = header_file("control", "Authorization: Bearer " + os.environ["BT_SIMULATOR_TOKEN"])


def curl(*arguments, data=None):
    """Calls something; returns the status and the body."""
    command = ["curl", "-sS", "-o", str(WORK / "body"), "-w", "%{http_code}"]
    if data is not None:
        command += ["--data-binary", "@-"]
    done = subprocess.run([*command, *arguments], input=data, capture_output=True, check=True)
    return int(done.stdout), (WORK / "body").read_bytes()


def control(method, path, value=None, status=200):
    data = None if value is None else json.dumps(value).encode()
    url = os.environ["BT_SIMULATOR_CONTROL"] + path
    got, body = curl("-K", str(CONTROL), "-X", method, url, data=data)
    check(got == status, f"{method} {path}: {got}, not {status}: {body[:300]}")
    return json.loads(body)


def trigger(name, **members):
    return control("POST", "/triggers", {"trigger": name, **members})


class Recipient(http.server.ThreadingHTTPServer):
    """Keeps what it gets, and answers as it is told: 200 without."""

    daemon_threads = True

    def __init__(self, context=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.got, self.answers = [], []
        if context:
            self.socket = context.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        """A sender that does not trust us breaks off."""

    def wait(self, count, what):
        for _ in range(1500):
            if len(self.got) >= count:
                return
            time.sleep(0.01)
        check(False, f"{what}: {len(self.got)} of {count} have come")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        fields = urllib.parse.parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True)
        media = self.headers["content-type"]
        self.server.got.append((self.path, media, dict(fields), len(fields)))
        answer = self.server.answers.pop(0) if self.server.answers else 200
        self.send_response(answer)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


def line(name):
    return next(one for one in control("GET", "/recipients") if one["name"] == name)


def until(name, what, right):
    for _ in range(500):
        now = line(name)
        if right(now):
            return now
        time.sleep(0.02)
    check(False, f"{what}: {now}")
    return now


def short(event):
    return event[2]["event"].removeprefix("support_conference_")


def sessions_are_told():
    desk = Recipient()
    url = f"http://127.0.0.1:{desk.server_port}/hook?outbound_event_token={SECRET}"
    control("POST", "/recipients", {"name": "desk", "url": url, "custom_fields": True})
    if PRODUCT == "rs":
        lsid = trigger("session_begins", queue="general", customer="Ümit & Söhne", id=2)["lsid"]
        trigger("user_chats", id=2, body="[b]1 + 1 = 2?[/b]")
        expected = ["begin", "member_added", "member_added", "owner_changed", "chat_message"]
    else:
        lsid = trigger("session_begins", id=2, jump_item_type="shell_jump", jump_item_id=2)["lsid"]
        expected = ["begin", "member_added"]
    trigger("session_attribute_set", code_name="external_key", value="INC+1 %2B")
    trigger("session_attribute_set", code_name="category", value="a=b&c")
    trigger("session_ended", id=2)
    expected += ["member_departed", "end"]
    desk.wait(len(expected), "the events of a session")
    check([short(event) for event in desk.got] == expected, f"not {expected}: {[short(one) for one in desk.got]}")
    for path, media, fields, count in desk.got:
        check(path == f"/hook?outbound_event_token={SECRET}", f"the path is {path}")
        check(media == "application/x-www-form-urlencoded", f"the media type is {media}")
        check(len(fields) == count, f"a variable is there twice: {fields}")
        check(fields["lsid"] == lsid and fields["version"] and abs(int(fields["timestamp"]) - time.time()) < 60, f"{fields}")
    end = desk.got[-1][2]
    check(end["external_key"] == "INC+1 %2B" and end["session.custom.category"] == "a=b&c", f"{end}")
    if PRODUCT == "rs":
        check(desk.got[1][2]["name"] == "Ümit & Söhne", f"{desk.got[1][2]}")
        check(desk.got[4][2]["message"] == "[b]1 + 1 = 2?[/b]", f"{desk.got[4][2]}")
    control("DELETE", f"/recipients/{line('desk')['id']}")


def failures_block_what_follows():
    desk = Recipient()
    url = f"http://127.0.0.1:{desk.server_port}/?token={SECRET}"
    control("POST", "/recipients", {"name": "slow", "url": url, "retry_every": 600, "give_up_after": 1800})
    control("POST", "/clock", {"frozen": True})
    desk.answers = [503, 204, 302]
    control("POST", "/events", {"count": 3, "event": "support_conference_end"})
    for attempt in (1, 2, 3):
        now = until("slow", f"attempt {attempt}", lambda now: now["attempts"] == attempt and not now["under_way"])
        check(now["queued"] == 3 and now["status"] == "failing" and "status" in now["last_error"], f"{now}")
        control("POST", "/clock", {"advance": 600})
    until("slow", "the rest", lambda now: now["queued"] == 0)
    numbers = [event[2]["simulated_number"] for event in desk.got]
    check(numbers == ["1", "1", "1", "1", "2", "3"], f"{numbers}")
    # It is given up at last, and the next one goes on.
    desk.got.clear()
    desk.answers = [500] * 4
    control("POST", "/events", {"count": 2, "event": "support_conference_begin"})
    for attempt in range(1, 5):
        until("slow", f"attempt {attempt}", lambda now: now["attempts"] >= 6 + attempt and not now["under_way"])
        control("POST", "/clock", {"advance": 600})
    now = until("slow", "the rest", lambda now: now["queued"] == 0)
    check(now["given_up"] == 1 and now["delivered"] == 4, f"{now}")
    numbers = [event[2]["simulated_number"] for event in desk.got]
    check(numbers == ["1"] * 4 + ["2"], f"{numbers}")
    control("POST", "/clock", {"frozen": False})
    control("DELETE", f"/recipients/{now['id']}")


def time_passes_by_itself():
    desk = Recipient()
    control("POST", "/recipients", {"name": "real", "url": f"http://127.0.0.1:{desk.server_port}/", "retry_every": 1})
    desk.answers = [500]
    start = time.time()
    control("POST", "/events", {})
    desk.wait(2, "the second attempt")
    check(0.01 < time.time() - start < 10, f"after {time.time() - start:.2f} s")
    control("DELETE", f"/recipients/{line('real')['id']}")


def many_arrive_in_order():
    desk = Recipient()
    control("POST", "/recipients", {"name": "many", "url": f"http://127.0.0.1:{desk.server_port}/"})
    start = time.time()
    control("POST", "/events", {"count": 10_000})
    for _ in range(12_000):
        if len(desk.got) >= 10_000:
            break
        time.sleep(0.01)
    numbers = [int(event[2]["simulated_number"]) for event in desk.got]
    check(numbers == list(range(1, 10_001)), f"{len(numbers)} of 10,000 events, or not in order")
    print(f"  10,000 events in {time.time() - start:.1f} s")
    control("DELETE", f"/recipients/{line('many')['id']}")


def authorities_count():
    pem, key = WORK / "desk.pem", WORK / "desk.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=desk",
         "-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:FALSE",
         "-keyout", key, "-out", pem],
        check=True, capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, key)
    desk = Recipient(context)
    url = f"https://localhost:{desk.server_port}/"
    control("POST", "/recipients", {"name": "known", "url": url, "ca_pem": pem.read_text()})
    control("POST", "/recipients", {"name": "unknown", "url": url})
    control("POST", "/events", {})
    now = until("known", "the one by the authority", lambda now: now["delivered"] == 1)
    check(now["ca"], f"{now}")
    now = until("unknown", "the one without", lambda now: now["status"] == "failing")
    check(now["last_error"].startswith("TLS"), f"{now}")
    for name in ("known", "unknown"):
        control("DELETE", f"/recipients/{line(name)['id']}")


def token():
    pair = header_file("basic", "")
    pair.write_text(f'user = "{os.environ["BT_CLIENT_ID"]}:{os.environ["BT_CLIENT_SECRET"]}"\n')
    status, body = curl("-K", str(pair), "-d", "grant_type=client_credentials", ROOT + "/oauth2/token")
    check(status == 200, f"no token: {status}")
    return header_file("bearer", "Authorization: Bearer " + json.loads(body)["access_token"])


def tickets_are_asked_for(bearer):
    item = ROOT + "/api/config/v1/jump-item/shell-jump/1"
    status, _ = curl("-K", str(bearer), "-X", "PATCH", "-H", "content-type: application/json", item, data=b'{"jump_policy_id": 3}')
    check(status == 200, f"the policy of the Jump Item: {status}")
    desk = Recipient()
    url = f"http://127.0.0.1:{desk.server_port}/tickets?token={SECRET}"
    control("PUT", "/ticket-system", {"url": url, "timeout": 600})

    def start():
        count = len(desk.got) + 1
        trigger("jump_item_started", id=2, jump_item_type="shell_jump", jump_item_id=1, ticket_id="CHG 7&8")
        desk.wait(count, "the request for approval")
        return desk.got[-1][2]

    def answer(asked, form):
        return curl("-d", urllib.parse.urlencode({"response_id": asked["request_id"], **form}), asked["response_url"])[0]

    def last():
        return control("GET", "/tickets")[-1]

    asked = start()
    check(asked["ticket_id"] == "CHG 7&8" and asked["user.id"] == "2" and asked["jump_item.computer_name"], f"{asked}")
    check(asked["response_url"].startswith(ROOT + "/"), f"{asked['response_url']}")
    allow = {"response": "allow", "message": "Go on", "session.custom.ticket_ref": "CHG 7&8"}
    check(answer(asked, {**allow, "session.custom.unknown": "x"}) == 400, "an unknown field is refused")
    check(answer(asked, allow) == 200, "the reply is taken")
    check(answer(asked, allow) == 409, "and no second one")
    ticket = last()
    running = control("GET", "/sessions")["running"]
    session = [one for one in running if one["lsid"] == ticket["lsid"]]
    check(session and session[0]["attributes"] == {"ticket_ref": "CHG 7&8"}, f"{ticket}: {session}")
    asked = start()
    body = json.dumps({"response_id": asked["request_id"], "response": "deny", "message": "Closed"}).encode()
    status, _ = curl("-H", "content-type: application/json", asked["response_url"], data=body)
    check(status == 200 and last()["state"] == "denied" and last()["message"] == "Closed", f"{status}: {last()}")
    asked = start()
    control("POST", "/clock", {"advance": 600})
    check(last()["state"] == "timed_out", f"{last()}")
    check(answer(asked, allow) == 410, "a late reply does not count")
    check(curl("-d", "a=b", asked["response_url"] + "x")[0] == 404, "nor one to another URL")
    desk.answers = [500]
    start()
    for _ in range(200):
        if last()["state"] == "undelivered":
            break
        time.sleep(0.02)
    check(last()["state"] == "undelivered", f"{last()}")
    control("DELETE", "/ticket-system")


def backups_open(bearer):
    size = 5_000_000
    control("PATCH", "/backup", {"size": size})
    url = ROOT + "/api/backup"
    status, plain = curl("-K", str(bearer), url)
    check(status == 200 and len(plain) == size, f"{status}, {len(plain)} bytes")
    check(len(gzip.decompress(plain)) > size - 1000, "gzip opens it")
    status, shut = curl("-K", str(bearer), "-H", "content-type: application/json", url, data=b'{"password": "horse"}')
    check(status == 200 and len(shut) >= size and shut != plain, "a password makes another file")
    check(curl(url)[0] == 401, "not without a token")
    check(gzip.decompress(shut) != gzip.decompress(plain), "and other contents")


def scripts_download():
    folder = WORK / "scripts"
    folder.mkdir()
    query = "type=rep&operation=generate&action=start_jump_item_session&search_string=a%20b"
    subprocess.run(["curl", "-sS", "-OJ", f"{ROOT}/api/client_script?{query}"], cwd=folder, check=True)
    (script,) = folder.iterdir()
    check(script.name == "session.brcs-example", script.name)
    lines = script.read_text().splitlines()
    check(lines == ["BRCS1.0", "action=login", "action=start_jump_item_session&search_string=a%20b"], f"{lines}")


sessions_are_told()
failures_block_what_follows()
time_passes_by_itself()
many_arrive_in_order()
authorities_count()
bearer = token()
backups_open(bearer)
scripts_download()
check(SECRET not in json.dumps(control("GET", "/recipients")), "a secret of a URL is shown")
# Last, since the token does not outlive the time that passes here.
tickets_are_asked_for(bearer)
print(f"{PRODUCT}: {checks} checks, {len(faults)} faults")
sys.exit(bool(faults))
