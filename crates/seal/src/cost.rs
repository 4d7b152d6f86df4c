//! What one guess at a passphrase costs.

/// The parameters of Argon2id, as they stand in an envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes; here they are computed one after the other.
    pub lanes: u32,
}

impl Cost {
    /// What new envelopes are sealed with: 0.2 s on a desktop, 1–2 s on a cheap phone.
    pub const NOW: Cost = Cost { memory: 65_536, passes: 3, lanes: 1 };

    /// No envelope was ever sealed with less, so less is an attempt to make guessing cheap.
    pub const LEAST: Cost = Cost { memory: 65_536, passes: 3, lanes: 1 };

    /// More would let a file stall the phone or take its memory: this is less than three times the work of [`Cost::NOW`], 3–5 s
    /// on a cheap phone. A release that seals with more raises it; until then no honest file asks for it.
    pub const MOST: Cost = Cost { memory: 131_072, passes: 4, lanes: 4 };

    pub fn is_acceptable(self) -> bool {
        (Self::LEAST.memory..=Self::MOST.memory).contains(&self.memory)
            && (Self::LEAST.passes..=Self::MOST.passes).contains(&self.passes)
            && (Self::LEAST.lanes..=Self::MOST.lanes).contains(&self.lanes)
    }
}

#[cfg(test)]
mod tests {
    use super::Cost;

    #[test]
    fn what_is_written_today_is_accepted() {
        assert!(Cost::NOW.is_acceptable());
        assert!(Cost::LEAST.is_acceptable());
        assert!(Cost::MOST.is_acceptable());
    }

    #[test]
    fn one_step_outside_is_refused() {
        let (least, most) = (Cost::LEAST, Cost::MOST);
        for outside in [
            Cost { memory: least.memory - 1, ..most },
            Cost { passes: least.passes - 1, ..most },
            Cost { lanes: least.lanes - 1, ..most },
            Cost { memory: most.memory + 1, ..least },
            Cost { passes: most.passes + 1, ..least },
            Cost { lanes: most.lanes + 1, ..least },
        ] {
            assert!(!outside.is_acceptable(), "{outside:?}");
        }
    }
}
