//! Hides the exact size of a content.
//!
//! Padded form: length as 4 bytes big-endian, content, zeros up to the next multiple of the step.

use alloc::vec::Vec;
use zeroize::Zeroizing;

/// The step of an envelope in a file.
pub(crate) const FILE_STEP: usize = 1024;
/// The step of a compact envelope: on paper every byte costs room.
pub(crate) const COMPACT_STEP: usize = 64;
const PREFIX: usize = size_of::<u32>();

/// The largest content that is sealed or opened: 16 MiB.
pub const MAX_CONTENT: usize = 16 * 1024 * 1024;

/// Pads a content. `None` when it is larger than [`MAX_CONTENT`].
pub(crate) fn pad(content: &[u8], step: usize) -> Option<Zeroizing<Vec<u8>>> {
    if content.len() > MAX_CONTENT {
        return None;
    }
    let length = u32::try_from(content.len()).ok()?;
    let padded_len = padded_len(content.len(), step);
    // All capacity at once: growing would leave copies of the content in freed memory.
    let mut padded = Zeroizing::new(Vec::with_capacity(padded_len));
    padded.extend_from_slice(&length.to_be_bytes());
    padded.extend_from_slice(content);
    padded.resize(padded_len, 0);
    Some(padded)
}

/// Takes the padding off again. `None` when [`pad`] would not have padded so.
pub(crate) fn unpad(mut padded: Zeroizing<Vec<u8>>, step: usize) -> Option<Zeroizing<Vec<u8>>> {
    let length = u32::from_be_bytes(*padded.first_chunk::<PREFIX>()?) as usize;
    // The first condition keeps the second from overflowing where `usize` has 32 bits.
    if length > MAX_CONTENT || padded.len() != padded_len(length, step) {
        return None;
    }
    let end = PREFIX + length;
    if padded.get(end..)?.iter().any(|byte| *byte != 0) {
        return None;
    }
    padded.copy_within(PREFIX..end, 0);
    padded.truncate(length);
    Some(padded)
}

fn padded_len(content_len: usize, step: usize) -> usize {
    (PREFIX + content_len).next_multiple_of(step)
}

#[cfg(test)]
mod tests {
    use super::{COMPACT_STEP, FILE_STEP, MAX_CONTENT, pad, unpad};
    use alloc::{vec, vec::Vec};
    use zeroize::Zeroizing;

    fn unpadded(padded: Vec<u8>) -> Option<Vec<u8>> {
        unpad(Zeroizing::new(padded), FILE_STEP).map(|content| content.to_vec())
    }

    #[test]
    fn grows_in_steps_and_comes_back() {
        for (content, padded) in [(0, 1024), (1, 1024), (1020, 1024), (1021, 2048), (2044, 2048), (2045, 3072)] {
            let bytes = vec![7; content];
            let form = pad(&bytes, FILE_STEP).unwrap();
            assert_eq!(form.len(), padded);
            assert_eq!(unpadded(form.to_vec()), Some(bytes));
        }
    }

    #[test]
    fn largest_content_fits_and_one_byte_more_does_not() {
        let mut bytes = vec![1; MAX_CONTENT];
        assert!(pad(&bytes, FILE_STEP).is_some());
        bytes.push(1);
        assert!(pad(&bytes, FILE_STEP).is_none());
    }

    #[test]
    fn what_was_padded_in_other_steps_is_refused() {
        let small = pad(b"content", COMPACT_STEP).unwrap();
        assert_eq!(small.len(), 64);
        assert_eq!(unpadded(small.to_vec()), None);
    }

    #[test]
    fn other_forms_are_refused() {
        let good = pad(b"content", FILE_STEP).unwrap().to_vec();
        let with = |at: usize, byte: u8| {
            let mut bytes = good.clone();
            bytes[at] = byte;
            bytes
        };
        assert_eq!(unpadded(good.clone()).as_deref(), Some(&b"content"[..]));
        assert_eq!(unpadded(Vec::new()), None, "nothing");
        assert_eq!(unpadded(vec![0; 3]), None, "half a length");
        assert_eq!(unpadded(good[..1023].to_vec()), None, "not a full step");
        assert_eq!(unpadded([good.clone(), vec![0; 1024]].concat()), None, "a step too many");
        assert_eq!(unpadded(with(1023, 1)), None, "padding is not zero");
        assert_eq!(unpadded(with(3, 6)), None, "shorter than the content");
        assert_eq!(unpadded(with(0, 255)), None, "longer than everything");
    }
}
