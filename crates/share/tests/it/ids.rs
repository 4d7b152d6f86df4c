use share::{IdError, ShareId, Token, paths};

const BYTES: [u8; 32] = *b"0123456789abcdef0123456789abcdef";
const TEXT: &str = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY";

#[test]
fn one_spelling() {
    let id = ShareId::from_bytes(BYTES);
    assert_eq!(id.text(), TEXT);
    assert_eq!(ShareId::parse(TEXT), Ok(id));
    // The last character holds two bits that must be zero: Y is the only one of Y, Z, a, b.
    let other = TEXT.replace("kZWY", "kZWZ");
    for not in ["", "MDEy", &TEXT[1..], &format!("{TEXT}="), &format!("{TEXT}A"), &TEXT.replace('M', "+"), &other, &"あ".repeat(14)] {
        assert_eq!(ShareId::parse(not), Err(IdError), "{not}");
    }
}

#[test]
fn nothing_is_told() {
    let token = Token::parse(TEXT).unwrap();
    assert_eq!(format!("{token:?}"), "Token");
    let error = serde_json::from_str::<Token>("\"hanako-secret\"").unwrap_err().to_string();
    assert!(!error.contains("hanako"), "{error}");
}

/// SA2, SA3: 256 bits in the address, and room for 73 characters of `https://name` before it.
#[test]
fn addresses() {
    let id = ShareId::from_bytes(BYTES);
    assert_eq!(paths::manifest(&id), format!("/shl/{TEXT}"));
    assert!(paths::manifest(&id).len() + "https://tsumugu.city.nagareyama.chiba.jp".len() <= 128);
    assert_eq!(paths::files(&id), format!("/api/v1/shares/{TEXT}/files"));
    assert_eq!(paths::shares(), "/api/v1/shares");
    assert_eq!(paths::ticket("x"), "/shl/f/x");
    assert_eq!(paths::version(&paths::tag(12)), Some(12));
    for not in ["12", "W/\"12\"", "\"+12\"", "\"-1\"", "\"012\"", "\"\"", "*"] {
        assert_eq!(paths::version(not), None, "{not}");
    }
}
