using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Audit;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.Core.Accounts;

/// <param name="By">Who decided; null for a verb at the machine.</param>
/// <param name="Other">Whom a deputy stands in for, or who the deputy is.</param>
public sealed record DecisionLine(Guid Id, DecisionKind Kind, DateTime At, string? By, string? Before, string? After, string? Words, string? Other);

/// <param name="AbsentName">Whose role it is.</param>
public sealed record DeputyLine(Guid RoleId, Guid StaffId, string Name, string AbsentName, HeldRole Role, Guid LastDecision);

/// <summary>An account as administrators read it.</summary>
/// <param name="IsWhole">All roles lie in the reader's area: the account may be changed.</param>
/// <param name="Deputies">Who stands in for this person, now or later.</param>
/// <param name="StandsIn">For whom this person stands in.</param>
public sealed record AccountPage(
    StaffMember Staff, bool IsWhole, Guid LastDecision, IReadOnlyList<StaffChatRow> Chats, IReadOnlyList<StaffAbsence> Absences,
    IReadOnlyList<DeputyLine> Deputies, IReadOnlyList<DeputyLine> StandsIn, IReadOnlyList<DecisionLine> Log);

/// <summary>One account with its decision log. Reasons are opened only for who is about to be shown them.</summary>
public sealed class AccountQueries(SlrtDbContext db, FieldCipher cipher, StaffChats chats)
{
    public const int LogLines = 100;

    /// <returns>Null for an account that holds nothing in the reader's area.</returns>
    public async Task<Unseen<AccountPage>?> FindAsync(Guid id, StaffScope reader, DateOnly today, CancellationToken cancellationToken)
    {
        var reach = reader.AreasFor(Permission.ManageStaff);
        var staff = await db.StaffMembers.AsNoTracking().Include(s => s.Roles).InReachOf(reach).SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (staff is null)
        {
            return null;
        }

        var absences = await db.StaffAbsences.AsNoTracking().Where(a => a.StaffId == id && a.CancelledAt == null && a.LastDay >= today)
            .OrderBy(a => a.LastDay).ToListAsync(cancellationToken);
        var log = await LogAsync(id, cancellationToken);
        var page = new AccountPage(
            staff, AccountReach.IsWhole(staff, reach, today),
            log.Find(d => d.StaffId == id)?.Id ?? await LastAsync(id, cancellationToken), await chats.OfStaffAsync(id, cancellationToken), absences,
            await DeputiesAsync(db.StaffRoles.Where(r => r.StandsInFor == id), today, cancellationToken),
            await DeputiesAsync(db.StaffRoles.Where(r => r.StaffId == id && r.StandsInFor != null), today, cancellationToken),
            await LinesAsync(id, log, cancellationToken));
        return new Unseen<AccountPage>(page, new View("staff.viewed", "staff_member", id));
    }

    /// <summary>How many may read sensitive complaints in a regency today; two at least must (docs/domain.md).</summary>
    public Task<int> SensitiveReadersAsync(string regency, CancellationToken cancellationToken) =>
        db.StaffMembers.InReachOf([regency]).CountAsync(s => s.IsActive && s.ReadsSensitive, cancellationToken);

    private Task<List<StaffDecision>> LogAsync(Guid id, CancellationToken cancellationToken) => db.StaffDecisions.AsNoTracking()
        .Where(d => d.StaffId == id || d.OtherStaffId == id).OrderByDescending(d => d.Id).Take(LogLines).ToListAsync(cancellationToken);

    private Task<Guid> LastAsync(Guid id, CancellationToken cancellationToken) => db.StaffDecisions
        .Where(d => d.StaffId == id).OrderByDescending(d => d.Id).Select(d => d.Id).FirstOrDefaultAsync(cancellationToken);

    private async Task<IReadOnlyList<DecisionLine>> LinesAsync(Guid id, List<StaffDecision> log, CancellationToken cancellationToken)
    {
        var people = log.SelectMany(d => new[] { d.DecidedBy, d.OtherStaffId, d.StaffId }).OfType<Guid>().Distinct().ToList();
        var names = await db.StaffMembers.Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        return
        [
            .. log.Select(d => new DecisionLine(
                d.Id, d.Kind, d.At, d.DecidedBy is { } by ? names.GetValueOrDefault(by) : null, d.Before, d.After,
                cipher.OpenOptional(d.Words, StaffDecision.Table, d.Id, "words"),
                d.OtherStaffId is not { } other ? null : names.GetValueOrDefault(other == id ? d.StaffId : other))),
        ];
    }

    private async Task<IReadOnlyList<DeputyLine>> DeputiesAsync(IQueryable<StaffRole> roles, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await roles.AsNoTracking().Where(r => r.ValidTo >= today).OrderBy(r => r.ValidFrom)
            .Select(r => new
            {
                Role = r,
                Deputy = db.StaffMembers.Where(s => s.Id == r.StaffId).Select(s => s.Name).First(),
                Absent = db.StaffMembers.Where(s => s.Id == r.StandsInFor).Select(s => s.Name).First(),
                Last = db.StaffDecisions.Where(d => d.StaffId == r.StaffId).OrderByDescending(d => d.Id).Select(d => d.Id).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => new DeputyLine(r.Role.Id, r.Role.StaffId, r.Deputy, r.Absent, HeldRole.Of(r.Role), r.Last))];
    }
}
