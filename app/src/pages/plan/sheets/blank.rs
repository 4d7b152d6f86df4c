//! The questions to answer by hand: the same options as in the app, まだわからない and とばす as boxes like any other, and lines for words.

use leptos::prelude::*;
use record::{
    Day, Path,
    catalogue::{FieldSpec, Kind},
    plan::{
        Key, Question, Scene, Step,
        catalogue::{COMMON_FIELDS, WORDS, i1, v1},
        lists::{talk, trusted},
        section,
    },
};

use super::drawn;
use crate::{
    pages::print::paper::{Piece, Stack, leading, piece},
    parts::{
        names::Names,
        plan::names::{PlanNames, option_said},
        words::{lang, say},
    },
};
use words::{Lang, Word, fields, plan as text, sheets};

/// How many people have room in a list.
const PEOPLE: usize = 2;
/// How many lines there are for words alone.
const LINES: usize = 3;
/// Room for a name in a sentence.
const ROOM: &str = "（　　　　　　　）";
const ROOM_EN: &str = "(　　　　　　　)";

/// All questions.
pub fn sheets(today: Day) -> Stack {
    let mut pieces = vec![opening()];
    for step in Step::ALL {
        pieces.push(heading(text::step(step)));
        if step == Step::Treatment {
            pieces.extend(treatment());
        } else {
            pieces.extend(step.questions().filter(|question| *question != Question::P2).flat_map(|one| question(Key::of(one))));
        }
    }
    pieces.extend(one_talk());
    pieces.push(signature());
    Stack {
        pieces,
        lang: lang(),
        head: Box::new(drawn::head(say(text::BLANK_SHEET), None, Vec::new())),
        foot: Box::new(drawn::foot(Vec::new(), None, today)),
    }
}

fn heading(title: Word) -> Piece {
    leading(view! { <h3 class="t-said__box">{say(title)}</h3> }.into_any())
}

fn small_heading(title: String) -> Piece {
    leading(view! { <h3 class="t-paper__h">{title}</h3> }.into_any())
}

fn opening() -> Piece {
    let three = [text::notes::opening::ONE, text::notes::opening::TWO, text::notes::opening::THREE];
    let three = three.map(|one| view! { <p>{say(one)}</p> });
    let whose = ["name", "birth"].map(|field| words::labels::field(record::Section::Person, field));
    let lines = whose.map(|label| line(say(label)));
    piece(view! { {three} <p>{say(text::notes::sheet::BLANK_HOW)}</p> <div class="t-paper__pair">{lines}</div> }.into_any())
}

/// Step 5: the same questions for each scene, none of them without one (rule E9).
fn treatment() -> Vec<Piece> {
    let lead = [text::notes::sheet::BLANK_TREATMENT, text::notes::opening::ADULTS, text::notes::relief::TEXT];
    // What the treatments are, once before all scenes: whoever writes about one of them has read it.
    let what = [Question::T2, Question::T3].into_iter().filter_map(|one| text::question(one).hint);
    let mut pieces: Vec<Piece> =
        lead.into_iter().chain(what).map(|words| leading(view! { <p class="t-said__note">{say(words)}</p> }.into_any())).collect();
    for scene in Scene::ALL {
        pieces.push(small_heading(say(text::scene(scene))));
        pieces.extend(Step::Treatment.questions().flat_map(|one| question(Key::within(one, scene))));
    }
    pieces
}

fn question(key: Key) -> Vec<Piece> {
    let spec = key.question.spec();
    let section_path = Path::from(key);
    let asked = say(text::question(key.question).ask);
    let ask = view! { <p class="t-blank__ask"><b>{say(text::title(key.question))}</b> " " {asked}</p> }.into_any();
    // Before a question that is heavy, and beside one that has more to say: not at every treatment of every scene.
    let heavy = (spec.heavy && !spec.by_scene()).then_some(text::notes::sheet::BLANK_HEAVY);
    let what = text::question(key.question).hint.filter(|_| key.question == Question::L2);
    let more = text::question(key.question).note.filter(|_| !spec.by_scene() || key.question == Question::T2);
    let said = |words: Word| leading(view! { <p class="t-said__note">{say(words)}</p> }.into_any());
    let mut pieces: Vec<Piece> = heavy.map(said).into_iter().chain([leading(ask)]).chain(what.into_iter().chain(more).map(said)).collect();
    // What the app asks before a row stands before it on paper too.
    let (before, after): (Vec<_>, Vec<_>) = spec
        .more
        .iter()
        .filter(|field| field.id != i1::HIDE_OUTLOOK.untyped() && !matches!(field.kind, Kind::Photo))
        .partition(|field| field.id != v1::TOP.untyped());
    let labelled = spec.rows.len() > 1;
    let mut rows = spec.rows.iter();
    if key.question == Question::L4 {
        pieces.extend(rows.next().map(|row| piece(field(&section_path, row, labelled))));
        pieces.extend(before.iter().map(|more| piece(field(&section_path, more, true))));
        pieces.extend(rows.map(|row| piece(field(&section_path, row, labelled))));
    } else {
        pieces.extend(rows.map(|row| piece(field(&section_path, row, labelled))));
        pieces.extend(before.iter().map(|more| piece(field(&section_path, more, true))));
    }
    pieces.extend(after.iter().map(|_| piece(top())));
    pieces.extend((0..if spec.item.is_empty() { 0 } else { PEOPLE }).map(|at| person(&section_path, spec.item, at)));
    pieces.extend(
        COMMON_FIELDS
            .iter()
            .filter(|beside| beside.id == WORDS && !spec.free())
            .filter_map(|beside| Some(piece(line(say(text::common_field(beside.id)?.label))))),
    );
    pieces
}

