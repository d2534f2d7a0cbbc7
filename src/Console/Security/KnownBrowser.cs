using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SlrtBot.Core.Kernel;

namespace SlrtBot.Console.Security;

/// <summary>
/// Remembers in a cookie who has signed in with this browser before. Wrong passwords that others send from elsewhere, or
/// from the same office, do not slow down such a person here (docs/checks.md, A-04). It opens nothing: a copy of it is
/// worth as many tries as an address is.
/// </summary>
public sealed class KnownBrowser(IDataProtectionProvider protection, IHttpContextAccessor accessor, CookieNames cookies, TimeProvider clock)
{
    /// <summary>Since the last sign-in.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>At one desk several people sign in; who has not been here for longest is forgotten first.</summary>
    public const int MostPeople = 8;

    private const int IdBytes = 16;
    private const int HeadBytes = sizeof(long) + IdBytes;

    private readonly IDataProtector _protector = protection.CreateProtector("SlrtBot.KnownBrowser");

    /// <summary>What wrong passwords for this account are counted by: this browser where the person is known here, else the address.</summary>
    public string SourceFor(Guid? staffId) => Read() is { } known && staffId is { } id && known.People.Contains(id)
        ? $"browser {Convert.ToHexString(known.Id)}"
        : $"address {Household.Of(accessor.HttpContext!.Connection.RemoteIpAddress)}";

    /// <summary>After a right password.</summary>
    public void Remember(Guid staffId)
    {
        var known = Read();
        var people = (known?.People ?? []).Where(p => p != staffId).Prepend(staffId).Take(MostPeople);
        byte[] value =
        [
            .. BitConverter.GetBytes(clock.GetUtcNow().UtcTicks),
            .. known?.Id ?? RandomNumberGenerator.GetBytes(IdBytes),
            .. people.SelectMany(p => p.ToByteArray()),
        ];
        accessor.HttpContext!.Response.Cookies.Append(cookies.Known, Convert.ToBase64String(_protector.Protect(value)), cookies.Lasting(Kept));
    }

    private (byte[] Id, List<Guid> People)? Read()
    {
        if (accessor.HttpContext!.Request.Cookies[cookies.Known] is not { } text || Open(text) is not { Length: >= HeadBytes } value
            || new DateTime(BitConverter.ToInt64(value), DateTimeKind.Utc) + Kept < clock.GetUtcNow().UtcDateTime)
        {
            return null;
        }

        return (value[sizeof(long)..HeadBytes], [.. value[HeadBytes..].Chunk(IdBytes).Select(bytes => new Guid(bytes))]);
    }

    /// <returns>Null for what we did not make, or made with keys that are gone.</returns>
    private byte[]? Open(string text)
    {
        try
        {
            return _protector.Unprotect(Convert.FromBase64String(text));
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
