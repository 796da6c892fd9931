//! Actions about the API, appliances, representatives, teams and sessions.

use expect_test::expect;

use super::*;

#[test]
fn api_information_of_an_old_appliance() {
    let info = check::<ApiInformation>(
        r#"<?xml version="1.0" encoding="UTF-8"?>

<api_information>
	<api_version>1.19.0</api_version>
	<company_name>Example &amp; Sons</company_name>
	<timestamp>1700000000</timestamp>
	<permissions>
		<permission name="perm_command">full_access</permission>
		<permission name="perm_reporting_support">1</permission>
		<permission name="perm_reporting_presentation">1</permission>
		<permission name="perm_reporting_license">0</permission>
		<permission name="perm_reporting_archive">1</permission>
		<permission name="perm_real_time_state">0</permission>
		<permission name="perm_ecm">0</permission>
		<permission name="perm_backup">1</permission>
		<permission name="perm_scim">0</permission>
	</permissions>
</api_information>"#,
        expect![[
            r#"{"api_version":"1.19.0","company_name":"Example & Sons","timestamp":{"at":"2023-11-14T22:13:20+00:00","epoch":null,"text":"1700000000"},"permissions":{"perm_backup":"1","perm_command":"full_access","perm_ecm":"0","perm_real_time_state":"0","perm_reporting_archive":"1","perm_reporting_license":"0","perm_reporting_presentation":"1","perm_reporting_support":"1","perm_scim":"0"}}"#
        ]],
    );
    let permissions = &info.permissions;
    assert_eq!(permissions.command(), Some(CommandPermission::FullAccess));
    let flags = [
        permissions.reporting_support(),
        permissions.reporting_presentation(),
        permissions.reporting_license(),
        permissions.reporting_archive(),
        permissions.real_time_state(),
        permissions.ecm(),
        permissions.backup(),
        permissions.scim(),
        permissions.configuration(),
    ];
    assert_eq!(
        flags.map(|flag| flag.map_or('-', |flag| if flag { '1' } else { '0' })).iter().collect::<String>(),
        "11010010-"
    );
    assert_eq!(permissions.iter().count(), 9);
}

#[test]
fn api_information_of_an_access_appliance_with_the_word_that_its_guide_misspells() {
    let info = check::<ApiInformation>(
        r#"<api_information><api_version>1.24.1</api_version><timestamp>1700000000</timestamp><permissions>
            <permission name="perm_command">read_only</permission>
            <permission name="perm_configuration">1</permission>
            <permission name="perm_configuration_vault_acount">1</permission>
            <permission name="perm_reporting">1</permission>
            <permission name="perm_reporting_vault">0</permission>
            <permission name="perm_vault_backup">0</permission>
            <permission name="perm_of_tomorrow">maybe</permission></permissions></api_information>"#,
        expect![[
            r#"{"api_version":"1.24.1","company_name":null,"timestamp":{"at":"2023-11-14T22:13:20+00:00","epoch":null,"text":"1700000000"},"permissions":{"perm_command":"read_only","perm_configuration":"1","perm_configuration_vault_acount":"1","perm_of_tomorrow":"maybe","perm_reporting":"1","perm_reporting_vault":"0","perm_vault_backup":"0"}}"#
        ]],
    );
    let permissions = &info.permissions;
    assert_eq!(permissions.command(), Some(CommandPermission::ReadOnly));
    assert_eq!(permissions.configuration_vault_account(), Some(true));
    assert_eq!((permissions.reporting(), permissions.configuration()), (Some(true), Some(true)));
    assert_eq!((permissions.reporting_vault(), permissions.vault_backup()), (Some(false), Some(false)));
    assert_eq!(
        (permissions.get("perm_of_tomorrow"), permissions.flag("perm_of_tomorrow")),
        (Some("maybe"), None)
    );
}

#[test]
fn api_information_as_the_guides_print_it() {
    let info = check::<ApiInformation>(
        "<get_api_info><api_version>1.22.2</api_version><timestamp>1700000000</timestamp>\
         <permissions><perm_command>deny</perm_command><perm_configuration_vault_account>0</perm_configuration_vault_account>\
         </permissions></get_api_info>",
        expect![[
            r#"{"api_version":"1.22.2","company_name":null,"timestamp":{"at":"2023-11-14T22:13:20+00:00","epoch":null,"text":"1700000000"},"permissions":{"perm_command":"deny","perm_configuration_vault_account":"0"}}"#
        ]],
    );
    assert_eq!(info.permissions.command(), Some(CommandPermission::Deny));
    assert_eq!(info.permissions.configuration_vault_account(), Some(false));
}

