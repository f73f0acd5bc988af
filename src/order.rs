//! Sorting with little code.
//!
//! The standard library's sorts and ordered maps are compiled anew for every element type and weigh several kilobytes in the WebAssembly
//! module each time. The lists here are short, mostly a handful of items, and made once; for these less is as fast.

use std::cmp::Ordering;

/// Sorts a short list by a key; equal keys keep their order. Quadratic: for lists of a few dozen items at most.
pub fn by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && key(&list[at - 1]) > key(&list[at]) {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Sorts a list and leaves out what stands in it before.
pub fn unique<T: Ord>(list: &mut Vec<T>) {
    sort(list);
    list.dedup();
}

/// Sorts a list (Shell's sort: by insertion, first among items far apart). Equal items may change places.
pub fn sort<T: Ord>(list: &mut [T]) {
    let mut gap = list.len();
    while gap > 1 {
        gap = (gap * 5 / 11).max(1);
        for end in gap..list.len() {
            let mut at = end;
            while at >= gap && list[at - gap] > list[at] {
                list.swap(at - gap, at);
                at -= gap;
            }
        }
    }
}

/// The first `count` items in the order that `compare` gives; of equal items the earlier ones. Linear in the number of items.
pub fn first<T>(items: impl IntoIterator<Item = T>, count: usize, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut out: Vec<T> = Vec::new();
    for item in items {
        if out.len() == count && out.last().is_some_and(|last| compare(last, &item) != Ordering::Greater) {
            continue;
        }
        let mut at = out.len();
        while at > 0 && compare(&out[at - 1], &item) == Ordering::Greater {
            at -= 1;
        }
        out.insert(at, item);
        out.truncate(count);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_are_stable() {
        let mut list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        by_key(&mut list, |(number, _)| *number);
        assert_eq!(list, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        let best = first([(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')], 3, |a, b| a.0.cmp(&b.0));
        assert_eq!(best, [(1, 'b'), (1, 'd'), (2, 'a')]);
    }

    #[test]
    fn lists_of_any_length_are_sorted() {
        for length in 0..200u64 {
            let mut list: Vec<u64> = (0..length).map(|number| number * 7919 % 101).collect();
            let mut wanted = list.clone();
            wanted.sort_unstable();
            wanted.dedup();
            unique(&mut list);
            assert_eq!(list, wanted);
        }
    }
}
