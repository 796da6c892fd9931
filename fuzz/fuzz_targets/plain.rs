//! The quick reader of XML against the parser: what the former reads, the latter reads as the same.

#![no_main]

use bt_sra_xml_model::{Document, Element, Limits, answer};

#[path = "../../crates/xml-model/src/tests/alike.rs"]
mod alike;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let xml = alike::written(bytes);
    alike::alike(&xml);
    alike::alike(&format!("<a{xml}"));
    alike::alike(&format!("<a xmlns:p='u'{xml}/>"));
    alike::alike(&format!("<a xmlns:p='u'>{xml}</a>"));
});
