//! Short lists of words that single rules ask for: a section of the lexicon, like the grammatical classes, but held against a word one by one.

use super::get;

numbered! {
    /// A list of `data/lists.txt`, in its order.
    List {
    Equals Reaches Elsewhere World Trace Firm Located Persons Disclose Utter Denying Press Former Meet Means Countable Because
    Although Then BeForm Finite Demonstrative Joint Concessive Degree Asking Outside Partitive NotSplit ClauseMark TimeJoint
    Shortly Confined Confining Known Aware Command Purpose Want For Rather OrdinalEnd Daytime BeforeDay BeforeAmount BeforeMonth
    Irregular Holds TimeSpan Oneself Nobody Bracket Stranded Definite Same Nothing Do Relative Counts StemFrom BelongTo Suffer Happen
    Get Adding Between Name Anchored OpenJoint Promise Coming Bidding TimeCondition ClauseOpening Become Article Have ShareWords
    PressNoun Estimate Dated Thing Figure SmallVerb Item Superlative Naming Ministry CalendarUnit Such Dash Scale TimeUnit Half
    Whole Lasting Beside Parts Divided Round Another Pointed Plural Possessed Long Gained Added Them Compared Ahead Label Clock
    Revise All Possessive Part Single Mine Dummy Sure Prefix HaveDo More Following Each Concerned Everyone Indefinite Tell
    NameMark Opening Clitic GerundHead ClauseBehind CompanyForm CompanyTail FullVerb Homograph Done Undone Factor Amount Stake Stance Nearly Avowal Messenger
    Milestone Indirect Took LaterFigure EarlierFigure Change Privative OfIdioms ThirdPerson Correspondence Accession
    BeforeDate EndOf ContentOf Upshot Target General Afterwards Beforehand Wholly Implies
        Months Weekdays Ordinals Decades FewUnits Numbers Scales Fractions Hedges HedgesBehind Foreign Shared Women Converse
    }
}

/// Whether a word stands in a list.
#[inline(never)]
pub fn among(word: &str, list: List) -> bool {
    let lexicon = get();
    let Some(marks) = lexicon.list_marks.get(list as usize) else { return false };
    let bytes = word.as_bytes();
    mark(bytes).iter().zip(marks).all(|(own, all)| own & all != 0)
        && lexicon.lists[list as usize].as_bytes().split(|byte| *byte == b'|').any(|one| one == bytes)
}

/// Two sets of 64 bits with one bit each for a word: by its length and first letter, and by its middle and last letter. Most words that a list does not
/// hold have a bit there that none of its own have.
fn mark(word: &[u8]) -> [u64; 2] {
    let letter = |at: usize| word.get(at).map_or(0, |byte| usize::from(*byte));
    let (first, last) = (letter(0), letter(word.len().wrapping_sub(1)));
    [word.len() + 5 * first, last + 3 * letter(word.len() / 2)].map(|number| 1 << (number & 63))
}

/// The marks of all words of a list.
pub(super) fn marks(words: &str) -> [u64; 2] {
    words.split('|').map(|word| mark(word.as_bytes())).fold([0; 2], |all, own| [all[0] | own[0], all[1] | own[1]])
}

/// In which group of a list a word or phrase stands, counted from 0. Of the lists from [`List::Months`] on, which are asked of every word.
pub fn place(word: &str, list: List) -> Option<usize> {
    let places = get().places.get(word)?;
    places.iter().find(|(of, _)| *of == list as u8).map(|(_, at)| usize::from(*at))
}

impl super::Lexicon {
    /// The first word of a group of a list.
    pub fn first_of(&self, list: List, group: usize) -> Option<&'static str> {
        self.lists[list as usize].split('|').nth(group)?.split(';').next()
    }
}

#[cfg(all(test, feature = "embedded-lexicon"))]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_the_lists_in_their_order() {
        let lines = include_str!("data/lists.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let written: Vec<String> =
            lines.filter_map(|line| line.split_once(':')).map(|(name, _)| name.replace('-', "")).collect();
        assert_eq!(written, List::names());
    }

    #[test]
    fn the_file_of_closed_classes_has_them_in_their_order() {
        let lines = include_str!("data/closed.txt").lines();
        let names = lines.filter_map(|line| line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')));
        let written: Vec<String> = names.map(|name| name.replace('-', "")).collect();
        assert_eq!(written, crate::lexicon::Class::names()[..crate::lexicon::Class::CLOSED]);
    }

    #[test]
    fn hedges_are_no_longer_than_is_looked_for() {
        let longest = |list: List| {
            let words = get().lists[list as usize].split(['|', ';']).map(|hedge| hedge.split(' ').count());
            words.max().unwrap_or_default()
        };
        assert!(longest(List::Hedges) <= 5, "quantity.rs looks at five words before a figure");
        assert!(longest(List::HedgesBehind) <= 3, "and at three behind it");
    }

    #[test]
    fn words_are_looked_up_whole() {
        assert!(among("among", List::Between));
        assert!(!among("amon", List::Between));
        assert!(!among("", List::Between));
        assert!(among("", List::Although), "a clause without a joint");
    }
}
