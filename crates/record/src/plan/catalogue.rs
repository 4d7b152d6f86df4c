//! What the plan asks, in which order. Data only: the wording is content of the interface.
//!
//! Ids are written to disk and never change or return with another meaning. Options stand in a neutral order that is never
//! changed for effect (rule E5), and no question has an answer before somebody gives one (rule E4).

use super::{
    QuestionField, SceneField,
    lists::{around, trusted},
    options as o,
    parts::Part,
};
use crate::catalogue::{FieldId, FieldSpec, Kind, SharedField, YES_NO};

/// The row of a question that has only one, whichever question that is.
pub const ANSWER: SharedField = SharedField::new("answer");
/// Own words beside an answer, of any question.
pub const WORDS: SharedField = SharedField::new("words");
/// Who an answer was talked over with, of any question.
pub const WITH: SharedField = SharedField::new("with");
/// Own words beside an answer, and who it was talked over with: on every question.
pub const COMMON_FIELDS: &[FieldSpec] =
    &[FieldSpec::ask(WORDS.untyped(), Kind::Lines(200)), FieldSpec::ask(WITH.untyped(), Kind::Many(o::WITHS))];

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

/// Declares each question once: its variant and stored id, the module with the ids of its fields, and its entry in `QUESTIONS`.
macro_rules! questions {
    ($(
        $question:ident $id:literal $module:ident: $field:ident
        { $($row:ident = $asked:expr;)* } $(more { $($besides:ident = $told:expr;)+ })?
        => $spec:expr,
    )+) => {
        /// A question that is answered with a choice or words. Talks, who may see what and keeping a version are no questions: they
        /// have pages of their own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Question {
            $($question,)+
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

        $(
            #[doc = concat!("The fields of [`Question::", stringify!($question), "`].")]
            pub mod $module {
                use super::*;

                $(pub const $row: $field = $field::new(Question::$question, $asked.id);)*
                $($(pub const $besides: $field = $field::new(Question::$question, $told.id);)+)?
                pub const WORDS: $field = $field::new(Question::$question, super::WORDS.untyped());
                pub const WITH: $field = $field::new(Question::$question, super::WITH.untyped());
                pub(super) const ROWS: &[FieldSpec] = &[$($asked),*];
                pub(super) const MORE: &[FieldSpec] = &[$($($told),+)?];
            }
        )+

        /// One entry for each [`Question`], in its order.
        pub static QUESTIONS: [QuestionSpec; Question::ALL.len()] =
            [$(QuestionSpec { question: Question::$question, rows: $module::ROWS, more: $module::MORE, ..$spec }),+];
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

const fn ask(id: &'static str, kind: Kind) -> FieldSpec {
    FieldSpec::ask(FieldId::new(id), kind)
}

const fn row(id: &'static str, kind: Kind) -> FieldSpec {
    FieldSpec::row(FieldId::new(id), kind)
}

const fn only(kind: Kind) -> FieldSpec {
    FieldSpec::row(ANSWER.untyped(), kind)
}

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

const fn question(step: Step, part: Part, sources: &'static [&'static str]) -> QuestionSpec {
    QuestionSpec { step, part, sources, ..PLAIN }
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

const fn list(item: &'static [FieldSpec], spec: QuestionSpec) -> QuestionSpec {
    QuestionSpec { item, ..spec }
}

use Asked::{InDetail, Optional, WithPerson, WithPlace};
use Step as S;

questions! {
    V1 "v1" v1: QuestionField { ANSWER = only(Kind::Many(o::VALUES)); } more { TOP = ask("top", Kind::Many(o::VALUES)); }
        => core(question(S::Values, Part::Values, &["J1", "J2", "J3", "J15"])),
    V2 "v2" v2: QuestionField { ANSWER = only(FREE); } more { PHOTO = ask("photo", Kind::Photo); }
        => question(S::Values, Part::Values, &["PA", "AU", "J21"]),
    V3 "v3" v3: QuestionField { ANSWER = only(Kind::Many(o::WORRIES)); }
        => question(S::Values, Part::Values, &["PA"]),
    V4 "v4" v4: QuestionField { ANSWER = only(FREE); }
        => asked(Optional, question(S::Values, Part::Experience, &["J1", "AU"])),
    V5 "v5" v5: QuestionField { ANSWER = only(Kind::Many(o::STATES)); }
        => heavy(asked(Optional, question(S::Values, Part::Experience, &["J1", "EE", "AU"]))),
    I1 "i1" i1: QuestionField {
        CONDITION = row("condition", Kind::One(o::TELLING));
        OUTLOOK = row("outlook", Kind::One(o::TELLING)).unless(HIDE_OUTLOOK.untyped(), "yes");
    } more { HIDE_OUTLOOK = ask("hide_outlook", Kind::One(YES_NO)); }
        => question(S::Knowing, Part::Knowing, &["J2", "J11", "J12"]),
    I2 "i2" i2: QuestionField { ANSWER = only(Kind::One(o::DECIDING)); }
        => question(S::Knowing, Part::Knowing, &["R1"]),
    P1 "p1" p1: QuestionField { ANSWER = only(Kind::One(o::NOBODY_NOW)); }
        => core(list(trusted::ALL, question(S::People, Part::People, &["J1", "J4", "J5", "J7", "J17", "SG"]))),
    // Answered at each person of p1.
    P2 "p2" p2: QuestionField {}
        => core(asked(WithPerson, question(S::People, Part::People, &["EE", "J5", "SG"]))),
    P3 "p3" p3: QuestionField { ANSWER = only(Kind::One(o::LATITUDES)); }
        => core(question(S::People, Part::Latitude, &["PR", "PA", "J21"])),
    P4 "p4" p4: QuestionField { ANSWER = only(Kind::One(o::NOBODY_ELSE)); }
        => asked(Optional, list(around::ALL, question(S::People, Part::Circle, &["R1"]))),
    L1 "l1" l1: QuestionField { ANSWER = only(Kind::One(o::PLACES)); }
        => core(question(S::Places, Part::Places, &["J3", "J4", "J5", "J11", "J13"])),
    L2 "l2" l2: QuestionField { ANSWER = only(Kind::One(o::LAST_PLACES)); }
        => heavy(question(S::Places, Part::Places, &["FW", "KO", "NL", "EE", "PA"])),
    L3 "l3" l3: QuestionField { ANSWER = only(Kind::Many(o::CONDITIONS)); }
        => asked(WithPlace, question(S::Places, Part::Places, &["J11", "J13"])),
    L4 "l4" l4: QuestionField {
        SUDDEN = row("sudden", Kind::One(o::FIRST_CALLS));
        FORESEEN = row("foreseen", Kind::One(o::FIRST_CALLS)).when(TOLD.untyped(), "yes");
    } more {
        TOLD = ask("told", Kind::One(YES_NO));
        TOLD_ON = ask("told_on", Kind::Day).when(TOLD.untyped(), "yes");
        TOLD_WHAT = ask("told_what", Kind::Lines(80)).when(TOLD.untyped(), "yes");
    }
        => core(question(S::Places, Part::FirstCall, &["J5", "J8", "J17", "NL", "EE"])),
    T1 "t1" t1: SceneField { ANSWER = only(Kind::One(o::AIMS)); }
        => core(heavy(question(S::Treatment, Part::Treatment, &["J10", "PO", "NL", "KO", "J21"]))),
    T2 "t2" t2: SceneField { ANSWER = only(Kind::One(o::CPR)); } more {
        DOCTOR_ON = ask("doctor_on", Kind::Day);
        DOCTOR = ask("doctor", Kind::Line(20));
    }
        => heavy(question(S::Treatment, Part::Treatment, &["J3", "J4", "J5", "J6", "J10", "J11", "J13"])),
    T3 "t3" t3: SceneField { ANSWER = only(Kind::One(o::TREATMENT)); }
        => heavy(asked(InDetail, question(S::Treatment, Part::Treatment, &["J4", "J11", "J12", "J13", "NL", "EE"]))),
    T4 "t4" t4: SceneField {
        TUBE = row("tube", Kind::One(o::TREATMENT));
        VEIN = row("vein", Kind::One(o::TREATMENT));
        DRIP = row("drip", Kind::One(o::TREATMENT));
    } more { DETAIL = ask("detail", Kind::Many(o::BY_MOUTH)); }
        => heavy(asked(InDetail, question(S::Treatment, Part::Treatment, &["J3", "J10", "J11", "J13", "PO"]))),
    T5 "t5" t5: SceneField {
        HOSPITAL = row("hospital", Kind::One(o::TREATMENT));
        SURGERY = row("surgery", Kind::One(o::TREATMENT));
        DIALYSIS = row("dialysis", Kind::One(o::TREATMENT));
        BLOOD = row("blood", Kind::One(o::TREATMENT));
        ANTIBIOTICS = row("antibiotics", Kind::One(o::TREATMENT));
    }
        => heavy(asked(InDetail, question(S::Treatment, Part::Treatment, &["J10", "J11", "NL", "EE", "PA"]))),
    T6 "t6" t6: SceneField { ANSWER = only(Kind::One(o::RELIEF)); }
        => heavy(question(S::Treatment, Part::Treatment, &["FW", "EE", "R1"])),
    S1 "s1" s1: QuestionField { ANSWER = only(FREE); } more { COMPANY = ask("company", Kind::Line(80)); }
        => asked(Optional, question(S::Telling, Part::Support, &["J2", "J21", "PA", "EE", "FW"])),
    S2 "s2" s2: QuestionField { ANSWER = only(Kind::One(o::AFTER)); } more { PLACE = ask("place", Kind::Line(40)); }
        => asked(Optional, question(S::Telling, Part::Words, &["NL", "PA", "J21"])),
    S3 "s3" s3: QuestionField { ANSWER = only(FREE); }
        => core(question(S::Telling, Part::Words, &["FW", "PA", "J21"])),
}
