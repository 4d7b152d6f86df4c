//! Whether a doctor has heard a wish against resuscitation (t2). Until then it is 「先生に未確認」, on every screen and sheet, and it
//! is never an instruction (rule E8). It touches no other answer (rule E7).

use std::collections::BTreeMap;

use super::{Key, Question, Scene, catalogue::ANSWER};
use crate::{
    Answer, Answers, Day, SectionData,
    catalogue::{DOCTOR, DOCTOR_ON},
};

/// The option that needs a doctor's ear.
pub const NOT_WANT: &str = "not_want";

/// What a doctor knows of the answer to t2 in one scene.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cpr {
    /// The person has not said that they do not want it.
    NotRefused,
    /// 先生に未確認
    Unconfirmed,
    /// Talked over with a doctor on a day that had come, after the answer was last changed.
    Confirmed { on: Day, doctor: String },
}

/// How it stands in a set of answers.
#[must_use]
pub fn cpr(answers: &BTreeMap<String, SectionData>, scene: Scene) -> Cpr {
    let Some(data) = answers.get(&Key::within(Question::T2, scene).to_string()) else { return Cpr::NotRefused };
    let Some(refused) = data.fields.get(ANSWER.0).filter(|field| matches!(&field.answer, Answer::Picked(id) if id == NOT_WANT)) else {
        return Cpr::NotRefused;
    };
    // A day that was written before the answer last changed is about another answer.
    let told = data.fields.get(DOCTOR_ON.0).filter(|told| told.stamp.at >= refused.stamp.at);
    match told.and_then(|_| Day::parse(data.fields.words(DOCTOR_ON))) {
        // A day that was still to come when it was written is an appointment and no talk.
        Some(on) if told.is_some_and(|told| on <= told.stamp.at.day_in_japan()) => {
            Cpr::Confirmed { on, doctor: data.fields.words(DOCTOR).to_owned() }
        }
        _ => Cpr::Unconfirmed,
    }
}

/// Whether the day of the talk with a doctor is still to come: that is an appointment and no talk.
#[must_use]
pub fn is_appointment(data: Option<&SectionData>, today: Day) -> bool {
    data.and_then(|data| Day::parse(data.fields.words(DOCTOR_ON))).is_some_and(|on| on > today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Stamp;

    #[test]
    fn a_day_that_is_still_to_come_is_said_to_be_one() {
        let today = Day::parse("2026-11-26").unwrap();
        let on = |on: &str| {
            let mut data = SectionData::default();
            data.fields.set(DOCTOR_ON, Some(Answer::Given(on.to_owned())), &Stamp::default());
            data
        };
        assert!(is_appointment(Some(&on("2026-11-27")), today));
        assert!(!is_appointment(Some(&on("2026-11-26")), today));
        assert!(!is_appointment(None, today));
    }
}
