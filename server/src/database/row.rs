//! Reading columns of a row.

use sqlx::{ColumnIndex, Decode, Row, Type, any::AnyRow};

use super::Outcome;

/// Columns by their name.
pub(crate) trait Columns {
    fn number(&self, column: &str) -> Outcome<i64>;
    fn optional_number(&self, column: &str) -> Outcome<Option<i64>>;
    fn text(&self, column: &str) -> Outcome<String>;
    fn optional_text(&self, column: &str) -> Outcome<Option<String>>;
    fn bytes(&self, column: &str) -> Outcome<Vec<u8>>;
    fn optional_bytes(&self, column: &str) -> Outcome<Option<Vec<u8>>>;
}

impl Columns for AnyRow {
    fn number(&self, column: &str) -> Outcome<i64> {
        get(self, column)
    }
    fn optional_number(&self, column: &str) -> Outcome<Option<i64>> {
        get(self, column)
    }
    fn text(&self, column: &str) -> Outcome<String> {
        get(self, column)
    }
    fn optional_text(&self, column: &str) -> Outcome<Option<String>> {
        get(self, column)
    }
    fn bytes(&self, column: &str) -> Outcome<Vec<u8>> {
        get(self, column)
    }
    fn optional_bytes(&self, column: &str) -> Outcome<Option<Vec<u8>>> {
        get(self, column)
    }
}

fn get<'r, T: Decode<'r, sqlx::Any> + Type<sqlx::Any>>(row: &'r AnyRow, column: &str) -> Outcome<T>
where
    for<'a> &'a str: ColumnIndex<AnyRow>,
{
    row.try_get(column)
}
