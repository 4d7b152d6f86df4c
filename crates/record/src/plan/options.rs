//! The options of the plan's questions and lists. The order stays: an option that moved would be read as a hint.

/// The scenes of the questions about treatment.
pub const SCENES: [&str; 3] = ["a", "b", "c"];

pub const VALUES: &[&str] = &[
    "familiar_place",
    "family",
    "little_pain",
    "own_hands",
    "eat_by_mouth",
    "as_a_person",
    "live_long",
    "try_treatment",
    "natural_course",
    "lighten_others",
    "joys_and_roles",
    "faith",
    "know_ahead",
    "not_only_illness",
    "other",
];
/// How many of them may be called the most important.
pub const TOP_MOST: usize = 3;
pub const WORRIES: &[&str] =
    &["pain", "being_alone", "family", "money", "receiving_care", "memory", "home_and_pets", "nothing_much", "other"];
pub const STATES: &[&str] =
    &["not_waking", "not_knowing_people", "cannot_tell", "cannot_eat", "help_with_all", "strong_pain", "live_anyway", "other"];

pub const TELLING: &[&str] = &["in_detail", "roughly", "trusted_first", "not_told", "decide_then"];
pub const DECIDING: &[&str] = &["myself", "with_family", "with_doctor", "with_both", "leave_to_trusted"];

pub const NOBODY_NOW: &[&str] = &["nobody_now"];
pub const ACCEPTED: &str = "accepted";
pub const DECLINED: &str = "declined";
pub const ASKED: &[&str] = &[ACCEPTED, "waiting", "later", DECLINED];
pub const LATITUDES: &[&str] = &["as_written", "as_basis", "their_judgement", "leave_to_both"];
pub const NOBODY_ELSE: &[&str] = &["nobody_else"];
/// Who joins the talks, whom to hear when views differ, and who need not take part (private).
pub const CIRCLE: &[&str] = &["joins", "hear_most", "stays_out"];
pub const STAYS_OUT: &str = "stays_out";

pub const PLACES: &[&str] = &["own_home", "family_home", "care_home", "hospital", "see_then", "other"];
pub const LAST_PLACES: &[&str] = &["own_home", "family_home", "this_care_home", "hospital", "hospice", "see_then", "other"];
pub const CONDITIONS: &[&str] = &["pain_not_eased", "carer_tired", "long_alone", "doctor_advises", "i_said", "rather_not", "other"];
pub const FIRST_CALLS: &[&str] = &["call_119", "call_home_doctor", "call_trusted", "leave_to_present"];
/// Offered only where the card has a number for it: this is what is offered without.
pub const CALL_HOME_DOCTOR: &str = "call_home_doctor";
pub const FIRST_CALLS_WITHOUT: &[&str] = &["call_119", "call_trusted", "leave_to_present"];

pub const AIMS: &[&str] = &["live_long", "try_then_stop", "comfort", "decide_together"];
pub const CPR: &[&str] = &["want", "not_want", "decide_together"];
pub const TREATMENT: &[&str] = &["want", "try_while", "not_want", "decide_together"];
pub const BY_MOUTH: &[&str] = &["as_able"];
pub const RELIEF: &[&str] = &["asleep_without_pain", "talking_with_some", "see_then"];

pub const AFTER: &[&str] = &["written", "not_written", "not_here"];

/// With whom an answer or a talk was.
pub const WITHS: &[&str] = &["family", "trusted", "doctor", "nurse", "care_manager", "friend", "other"];

/// Where a talk was.
pub const WHERES: &[&str] = &["home", "clinic", "visit", "phone", "meeting", "other"];
/// What a reader of the family said to a question: うなずいた, もう少し話したい (no vote on the wish).
pub const MARKS: &[&str] = &["nodded", "talk_more"];
