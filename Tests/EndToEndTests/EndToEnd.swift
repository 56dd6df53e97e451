import Testing

/// The real binary in a real terminal, one after the other: a machine has few cores.
@Suite(.serialized) enum EndToEnd {}
