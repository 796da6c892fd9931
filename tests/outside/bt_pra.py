#!/usr/bin/env python3
"""bt-cli (PyPI), a client that other people wrote and run, against the simulated appliance.

Every command of `bt pra` runs as a process of its own, as a user would run it. For each step three
things are checked: the exit code, what is printed, and the effect, read back from the appliance
without bt-cli. A command that no step runs is a failure, so the list below stays complete.

Usage: btapi simulate -- python tests/outside/bt_pra.py
"""

import csv
import json
import pathlib
import subprocess
import sys

from appliance import ROOT, Eye
from bt import ENV, HOME, KNOWN, bt, check, faults, never_run, same, shows, steps, talk

# What version 0.6.1 has. The number is here so that a walk that finds nothing cannot pass.
COMMANDS = 88

eye = Eye()


def lists(words, path, column=None, **filters):
    """A list as JSON and as a table."""
    rows = eye.all(path, **filters)
    check(rows, f"{path}: the sample site has none")
    same(bt(*words, "-o", "json"), rows)
    table = bt(*words)
    for row in rows[:3]:
        shows(table, row["id"], *([row[column]] if column else []))
    return rows


def gets(words, path, column=None):
    """One thing as JSON and for people, and the error for one that is not there."""
    thing = eye.get(path)
    same(bt(*words, "-o", "json"), thing)
    shown = bt(*words, "-o", "table")
    if column:
        shows(shown, thing[column])
    bt(*words[:-1], 999999, code=1, err="Resource not found")
    return thing


def created(run, path, **fields):
    """What a command says it created is what the appliance has."""
    thing = run.json
    there = eye.get(f"{path}/{thing['id']}")
    for name, value in fields.items():
        check(there.get(name) == value, f"{run}: {name} is {there.get(name)!r}, not {value!r}")
    for name, value in thing.items():
        check(there.get(name) == value, f"{run}: printed {name} {value!r}, there is {there.get(name)!r}")
    return thing["id"]


# The scenes. Each leaves nothing behind that another one would trip over.


def auth():
    count = len(eye.all("/jumpoint"))
    bt("auth", "test", err=f"Found {count} jumpoints")
    status = bt("auth", "status")
    shows(status, ROOT, ENV["BT_CLIENT_ID"][:8])
    check(ENV["BT_CLIENT_SECRET"] not in status.out + status.err, "auth status shows the secret")
    right = ENV["BT_PRA_CLIENT_SECRET"]
    ENV["BT_PRA_CLIENT_SECRET"] = "wrong"
    try:
        bt("auth", "test", code=1, err="Failed to test connection")
    finally:
        ENV["BT_PRA_CLIENT_SECRET"] = right


def jumpoints():
    rows = lists(["jumpoints", "list"], "/jumpoint", "name")
    gets(["jumpoints", "get", rows[1]["id"]], f"/jumpoint/{rows[1]['id']}", "name")


def jump_groups():
    rows = lists(["jump-groups", "list"], "/jump-group", "name")
    gets(["jump-groups", "get", rows[0]["id"]], f"/jump-group/{rows[0]['id']}", "name")
    new = created(
        bt("jump-groups", "create", "-n", "Outside", "-c", "outside", "--comments", "by bt-cli", err="Created jump group"),
        "/jump-group", name="Outside", code_name="outside", comments="by bt-cli",
    )
    again = bt("jump-groups", "create", "-n", "Outside", "-c", "outside", code=1, err="Validation Failed")
    check("code_name" in again.err, f"{again}: the field is not named")
    check(len(eye.all("/jump-group")) == len(rows) + 1, "a refused group was created")
    bt("jump-groups", "delete", new, err="Deleted")
    check(eye.gone(f"/jump-group/{new}"), "the deleted group is still there")
    bt("jump-groups", "delete", new, code=1, err="Resource not found")


def jump_clients():
    rows = lists(["jump-clients", "list"], "/jump-client", "name")
    first = rows[0]
    for option, field in (("-n", "name"), ("-h", "hostname"), ("-g", "jump_group_id")):
        wanted = eye.all("/jump-client", **{field: first[field]})
        same(bt("jump-clients", "list", option, first[field], "-o", "json"), wanted)
    gets(["jump-clients", "get", first["id"]], f"/jump-client/{first['id']}", "name")
    bt("jump-clients", "delete", first["id"], code=1)
    check(not eye.gone(f"/jump-client/{first['id']}"), "deleted although nobody confirmed")
    talk("jump-clients", "delete", first["id"], answers=[("[y/N]", "n\n")], code=1)
    check(not eye.gone(f"/jump-client/{first['id']}"), "deleted although it was denied")
    talk("jump-clients", "delete", first["id"], answers=[("[y/N]", "y\n")])
    check(eye.gone(f"/jump-client/{first['id']}"), "the Jump Client is still there")
    bt("jump-clients", "delete", rows[1]["id"], "-f", err="Deleted jump client")
    check(eye.gone(f"/jump-client/{rows[1]['id']}"), "the Jump Client is still there")


