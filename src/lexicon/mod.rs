//! Knowledge of English words.
//!
//! The engine holds no word lists: closed classes, inflection, synonyms, antonyms, broader terms, demonyms and the rest
//! are text files under `data/`, each with its format at its top. They travel as one lexicon file (`file.rs`), which the shipped
//! WebAssembly module is given before it checks anything; with the feature `embedded-lexicon` (on by default) the same file is compiled in.
//!
//! There is one lexicon a process, installed once: two checkers that know different words could not share a thread's parser.

mod file;
mod lemma;
#[macro_use]
mod numbered;
mod lists;

use crate::error::Error;
use crate::text::pieces;
use file::{File, Sections};
pub use lists::{List, among, place};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

/// Look-up tables of words. Never iterated into output. The keys are our own short words, so that the standard hash's protection against
/// chosen keys would only cost time.
type HashMap<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Quick>>;

/// Eight bytes at a time, each mixed in by a multiplication, as FNV does with single ones.
#[derive(Default)]
struct Quick(u64);

impl Quick {
    fn mix(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.mix(chunk.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)));
        }
        self.mix(chunks.remainder().iter().fold(0, |number, byte| number << 8 | u64::from(*byte)));
    }

    /// The byte that closes a string tells nothing where strings alone are keys.
    fn write_u8(&mut self, _: u8) {}
}

/// A notion that several words stand for. An index into the lexicon's groups.
pub type ConceptId = u16;

/// The other numbers are left to the groups of a base.
const MOST_CONCEPTS: usize = 60_000;

numbered! {
    /// A class of words, one bit each: first those of `closed.txt` in its order, then those that have files of their own.
    Class {
        Determiner
        Pronoun
        ThirdPerson
        FirstPerson
        Preposition
        Conjunction
        Subordinator
        Auxiliary
        Be
        Negator
        Possible
        Planned
        Demanded
        Conditional
        PastFrame
        PresentFrame
        Only
        Universal
        ImperativeOpener
        Greeting
        OwnView
        Say
        SpeechSource
        UnitNoun
        Light
        /// Adds no content as a verb.
        LightVerb
        /// "rose", "increase", "above": something became or is more.
        Rise
        /// "fell", "below": something became or is less.
        Fall
        /// "together", "combined": figures are added up.
        Sum
        /// "passed", "separated", "between": the time from one event to another.
        Lapse
        /// "reports", "sign", "case": what there is none of, where nothing is known.
        Evidence
        /// "share", "merge": both parties do it alike.
        Symmetric
        /// "hand", "give": the receiver may stand before the thing.
        Ditransitive
        /// "company", "minister": people and bodies that act.
        Party
        /// "subsidiary", "contractor": a company by its tie to another one.
        Tie
        /// "announce", "report": a date beside it is the day of the telling.
        Telling
        /// "figure", "share": it carries a figure and is nothing that is counted.
        Measure
        /// "apologize", "vow": done by speaking.
        SpeechAct
        /// "consider", "mull": only thought about.
        Weighed
        /// "offer", "voice": with a noun for an act of speech they say what its verb says.
        Support
        /// "fault", "accuse": what they say of somebody follows.
        Judge
        /// "trace", "attribute": they name a cause.
        Ascribe
        /// "then", "soon": adverbs without an ending that would show it.
        Adverb
        /// "first", "overseas": adverbs that are adjectives before a noun.
        AdverbOrAdjective
        /// "hefty", "candidly": they colour what they stand beside, and are light there.
        Colour
        /// "see", "believe": besides those that say, demand and judge, verbs that tell what somebody thinks or wants.
        Attitude
        /// "claim", "idea": a clause may say what it is.
        Content
        /// "view", "account": "in the ministry's view" is said by the ministry.
        Viewpoint
        /// "prevent", "stop": what follows "from" is not done.
        Hinder
        /// "provide", "issue": the thing may stand behind "with".
        Provide
        /// "allow", "force": whom it is done to is to do what follows.
        Enable
        /// "only", "until": after "not" they set nothing against anything.
        Limit
        /// "family", "friendly": no adverb for all its "-ly".
        NoAdverb
        /// "hit", "put": their participle is their lemma.
        Invariant
        /// "article", "page": the figure behind it is its number.
        Numbered
        /// "receive", "undergo": with a noun for an act they tell that it was done to somebody.
        Receive
        /// "several", "many": more than one.
        Several
        /// "because", "led": forms that tell of a cause or an outcome.
        Cause
        /// `adverbs.txt`: fillers without factual content.
        Filler
        /// `verbs.txt`
        Verb
        /// `verbs.txt`, marked `*`: more often a noun or adjective when it stands bare.
        AmbiguousVerb
        Title
        FirstName
        Opinion
    }
}

