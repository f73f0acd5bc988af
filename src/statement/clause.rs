//! Clauses: which words of a sentence make one assertion, who does what in it, and what qualifies it.

use super::date::Bound;
use super::tag::Tag;
use super::{Certainty, Frame, Parsed, Role, Slot, Speaker, Statement, TermKind};
use crate::lexicon::{self, Class};
use crate::text::{Span, TokenKind};

/// The tokens of one assertion, by index, in order. A subject that a second verb shares, or the words that "eight million in Indonesia"
/// leaves out, are among them, though they stand outside its span.
#[derive(Debug, Clone)]
pub struct Clause {
    pub span: Span,
    pub tokens: Vec<usize>,
    /// What an elliptic figure counts ("eight million in Indonesia" after "53 million users in Thailand").
    pub counted: Option<String>,
    /// The clause that times this one, by its place in the sentence.
    pub timed_by: Option<(usize, Bound)>,
    /// It times or restricts another clause.
    pub subordinate: bool,
}

/// The assertions of a sentence.
pub fn split(parsed: &Parsed) -> Vec<Clause> {
    let mut out: Vec<Clause> = Vec::new();
    let mut start = 0;
    let mut previous: Vec<usize> = Vec::new();
    let mut subject: Vec<usize> = Vec::new();
    let mut attribution: Vec<usize> = Vec::new();
    let ends = boundaries(parsed);
    for (end, next) in ends.iter().copied().chain([(parsed.tokens.len(), parsed.tokens.len())]) {
        let own: Vec<usize> =
            (start..end).filter(|at| !(parsed.tags[*at] == Tag::Conjunction && *at == start)).collect();
        let own: Vec<usize> =
            own.iter().copied().skip(usize::from(own.first().is_some_and(|at| parsed.tokens[*at].is("so")))).collect();
        let opened_by_so = (start..end).take(2).any(|at| parsed.tokens[at].is("so"));
        start = next;
        if own.is_empty() {
            continue;
        }
        let mut tokens = own.clone();
        let first_word =
            own.iter().copied().find(|at| !matches!(parsed.tags[*at], Tag::Mark | Tag::Adverb | Tag::Subordinator));
        let verb_first = first_word.is_some_and(|at| is_finite(parsed, at));
        let pronoun_first = first_word.is_some_and(|at| {
            parsed.tags[at] == Tag::Pronoun && lexicon::get().is(&parsed.tokens[at].norm, Class::ThirdPerson)
        });
        let inverted = opened_by_so && first_word.is_some_and(|at| parsed.tags[at] == Tag::Auxiliary);
        if inverted && !out.is_empty() {
            // "and so did the messages": what the clause before said of its subject.
            let verb = previous.iter().position(|at| is_finite(parsed, *at)).unwrap_or(0);
            tokens =
                own.iter().filter(|at| parsed.tags[**at] != Tag::Auxiliary).chain(&previous[verb..]).copied().collect();
        } else if !out.is_empty() {
            if verb_first || pronoun_first {
                tokens = subject.iter().chain(&own).copied().collect();
            }
            // "LY said that A and that B": what is said goes on.
            if first_word.is_some_and(|at| parsed.tokens[at].is("that"))
                || !attribution.is_empty() && !verb_first && own.first().is_some_and(|at| parsed.tokens[*at].is("that"))
            {
                tokens = attribution.iter().chain(&own).copied().collect();
            }
        }
        if !verb_first {
            let verb = own.iter().position(|at| is_finite(parsed, *at)).unwrap_or(own.len());
            let before: Vec<usize> = own[..verb].to_vec();
            if !pronoun_first && !before.is_empty() {
                subject = leading_noun_group(parsed, &before);
            }
            attribution = own
                .get(verb)
                .filter(|at| lexicon::get().is(&lexicon::get().lemma(&parsed.tokens[**at].norm), Class::Say))
                .map_or(Vec::new(), |_| own[..=verb].to_vec());
        }
        let span = own.iter().map(|at| parsed.tokens[*at].span).reduce(Span::join).expect("own is not empty");
        previous.clone_from(&own);
        let clause =
            Clause { span: trimmed(parsed, &own, span), tokens, counted: None, timed_by: None, subordinate: false };
        let first = out.len();
        for mut part in unfold(parsed, clause, &subject) {
            // Timing clauses come before what they time, and none of them is split further.
            if let Some((index, _)) = &mut part.timed_by {
                *index += first;
            }
            if part.subordinate {
                out.push(part);
            } else {
                out.extend(gaps(parsed, part));
            }
        }
    }
    out
}

