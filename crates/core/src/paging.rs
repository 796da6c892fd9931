//! The values of the paging headers.

use http::HeaderMap;

/// Where a page stands in its list, as far as the appliance says.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Paging {
    /// The number of this page, from 1.
    pub current: Option<u64>,
    /// The size of a full page.
    pub per_page: Option<u64>,
    /// The number of the last page, at least 1.
    pub last: Option<u64>,
    /// How many items all pages have together.
    pub total: Option<u64>,
}

impl Paging {
    /// Reads the `X-BT-Pagination-*` headers; what is missing or no number stays out.
    #[must_use]
    pub fn from_headers(headers: &HeaderMap) -> Self {
        let number = |name: &str| headers.get(name)?.to_str().ok()?.trim().parse().ok();
        Self {
            current: number("x-bt-pagination-current-page"),
            per_page: number("x-bt-pagination-per-page"),
            last: number("x-bt-pagination-last-page"),
            total: number("x-bt-pagination-total"),
        }
    }

    /// Returns whether this can be the page that was asked for: an appliance that ignores the
    /// number would send the same page for ever.
    #[must_use]
    pub fn agrees_with(&self, asked: u64) -> bool {
        self.current.is_none_or(|current| current == asked)
    }

    /// Returns whether a page may follow page number `page` with `items` items in it.
    ///
    /// A page that is empty is the last, whatever the headers say, and without the headers
    /// nothing follows: a wrong answer cannot make a reader loop.
    #[must_use]
    pub fn continues_after(&self, page: u64, items: usize) -> bool {
        items > 0 && self.last.is_some_and(|last| page < last)
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    #[test]
    fn odd_headers_stay_out() {
        let mut headers = HeaderMap::new();
        headers.insert("x-bt-pagination-current-page", HeaderValue::from_static("2"));
        headers.insert("x-bt-pagination-last-page", HeaderValue::from_static("-1"));
        let paging = Paging::from_headers(&headers);
        assert_eq!((paging.current, paging.last), (Some(2), None));
    }

    #[test]
    fn another_page_than_the_one_asked_for_is_noticed() {
        let paging = Paging { current: Some(1), ..Paging::default() };
        assert!(paging.agrees_with(1) && !paging.agrees_with(2));
        assert!(Paging::default().agrees_with(2));
    }

    #[test]
    fn an_empty_page_ends_the_list() {
        let paging = Paging { last: Some(9), ..Paging::default() };
        assert!(paging.continues_after(3, 100));
        assert!(!paging.continues_after(3, 0));
        assert!(!paging.continues_after(9, 100));
        assert!(!Paging::default().continues_after(1, 100));
    }
}