#[test]
fn api_information_keeps_permissions_that_it_cannot_name() {
    let info = check::<ApiInformation>(
        "<api_information><api_version>1.25.0</api_version><timestamp ts='1700000000'/>\
         <permissions><permission>1</permission><permission name='perm_scim' scope='all'>1</permission>\
         <permission name='perm_ecm'>1</permission><permission name='perm_ecm'>0</permission></permissions></api_information>",
        expect![[
            r#"{"api_version":"1.25.0","company_name":null,"timestamp":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":""},"permissions":{"perm_ecm":"1"},"extra":{"elements":[{"name":"permissions","content":[{"name":"permission","content":["1"]},{"name":"permission","attributes":{"name":"perm_scim","scope":"all"},"content":["1"]},{"name":"permission","attributes":{"name":"perm_ecm"},"content":["1"]},{"name":"permission","attributes":{"name":"perm_ecm"},"content":["0"]}]}]}}"#
        ]],
    );
    assert_eq!((info.permissions.ecm(), info.permissions.scim()), (Some(true), None));
    assert!(info.extra.element("permissions").is_some());
}

#[test]
fn health_of_a_lone_appliance() {
    let health = check::<HealthCheck>(
        r#"<?xml version="1.0" encoding="UTF-8"?>

<health_check>
	<appliance id="00112233445566778899aabbccddeeff">ip-10-0-0-7</appliance>
	<version>19.1.8 (37380-0123456789abcdef0123456789abcdef01234567)</version>
	<success>1</success>

	<failover_role>none</failover_role>


</health_check>"#,
        expect![[
            r#"{"appliance":{"id":"00112233445566778899aabbccddeeff","hostname":"ip-10-0-0-7"},"version":"19.1.8 (37380-0123456789abcdef0123456789abcdef01234567)","success":true,"error_message":null,"failover_role":"none","enabled_shared_ips":[],"last_data_sync_time":null,"last_data_sync_status":null}"#
        ]],
    );
    assert_eq!((health.release(), health.shared_ips().count()), ("19.1.8", 0));
}

#[test]
fn health_of_an_ill_appliance_in_a_pair_in_any_order() {
    let health = check::<HealthCheck>(
        "<health_check><last_data_sync_status>Failed: peer gone</last_data_sync_status>\
         <last_data_sync_time ts='1570409570'>2019-10-07T00:52:50.877+0000</last_data_sync_time>\
         <enabled_shared_ips><ip>192.0.2.7</ip><ip> 2001:db8::7 </ip><ip>Unknown</ip></enabled_shared_ips>\
         <failover_role>primary</failover_role><error_message>Disk is full</error_message><success>0</success>\
         <version>24.1.2 (1)</version><appliance id='0a'>node-1</appliance></health_check>",
        expect![[
            r#"{"appliance":{"id":"0a","hostname":"node-1"},"version":"24.1.2 (1)","success":false,"error_message":"Disk is full","failover_role":"primary","enabled_shared_ips":["192.0.2.7","2001:db8::7","Unknown"],"last_data_sync_time":{"at":"2019-10-07T00:52:50+00:00","epoch":1570409570,"text":"2019-10-07T00:52:50.877+0000"},"last_data_sync_status":"Failed: peer gone"}"#
        ]],
    );
    assert!(!health.success);
    assert_eq!(health.last_data_sync_time.as_ref().unwrap().at().as_second(), 1_570_409_570);
    let ips: Vec<_> = health.shared_ips().map(|ip| ip.to_string()).collect();
    assert_eq!(ips, ["192.0.2.7", "2001:db8::7"]);
}

