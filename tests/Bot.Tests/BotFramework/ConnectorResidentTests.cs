using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Bot.Tests.Dialogs;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Bot.Tests.BotFramework;

/// <summary>What only channels of the Bot Connector do, with the bot that residents talk to.</summary>
public sealed class ConnectorResidentTests
{
    [Theory, OnSqlite]
    public async Task Whoever_opens_the_chat_is_greeted_once(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await ConnectorHost.ResidentAsync(provider);
        var siti = host.Connector.Member("emulator");

        // Act
        await siti.SendsAsync(new JsonObject { ["type"] = "installationUpdate", ["action"] = "add" });
        await siti.JoinsAsync();
        await host.RestAsync();

        // Assert
        var greeting = Assert.Single(siti.Heard);
        Assert.StartsWith("Halo, saya SlrtBot", greeting.Text, StringComparison.Ordinal);
        Assert.Null(greeting.Raw["replyToId"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_waits_for_the_replies_waits_for_the_end_of_a_story_in_pieces_too(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await ConnectorHost.ResidentAsync(provider);
        var siti = host.Connector.Member("directline");
        await host.Script(siti).PlayAsync(Paths.ToStory);
        siti.ExpectsReplies = true;
        var before = siti.Heard.Count;

        // Act
        var told = siti.SaysAsync("ijazah anak saya ditahan sekolah");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(9));
        while (!await host.ReadAsync(db => db.Conversations.AnyAsync(c => c.CollectUntil != null)))
        {
            await Task.Delay(10, patience.Token);
        }

        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await told;

        // Assert
        Assert.Contains("Selesai bercerita", Assert.Single(siti.Replied)["text"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, siti.Heard.Count);
    }

    [Theory, OnSqlite]
    public async Task A_press_is_understood_as_value_as_title_and_as_number(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await ConnectorHost.ResidentAsync(provider);
        var siti = host.Connector.Member();
        await siti.JoinsAsync();
        await host.RestAsync();
        Func<string, string, JsonObject>[] ways =
        [
            (label, _) => new JsonObject { ["text"] = label },
            (_, token) => new JsonObject { ["text"] = token },
            (_, token) => new JsonObject { ["text"] = token, ["value"] = token },
            (_, token) => new JsonObject { ["value"] = token },
            (_, token) => new JsonObject { ["value"] = new JsonObject { ["press"] = token } },
            (_, _) => new JsonObject { ["text"] = "1" },
        ];

        foreach (var way in ways)
        {
            // Act
            var before = siti.Heard.Count;
            var report = siti.Heard[^1].Buttons[0];
            var sent = way(report.Label, JsonNode.Parse(report.Data!)!["press"]!.ToString());
            sent["type"] = "message";
            await siti.SendsAsync(sent);
            await host.RestAsync();
            var heard = siti.Heard.Skip(before).Select(m => m.Text);
            await siti.SaysAsync("batal");
            await siti.SaysAsync("menu");
            await host.RestAsync();

            // Assert
            Assert.True(heard.Any(t => t.Contains("Apakah Anda setuju?", StringComparison.Ordinal)), $"{sent}\n{string.Join('\n', siti.Heard)}");
        }
    }

    [Theory]
    [OnSqlite("msteams", true)]
    [OnSqlite("webchat", false)]
    [OnPostgres("msteams", true)]
    public async Task The_message_with_the_number_takes_the_new_status_where_the_channel_can(DatabaseProvider provider, string channel, bool changes)
    {
        // Arrange
        await using var host = await ConnectorHost.ResidentAsync(provider);
        var siti = host.Connector.Member(channel);
        await host.Script(siti).PlayAsync(Paths.ToReceipt);
        var receipt = siti.Heard.Single(m => m.Text.Contains("Laporan terkirim", StringComparison.Ordinal));
        await host.RestartAsync();

        // Act
        await MoveAsync(host, "review");
        await host.RestAsync();

        // Assert
        Assert.Contains("Petugas sedang", siti.Heard[^1].Text, StringComparison.Ordinal);
        Assert.Equal(changes, receipt.EarlierTexts.Count == 1);
        Assert.Equal(changes ? 1 : 0, host.Connector.Count("update"));
        var edit = (await host.OutboxAsync()).Single(m => m.Kind == OutboundKind.Edit);
        Assert.Equal(changes ? OutboundState.Sent : OutboundState.Cancelled, edit.State);
    }

    [Theory]
    [OnSqlite("directline", true)]
    [OnSqlite("msteams", false)]
    [OnPostgres("directline", true)]
    public async Task Who_listens_at_the_other_end_hears_that_an_officer_is_wanted_and_what_was_said(DatabaseProvider provider, string channel, bool hears)
    {
        // Arrange
        await using var host = await ConnectorHost.ResidentAsync(provider);
        var siti = host.Connector.Member(channel);

        // Act
        await siti.SaysAsync("nomor saya 3204375203749999");
        await host.RestAsync();
        await siti.SaysAsync("petugas");
        await host.RestAsync();
        await siti.SaysAsync("petugas");
        await host.RestAsync();

        // Assert
        var events = siti.Heard.Where(m => $"{m.Raw["type"]}" == "event").ToList();
        Assert.Equal(hears ? 1 : 0, events.Count);
        if (hears)
        {
            Assert.Equal("handoff.initiate", $"{events[0].Raw["name"]}");
            var transcript = events[0].Raw["attachments"]![0]!;
            Assert.Equal("Transcript", $"{transcript["name"]}");
            Assert.NotEmpty(transcript["content"]!["activities"]!.AsArray());
            Assert.DoesNotContain("3204375203749999", transcript.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_long_talk_is_left_with_the_service_and_the_hand_over_names_it()
    {
        // Arrange
        await using var host = await ConnectorHost.ResidentAsync(DatabaseProvider.Sqlite);
        var siti = host.Connector.Member("directline");
        for (var i = 0; i < 12; i++)
        {
            await siti.SaysAsync($"cerita {i} " + string.Concat(Enumerable.Repeat("bantuan tidak datang ", 350)));
        }

        await host.RestAsync();

        // Act
        await siti.SaysAsync("petugas");
        await host.RestAsync();

        // Assert
        var transcript = Assert.Single(siti.Heard, m => $"{m.Raw["type"]}" == "event").Raw["attachments"]![0]!;
        Assert.Null(transcript["content"]);
        var (id, bytes) = Assert.Single(host.Connector.Uploads);
        Assert.Equal($"{host.Connector.ServiceUrl}v3/attachments/{id}/views/original", $"{transcript["contentUrl"]}");
        Assert.Contains("cerita 11", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(1, host.Connector.Count("upload"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Files_are_fetched_from_the_channel_with_the_bots_token_where_they_are_its_own(DatabaseProvider provider)
    {
        // Arrange
        await using var host = await ConnectorHost.ResidentAsync(provider);
        var siti = host.Connector.Member();
        host.Connector.Files["elsewhere"] = SamplePictures.PlainJpeg;
        var data = $"data:image/jpeg;base64,{Convert.ToBase64String(SamplePictures.PlainJpeg)}";
        await siti.SendsPhotosAsync(1);
        await siti.SendsAsync(Picture($"{host.Connector.BaseUrl}/elsewhere/files/elsewhere"));
        await siti.SendsAsync(Picture(data));
        await siti.SendsAsync(Picture("http://169.254.169.254/latest/meta-data/"));
        await siti.SendsAsync(Picture("stored:6f9619ff-8b86-d011-b42d-00cf4fc964ff"));
        await host.RestAsync();

        // Act
        await host.Services.GetRequiredService<FileFetcher>().FetchDueAsync(CancellationToken.None);

        // Assert
        var states = await host.ReadAsync(db => db.StoredFiles.OrderBy(f => f.Id).Select(f => f.State).ToListAsync());
        Assert.Equal([FileState.Stored, FileState.Stored, FileState.Stored, FileState.Failed, FileState.Failed], states);
        Assert.Equal(2, host.Connector.Count("file"));
    }

    [Fact]
    public async Task Nothing_of_a_chat_lies_in_the_open()
    {
        // Arrange
        await using var host = await ConnectorHost.ResidentAsync(DatabaseProvider.Sqlite);
        var siti = host.Connector.Member("sms", "+6281234567890");

        // Act
        await siti.SaysAsync("nama saya Siti Rahasia");
        await host.RestAsync();

        // Assert
        var inbound = Assert.Single(await host.InboxAsync());
        Assert.DoesNotContain("6281234567890", inbound.UpdateKey, StringComparison.Ordinal);
        var chat = await host.ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync());
        Assert.DoesNotContain("6281234567890", Encoding.Latin1.GetString(chat.Address.Bytes), StringComparison.Ordinal);
    }

    private static JsonObject Picture(string address) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/jpeg", ["contentUrl"] = address }),
    };

    private static async Task MoveAsync(ConnectorHost host, string verb)
    {
        var staff = TestData.Staff(Role.Manager);
        var complaint = await host.ReadAsync(db => db.Complaints.AsNoTracking().SingleAsync());
        var outcome = await host.Services.GetRequiredService<UnitOfWork>().RunAsync<MoveComplaint, Complaint>(
            (act, stop) => act.DoAsync(
                new MoveComplaintInput(complaint.Id, complaint.Version, verb) { Products = TestProducts.On(host.Clock.UtcNow) }, staff, Provenance.Staff(staff.StaffId, host.Clock.UtcNow), stop), default);
        Assert.True(outcome.Succeeded);
    }
}
