//! `btapi export TYPE… [NAME=VALUE…]`

use serde_json::Value;
use tokio::io::AsyncWriteExt as _;

use super::Context;
use super::bulk::cell;
use super::bulk::fetch::{self, Pages, Thing};
use super::bulk::kind::{Column, KINDS, Kind, TYPE};
use super::bulk::names::{GROUP_TYPE, Names, SHARED, Target};
use super::bulk::sheet::Writer;
use crate::args::Export;
use crate::csv::FORMULAS;
use crate::csv::cell::looks_like_a_formula;
use crate::failure::{Failure, Result};
use crate::net::{self, Net};
use crate::output;
use crate::progress::{self, Unit};
use crate::suggest::closest;
use crate::vocabulary::Vocabulary;

/// Writes the things of some types to standard output, one a line, page by page.
pub(super) fn run(context: &Context<'_>, arguments: &Export) -> Result<()> {
    let (filters, words): (Vec<_>, Vec<_>) = arguments.what.iter().partition(|what| what.contains('='));
    let request = Request::read(&words)?;
    let filters: Vec<(String, String)> = filters
        .into_iter()
        .filter_map(|filter| filter.split_once('='))
        .map(|(name, value)| (name.trim().to_owned(), value.to_owned()))
        .collect();
    let product = context.settings.product(context.globals)?;
    // What is wrong for every product is told before anything is sent.
    request.layout(&context.vocabulary, &filters, arguments)?;
    net::run(&context.settings, async |net| {
        let vocabulary = match product {
            Some(product) => Vocabulary::new(Some(product)),
            None => Vocabulary::new(Some(fetch::product(net).await?)),
        };
        let layout = request.layout(&vocabulary, &filters, arguments)?;
        write(net, &layout, &filters, &arguments.jump_group).await
    })
}

/// Which types were asked for.
struct Request {
    kinds: Vec<&'static Kind>,
    /// Whether that is all that the product has.
    is_all: bool,
}

impl Request {
    fn read(words: &[&String]) -> Result<Self> {
        let mut kinds: Vec<&'static Kind> = Vec::new();
        let mut is_all = false;
        for word in words {
            if word.as_str() == "all" {
                is_all = true;
                kinds.extend(KINDS.iter().filter(|kind| kind.is_item()));
            } else {
                kinds.push(Kind::find(word)?);
            }
        }
        if kinds.is_empty() {
            return Err(Failure::usage("which type? only filters are given")
                .with_hint("btapi export shell-jump tag=web; `all` means all Jump Items"));
        }
        let mut unique: Vec<&'static Kind> = Vec::new();
        for kind in kinds {
            if !unique.iter().any(|known| known.name == kind.name) {
                unique.push(kind);
            }
        }
        Ok(Self { kinds: unique, is_all })
    }

    /// Finds the columns, and refuses what the product does not have.
    fn layout(
        &self,
        vocabulary: &Vocabulary,
        filters: &[(String, String)],
        arguments: &Export,
    ) -> Result<Layout> {
        let mut layout = Layout { kinds: Vec::new(), columns: vec![TYPE.to_owned()] };
        for kind in &self.kinds {
            let objects = kind.objects(vocabulary);
            if objects.is_empty() {
                if self.is_all && kind.is_item() {
                    continue;
                }
                return Err(Failure::usage(format!("this product has no {}", kind.name)));
            }
            check_filters(kind, vocabulary, filters, arguments)?;
            let columns = kind.written(&objects);
            for (name, _) in &columns {
                if !layout.columns.contains(name) {
                    layout.columns.push(name.clone());
                }
            }
            layout.kinds.push((kind, columns));
        }
        Ok(layout)
    }
}

