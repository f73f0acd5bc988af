//! Word classes, guessed from the closed classes, the verb list, endings and neighbours.

use super::date::DateRef;
use super::quantity::Quantity;
use crate::lexicon::{self, Class, List, among};
use crate::text::{Token, TokenKind};

/// The class of a token in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    Determiner,
    Pronoun,
    /// "which", "who", "that" after a noun.
    Relative,
    Preposition,
    Conjunction,
    Subordinator,
    Auxiliary,
    Negator,
    /// "to" before a verb.
    To,
    /// A verb that can be the predicate of a clause: "leaked", "owns".
    Verb,
    /// "leaked" or "leaking" as part of a noun group, or after an auxiliary.
    Participle,
    /// A bare infinitive after an auxiliary or "to".
    Infinitive,
    Name,
    Noun,
    Adverb,
    /// Part of a date or a quantity.
    Number,
    Possessive,
    Mark,
}

impl Tag {
    pub fn is_verb(self) -> bool {
        matches!(self, Tag::Verb | Tag::Participle | Tag::Infinitive)
    }

    /// Nouns, names, verbs, adverbs: words that a source must give.
    pub fn has_content(self) -> bool {
        matches!(self, Tag::Verb | Tag::Participle | Tag::Infinitive | Tag::Name | Tag::Noun | Tag::Adverb)
    }

    pub fn is_nominal(self) -> bool {
        matches!(self, Tag::Name | Tag::Noun | Tag::Number)
    }
}

/// One tag a token.
pub fn tags(tokens: &[Token], dates: &[DateRef], quantities: &[Quantity]) -> Vec<Tag> {
    let lexicon = lexicon::get();
    let mut out: Vec<Tag> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        let tag = if dates.iter().any(|d| d.first <= at && at < d.last)
            || quantities.iter().any(|q| q.first <= at && at < q.last)
            || token.kind == TokenKind::Figure
        {
            Tag::Number
        } else if token.kind == TokenKind::Possessive {
            Tag::Possessive
        } else if token.kind == TokenKind::Mark {
            Tag::Mark
        } else {
            word_tag(lexicon, tokens, &out, at, quantities)
        };
        out.push(tag);
    }
    promote(lexicon, tokens, &mut out);
    out
}

/// A sentence without any finite verb so far gets the likeliest one: a form that can be a verb, after a noun, with something after it.
fn promote(lexicon: &lexicon::Lexicon, tokens: &[Token], tags: &mut [Tag]) {
    let finite = |at: usize| {
        tags[at] == Tag::Verb || tags[at] == Tag::Auxiliary && !among(tokens[at].norm.as_str(), List::BeForm)
    };
    let closed = tokens.last().is_some_and(|t| matches!(t.norm.as_str(), "." | "!" | "”" | "\""));
    if (0..tags.len()).any(finite) || !closed {
        return;
    }
    let candidate = |at: &usize| {
        let lemma = &tokens[*at].lemma;
        let follows = tokens.get(at + 1).is_some_and(|next| next.is_word() || next.kind == TokenKind::Figure);
        let bare = tokens[*at].norm.strip_suffix('s').is_some_and(|stem| lexicon.is(stem, Class::Verb));
        let verbal = (tokens[*at].lemma_belongs(Class::Verb) || bare || tags[*at] == Tag::Participle)
            && !tokens[*at].norm.ends_with("ing")
            || !lexicon.knows(lemma) && tokens[*at].norm.ends_with('s') && starts_object(tokens.get(at + 1));
        matches!(tags[*at], Tag::Noun | Tag::Participle)
            && *at > 0
            && (matches!(tags[at - 1], Tag::Noun | Tag::Name | Tag::Number | Tag::Adverb) || tokens[at - 1].is("."))
            && verbal
            && follows
    };
    let found: Vec<usize> = (0..tags.len()).filter(candidate).collect();
    // A changed form is a likelier verb than a bare one, and a form before an adjective as good as one before an article.
    let best = found
        .iter()
        .find(|at| {
            let next = tokens.get(**at + 1);
            tokens[**at].lemma != tokens[**at].norm
                && (starts_object(next) || next.is_some_and(|next| adjectival(lexicon, next)))
        })
        .or_else(|| found.iter().find(|at| starts_object(tokens.get(**at + 1))))
        .or(found.first());
    if let Some(at) = best {
        tags[*at] = Tag::Verb;
    }
}

