//! What was done with the accounts of the vault.

use super::History;
use super::cast::{Named, Person};

/// Something that was done with an account.
#[derive(Clone, Debug)]
pub(crate) struct Activity {
    pub(crate) at: i64,
    pub(crate) what: &'static str,
    pub(crate) account: i64,
    /// None is the appliance itself.
    pub(crate) by: Option<(i64, String)>,
    pub(crate) data: String,
}

/// No activity of a session is later after its beginning.
const SLACK: i64 = 120;

impl History {
    /// The account whose secret was injected into a session.
    pub(super) fn injected(&self, index: u64) -> Option<&Named> {
        self.rng(index, 5).choose(&self.cast.vault_accounts).filter(|_| self.injects(index))
    }

    /// What was done in a span of time, earliest beginnings of sessions first.
    pub(crate) fn activities(&self, from: i64, to: i64) -> impl Iterator<Item = Activity> + Send + use<> {
        let history = self.clone();
        self.begun(from.saturating_sub(SLACK), to)
            .flat_map(move |index| history.activities_of(index))
            .filter(move |activity| (from..to).contains(&activity.at))
    }

    fn activities_of(&self, index: u64) -> Vec<Activity> {
        let Some(account) = self.injected(index) else {
            return Vec::new();
        };
        let head = self.head(index);
        let mut rng = self.rng(index, 6);
        let by = self.cast.people.get(head.person).map(|Person { id, private, .. }| (*id, private.clone()));
        let activity = |after, what, by: &Option<(i64, String)>, data| Activity {
            at: head.started + after,
            what,
            account: account.id,
            by: by.clone(),
            data,
        };
        let mut all = vec![activity(10, "Credentials Used", &by, self.lsid(index))];
        if rng.once_in(4) {
            all.push(activity(20, "Credentials Checked Out", &by, String::new()));
        }
        if rng.once_in(6) {
            all.push(activity(60, "Password Changed", &by, "Manually Edited".to_owned()));
        }
        if rng.once_in(30) {
            all.push(activity(90, "Account Created", &None, String::new()));
            all.push(activity(SLACK, "Account Deleted", &by, String::new()));
        }
        all
    }
}
