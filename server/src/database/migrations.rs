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
    migrator.run_direct(None, connection, false).await.map_err(|error| match error {
        MigrateError::Execute(error) => error.into(),
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => DatabaseError::Tables("a newer release has changed them"),
        MigrateError::VersionMismatch(_) => DatabaseError::Tables("they were made from other statements"),
        MigrateError::Dirty(_) => DatabaseError::Tables("a change was not finished"),
        _ => DatabaseError::Tables("a change of them failed"),
    })
}
