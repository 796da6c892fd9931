#!/usr/bin/env python3
"""Shows that conformance.py can fail: spoils captured calls, one at a time, in ways that must be
noticed.

Usage: conformance_mutations.py CAPTURE.jsonl PRODUCT SPEC.yaml
"""

import base64
import copy
import json
import random
import sys

import conformance

# How many calls are spoiled in each way.
EACH = 6


def without(call, headers, name):
    call[headers] = [header for header in call[headers] if header[0] != name]


def body(call, which, change):
    value = json.loads(base64.b64decode(call[which]))
    value = [change(value[0])] + value[1:] if isinstance(value, list) else change(value)
    call[which] = base64.b64encode(json.dumps(value).encode()).decode()


WAYS = {
    "another status": lambda call: call.update(status=418),
    "another method": lambda call: call.update(method="DELETE" if call["method"] == "PATCH" else "PATCH"),
    "an unknown parameter": lambda call: call.update(query="bogus=1"),
    "no media type": lambda call: without(call, "response_headers", "content-type"),
    "no paging header": lambda call: without(call, "response_headers", "link"),
    "no token": lambda call: without(call, "request_headers", "authorization"),
    "an unknown member in the answer": lambda call: body(call, "response_body", lambda item: dict(item, bogus=1)),
    "a text for an id": lambda call: body(call, "response_body", lambda item: dict(item, id="x")),
    "an unknown field in the request": lambda call: body(call, "request_body", lambda item: dict(item, bogus=1)),
}


def faults(spec, product, calls):
    check = conformance.Check(spec)
    for call in calls:
        check.call(call)
    check.finish(product)
    return check.findings


def main():
    capture, product, path = sys.argv[1:4]
    with open(capture, encoding="utf-8") as file:
        calls = [call for call in map(json.loads, file) if call["product"] == product]
    spec = conformance.Spec(path)
    silent = {operation["operationId"] for operation in spec.operations.values() if "requestBody" not in operation}
    random.seed(5)
    missed = 0
    for name, spoil in WAYS.items():
        tried = 0
        for at in random.sample(range(len(calls)), len(calls)):
            if tried == EACH:
                break
            # Where the file declares no body, it cannot say what is in one.
            if "request" in name and calls[at]["operation"] in silent:
                continue
            spoiled = copy.deepcopy(calls[at])
            try:
                spoil(spoiled)
            except (ValueError, TypeError, IndexError):
                continue  # this call has nothing to spoil in this way
            if spoiled == calls[at]:
                continue
            tried += 1
            if not faults(spec, product, calls[:at] + [spoiled] + calls[at + 1 :]):
                missed += 1
                print(f"  MISSED {name}: {calls[at]['operation']}")
        if tried == 0:
            missed += 1
            print(f"  NEVER TRIED {name}")
    print(f"{product}: captures spoiled in {len(WAYS)} ways, up to {EACH} calls each; {missed} not noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
