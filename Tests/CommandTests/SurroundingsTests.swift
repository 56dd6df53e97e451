import ChatCompletions
import Foundation
import Support
import Testing

struct SurroundingsTests {
    @Test func aBrokenConfigurationIsToldByLineAndColumn() async throws {
        let desk = try CommandDesk()
        try desk.writeConfiguration("provider = \"practice\"\ntheme = [1,}\n")
        let place = "\(desk.configuration.path):2:12: expected a value, found `}`"
        let sent = try await desk.run("send", "Hi")
        #expect(sent.status == 2)
        #expect(sent.errors.contains(place))
        let doctor = try await desk.run("doctor", environment: ["TERM": "xterm"])
        #expect(doctor.status == 1)
        #expect(doctor.text.contains(place))
        #expect(try String(contentsOf: desk.configuration, encoding: .utf8).contains("[1,}"))
    }

    @Test func aMisspeltSettingIsToldAndTheRestCounts() async throws {
        let desk = try CommandDesk()
        try desk.writeConfiguration(
            """
            provider = "here"
            modle = "x"
            [providers.here]
            base_url = "http://127.0.0.1:9/v1"
            model = "tiny"
            """
        )
        let run = try await desk.run("send", "--dry-run", "Hi")
        #expect(run.status == 0)
        #expect(run.errors.contains("config.toml:2:1: there is no setting `modle`"))
        #expect(run.text.hasPrefix("POST http://127.0.0.1:9/v1/chat/completions\n"))
        #expect(run.text.contains("\"model\":\"tiny\""))
    }

    @Test func theDoctorIsContentHere() async throws {
        let run = try await CommandDesk().run("doctor", environment: ["TERM": "xterm"])
        #expect(run.status == 0, "\(run.text)")
        #expect(run.text.contains("libcurl/"))
    }

    /// What the workbench complains of at its start, the doctor finds.
    @Test func theDoctorLooksAtKeysToo() async throws {
        let desk = try CommandDesk()
        try desk.writeConfiguration("[keys]\nsned = \"<c-s>\"\n")
        let doctor = try await desk.run("doctor", environment: ["TERM": "xterm"])
        #expect(doctor.status == 1)
        #expect(doctor.text.contains("sned"), "\(doctor.text)")
    }

    @Test func providersAreListedAndShown() async throws {
        let desk = try CommandDesk()
        let list = try JSONValue(parsing: await desk.run("providers", "list", "--json").output)
        let names = list.array?.compactMap { $0["id"]?.string } ?? []
        for name in ["practice", "generic", "neolink", "coreshub", "lanrui", "ppio"] {
            #expect(names.contains(name))
        }
        let shown = try await desk.run("providers", "show", "neolink", "--json")
        let neolink = try JSONValue(parsing: shown.output)
        let temperature = neolink["parameters"]?.array?.first { $0["name"] == "temperature" }
        #expect(temperature?["default"]?.double == 0.7)
        #expect(temperature?["type"] == "number")
        let stop = neolink["parameters"]?.array?.first { $0["name"] == "stop" }
        #expect(stop?["max"] == 1)
        #expect(stop?["stays_in_answer"] == false)
        #expect(neolink["streaming"] == "undocumented")
        #expect(neolink["stream_usage"] == "never")
        #expect(neolink["reasoning_history"] == "stripped")
        #expect(neolink["reasoning"] == .null)
        #expect(neolink["prices"] == .null)
        #expect(try await desk.run("providers", "show", "neolink").text.contains("temperature"))
    }

    @Test(arguments: Provider.all.map(\.id))
    func aDialectIsShownInEightyColumns(id: String) async throws {
        let run = try await CommandDesk().run("providers", "show", id)
        #expect(run.status == 0)
        // An address stays whole, so that it can be copied.
        for line in run.text.split(separator: "\n") where !line.contains("https://") {
            #expect(line.count <= 80, "\(line)")
        }
    }

    @Test func chineseWordsOfADialectAreShownInEightyColumns() async throws {
        let desk = try CommandDesk()
        let hint = String(repeating: "温度越高，回答越出人意料。", count: 8)
        try desk.writeConfiguration(
            """
            [providers."塔"]
            title = "塔上的机器"
            base_url = "https://tower.example/v1"
            parameters.temperature.hint = "\(hint)"
            """)
        let run = try await desk.run("providers", "show", "塔")
        #expect(run.errors == "")
        let lines = run.text.split(separator: "\n")
        #expect(lines.first == "塔, 塔上的机器")
        #expect(lines.filter { $0.contains("温度") }.count > 2)
        for line in lines {
            let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            #expect(columns <= 80, "\(line)")
        }
        #expect(run.text.filter { !" \n".contains($0) }.contains(hint))
        let list = try await desk.run("providers", "list")
        let row = list.text.split(separator: "\n").first { $0.hasPrefix("塔") }
        #expect(row?.contains("no key") == true)
    }
}
