//! Frames: one predicate each, with who does it, to whom, where, and what qualifies it.
//!
//! A clause is read from left to right, once. Noun groups wait for their verb, verb groups open or fill frames, relative and subordinate
//! words open frames below the current one. No tree is guessed where English leaves it open: a prepositional group hangs on the verb *and* on
//! the noun before it, and the comparison accepts either.

use super::clause::trailing_speech;
use super::tag::Tag;
use super::{Bound, Certainty, Parsed, Role, Slot, Term, TermKind};
use crate::lexicon::{self, Class, List, among};
use crate::order;
use crate::text::Span;

/// One predicate of a statement, and how it hangs on the others.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The verb, or what stands after "is", by its term. None where the verb says nothing of its own and nothing follows it.
    pub predicate: Option<usize>,
    pub parent: Option<usize>,
    /// The predication before it whose auxiliary it shares: "not managed and supervised".
    pub twin: Option<usize>,
    pub link: Link,
    /// How a clause of time bounds what it hangs on: "after it was confirmed".
    pub bound: Option<Bound>,
    /// Where it is negated; an even number cancels out.
    pub negations: Vec<Span>,
    /// What is negated is the evidence ("no reports of"), not the thing.
    pub evidential: bool,
    pub mode: Certainty,
    pub mode_span: Option<Span>,
    /// It is led by "to": "a contract to build it".
    pub infinitive: bool,
}

impl Frame {
    pub fn negated(&self) -> bool {
        self.negations.len() % 2 == 1
    }
}

/// How a word that joins a clause of time bounds the main clause.
pub fn time_joint(joint: &str) -> Option<Bound> {
    match joint {
        "when" | "while" | "as" => Some(Bound::At),
        "after" | "once" | "following" => Some(Bound::After),
        "before" | "prior to" | "then" => Some(Bound::Before),
        _ => None,
    }
}

/// How a frame hangs on another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// An assertion of its own.
    Main,
    /// "said that …", "urged LY to …", "is considering punishing …": what is said, wanted, or thought of.
    Complement,
    /// "a company that …", "a computer used by …": it restricts or describes a noun.
    Relative,
    /// "after …", "because …", "…, prompting …": beside what happens.
    Adverbial,
}

/// A part of a statement that can be checked by itself: the tokens, in an order in which they make a clause.
#[derive(Debug, Clone)]
pub struct Piece {
    pub tokens: Vec<usize>,
    /// The word that joins it to the main clause ("because", "after"), empty for a relative clause or an apposition.
    pub joint: String,
    pub link: Link,
    /// What it describes is named, so that there is no doubt who it is.
    pub named: bool,
    /// Where among the tokens "is" is to be understood: "Naver, a shareholder of LY".
    pub copula: Option<usize>,
}

/// What was found out about the tokens of one clause.
pub struct Structure {
    pub roles: Vec<Role>,
    pub frames: Vec<Frame>,
    /// For each term the frame it stands in.
    pub frame_of: Vec<Option<usize>>,
    /// For each term whether it only describes the noun it stands before: "leaked items".
    pub modifier: Vec<bool>,
    /// Terms that say nothing but what part somebody plays: "the target of", "fell victim to".
    pub empty: Vec<usize>,
    /// For each date of the statement, in order, the term it dates.
    pub dated: Vec<Option<usize>>,
    /// For each token of the clause the frame it stands in.
    pub tokens: Vec<(usize, usize)>,
    /// The main clause and what hangs on it, where that can stand alone; empty where there is nothing to take apart.
    pub pieces: Vec<Piece>,
    /// The terms that an "or" joins, by index.
    pub choices: Vec<Vec<usize>>,
    /// "Names, ages and addresses leaked": the clause with each of the things joined by "and" alone. Empty where nothing is joined.
    pub members: Vec<Vec<usize>>,
}

impl Structure {
    pub fn frame_at(&self, token: usize) -> Option<usize> {
        self.tokens.iter().find(|(at, _)| *at == token).map(|(_, frame)| *frame)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Determiner,
    Quantity,
    /// Index into the statement's dates.
    Date(usize),
    Noun,
    Verb,
    Past,
    Gerund,
    Infinitive,
    Auxiliary,
    Negator,
    Adverb,
    Preposition,
    To,
    Conjunction,
    Subordinator,
    Relative,
    Pronoun,
    Possessive,
    Comma,
    Hyphen,
    Mark,
}

/// One or more tokens that act as one: a term, a figure, a small word.
#[derive(Debug, Clone)]
struct Item {
    kind: Kind,
    term: Option<usize>,
    /// Tokens, by their place in the clause.
    from: usize,
    to: usize,
    norm: String,
}

#[derive(Debug, Clone, Default)]
struct Group {
    head: Option<usize>,
    /// The items it takes.
    from: usize,
    to: usize,
    definite: bool,
    pronoun: bool,
    figure: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Finite,
    Past,
    Gerund,
    Infinitive,
}

struct VerbGroup {
    to: usize,
    form: Form,
    term: Option<usize>,
    lemma: String,
    passive: bool,
    auxiliary: bool,
    /// No verb with content: "is", "has".
    bare: bool,
}

struct Work {
    predicate: Option<usize>,
    verbed: bool,
    lemma: String,
    passive: bool,
    /// What follows is the predicate: "is a subsidiary", "had access".
    open: bool,
    /// The preposition before the complement that became the predicate.
    under: bool,
    /// The slot of the preposition that leads to the predicate: "were on Line".
    led: Option<Slot>,
    subjects: Vec<usize>,
    subjected: bool,
    /// The subject is that of the parent, or its object.
    controlled: bool,
    objects: Vec<usize>,
    arguments: Vec<(usize, Slot)>,
    /// What else the subject is said to be: "a singer and an author".
    also: Vec<usize>,
    /// The frame before it that it is joined to by "and", with the same subject.
    twin: Option<usize>,
    auxiliary: bool,
    /// It begins with a bare "be".
    bare_be: bool,
    parent: Option<usize>,
    link: Link,
    joint: String,
    antecedent: Option<Group>,
    /// The slot that the antecedent fills: "to which LY outsources".
    relative_slot: Option<Slot>,
    /// It stands before its main clause and ends with a comma.
    initial: bool,
    items: Vec<usize>,
    subject_items: Vec<usize>,
    /// "Of which 300 are old": the figure, and the things it counts some of, which the clause is about.
    share: Option<Share>,
}

#[derive(Debug, Clone)]
struct Share {
    /// The item of the figure.
    figure: usize,
    /// What led to it: "including 300 that are old".
    led: Option<usize>,
    things: Group,
}

/// What attaching a noun group did, so that it can be undone when the group turns out to be the subject of what follows.
#[derive(Clone, Default)]
struct Attached {
    group: Group,
    roles: Vec<Role>,
    frame: usize,
    /// It was the frame's subject.
    subject: bool,
    slot: Option<Slot>,
    prepositional: bool,
}

struct Reader<'a> {
    parsed: &'a Parsed,
    clause: &'a [usize],
    terms: &'a [Term],
    items: Vec<Item>,
    frames: Vec<Work>,
    current: usize,
    roles: Vec<Role>,
    frame_of: Vec<Option<usize>>,
    modifier: Vec<bool>,
    dated: Vec<Option<Dated>>,
    preposition: Option<String>,
    joined: bool,
    comma: bool,
    last: Option<Attached>,
    /// The last noun group that has a head.
    named: Option<Group>,
    /// The last of them with a figure.
    counted: Option<Group>,
    since_joint: Vec<Attached>,
    /// Noun groups joined by "and".
    lists: Vec<Vec<Group>>,
    empty: Vec<usize>,
    appositions: Vec<(Group, Group)>,
    /// Terms joined by "or".
    choices: Vec<Vec<usize>>,
    /// The last "and" or "or" was an "or".
    either: bool,
    /// Two names of one thing.
    renamed: Vec<(Group, Group)>,
    /// "The leak of 440,000 items": what a noun is said to amount to in passing.
    measured: Vec<(Group, Group)>,
}

#[derive(Clone, Copy)]
enum Dated {
    Frame(usize),
    Term(usize),
}

/// The slot that a preposition opens.
pub fn slot_of(preposition: &str) -> Slot {
    match preposition {
        "of" => Slot::Of,
        "to" | "into" | "toward" | "towards" | "for" | "onto" => Slot::To,
        "from" | "out of" => Slot::From,
        "in" | "at" | "on" | "within" | "near" | "inside" | "off" | "across" | "throughout" => Slot::In,
        "before" | "prior to" | "ahead of" => Slot::Before,
        "after" | "following" | "in the wake of" | "in the aftermath of" | "subsequent to" => Slot::After,
        _ => Slot::Other,
    }
}

/// The frame that a group is told in.
fn things_frame(frames: &[Work], group: &Group) -> Option<usize> {
    frames.iter().position(|work| work.items.contains(&group.from))
}

/// Verbs that take the one it is done to before the thing: "handed LY a document".
fn gives(lemma: &str) -> bool {
    lexicon::get().is(lemma, Class::Ditransitive) || lemma.strip_suffix(" with").is_some_and(provides)
}

/// Verbs that have the thing behind "with": "issued LY with guidance".
fn provides(lemma: &str) -> bool {
    lexicon::get().is(lemma, Class::Provide)
}

/// Whether a noun says that something belongs to somebody.
pub fn owns(term: &Term) -> bool {
    let party = || [Class::Party, Class::Tie].iter().any(|class| term.is(*class));
    term.lemma == "hand" || lexicon::get().concepts("own").iter().any(|own| term.concepts.contains(own)) && !party()
}

/// Reads the tokens of one clause. `dates` and `quantities` are those of the statement, as token ranges; at `copula` an "is" is
/// understood.
pub fn read(
    parsed: &Parsed,
    clause: &[usize],
    copula: Option<usize>,
    terms: &[Term],
    dates: &[(usize, usize)],
    quantities: &[(usize, usize)],
) -> Structure {
    let mut items = items(parsed, clause, terms, dates, quantities);
    if let Some(place) = copula
        && let Some(at) = items.iter().position(|item| item.from >= place)
    {
        let is = Item { kind: Kind::Auxiliary, term: None, from: place, to: place, norm: "is".to_owned() };
        items.insert(at, is);
    }
    // "What X did was leave": X left.
    let is = |at: usize, words: &[&str]| items.get(at).is_some_and(|item: &Item| words.contains(&item.norm.as_str()));
    if is(0, &["what"])
        && let Some(did) = (1..items.len()).find(|at| items[*at].kind == Kind::Auxiliary)
        && is(did, &["did", "does", "do"])
        && is(did + 1, &["was", "is"])
    {
        items.drain(did..did + 2);
        items.remove(0);
        if let Some(deed) = items.get_mut(did - 1).filter(|item| item.kind == Kind::Noun) {
            deed.kind = Kind::Verb;
        }
    }
    uncleave(&mut items, terms);
    unhyphen(&mut items);
    let mut reader = Reader {
        parsed,
        clause,
        terms,
        items,
        frames: Vec::new(),
        current: 0,
        roles: Vec::new(),
        frame_of: vec![None; terms.len()],
        modifier: vec![false; terms.len()],
        dated: vec![None; dates.len()],
        preposition: None,
        joined: false,
        comma: false,
        last: None,
        named: None,
        counted: None,
        since_joint: Vec::new(),
        lists: Vec::new(),
        empty: Vec::new(),
        appositions: Vec::new(),
        choices: Vec::new(),
        either: false,
        renamed: Vec::new(),
        measured: Vec::new(),
    };
    reader.open(None, Link::Main, "");
    reader.run();
    reader.finish()
}

/// "Is majority-owned by X": owned by X, in the majority.
fn unhyphen(items: &mut [Item]) {
    for at in 1..items.len().saturating_sub(2) {
        let kind = |place: usize| items[place].kind;
        if kind(at - 1) == Kind::Auxiliary
            && kind(at) == Kind::Quantity
            && kind(at + 1) == Kind::Hyphen
            && matches!(kind(at + 2), Kind::Past | Kind::Verb)
        {
            items[at..at + 3].rotate_left(2);
            items[at..at + 2].swap(0, 1);
        }
    }
}

/// "What leaked was names": names leaked.
fn uncleave(items: &mut Vec<Item>, terms: &[Term]) {
    let verbal = |item: &Item| matches!(item.kind, Kind::Verb | Kind::Past | Kind::Auxiliary);
    if items.first().is_none_or(|item| item.norm != "what") || !items.get(1).is_some_and(verbal) {
        return;
    }
    let copula = |at: &usize| matches!(items[*at].norm.as_str(), "was" | "were" | "is" | "are");
    let Some(be) = (2..items.len()).find(copula) else { return };
    let end = items.len() - usize::from(items.last().is_some_and(|item| item.kind == Kind::Mark));
    let named = |item: &Item| item.term.is_some_and(|term| terms[term].kind == TermKind::Noun);
    let noun = |item: &Item| {
        named(item) || matches!(item.kind, Kind::Noun | Kind::Determiner | Kind::Possessive | Kind::Quantity)
    };
    let clause = |item: &Item| {
        !named(item)
            && matches!(item.kind, Kind::Verb | Kind::Auxiliary | Kind::Relative | Kind::Subordinator | Kind::Negator)
    };
    if items.get(be + 1).is_some_and(noun) && !items[be + 1..].iter().any(clause) {
        items.remove(be);
        items.remove(0);
        if items[0].kind == Kind::Past {
            items[0].kind = Kind::Verb;
        }
        items[..end - 2].rotate_left(be - 1);
    }
}