fn word_tag(lexicon: &lexicon::Lexicon, tokens: &[Token], before: &[Tag], at: usize, quantities: &[Quantity]) -> Tag {
    let token = &tokens[at];
    let figure_next = quantities.iter().any(|quantity| quantity.first == at + 1);
    // "40 houses": a figure directly before, that counts something and is no name's ("Apollo 11 orbits").
    let counted = quantities.iter().any(|quantity| {
        let named = quantity.first > 1 && tokens[quantity.first - 1].capital;
        quantity.last == at && quantity.unit.is_none() && !named
    });
    // "The 210,000 recalled packs", "of 440,000 leaked items", but not "of which 300 contained tools".
    let led = |first: usize| {
        use Tag::{Auxiliary, Determiner, Infinitive, Participle, Preposition, Verb};
        first > 0 && matches!(before[first - 1], Determiner | Preposition | Verb | Infinitive | Participle | Auxiliary)
    };
    let group = counted && quantities.iter().any(|one| one.last == at && led(one.first));
    let norm = token.norm.as_str();
    let next = tokens.get(at + 1);
    let is = |class: Class| token.belongs(class);
    // "Nobody broke in": some negators are pronouns.
    let stands_for = |at: usize| among(tokens[at].norm.as_str(), List::Nobody);
    // The last tag that is no adverb, negator or mark of quotation.
    let prior = (0..before.len())
        .rev()
        .find(|at| {
            let stop = tokens[*at].is(".") && tokens[*at].glued;
            !stop && (!matches!(before[*at], Tag::Adverb | Tag::Negator) || tokens[*at].is("no") || stands_for(*at))
        })
        // "Had no appropriate means": the word denies a noun, which follows it as it follows an article.
        .map(|at| match before[at] {
            Tag::Negator if stands_for(at) => Tag::Pronoun,
            Tag::Negator => Tag::Determiner,
            tag => tag,
        });
    if token.capital && is_name(lexicon, tokens, before, at) {
        return Tag::Name;
    }
    // "Neither names nor ages": what "neither" denies goes on.
    if norm == "nor" && tokens[..at].iter().any(|token| token.is("neither")) {
        return Tag::Conjunction;
    }
    if is(Class::Negator) && norm != "lack" {
        return Tag::Negator;
    }
    match norm {
        // "Less strictly"
        "less" if next.is_some_and(|t| t.norm.ends_with("ly")) => return Tag::Adverb,
        // "its own" is a determiner, "they own" a verb.
        "own"
            if before.last() != Some(&Tag::Possessive)
                && at.checked_sub(1).is_none_or(|before| !among(tokens[before].norm.as_str(), List::Mine)) =>
        {
            return if prior == Some(Tag::To) || prior == Some(Tag::Auxiliary) { Tag::Infinitive } else { Tag::Verb };
        }
        "better" | "best"
            if next.is_some_and(|t| t.belongs(Class::Verb))
                && matches!(prior, Some(Tag::To | Tag::Preposition | Tag::Auxiliary)) =>
        {
            return Tag::Adverb;
        }
        // "Thailand and Taiwan put together"
        "put" | "taken" if next.is_some_and(|t| t.is("together")) && !matches!(prior, Some(Tag::Auxiliary)) => {
            return Tag::Adverb;
        }
        // "Has since been arrested", "had once entrusted"
        "since" | "once" if matches!(before.last(), Some(Tag::Auxiliary)) => return Tag::Adverb,
        // "Apologised once", "only once did it"
        "once"
            if next.is_none_or(|t| {
                t.is("again") || t.is("more") || t.kind == TokenKind::Mark && !t.is(",") || t.belongs(Class::Auxiliary)
            }) =>
        {
            return Tag::Adverb;
        }
        // "Once had access"
        "once"
            if matches!(prior, Some(Tag::Name | Tag::Noun | Tag::Pronoun))
                && before.last().is_some_and(|tag| *tag != Tag::Mark)
                && next.is_some_and(|t| {
                    !t.capital && (t.belongs(Class::Auxiliary) || t.lemma_belongs(Class::Verb) && t.lemma != t.norm)
                }) =>
        {
            return Tag::Adverb;
        }
        // "…", its statement read.
        "read" | "reads" if prior == Some(Tag::Noun) && next.is_none_or(|t| t.kind == TokenKind::Mark) => {
            return Tag::Verb;
        }
        "according" if next.is_some_and(|t| t.is("to")) => return Tag::Preposition,
        // "Not yet gone", "has yet to": no conjunction.
        "yet" if matches!(before.last(), Some(Tag::Auxiliary | Tag::Negator)) => return Tag::Adverb,
        "to" => {
            let after =
                tokens[at + 1..].iter().find(|t| t.is_word() && !t.belongs(Class::Filler) && !t.norm.ends_with("ly"));
            let verb = after.is_some_and(|t| {
                !t.capital && (t.belongs(Class::Verb) || t.belongs(Class::Auxiliary)) && t.lemma == t.norm
            });
            let names = at > 0 && tokens[at - 1].is("according");
            return if verb && !names { Tag::To } else { Tag::Preposition };
        }
        "that" if introduces_speech(tokens, before) => return Tag::Subordinator,
        // "Make sure that nothing leaks"
        "that" if at > 0 && among(tokens[at - 1].norm.as_str(), List::Sure) && clause_follows(tokens, at + 1) => {
            return Tag::Subordinator;
        }
        "that" => {
            return match prior {
                // "The server that the malware infected was …": a subject has its clause, unless it names something said or thought.
                Some(Tag::Noun | Tag::Name)
                    if !before
                        .iter()
                        .rev()
                        .take_while(|tag| !matches!(tag, Tag::Mark | Tag::Conjunction))
                        .any(|tag| tag.is_verb() || matches!(tag, Tag::Auxiliary | Tag::Subordinator))
                        && !has_content(&tokens[at - 1]) =>
                {
                    Tag::Relative
                }
                Some(Tag::Noun | Tag::Name | Tag::Number)
                    if !matches!(next.map(|t| t.norm.as_str()), Some("the" | "it" | "he" | "she" | "they")) =>
                {
                    Tag::Relative
                }
                // "See to it that nothing leaks"
                Some(Tag::Pronoun)
                    if tokens[at - 1].is("it")
                        && (clause_follows(tokens, at + 1) || at > 2 && tokens[at - 3].lemma == "see") =>
                {
                    Tag::Subordinator
                }
                // "Without making that known"
                Some(Tag::Participle | Tag::Infinitive) if !clause_follows(tokens, at + 1) => Tag::Pronoun,
                Some(Tag::Verb | Tag::Participle | Tag::Infinitive | Tag::Noun | Tag::Name) => Tag::Subordinator,
                // "It was in March 2024 that the number rose"
                Some(Tag::Number) if clause_follows(tokens, at + 1) => Tag::Subordinator,
                _ => Tag::Determiner,
            };
        }
        "who" | "whom" | "which" | "whose" | "where" if at > 0 => return Tag::Relative,
        "her" | "his" | "its" | "their" | "our" | "my" | "your" => return Tag::Determiner,
        _ => {}
    }
    // "Co-owns", "re-elected"
    if among(norm, List::Prefix) && tokens.get(at + 1).is_some_and(|next| next.is("-") && next.glued) {
        return Tag::Adverb;
    }
    // "break-in", "follow-up"
    if is(Class::Preposition) && at > 0 && tokens[at - 1].is("-") && tokens[at - 1].glued {
        return Tag::Noun;
    }
    if norm == "case" && at > 0 && tokens[at - 1].is("in") && clause_follows(tokens, at + 1) {
        return Tag::Subordinator;
    }
    if is(Class::Auxiliary) {
        // "Had to do with users", "is in the hands of a firm": verbs of their own.
        let ahead: Vec<(&str, &str)> =
            tokens[at..].iter().take(5).map(|t| (t.norm.as_str(), t.lemma.as_str())).collect();
        if matches!(ahead[0].1, "have" | "be")
            && lexicon::get().phrase_at(&ahead).is_some_and(|phrase| phrase.length >= 4 && !phrase.concepts.is_empty())
        {
            return Tag::Verb;
        }
        // "the will", "a can"
        if matches!(prior, Some(Tag::Determiner)) && !is(Class::Be) && !among(norm, List::HaveDo) {
            return Tag::Noun;
        }
        return Tag::Auxiliary;
    }
    if is(Class::Determiner) && !among(norm, List::More) {
        return Tag::Determiner;
    }
    if is(Class::Pronoun) {
        // "An IT company" is in information technology.
        let field = norm == "it" && token.capital && at > 0 && tokens[at - 1].kind != TokenKind::Mark;
        return if field { Tag::Noun } else { Tag::Pronoun };
    }
    if is(Class::Conjunction) && !is(Class::Subordinator) {
        return Tag::Conjunction;
    }
    if is(Class::Subordinator) {
        // "before the merger" and "after a month" are prepositions unless a verb follows soon.
        if is(Class::Preposition) && !clause_follows(tokens, at + 1) {
            return Tag::Preposition;
        }
        return Tag::Subordinator;
    }
    if is(Class::Preposition)
        && !(among(norm, List::Following) && matches!(prior, Some(Tag::Auxiliary | Tag::Determiner)))
    {
        // "When it was over, …": what stands before a comma leads to nothing.
        let stranded = prior == Some(Tag::Auxiliary) && next.is_some_and(|next| next.is(","));
        return if stranded { Tag::Adverb } else { Tag::Preposition };
    }
    if norm.ends_with("ly") && norm.len() > 4 && !is(Class::Verb) && !is(Class::NoAdverb) {
        return Tag::Adverb;
    }
    if adverbial(tokens, before, at) {
        return Tag::Adverb;
    }
    let lemma = &token.lemma;
    if !token.lemma_belongs(Class::Verb) {
        // A form in "-ed" of an unknown word is one of a verb.
        // "Unauthorized", "undated" say how something is.
        let past = norm.len() > 4 && norm.ends_with("ed") && !norm.ends_with("eed") && !norm.starts_with("un");
        return if past { past_form(tokens, before, at, prior, group) } else { Tag::Noun };
    }
    let ambiguous = token.lemma_belongs(Class::AmbiguousVerb);
    if norm == lemma {
        return match prior {
            // "The venture set up by Naver"
            Some(Tag::Name | Tag::Noun)
                if token.lemma_belongs(Class::Invariant)
                    && tokens[at + 1..].iter().take(2).any(|next| next.is("by"))
                    && before.last().is_some_and(|tag| tag.is_nominal()) =>
            {
                Tag::Participle
            }
            Some(Tag::Auxiliary)
                if token.lemma_belongs(Class::Invariant)
                    && before
                        .iter()
                        .rposition(|tag| *tag == Tag::Auxiliary)
                        .is_some_and(|aux| tokens[aux].belongs(Class::Be) || tokens[aux].lemma == "have") =>
            {
                Tag::Participle
            }
            // "Was bank data": no bare verb follows a form of "be".
            Some(Tag::Auxiliary)
                if before
                    .iter()
                    .rposition(|tag| *tag == Tag::Auxiliary)
                    .is_some_and(|aux| tokens[aux].belongs(Class::Be)) =>
            {
                Tag::Noun
            }
            Some(Tag::Auxiliary | Tag::To) => Tag::Infinitive,
            Some(Tag::Pronoun | Tag::Relative) => Tag::Verb,
            // "hit", "put", "cut" as past forms, or plural subjects: "users rely".
            Some(Tag::Name | Tag::Noun) if !ambiguous && before.last().is_some_and(|tag| !matches!(tag, Tag::Mark)) => {
                Tag::Verb
            }
            Some(Tag::Name | Tag::Noun)
                if ambiguous
                    && starts_object(next)
                    && (plural_before(tokens, at) || two_names_before(tokens, before)) =>
            {
                Tag::Verb
            }
            // "The court cut the sentence", "the court on Monday cut the sentence"
            Some(Tag::Name | Tag::Noun | Tag::Number)
                if token.lemma_belongs(Class::Invariant)
                    && next.is_some_and(|next| next.belongs(Class::Determiner))
                    && before.last().is_some_and(|tag| tag.is_nominal())
                    && !has_verb(tokens, before) =>
            {
                Tag::Verb
            }
            // "A system, shared by both, let them in", "the notice, in May, put it at 40"
            Some(Tag::Mark)
                if tokens[at - 1].is(",")
                    && token.lemma_belongs(Class::Invariant)
                    && starts_object(next)
                    && before.iter().filter(|tag| matches!(tag, Tag::Verb | Tag::Auxiliary)).count() == 0
                    && (before.contains(&Tag::Participle)
                        || before[..at - 1].contains(&Tag::Mark) && before[0] != Tag::Preposition) =>
            {
                Tag::Verb
            }
            // "The storm also cut power"
            Some(Tag::Name | Tag::Noun)
                if (before.last() == Some(&Tag::Adverb) || tokens[at - 1].belongs(Class::Filler))
                    && token.lemma_belongs(Class::Invariant)
                    && next.is_some_and(Token::is_word)
                    && !has_verb(tokens, before) =>
            {
                Tag::Verb
            }
            // "SoftBank and Naver each hold half".
            Some(Tag::Determiner)
                if at > 1
                    && among(tokens[at - 1].norm.as_str(), List::Each)
                    && before[at - 2] != Tag::Preposition
                    && (figure_next || starts_object(next)) =>
            {
                Tag::Verb
            }
            Some(Tag::Name | Tag::Noun)
                if figure_next && (plural_before(tokens, at) || two_names_before(tokens, before)) =>
            {
                Tag::Verb
            }
            Some(Tag::Conjunction) if !ambiguous => Tag::Infinitive,
            _ => Tag::Noun,
        };
    }
    // "Privacy settings", "the findings"
    if norm.ends_with("ings") {
        return Tag::Noun;
    }
    if norm.ends_with("ing") {
        return match prior {
            Some(Tag::Determiner) => Tag::Noun,
            // "A ticket vending machine"
            Some(Tag::Noun) if next.is_some_and(|next| !next.capital && among(&next.lemma, List::GerundHead)) => {
                Tag::Noun
            }
            _ => Tag::Participle,
        };
    }
    if norm.ends_with('s') && format!("{lemma}s") == norm
        || norm.ends_with("es") && format!("{lemma}es") == norm
        || norm.ends_with("ies")
    {
        return match prior {
            // "Nothing leaks", "nobody knows"
            _ if at > 0 && stands_for_all(&tokens[at - 1]) => Tag::Verb,
            _ if counted && ambiguous => Tag::Noun,
            Some(Tag::Noun) if at > 0 && adjectival(lexicon, &tokens[at - 1]) => Tag::Noun,
            // "… and intends to go on"
            Some(Tag::Conjunction) if !ambiguous && next.is_some_and(|next| next.is("to")) => Tag::Verb,
            Some(Tag::Name | Tag::Noun | Tag::Pronoun | Tag::Relative | Tag::Mark | Tag::Number)
                if (!ambiguous
                    // "Home addresses of users" has none.
                    || (figure_next || starts_object(next) && !next.is_some_and(|next| next.is("of")))
                        && before.last().is_some_and(|tag| *tag != Tag::Possessive)
                    // "Naver leans heavily on it"
                    || before.last() == Some(&Tag::Name) && leads_away(tokens, at + 1))
                    // "The company that LY outsources to has said"
                    && (!is_subject(tokens, at) || next.is_some_and(|t| t.belongs(Class::Preposition)) && tokens.get(at + 2).is_some_and(|t| t.belongs(Class::Auxiliary)))
                    && !(prior == Some(Tag::Noun) && has_verb(tokens, before)) =>
            {
                Tag::Verb
            }
            _ => Tag::Noun,
        };
    }
    past_form(tokens, before, at, prior, group)
}

