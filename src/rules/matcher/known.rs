//! What is known of one text, for all that is sought in it. The border: places and numbers, not what is sought there.

/// Where in one text the expressions that others share do not match: many patterns ask for the same lists.
#[derive(Debug, Default)]
pub(in super::super) struct Known {
    lists: Vec<Tried>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Tried {
    /// A bit for each place where it surely does not match.
    never: Vec<u64>,
    /// Whether it matches anywhere but inside a word.
    pub(super) anywhere: Option<bool>,
}

impl Known {
    /// Makes it ready for another text.
    pub(in super::super) fn clear(&mut self) {
        for tried in &mut self.lists {
            tried.never.clear();
            tried.anywhere = None;
        }
    }

    /// Whether a shared expression is known to be nowhere.
    pub(super) fn absent(&self, number: usize) -> bool {
        self.lists.get(number).is_some_and(|tried| tried.anywhere == Some(false))
    }

    /// What is known of a shared expression.
    pub(super) fn of(&mut self, number: usize) -> &mut Tried {
        if self.lists.len() <= number {
            self.lists.resize(number + 1, Tried::default());
        }
        &mut self.lists[number]
    }
}

impl Tried {
    pub(super) fn never(&self, at: usize) -> bool {
        self.never.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }

    pub(super) fn rule_out(&mut self, at: usize) {
        if self.never.len() <= at / 64 {
            self.never.resize(at / 64 + 1, 0);
        }
        self.never[at / 64] |= 1 << (at % 64);
    }
}