fn items(
    parsed: &Parsed,
    clause: &[usize],
    terms: &[Term],
    dates: &[(usize, usize)],
    quantities: &[(usize, usize)],
) -> Vec<Item> {
    let lexicon = lexicon::get();
    let words = clause.iter().map(|at| &parsed.tokens[*at]);
    let pairs: Vec<(&str, &str)> = words.map(|token| (token.norm.as_str(), token.lemma.as_str())).collect();
    let mut out: Vec<Item> = Vec::with_capacity(clause.len());
    let mut open_quote = false;
    let mut opened: Option<usize> = None;
    let mut place = 0;
    while place < clause.len() {
        let at = clause[place];
        let token = &parsed.tokens[at];
        let mut push = |out: &mut Vec<Item>, kind: Kind, term: Option<usize>, to: usize, norm: String| {
            out.push(Item { kind, term, from: opened.take().unwrap_or(place), to, norm });
        };
        let end_of =
            |last: usize| clause[place..].iter().take_while(|token| **token < last && **token >= at).count() + place;
        if let Some(index) = dates.iter().position(|(first, last)| *first <= at && at < *last) {
            let to = end_of(dates[index].1).max(place + 1);
            push(&mut out, Kind::Date(index), None, to, String::new());
            place = to;
            continue;
        }
        if let Some(index) = quantities.iter().position(|(first, last)| *first <= at && at < *last) {
            let to = end_of(quantities[index].1).max(place + 1);
            // "Doubled" and "halved" are figures that act as verbs.
            let verbal = token.lemma_belongs(Class::Verb) && to == place + 1;
            push(&mut out, if verbal { Kind::Verb } else { Kind::Quantity }, None, to, token.norm.clone());
            place = to;
            continue;
        }
        if let Some(index) = terms.iter().position(|term| term.token == at) {
            // A word that a rewrite put in stands in the place of another one, or in none; it is no part of the term there.
            let mut end = token.span.end;
            let inside = clause[place + 1..].iter().take_while(|next| {
                let span = parsed.tokens[**next].span;
                let follows = span.start >= end && span.start < span.end && span.end <= terms[index].span.end;
                end = span.end;
                follows && **next >= at
            });
            let to = place + 1 + inside.count();
            let first = clause[place..to].iter().map(|token| parsed.tags[*token]).find(|tag| *tag != Tag::Adverb);
            let verbal = clause[place..to].iter().map(|token| parsed.tags[*token]).find(|tag| tag.is_verb());
            let last = &parsed.tokens[clause[to - 1]];
            // "The minister now responsible for it"
            let now = to == place + 1
                && token.belongs(Class::PresentFrame)
                && !clause.get(to).is_some_and(|next| parsed.tags[*next].is_nominal());
            let when = now
                || to > place + 1
                    && lexicon
                        .phrase_from(token.beginnings, &pairs[place..to])
                        .is_some_and(|found| found.is(Class::PresentFrame) || found.is(Class::PastFrame));
            let abroad = super::clause::is_place_word(&token.norm) && to == place + 1;
            let kind = match (terms[index].kind, verbal) {
                _ if abroad && !clause.get(to).is_some_and(|next| parsed.tags[*next].is_nominal()) => Kind::Adverb,
                (TermKind::Name, _) => Kind::Noun,
                // "So far", "to date"
                _ if when => Kind::Adverb,
                // "data leak", "personal data": a phrase that ends in a noun is one, whatever stands in it.
                (_, Some(_))
                    if to > place + 1
                        && matches!(parsed.tags[clause[to - 1]], Tag::Noun | Tag::Name)
                        && (!first.is_some_and(Tag::is_verb)
                            || place > 0
                                && matches!(
                                    parsed.tags[clause[place - 1]],
                                    Tag::Possessive | Tag::Determiner | Tag::Preposition | Tag::Number
                                )) =>
                {
                    Kind::Noun
                }
                // "The company it outsources to"
                (_, Some(_))
                    if to > place + 1
                        && first.is_some_and(Tag::is_nominal)
                        && parsed.tags[clause[to - 1]] == Tag::Preposition =>
                {
                    Kind::Noun
                }
                (_, Some(Tag::Verb)) => Kind::Verb,
                (_, Some(Tag::Infinitive)) => Kind::Infinitive,
                (_, Some(_)) if token.norm.ends_with("ing") || to > place + 1 && last.norm.ends_with("ing") => {
                    Kind::Gerund
                }
                (_, Some(_)) => Kind::Past,
                (TermKind::Adverb, _) => Kind::Adverb,
                // "Responsible for", "in charge of": what follows is no part of a noun group with what stands before.
                (_, None) if to > place + 1 && parsed.tags[clause[to - 1]] == Tag::Preposition => Kind::Preposition,
                // "Around the world", "at regular intervals", but "its in-house system"
                (_, None)
                    if to > place + 1
                        && parsed.tags[at] == Tag::Preposition
                        && !clause.get(to).is_some_and(|next| parsed.tags[*next].is_nominal()) =>
                {
                    Kind::Adverb
                }
                _ => Kind::Noun,
            };
            let norm = if kind == Kind::Preposition { last.norm.clone() } else { token.norm.clone() };
            push(&mut out, kind, Some(index), to, norm);
            place = to;
            continue;
        }
        let ahead = &pairs[place..clause.len().min(place + 5)];
        let phrase = lexicon.phrase_from(token.beginnings, ahead).filter(|phrase| phrase.is(Class::Preposition));
        if let Some(phrase) = phrase {
            let norm: Vec<&str> = ahead[..phrase.length].iter().map(|(form, _)| *form).collect();
            let norm = crate::text::joined(&norm, " ");
            let also = norm == "as well as" && out.last().is_some_and(|item| item.kind == Kind::Noun);
            push(&mut out, if also { Kind::Conjunction } else { Kind::Preposition }, None, place + phrase.length, norm);
            place += phrase.length;
            continue;
        }
        // Quotation marks go with the words they stand beside.
        if matches!(token.norm.as_str(), "\"" | "“" | "”" | "«" | "»") {
            let closes = open_quote;
            open_quote = !open_quote;
            match out.last_mut() {
                Some(last) if closes => last.to = place + 1,
                _ => opened = Some(place),
            }
            place += 1;
            continue;
        }
        // "None of its staff was hurt" denies as "no staff was hurt" does.
        let next_is = |word: &str| clause.get(place + 1).is_some_and(|next| parsed.tokens[*next].is(word));
        if token.is("none") && next_is("of") || token.is("nothing") && next_is("about") {
            push(&mut out, Kind::Negator, None, place + 2, token.norm.clone());
            place += 2;
            continue;
        }
        let kind = match parsed.tags[at] {
            Tag::Determiner => Kind::Determiner,
            // "Is itself owned by": it only stresses.
            Tag::Pronoun if among(token.norm.as_str(), List::Oneself) => Kind::Adverb,
            Tag::Pronoun => Kind::Pronoun,
            Tag::Relative => Kind::Relative,
            Tag::Preposition => Kind::Preposition,
            Tag::Conjunction => Kind::Conjunction,
            Tag::Subordinator => Kind::Subordinator,
            Tag::Auxiliary => Kind::Auxiliary,
            // "Said nobody had come": a negator that is a subject of its own.
            Tag::Negator if among(token.norm.as_str(), List::Nobody) => Kind::Pronoun,
            Tag::Negator => Kind::Negator,
            Tag::To => Kind::To,
            Tag::Verb => Kind::Verb,
            Tag::Participle if token.norm.ends_with("ing") => Kind::Gerund,
            Tag::Participle => Kind::Past,
            Tag::Infinitive => Kind::Infinitive,
            Tag::Name | Tag::Noun => Kind::Noun,
            Tag::Adverb => Kind::Adverb,
            Tag::Number => Kind::Quantity,
            Tag::Possessive => Kind::Possessive,
            Tag::Mark if among(token.norm.as_str(), List::Bracket) => Kind::Comma,
            Tag::Mark if token.is("-") || token.is(".") && token.glued && place + 1 < clause.len() => Kind::Hyphen,
            Tag::Mark => Kind::Mark,
        };
        push(&mut out, kind, None, place + 1, token.norm.clone());
        place += 1;
    }
    out
}