/// Whether a word of the adverbs' lists is one here: "the then president" has an adjective, and so has "later figures".
fn adverbial(tokens: &[Token], before: &[Tag], at: usize) -> bool {
    let token = &tokens[at];
    let (sure, either) = (token.belongs(Class::Adverb), token.belongs(Class::AdverbOrAdjective));
    let closes_group =
        matches!(before.last(), Some(Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Number));
    if !(sure || either) || closes_group {
        return false;
    }
    let apart = tokens.get(at + 1).is_none_or(|next| {
        let closed = [
            Class::Preposition,
            Class::Conjunction,
            Class::Determiner,
            Class::Auxiliary,
            Class::Pronoun,
            Class::Negator,
        ];
        next.kind == TokenKind::Mark && !next.is("-")
            || closed.iter().any(|class| next.belongs(*class))
            || next.lemma_belongs(Class::Verb) && next.lemma != next.norm
    });
    // "Suzuki, then communications minister, …"
    let then = token.is("then") && before.last() == Some(&Tag::Mark);
    sure && !then && !tokens.get(at + 1).is_some_and(|next| next.is("-")) || apart
}

/// Whether a date may begin at a place: "27 October", "the 27th", "late October", "the end of 2023".
fn dates_from(tokens: &[Token], at: usize) -> bool {
    let part = |token: &&Token| !(token.is("of") || token.is("end") || among(token.norm.as_str(), List::BeforeMonth));
    tokens
        .get(at..)
        .and_then(|rest| rest.iter().take(4).find(part))
        .is_some_and(|token| token.kind == TokenKind::Figure || super::date::month(token).is_some())
}

