//! `btapi whoami`

use bt_sra_catalog::Method;
use serde_json::Value;
use serde_json::value::RawValue;

use super::Context;
use crate::failure::{Exit, Failure, Result};
use crate::net::{self, Call};
use crate::output;
use crate::path::ResourcePath;

/// Prints the API account whose credentials are in use: its name, permissions and restrictions.
pub(super) fn run(context: &Context<'_>) -> Result<()> {
    let wanted = context.settings.get("BT_CLIENT_ID").unwrap_or_default();
    let wanted = wanted.trim();
    let call = Call::new(Method::Get, &ResourcePath::parse("api-account")?);
    net::run(&context.settings, async |net| {
        let mut answer = net.call(call.clone()).await?;
        for page in 1.. {
            let items: Vec<&RawValue> = serde_json::from_str(super::json(&answer)?.get()).unwrap_or_default();
            let is_wanted = |item: &RawValue| {
                let account: Value = serde_json::from_str(item.get()).unwrap_or_default();
                account.get("client_id").and_then(Value::as_str) == Some(wanted)
            };
            if let Some(account) = items.iter().find(|item| is_wanted(item)) {
                return output::value(account, output::reading_format_of(context.globals));
            }
            if !answer.paging.continues_after(page, items.len()) {
                break;
            }
            answer = net.call(call.clone().query("current_page", (page + 1).to_string())).await?;
        }
        Err(Failure::new(Exit::NotFound, "the appliance knows no API account with this client ID"))
    })
}
