//! What holds for any bytes, whether they are a script, an address or neither. Included by the
//! fuzz target too.

use super::{ClientScript, Script};

/// Nothing panics; what is taken is written as it was.
pub(crate) fn survives(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        address(text);
        address(&format!("/api/client_script?type=rep&operation=generate&action={text}"));
    }
    let Ok(script) = Script::parse_bytes(bytes) else { return };
    let text = bt_sra_core::ExposeSecret::expose_secret(&script.to_secret_text()).to_owned();
    assert_eq!(text.as_bytes(), bytes);
    assert_eq!(Script::parse(&text).unwrap(), script);
    for finding in script.check(None) {
        assert!(finding.line <= script.commands().len() + 1);
        assert!(!finding.to_string().chars().any(char::is_control));
    }
}

/// What is taken is understood again as it was.
fn address(text: &str) {
    let Ok((_, call)) = ClientScript::parse(text) else { return };
    let path = call.secret_path();
    let (site, again) = ClientScript::parse(bt_sra_core::ExposeSecret::expose_secret(&path)).unwrap();
    assert_eq!((site, again), (None, call));
}