impl Class {
    /// How many sections `closed.txt` has.
    const CLOSED: usize = Class::Filler as usize;

    /// The bit by which sets of classes hold it.
    pub fn bit(self) -> u64 {
        1 << self as u64
    }
}

#[derive(Debug, Clone, Default)]
struct Word {
    classes: u64,
    concepts: Vec<ConceptId>,
}

/// A phrase of several words with what it stands for.
#[derive(Debug, Clone)]
struct Phrase {
    /// The words after the first, as lemmas or as plain forms.
    rest: Vec<&'static str>,
    classes: u64,
    concepts: Vec<ConceptId>,
}

/// The phrases that begin with a word.
#[derive(Default)]
struct Phrases {
    /// How the word after the first [begins](beginning), phrase by phrase: few of the many phrases with "in" need a closer look.
    seconds: Vec<u16>,
    all: Vec<Phrase>,
}

/// What a phrase at some place of a sentence stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhraseMatch<'a> {
    /// How many words it takes.
    pub length: usize,
    pub classes: u64,
    pub concepts: &'a [ConceptId],
}

/// Where the lexicon lists the phrases that begin with a word: with its form, and with its lemma.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Beginnings {
    form: Option<u32>,
    lemma: Option<u32>,
}

impl PhraseMatch<'_> {
    pub fn is(&self, class: Class) -> bool {
        self.classes & class.bit() != 0
    }
}

/// Entries by word. The map holds numbers, so that its code is in the module once and not once for each type of entry.
struct Table<T> {
    numbers: HashMap<&'static str, u32>,
    entries: Vec<T>,
}

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table { numbers: HashMap::default(), entries: Vec::new() }
    }
}

impl<T: Default> Table<T> {
    fn get(&self, word: &str) -> Option<&T> {
        self.numbers.get(word).map(|number| &self.entries[*number as usize])
    }

    /// Where the entries of a form and of its lemma are.
    fn beginnings(&self, form: &str, lemma: &str) -> Beginnings {
        let number = |word: &str| self.numbers.get(word).copied();
        Beginnings { form: number(form), lemma: if form == lemma { None } else { number(lemma) } }
    }

    /// The word's entry, made where there is none yet.
    fn entry(&mut self, word: &'static str) -> &mut T {
        let number = self.add(word, T::default());
        &mut self.entries[number]
    }

    /// Gives the word an entry where there is none yet. The number of its entry.
    fn add(&mut self, word: &'static str, entry: T) -> usize {
        let number = *self.numbers.entry(word).or_insert(self.entries.len() as u32) as usize;
        if number == self.entries.len() {
            self.entries.push(entry);
        }
        number
    }
}

/// To each concept others, in ascending order.
#[derive(Default)]
struct Relation(Vec<Vec<ConceptId>>);

impl Relation {
    fn of(&self, concept: ConceptId) -> &[ConceptId] {
        self.0.get(usize::from(concept)).map_or(&[], Vec::as_slice)
    }

    /// Whether this was not known before.
    fn insert(&mut self, from: ConceptId, to: ConceptId) -> bool {
        if self.0.len() <= usize::from(from) {
            self.0.resize(usize::from(from) + 1, Vec::new());
        }
        let list = &mut self.0[usize::from(from)];
        let missing = list.binary_search(&to).err();
        missing.inspect(|at| list.insert(*at, to)).is_some()
    }

