import ScreenKit

/// Copying what is selected or shown.
extension Command {
    static let ofCopying = [copy, copyAs]

    package static let copy = Command(
        "answer.copy", .copyShown, .reading, keys: ["y"], .copyShownHelp
    ) { $0.copyWhatIsShown() }

    package static let copyAs = Command(
        "copy.as", .copyAs, keys: ["<a-C>"], .copyAsHelp
    ) { $0.chooseCopyForm() }
}
