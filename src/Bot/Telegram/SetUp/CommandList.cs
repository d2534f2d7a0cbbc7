using SlrtBot.Core.Kernel;
using Telegram.Bot.Types;

namespace SlrtBot.Bot.Telegram.SetUp;

/// <summary>
/// The commands behind Telegram's menu button, in one language. The catalogue writes each as
/// <c>telegram.command.{key}</c>: its name, a bar, and what it does.
/// </summary>
public static class CommandList
{
    private const string Prefix = "telegram.command.";

    /// <summary>In the order shown, most needed first.</summary>
    private static readonly string[] Keys = ["report", "status", "info", "officer", "language", "help", "cancel"];

    public static IReadOnlyList<BotCommand> Of(PhraseBook book, string language) =>
        [.. Keys.Select(key => book.Get(language, Prefix + key).Split('|', 2)).Select(parts => new BotCommand(parts[0], parts[1]))];
}
