//! The options of choices.

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