#[test]
fn time_of_a_data_sync_without_seconds() {
    let health = check::<HealthCheck>(
        "<health_check><appliance id='0a'>n</appliance><version>19</version><success>1</success>\
         <failover_role>backup</failover_role>\
         <last_data_sync_time>2019-10-07T00:32:50.877+0000</last_data_sync_time></health_check>",
        expect![[
            r#"{"appliance":{"id":"0a","hostname":"n"},"version":"19","success":true,"error_message":null,"failover_role":"backup","enabled_shared_ips":[],"last_data_sync_time":{"at":"2019-10-07T00:32:50+00:00","epoch":null,"text":"2019-10-07T00:32:50.877+0000"},"last_data_sync_status":null}"#
        ]],
    );
    assert_eq!(health.last_data_sync_time.unwrap().at().as_millisecond(), 1_570_408_370_877);
}

#[test]
fn appliances_of_a_cluster_old_and_new() {
    let list = check::<Appliances>(
        "<appliances><appliance id='0a'><name>First</name><public_hostname>one.example.net</public_hostname>\
         <cluster_role>master</cluster_role><failover_role>primary</failover_role>\
         <accepting_connections>1</accepting_connections><timezone_offset>-18000</timezone_offset></appliance>\
         <appliance id='0b'><name>Second</name><public_hostname>two.example.net</public_hostname>\
         <cluster_role>traffic</cluster_role><failover_role>backup</failover_role>\
         <accepting_connections>0</accepting_connections><timezone_offset>3600</timezone_offset></appliance>\
         <appliance id='0c'><name>Third</name><public_hostname>three.example.net</public_hostname>\
         <cluster_role>primary</cluster_role><failover_role>none</failover_role>\
         <accepting_connections>1</accepting_connections><timezone_offset>0</timezone_offset></appliance>\
         <appliance id='0d'><name>Fourth</name><public_hostname>four.example.net</public_hostname>\
         <cluster_role>single</cluster_role><failover_role>witness</failover_role>\
         <accepting_connections>1</accepting_connections><timezone_offset>0</timezone_offset></appliance></appliances>",
        expect![[
            r#"{"appliances":[{"id":"0a","name":"First","public_hostname":"one.example.net","cluster_role":"master","failover_role":"primary","accepting_connections":true,"timezone_offset":-18000},{"id":"0b","name":"Second","public_hostname":"two.example.net","cluster_role":"traffic","failover_role":"backup","accepting_connections":false,"timezone_offset":3600},{"id":"0c","name":"Third","public_hostname":"three.example.net","cluster_role":"primary","failover_role":"none","accepting_connections":true,"timezone_offset":0},{"id":"0d","name":"Fourth","public_hostname":"four.example.net","cluster_role":"single","failover_role":"witness","accepting_connections":true,"timezone_offset":0}]}"#
        ]],
    );
    let leads: Vec<_> = list.appliances.iter().map(|appliance| appliance.cluster_role.is_primary()).collect();
    assert_eq!(leads, [true, false, true, false]);
    assert_eq!(list.appliances[3].failover_role, FailoverRole::Other("witness".to_owned()));
}

