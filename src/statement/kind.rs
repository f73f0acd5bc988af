//! What kind of sentence it is: a claim, or something that asserts nothing a source could settle (docs/verdicts.md §1).

use super::clause::{quoted_tokens, trailing_speech};
use super::{Parsed, Tag};
use crate::lexicon::{self, Class, List, among, place};
use crate::text::{Token, TokenKind};

/// The kinds of sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// "LY was formed in October 2023."
    Claim,
    /// "What will the ministry do next?"
    Question,
    /// "Change your password."
    Command,
    /// "Good morning, everybody!"
    Greeting,
    /// "It is a disgrace."
    Opinion,
    /// "I bet it will happen again."
    Prediction,
    /// "The leak and its aftermath"
    Heading,
    /// Not English.
    Foreign,
}

/// The kind of a sentence, from its words alone.
pub fn kind(text: &str, parsed: &Parsed) -> Kind {
    let lexicon = lexicon::get();
    let tokens = &parsed.tokens;
    let words: Vec<&Token> = tokens.iter().filter(|t| t.is_word()).collect();
    if is_foreign(text, parsed) {
        return Kind::Foreign;
    }
    if words.is_empty() {
        return Kind::Heading;
    }
    let body = parsed.span.of(text).trim_end_matches(['"', '”', '’', '\'', ')', ']', ' ']);
    let reported = parsed.tags.iter().enumerate().any(|(at, tag)| {
        tag.is_verb() && at > 0 && tokens[at].lemma_belongs(Class::Say) && !tokens[at - 1].belongs(Class::FirstPerson)
    });
    // A question mark after a closing quotation mark may belong to somebody's words.
    if body.ends_with(['?', '？']) && !(parsed.span.of(text).ends_with(['"', '”']) && reported) {
        return Kind::Question;
    }
    let pairs: Vec<(&str, &str)> = tokens
        .iter()
        .filter(|t| t.is_word() || t.kind == TokenKind::Mark && t.is("'"))
        .take(6)
        .map(|t| (t.norm.as_str(), t.lemma.as_str()))
        .collect();
    let opens =
        |class: Class| words[0].belongs(class) || lexicon.phrase_at(&pairs).is_some_and(|phrase| phrase.is(class));
    let has_finite = has_finite_verb(parsed);
    if opens(Class::Greeting) && !(has_finite && words.len() > 10 && !body.ends_with('!')) {
        return Kind::Greeting;
    }
    if let Some(kind) = own_view(lexicon, parsed, &words) {
        return kind;
    }
    // "What a mess that is!"
    let exclaims = words[0].is("what") && words.get(1).is_some_and(|next| next.is("a") || next.is("an"));
    if exclaims && body.ends_with('!') {
        return Kind::Opinion;
    }
    if is_command(parsed, &words) {
        return Kind::Command;
    }
    if !has_finite || !closed(body, text, parsed) && !surely_finite(parsed) {
        return Kind::Heading;
    }
    // "He should have apologised": what ought to have been is the writer's judgement, unless somebody is said to think so.
    let ought = words.windows(2).position(|pair| pair[0].is("should") && pair[1].is("have"));
    if ought.is_some_and(|at| !words[..at].iter().any(|word| word.lemma_belongs(Class::Say))) {
        return Kind::Opinion;
    }
    if !reported && is_opinion(lexicon, parsed, &words) {
        return Kind::Opinion;
    }
    Kind::Claim
}

/// A sentence mostly in another script, or with hardly an English word in it.
fn is_foreign(text: &str, parsed: &Parsed) -> bool {
    let body = parsed.span.of(text);
    let letters = body.chars().filter(|c| c.is_alphabetic()).count();
    let latin = body.chars().filter(|c| c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}')).count();
    if letters >= 4 && latin * 2 < letters {
        return true;
    }
    let lexicon = lexicon::get();
    let small = |t: &Token| {
        [
            Class::Determiner,
            Class::Pronoun,
            Class::Preposition,
            Class::Conjunction,
            Class::Auxiliary,
            Class::Negator,
            Class::Subordinator,
        ]
        .iter()
        .any(|class| t.belongs(*class))
    };
    let tells = |t: &&Token| t.is_word() && (!t.capital || small(t) || among(&t.norm, List::Foreign));
    let words: Vec<&Token> = parsed.tokens.iter().filter(tells).collect();
    // Some small words are spelled alike in other languages ("in", "die", "on"); a sentence of English has more than them.
    let english = words
        .iter()
        .filter(|t| {
            !among(&t.norm, List::Shared)
                && !among(&t.norm, List::Foreign)
                && (small(t) || lexicon.knows(&t.norm) || lexicon.knows(&t.lemma))
        })
        .count();
    // Words of other languages, and unknown ones with letters that English has only in borrowed ones.
    let strange = |t: &Token| !lexicon.knows(&t.norm) && !t.norm.is_ascii();
    let alien = words.iter().filter(|t| among(&t.norm, List::Foreign) || strange(t)).count();
    let alike = words.iter().filter(|t| among(&t.norm, List::Shared)).count();
    alien >= 2 && alien > english
        || alien >= 1 && english == 0 && words.len() >= 2
        || words.len() >= 5 && (english + alike) * 5 < words.len()
}

