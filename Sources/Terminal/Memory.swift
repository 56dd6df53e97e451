import CNcurses

/// Keeps keys and conversations in memory from core files and from other processes' eyes.
///
/// To be called first of all. That no core file is written holds for children too.
package func keepMemoryPrivate() {
    cn_keep_memory_private()
}

/// Has large blocks go back to the system at once: what a server made large must not stay so.
package func keepMemorySmall() {
    cn_keep_memory_small()
}

/// Returns to the system what the allocator keeps after a burst; takes about a millisecond.
package func giveBackMemory() {
    cn_give_back_memory()
}
