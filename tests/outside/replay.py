#!/usr/bin/env python3
"""Replays what the vendor's Terraform provider (Go) sends, as far as its source tells.

Nothing here is how one would write a client: percent-encoded Basic first, no Content-Type, whole
models with ids and read-only fields in every update, zero values, nulls, `{}` for nothing, lists
without paging. Every answer must be one that the provider can live with: any 2xx, JSON in all of
them but 204 and a few whose body it ignores.

Usage: btapi [--product rs] simulate --no-limits [--tolerant] -- python tests/outside/replay.py strict|tolerant
"""

import base64
import json
import os
import sys
import urllib.parse

from appliance import BASE, ROOT, Eye

ID, SECRET = os.environ["BT_CLIENT_ID"], os.environ["BT_CLIENT_SECRET"]
RS = os.environ["BT_PRODUCT"] == "rs"
PEM = "-----BEGIN CERTIFICATE-----\nc2FtcGxl\n-----END CERTIFICATE-----"
CRITERIA = {"shared_jump_groups": [1], "host": [], "name": ["db-*"], "tag": [], "comment": []}

faults, calls = [], [0]


class Refused(Exception):
    pass


class Provider:
    """The HTTP side of the provider."""

    def __init__(self):
        self.eye = Eye()
        self.token = self.login()

    def login(self):
        # The library tries Basic with percent-encoded halves first, then the body.
        quoted = ":".join(urllib.parse.quote_plus(half) for half in (ID, SECRET))
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        basic = {**form, "Authorization": "Basic " + base64.b64encode(quoted.encode()).decode()}
        answer = self.eye.once("POST", f"{ROOT}/oauth2/token", b"grant_type=client_credentials", basic)
        check(answer.status == 200, f"percent-encoded Basic: {answer}")
        pair = urllib.parse.urlencode({"grant_type": "client_credentials", "client_id": ID, "client_secret": SECRET})
        answer = self.eye.once("POST", f"{ROOT}/oauth2/token", pair.encode(), form)
        check(answer.status == 200, f"credentials in the body: {answer}")
        token = answer.json
        check(token["access_token"] and str(token["expires_in"]).isdigit() and "error" not in token, f"token: {token}")
        wrong = self.eye.once("POST", f"{ROOT}/oauth2/token", b"grant_type=client_credentials&client_id=x&client_secret=y", form)
        check(wrong.status >= 400 and "error" in wrong.json, f"wrong credentials: {wrong}")
        return token["access_token"]

    def send(self, method, url, body=None):
        headers = {"User-Agent": "SRA-Terraform-Plugin", "Accept": "application/json", "Authorization": f"Bearer {self.token}"}
        data = None
        if body is not None:
            data, headers["Content-Type"] = json.dumps(body).encode(), ""
        calls[0] += 1
        return self.eye.once(method, url, data, headers)

    def call(self, method, path, body=None, ignored=False):
        """What the provider's own functions do with an answer."""
        answer = self.send(method, f"{ROOT}{BASE}/{path}", body)
        if not 200 <= answer.status < 300:
            raise Refused(f"{method} {path}: status: {answer.status}, body: {answer.body.decode()}")
        if answer.status == 204 or method == "DELETE" or ignored:
            return None
        return answer.json


def check(right, text):
    calls[0] += 1
    if not right:
        faults.append(text)


def shared(name):
    return {"name": name, "jumpoint_id": 2, "jump_group_id": 3, "jump_group_type": "shared", "tag": "", "comments": ""}