/// Whether the sentence ends as sentences do.
fn closed(body: &str, text: &str, parsed: &Parsed) -> bool {
    body.ends_with(['.', '!', '…', '。']) || parsed.span.of(text).ends_with(['.', '!', '"', '”'])
}

/// Whether a verb stands there that is not more often a noun: "Key numbers from the breach" has none.
fn surely_finite(parsed: &Parsed) -> bool {
    parsed.tags.iter().enumerate().any(|(at, tag)| match tag {
        Tag::Auxiliary => true,
        Tag::Number => compares(parsed, at),
        Tag::Verb => {
            // "Naver owns two-thirds of LY" needs no full stop: the verb has a subject before it and an object behind.
            let subject = at > 0 && matches!(parsed.tags[at - 1], Tag::Name | Tag::Noun | Tag::Number);
            let object =
                matches!(parsed.tags.get(at + 1), Some(Tag::Number | Tag::Determiner | Tag::Name | Tag::Pronoun));
            // "Rent drops to 900": no word but a verb of change stands between a noun and "to" or "by" and a figure.
            let change = [Class::Rise, Class::Fall].iter().any(|class| parsed.tokens[at].lemma_belongs(*class));
            let moved = change
                && parsed.tokens.get(at + 1).is_some_and(|next| matches!(next.norm.as_str(), "to" | "by"))
                && parsed.tags[at + 2..].iter().take(3).any(|tag| *tag == Tag::Number);
            !parsed.tokens[at].lemma_belongs(Class::AmbiguousVerb)
                || !parsed.tokens[at].norm.ends_with('s')
                || subject && (object || moved)
        }
        _ => false,
    })
}

/// "Exceeded 85 million": a verb that belongs to a figure.
fn compares(parsed: &Parsed, at: usize) -> bool {
    let token = &parsed.tokens[at];
    let verb = !token.lemma_belongs(Class::AmbiguousVerb)
        || among(&token.lemma, List::Factor)
        || place(&token.norm, List::Hedges).is_some();
    token.lemma_belongs(Class::Verb) && verb && token.norm != token.lemma
}

fn has_finite_verb(parsed: &Parsed) -> bool {
    parsed.tags.iter().enumerate().any(|(at, tag)| match tag {
        Tag::Verb => true,
        Tag::Number => compares(parsed, at),
        Tag::Auxiliary => !among(parsed.tokens[at].norm.as_str(), List::BeForm),
        // "Items leaked by LY" has no finite verb; "Users affected, LY says" has one. A past form that ends the sentence's noun group may be one.
        Tag::Participle => {
            at > 0
                && !parsed.tokens[at].norm.ends_with("ing")
                && parsed.tags[at - 1].is_nominal()
                && !parsed.tokens.get(at + 1).is_some_and(|next| next.belongs(Class::Preposition))
        }
        _ => false,
    })
}

/// The writer's own view or forecast: "I think", "in my opinion", "honestly".
fn own_view(lexicon: &lexicon::Lexicon, parsed: &Parsed, words: &[&Token]) -> Option<Kind> {
    let refs: Vec<(&str, &str)> = words.iter().map(|t| (t.norm.as_str(), t.lemma.as_str())).collect();
    let quoted = quoted_tokens(parsed);
    for at in 0..refs.len() {
        let own = lexicon.phrase_from(words[at].beginnings, &refs[at..]).is_some_and(|phrase| phrase.is(Class::OwnView))
            // A single word ("personally", "sadly") speaks for the writer only where it opens the sentence.
            || at == 0 && words[at].belongs(Class::OwnView);
        let quoted = || quoted[parsed.tokens.iter().position(|t| t.span == words[at].span).unwrap_or(0)];
        if own && !quoted() {
            let future = words.iter().any(|t| among(t.norm.as_str(), List::Coming));
            return Some(if future { Kind::Prediction } else { Kind::Opinion });
        }
        // "shame on", anywhere; a first person outside a quotation makes the sentence the writer's own.
        if at < 3 && matches!(refs[at].0, "i" | "i'm" | "i'd" | "i've") && !quoted() {
            return Some(Kind::Opinion);
        }
    }
    None
}

