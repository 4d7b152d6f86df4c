//! What `build.rs` says of a content file that does not fit the catalogue. Each problem ends the build, with its place.
#![expect(dead_code, reason = "modules of the build script, of which only the reading is tested here")]

#[path = "../../build/asked.rs"]
mod asked;
#[path = "../../build/notes.rs"]
mod notes;
#[path = "../../build/questions.rs"]
mod questions;
#[path = "../../build/read.rs"]
mod read;
#[path = "../../build/rust.rs"]
mod rust;

const QUESTIONS: &str = include_str!("../../content/plan/questions.txt");
const NOTES: &str = include_str!("../../content/plan/notes.txt");

/// The problems of the questions, as somebody has mended them.
fn problems(from: &str, to: &str) -> Vec<String> {
    assert!(from.is_empty() || QUESTIONS.contains(from), "{from}");
    let mut content = read::parse("questions.txt", &QUESTIONS.replacen(from, to, 1));
    questions::table(&mut content);
    content.problems()
}

#[test]
fn the_content_as_it_stands_fits() {
    assert_eq!(problems("", ""), Vec::<String>::new());
    let mut content = read::parse("notes.txt", NOTES);
    notes::table(&mut content);
    assert_eq!(content.problems(), Vec::<String>::new());
    assert_eq!(notes::unknown_sources(&[&content, &read::parse("questions.txt", QUESTIONS)]), Vec::<String>::new());
}

#[test]
fn what_the_catalogue_asks_for_must_be_there() {
    let says = |problems: Vec<String>, what: &str| assert!(problems.iter().any(|problem| problem.ends_with(what)), "{what}: {problems:?}");
    // An option without a label is one whose key is spelt otherwise: both sides are named.
    let misspelt = problems("option own_home\n", "option home\n");
    assert!(misspelt.iter().any(|problem| problem.ends_with("l1 has no \"option own_home\"")), "{misspelt:?}");
    says(misspelt, "nobody asks for \"option home\" of l1");
    says(problems("== v1\n", "== v9\n"), "the block v1 is missing");
    says(problems("title\n  ja: 大切にしたいこと\n  en: What matters to me\n", ""), "v1 has no \"title\"");
    says(problems("== v2\n", "== v1\n"), "the block v1 stands twice");
}

#[test]
fn a_text_is_whole_in_both_languages() {
    for (from, to) in [
        ("  en: What matters to me\n", ""),
        ("  en: What matters to me\n", "  en: \n"),
        ("  ja: 大切にしたいこと\n", "  ja: [大切|たいせつにしたいこと\n"),
        ("  ja: 大切にしたいこと\n", "  ja: [大切]にしたいこと\n"),
        ("checked: 2026-11-26\n", "checked: 26.11.2026\n"),
        ("source: J1 J2 J3 J15\n", ""),
    ] {
        assert!(!problems(from, to).is_empty(), "{to}");
    }
}
