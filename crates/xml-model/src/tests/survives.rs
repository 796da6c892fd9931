//! What holds of any bytes at all, for the tests and for the fuzz target, which includes this file.

use crate::command::{
    ApiInformation, Appliances, ConnectedClientList, ConnectedClients, CustomAttributes, HealthCheck,
    LoggedInReps, Reply, SessionKey, Success, SupportTeams, VirtualCustomer,
};
use crate::report::{
    ArchiveEvent, ArchiveState, ExitSurvey, Items, LicenseUsage, ListedArchive, ListedSession, Record,
    Session, TeamActivity, VaultAccountActivity,
};
use crate::{Answer, Limits, answer};

/// Reads as everything, and checks what holds of whatever comes out. `secret` stands in content
/// only, so that no error may hold it.
pub(crate) fn survives(bytes: &[u8], secret: Option<&str>) {
    macro_rules! each {
        ($($name:ty),*) => {$(
            match answer::<$name>(bytes, &Limits::default()) {
                Ok(Answer::Data(value)) => {
                    let json = serde_json::to_string(&value).unwrap();
                    assert_eq!(serde_json::from_str::<$name>(&json).unwrap(), value);
                }
                Ok(Answer::Refusal(_)) => {}
                Err(error) => {
                    let text = format!("{error} {error:?}");
                    assert!(secret.is_none_or(|secret| !text.contains(secret)), "{text}");
                    assert!(text.len() < 16 * 1024, "{} bytes of error", text.len());
                    if let Some((_, at)) = error.to_string().rsplit_once(" at byte ") {
                        assert!(at.parse::<usize>().unwrap() <= bytes.len());
                    }
                }
            }
        )*};
    }
    each!(
        ApiInformation,
        Appliances,
        ConnectedClientList,
        ConnectedClients,
        CustomAttributes,
        HealthCheck,
        LoggedInReps,
        Reply,
        SessionKey,
        Success,
        SupportTeams,
        VirtualCustomer,
        Items<Session>,
        Items<ListedSession>,
        Items<Record>,
        Items<TeamActivity>,
        Items<VaultAccountActivity>,
        Items<ExitSurvey>,
        Items<ListedArchive>,
        LicenseUsage
    );
    for error in [ArchiveState::read(bytes).err(), ArchiveEvent::read(bytes).err()].into_iter().flatten() {
        let text = format!("{error} {error:?}");
        assert!(secret.is_none_or(|secret| !text.contains(secret)), "{text}");
    }
    if let Ok(list) = crate::read::<Items<Session>>(bytes) {
        for event in list.items.iter().flat_map(|session| &session.events) {
            let _ = (event.text(), event.file_transfer(), event.jump_authorization().map(|view| view.span()));
        }
    }
}
