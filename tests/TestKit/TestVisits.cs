using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;

namespace SlrtBot.TestKit;

/// <summary>Visits through their acts: planned, written down, sent, decided.</summary>
public static class TestVisits
{
    /// <summary>A whole report of somebody who was met.</summary>
    public static IReadOnlyDictionary<string, string?> Whole(DateOnly day) => new Dictionary<string, string?>
    {
        [VisitFields.Whom] = "resident",
        [VisitFields.Day] = $"{day:yyyy-MM-dd}",
        ["house.condition"] = "heavy",
        ["house.people"] = "5",
        ["need.what"] = "house food",
        ["need.haste"] = "week",
        ["need.words"] = "Atap bocor di dua kamar.",
        ["papers.seen"] = "ktp kk",
        [VisitFields.Finding] = "as_told",
        [VisitFields.Advice] = "Usulkan perbaikan rumah.",
    };

    /// <summary>A report of nobody who could be met.</summary>
    public static IReadOnlyDictionary<string, string?> Gone(DateOnly day, string whom = "moved") => new Dictionary<string, string?>
    {
        [VisitFields.Whom] = whom,
        [VisitFields.Day] = $"{day:yyyy-MM-dd}",
        [VisitFields.Evidence] = "Rumah kosong; kata ketua RT pindah ke Garut.",
        [VisitFields.Advice] = "Tanyakan alamat baru ke pelapor.",
    };

    public static Task<Outcome<Visit>> PlanAsync(this TestDatabase database, Complaint complaint, StaffScope staff, PlanVisitInput? input = null) =>
        database.RunAsync<PlanVisit, Visit>(
            staff, (act, by, cancel) => act.DoAsync(
                input ?? new(SequentialId.Next(by.At), complaint.Id, database.Today().AddDays(1), PartOfDay.Morning, null), staff, by, cancel));

    /// <summary>All of its sections.</summary>
    public static async Task FillAsync(this TestDatabase database, Visit visit, StaffScope staff, IReadOnlyDictionary<string, string?>? values = null)
    {
        values ??= Whole(database.Today());
        foreach (var section in VisitFields.Sections)
        {
            var noted = await database.NoteAsync(visit, staff, section, values);
            if (!noted.Succeeded)
            {
                throw new InvalidOperationException($"{section}: {noted.Refusals[0].Code} {noted.Refusals[0].Field}");
            }
        }
    }

    /// <param name="seen">What the form was made on; null for the newest.</param>
    public static async Task<Outcome<Visit>> NoteAsync(
        this TestDatabase database, Visit visit, StaffScope staff, string section, IReadOnlyDictionary<string, string?> values, string? seen = null)
    {
        var rows = await database.ReadAsync(db => db.VisitValues.Where(v => v.VisitId == visit.Id).ToListAsync());
        return await database.RunAsync<NoteSection, Visit>(
            staff, (act, by, cancel) => act.DoAsync(new(visit.Id, section, seen ?? VisitSheet.SeenOf(section, rows), values), staff, by, cancel));
    }

    public static async Task<Outcome<Visit>> SendAsync(this TestDatabase database, Visit visit, StaffScope staff)
    {
        var now = await database.ReloadAsync(visit);
        return await database.RunAsync<SendVisit, Visit>(staff, (act, by, cancel) => act.DoAsync(new(now.Id, now.Version), staff, by, cancel));
    }

    public static async Task<Outcome<Visit>> DecideAsync(this TestDatabase database, Visit visit, StaffScope staff, string verb, string? words = null, params string[] reasons)
    {
        var now = await database.ReloadAsync(visit);
        return await database.RunAsync<DecideVisit, Visit>(staff, (act, by, cancel) => act.DoAsync(new(now.Id, now.Version, verb, reasons, words), staff, by, cancel));
    }

    /// <summary>Planned, filled and sent.</summary>
    public static async Task<Visit> ReportedAsync(this TestDatabase database, Complaint complaint, StaffScope staff, IReadOnlyDictionary<string, string?>? values = null)
    {
        var visit = (await database.PlanAsync(complaint, staff)).Value;
        await database.FillAsync(visit, staff, values);
        return (await database.SendAsync(visit, staff)).Value;
    }

    public static Task<Visit> ReloadAsync(this TestDatabase database, Visit visit) => database.ReadAsync(db => db.Visits.SingleAsync(v => v.Id == visit.Id));

    /// <summary>Whoever is handed a complaint has to work there.</summary>
    public static Task EmployAsync(this TestDatabase database, StaffScope scope)
    {
        var member = new StaffMember
        {
            Id = scope.StaffId,
            UserName = $"{scope.StaffId:N}",
            NormalizedUserName = $"{scope.StaffId:N}".ToUpperInvariant(),
            Name = scope.Name,
            SecurityStamp = "x",
            ReadsSensitive = scope.ReadsSensitive,
            CreatedAt = DateTime.UnixEpoch,
        };
        member.Roles.AddRange(scope.Roles.Select(r => new StaffRole { Id = SequentialId.Next(DateTime.UnixEpoch), StaffId = scope.StaffId, Role = r.Role, AreaCode = r.AreaCode }));
        return database.AddAsync(member);
    }

    /// <summary>Asks a query of the program's own.</summary>
    public static async Task<T> AskAsync<TQuery, T>(this TestDatabase database, Func<TQuery, Task<T>> ask)
        where TQuery : notnull
    {
        await using var scope = database.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TQuery>());
    }

    /// <summary>The service day of the test's village.</summary>
    public static DateOnly Today(this TestDatabase database) => DateOnly.FromDateTime(database.Clock.UtcNow.AddHours(7));

    public static Task<Outcome<T>> RunAsync<TAct, T>(this TestDatabase database, StaffScope staff, Func<TAct, Provenance, CancellationToken, Task<Outcome<T>>> act)
        where TAct : notnull =>
        database.Units.RunAsync<TAct, T>((found, cancel) => act(found, Provenance.Staff(staff.StaffId, database.Clock.UtcNow), cancel), CancellationToken.None);
}
