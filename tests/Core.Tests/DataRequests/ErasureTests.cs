using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SlrtBot.Core.Checks;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Complaints.Feedback;
using SlrtBot.Core.Complaints.Persons;
using SlrtBot.Core.Complaints.Products;
using SlrtBot.Core.Conversations;
using SlrtBot.Core.DataRequests;
using SlrtBot.Core.Files;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Imports;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Proposals;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Registry;
using SlrtBot.Core.Sealing;
using SlrtBot.Core.Settings;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Talks;
using SlrtBot.Core.Tellings;
using SlrtBot.Core.Vanished;
using SlrtBot.Core.Visits;
using SlrtBot.TestKit;
using Xunit;

namespace SlrtBot.Core.Tests.DataRequests;

/// <summary>Whoever asks to be erased is erased from every sealed column of the model, or there is a reason why not.</summary>
public sealed class ErasureTests
{
    private const string Words = """{"Text":"Siti Contoh, jalan kaki ke balai desa"}""";

    private static readonly StaffScope Manager = TestData.Staff(Role.Manager);

    /// <summary>Why these stay. Whatever else is sealed must be gone.</summary>
    private static readonly Dictionary<string, string> Kept = new()
    {
        ["conversation.address"] = "the answer to the request goes there",
        ["duty_entry.name"] = "who is called in an emergency, not the resident",
        ["duty_entry.phone"] = "that person's number",
        ["import_run.file_name"] = "what an office calls its file",
        ["import_run.reason"] = "why an office took a list back",
        ["registry_entry.record"] = "the state's poverty data, which the resident did not tell us",
        ["vanished_family.words"] = "what staff found of a family in the state's data, who told us nothing",
        ["village_meeting.place"] = "where a village meets",
        ["village_meeting.number"] = "what a village numbers its minutes with",
        ["meeting_guest.name"] = "who deliberated, as the minutes say; not the resident",
        ["partner.contact_person"] = "a partner's officer, not the resident",
    };

    /// <summary>Written once and about members of staff: no resident's words ever stand there.</summary>
    private static readonly string[] OfStaff = ["area_decision", "setting_decision", "staff_decision"];

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_sealed_column_is_emptied_with_the_conversation_or_kept_for_a_reason(DatabaseProvider provider)
    {
        // Arrange: every sealed column of every table holds words of this chat, or about its complaint.
        await using var database = await TestData.WithAreasAsync(provider);
        var conversation = await database.ConversationAsync();
        var complaint = await database.LodgeAsync(TestData.Story(conversation.Id));
        var request = Request(conversation.Id, DataRequestKind.Erase, DataRequestState.Open);
        await database.PartnerAsync();
        var joined = await database.ConversationAsync(address: "2");
        await database.AddAsync([request, .. RowsOf(conversation, complaint, joined)]);
        Assert.True((await database.Units.RunAsync<NamePerson, Complaint>(
            (act, ct) => act.DoAsync(new(complaint.Id, complaint.Version, null, true), Manager, Provenance.Staff(Manager.StaffId, database.Clock.UtcNow), ct), default)).Succeeded);
        var filled = await FillAsync(database, joined);

        // Act
        var outcome = await database.Units.RunAsync<AnswerRequest, DataRequest>(
            (act, ct) => act.DoAsync(new(request.Id, 1, true, null), Manager, Provenance.Staff(Manager.StaffId, database.Clock.UtcNow), ct), default);

        // Assert
        Assert.True(outcome.Succeeded, string.Join(", ", outcome.Refusals.Select(r => r.Code)));
        Assert.All(Kept.Keys, column => Assert.Contains(column, filled));
        Assert.Equal(Kept.Keys.Order(), (await LegibleAsync(database)).Order());
        Assert.All(await database.ReadAsync(db => db.Proposals.ToListAsync()), p => Assert.Null(p.WhomIndex));
        Assert.Empty(await database.ReadAsync(db => db.OutboundMessages.Where(m => m.State == OutboundState.Leased).ToListAsync()));
    }

