extension Delta {
    /// What one chunk's data says, on its own: for showing an event again, not for folding, since
    /// half characters are not joined with their neighbours'. `nil` when it is no JSON.
    package init?(chunk data: String) {
        var data = data
        let read = data.withUTF8 { bytes in
            var repeats = RepeatedTexts()
            return try? ChunkReader.read(bytes, repeats: &repeats)
        }
        guard let read else { return nil }
        self = read.delta
    }
}
