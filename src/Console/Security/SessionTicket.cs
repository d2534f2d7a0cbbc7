using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Security;

/// <summary>What the session's cookie says, signed and encrypted: which session, begun when, for which stamp. No name.</summary>
public sealed record SessionTicket(Guid SessionId, Guid StaffId, string Stamp, DateTime StartedAt)
{
    private const string Session = "session";
    private const string StampClaim = "stamp";
    private const string Started = "started";

    public static SessionTicket For(StaffSession session, StaffMember staff) =>
        new(session.Id, staff.Id, staff.SecurityStamp, session.StartedAt);

    public static SessionTicket? Read(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(Session), out var session)
        && Guid.TryParse(principal!.FindFirstValue(ClaimTypes.NameIdentifier), out var staff)
        && long.TryParse(principal!.FindFirstValue(Started), CultureInfo.InvariantCulture, out var ticks)
            ? new SessionTicket(session, staff, principal!.FindFirstValue(StampClaim) ?? string.Empty, new DateTime(ticks, DateTimeKind.Utc))
            : null;

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new Claim(Session, SessionId.ToString()),
            new Claim(ClaimTypes.NameIdentifier, StaffId.ToString()),
            new Claim(StampClaim, Stamp),
            new Claim(Started, StartedAt.Ticks.ToString(CultureInfo.InvariantCulture)),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));
}
