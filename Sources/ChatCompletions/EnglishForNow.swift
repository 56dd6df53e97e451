package import Words

// For `Workbench/EnglishForNow.swift`, which hides the properties of these names; both go together.

extension Failure { package var sentenceToBe: Phrase { sentence } }
extension Finding { package var sentenceToBe: Phrase { sentence } }
extension RequestProblem { package var sentenceToBe: Phrase { sentence } }
extension ParameterProblem { package var sentenceToBe: Phrase { sentence } }
extension AnswerRemark { package var sentenceToBe: Phrase { sentence } }
extension Attachments { package var wordsToBe: Phrase { words } }
extension ParameterSpec { package var hintToBe: Phrase { hint } }