def shell():
    path = "/jump-item/shell-jump"
    rows = lists(["jump-items", "shell", "list"], path, "name")
    check(len(rows) > 100, "the list has one page only: paging is not exercised")
    for option, field in (("-g", "jump_group_id"), ("-j", "jumpoint_id"), ("-t", "tag"), ("-n", "name"), ("--hostname", "hostname")):
        value = rows[3][field] or rows[0][field]
        same(bt("jump-items", "shell", "list", option, value, "-o", "json"), eye.all(path, **{field: value}))
    ends = bt("jump-items", "shell", "list", "--name-pattern", "SRV-*1", "-o", "json").json
    check({row["id"] for row in ends} == {row["id"] for row in rows if row["name"].endswith("1")}, "pattern")
    gets(["jump-items", "shell", "get", rows[0]["id"]], f"{path}/{rows[0]['id']}", "name")
    new = created(
        bt("jump-items", "shell", "create", "-n", "outside-1", "-h", "192.0.2.77", "-j", 2, "-g", 3, "-p", "ssh",
           "--port", 2222, "-u", "deploy", "-t", "i-0abc", "-c", "made outside"),
        path, name="outside-1", hostname="192.0.2.77", jumpoint_id=2, jump_group_id=3, protocol="ssh", port=2222,
        username="deploy", tag="i-0abc", comments="made outside", jump_group_type="shared",
    )
    bt("jump-items", "shell", "create", "-n", "x", "-h", "h", "-j", 9999, "-g", 3, code=1, err="jumpoint_id")
    bt("jump-items", "shell", "create", "-n", "x", "-h", "h", "-j", 2, "-g", 3, "--port", 70000, code=1, err="port")
    bt("jump-items", "shell", "create", "-n", "x", code=2)
    before = eye.get(f"{path}/{new}")
    changed = bt("jump-items", "shell", "update", new, "-n", "outside-2", "-h", "192.0.2.78", "-g", 4, "-p", "telnet",
                 "--port", 23, "-u", "", "-t", "i-0abd", "-c", "")
    wanted = {**before, "name": "outside-2", "hostname": "192.0.2.78", "jump_group_id": 4, "protocol": "telnet",
              "port": 23, "username": "", "tag": "i-0abd", "comments": ""}
    check(eye.get(f"{path}/{new}") == wanted, f"{changed}: {eye.get(f'{path}/{new}')}")
    same(changed, wanted)
    bt("jump-items", "shell", "update", new, code=1, err="At least one field")
    bt("jump-items", "shell", "delete", new, "--dry-run", err="Would delete")
    bt("jump-items", "shell", "delete", new, code=1)
    check(not eye.gone(f"{path}/{new}"), "gone although nothing was to be deleted")
    bt("jump-items", "shell", "delete", "--name", "outside-2", "--force", err="Deleted shell jump")
    check(eye.gone(f"{path}/{new}"), "the item is still there")
    bt("jump-items", "shell", "delete", "--name", "outside-2", "--force", code=1, err="No shell jump found")


def rdp():
    path = "/jump-item/remote-rdp"
    rows = lists(["jump-items", "rdp", "list"], path, "name")
    same(bt("jump-items", "rdp", "list", "-n", rows[2]["name"], "-o", "json"), [rows[2]])
    gets(["jump-items", "rdp", "get", rows[0]["id"]], f"{path}/{rows[0]['id']}", "name")
    new = created(
        bt("jump-items", "rdp", "create", "-n", "outside-rdp", "-h", "192.0.2.80", "-j", 2, "-g", 3, "-u", "operator",
           "-d", "EXAMPLE", "-t", "lab", "-c", "rdp"),
        path, name="outside-rdp", rdp_username="operator", domain="EXAMPLE", tag="lab", comments="rdp",
    )
    talk("jump-items", "rdp", "delete", new, answers=[("[y/N]", "y\n")])
    check(eye.gone(f"{path}/{new}"), "the item is still there")


