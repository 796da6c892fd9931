//! What events say, typed by what they are: views over [`EventData`](super::EventData), made by
//! methods of [`Event`]. A view is there if the event is of such a type; each of its parts is
//! there if the event holds it.

use std::time::Duration;

use super::{AddressKind, Event, EventFile, EventType};

macro_rules! views {
    ($(
        $(#[$attribute:meta])*
        $view:ident by $method:ident of [$($event:ident),+] {
            $($(#[$field_attribute:meta])* $field:ident = $name:literal,)*
        }
    )+) => {
        $(
            $(#[$attribute])*
            #[derive(Clone, Copy, Debug, Eq, PartialEq)]
            #[non_exhaustive]
            pub struct $view<'a> {
                /// The event.
                pub event: &'a Event,
                $($(#[$field_attribute])* pub $field: Option<&'a str>,)*
            }
        )+

        impl Event {
            $(
                #[doc = concat!("Returns a view of the event as a [`", stringify!($view), "`], if it is one.")]
                #[must_use]
                pub fn $method(&self) -> Option<$view<'_>> {
                    let is_one = matches!(self.event_type, $(EventType::$event)|+);
                    is_one.then(|| $view { event: self, $($field: self.data.get($name),)* })
                }
            )+
        }
    };
}

views! {
    /// Someone joined the session.
    MemberAdded by member_added of [ConferenceMemberAdded] {
        /// The name of a customer or endpoint.
        name = "name",
        /// The name of a representative that colleagues see.
        private_name = "private_name",
        /// The name of a representative that customers see.
        public_name = "public_name",
        /// The name of a representative's account.
        username = "username",
        /// Identifies a representative.
        user_id = "user_id",
        /// The teams of a representative.
        support_teams = "support_teams",
        /// The address in the participant's own network.
        private_ip = "private_ip",
        /// The address from which the participant reached the appliance.
        public_ip = "public_ip",
        /// Name of the computer.
        hostname = "hostname",
        /// Its operating system.
        os = "os",
    }

    /// The connection of a participant was lost or came back.
    MemberState by member_state of [ConferenceMemberStateChanged] {
        /// `connected` or `disconnected`.
        state = "state",
        /// The address in the participant's own network.
        private_ip = "private_ip",
        /// The address from which the participant reached the appliance.
        public_ip = "public_ip",
        /// The operating system.
        os = "os",
    }

    /// The session has another owner.
    OwnerChanged by owner_changed of [ConferenceOwnerChanged] {
        /// The owner.
        owner = "owner",
    }

    /// The session was offered to someone.
    Assignment by assignment of [SessionAssigned] {
        /// How urgent it is.
        priority = "priority",
    }

    /// A file was sent or fetched, or should have been.
    FileTransfer by file_transfer of [
        FileUpload, FileDownload, FileUploadFailed, FileDownloadFailed, FileTransferComplete
    ] {
        /// The whole path; see also [`FileTransfer::path`].
        filename = "filename",
        /// The length in bytes; see [`FileTransfer::size`].
        filesize = "filesize",
        /// The digest, once it has arrived.
        sha256 = "sha256",
        /// Why it failed.
        failure_reason = "failure_reason",
    }

    /// Something was done to the files of the customer or endpoint.
    FileChange by file_change of [FileDeleted, FileMoved, DirectoryCreated] {
        /// The file that was deleted.
        filename = "filename",
        /// Its length in bytes.
        filesize = "filesize",
        /// Where the file was.
        old_path = "old_path",
        /// Where the file is.
        new_path = "new_path",
        /// The folder that was made.
        path = "path",
    }

    /// Files were offered in the chat: [`SharedFiles::files`].
    SharedFiles by shared_files of [FilesShared] {}

    /// There is a recording.
    RecordingMade by recording_made of [CommandShellSessionStarted, ScreenRecording, ShowMyScreenRecording] {
        /// Which one of the session, from 0.
        instance = "instance",
        /// Where it can be downloaded.
        download_url = "download_url",
        /// Where it can be seen.
        view_url = "view_url",
    }

    /// The customer allowed the use of a tool.
    ServiceAccess by service_access of [ServiceAccessAllowed] {
        /// Who may.
        granted_to = "granted_to",
        /// How much.
        level = "level",
        /// Which tool.
        service = "service",
    }

    /// A credential was injected, or should have been.
    CredentialInjection by credential_injection of [
        CredentialInjectionAttempt, CredentialInjectionAttemptFailed
    ] {
        /// Identifies the attempt.
        attempt_id = "attempt_id",
        /// Identifies the credential.
        credential_id = "credential_id",
        /// The name of the credential.
        credential_name = "credential_name",
        /// Why it failed.
        failure_reason = "failure_reason",
    }

    /// Something was done to the registry of the customer or endpoint.
    RegistryChange by registry_change of [
        RegistryExported, RegistryImported, RegistryKeyAdded, RegistryKeyDeleted, RegistryKeyRenamed,
        RegistryValueAdded, RegistryValueDeleted, RegistryValueModified, RegistryValueRenamed
    ] {
        /// The key; see [`RegistryChange::path`].
        key_path = "key_path",
        /// The key above.
        parent_path = "parent_path",
        /// The key from which on it was saved or loaded.
        root_path = "root_path",
        /// The name of a key.
        key_name = "key_name",
        /// The name that a key had.
        key_name_old = "key_name_old",
        /// The name that a key has.
        key_name_new = "key_name_new",
        /// The name of a value.
        value_name = "value_name",
        /// The name that a value had.
        value_name_old = "value_name_old",
        /// The name that a value has.
        value_name_new = "value_name_new",
        /// The type of a value.
        value_type = "value_type",
        /// What the value is.
        value_data = "value_data",
        /// What the value was.
        value_data_old = "value_data_old",
        /// What the value is now.
        value_data_new = "value_data_new",
    }

    /// Something that was seen on the screen.
    WindowActivity by window_activity of [
        SessionForegroundWindowChanged, SessionWindowClosed, SessionMouseLeftClicked
    ] {
        /// The program.
        exe_name = "exeName",
        /// The title of the window.
        window_name = "windowName",
        /// What was clicked.
        target_name = "targetName",
        /// What sort of thing was clicked.
        target_type = "targetType",
    }

    /// Someone asked for leave to jump, or made use of it.
    JumpAuthorization by jump_authorization of [
        JumpItemAuthorizationRequest, JumpItemAuthorizationRequestUtilized
    ] {
        /// Identifies the request.
        request_id = "request_id",
        /// From when, as date, time and zone.
        request_start_time = "request_start_time",
        /// How long, as a number and a unit; see [`JumpAuthorization::span`].
        request_duration = "request_duration",
        /// The policy that asks for leave.
        jump_policy_name = "jump_policy_name",
        /// What sort of Jump Item it is.
        jump_item_type = "jump_item_type",
        /// The name of the Jump Item.
        jump_item_name = "jump_item_name",
        /// The Jumpoint.
        push_agent_name = "push_agent_name",
        /// Who asks.
        requesting_user = "requesting_user",
        /// Identifies who asks.
        requesting_user_id = "requesting_user_id",
        /// For whom the leave is.
        approval_applies_to = "approval_applies_to",
        /// Why.
        request_reason = "request_reason",
        /// Who gave leave.
        approver_name = "approver_name",
        /// Who was asked.
        request_approver = "request_approver",
        /// What the approver says.
        approver_comments = "approver_comments",
    }

    /// A line of a remote shell.
    RemoteShell by remote_shell of [RemoteShellEvent] {
        /// The line.
        text = "text",
    }

    /// A special action was run.
    SpecialAction by special_action of [SpecialActionExecuted] {
        /// Its name, in the language of the user.
        action_name = "action_name",
    }
}

/// Which way a file goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Direction {
    /// From a representative or user to the customer or endpoint.
    Upload,
    /// From the customer or endpoint to a representative or user.
    Download,
}

impl MemberAdded<'_> {
    /// Returns the name, whoever it is.
    #[must_use]
    pub fn any_name(&self) -> Option<&str> {
        self.private_name.or(self.public_name).or(self.name).or(self.username)
    }

    /// Tells what the address is from which the participant reached the appliance.
    #[must_use]
    pub fn public_address(&self) -> Option<AddressKind<'_>> {
        self.public_ip.map(AddressKind::of)
    }
}

impl MemberState<'_> {
    /// Returns whether the participant is connected, if the event says.
    #[must_use]
    pub fn is_connected(&self) -> Option<bool> {
        match self.state?.trim() {
            "connected" => Some(true),
            "disconnected" => Some(false),
            _ => None,
        }
    }
}

