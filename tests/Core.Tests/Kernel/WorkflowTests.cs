using CsCheck;
using SlrtBot.Core.Complaints;
using SlrtBot.Core.Handovers;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Referrals;
using SlrtBot.Core.Staff;
using SlrtBot.Core.Visits;
using Xunit;

namespace SlrtBot.Core.Tests.Kernel;

/// <summary>A workflow lets nobody take a row but its takers, and nothing move that lacks what the row requires.</summary>
public sealed class WorkflowTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Gen<ActorKind> Kinds = Gen.Enum<ActorKind>();

    private static readonly Gen<IReadOnlySet<string>> Held =
        Gen.OneOf(Permission.All.ToArray()).List[0, 6].Select(held => (IReadOnlySet<string>)held.ToHashSet());

    [Fact]
    public void A_complaints_row_is_taken_by_its_takers_and_by_nobody_else() => Assert_only_takers_take(ComplaintWorkflow.Table);

    [Fact]
    public void A_referrals_row_is_taken_by_its_takers_and_by_nobody_else() => Assert_only_takers_take(ReferralWorkflow.Table);

    [Fact]
    public void A_hand_overs_row_is_taken_by_its_takers_and_by_nobody_else() => Assert_only_takers_take(HandoverWorkflow.Table);

    [Fact]
    public void A_visits_row_is_taken_by_its_takers_and_by_nobody_else() => Assert_only_takers_take(VisitWorkflow.Table);

    [Theory]
    [MemberData(nameof(ComplaintRows))]
    public void A_resident_takes_no_desks_row_and_a_desk_no_residents(ComplaintStatus from, string verb, ComplaintStatus to)
    {
        // Arrange
        var row = ComplaintWorkflow.Table.Find(from, verb, to)!;
        var (resident, desk, clock) = (By(ActorKind.Resident), By(ActorKind.Staff), By(ActorKind.System));

        // Act
        bool Takes(Provenance by) => ComplaintWorkflow.Table.Take(from, verb, Everything(by, _ => true), to).Succeeded;

        // Assert
        Assert.Equal(row.Takers.Contains(Taker.Resident), Takes(resident));
        Assert.Equal(row.Takers.Any(t => t.Permission is not null), Takes(desk));
        Assert.Equal(row.Takers.Contains(Taker.Clock), Takes(clock));
        Assert.Equal(row.Takers.Contains(Taker.Partner), Takes(By(ActorKind.Partner)));
        Assert.False(ComplaintWorkflow.Table.Take(from, verb, Everything(desk, _ => false), to).Succeeded);
    }

    [Theory]
    [MemberData(nameof(RowsThatRequire))]
    public void What_a_row_requires_is_asked_for_by_name(ComplaintStatus from, string verb, string input)
    {
        // Arrange
        var row = ComplaintWorkflow.Table.Find(from, verb)!;
        var given = row.Requires.Where(r => r != input).Aggregate(new Given(By(ActorKind.Staff)) { May = _ => true }, (g, r) => g.With(r, "ada"));

        // Act
        var blank = ComplaintWorkflow.Table.Take(from, verb, given.With(input, "  "));
        var whole = ComplaintWorkflow.Table.Take(from, verb, given.With(input, " ada "));

        // Assert
        Assert.Equal([("required", input)], blank.Refusals.Select(r => (r.Code, r.Field!)));
        Assert.Equal("ada", whole.Value.Given[input]);
    }

    [Fact]
    public void A_move_that_is_not_listed_is_refused_whoever_asks_and_whatever_is_given() =>
        Gen.Select(Gen.Enum<ComplaintStatus>(), Gen.OneOf([.. ComplaintWorkflow.Table.Moves.Select(m => m.Verb).Distinct(), "jump"]), Kinds)
            .Where((from, verb, _) => ComplaintWorkflow.Table.Find(from, verb) is null)
            .Sample((from, verb, kind) =>
                ComplaintWorkflow.Table.Take(from, verb, Everything(By(kind), _ => true)).Refusals.Single() is { Code: "no_such_move", Kind: RefusalKind.Conflict });

    public static TheoryData<ComplaintStatus, string, ComplaintStatus> ComplaintRows()
    {
        var data = new TheoryData<ComplaintStatus, string, ComplaintStatus>();
        foreach (var row in ComplaintWorkflow.Table.Moves)
        {
            data.Add(row.From, row.Verb, row.To);
        }

        return data;
    }

    public static TheoryData<ComplaintStatus, string, string> RowsThatRequire()
    {
        var data = new TheoryData<ComplaintStatus, string, string>();
        foreach (var (row, input) in ComplaintWorkflow.Table.Moves.SelectMany(m => m.Requires.Select(r => (m, r))))
        {
            data.Add(row.From, row.Verb, input);
        }

        return data;
    }

    private static void Assert_only_takers_take<TStatus>(Workflow<TStatus> table)
        where TStatus : struct, Enum =>
        Gen.Select(Gen.OneOf(table.Moves.ToArray()), Kinds, Held).Sample((row, kind, held) =>
        {
            // Act
            var taken = table.Take(row.From, row.Verb, Everything(By(kind), held.Contains), row.To);

            // Assert
            var isTaker = kind == ActorKind.Staff
                ? row.Takers.Any(t => t.Permission is { } permission && held.Contains(permission))
                : row.Takers.Any(t => t.Permission is null && t.Kind == kind);
            Assert.Equal(isTaker, taken.Succeeded);
            Assert.True(isTaker || taken.Refusals.Single().Kind == RefusalKind.Forbidden);
        });

    private static Provenance By(ActorKind kind) => new(kind, null, "test", Now);

    private static Given Everything(Provenance by, Func<string, bool> may) => Enum.GetValues<ProductKind>()
        .Aggregate(new Given(by) { May = may }, (given, kind) => given.With(Codes.Of(kind), "lembar"))
        .With(ComplaintWorkflow.Message, "pesan").With(ComplaintWorkflow.Note, "catatan").With(ComplaintWorkflow.Visit, "kunjungan").With(ComplaintWorkflow.Reason, "other")
        .With(ReferralWorkflow.Answer, "jawaban").With(HandoverWorkflow.Words, "kata").With(HandoverWorkflow.Who, "Ani, provinsi");
}