#[test]
fn nobody_is_logged_in() {
    check::<LoggedInReps>("<logged_in_reps/>", expect![[r#"{"reps":[]}"#]]);
    check::<LoggedInReps>("<logged_in_reps>\n\n</logged_in_reps>", expect![[r#"{"reps":[]}"#]]);
}

#[test]
fn representatives_with_links_as_text_and_as_elements() {
    let list = check::<LoggedInReps>(
        "<logged_in_reps><rep id='151'><display_name>Ada</display_name><public_display_name>Ada</public_display_name>\
         <private_display_name>Ada L.</private_display_name><type>Normal</type>\
         <direct_link>&lt;a href=&quot;https://help.example.net/?c=1&amp;amp;d=2&quot;&gt;Chat&lt;/a&gt;</direct_link>\
         <logged_in_since ts='1700000000'>2023-11-14T22:13:20+00:00</logged_in_since>\
         <presentation_count>0</presentation_count><support_session_count>2</support_session_count>\
         <showing_on_rep_list>1</showing_on_rep_list></rep>\
         <rep id='7'><public_display_name>Bo</public_display_name><private_display_name>Bo</private_display_name>\
         <type>Invited</type><direct_link><a href=\"https://help.example.net/?c=1&amp;d=2\">Chat</a></direct_link>\
         <logged_in_since>Tue 14 Nov</logged_in_since><presentation_count>1</presentation_count>\
         <support_session_count>0</support_session_count><showing_on_rep_list>0</showing_on_rep_list>\
         <username>bo</username></rep></logged_in_reps>",
        expect![[
            r#"{"reps":[{"id":151,"display_name":"Ada","public_display_name":"Ada","private_display_name":"Ada L.","username":null,"type":"Normal","direct_link":{"html":"<a href=\"https://help.example.net/?c=1&amp;d=2\">Chat</a>"},"logged_in_since":{"at":"2023-11-14T22:13:20+00:00","epoch":1700000000,"text":"2023-11-14T22:13:20+00:00"},"presentation_count":0,"support_session_count":2,"showing_on_rep_list":true},{"id":7,"display_name":null,"public_display_name":"Bo","private_display_name":"Bo","username":"bo","type":"Invited","direct_link":{"html":"<a href=\"https://help.example.net/?c=1&amp;d=2\">Chat</a>"},"logged_in_since":"Tue 14 Nov","presentation_count":1,"support_session_count":0,"showing_on_rep_list":false}]}"#
        ]],
    );
    let urls: Vec<_> = list.reps.iter().map(|rep| rep.direct_link.as_ref().unwrap().url().unwrap()).collect();
    assert_eq!(urls, ["https://help.example.net/?c=1&d=2"; 2]);
    let since: Vec<_> =
        list.reps.iter().map(|rep| rep.logged_in_since.at().map(|at| at.as_second())).collect();
    assert_eq!(since, [Some(1_700_000_000), None]);
}

#[test]
fn representative_of_the_time_before_two_names() {
    let list = check::<LoggedInReps>(
        "<logged_in_reps><rep id='3'><display_name>Cy</display_name><type>Embassy</type>\
         <logged_in_since>1700000000</logged_in_since><presentation_count>0</presentation_count>\
         <support_session_count>0</support_session_count><showing_on_rep_list>1</showing_on_rep_list></rep></logged_in_reps>",
        expect![[
            r#"{"reps":[{"id":3,"display_name":"Cy","public_display_name":null,"private_display_name":null,"username":null,"type":"Embassy","direct_link":null,"logged_in_since":{"at":"2023-11-14T22:13:20+00:00","epoch":null,"text":"1700000000"},"presentation_count":0,"support_session_count":0,"showing_on_rep_list":true}]}"#
        ]],
    );
    assert_eq!((list.reps[0].public_name(), &list.reps[0].kind), (Some("Cy"), &RepType::Embassy));
}

#[test]
fn teams_with_and_without_issues_and_members() {
    check::<SupportTeams>(
        "<support_teams><support_team id='7'><name>Tier Two</name>\
         <issues><issue id='21'><title>Printer offline</title><code_name>printer</code_name></issue>\
         <issue id='b'><name>?</name></issue></issues>\
         <members><representative id='151'/><representative><public_display_name>Bo</public_display_name></representative></members>\
         </support_team><support_team id='8'><name>Tier Three</name></support_team></support_teams>",
        expect![[
            r#"{"support_teams":[{"id":7,"name":"Tier Two","issues":[{"id":21,"code_name":"printer","title":"Printer offline"},{"id":null,"code_name":null,"title":null,"extra":{"attributes":{"id":"b"},"elements":[{"name":"name","content":["?"]}]}}],"members":[{"id":151,"public_display_name":null,"private_display_name":null},{"id":null,"public_display_name":"Bo","private_display_name":null}]},{"id":8,"name":"Tier Three","issues":null,"members":null}]}"#
        ]],
    );
}

#[test]
fn session_key_as_it_was_seen() {
    let key = check::<SessionKey>(
        r#"<?xml version="1.0" encoding="UTF-8"?>

<session_key>

	<type>support</type>
	<expires>1700086400</expires>
	<queue available="1">rep</queue>
	<queue_id>42</queue_id>
	<external_key>INC-1</external_key>
	<short_key>1234567</short_key>
	<key_url>https://help.example.net/?ak=0123456789abcdef0123456789abcdef</key_url>
	<mail_subject>Invitation</mail_subject>
	<mail_body>Hello, open it.</mail_body>
</session_key>"#,
        expect![[
            r#"{"type":"support","ttl":null,"expires":{"at":"2023-11-15T22:13:20+00:00","epoch":null,"text":"1700086400"},"queue":{"kind":"rep","available":1},"queue_id":42,"external_key":"INC-1","short_key":"1234567","key_url":"https://help.example.net/?ak=0123456789abcdef0123456789abcdef","mail_subject":"Invitation","mail_body":"Hello, open it."}"#
        ]],
    );
    assert_eq!((key.queue.is_available(), key.expires.at().as_second()), (Some(true), 1_700_086_400));
}

#[test]
fn session_key_of_the_general_queue_with_a_time_to_live() {
    let key = check::<SessionKey>(
        "<session_key><type>support</type><ttl>600</ttl><expires>1700000600</expires><queue available='0'>general</queue>\
         <short_key>0123456</short_key><key_url>https://help.example.net/?ak=0f</key_url><mail_subject/><mail_body/></session_key>",
        expect![[
            r#"{"type":"support","ttl":600,"expires":{"at":"2023-11-14T22:23:20+00:00","epoch":null,"text":"1700000600"},"queue":{"kind":"general","available":0},"queue_id":null,"external_key":null,"short_key":"0123456","key_url":"https://help.example.net/?ak=0f","mail_subject":"","mail_body":""}"#
        ]],
    );
    assert_eq!((key.queue.is_available(), key.queue.kind), (Some(false), QueueKind::General));
}

#[test]
fn words_of_an_invitation_are_kept_with_all_white_space() {
    let xml = "<session_key><type>support</type><expires>1</expires><queue>issue</queue><queue_id/>\
               <short_key> 1 </short_key><key_url>\nu\n</key_url><mail_subject> s </mail_subject>\
               <mail_body>\nOpen <!-- -->this.\n\nu\n\t</mail_body></session_key>";
    let key: SessionKey = read(xml.as_bytes()).unwrap();
    assert_eq!(key.mail_body, "\nOpen this.\n\nu\n\t");
    assert_eq!(key.mail_text(), "Open this.\n\nu");
    assert_eq!((key.mail_subject.as_str(), key.short_key.as_str(), key.key_url.as_str()), (" s ", "1", "u"));
    assert_eq!((key.queue.is_available(), key.queue_id), (None, None));
}

#[test]
fn virtual_customer_under_any_root() {
    let url = "<download_url>https://help.example.net/x?a=1&amp;b=2</download_url>";
    check::<VirtualCustomer>(
        &format!("<virtual_customer>{url}<lsid>0f</lsid></virtual_customer>"),
        expect![[r#"{"download_url":"https://help.example.net/x?a=1&b=2","lsid":"0f"}"#]],
    );
    check::<VirtualCustomer>(
        &format!("<anything><inner>{url}</inner></anything>"),
        expect![[
            r#"{"download_url":"https://help.example.net/x?a=1&b=2","lsid":null,"extra":{"elements":[{"name":"inner","content":[{"name":"download_url","content":["https://help.example.net/x?a=1&b=2"]}]}]}}"#
        ]],
    );
    check::<VirtualCustomer>(
        url,
        expect![[r#"{"download_url":"https://help.example.net/x?a=1&b=2","lsid":null}"#]],
    );
}

#[test]
fn attributes_of_a_session() {
    let attributes = check::<CustomAttributes>(
        "<custom_attributes><custom_attribute display_name='External Key' code_name='external_key'>INC-1</custom_attribute>\
         <custom_attribute code_name='note'> two  words </custom_attribute></custom_attributes>",
        expect![[
            r#"{"custom_attributes":[{"code_name":"external_key","display_name":"External Key","value":"INC-1"},{"code_name":"note","display_name":null,"value":" two  words "}]}"#
        ]],
    );
    assert_eq!((attributes.get("external_key"), attributes.get("other")), (Some("INC-1"), None));
    check::<CustomAttributes>("<custom_attributes/>", expect![[r#"{"custom_attributes":[]}"#]]);
}

#[test]
fn acknowledgements() {
    for words in [
        "Representative successfully added",
        "Successfully transferred",
        "Successfully terminated",
        "Session attributes were set",
        "Successfully started data sync. Role change will occur upon successful completion.",
        "Successfully changed role.",
        "Successfully imported Jump Item shortcut",
        "",
    ] {
        let success: Success = read(format!("<success>\n{words}\n</success>").as_bytes()).unwrap();
        assert_eq!(success.message, words);
    }
    check::<Success>(
        "<success id='4'>Done &lt;<![CDATA[&]]>&gt;</success>",
        expect![[r#"{"message":"Done <&>","extra":{"attributes":{"id":"4"}}}"#]],
    );
}
