//! The short list of faults that no rule can tell from their shape.
//!
//! Each patch names its place by JSON pointer and gives its reason. One that no longer matches
//! is a note, so that a mended file of the vendor's makes itself heard.

use crate::source::Identity;
use crate::yaml::{self, At, Node, Value, unescape};

use super::notes::Notes;

/// Mends `root` by every patch that is meant for it.
pub(super) fn apply(root: &mut Node, identity: &Identity, file: &str, notes: &mut Notes) {
    let meant = PATCHES
        .iter()
        .filter(|patch| patch.api == identity.api && patch.products.contains(&identity.product.as_str()));
    let missed: Vec<&Patch> = meant.filter(|patch| !patch.edit.apply(root, patch.pointer)).collect();
    for patch in missed {
        let what = format!("the patch of {} no longer matches ({})", patch.pointer, patch.reason);
        notes.note(&At::root(file, root), what);
    }
}

/// One mended place.
#[derive(Debug)]
struct Patch {
    api: &'static str,
    products: &'static [&'static str],
    pointer: &'static str,
    edit: Edit,
    reason: &'static str,
}

#[derive(Debug)]
enum Edit {
    /// Another scalar in the place of this one.
    Replace(&'static str, &'static str),
    /// A member, in YAML, where there is none yet.
    Add(&'static str, &'static str),
    /// One more item of a list, in YAML, unless it is there.
    Append(&'static str),
    /// One member less.
    Remove(&'static str),
    /// A body in this component's form, which may be missing, for an answer that shows none.
    MaybeBody(&'static str),
}

impl Edit {
    /// Returns whether the place was as expected.
    fn apply(&self, root: &mut Node, pointer: &str) -> bool {
        // A patch must not point to what a newer file no longer has.
        let name = match self {
            Self::MaybeBody(name) => Some(*name),
            Self::Replace(_, text) | Self::Add(_, text) | Self::Append(text) => {
                text.split_once("#/components/schemas/").and_then(|(_, rest)| rest.split('\'').next())
            }
            Self::Remove(_) => None,
        };
        if name.is_some_and(|name| find(root, &format!("/components/schemas/{name}")).is_none()) {
            return false;
        }
        let Some(node) = find(root, pointer) else { return false };
        let line = node.line;
        match (self, &mut node.value) {
            (Self::Replace(from, to), Value::Scalar { text, .. }) if text == from => {
                (*to).clone_into(text);
                true
            }
            (Self::Add(key, value), Value::Map(entries)) => add(entries, line, key, value),
            (Self::Append(value), Value::List(items)) => match parse(value, line) {
                Some(item) if !items.iter().any(|before| same(before, &item)) => {
                    items.push(item);
                    true
                }
                _ => false,
            },
            (Self::Remove(key), Value::Map(entries)) => {
                let before = entries.len();
                entries.retain(|(name, _)| name != key);
                entries.len() < before
            }
            (Self::MaybeBody(name), Value::Map(entries)) => {
                let content =
                    format!("{{application/json: {{schema: {{$ref: '#/components/schemas/{name}'}}}}}}");
                add(entries, line, "content", &content) && add(entries, line, "x-mend-optional", "true")
            }
            _ => false,
        }
    }
}

fn add(entries: &mut Vec<(String, Node)>, line: usize, key: &str, value: &str) -> bool {
    if entries.iter().any(|(name, _)| name == key) {
        return false;
    }
    let Some(node) = parse(value, line) else { return false };
    entries.push((key.to_owned(), node));
    true
}

fn find<'n>(root: &'n mut Node, pointer: &str) -> Option<&'n mut Node> {
    let mut node = root;
    for step in pointer.split('/').skip(1) {
        let key = unescape(step);
        node = match &mut node.value {
            Value::Map(entries) => entries.iter_mut().find(|(name, _)| *name == key).map(|(_, node)| node)?,
            Value::List(items) => items.get_mut(key.parse::<usize>().ok()?)?,
            Value::Scalar { .. } => return None,
        };
    }
    Some(node)
}

/// Reads a value of this table; what it holds stands on the line of the patched place.
fn parse(text: &str, line: usize) -> Option<Node> {
    fn place(node: &mut Node, line: usize) {
        node.line = line;
        match &mut node.value {
            Value::Scalar { .. } => {}
            Value::List(items) => items.iter_mut().for_each(|item| place(item, line)),
            Value::Map(entries) => entries.iter_mut().for_each(|(_, entry)| place(entry, line)),
        }
    }
    let mut node = yaml::read("patch", text).ok()?;
    place(&mut node, line);
    Some(node)
}

fn same(left: &Node, right: &Node) -> bool {
    match (&left.value, &right.value) {
        (Value::Scalar { text: left, .. }, Value::Scalar { text: right, .. }) => left == right,
        (Value::List(left), Value::List(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Value::Map(left), Value::Map(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .zip(right)
                    .all(|((key, left), (other, right))| key == other && same(left, right))
        }
        _ => false,
    }
}

const BOTH: &[&str] = &["pra", "rs"];
const PRA: &[&str] = &["pra"];
const RS: &[&str] = &["rs"];

const fn config(
    products: &'static [&'static str],
    pointer: &'static str,
    edit: Edit,
    reason: &'static str,
) -> Patch {
    Patch { api: "configuration", products, pointer, edit, reason }
}

/// Faults of the files of version 1.10.
const PATCHES: &[Patch] = &[
    config(
        BOTH,
        "/paths/~1vault~1account-group~1{id}~1user/post/requestBody/content/application~1json/schema/$ref",
        Edit::Replace(
            "#/components/schemas/VaultAccountGroupAccount",
            "#/components/schemas/VaultAccountGroupUser",
        ),
        "a user is added, and every field of the schema shown is read-only",
    ),
    config(
        BOTH,
        "/paths/~1vault~1account-group~1{id}~1account/post/requestBody/content/application~1json/schema/properties/account_id",
        Edit::Remove("readOnly"),
        "it is the one field of the body, so it is sent",
    ),
    config(
        BOTH,
        "/paths/~1vault~1account-group~1{id}~1account/post/requestBody/content/application~1json/schema",
        Edit::Add("required", "[account_id]"),
        "a body without its one field says nothing",
    ),
    config(
        BOTH,
        "/components/schemas/AccountJumpGroupAssociationItem/properties/shared_jump_group_id",
        Edit::Remove("readOnly"),
        "the schema is that of a body, and the field is required in it",
    ),
    config(
        BOTH,
        "/paths/~1jumpoint~1{id}~1user/post",
        Edit::Add(
            "requestBody",
            "{required: true, content: {application/json: {schema: {$ref: '#/components/schemas/JumpointUser'}}}}",
        ),
        "a user cannot be added without saying which",
    ),
    config(
        BOTH,
        "/components/schemas/JumpointUser/properties/user_id",
        Edit::Remove("readOnly"),
        "it is sent to add the user",
    ),
    config(
        BOTH,
        "/components/schemas/JumpointUser",
        Edit::Add("required", "[user_id]"),
        "a body without its one field says nothing",
    ),
    config(
        BOTH,
        "/components/schemas/VaultAccountCredential/properties",
        Edit::Add("token", "{type: string, minLength: 1}"),
        "opaque tokens are checked out too; the vendor's Terraform provider reads the token here",
    ),
    config(
        BOTH,
        "/components/schemas/VaultSSHAccount/properties",
        Edit::Add("account_policy", "{type: string, minLength: 1, maxLength: 64, nullable: true}"),
        "the vendor's Terraform provider sends it, and accounts of other kinds have it",
    ),
    config(
        BOTH,
        "/paths/~1vault~1account~1{id}/get/responses/200/content/application~1json/schema/oneOf",
        Edit::Append("{$ref: '#/components/schemas/VaultLocalAccount'}"),
        "the list shows accounts of this kind, and no other operation answers with this schema",
    ),
    config(
        BOTH,
        "/paths/~1vault~1account~1{id}/get/responses/200/content/application~1json/schema/oneOf",
        Edit::Append("{$ref: '#/components/schemas/VaultDomainAccount'}"),
        "the list shows accounts of this kind, and no other operation answers with this schema",
    ),
    config(
        BOTH,
        "/paths/~1jump-client~1installer/post/requestBody/content/application~1json/schema/properties",
        Edit::Add("max_offline_minutes", "{type: integer, format: int32}"),
        "the vendor's Terraform provider always sends it",
    ),
    config(
        BOTH,
        "/paths/~1jump-client~1installer/post/requestBody/content/application~1json/schema/properties",
        Edit::Add("allow_override_max_offline_minutes", "{type: boolean}"),
        "the vendor's Terraform provider always sends it",
    ),
    config(
        RS,
        "/components/schemas/Team/properties/public_portal_ids/default/0",
        Edit::Replace("All portals", "all"),
        "the value for all portals is another one; this is what the pages of the appliance show",
    ),
    config(
        BOTH,
        "/paths/~1user~1provision/post/requestBody",
        Edit::Add("required", "false"),
        "without a list of users all are provisioned",
    ),
    config(
        BOTH,
        "/paths/~1endpoint-automation~1script~1{id}~1resource/get/responses/200",
        Edit::Add("x-mend-list", "true"),
        "a script may have several resources, though the operation id does not end like that of a list",
    ),
    config(
        BOTH,
        "/paths/~1group-policy~1{id}~1jump-group/post/responses/201",
        Edit::MaybeBody("GroupPolicyJumpGroup"),
        "the vendor's Terraform provider fails without a body",
    ),
    config(
        BOTH,
        "/paths/~1group-policy~1{id}~1jumpoint/post/responses/201",
        Edit::MaybeBody("GroupPolicyJumpoint"),
        "the vendor's Terraform provider fails without a body",
    ),
    config(
        BOTH,
        "/paths/~1group-policy~1{id}~1member/post/responses/201",
        Edit::MaybeBody("GroupPolicyMember"),
        "clients in use read a body unless the status is 204",
    ),
    config(
        BOTH,
        "/paths/~1vault~1account~1{id}~1jump-item-association~1jump-item/post/responses/200",
        Edit::MaybeBody("AccountInjectableJumpItem"),
        "the same operation of an account group shows it, and clients in use read it",
    ),
    config(
        PRA,
        "/paths/~1vendor~1{id}~1user/post/responses/200",
        Edit::MaybeBody("VendorUser"),
        "creating anything else answers with what was created",
    ),
    config(
        PRA,
        "/paths/~1vendor~1{id}~1user~1{user_id}/get/responses/200",
        Edit::MaybeBody("VendorUser"),
        "reading something without an answer has no sense",
    ),
    Patch {
        api: "command",
        products: BOTH,
        pointer: "/paths/~1session~1{lsid}/get/responses/200/content/application~1json/schema/items",
        edit: Edit::Add("x-mend-name", "SessionAttribute"),
        reason: "the path says session, yet its attributes are answered",
    },
    Patch {
        api: "reporting",
        products: BOTH,
        pointer: "/paths/~1api~1reporting~1v2~1duplicate-jump-clients~1{id}/get/responses/200/content/application~1json/schema",
        edit: Edit::Add("x-mend-name", "DuplicateJumpClientResponse"),
        reason: "the path is in the plural, yet one is answered",
    },
];
