using System.Collections.Frozen;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Language;
using SlrtBot.Core.Phrases;
using SlrtBot.Core.Staff;

namespace SlrtBot.Bot.Engine;

/// <summary>
/// Words that are understood at every step, in all languages of the catalogues (<c>words.{key}</c>, forms separated
/// by bars): those that an <see cref="GlobalWord"/> hears. Here stand the names of the shared ones.
/// </summary>
public sealed class Words
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
    public const string Erase = "erase";
    public const string CheckOfficer = "check_officer";
    public const string Withdraw = "withdraw";
    public const string Info = "info";
    public const string Add = "add";
    public const string Agreed = "agreed";
    public const string Reopen = "reopen";
    public const string WithdrawReport = "withdraw_report";
    public const string UndoWithdrawal = "undo_withdrawal";

    private const string Prefix = "words.";
    private const string BadgePrefix = "PTG";

    private readonly GlobalWordCatalogue _catalogue;
    private readonly FrozenDictionary<string, string> _keyByForm;
    private readonly FrozenDictionary<string, string> _keyByWrittenOut;
    private readonly FrozenDictionary<string, string> _keyByPlainForm;
    private readonly FrozenDictionary<string, string> _keyByBeginning;
    private readonly PlainWording _wording;
    private readonly int _longestBeginning;

    public Words(PhraseBook book, GlobalWordCatalogue catalogue)
    {
        _catalogue = catalogue;
        _keyByForm = book.Languages.SelectMany(book.Keys).Distinct()
            .Where(key => key.StartsWith(Prefix, StringComparison.Ordinal) && catalogue.Find(key[Prefix.Length..]) is not null)
            .Order(StringComparer.Ordinal)
            .SelectMany(key => Forms(book, key).Select(form => (Form: form, Key: key[Prefix.Length..])))
            .DistinctBy(f => f.Form)
            .ToFrozenDictionary(f => f.Form, f => f.Key);
        _wording = new PlainWording(book);
        _keyByWrittenOut = InOneWording(_wording.WrittenOut);
        _keyByPlainForm = InOneWording(_wording.WithoutCourtesies);
        _keyByBeginning = _keyByForm.Where(f => catalogue.MayBeFollowedByCode(f.Value)).ToFrozenDictionary();
        _longestBeginning = _keyByBeginning.Keys.Max(form => form.Count(c => c == ' ') + 1);
    }

    /// <param name="folded">A whole message, folded; commands of a channel lose their slash that way.</param>
    public string? Find(string folded) => _keyByForm.GetValueOrDefault(folded);

    /// <summary>The same in shorthand, and with courtesies around it: "sy mau bicara dgn petugas dong". A cry for help is left to the story.</summary>
    /// <param name="folded">A whole message, folded.</param>
    public string? FindPlainly(string folded) => _keyByWrittenOut.GetValueOrDefault(_wording.WrittenOut(folded))
        ?? _keyByPlainForm.GetValueOrDefault(_wording.WithoutCourtesies(folded));

    /// <summary>
    /// The word that a message begins with, where more may follow it: the longest. Words that are several, and those that
    /// take nothing but a code, count only where a code follows; anything else may begin a story. A badge's code alone asks about
    /// its holder.
    /// </summary>
    /// <param name="text">A whole message, as typed.</param>
    public (string Key, string More)? FindFirst(string text)
    {
        if (IsBadge(text))
        {
            return (CheckOfficer, text);
        }

        var typed = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(_longestBeginning, typed.Length - 1); count > 0; count--)
        {
            var rest = string.Join(' ', typed.Skip(count));
            if (_keyByBeginning.TryGetValue(TextFolding.Fold(string.Join(' ', typed.Take(count))), out var key)
                && (IsCode(rest) || (count == 1 && _catalogue.MayBeFollowed(key))))
            {
                return (key, count == 1 ? text.Trim()[typed[0].Length..].Trim() : rest);
            }
        }

        return null;
    }

    /// <summary>With its letters, since any seven might be one without: "sy janda".</summary>
    private static bool IsBadge(string text) => text.TrimStart().StartsWith(BadgePrefix, StringComparison.OrdinalIgnoreCase) && BadgeCode.Read(text) is not null;

    private FrozenDictionary<string, string> InOneWording(Func<string, string> wording) => _keyByForm
        .Where(f => f.Value != Help).GroupBy(f => wording(f.Key))
        .Where(g => g.Key.Length > 0 && g.Select(f => f.Value).Distinct().Count() == 1)
        .ToFrozenDictionary(g => g.Key, g => g.First().Value);

    /// <summary>A complaint's number or a badge's code, right or wrong; or figures that somebody takes for one.</summary>
    private static bool IsCode(string text) => ReferenceCode.LooksLike(text) || BadgeCode.LooksLike(text) || !text.Any(char.IsLetter);

    /// <summary>The key in the token of a lasting button, where a word hears it.</summary>
    public string? FindLasting(string token) =>
        token is [Choice.LastingMark, .. var key] && _catalogue.Find(key) is not null ? key : null;

    /// <summary>The forms of a phrase in every language, folded.</summary>
    public static IEnumerable<string> Forms(PhraseBook book, string key) => book.Languages
        .Where(language => book.Has(language, key))
        .SelectMany(language => book.Get(language, key).Split('|'))
        .Select(TextFolding.Fold)
        .Where(form => form.Length > 0)
        .Distinct();
}