/// Whether a past form between commas belongs to the noun before it, the verb of which comes behind the second comma.
fn set_off(tokens: &[Token], before: &[Tag], at: usize) -> bool {
    let opens = at > 1
        && tokens[at - 1].is(",")
        && before[at - 2].is_nominal()
        && tokens.get(at + 1).is_some_and(|next| next.belongs(Class::Preposition) || next.norm.ends_with("ly"));
    let Some(close) = tokens[at..].iter().take(12).position(|token| token.is(",")).filter(|_| opens) else {
        return false;
    };
    let verb = |token: &Token| {
        token.belongs(Class::Auxiliary)
            || token.lemma_belongs(Class::Verb)
                && token.lemma != token.norm
                && !token.norm.ends_with("ing")
                && !token.capital
    };
    !tokens[at..at + close].iter().any(|token| token.belongs(Class::Auxiliary))
        && !before.iter().any(|tag| matches!(tag, Tag::Verb | Tag::Auxiliary))
        && tokens.get(at + close + 1).is_some_and(verb)
}

/// A past form is a finite verb, or a participle where it follows an auxiliary or stands before a noun.
fn past_form(tokens: &[Token], before: &[Tag], at: usize, prior: Option<Tag>, group: bool) -> Tag {
    let next = tokens.get(at + 1);
    match prior {
        // "has not managed and supervised": the second participle goes with the first.
        Some(Tag::Conjunction)
            if before
                .iter()
                .rposition(|tag| tag.is_verb())
                .is_some_and(|verb| before[verb] == Tag::Participle && !tokens[verb].norm.ends_with("ing")) =>
        {
            Tag::Participle
        }
        Some(Tag::Auxiliary) => Tag::Participle,
        // "All those concerned", "everyone else involved"
        Some(Tag::Pronoun | Tag::Noun)
            if among(tokens[at].norm.as_str(), List::Concerned)
                && next.is_none_or(|next| next.kind == TokenKind::Mark || next.belongs(Class::Conjunction))
                && at > 0
                && (tokens[at - 1].norm.ends_with('s') && tokens[at - 1].norm != tokens[at - 1].lemma
                    || among(tokens[at - 1].norm.as_str(), List::Everyone)) =>
        {
            Tag::Participle
        }
        // "SoftBank and Naver each owned half"
        Some(Tag::Determiner) if at > 0 && among(tokens[at - 1].norm.as_str(), List::Each) => Tag::Verb,
        Some(Tag::Determiner | Tag::Preposition | Tag::Possessive) => Tag::Participle,
        // "The 210,000 recalled packs"
        Some(Tag::Number)
            if group
                && next.is_some_and(|next| next.is_word() && next.norm != next.lemma && next.norm.ends_with('s')) =>
        {
            Tag::Participle
        }
        // "An Italian animated series"
        Some(Tag::Name)
            if at > 1
                && matches!(tokens[at - 2].norm.as_str(), "a" | "an")
                && lexicon::get().country(&tokens[at - 1].norm).is_some()
                && next.is_some_and(|next| {
                    next.is_word() && !next.belongs(Class::Determiner) && !next.belongs(Class::Preposition)
                }) =>
        {
            Tag::Participle
        }
        // "Two men aged 31"
        _ if tokens[at].is("aged") && next.is_some_and(|next| next.kind == TokenKind::Figure) => Tag::Participle,
        Some(Tag::Mark) if before.last().is_some_and(|_| tokens[at - 1].is("-")) => Tag::Participle,
        None => Tag::Participle,
        // "LY, founded in October, is …"
        _ if set_off(tokens, before, at) => Tag::Participle,
        // "Driven by" is passive, "concluded by 27 October" is not.
        _ if next.is_some_and(|t| t.is("by")) && !dates_from(tokens, at + 2) => Tag::Participle,
        _ => Tag::Verb,
    }
}

