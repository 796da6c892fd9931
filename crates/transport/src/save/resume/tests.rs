//! A server that breaks off, lies or changes the file, and what is in the folder afterwards.

mod left_behind;

use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use async_trait::async_trait;
use bt_sra_core::Site;
use http::header::{CONTENT_DISPOSITION, CONTENT_LENGTH};
use http_body::Frame;

use super::*;
use crate::{ProgressObserver, Repeat, Transport};

/// What the server does.
#[derive(Clone, Debug, Default)]
struct Server {
    file: Vec<u8>,
    etag: Option<&'static str>,
    modified: Option<&'static str>,
    ranges: bool,
    /// After how many bytes each answer breaks off; the last stands for all that follow.
    breaks: Vec<usize>,
    /// It goes silent where it would break off.
    hangs: bool,
    lie: Lie,
    /// It announces no lengths.
    unknown: bool,
    /// More is not given of a range.
    cap: Option<usize>,
    disposition: &'static str,
}

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Lie {
    #[default]
    None,
    /// The part begins elsewhere than its head says.
    Shifted,
    /// The head says that it begins elsewhere.
    Start,
    /// The head tells another length of the whole.
    Total,
    /// There is more than the head says.
    More,
    /// A part comes unasked.
    Unasked,
    /// No range is satisfiable.
    Unsatisfiable,
    /// A part has a head and no bytes.
    Empty,
    /// A part does not say what it is of, and is of another file.
    Silent,
}

#[derive(Debug)]
struct Fake {
    server: Mutex<Server>,
    /// Where each request wanted to begin, and its validator.
    asked: Mutex<Vec<String>>,
}

/// Pieces, and then the end, an error or silence.
struct Pieces(Vec<Bytes>, Option<bool>, Option<u64>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>>>> {
        match (self.0.pop(), self.1) {
            (Some(piece), _) => Poll::Ready(Some(Ok(Frame::data(piece)))),
            (None, None) => Poll::Ready(None),
            (None, Some(true)) => Poll::Pending,
            (None, Some(false)) => {
                Poll::Ready(Some(Err(Error::new(ErrorKind::Interrupted, "the answer broke off"))))
            }
        }
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.2.map_or_else(http_body::SizeHint::new, http_body::SizeHint::with_exact)
    }
}

#[async_trait]
impl Transport for Fake {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>> {
        let head = |name| request.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let (range, condition) = (head(RANGE), head(IF_RANGE));
        self.asked.lock().unwrap().push(match (&range, &condition) {
            (None, _) => "all".to_owned(),
            (Some(range), None) => range.clone(),
            (Some(range), Some(condition)) => format!("{range} if {condition}"),
        });
        let mut server = self.server.lock().unwrap();
        let limit = if server.breaks.len() > 1 {
            Some(server.breaks.remove(0))
        } else {
            server.breaks.first().copied()
        };
        let server = server.clone();
        let total = server.file.len();
        let from: Option<usize> = range.map(|range| range[6..range.len() - 1].parse().unwrap());
        let same = condition.is_none_or(|text| Some(text.as_str()) == server.etag.or(server.modified));
        let from = from.filter(|_| server.ranges && same);
        let mut response = Response::builder().header(CONTENT_DISPOSITION, server.disposition);
        for (name, value) in [(ETAG, server.etag), (LAST_MODIFIED, server.modified)] {
            if let Some(value) = value {
                response = response.header(name, value);
            }
        }
        let mut sent = server.file[from.unwrap_or(0).min(total)..].to_vec();
        if from.is_some() {
            sent.truncate(server.cap.unwrap_or(sent.len()));
        }
        let announced = sent.len();
        if let Some(from) = from {
            if from >= total || server.lie == Lie::Unsatisfiable {
                return Ok(response.status(416).body(Body::whole("")).unwrap());
            }
            let last = from + announced - 1;
            let told = match server.lie {
                Lie::Start => format!("bytes {}-{last}/{total}", from - 1),
                Lie::Total => format!("bytes {from}-{last}/{}", total + 1),
                _ if server.unknown => format!("bytes {from}-{last}/*"),
                _ => format!("bytes {from}-{last}/{total}"),
            };
            response = response.status(206).header(CONTENT_RANGE, told);
            match server.lie {
                Lie::Shifted => sent.rotate_left(1),
                Lie::More => sent.extend([7; 40]),
                Lie::Empty => sent.clear(),
                Lie::Silent => {
                    sent = file(sent.len(), 9);
                    response.headers_mut().unwrap().remove(ETAG);
                }
                _ => {}
            }
        } else if server.lie == Lie::Unasked {
            response = response.status(206).header(CONTENT_RANGE, format!("bytes 0-{}/{total}", total - 1));
        }
        let broken = limit.filter(|limit| *limit < sent.len());
        sent.truncate(broken.unwrap_or(sent.len()));
        let mut pieces: Vec<Bytes> = sent.chunks(700).map(Bytes::copy_from_slice).collect();
        pieces.reverse();
        let body = Pieces(pieces, broken.map(|_| server.hangs), None);
        if !server.unknown && server.lie != Lie::Empty {
            response = response.header(CONTENT_LENGTH, announced.to_string());
        }
        Ok(response.body(Body::stream(body)).unwrap())
    }
}

