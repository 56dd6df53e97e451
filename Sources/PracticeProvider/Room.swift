// The room of PracticeProvider; see Docs/Architecture.md.
