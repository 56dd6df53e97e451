import Glibc
import ScreenKit
import Terminal
import Words

/// A program that shows what arrives and dies in every way that a test asks for.
@main
enum Main {
    @MainActor static func main() {
        keepMemoryPrivate()
        do throws(TerminalProblem) {
            let screen = try Screen.open(faces: Subject.faces)
            let subject = Subject(screen: screen)
            subject.start()
            screen.run()
            exit(subject.status)
        } catch {
            print(error.sentence.english)
            exit(2)
        }
    }
}
