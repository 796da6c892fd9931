//! Documents that are lists, item by item: a report is never held whole.
//!
//! `scan` walks over the bytes and knows where a child of the root begins and ends, `splitter` cuts
//! there, `batch` has the parser read what was cut. `reader` puts them together for pieces of bytes
//! from anywhere, `items` for [`std::io::Read`], and `parallel` does the latter on several threads.

mod batch;
mod items;
mod list;
mod no_data;
mod parallel;
mod reader;
mod scan;
mod splitter;

pub use batch::{Batch, Parsed};
pub use items::Items;
pub use list::{Head, List, Others};
pub use no_data::NoData;
pub use parallel::ParallelItems;
pub use reader::{Ending, ItemReader};
pub use splitter::Splitter;

#[cfg(test)]
mod tests;
