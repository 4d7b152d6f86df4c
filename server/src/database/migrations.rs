//! The tables, and every change of them since the first release. A file that has been released is never edited.

use sqlx::{
    AnyConnection, AssertSqlSafe, SqlSafeStr,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
};

use super::{DatabaseError, Engine};

/// Number, what it does, and the statements.
const ALL: [(i64, &str, &str); 1] = [(1, "shares", include_str!("migrations/0001_shares.sql"))];

pub(super) async fn run(engine: &Engine, connection: &mut AnyConnection) -> Result<(), DatabaseError> {
    let migration = |(number, name, sql): (i64, &'static str, &str)| {
        // Only text of this program, with the names of types exchanged.
        let sql = AssertSqlSafe(engine.tables(sql)).into_sql_str();
        Migration::new(number, name.into(), MigrationType::Simple, sql, false)
    };
    let migrator = Migrator::with_migrations(ALL.into_iter().map(migration).collect());
    // Not `run`: what it returns cannot be sent to another thread ("implementation of `Acquire` is not general enough").
    migrator.run_direct(None, connection, false).await.map_err(|error| match error {
        MigrateError::Execute(error) => error.into(),
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => DatabaseError::Tables("a newer release has changed them"),
        MigrateError::VersionMismatch(_) => DatabaseError::Tables("they were made from other statements"),
        MigrateError::Dirty(_) => DatabaseError::Tables("a change was not finished"),
        _ => DatabaseError::Tables("a change of them failed"),
    })
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    /// A database that somebody has was made from these very bytes: a change of the tables is a new file.
    #[test]
    fn what_was_released_stays() {
        let hashes: Vec<String> = ALL.iter().map(|(_, _, sql)| crate::site::hex(&Sha256::digest(sql))[..16].to_owned()).collect();
        assert_eq!(hashes, ["2f0c27106a59ef4c"]);
    }
}
