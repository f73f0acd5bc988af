//! Statements: what a sentence asserts, whether it is a claim or a source's sentence. One parser makes both.
//!
//! The parse is shallow on purpose. It keeps what a comparison needs — the content words with their notions, names, who does what to
//! whom, figures, dates, polarity, certainty, who says it, what is quoted — and guesses no tree where a guess could be wrong.

pub mod clause;
mod contrast;
pub mod date;
pub mod day;
mod figure;
pub mod frame;
pub mod kind;
pub mod quantity;
pub mod refer;
mod rewrite;
mod tag;
pub mod unit;
pub mod vocabulary;

use crate::lexicon::{self, Class, ConceptId, List, among};
use crate::text::{Span, Token, TokenKind, cut};
pub use date::{Bound, DateRef};
use day::Day;
pub use frame::{Frame as Predication, Link};
pub use quantity::Quantity;
use tag::Tag;
use vocabulary::{EntityId, Meaning, Vocabulary};

/// One assertion.
#[derive(Debug, Clone, Default)]
pub struct Statement {
    pub span: Span,
    /// Its content words and names, in order.
    pub terms: Vec<Term>,
    pub quantities: Vec<Quantity>,
    pub dates: Vec<DateRef>,
    pub roles: Vec<Role>,
    /// Where it is negated; an even number of negations cancels out.
    pub negations: Vec<Span>,
    /// What it says to be whose, by index: a role that is the assertion itself.
    pub owned: Option<(usize, usize)>,
    /// A pronoun of the third person stands in it.
    pub pronoun: bool,
    /// The same with something in the place of what the claim sets against it: "Y did it" for "X, not Y, did it".
    pub turned: Vec<Statement>,
    /// Something is said to be missing ("without conditions").
    pub without: bool,
    /// Small words that say more than they seem to, with their places.
    pub marks: Vec<(Mark, Span)>,
    /// What is negated is the evidence ("no reports of"), not the thing.
    pub evidential: bool,
    pub certainty: Certainty,
    pub certainty_span: Option<Span>,
    /// Who says so, where the sentence tells.
    pub speaker: Option<Speaker>,
    pub quotes: Vec<Span>,
    pub frame: Option<(Frame, Span)>,
    /// Its predicates.
    pub predications: Vec<Predication>,
    /// Where relative clauses, adverbial clauses or appositions hang on it: its main clause and each of them, to be checked one by one.
    pub pieces: Vec<Piece>,
    /// Where it says something of several things joined by "and": the same of each alone.
    pub members: Vec<Statement>,
    /// Offices that the sentence gives somebody in passing ("LY president Idezawa").
    pub offices: Vec<Office>,
    /// "all", "only", "entirely" with its place.
    pub universal: Option<Span>,
    pub only: Option<Span>,
    /// The terms that an "or" joins, by index: one of each list is meant.
    pub choices: Vec<Vec<usize>>,
    /// "few", not "a few".
    pub scarce: Option<Span>,
    /// "several", "many": more than one, and no figure.
    pub several: Option<Span>,
}

/// A small word without which a sentence says less. A source must have one like it to say as much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// "still": it has gone on until now.
    Still,
    /// "until something happens": it ends then.
    Until,
    /// "no longer": it was so, and has ended.
    Ended,
    /// "was": it was so, and may have ended.
    Past,
    /// "than": something is set beside something else.
    Than,
    /// "whether or not", "regardless": in every case.
    Regardless,
    /// "straight after", "immediately": at once.
    AtOnce,
    /// "from there": starting where the words before have led.
    Whence,
    /// "not only": there are others.
    Beyond,
    /// "voted against", and not for.
    Against,
    /// "more" or "fewer" of something, and not of the other.
    More,
    Fewer,
}

/// A part of a statement that can be checked by itself.
#[derive(Debug, Clone)]
pub struct Piece {
    pub statement: Statement,
    pub link: Link,
    /// The word that joins it to the main clause ("because", "after"), lower case; empty for the main clause and for most relative clauses.
    pub joint: String,
    /// What it describes is named, so that there is no doubt who it is.
    pub named: bool,
}

/// A word with content, a fixed phrase, or a name.
#[derive(Debug, Clone)]
pub struct Term {
    pub span: Span,
    pub lemma: String,
    pub key: u64,
    /// The classes of the lemma, looked up once: a term is held against the words of many readings.
    classes: u64,
    /// The same for the words of a lemma of several, see [`Lexicon::lemma_classes`](lexicon::Lexicon::lemma_classes).
    lemma_classes: u64,
    /// The key of the country that the lemma names, or whose adjective it is.
    pub country: Option<u64>,
    pub concepts: Vec<ConceptId>,
    pub entity: Option<EntityId>,
    /// Further entities that the same name may denote.
    pub others: Vec<EntityId>,
    /// A known entity is denoted by what it is ("LY's president") rather than by its name.
    pub described: bool,
    /// It stands after "the", "this" or a possessive.
    pub definite: bool,
    pub number: Number,
    pub kind: TermKind,
    /// It adds no content that a source must give: "case", "put", "number".
    pub light: bool,
    /// It describes the noun it stands before ("leaked items") and asserts nothing.
    pub modifier: bool,
    /// The predication it stands in, by index.
    pub predication: Option<usize>,
    /// What stands in its predication is denied.
    pub negated: bool,
    /// It stands behind "without".
    pub missing: bool,
    /// How sure its predication is; what is planned or demanded may be a noun ("demanded a review").
    pub mode: Certainty,
    /// It is only aimed at or put off, and need not be done: "a contract to build it", "the launch was postponed".
    pub aim: bool,
    /// For a phrase of several words: its words, by which it may be covered as well.
    pub words: Vec<Term>,
    /// Index of its first token in the sentence.
    pub token: usize,
}

impl Certainty {
    /// How far it is from the plain fact.
    pub(crate) fn rank(self) -> u8 {
        match self {
            Certainty::Plain => 0,
            Certainty::Possible => 1,
            Certainty::Opinion => 2,
            Certainty::Planned => 3,
            Certainty::Suggested => 4,
            Certainty::Demanded => 5,
            Certainty::Denied => 6,
        }
    }
}

impl Term {
    /// A plain noun without a place in a text.
    pub fn word(lemma: String, concepts: Vec<ConceptId>) -> Term {
        let lexicon = lexicon::get();
        Term {
            span: Span::default(),
            key: key(&lemma),
            classes: lexicon.classes(&lemma),
            lemma_classes: lexicon.lemma_classes(&lemma),
            country: lexicon.country(&lemma).map(key),
            lemma,
            concepts,
            entity: None,
            others: Vec::new(),
            described: false,
            definite: false,
            number: Number::Open,
            kind: TermKind::Noun,
            light: false,
            modifier: false,
            predication: None,
            negated: false,
            missing: false,
            mode: Certainty::Plain,
            aim: false,
            words: Vec::new(),
            token: 0,
        }
    }

    /// Whether the lemma belongs to a class.
    pub fn is(&self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }

    /// Whether it is a title, or ends in one: "chief executive".
    pub fn is_title(&self) -> bool {
        self.is(lexicon::Class::Title) || self.words.last().is_some_and(|word| word.is(lexicon::Class::Title))
    }

    /// Whether both stand for one notion of the lexicon or the base.
    pub fn shares_concept(&self, other: &Term) -> bool {
        self.concepts.iter().any(|concept| other.concepts.contains(concept))
    }

    /// A verb, or a noun for what a verb says: "punishment".
    pub fn is_deed(&self) -> bool {
        let lexicon = lexicon::get();
        self.kind == TermKind::Verb
            || self.kind == TermKind::Noun
                && (self.is(Class::Verb)
                    || self.concepts.iter().any(|concept| lexicon.has_member(*concept, Class::Verb)))
    }

    /// Whether the lemma belongs to a class, be it of several words: as a phrase, or by its first word.
    pub fn lemma_is(&self, class: Class) -> bool {
        self.lemma_classes & class.bit() != 0
    }
}

/// How many a noun speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// Its form and its determiner do not tell: "the data".
    Open,
    /// "a server"
    One,
    /// "servers"
    Many,
}

/// What sort of term it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermKind {
    /// A known entity or a capitalised name.
    Name,
    Verb,
    Noun,
    /// "-ly" words.
    Adverb,
}

/// A relation between two terms of one statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// Index of the governing term.
    pub head: usize,
    /// Index of the term that fills the slot.
    pub filler: usize,
    pub slot: Slot,
}

/// The slots that the comparison tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// Who does it; voice undone.
    Agent,
    /// Of whom or what it is said: "X is Y", "X, the Y of Z".
    Is,
    /// The only party of a verb without an object: "data leaked", which is what "leaked data" did and what was done to it.
    Sole,
    /// To whom or what it is done.
    Patient,
    /// "X of Y", "Y's X", "Y X".
    Of,
    /// "to Y": a recipient or a goal.
    To,
    /// "from Y"
    From,
    /// "in Y", "at Y", "on Y": a place or a field.
    In,
    /// "before Y"
    Before,
    /// "after Y"
    After,
    /// any other preposition
    Other,
}

