//! How much of a document is read before it is refused.

/// The bounds of one document. Whatever is beyond is refused before memory is spent on it.
///
/// A list that is read item by item may be of any length, unless it is said otherwise. Each of its
/// items, inside a root that holds nothing else, keeps to `nodes`, `depth`, `attributes` and
/// `namespaces`.
///
/// ```
/// let mut limits = bt_sra_xml_model::Limits::default();
/// limits.bytes = 1 << 20;
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Limits {
    /// Length of the document; of a list that is read item by item, of what is kept beside the
    /// items. Default: 32 MiB.
    pub bytes: usize,
    /// Number of elements, texts, comments and processing instructions together; the attributes
    /// are counted apart, against the same number. Default: 2,000,000, which is room for some
    /// 75,000 connected clients.
    pub nodes: u32,
    /// Depth of nesting; the root is at depth 1. Never more than [`Limits::DEPTH_MAX`]. Default: 32.
    pub depth: usize,
    /// Number of attributes of one element, namespace declarations included: parsers compare each
    /// with each. Default: 64.
    pub attributes: usize,
    /// Number of namespace declarations of the whole document: each element below carries all of
    /// them. Default: 64.
    pub namespaces: usize,
    /// Length of one item of a list that is read item by item, with what stands before it.
    /// Default: 64 MiB.
    pub item_bytes: usize,
    /// Length of the whole of such a list. Default: none.
    pub stream_bytes: Option<u64>,
    /// Number of items of such a list. Default: none.
    pub stream_items: Option<u64>,
}

impl Limits {
    /// The depth up to which what was read can also be written as JSON and be read from there:
    /// readers of JSON stop at 128 levels, and an element kept aside takes two.
    pub const DEPTH_MAX: usize = 48;

    pub(crate) fn depth(&self) -> usize {
        self.depth.min(Self::DEPTH_MAX)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 32 << 20,
            nodes: 2_000_000,
            depth: 32,
            attributes: 64,
            namespaces: 64,
            item_bytes: 64 << 20,
            stream_bytes: None,
            stream_items: None,
        }
    }
}
