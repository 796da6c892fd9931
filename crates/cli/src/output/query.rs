//! What `--query` makes of an answer: jq expressions, run by jaq.
//!
//! The expression gets what would be printed without it, as if piped to `jq`: of a list, all
//! items in one array. An expression that begins with `.[]` looks at one item after the other
//! anyway, so it gets each page as an array of its own, and memory does not grow with the list.

use std::fmt;

use jaq_core::load::parse::{BinaryOp, Term};
use jaq_core::load::{self, Arena, File, Loader};
use jaq_core::path::Part;
use jaq_core::{Compiler, Ctx, Vars, data};
use jaq_json::{Val, read, write};

use crate::failure::{Exit, Failure, Result, plain};

/// What jq has and jaq leaves to others.
const FORMATS: &str = r#"
def _row(text): map(
  if type == "string" then text
  elif . == null then ""
  elif type == "array" or type == "object" then error("\(type) is not valid in a row")
  else tostring end);
def @csv: _row("\"" + gsub("\""; "\"\"") + "\"") | join(",");
def @tsv: _row(gsub("\\\\"; "\\\\") | gsub("\t"; "\\t") | gsub("\n"; "\\n") | gsub("\r"; "\\r")) | join("\t");
"#;

type Data = data::JustLut<Val>;

/// A compiled expression.
pub(crate) struct Query {
    filter: jaq_core::compile::Filter<jaq_core::Native<Data>>,
    distributes: bool,
}

impl Query {
    /// Compiles an expression.
    ///
    /// # Errors
    /// Says what is wrong, and where.
    pub(crate) fn compile(code: &str) -> Result<Self> {
        let arena = Arena::default();
        // An expression has no business with the environment, in which the secret is.
        let functions = jaq_core::funs().chain(jaq_std::funs()).chain(jaq_json::funs());
        let functions = functions.filter(|(name, ..)| *name != "env");
        let formats = load::parse(FORMATS, |parser| parser.defs()).unwrap_or_default();
        let definitions = jaq_core::defs().chain(jaq_std::defs()).chain(jaq_json::defs()).chain(formats);
        let modules = Loader::new(definitions)
            .load(&arena, File { code, path: () })
            .map_err(|errors| fault(code, place_of_load(code, &errors)))?;
        let filter = Compiler::default()
            .with_funs(functions)
            .compile(modules)
            .map_err(|errors| fault(code, place_of_compile(code, &errors)))?;
        let distributes = load::parse(code, |parser| parser.term()).is_some_and(|term| distributes(&term));
        Ok(Self { filter, distributes })
    }

    /// Returns whether running it on the parts of an array, one after the other, gives the same
    /// as running it on the whole.
    pub(crate) fn distributes(&self) -> bool {
        self.distributes
    }

    /// Runs it on a JSON text and hands out the results. Returns whether it wants more input:
    /// not after `halt`.
    ///
    /// # Errors
    /// Of the expression, and of `each`.
    pub(crate) fn run(&self, json: &str, mut each: impl FnMut(Outcome) -> Result<()>) -> Result<bool> {
        let input = read::parse_single(json.as_bytes())
            .map_err(|error| Failure::new(Exit::Unreadable, format!("--query: {error}")))?;
        let context = Ctx::<Data>::new(&self.filter.lut, Vars::new([]));
        for result in self.filter.id.run((context, input)) {
            match result.map_err(jaq_core::Exn::get_err) {
                Ok(value) => each(outcome(&value))?,
                Err(Ok(error)) => {
                    // What `error` was called with, or what was tried in vain.
                    let Outcome { json, text } = outcome(&error.into_val());
                    let what = shortened(&plain(&text.unwrap_or(json)));
                    let message = format!("--query: {what}");
                    return Err(Failure::new(Exit::Other, message));
                }
                Err(Err(_)) => return Ok(false),
            }
        }
        Ok(true)
    }
}

impl fmt::Debug for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Query").field("distributes", &self.distributes).finish_non_exhaustive()
    }
}

/// One result.
#[derive(Debug, Eq, PartialEq)]
pub(crate) struct Outcome {
    /// As JSON, or what is nearest to it.
    pub(crate) json: String,
    /// The text, if it is one.
    pub(crate) text: Option<String>,
}

