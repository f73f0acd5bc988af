//! Clauses: which words of a sentence make one assertion, who does what in it, and what qualifies it.

use super::contrast::{self, Contrast};
use super::frame::{Link, Structure};
use super::tag::Tag;
use super::vocabulary::{Meaning, Vocabulary};
use super::{Bound, Certainty, Frame, Mark, Parsed, Slot, Speaker, Statement, TermKind};
use crate::lexicon::{self, Class, List, PhraseMatch, among};
use crate::text::{Span, TokenKind, cut};

/// The tokens of one assertion, by index, in order. A subject that a second verb shares, or the words that "eight million in Indonesia"
/// leaves out, are among them, though they stand outside its span.
#[derive(Debug, Clone)]
pub struct Clause {
    pub span: Span,
    pub tokens: Vec<usize>,
    /// What an elliptic figure counts ("eight million in Indonesia" after "53 million users in Thailand").
    pub counted: Option<String>,
    /// Where among the tokens "is" is to be understood.
    pub copula: Option<usize>,
    /// What it sets against what it says.
    pub contrasts: Vec<Contrast>,
}

/// The assertions of a sentence. The base's names are never cut in two.
pub fn split(parsed: &Parsed, vocabulary: &Vocabulary) -> Vec<Clause> {
    let mut out: Vec<Clause> = Vec::new();
    // "Fun fact: …": what stands before a colon without a verb of its own is no part of what is claimed.
    let colon = parsed.tokens.iter().position(|token| token.is(":")).filter(|colon| {
        *colon <= 6
            && !(0..*colon).any(|at| is_finite(parsed, at))
            && (*colon..parsed.tokens.len()).any(|at| is_finite(parsed, at))
            && !parsed.tokens.get(colon + 1).is_some_and(|next| matches!(next.norm.as_str(), "\"" | "“"))
            && !resumes(parsed, colon + 1)
    });
    // "Luckily for users, …": for whom it is so is no part of what is so.
    let aside = (parsed.tokens.first().is_some_and(|first| first.belongs(Class::Filler) && first.norm.ends_with("ly"))
        && parsed.tokens.get(1).is_some_and(|second| second.is("for")))
    .then(|| (2..parsed.tokens.len().min(7)).find(|at| parsed.tokens[*at].is(",")))
    .flatten()
    .filter(|comma| !(0..*comma).any(|at| is_finite(parsed, at)));
    let mut start = colon.or(aside).map_or(0, |end| end + 1);
    let mut previous: Vec<usize> = Vec::new();
    let mut subject: Vec<usize> = Vec::new();
    let mut attribution: Vec<usize> = Vec::new();
    // "Complained that LY depends on it but has failed …": who said it at a time past, and of whom the present is told.
    let mut spoken_of: Vec<usize> = Vec::new();
    // What dates the first of several joined clauses ("In March 2024, LY …") dates the others.
    let mut opening: Vec<usize> = Vec::new();
    let ends = boundaries(parsed, vocabulary, start);
    for (end, next) in ends.iter().copied().chain([(parsed.tokens.len(), parsed.tokens.len())]) {
        let own: Vec<usize> = (start..end)
            .filter(|at| !(parsed.tags[*at] == Tag::Conjunction && *at == start && !opens_time(parsed, *at)))
            .collect();
        let own: Vec<usize> = own
            .iter()
            .copied()
            .skip(usize::from(own.first().is_some_and(|at| {
                parsed.tokens[*at].is("so") && !parsed.tokens.get(at + 1).is_some_and(|next| next.is("far"))
            })))
            .collect();
        let opened_by_so = (start..end).take(2).any(|at| parsed.tokens[at].is("so"))
            || parsed.tokens.get(start).is_some_and(|token| token.is("as"))
                && parsed.tags.get(start + 1) == Some(&Tag::Auxiliary);
        start = next;
        if own.is_empty() {
            continue;
        }
        let mut tokens = own.clone();
        // "Was urged to do this and to do that": who is urged, and by whom, holds for both.
        let shared = (parsed.tags[own[0]] == Tag::To)
            .then(|| previous.iter().position(|at| parsed.tags[*at] == Tag::To))
            .flatten();
        if let Some(shared) = shared {
            tokens = previous[..shared].iter().chain(&own).copied().collect();
        }
        let in_date = |at: usize| parsed.dates.iter().any(|date| (date.first..date.last).contains(&at));
        let first_word = own.iter().copied().find(|at| {
            !(matches!(parsed.tags[*at], Tag::Mark | Tag::Adverb | Tag::Subordinator)
                || in_date(*at)
                || parsed.tags[*at] == Tag::Preposition && in_date(*at + 1))
        });
        let verb_first = first_word.is_some_and(|at| is_finite(parsed, at));
        let pronoun_first = first_word
            .is_some_and(|at| parsed.tags[at] == Tag::Pronoun && parsed.tokens[at].belongs(Class::ThirdPerson));
        let inverted = opened_by_so && first_word.is_some_and(|at| parsed.tags[at] == Tag::Auxiliary);
        if inverted && !out.is_empty() {
            // "and so did the messages": what the clause before said of its subject.
            let verb = previous.iter().position(|at| is_finite(parsed, *at)).unwrap_or(0);
            tokens =
                own.iter().filter(|at| parsed.tags[**at] != Tag::Auxiliary).chain(&previous[verb..]).copied().collect();
        } else if !out.is_empty() {
            if verb_first || pronoun_first {
                // What has a date of its own needs no other.
                let dated = parsed.dates.iter().any(|date| own.contains(&date.first));
                let opening = if dated { &[] } else { opening.as_slice() };
                tokens = opening.iter().chain(&subject).chain(&own).copied().collect();
                let goes_on = first_word.is_some_and(|at| verb_first && is_present(parsed, at));
                if goes_on && !spoken_of.is_empty() {
                    tokens = spoken_of.iter().chain(&own).copied().collect();
                }
            }
            // "LY said that A and that B": what is said goes on.
            if first_word.is_some_and(|at| parsed.tokens[at].is("that"))
                || !attribution.is_empty() && !verb_first && own.first().is_some_and(|at| parsed.tokens[*at].is("that"))
            {
                tokens = attribution.iter().chain(&own).copied().collect();
            }
        }
        // "And that B": who is spoken of next is still whoever said it.
        let goes_on = !attribution.is_empty() && own.first().is_some_and(|at| parsed.tokens[*at].is("that"));
        if !verb_first && !goes_on {
            let verb = own.iter().position(|at| is_finite(parsed, *at)).unwrap_or(own.len());
            let before: Vec<usize> = own[..verb].to_vec();
            if !pronoun_first && !before.is_empty() {
                subject = leading_noun_group(parsed, &before);
                opening = subject
                    .first()
                    .map_or(Vec::new(), |first| before.iter().copied().filter(|at| at < first).collect());
                if !parsed.dates.iter().any(|date| opening.contains(&date.first)) {
                    opening.clear();
                }
            }
            spoken_of.clear();
            if own.get(verb).is_some_and(|at| parsed.tokens[*at].lemma_belongs(Class::Say) && !is_present(parsed, *at))
                && let Some(inner) = own[verb + 1..].iter().position(|at| is_finite(parsed, *at))
                && is_present(parsed, own[verb + 1 + inner])
            {
                spoken_of = own[..verb + 1 + inner].to_vec();
            }
            attribution = own
                .get(verb)
                .filter(|at| parsed.tokens[**at].lemma_belongs(Class::Say))
                .map_or(Vec::new(), |_| own[..=verb].to_vec());
        }
        let span = own.iter().map(|at| parsed.tokens[*at].span).reduce(Span::join).expect("own is not empty");
        previous.clone_from(&own);
        let (tokens, contrasts) = contrast::take_out(parsed, speech_last(parsed, tokens));
        let clause = Clause { span: trimmed(parsed, &own, span), tokens, counted: None, copula: None, contrasts };
        let (clause, birth) = birth_apart(parsed, clause);
        out.extend(gaps(parsed, clause));
        out.extend(birth);
    }
    out
}

/// "Ann Rossi (born 4 May 1960) is mayor": the clause without its brackets, and when she was born.
fn birth_apart(parsed: &Parsed, mut clause: Clause) -> (Clause, Option<Clause>) {
    let place = |mark: &str, from: usize| {
        (from..clause.tokens.len()).find(|place| parsed.tokens[clause.tokens[*place]].is(mark))
    };
    let found = place("(", 0).and_then(|open| Some((open, place(")", open)?))).filter(|(open, close)| {
        let inside = &clause.tokens[open + 1..*close];
        inside.iter().any(|at| parsed.tokens[*at].is("born"))
            && parsed.dates.iter().any(|date| inside.contains(&date.first))
    });
    let Some((open, close)) = found else { return (clause, None) };
    let name = clause.tokens[..open].iter().rev().take_while(|at| parsed.tags[**at] == Tag::Name).count();
    if name == 0 {
        return (clause, None);
    }
    let bracket: Vec<usize> = clause.tokens.splice(open..=close, []).collect();
    let inside = &bracket[1..bracket.len() - 1];
    let span = inside.iter().map(|at| parsed.tokens[*at].span).reduce(Span::join).unwrap_or_default();
    let tokens = clause.tokens[open - name..open].iter().chain(inside).copied().collect();
    let birth = Clause { span, tokens, counted: None, copula: Some(name), contrasts: Vec::new() };
    (clause, Some(birth))
}

