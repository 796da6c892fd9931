//! Recordings.

use bytes::Bytes;

use super::super::client::send;
use super::*;

/// An lsid of a session that ended lately, whose report has such an element.
fn having(client: &Client, element: &str) -> String {
    let all = client.sessions(ALL).each("session");
    let found = all.iter().rev().find(|session| session.get(element).is_some()).unwrap();
    found.all("session", "lsid")[0].clone()
}

/// Walks through an FLV file, and returns the kinds of its tags.
fn tags(bytes: &[u8]) -> Vec<u8> {
    assert_eq!(bytes[..13], *b"FLV\x01\x01\0\0\0\x09\0\0\0\0");
    let (mut rest, mut kinds) = (&bytes[13..], Vec::new());
    while !rest.is_empty() {
        let length = rest[1..4].iter().fold(0, |sum, byte| sum * 256 + usize::from(*byte));
        let (tag, after) = rest.split_at(11 + length);
        let (size, after) = after.split_at(4);
        assert_eq!(u32::from_be_bytes(size.try_into().unwrap()) as usize, tag.len());
        kinds.push(tag[0]);
        rest = after;
    }
    kinds
}

#[test]
fn a_recording_is_a_small_file_with_a_name() {
    for (client, name) in with_history(200).into_iter().zip(["AccessSession", "SupportSession"]) {
        for (report, element, more, suffix) in [
            (format!("{name}Recording"), "session_recording_view_url", "", ""),
            ("CommandShellRecording".to_owned(), "command_shell_recordings", "&instance=0", "-0"),
        ] {
            let lsid = having(&client, element);
            let reply = client.report_raw(&format!("{report}&lsid={lsid}{more}")).expect(200);
            assert_eq!(reply.header("content-type"), "application/octet-stream");
            let named = format!("attachment; filename=\"{lsid}{suffix}.flv\"");
            assert_eq!(reply.header("content-disposition"), named);
            assert_eq!(reply.header("content-length"), reply.bytes.len().to_string());
            assert_eq!(tags(&reply.bytes), [18]);
            client.report(&format!("{report}&lsid=0")).error("Invalid lsid.");
            client.report(&report).error("Missing required parameter: lsid");
        }
        let shell = having(&client, "command_shell_recordings");
        client.report(&format!("CommandShellRecording&lsid={shell}&instance=9")).error(NONE);
        client
            .report(&format!("CommandShellRecording&lsid={shell}&instance=-1"))
            .error("Invalid value for parameter: instance");
        client.report(&format!("{name}Recording&lsid={}", client.lsids()[0])).error(NONE);
        let old = client.sessions(ALL).each("session");
        let old = old.iter().find(|session| session.get("session_recording_view_url").is_some()).unwrap();
        client
            .report(&format!("{name}Recording&lsid={}", old.all("session", "lsid")[0]))
            .error("This recording has expired and can no longer be viewed or downloaded.");
    }
    let [pra, rs] = with_history(900);
    let shown = having(&rs, "show_my_screen_recordings");
    rs.report_raw(&format!("ShowMyScreenRecording&lsid={shown}&instance=0")).expect(200);
    pra.report(&format!("ShowMyScreenRecording&lsid={shown}")).error("Invalid report");
    rs.report(&format!("PresentationSessionRecording&lsid={shown}")).error(NONE);
}

const NONE: &str = "No recording is available for the given session.";

#[test]
fn a_great_recording_is_streamed_and_can_be_gone_on_with() {
    let client = Client::new(Appliance::pra().history(200).recordings(1_000_000));
    let lsid = having(&client, "session_recording_view_url");
    let target = format!("/api/reporting?generate_report=AccessSessionRecording&lsid={lsid}");
    let from = |start: usize| {
        let request = http::Request::get(&target)
            .header("authorization", format!("Bearer {}", client.token))
            .header("range", format!("bytes={start}-"))
            .body(Bytes::new())
            .unwrap();
        send(&client.appliance, request)
    };
    let whole = client.raw("GET", &target, b"").expect(200).bytes;
    assert!((1_000_000..1_100_000).contains(&whole.len()));
    assert_eq!(tags(&whole).len(), 17);
    assert_eq!(from(500).expect(200).bytes, whole, "ranges are not known");
    client.appliance.control().shape("ranges", true).unwrap();
    for start in [0, 1, 50, 70, 65_536, 65_700, 999_999, whole.len() - 1] {
        let part = from(start).expect(206);
        assert_eq!(part.bytes, whole.slice(start..), "{start}");
        assert_eq!(
            part.header("content-range"),
            format!("bytes {start}-{}/{}", whole.len() - 1, whole.len())
        );
    }
}
