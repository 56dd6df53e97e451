import Foundation
import Testing

/// The examples of CommonMark 0.31.2 say what a text means; where Fader reads one otherwise, its number
/// stands here, and the reason in Docs/Markdown.md.
struct CommonMarkTests {
    private struct Example: Decodable {
        let markdown: String
        let html: String
        let example: Int
        let section: String
    }

    @Test func theExamplesOfTheSpecificationMeanWhatTheySay() throws {
        let examples = try Self.examples()
        #expect(examples.count == 652)
        for example in examples {
            let isLater = Self.laterDefinitions.contains(example.example)
            let html = HTMLPrinter.html(example.markdown, knowsLaterDefinitions: isLater)
            let isSame = html == example.html
            if Self.others.contains(example.example) {
                #expect(!isSame, "\(example.example) is as specified: take it off the list")
            } else {
                if isLater { #expect(HTMLPrinter.html(example.markdown) != example.html) }
                #expect(
                    isSame,
                    "\(example.example) \(example.section)\n\(example.markdown)\n---\n\(html)")
            }
        }
    }

    @Test func everyDepartureHasItsReasonInTheDocs() throws {
        let page = try String(
            contentsOf: Self.folder.appending(path: "../../../Docs/Markdown.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }
        let told = rows.flatMap { row in
            row.split(separator: "|").last.map {
                $0.matches(of: /\d+/).compactMap { Int($0.output) }
            } ?? []
        }
        #expect(told.sorted() == (Self.laterDefinitions + Self.others).sorted())
    }

    /// A label is used before it is said where it leads. All else in these is as specified.
    private static let laterDefinitions = [
        23, 33, 203, 204, 214, 218, 527, 528, 529, 530, 531, 532, 533, 534, 535, 539,
        540, 542, 543, 549, 553, 554, 555, 556, 557, 558, 559, 560, 561, 562, 565, 566,
        568, 569, 570, 571, 573, 576, 577, 582, 583, 584, 585, 586, 587, 588, 589, 591,
        593,
    ]

    private static let others = [25, 193, 195, 196, 198, 208, 217, 541]

    private static func examples() throws -> [Example] {
        let file = folder.appending(path: "CommonMark-0.31.2.json")
        return try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
    }

    private static var folder: URL { URL(filePath: #filePath).deletingLastPathComponent() }
}
