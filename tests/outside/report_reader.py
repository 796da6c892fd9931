"""The reports as lxml reads them, turned into the JSON that btapi is said to print. Written from
the description of the documents, not from the project's code.
"""

import re
from datetime import datetime, timezone

from command_reader import Taken, flag, local, number, same, text_of, tree, word
from lxml import etree


def at(text):
    return datetime.fromtimestamp(int(text.strip()), timezone.utc).isoformat()


def is_empty(node):
    return not node.attrib and not text_of(node).strip() and not any(isinstance(c.tag, str) for c in node)


def shown(taken, name):
    """A text with its white space, unless it is blank."""
    text = taken.value(name)
    return text if text is not None and text.strip() else None


def trimmed(taken, name):
    text = shown(taken, name)
    return None if text is None else text.strip()


def inside(taken, name, read):
    """The first element of a name, unless it holds nothing."""
    child = taken.take(name)
    return None if child is None or is_empty(child) else read(child)


def listed(taken, name, item, read):
    """The items of a list; what else is in it keeps it whole."""
    child = taken.take(name)
    if child is None:
        return []
    inner = Taken(child)
    items = inner.all(item, read)
    if inner.extra():
        taken.whole.append(tree(child))
    return items


def some(**members):
    return {name.rstrip("_"): value for name, value in members.items() if value is not None and value != []}


def id_of(taken):
    """-1 stands for none."""
    value = taken.guess_attribute("id", number)
    return None if value == -1 else value


def actor(node):
    taken = Taken(node)
    made = some(type=taken.attribute("type", word), gsnumber=taken.attribute("gsnumber", word))
    return {**made, "name": taken.text(), **taken.extra()}


def pairs(taken):
    made = []
    while (data := taken.take("data")) is not None:
        for value in data:
            if isinstance(value.tag, str):
                made.append({"name": value.get("name"), "value": value.get("value")})
    return made


def computer(node):
    def field(child):
        taken = Taken(child)
        names = some(name=taken.attribute("name", same), id=taken.attribute("id", same))
        return {**names, "text": taken.text().strip(), **taken.extra()}

    def row(child):
        taken = Taken(child)
        return {"fields": taken.all("field", field), **taken.extra()}

    def category(child):
        taken = Taken(child)
        return {
            "name": taken.attribute("name", same) or "",
            "description": None if child.find("{*}description") is None else listed(taken, "description", "field", field),
            "data": None if child.find("{*}data") is None else listed(taken, "data", "row", row),
            **taken.extra(),
        }

    taken = Taken(node)
    return {"categories": taken.all("category", category), **taken.extra()}


def event(node):
    def file(child):
        taken = Taken(child)
        return {"filename": shown(taken, "filename"), "filesize": taken.guess("filesize", number), **taken.extra()}

    taken = Taken(node)
    made = {
        "timestamp": taken.attribute("timestamp", at, needed=True),
        "event_type": taken.attribute("event_type", word, needed=True),
        **some(
            performed_by=inside(taken, "performed_by", actor),
            destination=inside(taken, "destination", actor),
            body=taken.value("body"),
            encoded_body=taken.value("encoded_body"),
            data=pairs(taken),
            filename=shown(taken, "filename"),
            filesize=taken.guess("filesize", number),
            files=listed(taken, "files", "file", file),
        ),
    }
    information = taken.take("system_information")
    if information is not None:
        made["system_information"] = computer(information)
    return {**made, **taken.extra()}


def customer(node):
    def said(child):
        taken = Taken(child)
        names = ("name", "company", "company_code", "issue", "details")
        return {**{name: shown(taken, name) for name in names}, **taken.extra()}

    taken = Taken(node)
    return {
        "gsnumber": taken.attribute("gsnumber", word),
        "username": shown(taken, "username"),
        "public_ip": trimmed(taken, "public_ip"),
        "private_ip": trimmed(taken, "private_ip"),
        "hostname": shown(taken, "hostname"),
        "os": shown(taken, "os"),
        "primary_cust": taken.guess("primary_cust", flag),
        "info": inside(taken, "info", said),
        **taken.extra(),
    }


