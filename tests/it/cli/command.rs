//! `btapi command`, `health`, `failover` and `key`.

mod offline;
