using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Doors;

/// <content>Meetings of a village about proposals.</content>
internal sealed partial class DoorStage
{
    private static readonly StaffScope Deliberator = TestData.Staff(Role.Manager, readsSensitive: true);

    /// <summary>One proposal waits in the village.</summary>
    public async Task<Scene> WaitingAsync()
    {
        var complaint = await site.LodgeAsync(name: Reporter);
        var proposal = TestMeetings.Collected(site.Services.GetRequiredService<FieldCipher>(), await ReloadAsync(complaint), site.Clock.UtcNow, name: Reporter);
        await site.AddAsync(proposal);
        return Nothing().With("village", TestData.Village).With("proposal", $"{proposal.Id}").With("personal", Reporter);
    }

    /// <summary>Of that day, with one guest.</summary>
    public async Task<Scene> PlannedMeetingAsync() => (await PlanMeetingAsync("meeting")).Scene;

    /// <summary>Decided, with a quorum: it can be closed.</summary>
    public async Task<Scene> DecidedMeetingAsync() => (await DecideMeetingAsync("meeting")).Scene;

    public async Task<Scene> ClosedMeetingAsync() => (await CloseMeetingAsync("meeting")).Scene;

    public async Task<Scene> ClosedStatementAsync() => (await CloseMeetingAsync("statement")).Scene;

    public async Task<Scene> SignedMeetingAsync()
    {
        var (scene, meeting) = await CloseMeetingAsync("meeting");
        var file = NewId();
        var bytes = "%PDF-1.4 made up"u8.ToArray();
        await site.Services.GetRequiredService<FileStore>().WriteAsync(file, bytes, default);
        await RunAsync<AttachMinutes, VillageMeeting>(
            Deliberator, (act, by, cancel) => act.DoAsync(new(meeting, int.Parse(scene.Values["version"], null), file, FileType.Pdf, bytes.Length, bytes, "141/BA", null), Deliberator, by, cancel));
        return await NowAsync(scene, meeting);
    }

    private async Task<(Scene Scene, Guid Meeting)> CloseMeetingAsync(string form)
    {
        var (scene, meeting) = await DecideMeetingAsync(form);
        await RunAsync<CloseMeeting, VillageMeeting>(Deliberator, (act, by, cancel) => act.DoAsync(new(meeting, int.Parse(scene.Values["version"], null)), Deliberator, by, cancel));
        return (await NowAsync(scene, meeting), meeting);
    }

    private async Task<(Scene Scene, Guid Meeting)> DecideMeetingAsync(string form)
    {
        var (scene, meeting) = await PlanMeetingAsync(form);
        foreach (var item in await site.ReadAsync(db => db.MeetingItems.Where(i => i.MeetingId == meeting).ToListAsync()))
        {
            await RunAsync<DecideItem, MeetingItem>(Deliberator, (act, by, cancel) => act.DoAsync(new(meeting, item.Id, item.Version, "agree", null, null), Deliberator, by, cancel));
        }

        var guest = Guid.Parse(scene.Values["guest"]);
        await RunAsync<NotePresence, VillageMeeting>(Deliberator, (act, by, cancel) => act.DoAsync(new(meeting, [guest], [guest]), Deliberator, by, cancel));
        return (await NowAsync(scene, meeting), meeting);
    }

    private async Task<(Scene Scene, Guid Meeting)> PlanMeetingAsync(string form)
    {
        var scene = await WaitingAsync();
        var proposal = Guid.Parse(scene.Values["proposal"]);
        var today = LocalDay.Of(site.Clock.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"));
        var input = new PlanMeetingInput(NewId(), TestData.Village, form, today, "Balai desa", [proposal]);
        var meeting = (await RunAsync<PlanMeeting, VillageMeeting>(Deliberator, (act, by, cancel) => act.DoAsync(input, Deliberator, by, cancel))).Id;
        var guest = NewId();
        await RunAsync<InviteGuest, MeetingGuest>(Deliberator, (act, by, cancel) => act.DoAsync(new(meeting, guest, "Pak Ujang", "council"), Deliberator, by, cancel));
        var item = await site.ReadAsync(db => db.MeetingItems.SingleAsync(i => i.ProposalId == proposal));
        return (await NowAsync(scene.With("id", $"{meeting}").With("guest", $"{guest}").With("item", $"{item.Id}").With("itemversion", $"{item.Version}"), meeting), meeting);
    }

    private async Task<Scene> NowAsync(Scene scene, Guid meeting) =>
        scene.With("version", $"{await site.ReadAsync(db => db.VillageMeetings.Where(m => m.Id == meeting).Select(m => m.Version).SingleAsync())}");
}