/// "The leak, LY said, was large" in the order of "the leak was large, LY said".
fn speech_last(parsed: &Parsed, tokens: Vec<usize>) -> Vec<usize> {
    let commas: Vec<usize> = (1..tokens.len()).filter(|place| parsed.tokens[tokens[*place]].is(",")).collect();
    let aside = commas.windows(2).find(|pair| {
        let rest = tokens[pair[1]..].iter().any(|at| is_finite(parsed, *at));
        rest && speaks(parsed, &tokens[pair[0] + 1..pair[1]])
    });
    let Some(&[from, to]) = aside else { return tokens };
    let end = tokens.len() - usize::from(parsed.tags[tokens[tokens.len() - 1]] == Tag::Mark);
    // "In a report on the cause, LY said, it was large": what opens the sentence keeps its comma.
    let opening = matches!(parsed.tags[tokens[0]], Tag::Preposition | Tag::Subordinator);
    let rest = to + usize::from(!opening);
    [&tokens[..from], &tokens[rest..end], &tokens[from..to], &tokens[end..]].concat()
}

/// "(And) then began", "only afterwards told": what a second verb says is told to come after what the first one says.
pub fn opens_sequel(parsed: &Parsed, at: usize) -> bool {
    let word = |at: usize| parsed.tokens.get(at).map_or("", |token| token.norm.as_str());
    let sequel = at + usize::from(word(at) == "only");
    (among(word(sequel), List::Then) || sequel > at && matches!(word(sequel), "later" | "after"))
        && parsed.tags.get(sequel + 1).is_some_and(|tag| *tag == Tag::Verb)
}

/// "So far", which is no "so".
fn opens_time(parsed: &Parsed, at: usize) -> bool {
    parsed.tokens[at].is("so") && parsed.tokens.get(at + 1).is_some_and(|next| next.is("far"))
}

/// The clause without the marks and conjunctions around it.
fn trimmed(parsed: &Parsed, own: &[usize], span: Span) -> Span {
    let word = |at: &&usize| {
        let token = &parsed.tokens[**at];
        let opens = matches!(
            token.norm.as_str(),
            "\"" | "“"
                | "”"
                | "«"
                | "»"
                | "'"
                | "‘"
                | "’"
                | "("
                | ")"
                | "["
                | "]"
                | "$"
                | "€"
                | "£"
                | "¥"
                | "%"
                | "万"
        );
        (token.kind != TokenKind::Mark || opens) && parsed.tags[**at] != Tag::Conjunction
    };
    match (own.iter().find(word), own.iter().rev().find(word)) {
        (Some(first), Some(last)) => parsed.tokens[*first].span.join(parsed.tokens[*last].span),
        _ => span,
    }
}

/// The subject of a clause without the prepositional group or subordinate clause that may open it: what follows the last comma, and the date
/// that may stand there without one.
fn leading_noun_group(parsed: &Parsed, before: &[usize]) -> Vec<usize> {
    let cut = before.iter().rposition(|at| parsed.tokens[*at].is(",")).map_or(0, |at| at + 1);
    let dated = parsed.dates.iter().find(|date| {
        before[cut..].iter().take(2).any(|at| *at == date.first) && before[cut..].iter().any(|at| *at >= date.last)
    });
    let cut = dated.map_or(cut, |date| before.iter().position(|at| *at >= date.last).unwrap_or(cut));
    let group = &before[cut..];
    if group.iter().any(|at| parsed.tags[*at].is_nominal()) { group.to_vec() } else { before[..cut].to_vec() }
}

/// A verb that carries a clause, or the auxiliary that opens its verb group.
pub fn is_finite(parsed: &Parsed, at: usize) -> bool {
    match parsed.tags[at] {
        Tag::Verb => true,
        Tag::Auxiliary => !among(parsed.tokens[at].norm.as_str(), List::BeForm),
        _ => false,
    }
}

/// A verb of the present: "depends", "has failed".
fn is_present(parsed: &Parsed, at: usize) -> bool {
    let token = &parsed.tokens[at];
    match parsed.tags[at] {
        Tag::Verb => token.norm == token.lemma || token.norm.ends_with('s'),
        _ => among(token.norm.as_str(), List::Finite),
    }
}

/// "440,000 items: that is what leaked": what follows says nothing without what stands before.
fn resumes(parsed: &Parsed, at: usize) -> bool {
    parsed.tokens.get(at).is_some_and(|token| among(token.norm.as_str(), List::Demonstrative))
        && parsed.tokens.get(at + 1).is_some_and(|token| token.belongs(Class::Be) || token.is("'s") || token.is("’s"))
}

/// Where one assertion ends and the next begins: (end of the one, start of the next).
fn boundaries(parsed: &Parsed, vocabulary: &Vocabulary, from: usize) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut start = from;
    let quoted = quoted_tokens(parsed);
    let named = named_tokens(parsed, vocabulary);
    for (at, token) in parsed.tokens.iter().enumerate() {
        if at < from || quoted[at] || named[at] {
            continue;
        }
        let strong = token.is(";")
            || token.is(":") && !parsed.tokens.get(at + 1).is_some_and(|next| matches!(next.norm.as_str(), "\"" | "“"))
            || token.is("—") && parsed.tokens[at + 1..].iter().all(|t| !t.is("—"));
        let joint = parsed.tags[at] == Tag::Conjunction && among(token.norm.as_str(), List::Joint)
            || parsed.tags[at] == Tag::Subordinator
                && among(token.norm.as_str(), List::Concessive)
                && at > 0
                && parsed.tokens[at - 1].is(",");
        // "…, as did the messages"
        let likewise = token.is("as")
            && at > 0
            && parsed.tokens[at - 1].is(",")
            && parsed.tags.get(at + 1) == Some(&Tag::Auxiliary)
            && !parsed.tokens[at + 1..].iter().any(|later| later.is(","));
        if !(strong || joint || likewise) || at == start || strong && resumes(parsed, at + 1) {
            continue;
        }
        // "Two men aged 31 and 45 were arrested"
        if joint && at >= start + 2 && parsed.tokens[at - 2].is("aged") {
            continue;
        }
        // "And only then": what follows is told to come after.
        if joint && token.is("and") && opens_sequel(parsed, at + 1) {
            continue;
        }
        // "So that" gives a purpose, "so far" a time, "so much" a degree.
        if token.is("so") && parsed.tokens.get(at + 1).is_some_and(|next| among(next.norm.as_str(), List::Degree)) {
            continue;
        }
        let comma = parsed.tokens[at - 1].is(",");
        let end = at - usize::from(comma);
        // "Was urged to do this and to do that"
        let again = token.is("and")
            && parsed.tags.get(at + 1) == Some(&Tag::To)
            && parsed.tags[start..end].contains(&Tag::To)
            && stands_alone(parsed, start, end);
        if again {
            out.push((end, at));
            start = at;
            continue;
        }
        // What follows a strong mark is a clause of its own if it has a verb.
        let apart = strong && !token.is("—") && (at + 1..parsed.tokens.len()).any(|later| is_finite(parsed, later));
        if stands_alone(parsed, start, end) && (apart || likewise || carries_clause(parsed, at + 1, comma || strong)) {
            out.push((end, if strong { at + 1 } else { at }));
            start = at;
        }
    }
    out
}

/// For each token, whether it stands inside a name of the base.
fn named_tokens(parsed: &Parsed, vocabulary: &Vocabulary) -> Vec<bool> {
    let (places, view): (Vec<usize>, Vec<(&str, &str, bool)>) = parsed
        .tokens
        .iter()
        .enumerate()
        .filter(|(_, token)| !(token.is("-") || token.is(".") && token.glued))
        .map(|(at, token)| {
            let form = if token.kind == TokenKind::Possessive { "'s" } else { token.norm.as_str() };
            (at, (form, token.lemma.as_str(), token.capital))
        })
        .unzip();
    let mut out = vec![false; parsed.tokens.len()];
    let mut found = Vec::new();
    for from in 0..view.len() {
        vocabulary.at(&view[from..], &mut found);
        for (meaning, length) in &found {
            if matches!(meaning, Meaning::Entity(_)) {
                places[from..from + length].iter().for_each(|at| out[*at] = true);
            }
        }
    }
    out
}

