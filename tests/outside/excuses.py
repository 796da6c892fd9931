"""Which findings are faults of the OpenAPI files and not of the simulator.

An excuse looks at the request and the answer; the name alone excuses nothing. Each category says
how many operations of each product it is true of.
"""

import json
import re
import urllib.parse

import jsonschema
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import JsonSchemaError, UndefinedStatusCode

EXPECTED = {
    "missing-404": (
        "the file forgets the 404 of an operation whose path has an id",
        {"pra": 28, "rs": 23},
    ),
    "missing-422": (
        "the file forgets the 422 of an operation that takes parameters or a body",
        {"pra": 38, "rs": 33},
    ),
    "unknown-401": (
        "the text of the file answers unknown parameters and fields with 401; no operation declares it",
        {"pra": 173, "rs": 138},
    ),
    "tunnel-400": ("a live appliance answers wrong tunnels with 400; the file does not declare it", {"pra": 2, "rs": 0}),
    "single-for-list": (
        "the file shows one object where a list is meant; the vendor's own clients read a list",
        {"pra": 7, "rs": 7},
    ),
    "ambiguous-one-of": (
        "the file says oneOf where the possible forms do not exclude each other",
        {"pra": 3, "rs": 1},
    ),
    "missing-kind": (
        "kinds of accounts that are listed are missing where one is shown, although the file describes them",
        {"pra": 1, "rs": 1},
    ),
    "number-as-text": ("the file says that numbers are a text", {"pra": 2, "rs": 0}),
    "looser-request": ("the request may have an empty text where the answer may not", {"pra": 1, "rs": 1}),
    "nothing-to-show": (
        "the file answers changes of memberships with one policy, also where there is none",
        {"pra": 1, "rs": 0},
    ),
    "small-page": (
        "the file has pages of 5 rows at least; scripts ask appliances for one row and get it",
        {"pra": 39, "rs": 34},
    ),
    "empty-code-name": (
        "the file lets code names be empty by their length and not by their pattern",
        {"pra": 3, "rs": 3},
    ),
}

# Operations without a success, and why.
UNREACHED = {}


def excuse(spec, ident, declared, case, response, failure):
    """Names the category that a finding belongs to, if any."""
    if isinstance(failure, UndefinedStatusCode):
        return status(spec, declared, case, response)
    if isinstance(failure, JsonSchemaError):
        return shape(spec, ident, declared, response, failure)
    if isinstance(failure, AcceptedNegativeData):
        return accepted(response, failure)
    return None


def status(spec, declared, case, response):
    code, body = response.status_code, answer(response)
    message = isinstance(body, dict) and isinstance(body.get("message"), str)
    if code == 404 and "404" not in declared["responses"] and "{" in case.operation.path and message:
        return "missing-404"
    if code == 401 and message and "error" not in body:
        named = body["message"].partition(": ")[2]
        if any(name in named for name in unknown(spec, declared, case, response)):
            return "unknown-401"
        return None
    errors = message and isinstance(body.get("errors"), dict)
    lists = errors and all(isinstance(value, list) and all(isinstance(text, str) for text in value) for value in body["errors"].values())
    if code == 422 and lists and "422" not in declared["responses"] and (declared.get("parameters") or declared.get("requestBody")):
        return "missing-422"
    if code == 400 and lists and "protocol-tunnel-jump" in case.operation.path and set(body["errors"]) <= TUNNEL:
        return "tunnel-400"
    return None


TUNNEL = {"username", "database", "url", "ca_certificates", "tunnel_definitions", "tunnel_listen_address"}


def shape(spec, ident, declared, response, failure):
    if small_page(response) and "header" in failure.title.lower() and failure.instance == int(sent_query(response)["per_page"]):
        return "small-page"
    body = answer(response)
    content = spec.resolve(declared["responses"].get(str(response.status_code), {})).get("content") or {}
    schema = content.get("application/json", {}).get("schema")
    if schema is None:
        return None
    converted = spec.schema(schema, "answer")
    if isinstance(body, list) and converted.get("type") == "object":
        each = {"type": "array", "items": converted}
        return "single-for-list" if valid(each, body) else None
    # The conversion reads oneOf as anyOf.
    if "oneOf" in str(failure.schema_path) and valid(converted, body):
        return "ambiguous-one-of"
    if ident == "api.config.vault.account.show" and isinstance(body, dict):
        kind = {"windows_local": "VaultLocalAccount", "windows_domain": "VaultDomainAccount"}.get(body.get("type"))
        if kind and valid(spec.schema(spec.root["components"]["schemas"][kind], "answer"), body):
            return "missing-kind"
    if ident in ("api.config.vault.account.show", "api.config.vault.account.update") and isinstance(body, dict):
        ttl = str(body.get("ttl", ""))
        if str(body.get("type")).startswith("x509") and ttl.isdigit() and valid(converted, {**body, "ttl": int(ttl)}, "ttl"):
            return "number-as-text"
    sent = answer(response.request)
    if ident == "api.config.jump-client.create-installer" and failure.instance == "" and sent.get("name") == "":
        return "looser-request"
    if ident == "api.config.user.group_policy_change" and body == {}:
        return "nothing-to-show"
    return None


def valid(schema, value, *untyped):
    """Tells whether a schema holds, the types of some members left out of it."""
    return jsonschema.Draft202012Validator(without_types(schema, untyped) if untyped else schema).is_valid(value)


def without_types(schema, names):
    if isinstance(schema, list):
        return [without_types(item, names) for item in schema]
    if not isinstance(schema, dict):
        return schema
    out = {name: without_types(value, names) for name, value in schema.items()}
    for name in names:
        if isinstance(out.get("properties", {}).get(name), dict):
            out["properties"][name].pop("type", None)
    return out


def accepted(response, failure):
    """A request that should be wrong was taken."""
    wrong = re.findall(r"parameter `(\w+)`", failure.message)
    if small_page(response) and wrong in ([], ["per_page"]):
        return "small-page"
    if sent_query(response).get("code_name") == "" and wrong in ([], ["code_name"]):
        return "empty-code-name"
    return None


def sent_query(response):
    return dict(urllib.parse.parse_qsl(urllib.parse.urlparse(response.request.url).query, keep_blank_values=True))


def small_page(response):
    return sent_query(response).get("per_page") in ("1", "2", "3", "4")


def unknown(spec, declared, case, response):
    """Returns the names in a request that the operation does not have."""
    parameters = {spec.resolve(parameter)["name"] for parameter in declared.get("parameters", [])}
    query = urllib.parse.urlparse(response.request.url).query
    names = [name for name, _ in urllib.parse.parse_qsl(query, keep_blank_values=True) if name not in parameters]
    schema = body_schema(spec, declared)
    sent = answer(response.request)
    if isinstance(sent, dict):
        known = members(spec, schema) if schema else set()
        names += [name for name in sent if name not in known]
    return names


def members(spec, node):
    node = spec.resolve(node)
    found = set(node.get("properties", {}))
    for part in node.get("allOf", []) + node.get("oneOf", []):
        found |= members(spec, part)
    return found


def body_schema(spec, declared):
    content = spec.resolve(declared.get("requestBody") or {}).get("content", {})
    return content.get("application/json", {}).get("schema")


def answer(message):
    """The JSON of an answer, or of a request; nothing if it is none."""
    raw = message.content if hasattr(message, "content") else message.body
    try:
        return json.loads(raw) if raw else None
    except (TypeError, ValueError):
        return None