/// Takes out of a clause what times it ("when LY received its guidance in March 2024") and what restricts a noun of it with a figure
/// ("a leak that ran to 5 million items"). What is taken out comes first.
fn unfold(parsed: &Parsed, clause: Clause, subject: &[usize]) -> Vec<Clause> {
    let mut out = Vec::new();
    let mut main = clause.clone();
    if let Some((bound, inner, rest)) = timing(parsed, &clause.tokens) {
        let pronoun = inner
            .iter()
            .find(|at| !matches!(parsed.tags[**at], Tag::Mark | Tag::Adverb))
            .is_some_and(|at| parsed.tags[*at] == Tag::Pronoun);
        let leads = inner[0] < rest[0];
        let lend = |to: &[usize], from: &[usize]| -> Vec<usize> {
            from.iter().filter(|at| !to.contains(at)).chain(to).copied().collect()
        };
        let owner: Vec<usize> = if leads {
            let verb = rest.iter().position(|at| is_finite(parsed, *at)).unwrap_or(0);
            rest[..verb].to_vec()
        } else {
            subject.to_vec()
        };
        let tokens = if pronoun { lend(&inner, &owner) } else { inner.clone() };
        if let Some(span) = inner.iter().map(|at| parsed.tokens[*at].span).reduce(Span::join) {
            out.push(Clause {
                span: trimmed(parsed, &inner, span),
                tokens,
                counted: None,
                timed_by: None,
                subordinate: true,
            });
        }
        let span = rest.iter().map(|at| parsed.tokens[*at].span).reduce(Span::join).unwrap_or(clause.span);
        main = Clause {
            span: trimmed(parsed, &rest, span),
            tokens: rest,
            counted: None,
            timed_by: Some((0, bound)),
            subordinate: false,
        };
    }
    if let Some((inner, rest)) = apposition(parsed, &main.tokens) {
        let own: Vec<usize> = inner.clone();
        let tokens: Vec<usize> =
            if inner.iter().any(|at| matches!(parsed.tokens[*at].norm.as_str(), "its" | "their" | "his" | "her")) {
                lend_owner(&inner, subject)
            } else {
                inner
            };
        if let Some(span) = own.iter().map(|at| parsed.tokens[*at].span).reduce(Span::join) {
            out.push(Clause {
                span: trimmed(parsed, &own, span),
                tokens,
                counted: None,
                timed_by: None,
                subordinate: true,
            });
        }
        main.tokens = rest;
    }
    if let Some((inner, rest)) = restriction(parsed, &main.tokens) {
        if let Some(span) = inner.iter().map(|at| parsed.tokens[*at].span).reduce(Span::join) {
            out.push(Clause {
                span: trimmed(parsed, &inner, span),
                tokens: inner,
                counted: None,
                timed_by: None,
                subordinate: true,
            });
        }
        main.tokens = rest;
    }
    out.push(main);
    out
}

/// The subject of the clause before, for a possessive that points back to it.
fn lend_owner(inner: &[usize], subject: &[usize]) -> Vec<usize> {
    inner.iter().copied().chain(subject.iter().copied().filter(|at| !inner.contains(at))).collect()
}

/// "A Holdings, its main owner, …": the name with what is said of it in passing, and the rest without that.
fn apposition(parsed: &Parsed, tokens: &[usize]) -> Option<(Vec<usize>, Vec<usize>)> {
    let comma = |place: usize| tokens.get(place).is_some_and(|at| parsed.tokens[*at].is(","));
    let opens = |at: &usize| parsed.tags[*at] == Tag::Determiner || lexicon::get().is_title(&parsed.tokens[*at].norm);
    let open = (1..tokens.len()).find(|place| {
        comma(*place) && parsed.tags[tokens[place - 1]] == Tag::Name && tokens.get(place + 1).is_some_and(opens)
    })?;
    let close = (open + 1..tokens.len()).find(|place| comma(*place))?;
    let inner = &tokens[open + 1..close];
    let nominal = inner.iter().all(|at| {
        matches!(
            parsed.tags[*at],
            Tag::Determiner | Tag::Noun | Tag::Name | Tag::Preposition | Tag::Possessive | Tag::Participle | Tag::Mark
        )
    }) && inner.iter().any(|at| parsed.tags[*at].is_nominal());
    let verb_follows = tokens[close + 1..]
        .iter()
        .find(|at| !matches!(parsed.tags[**at], Tag::Adverb))
        .is_some_and(|at| is_finite(parsed, *at));
    if !nominal || !verb_follows {
        return None;
    }
    let from = tokens[..open]
        .iter()
        .rposition(|at| parsed.tags[*at] != Tag::Name && !parsed.tokens[*at].capital)
        .map_or(0, |place| place + 1);
    let named = tokens[from..open].iter().chain(inner).copied().collect();
    Some((named, tokens[..open].iter().chain(&tokens[close + 1..]).copied().collect()))
}

