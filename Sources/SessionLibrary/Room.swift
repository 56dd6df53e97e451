// The room of SessionLibrary; see Docs/Architecture.md.
