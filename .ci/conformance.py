#!/usr/bin/env python3
"""Checks captured calls against the unchanged OpenAPI files.

An independent reader: it shares no code and no facts with the project. Each line of the capture
is one call (request and answer) as JSON; each is matched to an operation of the file by method
and path alone, and checked: method, path and query parameters, request body, status, media type,
headers, answer body. Every operation of the file must occur.

Usage: conformance.py CAPTURE.jsonl PRODUCT SPEC.yaml
"""

import base64
import collections
import copy
import json
import re
import sys
import urllib.parse

import jsonschema
import yaml

# Findings that are faults of the file, by category: the reason, and how many operations of each
# product show it. More fails the check, and so does fewer: an exception that is no longer needed
# has to go.
EXCEPTIONS = {
    "silent-body": (
        "the file shows no content for a success that appliances do answer with an object",
        {"pra": 11, "rs": 10},
    ),
    "single-for-list": (
        "the file shows one object where a list is meant; the vendor's own clients read a list",
        {"pra": 7, "rs": 7},
    ),
    "read-only-sent": (
        "the file marks a field as read-only although it is the very content of the request",
        {"pra": 3, "rs": 3},
    ),
    "missing-body": (
        "the file forgets the body of a request that plainly needs one",
        {"pra": 1, "rs": 1},
    ),
    "missing-field": (
        "a field that the vendor's own client sends and reads is missing in the file",
        {"pra": 2, "rs": 2},
    ),
    "missing-paging": (
        "the file declares the paging headers but forgets the parameters that clients send",
        {"pra": 1, "rs": 1},
    ),
    "number-as-text": ("the file calls numbers a text", {"pra": 1, "rs": 0}),
    "wrong-body": ("the file names another type than the one that is answered", {"pra": 1, "rs": 1}),
}

# Fields that the vendor's own client sends and reads, and the file lacks.
FORGOTTEN = {"token", "max_offline_minutes", "allow_override_max_offline_minutes", "account_policy"}

LIMIT = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1)}


