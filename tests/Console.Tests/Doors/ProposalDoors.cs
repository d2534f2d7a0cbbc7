using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>The rows of proposals for the poverty data.</summary>
internal static class ProposalDoors
{
    private const string Make = "/complaints/{reference}/propose";
    private const string One = "/proposals/{id:guid}";
    private const string Complaint = "complaint.viewed";
    private const string View = "proposal.viewed";
    private const string Add = "Key={key}&kind=add&p.nik=3204375203749999&p.address=Kp. Contoh&p.rejections=none&p.why={typed}";

    public static IEnumerable<Door> All()
    {
        yield return new Door($"GET {Make}", (s, _) => s.ProposableAsync()) { By = Role.Analyst, Views = Complaint, Missing = 404, Bad = [(200, "kind=zzz"), (200, "kind=remove")] };
        yield return new Door($"POST {Make}", (s, _) => s.ProposableAsync())
        {
            By = Role.Analyst,
            Fields = Add,
            Success = 303,
            Does = "proposal.made",
            Views = Complaint,
            Missing = 404,
            Bad =
            [
                (422, "Key={key}&kind=add"), (422, With("rejections=none", "rejections=zzz")), (422, With("rejections=none", "rejections=dead")), (422, With("{typed}", "{long}")),
                (422, With("3204375203749999", "3204")), (400, With("Key={key}&", "")), (400, With("{key}", "zzz")), (422, "Key={key}&kind=correct"), (422, With("kind=add", "kind=remove")),
            ],
            NoVersion = "whether somebody is proposed already is asked when it is pressed",
        };
        yield return new Door("GET /proposals", (s, _) => s.ProposedAsync()) { Views = View, ShowsSeveral = true, Bad = [(200, "status=zzz"), (200, "p=-5"), (200, "p=abc")] };
        yield return new Door($"GET {One}", (s, _) => s.ProposedAsync()) { Does = View, Views = View, Missing = 404, NothingSent = "no filter" };
        yield return new Door($"POST {One}", (s, _) => s.ProposedAsync())
        {
            By = Role.Analyst,
            Fields = "Version={version}&Reason=mistake&Words={typed}",
            Success = 303,
            Does = "proposal.moved",
            Views = View,
            Missing = 404,
            Bad = [(422, "Version={version}"), (422, "Version={version}&Reason=zzz"), (422, "Version={version}&Reason=mistake&Words={long}"), (400, "Version=abc&Reason=mistake")],
            Stale = "Version=-1&Reason=mistake&Words={typed}",
        };
    }

    private static string With(string old, string now) => Add.Replace(old, now, StringComparison.Ordinal);
}