/// Whether the words so far make a whole clause: a finite verb, and one after the last word that opened a clause inside it.
fn stands_alone(parsed: &Parsed, start: usize, end: usize) -> bool {
    let mut opener = start;
    for at in start..end {
        let say = parsed.tags[at] == Tag::Verb && parsed.tokens[at].lemma_belongs(Class::Say);
        if matches!(parsed.tags[at], Tag::Subordinator | Tag::Relative)
            || at > start && among(parsed.tokens[at].norm.as_str(), List::Asking)
        {
            opener = at + 1;
        } else if say && !(parsed.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Figure) || at + 1 >= end) {
            // What is said may be a noun ("announced the leak") or a clause; only a clause after it needs its own verb.
            let complement = (at + 1..end).any(|later| is_finite(parsed, later));
            let noun_next = matches!(
                parsed.tags.get(at + 1),
                Some(Tag::Determiner | Tag::Number | Tag::Preposition | Tag::Name | Tag::Noun)
            );
            // "Said sorry and promised help": a verb right after the "and" is a second thing that the speaker does.
            let verb_next =
                parsed.tags[end..].iter().position(|tag| !matches!(tag, Tag::Mark | Tag::Conjunction | Tag::Adverb));
            let clause_next = !verb_next.is_some_and(|next| parsed.tags[end + next] == Tag::Verb)
                && (end..parsed.tokens.len().min(end + 6)).any(|later| is_finite(parsed, later))
                && !parsed.tokens.get(end).is_some_and(|t| t.is(","));
            if complement
                || !noun_next
                || clause_next
                    && !matches!(parsed.tags.get(at + 1), Some(Tag::Determiner | Tag::Preposition | Tag::Number))
            {
                opener = at + 1;
            }
        }
    }
    // "… in case nothing improved and similar leaks happened": the second clause goes on inside the first one's condition.
    let inner = (start..end).rev().find(|at| {
        parsed.tags[*at] == Tag::Subordinator && !matches!(parsed.tokens[*at].norm.as_str(), "that" | "whether")
    });
    if let Some(inner) = inner
        && (inner..end).all(|at| !parsed.tokens[at].is(","))
        && (inner > start
            // "If nothing improves and similar leaks happen, …": the main clause is still to come.
            || parsed.tokens[start].is("if") && parsed.tokens[end..].iter().any(|t| t.is(",")))
        && !parsed.tokens.get(end).is_some_and(|t| t.is(",") || t.is(";"))
    {
        return false;
    }
    let range = opener..end;
    // "A system shared by LY and Naver Cloud let them in": a participle alone makes a clause of headlines only, and not of "shared by".
    let headline =
        || (start..end).any(|at| parsed.tags[at].is_verb()) && !(start..end).any(|at| parsed.tokens[at].is("by"));
    range.clone().any(|at| is_finite(parsed, at)) || opener == start && headline()
}

/// Whether a clause begins here: a verb at once, or a noun group and then a verb.
fn carries_clause(parsed: &Parsed, from: usize, comma: bool) -> bool {
    let mut nominal = false;
    let mut inside_group = 0;
    for at in from..parsed.tokens.len() {
        match parsed.tags[at] {
            Tag::Adverb | Tag::Negator => {}
            // "And in March it was …": a date is no noun that a clause could hang on.
            _ if parsed.dates.iter().any(|date| (date.first..date.last).contains(&at)) => {}
            _ if is_finite(parsed, at) => {
                // "names and affiliations were leaked" joins nouns when no comma parts them and the verb comes at once after one noun…
                // but then the left side had no finite verb, which was asked before.
                return nominal || at == from || inside_group == 0;
            }
            // "partners it thinks …": a relative clause without its pronoun.
            Tag::Pronoun if nominal => return false,
            Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Number => {
                nominal = true;
                inside_group += 1;
            }
            Tag::Conjunction | Tag::Subordinator if nominal => return false,
            Tag::Mark if parsed.tokens[at].is(",") && !comma => return false,
            Tag::Mark if parsed.tokens[at].is(";") => return false,
            Tag::Relative => return false,
            Tag::To => return false,
            // "and so did the messages": an inverted clause.
            _ => {}
        }
        if at > from + 16 {
            return false;
        }
    }
    false
}

/// For each token, whether it stands between quotation marks.
pub fn quoted_tokens(parsed: &Parsed) -> Vec<bool> {
    let mut open = false;
    parsed
        .tokens
        .iter()
        .map(|token| {
            match token.norm.as_str() {
                "“" | "«" => open = true,
                "”" | "»" => open = false,
                "\"" => open = !open,
                _ => {}
            }
            open
        })
        .collect()
}

/// A figure with its noun, and where and when it holds: ranges of places in a clause.
struct Located {
    first: usize,
    end: usize,
    counted: Option<String>,
    /// its noun
    noun: (usize, usize),
    /// "of them", which says nothing of its own
    back: (usize, usize),
    place: Option<(usize, usize)>,
    time: Option<(usize, usize)>,
}

/// An adverb that says where something is so.
pub fn is_place_word(word: &str) -> bool {
    among(word, List::Outside)
}

/// The figures of a clause that have a place or a time right behind them.
fn located(parsed: &Parsed, clause: &Clause) -> Vec<Located> {
    let position = |token: usize| clause.tokens.iter().position(|at| *at == token);
    let tag = |at: usize| clause.tokens.get(at).map(|token| parsed.tags[*token]);
    let date_end = |at: usize| {
        let token = *clause.tokens.get(at)?;
        let date = parsed.dates.iter().find(|date| date.first <= token && token < date.last)?;
        position(date.last - 1).map(|last| last + 1)
    };
    let mut out = Vec::new();
    for quantity in &parsed.quantities {
        let (Some(first), Some(last)) = (position(quantity.first), position(quantity.last - 1)) else { continue };
        if quantity.share || quantity.is_duration() || quantity.factor {
            continue;
        }
        let place_word = |at: usize| {
            let word = clause.tokens.get(at).map_or("", |token| parsed.tokens[*token].norm.as_str());
            is_place_word(word)
        };
        let mut end = last + 1;
        while (matches!(tag(end), Some(Tag::Noun | Tag::Auxiliary)) && !place_word(end)
            || tag(end) == Some(Tag::Name) && tag(end + 1) == Some(Tag::Noun))
            && end < last + 4
            && date_end(end).is_none()
        {
            end += 1;
        }
        let word_at = |at: usize| clause.tokens.get(at).map_or("", |token| parsed.tokens[*token].norm.as_str());
        // "53 million users of the app in Thailand"
        let named = end + 1 + usize::from(word_at(end + 1) == "the");
        if word_at(end) == "of" && end > last + 1 && matches!(tag(named), Some(Tag::Name | Tag::Noun)) {
            end = named;
            while matches!(tag(end), Some(Tag::Name | Tag::Noun)) && date_end(end).is_none() {
                end += 1;
            }
        }
        // "194 million users worldwide, 93 million of them in Japan"
        let noun = (last + 1, end);
        let mut back = (end, end);
        if word_at(end) == "of" && among(word_at(end + 1), List::Partitive) {
            end += 2;
            back.1 = end;
        }
        let (mut place, mut time) = (None, None);
        loop {
            let behind = end + usize::from(tag(end) == Some(Tag::Preposition));
            let word = clause.tokens.get(end).map_or("", |token| parsed.tokens[*token].norm.as_str());
            let place_word = is_place_word(word);
            let from = end;
            if let Some(to) = date_end(behind).or_else(|| date_end(behind + 1)).filter(|_| time.is_none()) {
                end = to;
                time = Some((from, end));
            } else if place.is_none() && (place_word || behind > end && word != "of" && tag(behind) == Some(Tag::Name))
            {
                end += 1;
                while matches!(tag(end), Some(Tag::Name | Tag::Noun | Tag::Possessive)) && date_end(end).is_none() {
                    end += 1;
                }
                place = Some((from, end));
            } else {
                break;
            }
        }
        if place.is_some() || time.is_some() {
            out.push(Located { first, end, counted: quantity.of.clone(), noun, back, place, time });
        }
    }
    out
}

/// "53 million users in Thailand and eight million in Indonesia", "93 million in 2022 and 96 million in 2023": assertions that share their
/// beginning, and the place or time that only one of them tells.
fn gaps(parsed: &Parsed, clause: Clause) -> Vec<Clause> {
    let clause = match name_gap(parsed, &clause) {
        Some(pair) => return pair.into(),
        None => clause,
    };
    if let Some(found) = figure_gaps(parsed, &clause) {
        return found;
    }
    let groups = located(parsed, &clause);
    // "Of the 93 million users in Japan, 53 million …": the one figure is told to be part of the other.
    let opens = clause.tokens.first().is_some_and(|at| parsed.tokens[*at].is("of") || parsed.tokens[*at].is("among"));
    if opens && groups.first().is_some_and(|group| group.first < 5) {
        return vec![clause];
    }
    let joined = |from: usize, to: usize| {
        from <= to && (from..to).all(|at| among(parsed.tokens[clause.tokens[at]].norm.as_str(), List::NotSplit))
    };
    let chained = groups.len() > 1 && groups.windows(2).all(|pair| joined(pair[0].end, pair[1].first));
    if !chained {
        return vec![clause];
    }
    let head = &clause.tokens[..groups[0].first];
    let tail = &clause.tokens[groups[groups.len() - 1].end..];
    groups
        .iter()
        .enumerate()
        .map(|(index, group)| {
            let own = &clause.tokens[group.first..group.end];
            let mut tokens = head.to_vec();
            tokens.extend_from_slice(&clause.tokens[group.first..group.back.0]);
            let noun = groups[..=index].iter().rev().map(|group| group.noun).find(|(from, to)| from < to);
            if let Some((from, to)) = noun.filter(|noun| *noun != group.noun) {
                tokens.extend_from_slice(&clause.tokens[from..to]);
            }
            tokens.extend_from_slice(&clause.tokens[group.back.1..group.end]);
            // A time at the very end ("… and 53 million in Thailand as of September") is that of all.
            let time = groups[0].time.or(groups[groups.len() - 1].time);
            let shared = [(group.place, groups[0].place), (group.time, time)];
            for (from, to) in shared.into_iter().filter_map(|(mine, first)| first.filter(|_| mine.is_none())) {
                tokens.extend_from_slice(&clause.tokens[from..to]);
            }
            tokens.extend_from_slice(tail);
            let mut span =
                own.iter().map(|at| parsed.tokens[*at].span).reduce(Span::join).expect("a group holds its figure");
            if index == 0 {
                span = Span::new(clause.span.start.min(span.start), span.end);
            }
            if index == groups.len() - 1 {
                span = Span::new(span.start, clause.span.end.max(span.end));
            }
            // The first group's noun is counted in the others as well.
            Clause { span, tokens, counted: groups[0].counted.clone(), ..clause.clone() }
        })
        .collect()
}