/// What is written.
struct Layout {
    kinds: Vec<(&'static Kind, Vec<(String, Column)>)>,
    columns: Vec<String>,
}

fn check_filters(
    kind: &Kind,
    vocabulary: &Vocabulary,
    filters: &[(String, String)],
    arguments: &Export,
) -> Result<()> {
    let found = vocabulary.find(&kind.path()?, bt_sra_catalog::Method::Get);
    let known = found.query_names();
    if !arguments.jump_group.is_empty() && !known.contains(&"jump_group_id") {
        return Err(Failure::usage(format!("{} is in no Jump Group; leave --jump-group out", kind.name)));
    }
    for (name, _) in filters {
        // An unknown one would make the appliance answer 401, or all.
        if !known.contains(&name.as_str()) || matches!(name.as_str(), "per_page" | "current_page") {
            let guess = match closest(name, known.iter().copied()) {
                _ if name == "jump_group" => "; --jump-group takes a name".to_owned(),
                Some(guess) => format!("; did you mean `{guess}`?"),
                None => String::new(),
            };
            return Err(Failure::usage(format!("{} has no filter `{name}`{guess}", kind.name)));
        }
        if name.starts_with("jump_group") && !arguments.jump_group.is_empty() {
            return Err(Failure::usage(format!("`{name}` and --jump-group exclude each other")));
        }
    }
    Ok(())
}

async fn write(net: &Net, layout: &Layout, filters: &[(String, String)], groups: &[String]) -> Result<()> {
    let mut out = tokio::io::stdout();
    let mut writer = Writer::new(b',');
    let mut names = Names::default();
    if !groups.is_empty() {
        names.add(net, Target::JumpGroup).await?;
    }
    // Without a group all are asked for at once.
    let mut parts = vec![None];
    if !groups.is_empty() {
        parts = names.groups(groups)?.into_iter().map(Some).collect();
        parts.sort_unstable();
        parts.dedup();
    }
    net.progress().begin("export", Unit::Items);
    writer.row(&layout.columns)?;
    let mut count = 0u64;
    let mut has_formula = false;
    for (kind, columns) in &layout.kinds {
        for target in columns.iter().filter_map(|(_, column)| column.target) {
            names.add(net, target).await?;
        }
        for group in &parts {
            let mut query = filters.to_vec();
            if let Some(group) = group {
                query.push(("jump_group_id".to_owned(), group.to_string()));
                query.push((GROUP_TYPE.to_owned(), SHARED.to_owned()));
            }
            let mut pages = Pages::new(net, &kind.path()?, &query);
            while let Some(things) = pages.next().await.map_err(|failure| {
                failure.with_hint(format!("the CSV is not complete: it ends after {count} rows"))
            })? {
                if layout.kinds.len() == 1 && parts.len() == 1 {
                    net.progress().expect(pages.total());
                }
                if things.iter().any(is_personal) {
                    names.add(net, Target::User).await?;
                }
                for thing in &things {
                    let cells = row(layout, kind, columns, thing, &names);
                    has_formula |= cells.iter().any(|cell| looks_like_a_formula(cell));
                    writer.row(cells)?;
                    count += 1;
                }
                net.progress().add(things.len() as u64);
                progress::clear_for_data();
                let text = writer.take(b',')?;
                out.write_all(&text).await.map_err(|error| output::broken(&error))?;
                out.flush().await.map_err(|error| output::broken(&error))?;
            }
        }
    }
    output::write(&writer.take(b',')?)?;
    output::note(&format!("{count} exported"));
    if has_formula {
        output::note(FORMULAS);
    }
    Ok(())
}

fn is_personal(thing: &Thing) -> bool {
    fetch::text(thing, GROUP_TYPE) == "personal"
}

fn row(
    layout: &Layout,
    kind: &Kind,
    columns: &[(String, Column)],
    thing: &Thing,
    names: &Names,
) -> Vec<String> {
    let cell = |wanted: &String| {
        if wanted == TYPE {
            return kind.name.to_owned();
        }
        let Some((_, column)) = columns.iter().find(|(name, _)| name == wanted) else {
            return String::new();
        };
        let field = column.field;
        let value = thing.get(field.name);
        if !kind.applies(thing, field.name) {
            return String::new();
        }
        match (column.target, value.and_then(Value::as_i64)) {
            (Some(target), Some(id)) => {
                names.name(target.with_group_type(fetch::text(thing, GROUP_TYPE)), id)
            }
            _ => cell::write(value, field),
        }
    };
    layout.columns.iter().map(cell).collect()
}
