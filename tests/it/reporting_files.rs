//! Reports that are files, with the typed client: over TLS against the simulator, and against a
//! server that means ill.

use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bt_sra::reporting::model::Lsid;
use bt_sra::reporting::model::report::{ArchiveTable, ListedArchive};
use bt_sra::reporting::{Day, EndpointLicenseRow, FileKind, ProgressObserver, Window};
use bt_sra::{ClientCredentials, Clock as _, ErrorKind, RetryPolicy, SystemClock, Timestamp, pra, rs};
use bt_sra_simulator::{Appliance, Builder, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::Notify;

/// The shortest policy that goes on.
fn quick() -> RetryPolicy {
    let mut quick = RetryPolicy::attempts(3);
    quick.base = Duration::ZERO;
    quick
}

/// Makes a client of one product.
macro_rules! client {
    ($product:ident, $server:expr) => {{
        let server: &Server = $server;
        $product::Client::builder(&server.site())
            .unwrap()
            .credentials(ClientCredentials::new(server.client_id(), server.client_secret()))
            .root_pem(&server.ca_pem())
            .unwrap()
            .rate_limits(None)
            .retry(quick())
            .build()
            .unwrap()
    }};
}

async fn serve(builder: Builder) -> Server {
    builder.seed(7).items(20).history(40).limits(false).serve().await.unwrap()
}

/// Everything that ever began.
fn ever() -> Window {
    Window::started_since(Timestamp::UNIX_EPOCH)
}

/// A session with a recording that is kept still.
async fn recorded(client: &pra::Client) -> Lsid {
    let sessions = client.reporting().access_sessions(ever()).all(9999).await.unwrap();
    let with_url = |url: &Option<String>| url.is_some();
    let found = sessions.iter().rev().find(|session| with_url(&session.session_recording_download_url));
    found.expect("a recording").lsid.clone()
}

fn names(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn recordings_are_saved_and_refusals_are_no_files() {
    let server = serve(Appliance::pra()).await;
    let client = client!(pra, &server);
    let (reporting, lsid) = (client.reporting(), recorded(&client).await);
    let folder = tempfile::tempdir().unwrap();
    let saved = reporting.access_session_recording(&lsid).save(folder.path()).await.unwrap();
    assert_eq!(saved.kind, FileKind::Flv);
    assert_eq!(saved.file.path, folder.path().join(format!("{lsid}.flv")));
    let again = reporting.access_session_recording(&lsid).save_resuming(folder.path()).await.unwrap();
    assert_eq!(again.file.path, folder.path().join(format!("{lsid}-1.flv")));
    assert_eq!((again.file.sha256, again.kind, again.kept), (saved.file.sha256, FileKind::Flv, 0));
    let open = reporting.access_session_recording(&lsid).send().await.unwrap();
    assert_eq!((open.kind, open.len), (FileKind::Flv, Some(saved.file.size)));
    assert_eq!(open.name, Some(format!("{lsid}.flv")));
    let before = names(folder.path());
    let unknown = Lsid::new("0f0e0d0c0b0a09080706050403020100");
    for attempt in [
        reporting.access_session_recording(&unknown).save(folder.path()).await,
        reporting.access_session_recording(&unknown).save_resuming(folder.path()).await,
        reporting.command_shell_recording(&unknown, 0).save_resuming(folder.path()).await,
    ] {
        let error = attempt.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Appliance);
        assert_eq!(error.appliance_message(), Some("Invalid lsid."));
    }
    assert_eq!(names(folder.path()), before);
    server.control().advance(Duration::from_secs(200 * 86_400));
    let error = reporting.access_session_recording(&lsid).save(folder.path()).await.unwrap_err();
    assert!(error.appliance_message().unwrap().contains("has expired"), "{error}");
}

/// Tells when so much is here.
#[derive(Debug)]
struct Until {
    bytes: AtomicU64,
    reached: Notify,
    told: Mutex<Vec<u64>>,
}

impl ProgressObserver for Until {
    fn at(&self, bytes: u64, _total: Option<u64>) {
        self.told.lock().unwrap().push(bytes);
        if bytes >= self.bytes.load(Ordering::SeqCst) {
            self.reached.notify_one();
        }
    }
}

/// Checks that what has a name that people see is the whole file.
fn check_visible(folder: &Path, whole: &bt_sra::save::Saved) {
    for name in names(folder).iter().filter(|name| !name.starts_with('.')) {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        assert_eq!(bytes.len() as u64, whole.size, "{name} is visible half done");
        assert!(bytes == std::fs::read(&whole.path).unwrap(), "{name} holds something else");
    }
}

const LONG: u64 = 3 << 20;

#[tokio::test]
async fn given_up_at_any_moment_a_recording_goes_on_and_is_never_visible_half_done() {
    let server = serve(Appliance::pra().recordings(LONG)).await;
    let client = client!(pra, &server);
    let (reporting, lsid) = (client.reporting(), recorded(&client).await);
    let place = tempfile::tempdir().unwrap();
    let whole = reporting.access_session_recording(&lsid).save(place.path()).await.unwrap().file;
    assert!(whole.size >= LONG);
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut kept = 0;
    for round in 0..50 {
        server.control().shape("ranges", round % 2 == 0).unwrap();
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let folder = tempfile::tempdir().unwrap();
        let until = Arc::new(Until {
            bytes: AtomicU64::new((random >> 33) % whole.size),
            reached: Notify::new(),
            told: Mutex::default(),
        });
        let download = reporting.access_session_recording(&lsid);
        let told = Arc::clone(&until) as Arc<dyn ProgressObserver>;
        tokio::select! {
            biased;
            () = until.reached.notified() => {}
            saved = download.clone().with_progress(told).save_resuming(folder.path()) => {
                panic!("it was to be given up: {saved:?}")
            }
        }
        // Given up at the very end, it may have been told to be whole already.
        check_visible(folder.path(), &whole);
        let saved = download.save_resuming(folder.path()).await.unwrap();
        assert_eq!((&saved.file.sha256, saved.file.size), (&whole.sha256, whole.size), "round {round}");
        check_visible(folder.path(), &whole);
        assert!(names(folder.path()).iter().all(|name| !name.starts_with('.')));
        assert!(saved.kept == 0 || round % 2 == 0);
        kept += u32::from(saved.kept > 0);
    }
    assert!(kept >= 10, "{kept} of 25 have gone on");
}

#[tokio::test]
async fn the_syslog_is_read_from_the_oldest_record_to_the_newest() {
    let server = serve(Appliance::pra()).await;
    let client = client!(pra, &server);
    for _ in 0..2 {
        let mut rows = client.reporting().syslog().rows();
        let mut records = Vec::new();
        while let Some(record) = rows.try_next().await.unwrap() {
            records.push(record);
        }
        assert!(records.iter().all(|record| record.is_complete && record.stamp.is_some()));
        let times: Vec<i64> = records.iter().filter_map(|record| Some(record.when?.as_second())).collect();
        assert!(times.len() + 2 > records.len() && times.is_sorted());
        assert!(records.iter().any(|record| record.when.is_none() && !record.raw.is_empty()));
        let login = records.iter().find(|record| record.event.as_deref() == Some("login")).unwrap();
        assert_eq!(login.fields.get("status"), Some("success"));
        assert!(login.person().unwrap().login.is_some());
        assert!(login.year.is_some());
        client.reporting().access_session_listing(ever()).all(9999).await.unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let saved = client.reporting().syslog().file().save(folder.path()).await.unwrap();
    assert_eq!((saved.kind, names(folder.path())), (FileKind::Zip, vec!["syslog.zip".to_owned()]));
    let mut asked_for = 0;
    let file = std::fs::File::open(&saved.file.path).unwrap();
    bt_sra::reporting::walk_syslog(file, &Default::default(), |record| {
        asked_for += u32::from(record.event.as_deref() == Some("syslog_report_generated"));
        true
    })
    .unwrap();
    assert_eq!(asked_for, 2);
}

#[tokio::test]
async fn licenses_are_rows() {
    let server = serve(Appliance::rs()).await;
    let client = client!(rs, &server);
    let mut rows = client.reporting().endpoint_licenses().rows();
    let Some(EndpointLicenseRow::Head(head)) = rows.try_next().await.unwrap() else { panic!("no head") };
    assert_eq!((head.columns.len(), head.others.len()), (7, 0));
    let items = client.reporting().endpoint_licenses().all(9999).await.unwrap();
    assert!(items.iter().any(|item| item.name.contains(", second shelf of \"B\"")));
    assert!(items.iter().all(|item| item.is_used().is_some() && item.extra.is_empty()));
    let error = client.reporting().endpoint_licenses().all(1).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn archives_are_read_and_those_that_are_not_there_are_nothing() {
    let server = serve(Appliance::rs()).await;
    let client = client!(rs, &server);
    let reporting = client.reporting();
    let day = Day::in_utc(Timestamp::from_second(SystemClock.now().as_second() - 86_400).unwrap());
    let listed = reporting.archive_listing(day).all(9999).await.unwrap();
    let (mut records, mut events) = (0, 0);
    for one in &listed {
        match one {
            ListedArchive::State(one) => {
                let index = u32::try_from(one.index).unwrap();
                let state = reporting.archive_of_state(day, index).send().await.unwrap().unwrap();
                let mut rows = reporting.archive_of_state(day, index).rows();
                let mut count = 0;
                while let Some(row) = rows.try_next().await.unwrap() {
                    count += usize::from(row.record.is_some());
                }
                assert_eq!(state.tables().map(|(_, count)| count).sum::<usize>(), count);
                records += state.table(&ArchiveTable::SupportSession).count();
            }
            ListedArchive::Event(one) => {
                let mut rows = reporting.archive_of_events(day, u32::try_from(one.index).unwrap()).rows();
                while let Some(event) = rows.try_next().await.unwrap() {
                    events += 1;
                    assert!(event.kind().is_some());
                }
            }
            _ => {}
        }
    }
    assert!(!listed.is_empty());
    assert!(records + events > 0 || listed.len() > 100, "{records} {events}");
    assert_eq!(reporting.archive_of_state(day, 4711).send().await.unwrap(), None);
    assert!(reporting.archive_of_events(day, 4711).rows().try_next().await.unwrap().is_none());
    let folder = tempfile::tempdir().unwrap();
    let error = reporting.archive_of_state(day, 4711).file().save(folder.path()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Appliance);
    server.control().shape("archive_api_off", true).unwrap();
    let error = reporting.archive_of_state(day, 1).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Appliance);
    assert!(names(folder.path()).is_empty());
}

#[tokio::test]
async fn duplicates_are_listed_page_by_page_and_deleted() {
    let server = serve(Appliance::pra()).await;
    let client = client!(pra, &server);
    let duplicates = client.reporting_v2().duplicate_jump_clients();
    let mut items = duplicates.list().limit(1).items();
    let mut found = Vec::new();
    while let Some(item) = items.try_next().await.unwrap() {
        found.push(item);
    }
    let page = duplicates.list().send().await.unwrap();
    assert_eq!(page.total, Some(i64::try_from(found.len()).unwrap()));
    if let Some(first) = found.first() {
        let id = first.id.unwrap();
        assert_eq!(&duplicates.get(id).send().await.unwrap(), first);
    }
}

/// A server that gives everybody a token and answers the rest with these bytes, in two pieces.
async fn answering(answer: Vec<u8>) -> pra::Client {
    let server = serve(Appliance::pra()).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (mut client, _) = listener.accept().await.unwrap();
            let answer = answer.clone();
            tokio::spawn(async move {
                let mut head = Vec::new();
                while !head.windows(4).any(|end| end == b"\r\n\r\n") {
                    if client.read_buf(&mut head).await.unwrap_or(0) == 0 {
                        return;
                    }
                }
                let token = r#"{"access_token":"t","token_type":"Bearer","expires_in":3600}"#;
                let token = format!(
                    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{token}",
                    token.len()
                );
                let bytes = if head.starts_with(b"POST /oauth2") { token.into_bytes() } else { answer };
                let (first, second) = bytes.split_at(bytes.len() / 2);
                let _ = client.write_all(first).await;
                tokio::task::yield_now().await;
                let _ = client.write_all(second).await;
                let _ = client.shutdown().await;
            });
        }
    });
    pra::Client::builder(&format!("http://{address}"))
        .unwrap()
        .credentials(ClientCredentials::new("id", "secret".to_owned()))
        .root_pem(&server.ca_pem())
        .unwrap()
        .rate_limits(None)
        .retry(quick())
        .build()
        .unwrap()
}

fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes(), body].concat()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

#[tokio::test]
async fn a_server_that_means_ill_gets_nothing_but_an_error() {
    let lsid = Lsid::new("1");
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("inside");
    std::fs::create_dir(&inside).unwrap();
    let cases: [(&str, &[u8], ErrorKind); 6] = [
        ("content-length: 100", b"FLV\x01 too short", ErrorKind::Interrupted),
        ("content-length: 5, 7", b"FLV\x01 x", ErrorKind::Decode),
        ("content-length: -1", b"FLV\x01 x", ErrorKind::Decode),
        ("content-type: video/x-flv", b"<!DOCTYPE html><title>Log in</title>", ErrorKind::Decode),
        ("content-type: video/x-flv", b"<error>no</error>", ErrorKind::Appliance),
        ("content-disposition: attachment; filename=\"a\x01b\"", b"FLV\x01 x", ErrorKind::Decode),
    ];
    for (head, body, kind) in cases {
        let client = answering(answer(head, body)).await;
        let recording = client.reporting().access_session_recording(&lsid);
        for saved in [recording.clone().save(&inside).await, recording.save_resuming(&inside).await] {
            assert_eq!(saved.unwrap_err().kind(), kind, "{head}");
        }
        let visible = names(&inside).into_iter().filter(|name| !name.starts_with('.')).count();
        assert_eq!((visible, names(folder.path()).len()), (0, 1), "{head}");
    }
    let hostile = "content-disposition: attachment; filename*=UTF-8''..%2f..%2f%00%1b%5b31mx%0a.flv";
    let client = answering(answer(hostile, b"FLV\x01 x")).await;
    let saved = client.reporting().access_session_recording(&lsid).save(&inside).await.unwrap();
    assert_eq!(saved.file.path, inside.join("[31mx.flv"));
    assert_eq!(names(folder.path()).len(), 1);
}

#[tokio::test]
async fn bombs_and_names_that_lead_elsewhere_do_no_harm() {
    let server = serve(Appliance::pra()).await;
    let record = b"Nov  3 09:05:01 a BG[1]: 1:01:01:event=x;when=1762160701;\n";
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["../../../tmp/evil", "/etc/evil", "C:\\evil"] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(record).unwrap();
    }
    let file = archive.finish().unwrap().into_inner();
    let client = answering(answer("content-type: application/zip", &file)).await;
    let mut rows = client.reporting().syslog().rows();
    let mut count = 0;
    while rows.try_next().await.unwrap().is_some() {
        count += 1;
    }
    assert_eq!(count, 3);
    let bomb = gzip(&vec![b'a'; 20 << 20]);
    let client = answering(answer("content-type: text/plain", &bomb)).await;
    let error = client.reporting().syslog().rows().try_next().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("more inside than"), "{error}");
    drop(server);
}