/// "Suzuki was minister in 2023, and Matsumoto in 2024": what the first name was at one time the second was at another.
fn name_gap(parsed: &Parsed, clause: &Clause) -> Option<[Clause; 2]> {
    let tokens = &clause.tokens;
    let date_of = |at: usize| parsed.dates.iter().find(|date| date.first <= tokens[at] && tokens[at] < date.last);
    let word = |at: usize| matches!(parsed.tags[tokens[at]], Tag::Name | Tag::Noun | Tag::Number);
    let joint = (1..tokens.len()).rev().find(|at| {
        parsed.tags[tokens[*at]] == Tag::Conjunction
            && matches!(parsed.tokens[tokens[*at]].norm.as_str(), "and" | "but")
    })?;
    let name = (joint + 1..tokens.len())
        .take_while(|at| parsed.tags[tokens[*at]] == Tag::Name && date_of(*at).is_none())
        .count();
    let behind = joint + 1 + name;
    let led = behind + usize::from(tokens.get(behind).is_some_and(|at| parsed.tags[*at] == Tag::Preposition));
    let date = (led < tokens.len()).then(|| date_of(led)).flatten()?;
    let ends = tokens[led..].iter().all(|at| *at < date.last || parsed.tags[*at] == Tag::Mark);
    let verb = (0..joint).find(|at| is_finite(parsed, tokens[*at]))?;
    let other = (verb + 1..joint).find(|at| date_of(*at).is_some())?;
    // The first time ends the first half, and its subject is a name.
    let closes = (other..joint).all(|at| date_of(at).is_some() || parsed.tags[tokens[at]] == Tag::Mark);
    if name == 0
        || !ends
        || !closes
        || verb == 0
        || !(0..verb).all(word)
        || !tokens[..verb].iter().any(|at| parsed.tags[*at] == Tag::Name)
    {
        return None;
    }
    let told = other - usize::from(parsed.tags[tokens[other - 1]] == Tag::Preposition);
    let half = |tokens: Vec<usize>, from: usize, to: usize| Clause {
        span: Span::new(from, to),
        tokens,
        counted: None,
        copula: None,
        contrasts: clause.contrasts.clone(),
    };
    let end = |at: usize| parsed.tokens[tokens[at]].span.end;
    let last = (other..joint).rev().find(|at| date_of(*at).is_some())?;
    let second =
        tokens[joint + 1..behind].iter().chain(&tokens[verb..told]).chain(&tokens[behind..]).copied().collect();
    Some([
        half(tokens[..=last].to_vec(), clause.span.start, end(last)),
        half(second, parsed.tokens[tokens[joint + 1]].span.start, clause.span.end),
    ])
}

/// "Thailand had 53 million users, Taiwan 22 million and Indonesia 8 million": what the first name is told of, the others are, each with its
/// figure.
fn figure_gaps(parsed: &Parsed, clause: &Clause) -> Option<Vec<Clause>> {
    let tokens = &clause.tokens;
    let tag = |at: usize| parsed.tags[tokens[at]];
    let name = |at: &usize| tag(*at) == Tag::Name;
    let figures: Vec<(usize, usize, Option<String>)> = parsed
        .quantities
        .iter()
        .filter(|quantity| !quantity.is_duration() && !quantity.factor)
        .filter_map(|one| {
            let at = |token: usize| tokens.iter().position(|at| *at == token);
            Some((at(one.first)?, at(one.last - 1)? + 1, one.of.clone()))
        })
        .filter(|(first, last, _)| first < last)
        .collect();
    let ((from, to, of), rest) = figures.split_first()?;
    // The verb is right behind the first name, and nothing but small words stands between it and the figure: "paid X 5 million" has an object,
    // and "LY said that Thailand had" another verb.
    let verb = (0..*from).rev().find(|at| is_finite(parsed, tokens[*at]))?;
    let bare = (verb + 1..*from).all(|at| matches!(tag(at), Tag::Adverb | Tag::Preposition | Tag::Participle));
    let subject = (0..verb).rev().take_while(name).last()?;
    // Each of the others: a name right behind a comma or an "and", a preposition at most, and the figure.
    let joint = |at: usize| among(parsed.tokens[tokens[at]].norm.as_str(), List::ClauseMark);
    let group = |first: usize| -> Option<(usize, usize)> {
        let led = first.checked_sub(usize::from(tag(first.checked_sub(1)?) == Tag::Preposition))?;
        let from = (0..led).rev().take_while(name).last()?;
        (from > *to && joint(from - 1)).then_some((from, led))
    };
    let mut names: Vec<(usize, usize)> = Vec::new();
    for (first, _, _) in rest {
        names.push(group(*first)?);
    }
    // The first of them ends what the first name is told of; nothing but its noun may stand behind the last figure.
    let mut end = names.first()?.0;
    while end > *to && joint(end - 1) {
        end -= 1;
    }
    let last = rest.last()?.1;
    let closed = (last..tokens.len()).all(|at| matches!(tag(at), Tag::Mark | Tag::Noun));
    let apart = rest
        .windows(2)
        .zip(&names[1..])
        .all(|(pair, (from, _))| (pair[0].1..*from).all(|at| joint(at) || tag(at) == Tag::Noun));
    if !bare || !closed || !apart {
        return None;
    }
    let span = |from: usize, to: usize| {
        let spans = tokens[from..to].iter().map(|at| parsed.tokens[*at].span);
        spans.reduce(Span::join).unwrap_or(clause.span)
    };
    let one = Clause {
        span: Span::new(clause.span.start, span(*from, end).end),
        tokens: tokens[..end].to_vec(),
        ..clause.clone()
    };
    let others = rest.iter().zip(&names).map(|((first, last, _), (name, led))| {
        let parts = [&tokens[..subject], &tokens[*name..*led], &tokens[verb..*from], &tokens[*first..*last]];
        Clause {
            span: span(*name, *last),
            tokens: parts.concat().into_iter().chain(tokens[*to..end].iter().copied()).collect(),
            counted: of.clone(),
            ..clause.clone()
        }
    });
    Some([one].into_iter().chain(others).collect())
}

/// Whether a comma opens the speaker at the end of a sentence: a noun group, a speech verb, and no clause after it.
pub fn trailing_speech(parsed: &Parsed, clause: &[usize], comma: usize) -> bool {
    let place = clause.iter().position(|at| *at == comma).unwrap_or(clause.len());
    speaks(parsed, &clause[(place + 1).min(clause.len())..]) && clause[..place].iter().any(|at| is_finite(parsed, *at))
}

/// Whether some tokens are a noun group and a speech verb, in either order, with no clause after them.
fn speaks(parsed: &Parsed, rest: &[usize]) -> bool {
    let Some(verb) = rest.iter().position(|at| is_finite(parsed, *at)) else { return false };
    let inverted = rest[..verb].iter().all(|at| parsed.tags[*at] == Tag::Mark);
    let dated = |at: usize| parsed.dates.iter().any(|date| (date.first..date.last).contains(&at));
    // "Said the president": whoever speaks stands right behind the verb. "Announced on Tuesday" has its subject before it.
    let named = |at: &usize| {
        (parsed.tags[*at].is_nominal() || matches!(parsed.tags[*at], Tag::Pronoun | Tag::Determiner)) && !dated(*at)
    };
    // "… told reporters after it had met": when it was said.
    let when = rest[verb + 1..]
        .iter()
        .position(|at| among(parsed.tokens[*at].norm.as_str(), List::TimeJoint))
        .map_or(rest.len(), |at| verb + 1 + at);
    verb <= 9
        && (!inverted || rest.get(verb + 1).is_some_and(named))
        && ([Class::Say, Class::Demanded].iter().any(|class| parsed.tokens[rest[verb]].lemma_belongs(*class))
            || parsed.tokens[rest[verb]].lemma == "read")
        // "Customers it believed to be at risk"
        && !rest.get(verb + 1).is_some_and(|at| parsed.tags[*at] == Tag::To)
        && rest[..verb].iter().all(|at| {
            !matches!(parsed.tags[*at], Tag::Preposition | Tag::Relative | Tag::Subordinator)
                || parsed.tokens[*at].is("of")
        })
        && !rest[verb + 1..when]
            .iter()
            .any(|at| is_finite(parsed, *at) || parsed.tags[*at] == Tag::Number && !dated(*at))
}

