//! Enums that are numbered like the entries of a data file.

/// Defines an enum whose variants are numbered like the entries of a data file, which alone travels: the module has no names of them.
macro_rules! numbered {
    ($(#[$attribute:meta])* $kind:ident { $($(#[$doc:meta])* $name:ident)* }) => {
        $(#[$attribute])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub enum $kind {
            $($(#[$doc])* $name),*
        }

        impl $kind {
            /// How many there are.
            pub const COUNT: usize = [$($kind::$name),*].len();

            /// The names in the data file, without hyphens.
            #[cfg(test)]
            pub fn names() -> Vec<String> {
                [$(stringify!($name)),*].map(str::to_ascii_lowercase).to_vec()
            }
        }
    };
}