fn outcome(value: &Val) -> Outcome {
    let mut json = Vec::new();
    // Writing to memory does not fail.
    let _ = write::write(&mut json, &write::Pp::default(), 0, value);
    let text = match value {
        Val::TStr(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
        _ => None,
    };
    Outcome { json: String::from_utf8_lossy(&json).into_owned(), text }
}

/// Returns whether `term` begins by taking the items of its input, one by one.
fn distributes(term: &Term<&str>) -> bool {
    match term {
        Term::BinOp(first, BinaryOp::Pipe(None), _) => distributes(first),
        Term::Def(_, rest) => distributes(rest),
        Term::Path(of, path) => {
            let begins = matches!(path.0.first(), Some((Part::Range(None, None), _)));
            distributes(of) || matches!(**of, Term::Id) && begins
        }
        _ => false,
    }
}

type LoadErrors<'a> = load::Errors<&'a str, ()>;

/// Returns the rest of the code where the first fault is, and what is wrong.
fn place_of_load<'a>(code: &'a str, errors: &LoadErrors<'a>) -> (&'a str, String) {
    let end = code.get(code.len()..).unwrap_or_default();
    match errors.first().map(|(_, error)| error) {
        Some(load::Error::Lex(faults)) => match faults.first() {
            Some((expected, rest)) => (rest, format!("expected {}", expected.as_str())),
            None => (end, String::new()),
        },
        Some(load::Error::Parse(faults)) => match faults.first() {
            Some((expected, rest)) => (rest, format!("expected {}", expected.as_str())),
            None => (end, String::new()),
        },
        Some(load::Error::Io(_)) => (end, "modules cannot be imported here".to_owned()),
        None => (end, String::new()),
    }
}

type CompileErrors<'a> = jaq_core::compile::Errors<&'a str, ()>;

fn place_of_compile<'a>(code: &'a str, errors: &CompileErrors<'a>) -> (&'a str, String) {
    let first = errors.iter().flat_map(|(_, faults)| faults).next();
    match first {
        Some((name, kind)) => (name, format!("undefined {} `{}`", kind.as_str(), plain(name))),
        None => (code, String::new()),
    }
}

fn fault(code: &str, (rest, what): (&str, String)) -> Failure {
    let span = load::span(code, rest);
    let column = code.get(..span.start).map_or(0, |before| before.chars().count()) + 1;
    let at = if span.start >= code.len() { "at its end".to_owned() } else { format!("at letter {column}") };
    Failure::usage(format!("--query: not an expression of jq, {at}: {what}"))
        .with_hint("write it in single quotes: --query '.[].name'")
}

/// Errors of jq repeat the value that was wrong, which may be long.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(200) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, json: &str, expected: &str) {
        let rendered = match Query::compile(code) {
            Err(failure) => failure.report(),
            Ok(query) => {
                let mut lines = String::new();
                let ended = query.run(json, |outcome| {
                    lines.push_str(&outcome.text.unwrap_or(outcome.json));
                    lines.push('\n');
                    Ok(())
                });
                ended.err().map_or(lines, |failure| failure.report())
            }
        };
        assert_eq!(rendered, expected);
    }

    #[test]
    fn expressions_are_run_and_numbers_kept() {
        let items = r#"[{"id":1.10,"name":"a"},{"id":123456789012345678901234567890,"name":"b"}]"#;
        check(".[].name", items, "a\nb\n");
        check("map(.id)", items, "[1.10,123456789012345678901234567890]\n");
        check("length", items, "2\n");
        check(
            r#".[] | select(.name | test("^b")) | {id}"#,
            items,
            "{\"id\":123456789012345678901234567890}\n",
        );
        check("[.[] | .name] | @csv", items, "\"a\",\"b\"\n");
        check("@csv", r#"["a\"b",null,1,true]"#, "\"a\"\"b\",,1,true\n");
        check("@tsv", r#"["a\tb\\",null,1.0]"#, "a\\tb\\\\\t\t1.0\n");
        check("@csv", "[[]]", "btapi: --query: array is not valid in a row\n");
        check("first, halt, 1", "[5]", "5\n");
    }

    #[test]
    fn faults_are_placed() {
        let hint = "btapi: hint: write it in single quotes: --query '.[].name'\n";
        let report = |what: &str| format!("btapi: --query: not an expression of jq, {what}\n{hint}");
        check(".[", "1", &report("at its end: expected closing bracket"));
        check("a(1)", "1", &report("at letter 1: undefined filter `a`"));
        check(". |", "1", &report("at its end: expected term"));
        check("env", "1", &report("at letter 1: undefined filter `env`"));
        check("$ENV", "1", &report("at letter 1: undefined variable `$ENV`"));
        check(".a", "5", "btapi: --query: cannot index 5 with \"a\"\n");
        check("error(\"x\u{1b}\")", "1", "btapi: --query: x \n");
    }

    #[test]
    fn what_looks_at_one_item_after_the_other_can_be_run_by_pages() {
        let distributes = |code: &str| Query::compile(code).unwrap().distributes();
        for code in [".[]", ".[].name", ".[] | select(.id > 3) | .name", ".[]?.a[0]", "def f: .a; .[] | f"] {
            assert!(distributes(code), "{code}");
        }
        for code in
            ["length", ".[0]", ".[1:]", "[.[]]", ".[], 1", ".[].a + 1", "first(.[])", ".[] as $x | 1", ".a[]"]
        {
            assert!(!distributes(code), "{code}");
        }
    }
}
