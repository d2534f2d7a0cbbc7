using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Core.Phrases;

/// <summary>
/// The languages in which residents are answered. Sundanese and Javanese were written without native speakers, so an
/// office switches them on when somebody of its own has read them; what people write in them is understood in any case.
/// </summary>
public static class AnswerLanguages
{
    /// <summary>Complete, and read by those who speak them.</summary>
    public static readonly IReadOnlyList<string> Always = [PhraseBook.Fallback, "en"];

    public static readonly IReadOnlyList<string> OnRequest = ["su", "jv"];

    /// <summary>In the order in which they are offered.</summary>
    /// <exception cref="OptionsException">A code for which there is no catalogue.</exception>
    public static IReadOnlyList<string> Read(IConfiguration configuration)
    {
        var asked = (configuration["Languages:Answers"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return asked.Except(Always).Except(OnRequest).FirstOrDefault() is { } unknown
            ? throw new OptionsException("Languages__Answers", $"'{unknown}' is no language of this program; name {string.Join(" or ", OnRequest)}, or leave it out")
            : [.. Always, .. OnRequest.Where(asked.Contains)];
    }
}
