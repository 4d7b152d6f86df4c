//! The manifest of a SMART Health Link: <https://hl7.org/fhir/uv/smart-health-cards-and-links/STU1/links-specification.html>.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

/// The one content type of our files, without a parameter: widely used viewers compare the whole text.
pub const FHIR_JSON: &str = "application/fhir+json";
/// The content type of an answer at a `location`.
pub const JOSE: &str = "application/jose";
/// `status` of a link whose content may change (flag `L`).
pub const CAN_CHANGE: &str = "can-change";
/// `status` of a link whose content stays.
pub const FINALIZED: &str = "finalized";

/// The body of `POST /shl/{id}`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ManifestRequest {
    /// Who reads, in words for the owner. Nobody checks it, and the server sees it.
    pub recipient: String,
    /// Needed when the link has the flag `P`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passcode: Option<String>,
    /// The longest file, in characters, that may stand in the manifest itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embedded_length_max: Option<u64>,
}

impl core::fmt::Debug for ManifestRequest {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("ManifestRequest")
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// `finalized`, `can-change`, `no-longer-valid`, or a word that we do not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The sealed files.
    #[serde(default)]
    pub files: Vec<ManifestFile>,
}

/// A file of a manifest. We write exactly one of `embedded` and `location`; others may write both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ManifestFile {
    /// A media type; of others perhaps with parameters, as `;fhirVersion=4.0.1`.
    pub content_type: String,
    /// The file: a compact JWE.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embedded: Option<String>,
    /// Where a plain GET brings the file, for at most one hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// When the file was last changed, as ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_updated: Option<String>,
    /// Drafts of the standard had `status` here. Read only.
    #[serde(default, skip_serializing)]
    pub status: Option<String>,
}

/// The body of 401: a wrong passcode, or none where one is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WrongPasscode {
    /// How many more wrong ones there may be in the life of this link.
    pub remaining_attempts: u32,
}
