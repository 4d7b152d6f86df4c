//! The format and its refusals, with keys that cost nothing, so that every byte can be tried.

use super::{HEAD, Head, MAX_COMPACT, check_compact};
use crate::{OpenError, SealError, cost::Cost, fresh::Fresh, key::Key};
use alloc::{collections::BTreeSet, vec::Vec};
use proptest::prelude::*;

const KIND: &str = "restore";

fn head() -> Head {
    Head { cost: Cost::NOW, fresh: Fresh::from_random(core::array::from_fn(|at| at as u8)) }
}

fn key() -> Key {
    Key::from_test_bytes([7; 32])
}

fn sealed() -> Vec<u8> {
    head().seal(KIND, &key(), b"a card").unwrap()
}

fn open(kind: &str, envelope: &[u8]) -> Result<Vec<u8>, OpenError> {
    let (head, sealed) = Head::read(envelope)?;
    head.open(kind, &key(), sealed).map(|opened| opened.to_vec())
}

#[test]
fn the_head_is_as_documented() {
    let envelope = sealed();
    assert_eq!(envelope[..4], [2, 16, 3, 1]);
    assert_eq!(envelope[4..HEAD], core::array::from_fn::<u8, 28, _>(|at| at as u8));
    assert_eq!(envelope.len(), HEAD + 64 + 16, "padded to 64 bytes, and a tag");
}

#[test]
fn it_opens_for_its_kind_only() {
    assert_eq!(open(KIND, &sealed()).as_deref(), Ok(&b"a card"[..]));
    assert_eq!(open("backup", &sealed()), Err(OpenError::WrongPassphraseOrDamaged));
    assert_eq!(open("restor", &sealed()), Err(OpenError::WrongPassphraseOrDamaged));
}

#[test]
fn every_changed_byte_and_every_cut_is_noticed() {
    let good = sealed();
    for at in 0..good.len() {
        for bit in 0..8 {
            let mut bad = good.clone();
            bad[at] ^= 1 << bit;
            assert!(open(KIND, &bad).is_err(), "bit {bit} of byte {at}");
        }
        assert!(open(KIND, &good[..at]).is_err(), "cut at {at}");
    }
    assert!(open(KIND, &[good, alloc::vec![0]].concat()).is_err());
}

#[test]
fn what_is_wrong_is_said_before_any_work() {
    let with = |at: usize, byte: u8| {
        let mut bytes = sealed();
        bytes[at] = byte;
        check_compact(&bytes)
    };
    assert_eq!(check_compact(&sealed()), Ok(()));
    assert_eq!(check_compact(b""), Err(OpenError::NotAnEnvelope));
    assert_eq!(with(0, 1), Err(OpenError::NotAnEnvelope));
    assert_eq!(with(0, 3), Err(OpenError::NewerVersion));
    assert_eq!(check_compact(&sealed()[..HEAD + 15]), Err(OpenError::Damaged));
    assert_eq!(check_compact(&sealed()[..20]), Err(OpenError::Damaged));
    for (at, byte) in [(1, 15), (1, 18), (1, 31), (1, 32), (1, 255), (2, 2), (2, 5), (2, 255), (3, 0), (3, 5)] {
        assert_eq!(with(at, byte), Err(OpenError::RefusedParameters), "{byte} at {at}");
    }
    let beyond = [sealed(), alloc::vec![0; MAX_COMPACT + 200]].concat();
    assert_eq!(check_compact(&beyond), Err(OpenError::TooLarge));
}

#[test]
fn the_largest_content_comes_back() {
    let content = alloc::vec![9; MAX_COMPACT];
    let envelope = head().seal(KIND, &key(), &content).unwrap();
    assert_eq!(open(KIND, &envelope), Ok(content));
}

#[test]
fn the_size_shows_steps_only() {
    let sizes: BTreeSet<usize> = (0..=60).map(|n| head().seal(KIND, &key(), &[b'x'; 60][..n]).unwrap().len()).collect();
    assert_eq!(sizes.len(), 1);
}

#[test]
fn what_must_not_be_sealed_is_refused_at_once() {
    let digits = crate::Digits::from_typed("1234-5678-9012").unwrap();
    let fresh = || Fresh::from_random(core::array::from_fn(|at| at as u8));
    let seal = |kind, fresh, content: &[u8]| super::seal_with_digits(kind, &digits, fresh, content).unwrap_err();
    assert_eq!(seal("Restore", fresh(), b""), SealError::BadKind);
    assert_eq!(seal(KIND, Fresh::from_random([0; 28]), b""), SealError::NotRandom);
    assert_eq!(seal(KIND, fresh(), &alloc::vec![0; MAX_COMPACT + 1]), SealError::TooLarge);
}

proptest! {
    #[test]
    fn what_was_sealed_opens(content in prop::collection::vec(any::<u8>(), 0..3000), bytes: [u8; 28]) {
        let head = Head { cost: Cost::NOW, fresh: Fresh::from_random(bytes) };
        prop_assert_eq!(open(KIND, &head.seal(KIND, &key(), &content).unwrap()), Ok(content));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(prop_oneof![0u8..20, any::<u8>()], 0..200)) {
        prop_assert!(open(KIND, &bytes).is_err());
    }
}