/// A server and a folder.
struct Lab {
    fake: Arc<Fake>,
    pipeline: Pipeline,
    folder: tempfile::TempDir,
    options: SaveOptions,
}

fn lab(server: Server) -> Lab {
    let fake = Arc::new(Fake { server: Mutex::new(server), asked: Mutex::default() });
    let site = Site::parse("access.example.com").unwrap();
    let policy = RetryPolicy { base: Duration::ZERO, ..RetryPolicy::attempts(3) };
    let pipeline = Pipeline::builder(site, Arc::clone(&fake) as Arc<dyn Transport>).retry(policy).build();
    Lab { fake, pipeline, folder: tempfile::tempdir().unwrap(), options: SaveOptions::default() }
}

impl Lab {
    fn fetch(&self, address: &str) -> Fetch {
        let request = Request::get(address).body(Bytes::new()).unwrap();
        let operation = Operation::new("recording", "/api/reporting", Repeat::Safe);
        let (pipeline, options) = (self.pipeline.clone(), CallOptions::default());
        Fetch { pipeline, operation, request, options, check: None }
    }

    async fn save(&self) -> Result<Resumed> {
        save_resuming(self.fetch("/x?lsid=1"), self.folder.path(), &self.options).await
    }

    fn change(&self, change: impl FnOnce(&mut Server)) {
        change(&mut self.fake.server.lock().unwrap());
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.fake.asked.lock().unwrap())
    }

    fn names(&self) -> Vec<String> {
        let names = std::fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The hidden file that ends so.
    fn hidden(&self, end: &str) -> std::path::PathBuf {
        let name = self.names().into_iter().find(|name| name.starts_with(".bt-sra-") && name.ends_with(end));
        self.folder.path().join(name.unwrap())
    }

    /// Checks the file that was saved, and that nothing else is left.
    #[track_caller]
    fn check(&self, resumed: &Resumed, file: &[u8]) {
        let saved = &resumed.saved;
        assert!(std::fs::read(&saved.path).unwrap() == file, "the bytes differ");
        assert_eq!(saved.size, length(file.len()));
        assert_eq!(saved.sha256, hex(digest::digest(&digest::SHA256, file).as_ref()));
        assert_eq!(resumed.head, file[..file.len().min(512)]);
        assert_eq!(self.names(), [saved.path.file_name().unwrap().to_str().unwrap()]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&saved.path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }
}

fn file(len: usize, seed: u64) -> Vec<u8> {
    let mut state = seed;
    let next = |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state.to_be_bytes()[0]
    };
    (0..len).map(next).collect()
}

fn server(etag: Option<&'static str>) -> Server {
    Server {
        file: file(300_000, 1),
        etag,
        ranges: true,
        disposition: "attachment; filename=\"a.flv\"",
        ..Server::default()
    }
}

