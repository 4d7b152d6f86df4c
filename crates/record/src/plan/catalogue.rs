//! What the plan asks, in which order. Data only: the wording is content of the interface.
//!
//! Ids are written to disk and never change or return with another meaning. Options stand in a neutral order that is never
//! changed for effect (rule E5), and no question has an answer before somebody gives one (rule E4).

use super::{options as o, parts::Part};
use crate::catalogue::{
    ASKED, ASKED_ON, DETAIL, DOCTOR, DOCTOR_ON, FieldId, FieldSpec, HIDE_OUTLOOK, Kind, MOBILE, NAME, NOTE, Naming, PART, PHONE, PHOTO,
    PLACE, RELATION, RELATIONS, TOLD, TOLD_ON, TOLD_WHAT, TOP, WITH, WORDS, YES_NO,
};

/// The row of a question that has only one.
pub const ANSWER: FieldId = FieldId("answer");

/// A part of the plan. Any may come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// わたしの大切なこと
    Values,
    /// 知ることと決め方
    Knowing,
    /// 代わりに話し合ってくれる人
    People,
    /// すごす場所と、急なとき
    Places,
    /// 治療についての気持ち
    Treatment,
    /// 伝える・話し合う・見直す
    Telling,
}

impl Step {
    /// All steps in order.
    pub const ALL: [Step; 6] = [Step::Values, Step::Knowing, Step::People, Step::Places, Step::Treatment, Step::Telling];

    /// The id under which its words stand.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Step::Values => "values",
            Step::Knowing => "knowing",
            Step::People => "people",
            Step::Places => "places",
            Step::Treatment => "treatment",
            Step::Telling => "telling",
        }
    }

    /// Its questions in order.
    pub fn questions(self) -> impl Iterator<Item = Question> {
        Question::ALL.into_iter().filter(move |question| question.spec().step == self)
    }
}

macro_rules! questions {
    ($($(#[$about:meta])* $question:ident $id:literal => $spec:expr,)+) => {
        /// A question that is answered with a choice or words. Talks, who may see what and keeping a version are no questions: they
        /// have pages of their own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Question {
            $($(#[$about])* $question,)+
        }

        impl Question {
            /// All questions in order.
            pub const ALL: [Question; [$($id),+].len()] = [$(Question::$question),+];

            /// The stored id, also the last part of the page's address. It does not need the table: every page of the app knows the
            /// addresses, and few ask what is asked.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Question::$question => $id,)+
                }
            }
        }

        /// One entry for each [`Question`], in its order.
        pub static QUESTIONS: [QuestionSpec; Question::ALL.len()] = [$(QuestionSpec { question: Question::$question, ..$spec }),+];
    };
}

impl Question {
    /// The question with a stored id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Question> {
        Question::ALL.into_iter().find(|question| question.id() == id)
    }

    /// What the question asks.
    #[must_use]
    pub const fn spec(self) -> &'static QuestionSpec {
        // In range: QUESTIONS has one entry for each variant, in order (a test keeps it).
        &QUESTIONS[self as usize]
    }
}

/// The scenes that questions about treatment are asked for (step 5). No treatment is asked about without one (rule E9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scene {
    /// 治す手だてがなく、最期が近いと先生が考えるとき
    A,
    /// 意識がもどる見込みがとても少ないとき
    B,
    /// 認知症などが進み、自分で決めるのがむずかしいとき
    C,
}

impl Scene {
    /// All scenes in order.
    pub const ALL: [Scene; 3] = [Scene::A, Scene::B, Scene::C];

    /// The stored id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        o::SCENES[self as usize]
    }

    /// The scene with a stored id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<Scene> {
        Scene::ALL.into_iter().find(|scene| scene.id() == id)
    }
}

/// When a question is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    Always,
    /// On the way through a step, and easily passed.
    Optional,
    /// After a person was named in p1.
    WithPerson,
    /// After l1 or l2 was answered.
    WithPlace,
    /// By a tap on 「もう少しくわしく」, after t1 of the same scene.
    InDetail,
}

/// One question.
#[derive(Clone, Copy, Debug)]
pub struct QuestionSpec {
    pub question: Question,
    pub step: Step,
    /// The part of the plan with which it is opened to a reader.
    pub part: Part,
    /// One of the eight of the ten-minute path (★).
    pub core: bool,
    /// Put only after a gentle lead-in was read and accepted.
    pub heavy: bool,
    pub asked: Asked,
    /// What is answered. Each row takes *undecided* and *skipped* as well. Empty where only list entries are answered.
    pub rows: &'static [FieldSpec],
    /// What may be said besides, without being the answer.
    pub more: &'static [FieldSpec],
    /// Fields of each list entry; empty when there is no list.
    pub item: &'static [FieldSpec],
    /// The sources that the question rests on, by id.
    pub sources: &'static [&'static str],
}

