//! Bodies of events and of ticket requests.

#![no_main]

use bt_sra_webhook::{Decision, Event, Fields, ReplyForm, ReplyNames, TicketRequest};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // The first byte says what is announced.
    let (media, body) = match bytes.split_first() {
        Some((b'j', body)) => (Some("application/json"), body),
        Some((b'f', body)) => (Some("application/x-www-form-urlencoded"), body),
        _ => (None, bytes),
    };
    let _ = Event::parse(media, body);
    if let Ok(request) = TicketRequest::parse(media, body) {
        for form in [ReplyForm::Form, ReplyForm::Json] {
            let decision = Decision::deny().message(&request.ticket_id);
            let (media, reply) = decision.reply(&request.request_id, form, &ReplyNames::default());
            let read = Fields::parse(Some(media), reply.as_bytes()).expect("an answer can be read");
            assert_eq!(read.get("response_id"), Some(request.request_id.as_str()));
            assert_eq!(read.get("message"), Some(request.ticket_id.as_str()));
        }
    }
    let Ok(fields) = Fields::parse(media, body) else { return };
    // What is written down of an event is what came.
    if fields.iter().all(|(name, _)| !name.is_empty()) {
        let line = serde_json::to_string(&fields).expect("texts can be written");
        let again = Fields::from_json(line.as_bytes()).expect("what was written can be read");
        assert_eq!(serde_json::to_string(&again).expect("texts can be written"), line);
    }
});