/// What remains of a file after which the server broke off for good.
async fn broken(server: Server, after: usize) -> Lab {
    let lab = lab(Server { breaks: vec![after, 0], ..server });
    let error = lab.save().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    assert_eq!(lab.names().len(), 2, "a part and its note");
    assert!(lab.names().iter().all(|name| name.starts_with(".bt-sra-")));
    lab.asked();
    lab.change(|server| server.breaks.clear());
    lab
}

#[tokio::test]
async fn an_answer_that_breaks_off_goes_on_in_the_same_call() {
    let lab = lab(Server { breaks: vec![100_000, 100_000, 900_000], ..server(Some("\"1\"")) });
    let resumed = lab.save().await.unwrap();
    lab.check(&resumed, &file(300_000, 1));
    assert_eq!(lab.asked(), ["all", "bytes=34464- if \"1\"", "bytes=68928- if \"1\""]);
    assert_eq!(resumed.kept, 0);
}

#[tokio::test]
async fn the_next_call_goes_on_where_the_last_one_ended() {
    let lab = broken(server(Some("\"1\"")), 200_000).await;
    let resumed = lab.save().await.unwrap();
    lab.check(&resumed, &file(300_000, 1));
    assert_eq!(lab.asked(), ["bytes=134464- if \"1\""]);
    assert_eq!(resumed.kept, 200_000);
}

#[tokio::test]
async fn without_a_strong_validator_the_end_of_what_is_here_is_compared() {
    for (etag, modified, condition) in [
        (None, None, ""),
        (Some("W/\"1\""), None, ""),
        (None, Some("Thu, 01 Jan 2026 00:00:09 GMT"), " if Thu, 01 Jan 2026 00:00:09 GMT"),
    ] {
        let lab = broken(Server { modified, ..server(etag) }, 200_000).await;
        let resumed = lab.save().await.unwrap();
        lab.check(&resumed, &file(300_000, 1));
        assert_eq!(lab.asked(), [format!("bytes=134464-{condition}")]);
    }
}

#[tokio::test]
async fn another_file_behind_the_same_name_begins_again() {
    for etag in [None, Some("\"1\"")] {
        let lab = broken(server(etag), 200_000).await;
        lab.change(|server| {
            server.file = file(300_000, 2);
            server.etag = etag.map(|_| "\"2\"");
        });
        let resumed = lab.save().await.unwrap();
        lab.check(&resumed, &file(300_000, 2));
        assert_eq!(resumed.kept, 0);
    }
}

#[tokio::test]
async fn what_is_here_may_be_longer_than_the_file_has_become() {
    for etag in [None, Some("\"1\"")] {
        let lab = broken(server(etag), 200_000).await;
        lab.change(|server| server.file.truncate(1000));
        let resumed = lab.save().await.unwrap();
        lab.check(&resumed, &file(1000, 1));
    }
}

#[tokio::test]
async fn a_server_without_ranges_begins_again() {
    let lab = broken(server(Some("\"1\"")), 200_000).await;
    lab.change(|server| server.ranges = false);
    let resumed = lab.save().await.unwrap();
    lab.check(&resumed, &file(300_000, 1));
    assert_eq!(lab.asked(), ["bytes=134464- if \"1\""]);
    assert_eq!(resumed.kept, 0);
}

#[tokio::test]
async fn a_head_that_lies_about_the_part_is_not_believed() {
    for lie in [Lie::Start, Lie::Total, Lie::Unsatisfiable] {
        let lab = broken(server(Some("\"1\"")), 200_000).await;
        lab.change(|server| server.lie = lie);
        let resumed = lab.save().await.unwrap();
        lab.check(&resumed, &file(300_000, 1));
        assert_eq!(lab.asked(), ["bytes=134464- if \"1\"", "all"], "{lie:?}");
    }
    let lab = broken(Server { lie: Lie::Shifted, ..server(None) }, 200_000).await;
    let resumed = lab.save().await.unwrap();
    lab.check(&resumed, &file(300_000, 1));
    assert_eq!(lab.asked().len(), 2);
}

#[tokio::test]
async fn a_part_of_another_file_that_has_no_validator_is_not_believed() {
    let lab = broken(Server { lie: Lie::Silent, ..server(Some("\"1\"")) }, 200_000).await;
    let resumed = lab.save().await.unwrap();
    lab.check(&resumed, &file(300_000, 1));
    assert_eq!(lab.asked(), ["bytes=134464- if \"1\"", "all"]);
}

