using SlrtBot.Bot.Telegram;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Settings;

namespace SlrtBot.Bot.Posters;

/// <summary>Makes a village's poster and the cards to hand out: two A4 pages in one file that any browser prints.</summary>
public sealed class DrawPoster(
    TelegramState telegram, TelegramClient client, OfficeFacts office, AreaCatalogue areas, PhraseBook phrases, ComponentHtml html)
{
    /// <param name="village">The code of a village that is loaded.</param>
    /// <param name="publicUrl">Null where the chat page has no address.</param>
    /// <returns>A whole HTML document; null where there is no way to write to this installation.</returns>
    /// <exception cref="OptionsException">Telegram is on and does not say the bot's name.</exception>
    public async Task<string?> DoAsync(string village, Uri? publicUrl, string language, CancellationToken cancellationToken)
    {
        var start = VillagePoster.StartOf(village);
        List<PosterWay> ways = [];
        if (telegram.State != ChannelState.Off)
        {
            var name = await NameAsync(cancellationToken);
            ways.Add(new PosterWay("telegram", telegram.LinkTo(start)!, $"t.me/{name}"));
        }

        if (publicUrl is not null)
        {
            ways.Add(new PosterWay("chat", new Uri(publicUrl, $"/chat?start={start}").ToString(), $"{publicUrl.Authority}/chat"));
        }

        var hotlines = office.Lines().Select(l => new PosterLine(phrases.Get(language, $"hotline.{l.Kind}"), l.Number));
        return ways.Count == 0 ? null
            : await html.RenderAsync<PosterPage>(new VillagePoster(language, areas.Path(village), office.Name, ways, [.. hotlines]));
    }

    private async Task<string> NameAsync(CancellationToken cancellationToken) =>
        telegram.UserName ??= (await client.GetMeAsync(cancellationToken)).Result?.Username
            ?? throw new OptionsException("Telegram__BotUsername", "is needed: the Bot API did not say it. Set it, without the @");
}
