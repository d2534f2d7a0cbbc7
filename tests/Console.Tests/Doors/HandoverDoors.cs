using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>The rows of <see cref="DoorTable"/> for tasks and for complaints on their way between desks.</summary>
internal static class HandoverDoors
{
    private const string At = "/handovers/{id:guid}";
    private const string View = "complaint_handover.viewed";
    private const string Whole = "Key={key}&Version={version}&To=review&Reason=cannot_solve&Words={typed}&DueOn={tomorrow}";

    public static IEnumerable<Door> All()
    {
        yield return new Door("GET /tasks", Still) { Fields = "list=desk", Bad = [(200, "list=zzz&p=-1"), (200, "late=zzz"), (200, "list=waiting&late=true"), (200, "p=abc"), (200, "p=2147483647")] };
        yield return new Door("GET /tasks/next", Still) { Success = 302, NothingSent = "an address without a form" };
        yield return new Door("POST /tasks/next", (s, _) => s.InReviewAsync())
        {
            By = Role.Analyst,
            Success = 303,
            Does = "complaint.taken",
            NothingSent = "a button",
            NoVersion = "what is next is found when it is pressed",
        };

        const string handOn = "/complaints/{reference}/hand-on";
        yield return new Door($"GET {handOn}", (s, _) => s.LodgedAsync()) { Missing = 404, Views = "complaint.viewed", Bad = [(200, "To=zzz")] };
        yield return new Door($"POST {handOn}", (s, _) => s.BesideReviewAsync())
        {
            Fields = Whole,
            Success = 303,
            Does = "complaint_handover.sent",
            Missing = 404,
            Views = "complaint.viewed",
            Bad =
            [
                (422, "Key={key}&Version={version}"), (422, With("To=review", "To=zzz")), (422, With("To=review", "To=centre")), (422, With("cannot_solve", "zzz")),
                (422, With("{typed}", "{long}")), (422, With("{typed}", "%20")), (422, With("{tomorrow}", "besok")), (422, With("{tomorrow}", "2020-01-01")),
                (422, With("{tomorrow}", "2099-01-01")), (400, With("Key={key}&", "")), (400, With("{key}", "zzz")), (400, With("{version}", "abc")),
            ],
            Stale = With("{version}", "-1"),
        };

        yield return new Door("GET /complaints/{reference}/recuse", (s, _) => s.LodgedAsync()) { Missing = 404, Views = "complaint.viewed", NothingSent = "no filter" };
        yield return new Door("POST /complaints/{reference}/recuse", (s, _) => s.LodgedAsync())
        {
            Success = 303,
            Does = "complaint.recused",
            Missing = 404,
            Views = "complaint.viewed",
            NothingSent = "a button",
            NoVersion = "stepping aside is right whatever has changed",
        };

        yield return new Door($"GET {At}", (s, _) => s.HandedOnAsync()) { Missing = 404, Does = View, Views = View, NothingSent = "no filter" };
        foreach (var form in new[] { "answer", "link", "read" })
        {
            yield return new Door($"GET {At}/{form}", (s, _) => s.HandedOnAsync()) { Success = 302, Missing = 302, AnyArea = "leads to the page, which answers", NothingSent = "an address without a form" };
        }

        yield return new Door($"POST {At}/answer", (s, _) => s.HandedOnAsync())
        {
            Fields = "Verb=return&Version={version}&Words={typed}",
            Success = 303,
            Does = "complaint_handover.returned",
            Missing = 404,
            Views = View,
            Bad =
            [
                (422, ""), (422, "Verb=zzz&Version={version}"), (422, "Verb=lapse&Version={version}"), (422, "Verb=return&Version={version}"), (422, "Verb=answer&Version={version}&Words=%20"),
                (422, "Verb=answer&Version={version}&Words={long}"), (400, "Verb=accept&Version=abc"),
            ],
            Stale = "Verb=return&Version=-1&Words={typed}",
        };
        yield return new Door($"POST {At}/link", (s, actor) => s.HandedOutAsync(actor))
        {
            Success = 303,
            Does = "complaint_handover.link_renewed",
            Missing = 404,
            Views = View,
            NothingSent = "a button",
            NoVersion = "a new link takes the place of the one before",
        };
        yield return new Door($"POST {At}/read", (s, actor) => s.ReturnedAsync(actor))
        {
            Success = 303,
            Does = "complaint_handover.read",
            Missing = 404,
            Views = View,
            NothingSent = "a button",
            NoVersion = "read twice is read",
        };

        yield return new Door("GET /p/{token}", (s, _) => s.LinkedAsync()) { Anonymous = true, Missing = 404, NothingSent = "no filter" };
        yield return new Door("POST /p/{token}", (s, _) => s.LinkedAsync())
        {
            Anonymous = true,
            Missing = 404,
            Fields = "Verb=return&Who=Rina&Words={typed}",
            Success = 303,
            Bad =
            [
                (422, ""), (422, "Verb=zzz&Who=Rina"), (422, "Verb=accept"), (422, "Verb=accept&Who={long}"), (422, "Verb=answer&Who=Rina"), (422, "Verb=answer&Who=Rina&Words={long}"),
                (422, "Verb=revoke&Who=Rina&Words=Halo"), (422, "Verb=lapse&Who=Rina&Words=Halo"),
            ],
            NoVersion = "the state of the hand-over decides: what is over says so (HandoverLinkTests)",
        };
    }

