import Testing

extension EndToEnd.Reliability {
    /// Everything that one does in a conversation, by keys and mouse, on screens of three sizes and
    /// in both languages; what is seen at each step is held against `Transcripts`.
    @Suite(.enabled(if: Scale.isFull)) struct Tours {
        @Test(arguments: TourRow.all, TourStage.all)
        func whatIsSeenOnTheWayIsOnRecord(row: TourRow, stage: TourStage) async throws {
            let tour = try await Tour(row, on: stage)
            try await row.walk(tour)
            try tour.end()
        }
    }
}
