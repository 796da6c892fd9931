//! The vocabulary of the catalog: what an operation, an object and a field are.
//!
//! Everything is `'static` data, so that looking something up costs nothing and a catalog of
//! some four hundred operations adds only read-only bytes to a binary.

/// One operation of the Configuration API.
#[derive(Debug)]
pub struct Operation {
    /// The operation id of the specification, `api.config.jump-group.index` for example.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path template below `/api/config/v1`, with a leading slash: `/jump-group/{id}`.
    pub path: &'static str,
    /// The parameters of the path, in the order of the template. All are required.
    pub path_params: &'static [Param],
    /// The query parameters, paging parameters included. None is required.
    pub query: &'static [Param],
    /// The request body, for operations that take one.
    pub body: Option<Body>,
    /// The declared answers, by ascending status.
    pub answers: &'static [Answer],
    /// Whether the answer is a list that comes in pages, with the paging headers.
    pub paged: bool,
}

/// The HTTP methods that the API uses.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Method {
    /// Reads.
    Get,
    /// Creates, or acts.
    Post,
    /// Changes some fields.
    Patch,
    /// Removes.
    Delete,
}

impl Method {
    /// The name on the wire: `GET`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// A parameter of a path or a query.
#[derive(Debug)]
pub struct Param {
    /// The name on the wire.
    pub name: &'static str,
    /// What it may be.
    pub schema: Schema,
}

/// A request body.
#[derive(Debug)]
pub struct Body {
    /// What it may be.
    pub schema: Schema,
    /// Whether the operation refuses to go without.
    pub required: bool,
}

/// One declared answer of an operation.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The media type, where the answer has a body.
    pub media: Option<&'static str>,
    /// What the body is, where the answer has one.
    pub schema: Option<Schema>,
    /// The specification shows no body, yet appliances send one (or may): a client accepts both.
    pub optional: bool,
}

/// What a value may be.
#[derive(Clone, Copy, Debug)]
pub enum Schema {
    /// A text.
    Text(Text),
    /// A whole number.
    Integer(Integer),
    /// A number that may have a fraction.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Bytes, not JSON.
    Binary,
    /// A list.
    List(List),
    /// An object whose keys are free.
    Map(&'static Self),
    /// An object with known fields.
    Object(&'static Object),
    /// One of several shapes.
    OneOf(&'static [Self]),
    /// Anything.
    Any,
}

/// Limits of a text.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// The form of the text.
    pub format: TextFormat,
    /// The least number of characters.
    pub min_length: Option<u32>,
    /// The greatest number of characters.
    pub max_length: Option<u32>,
    /// A regular expression, in the syntax of ECMA-262.
    pub pattern: Option<&'static str>,
    /// The values that are known; empty means that any text will do.
    pub values: &'static [&'static str],
}

impl Text {
    /// A text without limits.
    pub const PLAIN: Self =
        Self { format: TextFormat::Plain, min_length: None, max_length: None, pattern: None, values: &[] };
}

/// The form of a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TextFormat {
    /// No particular form.
    Plain,
    /// An RFC 3339 time.
    DateTime,
    /// A password.
    Password,
}

/// Limits of a whole number.
#[derive(Clone, Copy, Debug)]
pub struct Integer {
    /// The least value.
    pub min: Option<i64>,
    /// The greatest value.
    pub max: Option<i64>,
    /// The values that are known; empty means that any will do.
    pub values: &'static [i64],
    /// The specification calls it a text, yet lists numbers: readers accept both.
    pub or_text: bool,
}

impl Integer {
    /// A number without limits.
    pub const PLAIN: Self = Self { min: None, max: None, values: &[], or_text: false };
}

/// Limits of a list.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// What its members may be.
    pub items: &'static Schema,
    /// The least number of members.
    pub min_items: Option<u32>,
    /// The greatest number of members.
    pub max_items: Option<u32>,
    /// The specification shows a single object where a list is meant: readers accept both.
    pub or_single: bool,
}

/// An object with known fields.
#[derive(Debug)]
pub struct Object {
    /// The name of the schema, or the one made for it from where it stands.
    pub name: &'static str,
    /// Its fields, in the order of the specification.
    pub fields: &'static [Field],
}

impl Object {
    /// Returns the field called `name`.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// One field of an object.
#[derive(Debug)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// What it may be.
    pub schema: Schema,
    /// Whether creating demands it.
    pub required: bool,
    /// Whether it may be null.
    pub nullable: bool,
    /// Whether only the appliance sets it.
    pub read_only: bool,
    /// Whether it is never sent back.
    pub write_only: bool,
    /// Whether it must not be shown or logged.
    pub secret: bool,
    /// The value an appliance takes when the field is left out, where it is known.
    pub default: Option<Literal>,
}

/// A constant value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Literal {
    /// No value.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(&'static str),
    /// A list of texts; empty for `[]`.
    Texts(&'static [&'static str]),
}