def models():
    """A model of each resource as the provider writes it: fields without `omitempty` with their
    zero values, pointers left out. Then what a plan changes."""
    yield "jump-item/shell-jump", {**shared("tf shell"), "hostname": "192.0.2.1", "protocol": "ssh", "port": 22,
                                   "terminal": "xterm", "keep_alive": 0, "username": ""}, {"port": 2222}
    rdp = {**shared("tf rdp"), "hostname": "192.0.2.2", "quality": "quality", "console": False,
           "ignore_untrusted": False, "rdp_username": "", "domain": ""}
    if not RS:
        rdp |= {"session_forensics": False, "target_system": "", "credential_type": "", "remote_app_name": "",
                "remote_app_params": "", "remote_exe_path": "", "remote_exe_params": ""}
        rdp = {name: value for name, value in rdp.items() if name not in ("target_system", "credential_type")}
    yield "jump-item/remote-rdp", rdp, {"domain": "EXAMPLE"}
    yield "jump-item/remote-vnc", {**shared("tf vnc"), "hostname": "192.0.2.3", "port": 5900}, {"tag": "x"}
    if not RS:
        yield "jump-item/web-jump", {**shared("tf web"), "url": "https://w.example.com", "username_format": "default",
                                     "verify_certificate": False, "authentication_timeout": 3}, {"verify_certificate": True}
        tunnel = {**shared("tf tunnel"), "hostname": "192.0.2.4"}
        yield "jump-item/protocol-tunnel-jump", {**tunnel, "tunnel_type": "tcp", "tunnel_definitions": "22;24;26;28",
                                                 "tunnel_listen_address": "127.0.0.1"}, {"tunnel_definitions": "22;25"}
        yield "jump-item/protocol-tunnel-jump", {**tunnel, "name": "tf sql", "tunnel_type": "mssql", "username": "sa",
                                                 "database": ""}, {"username": "reader"}
        yield "jump-item/protocol-tunnel-jump", {**tunnel, "name": "tf kube", "tunnel_type": "k8s", "jumpoint_id": 3,
                                                 "url": "https://k.example.com:6443", "ca_certificates": PEM}, {"tag": "x"}
        for kind in ("psql", "mysql"):
            yield f"jump-item/{kind}-tunnel-jump", {**tunnel, "name": f"tf {kind}", "username": "", "database": ""}, {"database": "db"}
        rules = [{"ip_addresses": {"cidr": "198.51.100.0/24"}, "ports": {"list": [80]}, "protocol": "TCP"},
                 {"ip_addresses": {"range": {"start": "192.0.2.1", "end": "192.0.2.9"}}, "protocol": "ANY"}]
        yield "jump-item/network-tunnel-jump", {**shared("tf net"), "filter_rules": rules}, {"filter_rules": rules[:1]}
    yield "jump-group", {"name": "tf group", "code_name": "tf_group", "comments": ""}, {"comments": "c"}
    jumpoint = {"name": "tf point", "code_name": "tf_point", "platform": "linux-x86", "comments": "", "enabled": True,
                "connected": False, "clustered": False, "shell_jump_enabled": True, "external_jump_item_network_id": ""}
    yield "jumpoint", jumpoint | ({} if RS else {"protocol_tunnel_enabled": True}), {"comments": "c"}
    held = {"description": "", "last_checkout_timestamp": None}
    yield "vault/account", {"type": "username_password", "name": "tf user", "username": "u", "password": "p", **held}, {"password": "q"}
    yield "vault/account", {"type": "ssh", "name": "tf key", "username": "u", "private_key": "k",
                            "private_key_public_cert": None, **held}, {"username": "v"}
    yield "vault/account", {"type": "opaque_token", "name": "tf token", "token": "t", **held}, {"token": "s"}
    yield "vault/account-group", {"name": "tf accounts", "description": ""}, {"description": "d"}
    yield "vault/account-policy", {"name": "tf policy", "code_name": "tf_policy", "description": "",
                                   "auto_rotate_credentials": False, "allow_simultaneous_checkout": True,
                                   "scheduled_password_rotation": True, "maximum_password_age": 30}, {"maximum_password_age": 60}
    yield "jump-policy", {"display_name": "tf jump policy", "code_name": "tf_jump_policy", "description": ""}, {"description": "d"}


