//! Arbitrary bytes, arbitrary trees and spoiled documents: nothing panics, the bounds hold, what is
//! read is the same after JSON, and errors do not repeat the content.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::survives::survives;
use crate::{Content, Limits, Tree, text};

/// Names that documents know, and some that they do not.
const NAMES: [&str; 94] = [
    "api_information",
    "api_version",
    "timestamp",
    "permissions",
    "permission",
    "perm_command",
    "health_check",
    "appliance",
    "version",
    "success",
    "error",
    "error_message",
    "failover_role",
    "enabled_shared_ips",
    "ip",
    "last_data_sync_time",
    "appliances",
    "name",
    "public_hostname",
    "cluster_role",
    "accepting_connections",
    "timezone_offset",
    "logged_in_reps",
    "rep",
    "display_name",
    "type",
    "direct_link",
    "a",
    "logged_in_since",
    "presentation_count",
    "support_teams",
    "support_team",
    "issues",
    "issue",
    "session_key",
    "queue",
    "expires",
    "custom_attributes",
    "custom_attribute",
    "connected_clients",
    "connected_push_agent",
    "platform",
    "download_url",
    "session_list",
    "session",
    "lsid",
    "start_time",
    "end_time",
    "duration",
    "jumpoint",
    "jump_group",
    "customer_list",
    "customer",
    "info",
    "details",
    "rep_list",
    "representative",
    "public_ip",
    "session_details",
    "event",
    "performed_by",
    "encoded_body",
    "data",
    "value",
    "files",
    "file",
    "system_information",
    "category",
    "description",
    "row",
    "field",
    "session_summary_list",
    "session_summary",
    "external_key",
    "team_activity_list",
    "team_activity",
    "events",
    "vault_account_activity_list",
    "vault_account_activity",
    "exit_survey_list",
    "exit_survey",
    "question_list",
    "question",
    "answer_list",
    "answer",
    "license_usage",
    "license_time_intervals",
    "license_time_interval",
    "archives",
    "state_archive",
    "event_archive",
    "time",
    "index",
    "x",
];

/// Names of attributes, and texts.
const ATTRIBUTES: [&str; 13] = [
    "id",
    "name",
    "ts",
    "timestamp",
    "code_name",
    "type",
    "available",
    "href",
    "lsid",
    "event_type",
    "gsnumber",
    "value",
    "instance",
];
const TEXTS: [&str; 9] = [
    "",
    " \n",
    "1",
    "0",
    "-1",
    "1700000000",
    "2023-11-14T22:13:20.5+0000",
    "Hunter2 & <co>]]>",
    "full_access",
];

/// What every text of a secret document holds: no error may.
const SECRET: Option<&str> = Some("Hunter2");

fn trees() -> impl Strategy<Value = Tree> {
    let name = || select(NAMES.to_vec()).prop_map(str::to_owned);
    let text = || prop_oneof![select(TEXTS.to_vec()).prop_map(str::to_owned), "\\PC{0,6}"];
    let attributes = move || {
        proptest::collection::btree_map(select(ATTRIBUTES.to_vec()).prop_map(str::to_owned), text(), 0..3)
    };
    let leaf = (name(), attributes(), text()).prop_map(|(name, attributes, text)| Tree {
        name,
        attributes,
        content: vec![Content::Text(text)],
    });
    leaf.prop_recursive(5, 48, 8, move |inner| {
        let content = prop_oneof![4 => inner.prop_map(Content::Element), 1 => text().prop_map(Content::Text)];
        (name(), attributes(), vec(content, 0..8)).prop_map(|(name, attributes, content)| Tree {
            name,
            attributes,
            content,
        })
    })
}

