//! Passcodes: hashed slowly, and wrong ones counted for the whole life of a link.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
    time::Duration,
};

use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use sqlx::{AnyConnection, query};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    task::spawn_blocking,
    time::timeout,
};

use crate::{
    database::{Columns, Database, Outcome, Write},
    error::AppError,
    hash::Hash,
};

/// Each takes 19 MiB (Argon2id, two passes: the crate's default, which is OWASP's).
const AT_A_TIME: usize = 2;
/// How long one may wait for the others; then 503.
const PATIENCE: Duration = Duration::from_secs(1);

/// Hashes passcodes, two at a time; of these at most one for a new link, so that whoever makes many keeps nobody from reading, and at most
/// one for each link, so that whoever guesses at one keeps nobody from another.
#[derive(Clone, Debug)]
pub(crate) struct Passcodes {
    all: Arc<Semaphore>,
    new: Arc<Semaphore>,
    /// The links whose codes are being looked at or wait for it.
    links: Arc<Mutex<HashMap<[u8; 32], Weak<Semaphore>>>>,
}

impl Default for Passcodes {
    fn default() -> Passcodes {
        Passcodes { all: Arc::new(Semaphore::new(AT_A_TIME)), new: Arc::new(Semaphore::new(AT_A_TIME - 1)), links: Arc::default() }
    }
}

impl Passcodes {
    /// The hash of a new passcode, as PHC string.
    pub async fn hash(&self, code: String) -> Result<String, AppError> {
        let mut salt = [0; 16];
        getrandom::fill(&mut salt).map_err(AppError::internal)?;
        let _new = place(&self.new).await?;
        let _place = place(&self.all).await?;
        let hash = spawn_blocking(move || Argon2::default().hash_password_with_salt(code.as_bytes(), &salt)).await;
        Ok(hash.map_err(AppError::task)?.map_err(AppError::internal)?.to_string())
    }

    /// Whether a passcode is right. An attempt is taken from the budget before the code is looked at, and given back when it was right: of
    /// any number of codes tried at once no more than the budget are looked at, and a crash in between costs one. `left`: the budget as it
    /// is known. A request without a code costs nothing.
    pub async fn check(&self, database: &Database, link: Hash, hash: &str, left: i64, code: Option<String>) -> Result<(), AppError> {
        let Some(code) = code else { return Err(wrong(left)) };
        let try_one = Try { database: database.clone(), link, hash: hash.to_owned(), code };
        let place = self.of_link(link).await?;
        // A task of its own: a reader who goes away in between must not cost an attempt.
        let task = tokio::spawn(async move {
            let result = try_one.run().await;
            drop(place);
            result
        });
        task.await.map_err(AppError::task)?
    }

    /// The place of a link, then one of all: whoever waits for the first takes none of the second.
    async fn of_link(&self, link: Hash) -> Result<[OwnedSemaphorePermit; 2], AppError> {
        let own = {
            let mut links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
            links.retain(|_, own| own.strong_count() > 0);
            let known = links.get(link.bytes()).and_then(Weak::upgrade);
            known.unwrap_or_else(|| {
                let own = Arc::new(Semaphore::new(1));
                links.insert(*link.bytes(), Arc::downgrade(&own));
                own
            })
        };
        Ok([place(&own).await?, place(&self.all).await?])
    }
}

async fn place(of: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit, AppError> {
    let place = timeout(PATIENCE, Arc::clone(of).acquire_owned()).await.map_err(|_| AppError::Busy)?;
    place.map_err(AppError::internal)
}

struct Try {
    database: Database,
    link: Hash,
    hash: String,
    code: String,
}

impl Try {
    async fn run(self) -> Result<(), AppError> {
        let Try { database, link, hash, code } = self;
        let left = database.write(Attempts { link, by: -1 }).await?.ok_or(AppError::NotFound)?;
        let right = spawn_blocking(move || Argon2::default().verify_password(code.as_bytes(), hash.as_str()).is_ok()).await;
        if !right.map_err(AppError::task)? {
            return Err(wrong(left));
        }
        database.write(Attempts { link, by: 1 }).await?;
        Ok(())
    }
}

fn wrong(left: i64) -> AppError {
    AppError::WrongPasscode { remaining: u32::try_from(left).unwrap_or(0) }
}

/// Changes the budget of a link; returns what is left, or `None` when there was nothing to take.
struct Attempts {
    link: Hash,
    by: i64,
}

impl Write for Attempts {
    type Reply = Option<i64>;

    async fn write(&self, on: &mut AnyConnection) -> Outcome<Option<i64>> {
        let change = query("UPDATE shares SET attempts = attempts + $2 WHERE id = $1 AND attempts + $2 >= 0 RETURNING attempts");
        let row = change.bind(self.link.stored()).bind(self.by).fetch_optional(on).await?;
        row.map(|row| row.number("attempts")).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn one_place_for_each_link() {
        let passcodes = Passcodes::default();
        let (one, other, third) = (Hash::made([1; 32]), Hash::made([2; 32]), Hash::made([3; 32]));
        let held = passcodes.of_link(one).await.unwrap();
        assert!(matches!(passcodes.of_link(one).await, Err(AppError::Busy)));
        let beside = passcodes.of_link(other).await.unwrap();
        assert!(matches!(passcodes.of_link(third).await, Err(AppError::Busy)), "two in all");
        drop((held, beside));
        assert!(passcodes.of_link(one).await.is_ok());
        drop(passcodes.of_link(other).await);
        assert_eq!(passcodes.links.lock().unwrap().len(), 1, "a link that nobody asks for is forgotten");
    }
}
