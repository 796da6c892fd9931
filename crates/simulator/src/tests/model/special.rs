//! The rules of what is neither a collection nor an item.

use serde_json::{Value, json};

use super::judge::{paged, status};
use super::refusal::Refusals;
use super::request::Request;
use super::world::{self, World};
use crate::tests::client::Reply;

impl World {
    /// Judges a special operation; nothing if it is none.
    pub(super) fn judge_special(
        &mut self,
        request: &Request,
        reply: &Reply,
        read: &dyn Fn(&str) -> Reply,
    ) -> Option<Result<(), String>> {
        let segments: Vec<&str> = request.path.split('/').skip(1).collect();
        let number = |text: &str| text.parse::<i64>().unwrap_or_default();
        Some(match segments.as_slice() {
            ["vault", "account", id, action @ ("check-out" | "check-in" | "force-check-in" | "rotate")] => {
                self.judge_credential(request, reply, number(id), action)
            }
            ["vault", owner, id, "jump-item-association", what @ ..] => {
                let what = what.first().copied().unwrap_or_default();
                self.judge_association(request, reply, &format!("/vault/{owner}/{id}"), what)
            }
            ["vault", "account-group", group, "account", account @ ..] => {
                self.judge_membership(request, reply, number(group), account.first().map(|id| number(id)))
            }
            ["user", "provision"] => {
                let ids = request.body.as_ref().and_then(|body| body.get("user_ids"));
                let mut due = Refusals::default();
                if ids.is_some_and(|ids| ids.as_array().is_none_or(|ids| !ids.iter().all(Value::is_i64))) {
                    due.field("user_ids");
                    return Some(due.judge(reply));
                }
                let named: Vec<i64> =
                    ids.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_i64).collect();
                // Documented: no ids are all users.
                let users = if named.is_empty() { self.ids("/user") } else { named };
                self.provision(users, read);
                status(reply, 204)
            }
            ["group-policy", id, "provision"] => {
                if self.row("/group-policy", number(id)).is_none() {
                    return Some(status(reply, 404));
                }
                let members = self.tables.get(&format!("/group-policy/{id}/member"));
                let members = members.into_iter().flat_map(|rows| rows.values());
                self.provision(members.filter_map(|row| row["user_id"].as_i64()).collect(), read);
                status(reply, 204)
            }
            ["user", id, "group-policies"] => self.judge_policies(request, reply, number(id)),
            ["user", id, "group-policy-changes"] => self.judge_changes(request, reply, number(id), read),
            ["vendor", vendor, "reactivate"] => self.judge_renewal(reply, number(vendor), None, read),
            ["vendor", vendor, "user", id, "reactivate"] => {
                self.judge_renewal(reply, number(vendor), Some(number(id)), read)
            }
            ["jump-client", "installer", installer, _platform] => self.judge_download(reply, installer),
            _ => return None,
        })
    }

    /// Makes the memberships of users count. What they grant is not followed here.
    fn provision(&mut self, users: Vec<i64>, read: &dyn Fn(&str) -> Reply) {
        for user in users {
            self.provisioned.insert(user, self.policies_of(user));
        }
        self.relearn("/user", read);
        self.relearn("/team/", read);
    }

    fn policies_of(&self, user: i64) -> Vec<i64> {
        let policies = self.ids("/group-policy").into_iter();
        policies.filter(|policy| self.member(*policy, user).is_some()).collect()
    }

    /// The group policies of a user: as they were provisioned, or as its memberships say now. That
    /// the former count is documented, but not that the latter are hidden.
    fn judge_policies(&self, request: &Request, reply: &Reply, user: i64) -> Result<(), String> {
        if self.row("/user", user).is_none() {
            return status(reply, 404);
        }
        status(reply, 200)?;
        let answer: Vec<i64> =
            reply.json.as_array().into_iter().flatten().filter_map(|row| row["id"].as_i64()).collect();
        paged(request, reply, true, answer.len())?;
        let now = self.policies_of(user);
        let then = self.provisioned.get(&user).map(|policies| {
            let alive = |id: &&i64| self.row("/group-policy", **id).is_some();
            policies.iter().filter(alive).copied().collect::<Vec<i64>>()
        });
        if answer == now || then.as_ref().is_none_or(|then| answer == *then) {
            Ok(())
        } else {
            Err(format!("the policies {answer:?}, {now:?} or {then:?} were due"))
        }
    }

    fn member(&self, policy: i64, user: i64) -> Option<i64> {
        let rows = self.tables.get(&format!("/group-policy/{policy}/member"))?;
        rows.iter().find(|(_, row)| row.get("user_id") == Some(&json!(user))).map(|(id, _)| *id)
    }

    fn judge_changes(
        &mut self,
        request: &Request,
        reply: &Reply,
        user: i64,
        read: &dyn Fn(&str) -> Reply,
    ) -> Result<(), String> {
        let Some(row) = self.row("/user", user) else {
            return status(reply, 404);
        };
        let mut due = Refusals::default();
        if row["security_provider_id"] != 1 {
            due.state();
        }
        let ids = |name: &str| -> Vec<i64> {
            let list = request.body.as_ref().and_then(|body| body[name].as_array());
            list.into_iter().flatten().filter_map(Value::as_i64).collect()
        };
        let lists = [("added", ids("added")), ("removed", ids("removed"))];
        for (name, list) in &lists {
            if list.iter().any(|id| self.row("/group-policy", *id).is_none()) {
                due.field(name);
            }
        }
        if !due.is_empty() {
            return due.judge(reply);
        }
        status(reply, 200)?;
        let [(_, added), (_, removed)] = lists;
        for policy in added {
            if self.member(policy, user).is_none() && !removed.contains(&policy) {
                let path = format!("/group-policy/{policy}/member");
                let list = read(&path).json;
                let new = list.as_array().into_iter().flatten().find(|row| row["user_id"] == user);
                let new = new.and_then(Value::as_object).ok_or("the user was not added")?;
                let id = new["id"].as_i64().ok_or("no id")?;
                if self.tables.entry(path).or_default().insert(id, new.clone()).is_some() {
                    return Err(format!("the id {id} is taken"));
                }
            }
        }
        for policy in removed {
            if let Some(id) = self.member(policy, user) {
                self.forget(&format!("/group-policy/{policy}/member"), id);
            }
        }
        Ok(())
    }

    /// The document declares 400 as well, but not for what; it would be strange for an expired one.
    fn judge_renewal(
        &mut self,
        reply: &Reply,
        vendor: i64,
        user: Option<i64>,
        read: &dyn Fn(&str) -> Reply,
    ) -> Result<(), String> {
        let Some(days) = self.row("/vendor", vendor).and_then(|row| row["account_expiration"].as_i64())
        else {
            return status(reply, 404);
        };
        let table = format!("/vendor/{vendor}/user");
        let rows = self.tables.get(&table).cloned().unwrap_or_default();
        if user.is_some_and(|user| !rows.contains_key(&user)) {
            return status(reply, 404);
        }
        let now = world::text(self.second);
        let expired: Vec<i64> = rows
            .iter()
            .filter(|(id, _)| user.is_none_or(|user| user == **id))
            .filter(|(_, row)| row["account_expiration"].as_str().is_some_and(|end| end <= now.as_str()))
            .map(|(id, _)| *id)
            .collect();
        if reply.status.as_u16() == 400 && expired.is_empty() {
            return Ok(());
        }
        status(reply, 200)?;
        self.relearn(&table, read);
        let expires = json!(world::text(self.second + days * 86_400));
        for id in expired {
            let row = self.row(&table, id).ok_or("an expired user is gone")?;
            if row["account_expiration"] != expires || row["is_expired"] != false {
                return Err(format!("{table}/{id} has not come back: {row:?}"));
            }
        }
        Ok(())
    }

    fn judge_download(&self, reply: &Reply, installer: &str) -> Result<(), String> {
        let rows = self.tables["/jump-client/installer"].values();
        let row = rows.into_iter().find(|row| row["installer_id"] == installer);
        // Times of this form sort as they pass. An expired installer is of no use to anybody.
        let now = json!(world::text(self.second));
        let alive = row.is_some_and(|row| row["expiration_timestamp"].as_str() > now.as_str());
        status(reply, if alive { 200 } else { 404 })?;
        if alive && reply.header("content-type") != "application/x-executable" {
            return Err("not an executable".to_owned());
        }
        Ok(())
    }
}