impl Reader<'_> {
    fn open(&mut self, parent: Option<usize>, link: Link, joint: &str) -> usize {
        self.frames.push(Work {
            predicate: None,
            verbed: false,
            lemma: String::new(),
            passive: false,
            open: false,
            under: false,
            led: None,
            subjects: Vec::new(),
            subjected: false,
            controlled: false,
            objects: Vec::new(),
            arguments: Vec::new(),
            also: Vec::new(),
            twin: None,
            auxiliary: false,
            bare_be: false,
            parent,
            link,
            joint: joint.to_owned(),
            antecedent: None,
            relative_slot: None,
            initial: false,
            items: Vec::new(),
            subject_items: Vec::new(),
            share: None,
        });
        self.current = self.frames.len() - 1;
        self.current
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.items.get(at).map(|item| item.kind)
    }

    fn take(&mut self, from: usize, to: usize) {
        let frame = self.current;
        self.frames[frame].items.extend(from..to);
        for item in &self.items[from..to] {
            if let Some(term) = item.term {
                self.frame_of[term] = Some(frame);
            }
        }
    }

    fn run(&mut self) {
        let mut at = 0;
        while at < self.items.len() {
            if let Some(to) = self.open_share(at) {
                at = to;
                continue;
            }
            let item = self.items[at].clone();
            match item.kind {
                // What stands in brackets is said beside the sentence and changes none of its places.
                Kind::Comma if self.closing(at).is_some() => {
                    let close = self.closing(at).map_or(at + 1, |close| close + 1);
                    self.take(at, close);
                    if let Some(last) = &mut self.last {
                        last.group.to = close;
                    }
                    at = close;
                }
                Kind::Comma => {
                    self.on_comma(at);
                    at += 1;
                }
                // "So that customers are safe": what it is for is as sure as what is done for it.
                Kind::Conjunction
                    if item.norm == "so" && self.items.get(at + 1).is_some_and(|next| next.norm == "that") =>
                {
                    self.take(at, at + 1);
                    let parent = self.current;
                    self.open(Some(parent), Link::Complement, "that");
                    self.take(at + 1, at + 2);
                    self.preposition = None;
                    self.joined = false;
                    self.last = None;
                    at += 2;
                }
                // "And only then told": the same one did it, and afterwards.
                Kind::Conjunction
                    if item.norm == "and" && super::clause::opens_sequel(self.parsed, self.clause[item.from] + 1) =>
                {
                    let main = self.main_of(self.current);
                    self.take(at, at + 1);
                    self.open_subordinate("then");
                    let frame = self.current;
                    self.frames[frame].subjects = self.frames[main].subjects.clone();
                    self.frames[frame].subject_items = self.frames[main].subject_items.clone();
                    self.frames[frame].subjected = true;
                    at += 1;
                }
                Kind::Conjunction => {
                    self.take(at, at + 1);
                    self.joined = true;
                    self.either = item.norm == "or";
                    self.since_joint.clear();
                    self.preposition = None;
                    at += 1;
                }
                Kind::Subordinator => {
                    self.open_subordinate(&item.norm);
                    self.take(at, at + 1);
                    at += 1;
                }
                Kind::Relative => {
                    self.open_relative(&item.norm, at);
                    self.take(at, at + 1);
                    at += 1;
                }
                // "Without people being informed": a clause with its own subject.
                Kind::Preposition
                    if item.norm == "without"
                        && (at + 2..at + 5).any(|later| {
                            self.items.get(later).is_some_and(|item| item.norm == "being")
                                && (at + 1..later).all(|between| {
                                    matches!(self.kind(between), Some(Kind::Noun | Kind::Determiner | Kind::Possessive))
                                })
                        }) =>
                {
                    self.open_subordinate(&item.norm);
                    self.take(at, at + 1);
                    at += 1;
                }
                Kind::Preposition => {
                    if self.kind(at + 1) == Some(Kind::Gerund) && !self.is_prenominal(at + 1)
                        || self.kind(at + 1) == Some(Kind::Adverb) && self.kind(at + 2) == Some(Kind::Gerund)
                        || self.items.get(at + 1).is_some_and(|next| matches!(next.norm.as_str(), "being" | "having"))
                            && self.kind(at + 1) == Some(Kind::Auxiliary)
                        // "For not having protected it"
                        || self.items.get(at + 1).is_some_and(|next| next.norm == "not")
                            && (self.kind(at + 2) == Some(Kind::Gerund)
                                || self.items.get(at + 2).is_some_and(|next| next.norm == "having"))
                    {
                        let parent = self.main_of(self.current);
                        let initial = !self.frames[parent].verbed && !self.frames[parent].subjected;
                        // "Decided against paying": what a verb takes by its preposition is no circumstance.
                        let taken = !initial && among(item.norm.as_str(), List::Stranded);
                        let link = if taken { Link::Complement } else { Link::Adverbial };
                        let parent = if taken { self.current } else { parent };
                        let frame = self.open(Some(parent), link, &item.norm);
                        self.frames[frame].initial = initial;
                        self.frames[frame].controlled = true;
                        self.frames[frame].subjected = true;
                        self.take(at, at + 1);
                    } else {
                        self.take(at, at + 1);
                        self.preposition = Some(item.norm.clone());
                        // "Before, not after, the meeting": what is set against it holds nothing.
                        let mut contrast = at + 1;
                        contrast += usize::from(self.kind(contrast) == Some(Kind::Comma));
                        contrast += usize::from(matches!(self.kind(contrast), Some(Kind::Conjunction)));
                        if contrast > at + 1
                            && self.kind(contrast) == Some(Kind::Negator)
                            && self.kind(contrast + 1) == Some(Kind::Preposition)
                        {
                            let to = contrast + 2 + usize::from(self.kind(contrast + 2) == Some(Kind::Comma));
                            self.take(at + 1, to);
                            at = to - 1;
                        }
                    }
                    at += 1;
                }
                Kind::Date(index) => {
                    self.take(at, at + 1);
                    let adjacent =
                        self.last.as_ref().filter(|last| last.group.to + 1 >= at && last.group.head.is_some());
                    self.dated[index] = match (self.preposition.as_deref(), adjacent) {
                        (Some("of"), Some(last)) => last.group.head.map(Dated::Term),
                        _ => Some(Dated::Frame(self.current)),
                    };
                    // "Before Tuesday's meeting": the preposition leads to the meeting.
                    if self.kind(at + 1) != Some(Kind::Possessive) {
                        self.preposition = None;
                    }
                    self.comma = false;
                    at += 1;
                }
                Kind::Mark | Kind::Hyphen | Kind::Possessive => {
                    self.take(at, at + 1);
                    at += 1;
                }
                Kind::Adverb => {
                    self.take(at, at + 1);
                    at += 1;
                }
                _ => {
                    if let Some(group) = self.noun_group(at) {
                        at = group.to;
                        self.attach(group);
                    } else if let Some(verb) = self.verb_group(at) {
                        self.place(&verb, at);
                        at = verb.to;
                    } else {
                        self.take(at, at + 1);
                        at += 1;
                    }
                }
            }
        }
    }

    /// The bracket that closes the one that opens here.
    fn closing(&self, at: usize) -> Option<usize> {
        let close = match self.items[at].norm.as_str() {
            "(" => ")",
            "[" => "]",
            _ => return None,
        };
        (at..self.items.len()).find(|later| self.items[*later].norm == close)
    }

    /// The nearest frame above that is no relative or adverbial clause.
    fn main_of(&self, mut frame: usize) -> usize {
        while let (Link::Relative | Link::Adverbial, Some(parent)) =
            (self.frames[frame].link, self.frames[frame].parent)
        {
            frame = parent;
        }
        frame
    }

    // ---- noun groups ----------------------------------------------------------------------------------------------------------------

    /// Whether a participle stands before the noun it describes.
    fn is_prenominal(&self, at: usize) -> bool {
        let next = match self.kind(at + 1) {
            Some(Kind::Hyphen) => at + 2,
            _ => at + 1,
        };
        let noun = match self.kind(next) {
            Some(Kind::Noun) => true,
            Some(Kind::Past | Kind::Gerund) => self.kind(next + 1) == Some(Kind::Noun),
            _ => false,
        };
        if !noun {
            return false;
        }
        let before = at.checked_sub(1).and_then(|at| self.kind(at));
        let name_next = self.items[next].term.is_some_and(|term| self.terms[term].kind == TermKind::Name);
        match (self.items[at].kind, before) {
            (_, Some(Kind::Determiner | Kind::Quantity | Kind::Possessive | Kind::Hyphen)) => true,
            (
                Kind::Past,
                None
                | Some(Kind::Preposition | Kind::Conjunction | Kind::Comma | Kind::Verb | Kind::Infinitive | Kind::Noun),
            ) => !name_next,
            (Kind::Past, Some(Kind::Auxiliary | Kind::Adverb)) => false,
            (Kind::Gerund, Some(Kind::Noun)) => !name_next && !self.frames[self.current].verbed,
            (Kind::Gerund, Some(Kind::Adverb)) => false,
            _ => false,
        }
    }

    /// The noun group that begins here.
    fn noun_group(&mut self, from: usize) -> Option<Group> {
        // "One of the companies" is a company.
        if self.items[from].norm == "one"
            && self.items.get(from + 1).is_some_and(|item| item.kind == Kind::Preposition && item.norm == "of")
            && matches!(self.kind(from + 2), Some(Kind::Determiner | Kind::Noun))
            && let Some(of) = self.noun_group(from + 2)
        {
            return Some(Group { from, ..of });
        }
        // "The whole of a company" is the company.
        if self.items[from].norm == "the"
            && self.items.get(from + 1).is_some_and(|item| matches!(item.norm.as_str(), "whole" | "entirety"))
            && self.items.get(from + 2).is_some_and(|item| item.kind == Kind::Preposition && item.norm == "of")
            && let Some(of) = self.noun_group(from + 3)
        {
            return Some(Group { from, ..of });
        }
        let mut group = Group { from, ..Group::default() };
        // "Part of what leaked": the clause stands for the thing, and asserts nothing.
        if self.items[from].norm == "what"
            && let Some(verb) = self.verb_group(from + 1).filter(|verb| matches!(verb.form, Form::Finite | Form::Past))
            && let Some(term) = verb.term
        {
            self.modifier[term] = true;
            return Some(Group { head: Some(term), from, to: verb.to, definite: true, ..Group::default() });
        }
        // "What the users said": the same with a subject of its own.
        if self.items[from].norm == "what" {
            let mut verb = from + 1;
            let mut subject = None;
            while let Some(item) = self.items.get(verb).filter(|item| {
                matches!(item.kind, Kind::Determiner | Kind::Noun | Kind::Possessive | Kind::Pronoun | Kind::Hyphen)
            }) {
                subject = item.term.filter(|_| item.kind == Kind::Noun).or(subject);
                verb += 1;
            }
            let more = self.items[verb..].iter().skip(1).any(|item| matches!(item.kind, Kind::Verb | Kind::Auxiliary));
            if let Some(found) =
                self.verb_group(verb).filter(|found| verb > from + 1 && more && found.form == Form::Finite)
                && let Some(term) = found.term
            {
                self.modifier[term] = true;
                if let Some(subject) = subject {
                    self.push(term, subject, Slot::Agent);
                }
                return Some(Group { head: Some(term), from, to: found.to, definite: true, ..Group::default() });
            }
        }
        let mut at = from;
        let mut previous: Option<usize> = None;
        let mut owner = false;
        let mut possessor: Option<usize> = None;
        let mut links: Vec<(usize, usize, Slot)> = Vec::new();
        let mut modifiers: Vec<usize> = Vec::new();
        let mut dates: Vec<usize> = Vec::new();
        while let Some(item) = self.items.get(at) {
            match item.kind {
                Kind::Determiner
                    if previous.is_none() && !group.figure || item.norm == "all" || item.norm == "both" =>
                {
                    group.definite |= among(item.norm.as_str(), List::Definite);
                }
                // "another 100 million", "its former owner"
                Kind::Determiner if among(item.norm.as_str(), List::Same) => {}
                Kind::Quantity if previous.is_none() || owner => group.figure = true,
                // "In the end the ministry": a name with an article of its own opens another group.
                Kind::Noun if previous.is_some() && !owner && lexicon::get().is(&item.norm, Class::Determiner) => break,
                // "The items LY announced": a name behind a plural noun and before a verb is the subject of that verb.
                Kind::Noun
                    if !owner
                        && item.term.is_some_and(|term| self.terms[term].kind == TermKind::Name)
                        && previous.is_some_and(|before| self.terms[before].kind == TermKind::Noun)
                        && self.items[at - 1].norm.ends_with('s')
                        && self.kind(at + 1) == Some(Kind::Verb) =>
                {
                    break;
                }
                // "Following the measure Idezawa told": a name that the verb behind it still needs.
                Kind::Noun
                    if !owner
                        && item.term.is_some_and(|term| self.terms[term].kind == TermKind::Name)
                        && previous.is_some_and(|before| {
                            let noun = &self.terms[before];
                            noun.kind == TermKind::Noun
                                && ![Class::Title, Class::Party].iter().any(|class| noun.is(*class))
                        })
                        && self.preposition.is_some()
                        && !self.frames[self.current].subjected
                        && !self.frames[self.current].verbed
                        && matches!(self.kind(at + 1), Some(Kind::Verb | Kind::Auxiliary)) =>
                {
                    break;
                }
                // "Gave LY administrative guidance": whom it is given to, and what.
                Kind::Noun if previous.is_some() && self.receives(at - 1) => break,
                Kind::Noun => {
                    if let Some(term) = item.term {
                        if let Some(before) = previous {
                            links.push((term, before, Slot::Of));
                        }
                        links.extend(modifiers.drain(..).map(|modifier| (modifier, term, Slot::Patient)));
                        previous = Some(term);
                    }
                    owner = false;
                }
                Kind::Past | Kind::Gerund if self.is_prenominal(at) => {
                    if let Some(term) = item.term {
                        self.modifier[term] = true;
                        modifiers.push(term);
                    }
                }
                Kind::Possessive if previous.is_some() => {
                    owner = true;
                    possessor = previous;
                }
                Kind::Hyphen if at > from => {}
                Kind::Negator if at == from && self.negates_noun(at) => {}
                Kind::Adverb
                    if self.kind(at + 1) == Some(Kind::Noun)
                        || self.kind(at + 1).is_some() && self.is_prenominal(at + 1) => {}
                Kind::Date(index) if matches!(self.kind(at + 1), Some(Kind::Noun)) && at > from => dates.push(index),
                Kind::Pronoun if at == from => {
                    group.pronoun = true;
                    at += 1;
                    break;
                }
                _ => break,
            }
            at += 1;
        }
        let nominal = previous.is_some() || group.figure || group.pronoun;
        // "these", "both", "none" stand alone as well.
        let lone = at == from + 1 && matches!(self.items[from].kind, Kind::Determiner | Kind::Negator);
        if at == from || !nominal && !lone {
            // A noun without a term ("people") still fills its place.
            let plain = (from..at).any(|index| self.items[index].kind == Kind::Noun);
            if !plain {
                return None;
            }
        }
        // "SoftBank's major shareholders": whose they are hangs on the noun itself.
        if let (Some(possessor), Some(head)) = (possessor, previous)
            && possessor != head
            && self.terms[head].kind == TermKind::Noun
            && !links.iter().any(|(one, other, _)| (*one, *other) == (head, possessor))
        {
            links.push((head, possessor, Slot::Of));
        }
        // "An American crime series" is a series, and American: which noun of a group a word describes its order does not tell.
        if let Some(head) = previous {
            let farther: Vec<(usize, usize, Slot)> = links
                .iter()
                .filter(|(noun, _, slot)| *noun != head && *slot == Slot::Of)
                .filter(|(_, describing, _)| {
                    self.terms[*describing].kind != TermKind::Name || self.terms[*describing].country.is_some()
                })
                .map(|(_, describing, slot)| (head, *describing, *slot))
                .collect();
            links.extend(farther);
        }
        group.head = previous;
        group.to = at;
        self.note_description(&group);
        for (head, filler, slot) in links {
            self.push(head, filler, slot);
        }
        for index in dates {
            self.dated[index] = previous.map(Dated::Term);
        }
        Some(group)
    }

    /// Whether a name directly behind a verb of giving is that of the receiver: a noun follows it, and no other group.
    fn receives(&self, at: usize) -> bool {
        let article = at > 0 && self.kind(at - 1) == Some(Kind::Determiner);
        let verb = at.checked_sub(1 + usize::from(article)).and_then(|before| self.kind(before));
        let name = self.items[at].term.is_some_and(|term| self.terms[term].entity.is_some());
        if !name
            || !matches!(verb, Some(Kind::Verb | Kind::Past | Kind::Infinitive | Kind::Gerund))
            || !gives(&self.frames[self.current].lemma)
        {
            return false;
        }
        let rest = &self.items[at + 1..];
        let length = rest.iter().take_while(|item| matches!(item.kind, Kind::Noun | Kind::Hyphen)).count();
        !rest.get(length).is_some_and(|next| {
            matches!(next.kind, Kind::Determiner | Kind::Quantity | Kind::Possessive | Kind::Past | Kind::Gerund)
        })
    }

    /// "The messaging app Line", "its group firms Line and Yahoo Japan": what stands before a name says what it is.
    fn note_description(&mut self, group: &Group) {
        let Some(head) = group.head.filter(|head| self.terms[*head].kind == TermKind::Name) else { return };
        let Some(place) = (group.from..group.to).find(|at| self.items[*at].term == Some(head)) else { return };
        let from = (group.from..place)
            .rev()
            .take_while(|at| match self.items[*at].kind {
                Kind::Noun => self.items[*at]
                    .term
                    .is_some_and(|term| self.terms[term].kind != TermKind::Name && !self.terms[term].is(Class::Title)),
                Kind::Past | Kind::Gerund => true,
                _ => false,
            })
            .last();
        let Some(from) = from else { return };
        let whole = |from: usize, to: usize, head: Option<usize>| Group { head, from, to, ..Group::default() };
        self.appositions.push((whole(place, group.to, Some(head)), whole(from, place, self.items[place - 1].term)));
    }

    /// "No data", "none of the items", "neither company": the word denies a noun rather than a verb.
    fn negates_noun(&self, at: usize) -> bool {
        among(self.items[at].norm.as_str(), List::Nothing)
            || self.items[at].norm == "not"
                && matches!(self.kind(at + 1), Some(Kind::Determiner | Kind::Quantity))
                && self.frames[self.current].verbed == self.frames[self.current].open
                && !self.frames[self.current].verbed
    }

    fn push(&mut self, head: usize, filler: usize, slot: Slot) -> Option<Role> {
        let role = Role { head, filler, slot };
        if head == filler || self.roles.contains(&role) {
            return None;
        }
        self.roles.push(role);
        Some(role)
    }

    /// Whether commas and nouns lead to an "and" before the next verb: the group is one of a list.
    fn in_list(&self, mut at: usize) -> bool {
        while let Some(item) = self.items.get(at) {
            match item.kind {
                Kind::Conjunction => return true,
                Kind::Comma
                | Kind::Noun
                | Kind::Determiner
                | Kind::Quantity
                | Kind::Possessive
                | Kind::Hyphen
                | Kind::Past
                | Kind::Adverb => {}
                Kind::Preposition if item.norm == "of" || item.norm == "as well as" => {}
                _ => return false,
            }
            at += 1;
        }
        false
    }

    /// Whether a list ends in a comma before the verb that it stood apart from: "which joined A, B and C, has apologized".
    fn list_closes(&self, at: usize) -> bool {
        let rest = self.items.get(at..).unwrap_or(&[]);
        let Some(joint) = rest.iter().position(|item| item.kind == Kind::Conjunction) else { return false };
        let nominal = |item: &&Item| {
            matches!(item.kind, Kind::Noun | Kind::Determiner | Kind::Possessive | Kind::Hyphen | Kind::Quantity)
        };
        let end = at + joint + 1 + rest[joint + 1..].iter().take_while(nominal).count();
        self.kind(end) == Some(Kind::Comma) && self.verb_group(end + 1).is_some_and(|verb| verb.form == Form::Finite)
    }

    /// Whether a comma and then the verb follow what is nominal from here on.
    fn closes_before_verb(&self, at: usize) -> bool {
        let rest = self.items.get(at..).unwrap_or(&[]);
        let Some(comma) = rest.iter().position(|item| {
            !matches!(
                item.kind,
                Kind::Noun
                    | Kind::Determiner
                    | Kind::Possessive
                    | Kind::Hyphen
                    | Kind::Quantity
                    | Kind::Preposition
                    | Kind::Past
            )
        }) else {
            return false;
        };
        rest[comma].kind == Kind::Comma && self.verb_group(at + comma + 1).is_some_and(|verb| verb.form == Form::Finite)
    }

    fn attach(&mut self, group: Group) {
        self.take(group.from, group.to);
        let preposition = self.preposition.take();
        let comma = std::mem::take(&mut self.comma);
        let frame = self.current;
        let mut attached = Attached { group: group.clone(), frame, ..Attached::default() };
        let adjacent = self
            .last
            .clone()
            .filter(|last| last.group.to + 1 >= group.from && (last.group.head.is_some() || last.group.figure));
        if group.head.is_some() {
            self.named = Some(group.clone());
            if group.figure {
                self.counted = Some(group.clone());
            }
        }
        // "A and B", "A, B and C": the same place.
        if preposition.is_none()
            && let Some(last) = self.last.clone()
            && last.frame == frame
            && (self.joined && last.group.to + 2 >= group.from
                || comma && last.group.to + 1 >= group.from && self.in_list(group.to))
            && let (Some(first), Some(second)) = (last.group.head, group.head)
        {
            let copies: Vec<Role> = self.roles.iter().filter(|role| role.filler == first).copied().collect();
            for role in copies {
                attached.roles.extend(self.push(role.head, second, role.slot));
            }
            let work = &mut self.frames[frame];
            if work.subjects.contains(&first) {
                work.subjects.push(second);
                work.subject_items.extend(group.from..group.to);
                attached.subject = true;
            }
            if let Some((_, slot)) = work.arguments.iter().find(|(term, _)| *term == first).copied() {
                work.arguments.push((second, slot));
                attached.slot = Some(slot);
            }
            // "Is a singer and author", "is the head of the firm and a member of the board"
            let indefinite =
                self.items[group.from..group.to].iter().any(|item| matches!(item.norm.as_str(), "a" | "an"));
            if work.open
                && work.lemma == "be"
                && let Some(predicate) = work.predicate
                && (predicate == first || work.also.contains(&first) || indefinite)
            {
                work.also.push(second);
            }
            if self.joined {
                self.since_joint.push(attached.clone());
            }
            if self.joined && self.either {
                let list = self.lists.iter().find(|list| list.last().is_some_and(|group| group.to == last.group.to));
                let heads = list.into_iter().flatten().filter_map(|group| group.head).chain([first, second]);
                self.choices.push(heads.collect());
            }
            match self.lists.iter_mut().find(|list| list.last().is_some_and(|group| group.to == last.group.to)) {
                Some(list) => list.push(group),
                None => self.lists.push(vec![last.group, group]),
            }
            self.last = Some(attached);
            return;
        }
        // "Together with SoftBank, a carrier, Naver owns it": the subject is yet to come.
        let fronted = comma
            && !self.frames[frame].subjected
            && !self.frames[frame].verbed
            && self.kind(group.from) == Some(Kind::Determiner)
            && self.kind(group.to) == Some(Kind::Comma)
            && self.last.as_ref().is_some_and(|last| {
                last.prepositional && last.group.head.is_some_and(|head| self.terms[head].kind == TermKind::Name)
            })
            && self.items[group.to + 1..]
                .iter()
                .find(|item| !matches!(item.kind, Kind::Noun | Kind::Determiner | Kind::Possessive | Kind::Hyphen))
                .is_some_and(|item| matches!(item.kind, Kind::Verb | Kind::Auxiliary));
        // "Idezawa, the president of LY, …": the second says what the first is.
        if preposition.is_none()
            && comma
            && let Some(last) = self.last.clone()
            && last.frame == frame
            // "Valencia, officially València, …"
            && (last.group.to..group.from).all(|at| matches!(self.items[at].kind, Kind::Comma | Kind::Adverb))
            && let (Some(named), Some(head)) = (last.group.head, group.head)
            && (fronted || self.frames[frame].subjected || self.frames[frame].verbed)
        {
            let is_name = |term: usize| self.terms[term].kind == TermKind::Name;
            let ends = matches!(self.kind(group.to), None | Some(Kind::Comma | Kind::Mark));
            let verbed = self.frames[frame].verbed;
            // "A clerk at the bank, Ann Lee, rang": she is the clerk. "The trial of Ann Lee, owner of the bank, opened": she is the owner.
            let inside = last.prepositional && !verbed && self.closes_before_verb(group.to);
            let subject = self.frames[frame]
                .subjects
                .last()
                .copied()
                .filter(|subject| inside && is_name(head) && !is_name(*subject));
            // "A subcontractor of Naver, the IT firm", "by a clerk, Ann Lee, and"
            let behind = verbed && ends && (group.definite || is_name(head) && !is_name(named));
            if !last.prepositional || fronted || behind || inside {
                let named = subject.unwrap_or(named);
                self.push(head, named, Slot::Is);
                let from = subject.and(self.frames[frame].subject_items.first().copied()).unwrap_or(last.group.from);
                let described = Group { head: Some(named), from, ..last.group.clone() };
                self.appositions.push((described, group.clone()));
                self.last = Some(Attached { group, ..last });
                return;
            }
        }
        match preposition {
            Some(preposition) => {
                attached.prepositional = true;
                self.attach_prepositional(&preposition, &group, adjacent, &mut attached);
            }
            None => self.attach_bare(&group, &mut attached),
        }
        if self.joined {
            self.since_joint.push(attached.clone());
        }
        self.last = Some(attached);
    }

    fn attach_prepositional(
        &mut self,
        preposition: &str,
        group: &Group,
        adjacent: Option<Attached>,
        attached: &mut Attached,
    ) {
        let frame = self.current;
        let Some(head) = group.head else { return };
        // Who says it is told by the speaker.
        if matches!(preposition, "according to") {
            return;
        }
        if preposition == "of" {
            match adjacent.as_ref().and_then(|last| last.group.head) {
                Some(noun) => {
                    if let Some(last) =
                        adjacent.as_ref().filter(|last| group.figure && !last.group.figure && last.subject)
                    {
                        self.measured.push((last.group.clone(), group.clone()));
                    }
                    attached.roles.extend(self.push(noun, head, Slot::Of));
                }
                // "64.5 percent of LY" hangs on the verb; "half of the items" takes the figure's place.
                None => {
                    let place = adjacent.as_ref().filter(|last| last.group.figure);
                    let work = &mut self.frames[frame];
                    if place.is_some() && work.verbed && work.open && work.predicate.is_none() {
                        work.predicate = Some(head);
                        return;
                    }
                    if let Some(last) = place {
                        if last.subject {
                            self.frames[frame].subjects.push(head);
                        } else if let Some(slot) = last.slot {
                            self.frames[frame].arguments.push((head, slot));
                        }
                    }
                    self.frames[frame].arguments.push((head, Slot::Of));
                    attached.slot = Some(Slot::Of);
                }
            }
            return;
        }
        let passive = self.frames[frame].passive;
        // "Issued LY with guidance", "was issued with guidance"
        let thing = preposition == "with"
            && provides(&self.frames[frame].lemma)
            && !self.frames[frame].open
            && (passive || !self.frames[frame].objects.is_empty());
        let slot = match preposition {
            "by" if passive => Slot::Agent,
            "with" if thing => Slot::Patient,
            _ => slot_of(preposition),
        };
        if thing {
            let receivers = std::mem::take(&mut self.frames[frame].objects);
            for argument in &mut self.frames[frame].arguments {
                if receivers.contains(&argument.0) {
                    argument.1 = Slot::To;
                }
            }
        }
        if self.frames[frame].verbed && self.frames[frame].open && self.frames[frame].predicate.is_none() {
            // "was under the influence of", "were among the data"
            self.frames[frame].predicate = Some(head);
            self.frames[frame].led = Some(slot);
            // "Is in their hands", "in their possession"
            let held = preposition == "in" && owns(&self.terms[head]);
            self.frames[frame].under = preposition == "under" || held;
            attached.slot = Some(slot);
            return;
        }
        // "Came under attack": it was attacked.
        let work = &mut self.frames[frame];
        if preposition == "under"
            && matches!(work.lemma.as_str(), "come" | "fall")
            && work.arguments.is_empty()
            && self.terms[head].kind == TermKind::Noun
        {
            work.predicate = Some(head);
            (work.open, work.under) = (true, true);
            attached.slot = Some(slot);
            return;
        }
        // "The company above LY is split": what stands between a subject and its verb belongs to the subject.
        let of_subject = !self.frames[frame].verbed && adjacent.as_ref().is_some_and(|last| last.subject);
        if !of_subject {
            self.frames[frame].arguments.push((head, slot));
            attached.slot = Some(slot);
        }
        if let Some(noun) = adjacent.and_then(|last| last.group.head)
            && !(preposition == "by" && passive)
        {
            let slot = if preposition == "by" { Slot::Agent } else { slot };
            // "Used the app in Japan": a name stands for one thing, which no place tells from others.
            let named = |term: usize| self.terms[term].kind == TermKind::Name;
            let object = named(noun) && named(head) && self.frames[frame].objects.contains(&noun);
            if !(object && slot == Slot::In) {
                attached.roles.extend(self.push(noun, head, slot));
            }
        }
    }

    fn attach_bare(&mut self, group: &Group, attached: &mut Attached) {
        let frame = self.current;
        let relative = self.frames[frame].link == Link::Relative && !self.frames[frame].verbed;
        // "The items LY announced were …": a clause without its pronoun, with the verb of the sentence still to come.
        let verbed = self.frames[frame].verbed;
        // "Delete data it had collected", and not "told users it had leaked".
        let tells = |term: usize| {
            let verbs = [Class::Say, Class::Telling, Class::Ditransitive, Class::Attitude, Class::Demanded];
            verbs.iter().any(|class| self.terms[term].lemma_is(*class))
        };
        let behind = verbed && group.pronoun && self.frames[frame].predicate.is_some_and(|verb| !tells(verb));
        if (behind || !verbed && self.frames[frame].link == Link::Main)
            && !self.joined
            && let Some(described) = self.last.clone()
            && described.group.to == group.from
            && described.group.head.is_some_and(|head| self.terms[head].kind == TermKind::Noun)
            && let Some(verb) =
                self.verb_group(group.to).filter(|verb| verb.form == Form::Finite && verb.term.is_some())
            && (behind || self.finite_follows(verb.to))
            && (group.pronoun
                || group.definite
                || group.head.is_some_and(|head| self.terms[head].kind == TermKind::Name))
        {
            let new = self.open(Some(frame), Link::Relative, "that");
            self.frames[frame].items.retain(|item| !(group.from..group.to).contains(item));
            self.take(group.from, group.to);
            let work = &mut self.frames[new];
            work.subjects = group.head.into_iter().collect();
            work.subject_items = (group.from..group.to).collect();
            work.subjected = true;
            work.arguments.extend(described.group.head.map(|head| (head, Slot::Patient)));
            work.antecedent = Some(described.group);
            attached.frame = new;
            attached.subject = true;
            return;
        }
        let work = &mut self.frames[frame];
        if !work.verbed {
            if work.subjected && !relative && work.controlled {
                return;
            }
            // Two bare groups before the verb: the later one is the subject, the first a heading or an apposition without its comma.
            if let Some(head) = group.head {
                if work.subjected && !self.joined {
                    work.subjects.clear();
                    work.subject_items.clear();
                }
                work.subjects.push(head);
            }
            work.subjected = true;
            work.subject_items.extend(group.from..group.to);
            attached.subject = true;
            return;
        }
        // "…," said Suzuki.
        if !work.subjected && work.link == Link::Main && lexicon::get().is(&work.lemma, Class::Say) {
            work.subjects.extend(group.head);
            work.subjected = true;
            work.subject_items.extend(group.from..group.to);
            attached.subject = true;
            return;
        }
        let Some(head) = group.head else {
            // "half", "it": a place without a word.
            attached.slot = Some(Slot::Patient);
            return;
        };
        // "Three firms made it: X, Y and Z": a list names what stands somewhere before it.
        if group.from.checked_sub(1).is_some_and(|before| self.items[before].norm == ":") {
            return;
        }
        if work.open && work.predicate.is_none() {
            work.predicate = Some(head);
            return;
        }
        let slot = if work.lemma.ends_with(" into") {
            // "Folded into a company"
            Slot::To
        } else if work.lemma.ends_with(" by") {
            // "Caused by malware", where the word for it holds the "by".
            Slot::Agent
        } else if work.passive && !gives(&work.lemma) {
            Slot::Other
        } else {
            Slot::Patient
        };
        if slot == Slot::Patient
            && let Some(first) = work.objects.last().copied()
            && (self
                .last
                .as_ref()
                .is_some_and(|last| last.group.to + 1 >= group.from && last.group.head == Some(first))
                // "The firm that they handed a document"
                || gives(&work.lemma) && work.antecedent.as_ref().is_some_and(|group| group.head == Some(first)))
        {
            // "handed LY a document"
            for argument in &mut work.arguments {
                if argument.0 == first {
                    argument.1 = Slot::To;
                }
            }
        }
        work.objects.push(head);
        work.arguments.push((head, slot));
        attached.slot = Some(slot);
    }

    /// Takes back what attaching a group did; its heads are free to be the subject of something else.
    fn undo(&mut self, attached: &Attached) {
        self.roles.retain(|role| !attached.roles.contains(role));
        let work = &mut self.frames[attached.frame];
        if let Some(head) = attached.group.head {
            work.arguments.retain(|(term, _)| *term != head);
            work.objects.retain(|term| *term != head);
            if attached.subject {
                work.subjects.retain(|term| *term != head);
            }
            if work.predicate == Some(head) && work.open {
                work.predicate = None;
            }
        }
        work.items.retain(|item| !(attached.group.from..attached.group.to).contains(item));
        work.subject_items.retain(|item| !(attached.group.from..attached.group.to).contains(item));
    }

    // ---- verb groups ----------------------------------------------------------------------------------------------------------------

    fn verb_group(&self, from: usize) -> Option<VerbGroup> {
        let lexicon = lexicon::get();
        let mut at = from;
        let mut finite = false;
        let mut be = false;
        let mut last = None;
        let mut infinitive = false;
        if self.kind(at) == Some(Kind::To) {
            infinitive = true;
            at += 1;
        }
        while let Some(item) = self.items.get(at) {
            match item.kind {
                Kind::Auxiliary => {
                    finite |= !among(item.norm.as_str(), List::BeForm);
                    be = lexicon.is(&item.norm, Class::Be);
                    last = Some(at);
                }
                Kind::Adverb | Kind::Negator | Kind::Mark => {}
                // "Was 64.5 percent owned by", "is half owned by"
                Kind::Quantity if be && self.kind(at + 1) == Some(Kind::Past) && !self.is_prenominal(at + 1) => {}
                Kind::Verb | Kind::Past | Kind::Gerund | Kind::Infinitive => {
                    // "Did outsourced work": after "do" a participle belongs to a noun.
                    let does = last.is_some_and(|last: usize| among(self.items[last].norm.as_str(), List::Do));
                    if item.kind == Kind::Past
                        && (does || last.is_some() && at > from && self.is_prenominal(at) && !self.directly(last, at))
                    {
                        break;
                    }
                    let got = matches!(last.map(|at: usize| self.items[at].norm.as_str()), Some("get" | "got"));
                    let form = match item.kind {
                        _ if infinitive => Form::Infinitive,
                        _ if finite => Form::Finite,
                        Kind::Verb => Form::Finite,
                        Kind::Past => Form::Past,
                        Kind::Gerund => Form::Gerund,
                        _ => Form::Finite,
                    };
                    let lemma =
                        item.term.map_or_else(|| lexicon.lemma(&item.norm), |term| self.terms[term].lemma.clone());
                    // "be" right before a past participle; "has been given".
                    let passive = (be || got) && (item.kind == Kind::Past || item.kind == Kind::Verb && finite)
                        || form == Form::Past && last.is_none();
                    return Some(VerbGroup {
                        to: at + 1,
                        form,
                        term: item.term,
                        lemma,
                        passive,
                        auxiliary: last.is_some(),
                        bare: false,
                    });
                }
                _ => break,
            }
            at += 1;
        }
        let last = last?;
        let mut to = last + 1;
        while matches!(self.kind(to), Some(Kind::Negator))
            && !(self.kind(to) == Some(Kind::Negator) && self.negates_noun(to))
        {
            to += 1;
        }
        let form = if infinitive {
            Form::Infinitive
        } else if finite {
            Form::Finite
        } else {
            Form::Gerund
        };
        Some(VerbGroup {
            to,
            form,
            term: None,
            lemma: lexicon.lemma(&self.items[last].norm),
            passive: false,
            auxiliary: true,
            bare: true,
        })
    }

    fn directly(&self, last: Option<usize>, at: usize) -> bool {
        last.is_some_and(|last| {
            (last + 1..at).all(|between| matches!(self.items[between].kind, Kind::Adverb | Kind::Negator))
        })
    }

    /// Whether a finite verb comes before this clause ends.
    fn finite_follows(&self, from: usize) -> bool {
        let mut at = from;
        while let Some(item) = self.items.get(at) {
            match item.kind {
                Kind::Verb => return true,
                Kind::Auxiliary if !among(item.norm.as_str(), List::BeForm) => return true,
                // "Sent or written by users were …"
                Kind::Conjunction
                    if matches!(self.kind(at + 1), Some(Kind::Verb | Kind::Past))
                        && self.kind(at + 2) == Some(Kind::Preposition) =>
                {
                    at += 1;
                }
                // "Shared by A and B, held": the second of two that did it.
                Kind::Conjunction
                    if self.items[at..]
                        .iter()
                        .skip(1)
                        .find(|item| {
                            !matches!(item.kind, Kind::Determiner | Kind::Noun | Kind::Possessive | Kind::Hyphen)
                        })
                        .is_some_and(|item| item.kind == Kind::Comma) => {}
                Kind::Subordinator | Kind::Relative | Kind::Conjunction => return false,
                Kind::Comma => {
                    // "Shared by the two, A and B, was": what says who they are may stand between.
                    let nominal = |item: &&Item| {
                        matches!(
                            item.kind,
                            Kind::Determiner | Kind::Noun | Kind::Possessive | Kind::Hyphen | Kind::Conjunction
                        )
                    };
                    let beside = at + 1 + self.items[at + 1..].iter().take_while(nominal).count();
                    let verb = if self.kind(beside) == Some(Kind::Comma) { beside + 1 } else { at + 1 };
                    return at > from && self.verb_group(verb).is_some_and(|group| group.form == Form::Finite);
                }
                _ => {}
            }
            at += 1;
        }
        false
    }

    /// Whether the verb stands right after the last noun group, adverbs aside.
    fn touches_noun(&self, at: usize) -> bool {
        self.last.as_ref().is_some_and(|last| {
            last.group.to <= at
                && (last.group.to..at).all(|between| matches!(self.items[between].kind, Kind::Adverb | Kind::Mark))
                && (last.group.head.is_some() || last.group.pronoun || last.group.figure)
        })
    }

    fn place(&mut self, verb: &VerbGroup, at: usize) {
        let lexicon = lexicon::get();
        let frame = self.current;
        let joined = std::mem::take(&mut self.joined);
        let comma = std::mem::take(&mut self.comma);
        self.preposition = None;
        let touches = self.touches_noun(at);
        // "Born in Trieste, Balestra grew up there": the subject is that of the clause to come.
        let opens = frame == 0 && at == 0 && verb.form != Form::Finite;
        if opens && self.items.iter().any(|item| item.kind == Kind::Comma) {
            let joint = if self.items[at].norm == "having" { "after" } else { "" };
            let new = self.open(Some(frame), Link::Adverbial, joint);
            self.frames[new].initial = true;
            self.frames[new].controlled = true;
            self.frames[new].subjected = true;
            self.assign(new, verb, at);
            return;
        }
        let work = &self.frames[frame];
        if !work.verbed {
            let no_object = !matches!(
                self.kind(verb.to),
                Some(Kind::Noun | Kind::Determiner | Kind::Quantity | Kind::Pronoun | Kind::To | Kind::Subordinator)
            );
            let says = lexicon.is(&verb.lemma, Class::Say);
            let reduced = touches
                && !work.subjects.is_empty()
                && work.link != Link::Relative
                && match verb.form {
                    Form::Past | Form::Gerund => !verb.auxiliary && self.finite_follows(verb.to),
                    // "The items leaked by LY were …", tagged as a verb with a tense.
                    Form::Finite => {
                        !verb.auxiliary
                            && no_object
                            && !says
                            && (self.items[at].norm.ends_with("ed")
                                // "Sent or written by users": an irregular form shows it by its doer.
                                || self.items[verb.to..].iter().take(3).any(|item| item.norm == "by"))
                            && self.finite_follows(verb.to)
                    }
                    Form::Infinitive => false,
                };
            // "Steps to stop it were promised": what they are for is no verb of the clause.
            let purpose = touches
                && verb.form == Form::Infinitive
                && work.link != Link::Relative
                && !work.subjects.is_empty()
                && self.finite_follows(verb.to);
            // "LY, headed by Ann Rossi, was founded there"
            let aside = comma
                && matches!(verb.form, Form::Past | Form::Gerund)
                && !verb.auxiliary
                && work.link == Link::Main
                && !work.subjects.is_empty()
                && (verb.to..self.items.len()).any(|item| {
                    self.items[item].kind == Kind::Comma
                        && self.verb_group(item + 1).is_some_and(|verb| verb.form == Form::Finite)
                });
            if reduced || aside {
                self.describe(verb, at);
            } else if purpose {
                let new = self.open(Some(frame), Link::Complement, "to");
                self.frames[new].controlled = true;
                self.frames[new].subjected = true;
                self.assign(new, verb, at);
            } else {
                self.assign(frame, verb, at);
            }
            return;
        }
        // "Wants its ties with X reviewed": what is to be done to them.
        let above = &self.frames[frame];
        if !verb.auxiliary
            && !comma
            && !joined
            && (verb.form == Form::Past || verb.form == Form::Finite && self.items[at].norm.ends_with("ed"))
            && (above.lemma == "want" || wants(&above.lemma) && !lexicon.is(&above.lemma, Class::Say))
            && let Some(wanted) = above.objects.first().copied()
            && !matches!(self.kind(verb.to), Some(Kind::Noun | Kind::Determiner | Kind::Quantity))
            && self.items.get(verb.to).is_none_or(|next| next.norm != "by")
        {
            let new = self.open(Some(frame), Link::Complement, "to");
            self.frames[new].subjects = vec![wanted];
            self.frames[new].subjected = true;
            self.assign(new, verb, at);
            self.frames[new].passive = true;
            return;
        }
        match verb.form {
            Form::Infinitive => {
                let parent = frame;
                let new = self.open(Some(parent), Link::Complement, "to");
                self.frames[new].controlled = true;
                self.frames[new].subjected = true;
                self.assign(new, verb, at);
            }
            _ if joined => {
                // "Failed to improve and leaks happened": a verb with a subject of its own goes on from the clause above the infinitive.
                let mut above = frame;
                while self.frames[above].joint == "to"
                    && verb.form == Form::Finite
                    && self.since_joint.iter().any(|one| !one.prepositional && one.group.head.is_some())
                    && let Some(parent) = self.frames[above].parent
                {
                    above = parent;
                }
                let (parent, link, joint) =
                    (self.frames[above].parent, self.frames[above].link, self.frames[above].joint.clone());
                let work = &self.frames[frame];
                let (subjects, subject_items, passive, controlled) =
                    (work.subjects.clone(), work.subject_items.clone(), work.passive, work.controlled);
                let antecedent = work.antecedent.clone();
                let since = std::mem::take(&mut self.since_joint);
                since.iter().for_each(|attached| self.undo(attached));
                let new = self.open(parent, link, &joint);
                self.frames[new].antecedent = antecedent;
                self.frames[new].subjected = true;
                let heads: Vec<usize> =
                    since.iter().filter(|one| !one.prepositional).filter_map(|one| one.group.head).collect();
                if since.is_empty() {
                    self.frames[new].subjects = subjects;
                    self.frames[new].subject_items = subject_items;
                    self.frames[new].controlled = controlled;
                    self.frames[new].twin = Some(frame);
                } else {
                    self.frames[new].subjects = heads;
                    for one in &since {
                        self.take(one.group.from, one.group.to);
                        self.frames[new].subject_items.extend(one.group.from..one.group.to);
                    }
                }
                let before = self.frames[frame].predicate;
                if self.either {
                    self.choices.extend(before.zip(verb.term).map(|(one, other)| vec![one, other]));
                }
                self.assign(new, verb, at);
                if verb.form == Form::Past && !verb.auxiliary {
                    self.frames[new].passive = passive;
                }
            }
            Form::Finite => {
                if let Some(waiting) = self.waiting_above(frame) {
                    self.current = waiting;
                    self.assign(waiting, verb, at);
                    return;
                }
                // "It is a website headquartered in Osaka": what something is tells nothing more of it in a clause without "that".
                let copula = self.frames[frame].lemma == "be" && self.frames[frame].open;
                let past = self.items[at].norm != verb.lemma && !self.items[at].norm.ends_with('s');
                let object = self.kind(verb.to) == Some(Kind::Noun);
                // "Is what it called for", "is among the things it asked for"
                let before = self.last.as_ref().and_then(|last| last.group.from.checked_sub(1));
                let mut near = self.items[..at].iter().rev().take(6);
                let asked = before.is_some_and(|before| self.kind(before) == Some(Kind::Noun))
                    || near.any(|item| matches!(item.norm.as_str(), "what" | "how" | "where"));
                if touches && copula && !comma && !verb.auxiliary && past && !object && !asked {
                    self.describe(verb, at);
                    return;
                }
                if touches && let Some(attached) = self.last.clone() {
                    // "LY said personal data leaked": the object was the subject of what is said.
                    self.undo(&attached);
                    let new = self.open(Some(frame), Link::Complement, "that");
                    self.take(attached.group.from, attached.group.to);
                    self.frames[new].subjects = attached.group.head.into_iter().collect();
                    self.frames[new].subjected = true;
                    self.frames[new].subject_items = (attached.group.from..attached.group.to).collect();
                    self.assign(new, verb, at);
                    return;
                }
                // "Apologises for the trouble caused, pledges help"
                let aside = comma && self.frames[frame].link == Link::Complement && self.frames[frame].joint.is_empty();
                let main = if aside { self.main_root() } else { self.main_of(frame) };
                let (subjects, subject_items) =
                    (self.frames[main].subjects.clone(), self.frames[main].subject_items.clone());
                let new = self.open(self.frames[main].parent, self.frames[main].link, "");
                self.frames[new].subjects = subjects;
                self.frames[new].subject_items = subject_items;
                self.frames[new].subjected = true;
                self.assign(new, verb, at);
            }
            Form::Past | Form::Gerund => {
                let after_verb = self.frames[frame].items.last().is_some_and(|item| {
                    matches!(self.items[*item].kind, Kind::Verb | Kind::Infinitive | Kind::Past | Kind::Gerund)
                });
                if touches && !comma {
                    self.describe(verb, at);
                } else if comma {
                    let parent = self.main_of(frame);
                    let new = self.open(Some(parent), Link::Adverbial, "");
                    self.frames[new].controlled = true;
                    self.frames[new].subjected = true;
                    self.assign(new, verb, at);
                } else {
                    let link = if after_verb { Link::Complement } else { Link::Adverbial };
                    let new = self.open(Some(frame), link, "");
                    self.frames[new].controlled = true;
                    self.frames[new].subjected = true;
                    self.assign(new, verb, at);
                }
            }
        }
    }

    /// A participle behind a noun: "a computer used by Naver", "users living in Japan".
    fn describe(&mut self, verb: &VerbGroup, at: usize) {
        let parent = self.current;
        let antecedent = self.last.as_ref().map(|last| last.group.clone());
        let new = self.open(Some(parent), Link::Relative, "");
        self.frames[new].subjects = antecedent.as_ref().and_then(|group| group.head).into_iter().collect();
        self.frames[new].subjected = true;
        self.frames[new].antecedent = antecedent;
        self.assign(new, verb, at);
        self.frames[new].passive = verb.form != Form::Gerund;
    }

    /// A frame above that still lacks its verb.
    fn waiting_above(&self, frame: usize) -> Option<usize> {
        let mut at = frame;
        while let Some(parent) = self.frames[at].parent {
            if !self.frames[parent].verbed && self.frames[parent].subjected {
                return Some(parent);
            }
            at = parent;
        }
        None
    }

    fn assign(&mut self, frame: usize, verb: &VerbGroup, at: usize) {
        self.current = frame;
        self.take(at, verb.to);
        let work = &mut self.frames[frame];
        work.verbed = true;
        work.auxiliary = verb.auxiliary;
        work.bare_be = self.items[at].norm == "be";
        work.predicate = verb.term;
        work.lemma.clone_from(&verb.lemma);
        work.passive = verb.passive;
        work.open = verb.bare || verb.term.is_none();
        if work.link == Link::Relative
            && let Some(antecedent) = work.antecedent.clone()
            && let Some(head) = antecedent.head
            && work.items.iter().any(|item| self.items[*item].kind == Kind::Relative)
        {
            if work.subjects.is_empty() && !work.subjected {
                work.subjects.push(head);
            } else if work.joint == "whose" {
                // "LY, whose users' data was hit": LY's users.
                let whose = work.items.iter().copied().find(|item| self.items[*item].norm == "whose");
                let things = whose.map_or(&[][..], |whose| &self.items[whose..]);
                if let Some(thing) = things.iter().find_map(|item| item.term) {
                    self.push(thing, head, Slot::Of);
                }
            } else if !work.subjects.contains(&head) {
                let slot = work.relative_slot.unwrap_or(Slot::Patient);
                work.arguments.push((head, slot));
                if slot == Slot::Patient {
                    work.objects.push(head);
                }
            }
        }
        self.last = None;
        self.joined = false;
        self.comma = false;
    }

    // ---- clauses below --------------------------------------------------------------------------------------------------------------

    fn open_subordinate(&mut self, norm: &str) {
        self.preposition = None;
        self.joined = false;
        if matches!(norm, "that" | "whether") {
            // "Said, when announcing it, that …": the comma has ended what stood between.
            let parent = if std::mem::take(&mut self.comma) { self.main_of(self.current) } else { self.current };
            self.open(Some(parent), Link::Complement, norm);
        } else {
            let parent = self.main_of(self.current);
            let initial = !self.frames[parent].verbed && !self.frames[parent].subjected;
            let new = self.open(Some(parent), Link::Adverbial, norm);
            self.frames[new].initial = initial;
        }
        self.last = None;
    }

    /// The common noun that a name hangs on.
    fn holder_of(&self, name: usize) -> Option<Group> {
        let capital = |term: usize| self.parsed.tokens[self.terms[term].token].capital;
        let holds = |role: &&Role| role.filler == name && role.head < name && !capital(role.head);
        let head = self.roles.iter().rev().filter(|_| capital(name)).find(holds)?.head;
        let noun = |item: &Item| item.term == Some(head) && item.kind == Kind::Noun;
        let from = self.items.iter().position(noun)?;
        Some(Group { head: Some(head), from, to: from + 1, definite: self.terms[head].definite, ..Group::default() })
    }

    fn open_relative(&mut self, norm: &str, at: usize) {
        let parent = self.current;
        let mut preposition = self.preposition.take();
        self.joined = false;
        // "A venture, half of which Naver holds": what has the part is what is spoken of.
        if preposition.as_deref() == Some("of")
            && let Some(last) = &mut self.last
            && last.group.figure
            && last.group.head.is_none()
            && let Some(named) = self.named.clone()
        {
            last.group = named;
            preposition = None;
        }
        // "It was before the meeting that he spoke": what follows is the clause itself, and the group in front hangs on its verb.
        let work = &mut self.frames[parent];
        if norm == "that"
            && work.lemma == "be"
            && work.open
            && work.subjects.is_empty()
            && let (Some(head), Some(slot)) = (work.predicate, work.led)
        {
            self.last = None;
            work.arguments.push((head, slot));
            work.led = None;
            work.predicate = None;
            (work.verbed, work.open, work.subjected) = (false, false, false);
            work.subject_items.clear();
            work.lemma.clear();
            return;
        }
        let mut antecedent = self.last.as_ref().map(|last| last.group.clone());
        // "A venture with Naver that holds most of it": a name stands for one alone, which no such clause picks out.
        if matches!(norm, "that" | "which")
            && let Some(group) = antecedent.as_mut().filter(|group| group.to == at)
            && let Some(owner) = group.head.and_then(|name| self.holder_of(name))
        {
            *group = owner;
        }
        let head = antecedent.as_ref().and_then(|group| group.head);
        // "the possibility that data leaked", "no evidence that": what is possible follows.
        // "It was regrettable that", "called it regrettable that": a quality, of what follows.
        let quality = norm == "that"
            && antecedent.as_ref().zip(head).is_some_and(|(group, head)| {
                let bare = !(group.from..group.to)
                    .any(|item| matches!(self.items[item].kind, Kind::Determiner | Kind::Quantity | Kind::Possessive));
                let before = (0..group.from).rev().find(|item| self.items[*item].kind != Kind::Adverb);
                let of_it = before.is_some_and(|item| {
                    self.items[item].norm == "it"
                        || self.frames[parent].lemma == "be" && self.frames[parent].subjects.is_empty()
                });
                bare && of_it && self.terms[head].kind == TermKind::Noun && !self.terms[head].definite
            });
        // "The data that leaked" is no evidence of a leak, and "the demand that it made" does not say what was demanded.
        let told = || {
            let subject = |item: &&Item| {
                matches!(
                    item.kind,
                    Kind::Noun
                        | Kind::Determiner
                        | Kind::Possessive
                        | Kind::Pronoun
                        | Kind::Hyphen
                        | Kind::Quantity
                        | Kind::Preposition
                )
            };
            let verb = at + 1 + self.items[at + 1..].iter().take_while(subject).count();
            verb > at + 1
                && self.verb_group(verb).is_some_and(|verb| {
                    verb.bare
                        || verb.passive
                        || matches!(
                            self.kind(verb.to),
                            Some(
                                Kind::Noun
                                    | Kind::Determiner
                                    | Kind::Quantity
                                    | Kind::Possessive
                                    | Kind::Pronoun
                                    | Kind::To
                                    | Kind::Relative
                            )
                        )
                })
        };
        let content = quality
            || norm == "that"
                && head.is_some_and(|head| {
                    self.terms[head].is(Class::Evidence) && self.verb_group(at + 1).is_none()
                        || [Class::Demanded, Class::Planned, Class::SpeechAct]
                            .iter()
                            .any(|class| self.terms[head].is(*class))
                            && told()
                        || head_is(self.terms, head, List::ContentOf)
                });
        let new = self.open(Some(parent), if content { Link::Complement } else { Link::Relative }, norm);
        if !content {
            self.frames[new].antecedent = antecedent;
            self.frames[new].relative_slot = match norm {
                "where" => Some(Slot::In),
                "whose" => Some(Slot::Of),
                _ => preposition.as_deref().map(slot_of),
            };
        }
        if norm != "whose" {
            self.last = None;
        }
    }

    /// "440 items, of which 300 concern users", "300 of which", "300 of them concerning users", "including 300 that concern users": a clause about
    /// so many of the things counted before. Opens its frame, and gives the item behind its subject.
    fn open_share(&mut self, at: usize) -> Option<usize> {
        if !matches!(self.items[at].kind, Kind::Preposition | Kind::Quantity) {
            return None;
        }
        let things = self.counted.clone().filter(|group| group.to <= at)?;
        let norm = |at: usize| self.items.get(at).map_or("", |item| item.norm.as_str());
        let pronoun = |at: usize| self.kind(at) == Some(Kind::Relative) && matches!(norm(at), "which" | "whom");
        let figure = |at: usize| self.kind(at) == Some(Kind::Quantity);
        let form = |at: usize| self.verb_group(at).map(|verb| verb.form);
        // "Linked to users", "in Japan": what needs an "is".
        let reduced = |at: usize| {
            self.kind(at) == Some(Kind::Preposition)
                || self.verb_group(at).is_some_and(|verb| !verb.auxiliary && verb.form != Form::Infinitive)
        };
        let before = at.checked_sub(1).map_or("", |before| norm(before));
        let opens = matches!(before, "," | "with" | "including" | "and");
        let (figure, to, joint) = if norm(at) == "of" && pronoun(at + 1) && figure(at + 2) {
            (at + 2, at + 3, "which")
        } else if figure(at) && norm(at + 1) == "of" && pronoun(at + 2) {
            (at, at + 3, "which")
        } else if figure(at) && opens && norm(at + 1) == "of" && norm(at + 2) == "them" && reduced(at + 3) {
            (at, at + 3, "")
        } else if figure(at) && before == "including" && among(norm(at + 1), List::Relative) {
            (at, at + 2, "which")
        } else if figure(at) && before == "including" && reduced(at + 1) && norm(at + 1) != "of" {
            (at, at + 1, "")
        } else {
            return None;
        };
        let fits = if joint.is_empty() { reduced(to) } else { form(to) == Some(Form::Finite) };
        if !fits {
            return None;
        }
        let led = at.checked_sub(1).filter(|_| matches!(before, "with" | "including"));
        let verbless = self.kind(to) == Some(Kind::Preposition);
        let frame = self.open(Some(things_frame(&self.frames, &things).unwrap_or(self.current)), Link::Relative, joint);
        self.take(at, to);
        self.preposition = None;
        self.joined = false;
        self.comma = false;
        self.last = None;
        let work = &mut self.frames[frame];
        work.subjects.extend(things.head);
        work.subjected = true;
        work.share = Some(Share { figure, led, things });
        if joint.is_empty() && verbless {
            (work.verbed, work.open, work.lemma) = (true, true, "be".to_owned());
        }
        Some(to)
    }

    fn on_comma(&mut self, at: usize) {
        self.take(at, at + 1);
        let token = self.clause[self.items[at].from];
        if self.parsed.tokens[token].is(",") && trailing_speech(self.parsed, self.clause, token) {
            // "…, its president said": what was said has ended.
            let said = self.main_root();
            let new = self.open(None, Link::Main, "");
            self.frames[said].parent = Some(new);
            self.frames[said].link = Link::Complement;
            self.last = None;
            self.preposition = None;
            self.joined = false;
            return;
        }
        let frame = self.current;
        let work = &self.frames[frame];
        if work.initial && work.verbed {
            self.current = work.parent.unwrap_or(0);
            self.last = None;
            return;
        }
        // "X, who apologized for causing trouble, vowed …": the verb that the subject still lacks.
        let root = self.main_root();
        let lacking =
            root != frame && work.verbed && !self.frames[root].verbed && !self.frames[root].subjects.is_empty();
        if lacking && self.verb_group(at + 1).is_some_and(|verb| verb.form == Form::Finite) {
            self.current = root;
            self.last = None;
            self.comma = true;
            return;
        }
        if work.link == Link::Relative && work.verbed {
            let mut parent = work.parent.unwrap_or(0);
            let next = self.verb_group(at + 1).is_some_and(|verb| verb.form == Form::Finite);
            while self.frames[parent].link == Link::Relative && self.frames[parent].verbed {
                parent = self.frames[parent].parent.unwrap_or(0);
            }
            let goes_on = self.in_list(at + 1) && (self.frames[parent].verbed || self.list_closes(at + 1));
            if next || !goes_on {
                self.current = parent;
                self.last = None;
            }
        }
        self.comma = true;
    }

    fn main_root(&self) -> usize {
        let mut frame = self.current;
        while let Some(parent) = self.frames[frame].parent {
            frame = parent;
        }
        frame
    }

    // ---- the result -----------------------------------------------------------------------------------------------------------------

    fn finish(mut self) -> Structure {
        // Who controls an infinitive: "urged LY to review", but "vowed to review".
        for index in 0..self.frames.len() {
            if !self.frames[index].controlled || !self.frames[index].subjects.is_empty() {
                continue;
            }
            let Some(parent) = self.frames[index].parent else { continue };
            let above = &self.frames[parent];
            let wants = wants(&above.lemma);
            // "Faulted the firm for relying on another"
            let judged = lexicon::get().is(&above.lemma, Class::Judge)
                && matches!(self.frames[index].joint.as_str(), "for" | "of");
            // "Sees it as being under influence"
            let taken_for = self.frames[index].joint == "as";
            // "Kept it from leaking again"
            let hindered = self.frames[index].link == Link::Complement && self.frames[index].joint == "from";
            let subjects = if (self.frames[index].link == Link::Complement && wants || judged || taken_for || hindered)
                && !above.passive
                && !above.objects.is_empty()
            {
                above.objects.last().copied().into_iter().collect()
            } else {
                above.subjects.clone()
            };
            self.frames[index].subjects = subjects;
            if self.frames[index].subject_items.is_empty() {
                self.frames[index].subject_items = self.frames[parent].subject_items.clone();
            }
        }
        // "Managed and supervised its partner": what the second verb is done to, the first is too.
        for index in 0..self.frames.len() {
            if let Some(twin) = self.frames[index].twin
                && self.frames[twin].arguments.is_empty()
                && !self.frames[twin].open
            {
                let shared: Vec<(usize, Slot)> =
                    self.frames[index].arguments.iter().filter(|(_, slot)| *slot == Slot::Patient).copied().collect();
                self.frames[twin].arguments = shared;
            }
        }
        for index in 0..self.frames.len() {
            let Some(predicate) = self.frames[index].predicate else { continue };
            let work = &self.frames[index];
            let opened_be = work.open && work.lemma == "be" && work.led.is_none();
            // "Sued him", "sued somebody": a pronoun makes no term, and is done something to for all that.
            let verb = self.items.iter().position(|item| item.term == Some(predicate));
            let pronoun = verb.and_then(|at| self.items.get(at + 1)).is_some_and(|next| next.kind == Kind::Pronoun);
            let acts = pronoun || work.arguments.iter().any(|(_, slot)| *slot == Slot::Patient);
            let slot = if work.under {
                Slot::Patient
            } else if work.passive && !work.open {
                if (gives(&work.lemma) || provides(&work.lemma)) && acts { Slot::To } else { Slot::Patient }
            } else if work.open && !among(work.lemma.as_str(), List::Counts) {
                // "Thailand had 53 million users": what one has, or accounts for, is one's own.
                Slot::Of
            } else if work.open {
                Slot::Is
            } else if acts || self.acts_towards(work) {
                Slot::Agent
            } else {
                Slot::Sole
            };
            // Who describes a leak is not the one it is a leak of.
            let light = self.terms[predicate].light && !work.open && !lexicon::get().is(&work.lemma, Class::Say);
            // Who is to do what somebody plans, promises or aims at is not said: "vowed to take steps", "merged to form LY".
            // Who was urged to do something is to do it.
            let inferred = work.controlled
                && work.link == Link::Complement
                && work.parent.is_some_and(|parent| {
                    let above = &self.frames[parent];
                    // "Has to report" says who reports.
                    let owes = above.predicate.is_none()
                        && above.arguments.is_empty()
                        && matches!(above.lemma.as_str(), "have" | "need");
                    above.subjects == work.subjects && !(above.passive && wants(&above.lemma)) && !owes
                });
            // "The users were in Thailand": users in Thailand.
            let located = slot == Slot::Is
                && work.led == Some(Slot::In)
                && self.terms[predicate].kind == TermKind::Name
                && work.subjects.iter().all(|subject| self.terms[*subject].kind == TermKind::Noun);
            let mut edges: Vec<(usize, Slot)> =
                work.subjects.iter().filter(|_| !inferred && !located).map(|subject| (*subject, slot)).collect();
            edges.extend(work.arguments.iter().copied());
            // "X belongs to Y": Y owns X. "X results from Y": Y causes X.
            let effect = among(work.lemma.as_str(), List::StemFrom);
            if effect || among(work.lemma.as_str(), List::BelongTo) {
                for (_, slot) in &mut edges {
                    *slot = match *slot {
                        Slot::Agent | Slot::Sole => Slot::Patient,
                        Slot::Patient | Slot::To => Slot::Agent,
                        other => other,
                    };
                }
            }
            // "The leak was the result of an attack": the attack had it as its result.
            if opened_be && head_is(self.terms, predicate, List::Upshot) {
                for (_, slot) in &mut edges {
                    if *slot == Slot::Is {
                        *slot = Slot::Patient;
                    }
                }
                for role in self.roles.iter_mut().filter(|role| role.head == predicate && role.slot == Slot::Of) {
                    role.slot = Slot::Agent;
                }
            }
            // "Gave LY guidance", "guidance was given to LY": what it is done to.
            let passive = work.passive && slot == Slot::Patient;
            let objects = if passive { work.subjects.clone() } else { work.objects.clone() };
            let (subjects, also, opened) = (work.subjects.clone(), work.also.clone(), work.open);
            if work.under {
                // Who is under somebody's influence is the one it is done to; "from" and "of" name the one who has it.
                let doers: Vec<usize> = self
                    .roles
                    .iter()
                    .filter(|role| role.head == predicate && matches!(role.slot, Slot::Of | Slot::From))
                    .map(|role| role.filler)
                    .collect();
                doers.into_iter().for_each(|doer| {
                    self.push(predicate, doer, Slot::Agent);
                });
            }
            for (filler, slot) in &edges {
                self.push(predicate, *filler, *slot);
            }
            for subject in subjects.iter().filter(|_| located) {
                self.push(*subject, predicate, Slot::In);
            }
            if slot == Slot::Is {
                // "The owner of it is Naver": Naver is the owner.
                if self.terms[predicate].kind == TermKind::Name && opened_be {
                    for subject in subjects.iter().copied() {
                        if self.terms[subject].kind == TermKind::Noun {
                            self.push(subject, predicate, Slot::Is);
                        }
                    }
                }
                for (other, subject) in
                    also.iter().flat_map(|other| subjects.iter().map(move |subject| (*other, *subject)))
                {
                    self.push(other, subject, Slot::Is);
                }
            }
            // "Was the target of an attack", "fell victim to an attack": it was attacked.
            let suffers = |term: usize| head_is(self.terms, term, List::Target);
            let sufferer = if opened && suffers(predicate) {
                Some(predicate)
            } else {
                edges.iter().map(|(filler, _)| *filler).find(|filler| {
                    suffers(*filler) && matches!(self.terms[predicate].lemma.as_str(), "fall" | "become")
                })
            };
            if let Some(noun) = sufferer {
                let deeds: Vec<usize> = self
                    .roles
                    .iter()
                    .filter(|role| {
                        (role.head == noun || role.head == predicate) && matches!(role.slot, Slot::Of | Slot::To)
                    })
                    .map(|role| role.filler)
                    .filter(|deed| self.terms[*deed].entity.is_none() && *deed != noun)
                    .collect();
                for deed in deeds {
                    for subject in subjects.iter().copied() {
                        self.push(deed, subject, Slot::Patient);
                    }
                    self.empty.extend([noun, predicate]);
                }
            }
            // "Suffered an attack": it was attacked.
            if among(self.frames[index].lemma.as_str(), List::Suffer) && !opened {
                for object in objects.iter().filter(|object| self.terms[**object].is_deed()) {
                    for subject in subjects.iter().copied() {
                        self.push(*object, subject, Slot::Patient);
                    }
                    self.empty.push(predicate);
                }
            }
            // "The leak happened at X": a leak at X.
            if among(&self.frames[index].lemma, List::Happen) && !opened {
                for (filler, _) in edges.iter().filter(|(_, slot)| *slot == Slot::In) {
                    for event in subjects.iter().filter(|event| self.terms[**event].is_deed()) {
                        self.push(*event, *filler, Slot::In);
                    }
                }
            }
            // What a small verb says, its object says.
            if light {
                let gets = among(self.frames[index].lemma.as_str(), List::Get);
                for object in objects.into_iter().filter(|object| self.terms[*object].entity.is_none()) {
                    for (filler, slot) in &edges {
                        // Who gets guidance from a ministry is given it by the ministry.
                        let slot = &match slot {
                            Slot::Agent if gets => Slot::To,
                            Slot::From if gets => Slot::Agent,
                            other => *other,
                        };
                        if *filler != object && (!passive || matches!(slot, Slot::Agent | Slot::To)) {
                            self.push(object, *filler, *slot);
                        }
                    }
                }
            }
        }
        self.users();
        self.identified();
        self.also_known();
        self.two_sides();
        self.one_and_the_same();
        let pieces = self.pieces();
        let members = self.members();
        let dated = self
            .dated
            .iter()
            .map(|dated| match dated {
                Some(Dated::Term(term)) => Some(*term),
                // "It was in October that LY announced it": the date is that of the announcing.
                Some(Dated::Frame(frame)) => self.frames[*frame].predicate.or_else(|| {
                    self.frames.iter().filter(|work| work.parent == Some(*frame)).find_map(|work| work.predicate)
                }),
                None => None,
            })
            .collect();
        let mut tokens = Vec::new();
        for (index, work) in self.frames.iter().enumerate() {
            for item in &work.items {
                tokens.extend((self.items[*item].from..self.items[*item].to).map(|place| (self.clause[place], index)));
            }
        }
        let frames = self
            .frames
            .iter()
            .map(|work| Frame {
                predicate: work.predicate,
                parent: work.parent,
                // "Will keep the name and be based there": a bare "be" shares it too.
                twin: work.twin.filter(|_| !work.auxiliary || work.bare_be),
                link: work.link,
                bound: time_joint(&work.joint).filter(|_| work.link == Link::Adverbial),
                negations: Vec::new(),
                evidential: false,
                mode: Certainty::Plain,
                mode_span: None,
                infinitive: work.joint == "to",
            })
            .collect();
        Structure {
            roles: self.roles,
            frames,
            frame_of: self.frame_of,
            modifier: self.modifier,
            empty: self.empty,
            dated,
            tokens,
            pieces,
            members,
            choices: self.choices,
        }
    }

    /// The clause once for each member of its first list, with that member alone. None where the list is one of choices ("A or B"), or where
    /// what is said holds of its members together only ("between A and B").
    fn members(&self) -> Vec<Vec<usize>> {
        let Some(list) = self.lists.first() else { return Vec::new() };
        let (first, last) = (&list[0], &list[list.len() - 1]);
        // "Neither A nor B": the denial is that of each.
        let negators = self.items[first.from..first.to].iter().take_while(|item| item.kind == Kind::Negator).count();
        let whole = first.from + negators..last.to;
        // "No A or B", "did not tell A or B": what is denied of either is denied of each.
        let denied = self.items.iter().any(|item| item.kind == Kind::Negator);
        let joined = |item: &Item| {
            item.kind == Kind::Conjunction && !among(item.norm.as_str(), List::Adding) && !(denied && item.norm == "or")
        };
        let between = (0..first.from)
            .rev()
            .find(|at| self.items[*at].kind == Kind::Preposition)
            .is_some_and(|at| among(self.items[at].norm.as_str(), List::Between) && at + 2 >= first.from);
        if between
            || self.items[first.from..last.to].iter().any(joined)
            || list.iter().any(|group| group.figure || group.head.is_none())
        {
            return Vec::new();
        }
        list.iter()
            .map(|member| {
                (0..self.items.len())
                    .filter(|at| !whole.contains(at) || (member.from..member.to).contains(at))
                    .flat_map(|at| self.items[at].from..self.items[at].to)
                    .map(|place| self.clause[place])
                    .collect()
            })
            .collect()
    }

    /// "People using the app in Thailand": people in Thailand.
    fn users(&mut self) {
        for index in 0..self.frames.len() {
            let work = &self.frames[index];
            let Some(person) = work.antecedent.as_ref().and_then(|group| group.head).filter(|_| work.lemma == "use")
            else {
                continue;
            };
            for (place, _) in work.arguments.clone().into_iter().filter(|(_, slot)| *slot == Slot::In) {
                self.roles.retain(|role| role.filler != place || role.slot != Slot::In);
                self.push(person, place, Slot::In);
            }
        }
    }

    /// "The person who handed it over was X": X handed it over. A general noun then says nothing of its own.
    fn identified(&mut self) {
        for index in 0..self.frames.len() {
            let work = &self.frames[index];
            let (Some(name), [noun]) = (work.predicate, work.subjects.as_slice()) else { continue };
            let noun = *noun;
            let at = self.items.iter().position(|item| item.term == Some(name)).unwrap_or(0);
            // "Was one of Naver": it belonged to Naver.
            let one = self.items[at.saturating_sub(3)..at].iter().any(|item| item.norm == "one");
            let is = work.open && work.lemma == "be" && work.led.is_none() && !one;
            if !is || noun == name || self.terms[name].kind != TermKind::Name || self.terms[name].country.is_some() {
                continue;
            }
            let clauses: Vec<usize> = self
                .frames
                .iter()
                .filter(|work| work.antecedent.as_ref().is_some_and(|group| group.head == Some(noun)))
                .filter_map(|work| work.predicate)
                .collect();
            for role in self.roles.iter_mut().filter(|role| role.filler == noun && clauses.contains(&role.head)) {
                role.filler = name;
            }
            let general = head_is(self.terms, noun, List::General);
            if general && !clauses.is_empty() {
                self.roles.retain(|role| role.filler != noun && role.head != noun);
                self.roles.retain(|role| !(role.slot == Slot::Is && role.filler == noun));
                self.empty.push(noun);
            }
        }
    }

    /// "LY relies on Naver": a party that does something with regard to another one.
    fn acts_towards(&self, work: &Work) -> bool {
        let name = |term: &usize| self.terms[*term].kind == TermKind::Name;
        work.subjects.iter().any(name)
            && work.arguments.iter().any(|(term, slot)| name(term) && matches!(slot, Slot::In | Slot::To | Slot::Other))
    }

    /// "X, known professionally as Y": both are names of one.
    fn also_known(&mut self) {
        let name = |term: usize| self.terms[term].kind == TermKind::Name;
        let mut found: Vec<(Group, Group)> = Vec::new();
        for work in &self.frames {
            // "The minister called on LY" gives nobody a name.
            let names = among(work.lemma.as_str(), List::Name);
            if !names || !work.passive {
                continue;
            }
            let whole = |head: usize| Group { head: Some(head), ..Group::default() };
            let others =
                work.arguments.iter().filter(|(term, slot)| *slot == Slot::Other && name(*term)).map(|(term, _)| *term);
            let subjects = || work.subjects.iter().copied().filter(|term| name(*term));
            found.extend(others.flat_map(|other| subjects().map(move |subject| (whole(subject), whole(other)))));
        }
        for (named, said) in found {
            if let (Some(one), Some(other)) = (named.head, said.head) {
                self.push(other, one, Slot::Is);
            }
            self.renamed.push((named, said));
        }
    }

    /// What is told of one name for a thing is told of the other: "Aldous, the contractor, began" has the contractor begin, and "jazz is music that
    /// began in America" has jazz begin there.
    fn one_and_the_same(&mut self) {
        let mut told: Vec<(usize, Role)> = Vec::new();
        let both =
            self.appositions.iter().chain(&self.renamed).filter_map(|(named, said)| Some((named.head?, said.head?)));
        for (named, said) in both {
            let acts = self.roles.iter().filter(|role| is_part(role.slot));
            for role in acts.filter(|role| role.head != named && role.head != said) {
                if role.filler == named {
                    told.push((said, *role));
                } else if role.filler == said {
                    told.push((named, *role));
                }
            }
        }
        for work in &self.frames {
            let denied = work.items.iter().any(|item| self.items[*item].kind == Kind::Negator);
            let Some(predicate) = work.predicate.filter(|_| work.open && work.lemma == "be" && !denied) else {
                continue;
            };
            let what: Vec<usize> = work.also.iter().copied().chain([predicate]).collect();
            for clause in self.frames.iter().filter(|clause| clause.link == Link::Relative) {
                let of = clause.antecedent.as_ref().and_then(|group| group.head).filter(|head| what.contains(head));
                let (Some(of), Some(verb)) = (of, clause.predicate) else { continue };
                let own = self.roles.iter().filter(|role| role.head == verb && role.filler == of && is_part(role.slot));
                told.extend(own.flat_map(|role| work.subjects.iter().map(|subject| (*subject, *role))));
            }
        }
        for (filler, role) in told {
            self.push(role.head, filler, role.slot);
        }
    }

    /// "The influence of Naver on LY": whose it is has it, and on whom it is, it is done to.
    fn two_sides(&mut self) {
        let on = |slot: Slot| matches!(slot, Slot::Other | Slot::To | Slot::In);
        let name = |term: usize| self.terms[term].kind == TermKind::Name;
        let heads: Vec<usize> = (0..self.terms.len())
            .filter(|term| {
                let noun = &self.terms[*term];
                noun.kind == TermKind::Noun && noun.entity.is_none() && !lexicon::get().is(&noun.lemma, Class::Party)
            })
            .collect();
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for head in heads {
            let of = self.roles.iter().find(|role| role.head == head && role.slot == Slot::Of && name(role.filler));
            let aim = self.roles.iter().find(|role| role.head == head && on(role.slot) && name(role.filler));
            if let (Some(of), Some(aim)) = (of, aim)
                && aim.slot == Slot::Other
            {
                found.push((head, of.filler, aim.filler));
            }
        }
        for (head, has, under) in found {
            self.roles.retain(|role| {
                !(role.head == head && (role.filler == has && role.slot == Slot::Of || role.filler == under))
            });
            self.push(head, has, Slot::Agent);
            self.push(head, under, Slot::Patient);
        }
    }

    /// "The company that was given guidance was Line", "it was Suzuki who spoke": the items of what the sentence is really about.
    fn cleft(&self) -> Option<Vec<usize>> {
        let main = &self.frames[0];
        let denied = main.items.iter().any(|item| self.items[*item].kind == Kind::Negator);
        let predicate = main.predicate.filter(|_| main.open && main.lemma == "be" && !denied)?;
        let generic = main.subjects.is_empty()
            || main.subjects.iter().all(|term| self.terms[*term].is(Class::Party) || self.terms[*term].light);
        let place = self.items.iter().position(|item| item.term == Some(predicate))?;
        (generic && self.terms[predicate].kind == TermKind::Name).then(|| vec![place])
    }

    /// "In the month in which LY was formed", "the month before it was formed": the unit with the word behind it, and the items that name it.
    fn anchor(&self, index: usize) -> Option<(String, Vec<usize>)> {
        let work = &self.frames[index];
        let unit = |term: usize| {
            let lemma = self.terms[term].lemma.as_str();
            among(lemma, List::Anchored).then(|| lemma.to_owned())
        };
        let (from, to, name) = match work.link {
            Link::Relative if work.relative_slot == Some(Slot::In) || work.joint == "that" || work.joint == "when" => {
                let group = work.antecedent.as_ref()?;
                (group.from, group.to, unit(group.head?)?)
            }
            Link::Adverbial if matches!(work.joint.as_str(), "before" | "after") => {
                let at = work.items.first()?.checked_sub(1)?;
                let name = unit(self.items[at].term?)?;
                let from =
                    (0..at).rev().take_while(|item| self.items[*item].kind == Kind::Determiner).last().unwrap_or(at);
                (from, at + 1, format!("{name} {}", work.joint))
            }
            _ => return None,
        };
        let led = from.checked_sub(1).filter(|item| self.items[*item].kind == Kind::Preposition).unwrap_or(from);
        Some((name, (led..to).collect()))
    }

    /// Takes the statement apart where relative clauses, adverbial clauses or appositions hang on it.
    fn pieces(&self) -> Vec<Piece> {
        // "It was X whose computer was hit": that it was X says nothing without what follows.
        let work = &self.frames[0];
        let cleft = self.items.first().is_some_and(|item| item.norm == "it");
        if cleft && work.open && work.lemma == "be" && work.subjects.is_empty() {
            return Vec::new();
        }
        // "X is a company that …"
        let is_name = |group: &Group| {
            let is = |role: &Role| Some(role.head) == group.head && role.slot == Slot::Is;
            self.roles.iter().any(|role| is(role) && self.terms[role.filler].kind == TermKind::Name)
        };
        // "No case in which data were misused" tells of no misuse: what is denied stays with its denial.
        let denied = |index: usize| {
            self.frames[index].antecedent.as_ref().is_some_and(|group| {
                let parent = self.frames[index].parent.map(|parent| &self.frames[parent]);
                let negator = |item: &usize| self.items[*item].kind == Kind::Negator;
                self.items[group.from].kind == Kind::Negator
                    || is_name(group) && parent.is_some_and(|parent| parent.items.iter().any(negator))
                    || group.head.is_some_and(|head| {
                        // "A report of the data being misused"
                        let of = self.roles.iter().filter(|role| role.filler == head && role.slot == Slot::Of);
                        of.map(|role| role.head).chain([head]).any(|head| self.terms[head].is(Class::Evidence))
                    })
            })
        };
        let apart = |index: usize| {
            matches!(self.frames[index].link, Link::Relative | Link::Adverbial)
                && self.frames[index].verbed
                && !denied(index)
                // What is so only if something else is, is told with its condition.
                && !among(self.frames[index].joint.as_str(), List::OpenJoint)
        };
        // "Without managing or supervising it" denies both.
        let apart = |index: usize| {
            apart(index)
                && !self.frames[index].twin.is_some_and(|twin| self.frames[twin].joint == "without" && apart(twin))
        };
        // The frame that an item is told with: the nearest one that is taken apart, else the main clause.
        let owner = |mut frame: usize| loop {
            if apart(frame) {
                return Some(frame);
            }
            let twin = self.frames[frame].twin.filter(|twin| self.frames[*twin].joint == "without");
            match twin.or(self.frames[frame].parent) {
                Some(parent) => frame = parent,
                None => return None,
            }
        };
        let tokens_of = |items: &[usize]| -> Vec<usize> {
            items
                .iter()
                .flat_map(|item| self.items[*item].from..self.items[*item].to)
                .map(|place| self.clause[place])
                .collect()
        };
        let mut out: Vec<Piece> = Vec::new();
        let mut main: Vec<usize> = Vec::new();
        let cleft = self.cleft();
        let mut dropped = false;
        for index in 0..self.frames.len() {
            if owner(index).is_none() {
                main.extend(&self.frames[index].items);
            }
        }
        order::unique(&mut main);
        let anchors: Vec<Option<(String, Vec<usize>)>> =
            (0..self.frames.len()).map(|index| self.anchor(index)).collect();
        for (_, items) in
            anchors.iter().enumerate().filter(|(index, _)| apart(*index)).filter_map(|(_, found)| found.as_ref())
        {
            main.retain(|item| !items.contains(item));
        }
        let mut taken: Vec<usize> = self.appositions.iter().flat_map(|(_, said)| said.from..said.to).collect();
        taken.extend(self.frames.iter().filter_map(|work| work.share.as_ref()?.led));
        // What an apposition's own prepositions hold goes with it.
        let mut said_items: Vec<Vec<usize>> = Vec::new();
        for (_, said) in &self.appositions {
            let mut to = said.to;
            // What stands before the name ends there.
            let before = self.appositions.iter().any(|(named, other)| other.from == said.from && named.from >= said.to);
            while let Some(item) = self.items.get(to).filter(|_| !before) {
                if matches!(item.kind, Kind::Comma | Kind::Verb | Kind::Auxiliary | Kind::Relative | Kind::Subordinator)
                {
                    break;
                }
                to += 1;
            }
            said_items.push((said.from..to).collect());
        }
        let gone: Vec<usize> = said_items.iter().flatten().copied().chain(taken).collect();
        main.retain(|item| !gone.contains(item));
        for (index, work) in self.frames.iter().enumerate() {
            if !apart(index) || work.predicate.is_none() && work.arguments.is_empty() {
                continue;
            }
            let mut own: Vec<usize> = work.items.clone();
            for other in 0..self.frames.len() {
                if other != index && owner(other) == Some(index) {
                    own.extend(&self.frames[other].items);
                }
            }
            order::unique(&mut own);
            let mut ordered: Vec<usize> = Vec::new();
            let mut copula = None;
            let anchor = anchors[index].as_ref();
            let group = work.antecedent.as_ref().filter(|_| anchor.is_none());
            let mut antecedent: Vec<usize> = group.map_or(Vec::new(), |group| (group.from..group.to).collect());
            let mut named =
                group.and_then(|group| group.head).is_some_and(|head| self.terms[head].kind == TermKind::Name);
            if let (Some(complement), Some(group)) = (&cleft, group)
                && self.frames[0].subject_items.contains(&group.from)
            {
                antecedent.clone_from(complement);
                named = true;
                dropped = true;
            }
            // "X is a company that was formed in May": X was.
            let told_of = group.is_some_and(is_name);
            if let Some(parent) = work.parent.map(|parent| &self.frames[parent]).filter(|_| told_of)
                && !parent.subject_items.is_empty()
            {
                antecedent.clone_from(&parent.subject_items);
                named = true;
            }
            let has_own_subject = work.subject_items.iter().any(|item| own.contains(item));
            if let Some(share) = &work.share {
                let nouns = (share.things.from..share.things.to)
                    .filter(|item| matches!(self.items[*item].kind, Kind::Noun | Kind::Hyphen | Kind::Possessive));
                ordered.push(share.figure);
                ordered.extend(nouns);
                // "300 of them linked to users"
                copula = work.joint.is_empty().then(|| tokens_of(&ordered).len());
                let verb = own.iter().skip_while(|item| {
                    **item <= share.figure
                        || matches!(self.items[**item].kind, Kind::Relative | Kind::Pronoun)
                        || **item < share.figure + 3 && self.items[**item].norm == "of"
                });
                ordered.extend(verb);
            } else if work.link == Link::Relative {
                own.retain(|item| self.items[*item].kind != Kind::Relative);
                if has_own_subject && work.joint == "whose" {
                    ordered.extend(&antecedent);
                    ordered.extend(&own);
                } else if has_own_subject {
                    // "the document that the ministry handed to LY": the noun goes behind the verb.
                    let verb = own.iter().position(|item| {
                        matches!(self.items[*item].kind, Kind::Verb | Kind::Past | Kind::Gerund | Kind::Infinitive)
                    });
                    let cut = verb.map_or(own.len(), |at| at + 1);
                    ordered.extend(&own[..cut]);
                    ordered.extend(&antecedent);
                    ordered.extend(&own[cut..]);
                } else {
                    ordered.extend(&antecedent);
                    // "A website founded in Osaka" was founded there.
                    let reduced =
                        work.passive && own.first().is_some_and(|item| self.items[*item].term == work.predicate);
                    copula = reduced.then(|| tokens_of(&ordered).len()).filter(|length| *length > 0);
                    ordered.extend(&own);
                }
            } else {
                own.retain(|item| {
                    let kind = self.items[*item].kind;
                    // "Without managing it" keeps its denial.
                    let joint =
                        matches!(kind, Kind::Subordinator | Kind::Preposition) && self.items[*item].norm == work.joint;
                    !joint || work.joint == "without"
                });
                if !has_own_subject {
                    ordered.extend(work.subject_items.iter().filter(|item| !own.contains(item)));
                    // "From spotting the intrusion": what the subject is doing.
                    let gerund = own.first().is_some_and(|item| self.items[*item].kind == Kind::Gerund);
                    copula = gerund.then(|| tokens_of(&ordered).len()).filter(|length| *length > 0);
                }
                ordered.extend(&own);
            }
            while ordered
                .last()
                .is_some_and(|item| matches!(self.items[*item].kind, Kind::Comma | Kind::Mark | Kind::Conjunction))
            {
                ordered.pop();
            }
            let (joint, link) = match anchor {
                Some((joint, _)) => (joint.clone(), Link::Adverbial),
                None => (work.joint.clone(), work.link),
            };
            out.push(Piece { tokens: tokens_of(&ordered), joint, link, named, copula });
        }
        for ((named, _), said) in self.appositions.iter().zip(&said_items) {
            let items: Vec<usize> = (named.from..named.to).chain(said.iter().copied()).collect();
            let copula = Some(tokens_of(&(named.from..named.to).collect::<Vec<_>>()).len());
            let named = named.head.is_some_and(|head| self.terms[head].kind == TermKind::Name);
            out.push(Piece { tokens: tokens_of(&items), joint: "is".to_owned(), link: Link::Relative, named, copula });
        }
        for (noun, amount) in &self.measured {
            if !main.contains(&noun.from) {
                continue;
            }
            let items: Vec<usize> = (noun.from..amount.to).collect();
            main.retain(|item| !(noun.to..amount.to).contains(item));
            out.push(Piece {
                tokens: tokens_of(&items),
                joint: String::new(),
                link: Link::Relative,
                named: true,
                copula: None,
            });
        }
        // "It was in October that …" only says when.
        if !dropped && !main.iter().any(|item| self.items[*item].term.is_some()) {
            return Vec::new();
        }
        if !out.is_empty() && !dropped {
            out.insert(
                0,
                Piece { tokens: tokens_of(&main), joint: String::new(), link: Link::Main, named: true, copula: None },
            );
        }
        out
    }
}