#[tokio::test]
async fn a_part_without_bytes_is_no_comparison() {
    for etag in [None, Some("\"1\"")] {
        let lab = broken(Server { lie: Lie::Empty, ..server(etag) }, 200_000).await;
        std::fs::write(lab.hidden(".part"), file(300_000, 2)).unwrap();
        assert_eq!(lab.save().await.unwrap_err().kind(), ErrorKind::Interrupted);
        lab.change(|server| server.lie = Lie::None);
        let resumed = lab.save().await.unwrap();
        lab.check(&resumed, &file(300_000, 1));
    }
}

#[tokio::test]
async fn the_end_of_a_part_is_not_the_end_of_a_file_whose_length_nobody_tells() {
    for etag in [None, Some("\"1\"")] {
        for cap in [Some(70_000), None] {
            let lab = broken(Server { unknown: true, cap, ..server(etag) }, 200_000).await;
            let resumed = lab.save().await.unwrap();
            lab.check(&resumed, &file(300_000, 1));
            assert!(lab.asked().last().unwrap().starts_with("bytes=300000-"));
            assert_eq!(resumed.kept, 200_000);
        }
    }
}

#[tokio::test]
async fn a_length_that_only_a_part_tells_counts() {
    let lab = broken(Server { unknown: true, ..server(Some("\"1\"")) }, 200_000).await;
    lab.change(|server| (server.unknown, server.cap) = (false, Some(100_000)));
    let resumed = lab.save().await.unwrap();
    lab.check(&resumed, &file(300_000, 1));
    assert_eq!(lab.asked(), ["bytes=134464- if \"1\"", "bytes=234464- if \"1\""]);
}

#[tokio::test]
async fn more_than_was_announced_is_an_error_that_leaves_nothing() {
    let lab = broken(Server { lie: Lie::More, ..server(Some("\"1\"")) }, 200_000).await;
    let error = lab.save().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(lab.names().is_empty());
}

#[tokio::test]
async fn a_part_that_nobody_asked_for_is_no_file() {
    let lab = lab(Server { lie: Lie::Unasked, ..server(None) });
    assert_eq!(lab.save().await.unwrap_err().kind(), ErrorKind::Decode);
    assert!(lab.names().is_empty());
}

#[tokio::test]
async fn a_server_that_always_breaks_off_is_given_up() {
    for ranges in [true, false] {
        let lab = lab(Server { breaks: vec![1000], ranges, ..server(None) });
        assert_eq!(lab.save().await.unwrap_err().kind(), ErrorKind::Interrupted);
        assert_eq!(lab.asked().len(), 3);
    }
}

#[tokio::test]
async fn a_refusal_keeps_what_is_here() {
    let lab = broken(server(Some("\"1\"")), 200_000).await;
    let mut fetch = lab.fetch("/x?lsid=1");
    fetch.check = Some(|_| Box::pin(async { Err(Error::new(ErrorKind::Appliance, "expired")) }));
    lab.change(|server| server.ranges = false);
    let error = save_resuming(fetch, lab.folder.path(), &lab.options).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Appliance);
    assert_eq!(lab.names().len(), 2);
    lab.change(|server| server.ranges = true);
    assert_eq!(lab.save().await.unwrap().kept, 200_000);
}

