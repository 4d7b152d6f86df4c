//! What looks like a link and is something else.

/// A related format that is recognised, so that a person can be told what they have, and not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Neighbour {
    /// `shc:/`: a SMART Health Card, which carries its content itself.
    HealthCard,
    /// `vhlink:/`: a Verifiable Health Link of IHE; the reader has to prove who they are.
    VerifiableLink,
    /// `HC1:`: a signed health certificate (EU, WHO), which may hold a link.
    Certificate,
}

impl Neighbour {
    /// Recognises one at the start of a text, or behind the `#` of an address.
    pub(super) fn recognise(text: &str) -> Option<Neighbour> {
        let behind = text.split_once('#').map_or(text, |(_, behind)| behind);
        [text, behind].into_iter().find_map(|text| {
            let begins = |scheme: &str| text.get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme));
            match () {
                () if begins("shc:/") => Some(Neighbour::HealthCard),
                () if begins("vhlink:/") => Some(Neighbour::VerifiableLink),
                () if begins("hc1:") => Some(Neighbour::Certificate),
                () => None,
            }
        })
    }
}