/// How sure a statement is of what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    #[default]
    Plain,
    /// "may have been leaked"
    Possible,
    /// "will step up", "is considering"
    Planned,
    /// "urged LY to"
    Demanded,
    /// "hinted", "if nothing improves"
    Suggested,
    /// A view that somebody voiced.
    Opinion,
    /// "denied"
    Denied,
}

/// An office that a name is given in passing: "communications minister Suzuki", "Idezawa, president of LY".
#[derive(Debug, Clone)]
pub struct Office {
    /// The terms of the title and of the body it belongs to, by index.
    pub terms: Vec<usize>,
    /// The term that names the holder.
    pub holder: usize,
}

/// Who says it.
#[derive(Debug, Clone)]
pub struct Speaker {
    /// The terms that name the speaker, by index.
    pub terms: Vec<usize>,
    pub span: Span,
    /// The speech verb or phrase, lower case.
    pub verb: String,
    /// What is said follows as a clause or a quotation.
    pub introduces: bool,
}

/// The time a claim is framed in, where it is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// "at first", "initially": the earliest readings.
    First,
    /// "now", "to date", "in all": the newest.
    Latest,
}

impl Statement {
    /// The same told from the other side, where a verb has one: "sold it to Lee" as "Lee bought it".
    pub fn turned_round(&self) -> Option<Statement> {
        let sides = |index: usize| lexicon::place(&self.terms[index].lemma, List::Converse);
        let (verb, side) = (0..self.terms.len()).find_map(|index| {
            let verb = self.terms[index].kind == TermKind::Verb && !self.terms[index].modifier;
            Some(index).filter(|_| verb).zip(sides(index))
        })?;
        // Giving comes first in each pair: from its doer, to somebody.
        let (given, other) = if side % 2 == 0 { (Slot::To, side + 1) } else { (Slot::From, side - 1) };
        let taken = if given == Slot::To { Slot::From } else { Slot::To };
        let mut of_verb = self.roles.iter().filter(|role| role.head == verb);
        of_verb.find(|role| role.slot == given && self.terms[role.filler].kind != TermKind::Verb)?;
        let mut turned = self.clone();
        for role in turned.roles.iter_mut().filter(|role| role.head == verb) {
            role.slot = match role.slot {
                slot if slot == given => Slot::Agent,
                Slot::Agent => taken,
                slot => slot,
            };
        }
        let lemma = lexicon::get().first_of(List::Converse, other)?;
        let Term { key, lemma, concepts, classes, lemma_classes, .. } =
            Term::word(lemma.to_owned(), lexicon::get().concepts(lemma).to_vec());
        let term = &mut turned.terms[verb];
        (term.key, term.lemma, term.concepts) = (key, lemma, concepts);
        (term.classes, term.lemma_classes, term.light) = (classes, lemma_classes, false);
        Some(turned)
    }

    /// What it says of some of its terms alone: no figures, no quotations, nobody who says so. Its dates and denials it keeps, whatever they
    /// hang on.
    pub fn part(&self, keep: &[usize]) -> Statement {
        let place = |index: usize| keep.iter().position(|kept| *kept == index);
        let roles = self
            .roles
            .iter()
            .filter_map(|role| Some(Role { head: place(role.head)?, filler: place(role.filler)?, slot: role.slot }));
        let dates = self.dates.iter().map(|date| DateRef { on: date.on.and_then(place), ..date.clone() });
        let predications =
            self.predications.iter().map(|one| Predication { predicate: one.predicate.and_then(place), ..one.clone() });
        Statement {
            span: self.span,
            terms: keep.iter().map(|index| self.terms[*index].clone()).collect(),
            roles: roles.collect(),
            dates: dates.collect(),
            predications: predications.collect(),
            negations: self.negations.clone(),
            certainty: self.certainty,
            ..Statement::default()
        }
    }

    /// Whether it is negated after all.
    pub fn negated(&self) -> bool {
        self.negations.len() % 2 == 1
    }
}

/// The key by which equal lemmas are found: FNV-1a, stable over versions and platforms.
pub fn key(lemma: &str) -> u64 {
    lemma.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A sentence with everything that the parts of the parser found out about it.
pub struct Parsed {
    pub span: Span,
    pub tokens: Vec<Token>,
    pub quantities: Vec<Quantity>,
    pub dates: Vec<DateRef>,
    tags: Vec<Tag>,
}

/// The words of a sentence as they are read: looked up, and put plainly where a rule knows how.
fn words(text: &str, span: Span) -> Vec<Token> {
    let mut tokens = crate::text::tokens(text, span);
    tokens.iter_mut().for_each(Token::look_up);
    spell_out(&mut tokens);
    rewrite::rewrite(&mut tokens);
    smooth(&mut tokens);
    tokens
}

/// Reads one sentence: tokens, dates, quantities, word classes.
pub fn read(text: &str, span: Span, anchor: Option<Day>) -> Parsed {
    let tokens = words(text, span);
    let mut dates = date::dates(&tokens, anchor);
    date::fold_relative_years(&mut dates, &tokens);
    date::join_choices(&mut dates, &tokens);
    date::point_back(&mut dates, &tokens);
    let quantities = quantity::quantities(text, &tokens, &dates);
    let tags = tag::tags(&tokens, &dates, &quantities);
    Parsed { span, tokens, quantities, dates, tags }
}

/// Takes away what only interrupts: the commas of "who, in November, called it …", the "were what" of "names were what leaked".
fn smooth(tokens: &mut Vec<Token>) {
    name_day(tokens);
    // "Had the siren sounded, the hall would have been cleared": if it had.
    if let [first, .., last] = tokens.as_mut_slice()
        && matches!(first.norm.as_str(), "had" | "should" | "were")
        && !last.is("?")
    {
        first.norm = "if".to_owned();
        first.look_up();
    }
    let mut at = 1;
    while at + 1 < tokens.len() {
        // "Will act should anything else break": if it does. But "so should they".
        if tokens[at].is("should")
            && (tokens[at + 1].capital || among(&tokens[at + 1].norm, List::Dummy))
            && !among(&tokens[at - 1].norm, List::Joint)
        {
            tokens[at].norm = "if".to_owned();
            tokens[at].look_up();
        }
        // "Names were what leaked"
        let gap = |token: &Token| {
            token.belongs(lexicon::Class::Auxiliary)
                || token.lemma_belongs(lexicon::Class::Verb)
                    && token.lemma != token.norm
                    && !token.norm.ends_with("ing")
        };
        if tokens[at].is("what") && tokens[at - 1].belongs(lexicon::Class::Be) && at > 1 && gap(&tokens[at + 1]) {
            tokens.drain(at - 1..=at);
            continue;
        }
        // "Non-toxic" is no kind of toxic.
        if tokens[at].is("-") && tokens[at].glued && tokens[at - 1].is("non") && tokens[at + 1].glued {
            let word = format!("non-{}", tokens[at + 1].norm);
            let span = tokens[at - 1].span.join(tokens[at + 1].span);
            tokens.drain(at..=at + 1);
            let token = &mut tokens[at - 1];
            (token.norm, token.span) = (word, span);
            token.look_up();
            continue;
        }
        let led = tokens[at].is(",")
            && matches!(tokens[at - 1].norm.as_str(), "who" | "which" | "that")
            && tokens[at + 1].belongs(lexicon::Class::Preposition);
        let close = tokens[at + 1..].iter().take(8).position(|token| token.is(","));
        if let Some(close) = close.filter(|_| led) {
            tokens.remove(at + 1 + close);
            tokens.remove(at);
        }
        at += 1;
    }
}

/// "29 October was the day on which it was confirmed", "the day it was confirmed was 29 October": it was confirmed on 29 October.
fn name_day(tokens: &mut Vec<Token>) {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.norm.as_str());
    let day = |at: usize| word(at) == "the" && (word(at + 1) == "date" || among(word(at + 1), List::CalendarUnit));
    // Behind "the day on which", "the day when", or "the day" before a subject; none behind "the day before", "the date of".
    let behind = |at: usize| match at + 2 {
        next if matches!(word(next), "on" | "in") && word(next + 1) == "which" => Some(next + 2),
        next if matches!(word(next), "when" | "that") => Some(next + 1),
        next => {
            let subject = |token: &Token| {
                token.capital || token.belongs(lexicon::Class::Determiner) || token.belongs(lexicon::Class::Pronoun)
            };
            let set = tokens[next.min(tokens.len())..].iter().any(|token| token.is("for"));
            (word(at + 1) == "day" && !set && tokens.get(next).is_some_and(subject)).then_some(next)
        }
    };
    let dated = |tokens: &[Token]| {
        !tokens.is_empty()
            && tokens.iter().all(|token| {
                token.kind == TokenKind::Figure
                    || date::month(token).is_some()
                    || token.glued
                    || among(&token.norm, List::BeforeMonth)
                    || token.is("of")
            })
            && tokens.iter().any(|token| date::month(token).is_some() || token.kind == TokenKind::Figure)
    };
    let end = tokens.len() - usize::from(tokens.last().is_some_and(|token| token.kind == TokenKind::Mark));
    let was = |at: &usize| matches!(word(*at), "was" | "is");
    let named = (1..end.min(9)).find(was).filter(|at| day(at + 1) && dated(&tokens[..*at]));
    if let Some((at, clause)) = named.and_then(|at| Some((at, behind(at + 1).filter(|clause| *clause < end)?))) {
        tokens[at].norm = ",".to_owned();
        tokens[at].kind = TokenKind::Mark;
        tokens[at].look_up();
        tokens.drain(at + 1..clause);
        return;
    }
    let last = (4..end).rev().find(was).filter(|at| day(0) && dated(&tokens[at + 1..end]));
    if let Some((at, clause)) = last.and_then(|at| Some((at, behind(0).filter(|clause| *clause < at)?)))
        && !tokens[at - 1].belongs(lexicon::Class::Preposition)
    {
        tokens[at].norm = "on".to_owned();
        tokens[at].look_up();
        tokens.drain(..clause);
    }
}

