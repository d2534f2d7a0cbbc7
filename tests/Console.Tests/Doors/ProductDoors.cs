using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>The rows of what steps leave behind.</summary>
internal static class ProductDoors
{
    private const string At = "/complaints/{reference}/analysis";
    private const string Close = "/visits/{id:guid}/close";
    private const string View = "complaint.viewed";
    private const string Whole = "Key={key}&p.data=listed&p.source=siks_ng&p.data_on={today}&p.needs=food&p.why=Halo";

    public static IEnumerable<Door> All()
    {
        yield return new Door($"GET {At}", (s, _) => s.InReviewAsync()) { Missing = 404, Views = View, NothingSent = "no filter" };
        yield return new Door($"POST {At}", (s, _) => s.InReviewAsync())
        {
            Fields = With("Halo", "{typed}"),
            Success = 303,
            Does = "product.written",
            Missing = 404,
            Views = View,
            Bad =
            [
                (422, "Key={key}"), (422, With("listed", "zzz")), (422, With("siks_ng", "zzz")), (422, With("{today}", "besok")), (422, With("{today}", "2020-01-01")), (422, With("{today}", "2099-01-01")),
                (422, With("food", "food zzz")), (422, With("Halo", "{long}")), (422, With("&p.source=siks_ng", "")), (422, With("listed", "doubtful").Replace("&p.why=Halo", "", StringComparison.Ordinal)),
                (400, With("Key={key}&", "")), (400, With("{key}", "zzz")),
            ],
            NoVersion = "nothing is changed by it: who knows better writes the next one",
        };
        yield return new Door($"GET {Close}", (s, _) => s.GoneVisitAsync())
        {
            Success = 302,
            Missing = 302,
            Elsewhere = 302,
            AnyArea = "leads to the page, which answers",
            NothingSent = "an address without a form",
        };
        yield return new Door($"POST {Close}", (s, _) => s.GoneVisitAsync())
        {
            By = Role.Analyst,
            Fields = "Version={complaintversion}&Note={typed}",
            Success = 303,
            Does = "complaint.moved",
            Missing = 404,
            Views = "visit.viewed",
            Bad = [(422, "Version={complaintversion}"), (422, "Version={complaintversion}&Note={long}"), (400, "Version=abc&Note=Halo")],
            Stale = "Version=-1&Note={typed}",
        };
    }

    private static string With(string old, string other) => Whole.Replace(old, other, StringComparison.Ordinal);
}
