//! Counts the Shell Jump Items of a site by protocol, one at a time: memory does not grow with the
//! site.
//!
//! `BT_API_HOST`, `BT_CLIENT_ID` and `BT_CLIENT_SECRET` say which site; or, without any,
//! `btapi simulate -- cargo run -p bt-sra --example count`.
#![allow(clippy::print_stdout, reason = "this is a program")]

use std::collections::BTreeMap;

use bt_sra::pra::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> bt_sra::Result<()> {
    let client = Client::from_env()?.build()?;
    let shell_jumps = client.config().shell_jumps();
    let mut items = shell_jumps.list().items();
    let mut protocols = BTreeMap::new();
    while let Some(item) = items.try_next().await? {
        *protocols.entry(item.protocol.as_str().to_owned()).or_insert(0_u64) += 1;
    }
    for (protocol, count) in protocols {
        println!("{protocol} {count}");
    }
    Ok(())
}
