//! The types of events. The set is open: appliances send more than any list names.

use crate::open_enum::open_enum;

open_enum! {
    /// What happened in a session, or in the chat of a team.
    pub enum EventType {
        /// The session began.
        SessionStart = "Session Start",
        /// The session ended.
        SessionEnd = "Session End",
        /// The session was offered to someone (RS).
        SessionAssigned = "Session Assigned",
        /// Someone took the offered session, or did not (RS).
        SessionAssignmentResponse = "Session Assignment Response",
        /// The session was given to a queue (RS).
        SessionTransferredToQueue = "Session Transferred to Queue",
        /// The session left a queue (RS).
        SessionTransferredAwayFromQueue = "Session Transferred Away from Queue",
        /// A Jump Client was made of the session (RS).
        SessionPinnedToQueue = "Session Pinned to Queue",
        /// The Jump Client of the session was removed (RS).
        SessionUnpinnedFromQueue = "Session Unpinned from Queue",
        /// A Jump Client came from another queue (RS).
        PinnedSessionMovedToQueue = "Pinned Session Moved to Queue",
        /// A Jump Client went to another queue (RS).
        PinnedSessionMovedAwayFromQueue = "Pinned Session Moved Away from Queue",
        /// The password of a Jump Client was changed (RS).
        PinnedSessionPasswordModified = "Pinned Session Password Modified",
        /// The session has another owner.
        ConferenceOwnerChanged = "Conference Owner Changed",
        /// Someone joined.
        ConferenceMemberAdded = "Conference Member Added",
        /// Someone left.
        ConferenceMemberDeparted = "Conference Member Departed",
        /// The connection of a participant was lost or came back.
        ConferenceMemberStateChanged = "Conference Member State Changed",
        /// Someone wrote in the chat.
        ChatMessage = "Chat Message",
        /// Someone wrote a note.
        SessionNoteAdded = "Session Note Added",
        /// The external key was set.
        ExternalKey = "External Key",
        /// An agreement was accepted, or was not.
        LegalAgreementResponse = "Legal Agreement Response",
        /// A customer sent the survey (RS).
        CustomerExitSurvey = "Customer Exit Survey",
        /// A representative sent the survey (RS).
        RepresentativeExitSurvey = "Representative Exit Survey",
        /// Someone began to watch the screen of a user.
        RepresentativeMonitoringStarted = "Representative Monitoring Started",
        /// Someone no longer watches the screen of a user.
        RepresentativeMonitoringStopped = "Representative Monitoring Stopped",
        /// A button was put on the customer's computer (RS).
        CallbackButtonDeployed = "Callback Button Deployed",
        /// A button was removed from the customer's computer (RS).
        CallbackButtonRemoved = "Callback Button Removed",
        /// A command shell was opened.
        CommandShellSessionStarted = "Command Shell Session Started",
        /// The screen was recorded.
        ScreenRecording = "Screen Recording",
        /// The representative's own screen was recorded (RS).
        ShowMyScreenRecording = "Show My Screen Recording",
        /// A picture was taken of the screen.
        ScreenshotCaptured = "Screenshot Captured",
        /// The customer allowed the use of a tool.
        ServiceAccessAllowed = "Service Access Allowed",
        /// A credential was injected.
        CredentialInjectionAttempt = "Credential Injection Attempt",
        /// A credential could not be injected.
        CredentialInjectionAttemptFailed = "Credential Injection Attempt Failed",
        /// A file came from a representative or user.
        FileUpload = "File Upload",
        /// A file went to a representative or user.
        FileDownload = "File Download",
        /// A file could not be sent.
        FileUploadFailed = "File Upload Failed",
        /// A file could not be fetched.
        FileDownloadFailed = "File Download Failed",
        /// A file was deleted.
        FileDeleted = "File Deleted",
        /// A file was renamed or moved.
        FileMoved = "File Moved",
        /// A folder was made.
        DirectoryCreated = "Directory Created",
        /// Files were offered in the chat.
        FilesShared = "Files Shared",
        /// A part of the registry was saved.
        RegistryExported = "Registry Exported",
        /// A part of the registry was loaded.
        RegistryImported = "Registry Imported",
        /// A key was made in the registry.
        RegistryKeyAdded = "Registry Key Added",
        /// A key was deleted from the registry.
        RegistryKeyDeleted = "Registry Key Deleted",
        /// A key of the registry was renamed.
        RegistryKeyRenamed = "Registry Key Renamed",
        /// A value was made in the registry.
        RegistryValueAdded = "Registry Value Added",
        /// A value was deleted from the registry.
        RegistryValueDeleted = "Registry Value Deleted",
        /// A value of the registry was changed.
        RegistryValueModified = "Registry Value Modified",
        /// A value of the registry was renamed.
        RegistryValueRenamed = "Registry Value Renamed",
        /// Another window came to the front.
        SessionForegroundWindowChanged = "Session Foreground Window Changed",
        /// Facts about the computer were fetched.
        SystemInformationRetrieved = "System Information Retrieved",
        /// Someone asked for leave to jump.
        JumpItemAuthorizationRequest = "Jump Item Authorization Request",
        /// A leave to jump was made use of.
        JumpItemAuthorizationRequestUtilized = "Jump Item Authorization Request Utilized",
        /// A special action was run.
        SpecialActionExecuted = "Special Action Executed",
        /// A window was closed.
        SessionWindowClosed = "Session Window Closed",
        /// Someone clicked.
        SessionMouseLeftClicked = "Session Mouse Left Clicked",
        /// A line was typed, or printed, in a remote shell.
        RemoteShellEvent = "Remote Shell Event",
        /// A file has arrived, with its digest.
        FileTransferComplete = "File Transfer Complete",
    }

    /// Who or what takes part in an event.
    pub enum ActorType {
        /// The appliance itself.
        System = "system",
        /// A customer, or an endpoint (PRA).
        Customer = "customer",
        /// A representative, or an access user (PRA).
        Representative = "representative",
        /// All who take part.
        Everyone = "everyone",
    }
}