/// Finds titles beside names: "LY president Takeshi Idezawa", "Idezawa, the president of LY,".
pub fn offices(parsed: &Parsed, statement: &mut Statement) {
    let is_title = |index: usize| {
        let term = &statement.terms[index];
        // "Minister of Internal Affairs Suzuki"
        let of = || {
            let next = parsed.tokens.get(term.token + 1).is_some_and(|next| next.is("of") || next.is("for"));
            next && parsed.tokens[term.token].belongs(Class::Title) && term.entity.is_some()
        };
        term.is(Class::Title) || term.words.last().is_some_and(|word| word.is(Class::Title)) || of()
    };
    let touches = |one: usize, other: usize| {
        let (left, right) = (statement.terms[one].span.end, statement.terms[other].span.start);
        left <= right
            && parsed
                .tokens
                .iter()
                .filter(|token| token.span.start >= left && token.span.end <= right)
                .all(|token| token.is(".") || token.is(","))
    };
    let mut found: Vec<super::Office> = Vec::new();
    for index in 0..statement.terms.len() {
        if !is_title(index) {
            continue;
        }
        let next = index + 1;
        let holds = next < statement.terms.len()
            && touches(index, next)
            && statement.terms[next].kind == TermKind::Name
            && !is_title(next);
        if !holds {
            continue;
        }
        // What stands right before the title in the same noun group belongs to it.
        let mut terms = vec![index];
        let mut first = index;
        while first > 0 {
            let gap: Vec<&crate::text::Token> = parsed
                .tokens
                .iter()
                .filter(|token| {
                    token.span.start >= statement.terms[first - 1].span.end
                        && token.span.end <= statement.terms[first].span.start
                })
                .collect();
            let joined = gap.iter().all(|token| token.kind == TokenKind::Possessive || token.is("."));
            if !joined || statement.terms[first - 1].kind == TermKind::Verb {
                break;
            }
            first -= 1;
            terms.insert(0, first);
        }
        found.push(super::Office { terms, holder: next });
    }
    statement.offices = found;
}