def vnc():
    rows = lists(["jump-items", "vnc", "list"], "/jump-item/remote-vnc", "name")
    same(bt("jump-items", "vnc", "list", "--hostname", rows[0]["hostname"], "-o", "json"),
         eye.all("/jump-item/remote-vnc", hostname=rows[0]["hostname"]))


def web():
    path = "/jump-item/web-jump"
    rows = lists(["jump-items", "web", "list"], path, "name")
    gets(["jump-items", "web", "get", rows[0]["id"]], f"{path}/{rows[0]['id']}", "name")
    new = created(
        bt("jump-items", "web", "create", "-n", "outside-web", "--url", "https://app.example.com/", "-j", 2, "-g", 3,
           "--no-verify-certificate", "--username-format", "username_only", "--authentication-timeout", 30,
           "--jump-group-type", "shared", "-t", "lab", "-c", "web"),
        path, url="https://app.example.com/", verify_certificate=False, username_format="username_only",
        authentication_timeout=30, jump_group_type="shared", tag="lab",
    )
    # The example in bt-cli's own help is none of the formats of the document.
    bt("jump-items", "web", "create", "-n", "x", "--url", "https://x.example.com", "-j", 2, "-g", 3,
       "--username-format", "{username}", code=1, err="username_format")
    bt("jump-items", "web", "delete", new, "-f")
    check(eye.gone(f"{path}/{new}"), "the item is still there")


def tunnel():
    path = "/jump-item/protocol-tunnel-jump"
    rows = lists(["jump-items", "tunnel", "list"], path, "name")
    for kind in ("tcp", "mssql", "k8s"):
        wanted = [row for row in rows if row["tunnel_type"] == kind]
        check(wanted, f"the sample site has no {kind} tunnel")
        same(bt("jump-items", "tunnel", "list", "--type", kind, "-o", "json"), wanted)
    gets(["jump-items", "tunnel", "get", rows[0]["id"]], f"{path}/{rows[0]['id']}", "name")
    create = ("jump-items", "tunnel", "create", "-j", 3, "-g", 3)
    tcp = created(bt(*create, "-n", "t1", "-h", "192.0.2.90", "-t", "tcp", "--ports", "5432;5432"),
                  path, tunnel_type="tcp", tunnel_definitions="5432;5432")
    sql = created(bt(*create, "-n", "t2", "-h", "192.0.2.91", "-t", "mssql", "-u", "sa", "-d", "ledger"),
                  path, tunnel_type="mssql", username="sa", database="ledger")
    pem = "-----BEGIN CERTIFICATE-----\nc2FtcGxl\n-----END CERTIFICATE-----"
    kube = created(bt(*create, "-n", "t3", "-h", "x", "-t", "k8s", "--url", "https://kube.example.com:6443", "--ca-cert", pem),
                   path, tunnel_type="k8s", url="https://kube.example.com:6443", hostname="https://kube.example.com:6443",
                   ca_certificates=pem)
    odd = bt(*create, "-n", "t4", "-h", "h", "-t", "tcp", "--ports", "5432", code=1)
    check("number of parameters is invalid" in odd.err, f"{odd}: {odd.err}")
    # Of these two kinds the client sends nothing but the kind, and says so.
    bare = []
    for kind in ("psql", "mysql"):
        made = bt(*create, "-n", f"t-{kind}", "-h", "192.0.2.92", "-t", kind, "-u", "ignored")
        bare.append(created(made, path, tunnel_type=kind, username="", hostname="192.0.2.92"))
    check(len(eye.all(path)) == len(rows) + 5, "a refused tunnel was created")
    for gone in bare:
        bt("jump-items", "tunnel", "delete", gone, "-f")
        check(eye.gone(f"{path}/{gone}"), "a tunnel is still there")
    bt("jump-items", "tunnel", "delete", tcp, "-f")
    bt("jump-items", "tunnel", "delete", "--name", "t2", "-f")
    talk("jump-items", "tunnel", "delete", kube, answers=[("[y/N]", "y\n")])
    check(all(eye.gone(f"{path}/{gone}") for gone in (tcp, sql, kube)), "a tunnel is still there")


def key_file():
    file = pathlib.Path(HOME, "key")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file], check=True)
    return file, file.with_suffix(".pub").read_text().split()[:2]