    /// Makes it transitive. Nothing is related to itself by way of others.
    fn close(&mut self) {
        let mut grown = true;
        while grown {
            grown = false;
            for from in 0..self.0.len() as ConceptId {
                let above: Vec<ConceptId> = self.of(from).iter().flat_map(|up| self.of(*up)).copied().collect();
                for up in above.into_iter().filter(|up| *up != from) {
                    grown |= self.insert(from, up);
                }
            }
        }
    }
}

/// All word knowledge.
pub struct Lexicon {
    version: String,
    words: Table<Word>,
    /// Inflected form to lemma.
    forms: Table<&'static str>,
    phrases: Table<Phrases>,
    /// Phrases whose words stay words of the sentence.
    idioms: Table<Phrases>,
    /// Patterns with their replacements, by the first word of the pattern.
    rewrites: Table<Vec<Rewrite>>,
    names: Vec<&'static str>,
    /// The words and phrases of each concept.
    members: Vec<Vec<&'static str>>,
    /// The classes of the words of each concept together.
    member_classes: Vec<u64>,
    /// Each concept's broader concepts, the whole way up.
    broader: Relation,
    opposites: Relation,
    /// Demonym, capital or other name to the country's name, lower case; several words joined by a space.
    countries: Table<&'static str>,
    abbreviations: Table<()>,
    units: Vec<UnitName>,
    /// The words of each [`List`], with | between.
    lists: Vec<&'static str>,
    /// What tells of most words at once that a list does not hold them.
    list_marks: Vec<[u64; 2]>,
    /// In which groups of which lists a word or phrase stands: see [`place`].
    places: Table<Vec<(u8, u8)>>,
}

/// A rule of `rewrites.txt`.
#[derive(Debug, Clone, Copy)]
pub struct Rewrite {
    pub pattern: &'static str,
    pub replacement: &'static str,
    /// The [`marks`] of the words that its pattern cannot do without.
    needs: u64,
    /// Those of words of which it needs one or other.
    either: u64,
}

impl Rewrite {
    fn new(pattern: &'static str, replacement: &'static str) -> Rewrite {
        let (mut needs, mut either) = (0, u64::MAX);
        let words =
            |element: &&str| !element.ends_with('?') && !element.starts_with(['*', '_', '^', '0', '!', '<', '-']);
        for element in pattern.split(' ').filter(words) {
            let found = marks(element.trim_start_matches('~').split('|'));
            match found.count_ones() {
                1 => needs |= found,
                count if count < either.count_ones() => either = found,
                _ => {}
            }
        }
        Rewrite { pattern, replacement, needs, either }
    }

    /// Whether the words of its pattern may all be among those with these [`marks`].
    pub fn may_fit(&self, present: u64) -> bool {
        self.needs & !present == 0 && self.either & present != 0
    }
}

/// One bit of 64 for each of some words: what is not in it stands nowhere among them.
pub fn marks<'a>(words: impl Iterator<Item = &'a str>) -> u64 {
    words.fold(0, |marks, word| {
        let mut hash = Quick::default();
        hash.write(word.as_bytes());
        marks | 1 << (hash.finish() & 63)
    })
}

/// The words or signs that print a unit of measure, with its symbol.
pub type UnitName = (Vec<&'static str>, &'static str);

static LEXICON: OnceLock<Lexicon> = OnceLock::new();

/// The lexicon in use: the embedded one where no other was [installed](install) before the first use.
///
/// # Panics
///
/// Without the feature `embedded-lexicon`, where none was installed: to check with no word knowledge would be to answer differently
/// without saying so. The bindings refuse to make an engine before that.
pub fn get() -> &'static Lexicon {
    #[cfg(feature = "embedded-lexicon")]
    return LEXICON.get_or_init(|| {
        File::open(&file::embedded()).and_then(Lexicon::build).expect("a test opens the embedded lexicon")
    });
    #[cfg(not(feature = "embedded-lexicon"))]
    LEXICON.get().expect("lexicon::install comes before the first check")
}

