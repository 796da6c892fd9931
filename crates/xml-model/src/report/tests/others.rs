//! Listings, teams, the Vault, surveys, licenses, and what nobody has described.

use expect_test::expect;

use super::*;

#[test]
fn listed_sessions() {
    check::<Items<ListedSession>>(
        r#"<session_summary_list>
<session_summary lsid="0a" has_recording="1" external_key="INC-9" />
<session_summary lsid="0b" has_recording="0"  />
<session_summary lsid="0c"><external_key> INC-10
</external_key></session_summary>
</session_summary_list>"#,
        expect![[
            r#"{"items":[{"lsid":"0a","has_recording":true,"external_key":"INC-9"},{"lsid":"0b","has_recording":false,"external_key":null},{"lsid":"0c","has_recording":null,"external_key":"INC-10"}]}"#
        ]],
    );
}

#[test]
fn a_key_is_an_attribute_or_an_element() {
    let one = |xml: &str| {
        let xml = format!("<session_summary_list>{xml}</session_summary_list>");
        read::<Items<ListedSession>>(xml.as_bytes()).unwrap().items.remove(0)
    };
    let attribute = one("<session_summary lsid='a' external_key='k'/>");
    assert_eq!(one("<session_summary lsid='a'><external_key>k</external_key></session_summary>"), attribute);
    assert_eq!(
        one("<session_summary lsid='a' external_key=' '><external_key>k</external_key></session_summary>"),
        attribute
    );
    let both =
        one("<session_summary lsid='a' external_key='k'><external_key>l</external_key></session_summary>");
    assert_eq!(
        (both.external_key.as_deref(), both.extra.element("external_key").unwrap().text()),
        (Some("k"), "l".into())
    );
    for none in [
        "<session_summary lsid='a' external_key=''/>",
        "<session_summary lsid='a'><external_key/></session_summary>",
    ] {
        assert_eq!(one(none).external_key, None);
    }
    let odd = one("<session_summary lsid='a' has_recording='perhaps'/>");
    assert_eq!((odd.has_recording, odd.extra.attribute("has_recording")), (None, Some("perhaps")));
    refused::<Items<ListedSession>>(
        "<session_summary_list><session_summary/></session_summary_list>",
        "the attribute `lsid` is missing in `/session_summary_list/session_summary` at byte 22",
    );
}

#[test]
fn activity_of_teams() {
    let list = check::<Items<TeamActivity>>(
        r#"<team_activity_list>
  <team_activity name="Ops" id="4"><members><member id="5">Ada</member></members><events>
    <event timestamp="1700000000" event_type="Conference Member State Changed">
      <performed_by type="representative">Ada</performed_by>
      <data><value name="state" value="connected" /><value name="private_ip" value="Unknown" /></data>
    </event>
    <event timestamp="1700000001" event_type="Conference Member Departed"/>
  </events></team_activity>
  <team_activity/>
</team_activity_list>"#,
        expect![[
            r#"{"items":[{"id":4,"name":"Ops","members":{"name":"members","content":[{"name":"member","attributes":{"id":"5"},"content":["Ada"]}]},"events":[{"timestamp":"2023-11-14T22:13:20+00:00","event_type":"Conference Member State Changed","performed_by":{"type":"representative","name":"Ada"},"data":[{"name":"state","value":"connected"},{"name":"private_ip","value":"Unknown"}]},{"timestamp":"2023-11-14T22:13:21+00:00","event_type":"Conference Member Departed"}]},{"id":null,"name":null,"members":null,"events":[]}]}"#
        ]],
    );
    let state = list.items[0].events[0].member_state().unwrap();
    assert_eq!((state.is_connected(), state.private_ip), (Some(true), Some("Unknown")));
}