/// Polarity, certainty, speaker, quotations, time frame. What denies or weakens is set down with the predication it stands in.
pub fn qualify(text: &str, parsed: &Parsed, clause: &Clause, structure: &Structure, statement: &mut Statement) {
    let lexicon = lexicon::get();
    let lemmas: Vec<&str> = clause.tokens.iter().map(|at| parsed.tokens[*at].lemma.as_str()).collect();
    let plain: Vec<usize> = (0..clause.tokens.len()).filter(|at| !parsed.tokens[clause.tokens[*at]].is("-")).collect();
    let pairs: Vec<(&str, &str)> =
        plain.iter().map(|at| (parsed.tokens[clause.tokens[*at]].norm.as_str(), lemmas[*at])).collect();
    let quoted = quoted_tokens(parsed);
    let mut neither = false;
    let mut index = 0;
    while index < plain.len() {
        let at = clause.tokens[plain[index]];
        let token = &parsed.tokens[at];
        let phrase = lexicon.phrase_from(token.beginnings, &pairs[index..]);
        let length = phrase.as_ref().map_or(1, |phrase| phrase.length);
        let has = |class: Class| phrase.as_ref().is_some_and(|phrase| phrase.is(class)) || token.belongs(class);
        let in_number = parsed.quantities.iter().any(|q| q.first <= at && at < q.last)
            || parsed.dates.iter().any(|d| d.first <= at && at < d.last);
        let last = clause.tokens[plain[index + length.min(plain.len() - index) - 1]];
        let span = token.span.join(parsed.tokens[last].span);
        let multi = phrase.as_ref().is_some_and(|phrase| phrase.length > 1 && phrase.classes != 0);
        // "Even if" makes a condition of its own clause alone.
        let even = multi && token.is("even");
        let frame = structure.frame_at(if even { last } else { at }).unwrap_or(0);
        let verbal = parsed.tags[at].is_verb();
        // "Without managing it" denies the managing; "without permission" says what was missing.
        let undone = token.is("without")
            && statement.predications[frame].link == Link::Adverbial
            && parsed.tokens[at + 1..].iter().take(4).any(|next| next.norm.ends_with("ing"));
        // "Keep it from happening": what is hindered is not done.
        let hindered = token.is("from")
            && statement.predications[frame].link == Link::Complement
            && parsed.tokens.get(at + 1).is_some_and(|next| next.norm.ends_with("ing"))
            && statement.predications[frame].parent.is_some_and(|parent| hinders(parsed, clause, structure, parent));
        // Where it is only a purpose ("steps to keep it from happening"), others say "steps against it", and nothing is denied.
        let prevented = hindered
            && statement.predications[frame]
                .parent
                .is_some_and(|parent| statement.predications[parent].link == Link::Main);
        if undone || prevented {
            statement.predications[frame].negations.push(span);
        }
        // "Too low to have harmed anybody": what it would take more or less for did not happen.
        if token.is("too") && !(at > 0 && parsed.tokens[at - 1].belongs(Class::Negator)) {
            for target in below(statement, frame).collect::<Vec<_>>() {
                let below = &mut statement.predications[target];
                if below.link == Link::Complement {
                    below.negations.push(span);
                }
            }
        }
        // What is kept from it stands in what does not come to pass.
        if hindered && let Some(predicate) = statement.predications[frame].predicate {
            let kept = statement.roles.iter().filter(|role| role.head == predicate).map(|role| role.filler);
            for term in kept.collect::<Vec<_>>() {
                statement.terms[term].predication = Some(frame);
            }
        }
        // "All but the one used by staff", "except those used by staff": it is not so of what follows, up to the verb.
        if token.lemma == "except" || token.is("excluding") {
            let goes_on = |other: usize| {
                let told = matches!(parsed.tags[other], Tag::Verb | Tag::Auxiliary);
                !parsed.tokens[other].is(",") && (!told || parsed.tokens[other - 1].belongs(Class::Determiner))
            };
            let follows = clause.tokens.iter().copied().skip_while(|other| *other <= at);
            let end = follows.take_while(|other| goes_on(*other)).last();
            let excepted = |term: &&mut super::Term| term.token > at && end.is_some_and(|end| term.token <= end);
            statement.terms.iter_mut().filter(excepted).for_each(|term| term.missing = true);
        }
        if token.is("without") && !in_number && !undone {
            statement.without = true;
            // The noun that ends the group behind it.
            let group = clause.tokens.iter().copied().skip_while(|other| *other <= at).take_while(|other| {
                matches!(parsed.tags[*other], Tag::Determiner | Tag::Noun | Tag::Name | Tag::Participle | Tag::Number)
            });
            let last = group.last().map(|last| parsed.tokens[last].span);
            let head = statement.terms.iter_mut().find(|term| last.is_some_and(|last| term.span.contains(last)));
            if let Some(head) = head {
                head.missing = true;
            }
        }
        let graded = |tag: &Tag| tag.is_nominal() || *tag == Tag::Adverb;
        let mark = match token.norm.as_str() {
            "not" if at > 0 && parsed.tokens[at - 1].is("or") => Some(Mark::Regardless),
            "immediately" | "instantly" | "promptly" | "soon" => Some(Mark::AtOnce),
            "straight" | "right" | "directly" | "shortly"
                if parsed.tokens.get(at + 1).is_some_and(|next| among(next.norm.as_str(), List::Shortly)) =>
            {
                Some(Mark::AtOnce)
            }
            "regardless" | "irrespective" => Some(Mark::Regardless),
            "there" if at > 0 && parsed.tokens[at - 1].is("from") => Some(Mark::Whence),
            "still" | "remain" | "remains" | "continue" | "continues" => Some(Mark::Still),
            "no" if parsed.tokens.get(at + 1).is_some_and(|next| next.is("longer")) => Some(Mark::Ended),
            "despite" => Some(Mark::Regardless),
            "until" | "till"
                if !parsed.dates.iter().any(|date| date.first >= at && date.first <= at + 2)
                    && !parsed.tokens[..at].iter().any(|before| before.is("not")) =>
            {
                Some(Mark::Until)
            }
            "anymore" | "cease" | "ceased" | "ceases" => Some(Mark::Ended),
            "was" | "were" | "became" | "former" => Some(Mark::Past),
            "against" if at > 0 && among(&parsed.tokens[at - 1].lemma, List::Stance) => Some(Mark::Against),
            "more" if parsed.tags.get(at + 1).is_some_and(graded) => Some(Mark::More),
            "fewer" | "less" if parsed.tags.get(at + 1).is_some_and(graded) => Some(Mark::Fewer),
            "than" if at > 0 && !parsed.tokens[at - 1].is("rather") && !parsed.tokens[at - 1].is("other") => {
                Some(Mark::Than)
            }
            _ => None,
        };
        statement.marks.extend(mark.filter(|_| !in_number && !quoted[at]).map(|mark| (mark, span)));
        // "Not only", "not confined to", "not users alone": others as well.
        let confined =
            token.is("not") && parsed.tokens[at + 1..].iter().take(2).any(|t| among(t.norm.as_str(), List::Confined));
        let alone = token.is("not")
            && parsed.tokens[at + 1..].iter().take(4).take_while(|t| t.is_word()).any(|t| t.is("alone"));
        if confined || alone {
            let near = |term: &&mut super::Term| {
                term.token > at && term.token <= at + 4 && among(term.lemma.as_str(), List::Confining)
            };
            statement.terms.iter_mut().filter(near).for_each(|term| term.light = true);
        }
        let not_only = confined
            || alone
            || token.is("not")
                && parsed.tokens.get(at + 1).is_some_and(|t| t.is("only") || t.is("just") || t.is("merely"));
        // "Has yet to report" has not reported.
        let verbal_lack = (verbal || parsed.tags[at] == Tag::Auxiliary)
            && (token.lemma_belongs(Class::Negator) || phrase.as_ref().is_some_and(|phrase| phrase.is(Class::Negator)));
        // "Not until" affirms.
        let later = clause.tokens.iter().copied().filter(|later| *later > at);
        let until = (token.is("not") || token.is("no")) && later.clone().any(|later| parsed.tokens[later].is("until"));
        // "Did not announce it until November" dates the announcing.
        if until {
            statement.dates.iter_mut().filter(|date| date.first > at && date.bound == Bound::Lasting).for_each(
                |date| {
                    date.bound = Bound::At;
                },
            );
        }
        // "A lack of safeguards" denies the safeguards, whatever is said of the lack.
        let lack = statement
            .terms
            .iter()
            .position(|term| term.span.contains(token.span) && matches!(term.lemma.as_str(), "lack" | "absence"))
            .filter(|_| !verbal);
        if let Some(lack) = lack {
            let missing: Vec<usize> = statement
                .roles
                .iter()
                .filter(|role| role.head == lack && role.slot == Slot::Of)
                .map(|role| role.filler)
                .collect();
            let described: Vec<usize> =
                statement.roles.iter().filter(|role| missing.contains(&role.head)).map(|role| role.filler).collect();
            statement.terms[lack].light = true;
            missing.iter().chain(&described).for_each(|term| statement.terms[*term].negated = true);
        }
        // "Whether at risk or not"
        let either = token.is("not") && at > 0 && parsed.tokens[at - 1].is("or");
        let unless = token.is("unless") && parsed.tags[at] == Tag::Subordinator;
        // "Found not guilty", "came to nothing": the idiom says what it says.
        let idiomatic = || {
            (0..5).any(|back| {
                let from = index.checked_sub(back).map(|from| (parsed.tokens[clause.tokens[plain[from]]].idioms, from));
                let idiom = from.and_then(|(beginnings, from)| lexicon.idiom_from(beginnings, &pairs[from..]));
                let phrase = from.and_then(|(_, from)| lexicon.phrase_at(&pairs[from..]));
                let whole = |one: PhraseMatch| one.length > back.max(1) && !one.concepts.is_empty();
                idiom.into_iter().chain(phrase).any(|one| whole(one) && !one.is(Class::Negator))
            })
        };
        if !in_number
            && !not_only
            && !until
            && !either
            && lack.is_none()
            && (has(Class::Negator) || verbal_lack || unless)
            && !idiomatic()
        {
            // "Failed to protect" denies the protecting.
            // The word has said what it says.
            if verbal_lack {
                statement.terms.iter_mut().filter(|term| span.overlaps(term.span)).for_each(|term| term.light = true);
            }
            // "Lacked means against hacking" denies the means.
            let object = statement.predications[frame]
                .predicate
                .is_some_and(|verb| statement.roles.iter().any(|role| role.head == verb && role.slot == Slot::Patient));
            let children: Vec<usize> =
                if verbal_lack && !object { below(statement, frame).collect() } else { Vec::new() };
            let targets = if children.is_empty() { vec![frame] } else { children };
            if !(token.is("nor") && neither) {
                if !is_aside(statement, targets[0]) {
                    statement.negations.push(span);
                }
                targets.iter().for_each(|target| statement.predications[*target].negations.push(span));
            }
            // "No reports of misuse" says nothing of misuse itself.
            let passive = |later: &usize| {
                parsed.tags[*later] == Tag::Participle
                    && among(parsed.tokens[*later].lemma.as_str(), List::Known)
                    // "Was found in the data": it was not among them.
                    && !parsed.tokens.get(later + 1).is_some_and(|next| next.is("in") || next.is("among"))
                    && clause
                        .tokens
                        .iter()
                        .any(|be| *be < *later && *be + 3 > *later && parsed.tokens[*be].belongs(Class::Be))
            };
            let evidential = clause.tokens.iter().filter(|later| **later > at).any(passive)
                || clause
                    .tokens
                    .iter()
                    .filter(|later| **later > last)
                    .take(3)
                    .any(|later| parsed.tokens[*later].lemma_belongs(Class::Evidence))
                // "Had heard of no misuse", "knew of none"
                || at > 1
                    && parsed.tokens[at - 1].is("of")
                    && among(parsed.tokens[at - 2].lemma.as_str(), List::Aware);
            statement.evidential |= evidential;
            statement.predications[targets[0]].evidential |= evidential;
            neither |= token.is("neither");
        }
        if !in_number && (!quoted[at] || statement.certainty == Certainty::Plain) {
            let lemma = lemmas[plain[index]];
            let commands = among(lemma, List::Command)
                && verbal
                && clause.tokens[plain[index]..].iter().any(|later| parsed.tags[*later] == Tag::To);
            let ruled_out = lemma == "rule" && parsed.tokens.get(at + 1).is_some_and(|t| t.is("out"));
            // "Is to follow", and "should nothing improve" at the head of a condition.
            // "The purpose was to protect them" is a purpose, and no plan.
            let purpose = || {
                let before = clause.tokens.iter().take_while(|before| **before < at);
                before.into_iter().any(|before| among(parsed.tokens[*before].lemma.as_str(), List::Purpose))
            };
            let to_be = token.belongs(Class::Be) && parsed.tags.get(at + 1) == Some(&Tag::To) && !purpose();
            // "Has to be approved", "must be approved", "needs to be approved": not done yet.
            let inverted =
                token.is("should") && (token.capital || parsed.tokens.get(at + 1).is_some_and(|next| next.is("have")));
            let owed = token.is("must")
                || token.is("should") && !inverted
                || matches!(lemma, "have" | "need" | "ought")
                    && parsed.tags.get(at + 1) == Some(&Tag::To)
                    && parsed
                        .tags
                        .get(at + 2)
                        .is_some_and(|tag| matches!(tag, Tag::Infinitive | Tag::Auxiliary | Tag::Verb));
            // To reject an offer is an act; to reject a claim is to deny it.
            let denies = lemma == "deny"
                || matches!(lemma, "reject" | "dismiss")
                    && parsed.tokens[at + 1..]
                        .iter()
                        .take(5)
                        .any(|later| later.is("that") || later.lemma_belongs(Class::Content));
            let next_is = |word: &str| parsed.tokens.get(at + 1).is_some_and(|next| next.is(word));
            let found = if verbal && (denies || ruled_out) {
                Some(Certainty::Denied)
            } else if verbal && (token.lemma_belongs(Class::Weighed) || has(Class::Weighed)) {
                Some(Certainty::Suggested)
            // Who insists that something was done asks for nothing.
            } else if owed
                || has(Class::Demanded) && verbal && (lemma != "insist" || next_is("on"))
                || multi && has(Class::Demanded)
                || commands
            {
                Some(Certainty::Demanded)
            } else if to_be || has(Class::Planned) && (parsed.tags[at] == Tag::Auxiliary || verbal || multi) {
                Some(Certainty::Planned)
            } else if has(Class::Conditional) && (!token.is("should") || inverted)
                || verbal && matches!(lemma, "hint" | "suggest")
            {
                Some(Certainty::Suggested)
            // Who is a suspect is none only perhaps.
            } else if has(Class::Possible)
                && (!token.capital || index == 0)
                && !(lemma == "suspect" && parsed.tags[at] == Tag::Noun)
            {
                Some(Certainty::Possible)
            } else {
                None
            };
            // To want somebody to do something is to ask it of them.
            let of_others = verbal
                && among(lemma, List::Want)
                && statement.predications[frame].predicate.is_some_and(|predicate| {
                    below(statement, frame).next().is_some()
                        && statement.roles.iter().any(|role| role.head == predicate && role.slot == Slot::Patient)
                });
            // "Wanted a review" leaves open whether it was planned or asked of others.
            let wants = verbal
                && matches!(lemma, "want" | "wish")
                && below(statement, frame).next().is_none()
                && statement.predications[frame].predicate.is_some_and(|predicate| {
                    let wanted = |role: &super::Role| {
                        role.head == predicate && role.slot == Slot::Patient && statement.terms[role.filler].is_deed()
                    };
                    statement.roles.iter().any(wanted)
                });
            let found = match (of_others, wants) {
                (true, _) => Some(Certainty::Demanded),
                (_, true) => Some(Certainty::Suggested),
                _ => found,
            };
            if let Some(found) = found {
                if found.rank() > statement.certainty.rank() && !even {
                    statement.certainty = found;
                    statement.certainty_span = Some(span);
                }
                if found == Certainty::Denied {
                    statement
                        .terms
                        .iter_mut()
                        .filter(|term| span.overlaps(term.span))
                        .for_each(|term| term.light = true);
                }
                weaken(statement, frame, found, span, verbal, has(Class::Conditional) && !even);
            }
        }
        // "First said", "first put at": the verb makes an adverb of it.
        let first = token.is("first") && parsed.tags.get(at + 1).is_some_and(|tag| tag.is_verb());
        if statement.frame.is_none()
            && (first
                || phrase.as_ref().is_some_and(|phrase| phrase.is(Class::PastFrame))
                || token.belongs(Class::PastFrame))
        {
            statement.frame = Some((Frame::First, span));
        } else if statement.frame.is_none()
            // "The revised figure" is the newest; "was revised" tells of the revising.
            && !(parsed.tags[at].is_verb() && at > 0 && parsed.tags[at - 1] == Tag::Auxiliary)
            && (phrase.as_ref().is_some_and(|phrase| phrase.is(Class::PresentFrame))
                || token.belongs(Class::PresentFrame)
                || token.is("present")
                    && matches!(
                        at.checked_sub(1).map(|before| parsed.tags[before]),
                        Some(Tag::Determiner | Tag::Possessive)
                    )
                    && parsed.tags.get(at + 1).is_some_and(|tag| tag.is_nominal()))
            && !in_number
        {
            statement.frame = Some((Frame::Latest, span));
        }
        let exempt = token.is("alone")
            && clause.tokens.iter().any(|before| *before < at && *before + 4 >= at && parsed.tokens[*before].is("not"));
        // "Not only X": there are others, who are told of behind a "but" or not at all.
        let beyond = at > 0 && parsed.tokens[at - 1].is("not");
        if beyond && has(Class::Only) && !parsed.tokens[at..].iter().any(|token| token.is("but")) {
            statement.marks.push((super::Mark::Beyond, span));
        }
        if !in_number && has(Class::Only) && !not_only && !beyond && !exempt {
            statement.only.get_or_insert(span);
            statement.terms.iter_mut().filter(|term| span.contains(term.span)).for_each(|term| term.light = true);
        }
        let universal = if multi {
            phrase.as_ref().is_some_and(|phrase| phrase.is(Class::Universal))
        } else {
            has(Class::Universal)
        };
        let but = parsed.tokens.get(at + 1).is_some_and(|next| next.is("but"));
        if !in_number && universal && parsed.tags[at] != Tag::Noun && !token.is("none") && !but {
            statement.universal.get_or_insert(span);
        }
        if token.is("few") && !in_number && !(at > 0 && parsed.tokens[at - 1].is("a")) {
            statement.scarce.get_or_insert(span);
        }
        if has(Class::Several) && !in_number {
            statement.several.get_or_insert(span);
        }
        index += if multi { length } else { 1 };
    }
    hand_down(parsed, statement);
    statement.quotes = quotes(text, parsed, clause);
    statement.speaker = speaker(parsed, clause, statement);
}

