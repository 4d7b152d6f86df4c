//! What changed between two sides, in plain sentences.

use record::{
    Author, Day,
    plan::{
        Key, Question, Step,
        compare::compare as differences,
        cpr::{Cpr, cpr},
    },
};

use crate::{
    pages::plan::written::{Answers, wrote},
    parts::{
        plan::answer_text::{Line, chosen, said},
        words::{gap, lang},
    },
};
use words::{Lang, fields, plan as text};

/// One side, ready to be read.
pub struct Side {
    /// Nothing where it is doubtful.
    pub day: Option<Day>,
    /// Its day, or now.
    pub on: String,
    pub called: String,
    pub by: Author,
    pub reason: String,
    pub answers: Answers,
}

/// One question that changed, in sentences: what it is about, where that needs saying, and what happened.
pub type Sentence = (Option<String>, String);

/// The questions that changed, with what is to be said about each.
pub fn changes(old: &Side, new: &Side) -> Vec<(Key, Vec<Sentence>)> {
    let all = differences(&old.answers, &new.answers);
    let each = all.iter().map(|change| {
        let key = change.key;
        let of = |side: &Side| (whole(key, &side.answers), chosen(key, &side.answers));
        let ((was, chosen), (is, now)) = (of(old), of(new));
        (key, sentences((&was, &chosen), (&is, &now), lang()))
    });
    // A setting that is no answer may differ as well.
    each.filter(|(_, sentences)| !sentences.is_empty()).collect()
}

/// What was said to a question. That a doctor has not heard it is said together with the answer, never as a change of its own.
pub fn whole(key: Key, answers: &Answers) -> Vec<Line> {
    let mut lines = said(key, answers);
    let unheard = key.question == Question::T2 && key.scene.is_some_and(|scene| cpr(answers, scene) == Cpr::Unconfirmed);
    if unheard
        && let Some(mark) = lines.pop()
        && let Some(answer) = lines.first_mut()
    {
        answer.words.push_str(&mark.words);
    }
    lines
}

/// What was chosen of many: its line, and its options.
type Chosen = (Line, Vec<String>);

/// Of two choices of many only what differs.
fn differing(old: &[String], new: &[String], lang: Lang) -> Vec<String> {
    let only = |these: &[String], those: &[String]| {
        let rest = these.iter().filter(|one| !those.contains(one)).cloned().collect::<Vec<_>>();
        (!rest.is_empty()).then(|| rest.join(fields::BETWEEN.say(lang)))
    };
    let came = only(new, old).map(|options| text::came(&options, lang));
    came.into_iter().chain(only(old, new).map(|options| text::left(&options, lang))).collect()
}

/// From the lines of one side to those of the other.
fn sentences((old, chosen): (&[Line], &[Chosen]), (new, now): (&[Line], &[Chosen]), lang: Lang) -> Vec<Sentence> {
    let options = |of: &[Chosen], line: &Line| of.iter().find(|(other, _)| other == line).map(|(_, options)| options.clone());
    let same = |line: &&Line| !old.contains(line);
    let mut gone: Vec<&Line> = old.iter().filter(|line| !new.contains(line)).collect();
    let mut all = Vec::new();
    for line in new.iter().filter(same) {
        let before = gone.iter().position(|old| old.label == line.label).map(|place| gone.remove(place));
        let many = before.and_then(|old| options(chosen, old)).zip(options(now, line)).map(|(old, new)| differing(&old, &new, lang));
        match many.filter(|differing| !differing.is_empty()) {
            Some(many) => all.extend(many.into_iter().map(|words| (line.label.clone(), words))),
            None => all.push((line.label.clone(), text::changed(before.map(|old| old.words.as_str()), Some(&line.words), lang))),
        }
    }
    all.extend(gone.into_iter().map(|line| (line.label.clone(), text::changed(Some(&line.words), None, lang))));
    if all.is_empty() && old != new {
        all.push((None, text::REORDERED.say(lang).to_owned()));
    }
    all
}

/// Whatever is answered about treatment, pain is eased (rule E6).
pub fn touches_treatment(changes: &[(Key, Vec<Sentence>)]) -> bool {
    changes.iter().any(|(key, _)| key.question.spec().step == Step::Treatment)
}

pub fn both(side: &Side) -> String {
    [side.called.clone(), wrote(&side.by)].join(gap())
}

#[cfg(test)]
mod tests {
    use record::{
        Answer, Moment, Stamp,
        plan::{
            Plan, QuestionField, Scene,
            catalogue::{l1, l2, t2, v1},
        },
    };

