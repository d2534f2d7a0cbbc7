using System.Text;
using Microsoft.AspNetCore.Identity;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Security;

/// <summary>
/// Twelve characters, and no password that everybody would try (ASVS 6.2.1, 6.2.4): what is left after the user's own
/// name, the words of this trade and place, the well-worn ones and runs of neighbours are taken out must still be
/// something. No rule about kinds of characters.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<StaffMember>
{
    public const int Shortest = 12;
    public const int Longest = 256;
    private const int LeftOver = 6;

    private static readonly string[] WellWorn =
    [
        "password", "passw", "katasandi", "sandi", "rahasia", "admin", "administrator", "welcome", "selamatdatang", "letmein",
        "qwertyuiop", "qwerty", "asdfghjkl", "asdf", "zxcvbnm", "iloveyou", "sayang", "bismillah", "indonesia", "merdeka",
        "jakarta", "bandung", "kabupaten", "soreang", "jawabarat", "slrtbot", "slrt", "puskesos", "dinsos", "kemensos",
        "petugas", "supervisor", "manajer", "manager", "frontoffice", "monkey", "dragon", "football", "persib", "sepakbola",
        "abcdefghijkl", "abc", "test", "user", "login", "default", "changeme", "gantisandi",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password)
    {
        var error = password switch
        {
            null or { Length: < Shortest } => "password_too_short",
            { Length: > Longest } => "password_too_long",
            _ => IsCommon(password, user) ? "password_too_common" : null,
        };
        return Task.FromResult(error is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = error }));
    }

    private static bool IsCommon(string password, StaffMember user)
    {
        string[] words = [.. WellWorn, user.UserName, .. user.Name.Split(' ')];
        // As typed, runs of digits show; with the exchanges undone, words do.
        return Left(password.ToLowerInvariant(), words.Select(w => w.ToLowerInvariant())) < LeftOver
            || Left(Plain(password), words.Select(Plain)) < LeftOver;
    }

    private static int Left(string text, IEnumerable<string> words)
    {
        foreach (var word in words.Where(w => w.Length > 2).OrderByDescending(w => w.Length))
        {
            text = text.Replace(word, string.Empty, StringComparison.Ordinal);
        }

        return WithoutRuns(text);
    }

    // The exchanges that people take for clever: s4nd1 is sandi.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            plain.Append(c switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c });
        }

        return plain.Replace(" ", string.Empty).Replace(".", string.Empty).Replace("-", string.Empty).Replace("_", string.Empty).ToString();
    }

    // Counts characters that are neither a repetition nor the neighbour of the one before: aaaa and 2345 count once.
    private static int WithoutRuns(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i == 0 || (text[i] != text[i - 1] && Math.Abs(text[i] - text[i - 1]) != 1))
            {
                count++;
            }
        }

        return Math.Min(count, text.Distinct().Count());
    }
}