#[test]
fn activity_of_the_vault() {
    let list = check::<Items<VaultAccountActivity>>(
        r#"<vault_account_activity_list>
  <vault_account_activity timestamp="1700000000" event_type="Credentials Used" account="8">
    <performed_by id="5" type="User">Ada</performed_by>
    <data>0123456789abcdef0123456789abcdef</data>
  </vault_account_activity>
  <vault_account_activity timestamp="1700000001" event_type="Password Changed" account="8"><performed_by type="API Account">Robot</performed_by><data>Manually Edited</data></vault_account_activity>
  <vault_account_activity timestamp="1700000002" event_type="Account Created" account="9"><performed_by/><data></data></vault_account_activity>
  <vault_account_activity timestamp="1700000003" event_type="Rotation Failed"><data>no route</data><endpoint>db-7</endpoint></vault_account_activity>
</vault_account_activity_list>"#,
        expect![[
            r#"{"items":[{"timestamp":"2023-11-14T22:13:20+00:00","event_type":"Credentials Used","account":8,"performed_by":{"type":"User","id":5,"name":"Ada"},"data":"0123456789abcdef0123456789abcdef"},{"timestamp":"2023-11-14T22:13:21+00:00","event_type":"Password Changed","account":8,"performed_by":{"type":"API Account","id":null,"name":"Robot"},"data":"Manually Edited"},{"timestamp":"2023-11-14T22:13:22+00:00","event_type":"Account Created","account":9,"performed_by":null,"data":null},{"timestamp":"2023-11-14T22:13:23+00:00","event_type":"Rotation Failed","account":null,"performed_by":null,"data":"no route","extra":{"elements":[{"name":"endpoint","content":["db-7"]}]}}]}"#
        ]],
    );
    let lsids: Vec<_> = list.items.iter().map(VaultAccountActivity::lsid).collect();
    assert_eq!(lsids, [Some("0123456789abcdef0123456789abcdef"), None, None, None]);
    assert_eq!(list.items[3].extra.element("endpoint").unwrap().text(), "db-7");
    for name in ["Account Deleted", "Credentials Checked Out"] {
        assert!(!matches!(VaultEventType::from(name), VaultEventType::Other(_)), "{name}");
    }
    refused::<Items<VaultAccountActivity>>(
        "<vault_account_activity_list><vault_account_activity timestamp='hunter2'/></vault_account_activity_list>",
        "the attribute `timestamp` is not a number of seconds since 1970 in `/vault_account_activity_list/vault_account_activity` at byte 29",
    );
}

#[test]
fn surveys() {
    let list = check::<Items<ExitSurvey>>(
        r#"<exit_survey_list>
  <exit_survey lsid="0a" timestamp="1700000100">
    <submitted_by type="rep">Ada</submitted_by>
    <primary_customer gsnumber="12">Bo</primary_customer>
    <primary_rep gsnumber="11" id="5">Ada</primary_rep>
    <customer_list><customer gsnumber="12"><username>Bo</username></customer></customer_list>
    <rep_list><representative gsnumber="11" id="5"><username>ada</username></representative></rep_list>
    <question_list><question id="1">
      <type>radio</type><name>rating</name><label>How was it?</label><report_header>Rating</report_header>
      <answer_list><answer>4</answer></answer_list>
    </question><question id="2"><type>text</type><name>comments</name><answer_list><answer> Good.\nVery good. </answer><answer></answer></answer_list></question>
    <question id="x"><answer_list/></question><question/></question_list>
  </exit_survey>
  <exit_survey lsid="0b" ts="1700000101"/>
</exit_survey_list>"#,
        expect![[
            r#"{"items":[{"lsid":"0a","timestamp":"2023-11-14T22:15:00+00:00","submitted_by":{"type":"rep","name":"Ada"},"primary_customer":{"gsnumber":"12","name":"Bo"},"primary_rep":{"gsnumber":"11","id":5,"name":"Ada"},"customers":[{"gsnumber":"12","username":"Bo","public_ip":null,"private_ip":null,"hostname":null,"os":null,"primary_cust":null,"info":null}],"representatives":[{"gsnumber":"11","id":5,"username":"ada","display_name":null,"public_display_name":null,"private_display_name":null,"public_ip":null,"private_ip":null,"hostname":null,"os":null,"session_owner":null,"seconds_involved":null,"invited":null,"primary_rep":null}],"questions":[{"id":1,"type":"radio","name":"rating","label":"How was it?","report_header":"Rating","answers":["4"]},{"id":2,"type":"text","name":"comments","label":null,"report_header":null,"answers":[" Good.\\nVery good. ",""]},{"id":null,"type":null,"name":null,"label":null,"report_header":null,"answers":[],"extra":{"attributes":{"id":"x"}}},{"id":null,"type":null,"name":null,"label":null,"report_header":null,"answers":[]}]},{"lsid":"0b","timestamp":"2023-11-14T22:15:01+00:00","submitted_by":null,"primary_customer":null,"primary_rep":null,"customers":[],"representatives":[],"questions":[]}]}"#
        ]],
    );
    let survey = &list.items[0];
    assert_eq!(survey.question("rating").unwrap().answers, ["4"]);
    let comments = &survey.question("comments").unwrap().answers;
    assert_eq!(lines(&comments[0]).collect::<Vec<_>>(), [" Good.", "Very good. "]);
    assert_eq!(list.items[1].timestamp.unwrap().as_second(), 1_700_000_101);
}