/// Whether a capital letter makes a name here. At the start of a sentence every word has one.
fn is_name(lexicon: &lexicon::Lexicon, tokens: &[Token], before: &[Tag], at: usize) -> bool {
    let token = &tokens[at];
    let opens = before.iter().all(|tag| matches!(tag, Tag::Mark));
    let closed = [
        Class::Determiner,
        Class::Pronoun,
        Class::Preposition,
        Class::Conjunction,
        Class::Subordinator,
        Class::Auxiliary,
        Class::Negator,
    ]
    .iter()
    .any(|class| token.belongs(*class));
    if !opens {
        return !closed;
    }
    if closed {
        return false;
    }
    // "Describing X as a threat, the ministry …"
    // "Trading Corp, in Leeds, …", "Rolling Stone was …": what goes on behind the capitals tells which it is.
    let behind = tokens[at + 1..].iter().find(|token| !(token.is_word() && token.capital));
    // "Replacing Hugo Marr, who resigned, Ann Lee became …"
    let set_off = behind.is_some_and(|token| token.is(",")) && {
        let mut rest = tokens[at + 1..].iter().skip_while(|token| !token.is(",")).skip(1);
        rest.next().is_some_and(|next| next.is("who") || next.capital && next.is_word())
    };
    let leads = token.norm.ends_with("ing")
        && token.lemma != token.norm
        && token.lemma_belongs(Class::Verb)
        && (set_off || behind.is_some_and(|token| token.is_word() && !token.belongs(Class::Auxiliary)))
        && tokens[at..].iter().any(|token| token.is(","));
    if leads {
        return false;
    }
    // "Trawling in the bay was banned"
    let gerund = token.norm.ends_with("ing") && token.norm.len() > 5;
    let common = lexicon.knows(&token.norm) || lexicon.knows(&token.lemma) || gerund;
    let next_is_name = tokens.get(at + 1).is_some_and(|t| t.is_word() && t.capital);
    !common || next_is_name && !token.lemma_belongs(Class::Title) || token.belongs(Class::FirstName)
}

