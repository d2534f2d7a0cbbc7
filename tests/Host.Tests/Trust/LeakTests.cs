using System.Text;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Bot.Engine;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using SlrtBot.TestKit.FakeTelegram;
using Xunit;

namespace SlrtBot.Host.Tests.Trust;

/// <summary>
/// What residents and staff write is in the database only sealed, and nowhere else: not in its log, not in files, not
/// in what anything in the process would log at its most talkative, not in addresses (docs/checks.md, A-44, A-56, A-57).
/// </summary>
public sealed class LeakTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_that_people_wrote_lies_open_anywhere(DatabaseProvider provider)
    {
        // Arrange
        await using var installation = await Installation.StartAsync(provider, PoisonedBot.Add);
        var picture = SamplePictures.PlainJpeg[^64..^8];

        // Act
        var complaint = await PlayAsync(installation);
        var running = await StoredBytes.ReadAsync(installation);
        await installation.StopAsync();
        var stopped = await StoredBytes.ReadAsync(installation);
        var logged = installation.Logs.Lines.Select(l => ("log", Encoding.UTF8.GetBytes(l)))
            .Append(("out", Encoding.UTF8.GetBytes(installation.Out.ToString())))
            .Append(("error", Encoding.UTF8.GetBytes(installation.Error.ToString()))).ToList();

        // Assert
        var words = Seeds.Shapes([
            .. Seeds.OfResident, .. Seeds.OfStaff, SamplePictures.Secret, installation.Telegram.Token, installation.Telegram.Token.Split(':')[1],
            Installation.Secret,
        ]);
        Assert.Equal([], Hits([.. running, .. stopped, .. logged], words));
        Assert.Equal([], Hits([.. running, .. stopped], new Dictionary<string, IReadOnlyList<byte[]>> { ["picture"] = [picture, .. Seeds.InBase64(picture)] }));
        Assert.Equal(ComplaintStatus.Answered, complaint.Status);
        Assert.Contains(installation.Logs.Lines, l => l.Contains($"access GET /complaints/{complaint.Reference}", StringComparison.Ordinal));
        Assert.All(
            ["Trace Microsoft.AspNetCore", "Debug Microsoft.AspNetCore.Mvc", "Debug Quartz", "Error SlrtBot.Bot.Turns"],
            talker => Assert.Contains(installation.Logs.Lines, l => l.StartsWith(talker, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("base64")]
    public void The_scan_finds_a_word_in_each_of_its_shapes(string shape)
    {
        // Arrange
        var text = $"{{\"text\":\"{Seeds.Story}\"}}";
        var bytes = shape == "base64"
            ? Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))
            : Encoding.GetEncoding(shape).GetBytes(text);

        // Act
        var hits = Hits([("page", bytes)], Seeds.Shapes([Seeds.Story, Seeds.Name]));

        // Assert
        Assert.StartsWith($"{Seeds.Story} in page", Assert.Single(hits));
    }

    /// <returns>What was found where; the beginning of the place, so that a failure shows the line.</returns>
    internal static List<string> Hits(IEnumerable<(string Place, byte[] Bytes)> places, IReadOnlyDictionary<string, IReadOnlyList<byte[]>> words)
    {
        var hits = new List<string>();
        foreach (var (place, bytes) in places)
        {
            foreach (var (word, shapes) in words)
            {
                if (shapes.Select(s => bytes.AsSpan().IndexOf(s)).FirstOrDefault(i => i >= 0, -1) is >= 0 and var at)
                {
                    var from = Math.Max(0, at - 120);
                    hits.Add($"{word} in {place}: {Encoding.UTF8.GetString(bytes[from..Math.Min(bytes.Length, at + 60)])}");
                }
            }
        }

        return hits;
    }

    private static async Task<Complaint> PlayAsync(Installation installation)
    {
        var story = new ResidentStory(installation);
        var complaint = await story.LodgeAsync();
        var partner = await installation.PartnerAsync();
        var manager = await installation.SignInAsync(Role.Manager, readsSensitive: true);
        await manager.OpenAsync($"/complaints/{complaint.Reference}");
        Assert.Contains(Seeds.Story, manager.Page.Body!.TextContent, StringComparison.Ordinal);
        await manager.SubmitAsync("form[action$='/note']", ("Text", Seeds.Note));
        await manager.SubmitAsync("form[action$='/write']", ("Text", Seeds.Own));
        await MoveAsync(manager, "ask_resident", ("Message", Seeds.Question));
        await installation.QuietAsync();

        // One message that breaks the turn five times, one that Telegram takes without an answer.
        await story.Phone.SaysAsync($"{Seeds.Poison} {Seeds.Name}");
        await installation.UntilAsync(db => db.InboundMessages.AnyAsync(m => m.State == InboundState.Parked), TimeSpan.FromSeconds(30));
        installation.Telegram.Faults.Next("sendMessage", FakeFault.HangAfterAccept);
        await story.Phone.SaysAsync(Seeds.Reply);
        await installation.UntilAsync(async db => !await db.InboundMessages.AnyAsync(m => m.State == InboundState.New));
        installation.Clock.Advance(new PaceOptions().LongestPause);
        await installation.UntilAsync(
            async db => await db.Conversations.AllAsync(c => c.CollectUntil == null)
                && await db.OutboundMessages.AllAsync(m => m.State == OutboundState.Sent),
            TimeSpan.FromSeconds(15));

        await manager.OpenAsync($"/complaints/{complaint.Reference}");
        if (manager.Page.QuerySelector("input[name=Verb][value=resume]") is not null)
        {
            await MoveAsync(manager, "resume");
        }

        await manager.AnalyseAsync(complaint.Reference);
        await manager.OpenAsync($"/complaints/{complaint.Reference}/refer");
        await manager.SubmitAsync(
            "form:has([name=Partner])", ("Partner", partner.ToString()), ("Words", Seeds.Request), ("DueOn", "2026-12-31"),
            ("Consent", Second(manager, "Consent")));
        Assert.StartsWith("/referrals/", manager.Path, StringComparison.Ordinal);
        await manager.SubmitAsync("form:has(input[name=Verb][value=answer])", ("Answer", Seeds.Outcome));
        await installation.QuietAsync();
        await manager.OpenAsync(manager.Path + "/letter");
        await manager.OpenAsync($"/complaints/{complaint.Reference}");
        var file = await installation.ReadAsync(db => db.StoredFiles.Select(f => f.Id).FirstAsync());
        await manager.OpenAsync($"/files/{file}");
        return await installation.ReadAsync(db => db.Complaints.SingleAsync());
    }

    private static async Task MoveAsync(StaffBrowser staff, string verb, params (string Name, string Value)[] filled)
    {
        await staff.SubmitAsync($"form:has(input[name=Verb][value={verb}])", filled);
        Assert.Equal(System.Net.HttpStatusCode.OK, staff.Status);
    }

    private static string Second(StaffBrowser staff, string select) =>
        staff.Page.QuerySelectorAll($"select[name={select}] option").Select(o => o.GetAttribute("value") ?? "").First(v => v.Length > 0);
}