/// A timing clause: how it times, its tokens, the rest.
fn timing(parsed: &Parsed, tokens: &[usize]) -> Option<(Bound, Vec<usize>, Vec<usize>)> {
    let bound_of = |at: usize| {
        (parsed.tags[at] == Tag::Subordinator).then(|| match parsed.tokens[at].norm.as_str() {
            "when" | "while" | "as" => Some(Bound::At),
            "after" | "once" => Some(Bound::After),
            "before" => Some(Bound::Before),
            _ => None,
        })?
    };
    let place = tokens.iter().position(|at| bound_of(*at).is_some())?;
    let bound = bound_of(tokens[place])?;
    let whole = |part: &[usize]| part.iter().any(|at| is_finite(parsed, *at));
    let opens = tokens[..place].iter().all(|at| !parsed.tags[*at].has_content() && parsed.tags[*at] != Tag::Number);
    let (inner, rest) = if opens {
        let comma = tokens[place..].iter().position(|at| parsed.tokens[*at].is(","))? + place;
        (tokens[place + 1..comma].to_vec(), tokens[comma + 1..].to_vec())
    } else {
        let end =
            tokens[place..].iter().position(|at| parsed.tokens[*at].is(",")).map_or(tokens.len(), |at| at + place);
        let before: Vec<usize> = tokens[..place].iter().copied().filter(|at| !parsed.tokens[*at].is("only")).collect();
        (tokens[place + 1..end].to_vec(), before.into_iter().chain(tokens[end..].iter().copied()).collect())
    };
    (whole(&inner) && whole(&rest)).then_some((bound, inner, rest))
}

/// A relative clause that holds a figure: its tokens with the noun it restricts, and the rest.
fn restriction(parsed: &Parsed, tokens: &[usize]) -> Option<(Vec<usize>, Vec<usize>)> {
    let place = tokens.iter().position(|at| {
        parsed.tags[*at] == Tag::Relative && matches!(parsed.tokens[*at].norm.as_str(), "that" | "which")
    })?;
    let end = tokens[place + 1..]
        .iter()
        .position(|at| parsed.tokens[*at].is(",") || parsed.tokens[*at].is("."))
        .map_or(tokens.len(), |at| at + place + 1);
    let inner = &tokens[place + 1..end];
    let figure = parsed.quantities.iter().any(|quantity| inner.contains(&quantity.first));
    let verb_first =
        inner.iter().find(|at| !matches!(parsed.tags[**at], Tag::Adverb)).is_some_and(|at| is_finite(parsed, *at));
    let outside = tokens[..place].iter().chain(&tokens[end..]).any(|at| is_finite(parsed, *at));
    if !figure || !verb_first || !outside {
        return None;
    }
    let head = tokens[..place].iter().rposition(|at| parsed.tags[*at].is_nominal())?;
    let from = tokens[..head]
        .iter()
        .rposition(|at| !matches!(parsed.tags[*at], Tag::Noun | Tag::Name | Tag::Possessive | Tag::Participle))
        .map_or(0, |at| at + 1);
    let noun: Vec<usize> = tokens[from..=head].to_vec();
    let rest = tokens[..place].iter().chain(&tokens[end..]).copied().collect();
    Some((noun.into_iter().chain(inner.iter().copied()).collect(), rest))
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

/// The subject of a clause without the prepositional group or subordinate clause that may open it: what follows the last comma.
fn leading_noun_group(parsed: &Parsed, before: &[usize]) -> Vec<usize> {
    let cut = before.iter().rposition(|at| parsed.tokens[*at].is(",")).map_or(0, |at| at + 1);
    let group = &before[cut..];
    if group.iter().any(|at| parsed.tags[*at].is_nominal()) { group.to_vec() } else { before[..cut].to_vec() }
}

/// A verb that carries a clause, or the auxiliary that opens its verb group.
fn is_finite(parsed: &Parsed, at: usize) -> bool {
    match parsed.tags[at] {
        Tag::Verb => true,
        Tag::Auxiliary => !matches!(parsed.tokens[at].norm.as_str(), "be" | "been" | "being" | "having"),
        _ => false,
    }
}

/// Where one assertion ends and the next begins: (end of the one, start of the next).
fn boundaries(parsed: &Parsed) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut start = 0;
    let quoted = quoted_tokens(parsed);
    for (at, token) in parsed.tokens.iter().enumerate() {
        if quoted[at] {
            continue;
        }
        let strong = token.is(";") || token.is("—") && parsed.tokens[at + 1..].iter().all(|t| !t.is("—"));
        let joint = parsed.tags[at] == Tag::Conjunction && matches!(token.norm.as_str(), "and" | "but" | "yet" | "so")
            || parsed.tags[at] == Tag::Subordinator
                && matches!(token.norm.as_str(), "while" | "whereas" | "although" | "though")
                && at > 0
                && parsed.tokens[at - 1].is(",");
        if !(strong || joint) || at == start {
            continue;
        }
        let comma = parsed.tokens[at - 1].is(",");
        let end = at - usize::from(comma);
        if stands_alone(parsed, start, end) && carries_clause(parsed, at + 1, comma || strong) {
            out.push((end, if strong { at + 1 } else { at }));
            start = at;
        }
    }
    out
}

