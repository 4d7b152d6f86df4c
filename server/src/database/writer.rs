//! Writing: what waits goes into one transaction, and each is answered after its commit.
//!
//! With one fsync for all that have come in while the last one ran, a disk that needs 5 ms for it takes hundreds of writes in that time
//! instead of one. When a transaction fails, each of its jobs is tried in one of its own, so that nobody fails for another's reason.

use std::{pin::Pin, sync::Arc, time::Duration};

use prometheus_client::metrics::counter::Counter;
use sqlx::{AnyConnection, Connection, Executor};
use tokio::{
    sync::{Mutex, mpsc, oneshot},
    task::JoinSet,
    time::{Instant, sleep, timeout_at},
};

use super::{DatabaseError, Engine, Outcome};

/// Jobs that wait at most. Bodies in memory are bounded elsewhere (`body.rs`).
const QUEUE: usize = 1024;
/// Tries of a transaction that PostgreSQL refuses because of another one.
const TRIES: u32 = 10;
/// So long after the last write, deleted content is taken out of the files beside the database: not between two writes that wait for it.
const QUIET: Duration = Duration::from_millis(200);
/// So long after the deletion at the latest, whatever waits; and the longest pause between two tries.
const LATEST: Duration = Duration::from_secs(60);

/// Something to write. It may be run more than once, and only the last time counts, so it changes nothing but the database. Whatever it
/// refuses to do it says in its reply, having written nothing; an error is a failure of the database.
pub(crate) trait Write: Send + Sync + 'static {
    /// What whoever asked is told, after the commit.
    type Reply: Send + 'static;
    /// Whether content is deleted: then it is taken out of the files beside the database as well, once nothing else waits.
    const DELETES: bool = false;

    fn write(&self, on: &mut AnyConnection) -> impl Future<Output = Outcome<Self::Reply>> + Send;
}

/// What the writer has done.
#[derive(Debug, Default)]
pub struct Numbers {
    /// Transactions that were committed.
    pub commits: Counter,
    /// Jobs in them.
    pub jobs: Counter,
    /// Transactions that failed.
    pub failures: Counter,
}

#[derive(Clone, Debug)]
pub(super) struct Writer(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// Taken away when the server stops.
    queue: std::sync::Mutex<Option<mpsc::Sender<Box<dyn Queued>>>>,
    numbers: Arc<Numbers>,
    workers: Mutex<JoinSet<()>>,
}

impl Writer {
    /// `first`: a connection that is open already.
    pub fn start(engine: &Engine, first: AnyConnection) -> Writer {
        let (queue, waiting) = mpsc::channel(QUEUE);
        let waiting = Arc::new(Mutex::new(waiting));
        let numbers = Arc::new(Numbers::default());
        let (workers, most) = engine.writers();
        let mut first = Some(first);
        let mut tasks = JoinSet::new();
        for _ in 0..workers {
            let worker = Worker { engine: engine.clone(), connection: first.take(), numbers: Arc::clone(&numbers), to_clean: None };
            tasks.spawn(worker.work(Arc::clone(&waiting), most));
        }
        Writer(Arc::new(Inner { queue: std::sync::Mutex::new(Some(queue)), numbers, workers: Mutex::new(tasks) }))
    }

    pub fn numbers(&self) -> &Numbers {
        &self.0.numbers
    }

    pub async fn write<W: Write>(&self, what: W) -> Result<W::Reply, DatabaseError> {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Job { what, reply, outcome: None });
        {
            let queue = self.0.queue.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            queue.as_ref().ok_or(DatabaseError::Closed)?.try_send(job).map_err(|_| DatabaseError::Full)?;
        }
        answer.await.unwrap_or(Err(DatabaseError::Closed))
    }

    /// Writes what waits, and ends.
    pub async fn close(&self) {
        self.0.queue.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
        let mut workers = self.0.workers.lock().await;
        while workers.join_next().await.is_some() {}
    }
}

