//! Candidates: the questions that share rare words, names or figures with a claim.

use crate::base::{Base, quote, value_term};
use crate::order;
use crate::statement::{Statement, Term};

/// How many questions are compared with one claim. More changes no verdict on the sets measured and costs time; fewer loses true evidence.
const CANDIDATES: usize = 16;
/// What a run of quoted words that stands in a source counts, beside the rarity of a word (at most about 5).
const QUOTED: f32 = 1.0;
/// A question that scores below this share of the best one is left out.
const TAIL: f32 = 0.35;

/// The numbers of the questions worth comparing, best first; equal scores in the base's order.
pub fn candidates(text: &str, claim: &Statement, base: &Base) -> Vec<usize> {
    let total = base.question_count().max(1) as f32;
    let mut scores = vec![0.0f32; base.question_count()];
    let mut hits: Vec<usize> = Vec::new();
    // Each question counts once for a term, however many of its words it holds: the term for which it is still to count.
    let mut counted = vec![0; base.question_count()];
    for (index, term) in claim.terms.iter().enumerate() {
        hits.clear();
        gather(term, base, &mut hits);
        let mut found = 0;
        for number in &hits {
            found += usize::from(counted[*number] != index + 1);
            counted[*number] = index + 1;
        }
        if found == 0 {
            continue;
        }
        let rarity = (1.0 + total / found as f32).ln() * if term.light { 0.3 } else { 1.0 };
        for number in &hits {
            if counted[*number] == index + 1 {
                scores[*number] += rarity;
                counted[*number] = 0;
            }
        }
    }
    for quantity in &claim.quantities {
        if let Some(term) = value_term(quantity) {
            base.lookup(&term, |number| scores[number as usize] += 3.0);
        }
    }
    for span in &claim.quotes {
        for hash in quote::fingerprint(span.of(text)) {
            for number in base.quoted_in(hash) {
                if let Some(score) = scores.get_mut(number) {
                    *score += QUOTED;
                }
            }
        }
    }
    for period in claim.dates.iter().filter_map(|date| date.period) {
        base.lookup(&format!("%{}", period.from.year()), |number| scores[number as usize] += 0.3);
    }
    let found = scores.into_iter().enumerate().filter(|(_, score)| *score > 0.0);
    let ranked = order::first(found, CANDIDATES, |a, b| b.1.total_cmp(&a.1));
    let best = ranked.first().map_or(0.0, |(_, score)| *score);
    ranked.into_iter().take_while(|(_, score)| *score >= best * TAIL).map(|(number, _)| number).collect()
}

/// The questions that hold the term, a word of it, or a synonym; some of them more than once.
fn gather(term: &Term, base: &Base, hits: &mut Vec<usize>) {
    base.lookup(&term.lemma, |number| hits.push(number as usize));
    term.concepts.iter().for_each(|concept| hits.extend_from_slice(base.holding(*concept)));
    if hits.is_empty() {
        term.words.iter().for_each(|word| gather(word, base, hits));
    }
}

/// Whether the base knows the term at all, in any question.
pub fn occurs(term: &Term, base: &Base) -> bool {
    let mut hits = Vec::new();
    gather(term, base, &mut hits);
    !hits.is_empty()
}
