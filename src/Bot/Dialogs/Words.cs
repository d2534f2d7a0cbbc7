using System.Collections.Frozen;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Bot.Dialogs;

/// <summary>
/// Words that are understood at every step, in all languages of the catalogues (<c>words.{key}</c>, forms separated
/// by bars), and the options that mean the same.
/// </summary>
public sealed class Words(PhraseBook book)
{
    public const string Start = "start";
    public const string Menu = "menu";
    public const string Report = "report";
    public const string Status = "status";
    public const string Language = "language";
    public const string Officer = "officer";
    public const string Help = "help";
    public const string Privacy = "privacy";
    public const string Back = "back";
    public const string Skip = "skip";
    public const string Repeat = "repeat";
    public const string Cancel = "cancel";
    public const string CancelForSure = "cancel.sure";
    public const string Resume = "resume";
    public const string Withdraw = "withdraw";

    public static IReadOnlyList<string> Keys { get; } =
    [
        Start, Menu, Report, Status, Language, Officer, Help, Privacy, Back, Skip, Repeat, Cancel, CancelForSure, Resume, Withdraw,
        "language.id", "language.en",
    ];

    private readonly FrozenDictionary<string, string> _keyByForm = Keys
        .SelectMany(key => Forms(book, $"words.{key}").Select(form => (Form: form, Key: key)))
        .DistinctBy(f => f.Form)
        .ToFrozenDictionary(f => f.Form, f => f.Key);

    /// <param name="folded">A whole message, folded; commands of a channel lose their slash that way.</param>
    public string? Find(string folded) => _keyByForm.GetValueOrDefault(folded);

    /// <summary>The forms of a phrase in every language, folded.</summary>
    public static IEnumerable<string> Forms(PhraseBook book, string key) => book.Languages
        .Where(language => book.Has(language, key))
        .SelectMany(language => book.Get(language, key).Split('|'))
        .Select(TextFolding.Fold)
        .Where(form => form.Length > 0)
        .Distinct();
}