def vault():
    path = "/vault/account"
    rows = lists(["vault", "accounts", "list"], path, "name")
    same(bt("vault", "accounts", "list", "-t", "ssh", "-o", "json"), eye.all(path, type="ssh"))
    same(bt("vault", "accounts", "list", "-n", rows[0]["name"], "-o", "json"), [rows[0]])
    details = bt("vault", "accounts", "list", "-t", "ssh", "--details")
    shows(details, "Fetching details for 2 accounts", "deploy")
    for kind in {row["type"] for row in rows}:
        one = next(row["id"] for row in rows if row["type"] == kind)
        same(bt("vault", "accounts", "get", one, "-o", "json"), eye.get(f"{path}/{one}"))
    gets(["vault", "accounts", "get", rows[0]["id"]], f"{path}/{rows[0]['id']}", "name")
    lists(["vault", "groups", "list"], "/vault/account-group", "name")
    gets(["vault", "groups", "get", 2], "/vault/account-group/2", "name")

    create = ("vault", "accounts", "create")
    plain = created(bt(*create, "-n", "Outside operator", "-t", "username_password", "-u", "operator", "-p", "s3cret-ä",
                       "-d", "made outside", "-g", 2),
                    path, type="username_password", username="operator", description="made outside", account_group_id=2)
    check("password" not in eye.get(f"{path}/{plain}"), "the password is shown")
    file, public = key_file()
    ssh = created(bt(*create, "-n", "Outside key", "-t", "ssh", "-u", "deploy", "--private-key-file", file), path, type="ssh")
    shown = eye.get(f"{path}/{ssh}")["public_key"]
    check(shown.split()[:2] == public, f"the public key is {shown}, ssh-keygen says {public}")
    authority = created(bt(*create, "-n", "Outside authority", "-t", "ssh_ca", "-u", "deploy", "--private-key-file", file),
                        path, type="ssh_ca")
    secret = pathlib.Path(HOME, "token")
    secret.write_text("sk-outside\n")
    token = created(bt(*create, "-n", "Outside token", "-t", "token", "--token-file", secret), path, type="opaque_token")
    bt(*create, "-n", "Outside key", "-t", "token", "--token", "x", code=1, err="name")
    bt(*create, "-n", "x", "-t", "username_password", "-u", "x", code=1, err="password")
    mine = bt(*create, "-n", "Not mine", "-t", "token", "--token", "x", "--personal")
    check(eye.get(f"{path}/{mine.json['id']}")["personal"] is False, "a read-only field was written")
    bt("vault", "accounts", "delete", mine.json["id"], "-f")

    # Out and in again: who holds it, what comes out, and that it cannot be held twice.
    for account, member, value in ((plain, "password", "s3cret-ä"), (ssh, "private_key", file.read_text()), (token, "token", "sk-outside")):
        out = bt("vault", "accounts", "checkout", account, err="Checked out").json
        check(out[member] == value, f"{member} came out as {out[member]!r}")
        check(eye.get(f"{path}/{account}")["last_checkout_timestamp"], "the check-out left no trace")
        bt("vault", "accounts", "checkin", account, err="Checked in")
        bt("vault", "accounts", "checkin", account, code=1, err="Failed to checkin")
    shows(bt("vault", "accounts", "checkout", plain, "-o", "table"), "Password: s3cret-ä")
    bt("vault", "accounts", "force-checkin", plain, code=1)
    talk("vault", "accounts", "force-checkin", plain, answers=[("[y/N]", "y\n")])
    bt("vault", "accounts", "checkout", plain)
    bt("vault", "accounts", "force-checkin", plain, "-f", err="Force checked in")
    check(eye.call("POST", f"{path}/{plain}/check-in").status == 422, "it is still checked out")
    windows = next(row["id"] for row in rows if row["type"] == "windows_local")
    bt("vault", "accounts", "rotate", windows, err="Scheduled rotation")

    key = bt("vault", "accounts", "get-public-key", authority)
    check(key.out.split()[:2] == public, f"{key}: {key.out}")
    data = bt("vault", "accounts", "get-user-data", authority, "-u", "fleet")
    shows(data, " ".join(public), "useradd", "fleet")
    bt("vault", "accounts", "get-public-key", ssh, code=1, err="not 'ssh_ca'")

    associations(plain)
    for account in (plain, ssh, authority):
        bt("vault", "accounts", "delete", account, "-f", err="Deleted vault account")
    talk("vault", "accounts", "delete", token, answers=[("[y/N]", "y\n")])
    check(all(eye.gone(f"{path}/{gone}") for gone in (plain, ssh, authority, token)), "an account is still there")


# Criteria of its own that no Jump Item meets.
OWN = {
    "filter_type": "criteria",
    "criteria": {"shared_jump_groups": [], "host": [], "name": ["outside-*"], "tag": [], "comment": []},
    "jump_items": [],
}


