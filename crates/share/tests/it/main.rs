//! The wire as both sides see it.

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod ids;
#[cfg(test)]
mod wire;
