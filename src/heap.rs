//! The memory of the WebAssembly module.
//!
//! The standard allocator keeps track of neighbours to join and split blocks. Here lists of a few dozen sizes do: a block that is given back
//! waits for the next request of its size. That is a few instructions a call and a tenth of the code. It suits a checker, which asks for the
//! same small sizes again with every claim; what it costs is that memory once cut to a size stays of that size.

use std::alloc::{GlobalAlloc, Layout};
use std::cell::UnsafeCell;
use std::ptr;

/// Every block begins at a multiple of this and is as long as a multiple of it. Nothing in the module needs to be aligned more strictly.
const GRAIN: usize = 16;
/// Up to this many grains each size has a list of its own; above it there are as many sizes from one power of two to the next.
const STEPS: usize = 4;
/// The number of lists: enough for 32 bits.
const CLASSES: usize = 112;
/// Memory is taken from the host in pieces of at least this size.
const PIECE: usize = 1 << 18;

/// The list that blocks of a size are kept in.
fn class_of(size: usize) -> usize {
    let last = size.div_ceil(GRAIN).max(1) - 1;
    if last < STEPS {
        return last;
    }
    let shift = (last / STEPS).ilog2() as usize;
    (shift << 2) + (last >> shift)
}

/// The size of the blocks in a list.
fn size_of(class: usize) -> usize {
    if class < STEPS {
        return (class + 1) * GRAIN;
    }
    let shift = class / STEPS - 1;
    ((class % STEPS + STEPS + 1) << shift) * GRAIN
}

/// What a waiting block holds in its first bytes: the next one of its size.
struct Waiting {
    next: *mut Waiting,
}

struct State {
    waiting: [*mut Waiting; CLASSES],
    /// The part of the last piece that was not handed out yet.
    free: usize,
    end: usize,
}

/// An allocator for a single thread.
pub struct Heap(UnsafeCell<State>);

// SAFETY: a module for wasm32-unknown-unknown without the atomics feature has one thread.
unsafe impl Sync for Heap {}

impl Heap {
    pub const fn new() -> Heap {
        Heap(UnsafeCell::new(State { waiting: [ptr::null_mut(); CLASSES], free: 0, end: 0 }))
    }
}

// SAFETY: blocks are cut from fresh memory of the module and handed out to one owner at a time: those that wait are in exactly one list, that
// of their size. Each is at least as long as asked for and begins at a multiple of `GRAIN`.
unsafe impl GlobalAlloc for Heap {
    #[inline(never)]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if layout.align() > GRAIN {
            return ptr::null_mut();
        }
        let class = class_of(layout.size());
        // SAFETY: there is one thread, and nothing below calls back into the allocator, so this is the only reference. A waiting block is
        // nobody else's, and long enough for a pointer.
        unsafe {
            let state = &mut *self.0.get();
            let first = state.waiting[class];
            if !first.is_null() {
                state.waiting[class] = (*first).next;
                return first.cast();
            }
            let size = size_of(class);
            if state.end - state.free < size && !state.grow(size) {
                return ptr::null_mut();
            }
            let start = state.free;
            state.free += size;
            start as *mut u8
        }
    }

    #[inline(never)]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        let class = class_of(layout.size());
        let block: *mut Waiting = block.cast();
        // SAFETY: as above; the caller gives the block back, and with the size that it was asked for.
        unsafe {
            let state = &mut *self.0.get();
            (*block).next = state.waiting[class];
            state.waiting[class] = block;
        }
    }

    #[inline(never)]
    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if class_of(size) == class_of(layout.size()) {
            return block;
        }
        // SAFETY: the caller sees to it that `size` is a valid one. The two blocks are different ones, and each is as long as the part that
        // is copied.
        unsafe {
            let new = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !new.is_null() {
                ptr::copy_nonoverlapping(block, new, layout.size().min(size));
                self.dealloc(block, layout);
            }
            new
        }
    }
}

impl State {
    /// Takes a piece of memory from the host that holds at least `size` bytes. False where there is none.
    fn grow(&mut self, size: usize) -> bool {
        const PAGE: usize = 1 << 16;
        let pages = size.max(PIECE).div_ceil(PAGE);
        let before = core::arch::wasm32::memory_grow(0, pages);
        if before == usize::MAX {
            return false;
        }
        let start = before * PAGE;
        // As nobody else asks for memory, a piece follows the one before it, and what is left of that is not lost.
        if start != self.end {
            self.free = start;
        }
        self.end = start + pages * PAGE;
        true
    }
}