def associations(account):
    """Jump Items of an account: only where the account has criteria of its own."""
    path = f"/vault/account/{account}/jump-item-association"
    bt("vault", "accounts", "associate", account, "-j", 1, code=1)
    check(eye.gone(path), "an association came from a refused call")
    bt("vault", "accounts", "list-jump-items", account, code=1)
    check(eye.call("POST", path, OWN).status == 201, "the association cannot be made")
    tunnels = {row["tunnel_type"]: row["id"] for row in eye.all("/jump-item/protocol-tunnel-jump")}
    # The single-item call knows four kinds of Jump Items and the client's own.
    kinds = {
        "shell_jump": 1,
        "remote_rdp": eye.all("/jump-item/remote-rdp")[0]["id"],
        "web_jump": eye.all("/jump-item/web-jump")[0]["id"],
        "protocol_tunnel": tunnels["mssql"],
    }
    for kind, item in kinds.items():
        added = bt("vault", "accounts", "associate", account, "-j", item, "-t", kind, err="Associated")
        check(added.json == {"id": item, "type": kind}, f"{added}: {added.out}")
    bt("vault", "accounts", "associate", account, "-j", tunnels["tcp"], "-t", "protocol_tunnel", code=1,
       err="Only SQL Server Tunnels are allowed.")
    bt("vault", "accounts", "associate", account, "-j", 1, "-t", "remote_vnc", code=1, err="type")
    bt("vault", "accounts", "associate", account, "-j", 999999, code=1)
    wanted = [{"id": item, "type": kind} for kind, item in kinds.items()]
    check(eye.get(path)["jump_items"] == wanted, f"associated: {eye.get(path)}")
    same(bt("vault", "accounts", "list-jump-items", account, "-o", "json"), eye.get(path))
    shows(bt("vault", "accounts", "list-jump-items", account), *kinds)
    bt("vault", "accounts", "disassociate", account, "-j", 1, code=1)
    check(len(eye.get(path)["jump_items"]) == 4, "removed although nobody confirmed")
    bt("vault", "accounts", "disassociate", account, "-j", 1, "-f", err="Removed association")
    talk("vault", "accounts", "disassociate", account, "-j", kinds["web_jump"], "-t", "web_jump", answers=[("[y/N]", "y\n")])
    check(eye.get(path)["jump_items"] == wanted[1:2] + wanted[3:], f"left: {eye.get(path)}")


def users():
    rows = lists(["users", "list"], "/user", "username")
    for option, field in (("--username", "username"), ("--email", "email_address"), ("--security-provider-id", "security_provider_id")):
        same(bt("users", "list", option, rows[4][field], "-o", "json"), eye.all("/user", **{field: rows[4][field]}))
    gets(["users", "get", rows[4]["id"]], f"/user/{rows[4]['id']}", "username")
    local = next(row for row in rows if row["security_provider_id"] == 1 and row["failed_logins"])
    path = f"/user/{local['id']}"
    before = eye.get(path)
    run = bt("users", "update", local["id"], "--display-name", "New Name", "--email", "new@example.com", "--disabled",
             "--password", "Str0ng-pass!word", "--reset-password-next-login", "--require-2fa", "--unlock")
    wanted = {**before, "public_display_name": "New Name", "email_address": "new@example.com", "enabled": False,
              "password_reset_next_login": True, "two_factor_required": True, "failed_logins": 0}
    check(eye.get(path) == wanted, f"{run}: {eye.get(path)}")
    same(run, wanted)
    file = pathlib.Path(HOME, "user.json")
    file.write_text(json.dumps({"enabled": True}))
    bt("users", "update", local["id"], "--json", file, "-o", "table")
    check(eye.get(path)["enabled"] is True, "the body of the file was not applied")
    bt("users", "update", local["id"], code=2, err="No update fields")
    admin = next(row["id"] for row in rows if row.get("perm_admin"))
    bt("users", "update", admin, "--email", "x@example.com", code=1, err="This API cannot update administrators.")
    bt("users", "delete", admin, "-y", code=1)
    same(bt("users", "group-policies", rows[4]["id"], "-o", "json"), eye.get(f"/user/{rows[4]['id']}/group-policies"))
    member = next(row["id"] for row in rows if eye.get(f"/user/{row['id']}/group-policies"))
    policies = eye.get(f"/user/{member}/group-policies")
    shows(bt("users", "group-policies", member), policies[0]["name"])
    shows(bt("users", "provision", "-u", 2, "-u", 3), "2, 3")
    shows(bt("users", "provision", "-y"), "Provisioned all users")
    talk("users", "provision", answers=[("[y/N]", "n\n")])
    new = eye.call("POST", "/user", {"username": "short.lived", "public_display_name": "Short Lived"}).json["id"]
    talk("users", "delete", new, answers=[("[y/N]", "n\n")])
    check(not eye.gone(f"/user/{new}"), "deleted although it was denied")
    shows(bt("users", "delete", new, "-y"), f"Deleted user {new}")
    check(eye.gone(f"/user/{new}"), "the user is still there")


