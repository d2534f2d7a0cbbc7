using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Configuration;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Pages.Handovers;

/// <summary>The link that an office without an account answers by, on its way to the sender: shown in one answer and never again.</summary>
/// <param name="IsWhole">False where the installation has no public address: only the path is known then.</param>
public sealed record ShownLink(string Address, bool IsWhole)
{
    public string Picture => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(QrPicture.Svg(Address)));
}

public sealed class HandoverLinks(IConfiguration configuration)
{
    private const string Kept = "HandoverSecret";

    /// <summary>Over the redirect to the page that shows it, in a cookie that is sealed and read once.</summary>
    public static void Keep(ITempDataDictionary temp, string? secret)
    {
        if (secret is not null)
        {
            temp[Kept] = secret;
        }
    }

    /// <returns>Null where none was just made.</returns>
    public ShownLink? Take(ITempDataDictionary temp)
    {
        var url = configuration["Host:PublicUrl"]?.TrimEnd('/') is { Length: > 0 } set ? set : null;
        return temp[Kept] is string secret ? new ShownLink($"{url}/p/{secret}", url is not null) : null;
    }
}
