//! Tests of the tables: of an invented product with every construct, and of the real ones.

use super::*;

/// What the generator makes of an invented API; compiled here, compared there.
#[expect(unreachable_pub, reason = "the real tables are shown to other crates")]
#[rustfmt::skip]
#[path = "../../../xtask/tests/golden/catalog/generated/products.rs"]
mod golden;

fn object(catalog: &Catalog, name: &str) -> &'static Object {
    catalog.objects.iter().find(|object| object.name == name).unwrap()
}

fn operation(catalog: &'static Catalog, method: Method, path: &str) -> &'static Operation {
    catalog.operations.iter().find(|operation| operation.method == method && operation.path == path).unwrap()
}

#[test]
fn flags_and_limits_reach_the_tables() {
    let lamp = object(&golden::PRA, "Lamp");
    let id = lamp.field("id").unwrap();
    assert!(id.required && id.read_only && !id.secret);
    let key = lamp.field("key").unwrap();
    assert!(key.write_only && key.secret && key.required);
    let name = lamp.field("name").unwrap();
    assert!(matches!(name.schema, Schema::Text(Text { min_length: Some(1), max_length: Some(255), .. })));
    let ttl = lamp.field("ttl").unwrap();
    assert!(matches!(ttl.schema, Schema::Integer(Integer { values: [60, 120, 300], or_text: true, .. })));
    assert_eq!(lamp.field("room_id").unwrap().default, Some(Literal::Null));
    assert_eq!(lamp.field("on").unwrap().default, Some(Literal::Boolean(true)));
    assert_eq!(lamp.field("tags").unwrap().default, Some(Literal::Texts(&[])));
    assert_eq!(lamp.field("port").unwrap().default, None);
    assert!(lamp.field("nothing").is_none());
}

#[test]
fn objects_refer_to_objects() {
    let host = object(&golden::PRA, "DeepSourceHost");
    let hosts = object(&golden::PRA, "DeepSource").field("hosts").unwrap();
    let Schema::List(List { items: Schema::Object(found), .. }) = hosts.schema else { panic!("{hosts:?}") };
    assert!(std::ptr::eq(*found, host));
    let Schema::OneOf(members) = object(&golden::PRA, "Lamp").field("filter").unwrap().schema else {
        panic!()
    };
    let names: Vec<&str> = members
        .iter()
        .filter_map(|member| if let Schema::Object(object) = member { Some(object.name) } else { None })
        .collect();
    assert_eq!(names, ["Range", "Choice"]);
}

#[test]
fn operations_keep_their_answers_and_pages() {
    let rooms = operation(&golden::PRA, Method::Get, "/lamp/{id}/room");
    assert!(rooms.paged);
    assert!(matches!(rooms.answers[0].schema, Some(Schema::List(List { or_single: true, .. }))));
    let names: Vec<&str> = rooms.query.iter().map(|param| param.name).collect();
    assert_eq!(names, ["per_page", "current_page"]);
    let copy = operation(&golden::PRA, Method::Post, "/jump-item/lamp/{id}/copy");
    assert!(!copy.body.as_ref().unwrap().required);
    let spec = operation(&golden::PRA, Method::Get, "/openapi.yaml");
    assert_eq!(spec.answers[0].media, Some("application/yaml"));
    assert_eq!(golden::RS.operations.len(), 1);
}

#[test]
fn tables_of_both_products_are_sorted_without_doubles() {
    for catalog in [&PRA, &RS] {
        assert!(!catalog.version.is_empty() && !catalog.operations.is_empty());
        let places: Vec<(&str, &str)> =
            catalog.operations.iter().map(|operation| (operation.path, operation.method.as_str())).collect();
        assert!(places.windows(2).all(|pair| pair[0].0 <= pair[1].0 && pair[0] != pair[1]));
        assert!(catalog.objects.windows(2).all(|pair| pair[0].name < pair[1].name));
    }
}

#[test]
fn path_params_are_those_of_the_template() {
    for operation in PRA.operations.iter().chain(RS.operations) {
        let steps = operation.path.split('/').filter_map(|step| step.strip_prefix('{')?.strip_suffix('}'));
        let names = operation.path_params.iter().map(|param| param.name);
        assert!(steps.eq(names), "{}", operation.id);
    }
}

#[test]
fn credentials_are_secret() {
    for (object_name, field) in [
        ("User", "password"),
        ("VaultAccountCredential", "token"),
        ("VaultSSHAccount", "private_key"),
        ("Jumpoint", "docker_deploy_key"),
    ] {
        // A product may do without one of them; what is there is secret.
        let found: Vec<_> = [&PRA, &RS]
            .iter()
            .filter_map(|catalog| catalog.objects.iter().find(|object| object.name == object_name))
            .filter_map(|object| object.field(field))
            .collect();
        assert!(!found.is_empty(), "{object_name}.{field}");
        assert!(found.iter().all(|field| field.secret), "{object_name}.{found:?}");
    }
}
