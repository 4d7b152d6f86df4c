//! A key of AES-256-GCM, and what is done with it.

use crate::cost::Cost;
use aes_gcm::{AeadInOut, Aes256Gcm, KeyInit};
use alloc::vec::Vec;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use core::fmt;
use zeroize::{Zeroize, Zeroizing};

/// How many bytes the tag adds to a ciphertext.
pub(crate) const TAG: usize = 16;

/// An AES-256 key; wiped when dropped.
pub(crate) struct Key(Zeroizing<[u8; 32]>);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(hidden)")
    }
}

/// The device does not have the memory that was asked for.
#[derive(Debug)]
pub(crate) struct NoMemory;

impl Key {
    /// Runs Argon2id over a passphrase or digits. The same secret, salt and cost always give the same key.
    pub fn derive(secret: &[u8], salt: &[u8; 16], cost: Cost) -> Result<Key, NoMemory> {
        let mut key = Key(Zeroizing::new([0; 32]));
        // Every error but "no memory" is excluded by the bounds of `Cost`; should one ever occur, no key is the answer.
        let params = Params::new(cost.memory, cost.passes, cost.lanes, Some(key.0.len())).map_err(|_| NoMemory)?;
        let mut memory = WorkingMemory::take(params.block_count())?;
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(secret, salt, &mut *key.0, memory.0.as_mut_slice())
            .map_err(|_| NoMemory)?;
        Ok(key)
    }

    /// Encrypts in place and appends the tag. `None` only for sizes far beyond what is sealed here.
    ///
    /// Must be called once per key and nonce.
    pub fn encrypt(&self, nonce: &[u8; 12], additional: &[u8], buffer: &mut Vec<u8>) -> Option<()> {
        let tag = self.cipher().encrypt_inout_detached(nonce.into(), additional, buffer.as_mut_slice().into()).ok()?;
        buffer.extend_from_slice(&tag);
        Some(())
    }

    /// Checks and removes the tag and decrypts in place. `None` when anything is not as it was sealed.
    pub fn decrypt(&self, nonce: &[u8; 12], additional: &[u8], buffer: &mut Vec<u8>) -> Option<()> {
        let (text, tag) = buffer.split_last_chunk_mut::<TAG>()?;
        self.cipher().decrypt_inout_detached(nonce.into(), additional, text.into(), (&*tag).into()).ok()?;
        buffer.truncate(buffer.len() - TAG);
        Some(())
    }

    /// A key that was drawn at random or read from a link.
    pub fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> Key {
        Key(bytes)
    }

    /// The key itself.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new((&*self.0).into())
    }

    #[cfg(test)]
    pub fn from_test_bytes(bytes: [u8; 32]) -> Key {
        Key(Zeroizing::new(bytes))
    }
}

/// What Argon2id computes in; wiped when dropped, because its last block leads to the key.
struct WorkingMemory(Vec<Block>);

impl WorkingMemory {
    /// Fails where the allocator of a plain `Vec` would stop the whole app.
    fn take(blocks: usize) -> Result<WorkingMemory, NoMemory> {
        let mut memory = Vec::new();
        memory.try_reserve_exact(blocks).map_err(|_| NoMemory)?;
        memory.resize(blocks, Block::new());
        Ok(WorkingMemory(memory))
    }
}

impl Drop for WorkingMemory {
    fn drop(&mut self) {
        self.0.iter_mut().for_each(Block::zeroize);
    }
}

#[cfg(test)]
mod tests;