    /// <summary>A new table with a sealed column needs a row here, so that the test above sees it.</summary>
    private static List<object> RowsOf(Conversation conversation, Complaint complaint, Conversation joined)
    {
        var now = complaint.LodgedAt;
        var nothing = new Sealed([0]);
        return
        [
            new Handover
            {
                Id = NewId(), Number = "SRH-0000-0000-0", Complaint = complaint, FromDesk = HandoverDesk.Village, ToDesk = HandoverDesk.District, Reason = "other", SentAt = now, DueOn = new(2026, 12, 1),
            },
            new Telling
            {
                Id = NewId(), Complaint = complaint,
                Reason = TellingReason.NoChat, AskedAt = now,
            },
            Visited(complaint, now),
            new Product { Id = NewId(), Complaint = complaint, Kind = ProductKind.Decision, MadeBy = NewId(), MadeAt = now },
            new Proposal
            {
                Id = ProposalId, Complaint = complaint, Kind = ProposalKind.Add, Path = ProposalPath.Update, Cycle = new(2026, 12, 1), Facts = "{}", WhomIndex = [1], ProposedBy = NewId(), ProposedAt = now,
            },
            new ProposalMove
            {
                Id = NewId(), ProposalId = ProposalId, FromStatus = ProposalStatus.Collected, ToStatus = ProposalStatus.Withdrawn, Verb = "withdraw", ActorKind = ActorKind.Staff, At = now,
            },
            new VisitRound { Id = NewId(), VisitId = VisitId, Round = 1, SentBy = NewId(), SentAt = now, VisitedOn = new(2026, 12, 1), Outcome = VisitOutcome.AsTold },
            new VisitValue { Id = NewId(), VisitId = VisitId, Round = 1, Field = "need.words", NotedBy = NewId(), NotedAt = now },
            new VisitPhoto { Id = NewId(), VisitId = VisitId, Round = 1, Source = PositionSource.Pin, TakenBy = NewId(), AddedAt = now },
            new ComplaintNote { Id = NewId(), ComplaintId = complaint.Id, StaffId = NewId(), Text = nothing, At = now },
            Feedback(complaint.Id, conversation.Id, now),
            Feedback(complaint.Id, joined.Id, now),
            Feedback(NewId(), conversation.Id, now),
            new Representative
            {
                Id = NewId(), ComplaintId = complaint.Id, ConversationId = joined.Id, Relation = Relation.Family, Consent = RepresentativeConsent.Yes,
                RecordedAt = now, RecordedBy = ActorKind.Staff,
            },
            Request(conversation.Id, DataRequestKind.Correct, DataRequestState.Done),
            Request(conversation.Id, DataRequestKind.Access, DataRequestState.Open),
            Inbound(conversation, null, now),
            Inbound(joined, complaint.Id, now),
            Outbound(conversation, OutboundState.Sent, now),
            Outbound(conversation, OutboundState.Leased, now),
            Outbound(joined, OutboundState.Sent, now, complaint.Id),
            File(conversation.Id, null, now),
            File(joined.Id, complaint.Id, now),
            new ImportRun
            {
                Id = NewId(), Kind = ImportKind.Registry, RegencyCode = complaint.RegencyCode, FileName = nothing, Format = ImportFormat.Csv, Size = 1, ContentIndex = [1],
                State = ImportState.Stored, StartedBy = NewId(), StartedAt = now, ChangedAt = now,
            },
            new RegistryEntry { Id = NewId(), SnapshotId = NewId(), AreaCode = complaint.VillageCode, Record = nothing },
            new VanishedFamily { Id = NewId(), SnapshotId = NewId(), EntryId = NewId(), RegencyCode = complaint.RegencyCode, DistrictCode = complaint.DistrictCode, VillageCode = complaint.VillageCode, FoundAt = now },
            new Recheck { Id = NewId(), Complaint = complaint, SnapshotId = NewId(), CheckId = NewId(), BeforeOutcome = CheckOutcome.NotListed, AfterOutcome = CheckOutcome.Listed, MadeAt = now },
            new PairDecision { Id = NewId(), ComplaintId = complaint.Id, Whom = [1], Verdict = PairVerdict.Same, Words = nothing, DecidedBy = NewId(), DecidedAt = now },
            new VillageMeeting
            {
                Id = NewId(), RegencyCode = complaint.RegencyCode, DistrictCode = complaint.DistrictCode, VillageCode = complaint.VillageCode, Form = MeetingForm.Meeting,
                Cycle = new(2026, 12, 1), HeldOn = new(2026, 12, 1), PlannedBy = NewId(), PlannedAt = now,
            },
            new MeetingItem { Id = NewId(), MeetingId = NewId(), ProposalId = ProposalId, Ordinal = 1 },
            new MeetingGuest { Id = NewId(), MeetingId = NewId(), Name = nothing, Role = GuestRole.Council, InvitedBy = NewId(), InvitedAt = now },
            new DutyEntry { Id = NewId(), AreaCode = complaint.RegencyCode, AddedAt = now },
            new Talk
            {
                Id = NewId(), ConversationId = conversation.Id, RegencyCode = complaint.RegencyCode, IsSensitive = false, State = TalkState.Ended,
                RequestedAt = now, LastActivityAt = now,
            },
            new Referral
            {
                Id = NewId(), Number = "SLRT-R-1", Complaint = complaint, PartnerId = NewId(), Request = nothing,
                DueOn = DateOnly.FromDateTime(now), Consent = "chat", SentBy = NewId(), SentAt = now,
            },
        ];
    }

    private static readonly Guid VisitId = NewId();
    private static readonly Guid ProposalId = NewId();

