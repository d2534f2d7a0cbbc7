using System.Globalization;
using SlrtBot.Bot.Engine;

namespace SlrtBot.Bot.Dialogs.Complaints.Asides;

/// <summary>"umurnya 24", "usia baru 9 tahun".</summary>
public sealed class SaidAge(SpokenForms forms)
{
    /// <summary>In years: law 35/2014 on the protection of children, article 1.</summary>
    public const int Full = 18;

    private const int MostWordsToNumber = 3;
    private const int MostDigits = 3;
    private readonly PhraseForms _age = forms.Of("answer.age");

    /// <returns>In years; null where none is said.</returns>
    public int? In(Utterance said) => _age.Find(said) is { } age
        && said.Words.Skip(age.End).Take(MostWordsToNumber).FirstOrDefault(word => word.Length <= MostDigits && word.All(char.IsAsciiDigit)) is { } years
            ? int.Parse(years, CultureInfo.InvariantCulture)
            : null;
}
