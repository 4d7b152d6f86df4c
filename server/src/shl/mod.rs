//! SMART Health Links as any viewer knows them: HL7 SMART Health Cards and Links, STU 1,
//! <https://hl7.org/fhir/uv/smart-health-cards-and-links/STU1/links-specification.html>.

pub(crate) mod manifest;
mod passcode;
mod ticket;

pub(crate) use passcode::Passcodes;
pub(crate) use ticket::Tickets;