/// Whether the words so far make a whole clause: a finite verb, and one after the last word that opened a clause inside it.
fn stands_alone(parsed: &Parsed, start: usize, end: usize) -> bool {
    let mut opener = start;
    for at in start..end {
        let say = parsed.tags[at] == Tag::Verb
            && lexicon::get().is(&lexicon::get().lemma(&parsed.tokens[at].norm), Class::Say);
        if matches!(parsed.tags[at], Tag::Subordinator | Tag::Relative) {
            opener = at + 1;
        } else if say && !(parsed.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Figure) || at + 1 >= end) {
            // What is said may be a noun ("announced the leak") or a clause; only a clause after it needs its own verb.
            let complement = (at + 1..end).any(|later| is_finite(parsed, later));
            let noun_next = matches!(
                parsed.tags.get(at + 1),
                Some(Tag::Determiner | Tag::Number | Tag::Preposition | Tag::Name | Tag::Noun)
            );
            let clause_next = (end..parsed.tokens.len().min(end + 6)).any(|later| is_finite(parsed, later))
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
        && inner > start
        && !parsed.tokens.get(end).is_some_and(|t| t.is(",") || t.is(";"))
    {
        return false;
    }
    let range = opener..end;
    range.clone().any(|at| is_finite(parsed, at)) || opener == start && (start..end).any(|at| parsed.tags[at].is_verb())
}

/// Whether a clause begins here: a verb at once, or a noun group and then a verb.
fn carries_clause(parsed: &Parsed, from: usize, comma: bool) -> bool {
    let mut nominal = false;
    let mut inside_group = 0;
    for at in from..parsed.tokens.len() {
        match parsed.tags[at] {
            Tag::Adverb | Tag::Negator => {}
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

/// "53 million users in Thailand and eight million in Indonesia" is two assertions that share their beginning.
fn gaps(parsed: &Parsed, clause: Clause) -> Vec<Clause> {
    let position = |token: usize| clause.tokens.iter().position(|at| *at == token);
    // Each group: a figure, perhaps its noun, and a preposition with a name.
    let mut groups: Vec<(usize, usize, Option<String>)> = Vec::new();
    for quantity in &parsed.quantities {
        let (Some(first), Some(last)) = (position(quantity.first), position(quantity.last - 1)) else { continue };
        if quantity.share || quantity.is_duration() || quantity.factor {
            continue;
        }
        let mut at = last + 1;
        while at < clause.tokens.len()
            && matches!(parsed.tags[clause.tokens[at]], Tag::Noun | Tag::Auxiliary)
            && at < last + 4
        {
            at += 1;
        }
        let place_word = clause.tokens.get(at).is_some_and(|token| {
            matches!(
                parsed.tokens[*token].norm.as_str(),
                "elsewhere" | "abroad" | "overseas" | "worldwide" | "globally" | "outside"
            )
        });
        let located = place_word
            || clause.tokens.get(at).is_some_and(|token| parsed.tags[*token] == Tag::Preposition)
                && clause.tokens.get(at + 1).is_some_and(|next| parsed.tags[*next] == Tag::Name);
        if !located {
            continue;
        }
        let mut end = at + 1;
        while end < clause.tokens.len()
            && matches!(parsed.tags[clause.tokens[end]], Tag::Name | Tag::Noun | Tag::Possessive)
        {
            end += 1;
        }
        groups.push((first, end, quantity.of.clone()));
    }
    let joined = |from: usize, to: usize| {
        from <= to
            && (from..to).all(|at| {
                matches!(
                    parsed.tokens[clause.tokens[at]].norm.as_str(),
                    "," | "and" | "but" | "another" | "plus" | "with" | "further" | "a"
                )
            })
    };
    let chained = groups.len() > 1 && groups.windows(2).all(|pair| joined(pair[0].1, pair[1].0));
    if !chained {
        return vec![clause];
    }
    let head: Vec<usize> = clause.tokens[..groups[0].0].to_vec();
    let tail: Vec<usize> = clause.tokens[groups[groups.len() - 1].1..].to_vec();
    let counted = groups[0].2.clone();
    let last_group = groups.len() - 1;
    groups
        .iter()
        .enumerate()
        .map(|(index, (first, end, _))| {
            let own = &clause.tokens[*first..*end];
            let mut tokens = head.clone();
            tokens.extend_from_slice(own);
            tokens.extend_from_slice(&tail);
            let mut span =
                own.iter().map(|at| parsed.tokens[*at].span).reduce(Span::join).expect("a group holds its figure");
            if index == 0 {
                span = Span::new(clause.span.start.min(span.start), span.end);
            }
            if index == last_group {
                span = Span::new(span.start, clause.span.end.max(span.end));
            }
            // The first group's noun is counted in the others as well; its tokens go along so that coverage sees it.
            Clause {
                span,
                tokens,
                counted: counted.clone(),
                timed_by: clause.timed_by,
                subordinate: clause.subordinate,
            }
        })
        .collect()
}

fn slot_of(preposition: &str) -> Slot {
    match preposition {
        "of" => Slot::Of,
        "to" | "into" | "toward" | "towards" | "for" => Slot::To,
        "from" => Slot::From,
        "in" | "at" | "on" | "within" | "near" | "inside" | "off" => Slot::In,
        _ => Slot::Other,
    }
}

/// Fills `statement.roles` from the order of words, prepositions and voice.
pub fn assign_roles(parsed: &Parsed, clause: &Clause, statement: &mut Statement) {
    let term_of = |token: usize| {
        statement.terms.iter().position(|term| {
            token >= term.token
                && parsed.tokens[token].span.end <= term.span.end
                && parsed.tokens[token].span.start >= term.span.start
        })
    };
    let mut roles: Vec<Role> = Vec::new();
    let mut push = |head: usize, filler: usize, slot: Slot| {
        let role = Role { head, filler, slot };
        if head != filler && !roles.contains(&role) {
            roles.push(role);
        }
    };
    let mut verb: Option<usize> = None;
    let mut passive = false;
    let mut subjects: Vec<usize> = Vec::new();
    let mut nominal: Option<usize> = None;
    let mut slot: Option<Slot> = None;
    let mut last_slot: Option<Slot> = None;
    let mut possessor: Option<usize> = None;
    let mut after_be = false;
    let mut adjacent = false;
    let mut previous_term = usize::MAX;
    let mut after_number = false;
    let mut after_copula = false;
    let mut complement: Option<usize> = None;
    for at in &clause.tokens {
        let token = &parsed.tokens[*at];
        let tag = parsed.tags[*at];
        let term = term_of(*at);
        if let Some(index) = term
            && index == previous_term
        {
            continue;
        }
        let nominal_here = matches!(tag, Tag::Name | Tag::Noun)
            || term.is_some_and(|index| statement.terms[index].kind == TermKind::Name);
        if nominal_here && let Some(index) = term {
            previous_term = index;
            if let Some(owner) = possessor.take() {
                push(index, owner, Slot::Of);
            }
            if adjacent && let Some(before) = nominal {
                // A compound: what stood before now describes this word, which takes over its place.
                push(index, before, Slot::Of);
                if complement == Some(before) {
                    complement = Some(index);
                }
                if let Some(place) = subjects.iter().position(|subject| *subject == before) {
                    subjects[place] = index;
                }
            }
            let mine = slot.take().or(if adjacent { last_slot } else { None });
            match (mine, verb) {
                (Some(Slot::Of), _) => {
                    // "64.5 percent of LY" hangs on its verb.
                    if let Some(head) = nominal.or(verb).filter(|_| !adjacent) {
                        push(head, index, Slot::Of);
                    }
                    if let Some(verb) = verb.filter(|_| after_number) {
                        push(verb, index, Slot::Of);
                    }
                }
                (Some(found), verb) => {
                    if let Some(verb) = verb {
                        push(verb, index, found);
                    }
                    if let Some(head) = nominal.filter(|_| !adjacent) {
                        push(head, index, found);
                    }
                }
                (None, None) => subjects.push(index),
                (None, Some(verb)) => push(verb, index, if passive { Slot::Other } else { Slot::Patient }),
            }
            last_slot = mine;
            nominal = Some(index);
            adjacent = true;
            after_number = false;
            complement =
                complement.or(if after_copula && !matches!(mine, Some(Slot::Of)) { Some(index) } else { None });
            continue;
        }
        match tag {
            Tag::Verb | Tag::Participle | Tag::Infinitive => {
                if let Some(index) = term {
                    previous_term = index;
                    let past = tag == Tag::Participle && !token.norm.ends_with("ing");
                    let reduced = past && !after_be && nominal.is_some();
                    let is_passive = past && after_be
                        || reduced
                            && parsed
                                .tokens
                                .get(at + 1)
                                .is_some_and(|t| t.is("by") || t.is("from") || t.is("in") || t.is("to"));
                    let before: Vec<usize> =
                        if reduced && verb.is_some() { nominal.into_iter().collect() } else { subjects.clone() };
                    for subject in before {
                        push(index, subject, if is_passive { Slot::Patient } else { Slot::Agent });
                    }
                    // A participle before its noun ("leaked items") governs nothing else.
                    verb = Some(index);
                    passive = is_passive;
                }
                after_be = false;
                adjacent = false;
                slot = None;
                last_slot = None;
            }
            Tag::Auxiliary => {
                let be = lexicon::get().is(&token.norm, Class::Be) || token.is("get") || token.is("got");
                after_be = be || after_be && matches!(token.norm.as_str(), "been" | "being");
                after_copula |= be && verb.is_none();
                adjacent = false;
            }
            Tag::Preposition => {
                let found = slot_of(&token.norm);
                slot = Some(if token.is("by") && passive { Slot::Agent } else { found });
                adjacent = false;
            }
            Tag::Possessive => {
                possessor = nominal;
                adjacent = false;
            }
            Tag::Conjunction => {
                // "SoftBank and Naver": the second takes the place of the first.
                slot = last_slot;
                adjacent = false;
            }
            Tag::Mark => {
                adjacent = token.is("-") && adjacent;
                if token.is(",") {
                    slot = last_slot;
                    // "…, its president said": what was said has ended.
                    if trailing_speech(parsed, clause, *at) {
                        subjects.clear();
                        verb = None;
                        slot = None;
                        last_slot = None;
                    }
                }
            }
            Tag::Subordinator | Tag::Relative => {
                adjacent = false;
                slot = None;
                last_slot = None;
                if tag == Tag::Relative {
                    subjects = nominal.into_iter().collect();
                } else {
                    subjects.clear();
                }
                verb = if tag == Tag::Subordinator { None } else { verb };
            }
            Tag::Adverb | Tag::Negator => {}
            Tag::Number => {
                after_number = true;
                adjacent = false;
                // "In March 2024 Idezawa handed …": the date fills the preposition's place.
                if parsed.dates.iter().any(|date| date.first <= *at && *at < date.last) {
                    slot = None;
                    last_slot = None;
                }
            }
            _ => adjacent = false,
        }
    }
    // "Naver is under the influence of LY": the noun after the copula is what is said of the subject.
    if verb.is_none()
        && let Some(head) = complement
    {
        // Who is under somebody's influence is the one it is done to.
        let under = clause.tokens.iter().any(|at| parsed.tokens[*at].is("under"));
        for subject in subjects.iter().filter(|subject| **subject != head) {
            push(head, *subject, if under { Slot::Patient } else { Slot::Agent });
        }
        if under {
            let doers: Vec<usize> = roles
                .iter()
                .filter(|role| role.head == head && matches!(role.slot, Slot::Of | Slot::From))
                .map(|role| role.filler)
                .collect();
            for doer in doers {
                let role = Role { head, filler: doer, slot: Slot::Agent };
                if !roles.contains(&role) {
                    roles.push(role);
                }
            }
        }
    }
    statement.roles = roles;
}

/// Whether a comma opens the speaker at the end of a sentence: a noun group, a speech verb, and no clause after it.
fn trailing_speech(parsed: &Parsed, clause: &Clause, comma: usize) -> bool {
    let rest: Vec<usize> = clause.tokens.iter().copied().filter(|at| *at > comma).collect();
    let Some(verb) = rest.iter().position(|at| is_finite(parsed, *at)) else { return false };
    let lemma = lexicon::get().lemma(&parsed.tokens[rest[verb]].norm);
    verb > 0
        && verb <= 7
        && lexicon::get().is(&lemma, Class::Say)
        && rest[..verb]
            .iter()
            .all(|at| !matches!(parsed.tags[*at], Tag::Preposition | Tag::Relative | Tag::Subordinator))
        && !rest[verb + 1..].iter().any(|at| is_finite(parsed, *at) || parsed.tags[*at] == Tag::Number)
        && clause.tokens.iter().any(|at| *at < comma && is_finite(parsed, *at))
}

/// Finds titles beside names: "LY president Takeshi Idezawa", "Idezawa, the president of LY,".
pub fn offices(parsed: &Parsed, statement: &mut Statement) {
    let lexicon = lexicon::get();
    let is_title = |index: usize| {
        let term = &statement.terms[index];
        lexicon.is(&term.lemma, Class::Title)
            || term.words.last().is_some_and(|word| lexicon.is(&word.lemma, Class::Title))
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

/// Polarity, certainty, speaker, quotations, frame.
pub fn qualify(text: &str, parsed: &Parsed, clause: &Clause, statement: &mut Statement) {
    let lexicon = lexicon::get();
    let lemmas: Vec<String> = clause.tokens.iter().map(|at| lexicon.lemma(&parsed.tokens[*at].norm)).collect();
    let plain: Vec<usize> = (0..clause.tokens.len()).filter(|at| !parsed.tokens[clause.tokens[*at]].is("-")).collect();
    let pairs: Vec<(&str, &str)> =
        plain.iter().map(|at| (parsed.tokens[clause.tokens[*at]].norm.as_str(), lemmas[*at].as_str())).collect();
    let quoted = quoted_tokens(parsed);
    let mut neither = false;
    // What stands after "if", "because" or "who" is no part of what the clause itself affirms or denies.
    let mut aside = false;
    let mut index = 0;
    while index < plain.len() {
        let at = clause.tokens[plain[index]];
        let token = &parsed.tokens[at];
        let phrase = lexicon.phrase_at(&pairs[index..]);
        let length = phrase.as_ref().map_or(1, |phrase| phrase.length);
        let has =
            |class: Class| phrase.as_ref().is_some_and(|phrase| phrase.is(class)) || lexicon.is(&token.norm, class);
        let in_number = parsed.quantities.iter().any(|q| q.first <= at && at < q.last)
            || parsed.dates.iter().any(|d| d.first <= at && at < d.last);
        let last = clause.tokens[plain[index + length.min(plain.len() - index) - 1]];
        let span = token.span.join(parsed.tokens[last].span);
        let multi = phrase.as_ref().is_some_and(|phrase| phrase.length > 1 && phrase.classes != 0);
        let tag = plain[index..(index + length).min(plain.len())]
            .iter()
            .map(|place| parsed.tags[clause.tokens[*place]])
            .find(|tag| *tag == Tag::Subordinator)
            .unwrap_or(parsed.tags[at]);
        match tag {
            Tag::Subordinator if !matches!(token.norm.as_str(), "that" | "whether") => aside = true,
            Tag::Relative if index > 0 => aside = true,
            Tag::Mark if token.is(",") => aside = false,
            _ => {}
        }
        statement.without |= token.is("without") && !in_number;
        let not_only = token.is("not")
            && parsed.tokens.get(at + 1).is_some_and(|t| t.is("only") || t.is("just") || t.is("merely"));
        let verbal_lack = parsed.tags[at].is_verb() && lexicon.is(&lemmas[plain[index]], Class::Negator);
        // "Not until" affirms; "up, not down" denies only what stands after it.
        let later = clause.tokens.iter().copied().filter(|later| *later > at);
        let until = token.is("not") && later.clone().any(|later| parsed.tokens[later].is("until"));
        let contrast = token.is("not")
            && at > 0
            && parsed.tokens[at - 1].is(",")
            && !later.clone().take_while(|later| !parsed.tokens[*later].is(",")).any(|later| is_finite(parsed, later));
        if contrast {
            let end = later
                .clone()
                .take_while(|later| !parsed.tokens[*later].is(","))
                .last()
                .map_or(token.span.end, |last| parsed.tokens[last].span.end);
            statement.contrasts.push(Span::new(token.span.start, end));
        }
        if !in_number && !aside && !not_only && !until && !contrast && (has(Class::Negator) || verbal_lack) {
            if !(token.is("nor") && neither) {
                statement.negations.push(span);
            }
            // "No reports of misuse" says nothing of misuse itself.
            let passive = |later: &usize| {
                parsed.tags[*later] == Tag::Participle
                    && matches!(
                        lexicon.lemma(&parsed.tokens[*later].norm).as_str(),
                        "report" | "know" | "confirm" | "see" | "find" | "record" | "register" | "detect"
                    )
                    && clause
                        .tokens
                        .iter()
                        .any(|be| *be < *later && *be + 3 > *later && lexicon.is(&parsed.tokens[*be].norm, Class::Be))
            };
            statement.evidential |= clause.tokens.iter().filter(|later| **later > at).any(passive);
            statement.evidential |= clause
                .tokens
                .iter()
                .filter(|later| **later > at)
                .take(3)
                .any(|later| lexicon.is(&lexicon.lemma(&parsed.tokens[*later].norm), Class::Evidence));
            neither |= token.is("neither");
        }
        if !in_number && (!quoted[at] || statement.certainty == Certainty::Plain) {
            let found = if has(Class::Demanded) && parsed.tags[at].is_verb() || multi && has(Class::Demanded) {
                Some(Certainty::Demanded)
            } else if has(Class::Planned) && (parsed.tags[at] == Tag::Auxiliary || parsed.tags[at].is_verb() || multi) {
                Some(Certainty::Planned)
            } else if has(Class::Conditional) && !token.is("should") {
                Some(Certainty::Suggested)
            } else if has(Class::Possible) && (!token.capital || index == 0) {
                Some(Certainty::Possible)
            } else {
                None
            };
            if let Some(found) = found
                && rank(found) > rank(statement.certainty)
            {
                statement.certainty = found;
                statement.certainty_span = Some(span);
            }
            if matches!(lemmas[plain[index]].as_str(), "hint" | "suggest") && parsed.tags[at].is_verb() {
                statement.certainty = Certainty::Suggested;
                statement.certainty_span = Some(span);
            }
            // "Was told to …", "is required to …"
            if matches!(lemmas[plain[index]].as_str(), "tell" | "order" | "oblige" | "require" | "instruct" | "force")
                && parsed.tags[at].is_verb()
                && clause.tokens[plain[index]..].iter().any(|later| parsed.tags[*later] == Tag::To)
                && rank(Certainty::Demanded) > rank(statement.certainty)
            {
                statement.certainty = Certainty::Demanded;
                statement.certainty_span = Some(span);
            }
            let ruled_out = lemmas[plain[index]] == "rule" && parsed.tokens.get(at + 1).is_some_and(|t| t.is("out"));
            if (matches!(lemmas[plain[index]].as_str(), "deny" | "reject" | "dismiss") || ruled_out)
                && parsed.tags[at].is_verb()
            {
                statement.certainty = Certainty::Denied;
                statement.certainty_span = Some(span);
            }
        }
        if statement.frame.is_none()
            && (phrase.as_ref().is_some_and(|phrase| phrase.is(Class::PastFrame))
                || lexicon.is(&token.norm, Class::PastFrame))
        {
            statement.frame = Some((Frame::First, span));
        } else if statement.frame.is_none()
            && (phrase.as_ref().is_some_and(|phrase| phrase.is(Class::PresentFrame))
                || lexicon.is(&token.norm, Class::PresentFrame))
            && !in_number
        {
            statement.frame = Some((Frame::Latest, span));
        }
        if !in_number && has(Class::Only) && !not_only && parsed.tags[at] != Tag::Noun {
            statement.only.get_or_insert(span);
        }
        if !in_number && has(Class::Universal) && parsed.tags[at] != Tag::Noun && !token.is("none") {
            statement.universal.get_or_insert(span);
        }
        index += if multi { length } else { 1 };
    }
    statement.quotes = quotes(text, parsed, clause);
    statement.speaker = speaker(parsed, clause, statement);
}

fn rank(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::Plain => 0,
        Certainty::Possible => 1,
        Certainty::Opinion => 2,
        Certainty::Planned => 3,
        Certainty::Suggested => 4,
        Certainty::Demanded => 5,
        Certainty::Denied => 6,
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
                    && !text[start..token.span.start].trim().is_empty()
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
    let lexicon = lexicon::get();
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
        if token.is("in") || token.is("by") {
            // "in the ministry's view", "by its own account"
            let stop = clause.tokens[place + 1..].iter().take(7).find(|at| {
                matches!(
                    parsed.tokens[**at].norm.as_str(),
                    "view" | "opinion" | "words" | "account" | "eyes" | "telling" | "reckoning"
                )
            });
            if let Some(stop) = stop
                && clause.tokens[place + 1..].iter().take_while(|at| *at < stop).all(|at| {
                    matches!(
                        parsed.tags[*at],
                        Tag::Name | Tag::Noun | Tag::Determiner | Tag::Possessive | Tag::Preposition
                    ) || parsed.tokens[*at].is("own")
                })
            {
                let end = parsed.tokens[*stop].span.end;
                let terms = names(token.span, end)
                    .into_iter()
                    .filter(|index| {
                        !matches!(
                            statement.terms[*index].lemma.as_str(),
                            "view" | "opinion" | "word" | "account" | "eye" | "telling" | "reckoning"
                        )
                    })
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
    if let Some(comma) =
        clause.tokens.iter().rev().find(|at| parsed.tokens[**at].is(",") && trailing_speech(parsed, clause, **at))
    {
        let verb = clause.tokens.iter().find(|at| *at > comma && is_finite(parsed, **at))?;
        let from = parsed.tokens[*comma].span;
        let terms = names(Span::new(from.end, parsed.tokens[*verb].span.start), parsed.tokens[*verb].span.start);
        return Some(Speaker {
            terms,
            span: Span::new(
                clause.tokens.iter().find(|at| *at > comma).map_or(from.end, |at| parsed.tokens[*at].span.start),
                parsed.tokens[*verb].span.end,
            ),
            verb: lexicon.lemma(&parsed.tokens[*verb].norm),
            introduces: true,
        });
    }
    // The first speech verb that has a subject and something said.
    for (place, at) in clause.tokens.iter().enumerate() {
        let token = &parsed.tokens[*at];
        let lemma = lexicon.lemma(&token.norm);
        if !parsed.tags[*at].is_verb() || !lexicon.is(&lemma, Class::Say) || parsed.tags[*at] == Tag::Infinitive {
            continue;
        }
        let passive = parsed.tags[*at] == Tag::Participle
            && place > 0
            && clause.tokens[..place].iter().rev().take(2).any(|at| lexicon.is(&parsed.tokens[*at].norm, Class::Be));
        if passive || parsed.tags[*at] == Tag::Participle && place == 0 {
            continue;
        }
        let verb_term = statement.terms.iter().position(|term| {
            parsed.tokens[*at].span.start >= term.span.start && parsed.tokens[*at].span.end <= term.span.end
        });
        let terms: Vec<usize> = match verb_term {
            Some(verb) => statement
                .roles
                .iter()
                .filter(|role| role.head == verb && role.slot == Slot::Agent)
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
        let introduces = clause.tokens[place + 1..].iter().any(|later| {
            is_finite(parsed, *later) || parsed.tokens[*later].is("that") || parsed.tags[*later] == Tag::To
        }) || !statement.quotes.is_empty();
        return Some(Speaker { terms, span, verb: lemma, introduces });
    }
    None
}