/// Puts a lexicon file to use and returns its version. The same one again changes nothing; a different one is an error, for what was
/// parsed with the first cannot be compared with what is parsed with the second.
pub fn install(bytes: &[u8]) -> Result<&'static str, Error> {
    let file = File::open(bytes)?;
    let wanted = file.version.clone();
    let lexicon = match LEXICON.get() {
        Some(lexicon) => lexicon,
        None => {
            let built = Lexicon::build(file)?;
            LEXICON.get_or_init(|| built)
        }
    };
    if lexicon.version != wanted {
        let message =
            format!("the lexicon {} is in use here already, {wanted} cannot be loaded beside it", lexicon.version);
        return Err(Error::new("lexicon", message));
    }
    Ok(&lexicon.version)
}

/// Whether there is a lexicon to check with.
pub fn is_ready() -> bool {
    cfg!(feature = "embedded-lexicon") || LEXICON.get().is_some()
}

/// The embedded words as a lexicon file, for those who load it.
#[cfg(feature = "embedded-lexicon")]
pub fn embedded_file() -> Vec<u8> {
    file::embedded()
}

fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(',').map(str::trim).filter(|entry| !entry.is_empty())
}

impl Lexicon {
    fn build(file: File) -> Result<Lexicon, Error> {
        let version = file.version.clone();
        let data: Sections = file.into_sections();
        let mut lexicon = Lexicon {
            version,
            words: Table::default(),
            forms: Table::default(),
            phrases: Table::default(),
            idioms: Table::default(),
            rewrites: Table::default(),
            names: Vec::new(),
            members: Vec::new(),
            member_classes: Vec::new(),
            broader: Relation::default(),
            opposites: Relation::default(),
            countries: Table::default(),
            abbreviations: Table::default(),
            units: Vec::new(),
            places: Table::default(),
            list_marks: Vec::new(),
            lists: data
                .lines("lists")
                .filter_map(|line| line.split_once(':'))
                .map(|(_, words)| words.trim_start())
                .collect(),
        };
        lexicon.list_marks = lexicon.lists.iter().map(|words| lists::marks(words)).collect();
        for (list, words) in lexicon.lists.iter().enumerate().skip(List::Months as usize) {
            for (at, group) in words.split('|').enumerate() {
                group.split(';').for_each(|word| lexicon.places.entry(word).push((list as u8, at as u8)));
            }
        }
        for line in data.lines("irregular") {
            if let Some((lemma, forms)) = line.split_once(':') {
                for form in forms.split_whitespace() {
                    lexicon.forms.add(form, lemma.trim());
                }
                lexicon.words.entry(lemma.trim());
            }
        }
        let mut sections = 0;
        for line in data.lines("closed") {
            if line.starts_with('[') {
                sections += 1;
            } else if sections > 0 {
                entries(line).for_each(|entry| lexicon.classify(entry, 1 << (sections - 1)));
            }
        }
        if (sections, lexicon.lists.len()) != (Class::CLOSED, List::COUNT) {
            return Err(Error::new(
                "lexicon-format",
                "the lexicon has other classes or lists of words than this engine asks for",
            ));
        }
        for (section, class) in [
            ("adverbs", Class::Filler),
            ("titles", Class::Title),
            ("names", Class::FirstName),
            ("opinion", Class::Opinion),
        ] {
            for line in data.lines(section) {
                entries(line).for_each(|entry| lexicon.classify(lower(entry), class.bit()));
            }
        }
        for line in data.lines("verbs") {
            for entry in entries(line) {
                let verb = entry.trim_end_matches('*');
                lexicon.classify(verb, Class::Verb.bit());
                if entry.ends_with('*') {
                    lexicon.classify(verb, Class::AmbiguousVerb.bit());
                }
            }
        }
        for line in data.lines("abbreviations") {
            for entry in entries(line) {
                lexicon.abbreviations.add(lower(entry.trim_end_matches('.')), ());
            }
        }
        for line in data.lines("units") {
            let Some((symbol, names)) = line.split_once(':') else { continue };
            let words = |name: &'static str| (name.split([' ', '-']).collect(), symbol.trim());
            lexicon.units.extend(entries(names).map(words));
        }
        crate::order::by_key(&mut lexicon.units, |(words, _)| (words[0], std::cmp::Reverse(words.len())));
        for line in data.lines("demonyms") {
            if let Some((country, others)) = line.split_once(':') {
                let country = lower(country.trim());
                *lexicon.countries.entry(country) = country;
                for other in others.split(['|', ',']).map(str::trim).filter(|other| !other.is_empty()) {
                    lexicon.countries.add(lower(other), country);
                }
            }
        }
        let mut by_name: HashMap<&'static str, u32> = HashMap::default();
        for line in data.lines("concepts") {
            if let Some((name, members)) = line.split_once(':') {
                let id = lexicon.names.len() as ConceptId;
                lexicon.names.push(name.trim());
                by_name.insert(name.trim(), u32::from(id));
                entries(members).for_each(|member| lexicon.join_concept(lower(member), id));
            }
        }
        for line in data.lines("idioms") {
            if let Some((name, phrases)) = line.split_once(':')
                && let Some(id) = by_name.get(name.trim())
            {
                let id = ConceptId::try_from(*id).expect("a group's number");
                entries(phrases).for_each(|phrase| {
                    let concepts = &mut phrase_in(&mut lexicon.idioms, lower(phrase)).concepts;
                    if !concepts.contains(&id) {
                        concepts.push(id);
                    }
                });
            }
        }
        for line in data.lines("rewrites") {
            if let [pattern, replacement] = pieces(line, "=>")[..] {
                let rule = Rewrite::new(pattern.trim(), replacement.trim());
                let first = rule.pattern.split(' ').next().unwrap_or("").trim_start_matches(['<', '~']);
                first.split('|').for_each(|word| lexicon.rewrites.entry(word).push(rule));
            }
        }
        for line in data.lines("broader") {
            if let Some((narrow, broad)) = line.split_once('<') {
                for low in lexicon.resolve(narrow.trim(), &mut by_name) {
                    for high in lexicon.resolve(broad.trim(), &mut by_name) {
                        lexicon.broader.insert(low, high);
                    }
                }
            }
        }
        for line in data.lines("antonyms") {
            if let [one, other] = pieces(line, "<>")[..] {
                for a in lexicon.resolve(one.trim(), &mut by_name) {
                    for b in lexicon.resolve(other.trim(), &mut by_name) {
                        lexicon.opposites.insert(a, b);
                        lexicon.opposites.insert(b, a);
                    }
                }
            }
        }
        if lexicon.names.len() > MOST_CONCEPTS {
            let message = format!(
                "the lexicon has {} groups of words, at most {MOST_CONCEPTS} can be numbered",
                lexicon.names.len()
            );
            return Err(Error::new("lexicon-format", message));
        }
        lexicon.broader.close();
        let together =
            |members: &Vec<&'static str>| members.iter().fold(0, |all, member| all | lexicon.classes(member));
        lexicon.member_classes = lexicon.members.iter().map(together).collect();
        Ok(lexicon)
    }

