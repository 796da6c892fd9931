//! `AccessSession` and `SupportSession`: sessions with all that happened in them.

use bt_sra_core::{Result, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Actor, Customer, Elapsed, Event, Item, Primary, Representative};
use crate::command::CustomAttribute;
use crate::open_enum::open_enum;
use crate::{
    Element, Extra, Fields, FromElement, GsNumber, JumpGroupId, JumpointId, LooseTime, Lsid, PublicSiteId,
    Scalar, Str, Time, Tree, id_unless_none,
};

/// A session.
///
/// Only its identifier and its start are sure to be there; what appliances or guides are known to
/// hold beyond is optional, and in `extra` where it has a form that none of them knows.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Session {
    /// Identifies it.
    pub lsid: Lsid,
    /// What sort of session it is; `support` in PRA, too.
    pub session_type: Option<SessionType>,
    /// Its number; later sessions have higher ones.
    pub lseq: Option<u64>,
    /// When it began.
    pub start_time: Time,
    /// When it ended; none while it runs.
    pub end_time: Option<Time>,
    /// How long it took.
    pub duration: Option<Elapsed>,
    /// The public site through which the customer came (RS).
    pub public_site: Option<PublicSite>,
    /// The key of another system, such as the number of a ticket.
    pub external_key: Option<Str>,
    /// What others wrote on the session.
    pub custom_attributes: Vec<CustomAttribute>,
    /// Where the chat can be seen, once the session has ended.
    pub session_chat_view_url: Option<String>,
    /// Where the chat can be downloaded.
    pub session_chat_download_url: Option<String>,
    /// Where the recording of the screen can be seen, if there is one.
    pub session_recording_view_url: Option<String>,
    /// Where the recording of the screen can be downloaded.
    pub session_recording_download_url: Option<String>,
    /// Recordings of the representatives' own screens (RS).
    pub show_my_screen_recordings: Vec<Recording>,
    /// Recordings of command shells.
    pub command_shell_recordings: Vec<Recording>,
    /// Number of files that were sent, either way.
    pub file_transfer_count: Option<u64>,
    /// Number of files that were renamed or moved.
    pub file_move_count: Option<u64>,
    /// Number of files that were deleted.
    pub file_delete_count: Option<u64>,
    /// The customer; in PRA the endpoint.
    pub primary_customer: Option<Primary>,
    /// The owner; none if nobody joined.
    pub primary_rep: Option<Primary>,
    /// The Jumpoint through which it began.
    pub jumpoint: Option<Jumpoint>,
    /// The Jump Group of the Jump Item by which it began.
    pub jump_group: Option<JumpGroup>,
    /// When the first representative joined (RS).
    pub rep_join_time: Option<LooseTime>,
    /// The teams of the session (RS). What is inside is not documented.
    pub team_list: Option<Tree>,
    /// All customers; in PRA the endpoints.
    pub customers: Vec<Customer>,
    /// All representatives; in PRA the users.
    pub representatives: Vec<Representative>,
    /// Who of the customers sent a survey (RS).
    pub customer_surveys: Vec<SurveyPointer>,
    /// Who of the representatives sent a survey (RS).
    pub representative_surveys: Vec<SurveyPointer>,
    /// What happened, in the order of the document.
    pub events: Vec<Event>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Session {
    /// Returns whether it has not ended yet.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.end_time.is_none()
    }

    /// Returns when it ended.
    #[must_use]
    pub fn ended_at(&self) -> Option<Timestamp> {
        self.end_time.as_ref().map(Time::at)
    }

    /// Returns the value of an attribute that others wrote on the session.
    #[must_use]
    pub fn custom_attribute(&self, code_name: &str) -> Option<&str> {
        let mut attributes = self.custom_attributes.iter();
        attributes.find(|found| found.code_name == code_name).map(|found| found.value.as_str())
    }

    /// Returns the customer of an event's actor.
    #[must_use]
    pub fn customer(&self, actor: &Actor) -> Option<&Customer> {
        let gsnumber = actor.gsnumber.as_ref()?;
        self.customers.iter().find(|customer| customer.gsnumber.as_ref() == Some(gsnumber))
    }

    /// Returns the representative of an event's actor.
    #[must_use]
    pub fn representative(&self, actor: &Actor) -> Option<&Representative> {
        let gsnumber = actor.gsnumber.as_ref()?;
        self.representatives.iter().find(|representative| representative.gsnumber.as_ref() == Some(gsnumber))
    }
}

impl FromElement for Session {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            lsid: fields.needs_attribute("lsid")?,
            session_type: fields.child("session_type")?,
            lseq: fields.guess("lseq"),
            start_time: fields.needs_time("start_time")?,
            end_time: fields.time("end_time")?,
            duration: fields.child("duration")?,
            public_site: fields.element_unless_empty("public_site")?,
            external_key: fields.word("external_key").map(Str::from),
            custom_attributes: custom_attributes(&mut fields)?,
            session_chat_view_url: fields.word("session_chat_view_url"),
            session_chat_download_url: fields.word("session_chat_download_url"),
            session_recording_view_url: fields.word("session_recording_view_url"),
            session_recording_download_url: fields.word("session_recording_download_url"),
            show_my_screen_recordings: list(
                &mut fields,
                "show_my_screen_recordings",
                "show_my_screen_recording",
            )?,
            command_shell_recordings: list(
                &mut fields,
                "command_shell_recordings",
                "command_shell_recording",
            )?,
            file_transfer_count: fields.guess("file_transfer_count"),
            file_move_count: fields.guess("file_move_count"),
            file_delete_count: fields.guess("file_delete_count"),
            primary_customer: fields.element_unless_empty("primary_customer")?,
            primary_rep: fields.element_unless_empty("primary_rep")?,
            jumpoint: fields.element_unless_empty("jumpoint")?.filter(Jumpoint::is_one),
            jump_group: fields.element_unless_empty("jump_group")?.filter(JumpGroup::is_one),
            rep_join_time: fields.loose_time("rep_join_time"),
            team_list: fields.take("team_list").map(Tree::of),
            customers: list(&mut fields, "customer_list", "customer")?,
            representatives: list(&mut fields, "rep_list", "representative")?,
            customer_surveys: list(&mut fields, "cust_survey_list", "cust_exit_survey")?,
            representative_surveys: list(&mut fields, "rep_survey_list", "rep_exit_survey")?,
            events: list(&mut fields, "session_details", "event")?,
            extra: fields.extra(),
        })
    }
}

