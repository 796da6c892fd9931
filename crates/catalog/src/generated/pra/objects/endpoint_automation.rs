// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, List, Object, Schema, Text};

pub(in super::super) static CREATE_ENDPOINT_AUTOMATION_JOB: Object = Object {
    name: "CreateEndpointAutomationJob",
    fields: &[
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("notes", Schema::Text(Text::PLAIN.min(0).max(1000))),
        field("start_at", Schema::Text(Text::PLAIN.date_time())).required(),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(128))),
        field(
                "operating_system",
                Schema::Text(Text::PLAIN.values(&["Windows", "Linux", "Mac"])),
            )
            .required(),
        field(
                "endpoint_ids",
                Schema::List(
                    List::of(const {
                        &Schema::Integer(Integer::PLAIN.min(1).max(2147483647))
                    }),
                ),
            )
            .required(),
        field("payload", Schema::Object(&CREATE_ENDPOINT_AUTOMATION_JOB_PAYLOAD))
            .required(),
    ],
};

pub(in super::super) static CREATE_ENDPOINT_AUTOMATION_JOB_PAYLOAD: Object = Object {
    name: "CreateEndpointAutomationJobPayload",
    fields: &[
        field("cmd", Schema::Text(Text::PLAIN.min(1).max(2048))).required(),
        field("script", Schema::Text(Text::PLAIN.min(1).max(100000))).required(),
        field(
            "resource_ids",
            Schema::List(
                List::of(const {
                        &Schema::Integer(Integer::PLAIN.min(1).max(2147483647))
                    })
                    .min(0)
                    .max(20),
            ),
        ),
    ],
};

pub(in super::super) static ENDPOINT_AUTOMATION_ENDPOINT: Object = Object {
    name: "EndpointAutomationEndpoint",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field(
            "operating_system_type",
            Schema::Text(Text::PLAIN.values(&["Windows", "Linux", "Mac"])),
        ),
        field(
                "names",
                Schema::List(
                    List::of(const { &Schema::Text(Text::PLAIN.min(1).max(128)) }),
                ),
            )
            .read_only(),
        field("hostname", Schema::Text(Text::PLAIN.min(1).max(255))).read_only(),
        field(
                "tags",
                Schema::List(
                    List::of(const { &Schema::Text(Text::PLAIN.min(0).max(64)) }),
                ),
            )
            .read_only(),
        field("public_ip", Schema::Text(Text::PLAIN)).read_only(),
        field("private_ip", Schema::Text(Text::PLAIN)).read_only(),
        field("is_active", Schema::Boolean).read_only(),
        field(
                "jump_group_id",
                Schema::List(
                    List::of(const {
                        &Schema::Integer(Integer::PLAIN.min(1).max(2147483647))
                    }),
                ),
            )
            .read_only(),
    ],
};

pub(in super::super) static ENDPOINT_AUTOMATION_JOB: Object = Object {
    name: "EndpointAutomationJob",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))),
        field("notes", Schema::Text(Text::PLAIN)),
        field("start_at", Schema::Text(Text::PLAIN.date_time())),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(128))),
        field(
            "operating_system",
            Schema::Text(Text::PLAIN.values(&["Windows", "Linux", "Mac"])),
        ),
        field(
                "created_by_api_account_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .nullable()
            .read_only(),
        field(
                "created_by_user_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .nullable()
            .read_only(),
        field("created_at", Schema::Text(Text::PLAIN.date_time())).read_only(),
        field("finished_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .nullable()
            .read_only(),
        field("payload", Schema::Object(&ENDPOINT_AUTOMATION_JOB_PAYLOAD)),
    ],
};

pub(in super::super) static ENDPOINT_AUTOMATION_JOB_EXECUTION: Object = Object {
    name: "EndpointAutomationJobExecution",
    fields: &[
        field("state", Schema::Text(Text::PLAIN)).read_only(),
        field("started_running_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .nullable(),
        field("finished_timestamp", Schema::Text(Text::PLAIN.date_time()))
            .nullable()
            .read_only(),
        field("finished_type", Schema::Text(Text::PLAIN)).nullable().read_only(),
        field("finished_error", Schema::Text(Text::PLAIN)).nullable().read_only(),
        field("log_file_path", Schema::Text(Text::PLAIN)).nullable().read_only(),
        field("endpoint_id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .nullable()
            .read_only(),
        field("output_tail", Schema::Text(Text::PLAIN)).nullable().read_only(),
        field("exit_code", Schema::Number).nullable().read_only(),
    ],
};

pub(in super::super) static ENDPOINT_AUTOMATION_JOB_PAYLOAD: Object = Object {
    name: "EndpointAutomationJobPayload",
    fields: &[
        field("cmd", Schema::Text(Text::PLAIN.min(1).max(2048))),
        field("script", Schema::Text(Text::PLAIN.min(1).max(100000))),
        field("resources", Schema::Object(&ENDPOINT_AUTOMATION_MINIMAL_RESOURCE)),
    ],
};

pub(in super::super) static ENDPOINT_AUTOMATION_MINIMAL_RESOURCE: Object = Object {
    name: "EndpointAutomationMinimalResource",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("file_name", Schema::Text(Text::PLAIN)).read_only(),
        field("file_size", Schema::Integer(Integer::PLAIN.min(0))).read_only(),
        field("display_url", Schema::Text(Text::PLAIN)).read_only(),
    ],
};

pub(in super::super) static ENDPOINT_AUTOMATION_RESOURCE: Object = Object {
    name: "EndpointAutomationResource",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("file_name", Schema::Text(Text::PLAIN)).read_only(),
        field("file_size", Schema::Integer(Integer::PLAIN.min(0))).read_only(),
        field("display_url", Schema::Text(Text::PLAIN)).read_only(),
        field("hash", Schema::Text(Text::PLAIN)).read_only(),
        field("updated_at", Schema::Text(Text::PLAIN.date_time())).read_only(),
        field("created_at", Schema::Text(Text::PLAIN.date_time())).read_only(),
        field("updated_by", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .read_only(),
        field("created_by", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .read_only(),
    ],
};

pub(in super::super) static ENDPOINT_AUTOMATION_SCRIPT: Object = Object {
    name: "EndpointAutomationScript",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(128))).required(),
        field("description", Schema::Text(Text::PLAIN.min(0).max(1000))),
        field("tag", Schema::Text(Text::PLAIN.min(0).max(128))),
        field("cmd", Schema::Text(Text::PLAIN.min(1).max(2048))).required(),
        field("script", Schema::Text(Text::PLAIN.min(1).max(100000))).required(),
        field(
                "operating_system",
                Schema::Text(Text::PLAIN.values(&["Windows", "Linux", "Mac"])),
            )
            .required(),
        field(
            "resource_ids",
            Schema::List(
                List::of(const {
                        &Schema::Integer(Integer::PLAIN.min(1).max(2147483647))
                    })
                    .min(0)
                    .max(20),
            ),
        ),
        field(
                "created_by_api_account_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .nullable()
            .read_only(),
        field(
                "created_by_user_id",
                Schema::Integer(Integer::PLAIN.min(1).max(2147483647)),
            )
            .nullable()
            .read_only(),
        field("updated_at", Schema::Text(Text::PLAIN.date_time())).read_only(),
        field("created_at", Schema::Text(Text::PLAIN.date_time())).read_only(),
    ],
};
