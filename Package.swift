// swift-tools-version: 6.1
import PackageDescription

/// Every target is built alike: Swift 6 mode, and the features that make imports and existentials
/// say what they mean (see Docs/Architecture.md, "Laws of the house").
let houseRules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [])
    -> Target
{
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: houseRules)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [],
    resources: [Resource] = []
) -> Target {
    .testTarget(
        name: name,
        dependencies: dependencies,
        exclude: exclude,
        resources: resources,
        swiftSettings: houseRules
    )
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
/// SQLite's own functions, of which GRDB shows some only.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "fader",
    products: [
        .library(name: "ChatCompletions", targets: ["ChatCompletions"]),
        .library(name: "Conversations", targets: ["Conversations"]),
        .library(name: "ChatClient", targets: ["ChatClient"]),
        .library(name: "SessionLibrary", targets: ["SessionLibrary"]),
        .library(name: "Words", targets: ["Words"]),
        .executable(name: "fader", targets: ["fader"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.0"),
    ],
    targets: [
        .target(
            name: "CNcurses",
            cSettings: [
                .define("_XOPEN_SOURCE_EXTENDED"), .define("NCURSES_WIDECHAR", to: "1"),
                .define("_GNU_SOURCE"),
            ],
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
        ),
        .target(name: "CCurl", cSettings: [.define("_GNU_SOURCE")]),
        // For the program alone: who depends on a library of ours may need what this leaves out.
        .target(name: "CNoLocales", publicHeadersPath: "."),
        .target(name: "CZlib", cSettings: [.define("_GNU_SOURCE")]),

        room("Words"),
        room("TOML", ["Words", "ChatCompletions"]),
        room("ScreenKit"),
        room("ChatCompletions", ["Words", "CZlib"]),
        room("Conversations", ["Words", "ChatCompletions"]),
        room("ChatClient", ["Words", "ChatCompletions", "TOML", "CCurl", logging]),
        room("SessionLibrary", ["Words", "Conversations", "ChatCompletions", grdb, sqlite]),
        room(
            "Sending",
            ["Words", "Conversations", "ChatCompletions", "ChatClient", "SessionLibrary"]),
        room("Workbench", ["Words", "ScreenKit", "Conversations", "ChatCompletions"]),
        room("Settings", ["Words", "ScreenKit", "ChatCompletions", "TOML"]),
        room("Terminal", ["Words", "ScreenKit", "CNcurses"]),
        room(
            "Engine",
            [
                "Words", "Workbench", "ScreenKit", "Conversations", "ChatCompletions", "ChatClient",
                "SessionLibrary", "Sending",
            ]
        ),
        room("Loopback"),
        room("PracticeProvider", ["Words", "ChatCompletions", flyingFox]),
        .executableTarget(
            name: "fader",
            dependencies: [
                "Words", "Engine", "Workbench", "ScreenKit", "Conversations", "ChatCompletions",
                "ChatClient",
                "SessionLibrary", "Sending",
                "Settings", "TOML", "Terminal", "PracticeProvider", "CNoLocales", arguments,
            ],
            swiftSettings: houseRules
        ),

        .target(
            name: "Support",
            dependencies: [
                "Loopback", "ScreenKit", "Conversations", "ChatCompletions", "Workbench", "Sending",
                "Engine",
            ],
            path: "Tests/Support",
            swiftSettings: houseRules
        ),
        // Recorded answers, ways to cut them, and the judge of what was made of them.
        .target(
            name: "Corpora",
            dependencies: ["ChatCompletions"],
            path: "Tests/Corpora",
            swiftSettings: houseRules
        ),
        .executableTarget(
            name: "fuzz",
            dependencies: ["Words", "ChatCompletions", "Corpora"],
            path: "Tests/Fuzz",
            swiftSettings: houseRules
        ),
        tests("WordsTests", ["Words"]),
        tests(
            "ScreenKitTests", ["ScreenKit", "Corpora"],
            exclude: ["Markdown/CommonMark-0.31.2.json", "Markdown/README.md"]),
        tests(
            "ChatCompletionsTests",
            ["Words", "ChatCompletions", "Corpora"],
            resources: [.copy("Corpora")]
        ),
        tests("ConversationsTests", ["Words", "Conversations", "ChatCompletions", "Corpora"]),
        tests(
            "ChatClientTests",
            [
                "Words", "ChatClient", "Conversations", "ChatCompletions", "Corpora", "Support",
                "client-example",
            ]
        ),
        // The program of Docs/Client.md.
        .executableTarget(
            name: "client-example",
            dependencies: ["Words", "ChatClient", "ChatCompletions"],
            path: "Tests/ClientExample",
            swiftSettings: houseRules
        ),
        tests(
            "SessionLibraryTests",
            ["Words", "SessionLibrary", "Conversations", "ChatCompletions", grdb],
            resources: [.copy("Golden")]
        ),
        .executableTarget(
            name: "LibraryProbe",
            dependencies: ["SessionLibrary", "Conversations", "ChatCompletions"],
            path: "Tests/LibraryProbe",
            swiftSettings: houseRules
        ),
        tests(
            "WorkbenchTests",
            ["Workbench", "ScreenKit", "Conversations", "ChatCompletions", "Corpora", "Support"],
            exclude: ["Transcripts"]
        ),
        // What the two libraries can do, for `make bench`.
        .executableTarget(
            name: "client-bench",
            dependencies: ["ChatClient", "ChatCompletions"],
            path: "Tests/ClientBench",
            swiftSettings: houseRules
        ),
        // What the workbench costs when there is much in it, for `make bench`.
        .executableTarget(
            name: "screen-bench",
            dependencies: [
                "Workbench", "ScreenKit", "Conversations", "ChatCompletions", "Support",
            ],
            path: "Tests/ScreenBench",
            swiftSettings: houseRules
        ),
        tests("SettingsTests", ["Words", "Settings", "ScreenKit", "ChatCompletions", "TOML"]),
        // A small program on the terminal, for the tests that need a real one.
        .executableTarget(
            name: "terminal-probe",
            dependencies: ["Words", "Terminal", "ScreenKit"],
            path: "Tests/TerminalProbe",
            swiftSettings: houseRules
        ),
        tests("TerminalTests", ["Terminal", "CNcurses", "ScreenKit", "Support", "terminal-probe"]),
        tests(
            "EngineTests",
            [
                "Words", "Engine", "Workbench", "ScreenKit", "Conversations", "ChatClient",
                "ChatCompletions", "SessionLibrary", "Sending", "Corpora", "Support",
            ]
        ),
        tests(
            "SendingTests",
            [
                "Words", "Sending", "Conversations", "ChatCompletions", "ChatClient",
                "SessionLibrary", "Support",
            ]),
        tests("LoopbackTests", ["Loopback"]),
        tests("PracticeProviderTests", ["Words", "PracticeProvider", "ChatCompletions"]),
        .executableTarget(
            name: "memory-probe", path: "Tests/MemoryProbe", swiftSettings: houseRules),
        tests(
            "CommandTests",
            [
                "Words", "memory-probe", "fader", "Conversations", "ChatCompletions", "Corpora",
                "Support", "Terminal", "Workbench", arguments,
            ]),
        tests("EndToEndTests", ["Conversations", "ChatCompletions", "SessionLibrary", "Support"]),
    ]
)
