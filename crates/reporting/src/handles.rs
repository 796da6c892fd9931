//! What the handles of both products have in common.

/// Makes the handle of one product: the reports that both have.
macro_rules! handle {
    ($product:literal, $variant:ident) => {
        #[doc = concat!("The Reporting API of ", $product, ". Clones share everything.")]
        ///
        /// Its methods make reports, which are sent by [`Report::stream`] and its like. Each names the
        /// permission that the API account needs. The XML API has to be enabled on the appliance.
        #[derive(Clone, Debug)]
        pub struct Reporting {
            pipeline: Pipeline,
        }

        impl Reporting {
            /// Takes the way to the appliance.
            #[must_use]
            pub fn new(pipeline: Pipeline) -> Self {
                Self { pipeline }
            }

            /// Returns the way to the appliance, for what has no method.
            #[must_use]
            pub fn pipeline(&self) -> &Pipeline {
                &self.pipeline
            }

            /// Makes a report of the table, as items of any type: `Record` is of all reports. What
            /// the table says of its parameters is checked before it is sent. How much of it is known
            /// the table tells too. If items of that type are those of another root, it is refused.
            pub fn report<T: Item>(&self, report: &'static ReportType) -> Report<T> {
                Report::of(&self.pipeline, Product::$variant, report).with_items_of(report)
            }

            /// Makes a report by its name, for what the table does not know: nothing is checked. The
            /// children of whatever root it has are the items.
            pub fn raw(&self, name: impl Into<Cow<'static, str>>) -> Report<Record> {
                Report::unknown(&self.pipeline, Product::$variant, name.into())
            }

            /// Asks what was done to the accounts of the Vault, and with them. Appliances keep it for 90
            /// days. Needs `perm_reporting_vault`.
            pub fn vault_account_activity(&self, window: Window) -> Report<VaultAccountActivity> {
                self.named("VaultAccountActivity").window(window)
            }

            /// Asks for events on Jump Items. No source describes parameters or answer: a window is
            /// presumed, and items are what stands below the root, whatever it is called. Needs
            /// `perm_reporting_jump_item`.
            pub fn jump_items(&self, window: Window) -> Report<Record> {
                self.named("JumpItem").window(window)
            }

            fn named<T>(&self, name: &'static str) -> Report<T> {
                Report::named(&self.pipeline, Product::$variant, name)
            }
        }
    };
}

pub(crate) use handle;
