//! Short ways to write the generated tables; nothing here runs outside of constants.

use crate::schema::{Answer, Field, Integer, List, Literal, Param, Schema, Text, TextFormat};

/// A field without any flag.
pub(crate) const fn field(name: &'static str, schema: Schema) -> Field {
    Field {
        name,
        schema,
        required: false,
        nullable: false,
        read_only: false,
        write_only: false,
        secret: false,
        default: None,
    }
}

impl Field {
    pub(crate) const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(crate) const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    pub(crate) const fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    pub(crate) const fn write_only(mut self) -> Self {
        self.write_only = true;
        self
    }

    pub(crate) const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    pub(crate) const fn default(mut self, default: Literal) -> Self {
        self.default = Some(default);
        self
    }
}

impl Text {
    pub(crate) const fn date_time(mut self) -> Self {
        self.format = TextFormat::DateTime;
        self
    }

    pub(crate) const fn password(mut self) -> Self {
        self.format = TextFormat::Password;
        self
    }

    pub(crate) const fn min(mut self, length: u32) -> Self {
        self.min_length = Some(length);
        self
    }

    pub(crate) const fn max(mut self, length: u32) -> Self {
        self.max_length = Some(length);
        self
    }

    pub(crate) const fn pattern(mut self, pattern: &'static str) -> Self {
        self.pattern = Some(pattern);
        self
    }

    pub(crate) const fn values(mut self, values: &'static [&'static str]) -> Self {
        self.values = values;
        self
    }
}

impl Integer {
    pub(crate) const fn min(mut self, value: i64) -> Self {
        self.min = Some(value);
        self
    }

    pub(crate) const fn max(mut self, value: i64) -> Self {
        self.max = Some(value);
        self
    }

    pub(crate) const fn values(mut self, values: &'static [i64]) -> Self {
        self.values = values;
        self
    }

    pub(crate) const fn or_text(mut self) -> Self {
        self.or_text = true;
        self
    }
}

impl List {
    pub(crate) const fn of(items: &'static Schema) -> Self {
        Self { items, min_items: None, max_items: None, or_single: false }
    }

    pub(crate) const fn min(mut self, count: u32) -> Self {
        self.min_items = Some(count);
        self
    }

    pub(crate) const fn max(mut self, count: u32) -> Self {
        self.max_items = Some(count);
        self
    }

    pub(crate) const fn or_single(mut self) -> Self {
        self.or_single = true;
        self
    }
}

/// A parameter.
pub(crate) const fn param(name: &'static str, schema: Schema) -> Param {
    Param { name, schema }
}

/// An answer without a body.
pub(crate) const fn answer(status: u16) -> Answer {
    Answer { status, media: None, schema: None, optional: false }
}

impl Answer {
    pub(crate) const fn body(mut self, media: &'static str, schema: Schema) -> Self {
        self.media = Some(media);
        self.schema = Some(schema);
        self
    }

    pub(crate) const fn json(self, schema: Schema) -> Self {
        self.body("application/json", schema)
    }

    pub(crate) const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
}