impl FileTransfer<'_> {
    /// Returns the path, wherever the event has it.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.filename.or(self.event.filename.as_deref())
    }

    /// Returns the length in bytes, wherever the event has it.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        self.filesize.and_then(|size| size.trim().parse().ok()).or(self.event.filesize)
    }

    /// Returns which way the file goes, if the event says.
    #[must_use]
    pub fn direction(&self) -> Option<Direction> {
        match self.event.event_type {
            EventType::FileUpload | EventType::FileUploadFailed => Some(Direction::Upload),
            EventType::FileDownload | EventType::FileDownloadFailed => Some(Direction::Download),
            _ => None,
        }
    }

    /// Returns whether it failed.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        matches!(self.event.event_type, EventType::FileUploadFailed | EventType::FileDownloadFailed)
    }
}

impl FileChange<'_> {
    /// Returns the file or folder, as it was before.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        self.old_path.or(self.filename).or(self.path).or(self.event.filename.as_deref())
    }
}

impl<'a> SharedFiles<'a> {
    /// Returns the files.
    #[must_use]
    pub fn files(&self) -> &'a [EventFile] {
        &self.event.files
    }
}

impl RecordingMade<'_> {
    /// Returns which one of the session it is, from 0.
    #[must_use]
    pub fn number(&self) -> Option<u64> {
        self.instance?.trim().parse().ok()
    }
}

impl CredentialInjection<'_> {
    /// Returns whether it failed.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.event.event_type == EventType::CredentialInjectionAttemptFailed
    }
}

impl RegistryChange<'_> {
    /// Returns the key, by whatever name the event has it.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.key_path.or(self.parent_path).or(self.root_path)
    }
}

impl JumpAuthorization<'_> {
    /// Returns how long the leave is for, if it is written in minutes, hours or days.
    #[must_use]
    pub fn span(&self) -> Option<Duration> {
        let (number, unit) = self.request_duration?.trim().split_once(' ')?;
        let seconds: u64 = match unit.trim() {
            "minute(s)" => 60,
            "hour(s)" => 3600,
            "day(s)" => 86_400,
            _ => return None,
        };
        number.parse::<u64>().ok()?.checked_mul(seconds).map(Duration::from_secs)
    }
}