#[tokio::test]
async fn a_call_that_is_given_up_leaves_a_part_and_no_file() {
    let lab = lab(Server { breaks: vec![200_000], hangs: true, ..server(Some("\"1\"")) });
    let mut call = Box::pin(lab.save());
    while lab.names().len() < 2 {
        assert!(call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        tokio::task::yield_now().await;
    }
    drop(call);
    lab.change(|server| server.breaks.clear());
    let resumed = lab.save().await.unwrap();
    lab.check(&resumed, &file(300_000, 1));
}

#[tokio::test]
async fn two_at_once_do_not_write_into_one_part() {
    let lab = lab(Server { breaks: vec![100_000], hangs: true, ..server(Some("\"1\"")) });
    let mut first = Box::pin(lab.save());
    while lab.asked().is_empty() {
        assert!(first.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        tokio::task::yield_now().await;
    }
    let error = lab.save().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Io);
    assert!(error.to_string().contains("somebody else"), "{error}");
    // Another request is another part.
    lab.change(|server| server.breaks.clear());
    let other = save_resuming(lab.fetch("/x?lsid=2"), lab.folder.path(), &lab.options).await.unwrap();
    assert_eq!(other.saved.size, 300_000);
}

#[tokio::test]
async fn names_are_made_harmless_and_nothing_is_replaced() {
    let hostile = "attachment; filename*=UTF-8''..%2f..%5cx%2f%0aa%1b.flv";
    let lab = lab(Server { disposition: hostile, ..server(None) });
    std::fs::write(lab.folder.path().join("a.flv"), "old").unwrap();
    let resumed = lab.save().await.unwrap();
    assert_eq!(resumed.saved.path, lab.folder.path().join("a-1.flv"));
    assert_eq!(std::fs::read_to_string(lab.folder.path().join("a.flv")).unwrap(), "old");
}

#[tokio::test]
async fn a_chosen_name_that_is_taken_is_refused_before_anything_is_asked() {
    let mut lab = lab(server(None));
    std::fs::write(lab.folder.path().join("b.flv"), "old").unwrap();
    lab.options.name = Some("b.flv".to_owned());
    assert_eq!(lab.save().await.unwrap_err().kind(), ErrorKind::Io);
    assert!(lab.asked().is_empty());
    lab.options.name = Some("../b.flv".to_owned());
    assert_eq!(lab.save().await.unwrap_err().kind(), ErrorKind::InvalidRequest);
    lab.options.name = Some("c.flv".to_owned());
    assert_eq!(lab.save().await.unwrap().saved.path, lab.folder.path().join("c.flv"));
}

#[tokio::test]
async fn the_deadline_is_for_all_of_it() {
    let clock = bt_sra_core::ManualClock::new();
    let mut lab = lab(Server { breaks: vec![200_000], hangs: true, ..server(None) });
    lab.pipeline = Pipeline::builder(
        Site::parse("access.example.com").unwrap(),
        Arc::clone(&lab.fake) as Arc<dyn Transport>,
    )
    .clock(Arc::new(clock.clone()))
    .build();
    let mut fetch = lab.fetch("/x");
    fetch.options.deadline = Some(Duration::from_secs(5));
    let mut call = Box::pin(save_resuming(fetch, lab.folder.path(), &lab.options));
    while lab.names().len() < 2 {
        assert!(call.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        tokio::task::yield_now().await;
    }
    clock.advance(Duration::from_secs(5));
    let error = call.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert_eq!(lab.asked().len(), 1);
}

#[derive(Debug, Default)]
struct Log(Mutex<Vec<(u64, Option<u64>)>>);

impl ProgressObserver for Log {
    fn at(&self, bytes: u64, total: Option<u64>) {
        self.0.lock().unwrap().push((bytes, total));
    }
}

#[tokio::test]
async fn progress_goes_up_to_the_length() {
    let mut lab = lab(Server { breaks: vec![100_000, 900_000], ..server(Some("\"1\"")) });
    let log = Arc::new(Log::default());
    lab.options.progress = crate::Progress::told_to(Arc::clone(&log) as Arc<dyn ProgressObserver>);
    lab.save().await.unwrap();
    let told = log.0.lock().unwrap().clone();
    assert!(told.is_sorted());
    assert_eq!(told.last(), Some(&(300_000, Some(300_000))));
}

#[test]
fn a_content_range_is_read_strictly() {
    let read = |text: &'static str| {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_RANGE, HeaderValue::from_static(text));
        content_range(&headers)
    };
    assert_eq!(read("bytes 7-9/10"), Some((7, 10, Some(10))));
    assert_eq!(read("bytes 7-9/*"), Some((7, 10, None)));
    for text in ["bytes 9-7/10", "bytes */10", "7-9/10", "bytes 7-9", "bytes -1-9/10", "bytes 7-/10", ""] {
        assert_eq!(read(text), None, "{text}");
    }
}
