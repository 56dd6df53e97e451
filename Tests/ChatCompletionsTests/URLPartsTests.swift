import ChatCompletions
import Testing

@Suite struct URLPartsTests {
    @Test(arguments: [
        ("https://a.b", "https://a.b", ""), ("http://a.b:80/v1?x=1", "http://a.b", "/v1?x=1"),
        ("HTTP://A.b:8080", "http://a.b:8080", ""), ("https://[::1]:9/x", "https://[::1]:9", "/x"),
        ("https://a?b@c", "https://a", "?b@c"), ("http://1.2.3.4/", "http://1.2.3.4", "/"),
        ("https://x/a:b@c", "https://x", "/a:b@c"),
    ])
    func anAddressFallsIntoItsParts(url: String, origin: String, path: String) throws {
        let parts = try URLParts(url)
        #expect(parts.origin.description == origin)
        #expect(parts.path == path)
    }

    @Test(
        arguments: [
            ("ftp://a", .scheme), ("a.b", .scheme), ("https:/a", .scheme), ("//a", .scheme),
            ("https://user@a", .userInfo), ("https://u:p@a/", .userInfo),
            ("https://a@b@c", .userInfo),
            ("https://a b", .character), ("https://a\\b", .character), ("https://a\n", .character),
            (" https://a", .character), ("https://ä.de", .character),
            ("https://a\u{7F}", .character),
            ("https://", .host), ("https:///x", .host), ("https://.a", .host),
            ("https://a..b", .host),
            ("https://a%2eb", .host), ("https://[::1", .host), ("https://[a.b]", .host),
            ("https://[::1]x", .host), ("https://a:", .port), ("https://a:0", .port),
            ("https://a:65536", .port), ("https://a:+1", .port), ("https://a:1:2", .port),
            ("https://a:99999999999999999999", .port), ("https://a#@b", .fragment),
            ("https://a/x#y", .fragment),
        ] as [(String, URLParts.Problem)])
    func whatCouldBeReadInTwoWaysIsRefused(url: String, problem: URLParts.Problem) {
        #expect(throws: problem) { try URLParts(url) }
    }

    @Test func onlyPlainSpellingsAreTheOwnMachine() {
        for url in [
            "http://localhost:8080", "https://127.0.0.1", "http://127.8.9.10:1/x",
            "http://[::1]:8/",
            "http://LOCALHOST",
        ] { #expect(Provider.isLoopback(url), Comment(rawValue: url)) }
        for url in [
            "http://localhost.evil.io", "http://127.0.0.1.evil.io", "http://127.1", "http://0",
            "http://127.0.0.256", "http://127.0.0.+1", "http://128.0.0.1", "http://notlocalhost",
            "http://localhost@evil.io", "http://[::2]", "localhost:8080", "http://127..0.1",
        ] { #expect(!Provider.isLoopback(url), Comment(rawValue: url)) }
    }
}
