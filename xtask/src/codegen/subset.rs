//! What of an API of Privileged Remote Access is confirmed for Remote Support, too, as long as the
//! facts of Remote Support's own file are not in `spec/`.

use crate::ir::Document;

/// Operations, by API. The public documentation of Remote Support describes each of them, with the
/// method, the path and what goes in; it shows no other with all of that. Most telling is what is
/// not here: the vocabulary of clients differs between the products, and no page says that a
/// session can be ended.
const CONFIRMED: [(&str, &[&str]); 1] = [(
    "command",
    &[
        "api.command.v2.health.get",
        "api.command.v2.appliance.index",
        "api.command.v2.user.index",
        "api.command.v2.user.logout",
        "api.command.v2.session.get.attributes",
        "api.command.v2.session.set.attributes",
    ],
)];

/// Returns the facts of Remote Support that are confirmed, with the types of the other product;
/// none if nothing is.
pub(super) fn of_rs(pra: &Document) -> Option<Document> {
    let (_, confirmed) = CONFIRMED.iter().find(|(api, _)| *api == pra.api)?;
    let mut rs = Document { product: "rs".to_owned(), ..pra.clone() };
    rs.operations.retain(|operation| confirmed.contains(&operation.id.as_str()));
    (!rs.operations.is_empty()).then_some(rs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{codegen, workspace};

    #[test]
    fn an_operation_that_has_gone_is_left_out() {
        let path = workspace::spec(&workspace::root()).join("pra-command.ir.json");
        let mut pra = codegen::read(&path).unwrap();
        pra.operations.retain(|operation| operation.id != "api.command.v2.user.index");
        let ids = |document: Document| -> Vec<String> {
            document.operations.into_iter().map(|operation| operation.id).collect()
        };
        let rs = ids(of_rs(&pra).unwrap());
        assert!(rs.contains(&"api.command.v2.user.logout".to_owned()));
        assert!(!rs.contains(&"api.command.v2.user.index".to_owned()));
        assert!(!rs.contains(&"api.command.v2.session.terminate".to_owned()));
        pra.operations.clear();
        assert_eq!(of_rs(&pra), None);
    }
}