def representative(node):
    taken = Taken(node)
    return {
        "gsnumber": taken.attribute("gsnumber", word),
        "id": taken.guess_attribute("id", number),
        "username": shown(taken, "username"),
        "display_name": shown(taken, "display_name"),
        "public_display_name": shown(taken, "public_display_name"),
        "private_display_name": shown(taken, "private_display_name"),
        "public_ip": trimmed(taken, "public_ip"),
        "private_ip": trimmed(taken, "private_ip"),
        "hostname": shown(taken, "hostname"),
        "os": shown(taken, "os"),
        "session_owner": taken.guess("session_owner", flag),
        "seconds_involved": taken.guess("seconds_involved", number),
        "invited": taken.guess("invited", flag),
        "primary_rep": taken.guess("primary_rep", flag),
        **taken.extra(),
    }


def primary(node):
    taken = Taken(node)
    number_of = taken.attribute("gsnumber", word)
    made = some(id=taken.guess_attribute("id", number))
    return {"gsnumber": number_of, **made, "name": taken.text(), **taken.extra()}


def named(node):
    """A public site, a Jumpoint."""
    taken = Taken(node)
    return {"id": id_of(taken), "name": taken.text(), **taken.extra()}


def jump_group(node):
    taken = Taken(node)
    kind = taken.attribute("type", word)
    return {"type": kind, "id": id_of(taken), "name": taken.text(), **taken.extra()}


def unless_none(found, *names):
    return found if found and any(found.get(name) is not None for name in names) or found and found["name"].strip() else None


def recording(node):
    taken = Taken(node)
    return {
        "instance": taken.guess_attribute("instance", number),
        "download_url": trimmed(taken, "download_url"),
        "view_url": trimmed(taken, "view_url"),
        **taken.extra(),
    }


def pointer(node):
    taken = Taken(node)
    return {"gsnumber": taken.attribute("gsnumber", word), **taken.extra()}


def attribute(node):
    taken = Taken(node)
    return {
        "code_name": taken.attribute("code_name", same, needed=True),
        "display_name": taken.attribute("display_name", same),
        "value": taken.text(),
        **taken.extra(),
    }


def session(node):
    taken = Taken(node)
    made = {
        "lsid": taken.attribute("lsid", word, needed=True),
        "session_type": taken.value("session_type", word),
        "lseq": taken.guess("lseq", number),
        "start_time": taken.time("start_time", needed=True),
        "end_time": taken.time("end_time"),
        "duration": taken.value("duration", word),
        "public_site": inside(taken, "public_site", named),
        "external_key": trimmed(taken, "external_key"),
        "custom_attributes": listed(taken, "custom_attributes", "custom_attribute", attribute),
    }
    for name in ("session_chat_view_url", "session_chat_download_url", "session_recording_view_url",
                 "session_recording_download_url"):
        made[name] = trimmed(taken, name)
    for name in ("show_my_screen_recording", "command_shell_recording"):
        made[name + "s"] = listed(taken, name + "s", name, recording)
    for name in ("file_transfer_count", "file_move_count", "file_delete_count"):
        made[name] = taken.guess(name, number)
    made["primary_customer"] = inside(taken, "primary_customer", primary)
    made["primary_rep"] = inside(taken, "primary_rep", primary)
    made["jumpoint"] = unless_none(inside(taken, "jumpoint", named), "id")
    made["jump_group"] = unless_none(inside(taken, "jump_group", jump_group), "id", "type")
    made["rep_join_time"] = taken.time("rep_join_time", loose=True)
    teams = taken.take("team_list")
    made["team_list"] = None if teams is None else tree(teams)
    made["customers"] = listed(taken, "customer_list", "customer", customer)
    made["representatives"] = listed(taken, "rep_list", "representative", representative)
    made["customer_surveys"] = listed(taken, "cust_survey_list", "cust_exit_survey", pointer)
    made["representative_surveys"] = listed(taken, "rep_survey_list", "rep_exit_survey", pointer)
    made["events"] = listed(taken, "session_details", "event", event)
    return {**made, **taken.extra()}