/// "Line's got users", "Suzuki's the minister", "he's been there": what 's stands for where it makes no possessive. "Got" then adds nothing.
fn spell_out(tokens: &mut Vec<Token>) {
    let mut at = 1;
    while at + 1 < tokens.len() {
        let next = &tokens[at + 1];
        if tokens[at].kind == TokenKind::Possessive && tokens[at].norm.ends_with('s') {
            let perfect = among(next.norm.as_str(), List::Become);
            let article = among(next.norm.as_str(), List::Article);
            // "LY's in-house system", "the firm's over 300 users"
            let joined = tokens.get(at + 2).is_some_and(|after| after.is("-"));
            let stands = next.belongs(lexicon::Class::Preposition)
                && !next.capital
                && !joined
                && !next.is("over")
                && !next.norm.ends_with("ing");
            if perfect || article || stands {
                let norm = if perfect { "has" } else { "is" };
                tokens[at].kind = TokenKind::Word;
                tokens[at].norm = norm.to_owned();
                tokens[at].look_up();
            }
        }
        let has = among(tokens[at].norm.as_str(), List::Have);
        if has && tokens[at + 1].is("got") && !tokens.get(at + 2).is_some_and(|next| next.is("to")) {
            tokens.remove(at + 1);
        }
        at += 1;
    }
}

/// The statements of one sentence. `vocabulary` holds the names and words of the base asked.
pub fn statements(text: &str, parsed: &Parsed, vocabulary: &Vocabulary) -> Vec<Statement> {
    clause::split(parsed, vocabulary).into_iter().map(|clause| build(text, parsed, &clause, vocabulary).0).collect()
}

/// The same, each with its pieces: what a claim must be judged by.
pub fn claims(text: &str, parsed: &Parsed, vocabulary: &Vocabulary) -> Vec<Statement> {
    clause::split(parsed, vocabulary)
        .into_iter()
        .map(|clause| {
            let (mut statement, pieces, members) = build(text, parsed, &clause, vocabulary);
            // What figures and quotations say of several things they need not say of each.
            if statement.quantities.is_empty() && statement.quotes.is_empty() {
                statement.members = members
                    .into_iter()
                    .map(|tokens| build(text, parsed, &clause::Clause { tokens, ..clause.clone() }, vocabulary).0)
                    .collect();
            }
            statement.pieces = pieces
                .into_iter()
                .filter(|piece| !piece.tokens.is_empty())
                .map(|piece| {
                    let span =
                        piece.tokens.iter().map(|at| parsed.tokens[*at].span).reduce(Span::join).unwrap_or_default();
                    let part = clause::Clause {
                        span,
                        tokens: piece.tokens,
                        counted: clause.counted.clone(),
                        copula: piece.copula,
                        contrasts: clause.contrasts.clone(),
                    };
                    Piece {
                        statement: build(text, parsed, &part, vocabulary).0,
                        link: piece.link,
                        joint: piece.joint,
                        named: piece.named,
                    }
                })
                .collect();
            // Without the main clause the others decide nothing; nor where a denial fell between them.
            let denials = |statement: &Statement| statement.predications.iter().filter(|one| one.negated()).count();
            let kept: usize = statement.pieces.iter().map(|piece| denials(&piece.statement)).sum();
            if statement.pieces.first().is_some_and(|piece| piece.link != Link::Main) || kept < denials(&statement) {
                statement.pieces.clear();
            }
            // What is quoted is compared word by word, whatever clauses it has.
            if statement
                .pieces
                .iter()
                .any(|piece| statement.quotes.iter().any(|quote| quote.contains(piece.statement.span)))
            {
                statement.pieces.clear();
            }
            statement
        })
        .collect()
}

/// Makes a statement of the tokens of one clause.
fn build(
    text: &str,
    parsed: &Parsed,
    clause: &clause::Clause,
    vocabulary: &Vocabulary,
) -> (Statement, Vec<frame::Piece>, Vec<Vec<usize>>) {
    let mut statement = Statement { span: clause.span, ..Statement::default() };
    let mine = |first: usize, last: usize| clause.tokens.iter().any(|at| first <= *at && *at < last);
    statement.dates = parsed.dates.iter().filter(|d| mine(d.first, d.last)).cloned().collect();
    statement.quantities = parsed.quantities.iter().filter(|q| mine(q.first, q.last)).cloned().collect();
    for quantity in &mut statement.quantities {
        // "50 percent each"
        quantity.of = quantity.of.take().filter(|of| of != "each");
        if quantity.of.is_none() && quantity.unit.is_none() {
            quantity.of = clause.counted.clone();
        }
    }
    statement.pronoun = clause.tokens.iter().any(|at| parsed.tokens[*at].belongs(Class::ThirdPerson));
    collect_terms(parsed, clause, vocabulary, &mut statement);
    attach_shares(text, &mut statement);
    let dates = statement.dates.iter().map(|date| (date.first, date.last)).collect::<Vec<_>>();
    let quantities = statement.quantities.iter().map(|quantity| (quantity.first, quantity.last)).collect::<Vec<_>>();
    let mut structure = frame::read(parsed, &clause.tokens, clause.copula, &statement.terms, &dates, &quantities);
    statement.roles = std::mem::take(&mut structure.roles);
    statement.predications = std::mem::take(&mut structure.frames);
    for (date, on) in statement.dates.iter_mut().zip(&structure.dated) {
        date.on = *on;
        // "After the 2021 revelations": the year says which, and the revelations bound it.
        if on.is_some_and(|on| statement.terms[on].token == date.last)
            && matches!(date.bound, Bound::After | Bound::Before)
        {
            date.bound = Bound::At;
        }
    }
    for (index, term) in statement.terms.iter_mut().enumerate() {
        term.modifier = structure.modifier[index];
        term.predication = structure.frame_of[index];
    }
    structure.empty.iter().for_each(|term| statement.terms[*term].light = true);
    statement.choices = std::mem::take(&mut structure.choices);
    belongs(&mut statement);
    take_office(&mut statement);
    whole_of_owned(&mut statement);
    make_known(&mut statement);
    clause::offices(parsed, &mut statement);
    clause::qualify(text, parsed, clause, &structure, &mut statement);
    lighten(text, &mut statement);
    // "Wholly owned": how much of it is owned is no colour of the owning.
    for index in 1..statement.terms.len() {
        let owned = statement.terms[index].kind == TermKind::Verb && frame::owns(&statement.terms[index]);
        if owned && among(&statement.terms[index - 1].lemma, List::Wholly) {
            statement.terms[index - 1].light = false;
        }
    }
    let turned = clause.contrasts.iter().filter_map(|contrast| contrast.turned(&clause.tokens));
    statement.turned = turned
        .map(|tokens| {
            build(text, parsed, &clause::Clause { tokens, contrasts: Vec::new(), ..clause.clone() }, vocabulary).0
        })
        .collect();
    possess(parsed, clause, &mut statement);
    (statement, structure.pieces, structure.members)
}

/// "X said that malware hit its own computer": X's computer.
fn possess(parsed: &Parsed, clause: &clause::Clause, statement: &mut Statement) {
    let owns = |pair: &&[usize]| {
        matches!(parsed.tokens[pair[0]].norm.as_str(), "its" | "their") && parsed.tokens[pair[1]].is("own")
    };
    let Some(own) = clause.tokens.windows(2).find(owns).map(|pair| pair[1]) else { return };
    let subject = |index: &usize| {
        let mut roles = statement.roles.iter();
        roles.any(|role| role.filler == *index && matches!(role.slot, Slot::Agent | Slot::Sole))
            || statement.speaker.as_ref().is_some_and(|speaker| speaker.terms.contains(index))
    };
    let terms = &statement.terms;
    // "Said a plant lost its own server": the nearest subject that can own something. Malware cannot, and nobody says "its" of a person.
    let owns = |index: &usize| {
        let term = &terms[*index];
        term.token < own && (term.kind == TermKind::Name || term.definite || term.number == Number::One)
    };
    let owner = (0..terms.len()).rev().filter(owns).find(subject).filter(|index| {
        let first = |term: &Term| term.is(Class::FirstName);
        let person = terms[*index].words.iter().any(first)
            || terms.iter().any(|term| first(term) && term.token + 1 == terms[*index].token);
        terms[*index].kind == TermKind::Name && !person
    });
    let thing = (0..terms.len()).find(|index| terms[*index].token > own && terms[*index].kind == TermKind::Noun);
    // "Reported its own breach": whose deed it is, is told with the deed.
    if let (Some(owner), Some(thing)) =
        (owner, thing.filter(|thing| terms[*thing].is(Class::Party) || !terms[*thing].is_deed()))
    {
        statement.roles.push(Role { head: thing, filler: owner, slot: Slot::Of });
    }
}