/// Whether a clause may say what a noun is: "the claim that …", "the fact that …".
fn has_content(noun: &Token) -> bool {
    use Class::{Content, Demanded, Evidence, Planned, Say, SpeechAct, Telling, Weighed};
    let classes = [Content, Say, Telling, SpeechAct, Evidence, Planned, Demanded, Weighed];
    classes.into_iter().any(|class| noun.lemma_belongs(class))
}

/// Pronouns that are the subject of a verb in "-s".
fn stands_for_all(token: &Token) -> bool {
    among(token.norm.as_str(), List::Indefinite)
}

/// Whether a finite verb follows before the next comma: "after it confirmed", not "after the merger".
fn clause_follows(tokens: &[Token], from: usize) -> bool {
    // "That nothing leaks"
    if tokens.get(from).is_some_and(stands_for_all)
        && tokens.get(from + 1).is_some_and(|t| t.lemma_belongs(Class::Verb))
    {
        return true;
    }
    let mut nominal = false;
    for token in tokens[from.min(tokens.len())..].iter().take(12) {
        if token.kind == TokenKind::Mark && !token.is("-") || token.is("that") {
            return false;
        }
        // "As chairwoman on 3 May": the month.
        if token.belongs(Class::Auxiliary) && !token.capital {
            return nominal;
        }
        // "After the meeting and flew home": what comes behind the "and" is another verb of the sentence.
        if nominal && matches!(token.norm.as_str(), "and" | "but") {
            return false;
        }
        if nominal
            && token.lemma_belongs(Class::Verb)
            && token.lemma != token.norm
            && !token.norm.ends_with("ing")
            && (!token.norm.ends_with('s') || !token.lemma_belongs(Class::AmbiguousVerb))
        {
            return true;
        }
        nominal |= token.is_word() && !token.belongs(Class::Determiner);
    }
    false
}

