using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>The rows of <see cref="DoorTable"/> for visits.</summary>
internal static class VisitDoors
{
    private const string At = "/visits/{id:guid}";
    private const string View = "visit.viewed";
    private const string ComplaintView = "complaint.viewed";
    private const string NothingTyped = "its version is sent, and nothing is typed that could be lost (VisitPageTests)";
    private const string Plan = "Key={key}&On={tomorrow}&Part=morning&Note={typed}";
    private const string Move = "Version={version}&On={tomorrow}&Part=noon&Reason=weather";

    public static IEnumerable<Door> All()
    {
        yield return new Door("GET /visits", (s, _) => s.PlannedVisitAsync()) { Fields = "whose=all", Views = ComplaintView, ShowsSeveral = true, Bad = [(200, "week=abc&whose=all"), (200, "whose=zzz"), (200, "week=-5&whose=all")] };
        yield return new Door("GET /visits/of/{reference}", (s, _) => s.PlannedVisitAsync())
        {
            Success = 302,
            Missing = 302,
            Elsewhere = 302,
            AnyArea = "leads to a page, which answers",
            NothingSent = "no filter",
        };

        const string plan = "/complaints/{reference}/visit";
        yield return Of($"GET {plan}", (s, _) => s.LodgedAsync()) with { Views = ComplaintView, NothingSent = "no filter" };
        yield return Of($"POST {plan}", (s, _) => s.LodgedAsync()) with
        {
            Fields = Plan,
            Success = 303,
            Does = "visit.planned",
            Views = ComplaintView,
            Bad =
            [
                (422, "Key={key}"), (422, With(Plan, "{tomorrow}", "besok")), (422, With(Plan, "{tomorrow}", "2020-01-01")), (422, With(Plan, "{tomorrow}", "2099-01-01")),
                (422, With(Plan, "morning", "night")), (422, With(Plan, "{typed}", "{long}")), (400, With(Plan, "Key={key}&", "")), (400, With(Plan, "{key}", "zzz")),
            ],
            NoVersion = "where the complaint lies and whether one runs is asked when it is pressed",
        };

        yield return Of($"GET {At}", (s, _) => s.PlannedVisitAsync()) with { By = Role.Manager, Does = View, Views = View, NothingSent = "no filter" };
        yield return Of($"GET {At}/paper", (s, _) => s.PlannedVisitAsync()) with { Does = View, Views = View, NothingSent = "no filter" };
        foreach (var form in new[] { "section", "photo", "photo/remove", "send", "move", "cancel", "decide" })
        {
            yield return Of($"GET {At}/{form}", (s, _) => s.PlannedVisitAsync()) with
            {
                By = form == "decide" ? Role.Manager : Role.Facilitator,
                Success = 302,
                Missing = 302,
                Elsewhere = 302,
                AnyArea = "leads to the page, which answers",
                NothingSent = "an address without a form",
            };
        }

        yield return Form("section", "visit.noted") with
        {
            Fields = "Section=need&Seen=&need.what=food&need.words={typed}",
            Bad =
            [
                (422, ""), (422, "Section=zzz&need.words=Halo"), (422, "Section=need&need.what=zzz"), (422, "Section=need&need.haste=zzz"), (422, "Section=need&need.words={long}"),
                (422, "Section=met&met.whom=zzz"), (422, "Section=met&met.day=besok"), (422, "Section=house&house.people=0"), (422, "Section=house&house.people=banyak"),
                (422, "Section=papers&papers.seen=ktp zzz"), (422, "Section=outcome&outcome.finding=zzz"),
            ],
            Stale = "Section=need&Seen=1&need.words={typed}",
        };
        yield return Form("photo", "visit.photo_added") with
        {
            Fields = "Photo={photo}&Pin=-7.05,107.59",
            Bad =
            [
                (422, ""), (422, "Pin=-7.05,107.59"), (422, "Photo={photo}&Pin=dekat masjid"), (422, "Photo={text}"), (422, "Photo={empty}"),
            ],
            NoVersion = "a photo stands beside whatever else changed",
        };
        yield return Form("photo/remove", "visit.photo_removed") with
        {
            Scene = (s, _) => s.PhotographedAsync(),
            Fields = "Photo={photoid}",
            Bad = [(404, ""), (400, "Photo=zzz"), (404, "Photo={key}")],
            NoVersion = "it is there or it is not",
        };
        yield return Form("send", "visit.sent") with
        {
            Scene = (s, _) => s.FilledVisitAsync(),
            Fields = "Version={version}",
            Bad = [(400, "Version=abc"), (409, "Version=-1")],
            NoVersion = NothingTyped,
        };
        yield return Form("move", "visit.rescheduled") with
        {
            Fields = Move,
            Bad =
            [
                (422, "Version={version}"), (422, With(Move, "{tomorrow}", "besok")), (422, With(Move, "noon", "zzz")), (422, With(Move, "weather", "zzz")), (422, With(Move, "{tomorrow}", "2020-01-01")),
                (400, With(Move, "{version}", "abc")), (409, With(Move, "{version}", "-1")),
            ],
            NoVersion = NothingTyped,
        };
        yield return Form("cancel", "visit.cancelled") with
        {
            Fields = "Version={version}&Reason=not_needed",
            Bad = [(422, "Version={version}"), (422, "Version={version}&Reason=zzz"), (422, "Version={version}&Reason=moved_on"), (400, "Version=abc&Reason=not_needed"), (409, "Version=-1&Reason=not_needed")],
            NoVersion = NothingTyped,
        };
        yield return Form("decide", "visit.returned") with
        {
            By = Role.Manager,
            Scene = (s, _) => s.ReportedVisitAsync(),
            Fields = "Verb=return&Version={version}&Reasons=other&Words={typed}",
            Bad =
            [
                (422, ""), (422, "Verb=zzz&Version={version}"), (422, "Verb=cancel&Version={version}"), (422, "Verb=return&Version={version}&Reasons=other"), (422, "Verb=return&Version={version}&Words=Halo"),
                (422, "Verb=return&Version={version}&Reasons=zzz&Words=Halo"), (422, "Verb=return&Version={version}&Reasons=other&Words={long}"), (422, "Verb=approve&Version={version}&Words={long}"),
                (400, "Verb=approve&Version=abc"),
            ],
            Stale = "Verb=return&Version=-1&Reasons=other&Words={typed}",
        };
    }

    private static Door Of(string handler, Func<DoorStage, Actor, Task<Scene>> scene) => new(handler, scene) { By = Role.Facilitator, Missing = 404 };

    private static Door Form(string name, string does) => Of($"POST {At}/{name}", (s, _) => s.PlannedVisitAsync()) with { Success = 303, Does = does, Views = View };

    private static string With(string whole, string old, string other) => whole.Replace(old, other, StringComparison.Ordinal);
}
