//! The Backup API.
