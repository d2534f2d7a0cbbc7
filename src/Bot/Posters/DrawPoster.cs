using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using SlrtBot.Bot.Dialogs;
using SlrtBot.Bot.Telegram;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Posters;

/// <summary>Makes a village's poster and the cards to hand out: two A4 pages in one file that any browser prints.</summary>
public sealed class DrawPoster(
    TelegramOptions telegram, TelegramClient client, OfficeOptions office, AreaCatalogue areas, PhraseBook phrases, IServiceProvider services,
    ILoggerFactory loggers)
{
    private string? _username = telegram.BotUsername;

    /// <param name="village">The code of a village that is loaded.</param>
    /// <param name="publicUrl">Null where the chat page has no address.</param>
    /// <returns>A whole HTML document; null where there is no way to write to this installation.</returns>
    /// <exception cref="OptionsException">Telegram is on and does not say the bot's name.</exception>
    public async Task<string?> DoAsync(string village, Uri? publicUrl, string language, CancellationToken cancellationToken)
    {
        List<PosterWay> ways = [];
        if (telegram.IsOn)
        {
            ways.Add(PosterWay.Telegram(await UsernameAsync(cancellationToken), village));
        }

        if (publicUrl is not null)
        {
            ways.Add(PosterWay.Chat(publicUrl, village));
        }

        var hotlines = office.Lines().Select(l => new PosterLine(phrases.Get(language, $"hotline.{l.Kind}"), l.Number));
        return ways.Count == 0 ? null : await RenderAsync(new VillagePoster(language, areas.Path(village), office.Name, ways, [.. hotlines]));
    }

    private async Task<string> UsernameAsync(CancellationToken cancellationToken) =>
        _username ??= (await client.GetMeAsync(cancellationToken)).Result?.Username
            ?? throw new OptionsException("Telegram__BotUsername", "is needed: the Bot API did not say it. Set it, without the @");

    private async Task<string> RenderAsync(VillagePoster poster)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PosterPage.Poster)] = poster });
            return (await renderer.RenderComponentAsync<PosterPage>(parameters)).ToHtmlString();
        });
    }
}
