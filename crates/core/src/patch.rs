//! The three states of a field in a partial update.

use serde::{Serialize, Serializer};

/// A field of a partial update: left as it is, emptied, or set.
///
/// ```
/// use bt_sra_core::Patch;
///
/// let policy: Patch<i64> = 4.into();
/// assert_eq!(policy, Patch::Value(4));
/// assert!(Patch::<i64>::default().is_absent());
/// ```
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Patch<T> {
    /// Not sent: the appliance keeps what it has.
    #[default]
    Absent,
    /// Sent as null: the appliance empties the field.
    Null,
    /// Sent: the appliance takes the value.
    Value(T),
}

impl<T> Patch<T> {
    /// Returns whether the field is not sent.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Changes the value, if there is one.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(change(value)),
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl From<&str> for Patch<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    /// Writes null for both `Absent` and `Null`: fields of this type are skipped while
    /// [`Patch::is_absent`] says so.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent | Self::Null => serializer.serialize_none(),
            Self::Value(value) => serializer.serialize_some(value),
        }
    }
}
