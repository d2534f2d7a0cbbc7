using System.Security.Cryptography;
using System.Text;

namespace SlrtBot.Host.Tests.HouseRules;

/// <summary>
/// What a release has brought to databases out there is followed, never changed: docs/adr/0003. The list is written at
/// a release (<c>sha256sum *.cs > released.sha256</c>) and only grows.
/// </summary>
internal static class ReleasedMigrations
{
    public const string Folder = "src/Core/Persistence/Migrations";
    private const int HashLength = 64;

    /// <param name="list">Lines of <c>sha256sum</c>: hash, two spaces, name.</param>
    public static IEnumerable<string> Changed(IEnumerable<string> list, IReadOnlyDictionary<string, string> files)
    {
        foreach (var line in list.Where(l => l.Length > HashLength))
        {
            var (hash, name) = (line[..HashLength], line[HashLength..].Trim());
            if (!files.TryGetValue(name, out var text))
            {
                yield return $"{name} is gone";
            }
            else if (!string.Equals(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))), hash, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{name} was changed";
            }
        }
    }
}
