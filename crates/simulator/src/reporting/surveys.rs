//! What customers and representatives answered at the end of sessions (RS).

use super::arguments::bad;
use super::sessions::{Found, found};
use super::xml::{Told, Writer};
use super::{Refused, Reply, Request};
use crate::history::History;
use crate::history::story::Story;
use crate::unconfirmed::reporting as unconfirmed;
use crate::world::Site;

/// Surveys of customers.
pub(super) fn of_customers(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    surveys(site, request, false)
}

/// Surveys of representatives.
pub(super) fn of_representatives(site: &mut Site, request: &Request<'_>) -> Result<Reply, Refused> {
    surveys(site, request, true)
}

fn surveys(site: &Site, request: &Request<'_>, representative: bool) -> Result<Reply, Refused> {
    let kind = request.arguments.word("report_type", unconfirmed::SURVEY_TYPES)?;
    // Sessions that are named need no id.
    let id = match request.arguments.lsids()? {
        Some(_) => None,
        None if request.arguments.required("id")? == "all" => None,
        None => Some(request.arguments.number("id")?.ok_or_else(|| bad("id"))?),
    };
    // Nobody answers a survey in the live part.
    let Found { past, .. } = found(site, request)?;
    let history = site.history.clone();
    let answered = past.filter_map(move |index| survey(&history, index, kind, id, representative));
    Ok(Reply::List(Box::new(answered.map(|survey| -> Box<dyn Told> { Box::new(survey) }))))
}

fn survey(
    history: &History,
    index: u64,
    kind: &str,
    id: Option<i64>,
    representative: bool,
) -> Option<Survey> {
    let (head, cast) = (history.head(index), history.cast());
    let [by_customer, by_owner] = head.surveyed;
    if !(if representative { by_owner } else { by_customer }) {
        return None;
    }
    let own = match kind {
        "team" => cast.teams.get(head.team).map(|team| team.id),
        "site" => cast.portals.get(head.portal).map(|portal| portal.id),
        _ => cast.people.get(head.person).map(|person| person.id),
    };
    if id.is_some() && own != id {
        return None;
    }
    let story = history.story(index, "");
    let answered = if representative { story.surveyed[1] } else { story.surveyed[0] };
    answered.then_some(Survey { story, representative, rating: 1 + index % 5 })
}

struct Survey {
    story: Story,
    representative: bool,
    rating: u64,
}

impl Told for Survey {
    fn tell(&self, w: &mut Writer) {
        let story = &self.story;
        let at = story.ended.unwrap_or(story.started);
        w.open("exit_survey", &[("lsid", &story.lsid), ("timestamp", &at)]);
        let owner = story.people.first();
        match owner.filter(|_| self.representative) {
            Some(owner) => w.text("submitted_by", &[("type", &"rep")], &owner.private),
            None => {
                w.text("submitted_by", &[("type", &unconfirmed::SURVEY_BY_CUSTOMER)], &story.customer.name)
            }
        }
        w.text("primary_customer", &[("gsnumber", &story.customer.number)], &story.customer.name);
        if let Some(owner) = owner {
            let id = owner.id.unwrap_or_default();
            w.text("primary_rep", &[("gsnumber", &owner.number), ("id", &id)], &owner.private);
        }
        w.open("question_list", &[]);
        let rating = self.rating.to_string();
        question(w, 1, ["radio", "rating", "How was it?", "Rating"], &[&rating]);
        let said: &[&str] = if self.rating == 3 { &[] } else { &["Thanks & \\n see <you>"] };
        question(w, 2, ["text", "comments", "Anything else?", "Comments"], said);
        w.close("question_list");
        w.close("exit_survey");
    }
}

fn question(w: &mut Writer, id: u32, [kind, name, label, header]: [&str; 4], answers: &[&str]) {
    w.open("question", &[("id", &id)]);
    w.text("type", &[], kind);
    w.text("name", &[], name);
    w.text("label", &[], label);
    w.text("report_header", &[], header);
    if !answers.is_empty() {
        w.open("answer_list", &[]);
        for answer in answers {
            w.text("answer", &[], answer);
        }
        w.close("answer_list");
    }
    w.close("question");
}
