//! Which of many stretches of a text holds a place, without going through all of them for every place. The border: places
//! and what is kept with them; what the stretches are is for the caller.

use crate::text::Span;

/// Stretches with something kept for each. Where they overlap the one given first counts.
pub(super) struct Stretches<T> {
    all: Vec<T>,
    /// Every place where another stretch, or none, begins to count; in order.
    turns: Vec<(usize, Option<usize>)>,
}

impl<T> Stretches<T> {
    pub(super) fn new(stretches: impl Iterator<Item = (Span, T)>) -> Stretches<T> {
        let (spans, all): (Vec<Span>, Vec<T>) = stretches.unzip();
        let mut edges: Vec<usize> = spans.iter().flat_map(|s| [s.start(), s.end()]).collect();
        edges.sort_unstable();
        edges.dedup();
        // From first to last a stretch takes what is still free: each place is taken once.
        let mut turns: Vec<(usize, Option<usize>)> = edges.into_iter().map(|edge| (edge, None)).collect();
        for (index, span) in spans.iter().enumerate() {
            let from = turns.partition_point(|(edge, _)| *edge < span.start());
            for (edge, holder) in &mut turns[from..] {
                if *edge >= span.end() {
                    break;
                }
                holder.get_or_insert(index);
            }
        }
        Stretches { all, turns }
    }

    /// What is kept for the stretch that holds `offset`.
    pub(super) fn at(&self, offset: usize) -> Option<&T> {
        let turn = self.turns.partition_point(|(edge, _)| *edge <= offset).checked_sub(1)?;
        self.all.get(self.turns[turn].1?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_stretch_that_holds_a_place_counts() {
        let text = "abcdefghijkl";
        let span = |start, end| Span::new(text, start..end).unwrap();
        let all = Stretches::new([(span(4, 6), 'a'), (span(2, 9), 'b'), (span(9, 9), 'c')].into_iter());
        let at: String = (0..12).map(|n| all.at(n).copied().unwrap_or('-')).collect();
        assert_eq!(at, "--bbaabbb---");
    }
}