/// A job of any kind.
trait Queued: Send {
    fn run<'a>(&'a mut self, on: &'a mut AnyConnection) -> Pin<Box<dyn Future<Output = Outcome<()>> + Send + 'a>>;
    fn deletes(&self) -> bool;
    /// Tells whoever waits, if somebody still does.
    fn answer(self: Box<Self>, done: Result<(), DatabaseError>);
}

struct Job<W: Write> {
    what: W,
    outcome: Option<W::Reply>,
    reply: oneshot::Sender<Result<W::Reply, DatabaseError>>,
}

impl<W: Write> Queued for Job<W> {
    fn run<'a>(&'a mut self, on: &'a mut AnyConnection) -> Pin<Box<dyn Future<Output = Outcome<()>> + Send + 'a>> {
        Box::pin(async move {
            self.outcome = Some(self.what.write(on).await?);
            Ok(())
        })
    }

    fn deletes(&self) -> bool {
        W::DELETES
    }

    fn answer(self: Box<Self>, done: Result<(), DatabaseError>) {
        let Job { outcome, reply, .. } = *self;
        let _ = reply.send(done.and_then(|()| outcome.ok_or(DatabaseError::Closed)));
    }
}

type Waiting = Arc<Mutex<mpsc::Receiver<Box<dyn Queued>>>>;

struct Worker {
    engine: Engine,
    connection: Option<AnyConnection>,
    numbers: Arc<Numbers>,
    /// Deleted content that is not yet taken out of the files beside the database.
    to_clean: Option<ToClean>,
}

/// When to take deleted content out of the files beside the database.
#[derive(Clone, Copy, Debug)]
struct ToClean {
    /// Then, whatever else waits.
    latest: Instant,
    /// Not before: the last try found that somebody still reads what was there before.
    not_before: Instant,
    pause: Duration,
}

impl ToClean {
    fn new(now: Instant) -> ToClean {
        ToClean { latest: now + LATEST, not_before: now, pause: QUIET }
    }

    /// Whether it has been put off long enough for those who wait.
    fn is_due(&self, now: Instant) -> bool {
        now >= self.latest && now >= self.not_before
    }

    /// When to try if nothing comes in until then.
    fn next(&self, now: Instant) -> Instant {
        self.latest.min(now + QUIET).max(self.not_before)
    }

    /// After a try that did not succeed.
    fn later(self, now: Instant) -> ToClean {
        ToClean { not_before: now + self.pause, pause: (self.pause * 2).min(LATEST), ..self }
    }
}

impl Worker {
    async fn work(mut self, waiting: Waiting, most: usize) {
        let mut batch = Vec::new();
        loop {
            // Before receiving: under a steady load something is always there to be received.
            if self.to_clean.is_some_and(|to_clean| to_clean.is_due(Instant::now())) {
                self.clean().await;
            }
            let mut queue = waiting.lock().await;
            let next = queue.recv_many(&mut batch, most);
            let received = match self.to_clean {
                Some(to_clean) => timeout_at(to_clean.next(Instant::now()), next).await.ok(),
                None => Some(next.await),
            };
            drop(queue);
            match received {
                Some(0) => break,
                Some(_) => self.answer(&mut batch).await,
                None => self.clean().await,
            }
        }
        self.clean().await;
        if let Some(connection) = self.connection.take() {
            let _ = connection.close().await;
        }
    }

    async fn answer(&mut self, batch: &mut Vec<Box<dyn Queued>>) {
        let first = self.transaction(batch).await;
        if let Err(error) = first {
            if batch.len() == 1 {
                return batch.drain(..).for_each(|job| job.answer(Err(failed(&error))));
            }
            for job in batch.drain(..) {
                let mut alone = [job];
                let done = self.transaction(&mut alone).await.map_err(|error| failed(&error));
                let [job] = alone;
                job.answer(done);
            }
            return;
        }
        for job in batch.drain(..) {
            job.answer(Ok(()));
        }
    }

