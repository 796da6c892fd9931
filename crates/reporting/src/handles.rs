//! What the handles of both products have in common.

/// Makes the handle of one product.
macro_rules! handle {
    ($product:literal) => {
        #[doc = concat!("The Reporting API of ", $product, ". Clones share everything.")]
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
        }
    };
}

pub(crate) use handle;