#[test]
fn use_of_licenses() {
    let usage = check::<LicenseUsage>(
        r#"<license_usage><start_time timestamp="1700000000">2023-11-14 22:13:20</start_time>
<end_time timestamp="1700086400">2023-11-15 22:13:20</end_time><group_by>hour</group_by>
<license_time_intervals><license_time_interval timestamp="1700000000"><in_use>9</in_use></license_time_interval>
<license_time_interval/></license_time_intervals></license_usage>"#,
        expect![[
            r#"{"start_time":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":"2023-11-14 22:13:20"},"end_time":{"at":"2023-11-15T22:13:20+00:00","epoch":1700086400,"text":"2023-11-15 22:13:20"},"group_by":"hour","license_time_intervals":[{"name":"license_time_interval","attributes":{"timestamp":"1700000000"},"content":[{"name":"in_use","content":["9"]}]},{"name":"license_time_interval"}]}"#
        ]],
    );
    assert_eq!(usage.license_time_intervals[0].get("in_use").as_deref(), Some("9"));
    assert_eq!(usage.start_time.unwrap().at().unwrap().as_second(), 1_700_000_000);
    let none = check::<LicenseUsage>(
        "<license_usage><start_time>yesterday</start_time><license_time_intervals/></license_usage>",
        expect![[
            r#"{"start_time":"yesterday","end_time":null,"group_by":null,"license_time_intervals":[]}"#
        ]],
    );
    assert!(none.license_time_intervals.is_empty());
}

#[test]
fn records_are_whatever_they_are() {
    let list = check::<Items<Record>>(
        r#"<summary_list>
  <summary id="7"><sessions unit="1"> 3 </sessions><user><name>Ada</name></user><sessions>4</sessions><empty/></summary>
  <summary/>
</summary_list>"#,
        expect![[
            r#"{"items":[{"name":"summary","attributes":{"id":"7"},"content":[{"name":"sessions","attributes":{"unit":"1"},"content":[" 3 "]},{"name":"user","content":[{"name":"name","content":["Ada"]}]},{"name":"sessions","content":["4"]},{"name":"empty"}]},{"name":"summary"}]}"#
        ]],
    );
    let summary = &list.items[0];
    let fields: Vec<_> = summary.fields().map(|(name, text)| format!("{name}={text}")).collect();
    assert_eq!(fields, ["id=7", "sessions=3", "user=", "sessions=4", "empty="]);
    assert_eq!((summary.get("sessions").as_deref(), summary.get("none")), (Some("3"), None));
    // Any other root, too.
    let list = check::<Items<Record>>(
        "<jump_items><event id='1'/></jump_items>",
        expect![[r#"{"items":[{"name":"event","attributes":{"id":"1"}}]}"#]],
    );
    assert_eq!(list.items[0].get("id").as_deref(), Some("1"));
}

#[test]
fn empty_lists_are_empty() {
    macro_rules! empty {
        ($($item:ty),*) => {$(
            for root in [format!("<{0}/>", <$item>::ROOT), format!("<{0}>\n \n</{0}>", <$item>::ROOT)] {
                let list: Items<$item> = read(root.as_bytes()).unwrap();
                assert!(list.items.is_empty() && list.extra.is_empty(), "{root}");
            }
            let xml = format!("<{0}><error>No report.</error></{0}>", <$item>::ROOT);
            let refused = answer::<Items<$item>>(xml.as_bytes(), &Limits::default()).unwrap();
            assert!(matches!(refused, Answer::Refusal(_)), "{xml}");
        )*};
    }
    empty!(Session, ListedSession, TeamActivity, VaultAccountActivity, ExitSurvey, ListedArchive);
    assert_eq!(read::<Items<Record>>(b"<summary_list/>").unwrap().items, []);
}

#[test]
fn the_deepest_reports_that_are_read_are_read_again_from_json() {
    let limits = Limits { depth: Limits::DEPTH_MAX, ..Limits::default() };
    for (before, behind) in [
        (
            "<session_list><session lsid='a'><start_time>1</start_time><session_details><event timestamp='1' event_type='x'>\
          <system_information><category><data><row><field>",
            "</field></row></data></category></system_information></event></session_details></session></session_list>",
        ),
        ("<session_list>", "</session_list>"),
    ] {
        let levels = Limits::DEPTH_MAX + before.matches("</").count() - before.matches('<').count()
            + before.matches("</").count();
        let xml = format!("{before}{}{}{behind}", "<a>".repeat(levels), "</a>".repeat(levels));
        let list = answer::<Items<Session>>(xml.as_bytes(), &limits).unwrap().into_result().unwrap();
        let json = serde_json::to_string(&list).unwrap();
        assert_eq!(serde_json::from_str::<Items<Session>>(&json).unwrap(), list);
    }
    let levels = Limits::DEPTH_MAX - 2;
    let inner = format!("{}{}", "<a>".repeat(levels), "</a>".repeat(levels));
    let xml =
        format!("<archives><state_archive><time>1</time><index>1</index>{inner}</state_archive></archives>");
    let list = answer::<Items<ListedArchive>>(xml.as_bytes(), &limits).unwrap().into_result().unwrap();
    let json = serde_json::to_string(&list).unwrap();
    assert_eq!(serde_json::from_str::<Items<ListedArchive>>(&json).unwrap(), list);
    let xml = format!("<summary_list><summary>{inner}</summary></summary_list>");
    let list = answer::<Items<Record>>(xml.as_bytes(), &limits).unwrap().into_result().unwrap();
    let json = serde_json::to_string(&list).unwrap();
    assert_eq!(serde_json::from_str::<Items<Record>>(&json).unwrap(), list);
}