/// Whether an adverb of manner and a preposition follow: "heavily on".
fn leads_away(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.norm.ends_with("ly") && token.norm.len() > 4)
        && tokens.get(at + 1).is_some_and(|token| token.belongs(Class::Preposition))
}

/// Whether "that" opens what somebody says: "told reporters that", "said on Monday that", "said in a statement that", but not "announced a plan
/// that".
fn introduces_speech(tokens: &[Token], before: &[Tag]) -> bool {
    // "Said, when announcing it, that …": what stands between two commas is beside the point.
    let mut until = before.len();
    if tokens[until.saturating_sub(1)].is(",")
        && let Some(opened) = (0..until.saturating_sub(1)).rev().find(|at| tokens[*at].is(","))
        && opened > 0
        && before[opened - 1].is_verb()
    {
        until = opened;
    }
    let before = &before[..until];
    let Some(verb) = (0..before.len()).rev().find(|at| before[*at].is_verb() || before[*at] == Tag::Auxiliary) else {
        return false;
    };
    let lemma = &tokens[verb].lemma;
    if !before[verb].is_verb() || !tokens[verb].lemma_belongs(Class::Say) {
        return false;
    }
    let told = among(lemma.as_str(), List::Tell);
    let between = &before[verb + 1..];
    let clear = !between.iter().any(|tag| matches!(tag, Tag::Subordinator | Tag::Relative));
    let opens = match between.first() {
        None => true,
        Some(Tag::Preposition | Tag::Number | Tag::Adverb | Tag::Mark) => true,
        _ => told,
    };
    clear && opens
}