/// Whether the verb of a predication keeps something from being done.
fn hinders(parsed: &Parsed, clause: &Clause, structure: &Structure, frame: usize) -> bool {
    clause.tokens.iter().any(|at| {
        structure.frame_at(*at) == Some(frame)
            && parsed.tags[*at].is_verb()
            && parsed.tokens[*at].lemma_belongs(Class::Hinder)
    })
}

/// What is said, wanted or thought of in a predication.
fn below(statement: &Statement, frame: usize) -> impl Iterator<Item = usize> + '_ {
    (0..statement.predications.len()).filter(move |index| {
        statement.predications[*index].parent == Some(frame) && statement.predications[*index].link == Link::Complement
    })
}

/// Whether a predication only describes a noun or stands beside what happens, so that it is no part of what the clause itself affirms.
fn is_aside(statement: &Statement, mut frame: usize) -> bool {
    loop {
        let predication = &statement.predications[frame];
        match (predication.link, predication.parent) {
            (Link::Relative | Link::Adverbial, _) => return true,
            (_, Some(parent)) => frame = parent,
            (_, None) => return false,
        }
    }
}

/// Sets down how sure something is: what a verb of wanting or planning governs, or the predication that a small word stands in.
fn weaken(statement: &mut Statement, frame: usize, mode: Certainty, span: Span, verbal: bool, conditional: bool) {
    let raise = |statement: &mut Statement, index: usize| {
        let predication = &mut statement.predications[index];
        if mode.rank() > predication.mode.rank() {
            predication.mode = mode;
            predication.mode_span = Some(span);
        }
    };
    let governs = verbal
        && statement.predications[frame]
            .predicate
            .is_some_and(|predicate| statement.terms[predicate].span.overlaps(span));
    if governs && mode != Certainty::Possible {
        let children: Vec<usize> = below(statement, frame).collect();
        let predicate = statement.predications[frame].predicate;
        let objects: Vec<usize> = statement
            .roles
            .iter()
            .filter(|role| {
                // "Vowed in a statement": where and when it is wanted is not wanted.
                let place = matches!(role.slot, Slot::Agent | Slot::Sole | Slot::In | Slot::Before | Slot::After);
                Some(role.head) == predicate && !place
            })
            .map(|role| role.filler)
            .filter(|term| statement.terms[*term].kind != TermKind::Name)
            .collect();
        for term in &objects {
            let term = &mut statement.terms[*term];
            term.mode = if mode.rank() > term.mode.rank() { mode } else { term.mode };
        }
        if children.is_empty() && objects.is_empty() {
            raise(statement, frame);
        }
        children.into_iter().for_each(|child| raise(statement, child));
        return;
    }
    raise(statement, frame);
    // A condition makes what hangs on it conditional as well.
    if conditional
        && statement.predications[frame].link == Link::Adverbial
        && let Some(parent) = statement.predications[frame].parent
    {
        raise(statement, parent);
    }
}

/// What a predication is under, what is said in it is under too: plans, denials, missing evidence. Then every term learns its own.
fn hand_down(parsed: &Parsed, statement: &mut Statement) {
    for index in 0..statement.predications.len() {
        if let Some(twin) = statement.predications[index].twin {
            let before = statement.predications[twin].clone();
            let own = &mut statement.predications[index];
            if own.negations.is_empty() {
                own.negations = before.negations;
            }
            if before.mode.rank() > own.mode.rank() {
                own.mode = before.mode;
                own.mode_span = before.mode_span;
            }
        }
        let Some(parent) = statement.predications[index].parent else { continue };
        if parent > index {
            continue;
        }
        let (link, above) = (statement.predications[index].link, statement.predications[parent].clone());
        let says = above.predicate.is_some_and(|term| statement.terms[term].is(Class::Say));
        // "Told LY to improve by reviewing …": the means is wanted as well.
        let means = link == Link::Adverbial
            && statement.predications[index].bound != Some(Bound::After)
            && matches!(above.mode, Certainty::Demanded | Certainty::Planned | Certainty::Suggested);
        if (link == Link::Complement && !says || means) && above.mode.rank() > statement.predications[index].mode.rank()
        {
            statement.predications[index].mode = above.mode;
            statement.predications[index].mode_span = above.mode_span;
        }
        if above.evidential && link != Link::Adverbial {
            let own = &mut statement.predications[index];
            own.evidential = true;
            own.negations.extend(above.negations);
        }
    }
    aim(parsed, statement);
    for term in &mut statement.terms {
        let Some(predication) = term.predication.map(|index| &statement.predications[index]) else { continue };
        term.negated = !term.modifier && (term.negated != predication.negated());
        if predication.mode.rank() > term.mode.rank() {
            term.mode = predication.mode;
        }
    }
}

/// Sets down what is only aimed at: what an infinitive tells, unless the verb above says that it was done ("managed to build it"), and what is
/// put off, allowed or fought ("postponed the launch").
fn aim(parsed: &Parsed, statement: &mut Statement) {
    let terms = &statement.terms;
    let is = |term: Option<usize>, list: List| term.is_some_and(|term| among(&terms[term].lemma, list));
    let mut aimed: Vec<bool> = Vec::new();
    for predication in &statement.predications {
        let above = predication.parent.and_then(|parent| statement.predications.get(parent));
        let verb = above.and_then(|above| above.predicate);
        // "The first country to approve it"
        let ranked = || statement.roles.iter().any(|role| Some(role.head) == verb && is(Some(role.filler), List::Done));
        // "A target of cutting emissions"
        let noun = || predication.predicate.and_then(|own| own.checked_sub(1));
        // "Before they could steal it", "nearly fell"
        let own = predication.predicate.map(|own| statement.terms[own].token);
        let nearly =
            own.and_then(|own| own.checked_sub(1)).is_some_and(|at| among(&parsed.tokens[at].norm, List::Nearly));
        let kept = predication.bound == Some(Bound::Before) && predication.mode == Certainty::Possible;
        let open = nearly
            || kept
            || predication.link == Link::Complement
                && (predication.infinitive && verb.is_some() && !is(verb, List::Done) && !ranked()
                    || is(verb, List::Undone)
                    || is(noun(), List::Undone));
        let below = predication.parent.and_then(|parent| aimed.get(parent)).copied().unwrap_or_default();
        aimed.push(open || below && predication.link != Link::Relative);
    }
    let mut put_off: Vec<usize> = Vec::new();
    for role in &statement.roles {
        let object =
            matches!(role.slot, Slot::Patient | Slot::To | Slot::Other | Slot::Of) && is(Some(role.head), List::Undone);
        if (object || role.slot == Slot::Of && put_off.contains(&role.head)) && !terms[role.filler].is(Class::Party) {
            put_off.push(role.filler);
        }
        // "A possible fine", "the planned sale"
        if role.slot == Slot::Of && role.filler < role.head && is(Some(role.filler), List::Undone) {
            put_off.push(role.head);
        }
    }
    for (index, term) in statement.terms.iter_mut().enumerate() {
        term.aim = term.is_deed() && (put_off.contains(&index) || term.predication.is_some_and(|at| aimed[at]));
    }
}

/// What stands between quotation marks, marks left out.
fn quotes(text: &str, parsed: &Parsed, clause: &Clause) -> Vec<Span> {
    let mut out = Vec::new();
    let mut open: Option<usize> = None;
    for at in &clause.tokens {
        let token = &parsed.tokens[*at];
        match token.norm.as_str() {
            "“" | "«" => open = Some(token.span.end),
            "\"" if open.is_none() => open = Some(token.span.end),
            "”" | "»" | "\"" => {
                if let Some(start) = open.take()
                    && start < token.span.start
                    && !cut(text, start..token.span.start).trim().is_empty()
                {
                    out.push(Span::new(start, token.span.start));
                }
            }
            _ => {}
        }
    }
    out
}

