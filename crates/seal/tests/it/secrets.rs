//! Secrets stay out of logs, and there is one of each.

use seal::{
    ContentKey, Digits, Ephemeral, Fresh, LinkKey, Nonce, Opened, Passphrase, PrivateKey, Token, open_with_passphrase, seal_with_passphrase,
};
use serde::Serialize;

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

has_not!(Passphrase: Clone);
has_not!(Passphrase: Serialize);
has_not!(Passphrase: std::fmt::Display);
has_not!(Passphrase: PartialEq);
has_not!(Digits: Clone);
has_not!(Digits: Serialize);
has_not!(Digits: std::fmt::Display);
has_not!(Digits: PartialEq);
has_not!(LinkKey: Clone);
has_not!(LinkKey: Serialize);
has_not!(LinkKey: std::fmt::Display);
has_not!(LinkKey: PartialEq);
has_not!(ContentKey: Clone);
has_not!(ContentKey: Serialize);
has_not!(ContentKey: std::fmt::Display);
has_not!(ContentKey: PartialEq);
has_not!(PrivateKey: Clone);
has_not!(PrivateKey: Serialize);
has_not!(PrivateKey: std::fmt::Display);
has_not!(PrivateKey: PartialEq);
has_not!(Token: Clone);
has_not!(Token: Serialize);
has_not!(Token: std::fmt::Display);
has_not!(Token: PartialEq);
has_not!(Ephemeral: Clone);
has_not!(Ephemeral: Serialize);
has_not!(Ephemeral: std::fmt::Display);
has_not!(Ephemeral: PartialEq);
has_not!(Nonce: Clone);
has_not!(Opened: Clone);
has_not!(Opened: Serialize);
has_not!(Opened: std::fmt::Display);
has_not!(Fresh: Clone);

#[test]
fn debug_shows_no_content() {
    let passphrase = Passphrase::from_typed("CANARY words");
    let fresh = Fresh::from_random(std::array::from_fn(|i| i as u8));
    let file = seal_with_passphrase("backup", &passphrase, fresh, b"CANARY").unwrap();
    let opened = open_with_passphrase("backup", &passphrase, file.as_bytes()).unwrap();
    assert_eq!(format!("{opened:?} {passphrase:?}"), "Opened(6 bytes) Passphrase(hidden)");
}
