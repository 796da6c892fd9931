"""What has to be so before an operation can succeed, where the file alone cannot tell."""

CRITERIA = {"shared_jump_groups": [], "host": [], "name": ["outside-*"], "tag": [], "comment": []}
TUNNELS = [
    {"tunnel_type": "tcp", "tunnel_definitions": "5432;5432"},
    {"tunnel_type": "mssql", "username": "sa", "database": "ledger"},
    {
        "tunnel_type": "k8s",
        "jumpoint_id": 3,
        "url": "https://kube.example.com:6443",
        "ca_certificates": "-----BEGIN CERTIFICATE-----\nc2FtcGxl\n-----END CERTIFICATE-----",
    },
]


def prepare(judge, ident, case, at):
    """Turns a generated request into one that can succeed, and the site into one where it can."""
    ready = READY.get(ident)
    if ready:
        ready(judge, case, at)
    parent = parent_field(case.operation.path)
    if isinstance(case.body, dict) and parent in case.body:
        case.body[parent] = case.path_parameters["id"]


def parent_field(path):
    above, _, below = path.partition("/{id}/")
    return above.rpartition("/")[2].replace("-", "_") + "_id" if below else None


def send(case, body):
    case.body, case.media_type = body, "application/json"


def tunnel(judge, case, at):
    plain = {name: value for name, value in case.body.items() if name in ("name", "jump_group_id", "tag", "comments")}
    odd = {"tunnel_type": "tcp", "tunnel_definitions": "5432"}
    send(case, {**plain, "hostname": "192.0.2.9", "jumpoint_id": 2, **(odd if at == 3 else TUNNELS[at % len(TUNNELS)])})


def request(judge, case, at):
    case.body.update(jump_item_type="shell_jump", jump_item_id=1 + at)


def not_yet(listed, key, wanted):
    """Returns ids of `wanted` that are not in the list yet."""
    there = {row[key] for row in listed}
    return [row["id"] for row in wanted if row["id"] not in there]


def user_below(judge, case, at):
    """A user that the list below the path has not got yet, one in two times."""
    path = case.operation.path.replace("{id}", str(case.path_parameters["id"]))
    free = not_yet(judge.eye.get(path), "user_id", judge.world.list("/user"))
    body = case.body if isinstance(case.body, dict) else {}
    send(case, {**body, "user_id": free[0] if at % 2 == 0 and free else 2})


def account_below(judge, case, at):
    send(case, {"account_id": judge.eye.all("/vault/account", type="ssh")[at % 2]["id"]})


def check_in(judge, case, at):
    case.path_parameters["id"] = judge.eye.all("/vault/account", type="username_password")[0]["id"]
    judge.eye.call("POST", f"/vault/account/{case.path_parameters['id']}/check-out")


def rotate(judge, case, at):
    accounts = judge.eye.all("/vault/account", type="windows_local")
    case.path_parameters["id"] = accounts[at % len(accounts)]["id"]


def update_account(judge, case, at):
    """Only the fields that the account of the path has."""
    known = judge.eye.get(f"/vault/account/{case.path_parameters['id']}")
    send(case, {name: value for name, value in case.body.items() if name in known and name != "type"})


def candidate(judge, case, at):
    endpoints = [row["id"] for row in judge.eye.all("/vault/endpoint")]
    for endpoint in endpoints:
        found = judge.eye.get(f"/vault/endpoint/{endpoint}/remote-rdp-jump-item-candidates")
        if found:
            case.path_parameters["id"] = endpoint
            send(case, {"id": found[0]["id"]})


def criteria(judge, case):
    """Sees that the owner of the path has criteria of its own, and returns their path."""
    kind = "account-group" if "account-group" in case.operation.path else "account"
    accounts = {"account": "ssh", "account-group": None}[kind]
    owner = judge.eye.all("/vault/account", type=accounts)[0]["id"] if accounts else 2
    case.path_parameters["id"] = owner
    path = f"/vault/{kind}/{owner}/jump-item-association"
    body = {"filter_type": "criteria", "criteria": CRITERIA}
    if judge.eye.call("PATCH", path, body).status != 200:
        judge.eye.call("POST", path, body)
    return path


def item(judge, case, at):
    path, body = criteria(judge, case), {"id": 1 + at, "type": "shell_jump"}
    if case.method == "DELETE":
        judge.eye.call("POST", f"{path}/jump-item", body)
    send(case, body)


def group(judge, case, at):
    path, body = criteria(judge, case), {"shared_jump_group_id": 1 + at}
    if case.method == "DELETE":
        judge.eye.call("POST", f"{path}/shared-jump-group", body)
    send(case, body)


def all_of_first(judge, case, at):
    """The vendor whose users are all reactivated is not the one of the next operation."""
    case.path_parameters["id"] = 1


def expired(judge, case, at):
    users = [row["id"] for row in judge.eye.get("/vendor/2/user") if row["is_expired"]]
    if users:
        case.path_parameters.update(id=2, user_id=users[0])


def changes(judge, case, at):
    if at == 0:
        send(case, {"added": [1], "removed": [2]})


READY = {
    "api.config.jump-item.protocol-tunnel-jump.store": tunnel,
    "api.config.jump-policy.request": request,
    "api.config.jumpoint.user.store": user_below,
    "api.config.team.user.store": user_below,
    "api.config.user.group_policy_change": changes,
    "api.config.vault.account-group.account.store": account_below,
    "api.config.vault.account-group.jump-item-association.jump-item.destroy": item,
    "api.config.vault.account-group.jump-item-association.jump-item.store": item,
    "api.config.vault.account-group.jump-item-association.shared-jump-group.destroy": group,
    "api.config.vault.account-group.jump-item-association.shared-jump-group.store": group,
    "api.config.vault.account-group.user.store": user_below,
    "api.config.vault.account.check-in": check_in,
    "api.config.vault.account.jump-item-association.jump-item.destroy": item,
    "api.config.vault.account.jump-item-association.jump-item.store": item,
    "api.config.vault.account.jump-item-association.shared-jump-group.destroy": group,
    "api.config.vault.account.jump-item-association.shared-jump-group.store": group,
    "api.config.vault.account.rotate": rotate,
    "api.config.vault.account.update": update_account,
    "api.config.vault.endpoint.associate": candidate,
    "api.config.vendor.reactivate": all_of_first,
    "api.config.vendor.user.reactivate": expired,
}
