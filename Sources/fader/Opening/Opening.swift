/// What `fader` and `fader open` were asked to show.
struct Opening: Equatable {
    var choices = Choices()
    var session: String?
    var isNew = false
    var prompt: String?
    var theme: String?
    /// Each `PROVIDER/MODEL`.
    var lanes: [String] = []
}