/// "Became chairwoman", "took over as chairwoman": who comes into an office has it, and a new holder is one.
fn take_office(statement: &mut Statement) {
    for verb in 0..statement.terms.len() {
        let term = &statement.terms[verb];
        let nearly = verb > 0 && among(&statement.terms[verb - 1].lemma, List::Nearly);
        if term.kind != TermKind::Verb || nearly || !among(&term.lemma, List::Accession) {
            continue;
        }
        let filler = |slots: &[Slot], fits: &dyn Fn(&Term) -> bool| {
            let roles = statement.roles.iter().filter(|role| role.head == verb && slots.contains(&role.slot));
            roles.map(|role| role.filler).find(|filler| fits(&statement.terms[*filler]))
        };
        let holder = filler(&[Slot::Agent, Slot::Sole], &|term| term.kind == TermKind::Name);
        let office = filler(&[Slot::Patient, Slot::Other], &Term::is_title);
        if let Some((filler, head)) = holder.zip(office) {
            statement.roles.retain(|role| role.head != verb || ![filler, head].contains(&role.filler));
            statement.roles.push(Role { head, filler, slot: Slot::Is });
            statement.terms[verb].light = true;
            let told = statement.predications.iter_mut().filter(|one| one.predicate == Some(verb));
            told.for_each(|one| one.predicate = Some(head));
            let dated = statement.dates.iter_mut().filter(|date| date.on == Some(verb));
            dated.for_each(|date| date.on = Some(head));
        }
    }
    for index in 1..statement.terms.len() {
        if statement.terms[index].is_title() && statement.terms[index - 1].lemma == "new" {
            statement.terms[index - 1].light = true;
        }
    }
}

/// "The server belonged to X", "was the property of X": X's server.
fn belongs(statement: &mut Statement) {
    // Shares and figures are held by another kind of owner.
    let thing = |term: &Term| term.kind == TermKind::Noun && term.entity.is_none() && !frame::owns(term);
    if !statement.quantities.is_empty() {
        return;
    }
    for verb in 0..statement.terms.len() {
        let filler = |slots: &[Slot]| {
            statement.roles.iter().find(|role| role.head == verb && slots.contains(&role.slot)).map(|role| role.filler)
        };
        let (owned, owner) = match statement.terms[verb].lemma.as_str() {
            "belong to" | "belong" => (filler(&[Slot::Patient, Slot::Sole]), filler(&[Slot::Agent, Slot::To])),
            "property" => (filler(&[Slot::Is]), filler(&[Slot::Of])),
            _ => continue,
        };
        if let (Some(owned), Some(owner)) = (owned, owner)
            && thing(&statement.terms[owned])
            && (statement.terms[owner].entity.is_some()
                || statement.terms[owner].kind == TermKind::Name
                || statement.terms[owner].is(Class::Party))
        {
            statement.roles.retain(|role| role.head != verb);
            statement.roles.push(Role { head: owned, filler: owner, slot: Slot::Of });
            statement.owned = Some((owned, owner));
            statement.terms[verb].light = true;
        }
    }
}

/// "LY is half owned by": the share is one of what is owned. "Owns a 24 percent stake in X" owns 24 percent of X.
fn whole_of_owned(statement: &mut Statement) {
    let lexicon = lexicon::get();
    for at in 0..statement.roles.len() {
        let Role { head: stake, filler, slot } = statement.roles[at];
        if slot == Slot::In && among(&statement.terms[stake].lemma, List::Stake) {
            let of = statement.roles.iter().find(|role| role.filler == stake && role.slot == Slot::Patient);
            let owned = of.map(|role| Role { head: role.head, filler, slot: Slot::Patient });
            statement.roles.extend(owned.filter(|role| role.head != filler));
            statement.roles.push(Role { head: stake, filler, slot: Slot::Of });
        }
    }
    let owned = statement.roles.iter().find_map(|role| {
        let (verb, thing) = (&statement.terms[role.head], &statement.terms[role.filler]);
        let owns = verb.kind == TermKind::Verb
            && verb.concepts.iter().any(|concept| lexicon.members(*concept).contains(&"own"));
        thing.entity.filter(|_| role.slot == Slot::Patient && owns)
    });
    let Some(owned) = owned else { return };
    for quantity in statement.quantities.iter_mut().filter(|quantity| quantity.unit == Some("%")) {
        quantity.whole_of.get_or_insert_with(|| format!("@{owned}"));
    }
}

/// "Made the leak known", "made it public": one verb in two places.
fn make_known(statement: &mut Statement) {
    let lexicon = lexicon::get();
    let Some(make) = statement.terms.iter().position(|term| term.lemma == "make") else { return };
    let Some(end) =
        statement.terms[make + 1..].iter().position(|term| matches!(term.lemma.as_str(), "know" | "public"))
    else {
        return;
    };
    let end = make + 1 + end;
    let phrase = if statement.terms[end].lemma == "know" { ["make", "known"] } else { ["make", "public"] };
    let pairs = [(phrase[0], phrase[0]), (phrase[1], phrase[1])];
    if let Some(found) = lexicon.phrase_at(&pairs) {
        let lemma = crate::text::joined(&phrase, " ");
        // Who makes something known makes nothing.
        let known = Term { light: false, words: Vec::new(), ..statement.terms[make].clone() };
        let Term { key, classes, lemma_classes, country, lemma, concepts, .. } =
            Term::word(lemma, found.concepts.to_vec());
        statement.terms[make] = Term { key, classes, lemma_classes, country, lemma, concepts, ..known };
        let (mine, theirs) = (statement.terms[make].predication, statement.terms[end].predication);
        if theirs.is_some() {
            statement
                .terms
                .iter_mut()
                .filter(|term| term.predication == theirs)
                .for_each(|term| term.predication = mine);
        }
        statement.terms[end].light = true;
        for date in statement.dates.iter_mut().filter(|date| date.on == Some(end)) {
            date.on = Some(make);
        }
    }
}

/// What a share is a share of: the name after "of", "stake in" and the like.
fn attach_shares(text: &str, statement: &mut Statement) {
    for quantity in statement.quantities.iter_mut().filter(|quantity| quantity.unit == Some("%")) {
        let next =
            statement.terms.iter().find(|term| term.span.start >= quantity.span.end && term.kind == TermKind::Name);
        let Some(next) = next.filter(|next| next.span.start - quantity.span.end < 40) else { continue };
        let gap = crate::text::lower(cut(text, quantity.span.end..next.span.start));
        let joins = gap.split_whitespace().all(|word| among(word, List::ShareWords));
        if joins && !gap.trim().is_empty() {
            quantity.whole_of = next.entity.map(|id| format!("@{id}")).or_else(|| Some(next.lemma.clone()));
        }
    }
}

/// Those whom news is told.
pub fn is_press(term: &Term) -> bool {
    among(term.lemma.as_str(), List::PressNoun)
}

