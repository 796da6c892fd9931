//! Stories of requests, triggers and passing time, told to the simulator.

#![no_main]

use bt_sra_simulator::{Appliance, Builder};

#[path = "../../crates/simulator/src/tests/hostile.rs"]
mod hostile;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hostile::survives(bytes));