    /// <summary>News that somebody carries to a resident.</summary>
    public static IEnumerable<Door> Tellings()
    {
        const string told = "Outcome=told&Whom=self&Understood=yes&Received=received&ToldOn={today}&Note={typed}";
        yield return new Door("GET /tellings", (s, _) => s.ToTellAsync()) { Views = "complaint.viewed", ShowsSeveral = true, NothingSent = "no filter" };
        yield return new Door("GET /tellings/{id:guid}", (s, _) => s.ToTellAsync()) { Missing = 404, Does = "complaint.viewed", Views = "complaint.viewed", NothingSent = "no filter" };
        yield return new Door("POST /tellings/{id:guid}", (s, _) => s.ToTellAsync())
        {
            Fields = told,
            Success = 303,
            Does = "telling.recorded",
            Missing = 404,
            Views = "complaint.viewed",
            Bad =
            [
                (422, ""), (422, told.Replace("=told", "=zzz", StringComparison.Ordinal)), (422, told.Replace("=self", "=zzz", StringComparison.Ordinal)),
                (422, told.Replace("=yes", "=zzz", StringComparison.Ordinal)), (422, told.Replace("{today}", "besok", StringComparison.Ordinal)),
                (422, told.Replace("{today}", "{tomorrow}", StringComparison.Ordinal)), (422, told.Replace("{typed}", "{long}", StringComparison.Ordinal)),
                (422, "Outcome=gone&ToldOn={today}"),
            ],
            NoVersion = "whoever has told it first is named (TellingTests)",
        };
        yield return new Door("GET /complaints/{reference}/tell", (s, _) => s.LodgedAsync()) { Missing = 404, Views = "complaint.viewed", NothingSent = "no filter" };
        yield return new Door("POST /complaints/{reference}/tell", (s, _) => s.LodgedAsync())
        {
            Fields = "Words={typed}",
            Success = 303,
            Does = "telling.asked",
            Missing = 404,
            Views = "complaint.viewed",
            Bad = [(422, ""), (422, "Words=%20"), (422, "Words={long}")],
            NoVersion = "one waits at most: the newest words stand in it",
        };
    }

    private static Task<Scene> Still(DoorStage stage, Actor actor) => Task.FromResult(stage.Nothing());

    private static string With(string old, string other) => Whole.Replace(old, other, StringComparison.Ordinal);
}
