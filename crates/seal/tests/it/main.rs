//! The crate as its callers see it, with real Argon2id.

#[cfg(test)]
mod files;
#[cfg(test)]
mod foreign;
#[cfg(test)]
mod frozen;
#[cfg(test)]
mod frozen_keys;
#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod known_answers;
#[cfg(test)]
mod material;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod tampering;
