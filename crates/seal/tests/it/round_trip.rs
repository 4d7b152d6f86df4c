//! What a person does: seal, carry the file somewhere, open.

use seal::{Fresh, MAX_CONTENT, OpenError, Passphrase, SealError, check_envelope, open_with_passphrase, seal_with_passphrase};

const WORDS: &str = "Asagao no mikan 3";

fn fresh() -> Fresh {
    Fresh::from_random(std::array::from_fn(|i| 100 + i as u8))
}

fn try_seal(kind: &str, words: &str, fresh: Fresh, content: &[u8]) -> Result<String, SealError> {
    seal_with_passphrase(kind, &Passphrase::from_typed(words), fresh, content)
}

#[test]
fn a_file_opens_with_its_passphrase_and_kind_only() {
    let content = "{\"name\":\"流山 花子\"}".as_bytes();
    let file = try_seal("backup", WORDS, fresh(), content).unwrap();
    assert!(!file.contains("流山"));

    let open = |kind, words| open_with_passphrase(kind, &Passphrase::from_typed(words), file.as_bytes());
    assert_eq!(&*open("backup", "　Ａｓａｇａｏ　ｎｏ　ｍｉｋａｎ　３\n").unwrap(), content);
    assert_eq!(open("backup", "asagao no mikan 3").unwrap_err(), OpenError::WrongPassphraseOrDamaged);
    assert_eq!(open("backup", "").unwrap_err(), OpenError::WrongPassphraseOrDamaged);
    assert_eq!(open("circle", WORDS).unwrap_err(), OpenError::WrongKind);

    assert_eq!(check_envelope("backup", file.as_bytes()), Ok(()));
    assert_eq!(check_envelope("circle", file.as_bytes()), Err(OpenError::WrongKind));
    assert_eq!(check_envelope("backup", content), Err(OpenError::NotAnEnvelope));
}

#[test]
fn an_empty_content_is_a_content() {
    let file = try_seal("b", WORDS, fresh(), b"").unwrap();
    assert_eq!(&*open_with_passphrase("b", &Passphrase::from_typed(WORDS), file.as_bytes()).unwrap(), b"");
}

#[test]
fn what_must_not_be_sealed_is_refused_at_once() {
    for kind in ["", "Backup", "back up", "back\"up", "バックアップ", "a23456789012345678901234567890123"] {
        assert_eq!(try_seal(kind, WORDS, fresh(), b"x"), Err(SealError::BadKind), "{kind}");
    }
    for words in ["", "　　　　　　　　", "1234567", "あさがおのみか"] {
        assert_eq!(try_seal("backup", words, fresh(), b"x"), Err(SealError::PassphraseTooShort), "{words}");
    }
    let unfilled = Fresh::from_random([0; Fresh::BYTES]);
    assert_eq!(try_seal("backup", WORDS, unfilled, b"x"), Err(SealError::NotRandom));
    assert_eq!(try_seal("backup", WORDS, fresh(), &vec![0; MAX_CONTENT + 1]), Err(SealError::TooLarge));
}
