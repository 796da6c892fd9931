//! `btapi script actions [ACTION]`

use std::fmt::Write as _;

use bt_sra::scripting::{ACTIONS, Action, Evidence, Need, Parameter, ParameterKind};
use serde_json::value::to_raw_value;
use serde_json::{Value, json};

use crate::args::Format;
use crate::cmd::Context;
use crate::failure::{Exit, Failure, Result, plain};
use crate::output::{self, Plan};
use crate::shape::Shape;
use crate::suggest::closest;
use crate::wrap::wrapped;

/// How wide the explanations are: they fit on any terminal.
const WIDTH: usize = 78;

/// Lists the actions, or explains one.
pub(super) fn run(context: &Context<'_>, name: Option<&str>) -> Result<()> {
    let plan = Plan::new(context.globals, Format::Table, Shape::UNKNOWN)?;
    let product = context.settings.product(context.globals)?;
    let of_product = |action: &&Action| product.is_none_or(|product| action.is_in(product));
    let Some(name) = name else {
        let actions = ACTIONS.iter().filter(of_product);
        if plan.is_default() {
            let lines = actions
                .map(|action| format!("{:<7} {:<28} {}\n", products(action), action.name, brief(action)));
            return output::write(lines.collect::<String>().as_bytes());
        }
        return print(&plan, &actions.map(value).collect::<Vec<_>>().into());
    };
    let Some(action) = Action::find(name).filter(of_product) else {
        let guess = closest(name, ACTIONS.iter().map(|action| action.name));
        let guess = guess.map_or_else(String::new, |guess| format!(" (did you mean `{guess}`?)"));
        return Err(Failure::new(Exit::NotFound, format!("no action `{}` is known{guess}", plain(name))));
    };
    if plan.is_default() { output::write(explain(action).as_bytes()) } else { print(&plan, &value(action)) }
}

fn print(plan: &Plan, value: &Value) -> Result<()> {
    plan.value(&to_raw_value(value).map_err(|error| Failure::new(Exit::Other, error.to_string()))?)
}

fn products(action: &Action) -> String {
    action.only.map_or_else(|| "pra rs".to_owned(), |product| product.to_string())
}

fn brief(action: &Action) -> String {
    match action.gone {
        Some(instead) => format!("Gone; use {instead}"),
        None => action.about.split(';').next().unwrap_or_default().to_owned(),
    }
}

fn explain(action: &Action) -> String {
    let mut text = String::new();
    wrapped(0, 2, &format!("{}: {}", action.name, action.about), WIDTH, &mut text);
    if !action.parameters.is_empty() {
        text.push_str("\nParameters:\n");
        for parameter in action.parameters {
            let _ = writeln!(text, "  {}", parameter.name);
            let about = [vec![parameter.about.to_owned()], traits(parameter)].concat().join(" · ");
            wrapped(6, 6, &about, WIDTH, &mut text);
        }
    }
    let _ = writeln!(text, "\nProducts:    {}", products(action));
    let _ = writeln!(text, "Web console: {}", if action.in_web_console { "yes" } else { "no" });
    if let Some(instead) = action.gone {
        let _ = writeln!(text, "Gone:        use {instead}");
    }
    if !action.doubt.is_empty() {
        wrapped(0, 13, &format!("In doubt:    {}", action.doubt), WIDTH, &mut text);
    }
    text
}

fn traits(parameter: &Parameter) -> Vec<String> {
    let mut traits = vec![form(parameter.kind)];
    match parameter.need {
        Need::Required => traits.push("required".to_owned()),
        Need::SomeOf(group) => traits.push(format!("one or more for {group}")),
        Need::AllOf(group) => traits.push(format!("all or none of the {group}")),
        _ => {}
    }
    if parameter.is_secret {
        traits.push("never an argument".to_owned());
    }
    traits.extend(evidence(parameter.evidence).map(str::to_owned));
    traits
}

fn evidence(evidence: Evidence) -> Option<&'static str> {
    match evidence {
        Evidence::Reported => Some("known from programs of others"),
        Evidence::Unconfirmed => Some("not confirmed"),
        _ => None,
    }
}

fn form(kind: ParameterKind) -> String {
    match kind {
        ParameterKind::Text(Some(most)) => format!("text, up to {most} letters"),
        ParameterKind::Number(least, most) => format!("whole number, {least} to {most}"),
        ParameterKind::Choice([word]) => (*word).to_owned(),
        ParameterKind::Choice(words) => format!("one of {}", words.join(" ")),
        ParameterKind::Size(words) => format!("one of {}, or WIDTHxHEIGHT", words.join(" ")),
        _ => "text".to_owned(),
    }
}

fn value(action: &Action) -> Value {
    let parameters: Vec<Value> = action
        .parameters
        .iter()
        .map(|it| {
            json!({
                "name": it.name,
                "about": it.about,
                "form": form(it.kind),
                "required": it.need == Need::Required,
                "evidence": format!("{:?}", it.evidence).to_ascii_lowercase(),
            })
        })
        .collect();
    json!({
        "action": action.name,
        "about": action.about,
        "products": products(action).split(' ').collect::<Vec<_>>(),
        "web_console": action.in_web_console,
        "gone": action.gone,
        "parameters": parameters,
    })
}
