//! The table of all actions.

use bt_sra_core::Product;

use crate::{ACTIONS, Action, Evidence, Need};

#[test]
fn both_products_have_the_documented_number_of_actions() {
    let count = |product| ACTIONS.iter().filter(|it| it.is_in(product) && it.gone.is_none()).count();
    assert_eq!((count(Product::Pra), count(Product::Rs)), (5, 9));
}

#[test]
fn names_are_unique_and_secrets_are_named_as_such() {
    for action in &ACTIONS {
        assert!(std::ptr::eq(Action::find(action.name).unwrap(), action), "{}", action.name);
        for parameter in action.parameters {
            let found = action.parameter(&parameter.name.replace('*', "x")).unwrap();
            assert!(std::ptr::eq(found, parameter), "{} {}", action.name, parameter.name);
            assert_eq!(parameter.is_secret, parameter.name.contains("password"), "{}", parameter.name);
        }
        let doubted = action.parameters.iter().any(|it| it.evidence == Evidence::Unconfirmed);
        assert!(!doubted || action.gone.is_some(), "{}", action.name);
        assert!(action.gone.is_none_or(|instead| Action::find(instead).is_some()), "{}", action.name);
    }
}

#[test]
fn one_action_only_is_for_the_web_consoles() {
    let web: Vec<&str> = ACTIONS.iter().filter(|it| it.in_web_console).map(|it| it.name).collect();
    assert_eq!(web, ["start_jump_item_session"]);
    let jump = Action::find("start_jump_item_session").unwrap();
    assert_eq!(jump.parameters.iter().filter(|it| matches!(it.need, Need::SomeOf(_))).count(), 6);
}
