//! The macro that makes a new-type for the identifier of a resource.

/// Makes identifier types: whole numbers that cannot be mistaken for those of another resource.
///
/// ```
/// bt_sra_core::id_types! {
///     /// Identifies a Jump Group.
///     JumpGroupId,
/// }
/// assert_eq!(JumpGroupId::new(4).to_string(), "4");
/// ```
#[macro_export]
macro_rules! id_types {
    ($($(#[$attribute:meta])* $name:ident),* $(,)?) => {$(
        $(#[$attribute])*
        #[derive(
            Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd,
            $crate::__private::Deserialize, $crate::__private::Serialize,
        )]
        #[serde(crate = "bt_sra_core::__private::serde", transparent)]
        pub struct $name(i64);

        impl $name {
            /// Takes a number for an identifier.
            #[must_use]
            pub const fn new(value: i64) -> Self {
                Self(value)
            }

            /// Returns the number.
            #[must_use]
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl From<i64> for $name {
            fn from(value: i64) -> Self {
                Self(value)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.0, f)
            }
        }
    )*};
}
