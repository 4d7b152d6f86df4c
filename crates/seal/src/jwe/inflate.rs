//! Inflating what somebody else compressed, up to a bound.

use super::JweError;
use alloc::{boxed::Box, vec, vec::Vec};
use miniz_oxide::inflate::{
    TINFLStatus,
    core::{DecompressorOxide, decompress, inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF},
};
use zeroize::Zeroizing;

/// The first guess at how large the content is.
const FIRST: usize = 16 * 1024;

/// Inflates a raw DEFLATE stream (RFC 1951) to at most `most` bytes.
///
/// The buffer grows with what really comes out, so a small file that claims to be large takes no more memory than it fills. The
/// decompressor of the library with a buffer of our own, because the buffer has to be wiped.
pub(super) fn inflate(compressed: &[u8], most: usize) -> Result<Zeroizing<Vec<u8>>, JweError> {
    let mut state = Box::<DecompressorOxide>::default();
    let mut buffer = Zeroizing::new(vec![0; FIRST.min(most)]);
    let (mut read, mut written) = (0, 0);
    loop {
        let input = compressed.get(read..).unwrap_or_default();
        let (status, consumed, produced) = decompress(&mut state, input, &mut buffer, written, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF);
        read += consumed;
        written += produced;
        match status {
            // What stands behind the end of the stream is not content.
            TINFLStatus::Done => {
                buffer.truncate(written);
                return Ok(buffer);
            }
            TINFLStatus::HasMoreOutput if buffer.len() >= most => return Err(JweError::TooLarge),
            TINFLStatus::HasMoreOutput => buffer = grown(&buffer, most),
            _ => return Err(JweError::BadCompression),
        }
    }
}

fn grown(buffer: &[u8], most: usize) -> Zeroizing<Vec<u8>> {
    let mut larger = Zeroizing::new(Vec::with_capacity((buffer.len() * 2).min(most)));
    larger.extend_from_slice(buffer);
    larger.resize((buffer.len() * 2).min(most), 0);
    larger
}
