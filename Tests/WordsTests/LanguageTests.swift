import Testing
import Words

struct LanguageTests {
    @Test(arguments: [
        "zh", "zh-CN", "zh_CN.UTF-8", "zh_TW.UTF-8", "zh-HK", "ZH", "zh.UTF-8", "zh@pinyin",
        "zh-Hans-SG", "Chinese", "中文",
    ])
    func chineseHasManyNames(name: String) {
        #expect(Language(named: name) == .chinese)
    }

    @Test(arguments: ["en", "en-US", "en_GB.UTF-8", "C", "C.UTF-8", "POSIX", "English"])
    func englishHasManyNamesToo(name: String) {
        #expect(Language(named: name) == .english)
    }

    @Test(arguments: ["", "de", "fr_FR.UTF-8", "zhx", "e", "english please", "-", "zz_ZH"])
    func whatWeDoNotSpeakHasNoLanguage(name: String) {
        #expect(Language(named: name) == nil)
    }

    @Test func everyLanguageIsCalledByItsCode() {
        for language in Language.allCases {
            #expect(Language(named: language.rawValue) == language)
        }
    }

    @Test func theLocaleIsReadInTheOrderOfPOSIX() {
        #expect(Language(locale: ["LANG": "zh_CN.UTF-8"]) == .chinese)
        #expect(Language(locale: ["LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US"]) == .english)
        #expect(Language(locale: ["LANG": "en_US", "LC_MESSAGES": "zh_CN"]) == .chinese)
        let all = ["LANG": "zh_CN", "LC_MESSAGES": "zh_CN", "LC_ALL": "C.UTF-8"]
        #expect(Language(locale: all) == .english)
        #expect(Language(locale: ["LANG": "zh_CN", "LC_CTYPE": "en_US"]) == .chinese)
    }

    @Test func anEmptyVariableCountsAsNotSet() {
        let empty = ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN.UTF-8"]
        #expect(Language(locale: empty) == .chinese)
        #expect(Language(locale: [:]) == .english)
    }

    @Test func aLocaleThatWeDoNotSpeakIsNotPassedOver() {
        #expect(Language(locale: ["LC_ALL": "de_DE.UTF-8", "LANG": "zh_CN"]) == .english)
    }
}
