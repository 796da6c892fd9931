// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d; RS configuration API 1.10, sha256 ab18b4185220368d5ee4e649027bfd9f5dff3b1c2bff99d10598c463ddfe3103.
//! Every operation of both products, called once.

pub(super) mod pra;
pub(super) mod rs;