/// Words that only frame or qualify are compared as such and need no counterpart; a speech verb needs one where it is all that is asserted
/// ("LY announced the breach").
fn lighten(text: &str, statement: &mut Statement) {
    let frame = statement.frame.map(|(_, span)| span);
    let certainty = statement.certainty_span;
    let latest = statement.frame.is_some_and(|(frame, _)| frame == Frame::Latest);
    for term in &mut statement.terms {
        // What is planned or demanded is a predication of its own, and its verb says something; "first" says something of what only happens once.
        let framed = frame.filter(|_| latest || !statement.quantities.is_empty());
        let hedged = certainty.filter(|_| term.kind != TermKind::Verb || statement.certainty == Certainty::Possible);
        if [framed, hedged].iter().flatten().any(|span| span.contains(term.span)) && term.kind != TermKind::Name {
            term.light = true;
        }
    }
    // A speech verb that introduces nothing is itself what is asserted: "LY did not tell the ministry".
    let possible = certainty.filter(|_| statement.certainty == Certainty::Possible);
    for term in &mut statement.terms {
        if possible.is_some_and(|span| span.contains(term.span)) {
            continue;
        }
        if term.kind == TermKind::Verb && term.is(Class::Say) && !among(term.lemma.as_str(), List::Estimate) {
            term.light = false;
        }
    }
    // "Told reporters that …": whom something is told by the way.
    if let Some(speaker) = statement.speaker.as_ref().filter(|speaker| speaker.introduces) {
        let told = |role: &&Role| {
            let verb = &statement.terms[role.head];
            matches!(role.slot, Slot::Patient | Slot::To)
                && verb.kind == TermKind::Verb
                && speaker.span.overlaps(verb.span)
                && is_press(&statement.terms[role.filler])
        };
        let hearers: Vec<usize> = statement.roles.iter().filter(told).map(|role| role.filler).collect();
        hearers.into_iter().for_each(|hearer| statement.terms[hearer].light = true);
    }
    // "Asked the firm for a report": what is asked for is no empty word.
    for role in &statement.roles {
        let verb = &statement.terms[role.head];
        if role.slot == Slot::To
            && verb.kind == TermKind::Verb
            && lexicon::get().is(&verb.lemma, Class::Demanded)
            && statement.terms[role.filler].kind == TermKind::Noun
            && !statement.roles.iter().any(|other| other.head == role.filler)
        {
            statement.terms[role.filler].light = false;
        }
    }
    // "The contents of the letter were read": the letter was.
    for role in &statement.roles {
        if role.slot == Slot::Of
            && statement.terms[role.head].lemma == "content"
            && among(&statement.terms[role.filler].lemma, List::Correspondence)
        {
            statement.terms[role.head].light = true;
        }
    }
    // "Is called Suzuki", "a minister named Suzuki": a name is given.
    for index in 1..statement.terms.len() {
        let (before, name) = (&statement.terms[index - 1], &statement.terms[index]);
        if before.kind == TermKind::Verb
            && matches!(before.lemma.as_str(), "call" | "name")
            && name.kind == TermKind::Name
            && name.token == before.token + 1
            && statement.roles.iter().any(|role| role.head == index - 1 && role.slot == Slot::Patient)
        {
            statement.terms[index - 1].light = true;
        }
    }
    // "Fell in October", "dates from 2021": the verb only leads to the date.
    for index in 0..statement.terms.len() {
        let term = &statement.terms[index];
        // A number that falls in a month gets smaller; an event that falls in it takes place.
        let counts = term.lemma == "fall"
            && !statement.roles.iter().any(|role| {
                let subject = &statement.terms[role.filler];
                role.head == index
                    && matches!(role.slot, Slot::Sole | Slot::Agent)
                    && !subject.is(Class::Measure)
                    && !among(&subject.lemma, List::Amount)
                    && subject.concepts.iter().any(|concept| lexicon::get().has_member(*concept, Class::Verb))
            });
        let between = |date: &DateRef| cut(text, ..date.span.start).trim_end().ends_with("between");
        if term.kind == TermKind::Verb
            && among(term.lemma.as_str(), List::Dated)
            && !counts
            && !term.negated
            && !statement.dates.iter().any(between)
            && statement
                .dates
                .iter()
                .any(|date| date.on == Some(index) && date.first > term.token && date.first <= term.token + 4)
        {
            statement.terms[index].light = true;
        }
    }
    // "Speaking to reporters, Idezawa said": that he spoke is in what he said.
    let spoke = |term: &Term| {
        matches!(term.lemma.split(' ').next(), Some("speak" | "talk"))
            && term.predication.is_some_and(|at| statement.predications[at].link == Link::Adverbial)
    };
    let says = |speaker: &Speaker| {
        statement.terms.iter().position(|term| term.kind == TermKind::Verb && speaker.span.overlaps(term.span))
    };
    if let Some(verb) = statement.speaker.as_ref().and_then(says)
        && let Some(at) = statement.terms.iter().position(spoke)
    {
        // When he spoke is when he said it.
        let time = |role: &&mut Role| role.head == at && matches!(role.slot, Slot::Before | Slot::After);
        statement.roles.iter_mut().filter(time).for_each(|role| role.head = verb);
        let frame = statement.terms[at].predication;
        statement.terms[at].light = true;
        statement
            .terms
            .iter_mut()
            .filter(|term| term.predication == frame && is_press(term))
            .for_each(|term| term.light = true);
    }
    // "Had previously been asked": whatever was done was done before.
    let had = statement.span.of(text).split_ascii_whitespace().any(|word| word == "had");
    // "Has since gone up"
    // "Had once entrusted" tells of a time long past; "apologised once" counts.
    let passing = |term: &&mut Term| {
        let before = || cut(text, ..term.span.start).split_ascii_whitespace().next_back().unwrap_or_default();
        term.lemma == "since" || term.lemma == "once" && before() == "had"
    };
    statement.terms.iter_mut().filter(passing).for_each(|term| term.light = true);
    for term in statement.terms.iter_mut().filter(|term| had && matches!(term.lemma.as_str(), "previously" | "earlier"))
    {
        term.light = true;
    }
    // "'We apologize', read a statement": a text that is quoted is no act of reading.
    if !statement.quotes.is_empty() {
        statement.terms.iter_mut().filter(|term| term.lemma == "read").for_each(|term| term.light = true);
    }
    // "The talk came before the meeting": in which order things came is all that the verb says.
    for index in 0..statement.terms.len() {
        let mut roles = statement.roles.iter().filter(|role| role.head == index).peekable();
        let event = roles.peek().is_some()
            && roles.all(|role| match role.slot {
                Slot::Before | Slot::After => role.filler > index,
                Slot::Sole => statement.terms[role.filler].is_deed(),
                _ => false,
            });
        let ordered = |role: &Role| role.head == index && matches!(role.slot, Slot::Before | Slot::After);
        if event && statement.roles.iter().any(ordered) && statement.terms[index].lemma == "come" {
            statement.terms[index].light = true;
        }
    }
    // "The firm feared a leak", and not "a feared leak"; "the leak affected the ministry", and not "the affected users".
    for index in 0..statement.terms.len() {
        let fills = |slot: Slot| statement.roles.iter().any(|role| role.head == index && role.slot == slot);
        // "LY took users' data", and not "took measures": a thing changes hands.
        let thing = |role: &Role| {
            let filler = &statement.terms[role.filler];
            role.head == index
                && role.slot == Slot::Patient
                && filler.kind == TermKind::Noun
                && among(&filler.lemma, List::Thing)
        };
        let term = &statement.terms[index];
        let thinks = term.kind == TermKind::Verb && among(&term.lemma, List::Figure);
        let hands =
            term.kind == TermKind::Verb && among(&term.lemma, List::SmallVerb) && statement.roles.iter().any(thing);
        let before = |role: &Role| role.head == index && statement.terms[role.filler].token == term.token + 1;
        // "Some 500 items were affected" counts what leaked.
        let counts = |role: &Role| role.head == index && among(&statement.terms[role.filler].lemma, List::Item);
        let affects = term.lemma == "affect"
            && !term.modifier
            && fills(Slot::Patient)
            && (fills(Slot::Agent) || !statement.roles.iter().any(before) && !statement.roles.iter().any(counts));
        if hands || thinks || affects || term.lemma == "fear" && fills(Slot::Agent) && fills(Slot::Patient) {
            statement.terms[index].light = false;
        }
    }
    // "People were swept away" is about people; "300 people", "people who …" are about what is said of them.
    for role in &statement.roles {
        let (head, filler) = (&statement.terms[role.head], &statement.terms[role.filler]);
        let bare = statement.quantities.is_empty() && !statement.roles.iter().any(|other| other.head == role.filler);
        if matches!(role.slot, Slot::Patient | Slot::Sole) && !head.light && filler.lemma == "person" && bare {
            statement.terms[role.filler].light = false;
        }
    }
    // "The suit was settled": the small verb is all that is said.
    for index in 0..statement.terms.len() {
        let mut roles = statement.roles.iter().filter(|role| role.head == index);
        let bare = roles.next().is_some_and(|role| role.slot == Slot::Patient) && roles.next().is_none();
        if bare && statement.terms[index].kind == TermKind::Verb && among(&statement.terms[index].lemma, List::FullVerb)
        {
            statement.terms[index].light = false;
        }
    }
    // "Served LY with guidance" gave it.
    for at in 0..statement.roles.len() {
        let Role { head, filler, slot } = statement.roles[at];
        let (verb, thing) = (&statement.terms[head], &statement.terms[filler]);
        if slot == Slot::Patient
            && verb.is(Class::Provide)
            && cut(text, ..thing.span.start).trim_end().ends_with(" with")
        {
            let phrase = [(verb.lemma.as_str(), verb.lemma.as_str()), ("with", "with")];
            let given = lexicon::get().phrase_at(&phrase).filter(|given| given.length == 2);
            let concepts = given.map_or_else(Vec::new, |given| given.concepts.to_vec());
            statement.terms[head].concepts.extend(concepts);
        }
    }
    // "Had the most users": a comparison with all others.
    for term in statement.terms.iter_mut().filter(|term| among(term.lemma.as_str(), List::Superlative)) {
        let of = cut(text, term.span.end..).trim_start().starts_with("of ");
        if cut(text, ..term.span.start).trim_end().ends_with(" the") && !of {
            term.light = false;
        }
    }
    // "It had to find out first": what is done before something else is done all the same.
    if let Some(last) = statement.terms.last_mut().filter(|term| term.lemma == "first") {
        last.light = true;
    }
    // "Offered an apology" apologises: the noun says what is done.
    let supports: Vec<(usize, usize)> = statement
        .roles
        .iter()
        .filter(|role| {
            let (verb, noun) = (&statement.terms[role.head], &statement.terms[role.filler]);
            role.slot == Slot::Patient
                && verb.kind == TermKind::Verb
                && verb.is(Class::Support)
                && noun.kind == TermKind::Noun
                && [Class::Say, Class::SpeechAct, Class::Telling].iter().any(|class| noun.is(*class))
        })
        .map(|role| (role.head, role.filler))
        .collect();
    for (verb, noun) in supports {
        // "Made an announcement": the idiom has made the verb say it.
        let said = statement.terms[noun].concepts.iter().any(|one| statement.terms[verb].concepts.contains(one));
        statement.terms[verb].light |= !said;
        statement.terms[noun].light &= said;
    }
    // "The name of the minister is X": the minister is X.
    for index in 0..statement.terms.len() {
        let of = statement.roles.iter().position(|role| role.head == index && role.slot == Slot::Of);
        let is = statement.roles.iter().position(|role| role.filler == index && role.slot == Slot::Is);
        if statement.terms[index].lemma == "name"
            && let (Some(of), Some(is)) = (of, is)
        {
            statement.roles[is].filler = statement.roles[of].filler;
            statement.roles.remove(of);
            statement.terms[index].light = true;
        }
    }
    // "Indonesia is home to eight million users": they are there.
    for index in 0..statement.terms.len() {
        let beside = |slot: Slot| {
            statement.roles.iter().find(|role| role.head == index && role.slot == slot).map(|role| role.filler)
        };
        if statement.terms[index].lemma == "home"
            && let (Some(place), Some(guests)) = (beside(Slot::Is), beside(Slot::To))
        {
            statement.roles.push(Role { head: guests, filler: place, slot: Slot::In });
            statement.roles.retain(|role| role.head != index);
            statement.terms[index].light = true;
        }
    }
    // "Half of it is in their hands": whose hands something is in has it.
    let held: Vec<usize> = statement
        .roles
        .iter()
        .filter(|role| role.slot == Slot::Patient && statement.terms[role.head].lemma == "hand")
        .map(|role| role.head)
        .collect();
    for hand in held {
        statement.terms[hand].concepts.extend(lexicon::get().concepts("own"));
    }
    keep_bare_verbs(statement);
    let Some(speaker) = &statement.speaker else { return };
    for term in &mut statement.terms {
        if speaker.verb == "view" && speaker.span.contains(term.span) && term.kind != TermKind::Name {
            term.light = true;
        }
    }
    let said = speaker.introduces || !statement.quantities.is_empty() || !statement.quotes.is_empty();
    for term in &mut statement.terms {
        // "A hundred users complained" tells more than that they spoke.
        let tells = speaker.introduces || term.is(Class::Telling) || term.is(Class::LightVerb);
        if term.kind == TermKind::Verb && term.lemma == speaker.verb && tells {
            term.light = said;
        }
    }
}