fn write(tree: &Tree, out: &mut String) {
    write!(out, "<{}", tree.name).unwrap();
    for (name, value) in &tree.attributes {
        write!(out, " {name}=\"{}\"", escape(value)).unwrap();
    }
    if tree.content.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    for content in &tree.content {
        match content {
            Content::Text(text) => out.push_str(&escape(text)),
            Content::Element(tree) => write(tree, out),
        }
    }
    write!(out, "</{}>", tree.name).unwrap();
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn written(tree: &Tree) -> String {
    let mut xml = String::new();
    write(tree, &mut xml);
    xml
}

fn depth(tree: &Tree) -> usize {
    1 + tree.children().map(depth).max().unwrap_or(0)
}

const SAMPLES: [&str; 8] = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n<connected_clients xmlns=\"u\"><connected_push_agent id='1'><hostname>Hunter2</hostname>\
     <platform id='l'>Linux</platform><timezone_offset>0</timezone_offset><connected_since ts='1'>x</connected_since></connected_push_agent></connected_clients>",
    "<api_information><api_version>1</api_version><timestamp>1</timestamp><permissions><permission name='perm_ecm'>1</permission></permissions></api_information>",
    "<session_key><type>support</type><expires>1</expires><queue available='1'>rep</queue><short_key>1</short_key><key_url>u</key_url><mail_subject>é&amp;</mail_subject><mail_body><![CDATA[<Hunter2>]]></mail_body></session_key>",
    "<support_teams><!-- --><support_team id='7'><name>Hunter2</name><members><representative id='1'/></members></support_team></support_teams>",
    "<session_list xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><session lsid='0a'><lseq>1</lseq><start_time timestamp='1'>x</start_time><end_time xsi:nil='true'/><external_key>Hunter2</external_key>\
     <jumpoint id='-1'>j</jumpoint><customer_list><customer gsnumber='2'><public_ip>[::1]:5</public_ip><info><name>é</name></info></customer></customer_list><rep_list><representative id='5'><session_owner>1</session_owner></representative></rep_list>\
     <session_details><event timestamp='1' event_type='Chat Message'><performed_by type='system' gsnumber='0'>s</performed_by><encoded_body>SHVudGVyMg==</encoded_body><data><value name='a' value='Hunter2'/></data><files><file><filename>f</filename></file></files>\
     <system_information><category name='c'><description><field name='f'>h</field></description><data><row><field>Hunter2</field></row></data></category></system_information></event></session_details></session></session_list>",
    "<team_activity_list><team_activity id='4' name='Hunter2'><events><event timestamp='1' event_type='x'/></events></team_activity></team_activity_list>",
    "<exit_survey_list><exit_survey lsid='a' ts='1'><submitted_by type='rep'>Hunter2</submitted_by><question_list><question id='1'><type>radio</type><answer_list><answer>4</answer></answer_list></question></question_list></exit_survey></exit_survey_list>",
    "<archives><state_archive><time timestamp='1'>x</time><index>1</index></state_archive><event_archive><start_time>1</start_time><end_time>Hunter2</end_time><index>2</index></event_archive></archives>",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_do_not_panic(bytes in vec(any::<u8>(), 0..200)) {
        survives(&bytes, SECRET);
    }

    #[test]
    fn pieces_of_markup_do_not_panic(pieces in vec(select(vec![
        "<", ">", "/", "</", "/>", "<a", "<a>", "</a>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<!", "<!DOCTYPE", "xmlns='u'",
        "='", "'", "\"", "=", " ", "&", ";", "&#", "x", "é", "\u{feff}", "<error>", "{", "<?xml ", " encoding='", "<p:b xmlns:p='u'>",
    ]), 0..24)) {
        survives(pieces.concat().as_bytes(), SECRET);
    }

    #[test]
    fn arbitrary_trees_do_not_panic(tree in trees()) {
        survives(written(&tree).as_bytes(), SECRET);
    }

    #[test]
    fn spoiled_documents_do_not_panic(
        sample in select(SAMPLES.to_vec()),
        changes in vec((any::<Index>(), any::<Index>(), any::<u8>(), 0..4_u8), 1..6),
    ) {
        let mut bytes = sample.as_bytes().to_vec();
        for (from, to, byte, change) in changes {
            if bytes.is_empty() {
                break;
            }
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            let (from, to) = (from.min(to), from.max(to));
            match change {
                0 => bytes[from] = byte,
                1 => drop(bytes.drain(from..to.min(from + 9))),
                2 => bytes.insert(from, byte),
                _ => {
                    let piece = bytes[from..to].to_vec();
                    bytes.splice(to..to, piece);
                }
            }
        }
        survives(&bytes, SECRET);
    }

    #[test]
    fn trees_are_read_as_they_were_written(tree in trees()) {
        let xml = written(&tree);
        let limits = Limits::default();
        let read = text::parse(text::decode(xml.as_bytes(), &limits).unwrap(), &limits, |root| Ok(Tree::of(root))).unwrap();
        let again = text::parse(text::decode(xml.as_bytes(), &limits).unwrap(), &limits, |root| Ok(Tree::of(root))).unwrap();
        prop_assert_eq!(&read, &again);
        let json = serde_json::to_string(&read).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Tree>(&json).unwrap(), &read);
        // What was read is written and read as the same.
        let rewritten = written(&read);
        let reread = text::parse(text::decode(rewritten.as_bytes(), &limits).unwrap(), &limits, |root| Ok(Tree::of(root))).unwrap();
        prop_assert_eq!(&reread, &read);
        prop_assert_eq!((&read.name, depth(&read)), (&tree.name, depth(&tree)));
    }

    #[test]
    fn the_walk_before_the_parser_counts_as_the_parser_does(tree in trees(), limit in 1..7_usize) {
        let xml = written(&tree);
        let limits = Limits { depth: limit, ..Limits::default() };
        let result = text::parse(text::decode(xml.as_bytes(), &limits).unwrap(), &limits, |_| Ok(()));
        prop_assert_eq!(result.is_ok(), depth(&tree) <= limit);
        let most = most_attributes(&tree);
        let limits = Limits { attributes: limit - 1, ..Limits::default() };
        let result = text::parse(text::decode(xml.as_bytes(), &limits).unwrap(), &limits, |_| Ok(()));
        prop_assert_eq!(result.is_ok(), most < limit);
    }
}

fn most_attributes(tree: &Tree) -> usize {
    tree.children().map(most_attributes).max().unwrap_or(0).max(tree.attributes.len())
}
