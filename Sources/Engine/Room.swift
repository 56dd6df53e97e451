// The room of Engine; see Docs/Architecture.md.