/// A small verb says something where nothing else does: "LY kept the case from the ministry", "the firm has gone out of business".
fn keep_bare_verbs(statement: &mut Statement) {
    let told = |term: &Term| {
        !term.light
            && !matches!(term.kind, TermKind::Name | TermKind::Adverb)
            && term.entity.is_none()
            && !term.is(Class::Party)
    };
    let bare = statement.quantities.is_empty()
        && statement.dates.is_empty()
        && statement.quotes.is_empty()
        && !statement.terms.iter().any(told);
    for index in 0..statement.predications.len() {
        let Some(predicate) = statement.predications[index].predicate.filter(|_| bare) else { continue };
        let verb = &statement.terms[predicate];
        if verb.light && verb.kind == TermKind::Verb && !among(verb.lemma.as_str(), List::Naming) {
            statement
                .terms
                .iter_mut()
                .filter(|term| term.predication == Some(index) && term.kind != TermKind::Name)
                .for_each(|term| term.light = false);
        }
    }
}

/// The content words of the clause. Phrases of the base come first, longest first, then those of the lexicon, then single words.
fn collect_terms(parsed: &Parsed, clause: &clause::Clause, vocabulary: &Vocabulary, statement: &mut Statement) {
    let lexicon = lexicon::get();
    let lemmas: Vec<&str> = clause.tokens.iter().map(|at| parsed.tokens[*at].lemma.as_str()).collect();
    // Phrases ignore hyphens and the full stops of abbreviations: "follow-up", "LY Corp. President".
    let plain: Vec<usize> = (0..clause.tokens.len())
        .filter(|at| {
            let token = &parsed.tokens[clause.tokens[*at]];
            !(token.is("-") || token.is(".") && token.glued)
        })
        .collect();
    let words: Vec<(&str, &str, bool)> = plain
        .iter()
        .map(|at| {
            let token = &parsed.tokens[clause.tokens[*at]];
            (if token.kind == TokenKind::Possessive { "'s" } else { token.norm.as_str() }, lemmas[*at], token.capital)
        })
        .collect();
    let pairs: Vec<(&str, &str)> = words.iter().map(|(form, lemma, _)| (*form, *lemma)).collect();
    let in_number = |at: usize| {
        let token = clause.tokens[at];
        parsed.dates.iter().any(|d| d.first <= token && token < d.last)
            || parsed.quantities.iter().any(|q| q.first <= token && token < q.last)
    };
    // What the base knows the words by that begin at one of them.
    let mut own: Vec<(Meaning, usize)> = Vec::new();
    let mut later: Vec<(Meaning, usize)> = Vec::new();
    let mut index = 0;
    while index < plain.len() {
        let here = plain[index];
        if in_number(here) {
            // "Profit doubled" is a figure, and a rise as well.
            if among(lemmas[here], List::Factor) {
                let (span, token) = (parsed.tokens[clause.tokens[here]].span, clause.tokens[here]);
                let concepts = lexicon.concepts(lemmas[here]).to_vec();
                let term = Term::word(lemmas[here].to_owned(), concepts);
                statement.terms.push(Term { span, token, kind: TermKind::Verb, light: true, ..term });
            }
            index += 1;
            continue;
        }
        let span_of = |length: usize| {
            let last = clause.tokens[plain[index + length - 1]];
            parsed.tokens[clause.tokens[here]].span.join(parsed.tokens[last].span)
        };
        vocabulary.at(&words[index..], &mut own);
        // "His ministry" is the one that the base calls "the ministry".
        let office = |word: &str| among(word, List::Ministry);
        if matches!(words[index].0, "his" | "her") && words.get(index + 1).is_some_and(|(_, lemma, _)| office(lemma)) {
            let mut known = words[index..].to_vec();
            (known[0].0, known[0].1) = ("the", "the");
            vocabulary.at(&known, &mut own);
        }
        // "Ministry asks operator to act": headlines leave articles out.
        if index == 0
            && !own.iter().any(|(meaning, _)| matches!(meaning, Meaning::Entity(_)))
            && parsed.tags[clause.tokens[here]] == Tag::Noun
            && plain.get(1).is_some_and(|next| parsed.tags[clause.tokens[*next]] == Tag::Verb)
        {
            let known: Vec<(&str, &str, bool)> =
                [("the", "the", false)].into_iter().chain(words.iter().copied()).collect();
            vocabulary.at(&known, &mut own);
            own.iter_mut().for_each(|(_, length)| *length -= 1);
        }
        let entity = own
            .iter()
            .filter_map(|(meaning, length)| if let Meaning::Entity(id) = meaning { Some((*id, *length)) } else { None })
            .max_by_key(|(_, length)| *length);
        // "Anna Marr" is not Lena Marr, whose surname alone is known.
        let given = index.checked_sub(1).map(|before| &parsed.tokens[clause.tokens[plain[before]]]);
        let other = given.is_some_and(|given| {
            given.capital && given.belongs(lexicon::Class::FirstName) && parsed.tokens[clause.tokens[here]].capital
        });
        let entity = entity.filter(|(_, length)| !(other && *length == 1));
        let group_length = own
            .iter()
            .filter(|(meaning, _)| matches!(meaning, Meaning::Group(_)))
            .map(|(_, length)| *length)
            .max()
            .unwrap_or(0);
        // A longer name may begin inside a description: "the ministry" in "the Ministry of Internal Affairs and Communications".
        let overtaken = entity.is_some_and(|(_, length)| {
            (1..length).any(|ahead| {
                vocabulary.at(&words[index + ahead..], &mut later);
                later.iter().any(|(meaning, taken)| {
                    matches!(meaning, Meaning::Entity(_)) && *taken > length && ahead + taken > length
                })
            })
        });
        // "The president of LY Corporation": a description may end in a longer form of the name that it ends in.
        let longer = |length: usize| {
            let ends = (1..length).filter_map(|ahead| {
                let mut inside = Vec::new();
                vocabulary.at(&words[index + ahead..], &mut inside);
                let ended = |other: &Meaning| inside.iter().any(|(one, taken)| one == other && ahead + taken == length);
                let whole = inside
                    .iter()
                    .filter(|(one, taken)| matches!(one, Meaning::Entity(_)) && ahead + taken > length && ended(one));
                whole.map(|(_, taken)| ahead + taken).max()
            });
            ends.max().unwrap_or(length)
        };
        if let Some((id, length)) = entity.filter(|(_, length)| *length >= group_length && !overtaken) {
            let full = longer(length);
            let mut term = Term {
                span: span_of(full),
                entity: Some(id),
                others: own
                    .iter()
                    .filter_map(|(meaning, taken)| match meaning {
                        Meaning::Entity(other) if *taken == length && *other != id => Some(*other),
                        _ => None,
                    })
                    .collect(),
                described: !own.iter().any(|(meaning, taken)| {
                    *meaning == Meaning::Entity(id)
                        && *taken == length
                        && vocabulary.is_name(&words[index..index + length])
                }),
                definite: true,
                number: number(parsed, clause, here, plain[index + full - 1]),
                kind: TermKind::Name,
                token: clause.tokens[here],
                ..Term::word(format!("@{id}"), Vec::new())
            };
            term.words = (index..index + length)
                .filter_map(|at| word_term(parsed, clause, plain[at], &lemmas, vocabulary))
                .collect();
            // Of "A Holdings" one word is left, which other names have as well.
            if term.words.len() == 1 && length > 1 && !term.described {
                term.words.clear();
            }
            statement.terms.push(term);
            index += full;
            continue;
        }
        let phrase = lexicon.phrase_from(parsed.tokens[clause.tokens[here]].beginnings, &pairs[index..]);
        let concept_phrase =
            phrase.as_ref().filter(|phrase| !phrase.concepts.is_empty()).map_or(0, |phrase| phrase.length);
        // "Came to", "took place": fixed phrases that say nothing of their own, whatever else they may stand for.
        // So do prepositions of several words, which the roles take account of.
        // "Accounted for half" only leads to the figure, "accounted for the delay" explains it.
        let told =
            |length: usize| concept_phrase == length && plain.get(index + length).is_some_and(|at| !in_number(*at));
        if let Some(small) = phrase.as_ref().filter(|phrase| {
            (phrase.is(Class::Light) && !told(phrase.length)
                || phrase.length > 1 && (phrase.is(Class::Preposition) || phrase.is(Class::Filler)))
                && phrase.length > group_length
        }) {
            index += small.length;
            continue;
        }
        let length = group_length.max(concept_phrase);
        // "Came in March" is no coming in.
        let before_date = length > 1
            && parsed.tags[clause.tokens[plain[index + length - 1]]] == Tag::Preposition
            && plain[index + length..].iter().find(|at| !parsed.tokens[clause.tokens[**at]].is("the")).is_some_and(
                |at| {
                    parsed.dates.iter().any(|date| (date.first..date.last).contains(&clause.tokens[*at]))
                        || among(parsed.tokens[clause.tokens[*at]].norm.as_str(), List::CalendarUnit)
                },
            );
        // "Users accounted for half" speaks of no user accounts.
        let clause_inside = (index + 1..index + length).any(|at| {
            parsed.tags[clause.tokens[plain[at]]] == Tag::Verb && parsed.tags[clause.tokens[plain[at - 1]]].is_nominal()
        });
        // A phrase that holds a name or a figure is left to its words.
        if length > 1 && !clause_inside && !before_date && !(index..index + length).any(|at| in_number(plain[at])) {
            let mut concepts: Vec<ConceptId> = own
                .iter()
                .filter_map(|(meaning, taken)| match meaning {
                    Meaning::Group(id) if *taken == length => Some(*id),
                    _ => None,
                })
                .collect();
            if concept_phrase == length {
                concepts.extend(phrase.map_or(&[][..], |phrase| phrase.concepts));
            }
            let lemma: Vec<&str> = (index..index + length).map(|at| words[at].1).collect();
            // "Chief executive" is a title as "president" is.
            let title = concept_phrase == length && phrase.as_ref().is_some_and(|phrase| phrase.is(Class::Title));
            // "Step up" is a verb, "the company it outsources to" is none.
            let verbal = (index..index + length)
                .map(|at| parsed.tags[clause.tokens[plain[at]]])
                .find(|tag| *tag != Tag::Adverb)
                .is_some_and(Tag::is_verb);
            let last = parsed.tags[clause.tokens[plain[index + length - 1]]];
            let phrasal = verbal && !(last.is_nominal() || last.is_verb());
            statement.terms.push(Term {
                span: span_of(length),
                definite: is_definite(parsed, clause, here),
                number: number(parsed, clause, here, plain[index + length - 1]),
                kind: if verbal { TermKind::Verb } else { TermKind::Noun },
                // "Fell under the law" is no fall.
                words: (index..index + if phrasal || verbal && length > 2 { 0 } else { length })
                    .filter_map(|at| word_term(parsed, clause, plain[at], &lemmas, vocabulary))
                    .collect(),
                token: clause.tokens[here],
                classes: if title { Class::Title.bit() } else { 0 },
                ..Term::word(crate::text::joined(&lemma, " "), concepts)
            });
            index += length;
            continue;
        }
        // A fixed phrase of a closed class ("as of", "due to") has no content of its own.
        if let Some(phrase) = phrase
            .filter(|phrase| phrase.concepts.is_empty() && (phrase.is(Class::Preposition) || phrase.is(Class::Light)))
        {
            index += phrase.length;
            continue;
        }
        // "South Korean", "New Zealand"
        if index + 1 < plain.len()
            && words[index].2
            && let Some(country) = lexicon.country(&format!("{} {}", words[index].0, words[index + 1].0))
        {
            statement.terms.push(Term {
                span: span_of(2),
                kind: TermKind::Name,
                definite: is_definite(parsed, clause, here),
                token: clause.tokens[here],
                ..Term::word(country.to_owned(), Vec::new())
            });
            index += 2;
            continue;
        }
        if let Some(mut term) = word_term(parsed, clause, here, &lemmas, vocabulary) {
            // An address is not what is addressed to somebody.
            if term.kind == TermKind::Noun && among(&term.lemma, List::Homograph) {
                term.key = !term.key;
                term.concepts.clear();
            }
            statement.terms.push(term);
        }
        index += 1;
    }
    let tokens: Vec<usize> = plain.iter().map(|at| clause.tokens[*at]).collect();
    mark_idioms(parsed, &tokens, &pairs, statement);
}

