//! The tool and the document that a site hands out.

use std::io::{Cursor, Read};

use bytes::Bytes;
use http::Request;

use super::client::{Client, send};
use crate::Appliance;

#[test]
fn the_tool_is_handed_out_without_a_token() {
    let folder = tempfile::tempdir().unwrap();
    let executable = folder.path().join("btapi-of-the-test");
    std::fs::write(&executable, b"#!/bin/sh\necho hello\n").unwrap();
    let appliance = Appliance::pra().btapi(&executable).build();
    let get = |platform: &str| {
        let request = Request::get(format!("/api/config/v1/cli/{platform}")).body(Bytes::new()).unwrap();
        send(&appliance, request)
    };
    let reply = get("linux").expect(200);
    assert_eq!(reply.header("content-type"), "application/zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(reply.bytes.to_vec())).unwrap();
    assert_eq!(archive.len(), 1);
    let mut entry = archive.by_index(0).unwrap();
    assert_eq!(
        (entry.name().unwrap().to_string(), entry.unix_mode().unwrap() & 0o777),
        ("btapi".to_owned(), 0o755)
    );
    let mut content = String::new();
    entry.read_to_string(&mut content).unwrap();
    assert_eq!(content, "#!/bin/sh\necho hello\n");
    get("win32").expect(200);
    get("amiga").expect(404);
    let request = Request::get("/api/config/v1/cli/linux").body(Bytes::new()).unwrap();
    send(&Appliance::pra().build(), request).expect(404);
}

#[test]
fn the_document_names_every_operation() {
    for (client, catalog) in [(Client::pra(), &bt_sra_catalog::PRA), (Client::rs(), &bt_sra_catalog::RS)] {
        let reply = client.get("/openapi.yaml").expect(200);
        assert_eq!(reply.header("content-type"), "application/yaml");
        let text = String::from_utf8(reply.bytes.to_vec()).unwrap();
        assert!(text.starts_with("\"openapi\": \"3.0.0\"\n"), "{}", &text[..80]);
        assert!(text.contains(&format!("\"version\": \"{}\"", catalog.version)));
        for operation in catalog.operations {
            assert!(text.contains(&format!("\"operationId\": \"{}\"\n", operation.id)), "{}", operation.id);
        }
        assert_eq!(text.matches("\"operationId\":").count(), catalog.operations.len());
    }
}