def teams():
    rows = lists(["teams", "list"], "/team", "name")
    gets(["teams", "get", rows[0]["id"]], f"/team/{rows[0]['id']}", "name")


def policies():
    lists(["policies", "jump", "list"], "/jump-policy", "display_name")
    gets(["policies", "jump", "get", 1], "/jump-policy/1", "display_name")
    lists(["policies", "session", "list"], "/session-policy", "display_name")
    group = ("policies", "group")
    rows = lists([*group, "list"], "/group-policy", "name")
    same(bt(*group, "list", "--name", rows[1]["name"], "-o", "json"), [rows[1]])
    gets([*group, "get", 1], "/group-policy/1", "name")
    file = pathlib.Path(HOME, "policy.json")
    file.write_text(json.dumps({"perm_shell_jump": True, "access_perm_status": "defined"}))
    new = created(bt(*group, "create", "--name", "Outsiders", "--json", file), "/group-policy", name="Outsiders", perm_shell_jump=True)
    bt(*group, "create", "--name", "Outsiders", code=1, err="name")
    file.write_text(json.dumps({"perm_shell_jump": False}))
    bt(*group, "update", new, "--name", "Guests", "--json", file)
    there = eye.get(f"/group-policy/{new}")
    check((there["name"], there["perm_shell_jump"]) == ("Guests", False), f"updated to {there}")
    memberships(group, new)
    twin = created(bt(*group, "copy", new, "--name", "Guests too"), "/group-policy", name="Guests too", perm_shell_jump=False)
    bt(*group, "copy", new, "--name", "Guests too", code=1, err="name")
    shows(bt(*group, "provision", new), f"Provisioned Group Policy {new}")
    bt(*group, "provision", 999999, code=1, err="Resource not found")
    bt(*group, "delete", twin, "-y")
    talk(*group, "delete", new, answers=[("[y/N]", "y\n")])
    check(eye.gone(f"/group-policy/{new}") and eye.gone(f"/group-policy/{twin}"), "a policy is still there")


def memberships(group, policy):
    """The six lists below a group policy: add, list, remove, and add again what is there."""
    user = next(row for row in eye.all("/user") if row["security_provider_id"] == 1 and not row.get("perm_admin"))
    cases = [
        ("jumpoints", "jumpoint", "jumpoint_id", ["--jumpoint-id", 2], {"jumpoint_id": 2}),
        ("jump-groups", "jump-group", "jump_group_id", ["--jump-group-id", 3, "--jump-item-role-id", 2, "--jump-policy-id", 1],
         {"jump_group_id": 3, "jump_item_role_id": 2, "jump_policy_id": 1}),
        ("vault-accounts", "vault-account", "account_id", ["--account-id", 2, "--role", "inject_and_checkout"],
         {"account_id": 2, "role": "inject_and_checkout"}),
        ("vault-account-groups", "vault-account-group", "account_group_id", ["--account-group-id", 2], {"account_group_id": 2, "role": "inject"}),
        ("teams", "team", "team_id", ["--team-id", 2, "--role", "lead"], {"team_id": 2, "role": "lead"}),
        ("members", "member", "id", ["--security-provider-id", 1, "--user-id", user["id"]],
         {"security_provider_id": 1, "user_id": user["id"]}),
    ]
    for command, name, key, options, wanted in cases:
        path = f"/group-policy/{policy}/{name}"
        bt(*group, command, "add", policy, *options)
        rows = eye.get(path)
        check(len(rows) == 1 and wanted.items() <= rows[0].items(), f"{command} add: {rows}")
        listed = bt(*group, command, "list", policy, "-o", "json")
        same(listed, rows)
        shows(bt(*group, command, "list", policy), rows[0][key])
        check(eye.get(f"{path}/{rows[0][key]}")[key] == rows[0][key], f"{path}/{rows[0][key]}")
        if name != "member":
            bt(*group, command, "add", policy, *options, code=1)
        bt(*group, command, "add", policy, *[9999 if isinstance(option, int) else option for option in options], code=1)
        check(len(eye.get(path)) == 1, f"{command}: a refused member was added")
        remove = "--member-id" if name == "member" else options[0]
        bt(*group, command, "remove", policy, remove, rows[0][key])
        check(eye.get(path) == [], f"{command} remove: {eye.get(path)}")
        bt(*group, command, "remove", policy, remove, rows[0][key], code=1)


