//! Whether a doctor has heard a wish against resuscitation (t2). Until then it is 「先生に未確認」, on every screen and sheet, and it
//! is never an instruction (rule E8). It touches no other answer (rule E7).

use std::collections::BTreeMap;

use super::{Scene, SceneField, catalogue::t2};
use crate::{Day, SectionData, catalogue::OptionOf};

/// The option that needs a doctor's ear.
const NOT_WANT: OptionOf<SceneField> = t2::ANSWER.option("not_want");

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
    let [answer, doctor_on, doctor] = [t2::ANSWER, t2::DOCTOR_ON, t2::DOCTOR].map(|field| field.within(scene));
    let Some(refused) = answer.field(answers).filter(|_| NOT_WANT.within(scene).is_chosen(answers)) else {
        return Cpr::NotRefused;
    };
    // A day that was written before the answer last changed is about another answer.
    let told = doctor_on.field(answers).filter(|told| told.stamp.at >= refused.stamp.at);
    match told.and_then(|_| Day::parse(doctor_on.words(answers))) {
        // A day that was still to come when it was written is an appointment and no talk.
        Some(on) if told.is_some_and(|told| on <= told.stamp.at.day_in_japan()) => {
            Cpr::Confirmed { on, doctor: doctor.words(answers).to_owned() }
        }
        _ => Cpr::Unconfirmed,
    }
}

/// Whether the day of the talk with a doctor is still to come: that is an appointment and no talk.
#[must_use]
pub fn is_appointment(answers: &BTreeMap<String, SectionData>, scene: Scene, today: Day) -> bool {
    Day::parse(t2::DOCTOR_ON.within(scene).words(answers)).is_some_and(|on| on > today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answer, Stamp};

    #[test]
    fn a_day_that_is_still_to_come_is_said_to_be_one() {
        let today = Day::parse("2026-11-26").unwrap();
        let on = |on: &str| {
            let mut answers = BTreeMap::new();
            t2::DOCTOR_ON.within(Scene::A).set(&mut answers, Some(Answer::Given(on.to_owned())), &Stamp::default());
            answers
        };
        assert!(is_appointment(&on("2026-11-27"), Scene::A, today));
        assert!(!is_appointment(&on("2026-11-27"), Scene::B, today));
        assert!(!is_appointment(&on("2026-11-26"), Scene::A, today));
        assert!(!is_appointment(&BTreeMap::new(), Scene::A, today));
    }
}
