//! Structs as somebody would write them by hand, with everything a report of the generator says, and
//! with what nobody expected.
#![allow(dead_code, reason = "what is read is only made, and not looked at")]

/// Elements and attributes that are not known, by their names.
pub(crate) type Extra = Vec<(String, String)>;

#[derive(Debug, Default)]
pub(crate) struct Session {
    pub(crate) lsid: String,
    pub(crate) session_type: Option<String>,
    pub(crate) lseq: Option<u64>,
    pub(crate) start_time: Option<(i64, String)>,
    pub(crate) end_time: Option<(i64, String)>,
    pub(crate) duration: Option<String>,
    pub(crate) external_key: Option<String>,
    pub(crate) custom_attributes: Vec<Value>,
    pub(crate) chat_url: Option<String>,
    pub(crate) file_transfers: Option<u64>,
    pub(crate) file_moves: Option<u64>,
    pub(crate) primary_customer: Option<Actor>,
    pub(crate) jump_group: Option<Actor>,
    pub(crate) primary_rep: Option<Actor>,
    pub(crate) reps: Vec<Rep>,
    pub(crate) events: Vec<Event>,
    pub(crate) extra: Extra,
}

#[derive(Debug, Default)]
pub(crate) struct Rep {
    pub(crate) gsnumber: Option<String>,
    pub(crate) id: Option<i64>,
    pub(crate) username: Option<String>,
    pub(crate) display_name: Option<String>,
    pub(crate) public_ip: Option<String>,
    pub(crate) os: Option<String>,
    pub(crate) seconds: Option<u64>,
}

#[derive(Debug, Default)]
pub(crate) struct Event {
    pub(crate) timestamp: i64,
    pub(crate) kind: String,
    pub(crate) performed_by: Option<Actor>,
    pub(crate) destination: Option<Actor>,
    pub(crate) body: Option<String>,
    pub(crate) data: Vec<Value>,
}

#[derive(Debug, Default)]
pub(crate) struct Actor {
    pub(crate) kind: Option<String>,
    pub(crate) gsnumber: Option<String>,
    pub(crate) id: Option<i64>,
    pub(crate) name: String,
}

#[derive(Debug, Default)]
pub(crate) struct Value {
    pub(crate) name: String,
    pub(crate) value: String,
}
