using SlrtBot.Bot.BotFramework;
using SlrtBot.TestKit.FakeConnector;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>
/// What the Bot Framework's own library says about the same tokens (docs/adr/0005): it accepts nothing that we do not
/// expect it to, and where the two differ, it stands here by name.
/// </summary>
public sealed class VendorTokensTests(VendorTokensTests.Both both) : IClassFixture<VendorTokensTests.Both>
{
    /// <summary>Forged, and taken by the library.</summary>
    private static readonly HashSet<string> TakenByTheVendor =
    [
        "nine thousand bytes, well signed",
        "two algs",
        "a key of 1024 bits",
        "no key's name",
        "a key's name that is null",
        "a key's name that is empty",
        "a key's name that is a number",
        "a key's name that is true",
        "a key's name that is a list",
        "a key's name that is an object",
        "a key's name of 4 kB",
        "a key's name with a line's end",
        "two keys' names",
        "a critical header",
        "a critical header with nothing in it",
        "a critical header that is null",
        "two issuers",
        "an emulator, version 1",
        "an emulator, version 2",
        "two audiences",
        "the audience twice in a list",
        "the audience twice",
        "a service in a list",
        "another service and then the right one",
        "an end as text",
        "two ends",
        "ended, and then another end",
        "a beginning as text",
    ];

    /// <summary>Genuine, and refused by the library.</summary>
    private static readonly HashSet<string> RefusedByTheVendor = ["the scheme in small letters"];

    public static TheoryData<string> Forged => [.. ForgedTokens.All.Select(t => t.Name)];

    public static TheoryData<string> Genuine => [.. GenuineTokens.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_forged_token_is_refused_by_us_and_by_the_vendor_unless_it_stands_here(string name)
    {
        // Arrange
        var header = ForgedTokens.Named(name).Header(both.Forge);

        // Act
        var ours = await both.IsTakenByUsAsync(header);
        var refusal = await both.Vendor.RefusalAsync(header);

        // Assert
        Assert.False(ours);
        Assert.Equal(TakenByTheVendor.Contains(name), refusal is null);
    }

    [Theory]
    [MemberData(nameof(Genuine))]
    public async Task What_is_only_unusual_is_taken_by_us_and_by_the_vendor_unless_it_stands_here(string name)
    {
        // Arrange
        var header = GenuineTokens.Named(name).Header(both.Forge);

        // Act
        var ours = await both.IsTakenByUsAsync(header);
        var refusal = await both.Vendor.RefusalAsync(header);

        // Assert
        Assert.True(ours);
        Assert.Equal(RefusedByTheVendor.Contains(name), refusal is not null);
    }

    /// <summary>On the machine's clock: the library knows no other.</summary>
    public sealed class Both : IAsyncLifetime, IDisposable
    {
        private readonly HttpClient _http = new();
        private SigningKeys _keys = null!;
        private ChannelTokens _ours = null!;

        internal FakeConnectorServer Connector { get; private set; } = null!;

        internal TokenForge Forge { get; private set; } = null!;

        internal VendorTokens Vendor { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Connector = await FakeConnectorServer.StartAsync(TimeProvider.System);
            Forge = new TokenForge(Connector);
            Vendor = new VendorTokens(Connector);
            var options = new BotFrameworkOptions { AppId = FakeConnectorServer.AppId, OpenIdMetadataUrl = $"{Connector.BaseUrl}/openid" };
            _keys = new SigningKeys(_http, options, TimeProvider.System);
            _ours = new ChannelTokens(_keys, options, TimeProvider.System);
        }

        public Task DisposeAsync() => Connector.DisposeAsync().AsTask();

        public void Dispose()
        {
            Forge.Dispose();
            Vendor.Dispose();
            _keys.Dispose();
            _http.Dispose();
        }

        internal async Task<bool> IsTakenByUsAsync(string? authorization) =>
            await _ours.ReadAsync(authorization, CancellationToken.None) is { } token
            && token.Covers(new ActivityEnvelope("message", "webchat", Connector.ServiceUrl, "conversation", "id", null, null, IsDated: true));
    }
}