fn is_command(parsed: &Parsed, words: &[&Token]) -> bool {
    let first = words[0];
    if first.is("please") || first.is("let") || first.is("let's") {
        return true;
    }
    let Some(at) = parsed.tokens.iter().position(|t| t.span == first.span) else { return false };
    let after = parsed.tokens.get(at + 1);
    if among(first.norm.as_str(), List::Bidding) && words.len() > 1 {
        let next = if words[1].is("not") { words.get(2) } else { words.get(1) };
        return next.is_some_and(|t| t.belongs(Class::Verb) && t.lemma == t.norm) && first.norm != "do"
            || words[1].is("not") && first.is("do");
    }
    if !(first.belongs(Class::ImperativeOpener) || first.belongs(Class::Verb))
        || first.lemma != first.norm
        || first.belongs(Class::Auxiliary)
    {
        return false;
    }
    // "Report of 28 November" and "Back in September" are none: a verb that is commonly a command may be followed by a preposition, any other
    // needs an object at once and no finite verb beside it.
    let common = first.belongs(Class::ImperativeOpener);
    // "Check which of them is yours"
    let asks = |t: &Token| matches!(t.norm.as_str(), "which" | "who" | "whether" | "if" | "what" | "how");
    if common && after.is_some_and(asks) {
        return true;
    }
    let object = after.is_some_and(|t| {
        t.is_word()
            && ([Class::Determiner, Class::Pronoun].iter().any(|class| t.belongs(*class))
                || common && t.belongs(Class::Preposition) && !t.is("of"))
            || !t.is_word() && t.is("!")
    });
    let bare_object = common
        && after.is_some_and(|t| t.is_word() && !t.capital && t.norm.ends_with('s') && !t.belongs(Class::Auxiliary));
    let name_object = common && after.is_some_and(|t| t.is_word() && t.capital);
    let opens = |t: &Token| {
        among(t.norm.as_str(), List::TimeCondition) || common && among(t.norm.as_str(), List::ClauseOpening)
    };
    let stop = parsed.tokens.iter().position(opens).unwrap_or(parsed.tokens.len());
    // "Every access granted to a third party" has no finite verb.
    let reduced =
        |at: usize| parsed.tokens[at].norm.ends_with("ed") && parsed.tags.get(at + 1) == Some(&Tag::Preposition);
    let finite = parsed.tags[..stop].iter().enumerate().any(|(at, tag)| {
        at > 0 && *tag == Tag::Verb && !reduced(at) || *tag == Tag::Auxiliary && !parsed.tokens[at].is("be")
    });
    (object || bare_object || name_object) && !finite
}

/// An evaluation as the predicate, with nobody named who voices it.
fn is_opinion(lexicon: &lexicon::Lexicon, parsed: &Parsed, words: &[&Token]) -> bool {
    if !parsed.quantities.is_empty() || !parsed.dates.is_empty() {
        return false;
    }
    let quoted = quoted_tokens(parsed);
    let refs: Vec<(&str, &str)> = words.iter().map(|t| (t.norm.as_str(), t.lemma.as_str())).collect();
    let mut be_at = None;
    for (at, (form, _)) in refs.iter().enumerate() {
        if words[at].belongs(Class::Be) {
            be_at = Some(at);
        }
        let place = parsed.tokens.iter().position(|t| t.span == words[at].span).unwrap_or(0);
        if quoted[place] {
            continue;
        }
        let phrase = lexicon.phrase_from(words[at].beginnings, &refs[at..]).filter(|phrase| phrase.is(Class::Opinion));
        let opinion = words[at].belongs(Class::Opinion) || words[at].lemma_belongs(Class::Opinion) || phrase.is_some();
        let predicate = be_at.is_some_and(|be| at > be && at <= be + 5)
            || matches!(*form, "should" | "ought" | "deserve" | "deserves")
            || words[at].lemma_belongs(Class::Verb)
            || phrase.is_some_and(|phrase| phrase.length > 1);
        let voiced = || {
            let said =
                (0..place).find(|at| parsed.tags[*at] == Tag::Verb && parsed.tokens[*at].lemma_belongs(Class::Say));
            // "It should be shut, the ministry urged."
            let all: Vec<usize> = (0..parsed.tokens.len()).collect();
            let behind =
                || all[place..].iter().any(|at| parsed.tokens[*at].is(",") && trailing_speech(parsed, &all, *at));
            said.is_some_and(|said| parsed.tags[..said].iter().any(|tag| tag.is_nominal())) || behind()
        };
        // "By the need to ascertain it" judges nothing.
        if *form == "need" && parsed.tags[place] == Tag::Noun {
            continue;
        }
        if opinion && predicate && !voiced() {
            return true;
        }
    }
    false
}
