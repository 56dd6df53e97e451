// The room of Terminal; see Docs/Architecture.md.
