//! Where the notions of a reading's wordings stand, so that a claim's words need not be held against every word there.

use crate::order;
use crate::statement::{Statement, Term};

/// Each notion with the places of the terms that stand for it, sorted: 32 bits of the notion, 16 of the wording, 16 of the term.
#[derive(Debug, Clone, Default)]
pub struct Places(Vec<u64>);

fn of_key(key: u64) -> u64 {
    (key ^ key >> 32) << 32
}

fn of_number(number: u16) -> u64 {
    u64::from(number) << 32
}

impl Places {
    pub fn of(statements: &[Statement]) -> Places {
        let lexicon = crate::lexicon::get();
        let mut all = Vec::new();
        for (wording, statement) in statements.iter().enumerate() {
            for (index, term) in statement.terms.iter().enumerate() {
                let place = ((wording as u64 & 0xffff) << 16) | (index as u64 & 0xffff);
                if let Some(entity) = term.entity {
                    all.extend(std::iter::once(&entity).chain(&term.others).map(|id| of_number(*id) | place));
                    continue;
                }
                all.push(of_key(term.key) | place);
                for concept in &term.concepts {
                    all.push(of_number(*concept) | place);
                    all.extend(lexicon.above(*concept).map(|above| of_number(above) | place));
                }
            }
        }
        order::unique(&mut all);
        Places(all)
    }

    /// The terms that may stand for a claim's term: (wording, term), in order. None is missing, and some may share no more than 32 bits.
    /// `found` is room to work in, so that a claim's terms need no memory of their own each.
    pub fn near<'a>(&self, term: &Term, found: &'a mut Vec<u64>) -> impl Iterator<Item = (usize, usize)> + 'a {
        found.clear();
        let mut look = |notion: u64| {
            let from = self.0.partition_point(|entry| *entry < notion);
            for entry in self.0[from..].iter().take_while(|entry| *entry >> 32 == notion >> 32) {
                // The same word stands for the same notions, so that most places come again and again.
                let place = entry & 0xffff_ffff;
                if !found.contains(&place) {
                    found.push(place);
                }
            }
        };
        if let Some(entity) = term.entity {
            std::iter::once(&entity).chain(&term.others).for_each(|id| look(of_number(*id)));
        } else {
            look(of_key(term.key));
            term.words.iter().filter(|word| !word.light).for_each(|word| look(of_key(word.key)));
            term.concepts.iter().for_each(|concept| look(of_number(*concept)));
        }
        order::sort(found);
        found.iter().map(|place| ((place >> 16) as usize, (place & 0xffff) as usize))
    }
}
