//! Files of links that other implementations wrote; frozen, read for ever.

use crate::material::{Material, bytes};
use seal::{JweError, LinkKey, open_file};

/// Written by `jose` and `jwcrypto`: plain, compressed, with a key id, without a content type, empty.
#[test]
fn files_of_other_implementations_open() {
    let vectors = Material::read("jwe-foreign.json");
    let mut writers = std::collections::BTreeSet::new();
    for case in vectors.cases() {
        let key = LinkKey::from_base64url(case.text("key")).unwrap();
        let file = open_file(&key, case.text("jwe")).unwrap();
        assert_eq!(&*file.content, bytes(case.text("content")), "{}", case.value);
        assert_eq!(file.content_type.as_deref(), case.value["header"]["cty"].as_str());
        let other = LinkKey::from_random(std::array::from_fn(|at| at as u8)).unwrap();
        assert_eq!(open_file(&other, case.text("jwe")).unwrap_err(), JweError::WrongKeyOrDamaged);
        writers.insert(case.text("written_by").to_owned());
    }
    assert_eq!(writers.len(), 2);
}
