import Testing

/// Programs on real terminals, one after the other: a machine has few cores.
@Suite(.serialized) enum TerminalSuite {}