/// Who does something, or to whom it is done.
fn is_part(slot: Slot) -> bool {
    matches!(slot, Slot::Agent | Slot::Sole | Slot::Patient | Slot::Is | Slot::To)
}

/// Whether whom the verb is done to is to do what follows: "urged LY to review".
fn wants(lemma: &str) -> bool {
    let lexicon = lexicon::get();
    lexicon.is(lemma, Class::Demanded)
        || lexicon.is(lemma, Class::Say) && !among(lemma, List::Promise)
        || lexicon.is(lemma, Class::Enable)
}

fn head_is(terms: &[Term], head: usize, list: List) -> bool {
    among(&terms[head].lemma, list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::vocabulary::Vocabulary;
    use crate::statement::{Statement, claims, read};

    /// The only statement of a sentence, and its pieces.
    fn only(text: &str) -> (Statement, Vec<Statement>) {
        let parsed = read(text, Span::new(0, text.len()), None);
        let mut found = claims(text, &parsed, &Vocabulary::default());
        assert_eq!(found.len(), 1, "{text}");
        let statement = found.remove(0);
        let pieces = statement.pieces.iter().map(|piece| piece.statement.clone()).collect();
        (statement, pieces)
    }

    /// The roles of a statement as "head Slot filler", in order.
    fn roles(statement: &Statement) -> Vec<String> {
        let lemma = |term: usize| statement.terms[term].lemma.as_str();
        let mut out: Vec<String> = statement
            .roles
            .iter()
            .map(|role| format!("{} {:?} {}", lemma(role.head), role.slot, lemma(role.filler)))
            .collect();
        out.sort();
        out
    }

    #[track_caller]
    fn has(text: &str, role: &str) {
        let (statement, _) = only(text);
        assert!(
            roles(&statement).iter().any(|found| found == role),
            "{text}: {role} is not in {:?}",
            roles(&statement)
        );
    }

    #[test]
    fn active_passive_and_noun() {
        has("The company leaked the data.", "leak Agent company");
        has("The company leaked the data.", "leak Patient data");
        has("The data was leaked by the company.", "leak Agent company");
        has("The data was leaked by the company.", "leak Patient data");
        has("The leak of data began.", "leak Of data");
        has("An official gave the president a document.", "give To president");
        has("An official gave the president a document.", "give Patient document");
    }

    #[test]
    fn what_stands_between_subject_and_verb_belongs_to_the_subject() {
        let (statement, _) = only("The company above the firm leaked data.");
        assert!(
            !roles(&statement).iter().any(|role| role.starts_with("leak") && role.ends_with("firm")),
            "{:?}",
            roles(&statement)
        );
    }

    #[test]
    fn a_denial_is_that_of_its_predication() {
        let (statement, _) = only("The company said that no employee resigned.");
        let negated =
            |lemma: &str| statement.terms.iter().find(|term| term.lemma == lemma).is_some_and(|term| term.negated);
        assert!(negated("resign") && !negated("company"));
    }

    #[test]
    fn a_share_of_what_was_counted_is_a_clause_of_its_own() {
        for text in [
            "The firm lost 900 crates, of which 300 contained tools.",
            "The firm lost 900 crates, 300 of which contained tools.",
            "The firm lost 900 crates, 300 of them containing tools.",
            "The firm lost 900 crates, with 300 of them containing tools.",
            "The firm lost 900 crates of beer, of which 300 contained tools.",
            "The firm lost 900 crates, including 300 that contained tools.",
        ] {
            let (_, pieces) = only(text);
            let share = pieces.iter().find(|piece| roles(piece).contains(&"contain Agent crate".to_owned()));
            let share = share.unwrap_or_else(|| panic!("{text}: no piece has crates contain anything"));
            let counts: Vec<(Option<f64>, Option<&str>)> =
                share.quantities.iter().map(|quantity| (quantity.value(), quantity.of.as_deref())).collect();
            assert_eq!(counts, [(Some(300.0), Some("crate"))], "{text}");
            assert_eq!(pieces[0].quantities.len(), 1, "{text}: the main clause keeps its own figure alone");
        }
    }

    #[test]
    fn pieces_have_their_subject() {
        let (_, pieces) = only("The official handed over a document that warned the company.");
        assert!(
            pieces.iter().any(|piece| roles(piece).iter().any(|role| role == "warn Agent document")),
            "no piece has the warning"
        );
        let (_, pieces) = only("The firm depended on its contractor without supervising it.");
        let supervise = pieces.iter().flat_map(|piece| &piece.terms).find(|term| term.lemma == "supervise");
        assert!(supervise.is_some_and(|term| term.negated), "the supervising is denied");
        let (_, pieces) = only("It was in October that the company leaked data.");
        assert!(pieces.is_empty(), "a cleft date is taken apart");
    }
}