    use super::*;

    fn put(plan: &mut Plan, field: QuestionField, answer: Answer, at: i64) {
        let stamp = Stamp { at: Moment(1_800_000_000_000 + at), by: Author::Own };
        for answer in [None, Some(answer)] {
            field.set(&mut plan.sections, answer, &stamp);
        }
    }

    fn given(words: &str) -> Answer {
        Answer::Given(words.to_owned())
    }

    fn picked(id: &str) -> Answer {
        Answer::Picked(id.to_owned())
    }

    fn told(old: &Plan, new: &Plan) -> Vec<String> {
        let side = |plan: &Plan| Side {
            day: Day::parse("2026-11-26"),
            on: String::new(),
            called: String::new(),
            by: Author::Own,
            reason: String::new(),
            answers: plan.snapshot(),
        };
        let all = changes(&side(old), &side(new)).into_iter();
        all.flat_map(|(key, sentences)| {
            sentences.into_iter().map(move |(label, words)| format!("{key} {}{words}", label.unwrap_or_default()))
        })
        .collect()
    }

    #[test]
    fn not_knowing_passing_and_answering_are_told_apart() {
        let (mut old, mut new) = (Plan::default(), Plan::default());
        put(&mut old, l1::ANSWER, Answer::Undecided, 1);
        put(&mut new, l1::ANSWER, picked("own_home"), 2);
        put(&mut new, l1::WORDS, given("庭が見えるところ"), 2);
        put(&mut old, l2::ANSWER, Answer::Skipped, 1);
        put(&mut new, l2::ANSWER, Answer::Undecided, 2);
        assert_eq!(
            told(&old, &new),
            [
                "l1 「まだわからない」から「自分の家」に変わりました。",
                "l1 ひとこと新しく「庭が見えるところ」と答えました。",
                "l2 「とばす」から「まだわからない」に変わりました。",
            ]
        );
        assert!(told(&new, &new).is_empty());
        let back = told(&new, &old);
        assert_eq!(back[1], "l1 ひとこと「庭が見えるところ」は、いまは書いてありません。");
    }

    #[test]
    fn of_a_choice_of_many_only_what_differs_is_said() {
        let (mut old, mut new) = (Plan::default(), Plan::default());
        let many = |ids: [&str; 3]| Answer::Chosen(ids.map(str::to_owned).to_vec());
        put(&mut old, v1::ANSWER, many(["family", "live_long", "faith"]), 1);
        put(&mut new, v1::ANSWER, many(["family", "eat_by_mouth", "faith"]), 2);
        assert_eq!(told(&old, &new), ["v1 加わった：口から食べたり飲んだりする", "v1 なくなった：少しでも長く生きる"]);
        put(&mut old, v1::ANSWER, Answer::Chosen(vec!["family".to_owned()]), 1);
        assert_eq!(told(&old, &new), ["v1 加わった：口から食べたり飲んだりする・信じるものや心の支えを大切にする"]);
        // Not knowing is no option among others.
        put(&mut new, v1::ANSWER, Answer::Undecided, 3);
        assert!(told(&old, &new)[0].ends_with("から「まだわからない」に変わりました。"));
    }

    /// Rule E8: the mark goes with the answer, on both sides.
    #[test]
    fn what_no_doctor_has_heard_is_said_with_the_answer() {
        let (mut old, mut new) = (Plan::default(), Plan::default());
        let [answer, doctor_on] = [t2::ANSWER, t2::DOCTOR_ON].map(|field| field.within(Scene::A));
        put(&mut old, answer, picked("want"), 1);
        put(&mut new, answer, picked("not_want"), 2);
        assert_eq!(told(&old, &new), ["t2.a 「してほしい」から「してほしくない【先生に未確認】」に変わりました。"]);
        let mut heard = new.clone();
        put(&mut heard, doctor_on, given("2026-11-20"), 3);
        let all = told(&new, &heard);
        assert_eq!(all[0], "t2.a 「してほしくない【先生に未確認】」から「してほしくない」に変わりました。");
        assert!(all[1].contains("令和8年11月20日"));
    }

    #[test]
    fn another_order_is_a_change_too() {
        let line = |words: &str| Line { label: Some(words.to_owned()), words: words.to_owned() };
        let (one, two) = (line("太郎"), line("花子"));
        let said = sentences((&[one.clone(), two.clone()], &[]), (&[two, one], &[]), Lang::Ja);
        assert_eq!(said, [(None, "順番が変わりました。".to_owned())]);
    }
}
