import Words

/// When to send again what may go through then.
extension Failure {
    func rateAdvice(_ scene: AdviceScene) -> Phrase {
        let byItself = byItself(scene)
        if let waiting {
            return Phrase(
                english: "Wait \(waiting), then \(scene.thenAgain)\(byItself).",
                chinese: "等\(waiting)，再\(scene.thenAgain)\(byItself)。")
        }
        let start = Phrase(
            english: "Wait a little, then \(scene.thenAgain)", chinese: "过一会儿再\(scene.thenAgain)")
        if case .commandLine = scene.place { return (start + byItself).closed }
        return Phrase(
            english: "\(start); fewer lanes at once help too.", chinese: "\(start)；同时少开几列也有用。")
    }

    func serverAdvice(_ scene: AdviceScene) -> Phrase {
        let byItself = byItself(scene)
        guard let waiting else {
            return Phrase(
                english: "The service has trouble; \(scene.thenAgain) in a while\(byItself).",
                chinese: "服务商出了问题；过一会儿再\(scene.thenAgain)\(byItself)。")
        }
        return Phrase(
            english:
                "The service has trouble; wait \(waiting), then \(scene.thenAgain)\(byItself).",
            chinese: "服务商出了问题；等\(waiting)，再\(scene.thenAgain)\(byItself)。")
    }

    /// Whether another try is offered: before anything of an answer had come.
    private var mayPass: Bool {
        guard kind != .stream, let status else { return false }
        return [408, 409, 429].contains(status) || status >= 500
    }

    private func byItself(_ scene: AdviceScene) -> Phrase {
        mayPass ? scene.byItself(after: retryAfterMilliseconds ?? 0) : .empty
    }

    /// `nil` where the server names no time, or none that there is to wait.
    private var waiting: Phrase? {
        guard let time = retryAfterMilliseconds, time > 0 else { return nil }
        if time >= RetryAfter.most {
            return Phrase(english: "a day or longer", chinese: "一天或更久")
        }
        let seconds = time / 1000 + (time % 1000 > 0 ? 1 : 0)
        if seconds < 120 { return Phrase(english: "\(seconds) s", chinese: " \(seconds) 秒") }
        let minutes = (seconds - 1) / 60 + 1
        guard minutes >= 180 else {
            return Phrase(english: "\(minutes) min", chinese: " \(minutes) 分钟")
        }
        let hours = (minutes - 1) / 60 + 1
        return Phrase(english: "\(hours) h", chinese: " \(hours) 小时")
    }
}
