//! Logs as appliances write them, and as nobody should.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use expect_test::{Expect, expect};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::unpack::HARMLESS;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in entries {
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn told(file: &[u8], limits: &SyslogLimits) -> String {
    let mut text = String::new();
    let walked = walk_syslog(Cursor::new(file), limits, |record| {
        let year = record.year.map_or("----".to_owned(), |year| year.to_string());
        let stamp = record.stamp.map_or("-".to_owned(), |stamp| stamp.to_string());
        let event = record.event.as_deref().unwrap_or("-");
        let mark = if record.is_complete { "" } else { " (incomplete)" };
        writeln!(text, "{year}-{stamp} {event} | {}{mark}", record.raw).unwrap();
        true
    });
    if let Err(error) = walked {
        writeln!(text, "{:?}: {error}", error.kind()).unwrap();
    }
    text
}

#[track_caller]
fn check(log: &str, expect: Expect) {
    expect.assert_eq(&told(log.as_bytes(), &SyslogLimits::default()));
}

#[test]
fn a_record_has_fields_in_their_order() {
    let log = "Nov  3 09:05:01 access BG[812]: 1427:01:01:event=setting:changed;when=1762160701;site=1;\
               who=Ada L (ada) using saml;who_ip=198.51.100.4;old_a:b=x\\;y=z;new_a:b=;note=;tag=1;tag=2\n";
    let mut records = Vec::new();
    walk_syslog(Cursor::new(log), &SyslogLimits::default(), |record| {
        records.push(record);
        true
    })
    .unwrap();
    let [record] = records.as_slice() else { panic!("one record") };
    assert_eq!(record.when.unwrap().as_second(), 1_762_160_701);
    assert_eq!(record.event.as_deref(), Some("setting:changed"));
    assert_eq!((record.site.as_deref(), record.who_ip.as_deref()), (Some("1"), Some("198.51.100.4")));
    assert_eq!(
        (record.tenant.as_deref(), record.pid, record.number),
        (Some("access"), Some(812), Some(1427))
    );
    let person = record.person().unwrap();
    assert_eq!((person.name, person.login, person.using), ("Ada L", Some("ada"), Some("saml")));
    assert_eq!(record.fields.get("old_a:b"), Some("x;y=z"));
    assert_eq!(record.fields.changes().collect::<Vec<_>>(), [("a:b", Some("x;y=z"), Some(""))]);
    assert_eq!(record.fields.all("tag").collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(record.fields.len(), 10);
    let json = serde_json::to_value(record).unwrap();
    assert_eq!(json["fields"]["tag"], serde_json::json!(["1", "2"]));
    assert_eq!(json["stamp"]["month"], 11);
}

#[test]
fn people_have_names_with_brackets_too() {
    let parts = |text| {
        let SyslogPerson { name, login, using } = SyslogPerson::of(text);
        (name, login, using)
    };
    assert_eq!(parts("Ada (Ops) (ada)"), ("Ada (Ops)", Some("ada"), None));
    assert_eq!(parts("System"), ("System", None, None));
    assert_eq!(parts("A (a) using oidc"), ("A", Some("a"), Some("oidc")));
    assert_eq!(parts("People using (it"), ("People using (it", None, None));
    assert_eq!(parts(""), ("", None, None));
}

#[test]
fn parts_are_put_together_wherever_they_were_cut() {
    check(
        "Nov  3 09:05:01 access BG[7]: 1427:01:03:event=log\n\
         Nov  3 09:05:01 access BG[8]: 1427:01:02:event=other;wh\n\
         Nov  3 09:05:01 access BG[7]: 1427:02:03:in;when=17621\n\
         Nov  3 09:05:02 access BG[8]: 1427:02:02:o=Bob\n\
         Nov  3 09:05:02 access BG[7]: 1427:03:03:60701;\n",
        expect![[r#"
            -----11-03 09:05:01 other | event=other;who=Bob
            2025-11-03 09:05:01 login | event=login;when=1762160701;
        "#]],
    );
}

#[test]
fn parts_in_another_order_and_cut_letters_are_put_together_too() {
    let mut log = b"Nov  3 09:05:01 access BG[7]: 1:02:02:".to_vec();
    log.extend(&"ü".as_bytes()[1..]);
    log.extend(b"x\nNov  3 09:05:01 access BG[7]: 1:01:02:event=");
    log.extend(&"ü".as_bytes()[..1]);
    expect![[r#"
        -----11-03 09:05:01 üx | event=üx
    "#]]
    .assert_eq(&told(&log, &SyslogLimits::default()));
}

#[test]
fn what_is_incomplete_or_no_record_is_kept() {
    check(
        "no line of a log\n\
         \n\
         Nov  3 09:05:01 access sshd[1]: hello\n\
         Nov  3 09:05:01 access BG[7]: 1:01:02:event=first;a=1\n\
         Nov  3 09:05:01 access BG[7]: 1:01:02:event=second;\n\
         Nov  3 09:05:01 access BG[7]: 1:01:01:event=third\n\
         Nov  3 09:05:01 access BG[7]: 1:05:02:event=odd\n\
         Nov 33 09:05:01 access BG[7]: 1:01:01:event=odd\n\
         Nov  3 09:05:01 access BG[9]: 1:02:02:event=tail",
        expect![[r#"
            ------ - | no line of a log
            -----11-03 09:05:01 - | Nov  3 09:05:01 access sshd[1]: hello
            -----11-03 09:05:01 first | event=first;a=1 (incomplete)
            -----11-03 09:05:01 second | event=second; (incomplete)
            -----11-03 09:05:01 third | event=third
            -----11-03 09:05:01 - | Nov  3 09:05:01 access BG[7]: 1:05:02:event=odd
            ------ - | Nov 33 09:05:01 access BG[7]: 1:01:01:event=odd
            -----11-03 09:05:01 tail | event=tail (incomplete)
        "#]],
    );
}

#[test]
fn years_come_from_the_records_around() {
    check(
        "Dec 31 23:59:58 a BG[1]: 1:01:01:event=x;when=1767225598\n\
         Dec 31 23:59:59 a cron: y\n\
         Jan  1 00:00:00 a cron: z\n\
         Dec 31 23:59:59 a BG[1]: 1:01:01:event=x;when=1767225601\n\
         Jan  1 00:00:00 a BG[1]: 1:01:01:event=x;when=1767225599\n",
        expect![[r#"
            2025-12-31 23:59:58 x | event=x;when=1767225598
            2025-12-31 23:59:59 - | Dec 31 23:59:59 a cron: y
            2026-01-01 00:00:00 - | Jan  1 00:00:00 a cron: z
            2025-12-31 23:59:59 x | event=x;when=1767225601
            2026-01-01 00:00:00 x | event=x;when=1767225599
        "#]],
    );
}

const OLD: &str = "Nov  3 09:05:01 a BG[1]: 1:01:01:event=old;when=1762160701;\n\
                   Nov  3 09:05:02 a BG[2]: 1:01:02:event=across;wh\n";
const NEW: &str = "Nov  3 09:05:03 a BG[2]: 1:02:02:en=1762160702;\n\
                   Nov  3 09:05:04 a BG[3]: 1:01:01:event=new;when=1762160704;\n";

#[test]
fn files_go_by_their_time_and_records_across_them() {
    let expect = "2025-11-03 09:05:01 old | event=old;when=1762160701;\n\
                  2025-11-03 09:05:02 across | event=across;when=1762160702;\n\
                  2025-11-03 09:05:04 new | event=new;when=1762160704;\n";
    for (new, old) in [("syslog", "syslog.1.gz"), ("a", "../../../b.gz"), ("/etc/z.9", "C:\\0")] {
        let file = zip(&[(new, NEW.as_bytes()), (old, &gzip(OLD.as_bytes()))]);
        assert_eq!(told(&file, &SyslogLimits::default()), expect, "{new} {old}");
    }
    // Where times are missing, the numbers in the names count.
    let bare = "Nov  3 09:05:00 a cron: oldest\n";
    let file =
        zip(&[("syslog", NEW.as_bytes()), ("syslog.10.gz", bare.as_bytes()), ("syslog.2", OLD.as_bytes())]);
    let told = told(&file, &SyslogLimits::default());
    assert_eq!(told, format!("-----11-03 09:05:00 - | {bare}{expect}"));
}

#[track_caller]
fn check_order(files: &[(&str, Option<i64>)], expect: &[&str]) {
    let log = |name: &str, when: &Option<i64>| match when {
        Some(when) => format!("Nov  3 09:05:00 a BG[1]: 1:01:01:event={name};when={when};\n"),
        None => format!("Nov  3 09:05:00 a cron: event={name}\n"),
    };
    let logs: Vec<String> = files.iter().map(|(name, when)| log(name, when)).collect();
    let entries: Vec<_> = files.iter().zip(&logs).map(|((name, _), log)| (*name, log.as_bytes())).collect();
    let mut order = Vec::new();
    walk_syslog(Cursor::new(zip(&entries)), &SyslogLimits::default(), |record| {
        let name = record.raw.split_once("event=").unwrap().1.split(';').next().unwrap();
        order.push(name.to_owned());
        true
    })
    .unwrap();
    assert_eq!(order, expect);
}

#[test]
fn a_file_without_time_stands_beside_its_neighbors_and_leaves_the_others_alone() {
    // The names of the other files say nothing of their order.
    check_order(
        &[("9", Some(1_762_160_703)), ("5", Some(1_762_160_701)), ("7", Some(1_762_160_702)), ("x.1", None)],
        &["x.1", "5", "7", "9"],
    );
    check_order(
        &[("a", Some(9)), ("a.1", None), ("a.2", Some(7)), ("a.3", None), ("b", Some(8)), ("b.1", Some(6))],
        &["b.1", "a.3", "a.2", "b", "a.1", "a"],
    );
    check_order(&[("a", None), ("a.1", Some(7)), ("b", Some(8))], &["a.1", "a", "b"]);
}

#[test]
fn dates_in_names_go_up_and_numbers_down() {
    check_order(
        &[("log", None), ("log-20251103.gz", None), ("log-20251102.gz", None)],
        &["log-20251102.gz", "log-20251103.gz", "log"],
    );
    check_order(
        &[("log-20251103-9", None), ("log-20251103-10", None), ("log-2025-11-02-99", None)],
        &["log-2025-11-02-99", "log-20251103-9", "log-20251103-10"],
    );
    check_order(&[("log", None), ("log.2", None), ("log.10", None)], &["log.10", "log.2", "log"]);
}

#[test]
fn what_is_unpacked_to_find_the_order_has_a_bound() {
    // Members without content: they fill no bound of what comes out.
    let empty = gzip(b"").repeat(200_000);
    let mut archive = ZipArchive::new(Cursor::new(zip(&[("a", &empty), ("b", NEW.as_bytes())]))).unwrap();
    let mut left = 100_000;
    let order = Reading::order(&mut archive, &mut left).unwrap();
    assert_eq!((order, left), (vec![0, 1], 0));
}

#[test]
fn a_saved_log_file_is_read_as_well() {
    for file in [OLD.as_bytes().to_vec(), gzip(OLD.as_bytes())] {
        assert!(told(&file, &SyslogLimits::default()).starts_with("2025-11-03 09:05:01 old"));
    }
    assert_eq!(told(b"", &SyslogLimits::default()), "");
    assert_eq!(told(&zip(&[]), &SyslogLimits::default()), "");
}

#[test]
fn a_file_that_is_broken_is_an_error_behind_what_was_whole() {
    let packed = gzip(OLD.repeat(50).as_bytes());
    let cut = &packed[..packed.len() - 8];
    let all = told(&zip(&[("syslog.1.gz", cut)]), &SyslogLimits::default());
    assert!(all.starts_with("2025-11-03 09:05:01 old"), "{all}");
    assert!(all.ends_with("Decode: what is packed cannot be read to its end\n"), "{all}");
    let mut file = zip(&[("syslog", NEW.as_bytes())]);
    file.truncate(file.len() - 30);
    assert!(told(&file, &SyslogLimits::default()).starts_with("Decode: "));
}

#[test]
fn bombs_are_stopped() {
    let limits = SyslogLimits { inside: 100_000, ..SyslogLimits::default() };
    let plain = vec![b'a'; 10_000_000];
    for (name, bytes) in [("plain", plain.clone()), ("packed.gz", gzip(&plain))] {
        let all = told(&zip(&[(name, &bytes)]), &limits);
        assert_eq!(all, "Decode: there is more inside than 100000 bytes\n");
    }
    // The bound is for all files together.
    let half = vec![b'a'; 60_000];
    let all = told(&zip(&[("a", &half), ("b", &half)]), &limits);
    assert!(all.ends_with("Decode: there is more inside than 40000 bytes\n"));
    // The ratio counts above what is harmless.
    let file = zip(&[("a", &gzip(&vec![b'a'; 20 << 20]))]);
    let all = told(&file, &SyslogLimits::default());
    assert_eq!(all, format!("Decode: there is more inside than {HARMLESS} bytes\n"));
}

#[test]
fn neither_long_lines_nor_records_without_end_fill_the_memory() {
    let limits = SyslogLimits { line: 50, open: 2, open_bytes: 1000, ..SyslogLimits::default() };
    let long =
        format!("Nov  3 09:05:01 a BG[1]: 1:01:01:event={}\nNov  3 09:05:01 a x: y\n", "z".repeat(1000));
    let all = told(long.as_bytes(), &limits);
    let first = all.lines().next().unwrap();
    assert!(first.ends_with("zzz (incomplete)") && first.len() < 100, "{first}");
    assert!(all.ends_with("a x: y\n"));
    let mut log = String::new();
    for pid in 1..=4 {
        writeln!(log, "Nov  3 09:05:01 a BG[{pid}]: 1:01:02:event={pid};").unwrap();
    }
    log.push_str("Nov  3 09:05:01 a BG[4]: 1:02:02:x\n");
    let events: Vec<String> = told(log.as_bytes(), &limits)
        .lines()
        .map(|line| line.split_once(" | ").unwrap().1.to_owned())
        .collect();
    assert_eq!(
        events,
        ["event=1; (incomplete)", "event=2; (incomplete)", "event=4;x", "event=3; (incomplete)"]
    );
}
