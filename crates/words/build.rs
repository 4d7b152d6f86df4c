//! Makes tables of the words of the plan from `content/plan`, which a committee reads and mends as plain text. A key that is missing,
//! stands twice or that nobody asks for ends the build with the file and the line.

#[path = "build/asked.rs"]
mod asked;
#[path = "build/notes.rs"]
mod notes;
#[path = "build/questions.rs"]
mod questions;
#[path = "build/read.rs"]
mod read;
#[path = "build/rust.rs"]
mod rust;

use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=content/plan");
    println!("cargo::rerun-if-changed=build");
    let out = env::var_os("OUT_DIR").ok_or("cargo gives a build script a folder to write to")?;
    let (mut questions, mut notes) = (read::content("content/plan/questions.txt")?, read::content("content/plan/notes.txt")?);
    let tables = [questions::table(&mut questions), notes::table(&mut notes)];
    let mut problems: Vec<String> = [&questions, &notes].into_iter().flat_map(|content| content.problems()).collect();
    problems.extend(notes::unknown_sources(&[&questions, &notes]));
    if !problems.is_empty() {
        return Err(format!("the content of the plan does not fit the catalogue:\n{}", problems.join("\n")).into());
    }
    for (name, table) in ["questions.rs", "notes.rs"].into_iter().zip(tables) {
        fs::write(Path::new(&out).join(name), table)?;
    }
    Ok(())
}
