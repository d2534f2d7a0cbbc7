using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;

namespace SlrtBot.TestKit;

/// <summary>Proposals that wait for a village, and meetings through their acts.</summary>
public static class TestMeetings
{
    private static int _whole;

    /// <summary>A proposal as it is when it was just made; everybody in it is made up.</summary>
    public static Proposal Collected(FieldCipher cipher, Complaint complaint, DateTime at, ProposalKind kind = ProposalKind.Add, string name = "Siti Contoh", string? detail = null)
    {
        var id = SequentialId.Next(at);
        Dictionary<string, string> facts = kind switch
        {
            ProposalKind.Add => new() { [ProposalFields.Programme] = detail ?? "pkh" },
            ProposalKind.Correct => new() { [ProposalFields.What] = detail ?? "name" },
            _ => new() { [ProposalFields.Cause] = detail ?? "dead" },
        };
        Dictionary<string, string> words = new()
        {
            [ProposalFields.Name] = name, [ProposalFields.NationalId] = $"320437520374{Interlocked.Increment(ref _whole):D4}", [ProposalFields.Address] = "Kp. Pasir RT 02 RW 05",
            [ProposalFields.Why] = "Suaminya sakit keras.",
        };
        if (kind == ProposalKind.Correct)
        {
            (words[ProposalFields.Old], words[ProposalFields.New]) = ("Siti Conto", "Siti Contoh");
        }

        return new Proposal
        {
            Id = id, Complaint = complaint, Kind = kind, Path = ProposalPath.Programme, Cycle = new DateOnly(at.Year, at.Month, 1), Facts = JsonSerializer.Serialize(facts),
            Words = cipher.Seal(JsonSerializer.Serialize(words), Proposal.Table, id, "words"), ProposedBy = SequentialId.Next(at), ProposedAt = at,
        };
    }

    /// <summary>Of a complaint of its own, unless a test says which.</summary>
    public static async Task<Proposal> CollectedAsync(
        this TestDatabase database, Complaint? complaint = null, ProposalKind kind = ProposalKind.Add, string name = "Siti Contoh", string? detail = null)
    {
        complaint ??= await database.LodgeAsync(TestData.Story());
        var proposal = Collected(database.Services.GetRequiredService<FieldCipher>(), complaint, database.Clock.UtcNow, kind, name, detail);
        await database.AddAsync(proposal);
        return proposal;
    }

    public static PlanMeetingInput Plan(this TestDatabase database, int days = 0, string village = TestData.Village) =>
        new(SequentialId.Next(database.Clock.UtcNow), village, "meeting", database.Today().AddDays(days), "Balai desa", []);

    public static Task<Outcome<VillageMeeting>> PlanAsync(this TestDatabase database, StaffScope staff, PlanMeetingInput? input = null) =>
        database.RunAsync<PlanMeeting, VillageMeeting>(staff, (act, by, cancel) => act.DoAsync(input ?? database.Plan(), staff, by, cancel));

    public static Task<Outcome<VillageMeeting>> StateAsync(this TestDatabase database, StaffScope staff, params Guid[] proposals) =>
        database.PlanAsync(staff, database.Plan() with { Form = "statement", Place = null, Proposals = proposals });

    public static Task<VillageMeeting> ReloadAsync(this TestDatabase database, VillageMeeting meeting) => database.ReadAsync(db => db.VillageMeetings.SingleAsync(m => m.Id == meeting.Id));

    public static Task<List<MeetingItem>> ItemsAsync(this TestDatabase database, VillageMeeting meeting) =>
        database.ReadAsync(db => db.MeetingItems.Where(i => i.MeetingId == meeting.Id).OrderBy(i => i.Ordinal).ToListAsync());

    /// <summary>So many are invited, and so many of them come.</summary>
    public static async Task GatherAsync(this TestDatabase database, VillageMeeting meeting, StaffScope staff, int invited = 3, int present = 2)
    {
        var guests = new List<Guid>();
        for (var i = 0; i < invited; i++)
        {
            var guest = SequentialId.Next(database.Clock.UtcNow);
            guests.Add((await database.RunAsync<InviteGuest, MeetingGuest>(
                staff, (act, by, cancel) => act.DoAsync(new(meeting.Id, guest, $"Undangan {i + 1}", "neighbourhood"), staff, by, cancel))).Value.Id);
        }

        await database.RunAsync<NotePresence, VillageMeeting>(staff, (act, by, cancel) => act.DoAsync(new(meeting.Id, guests, [.. guests.Take(present)]), staff, by, cancel));
    }

    public static async Task<Outcome<MeetingItem>> DecideAsync(
        this TestDatabase database, VillageMeeting meeting, Proposal proposal, StaffScope staff, string decision = "agree", string? reason = null, string? words = null, int? version = null)
    {
        var item = (await database.ItemsAsync(meeting)).Find(i => i.ProposalId == proposal.Id);
        return await database.RunAsync<DecideItem, MeetingItem>(
            staff, (act, by, cancel) => act.DoAsync(new(meeting.Id, item?.Id ?? Guid.Empty, version ?? item?.Version ?? 0, decision, reason, words), staff, by, cancel));
    }

    public static async Task<Outcome<VillageMeeting>> CloseAsync(this TestDatabase database, VillageMeeting meeting, StaffScope staff, int? version = null)
    {
        var now = version ?? (await database.ReloadAsync(meeting)).Version;
        return await database.RunAsync<CloseMeeting, VillageMeeting>(staff, (act, by, cancel) => act.DoAsync(new(meeting.Id, now), staff, by, cancel));
    }

    /// <param name="file">What the paper holds: two files of the same are the same.</param>
    public static async Task<Outcome<VillageMeeting>> SignAsync(
        this TestDatabase database, VillageMeeting meeting, StaffScope staff, byte file = 1, string? number = "141/07/BA/2026", string? reason = null, int? version = null)
    {
        var now = version ?? (await database.ReloadAsync(meeting)).Version;
        var id = SequentialId.Next(database.Clock.UtcNow);
        await database.Services.GetRequiredService<FileStore>().WriteAsync(id, new[] { file }, default);
        return await database.RunAsync<AttachMinutes, VillageMeeting>(
            staff, (act, by, cancel) => act.DoAsync(new(meeting.Id, now, id, FileType.Pdf, 1, [file], number, reason), staff, by, cancel));
    }
}
