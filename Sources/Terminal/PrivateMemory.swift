import CNcurses

/// Keeps keys and conversations in memory from core files and from other processes' eyes.
///
/// To be called first of all. That no core file is written holds for children too.
package func keepMemoryPrivate() {
    cn_keep_memory_private()
}