/// One thing to answer: boxes, or lines to write on.
fn field(section_path: &Path, spec: &FieldSpec, labelled: bool) -> AnyView {
    use record::catalogue::ExtraAnswers;
    let path = section_path.field(spec.id);
    let label = labelled.then(|| say(PlanNames.field(&path)));
    let mut boxes: Vec<String> = match spec.kind {
        Kind::One(options) | Kind::Many(options) => options.iter().map(|id| option_said(&path, id)).collect(),
        _ => Vec::new(),
    };
    let own = match spec.kind {
        Kind::One(_) | Kind::Many(_) => ().into_any(),
        Kind::Day => day(label.clone().unwrap_or_default()),
        Kind::Lines(_) if !labelled => (0..LINES).map(|_| line(String::new())).collect::<Vec<_>>().into_any(),
        _ => line(label.clone().unwrap_or_default()),
    };
    if spec.extra_answers == ExtraAnswers::UndecidedOrSkipped {
        boxes.extend([say(fields::UNDECIDED), say(fields::SKIPPED)]);
    }
    let label = label.filter(|_| matches!(spec.kind, Kind::One(_) | Kind::Many(_))).map(|label| view! { <small>{label}</small> " " });
    let boxes = (!boxes.is_empty()).then(|| view! { <p class="t-blank__choice">{label}{ticks(boxes)}</p> });
    view! { {own} {boxes} }.into_any()
}

fn ticks(words: Vec<String>) -> AnyView {
    words.into_iter().map(|word| view! { <span class="t-blank__tick">"□ " {word}</span> " " }).collect::<Vec<_>>().into_any()
}

fn line(label: String) -> AnyView {
    view! { <p class="t-blank__line"><small>{label}</small></p> }.into_any()
}

fn day(label: String) -> AnyView {
    view! { <p class="t-blank__line t-blank__day"><small>{label}</small> {say(sheets::YEAR_MONTH_DAY)}</p> }.into_any()
}

/// Of v1, what matters most.
fn top() -> AnyView {
    let label = text::question(Question::V1).label(v1::TOP.untyped()).unwrap_or(text::TOP_HINT);
    line(match lang() {
        Lang::Ja => format!("{}（{}）", say(label), say(text::TOP_HINT)),
        Lang::En => format!("{} ({})", say(label), say(text::TOP_HINT)),
    })
}

/// A place in a list of people, numbered.
fn person(section_path: &Path, specs: &'static [FieldSpec], at: usize) -> Piece {
    let path = |spec: &FieldSpec| Path { item: Some(record::ItemId(String::new())), ..section_path.field(spec.id) };
    let cells = specs.iter().map(|spec| {
        let label = say(PlanNames.field(&path(spec)));
        match spec.kind {
            Kind::One(options) => {
                let mut boxes: Vec<String> = options.iter().map(|id| option_said(&path(spec), id)).collect();
                if spec.id == trusted::ASKED.untyped() {
                    boxes.extend([say(fields::UNDECIDED), say(fields::SKIPPED)]);
                }
                view! { <p class="t-blank__choice"><small>{label}</small> " " {ticks(boxes)}</p> }.into_any()
            }
            Kind::Day => day(label),
            _ => line(label),
        }
    });
    let cells = cells.collect::<Vec<_>>();
    let number = (at + 1).to_string();
    piece(view! { <div class="t-blank__item"><b>{number}</b><div class="t-blank__cells">{cells}</div></div> }.into_any())
}

/// Room for one talk (s4).
fn one_talk() -> Vec<Piece> {
    let section_path = Path::plan_section(section::TALKS);
    let mut pieces = vec![heading(text::TALKS)];
    pieces.extend(talk::ALL.iter().map(|spec| piece(field(&section_path, spec, true))));
    pieces
}

/// Who wrote it, when (s6).
fn signature() -> Piece {
    let by = [
        say(text::notes::version::BY_OWN),
        say(text::notes::version::BY_PROXY).replace("{name}", if lang() == Lang::Ja { ROOM } else { ROOM_EN }),
    ];
    let node = view! {
        <h3 class="t-paper__h">{say(text::ABOUT_RECORD)}</h3>
        <p class="t-blank__choice"><small>{say(text::WHO_WROTE)}</small> " " {ticks(by.into())}</p>
        <div class="t-paper__pair">{day(say(text::WRITTEN_ON))} {line(say(text::SIGNED_NAME))}</div>
        <p class="t-said__note">{say(text::notes::version::SIGN_NOTE)}</p>
    };
    piece(node.into_any())
}
