use serde_json::{from_str, json, to_value};
use share::{
    control::{ChangeShare, CreateShare, ShareState, ShareStatus},
    manifest::{FHIR_JSON, Manifest, ManifestFile, ManifestRequest, WrongPasscode},
};

/// SA12, RS8, RA10: unknown members are passed over, on every type that reads what somebody else wrote.
#[test]
fn what_we_read_is_wide() {
    let request: ManifestRequest = from_str(r#"{"recipient":"Dr","url":"x","passcode":null,"extension":{"a":[1]}}"#).unwrap();
    assert_eq!(request, ManifestRequest { recipient: "Dr".into(), ..ManifestRequest::default() });
    assert!(from_str::<ManifestRequest>(r#"{"passcode":"1234"}"#).is_err(), "without recipient");
    let manifest: Manifest = from_str(
        r#"{"list":{"resourceType":"List"},"files":[{"contentType":"application/fhir+json;fhirVersion=4.0.1","fhirVersion":"4.0.1",
            "status":"can-change","location":"https://x/y","embedded":null}]}"#,
    )
    .unwrap();
    assert_eq!((manifest.status, manifest.files[0].status.as_deref()), (None, Some("can-change")));
    assert_eq!(from_str::<Manifest>("{}").unwrap().files, []);
    assert_eq!(from_str::<ChangeShare>(r#"{"else":1}"#).unwrap(), ChangeShare::default());
}

/// SA10, RS4: no member without a value, and the names of the standard.
#[test]
fn what_we_write_is_narrow() {
    let file = ManifestFile {
        content_type: FHIR_JSON.into(),
        embedded: Some("a..b.c.d".into()),
        location: None,
        last_updated: Some("2026-11-20T00:00:00Z".into()),
        status: None,
    };
    assert_eq!(
        to_value(Manifest { status: Some("can-change".into()), files: vec![file] }).unwrap(),
        json!({"status": "can-change", "files": [{"contentType": "application/fhir+json", "embedded": "a..b.c.d", "lastUpdated": "2026-11-20T00:00:00Z"}]})
    );
    assert_eq!(to_value(WrongPasscode { remaining_attempts: 3 }).unwrap(), json!({"remainingAttempts": 3}));
    let status = ShareStatus { version: 1, expires: 2, state: ShareState::Restored, newest_reply: 0 };
    assert_eq!(to_value(status).unwrap(), json!({"version": 1, "expires": 2, "state": "restored", "newestReply": 0}));
    assert_eq!(to_value(ChangeShare { paused: Some(false), expires: None }).unwrap(), json!({"paused": false}));
}

#[test]
fn a_request_tells_nothing_of_itself() {
    let id = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY";
    let text = json!({"id": id, "manage": id, "reply": id, "longTerm": true, "expires": 5, "passcode": "hanako"}).to_string();
    let read: CreateShare = from_str(&text).unwrap();
    assert_eq!(format!("{read:?}"), "CreateShare");
    assert_eq!(to_value(&read).unwrap().to_string(), text.parse::<serde_json::Value>().unwrap().to_string());
}