    /// Names the words in use: two lexicons of the same version know the same.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Adds the bit of a class to a word or phrase.
    fn classify(&mut self, entry: &'static str, class: u64) {
        if entry.contains([' ', '-']) {
            self.phrase(entry).classes |= class;
        } else {
            self.words.entry(entry).classes |= class;
        }
    }

    fn join_concept(&mut self, member: &'static str, id: ConceptId) {
        let concepts = if member.contains([' ', '-']) {
            &mut self.phrase(member).concepts
        } else {
            &mut self.words.entry(member).concepts
        };
        if !concepts.contains(&id) {
            concepts.push(id);
            if self.members.len() <= usize::from(id) {
                self.members.resize(usize::from(id) + 1, Vec::new());
            }
            self.members[usize::from(id)].push(member);
        }
    }

    fn phrase(&mut self, entry: &'static str) -> &mut Phrase {
        phrase_in(&mut self.phrases, entry)
    }

    /// The concepts that a line of `broader.txt` or `antonyms.txt` names: a group, or a word, which becomes a group of its own where it is in none.
    fn resolve(&mut self, name: &'static str, by_name: &mut HashMap<&'static str, u32>) -> Vec<ConceptId> {
        if let Some(id) = by_name.get(name) {
            return vec![*id as ConceptId];
        }
        let known = if name.contains([' ', '-']) {
            self.phrase(name).concepts.clone()
        } else {
            self.words.get(name).map(|word| word.concepts.clone()).unwrap_or_default()
        };
        if !known.is_empty() && !name.contains(' ') && known.len() == 1 {
            return known;
        }
        let id = self.names.len() as ConceptId;
        self.names.push(name);
        by_name.insert(name, u32::from(id));
        self.join_concept(name, id);
        vec![id]
    }