/// "Kept it in the dark", "set the wheels in motion": what an idiom says its first verb or noun says; its other words add nothing.
fn mark_idioms(parsed: &Parsed, tokens: &[usize], pairs: &[(&str, &str)], statement: &mut Statement) {
    let lexicon = lexicon::get();
    let mut index = 0;
    while index < pairs.len() {
        let Some(idiom) = lexicon.idiom_from(parsed.tokens[tokens[index]].idioms, &pairs[index..]) else {
            mark_parted_idiom(parsed, tokens, pairs, index, statement);
            index += 1;
            continue;
        };
        let (first, last) = (tokens[index], tokens[index + idiom.length - 1]);
        index += idiom.length;
        let inside: Vec<usize> =
            (0..statement.terms.len()).filter(|term| (first..=last).contains(&statement.terms[*term].token)).collect();
        // A phrase that the base or the concepts know is left to them, and so is one with a name or a figure in it.
        let taken = inside.iter().any(|term| {
            let term = &statement.terms[*term];
            term.kind == TermKind::Name || term.lemma.contains(' ')
        }) || parsed.quantities.iter().any(|quantity| quantity.first <= last && first < quantity.last);
        let verbal = |term: &&usize| parsed.tags[statement.terms[**term].token].is_verb();
        let Some(head) = inside.iter().find(verbal).or(inside.first()).copied().filter(|_| !taken) else { continue };
        // "Filed a lawsuit" files nothing away; "a little" may still be little. A system failure is no system: of nouns each counts.
        let verbal = parsed.tags[statement.terms[head].token].is_verb();
        if inside.len() > 1 && verbal {
            statement.terms[head].concepts.clear();
            // "Set a fire" sets nothing else; "spoke to reporters" speaks.
            if !parsed
                .tokens
                .get(statement.terms[head].token + 1)
                .is_some_and(|next| next.belongs(lexicon::Class::Preposition))
            {
                statement.terms[head].key = idiom_key(idiom.concepts);
            }
        }
        for term in inside {
            statement.terms[term].light = term != head && (verbal || statement.terms[term].light);
        }
        statement.terms[head].concepts.extend(idiom.concepts);
    }
}

/// What an idiom's verb is known by: not its own word, which means something else there.
fn idiom_key(concepts: &[ConceptId]) -> u64 {
    concepts.iter().fold(key("idiom"), |hash, concept| hash.wrapping_mul(31) ^ u64::from(*concept))
}

/// An idiom is parted by at most so many words.
const PARTED_BY: usize = 6;

/// "Turned the offer down": a verb of two words with its object between them.
fn parted_verb(parsed: &Parsed, tokens: &[usize], pairs: &[(&str, &str)], at: usize, from: usize) -> Option<Term> {
    let particle = pairs[from].0;
    let goes_on = tokens.get(from + 1).is_some_and(|next| {
        let tag = parsed.tags[*next];
        tag.is_nominal() || matches!(tag, Tag::Determiner | Tag::Number | Tag::Pronoun)
    });
    if goes_on || !matches!(particle, "up" | "down" | "off" | "out" | "back" | "over" | "away" | "aside") {
        return None;
    }
    let verb = pairs[at].1;
    let found = lexicon::get().phrase_at(&[(verb, verb), (particle, particle)])?;
    (found.length == 2 && !found.concepts.is_empty())
        .then(|| Term::word(format!("{verb} {particle}"), found.concepts.to_vec()))
}

