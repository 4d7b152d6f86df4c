//! The wire as both sides see it.

#[cfg(test)]
mod foreign;
#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod ids;
#[cfg(test)]
mod wire;
