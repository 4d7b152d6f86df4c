//! The same story on PostgreSQL: a real one, started here from the packages of the system.

use std::{
    fs,
    os::unix::{fs::chown, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use axum::http::StatusCode;
use futures::future::join_all;
use serde_json::json;
use server::database::{Database, Engine};
use sqlx::{Connection, PgConnection};

use super::{
    client::{Mine, key, sealed},
    copies::there_and_back,
    harness::Running,
    story::tell,
};
use crate::site::{Folder, empty, reach};

/// A PostgreSQL with nothing in it, reached through a socket in its folder. Goes away with its owner.
struct Postgres {
    child: Child,
    folder: Folder,
    programs: PathBuf,
}

/// Where Debian puts its newest; elsewhere the search path knows.
fn programs() -> PathBuf {
    let mut versions: Vec<_> =
        fs::read_dir("/usr/lib/postgresql").into_iter().flatten().map(|entry| entry.unwrap().path().join("bin")).collect();
    versions.retain(|bin| bin.join("initdb").is_file());
    versions.sort();
    versions.pop().unwrap_or_default()
}

/// It refuses to run as root: then as the user that its package has made.
fn user() -> Option<(u32, u32)> {
    let id = |arguments: &[&str]| -> Option<u32> {
        let said = Command::new("id").args(arguments).output().ok()?.stdout;
        String::from_utf8(said).ok()?.trim().parse().ok()
    };
    if id(&["-u"]) == Some(0) { Some((id(&["-u", "postgres"])?, id(&["-g", "postgres"])?)) } else { None }
}

fn command(program: &Path, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdout(Stdio::null());
    if let Some((user, group)) = user() {
        command.uid(user).gid(group);
    }
    command
}

impl Postgres {
    fn start() -> Postgres {
        let programs = programs();
        let folder = empty("pg");
        if let Some((user, group)) = user() {
            chown(&folder.0, Some(user), Some(group)).unwrap();
        }
        let cluster = folder.0.join("cluster");
        let made = command(&programs.join("initdb"), &folder.0)
            .args(["--auth=trust", "--username=tsumugu", "--encoding=UTF8", "--no-locale", "--no-sync", "--pgdata"])
            .arg(&cluster)
            .output();
        let made = made.unwrap_or_else(|error| panic!("PostgreSQL is not there ({error}): ./dev unit installs it"));
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let log = fs::File::create(folder.0.join("log")).unwrap();
        let child = command(&programs.join("postgres"), &folder.0)
            .args(["-c", "listen_addresses=", "-c", "shared_buffers=16MB", "-k"])
            .arg(&folder.0)
            .arg("-D")
            .arg(&cluster)
            .stderr(log)
            .spawn()
            .unwrap();
        Postgres { child, folder, programs }
    }

    fn url(&self, database: &str) -> String {
        format!("postgres://tsumugu@localhost/{database}?host={}", self.folder.0.display())
    }

    async fn look(&self) -> PgConnection {
        PgConnection::connect(&self.url("restored")).await.unwrap()
    }

    /// Makes the tables, and notes from now on how long a statement that makes a share may take.
    async fn notes_its_patience(&self, engine: &Engine) {
        Database::open(engine.clone()).await.unwrap().close().await;
        let notes = "CREATE TABLE patience (said TEXT); \
             CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN INSERT INTO patience VALUES (current_setting('statement_timeout')); RETURN NEW; END $$; \
             CREATE TRIGGER note BEFORE INSERT ON shares FOR EACH ROW EXECUTE FUNCTION note();";
        sqlx::raw_sql(notes).execute(&mut self.look().await).await.unwrap();
    }

    async fn patience(&self) -> Vec<String> {
        sqlx::query_scalar("SELECT DISTINCT said FROM patience ORDER BY said").fetch_all(&mut self.look().await).await.unwrap()
    }

    /// An empty database.
    async fn database(&self, name: &str) -> Engine {
        for _ in 0..200 {
            let made = command(&self.programs.join("createdb"), &self.folder.0)
                .args(["--username=tsumugu", "--host"])
                .arg(&self.folder.0)
                .arg(name)
                .stderr(Stdio::null())
                .status();
            if made.unwrap().success() {
                return Engine::postgres(&self.url(name)).unwrap();
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{}", fs::read_to_string(self.folder.0.join("log")).unwrap());
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let stop = command(&self.programs.join("pg_ctl"), &self.folder.0)
            .args(["stop", "-m", "immediate", "-D"])
            .arg(self.folder.0.join("cluster"))
            .status();
        if stop.is_err() {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
    }
}

/// The story; two servers on one database; a backup from here into SQLite and back.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgresql() {
    let postgres = Postgres::start();
    let engine = postgres.database("story").await;
    let server = Running::start(empty("pg-story"), engine.clone(), reach()).await;
    tell(&server).await;
    let other = Running::start(empty("pg-other"), engine, reach()).await;
    two_servers(&server, &other).await;
    other.stop().await;
    let into = empty("pg-into-sqlite");
    there_and_back(&server, Engine::sqlite(&into.database()).unwrap()).await;
    let copy = server.folder.0.join("copy");
    fs::remove_file(&copy).unwrap();
    server.stop().await;
    let server = Running::sqlite("sqlite-into-pg").await;
    let restored = postgres.database("restored").await;
    postgres.notes_its_patience(&restored).await;
    there_and_back(&server, restored.clone()).await;
    server.stop().await;
    let again = Running::start(empty("pg-again"), restored, reach()).await;
    Mine::new(again.address).create(None).await;
    again.stop().await;
    assert_eq!(postgres.patience().await, ["0", "15s"], "to restore takes as long as it takes, to serve does not");
    the_command_finds_it(&postgres);
}

async fn two_servers(one: &Running, other: &Running) {
    let mine = Mine::with_files(one.address, Some("2580"), &[sealed(500)]).await;
    let there = Mine { to: other.address, ..mine.clone() };
    // What the one was told the other knows, a ticket of the one opens at the other, and a budget is one for both.
    let manifest = mine.read(json!({"recipient": "x", "passcode": "2580", "embeddedLengthMax": 0})).await.json();
    let location = manifest["files"][0]["location"].as_str().unwrap();
    let ticket = &location[location.find("/shl/").unwrap()..];
    let file = super::client::send(other.address, axum::http::Method::GET, ticket, &[], "").await;
    assert_eq!(file.status, StatusCode::OK);
    for number in 0..10 {
        let asked = if number % 2 == 0 { &mine } else { &there };
        assert_eq!(asked.read(json!({"recipient": "x", "passcode": "0"})).await.status, StatusCode::UNAUTHORIZED);
    }
    for asked in [&mine, &there] {
        assert_eq!(asked.read(json!({"recipient": "x", "passcode": "2580"})).await.status, StatusCode::NOT_FOUND);
    }
    let free = Mine::with_files(one.address, None, &[sealed(10)]).await;
    let there = Mine { to: other.address, ..free.clone() };
    for version in 1..6 {
        let names: Vec<String> = (0..10).map(|_| key()).collect();
        let file = [sealed(10)];
        let puts = join_all(
            names
                .iter()
                .enumerate()
                .map(|(number, name)| if number % 2 == 0 { free.put(version, &file, name) } else { there.put(version, &file, name) }),
        )
        .await;
        let written = puts.iter().filter(|put| put.status == StatusCode::OK).count();
        let stale = puts.iter().filter(|put| put.status == StatusCode::PRECONDITION_FAILED).count();
        assert_eq!((written, stale), (1, 9), "version {version}");
    }
}

/// `DATABASE_URL` is enough, and is not shown.
fn the_command_finds_it(postgres: &Postgres) {
    let url = postgres.url("story");
    let checked = super::process::program().arg("check").env("DATABASE_URL", &url).output().unwrap();
    assert!(checked.status.success() && checked.stdout.starts_with(b"whole: "), "{checked:?}");
    let help = super::process::program().args(["serve", "--help"]).env("DATABASE_URL", &url).output().unwrap();
    assert!(!String::from_utf8(help.stdout).unwrap().contains("tsumugu@localhost"));
}

#[tokio::test]
async fn one_that_is_not_there() {
    let engine = Engine::postgres("postgres://nobody:hanako@127.0.0.1:1/none").unwrap();
    let error = Database::open(engine.clone()).await.unwrap_err().to_string();
    assert!(!error.contains("hanako") && !format!("{engine:?}").contains("hanako"), "{error}");
}