WRITE_ONLY = {"password", "private_key", "private_key_passphrase", "token"}


def crud(provider):
    """Create, read back, plan without changes, update with the whole model, find by name, delete."""
    for path, model, change in models():
        made = provider.call("POST", path, model)
        check(isinstance(made.get("id"), int), f"{path}: created without an id: {made}")
        item = f"{path}/{made['id']}"
        shown = provider.call("GET", item)
        for name, value in model.items():
            if name in WRITE_ONLY:
                check(name not in shown, f"{item}: shows {name}")
            elif value is not None and not (name == "hostname" and model.get("tunnel_type") == "k8s"):
                check(shown.get(name) == value, f"{item}: {name} is {shown.get(name)!r}, planned was {value!r}")
        # The whole state goes back, id and read-only fields included, over what the plan has.
        whole = {**shown, **{name: model[name] for name in WRITE_ONLY & set(model)}, **change}
        updated = provider.call("PATCH", item, whole)
        after = provider.call("GET", item)
        check(updated == after, f"{item}: the answer to the update is not what is there: {updated} / {after}")
        for name, value in change.items():
            check(name in WRITE_ONLY or after[name] == value, f"{item}: {name} was not changed: {after}")
        kept = [name for name in shown if name not in change and name != "public_key" and after.get(name) != shown[name]]
        check(not kept, f"{item}: changed as well: {kept}")
        field = "code_name" if path == "jump-policy" else "name"
        found = provider.call("GET", f"{path}?{urllib.parse.urlencode({field: after[field]})}")
        check(found and found[0]["id"] == made["id"], f"{path}: not found by name: {found}")
        provider.call("DELETE", item)
        gone = provider.send("GET", f"{ROOT}{BASE}/{item}")
        check(gone.status == 404, f"{item}: still there: {gone}")


def secrets(provider):
    """Check-out with the members that the provider dereferences, and check-in, 422 ignored."""
    for model, secret in (({"type": "username_password", "username": "u", "password": "p"}, "password"),
                          ({"type": "ssh", "username": "u", "private_key": "k"}, "private_key"),
                          ({"type": "opaque_token", "token": "t"}, "token")):
        made = provider.call("POST", "vault/account", {"name": f"held {secret}", **model})
        out = provider.call("POST", f"vault/account/{made['id']}/check-out")
        check("username" in out and out["type"] == model["type"] and out[secret] == model[secret], f"check-out: {out}")
        provider.call("POST", f"vault/account/{made['id']}/check-in", ignored=True)
        again = provider.send("POST", f"{ROOT}{BASE}/vault/account/{made['id']}/check-in")
        check(again.status == 422, f"second check-in: {again}")
        association(provider, f"vault/account/{made['id']}/jump-item-association")
        provider.call("DELETE", f"vault/account/{made['id']}")


def association(provider, path):
    check(provider.send("GET", f"{ROOT}{BASE}/{path}").status >= 400, f"{path}: there is one already")
    body = {"filter_type": "criteria", "criteria": CRITERIA, "jump_items": [{"id": 1, "type": "shell_jump"}]}
    made = provider.call("POST", path, body)
    check(made["criteria"]["name"] == ["db-*"] and made["jump_items"] == body["jump_items"], f"{path}: {made}")
    # Unset pointers are sent as null here.
    provider.call("PATCH", path, {"filter_type": "any_jump_items", "criteria": None, "jump_items": None})
    check(provider.call("GET", path)["filter_type"] == "any_jump_items", f"{path}: not changed")
    provider.call("DELETE", path)


