//! The reports.

use bt_sra_core::Product::{Pra, Rs};

use super::{
    Evidence, Inside, ReportContent, ReportNeed, ReportParameter, ReportParameterKind, ReportType, Standing,
    WindowUse,
};

/// All reports of both products.
pub static REPORTS: [ReportType; 25] = [
    ReportType {
        only: Some(Pra),
        parameters: &[LSID, LSIDS],
        ..sessions("AccessSession", "Sessions with all that happened in them")
    },
    ReportType { only: Some(Pra), ..listing("AccessSessionListing") },
    ReportType {
        only: Some(Pra),
        parameters: &[ReportParameter {
            name: "report_type",
            about: "By what the statistics are grouped",
            kind: ReportParameterKind::Choice { words: &["user"], open: false },
            need: ReportNeed::Required,
            evidence: Evidence::Documented,
        }],
        ..summary("AccessSessionSummary")
    },
    ReportType {
        only: Some(Pra),
        parameters: &[ONE_LSID],
        ..video("AccessSessionRecording", "The recording of the screen of a session")
    },
    ReportType {
        parameters: &[ONE_LSID, INSTANCE],
        ..video("CommandShellRecording", "The recording of a command shell of a session")
    },
    ReportType {
        only: Some(Pra),
        standing: Standing::Older,
        ..video("UserRecording", "A recording of a user; its parameters are not known")
    },
    ReportType {
        only: Some(Pra),
        parameters: &[ReportParameter { about: "The only team", ..TEAM_ID }],
        ..team("Team")
    },
    ReportType {
        permission: Some(LICENSE),
        content: ReportContent::Zip,
        window: WindowUse::No,
        ..NEW.named("EndpointLicenseUsage", "The Jump Items that take licenses, as CSV in a ZIP file")
    },
    ReportType {
        permission: Some("perm_reporting_jump_item"),
        content: ReportContent::Undescribed,
        window: WindowUse::Presumed,
        ..NEW.named("JumpItem", "Events on Jump Items, in a form that no source describes")
    },
    ReportType {
        permission: Some("perm_reporting_syslog"),
        content: ReportContent::Zip,
        window: WindowUse::No,
        ..NEW.named("Syslog", "The log of the appliance, as text in a ZIP file")
    },
    ReportType {
        permission: Some("perm_reporting_vault"),
        content: items("vault_account_activity_list", &["vault_account_activity"]),
        parameters: &[ReportParameter {
            name: "limit",
            about: "The only user or account",
            kind: ReportParameterKind::Filter { words: &["all", "rep:", "account:"], open: false },
            need: ReportNeed::Optional,
            evidence: Evidence::Documented,
        }],
        ..NEW.named("VaultAccountActivity", "What was done to the accounts of the Vault, and with them")
    },
    ReportType {
        only: Some(Rs),
        parameters: &[
            LSID,
            LSIDS,
            ReportParameter {
                name: "limit",
                about: "The only representative; the values are inferred",
                kind: ReportParameterKind::Filter { words: &["all", "rep:"], open: true },
                need: ReportNeed::Optional,
                evidence: Evidence::Documented,
            },
        ],
        ..sessions("SupportSession", "Sessions with all that happened in them")
    },
    ReportType { only: Some(Rs), ..listing("SupportSessionListing") },
    ReportType {
        only: Some(Rs),
        parameters: &[ReportParameter {
            name: "report_type",
            about: "By what the statistics are grouped",
            kind: ReportParameterKind::Choice { words: &["rep", "team", "site"], open: false },
            need: ReportNeed::Required,
            evidence: Evidence::Documented,
        }],
        ..summary("SupportSessionSummary")
    },
    ReportType {
        only: Some(Rs),
        parameters: &[ONE_LSID],
        ..video("SupportSessionRecording", "The recording of the screen of a session")
    },
    ReportType {
        only: Some(Rs),
        parameters: &[ReportParameter { evidence: Evidence::Unconfirmed, ..ONE_LSID }, INSTANCE],
        ..video("ShowMyScreenRecording", "The recording of a representative's own screen")
    },
    survey("SupportCustExitSurvey", "What customers answered after sessions"),
    survey("SupportRepExitSurvey", "What representatives answered after sessions"),
    ReportType {
        only: Some(Rs),
        parameters: &[ReportParameter {
            about: "The only team, by the number that `get_support_teams` of the Command API gives",
            ..TEAM_ID
        }],
        ..team("SupportTeam")
    },
    ReportType {
        window: WindowUse::StartsOrEnds,
        parameters: &[LSID, LSIDS],
        ..presentation("PresentationSession", "Presentations, in a form that no source describes")
    },
    presentation("PresentationSessionListing", "Presentations, in short, in a form that no source describes"),
    ReportType {
        content: ReportContent::Video,
        window: WindowUse::No,
        parameters: &[ReportParameter { evidence: Evidence::Unconfirmed, ..ONE_LSID }],
        ..presentation("PresentationSessionRecording", "The recording of a presentation")
    },
    ReportType {
        only: Some(Rs),
        permission: Some(LICENSE),
        content: ReportContent::Document { root: "license_usage" },
        window: WindowUse::Starts,
        parameters: &[ReportParameter {
            name: "group_by",
            about: "How long an interval is",
            kind: ReportParameterKind::Choice { words: &["hour", "day", "month"], open: false },
            need: ReportNeed::Required,
            evidence: Evidence::Documented,
        }],
        ..NEW.named("LicenseUsage", "The times at which nearly all licenses were in use")
    },
    ReportType {
        only: Some(Rs),
        permission: Some(ARCHIVE),
        content: items("archives", &["state_archive", "event_archive"]),
        window: WindowUse::No,
        parameters: &[DATE],
        ..NEW.named("ArchiveListing", "The archives that there are of a day")
    },
    ReportType {
        only: Some(Rs),
        permission: Some(ARCHIVE),
        content: ReportContent::Gzip,
        window: WindowUse::No,
        parameters: &[
            ReportParameter {
                name: "type",
                about: "What was so, or what changed",
                kind: ReportParameterKind::Choice { words: &["state", "event"], open: false },
                need: ReportNeed::Required,
                evidence: Evidence::Documented,
            },
            DATE,
            ReportParameter {
                name: "index",
                about: "Which one of the day, as the listing tells",
                kind: ReportParameterKind::Number(1),
                need: ReportNeed::Required,
                evidence: Evidence::Documented,
            },
        ],
        ..NEW.named("Archive", "An archive of what was so at a time, or of what changed since, as JSON")
    },
];

