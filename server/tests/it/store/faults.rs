//! A disk that is full, fails, or cannot be written: the answer is 503 with a sentence, who only reads still reads, nothing is damaged, and
//! once the disk is well again the same request goes through, once.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use axum::http::{Method, StatusCode};
use serde_json::json;

use super::{
    client::{Circle, Mine, key, sealed, send},
    harness::site,
    process::{Process, is_whole},
};
use crate::site::empty;

/// More calls than one write makes.
const STEPS: usize = 24;
const EIO: i32 = 5;
const EMFILE: i32 = 24;
const ENOSPC: i32 = 28;
const EROFS: i32 = 30;

/// Compiles what stands between the program and the system; the C compiler that SQLite needs is there.
fn shim(folder: &Path) -> PathBuf {
    let library = folder.join("fault.so");
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/store/fault.c");
    let made = Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source).arg("-ldl").output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    library
}

/// Tells what fails from now on. The number makes each plan another.
fn plan(file: &Path, number: i32, after: usize, times: usize) {
    let new = file.with_extension("new");
    fs::write(&new, format!("{number} {after} {times} {}", key())).unwrap();
    fs::rename(new, file).unwrap();
}

/// At each of the first calls of a write, with each error, once and for as long as it lasts.
#[tokio::test]
async fn at_each_step() {
    let folder = empty("faults");
    let (data, plan_file, library) = (folder.0.join("data"), folder.0.join("plan"), shim(&folder.0));
    let server = Process::start(site().await, &data, |command| {
        command.env("LD_PRELOAD", &library).env("FAULT_PLAN", &plan_file);
    });
    let kept = sealed(30_000);
    let read_only = Mine::with_files(server.address, None, std::slice::from_ref(&kept)).await;
    let mine = Mine::with_files(server.address, None, &[sealed(9)]).await;
    // So many at once that every connection for reading is open: one that is opened during a fault would fail as well.
    let crowd = (0..32).map(|_| read_only.read(json!({"recipient": "crowd"})));
    assert!(futures::future::join_all(crowd).await.iter().all(|read| read.status == StatusCode::OK));
    let (mut version, mut failed) = (1, 0);
    for number in [ENOSPC, EIO, EROFS, EMFILE] {
        for after in 0..STEPS {
            for times in [1, 1_000_000] {
                let (file, name) = ([sealed(12_000)], key());
                plan(&plan_file, number, after, times);
                let answer = mine.put(version, &file, &name).await;
                if times > 1 {
                    let read = read_only.read(json!({"recipient": name})).await;
                    assert!(read.status == StatusCode::OK || number == EMFILE, "{number} after {after}: {}", read.status);
                }
                fs::remove_file(&plan_file).unwrap();
                if answer.status != StatusCode::OK {
                    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{number} after {after}");
                    assert_eq!(answer.text(), "the store of this server cannot be used at the moment, try again later\n");
                    assert!(answer.headers.contains_key("retry-after"));
                    failed += 1;
                }
                let again = mine.put(version, &file, &name).await;
                assert_eq!(again.status, StatusCode::OK, "{number} after {after}: {}", again.text());
                version += 1;
                assert_eq!(again.json()["version"], version, "{number} after {after}: written once");
                let read = mine.read(json!({"recipient": "x"})).await.json();
                assert_eq!(read["files"][0]["embedded"], json!(file[0]));
            }
        }
    }
    let all = STEPS * 4 * 2;
    assert!(failed > 40 && failed < all, "{failed} of {all}: no fault, or not past the end of a write");
    let log = server.log();
    assert!(log.contains("the database failed") && !log.contains(&mine.id.text()), "{log}");
    server.kill();
    is_whole(&data);
    println!("{failed} of {all} writes failed and went through afterwards");
}

/// A disk of 2 MB that another program fills. Needs the right to mount, which root has.
#[tokio::test]
async fn a_full_disk() {
    let folder = empty("full");
    let data = folder.0.join("data");
    fs::create_dir(&data).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"]).arg(&data).status();
    if !mounted.is_ok_and(|status| status.success()) {
        println!("not run: nothing can be mounted here");
        return;
    }
    let _guard = Unmount(data.clone());
    let server = Process::start(site().await, &data, |_| ());
    let mine = Mine::with_files(server.address, None, &[sealed(9000)]).await;
    let circle = Circle::new(server.address);
    fs::write(data.join("filler"), vec![0; 4 << 20]).unwrap_err();
    let name = key();
    let file = [sealed(100_000)];
    for answer in [mine.put(1, &file, &name).await, circle.make(&[7; 100_000]).await] {
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    }
    assert_eq!(mine.read(json!({"recipient": "in an emergency"})).await.status, StatusCode::OK);
    assert_eq!(send(server.address, Method::GET, "/healthz", &[], "").await.status, StatusCode::OK);
    // A share that is larger than the disk is refused as well, and leaves no trace.
    fs::remove_file(data.join("filler")).unwrap();
    assert_eq!(mine.put(1, &[sealed(3_000_000)], &key()).await.status, StatusCode::SERVICE_UNAVAILABLE);
    let written = mine.put(1, &file, &name).await;
    assert_eq!((written.status, &written.json()["version"]), (StatusCode::OK, &json!(2)));
    assert_eq!(circle.make(&[7; 100_000]).await.status, StatusCode::CREATED);
    server.kill();
    is_whole(&data);
}

struct Unmount(PathBuf);

impl Drop for Unmount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}
