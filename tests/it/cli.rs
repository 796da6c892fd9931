//! `btapi`, the real executable, against the simulator.

mod bad_input;
mod canned;
mod download;
mod hostile;
mod limits;
mod network;
mod offline;
mod paging;
mod scenarios;
mod simulate;
mod site;
mod verbs;
