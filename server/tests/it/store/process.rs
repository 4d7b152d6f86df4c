//! The program as a process of its own, which can be killed.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::Duration,
};

use axum::http::{Method, StatusCode};

use super::client::try_send;

/// `tsumugu`, without anything of this environment.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tsumugu"));
    command.env_clear();
    command
}

/// A server that runs.
pub struct Process {
    pub address: SocketAddr,
    child: Child,
    log: PathBuf,
}

impl Process {
    /// Serves a site with its data in a folder. The log goes to a file beside it.
    pub fn start(site: &Path, data: &Path, prepare: impl FnOnce(&mut Command)) -> Process {
        let log = data.with_extension("log");
        let file = File::options().create(true).append(true).open(&log).unwrap();
        let mut command = program();
        command.args(["serve", "--address", "127.0.0.1:0", "--site"]).arg(site).arg("--data").arg(data);
        prepare(&mut command);
        let mut child = command.stdout(Stdio::piped()).stderr(file).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").map(|address| address.parse().unwrap());
        let address = address.unwrap_or_else(|| panic!("no address: {}", fs::read_to_string(&log).unwrap()));
        Process { address, child, log }
    }

    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    /// SIGKILL: nothing is finished.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits until it answers.
    pub async fn is_ready(&self) {
        for _ in 0..500 {
            if try_send(self.address, Method::GET, "/readyz", &[], "").await.is_ok_and(|answer| answer.status == StatusCode::OK) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("not ready: {}", self.log());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a command of the program on the data in a folder.
pub fn run(data: &Path, arguments: &[&str]) -> Output {
    program().args(arguments).arg("--data").arg(data).output().unwrap()
}

/// `tsumugu check`.
pub fn is_whole(data: &Path) {
    let output = run(data, &["check"]);
    assert!(output.status.success(), "{output:?}");
}