def quick():
    account = eye.all("/vault/account", type="username_password")[0]
    quick_vault = ("quick", "vault", "-n", account["name"])
    out = eye.call("POST", f"/vault/account/{account['id']}/check-out").json["password"]
    eye.call("POST", f"/vault/account/{account['id']}/check-in")
    raw = bt(*quick_vault, "--raw")
    check(raw.out == out, f"{raw}: not the password")
    check(eye.call("POST", f"/vault/account/{account['id']}/check-in").status == 422, "it was not checked in")
    bt(*quick_vault, "--no-auto-checkin", "-o", "json")
    check(eye.call("POST", f"/vault/account/{account['id']}/check-in").status == 200, "it was not kept")
    shows(talk("quick", "vault", answers=[("Account name:", f"{account['name']}\n")]), "checked out successfully", "checked back in")
    bt("quick", "vault", "-n", "no such account", code=1, err="No vault account found")

    found = bt("quick", "search", "srv-01", "-o", "json").json
    wanted = [row for row in eye.all("/jump-item/shell-jump") if "srv-01" in row["name"].lower() + " " + row["hostname"].lower()][:20]
    check(found["shell_jumps"] == wanted and wanted, "the search finds something else")
    shows(bt("quick", "search", "Deploy key"), "Deploy key")

    # All questions answered on a terminal, for each kind of item.
    ask = [("name:", "asked-1\n"), ("hostname or IP:", "192.0.2.60\n"), ("Jumpoint:", "2\n"), ("Jump Group:", "3\n"), ("Jump type", "1\n"),
           ("Protocol", "\n"), ("Port", "2200\n"), ("Username", "root\n")]
    shows(talk("quick", "jump-item", answers=ask), "created successfully")
    rows = eye.all("/jump-item/shell-jump", name="asked-1")
    check(len(rows) == 1 and rows[0]["port"] == 2200 and rows[0]["username"] == "root", f"asked: {rows}")
    given = ("quick", "jump-item", "-h", "192.0.2.61", "-j", 2, "-g", 3)
    talk(*given, "-n", "asked-2", "-t", "rdp", answers=[("Domain", "EXAMPLE\n")])
    check(eye.all("/jump-item/remote-rdp", name="asked-2")[0]["domain"] == "EXAMPLE", "asked for a domain")
    talk(*given, "-n", "asked-3", "-t", "tunnel", answers=[("Tunnel type", "2\n"), ("username", "sa\n"), ("Database name", "db\n")])
    check(eye.all("/jump-item/protocol-tunnel-jump", name="asked-3")[0]["username"] == "sa", "asked for a user")


def change_policies():
    """A check-box list on a terminal: one membership more, one less, then provisioned."""
    policies = eye.all("/group-policy")
    user = next(row for row in eye.all("/user") if len(eye.get(f"/user/{row['id']}/group-policies")) == 1)
    path = f"/user/{user['id']}/group-policies"
    old = eye.get(path)[0]["id"]
    at = {row["id"]: index for index, row in enumerate(policies)}
    new = next(row["id"] for row in policies if row["id"] != old)
    low, high = sorted((at[old], at[new]))
    keys = "\x1b[B" * low + " " + "\x1b[B" * (high - low) + " " + "\r"
    command = ("quick", "change-group-policy-update", "-u", user["username"])
    question = f"Group Policies for {user['username']}:"
    shows(talk(*command, "--dry-run", answers=[(question, keys)]), "ADD", "REMOVE", "no changes applied")
    check([row["id"] for row in eye.get(path)] == [old], "changed in a dry run")
    shows(talk(*command, answers=[(question, keys), ("[y/N]", "y\n")]), "Group Policy memberships updated")
    check([row["id"] for row in eye.get(path)] == [new], f"after the change: {eye.get(path)}")
    chosen = "\x1b[B" * [row["id"] for row in eye.all("/user")].index(user["id"]) + "\r"
    shows(talk("quick", "change-group-policy-update", "-y", answers=[("Pick a user:", chosen), (question, keys)]), "memberships updated")
    check([row["id"] for row in eye.get(path)] == [old], f"after the change back: {eye.get(path)}")