impl Item for Session {
    const ROOT: &'static str = "session_list";
    const NAMES: &'static [&'static str] = &["session"];
}

/// The public site of a session.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct PublicSite {
    /// Identifies it.
    pub id: Option<PublicSiteId>,
    /// Its name.
    pub name: Str,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for PublicSite {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self { id: id(&mut fields), name: fields.text().as_ref().into(), extra: fields.extra() })
    }
}

/// The Jumpoint of a session.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Jumpoint {
    /// Identifies it; none where the document has `-1`.
    pub id: Option<JumpointId>,
    /// Its name.
    pub name: Str,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Jumpoint {
    /// Whether there is more than an identifier that stands for none.
    fn is_one(&self) -> bool {
        self.id.is_some() || !self.name.trim().is_empty() || !self.extra.is_empty()
    }
}

impl FromElement for Jumpoint {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self { id: id(&mut fields), name: fields.text().as_ref().into(), extra: fields.extra() })
    }
}

/// The Jump Group of a session.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct JumpGroup {
    /// Whose it is: identifiers are unique within a type only.
    #[serde(rename = "type")]
    pub kind: Option<JumpGroupType>,
    /// Identifies it; none where the document has `-1`.
    pub id: Option<JumpGroupId>,
    /// Its name; of a personal one that of its owner.
    pub name: Str,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl JumpGroup {
    /// Whether there is more than an identifier that stands for none.
    fn is_one(&self) -> bool {
        let has_name = self.kind.is_some() || !self.name.trim().is_empty();
        self.id.is_some() || has_name || !self.extra.is_empty()
    }
}

impl FromElement for JumpGroup {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            kind: fields.attribute("type")?,
            id: id(&mut fields),
            name: fields.text().as_ref().into(),
            extra: fields.extra(),
        })
    }
}

/// Where a recording is.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Recording {
    /// Which one of the session, from 0.
    pub instance: Option<u64>,
    /// Where it can be downloaded.
    pub download_url: Option<String>,
    /// Where it can be seen.
    pub view_url: Option<String>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for Recording {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self {
            instance: fields.guess_attribute("instance"),
            download_url: fields.word("download_url"),
            view_url: fields.word("view_url"),
            extra: fields.extra(),
        })
    }
}

/// Says that there is a survey of a participant.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SurveyPointer {
    /// Leads to the participant.
    pub gsnumber: Option<GsNumber>,
    /// What else the element holds.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl FromElement for SurveyPointer {
    fn from_element(element: Element<'_>) -> Result<Self> {
        let mut fields = Fields::of(element);
        Ok(Self { gsnumber: fields.attribute("gsnumber")?, extra: fields.extra() })
    }
}

open_enum! {
    /// What sort of session it is.
    pub enum SessionType {
        /// A session with a customer or an endpoint.
        Support = "support",
    }

    /// Whose a Jump Group is.
    pub enum JumpGroupType {
        /// It is for many.
        Shared = "shared",
        /// It belongs to one user.
        Personal = "personal",
    }
}

/// Takes a list that may be missing; without items it is the same as missing.
pub(super) fn list<T: FromElement>(fields: &mut Fields<'_>, name: &str, item: &str) -> Result<Vec<T>> {
    Ok(fields.list(name, item)?.unwrap_or_default())
}

/// Takes the attributes. One without a name keeps all of them in the rest, too.
fn custom_attributes(fields: &mut Fields<'_>) -> Result<Vec<CustomAttribute>> {
    let Some(list) = fields.take("custom_attributes") else { return Ok(Vec::new()) };
    let mut inner = Fields::of(list);
    let is_one = |child: Element<'_>| child.name() == "custom_attribute";
    let has_name = |child: Element<'_>| child.attribute("code_name").is_some_and(|name| !name.is_empty());
    let attributes = inner.elements_where(|child| is_one(child) && has_name(child))?;
    if !inner.extra().is_empty() {
        fields.keep(list);
    }
    Ok(attributes)
}

/// Takes an identifier; `-1` says that there is none.
fn id<T: From<i64>>(fields: &mut Fields<'_>) -> Option<T> {
    let id: Option<Written> = fields.guess_attribute("id");
    id.and_then(|Written(id)| id).map(T::from)
}

/// An identifier as it is written.
struct Written(Option<i64>);

impl Scalar for Written {
    const EXPECTED: &'static str = "a whole number";

    fn from_text(text: &str) -> Option<Self> {
        i64::from_text(text).map(|_| Self(id_unless_none(text)))
    }
}
