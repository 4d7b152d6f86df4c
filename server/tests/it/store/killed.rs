//! `kill -9` under load: whatever was answered is there afterwards.
//!
//! Fifty times in the test run; `./dev kill` does it 2,000 times. Killing a process leaves what the system has taken over: what a power cut
//! would take is another test's matter.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use axum::http::{Method, StatusCode};
use serde_json::json;
use share::{ShareId, paths};

use super::{
    client::{Mine, key, sealed, try_send},
    harness::site,
    process::{Process, is_whole},
};
use crate::site::empty;

const WRITERS: usize = 8;

/// What was answered, and what may have been written without an answer.
#[derive(Clone, Debug)]
struct Share {
    mine: Mine,
    /// The newest version that was acknowledged, with its content.
    acknowledged: (i64, String),
    /// A write whose answer did not come.
    open: Option<String>,
}

type Ledger = Arc<Mutex<HashMap<[u8; 32], Share>>>;

fn random(below: u64) -> u64 {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).unwrap();
    u64::from_le_bytes(bytes) % below
}

/// Writes until the server is gone: new shares, and new versions of one of them.
async fn write(ledger: Ledger, address: std::net::SocketAddr) {
    loop {
        let mut mine = Mine::new(address);
        let wanted = mine.wanted(None).to_string();
        if !try_send(address, Method::POST, &paths::shares(), &[], wanted).await.is_ok_and(|made| made.status == StatusCode::CREATED) {
            return;
        }
        mine.to = address;
        let mut share = Share { mine, acknowledged: (0, String::new()), open: None };
        for version in 0..5 {
            let file = sealed(200 + usize::try_from(random(3000)).unwrap());
            share.open = Some(file.clone());
            ledger.lock().unwrap().insert(*share.mine.id.bytes(), share.clone());
            let head = [super::client::bearer(&share.mine.manage), super::client::if_match(version), super::client::attempt(&key())];
            let body = json!({"files": [{"jwe": file}]}).to_string();
            match try_send(address, Method::PUT, &paths::files(&share.mine.id), &head, body).await {
                Ok(answer) => assert_eq!(answer.status, StatusCode::OK),
                Err(_) => return,
            }
            share.acknowledged = (version + 1, file);
            share.open = None;
            ledger.lock().unwrap().insert(*share.mine.id.bytes(), share.clone());
        }
    }
}

/// The shares of the ledger that are not as it says.
async fn lost(ledger: &Ledger, address: std::net::SocketAddr) -> Vec<String> {
    let shares: Vec<Share> = ledger.lock().unwrap().values().cloned().collect();
    let mut lost = Vec::new();
    for share in shares {
        let mine = Mine { to: address, ..share.mine };
        let status = mine.status().await;
        if status.status != StatusCode::OK {
            lost.push(format!("{} of a share with version {}", status.status, share.acknowledged.0));
            continue;
        }
        let version = status.json()["version"].as_i64().unwrap();
        let (acknowledged, content) = &share.acknowledged;
        let content = match (version - acknowledged, &share.open) {
            (0, _) => content,
            (1, Some(open)) => open,
            _ => {
                lost.push(format!("version {version} instead of {acknowledged}"));
                continue;
            }
        };
        if version == 0 {
            continue;
        }
        let read = mine.read(json!({"recipient": "ledger"})).await;
        if read.status != StatusCode::OK || read.json()["files"][0]["embedded"] != json!(content) {
            lost.push(format!("the content of version {version}"));
        }
    }
    lost
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_was_answered_is_lost() {
    let times: u32 = std::env::var("TSUMUGU_SERVER_KILLS").ok().map_or(50, |times| times.parse().unwrap());
    let folder = empty("killed");
    let data = folder.0.join("data");
    let (mut writes, mut slowest) = (0, Duration::ZERO);
    for round in 1..=times {
        let ledger = Ledger::default();
        let server = Process::start(site().await, &data, |_| ());
        let writers: Vec<_> = (0..WRITERS).map(|_| tokio::spawn(write(Arc::clone(&ledger), server.address))).collect();
        tokio::time::sleep(Duration::from_millis(random(200))).await;
        server.kill();
        for writer in writers {
            writer.await.unwrap();
        }
        let since = Instant::now();
        let server = Process::start(site().await, &data, |_| ());
        server.is_ready().await;
        slowest = slowest.max(since.elapsed());
        assert_eq!(lost(&ledger, server.address).await, Vec::<String>::new(), "round {round}");
        writes += ledger.lock().unwrap().values().map(|share| share.acknowledged.0).sum::<i64>();
        if round == 1 {
            the_ledger_notices(&ledger, &server).await;
        }
        server.kill();
        if round % 50 == 0 || round == times {
            is_whole(&data);
            println!("{round} kills, {writes} acknowledged writes, none lost; slowest start {slowest:?}");
        }
    }
    assert!(writes > i64::from(times), "hardly anything was written: {writes}");
}

/// The control: a share that was taken away, one that went back, and one with other content are found.
async fn the_ledger_notices(ledger: &Ledger, server: &Process) {
    let known = ledger.lock().unwrap().values().find(|share| share.acknowledged.0 > 0).cloned();
    let Some(known) = known else { return };
    let of = |share: Share| -> Ledger { Arc::new(Mutex::new(HashMap::from([(*share.mine.id.bytes(), share)]))) };
    let mine = Mine { id: ShareId::from_bytes([7; 32]), ..known.mine.clone() };
    assert_eq!(lost(&of(Share { mine, ..known.clone() }), server.address).await.len(), 1);
    let ahead = (known.acknowledged.0 + 2, known.acknowledged.1.clone());
    assert_eq!(lost(&of(Share { acknowledged: ahead, ..known.clone() }), server.address).await.len(), 1);
    let other = (known.acknowledged.0, sealed(30));
    assert_eq!(lost(&of(Share { acknowledged: other, open: None, ..known }), server.address).await.len(), 1);
}
