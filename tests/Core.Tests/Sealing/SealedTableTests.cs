using System.Reflection;
using Microsoft.EntityFrameworkCore;
using SlrtBot.Core.Persistence;
using SlrtBot.Core.Sealing;
using Xunit;

namespace SlrtBot.Core.Tests.Sealing;

/// <summary>A value opens only at the place that it was sealed for, so a place that is named anew loses what it holds.</summary>
public sealed class SealedTableTests
{
    // As stored since the first release: a line may be added, none may change.
    private static readonly string[] Places =
    [
        "AreaDecision area_decision", "Complaint complaint", "ComplaintFeedback complaint_feedback", "ComplaintMove complaint_move", "ComplaintNote complaint_note",
        "Conversation conversation", "DataRequest rights_request", "DutyEntry duty_entry", "Handover handover", "ImportRun import_run", "InboundMessage inbound_message", "MeetingGuest meeting_guest", "MeetingItem meeting_item", "OutboundMessage outbound_message", "PairDecision pair_decision",
        "Partner partner", "Person person", "Product product", "Proposal proposal", "ProposalMove proposal_move", "Recheck recheck", "Referral referral", "RegistryEntry registry_entry", "Representative complaint_representative", "SettingDecision setting_decision", "StaffDecision staff_decision", "StoredFile stored_file", "Talk talk", "Telling telling", "VanishedFamily vanished_family",
        "VillageMeeting village_meeting", "Visit visit", "VisitPhoto visit_photo", "VisitRound visit_round", "VisitValue visit_value",
    ];

    [Fact]
    public void Every_entity_with_sealed_values_says_where_they_are_sealed()
    {
        // Act
        var places = Entities().Select(e => $"{e.Name} {TableOf(e)?.Name}").Order(StringComparer.Ordinal);

        // Assert
        Assert.Equal(Places, places);
    }

    [Fact]
    public void No_two_entities_share_a_place()
    {
        // Act
        var names = Entities().Select(e => TableOf(e)?.Name).ToList();

        // Assert
        Assert.Equal(names.Distinct().Count(), names.Count);
    }

    private static IEnumerable<Type> Entities()
    {
        using var db = new SlrtDbContext(new DbContextOptionsBuilder<SlrtDbContext>().UseSqlite("Data Source=:memory:").Options);
        return [.. db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.GetProperties().Any(p => p.PropertyType == typeof(Sealed)))];
    }

    private static SealedTable? TableOf(Type entity) =>
        entity.GetField("Table", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as SealedTable?;
}
