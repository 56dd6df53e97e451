import ChatCompletions
import Words

// What other rooms say, in English, until the workbench asks its surroundings for the language.
// Each goes when its callers take the phrase; with the last, `ChatCompletions/EnglishForNow.swift`.

extension Failure {
    var sentence: String { sentenceToBe.english }
    func advice(in scene: AdviceScene) -> String { (advice(in: scene) as Phrase).english }
}

extension Finding { var sentence: String { sentenceToBe.english } }
extension RequestProblem { var sentence: String { sentenceToBe.english } }
extension ParameterProblem { var sentence: String { sentenceToBe.english } }
extension AnswerRemark { var sentence: String { sentenceToBe.english } }
extension Attachments { var words: String { wordsToBe.english } }
extension ParameterSpec { var hint: String { hintToBe.english } }
