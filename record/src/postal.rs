//! Postal codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostalCode([u8; 7]);
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub prefecture: String,
    pub municipality: String,
    pub town: Option<String>,
}
impl PostalCode {
    pub fn parse(_t: &str) -> Option<PostalCode> {
        None
    }
}
pub fn look_up(_table: &str, _code: PostalCode) -> Vec<Place> {
    Vec::new()
}
