//! An explanation as a page of text.

use bt_sra::Product;

use super::fields::{Field, Kinds};
use super::{Explanation, Line, words};
use crate::wrap::{TIE, wrapped};

/// Writes what is known of a resource.
pub(super) fn of(explanation: &Explanation, width: usize) -> String {
    let mut out = String::new();
    let products: Vec<&str> = explanation
        .products
        .iter()
        .map(|product| match product {
            Product::Rs => "Remote Support",
            _ => "Privileged Remote Access",
        })
        .collect();
    out.push_str(&format!("{}  ({})\n", explanation.path, products.join(", ")));
    let all = &explanation.products;
    lines("Commands", &explanation.commands, all, &mut out);
    fields("Filters", &explanation.filters, all, width, &mut out);
    fields("Fields", &explanation.fields, all, width, &mut out);
    fields("Input", &explanation.input, all, width, &mut out);
    fields("Answer", &explanation.answer, all, width, &mut out);
    lines("Below", &explanation.below, all, &mut out);
    out
}

/// Writes what is known of a field, in all its forms.
pub(super) fn of_fields(topic: &str, forms: &[Field], width: usize) -> String {
    let mut out = format!("{topic}\n");
    let all: Vec<Product> = forms.iter().flat_map(|field| field.products.iter().copied()).collect();
    for field in forms {
        let text = describe(field, if forms.len() == 1 { &field.products } else { &all });
        wrapped(2, 2, &text, width, &mut out);
    }
    let inner: Vec<Field> = forms.iter().flat_map(Field::inner).collect();
    fields("Fields", &inner, &all, width, &mut out);
    out
}

fn lines(title: &str, lines: &[Line], all: &[Product], out: &mut String) {
    if lines.is_empty() {
        return;
    }
    out.push_str(&format!("\n{title}:\n"));
    for line in lines {
        out.push_str(&format!("  {}{}\n", line.text, only(&line.products, all).replace(TIE, " ")));
    }
}

fn fields(title: &str, fields: &[Field], all: &[Product], width: usize, out: &mut String) {
    if fields.is_empty() {
        return;
    }
    out.push_str(&format!("\n{title}:\n"));
    let widest = fields.iter().map(|field| field.name.len()).max().unwrap_or_default().min(34);
    for field in fields {
        out.push_str(&format!("  {:widest$}", field.name));
        let begun = 2 + field.name.len().max(widest);
        let indent = widest + 4;
        if begun + 2 > indent {
            out.push('\n');
            wrapped(indent, indent, &describe(field, all), width, out);
        } else {
            wrapped(indent - begun, indent, &describe(field, all), width, out);
        }
    }
}

fn describe(field: &Field, all: &[Product]) -> String {
    let marks = &field.marks;
    let mut text = words::of_schemas(&field.schemas);
    let notes = [
        ("required", marks.required),
        ("read-only", marks.read_only),
        ("never shown", marks.write_only),
        ("secret", marks.secret && !marks.write_only),
        ("may be null", marks.nullable),
        ("cannot be changed later", marks.fixed),
    ];
    for (note, _) in notes.iter().filter(|(_, is)| *is) {
        text.push_str(&format!(" ·{TIE}{}", note.replace(' ', TIE)));
    }
    if let Some(default) = &marks.default {
        text.push_str(&format!(" ·{TIE}default{TIE}{default}"));
    }
    match &field.kinds {
        Kinds::All => {}
        Kinds::Only(kinds) => text.push_str(&format!(" ·{TIE}of{TIE}type {}", kinds.join(", "))),
        Kinds::AllBut(kinds) => text.push_str(&format!(" ·{TIE}not{TIE}of{TIE}type {}", kinds.join(", "))),
    }
    text.push_str(&only(&field.products, all));
    text
}

/// Says which product something is in, if not in all.
fn only(products: &[Product], all: &[Product]) -> String {
    match products {
        [product] if all.iter().any(|other| other != product) => format!(" ·{TIE}{product}{TIE}only"),
        _ => String::new(),
    }
}
