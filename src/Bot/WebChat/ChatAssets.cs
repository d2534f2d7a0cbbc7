using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace SlrtBot.Bot.WebChat;

/// <summary>
/// The addresses of the page's script and style with the fingerprint of their content, so that a phone fetches them
/// once and never asks again.
/// </summary>
public sealed class ChatAssets(EndpointDataSource endpoints)
{
    private const string Style = "chat/chat.css";
    private const string Script = "chat/chat.js";

    private readonly Lazy<Addresses> _addresses = new(() => Find(endpoints));

    public Addresses Current => _addresses.Value;

    private static Addresses Find(EndpointDataSource endpoints)
    {
        var byLabel = endpoints.Endpoints
            .Select(e => e.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>()
            .Where(a => a.Selectors.Count == 0)
            .Select(a => (Label: a.Properties.FirstOrDefault(p => p.Name == "label")?.Value, a.Route))
            .Where(a => a.Label is Style or Script)
            .DistinctBy(a => a.Label)
            .ToDictionary(a => a.Label!, a => a.Route, StringComparer.Ordinal);
        return new Addresses("/" + byLabel.GetValueOrDefault(Style, Style), "/" + byLabel.GetValueOrDefault(Script, Script));
    }

    public sealed record Addresses(string Style, string Script);
}