    private static Visit Visited(Complaint complaint, DateTime at) => new()
    {
        Id = VisitId, Complaint = complaint, PlannedAt = at,
    };

    private static ComplaintFeedback Feedback(Guid complaintId, Guid conversationId, DateTime at) => new()
    {
        Id = NewId(), ComplaintId = complaintId, Kind = FeedbackKind.Rate, ConversationId = conversationId, At = at, Rating = 2,
    };

    private static DataRequest Request(Guid conversationId, DataRequestKind kind, DataRequestState state) => new()
    {
        Id = NewId(), ConversationId = conversationId, Kind = kind, State = state, RegencyCode = "32.04", IsSensitive = false,
        OpenedAt = DateTime.UnixEpoch, DueAt = DateTime.UnixEpoch,
    };

    private static InboundMessage Inbound(Conversation conversation, Guid? complaintId, DateTime at) => new()
    {
        Id = NewId(), Channel = conversation.Channel, UpdateKey = $"{NewId():N}", AddressIndex = conversation.AddressIndex, Payload = null,
        ReceivedAt = at, State = InboundState.Done, HandledAt = at, ConversationId = conversation.Id, ComplaintId = complaintId,
    };

    private static OutboundMessage Outbound(Conversation conversation, OutboundState state, DateTime at, Guid? complaintId = null) => new()
    {
        Id = NewId(), ConversationId = conversation.Id, ComplaintId = complaintId, Channel = conversation.Channel, Kind = OutboundKind.Reply,
        DedupeKey = $"{NewId():N}", Body = new Sealed([0]), State = state, CreatedAt = at,
    };

    private static StoredFile File(Guid conversationId, Guid? complaintId, DateTime at) => new()
    {
        Id = NewId(), ConversationId = conversationId, ComplaintId = complaintId, Kind = FileKind.Photo, State = FileState.Stored, CreatedAt = at,
    };

    private static Guid NewId() => SequentialId.Next(DateTime.UnixEpoch);

    /// <returns>The columns that were filled, as <c>table.column</c>: all that the model seals.</returns>
    private static async Task<HashSet<string>> FillAsync(TestDatabase database, Conversation joined)
    {
        var cipher = database.Services.GetRequiredService<FieldCipher>();
        var filled = new HashSet<string>();
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        foreach (var (table, rows) in await SealedRowsAsync(db))
        {
            Assert.True(rows.Count > 0, $"{table.GetTableName()} has sealed columns and no row in this test");
            // What the joined chat has of its own is not this chat's to erase.
            foreach (var row in rows.Where(r => r is not Conversation other || other.Id != joined.Id))
            {
                foreach (var column in SealedColumns(table))
                {
                    var entry = db.Entry(row);
                    var id = (Guid)entry.Property("Id").CurrentValue!;
                    entry.Property(column.Name).CurrentValue = cipher.Seal(Words, SealedTable.Of(table.ClrType), id, column.GetColumnName());
                    filled.Add(Name(column));
                }
            }
        }

        await database.Gate.SaveAsync(db, CancellationToken.None);
        return filled;
    }

    /// <returns>The columns in which the words can be read by whoever holds the keys.</returns>
    private static async Task<HashSet<string>> LegibleAsync(TestDatabase database)
    {
        var cipher = database.Services.GetRequiredService<FieldCipher>();
        var legible = new HashSet<string>();
        await using var scope = database.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SlrtDbContext>();
        foreach (var (table, rows) in await SealedRowsAsync(db))
        {
            foreach (var row in rows)
            {
                var id = (Guid)db.Entry(row).Property("Id").CurrentValue!;
                legible.UnionWith(SealedColumns(table)
                    .Where(column => db.Entry(row).Property(column.Name).CurrentValue is Sealed value
                        && IsLegible(cipher, value, column, id))
                    .Select(Name));
            }
        }

        return legible;
    }

    private static bool IsLegible(FieldCipher cipher, Sealed value, IProperty column, Guid id) =>
        cipher.Open(value, SealedTable.Of(column.DeclaringType.ClrType), id, column.GetColumnName()) == Words;

    private static async Task<List<(IEntityType Table, List<object> Rows)>> SealedRowsAsync(SlrtDbContext db)
    {
        var tables = new List<(IEntityType, List<object>)>();
        foreach (var table in db.Model.GetEntityTypes().Where(t => SealedColumns(t).Any() && !OfStaff.Contains(t.GetTableName())))
        {
            var rows = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(table.ClrType).Invoke(db, null)!;
            tables.Add((table, await rows.ToListAsync()));
        }

        return tables;
    }

    private static IEnumerable<IProperty> SealedColumns(IEntityType table) => table.GetProperties().Where(p => p.ClrType == typeof(Sealed));

    private static string Name(IProperty column) => $"{column.DeclaringType.GetTableName()}.{column.GetColumnName()}";
}
