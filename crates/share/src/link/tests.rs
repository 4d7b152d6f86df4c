//! Narrow out, wide in. The ids in brackets are those of the conformance list of the standard's roles: SA sharing, RA receiving.

use alloc::{
    borrow::ToOwned,
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use base64ct::{Base64, Base64Url, Base64UrlUnpadded, Encoding};
use serde_json::{Value, json};

use super::{Access, Expiry, Found, Link, LinkError, LinkSecret, Neighbour, NewLink, NewLinkError, Remark, Term, read};
use crate::id::ShareId;

const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";
const URL: &str = "https://tsumugu.example/shl/MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY";
const ID: [u8; 32] = *b"0123456789abcdef0123456789abcdef";

fn secret() -> LinkSecret {
    LinkSecret::from_base64url(KEY).unwrap()
}

/// A link as it is made, and its payload.
fn made(server: &str, term: Term, asks_passcode: bool, label: Option<&str>) -> Result<(String, Value), NewLinkError> {
    let (id, secret) = (ShareId::from_bytes(ID), secret());
    let text = NewLink { server, id: &id, secret: &secret, term, asks_passcode, label }.bare()?;
    let payload = Base64UrlUnpadded::decode_vec(text.strip_prefix("shlink:/").unwrap()).unwrap();
    let value: Value = serde_json::from_slice(&payload).unwrap();
    assert!(!payload.contains(&b' ') || label.is_some_and(|label| label.contains(' ')), "no white space (SA4)");
    Ok(((*text).clone(), value))
}

fn link(text: &str) -> Link {
    match read(text) {
        Ok(Found::Link(link)) => link,
        other => panic!("{other:?}"),
    }
}

fn text_of(payload: &Value) -> String {
    format!("shlink:/{}", Base64UrlUnpadded::encode_string(payload.to_string().as_bytes()))
}

/// The smallest payload with some members put in.
fn with(members: Value) -> String {
    let mut payload = json!({ "url": URL, "key": KEY });
    for (name, value) in members.as_object().unwrap() {
        payload[name] = value.clone();
    }
    text_of(&payload)
}

#[test]
fn what_is_written_is_narrow() {
    let server = "https://tsumugu.example";
    for (term, asks, rest) in [
        (Term::LongTerm, false, json!({ "flag": "L" })),
        (Term::LongTerm, true, json!({ "flag": "LP" })),
        (Term::Unsaid, true, json!({ "flag": "P" })),
        (Term::Unsaid, false, json!({})),
        (Term::Until(1_800_000_000), false, json!({ "exp": 1_800_000_000 })),
        (Term::Until(1_800_000_000), true, json!({ "flag": "P", "exp": 1_800_000_000 })),
    ] {
        let mut expected = rest;
        expected["url"] = json!(URL);
        expected["key"] = json!(KEY);
        // No `v`, no `U`, no `exp` beside `L` (SA5 and the narrow dialect).
        assert_eq!(made(server, term, asks, None).unwrap().1, expected);
        assert_eq!(made("https://tsumugu.example/", term, asks, None).unwrap().1, expected);
    }
    let label = "救急カード \"1\" <b>";
    assert_eq!(made(server, Term::LongTerm, false, Some(label)).unwrap().1["label"], label);
}

/// SA2, SA3: 43 characters of randomness in the address, and 128 at most.
#[test]
fn the_address_is_bounded() {
    let server = |length: usize| format!("https://{}.example", "a".repeat(length - "https://.example".len()));
    // `/shl/` and 43 characters come behind it.
    assert_eq!(made(&server(80), Term::LongTerm, false, None).unwrap().1["url"].as_str().unwrap().len(), 128);
    assert_eq!(made(&server(81), Term::LongTerm, false, None), Err(NewLinkError::TooLong));
    for server in [
        "http://tsumugu.example",
        "tsumugu.example",
        "https://",
        "https://a/path",
        "https://a?b",
        "https://u@a",
        "https://a\"b",
        "https://日本",
    ] {
        assert_eq!(made(server, Term::LongTerm, false, None), Err(NewLinkError::BadAddress), "{server}");
    }
    assert!(made("http://127.0.0.1:3000", Term::LongTerm, false, None).is_ok(), "for trying things out");
    for label in ["", "a\nb", &"あ".repeat(81)] {
        assert_eq!(made("https://a.example", Term::LongTerm, false, Some(label)), Err(NewLinkError::BadLabel));
    }
    assert!(made("https://a.example", Term::LongTerm, false, Some(&"あ".repeat(80))).is_ok());
}

#[test]
fn a_viewer_stands_before_a_hash() {
    let (id, secret) = (ShareId::from_bytes(ID), secret());
    let new = NewLink {
        server: "https://tsumugu.example",
        id: &id,
        secret: &secret,
        term: Term::LongTerm,
        asks_passcode: false,
        label: Some("救急カード"),
    };
    for viewer in ["https://viewer.example/v", "https://viewer.example/ja/v?x=1"] {
        let text = new.for_viewer(viewer).unwrap();
        assert_eq!(*text, format!("{viewer}#{}", *new.bare().unwrap()));
        let read = link(&text);
        assert_eq!((read.url.as_str(), read.secret.expose_base64url().as_str()), (URL, KEY));
        assert_eq!((read.access, read.is_long_term, read.expiry, &read.remarks), (Access::Manifest, true, None, &vec![]));
        assert_eq!(read.label.as_deref(), Some("救急カード"));
    }
    for viewer in [
        "",
        "viewer.example",
        "http://viewer.example",
        "https://viewer.example/#",
        "https://viewer.example/ x",
        "https://a.example@evil.example/v",
    ] {
        assert_eq!(new.for_viewer(viewer).unwrap_err(), NewLinkError::BadAddress, "{viewer}");
    }
}

#[test]
fn carriers_are_read_in_every_known_spelling() {
    // A label for which base64 has padding and signs that its alphabets write differently.
    let is_telling = |bare: &String| {
        let json = Base64UrlUnpadded::decode_vec(&bare[8..]).unwrap();
        Base64::encode_string(&json).ends_with('=') && bare[8..].contains(['-', '_'])
    };
    let bare = (0..9).map(|more| with(json!({ "label": format!("{}??>>~~?>~", "x".repeat(more)) }))).find(is_telling).unwrap();
    let payload = bare.strip_prefix("shlink:/").unwrap();
    let json = Base64UrlUnpadded::decode_vec(payload).unwrap();
    let (padded, other_alphabet) = (Base64Url::encode_string(&json), Base64::encode_string(&json));
    for text in [
        bare.clone(),
        format!(" {bare}\r\n"),
        format!("SHLINK:/{payload}"),
        format!("shlink://{payload}"),
        format!("shlink:/{padded}"),
        format!("shlink:/{other_alphabet}"),
        format!("https://viewer.example/v#{bare}"),
        format!("https://viewer.example/ja/v?x#{bare}"),
        format!("https://viewer.example/v#shlink%3A%2F{payload}"),
        format!("https://viewer.example/v#a=b&{bare}"),
        format!("先生へ\nhttps://viewer.example/#{bare}\n花子より"),
        format!("<{bare}>"),
        format!("「{bare}」"),
    ] {
        let read = link(&text);
        assert_eq!((read.url.as_str(), read.secret.expose_base64url().as_str()), (URL, KEY), "{text}");
        assert_eq!(read.remarks, [], "{text}");
    }
    // Not sanctioned: the key has been sent to the viewer's server. Read, and said.
    assert_eq!(link(&format!("https://viewer.example/v?{bare}")).remarks, [Remark::KeyWasSent]);
    assert_eq!(link(&format!("https://viewer.example/v?shl={bare}#x")).remarks, [Remark::KeyWasSent]);
}

/// RA1, RA2.
#[test]
fn members_and_flags_that_are_not_known_are_passed_over() {
    let read = link(&with(json!({ "extension": { "a": [1] }, "_x": 1, "flag": null, "label": null, "exp": null, "v": null })));
    assert_eq!((read.access, read.is_long_term, read.expiry, read.label), (Access::Manifest, false, None, None));
    assert_eq!(read.remarks, []);
    for (flag, access, is_long_term, remarks) in [
        ("", Access::Manifest, false, vec![]),
        ("L", Access::Manifest, true, vec![]),
        ("P", Access::Passcode, false, vec![]),
        ("LP", Access::Passcode, true, vec![]),
        ("PL", Access::Passcode, true, vec![]),
        ("U", Access::Direct, false, vec![]),
        ("UL", Access::Direct, true, vec![]),
        ("XLZ", Access::Manifest, true, vec![Remark::UnknownFlag]),
        ("l", Access::Manifest, false, vec![Remark::UnknownFlag]),
    ] {
        let read = link(&with(json!({ "flag": flag })));
        assert_eq!((read.access, read.is_long_term, read.remarks), (access, is_long_term, remarks), "{flag}");
    }
    for flag in ["PU", "LUP"] {
        assert_eq!(read_error(&with(json!({ "flag": flag }))), LinkError::BadFlags);
    }
}

fn read_error(text: &str) -> LinkError {
    match read(text) {
        Err(error) => error,
        Ok(found) => panic!("{found:?}"),
    }
}

#[test]
fn an_end_is_shown_and_milliseconds_are_noticed() {
    for (exp, seconds, remarks) in [
        (json!(1_800_000_000), Some(1_800_000_000), vec![]),
        (json!(1_800_000_000.75), Some(1_800_000_000), vec![]),
        (json!("1800000000"), Some(1_800_000_000), vec![]),
        (json!(0), Some(0), vec![]),
        (json!(1_800_000_000_000_u64), Some(1_800_000_000), vec![Remark::OddExpiry]),
        (json!(-5), None, vec![Remark::OddExpiry]),
        (json!("tomorrow"), None, vec![Remark::OddExpiry]),
        (json!({}), None, vec![Remark::OddExpiry]),
        (json!(u64::MAX), Some(u64::MAX / 1_000), vec![Remark::OddExpiry]),
    ] {
        let read = link(&with(json!({ "exp": exp })));
        assert_eq!((read.expiry, read.remarks), (seconds.map(|seconds| Expiry { seconds }), remarks), "{exp}");
    }
}

/// RA11.
#[test]
fn a_newer_version_shows_its_label_and_stops() {
    for version in [json!(2), json!(1.5), json!("2"), json!(0), json!([])] {
        let text = text_of(&json!({ "v": version, "label": "from the future", "somewhere": "else" }));
        assert!(matches!(read(&text), Ok(Found::Newer { label: Some(label) }) if label == "from the future"), "{version}");
    }
    assert_eq!(link(&with(json!({ "v": 1 }))).remarks, []);
}

#[test]
fn a_label_is_cleaned_and_cut() {
    let read = link(&with(json!({ "label": "a\u{202E}b\nc\u{0}" })));
    assert_eq!((read.label.as_deref(), read.remarks), (Some("abc"), vec![]));
    let read = link(&with(json!({ "label": "あ".repeat(81) })));
    assert_eq!((read.label, read.remarks), (Some("あ".repeat(80)), vec![Remark::LongLabel]));
    assert_eq!(link(&with(json!({ "label": " \n" }))).label, None);
    assert_eq!(link(&with(json!({ "url": format!("https://a.example/{}", "x".repeat(200)) }))).remarks, [Remark::LongUrl]);
}

#[test]
fn what_cannot_be_followed_has_a_reason() {
    for (text, error) in [
        (String::new(), LinkError::NoLink),
        ("https://viewer.example/".to_owned(), LinkError::NoLink),
        ("xshlink:/eyJ9".to_owned(), LinkError::NoLink),
        ("shlink:/".to_owned(), LinkError::Damaged),
        ("shlink:/eyJ".to_owned(), LinkError::Damaged),
        (format!("shlink:/{}", Base64UrlUnpadded::encode_string(b"[]")), LinkError::Damaged),
        (with(json!({ "url": null })), LinkError::BadUrl),
        (with(json!({ "url": 5 })), LinkError::Damaged),
        (with(json!({ "url": "javascript:alert(1)" })), LinkError::BadUrl),
        (with(json!({ "url": "http://a.example/x" })), LinkError::BadUrl),
        (with(json!({ "url": "http://localhost.evil.example/x" })), LinkError::BadUrl),
        (with(json!({ "url": "https:///x" })), LinkError::BadUrl),
        (with(json!({ "url": "https://a.example@evil.example/x" })), LinkError::BadUrl),
        (with(json!({ "url": "https://evil.example\\.a.example/x" })), LinkError::BadUrl),
        (with(json!({ "url": "https://a.example/\u{202E}" })), LinkError::BadUrl),
        (with(json!({ "url": format!("https://a.example/{}", "x".repeat(3_000)) })), LinkError::BadUrl),
        (with(json!({ "key": null })), LinkError::BadKey),
        (with(json!({ "key": "" })), LinkError::BadKey),
        (with(json!({ "key": &KEY[1..] })), LinkError::BadKey),
        (with(json!({ "key": format!("{KEY}AAAA") })), LinkError::BadKey),
        (format!("shlink:/{}", "A".repeat(20_000)), LinkError::TooLong),
    ] {
        assert_eq!(read_error(&text), error, "{text:.120}");
    }
    let whole = with(json!({ "label": "x" }));
    for end in 0..whole.len() {
        assert!(read(&whole[..end]).is_err(), "{end}");
    }
}

#[test]
fn neighbours_are_recognised() {
    for (text, neighbour) in [
        ("shc:/5676290952432060346029243740446031222959532654603460292540772804336028", Neighbour::HealthCard),
        ("SHC:/1/2/5676", Neighbour::HealthCard),
        ("https://viewer.example/v#shc:/5676", Neighbour::HealthCard),
        ("vhlink:/eyJ1cmwiOiJodHRwczovL2EifQ", Neighbour::VerifiableLink),
        ("https://viewer.example/#VHLINK:/eyJ1cmw", Neighbour::VerifiableLink),
        ("HC1:6BFOXN%TSMAHN-H", Neighbour::Certificate),
    ] {
        assert!(matches!(read(text), Ok(Found::Neighbour(found)) if found == neighbour), "{text}");
    }
    assert_eq!(read_error("tel:119"), LinkError::NoLink);
}

#[test]
fn nothing_shows_a_key_or_an_address() {
    let found = read(&with(json!({ "label": "CANARY" }))).unwrap();
    let (id, secret) = (ShareId::from_bytes(ID), secret());
    let new = NewLink { server: "https://a.example", id: &id, secret: &secret, term: Term::LongTerm, asks_passcode: false, label: None };
    assert_eq!(format!("{found:?} {new:?} {secret:?}"), "Link(Link) NewLink LinkSecret(hidden)");
    let mut words: Vec<String> =
        [LinkError::NoLink, LinkError::TooLong, LinkError::Damaged, LinkError::BadUrl, LinkError::BadKey, LinkError::BadFlags]
            .iter()
            .map(|error| format!("{error}"))
            .collect();
    words.dedup();
    assert_eq!(words.len(), 6);
}

/// Does not compile when the type has the trait: then the compiler finds two functions of that name.
macro_rules! has_not {
    ($type:ty: $trait:path) => {
        const _: fn() = || {
            struct WithTrait;
            trait Finds<Marker> {
                fn find() {}
            }
            impl<T> Finds<()> for T {}
            impl<T: $trait> Finds<WithTrait> for T {}
            let _ = <$type as Finds<_>>::find;
        };
    };
}

has_not!(LinkSecret: Clone);
has_not!(LinkSecret: serde::Serialize);
has_not!(LinkSecret: core::fmt::Display);
has_not!(LinkSecret: PartialEq);
has_not!(Link: Clone);
has_not!(Link: serde::Serialize);
