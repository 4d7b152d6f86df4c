//! The crate as its callers see it, with real Argon2id.

#[cfg(test)]
mod frozen;
#[cfg(test)]
mod known_answers;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod tampering;
