//! `btapi whoami`

use bt_sra_catalog::Method;
use serde_json::value::RawValue;

use super::{Context, page};
use crate::failure::{Exit, Failure, Result};
use crate::json::Json;
use crate::net::{self, Call};
use crate::output::{self, Plan};
use crate::path::ResourcePath;

/// Prints the API account whose credentials are in use: its name, permissions and restrictions.
pub(super) fn run(context: &Context<'_>) -> Result<()> {
    let path = ResourcePath::parse("api-account")?;
    let plan = Plan::reading(context.globals, context.vocabulary.find(&path, Method::Get).answer())?;
    let wanted = context.settings.get("BT_CLIENT_ID").unwrap_or_default();
    let wanted = wanted.trim();
    let call = Call::new(Method::Get, &path);
    net::run(&context.settings, async |net| {
        let mut answer = net.call(call.clone()).await?;
        page::check(&answer, 1, None)?;
        for number in 1.. {
            let items = page::items(&answer)?;
            let is_wanted = |item: &RawValue| {
                let account = Json::read(item);
                matches!(account.as_ref().and_then(|account| account.get("client_id")),
                    Some(Json::Text(id)) if id == wanted)
            };
            if let Some(account) = items.iter().find(|item| is_wanted(item)) {
                return match plan.is_raw() {
                    true => output::write(account.get().as_bytes()),
                    false => plan.value(account),
                };
            }
            if !answer.paging.continues_after(number, items.len()) {
                break;
            }
            let next = net.call(call.clone().query(page::PARAMETER, (number + 1).to_string())).await?;
            page::check(&next, number + 1, Some(&answer))?;
            answer = next;
        }
        Err(Failure::new(Exit::NotFound, "the appliance knows no API account with this client ID"))
    })
}
