//! Test code that makes the request of every operation once, with sample values, and says what is
//! expected of it. The tests of the crate compare; they stand beside.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::every::chain;
use super::item::format;
use super::model::Model;
use super::tree::answers_file;

/// The files, by path.
pub(super) fn files(models: &[Model<'_>]) -> Result<BTreeMap<String, String>, String> {
    let mut files = BTreeMap::new();
    let mut root = "//! The request of every operation.\n".to_owned();
    for model in models {
        let (product, folder) = (&model.document.product, model.target.tests);
        files.insert(format!("{folder}/{product}.rs"), file(model)?);
        let _ = writeln!(root, "pub(super) mod {product};");
        files.insert(format!("{folder}.rs"), format(&root)?);
    }
    Ok(files)
}

fn file(model: &Model<'_>) -> Result<String, String> {
    let product = &model.document.product;
    let mut made = String::new();
    let mut count = 0_usize;
    for handle in &model.handles {
        for method in &handle.methods {
            let operation = method.operation;
            let chain = chain(model, "root", handle, method, !operation.query.is_empty(), 0)?;
            let names: Vec<&str> = operation.query.iter().map(|param| param.name.as_str()).collect();
            let _ = writeln!(
                made,
                "Made {{ id: {:?}, method: {:?}, path: {:?}, query: &{names:?}, has_body: {}, is_file: {}, request: {chain}.request() }},",
                operation.id,
                operation.method,
                format!("{}{}", model.document.base, operation.path),
                operation.body.is_some(),
                answers_file(operation),
            );
            count += 1;
        }
    }
    format(&format!(
        "//! The request of every operation of {}.\nuse super::super::{{At, Made}};\nuse crate::v2::{product} as api;\n\
         /// Makes them all.\npub(in super::super) fn all(root: &api::{}, at: &At) -> [Made; {count}] {{ [{made}] }}\n",
        super::handles::product(model.document),
        model.target.handle,
    ))
}
