"""schemathesis, made by other people, judges the simulated Command API v2 by the unchanged OpenAPI
file: no 5xx but where the file says so, statuses, media types and bodies as the file says, wrong
requests refused.

Usage: btapi simulate --no-limits -- python tests/outside/command_by_the_file.py SPEC.yaml
"""

import collections
import json
import os
import sys
import urllib.request

import requests
import schemathesis
import yaml
from by_the_file import examples
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from appliance import ROOT, Eye

BASE = "/api/command/v2"
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
          response_schema_conformance, negative_data_rejection]
RIGHT, WRONG = 12, 12
# Ends or disturbs what the others are about: last.
LAST = ["delete", "logout", "failover-role"]

# A gateway has what all clients have, so that every client fits its schema too: a `oneOf` that no
# other kind of client can pass, though the discriminator tells them apart.
OVERLAP = ("GET /client", "is valid under more than one of the schemas listed in the 'oneOf' keyword")

# How many operations each excuse is for: more is a fault, and so is fewer.
EXPECTED = {400: 3, 404: 1, 422: 2, "overlap": 1}

# What is answered beyond the list of statuses of an operation, and where the file says so itself.
STATUSES = {
    400: "the text of the file has 400 for unknown parameters and fields, whatever the operation",
    404: "the text of the file has 404 for what is not there, whatever the operation",
    405: "the text of the file has 405 for methods that a path does not know",
    422: "the text of the file has 422 for data that are malformed",
}


def control(path):
    request = urllib.request.Request(
        os.environ["BT_SIMULATOR_CONTROL"] + path,
        headers={"Authorization": "Bearer " + os.environ["BT_SIMULATOR_TOKEN"]},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


class Judge:
    def __init__(self, path):
        with open(path) as file:
            self.schema = schemathesis.openapi.from_dict(json.loads(json.dumps(yaml.safe_load(file), default=str)))
        self.session = requests.Session()
        self.session.verify = os.environ["REQUESTS_CA_BUNDLE"]
        self.headers = {"Authorization": f"Bearer {Eye().login()}", "Accept": "application/json"}
        self.calls, self.good = 0, collections.Counter()
        self.excused, self.faults = collections.defaultdict(set), collections.Counter()

    def run(self):
        operations = [found.ok() for found in self.schema.get_all_operations()]
        last = lambda op: any(word in (op.method, op.path.rsplit("/", 1)[-1]) for word in LAST)
        for operation in sorted(operations, key=lambda op: (last(op), op.path, op.method)):
            self.one(operation)
        return len(operations)

    def one(self, operation):
        name = f"{operation.method.upper()} {operation.path}"
        for at, case in enumerate(examples(operation, GenerationMode.POSITIVE, RIGHT)):
            if at % 3 != 2:
                # Something that is there; every third stays as it was made up.
                case.path_parameters = {**(case.path_parameters or {}), **self.there(operation.path)}
            if name == "PATCH /session/{lsid}" and at % 3 != 2:
                case.body = {"external_key": f"CHG-{at}"}
            self.judge(name, case)
        for case in examples(operation, GenerationMode.NEGATIVE, WRONG):
            self.judge(name, case)

    def there(self, path):
        now = control("/sessions")
        if "{lsid}" in path:
            return {"lsid": now["running"][0]["lsid"]} if now["running"] else {}
        if path.startswith("/user"):
            return {"id": now["people"][0]["id"]} if now["people"] else {}
        if "{id}" in path:
            return {"id": int(now["clients"][0]["id"]) if isinstance(now["clients"], list) else int(next(iter(now["clients"])))}
        return {}

    def judge(self, name, case):
        response = case.call(base_url=ROOT + BASE, session=self.session, headers=self.headers, timeout=20)
        self.calls += 1
        self.good[name] += response.status_code < 300
        try:
            case.validate_response(response, checks=CHECKS, headers=self.headers)
        except FailureGroup as group:
            for failure in group.exceptions:
                if type(failure).__name__ == "UndefinedStatusCode" and response.status_code in STATUSES:
                    right = isinstance(response.json().get("message"), str)
                    if right:
                        self.excused[response.status_code].add(name)
                        continue
                if name == OVERLAP[0] and OVERLAP[1] in str(failure.message):
                    self.excused["overlap"].add(name)
                    continue
                text = str(failure.message).strip().replace("\n", " | ")[:240]
                self.faults[f"{name}: {failure.title}: {text} [{case.path_parameters} {str(case.query)[:80]} "
                            f"{str(case.body)[:120]} -> {response.status_code} {response.content[:160]!r}]"] += 1


def main():
    judge = Judge(sys.argv[-1])
    operations = judge.run()
    print(f"command v2: {judge.calls} calls, {operations} operations, {sum(1 for n in judge.good.values() if n)} with a success")
    reasons = {**STATUSES, "overlap": "schemas of the file that overlap"}
    for excuse, names in judge.excused.items():
        print(f"  excused {excuse}, {len(names)} operations: {reasons[excuse]}")
    counts = {excuse: len(names) for excuse, names in judge.excused.items()}
    if counts != EXPECTED:
        judge.faults[f"excuses: {counts}, and not {EXPECTED}"] += 1
    faults = list(judge.faults) + [f"{name}: no request succeeded" for name, count in judge.good.items() if not count]
    for fault in faults[:30]:
        print(f"  FAULT {fault}")
    print(f"{len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
