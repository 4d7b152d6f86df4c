//! The ids of fields and the options of choices.

use super::FieldId;

/// Not shown as a field: says of a section's list that there is none (なし) or that it is not known (不明).
pub const LIST: FieldId = FieldId("list");

pub const NAME: FieldId = FieldId("name");
pub const READING: FieldId = FieldId("reading");
pub const BIRTH: FieldId = FieldId("birth");
pub const SEX: FieldId = FieldId("sex");
pub const POSTAL: FieldId = FieldId("postal");
pub const PREFECTURE: FieldId = FieldId("prefecture");
pub const CITY: FieldId = FieldId("city");
pub const STREET: FieldId = FieldId("street");
pub const BUILDING: FieldId = FieldId("building");
pub const LANDMARK: FieldId = FieldId("landmark");
pub const PHONE: FieldId = FieldId("phone");
pub const MOBILE: FieldId = FieldId("mobile");
pub const LANGUAGE: FieldId = FieldId("language");

pub const RELATION: FieldId = FieldId("relation");
pub const NOTE: FieldId = FieldId("note");

pub const ROLE: FieldId = FieldId("role");
pub const PLACE: FieldId = FieldId("place");
pub const DOCTOR: FieldId = FieldId("doctor");
pub const ALL_HOURS: FieldId = FieldId("all_hours");
pub const CARD_NUMBER: FieldId = FieldId("card_number");
pub const ONLY_HERE: FieldId = FieldId("only_here");

pub const STATE: FieldId = FieldId("state");
pub const SINCE: FieldId = FieldId("since");

pub const NOTEBOOK: FieldId = FieldId("notebook");
pub const NOTEBOOK_PLACE: FieldId = FieldId("notebook_place");
pub const DOSE: FieldId = FieldId("dose");
pub const TIMES: FieldId = FieldId("times");
pub const THINNER: FieldId = FieldId("thinner");

pub const GROUP: FieldId = FieldId("group");
pub const REACTION: FieldId = FieldId("reaction");

pub const FITTED: FieldId = FieldId("fitted");
pub const DETAIL: FieldId = FieldId("detail");

pub const WALKING: FieldId = FieldId("walking");
pub const TALKING: FieldId = FieldId("talking");
pub const HEARING: FieldId = FieldId("hearing");
pub const SIGHT: FieldId = FieldId("sight");
pub const MEMORY: FieldId = FieldId("memory");
pub const CARE_LEVEL: FieldId = FieldId("care_level");
pub const MEALS: FieldId = FieldId("meals");

pub const SCENE: FieldId = FieldId("scene");
pub const INSTRUCTION: FieldId = FieldId("instruction");
pub const ON: FieldId = FieldId("on");

pub const EXISTS: FieldId = FieldId("exists");
pub const PAPER_PLACE: FieldId = FieldId("paper_place");

pub const CONSIDER: FieldId = FieldId("consider");
pub const MESSAGE: FieldId = FieldId("message");
pub const KEY: FieldId = FieldId("key");
pub const PETS: FieldId = FieldId("pets");

pub const PROOF: FieldId = FieldId("proof");
pub const PROOF_PLACE: FieldId = FieldId("proof_place");

pub const ABO: FieldId = FieldId("abo");
pub const RH: FieldId = FieldId("rh");

// Of the plan.
pub const WORDS: FieldId = FieldId("words");
pub const WITH: FieldId = FieldId("with");
pub const TOP: FieldId = FieldId("top");
pub const PHOTO: FieldId = FieldId("photo");
pub const HIDE_OUTLOOK: FieldId = FieldId("hide_outlook");
pub const ASKED: FieldId = FieldId("asked");
pub const ASKED_ON: FieldId = FieldId("asked_on");
pub const PART: FieldId = FieldId("part");
pub const TOLD: FieldId = FieldId("told");
pub const TOLD_ON: FieldId = FieldId("told_on");
pub const TOLD_WHAT: FieldId = FieldId("told_what");
pub const DOCTOR_ON: FieldId = FieldId("doctor_on");

pub const YES_NO: &[&str] = &["yes", "no"];
pub const SEXES: &[&str] = &["female", "male", "other"];
pub const LANGUAGES: &[&str] = &["japanese", "english", "chinese", "korean", "other_language"];
pub const RELATIONS: &[&str] = &[
    "spouse",
    "daughter",
    "son",
    "daughter_in_law",
    "son_in_law",
    "grandchild",
    "sibling",
    "parent",
    "relative",
    "friend",
    "neighbour",
    "guardian",
    "other",
];
pub const ROLES: &[&str] = &["gp", "home_doctor", "nurse", "pharmacy", "care_manager", "hospital", "dentist", "helper"];
pub const ILLNESSES: &[&str] = &[
    "hypertension",
    "diabetes",
    "atrial_fibrillation",
    "heart_failure",
    "angina",
    "stroke",
    "dementia",
    "parkinson",
    "cancer",
    "copd",
    "asthma",
    "kidney",
    "liver",
    "epilepsy",
    "osteoporosis",
    "fracture",
];
pub const STATES: &[&str] = &["now", "past", "surgery"];
pub const NOTEBOOKS: &[&str] = &["paper", "phone_app", "no"];
pub const DAY_TIMES: &[&str] = &["morning", "noon", "evening", "bedtime", "as_needed"];
pub const THINNERS: &[&str] = &["yes", "no", "unknown"];
pub const ALLERGY_GROUPS: &[&str] = &["medicine", "food", "other"];
pub const ALLERGENS: &[&str] =
    &["penicillin", "antibiotic", "painkiller", "contrast", "egg", "milk", "wheat", "soba", "peanut", "shellfish", "latex", "bee"];
/// Chips that change how a crew handles a person. The order is the order on the crew's screen.
pub const DEVICES: &[&str] = &[
    "blood_thinner",
    "pacemaker",
    "defibrillator",
    "dialysis",
    "home_oxygen",
    "ventilator",
    "tracheostomy",
    "gastrostomy",
    "insulin",
    "steroid",
    "infection",
    "shunt",
    "stent",
    "artificial_joint",
    "stoma",
    "urinary_catheter",
];
pub const BLOOD_THINNER: &str = "blood_thinner";
pub const WALKINGS: &[&str] = &["walks", "cane", "walker", "wheelchair", "bedridden"];
pub const TALKINGS: &[&str] = &["talks", "talks_hard", "talks_not"];
pub const HEARINGS: &[&str] = &["hears", "hears_right_weak", "hears_left_weak", "hears_hard", "hearing_aid", "deaf"];
pub const SIGHTS: &[&str] = &["sees", "glasses", "sees_hard", "blind"];
pub const MEMORIES: &[&str] = &["remembers", "forgets_little", "dementia_told"];
pub const CARE_LEVELS: &[&str] = &["support_1", "support_2", "care_1", "care_2", "care_3", "care_4", "care_5", "applying", "not_certified"];
pub const MEAL_KINDS: &[&str] = &["normal", "soft", "thickened", "tube"];
pub const SCENES: &[&str] = &["breath", "fever", "pain", "fall", "weaker", "no_response", "other_scene"];
pub const PROOFS: &[&str] = &["myna", "certificate"];
pub const ABO_TYPES: &[&str] = &["A", "B", "O", "AB"];
pub const RH_TYPES: &[&str] = &["rh_plus", "rh_minus"];