KINDS = {"shell": "shell-jump", "rdp": "remote-rdp", "vnc": "remote-vnc", "web": "web-jump", "tunnel": "protocol-tunnel-jump"}


def csv_files():
    template = pathlib.Path(HOME, "template.csv")
    bt("export", "jump-items", "--file", template, "--sample", err="Sample jump items template")
    check(len(list(csv.DictReader(template.open()))) == 5, "the template has other rows")
    count = lambda: {kind: len(eye.all(f"/jump-item/{path}")) for kind, path in KINDS.items()}
    before = count()
    full = pathlib.Path(HOME, "all.csv")
    bt("export", "jump-items", "--file", full, err=f"Exported {sum(before.values())} jump items")
    rows = list(csv.DictReader(full.open()))
    for kind, path in KINDS.items():
        there = [(row["name"], str(row["jump_group_id"]), row["tag"]) for row in eye.all(f"/jump-item/{path}")]
        check([(row["name"], row["jump_group_id"], row["tag"]) for row in rows if row["type"] == kind] == there, f"export of {kind}")

    # What was exported goes in again, under other names; one row is wrong and is told.
    some = [next(row for row in rows if row["type"] == kind) for kind in KINDS]
    some += [dict(next(row for row in rows if row["type"] == "shell"), name="refused", port="70000")]
    for row in some:
        row["name"] = "imported " + row["name"]
    part = pathlib.Path(HOME, "part.csv")
    with part.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(some)
    shows(bt("import", "jump-items", "--file", part, "--dry-run"), "Would create 6 jump items")
    check(count() == before, "created in a dry run")
    done = bt("import", "jump-items", "--file", part, err="Import complete: 5 jump items created")
    check("Error creating imported refused" in done.err + done.out, f"{done}: the wrong row is not told")
    check(count() == {kind: number + 1 for kind, number in before.items()}, f"after the import: {count()}")
    for row in some[:-1]:
        there = eye.all(f"/jump-item/{KINDS[row['type']]}", name=row["name"])
        columns = [name for name in row if name in there[0] and row[name] != ""]
        check(all(str(there[0][name]) == row[name] for name in columns), f"imported {row} as {there}")
        bt("import", "jump-items", "--file", "missing.csv", code=1) if row is some[0] else None

    accounts = pathlib.Path(HOME, "accounts.csv")
    bt("export", "vault-accounts", "--file", accounts, err="Sample vault accounts template")
    shows(bt("import", "vault-accounts", "--file", accounts, "--dry-run"), "Would create 3 vault accounts")
    # Version 0.6.1 calls its own client wrongly here, before anything is sent.
    broken = bt("import", "vault-accounts", "--file", accounts, err="Import complete: 0 vault accounts created")
    check("unexpected keyword argument" in broken.err + broken.out, f"{broken}: {broken.err}")
    bt("export", "vault-accounts", "--file", accounts, "--no-sample", err="Exported")
    names = [row["name"] for row in csv.DictReader(accounts.open())]
    check(names == [row["name"] for row in eye.all("/vault/account")], "export of accounts")


SCENES = [auth, jumpoints, jump_groups, jump_clients, shell, rdp, vnc, web, tunnel, vault, users, teams, policies,
          quick, change_policies, csv_files]


def main():
    for scene in SCENES:
        if len(sys.argv) > 1 and scene.__name__ not in sys.argv[1:]:
            continue
        try:
            scene()
        except Exception as error:  # the other scenes still have something to tell
            line = next((f"line {frame.tb_lineno}" for frame in frames(error) if frame.tb_frame.f_code.co_filename == __file__), "")
            faults.append(f"{scene.__name__}: {line}: {type(error).__name__}: {error}")
    if len(sys.argv) == 1:
        for missing in never_run():
            faults.append(f"bt pra {' '.join(missing)}: never run")
        if len(KNOWN) != COMMANDS:
            faults.append(f"bt pra has {len(KNOWN)} commands, not {COMMANDS}")
    print(f"bt-cli: {len(KNOWN) - len(never_run())} of {len(KNOWN)} commands, {steps[0]} checks, {len(faults)} faults")
    for fault in faults:
        print(f"  FAULT {fault}")
    return 1 if faults else 0


def frames(error):
    frame, found = error.__traceback__, []
    while frame:
        found.insert(0, frame)
        frame = frame.tb_next
    return found


if __name__ == "__main__":
    sys.exit(main())
