//! What goes out of the app and must come back, or be read by others.

#[cfg(test)]
mod qr;
#[cfg(test)]
mod restore;
#[cfg(test)]
mod text;