    /// The classes that the word belongs to, in this form or as a lemma; one bit each.
    pub fn classes(&self, norm: &str) -> u64 {
        self.words.get(norm).map_or(0, |word| word.classes)
    }

    /// Whether the word, in this form or as a lemma, belongs to a class.
    pub fn is(&self, norm: &str, class: Class) -> bool {
        self.classes(norm) & class.bit() != 0
    }

    /// The classes of a lemma that may have several words: those of the phrase, and those of its first word.
    pub fn lemma_classes(&self, lemma: &str) -> u64 {
        if !lemma.contains(' ') {
            return self.classes(lemma);
        }
        let words: Vec<(&str, &str)> = lemma.split(' ').map(|word| (word, word)).collect();
        let phrase = self.phrase_at(&words).filter(|found| found.length == words.len());
        phrase.map_or(0, |found| found.classes) | self.classes(words[0].0)
    }

    /// The notions a lemma stands for.
    pub fn concepts(&self, lemma: &str) -> &[ConceptId] {
        self.words.get(lemma).map_or(&[], |word| &word.concepts)
    }

    /// The words and phrases that stand for a concept, as lemmas.
    pub fn members(&self, concept: ConceptId) -> &[&'static str] {
        self.members.get(usize::from(concept)).map_or(&[], Vec::as_slice)
    }

    /// Whether one of a concept's words belongs to a class.
    pub fn has_member(&self, concept: ConceptId, class: Class) -> bool {
        self.member_classes.get(usize::from(concept)).is_some_and(|classes| classes & class.bit() != 0)
    }

    /// How many concepts there are; a base's own groups are numbered from here on.
    pub fn concept_count(&self) -> usize {
        self.names.len()
    }

    /// Everything that a concept is a kind of.
    pub fn above(&self, concept: ConceptId) -> impl Iterator<Item = ConceptId> + '_ {
        self.broader.of(concept).iter().copied()
    }

    /// What cannot hold of the same thing as a concept.
    pub fn opposed(&self, concept: ConceptId) -> impl Iterator<Item = ConceptId> + '_ {
        self.opposites.of(concept).iter().copied()
    }

    pub fn is_abbreviation(&self, norm: &str) -> bool {
        self.abbreviations.get(norm.trim_end_matches('.')).is_some()
    }

    pub fn is_title(&self, norm: &str) -> bool {
        self.is(norm, Class::Title)
    }

    /// The country that a demonym, a capital or a name denotes, in lower case.
    pub fn country(&self, norm: &str) -> Option<&'static str> {
        self.countries.get(norm).copied()
    }

    /// The longest known phrase that begins at `words[0]`; each word is given as (form, lemma).
    pub fn phrase_at(&self, words: &[(&str, &str)]) -> Option<PhraseMatch<'_>> {
        let (form, lemma) = words.first()?;
        self.phrase_from(self.beginnings(form, lemma), words)
    }

    /// Where the phrases that begin with a word are listed.
    pub fn beginnings(&self, form: &str, lemma: &str) -> Beginnings {
        self.phrases.beginnings(form, lemma)
    }

    /// The rules of `rewrites.txt` whose pattern begins with a word.
    pub fn rewrites(&self, word: &str) -> &[Rewrite] {
        self.rewrites.get(word).map_or(&[], Vec::as_slice)
    }

    /// Where the idioms that begin with a word are listed.
    pub fn idiom_beginnings(&self, form: &str, lemma: &str) -> Beginnings {
        self.idioms.beginnings(form, lemma)
    }

    /// The same as [`phrase_at`](Lexicon::phrase_at) where the beginnings of the first word are known.
    pub fn phrase_from(&self, beginnings: Beginnings, words: &[(&str, &str)]) -> Option<PhraseMatch<'_>> {
        longest(&self.phrases, beginnings, words)
    }

    /// The words of all units of measure, sorted by the first of them, the longest phrase first.
    pub fn units(&self) -> &[UnitName] {
        &self.units
    }

    /// The longest idiom of which a verb and, with its object between, the other words are: "put the ministry in the picture". None for idioms of
    /// two words.
    pub fn idiom_around(&self, verb: &str, rest: &[(&str, &str)]) -> Option<PhraseMatch<'_>> {
        let found = self.idioms.get(verb)?.all.iter().filter(|idiom| {
            idiom.rest.len() > 1
                && rest.len() >= idiom.rest.len()
                && idiom.rest.iter().zip(rest).all(|(want, (form, lemma))| want == form || want == lemma)
        });
        let idiom = found.max_by_key(|idiom| idiom.rest.len())?;
        Some(PhraseMatch { length: idiom.rest.len(), classes: 0, concepts: &idiom.concepts })
    }

    /// The longest idiom that the words begin with. It stands for its concepts as a whole, and for its words in the structure of the sentence.
    pub fn idiom_from(&self, beginnings: Beginnings, words: &[(&str, &str)]) -> Option<PhraseMatch<'_>> {
        longest(&self.idioms, beginnings, words)
    }

    /// Whether the word is listed at all, in any class or group.
    pub fn knows(&self, norm: &str) -> bool {
        self.words.get(norm).is_some() || self.forms.get(norm).is_some()
    }
}

