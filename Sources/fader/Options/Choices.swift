/// What the command line chose, as plain values. What is `nil` was left open.
struct Choices: Equatable {
    var provider: String?
    var baseURL: String?
    var model: String?
    var keyVariable: String?
    var library: String?
    var config: String?
    var records = true
}
