//! How long the slowest inputs take, and where they are kept: `TSUMUGU_FUZZ_SLOWEST` names a folder, and each target writes its slowest
//! hundred there when its time is over. Natively measured, deriving keys left out; a browser can be given the same files.

use std::{
    cell::RefCell,
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

/// How many are kept.
const MOST: usize = 100;

/// Inputs shorter than this count as if they were as long: 100 kB.
const LENGTH: f64 = 100_000.0;

thread_local! {
    /// The time in milliseconds for each 100 kB, and the input; the slowest first.
    static KEPT: RefCell<Vec<(f64, Vec<u8>)>> = const { RefCell::new(Vec::new()) };
}

fn folder() -> Option<PathBuf> {
    std::env::var_os("TSUMUGU_FUZZ_SLOWEST").map(PathBuf::from)
}

/// Reads an input and notes how long that took.
pub fn timed<T>(bytes: &[u8], read: impl FnOnce(&[u8]) -> T) -> T {
    let begin = Instant::now();
    let done = read(bytes);
    if folder().is_some() {
        note(bytes, begin.elapsed());
    }
    done
}

fn note(bytes: &[u8], took: Duration) {
    let rate = took.as_secs_f64() * 1_000.0 / (bytes.len() as f64 / LENGTH).max(1.0);
    KEPT.with_borrow_mut(|kept| {
        let at = kept.partition_point(|(other, _)| *other >= rate);
        if at < MOST {
            kept.insert(at, (rate, bytes.to_vec()));
            kept.truncate(MOST);
        }
    });
}

/// Writes what one target has kept, and says how slow the slowest was.
pub fn write(target: &str) -> Option<String> {
    let kept = KEPT.take();
    let folder = folder().filter(|_| !kept.is_empty())?.join(target);
    fs::create_dir_all(&folder).unwrap();
    for (at, (_, bytes)) in kept.iter().enumerate() {
        fs::write(folder.join(format!("{at:03}")), bytes).unwrap();
    }
    let (slowest, _) = kept.first()?;
    Some(format!("the slowest {} take at most {slowest:.1} ms for each 100 kB in this build", kept.len()))
}
