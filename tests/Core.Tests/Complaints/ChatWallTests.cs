using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Changes;
using SlrtBot.Core.Complaints.Dangers;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Complaints.Moves;
using SlrtBot.Core.Complaints.Representatives;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Staff;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.Complaints;

/// <summary>Everything that a chat can do with a complaint, tried by every kind of chat: only a chat that speaks for it is obeyed.</summary>
public sealed class ChatWallTests
{
    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);

    /// <summary>What a chat may wish, the moves of staff that come before it, and the act.</summary>
    private static readonly Dictionary<string, Wish> Wishes = new()
    {
        ["withdraws"] = new([], (units, id, by) => Tried(units.RunAsync<WithdrawComplaint, Complaint>((act, ct) => act.DoAsync(id, null, by, ct), default))),
        ["undoes the withdrawal"] = new(["(withdrawn)"], (units, id, by) => Tried(units.RunAsync<UndoWithdrawal, Complaint>((act, ct) => act.DoAsync(id, by, ct), default))),
        ["reopens"] = new(["review", "serve_directly"], (units, id, by) => Tried(units.RunAsync<ReopenByResident, Complaint>((act, ct) => act.DoAsync(id, by, ct), default))),
        ["rates"] = new(["review", "serve_directly"], (units, id, by) => Tried(units.RunAsync<RateService, Complaint>((act, ct) => act.DoAsync(id, 1, by, ct), default))),
        ["comments"] = new(["review", "serve_directly", "(rated)"], (units, id, by) => Tried(units.RunAsync<CommentOnService, Complaint>((act, ct) => act.DoAsync(id, "lama", by, ct), default))),
        ["says that the help came"] = new(["review", "serve_directly"], (units, id, by) => Tried(units.RunAsync<ConfirmReceipt, Complaint>((act, ct) => act.DoAsync(id, Confirmation.Received, by, ct), default))),
        ["raises"] = new(["(late)"], (units, id, by) => Tried(units.RunAsync<RaiseComplaint, Complaint>((act, ct) => act.DoAsync(id, by, ct), default))),
        ["adds"] = new([], (units, id, by) => Tried(units.RunAsync<AddToComplaint, Complaint>((act, ct) => act.DoAsync(id, KeptMessages.None, by, ct), default))),
        ["answers staff"] = new(["ask_resident"], (units, id, by) => Tried(units.RunAsync<AddToComplaint, Complaint>((act, ct) => act.DoAsync(id, KeptMessages.None, by, ct), default))),
        ["takes an alarm back"] = new(["(danger)"], (units, id, by) => Tried(units.RunAsync<TakeBackDanger, Complaint>((act, ct) => act.DoAsync(id, by, ct), default))),
    };

    private static readonly string[] Chats = ["filed it", "speaks for it", "only hears", "was parted", "stranger"];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_chat_is_obeyed_only_where_it_speaks_for_the_complaint(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var wrong = new List<string>();

        foreach (var (name, wish) in Wishes)
        {
            foreach (var chat in Chats)
            {
                var (complaint, asking) = await LodgedAsync(database, chat, wish.Before);
                var before = await StateAsync(database, complaint);

                // Act
                var refusals = await wish.Try(database.Units, complaint.Id, Resident(database, asking.Id));

                // Assert
                var changed = before != await StateAsync(database, complaint);
                var answer = (refusals.Count == 0 ? "obeyed" : refusals[0].Code, changed);
                var right = chat switch
                {
                    "filed it" or "speaks for it" => ("obeyed", true),
                    "only hears" => ("only_hears", false),
                    _ => ("not_found", false),
                };
                if (answer != right)
                {
                    wrong.Add($"{name}, in a chat that {chat}: {answer}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_alarm_is_heard_from_every_chat_that_hears_and_only_its_own_chat_or_a_speaker_takes_it_back(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (complaint, hearing) = await LodgedAsync(database, "only hears");
        var stranger = await ChatAsync(database, complaint, "stranger");

        // Act
        var strange = await MarkAsync(stranger);
        var heard = await MarkAsync(hearing);
        var takenBack = await database.Units.RunAsync<TakeBackDanger, Complaint>(
            (act, ct) => act.DoAsync(complaint.Id, Resident(database, hearing.Id), ct), default);

        // Assert
        Assert.Equal("not_found", Assert.Single(strange.Refusals).Code);
        Assert.True(heard.Value);
        Assert.True(takenBack.Succeeded);
        Assert.Equal(Urgency.Normal, (await database.ReloadAsync(complaint)).Urgency);

        Task<Outcome<bool>> MarkAsync(Conversation chat) => database.Units.RunAsync<MarkDanger, bool>(
            (act, ct) => act.DoAsync(complaint.Id, Resident(database, chat.Id), ct), default);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_message_joins_the_thread_no_more_once_the_chat_speaks_for_the_complaint_no_more(DatabaseProvider provider)
    {
        // Arrange
        await using var database = await TestData.WithAreasAsync(provider);
        var (complaint, asking) = await LodgedAsync(database, "was parted");
        var first = await HeardAsync(database, asking, "beras belum datang", complaint.Id);
        var second = await HeardAsync(database, asking, null, null);

        // Act
        var outcome = await database.Units.RunAsync<CorrectMessage, Correction>(
            (act, ct) => act.DoAsync(asking, second, "m1", "beras sudah datang", [], [], Resident(database, asking.Id), ct), default);

        // Assert
        Assert.True(outcome.Succeeded);
        Assert.Null(outcome.Value.Complaint);
        Assert.DoesNotContain("resident.corrected", await database.AuditedAsync(complaint.Id));
        Assert.Equal(complaint.Id, first.ComplaintId);
    }

    private static async Task<(Complaint Complaint, Conversation Asking)> LodgedAsync(TestDatabase database, string chat, params string[] before)
    {
        var filing = await database.ConversationAsync(address: $"{SequentialId.Next(database.Clock.UtcNow)}");
        var complaint = await database.LodgeAsync(TestData.Story(filing.Id) with { DraftId = SequentialId.Next(database.Clock.UtcNow) });
        var asking = chat == "filed it" ? filing : await ChatAsync(database, complaint, chat);
        await PrepareAsync(database, complaint, filing, before);
        return (complaint, asking);
    }

    private static async Task<Conversation> ChatAsync(TestDatabase database, Complaint complaint, string kind)
    {
        var chat = await database.ConversationAsync(address: $"{SequentialId.Next(database.Clock.UtcNow)}");
        if (kind == "stranger")
        {
            return chat;
        }

        var input = new MakeSlipInput(complaint.Id, kind == "only hears" ? Relation.Neighbour : Relation.Self, "Entin", null);
        var slip = await database.Units.RunAsync<MakeSlip, Slip>(
            (act, ct) => act.DoAsync(input, Manager, Provenance.Staff(Manager.StaffId, database.Clock.UtcNow), ct), default);
        var joined = await database.Units.RunAsync<JoinBySlip, Complaint>(
            (act, ct) => act.DoAsync(chat, SlipCode.Read(slip.Value.Code), Resident(database, chat.Id), ct), default);
        Assert.True(joined.Succeeded);
        if (kind == "was parted")
        {
            var row = await database.ReadAsync(db => db.Representatives.SingleAsync(r => r.ConversationId == chat.Id));
            Assert.True((await database.Units.RunAsync<PartChat, Done>(
                (act, ct) => act.DoAsync(complaint.Id, row.Id, Manager, Provenance.Staff(Manager.StaffId, database.Clock.UtcNow), ct), default)).Succeeded);
        }

        return chat;
    }

    private static async Task PrepareAsync(TestDatabase database, Complaint complaint, Conversation filing, string[] steps)
    {
        var by = Resident(database, filing.Id);
        foreach (var step in steps)
        {
            var refusals = step switch
            {
                "(withdrawn)" => await Tried(database.Units.RunAsync<WithdrawComplaint, Complaint>((act, ct) => act.DoAsync(complaint.Id, null, by, ct), default)),
                "(rated)" => await Tried(database.Units.RunAsync<RateService, Complaint>((act, ct) => act.DoAsync(complaint.Id, 2, by, ct), default)),
                "(danger)" => await Tried(database.Units.RunAsync<MarkDanger, bool>((act, ct) => act.DoAsync(complaint.Id, by, ct), default)),
                "(late)" => Wait(database),
                _ => (await database.MoveAsync(complaint, step, Manager, "Kata petugas.", "Catatan.", "other")).Refusals,
            };
            Assert.Empty(refusals);
        }
    }

    private static IReadOnlyList<Refusal> Wait(TestDatabase database)
    {
        database.Clock.Advance(TimeSpan.FromDays(30));
        return [];
    }

    /// <summary>What a refused act must not change: the complaint, what was said of it, its history and its audit.</summary>
    private static Task<(int Version, int Said, int Moves, int Audited)> StateAsync(TestDatabase database, Complaint complaint) =>
        database.ReadAsync(async db => (
            await db.Complaints.Where(c => c.Id == complaint.Id).Select(c => c.Version).SingleAsync(),
            await db.ComplaintFeedback.CountAsync(f => f.ComplaintId == complaint.Id),
            await db.ComplaintMoves.CountAsync(m => m.ComplaintId == complaint.Id),
            await db.AuditActs.CountAsync(a => a.SubjectId == complaint.Id)));

    private static async Task<InboundMessage> HeardAsync(TestDatabase database, Conversation chat, string? text, Guid? complaintId)
    {
        var id = SequentialId.Next(database.Clock.UtcNow);
        var message = new InboundMessage
        {
            Id = id,
            Channel = chat.Channel,
            UpdateKey = $"test:{id:N}",
            AddressIndex = chat.AddressIndex,
            ConversationId = chat.Id,
            ChannelMessageId = ChannelMessageId.Of(database.Services.GetRequiredService<BlindIndex>(), "m1"),
            Text = database.Services.GetRequiredService<FieldCipher>().SealOptional(text, new("inbound_message"), id, "text"),
            ComplaintId = complaintId,
            ReceivedAt = database.Clock.UtcNow,
            Payload = null,
            State = InboundState.Done,
        };
        await database.AddAsync(message);
        return message;
    }

    private static Provenance Resident(TestDatabase database, Guid chat) => Provenance.Resident(chat, "telegram", database.Clock.UtcNow);

    private static async Task<IReadOnlyList<Refusal>> Tried<T>(Task<Outcome<T>> running) => (await running).Refusals;

    private sealed record Wish(string[] Before, Func<UnitOfWork, Guid, Provenance, Task<IReadOnlyList<Refusal>>> Try);
}
