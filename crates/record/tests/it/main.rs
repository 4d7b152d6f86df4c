//! What the domain promises, over generated records and over tables of known cases. One binary, one module for each promise.

#[cfg(test)]
mod any;
#[cfg(test)]
mod change_counters;
#[cfg(test)]
mod checks;
#[cfg(test)]
mod eras;
#[cfg(test)]
mod history;
#[cfg(test)]
mod logging;
#[cfg(test)]
mod merging;
#[cfg(test)]
mod numbers;
#[cfg(test)]
mod old;
mod paths;
#[cfg(test)]
mod planning;
#[cfg(test)]
mod postals;
#[cfg(test)]
mod resolving;
#[cfg(test)]
mod storing;
#[cfg(test)]
mod viewing;