/// The entry of a phrase, made where there is none.
fn phrase_in<'a>(table: &'a mut Table<Phrases>, entry: &'static str) -> &'a mut Phrase {
    let mut words = entry.split([' ', '-']).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or("");
    let rest: Vec<&'static str> = words.collect();
    let (list, second) = (table.entry(first), beginning(rest.first().copied()));
    let known = list.all.iter().zip(&list.seconds);
    let at = known.clone().position(|(phrase, begins)| *begins == second && phrase.rest == rest).unwrap_or(known.len());
    if at == list.all.len() {
        list.seconds.push(second);
        list.all.push(Phrase { rest, classes: 0, concepts: Vec::new() });
    }
    &mut list.all[at]
}

/// The first two bytes of a word; 0 where there is none.
fn beginning(word: Option<&str>) -> u16 {
    match word.unwrap_or_default().as_bytes() {
        [] => 0,
        [one] => u16::from(*one),
        [one, other, ..] => u16::from_be_bytes([*one, *other]),
    }
}

/// The longest phrase of a table that the words, each as (form, lemma), begin with.
fn longest<'a>(table: &'a Table<Phrases>, beginnings: Beginnings, words: &[(&str, &str)]) -> Option<PhraseMatch<'a>> {
    let mut best: Option<PhraseMatch<'_>> = None;
    let (form, lemma) = words.get(1).copied().unzip();
    let (form, lemma) = (beginning(form), beginning(lemma));
    for number in [beginnings.form, beginnings.lemma].iter().flatten() {
        let phrases = &table.entries[*number as usize];
        for (at, second) in phrases.seconds.iter().enumerate() {
            if *second != form && *second != lemma && *second != 0 {
                continue;
            }
            let phrase = &phrases.all[at];
            let length = phrase.rest.len() + 1;
            let mut pairs = phrase.rest.iter().zip(&words[1..]);
            let fits =
                words.len() >= length && pairs.all(|(want, (form, lemma))| **want == **form || **want == **lemma);
            if fits && best.as_ref().is_none_or(|best| best.length < length) {
                best = Some(PhraseMatch { length, classes: phrase.classes, concepts: &phrase.concepts });
            }
        }
    }
    best
}

/// Data files may write names with capitals; words are looked up in lower case. Leaks once, for the life of the program.
fn lower(entry: &'static str) -> &'static str {
    if entry.chars().any(char::is_uppercase) { Box::leak(crate::text::lower(entry).into_boxed_str()) } else { entry }
}