/// "According to X", "X said that …", "…, X told reporters", "in X's view".
fn speaker(parsed: &Parsed, clause: &Clause, statement: &Statement) -> Option<Speaker> {
    let names = |from: Span, to: usize| -> Vec<usize> {
        (0..statement.terms.len())
            .filter(|index| {
                let term = &statement.terms[*index];
                term.span.start >= from.start && term.span.end <= to && term.kind != TermKind::Verb
            })
            .collect()
    };
    for (place, at) in clause.tokens.iter().enumerate() {
        let token = &parsed.tokens[*at];
        let next = clause.tokens.get(place + 1).map(|at| &parsed.tokens[*at]);
        if token.is("according") && next.is_some_and(|t| t.is("to")) {
            let from = next.map_or(token.span, |t| t.span);
            let end = clause.tokens[place + 2..]
                .iter()
                .take_while(|at| !parsed.tokens[**at].is(",") && !is_finite(parsed, **at))
                .last()
                .map_or(from.end, |at| parsed.tokens[*at].span.end);
            let terms = names(Span::new(from.end, end), end);
            return Some(Speaker {
                terms,
                span: Span::new(token.span.start, end),
                verb: "according to".to_owned(),
                introduces: true,
            });
        }
        // "As Kyodo reported, …"
        if token.is("as")
            && place == 0
            && let Some(verb) = clause.tokens[1..].iter().take(8).position(|at| is_finite(parsed, *at)).map(|at| at + 1)
            && parsed.tokens[clause.tokens[verb]].lemma_belongs(Class::Say)
            && clause.tokens.get(verb + 1).is_some_and(|at| parsed.tokens[*at].is(","))
            && verb > 1
        {
            let said = parsed.tokens[clause.tokens[verb]].span;
            return Some(Speaker {
                terms: names(token.span, said.start),
                span: Span::new(token.span.start, said.end),
                verb: parsed.tokens[clause.tokens[verb]].lemma.clone(),
                introduces: true,
            });
        }
        if token.is("in") || token.is("by") {
            // "in the ministry's view", "by its own account"
            let stop = clause.tokens[place + 1..].iter().take(7).find(|at| {
                let token = &parsed.tokens[**at];
                token.belongs(Class::Viewpoint) || token.lemma_belongs(Class::Viewpoint)
            });
            if let Some(stop) = stop
                && clause.tokens[place + 1..].iter().take_while(|at| *at < stop).all(|at| {
                    matches!(
                        parsed.tags[*at],
                        Tag::Name | Tag::Noun | Tag::Determiner | Tag::Possessive | Tag::Preposition
                    ) || parsed.tokens[*at].is("own")
                })
            {
                // "In the words of the minister"
                let of = clause.tokens.iter().filter(|at| *at > stop).take(1).any(|at| parsed.tokens[*at].is("of"));
                let end = clause
                    .tokens
                    .iter()
                    .filter(|at| **at > *stop && of)
                    .take_while(|at| !parsed.tokens[**at].is(",") && !is_finite(parsed, **at))
                    .last()
                    .map_or(parsed.tokens[*stop].span.end, |at| parsed.tokens[*at].span.end);
                let terms = names(token.span, end)
                    .into_iter()
                    .filter(|index| !statement.terms[*index].is(Class::Viewpoint))
                    .collect();
                return Some(Speaker {
                    terms,
                    span: Span::new(token.span.start, end),
                    verb: "view".to_owned(),
                    introduces: true,
                });
            }
        }
    }
    // "…, its president said."
    if let Some(comma) = clause
        .tokens
        .iter()
        .rev()
        .find(|at| parsed.tokens[**at].is(",") && trailing_speech(parsed, &clause.tokens, **at))
    {
        let place = clause.tokens.iter().position(|at| at == comma)?;
        let after = &clause.tokens[place + 1..];
        let verb = after.iter().find(|at| is_finite(parsed, **at))?;
        let from = parsed.tokens[*comma].span;
        let said = parsed.tokens[*verb].span;
        let mut terms = names(Span::new(from.end, said.start), said.start);
        let mut span = Span::new(after.first().map_or(from.end, |at| parsed.tokens[*at].span.start), said.end);
        if terms.is_empty() {
            // "…," said Suzuki after the meeting.
            let behind: Vec<usize> = after.iter().copied().filter(|at| at > verb).collect();
            let named = |place: usize| behind.get(place).is_some_and(|at| parsed.tags[*at] == Tag::Name);
            let group = |place: usize| {
                let at = behind[place];
                // "said its president, Ann Rossi": the name goes with the title.
                let apposed = parsed.tokens[at].is(",") && named(place + 1);
                !matches!(parsed.tags[at], Tag::Preposition | Tag::Subordinator | Tag::Verb)
                    && (apposed || !parsed.tokens[at].is(","))
            };
            let last = (0..behind.len()).take_while(|place| group(*place)).last();
            let end = last.map_or(said.end, |place| parsed.tokens[behind[place]].span.end);
            terms = names(Span::new(said.end, end), end);
            span = Span::new(said.start, terms.last().map_or(said.end, |last| statement.terms[*last].span.end));
        }
        return Some(Speaker { terms, span, verb: parsed.tokens[*verb].lemma.clone(), introduces: true });
    }
    // The first speech verb that has a subject and something said.
    let quoted = quoted_tokens(parsed);
    for (place, at) in clause.tokens.iter().enumerate() {
        let token = &parsed.tokens[*at];
        let lemma = &token.lemma;
        let behind = clause.tokens[place + 1..]
            .iter()
            .take_while(|later| !is_finite(parsed, **later))
            .map(|later| parsed.tokens[*later].norm.as_str());
        // "Faulted the firm for relying on another", "traced the leak to an attack": what is said follows the preposition.
        let judges = token.lemma_belongs(Class::Judge) && behind.clone().any(|word| matches!(word, "for" | "of"))
            || (token.lemma_belongs(Class::Ascribe) || lemma == "put" && behind.clone().any(|word| word == "down"))
                && behind.clone().any(|word| among(word, List::For));
        if quoted[*at]
            || !parsed.tags[*at].is_verb()
            || !token.lemma_belongs(Class::Say) && !judges
            || parsed.tags[*at] == Tag::Infinitive
        {
            continue;
        }
        let passive = parsed.tags[*at] == Tag::Participle
            && place > 0
            && clause.tokens[..place].iter().rev().take(2).any(|at| parsed.tokens[*at].belongs(Class::Be));
        // "What he said was recorded" is about the words and speaks none.
        let headless = place > 0
            && parsed.tokens[clause.tokens[0]].is("what")
            && !clause.tokens[1..place].iter().any(|before| is_finite(parsed, *before));
        // "Added up to 75 million", "added two members": only a clause or a quotation makes it speech.
        let sums = lemma == "add"
            && !parsed.tokens.get(at + 1).is_none_or(|next| {
                matches!(next.norm.as_str(), "that" | "," | ":" | "\"" | "“" | ".") || next.belongs(Class::Pronoun)
            })
            && !clause.tokens[place + 1..].iter().any(|later| is_finite(parsed, *later));
        if sums || passive || headless || parsed.tags[*at] == Tag::Participle && place == 0 {
            continue;
        }
        let verb_term = statement.terms.iter().position(|term| {
            parsed.tokens[*at].span.start >= term.span.start && parsed.tokens[*at].span.end <= term.span.end
        });
        // Who did not tell somebody of something is no speaker, nor who is to be made to tell it.
        let unsaid = |verb: usize| {
            let term = &statement.terms[verb];
            let wanted = term.predication.is_some_and(|at| statement.predications[at].link == Link::Complement);
            term.negated || wanted && term.mode.rank() >= Certainty::Planned.rank()
        };
        // "Put the fire out", "put the cups in a box" say nothing; "put it at 300" does.
        let figure = |word: &str| matches!(word, "at" | "above" | "below" | "between" | "around" | "near");
        let other = lemma == "put"
            && (verb_term.is_some_and(|verb| statement.terms[verb].lemma != *lemma) || !behind.clone().any(figure));
        if !judges && (other || verb_term.is_some_and(unsaid)) {
            continue;
        }
        let terms: Vec<usize> = match verb_term {
            Some(verb) => statement
                .roles
                .iter()
                .filter(|role| role.head == verb && matches!(role.slot, Slot::Agent | Slot::Sole))
                .map(|role| role.filler)
                .collect(),
            None => Vec::new(),
        };
        let mut terms = terms;
        if terms.is_empty() {
            // The verb is a light one without a term of its own, or follows what is said: "…, the company said."
            let before = clause.tokens[..place]
                .iter()
                .rev()
                .take_while(|at| !parsed.tokens[**at].is(",") && !is_finite(parsed, **at))
                .last()
                .map_or(token.span.start, |at| parsed.tokens[*at].span.start);
            terms = names(Span::new(before, token.span.start), token.span.start);
        }
        let span = terms
            .iter()
            .map(|index| statement.terms[*index].span)
            .reduce(Span::join)
            .map_or(token.span, |span| span.join(token.span));
        // A clause or a quotation after it is what is said; a noun alone ("announced the breach") makes the verb the assertion itself.
        let frame = verb_term.and_then(|verb| statement.terms[verb].predication);
        let introduces = judges
            || !statement.quotes.is_empty()
            || match frame {
                Some(frame) => below(statement, frame).next().is_some(),
                None => clause.tokens[place + 1..].iter().any(|later| {
                    is_finite(parsed, *later) || parsed.tokens[*later].is("that") || parsed.tags[*later] == Tag::To
                }),
            };
        return Some(Speaker { terms, span, verb: lemma.clone(), introduces });
    }
    None
}
