//! Copying all rows from one database to another, of whichever kind each is.

use futures::TryStreamExt;
use sqlx::{AnyConnection, AssertSqlSafe, Executor, query};

use crate::database::{Columns, Outcome};

/// What a column holds. Any of them may be empty.
#[derive(Clone, Copy)]
enum Kind {
    Number,
    Text,
    Bytes,
}
use Kind::{Bytes, Number, Text};

/// A table with its columns.
pub(super) struct Table {
    name: &'static str,
    columns: &'static [(&'static str, Kind)],
}

/// All tables but `secrets`, in an order in which each row finds the row that it names.
pub(super) const ALL: [Table; 6] = [
    Table {
        name: "shares",
        columns: &[
            ("id", Bytes),
            ("manage", Bytes),
            ("reply", Bytes),
            ("long_term", Number),
            ("passcode", Text),
            ("attempts", Number),
            ("state", Text),
            ("expires", Number),
            ("version", Number),
            ("write_key", Bytes),
            ("updated", Number),
            ("newest_read", Number),
            ("newest_reply", Number),
        ],
    },
    Table { name: "files", columns: &[("share", Bytes), ("place", Number), ("sealed", Bytes), ("sum", Bytes)] },
    Table { name: "reads", columns: &[("share", Bytes), ("number", Number), ("recipient", Text), ("at", Number)] },
    Table {
        name: "replies",
        columns: &[("share", Bytes), ("number", Number), ("name", Bytes), ("at", Number), ("sealed", Bytes), ("sum", Bytes)],
    },
    Table {
        name: "circles",
        columns: &[
            ("id", Bytes),
            ("token", Bytes),
            ("version", Number),
            ("write_key", Bytes),
            ("updated", Number),
            ("sealed", Bytes),
            ("sum", Bytes),
        ],
    },
    Table { name: "deleted", columns: &[("id", Bytes), ("at", Number)] },
];

/// Copies every row; returns how many. The caller begins and ends the transactions.
pub(super) async fn copy(from: &mut AnyConnection, to: &mut AnyConnection) -> Outcome<u64> {
    let mut rows = 0;
    for table in &ALL {
        rows += table.copy(from, to).await?;
    }
    Ok(rows)
}

impl Table {
    async fn copy(&self, from: &mut AnyConnection, to: &mut AnyConnection) -> Outcome<u64> {
        let names: Vec<_> = self.columns.iter().map(|(name, _)| *name).collect();
        let places: Vec<_> = (1..=names.len()).map(|number| format!("${number}")).collect();
        let insert = format!("INSERT INTO {} ({}) VALUES ({})", self.name, names.join(", "), places.join(", "));
        let select = format!("SELECT {} FROM {}", names.join(", "), self.name);
        // Only names of this file.
        let mut all = query(AssertSqlSafe(select)).fetch(from);
        let mut rows = 0;
        while let Some(row) = all.try_next().await? {
            let mut one = query(AssertSqlSafe(insert.clone()));
            for (name, kind) in self.columns {
                one = match kind {
                    Number => one.bind(row.optional_number(name)?),
                    Text => one.bind(row.optional_text(name)?),
                    Bytes => one.bind(row.optional_bytes(name)?),
                };
            }
            to.execute(one).await?;
            rows += 1;
        }
        Ok(rows)
    }
}

/// Whether nothing was ever kept here.
pub(super) async fn are_empty(connection: &mut AnyConnection) -> Outcome<bool> {
    for table in &ALL {
        let one = query(AssertSqlSafe(format!("SELECT 1 FROM {} LIMIT 1", table.name)));
        if one.fetch_optional(&mut *connection).await?.is_some() {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The list is the schema, column by column: a new table or column that no backup holds would be found here.
    #[test]
    fn the_list_is_the_schema() {
        let schema = include_str!("../database/migrations/0001_shares.sql");
        let mut found = Vec::new();
        for table in schema.split("CREATE TABLE ").skip(1) {
            let name = table.split(' ').next().unwrap();
            let body = table.split_once("(\n").unwrap().1.split("\n)").next().unwrap();
            let columns = body.lines().map(str::trim).filter(|line| !line.starts_with("--") && !line.starts_with(char::is_uppercase));
            for column in columns {
                let mut words = column.split([' ', ',']);
                found.push((name, words.next().unwrap(), words.next().unwrap()));
            }
        }
        let listed = ALL.iter().flat_map(|table| table.columns.iter().map(move |column| (table.name, column)));
        let listed = listed.map(|(table, (name, kind))| {
            let kind = match kind {
                Number => "INTEGER",
                Text => "TEXT",
                Bytes => "BLOB",
            };
            (table, *name, kind)
        });
        let expected: Vec<_> = listed.chain([("secrets", "name", "TEXT"), ("secrets", "value", "BLOB")]).collect();
        assert_eq!(found, expected);
    }
}
