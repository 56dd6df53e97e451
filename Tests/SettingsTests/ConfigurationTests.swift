import Foundation
import TOML
import Testing
import Words

@testable import Settings

struct ConfigurationTests {
    @Test func everySettingIsRead() {
        let read = ConfigurationFile.read(
            """
            provider = "ppio"
            model = "deepseek/deepseek-r1-turbo"
            base_url = "https://api.ppio.com/openai"
            theme = "light"
            library = "/data/library.sqlite"
            mouse = false
            language = "zh-CN"

            [keys]
            "answer.stop" = ["<c-c>", "<esc>"]
            session.new = "<c-n>"

            [providers.ppio]
            key_command = ["pass", "show", "ppio"]

            [providers.here]
            extends = "generic"
            title = "Here"
            base_url = "http://127.0.0.1:8000/v1"
            model = "tiny"
            key_env = "HERE_KEY"
            """
        )
        #expect(read.complaints == [])
        let configuration = read.configuration
        #expect(configuration.provider == "ppio")
        #expect(configuration.model == "deepseek/deepseek-r1-turbo")
        #expect(configuration.baseURL == "https://api.ppio.com/openai")
        #expect(configuration.theme == "light")
        #expect(configuration.library == "/data/library.sqlite")
        #expect(configuration.mouse == false)
        #expect(configuration.language == .chinese)
        #expect(configuration.keys.map(\.command) == ["answer.stop", "session.new"])
        #expect(configuration.keys.map(\.keys) == [["<c-c>", "<esc>"], ["<c-n>"]])
        #expect(configuration.choice(for: "ppio")?.keyCommand == ["pass", "show", "ppio"])
        let here = configuration.choice(for: "here")
        #expect(here?.extends == "generic")
        #expect(here?.title == "Here")
        #expect(here?.baseURL == "http://127.0.0.1:8000/v1")
        #expect(here?.model == "tiny")
        #expect(here?.keyVariable == "HERE_KEY")
    }

    @Test func aLanguageThatIsNotThereIsToldInEveryOther() {
        let read = ConfigurationFile.read("language = \"de\"", file: "c.toml")
        #expect(read.configuration.language == nil)
        let sentence = read.complaints.first?.sentence
        #expect(sentence?.english == "c.toml:1:12: there is no language `de`; there are en, zh")
        #expect(sentence?.chinese == "c.toml:1:12：没有语言 `de`；有 en、zh")
    }

    @Test func aWrongValueIsToldAndTheRestCounts() {
        let text = """
            provider = 7
            modle = "x"
            theme = "light"
            [keys]
            "answer.stop" = [1]
            [providers]
            ppio = "x"
            [providers.here]
            key = "sk-…"
            """
        let read = ConfigurationFile.read(text, file: "config.toml")
        #expect(!read.isBroken)
        #expect(read.configuration.theme == "light")
        let complaints = read.complaints.map(\.description)
        #expect(complaints.contains("config.toml:1:12: provider is a text in quotes, not a number"))
        #expect(
            complaints.contains(
                "config.toml:2:1: there is no setting `modle`; perhaps `model` is meant"))
        #expect(complaints.contains("config.toml:5:17: answer.stop is a list of texts"))
        #expect(complaints.contains("config.toml:7:8: ppio is a table: write [ppio]"))
        #expect(
            complaints.contains { $0.hasPrefix("config.toml:9:1: there is no setting of a pro") })
        #expect(complaints.count == 5)
    }

    @Test func aBrokenFileIsToldAndDefaultsStandInAndTheFileStays() throws {
        try withTemporaryFolder { folder in
            let file = folder + "/config.toml"
            try write("theme = \"light\"\nmodel = ", to: file)
            let read = ConfigurationFile.load(file)
            #expect(read.isBroken)
            var usual = Configuration()
            usual.broken = read.complaints.first
            #expect(read.configuration == usual)
            #expect(
                read.complaints.map(\.description) == [
                    "\(file):2:9: expected a value, found the end of the file"
                ]
            )
            #expect(try String(contentsOfFile: file, encoding: .utf8).hasSuffix("model = "))
        }
    }

    @Test func noFileIsNoComplaint() {
        let read = ConfigurationFile.load("/nowhere/config.toml")
        #expect(read.complaints == [])
        #expect(read.configuration == Configuration())
    }

    @Test func whatIsNoTextIsToldWithItsPlace() throws {
        try withTemporaryFolder { folder in
            let file = folder + "/config.toml"
            try Data([0x61, 0x0A, 0xE6, 0xB8, 0xA9, 0xFF]).write(to: URL(filePath: file))
            let read = ConfigurationFile.load(file)
            #expect(read.complaints.map(\.description) == ["\(file):2:2: this is no UTF-8 text"])
            #expect(ConfigurationFile.load(folder).isBroken)
        }
    }

    @Test func foldersFollowTheXDGSpecification() {
        let plain = Folders { $0 == "HOME" ? "/home/me" : nil }
        #expect(plain.configurationFile == "/home/me/.config/fader/config.toml")
        #expect(plain.libraryFile == "/home/me/.local/share/fader/library.sqlite")
        #expect(plain.state == "/home/me/.local/state/fader")
        let relative = Folders { $0 == "HOME" ? "/home/me" : "somewhere" }
        #expect(relative == plain)
        let own = Folders { $0 == "XDG_DATA_HOME" ? "/data" : "/home/me" }
        #expect(own.libraryFile == "/data/fader/library.sqlite")
    }

    @Test func theNetworkHasItsSettings() {
        let read = ConfigurationFile.read(
            """
            [network]
            connect = 5
            silence = 0.5
            proxy = ""
            certificates = "/etc/ssl/mine.pem"
            """)
        #expect(read.complaints.isEmpty)
        #expect(read.configuration.network.connect == 5)
        #expect(read.configuration.network.silence == 0.5)
        #expect(read.configuration.network.headers == nil)
        #expect(read.configuration.network.proxy == "")
        #expect(read.configuration.network.certificates == "/etc/ssl/mine.pem")
    }

    @Test(arguments: ["0", "-1", "86401", "\"5\"", "inf", "[5]"])
    func aTimeIsANumberOfSeconds(value: String) {
        let read = ConfigurationFile.read("[network]\n\n  headers = \(value)\n")
        #expect(read.configuration.network.headers == nil)
        #expect(read.complaints.count == 1)
        #expect(read.complaints.first?.position?.line == 3)
    }

    @Test func aSettingOfTheNetworkThatIsNoneIsTold() {
        let read = ConfigurationFile.read("[network]\nsilents = 5\n")
        #expect(read.complaints.count == 1)
    }
}