const SESSIONS: &str = "perm_reporting_support";
const LICENSE: &str = "perm_reporting_license";
const ARCHIVE: &str = "perm_reporting_archive";

/// What most reports have in common.
const NEW: ReportType = ReportType {
    name: "",
    about: "",
    only: None,
    standing: Standing::Current,
    permission: Some(SESSIONS),
    content: ReportContent::Undescribed,
    window: WindowUse::StartsOrEnds,
    parameters: &[],
    evidence: Evidence::Documented,
};

impl ReportType {
    const fn named(self, name: &'static str, about: &'static str) -> Self {
        Self { name, about, ..self }
    }
}

const fn items(root: &'static str, items: &'static [&'static str]) -> ReportContent {
    ReportContent::Items { root, items, inside: Inside::Typed }
}

const fn sessions(name: &'static str, about: &'static str) -> ReportType {
    ReportType { content: items("session_list", &["session"]), ..NEW.named(name, about) }
}

const fn listing(name: &'static str) -> ReportType {
    let about = "The identifiers of sessions, and whether there are recordings";
    ReportType { content: items("session_summary_list", &["session_summary"]), ..NEW.named(name, about) }
}

const fn summary(name: &'static str) -> ReportType {
    let inside = Inside::Records;
    let content = ReportContent::Items { root: "summary_list", items: &["summary"], inside };
    ReportType { content, ..NEW.named(name, "Statistics of sessions; what is in them is not described") }
}

const fn team(name: &'static str) -> ReportType {
    let content = items("team_activity_list", &["team_activity"]);
    ReportType { content, ..NEW.named(name, "What went on in the chats of teams") }
}

const fn video(name: &'static str, about: &'static str) -> ReportType {
    ReportType { content: ReportContent::Video, window: WindowUse::No, ..NEW.named(name, about) }
}

const fn survey(name: &'static str, about: &'static str) -> ReportType {
    ReportType {
        only: Some(Rs),
        content: items("exit_survey_list", &["exit_survey"]),
        parameters: &[
            LSID,
            LSIDS,
            ReportParameter {
                name: "report_type",
                about: "What `id` stands for",
                kind: ReportParameterKind::Choice { words: &["rep"], open: true },
                need: ReportNeed::Required,
                evidence: Evidence::Documented,
            },
            ReportParameter {
                name: "id",
                about: "Whose surveys",
                kind: ReportParameterKind::NumberOrAll,
                need: ReportNeed::WithWindow,
                evidence: Evidence::Documented,
            },
        ],
        ..NEW.named(name, about)
    }
}

const fn presentation(name: &'static str, about: &'static str) -> ReportType {
    ReportType {
        only: Some(Rs),
        standing: Standing::Older,
        permission: None,
        window: WindowUse::Presumed,
        ..NEW.named(name, about)
    }
}

const LSID: ReportParameter = ReportParameter {
    name: "lsid",
    about: "The only session",
    kind: ReportParameterKind::Lsid,
    need: ReportNeed::InPlaceOfWindow,
    evidence: Evidence::Documented,
};

const LSIDS: ReportParameter = ReportParameter {
    name: "lsids",
    about: "The only sessions; how many at most is not known",
    kind: ReportParameterKind::Lsids,
    need: ReportNeed::InPlaceOfWindow,
    evidence: Evidence::Documented,
};

const ONE_LSID: ReportParameter = ReportParameter {
    name: "lsid",
    about: "The session",
    kind: ReportParameterKind::Lsid,
    need: ReportNeed::Required,
    evidence: Evidence::Reported,
};

const INSTANCE: ReportParameter = ReportParameter {
    name: "instance",
    about: "Which recording of the session, from 0; the name is not confirmed",
    kind: ReportParameterKind::Number(0),
    need: ReportNeed::Required,
    evidence: Evidence::Unconfirmed,
};

const TEAM_ID: ReportParameter = ReportParameter {
    name: "team_id",
    about: "",
    kind: ReportParameterKind::Number(0),
    need: ReportNeed::Optional,
    evidence: Evidence::Documented,
};

const DATE: ReportParameter = ReportParameter {
    name: "date",
    about: "The day",
    kind: ReportParameterKind::Date,
    need: ReportNeed::Required,
    evidence: Evidence::Documented,
};
