using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Areas;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Accounts;

/// <summary>What an administrator looks for; labels <c>accounts.state.{code}</c>.</summary>
public enum AccountsShown
{
    Active,
    Left,

    /// <summary>Works here, and has never signed in.</summary>
    NeverSignedIn,

    /// <summary>Takes no new work today.</summary>
    Away,
    All,
}

/// <param name="Text">A part of the name or of the user name.</param>
/// <param name="AreaCode">Who holds a role there or below.</param>
/// <param name="Page">Counted from 1.</param>
public sealed record AccountFilter(string? Text = null, Role? Role = null, string? AreaCode = null, AccountsShown Shown = AccountsShown.Active, int Page = 1)
{
    public const int PageSize = 50;

    /// <summary>Pages beyond it show nothing that anybody would leaf to.</summary>
    public const int LastPage = 1000;
}

/// <param name="AwayUntil">Null where the person takes work today.</param>
public sealed record AccountRow(
    Guid Id, string UserName, string Name, IReadOnlyList<HeldRole> Roles, bool ReadsSensitive, bool IsActive, bool HasPassword,
    DateTime? SignedInAt, bool HasChat, DateOnly? AwayUntil);

/// <summary>The accounts of an area, by user name. Some hundreds: a part of a name is looked for in each, which takes no index.</summary>
public sealed class AccountList(SlrtDbContext db)
{
    public async Task<(IReadOnlyList<AccountRow> Rows, bool HasMore)> PageAsync(
        AccountFilter filter, StaffScope reader, DateOnly today, CancellationToken cancellationToken)
    {
        var skip = (Math.Clamp(filter.Page, 1, AccountFilter.LastPage) - 1) * AccountFilter.PageSize;
        var found = await Matching(filter, reader, today).OrderBy(s => s.NormalizedUserName).Skip(skip).Take(AccountFilter.PageSize + 1)
            .Select(s => new
            {
                s.Id,
                s.UserName,
                s.Name,
                s.ReadsSensitive,
                s.IsActive,
                HasPassword = s.PasswordHash != null,
                s.SignedInAt,
                HasChat = db.StaffChats.Any(c => c.StaffId == s.Id && c.UnlinkedAt == null),
            })
            .ToListAsync(cancellationToken);
        var shown = found.Take(AccountFilter.PageSize).ToList();
        var ids = shown.ConvertAll(s => s.Id);
        var roles = (await db.StaffRoles.AsNoTracking().Where(r => ids.Contains(r.StaffId) && (r.ValidTo == null || r.ValidTo >= today))
            .ToListAsync(cancellationToken)).ToLookup(r => r.StaffId);
        var away = await db.StaffAbsences.Where(a => ids.Contains(a.StaffId) && a.CancelledAt == null && a.FirstDay <= today && a.LastDay >= today)
            .GroupBy(a => a.StaffId).Select(g => new { g.Key, Last = g.Max(a => a.LastDay) }).ToDictionaryAsync(g => g.Key, g => g.Last, cancellationToken);
        return (
            [.. shown.Select(s => new AccountRow(
                s.Id, s.UserName, s.Name, [.. roles[s.Id].Select(HeldRole.Of).OrderBy(r => r.Role).ThenBy(r => r.AreaCode, StringComparer.Ordinal)],
                s.ReadsSensitive, s.IsActive, s.HasPassword, s.SignedInAt, s.HasChat, away.TryGetValue(s.Id, out var until) ? until : null))],
            found.Count > AccountFilter.PageSize);
    }

    public Task<int> CountAsync(AccountFilter filter, StaffScope reader, DateOnly today, CancellationToken cancellationToken) =>
        Matching(filter, reader, today).CountAsync(cancellationToken);

    /// <summary>Who works in the reader's area, by name: to choose a deputy from.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name, string UserName)>> ColleaguesAsync(StaffScope reader, CancellationToken cancellationToken) =>
        [.. (await db.StaffMembers.InReachOf(reader.AreasFor(Permission.ManageStaff)).Where(s => s.IsActive && s.Id != reader.StaffId)
            .Select(s => new { s.Id, s.Name, s.UserName }).ToListAsync(cancellationToken))
            .OrderBy(s => s.Name, StringComparer.InvariantCultureIgnoreCase).Select(s => (s.Id, s.Name, s.UserName))];

    private IQueryable<StaffMember> Matching(AccountFilter filter, StaffScope reader, DateOnly today)
    {
        var staff = db.StaffMembers.InReachOf(reader.AreasFor(Permission.ManageStaff));
        staff = filter.Shown switch
        {
            AccountsShown.Active => staff.Where(s => s.IsActive),
            AccountsShown.Left => staff.Where(s => !s.IsActive),
            AccountsShown.NeverSignedIn => staff.Where(s => s.IsActive && s.SignedInAt == null),
            AccountsShown.Away => staff.Where(s => s.IsActive
                && db.StaffAbsences.Any(a => a.StaffId == s.Id && a.CancelledAt == null && a.FirstDay <= today && a.LastDay >= today)),
            _ => staff,
        };
        if (filter.Text?.Trim().ToUpperInvariant() is { Length: > 0 } text)
        {
#pragma warning disable CA1304, CA1311, CA1862 // Runs in the database, which knows upper() alone.
            staff = staff.Where(s => s.NormalizedUserName.Contains(text) || s.Name.ToUpper().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862
        }

        if (filter.AreaCode is { Length: > 0 } area && AreaCode.Normalise(area) is { } code)
        {
            staff = staff.InReachOf([code]);
        }

        return filter.Role is { } role ? staff.Where(s => s.Roles.Any(r => r.Role == role && (r.ValidTo == null || r.ValidTo >= today))) : staff;
    }
}
