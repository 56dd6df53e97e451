import ChatCompletions
import Foundation
import Support
import Testing

/// The commands speak the language that was chosen: on the command line, else in the
/// configuration, else by the locale.
struct LanguageTests {
    private let unknown = ["send", "--provider", "nowhere", "Hi"]

    @Test func theLocaleDecidesWhereNobodyElseDoes() async throws {
        let desk = try CommandDesk()
        let english = try await desk.run(unknown)
        #expect(english.errors.contains("there is no provider nowhere"))
        for locale in ["zh_CN.UTF-8", "zh_TW.UTF-8", "zh_HK.UTF-8"] {
            let chinese = try await desk.run(unknown, environment: ["LC_ALL": locale])
            #expect(chinese.errors.contains("没有服务商 nowhere"), "\(locale)")
            #expect(chinese.status == english.status)
        }
        let other = try await desk.run(unknown, environment: ["LC_ALL": "", "LANG": "zh_CN"])
        #expect(other.errors.contains("没有服务商 nowhere"))
    }

    @Test func theConfigurationStandsAboveTheLocale() async throws {
        let desk = try CommandDesk()
        try desk.configure("language = \"zh\"")
        #expect(try await desk.run(unknown).errors.contains("没有服务商 nowhere"))
        try desk.configure("language = \"en\"")
        let run = try await desk.run(unknown, environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(run.errors.contains("there is no provider nowhere"))
    }

    @Test func theCommandLineStandsAboveAll() async throws {
        let desk = try CommandDesk()
        try desk.configure("language = \"en\"")
        for option in [["--language", "zh"], ["--language=zh-CN"]] {
            #expect(try await desk.run(unknown + option).errors.contains("没有服务商 nowhere"))
        }
        let quoted = try await desk.run(["send", "--provider", "nowhere", "--", "--language=zh"])
        #expect(quoted.errors.contains("there is no provider nowhere"))
    }

    @Test func theLanguageMayStandBeforeTheCommand() async throws {
        let desk = try CommandDesk()
        for option in [["--language", "zh"], ["--language=zh"]] {
            #expect(try await desk.run(option + unknown).errors.contains("没有服务商 nowhere"))
        }
        let run = try await desk.run(["--language", "zh", "library", "path"])
        #expect(run.status == 0)
    }

    @Test func aLanguageThatIsNotThereIsRefused() async throws {
        let run = try await CommandDesk().run(unknown + ["--language", "de"])
        #expect(run.status == 2)
        #expect(run.errors.contains("--language de: there are en and zh."))
    }

    @Test func helpIsInChineseToo() async throws {
        let desk = try CommandDesk()
        for command in [[], ["send"], ["sessions", "list"], ["library"], ["providers", "check"]] {
            let run = try await desk.run(command + ["--help", "--language", "zh"])
            #expect(run.status == 0)
            #expect(run.text.contains("用法：fader"))
            #expect(run.text.contains("显示帮助。"))
            for heading in ["OVERVIEW", "USAGE", "OPTIONS", "SUBCOMMANDS", "Show help"] {
                #expect(!run.text.contains(heading), "\(command) \(heading)")
            }
        }
    }

    @Test func whatTheArgumentParserSaysOfDefaultsIsChineseInItsPlace() async throws {
        let desk = try CommandDesk()
        let whole = try await desk.run(["--help"], environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(whole.text.contains("  open（默认）            打开工作台（不带命令也行）。"))
        let practice = try await desk.run("practice", "--help", "--language", "zh")
        #expect(practice.text.contains("端口；0 表示由系统选。（默认：0）"))
    }

    @Test func whatTheArgumentParserComplainsOfIsInChineseToo() async throws {
        let desk = try CommandDesk()
        let zh = ["LC_ALL": "zh_CN.UTF-8"]
        let unknown = try await desk.run(["send", "--nosuch"], environment: zh)
        #expect(unknown.errors.contains("没有选项 '--nosuch'"))
        #expect(unknown.errors.contains("看更多。"))
        let missing = try await desk.run(["sessions", "show"], environment: zh)
        #expect(missing.errors.contains("缺少参数 '<id>'"))
        let value = try await desk.run(["practice", "--port", "x"], environment: zh)
        #expect(value.errors.contains("不能是 'x'"))
        #expect([unknown.status, missing.status, value.status] == [2, 2, 2])
    }

    @Test func aFailureAndItsAdviceAreInChinese() async throws {
        let run = try await CommandDesk().run(
            ["send", "--base-url", "http://127.0.0.1:9/v1", "--model", "m", "Hi"],
            environment: ["LC_ALL": "zh_CN.UTF-8"])
        #expect(run.status == 1)
        #expect(run.errors.contains("没有连上：服务器 127.0.0.1:9 拒绝了连接。"))
        #expect(run.errors.contains("启动服务器，或检查接口地址（--base-url，"))
        #expect(run.errors.contains("）里的端口。"))
    }

    @Test func thePracticeProviderRepliesInChinese() async throws {
        let run = try await CommandDesk().run(
            ["send", "--model", "nosuch", "--language", "zh", "Hi"])
        #expect(run.errors.contains("模型 'nosuch' 不存在"))
        #expect(run.errors.contains("检查模型名"))
    }

    @Test func theDoctorSpeaksChinese() async throws {
        let run = try await CommandDesk().run("doctor", "--language", "zh")
        #expect(run.text.contains("语言"))
        #expect(run.text.contains("中文（zh）"))
        #expect(!run.text.contains("WRONG"))
    }

    @Test func whatProgramsReadIsEnglishWhateverPeopleRead() async throws {
        let arguments = [
            "send", "--base-url", "http://127.0.0.1:9/v1", "--model", "m", "--json", "Hi",
        ]
        let run = try await CommandDesk().run(
            arguments, environment: ["LC_ALL": "zh_CN.UTF-8"])
        let report = try JSONValue(parsing: run.output)
        #expect(
            report["error"]?["message"]?.string
                == "nothing answers at 127.0.0.1:9: connection refused")
    }
}

extension CommandDesk {
    fileprivate func configure(_ text: String) throws {
        try FileManager.default.createDirectory(
            at: configuration.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: configuration)
    }
}
