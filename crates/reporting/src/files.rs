//! The methods of the handles for reports that are files.

use std::borrow::Cow;

use bt_sra_core::Product;
use bt_sra_xml_model::Lsid;
use bt_sra_xml_model::report::{ArchiveEvent, ArchiveState};

use crate::{Archive, Day, Download, EndpointLicenses, Syslog, pra, rs};

/// Gives the handle of one product the files that both have.
macro_rules! files {
    ($product:ident, $variant:ident) => {
        impl $product::Reporting {
            /// Asks for the recording of a command shell of a session, the first one being 0: the
            /// sessions tell how many there are. That the parameter is called `instance` is not
            /// confirmed.
            pub fn command_shell_recording(&self, session: &Lsid, instance: u32) -> Download {
                self.file("CommandShellRecording").of_session(session, Some(instance))
            }

            /// Asks for the log of the appliance, as far as it still has it. Each time it is asked for,
            /// a record of that is added to it.
            pub fn syslog(&self) -> Syslog {
                Syslog::new(self.file("Syslog"))
            }

            /// Asks which Jump Items use a license.
            pub fn endpoint_licenses(&self) -> EndpointLicenses {
                EndpointLicenses::new(self.file("EndpointLicenseUsage"))
            }

            /// Asks for a report by its name as a file, for what the table does not know: nothing is
            /// checked.
            pub fn raw_file(&self, name: impl Into<Cow<'static, str>>) -> Download {
                Download::raw(self.pipeline(), Product::$variant, name.into())
            }

            fn file(&self, name: &'static str) -> Download {
                Download::named(self.pipeline(), Product::$variant, name)
            }
        }
    };
}

files!(pra, Pra);
files!(rs, Rs);

impl pra::Reporting {
    /// Asks for the recording of the screen of a session that has ended.
    pub fn access_session_recording(&self, session: &Lsid) -> Download {
        self.file("AccessSessionRecording").of_session(session, None)
    }

    /// Asks for a recording that older appliances have. Its parameters are not known: see
    /// [`Download::param`].
    pub fn user_recording(&self) -> Download {
        self.file("UserRecording")
    }
}

impl rs::Reporting {
    /// Asks for the recording of the screen of a session that has ended.
    pub fn support_session_recording(&self, session: &Lsid) -> Download {
        self.file("SupportSessionRecording").of_session(session, None)
    }

    /// Asks for a recording of the representative's own screen, the first one being 0. That the
    /// parameter is called `instance` is not confirmed.
    pub fn show_my_screen_recording(&self, session: &Lsid, instance: u32) -> Download {
        self.file("ShowMyScreenRecording").of_session(session, Some(instance))
    }

    /// Asks for the recording of a presentation, which older appliances have.
    pub fn presentation_session_recording(&self, session: &Lsid) -> Download {
        self.file("PresentationSessionRecording").of_session(session, None)
    }

    /// Asks for an archive of what was so at a time: one of those that the
    /// [listing](Self::archive_listing) tells.
    pub fn archive_of_state(&self, day: Day, index: u32) -> Archive<ArchiveState> {
        Archive::new(self.archive("state", day, index))
    }

    /// Asks for an archive of what changed in a span of time: one of those that the
    /// [listing](Self::archive_listing) tells.
    pub fn archive_of_events(&self, day: Day, index: u32) -> Archive<ArchiveEvent> {
        Archive::new(self.archive("event", day, index))
    }

    fn archive(&self, kind: &'static str, day: Day, index: u32) -> Download {
        self.file("Archive").set("type", kind).set("date", day).set("index", index)
    }
}