class Spec:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.root = yaml.load(file, Loader=yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader)
        self.base = urllib.parse.urlparse(self.root["servers"][0]["url"]).path.rstrip("/")
        self.operations = {}
        for template, item in self.root["paths"].items():
            for method, operation in item.items():
                if method in ("get", "post", "patch", "delete", "put"):
                    self.operations[method.upper(), template] = operation

    def resolve(self, node):
        while isinstance(node, dict) and "$ref" in node:
            target = self.root
            for part in node["$ref"].lstrip("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            node = target
        return node

    def match(self, method, path):
        """Finds the operation of a path; a literal segment wins over a parameter."""
        if not path.startswith(self.base + "/"):
            return None, None
        parts = path[len(self.base) :].split("/")
        best = None
        for candidate, template in self.operations:
            names = template.split("/")
            if candidate != method or len(names) != len(parts):
                continue
            values, literals = {}, []
            for name, part in zip(names, parts):
                if name.startswith("{"):
                    values[name[1:-1]] = urllib.parse.unquote(part)
                    literals.append(0)
                elif name == part:
                    literals.append(1)
                else:
                    break
            else:
                if best is None or literals > best[0]:
                    best = (literals, template, values)
        return (best[1], best[2]) if best else (None, None)

    def schema(self, node, side):
        """Turns a schema of OpenAPI 3.0 into one of JSON Schema, seen from a request or an answer."""
        node = self.resolve(node)
        if not isinstance(node, dict):
            return {}
        if "allOf" in node:
            merged = {"type": "object", "properties": {}, "required": []}
            for part in node["allOf"] + [{key: value for key, value in node.items() if key != "allOf"}]:
                part = self.schema(part, side)
                merged["properties"].update(part.get("properties", {}))
                merged["required"] += part.get("required", [])
            merged["additionalProperties"] = False
            return merged
        if "oneOf" in node:
            return {"anyOf": [self.schema(part, side) for part in node["oneOf"]]}
        out = {}
        kind = node.get("type")
        integral = kind == "integer" or (kind == "number" and node.get("format") in LIMIT)
        if kind:
            out["type"] = "integer" if integral else kind
        for key in ("enum", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "pattern"):
            if key in node and not (key in ("minimum", "maximum") and kind == "string"):
                out[key] = copy.deepcopy(node[key])
        if integral and node.get("format") in LIMIT:
            low, high = LIMIT[node["format"]]
            out["minimum"] = max(out.get("minimum", low), low)
            out["maximum"] = min(out.get("maximum", high), high)
        if node.get("format") == "date-time":
            offset = r"(Z|\+00:00)" if side == "request" else r"\+00:00"
            out["pattern"] = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?" + offset + "$"
        if "items" in node:
            out["items"] = self.schema(node["items"], side)
        if "properties" in node or kind == "object":
            hidden = "readOnly" if side == "request" else "writeOnly"
            properties, gone = {}, set()
            for name, value in node.get("properties", {}).items():
                resolved = self.resolve(value)
                if isinstance(resolved, dict) and resolved.get(hidden):
                    gone.add(name)
                else:
                    properties[name] = self.schema(value, side)
            out["properties"] = properties
            required = node.get("required", [])
            if isinstance(required, list) and side != "patch":
                out["required"] = [name for name in required if name not in gone]
            extra = node.get("additionalProperties")
            if isinstance(extra, dict):
                out["additionalProperties"] = self.schema(extra, side)
            elif node.get("properties"):
                out["additionalProperties"] = False
        if node.get("nullable"):
            out = {"anyOf": [out, {"type": "null"}]}
        return out


class Check:
    def __init__(self, spec):
        self.spec = spec
        self.seen = collections.Counter()
        self.findings = []
        self.excused = collections.defaultdict(set)

    def finding(self, operation, text, category=None):
        if category:
            self.excused[category].add(operation["operationId"])
        else:
            self.findings.append(f"{operation['operationId'] if operation else '?'}: {text}")

    def call(self, call):
        path = call["path"]
        template, values = self.spec.match(call["method"], path)
        if template is None:
            self.findings.append(f"{call['method']} {path}: no operation of the file")
            return
        operation = self.spec.operations[call["method"], template]
        self.seen[operation["operationId"]] += 1
        if call.get("operation") and call["operation"] != operation["operationId"]:
            self.finding(operation, f"sent as {call['operation']}")
        self.parameters(operation, values, call)
        self.request(operation, call)
        self.answer(operation, call)

    def parameters(self, operation, values, call):
        declared = [self.spec.resolve(parameter) for parameter in operation.get("parameters", [])]
        by_place = lambda place: {p["name"]: p for p in declared if p["in"] == place}
        if set(by_place("path")) != set(values):
            self.finding(operation, f"path parameters {sorted(values)}")
        query = urllib.parse.parse_qsl(call.get("query") or "", keep_blank_values=True)
        for name, value in query:
            if name not in by_place("query"):
                paging = name in ("per_page", "current_page") and self.pages(operation)
                self.finding(
                    operation, f"query parameter {name} is not declared", "missing-paging" if paging else None
                )
        for name, value in list(values.items()) + query:
            parameter = by_place("path").get(name) or by_place("query").get(name)
            if parameter is None:
                continue
            schema = self.spec.schema(parameter["schema"], "request")
            if schema.get("type") == "integer":
                if not re.fullmatch(r"-?\d+", value):
                    self.finding(operation, f"parameter {name} is no number")
                    continue
                value = int(value)
            elif schema.get("type") == "boolean":
                value = {"true": True, "false": False}.get(value, value)
            for error in jsonschema.Draft202012Validator(schema).iter_errors(value):
                self.finding(operation, f"parameter {name}: {error.message}")

    def pages(self, operation):
        """Tells whether the answers carry the paging headers."""
        success = self.spec.resolve(operation["responses"].get("200", {}))
        return "X-BT-Pagination-Total" in success.get("headers", {})

    def request(self, operation, call):
        body = base64.b64decode(call.get("request_body") or "")
        declared = self.spec.resolve(operation.get("requestBody") or {})
        headers = {name.lower(): value for name, value in call["request_headers"]}
        if "authorization" not in headers:  # its value is left out of captures
            self.finding(operation, "no token was sent")
        if not declared:
            if body:
                ident = operation["operationId"]
                category = "missing-body" if ident == "api.config.jumpoint.user.store" else None
                self.finding(operation, "a body was sent that is not declared", category)
            return
        if not body:
            self.finding(operation, "no body was sent")
            return
        if headers.get("content-type") != "application/json":
            self.finding(operation, f"request content type {headers.get('content-type')}")
        schema = declared["content"]["application/json"]["schema"]
        side = "patch" if call["method"] == "PATCH" else "request"
        value = json.loads(body)
        if side == "patch":
            converted = self.relaxed(self.spec.schema(schema, "request"))
        else:
            converted = self.spec.schema(schema, "request")
        for error in jsonschema.Draft202012Validator(converted).iter_errors(value):
            self.finding(operation, f"request {'/'.join(map(str, error.path))}: {error.message}", self.excuse(operation, schema, value, error, "request"))

    def relaxed(self, schema):
        """A partial update needs no field."""
        if isinstance(schema, dict):
            return {key: self.relaxed(value) for key, value in schema.items() if key != "required" or not isinstance(value, list)}
        return [self.relaxed(item) for item in schema] if isinstance(schema, list) else schema

    def answer(self, operation, call):
        status = str(call["status"])
        responses = operation["responses"]
        if status not in responses:
            self.finding(operation, f"status {status} is not declared")
            return
        response = self.spec.resolve(responses[status])
        headers = {name.lower(): value for name, value in call["response_headers"]}
        for name, declared in (response.get("headers") or {}).items():
            value = headers.get(name.lower())
            if value is None:
                self.finding(operation, f"header {name} is missing")
                continue
            schema = self.spec.schema(self.spec.resolve(declared).get("schema", {}), "answer")
            if schema.get("type") == "integer":
                if not value.isdigit():
                    self.finding(operation, f"header {name} is no number")
                    continue
                value = int(value)
            for error in jsonschema.Draft202012Validator(schema).iter_errors(value):
                self.finding(operation, f"header {name}: {error.message}")
        body = base64.b64decode(call.get("response_body") or "")
        content = response.get("content") or {}
        if not content:
            if body:
                silent = status.startswith("2") and status != "204"
                self.finding(operation, "a body came that is not declared", "silent-body" if silent else None)
            return
        media = headers.get("content-type", "").split(";")[0].strip()
        if media not in content:
            self.finding(operation, f"media type {media}")
            return
        if media != "application/json":
            if not body:
                self.finding(operation, "an empty file")
            return
        schema, value = content[media]["schema"], json.loads(body)
        converted = self.spec.schema(schema, "answer")
        if isinstance(value, list) and converted.get("type") == "object":
            self.finding(operation, "a list came where the file shows an object", "single-for-list")
            converted = {"type": "array", "items": converted}
        for error in jsonschema.Draft202012Validator(converted).iter_errors(value):
            self.finding(operation, f"answer {'/'.join(map(str, error.path))}: {error.message}", self.excuse(operation, schema, value, error, "answer"))

    def excuse(self, operation, schema, value, error, side):
        """Names the category of a finding that is a fault of the file."""
        ident = operation["operationId"]
        extra = re.findall(r"'([A-Za-z0-9_]+)'", error.message) if error.validator == "additionalProperties" else []
        if side == "request" and extra and set(extra) <= {"account_id", "shared_jump_group_id", "user_id", "role"}:
            return "read-only-sent"
        if isinstance(value, dict) and FORGOTTEN & set(value):
            known = {name: member for name, member in value.items() if name not in FORGOTTEN}
            if jsonschema.Draft202012Validator(self.spec.schema(schema, side)).is_valid(known):
                return "missing-field"
        if error.validator in ("anyOf", "type", "enum") and "x509" in json.dumps(value) and "ttl" in json.dumps(value):
            return "number-as-text"
        if ident.endswith("vault-account-group.show") and "group-policy" in ident:
            return "wrong-body"
        return None

    def finish(self, product):
        wanted = {operation["operationId"] for operation in self.spec.operations.values()}
        for ident in sorted(wanted - set(self.seen)):
            self.findings.append(f"{ident}: never called")
        for category, (_, expected) in EXCEPTIONS.items():
            count = len(self.excused[category])
            if count != expected[product]:
                self.findings.append(
                    f"category {category}: {count} operations, {expected[product]} are excused: "
                    f"{sorted(self.excused[category])}"
                )
        return wanted


def main():
    capture, product, path = sys.argv[1:4]
    check = Check(Spec(path))
    calls = 0
    with open(capture, encoding="utf-8") as file:
        for line in file:
            call = json.loads(line)
            if call["product"] != product:
                continue
            calls += 1
            check.call(call)
    wanted = check.finish(product)
    print(f"{path.rsplit('/', 1)[-1]}: {calls} calls, {len(check.seen)} of {len(wanted)} operations")
    for category, operations in sorted(check.excused.items()):
        if operations:
            print(f"  excused {category}, {len(operations)} operations: {EXCEPTIONS[category][0]}")
    for text in check.findings[:60]:
        print(f"  FAULT {text}")
    if check.findings:
        print(f"  {len(check.findings)} faults")
    return 1 if check.findings else 0


if __name__ == "__main__":
    sys.exit(main())
