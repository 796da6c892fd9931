"""What there is on the sample site, so that generated requests can speak of things that exist."""

# Where the things live that a field names.
NAMES = {
    "account_group_id": "/vault/account-group",
    "account_id": "/vault/account",
    "added": "/group-policy",
    "administrator_ids": "/user",
    "default_policy": "/group-policy",
    "endpoint_id": "/vault/endpoint",
    "endpoint_ids": "/endpoint-automation/endpoint",
    "group_policy_id": "/group-policy",
    "jump_group_id": "/jump-group",
    "jump_item_role_id": "/jump-item-role",
    "jump_policy_id": "/jump-policy",
    "jumpoint_id": "/jumpoint",
    "owner_user_id": "/user",
    "rdp_service_account_id": "/vault/account",
    "removed": "/group-policy",
    "resource_ids": "/endpoint-automation/resource",
    "security_provider_id": "/security-provider",
    "session_policy_id": "/session-policy",
    "shared_jump_group_id": "/jump-group",
    "shared_jump_groups": "/jump-group",
    "team_id": "/team",
    "team_ids": "/team",
    "user_id": "/user",
    "user_ids": "/user",
}

# The collection behind the last parameter of a path, where it is not the path before it.
ELSEWHERE = {
    "/jump-approval/{user_id}": "/user",
    "/jump-approval/{user_id}/view/{id}": "/jump-approval/{user_id}",
}

FIXED = {"{platform}": {"/cli/{platform}": "linux", "/jump-client/installer/{installer_id}/{platform}": "linux-64"}}


class World:
    """Looks things up and remembers them for as long as one operation is judged."""

    def __init__(self, eye, spec):
        self.eye, self.spec = eye, spec
        self.lists = {}

    def forget(self):
        self.lists.clear()

    def list(self, path):
        if path not in self.lists:
            answer = self.eye.call("GET", path)
            rows = answer.json if answer.status == 200 else []
            self.lists[path] = rows if isinstance(rows, list) else []
        return self.lists[path]

    def paths(self, template, limit):
        """Returns parameter values under which the template names something that exists."""
        found = [({}, "")]
        walked = ""
        for part in template.strip("/").split("/"):
            walked += "/" + part
            if not part.startswith("{"):
                found = [(values, f"{path}/{part}") for values, path in found]
                continue
            name, longer = part[1:-1], []
            for values, path in found:
                fixed = FIXED.get(part, {}).get(template)
                if fixed:
                    longer.append(({**values, name: fixed}, f"{path}/{fixed}"))
                    continue
                where = ELSEWHERE.get(walked, "").replace("{user_id}", str(values.get("user_id"))) or path
                # The last ones first: what goes away is not what everything else hangs on.
                for row in self.list(where)[::-1]:
                    key = row.get(name, row.get("id")) if name != "id" or "id" in row else next(iter(row.values()))
                    longer.append(({**values, name: key}, f"{path}/{key}"))
            found = longer
        values = [values for values, _ in found]
        last = max(1, min(len(values), limit) - 1)
        return [values[round(at * (len(values) - 1) / last)] for at in range(min(len(values), limit))]

    def id_for(self, field, at):
        """Returns the id of something that a field may name."""
        name = next((name for name in sorted(NAMES, key=len, reverse=True) if field == name or field.endswith("_" + name)), None)
        if name is None:
            return None
        rows = self.list(NAMES[name])
        return rows[at % len(rows)]["id"] if rows else None

    def tame(self, node, body, at):
        """Makes a generated body one that speaks of what exists: unknown and read-only members
        go, ids name something. All the rest stays as generated."""
        node = self.spec.resolve(node)
        if "oneOf" in node and isinstance(body, dict):
            fitting = [part for part in map(self.spec.resolve, node["oneOf"]) if self.fits(part, body)]
            node = (fitting or [self.spec.resolve(node["oneOf"][0])])[0]
        if "allOf" in node:
            merged = {}
            for part in node["allOf"]:
                merged.update(self.properties(part))
            merged.update(node.get("properties", {}))
            node = {"properties": merged}
        properties = node.get("properties")
        if not properties or not isinstance(body, dict):
            return body
        kept = {}
        for name, value in body.items():
            inner = self.spec.resolve(properties.get(name, {}))
            if name not in properties or inner.get("readOnly"):
                continue
            known = self.id_for(name, at)
            if value is not None and known is not None and inner.get("type") == "integer":
                value = known
            elif known is not None and inner.get("type") == "array" and isinstance(value, list):
                text = self.spec.resolve(inner.get("items", {})).get("type") == "string"
                value = [str(known) if text else known] * min(len(value), 1)
            elif name.endswith("_id") and known is None and inner.get("nullable"):
                value = None
            elif name == "jump_group_type":
                value = "shared"
            elif inner.get("format") == "date-time" and isinstance(value, str):
                value = "2031-05-06T07:08:09Z"
            elif isinstance(value, dict):
                value = self.tame(inner, value, at)
            elif isinstance(value, list):
                value = [self.tame(inner.get("items", {}), item, at) for item in value]
            kept[name] = value
        return kept

    def properties(self, node):
        node = self.spec.resolve(node)
        found = dict(node.get("properties", {}))
        for part in node.get("allOf", []):
            found.update(self.properties(part))
        return found

    def fits(self, part, body):
        kinds = self.spec.resolve(self.properties(part).get("type", {})).get("enum")
        needed = [name for name in part.get("required", []) if name in body]
        return (not kinds or body.get("type") in kinds) and len(needed) == len(part.get("required", []))
