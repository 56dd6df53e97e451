// The room of Settings; see Docs/Architecture.md.
