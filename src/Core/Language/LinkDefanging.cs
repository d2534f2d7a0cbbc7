using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SlrtBot.Core.Language;

/// <summary>Makes links in residents' words readable but dead, on pages and in messages that link by themselves.</summary>
public static partial class LinkDefanging
{
    private static readonly FrozenSet<string> Endings = """
        app asia biz bid blog buzz cc cf click club cn co com cyou de digital dev edu eu fun ga gd gl gov gq group help host icu id in info io
        is jp kr la life link live ltd ly me media ml mobi my name net news one online org page ph pro pub pw rest ru sbs sg shop site
        space store stream support tech tel tk to today top tv uk us vip vn web website wiki win work world ws xin xyz zip zone
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static string Of(string text)
    {
        var hosts = Host().Replace(text, match => IsLink(text, match) ? Dot().Replace(match.Value, "[.]") : match.Value);
        return Scheme().Replace(hosts, "[$0]");
    }

    /// <summary>Whether there is anything to make harmless.</summary>
    public static bool HasLink(string text) => Of(text) != text;

    private static bool IsLink(string text, Match host)
    {
        var after = host.Index + host.Length < text.Length ? text[host.Index + host.Length] : ' ';
        var ending = host.Value[(host.Value.LastIndexOfAny(['.', '。', '．']) + 1)..].ToLowerInvariant();
        var before = text.AsSpan(0, host.Index);
        return before.EndsWith("//") || before.EndsWith("@")
            || host.Value.StartsWith("www", StringComparison.OrdinalIgnoreCase)
            || Endings.Contains(ending)
            || ending.StartsWith("xn--", StringComparison.Ordinal)
            || (after is '/' && ending.Any(char.IsLetter));
    }

    [GeneratedRegex(@"(?>[\p{L}\p{N}\-]{1,63})(?:[.。．](?>[\p{L}\p{N}\-]{1,63}))+", RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex("[.。．]")]
    private static partial Regex Dot();

    [GeneratedRegex(
        @"\b(?:[a-z][a-z0-9+\-]{0,30}:/{2,}|(?:tg|javascript|vbscript|data|mailto|tel|sms|file|intent|whatsapp|market|geo|blob):(?=\S))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