    async fn transaction(&mut self, jobs: &mut [Box<dyn Queued>]) -> Result<(), sqlx::Error> {
        let mut tries = 0;
        loop {
            let error = match self.once(jobs).await {
                Ok(()) => {
                    self.numbers.commits.inc();
                    self.numbers.jobs.inc_by(jobs.len() as u64);
                    if self.engine.cleans() && jobs.iter().any(|job| job.deletes()) {
                        self.to_clean.get_or_insert_with(|| ToClean::new(Instant::now()));
                    }
                    return Ok(());
                }
                Err(error) => error,
            };
            tries += 1;
            if tries == TRIES || !self.engine.may_succeed_again(&error) {
                self.numbers.failures.inc();
                return Err(error);
            }
            sleep(Duration::from_millis(u64::from(tries * tries))).await;
        }
    }

    /// A connection on which something has failed is not used again: what state it is in depends on what has failed.
    async fn once(&mut self, jobs: &mut [Box<dyn Queued>]) -> Result<(), sqlx::Error> {
        let mut connection = self.connected().await?;
        let done = transact(&self.engine, &mut connection, jobs).await;
        match &done {
            Ok(()) => self.connection = Some(connection),
            Err(_) => {
                let rolled_back = connection.execute(sqlx::raw_sql("ROLLBACK")).await;
                if rolled_back.is_ok() {
                    self.connection = Some(connection);
                } else {
                    let _ = connection.close().await;
                }
            }
        }
        done
    }

    async fn connected(&mut self) -> Result<AnyConnection, sqlx::Error> {
        match self.connection.take() {
            Some(connection) => Ok(connection),
            None => self.engine.connect().await.map_err(|_| sqlx::Error::PoolClosed),
        }
    }

    async fn clean(&mut self) {
        let Some(to_clean) = self.to_clean else { return };
        self.to_clean = match self.is_clean().await {
            Ok(true) => None,
            Ok(false) | Err(_) => {
                let now = Instant::now();
                if now >= to_clean.latest {
                    tracing::warn!("deleted content is still in the files beside the database: somebody reads for long, or the disk fails");
                }
                Some(to_clean.later(now))
            }
        };
    }

    /// A connection on which this has failed is not used again: it would not wait for others any more.
    async fn is_clean(&mut self) -> Result<bool, sqlx::Error> {
        let mut connection = self.connected().await?;
        let done = self.engine.clean(&mut connection).await;
        match &done {
            Ok(_) => self.connection = Some(connection),
            Err(_) => drop(connection.close().await),
        }
        done
    }
}

async fn transact(engine: &Engine, connection: &mut AnyConnection, jobs: &mut [Box<dyn Queued>]) -> Result<(), sqlx::Error> {
    connection.execute(sqlx::raw_sql(engine.begin())).await?;
    for job in jobs {
        job.run(connection).await?;
    }
    connection.execute(sqlx::raw_sql("COMMIT")).await?;
    Ok(())
}

fn failed(error: &sqlx::Error) -> DatabaseError {
    DatabaseError::failed(error)
}

/// Writes nothing, in a transaction: what `/readyz` tries.
pub(super) struct Nothing;

impl Write for Nothing {
    type Reply = ();

    async fn write(&self, _: &mut AnyConnection) -> Outcome<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_to_clean() {
        let start = Instant::now();
        let to_clean = ToClean::new(start);
        let late = start + LATEST;
        assert_eq!(to_clean.next(start), start + QUIET, "when it is quiet");
        assert!(!to_clean.is_due(late - QUIET / 2) && to_clean.is_due(late), "and at the latest, however much waits");
        assert_eq!(to_clean.next(late - QUIET / 2), late);
        // Each time that it cannot be done, the pause is longer, up to a bound, and not even load shortens it.
        let (mut now, mut tried) = (late, to_clean);
        for expected in [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map(|times| QUIET * times) {
            tried = tried.later(now);
            assert!(!tried.is_due(now) && tried.is_due(now + expected));
            assert_eq!(tried.next(now), now + expected);
            now += expected;
        }
    }
}
