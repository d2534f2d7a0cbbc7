using System.Text;
using Microsoft.Bot.Connector.Authentication;
using SlrtBot.TestKit.FakeConnector;
using Xunit;
using Vendor = Microsoft.Bot.Schema;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>
/// The Bot Framework's own library as a second opinion on tokens. It fetches keys by https alone, and from where it
/// wants: what it asks for is led to the fake connector.
/// </summary>
internal sealed class VendorTokens(FakeConnectorServer connector) : IDisposable
{
    private readonly HttpClient _http = new(new Diversion(connector));

    /// <returns>Null where it accepts the token, else how it refuses: only <see cref="UnauthorizedAccessException"/> becomes a 401 with it.</returns>
    public async Task<Exception?> RefusalAsync(string? authorization)
    {
        var activity = new Vendor.Activity { Type = "message", ChannelId = "webchat", ServiceUrl = connector.ServiceUrl };

        // Its successor does the same, but with an HttpClient of its own.
#pragma warning disable CS0618
        return await Record.ExceptionAsync(() => JwtTokenValidation.AuthenticateRequest(
            activity, authorization, new SimpleCredentialProvider(FakeConnectorServer.AppId, FakeConnectorServer.AppPassword),
            new SimpleChannelProvider(), new AuthenticationConfiguration(), _http));
#pragma warning restore CS0618
    }

    public void Dispose() => _http.Dispose();

    private sealed class Diversion(FakeConnectorServer connector) : DelegatingHandler(new SocketsHttpHandler())
    {
        private const string Https = "https://login.botframework.com";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath == "/keys" ? "keys" : "openid";
            using var to = new HttpRequestMessage(HttpMethod.Get, $"{connector.BaseUrl}/{path}");
            using var answer = await base.SendAsync(to, cancellationToken);
            var text = (await answer.Content.ReadAsStringAsync(cancellationToken)).Replace(connector.BaseUrl, Https, StringComparison.Ordinal);
            return new HttpResponseMessage(answer.StatusCode) { RequestMessage = request, Content = new StringContent(text, Encoding.UTF8, "application/json") };
        }
    }
}
