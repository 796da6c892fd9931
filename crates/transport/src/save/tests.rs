//! Names, and what is left when saving fails.

use http::HeaderValue;

use super::*;

fn answer(disposition: &str, body: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::whole(body));
    if let Ok(value) = HeaderValue::from_bytes(disposition.as_bytes()) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[track_caller]
fn check_name(disposition: &str, expect: &str) {
    let folder = tempfile::tempdir().unwrap();
    let saved = run(save(answer(disposition, "x"), folder.path(), &SaveOptions::default())).unwrap();
    assert_eq!(saved.path, folder.path().join(expect));
    assert_eq!(names(folder.path()), [expect]);
}

#[test]
fn the_name_comes_from_the_answer() {
    check_name("attachment; filename=setup.bin", "setup.bin");
    check_name(r#"attachment; filename="my setup.bin"; size=4"#, "my setup.bin");
    check_name(r#"attachment; filename="a\"b.bin""#, "a_b.bin");
    check_name("attachment; filename=plain.bin; filename*=UTF-8''na%C3%AFve.bin", "naïve.bin");
}

#[test]
fn a_hostile_name_becomes_a_plain_one() {
    check_name(r#"attachment; filename="../../etc/passwd""#, "passwd");
    check_name(r#"attachment; filename="..\\..\\boot.ini""#, "boot.ini");
    check_name(r#"attachment; filename="C:\\x\\y.bin""#, "y.bin");
    check_name("attachment; filename=.bashrc", "bashrc");
    check_name("attachment; filename=-rf", "rf");
    check_name("attachment; filename*=UTF-8''%2e%2e%2f%00evil%0a", "evil");
    check_name("attachment; filename=\"\u{202e}cod.exe\"", "cod.exe");
    check_name("attachment; filename=..", "download");
    check_name("attachment; filename=/", "download");
    check_name("attachment; filename=\"unclosed", "unclosed");
    check_name("attachment; filename=NUL.txt", "download");
    check_name("attachment", "download");
}

#[test]
fn a_taken_name_gets_a_number_and_nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    for _ in 0..3 {
        run(save(answer("attachment; filename=a.bin", "x"), folder.path(), &SaveOptions::default())).unwrap();
    }
    assert_eq!(names(folder.path()), ["a-1.bin", "a-2.bin", "a.bin"]);
    let chosen = SaveOptions { name: Some("a.bin".to_owned()), ..SaveOptions::default() };
    let error = run(save(answer("", "y"), folder.path(), &chosen)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Io);
    assert_eq!(fs::read_to_string(folder.path().join("a.bin")).unwrap(), "x");
}

#[test]
fn size_and_hash_are_those_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let saved = run(save(answer("", "abc"), folder.path(), &SaveOptions::default())).unwrap();
    assert_eq!(saved.size, 3);
    assert_eq!(saved.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&saved.path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn an_answer_that_breaks_off_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut short = answer("", "abc");
    short.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from_static("4"));
    let error = run(save(short, folder.path(), &SaveOptions::default())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    assert!(names(folder.path()).is_empty());
}

#[test]
fn without_hard_links_nothing_is_replaced_either() {
    let folder = tempfile::tempdir().unwrap();
    let [from, to] = ["from", "to"].map(|name| folder.path().join(name));
    fs::write(&from, "new").unwrap();
    fs::write(&to, "old").unwrap();
    assert_eq!(rename_new(&from, &to).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read_to_string(&to).unwrap(), "old");
    fs::remove_file(&to).unwrap();
    rename_new(&from, &to).unwrap();
    assert_eq!(fs::read_to_string(&to).unwrap(), "new");
    assert_eq!(names(folder.path()), ["to"]);
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing");
    let error = run(save(answer("", "abc"), &missing, &SaveOptions::default())).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Io);
}