/// Whether a word looks like an adjective: "tougher measures", "appropriate safeguards".
fn adjectival(lexicon: &lexicon::Lexicon, token: &Token) -> bool {
    let norm = token.norm.as_str();
    let ending = ["ous", "ful", "less", "able", "ible", "ive", "ical", "ary", "ate", "ish"]
        .iter()
        .any(|end| norm.ends_with(end));
    let comparative = norm.strip_suffix("er").is_some_and(|stem| {
        let stems = [stem.to_owned(), format!("{stem}e"), format!("{}y", stem.trim_end_matches('i'))];
        norm.len() > 5
            && !stems.iter().any(|stem| lexicon.is(stem, Class::Verb))
            && !token.belongs(Class::Party)
            && !token.belongs(Class::Title)
            && stem.len() > 3
            && !norm.ends_with("ster")
            && !lexicon.knows(norm)
    });
    !token.capital && norm.len() > 4 && (ending || comparative)
}

/// Whether the clause so far has its verb, so that another form needs a conjunction before it: "did not have adequate safeguards".
fn has_verb(tokens: &[Token], before: &[Tag]) -> bool {
    for at in (0..before.len()).rev() {
        match before[at] {
            Tag::Conjunction | Tag::Subordinator | Tag::Relative | Tag::To | Tag::Pronoun => return false,
            Tag::Mark if !tokens[at].is("-") => return false,
            // "Called for strict measures": a noun is called for, and nothing said.
            Tag::Verb | Tag::Infinitive => {
                let led = before.get(at + 1) == Some(&Tag::Preposition);
                return led || !tokens[at].lemma_belongs(Class::Say);
            }
            Tag::Auxiliary => return true,
            _ => {}
        }
    }
    false
}

/// "Proper safeguards against attacks were missing": a form that could be a verb is the subject where a group with a preposition and then an
/// auxiliary follow it.
fn is_subject(tokens: &[Token], at: usize) -> bool {
    let rest = &tokens[at + 1..];
    let Some(next) = rest.first() else { return false };
    let direct = next.belongs(Class::Auxiliary);
    let prepositional = next.belongs(Class::Preposition) && !next.belongs(Class::Subordinator);
    if !(direct || prepositional) {
        return false;
    }
    rest.iter()
        .take_while(|token| {
            token.kind != TokenKind::Mark
                && ![Class::Conjunction, Class::Subordinator, Class::Pronoun].iter().any(|class| token.belongs(*class))
        })
        .take(8)
        .any(|token| token.belongs(Class::Auxiliary))
}

/// What commonly opens an object: "the", "its", a figure, a name, a preposition.
fn starts_object(next: Option<&Token>) -> bool {
    next.is_some_and(|t| {
        t.kind == TokenKind::Figure
            || t.capital
            || [Class::Determiner, Class::Pronoun, Class::Preposition].iter().any(|class| t.belongs(*class))
            || t.is("that")
    })
}

/// Whether two names, joined by "and", stand before: "Naver and SoftBank share".
fn two_names_before(tokens: &[Token], before: &[Tag]) -> bool {
    let last = before.iter().rev().take_while(|tag| **tag == Tag::Name).count();
    let rest = &before[..before.len() - last];
    last > 0
        && rest.last() == Some(&Tag::Conjunction)
        && tokens[rest.len() - 1].is("and")
        && rest.iter().rev().nth(1) == Some(&Tag::Name)
}

fn plural_before(tokens: &[Token], at: usize) -> bool {
    at > 0
        && ["ss", "ous", "us", "is"].iter().all(|end| !tokens[at - 1].norm.ends_with(end))
        && tokens[at - 1].norm.ends_with('s')
}