def memberships(provider):
    """A change is a removal and an addition; then the policy is provisioned with `{}`."""
    policy = "group-policy/1"
    grants = {
        "jumpoint": ("jumpoint_id", {"jumpoint_id": 5}),
        "jump-group": ("jump_group_id", {"jump_group_id": 4, "jump_item_role_id": 0} | ({} if RS else {"jump_policy_id": 0})),
        "vault-account": ("account_id", {"account_id": 5, "role": "inject"}),
        "vault-account-group": ("account_group_id", {"account_group_id": 3, "role": "inject_and_checkout"}),
    }
    for kind, (key, body) in grants.items():
        made = provider.call("POST", f"{policy}/{kind}", body)
        check(made and made[key] == body[key], f"{policy}/{kind}: {made}")
        shown = provider.call("GET", f"{policy}/{kind}/{body[key]}")
        check(body.items() <= shown.items(), f"{policy}/{kind}/{body[key]}: {shown}")
        provider.call("DELETE", f"{policy}/{kind}/{body[key]}")
        answer = provider.send("POST", f"{ROOT}{BASE}/{policy}/provision", {})
        check(answer.status == 204, f"provision: {answer}")


def installer(provider):
    """The model has two fields that the request of the document lacks. The answer of the document
    has the first of them; the second is taken and not shown."""
    body = {"name": "tf installer", "jump_group_id": 3, "jump_group_type": "shared", "tag": "", "comments": "",
            "connection_type": "active", "valid_duration": 30, "elevate_install": True, "elevate_prompt": True,
            "allow_override_jump_group": False, "allow_override_name": False, "allow_override_max_offline_minutes": True,
            "max_offline_minutes": 60}
    made = provider.call("POST", "jump-client/installer", body)
    check(made["max_offline_minutes"] == 60, f"installer: {made}")
    check(len(made["installer_id"]) == 32 and made["key_info"]["encodedInfo"], f"installer: {made}")
    provider.call("DELETE", f"jump-client/installer/{made['id']}")


def detection(provider):
    site = provider.send("GET", f"{ROOT}/get_mech_list?version=3").json
    check((site["product"] == "bpam") != RS, f"product: {site}")
    check(site["cache"] in ("0", "1") and isinstance(site["mechs"], list), f"mechanisms: {site}")


def unknown(provider, mode):
    """Fields outside the document: refused by name when strict, ignored when tolerant."""
    for method, path, body in (
        ("POST", "jump-group", {"name": "tf other", "unheard_of": 1}),
        ("PATCH", "jump-group/1", {"comments": "c", "unheard_of": 1}),
        ("POST", "vault/account", {"type": "opaque_token", "name": "tf other", "token": "t", "unheard_of": {}}),
        ("GET", "jump-group?unheard_of=1", None),
    ):
        answer = provider.send(method, f"{ROOT}{BASE}/{path}", body)
        if mode == "tolerant":
            check(200 <= answer.status < 300 and b"unheard_of" not in answer.body, f"{method} {path}: {answer}")
        else:
            check(answer.status == 401 and b"unheard_of" in answer.body, f"{method} {path}: {answer}")
    # Whatever the mode: what the document knows and forbids stays forbidden.
    for path, body, field in (
        ("jump-item/shell-jump", {**shared("x"), "hostname": "h", "protocol": "ssh", "port": "22"}, "port"),
        ("jump-group", {"name": "Web"}, "name"),
        ("jumpoint", {"name": "tf", "platform": "amiga"}, "platform"),
    ):
        answer = provider.send("POST", f"{ROOT}{BASE}/{path}", body)
        check(answer.status == 422 and field in answer.json["errors"], f"POST {path}: {answer}")


def main():
    mode = sys.argv[1]
    assert mode in ("strict", "tolerant"), __doc__
    provider = Provider()
    for scene in (detection, crud, secrets, memberships, installer):
        try:
            scene(provider)
        except (Refused, KeyError, TypeError, ValueError) as error:
            faults.append(f"{scene.__name__}: {type(error).__name__}: {error}")
    unknown(provider, mode)
    print(f"replay of the Go client, {'rs' if RS else 'pra'}, {mode}: {calls[0]} calls and checks, {len(faults)} faults")
    for fault in faults:
        print(f"  FAULT {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