def session_summary(node):
    taken = Taken(node)
    made = {
        "lsid": taken.attribute("lsid", word, needed=True),
        "has_recording": taken.guess_attribute("has_recording", flag),
        "external_key": taken.attribute("external_key", word) or trimmed(taken, "external_key"),
    }
    return {**made, **taken.extra()}


def team_activity(node):
    taken = Taken(node)
    made = {"id": taken.guess_attribute("id", number), "name": taken.attribute("name", same)}
    members = taken.take("members")
    made["members"] = None if members is None else tree(members)
    made["events"] = listed(taken, "events", "event", event)
    return {**made, **taken.extra()}


def vault_account_activity(node):
    def by(child):
        inner = Taken(child)
        made = {"type": inner.attribute("type", word), "id": inner.guess_attribute("id", number)}
        return {**made, "name": inner.text(), **inner.extra()}

    taken = Taken(node)
    return {
        "timestamp": taken.attribute("timestamp", at, needed=True),
        "event_type": taken.attribute("event_type", word, needed=True),
        "account": taken.guess_attribute("account", number),
        "performed_by": inside(taken, "performed_by", by),
        "data": shown(taken, "data"),
        **taken.extra(),
    }


def exit_survey(node):
    def submitter(child):
        inner = Taken(child)
        return {"type": inner.attribute("type", word), "name": inner.text(), **inner.extra()}

    def question(child):
        inner = Taken(child)
        made = {"id": inner.guess_attribute("id", number), "type": trimmed(inner, "type"), "name": trimmed(inner, "name"),
                "label": shown(inner, "label"), "report_header": shown(inner, "report_header")}
        answers = inner.take("answer_list")
        made["answers"] = [] if answers is None else [text_of(answer) for answer in answers if isinstance(answer.tag, str)]
        return {**made, **inner.extra()}

    taken = Taken(node)
    made = {"lsid": taken.attribute("lsid", word, needed=True)}
    made["timestamp"] = taken.guess_attribute("timestamp", at) or taken.guess_attribute("ts", at)
    made["submitted_by"] = inside(taken, "submitted_by", submitter)
    made["primary_customer"] = inside(taken, "primary_customer", primary)
    made["primary_rep"] = inside(taken, "primary_rep", primary)
    made["customers"] = listed(taken, "customer_list", "customer", customer)
    made["representatives"] = listed(taken, "rep_list", "representative", representative)
    made["questions"] = listed(taken, "question_list", "question", question)
    return {**made, **taken.extra()}


def state_archive(node):
    taken = Taken(node)
    return {"type": "state", "time": taken.time("time", needed=True),
            "index": taken.value("index", number, needed=True), **taken.extra()}


def event_archive(node):
    taken = Taken(node)
    return {"type": "event", "start_time": taken.time("start_time", needed=True),
            "end_time": taken.time("end_time", loose=True),
            "index": taken.value("index", number, needed=True), **taken.extra()}


def license_usage(node):
    taken = Taken(node)
    return {
        "start_time": taken.time("start_time", loose=True),
        "end_time": taken.time("end_time", loose=True),
        "group_by": taken.value("group_by", word),
        "license_time_intervals": listed(taken, "license_time_intervals", "license_time_interval", tree),
        **taken.extra(),
    }


ITEMS = {reader.__name__: reader for reader in (session, session_summary, team_activity, vault_account_activity,
                                                exit_survey, state_archive, event_archive)}


def read(document):
    """Turns a report into the JSON of its items; no data is no item."""
    root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    if local(root) == "error":
        assert re.search(r"matching your chosen criteria is available\.?$", text_of(root).strip()), text_of(root)
        return []
    if local(root) == "license_usage":
        return license_usage(root)
    return [ITEMS.get(local(node), tree)(node) for node in root if isinstance(node.tag, str)]
