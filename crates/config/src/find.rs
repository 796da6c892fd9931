//! Finding one thing by what is known of it: none, exactly one, and several are three results.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use bt_sra_core::Result;
use bt_sra_transport::RetryPolicy;
use bt_sra_transport::api::scope::Within;
use bt_sra_transport::api::wire::Shape;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::{List, Listing, Until};

/// What a search has found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Found<T> {
    /// Nothing fits.
    None,
    /// Exactly one fits.
    One(T),
    /// More than one fits, in the order of the list.
    Several(Vec<T>),
}

/// A search for the one item of a list. Made by [`List::find`] and by `find_by_name` and the like
/// of the handles.
#[must_use = "a search does nothing until it is sent"]
pub struct Find<F: Listing> {
    list: List<F>,
    wanted: Option<Wanted<F::Item>>,
    deadline: Option<Duration>,
}

/// A text that an item must have.
struct Wanted<T> {
    /// In lower case.
    text: String,
    of: fn(&T) -> Option<&str>,
}

impl<T> Found<T> {
    /// Returns the one item, if it is exactly one.
    #[must_use]
    pub fn one(self) -> Option<T> {
        match self {
            Self::One(item) => Some(item),
            Self::None | Self::Several(_) => None,
        }
    }

    /// Returns all that fits.
    #[must_use]
    pub fn all(self) -> Vec<T> {
        match self {
            Self::None => Vec::new(),
            Self::One(item) => vec![item],
            Self::Several(items) => items,
        }
    }

    fn of(mut items: Vec<T>) -> Self {
        match (items.pop(), items.is_empty()) {
            (None, _) => Self::None,
            (Some(item), true) => Self::One(item),
            (Some(item), false) => {
                items.push(item);
                Self::Several(items)
            }
        }
    }
}

impl<F: Listing> List<F> {
    /// Searches for the one item that is left by the filters.
    pub fn find(self) -> Find<F> {
        Find { list: self, wanted: None, deadline: None }
    }

    /// Searches for the one item whose `of` is `text`, but for case.
    pub(crate) fn find_by(self, text: String, of: fn(&F::Item) -> Option<&str>) -> Find<F> {
        Find { wanted: Some(Wanted { text: text.to_lowercase(), of }), ..self.find() }
    }
}

impl<F: Listing> Find<F> {
    /// Limits how long the whole search may take, all pages included.
    pub fn with_deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Sets when and how often to try again, for each page.
    pub fn with_retry(mut self, policy: RetryPolicy) -> Self {
        self.list = self.list.with_retry(policy);
        self
    }

    pub(crate) fn within(mut self, within: &Within) -> Self {
        self.list = self.list.within(within);
        self
    }

    /// Searches.
    ///
    /// Texts are compared as the appliance's filters compare them: whole and without case. Where
    /// the list has no such filter, all its pages are looked through.
    ///
    /// # Errors
    /// As [`List::send`].
    pub async fn send(self) -> Result<Found<F::Item>> {
        let Self { list, wanted, deadline } = self;
        search(list, deadline, |item| wanted.as_ref().is_none_or(|wanted| wanted.fits(item))).await
    }

    /// Searches, and keeps what the appliance sent beside what was read of it.
    pub(crate) async fn send_for_both(self) -> Result<Found<Both<F::Item>>> {
        let Self { list, wanted, deadline } = self;
        let list: List<BothListing<F>> = list.read_as();
        search(list, deadline, |both| wanted.as_ref().is_none_or(|wanted| wanted.fits(&both.item))).await
    }

    /// Waits until exactly one item is found: what somebody else creates, such as the Jump Client
    /// of an installer that runs somewhere.
    ///
    /// ```
    /// # #[cfg(feature = "pra")]
    /// # mod example {
    /// use std::time::Duration;
    /// use bt_sra_config::pra::{Config, JumpClient};
    /// use bt_sra_core::Result;
    ///
    /// async fn installed(config: &Config) -> Result<JumpClient> {
    ///     let tagged = config.jump_clients().list().tag("i-0abc").find();
    ///     tagged.until_found().with_deadline(Duration::from_secs(900)).send().await
    /// }
    /// # }
    /// ```
    pub fn until_found(self) -> Until<F::Item> {
        let pending = self.list.pending();
        let (clock, operation) = (Arc::clone(pending.clock()), pending.operation.name.clone());
        Until::new(clock, operation, None, move |within| {
            let find = self.clone().within(within);
            Box::pin(async move { find.send().await.map(Found::one) })
        })
    }
}

async fn search<F: Listing>(
    list: List<F>,
    deadline: Option<Duration>,
    fits: impl Fn(&F::Item) -> bool,
) -> Result<Found<F::Item>> {
    let within = Within::new(Arc::clone(list.pending().clock()), deadline);
    let mut items = list.within(&within).items();
    let mut found = Vec::new();
    while let Some(item) = items.try_next().await? {
        if fits(&item) {
            found.push(item);
        }
    }
    Ok(Found::of(found))
}

/// An item, and the JSON that it was read from.
pub(crate) struct Both<T> {
    pub(crate) item: T,
    pub(crate) sent: Value,
}

/// A list whose items are read in both ways.
enum BothListing<F> {
    _Of(std::convert::Infallible, PhantomData<F>),
}

impl<F: Listing> Listing for BothListing<F> {
    type Item = Both<F::Item>;
    const MAY_BE_SINGLE: bool = F::MAY_BE_SINGLE;
    const PAGED: bool = F::PAGED;
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Both<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let sent = Value::deserialize(deserializer)?;
        Ok(Self { item: Shape::new(sent.clone()).into()?, sent })
    }
}

impl<T> Wanted<T> {
    fn fits(&self, item: &T) -> bool {
        (self.of)(item).is_some_and(|text| text.to_lowercase() == self.text)
    }
}

impl<F: Listing> Clone for Find<F> {
    fn clone(&self) -> Self {
        let wanted = self.wanted.as_ref().map(|wanted| Wanted { text: wanted.text.clone(), of: wanted.of });
        Self { list: self.list.clone(), wanted, deadline: self.deadline }
    }
}

impl<F: Listing> fmt::Debug for Find<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Find").field(&self.list).finish()
    }
}
