//! Lists of network addresses: who may come from where.

use std::net::IpAddr;

/// Whether an address is on a list; an empty list has them all.
pub(crate) fn admits(list: &str, address: IpAddr) -> bool {
    let mut entries = entries(list).peekable();
    entries.peek().is_none() || entries.any(|entry| parse(entry).is_some_and(|network| network.has(address)))
}

/// Says which entry of a list is none.
pub(crate) fn check(list: &str) -> Result<(), String> {
    match entries(list).find(|entry| parse(entry).is_none()) {
        Some(entry) => {
            Err(format!("`{entry}` is neither an address nor a network: 192.0.2.0/24 would be one"))
        }
        None => Ok(()),
    }
}

struct Network {
    first: IpAddr,
    length: u32,
}

impl Network {
    fn has(&self, address: IpAddr) -> bool {
        match (self.first, address.to_canonical()) {
            (IpAddr::V4(first), IpAddr::V4(address)) => {
                same(first.to_bits().into(), address.to_bits().into(), 32, self.length)
            }
            (IpAddr::V6(first), IpAddr::V6(address)) => {
                same(first.to_bits(), address.to_bits(), 128, self.length)
            }
            _ => false,
        }
    }
}

fn same(one: u128, other: u128, width: u32, length: u32) -> bool {
    (one ^ other).checked_shr(width.saturating_sub(length)).is_none_or(|rest| rest == 0)
}

/// How the entries of a list are separated is not documented: every usual way is taken.
fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.split(|letter: char| letter.is_whitespace() || letter == ',' || letter == ';')
        .filter(|entry| !entry.is_empty())
}

/// Reads an address, a network with the length of its prefix, or one with a mask.
fn parse(entry: &str) -> Option<Network> {
    let (first, rest) = entry.split_once('/').map_or((entry, None), |(first, rest)| (first, Some(rest)));
    let first: IpAddr = first.parse().ok()?;
    let width = if first.is_ipv4() { 32 } else { 128 };
    let length = match rest {
        None => width,
        Some(rest) => match rest.parse::<u32>() {
            Ok(length) => length,
            Err(_) => mask(rest)?,
        },
    };
    (length <= width).then_some(Network { first, length })
}

fn mask(text: &str) -> Option<u32> {
    let bits = text.parse::<std::net::Ipv4Addr>().ok()?.to_bits();
    (bits.leading_ones() + bits.trailing_zeros() == 32).then_some(bits.leading_ones())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_prefixes_and_masks_are_read() {
        for (list, address, admitted) in [
            ("", "198.51.100.1", true),
            (" \n", "198.51.100.1", true),
            ("198.51.100.1", "198.51.100.1", true),
            ("198.51.100.1", "198.51.100.2", false),
            ("192.0.2.0/24\n198.51.100.0/25", "198.51.100.127", true),
            ("192.0.2.0/24, 198.51.100.0/25", "198.51.100.128", false),
            ("192.0.2.0/255.255.255.0", "192.0.2.9", true),
            ("192.0.2.0/255.255.255.0", "192.0.3.9", false),
            ("0.0.0.0/0", "203.0.113.7", true),
            ("::/0", "203.0.113.7", false),
            ("2001:db8::/32", "2001:db8:1::1", true),
            ("2001:db8::/32", "2001:db9::1", false),
            ("192.0.2.0/24", "::ffff:192.0.2.5", true),
        ] {
            assert_eq!(admits(list, address.parse().unwrap()), admitted, "{list:?} {address}");
        }
    }

    #[test]
    fn what_is_no_network_is_named() {
        for wrong in ["192.0.2.0/33", "192.0.2", "192.0.2.0/255.0.255.0", "host.example.com"] {
            assert!(check(&format!("192.0.2.1, {wrong}")).unwrap_err().contains(wrong));
        }
        check("192.0.2.1, 2001:db8::/32").unwrap();
    }
}