impl QuestionSpec {
    /// Whether it is asked once for each scene.
    #[must_use]
    pub const fn by_scene(&self) -> bool {
        matches!(self.step, Step::Treatment)
    }

    /// Whether it is answered in words alone, so that a line of own words beside the answer would ask the same twice.
    #[must_use]
    pub fn free(&self) -> bool {
        self.rows.iter().all(|row| matches!(row.kind, Kind::Lines(_) | Kind::Line(_))) && !self.rows.is_empty()
    }
}

const fn ask(id: FieldId, kind: Kind) -> FieldSpec {
    FieldSpec::ask(id, kind)
}

const fn row(id: FieldId, kind: Kind) -> FieldSpec {
    FieldSpec::row(id, kind)
}

const fn only(kind: Kind) -> FieldSpec {
    row(ANSWER, kind)
}

/// Own words beside an answer, and who it was talked over with: on every question.
pub const BESIDE: &[FieldSpec] = &[ask(WORDS, Kind::Lines(200)), ask(WITH, Kind::Many(o::WITHS))];

const PLAIN: QuestionSpec = QuestionSpec {
    question: Question::V1,
    step: Step::Values,
    part: Part::Values,
    core: false,
    heavy: false,
    asked: Asked::Always,
    rows: &[],
    more: &[],
    item: &[],
    sources: &[],
};

const FREE: Kind = Kind::Lines(400);