/// "Set an inquiry in motion": the same for an idiom with its object inside.
fn mark_parted_idiom(parsed: &Parsed, tokens: &[usize], pairs: &[(&str, &str)], at: usize, statement: &mut Statement) {
    if !parsed.tags[tokens[at]].is_verb() {
        return;
    }
    let Some(verb) = statement.terms.iter().position(|term| term.token == tokens[at] && !term.lemma.contains(' '))
    else {
        return;
    };
    for from in at + 2..pairs.len().min(at + 2 + PARTED_BY) {
        // Only a noun group may part it.
        let tag = parsed.tags[tokens[from - 1]];
        let group = matches!(
            tag,
            Tag::Determiner | Tag::Noun | Tag::Name | Tag::Possessive | Tag::Adverb | Tag::Number | Tag::Pronoun
        );
        if !group {
            return;
        }
        if let Some(found) = parted_verb(parsed, tokens, pairs, at, from) {
            let verb = &mut statement.terms[verb];
            let Term { key, classes, lemma_classes, lemma, concepts, .. } = found;
            (verb.key, verb.classes, verb.lemma_classes) = (key, classes, lemma_classes);
            (verb.lemma, verb.concepts, verb.light) = (lemma, concepts, false);
            return;
        }
        let Some(idiom) = lexicon::get().idiom_around(pairs[at].1, &pairs[from..]) else { continue };
        let inside = tokens[from]..=tokens[from + idiom.length - 1];
        let covered = |term: &Term| inside.contains(&term.token);
        if statement.terms.iter().any(|term| covered(term) && (term.kind == TermKind::Name || term.lemma.contains(' ')))
        {
            return;
        }
        statement.terms.iter_mut().filter(|term| covered(term)).for_each(|term| term.light = true);
        // "Handed it a fine" hands nothing over.
        let verb = &mut statement.terms[verb];
        verb.light = false;
        verb.concepts = idiom.concepts.to_vec();
        verb.key = idiom_key(idiom.concepts);
        return;
    }
}

/// The word that determines the noun at some place.
fn determiner<'a>(parsed: &'a Parsed, clause: &clause::Clause, at: usize) -> Option<(Tag, &'a str)> {
    let mut before = clause.tokens[..at].iter().rev().take(4);
    before
        .find(|token| !matches!(parsed.tags[**token], Tag::Noun | Tag::Name | Tag::Participle | Tag::Adverb))
        .map(|token| (parsed.tags[*token], parsed.tokens[*token].norm.as_str()))
}

/// Whether "the", "this" or a possessive opens the noun group that the token belongs to.
fn is_definite(parsed: &Parsed, clause: &clause::Clause, at: usize) -> bool {
    determiner(parsed, clause, at)
        .is_some_and(|(tag, word)| tag == Tag::Possessive || tag == Tag::Determiner && among(word, List::Such))
}

/// Whether the noun group from one place to another speaks of one or of more.
fn number(parsed: &Parsed, clause: &clause::Clause, at: usize, last: usize) -> Number {
    let token = &parsed.tokens[clause.tokens[last]];
    if !parsed.tags[clause.tokens[last]].is_nominal() {
        return Number::Open;
    }
    if token.norm != token.lemma {
        return Number::Many;
    }
    match determiner(parsed, clause, at) {
        Some((_, "a" | "an" | "one" | "another")) => Number::One,
        _ => Number::Open,
    }
}

/// The term that a single token makes, if it has content.
fn word_term(
    parsed: &Parsed,
    clause: &clause::Clause,
    at: usize,
    lemmas: &[&str],
    vocabulary: &Vocabulary,
) -> Option<Term> {
    let lexicon = lexicon::get();
    let token = &parsed.tokens[clause.tokens[at]];
    let tag = parsed.tags[clause.tokens[at]];
    // A figure that is no quantity and no date ("9:40", "3.2.1") must stand in the source like a word.
    if token.kind == TokenKind::Figure {
        return Some(Term { span: token.span, token: clause.tokens[at], ..Term::word(token.norm.clone(), Vec::new()) });
    }
    if !token.is_word() || !tag.has_content() {
        return None;
    }
    let name = tag == Tag::Name;
    let mut lemma = if name { token.norm.trim_end_matches('.').to_owned() } else { lemmas[at].to_owned() };
    if let Some(country) = lexicon.country(&token.norm) {
        lemma = country.to_owned();
    }
    let mut concepts: Vec<ConceptId> = lexicon.concepts(&lemma).to_vec();
    if name {
        concepts.extend(
            lexicon
                .concepts(lemmas[at])
                .iter()
                .filter(|id| !lexicon.concepts(&lemma).contains(id))
                .copied()
                .collect::<Vec<_>>(),
        );
    }
    let mut own = Vec::new();
    vocabulary.at(&[(token.norm.as_str(), lemmas[at], token.capital)], &mut own);
    for (meaning, length) in own {
        if let Meaning::Group(id) = meaning
            && length == 1
        {
            concepts.push(id);
        }
    }
    let term = Term::word(lemma, concepts);
    if token.belongs(Class::Filler) || term.is(Class::Filler) && !name {
        return None;
    }
    let light =
        !name && (term.is(Class::Light) || token.belongs(Class::Light) || tag.is_verb() && term.is(Class::LightVerb));
    // "A hefty fine" is a fine; that a fine was hefty says something.
    let beside = || {
        let next = clause.tokens.get(at + 1).map(|next| parsed.tags[*next]);
        tag == Tag::Adverb || next.is_some_and(|next| matches!(next, Tag::Noun | Tag::Name | Tag::Participle))
    };
    let light = light || !name && (term.is(Class::Colour) || token.belongs(Class::Colour)) && beside();
    let kind = if name {
        TermKind::Name
    } else if tag.is_verb() {
        TermKind::Verb
    } else if tag == Tag::Adverb {
        TermKind::Adverb
    } else {
        TermKind::Noun
    };
    Some(Term {
        span: token.span,
        definite: is_definite(parsed, clause, at),
        number: number(parsed, clause, at, at),
        kind,
        light,
        token: clause.tokens[at],
        ..term
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The statements of the only sentence of a text.
    fn of(text: &str) -> Vec<Statement> {
        claims(text, &read(text, Span::new(0, text.len()), None), &Vocabulary::default())
    }

    /// Whether a word of the statement that carries something stands for a group of the lexicon.
    fn stands_for(text: &str, word: &str, group: &str) -> bool {
        let term = of(text).remove(0).terms.into_iter().find(|term| term.lemma == word);
        term.is_some_and(|term| {
            !term.light && term.concepts.iter().any(|concept| lexicon::get().members(*concept).contains(&group))
        })
    }

    #[test]
    fn an_idiom_says_what_its_first_word_stands_for() {
        assert!(stands_for("The firm sent word about the case.", "send", "inform"));
        assert!(stands_for("The firm made an announcement about the case.", "make", "announce"));
        assert!(!stands_for("The firm made a machine.", "make", "announce"));
        // What the word means by itself it no longer means, unless it is all that there is.
        assert!(stands_for("A little boy came.", "little", "small"));
    }

    #[test]
    fn what_is_set_against_something_is_turned() {
        let statement = of("Rossi rather than Berg left the firm.").remove(0);
        let words = |statement: &Statement| statement.terms.iter().map(|term| term.lemma.clone()).collect::<Vec<_>>();
        assert_eq!(words(&statement), ["rossi", "leave", "firm"]);
        assert_eq!(statement.turned.iter().map(words).collect::<Vec<_>>(), [["berg", "leave", "firm"]]);
        assert!(of("Not only Berg left the firm.").remove(0).turned.is_empty(), "it sets nothing against anything");
    }

    #[test]
    fn who_speaks_in_the_middle_of_a_sentence_is_the_speaker() {
        let statement = of("The breach, Rossi said, was large.").remove(0);
        let speaker = statement.speaker.expect("somebody speaks");
        assert_eq!(statement.terms[speaker.terms[0]].lemma, "rossi");
        assert!(
            statement.roles.iter().all(|role| role.slot != Slot::Is || statement.terms[role.filler].lemma == "breach")
        );
    }

    #[test]
    fn an_idiom_may_have_its_object_inside() {
        assert!(stands_for("The firm put the new mayor in the picture.", "put", "inform"));
        assert!(!stands_for("The firm put the new mayor in the car.", "put", "inform"));
        // A clause between them parts them for good.
        assert!(!stands_for("The firm put a man who was tired in the picture.", "put", "inform"));
    }

    #[test]
    fn members_of_a_list_are_statements_of_their_own() {
        let statement = of("Rossi and Berg left the firm.").remove(0);
        let left: Vec<Vec<String>> = statement
            .members
            .iter()
            .map(|member| member.terms.iter().map(|term| term.lemma.clone()).collect())
            .collect();
        assert_eq!(left, [["rossi", "leave", "firm"], ["berg", "leave", "firm"]]);
        assert!(of("Rossi or Berg left the firm.").remove(0).members.is_empty(), "a choice says it of neither");
        assert!(of("Peace between Rossi and Berg held.").remove(0).members.is_empty(), "between them, not of each");
    }

    #[test]
    fn a_second_name_at_another_time_is_a_statement_of_its_own() {
        let said: Vec<(String, Option<String>)> = of("Rossi was mayor in 2021, and Berg in 2023.")
            .into_iter()
            .map(|statement| {
                let date = statement.dates.first().and_then(|date| date.period).map(|period| period.iso());
                (statement.terms[0].lemma.clone(), date)
            })
            .collect();
        assert_eq!(said, [("rossi".to_owned(), Some("2021".to_owned())), ("berg".to_owned(), Some("2023".to_owned()))]);
    }
}
