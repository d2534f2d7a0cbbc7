using SlrtBot.Core.SignedLinks;

namespace SlrtBot.Core.Staff;

/// <summary>
/// The secret of a set-up link. It serves once, and for a week: links are printed and carried to villages.
/// </summary>
public static class SetUpToken
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public static string New() => LinkSecret.New();

    public static byte[] Hash(string token) => LinkSecret.Hash(token);
}