const fn question(step: Step, part: Part, rows: &'static [FieldSpec], sources: &'static [&'static str]) -> QuestionSpec {
    QuestionSpec { step, part, rows, sources, ..PLAIN }
}

const fn core(spec: QuestionSpec) -> QuestionSpec {
    QuestionSpec { core: true, ..spec }
}

const fn heavy(spec: QuestionSpec) -> QuestionSpec {
    QuestionSpec { heavy: true, ..spec }
}

const fn asked(asked: Asked, spec: QuestionSpec) -> QuestionSpec {
    QuestionSpec { asked, ..spec }
}

const fn more(more: &'static [FieldSpec], spec: QuestionSpec) -> QuestionSpec {
    QuestionSpec { more, ..spec }
}

const fn list(item: &'static [FieldSpec], spec: QuestionSpec) -> QuestionSpec {
    QuestionSpec { item, ..spec }
}

const TRUSTED: &[FieldSpec] = &[
    ask(NAME, Kind::Line(20)).naming(Naming::Name),
    ask(RELATION, Kind::Offered(12, RELATIONS)).naming(Naming::Before),
    ask(PHONE, Kind::Phone),
    ask(MOBILE, Kind::Phone),
    ask(NOTE, Kind::Line(40)),
    // Asked by p2.
    row(ASKED, Kind::One(o::ASKED)),
    ask(ASKED_ON, Kind::Day).when(ASKED, o::ACCEPTED),
];

const CIRCLE: &[FieldSpec] = &[ask(NAME, Kind::Line(20)).naming(Naming::Name), ask(PART, Kind::One(o::CIRCLE)), ask(NOTE, Kind::Line(40))];

use Asked::{InDetail, Optional, WithPerson, WithPlace};
use Step as S;

questions! {
    V1 "v1" => core(more(
        &[ask(TOP, Kind::Many(o::VALUES))],
        question(S::Values, Part::Values, &[only(Kind::Many(o::VALUES))], &["J1", "J2", "J3", "J15"]),
    )),
    V2 "v2" => more(&[ask(PHOTO, Kind::Photo)], question(S::Values, Part::Values, &[only(FREE)], &["PA", "AU", "J21"])),
    V3 "v3" => question(S::Values, Part::Values, &[only(Kind::Many(o::WORRIES))], &["PA"]),
    V4 "v4" => asked(Optional, question(S::Values, Part::Experience, &[only(FREE)], &["J1", "AU"])),
    V5 "v5" => heavy(asked(Optional, question(S::Values, Part::Experience, &[only(Kind::Many(o::STATES))], &["J1", "EE", "AU"]))),
    I1 "i1" => more(
        &[ask(HIDE_OUTLOOK, Kind::One(YES_NO))],
        question(S::Knowing, Part::Knowing,
            &[row(o::CONDITION, Kind::One(o::TELLING)), row(o::OUTLOOK, Kind::One(o::TELLING)).unless(HIDE_OUTLOOK, "yes")],
            &["J2", "J11", "J12"],
        ),
    ),
    I2 "i2" => question(S::Knowing, Part::Knowing, &[only(Kind::One(o::DECIDING))], &["R1"]),
    P1 "p1" => core(list(
        TRUSTED,
        question(S::People, Part::People, &[only(Kind::One(o::NOBODY_NOW))], &["J1", "J4", "J5", "J7", "J17", "SG"]),
    )),
    // Answered at each person of p1.
    P2 "p2" => core(asked(WithPerson, question(S::People, Part::People, &[], &["EE", "J5", "SG"]))),
    P3 "p3" => core(question(S::People, Part::Latitude, &[only(Kind::One(o::LATITUDES))], &["PR", "PA", "J21"])),
    P4 "p4" => asked(Optional, list(CIRCLE, question(S::People, Part::Circle, &[only(Kind::One(o::NOBODY_ELSE))], &["R1"]))),
    L1 "l1" => core(question(S::Places, Part::Places, &[only(Kind::One(o::PLACES))], &["J3", "J4", "J5", "J11", "J13"])),
    L2 "l2" => heavy(question(S::Places, Part::Places, &[only(Kind::One(o::LAST_PLACES))], &["FW", "KO", "NL", "EE", "PA"])),
    L3 "l3" => asked(WithPlace, question(S::Places, Part::Places, &[only(Kind::Many(o::CONDITIONS))], &["J11", "J13"])),
    L4 "l4" => core(more(
        &[ask(TOLD, Kind::One(YES_NO)), ask(TOLD_ON, Kind::Day).when(TOLD, "yes"), ask(TOLD_WHAT, Kind::Lines(80)).when(TOLD, "yes")],
        question(S::Places, Part::FirstCall,
            &[row(o::SUDDEN, Kind::One(o::FIRST_CALLS)), row(o::FORESEEN, Kind::One(o::FIRST_CALLS)).when(TOLD, "yes")],
            &["J5", "J8", "J17", "NL", "EE"],
        ),
    )),
    T1 "t1" => core(heavy(question(S::Treatment, Part::Treatment, &[only(Kind::One(o::AIMS))], &["J10", "PO", "NL", "KO", "J21"]))),
    T2 "t2" => heavy(more(
        &[ask(DOCTOR_ON, Kind::Day), ask(DOCTOR, Kind::Line(20))],
        question(S::Treatment, Part::Treatment, &[only(Kind::One(o::CPR))], &["J3", "J4", "J5", "J6", "J10", "J11", "J13"]),
    )),
    T3 "t3" => heavy(asked(
        InDetail,
        question(S::Treatment, Part::Treatment, &[only(Kind::One(o::TREATMENT))], &["J4", "J11", "J12", "J13", "NL", "EE"]),
    )),
    T4 "t4" => heavy(asked(
        InDetail,
        more(
            &[ask(DETAIL, Kind::Many(o::BY_MOUTH))],
            question(S::Treatment, Part::Treatment,
                &[row(o::TUBE, Kind::One(o::TREATMENT)), row(o::VEIN, Kind::One(o::TREATMENT)), row(o::DRIP, Kind::One(o::TREATMENT))],
                &["J3", "J10", "J11", "J13", "PO"],
            ),
        ),
    )),
    T5 "t5" => heavy(asked(
        InDetail,
        question(S::Treatment, Part::Treatment,
            &[
                row(o::HOSPITAL, Kind::One(o::TREATMENT)),
                row(o::SURGERY, Kind::One(o::TREATMENT)),
                row(o::DIALYSIS, Kind::One(o::TREATMENT)),
                row(o::BLOOD, Kind::One(o::TREATMENT)),
                row(o::ANTIBIOTICS, Kind::One(o::TREATMENT)),
            ],
            &["J10", "J11", "NL", "EE", "PA"],
        ),
    )),
    T6 "t6" => heavy(question(S::Treatment, Part::Treatment, &[only(Kind::One(o::RELIEF))], &["FW", "EE", "R1"])),
    S1 "s1" => asked(
        Optional,
        more(&[ask(o::COMPANY, Kind::Line(80))], question(S::Telling, Part::Support, &[only(FREE)], &["J2", "J21", "PA", "EE", "FW"])),
    ),
    S2 "s2" => asked(
        Optional,
        more(&[ask(PLACE, Kind::Line(40))], question(S::Telling, Part::Words, &[only(Kind::One(o::AFTER))], &["NL", "PA", "J21"])),
    ),
    S3 "s3" => core(question(S::Telling, Part::Words, &[only(FREE)], &["FW", "PA", "J21"])),
}
