import ChatCompletions
import Support
import Testing

struct KeyTests {
    private static let canary = "sk-canary-7f3a9e2b1c"

    @Test func aDryRunShowsTheRequestAndNoKeyAndSendsNothing() async throws {
        let desk = try CommandDesk()
        let run = try await desk.run(
            "send", "--provider", "ppio", "--dry-run", "-p", "temperature=0.5", "Hi",
            environment: ["PPIO_API_KEY": Self.canary]
        )
        #expect(run.status == 0)
        #expect(run.text.hasPrefix("POST https://api.ppinfra.com/v3/openai/chat/completions\n"))
        #expect(run.text.contains("Authorization: Bearer •••\n"))
        #expect(run.text.contains("\"temperature\":0.5"))
        #expect(!run.text.contains(Self.canary))
        #expect(try desk.allBytes() == [])
    }

    @Test func aDryRunAsCurlTakesTheKeyFromItsVariable() async throws {
        let run = try await CommandDesk().run(
            "send", "--provider", "ppio", "--dry-run", "--curl", "It's",
            environment: ["PPIO_API_KEY": Self.canary]
        )
        #expect(run.text.hasPrefix("curl "))
        #expect(run.text.contains("-H \"Authorization: Bearer $PPIO_API_KEY\""))
        #expect(run.text.contains(#"It'\''s"#))
        #expect(!run.text.contains(Self.canary))
    }

    @Test func theKeyReachesItsServerAndNothingElse() async throws {
        let provider = try TestProvider(Streams.answer(["your key is \(Self.canary), ha"]))
        let desk = try CommandDesk()
        for form in [["--json"], ["--raw"], []] {
            let run = try await desk.run(
                ["send", "--base-url", provider.baseURL, "--model", "tiny"] + form + ["Hi"],
                environment: ["FADER_API_KEY": Self.canary]
            )
            #expect(run.status == 0)
            #expect(!run.text.contains(Self.canary))
            #expect(!run.errors.contains(Self.canary))
        }
        let sent = await provider.request()
        #expect(sent.value(of: "Authorization") == "Bearer \(Self.canary)")
        let session = try await desk.run("sessions", "list")
        #expect(!session.text.isEmpty)
        #expect(!contains(try desk.allBytes(), Self.canary))
    }

    @Test func aKeyOfAProviderGoesToNoOtherHost() async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        let run = try await CommandDesk().run(
            "send", "--provider", "ppio", "--base-url", provider.baseURL, "Hi",
            environment: ["PPIO_API_KEY": Self.canary]
        )
        #expect(run.status == 0)
        #expect(await provider.request().value(of: "Authorization") == nil)
    }

    @Test func anotherVariableIsUsedWhenItIsNamed() async throws {
        let provider = try TestProvider(Streams.answer(["ok"]))
        _ = try await CommandDesk().send(
            to: provider, "--key-env", "MINE", "Hi",
            environment: ["MINE": Self.canary, "FADER_API_KEY": "other"]
        )
        #expect(await provider.request().value(of: "Authorization") == "Bearer \(Self.canary)")
    }

    @Test func theDoctorTellsWhereAKeyIsAndNotWhat() async throws {
        let run = try await CommandDesk().run(
            "doctor",
            environment: ["PPIO_API_KEY": Self.canary, "TERM": "xterm"]
        )
        #expect(run.text.contains("PPIO_API_KEY"))
        #expect(!run.text.contains(Self.canary))
    }

    private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        bytes.split(separator: Array(text.utf8), maxSplits: 1, omittingEmptySubsequences: false)
            .count > 1
    }
}
