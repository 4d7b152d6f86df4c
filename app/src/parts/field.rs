//! The field of a catalogue entry: which control it gets.

use leptos::prelude::*;
use record::{
    Path,
    catalogue::{FieldSpec, Kind},
};

use super::{choice, day, photo::Photo, postal, typed};

/// The field of a catalogue entry, bound to the open record.
#[must_use]
pub fn field(path: Path, spec: &'static FieldSpec) -> AnyView {
    match spec.kind {
        Kind::Line(_) | Kind::Reading(_) | Kind::Phone => typed::line(path, spec, Vec::new()),
        Kind::Offered(_, options) => typed::offered(path, spec, options),
        Kind::Lines(_) => typed::lines(path, spec),
        Kind::Postal => postal::postal(path, spec),
        Kind::Day => day::day(path),
        Kind::One(options) => choice::one(path, spec, options),
        Kind::Many(options) => choice::many(path, spec, options),
        Kind::Photo => use_context::<Photo>().map(|photo| (photo.field)(path)).into_any(),
    }
}

/// What gets the focus of a new entry. Not the text field when there is something to tap first: a phone's keyboard would cover it.
#[must_use]
pub fn first_stop(control: &str, spec: &FieldSpec) -> String {
    if matches!(spec.kind, Kind::Offered(..)) { typed::offers_id(control) } else { control.to_owned() }
}
