// The room of Workbench; see Docs/Architecture.md.
