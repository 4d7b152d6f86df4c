//! The macro that declares the fields of one place.

/// Declares each field once: a constant whose type knows where the field stands, and its entry in `ALL`, in the order in which it is
/// asked.
macro_rules! fields {
    ($(#[$about:meta])* $module:ident: $id:ty = $of:expr; $($(#[$doc:meta])* $field:ident = $spec:expr;)*) => {
        $(#[$about])*
        pub mod $module {
            use super::*;

            $($(#[$doc])* pub const $field: $id = <$id>::new($of, $spec.id);)*
            /// What is asked, in order.
            pub const ALL: &[FieldSpec] = &[$($spec),*];
        }
    };
}

/// Declares the lists of card or plan: a type for each, the stored id of its section, and the module that has the fields of an entry.
macro_rules! lists {
    ($of:ident: $($(#[$about:meta])* $list:ident = $section:expr, $fields:ident;)+) => {
        $(
            $(#[$about])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub struct $list;

            impl List for $list {
                const ID: &'static str = $section;
                const FIELDS: &'static [FieldSpec] = $fields::ALL;
            }

            impl $of for $list {}
        )+
    };
}

pub(crate) use {fields, lists};
