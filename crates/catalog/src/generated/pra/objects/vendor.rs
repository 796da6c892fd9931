// Made by `cargo xtask codegen` from: PRA configuration API 1.10, sha256 ef311caaa4f06cb2aabc5e59faef2b39fa0784048d5b92c2e55acf6861734d9d.
//! Objects of PRA.

use crate::make::field;
use crate::schema::{Integer, List, Literal, Object, Schema, Text};

pub(in super::super) static VENDOR: Object = Object {
    name: "Vendor",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("name", Schema::Text(Text::PLAIN.min(1).max(255))).required(),
        field("default_policy", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required(),
        field("account_expiration", Schema::Integer(Integer::PLAIN.min(1).max(365)))
            .default(Literal::Integer(30)),
        field(
                "deletion_days_after_expiration",
                Schema::Integer(Integer::PLAIN.min(1).max(365)),
            )
            .nullable()
            .default(Literal::Null),
        field("user_added_notification_enabled", Schema::Boolean)
            .default(Literal::Boolean(true)),
        field("user_expired_notification_enabled", Schema::Boolean)
            .default(Literal::Boolean(true)),
        field("user_approval_enabled", Schema::Boolean).default(Literal::Boolean(false)),
        field("user_reactivation_enabled", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field(
                "administrator_ids",
                Schema::List(
                    List::of(const {
                            &Schema::Integer(Integer::PLAIN.min(1).max(2147483647))
                        })
                        .min(0)
                        .max(10),
                ),
            )
            .default(Literal::Texts(&[])),
        field(
                "team_ids",
                Schema::List(
                    List::of(const {
                            &Schema::Integer(Integer::PLAIN.min(1).max(2147483647))
                        })
                        .min(0)
                        .max(10),
                ),
            )
            .default(Literal::Texts(&[])),
        field(
                "network_restrictions",
                Schema::List(
                    List::of(const { &Schema::Text(Text::PLAIN) }).min(0).max(128),
                ),
            )
            .default(Literal::Texts(&[])),
        field("duration", Schema::Integer(Integer::PLAIN.min(1).max(168)))
            .default(Literal::Integer(24)),
        field("duration_enabled", Schema::Boolean).default(Literal::Boolean(false)),
    ],
};

pub(in super::super) static VENDOR_USER: Object = Object {
    name: "VendorUser",
    fields: &[
        field("id", Schema::Integer(Integer::PLAIN.min(1).max(2147483647)))
            .required()
            .read_only(),
        field("username", Schema::Text(Text::PLAIN.min(1).max(64))).required(),
        field("public_display_name", Schema::Text(Text::PLAIN.min(1).max(64)))
            .required(),
        field("password", Schema::Text(Text::PLAIN.min(1).max(255))).required().secret(),
        field("password_expiration", Schema::Text(Text::PLAIN.date_time())).nullable(),
        field("password_reset_next_login", Schema::Boolean)
            .default(Literal::Boolean(false)),
        field("account_expiration", Schema::Text(Text::PLAIN.date_time())).read_only(),
        field("enabled", Schema::Boolean).default(Literal::Boolean(true)),
        field("email_address", Schema::Text(Text::PLAIN.min(1).max(256))).required(),
        field("preferred_email_language", Schema::Text(Text::PLAIN.min(2).max(10)))
            .default(Literal::Text("en-us")),
        field("last_authenticated_date", Schema::Text(Text::PLAIN.date_time()))
            .read_only(),
        field("vendor_administrator", Schema::Boolean).read_only(),
        field("is_approved", Schema::Boolean).read_only(),
        field("is_expired", Schema::Boolean).read_only(),
        field("two_factor_enabled", Schema::Boolean).read_only(),
        field("fido2_credential_count", Schema::Integer(Integer::PLAIN)).read_only(),
        field("fido2_last_used_date", Schema::Text(Text::PLAIN.date_time())).read_only(),
    ],
};
