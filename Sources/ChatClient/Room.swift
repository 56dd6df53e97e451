// The room of ChatClient; see Docs/Architecture.md.
