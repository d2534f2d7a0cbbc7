using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>The rows of meetings of a village about proposals.</summary>
internal static class MeetingDoors
{
    private const string At = "/meetings/{id:guid}";
    private const string Plan = "/meetings/plan";
    private const string View = "meeting.viewed";
    private const string Planned = "Key={key}&village={village}&form=meeting&On={today}&Place=Balai";
    private const string Decision = "Item={item}&Version={itemversion}&Decision=refuse&Reason=other&Words={typed}";
    private const string NothingTyped = "its version is sent, and nothing is typed that could be lost (MeetingWalkTests)";

    public static IEnumerable<Door> All()
    {
        yield return new Door("GET /meetings", (s, _) => s.WaitingAsync()) { NothingSent = "no filter" };
        yield return new Door($"GET {Plan}", (s, _) => s.WaitingAsync())
        {
            Fields = "village={village}&form=statement", Views = "proposal.viewed", ShowsSeveral = true, Bad = [(302, ""), (403, "village=zzz"), (403, "village=32.04"), (403, "village=32.73.01.1001")],
        };
        yield return new Door($"POST {Plan}", (s, _) => s.WaitingAsync())
        {
            Fields = Planned,
            Success = 303,
            Does = "meeting.planned",
            Bad =
            [
                (422, With(Planned, "{today}", "besok")), (422, With(Planned, "{today}", "2099-01-01")), (422, With(Planned, "Balai", "")), (422, With(Planned, "Balai", "{long}")),
                (422, With(Planned, "form=meeting", "form=zzz")), (403, With(Planned, "{village}", "zzz")), (403, With(Planned, "{village}", "32.05.01.2001")), (400, With(Planned, "Key={key}&", "")),
                (400, With(Planned, "{key}", "zzz")), (400, $"{Planned}&Proposals=zzz"),
            ],
            NoVersion = "what waits is asked when it is pressed",
        };
        yield return Seen("", (s, _) => s.PlannedMeetingAsync());
        yield return Seen("/agenda", (s, _) => s.PlannedMeetingAsync());
        yield return Seen("/attendance", (s, _) => s.PlannedMeetingAsync());
        yield return Seen("/minutes", (s, _) => s.ClosedMeetingAsync()) with { Does = "meeting.numbers_opened" };
        yield return Seen("/statement", (s, _) => s.ClosedStatementAsync()) with { Does = "meeting.numbers_opened" };
        yield return new Door($"GET {At}/signed", (s, _) => s.SignedMeetingAsync()) { Does = "meeting.minutes_opened", Missing = 404, NothingSent = "no filter" };

        yield return Form("Decide", "meeting.item_decided") with
        {
            Fields = Decision,
            Bad =
            [
                (422, "Item={item}&Version={itemversion}"), (422, With(Decision, "refuse", "zzz")), (422, With(Decision, "other", "zzz")), (422, With(Decision, "{typed}", "")), (422, With(Decision, "{typed}", "{long}")),
                (404, With(Decision, "{item}", "{key}")), (400, With(Decision, "{item}", "zzz")), (400, With(Decision, "{itemversion}", "abc")),
            ],
            Stale = With(Decision, "{itemversion}", "-1"),
        };
        yield return Form("Add", "meeting.item_added") with
        {
            Scene = async (s, _) =>
            {
                var meeting = await s.PlannedMeetingAsync();
                return meeting.With("proposal", (await s.WaitingAsync()).Values["proposal"]);
            },
            Fields = "Item={proposal}",
            Bad = [(404, "Item={key}"), (400, "Item=zzz")],
            NoVersion = "it waits or it does not",
        };
        yield return Form("TakeOff", "meeting.item_taken_off") with { Fields = "Item={item}", Bad = [(404, ""), (404, "Item={key}"), (400, "Item=zzz")], NoVersion = "it lies there or it does not" };
        yield return Form("Invite", "meeting.guest_invited") with
        {
            Fields = "Key={key}&Name={typed}&Role=cadre",
            Bad = [(422, ""), (422, "Name=Ujang&Role=zzz"), (422, "Name={long}&Role=cadre"), (400, "Key=zzz&Name=Ujang&Role=cadre")],
            NoVersion = "a name stands beside whatever else changed",
        };
        yield return Form("Remove", "meeting.guest_removed") with { Fields = "Item={guest}", Bad = [(404, ""), (404, "Item={key}"), (400, "Item=zzz")], NoVersion = "the name is there or it is not" };
        yield return Form("Presence", "meeting.presence_noted") with
        {
            Fields = "Listed={guest}&Present={guest}",
            Bad = [(404, ""), (404, "Listed={key}&Present={key}"), (400, "Listed=zzz")],
            NoVersion = "only who stands on the form is touched (PlanMeetingTests)",
        };
        yield return Form("Close", "meeting.closed") with
        {
            Scene = (s, _) => s.DecidedMeetingAsync(),
            Fields = "Version={version}",
            Bad = [(409, "Version=-1"), (400, "Version=abc")],
            NoVersion = NothingTyped,
        };
        yield return Form("Cancel", "meeting.cancelled") with
        {
            Fields = "Version={version}&Reason=too_few",
            Bad = [(422, "Version={version}"), (422, "Version={version}&Reason=zzz"), (409, "Version=-1&Reason=other"), (400, "Version=abc")],
            NoVersion = NothingTyped,
        };
        yield return Form("Attach", "meeting.signed") with
        {
            Scene = (s, _) => s.ClosedMeetingAsync(),
            Fields = "Version={version}&Number=141&Minutes={photo}",
            Bad =
            [
                (422, "Version={version}&Number=141"), (422, "Version={version}&Number=&Minutes={photo}"), (422, "Version={version}&Number={long}&Minutes={photo}"), (422, "Version={version}&Number=141&Minutes={text}"),
                (422, "Version={version}&Number=141&Minutes={empty}"), (400, "Version=abc&Number=141"),
            ],
            Stale = "Version=-1&Number={typed}&Minutes={photo}",
        };
    }

    private static Door Seen(string paper, Func<DoorStage, Actor, Task<Scene>> scene) =>
        new($"GET {At}{paper}", scene) { By = Role.Manager, Does = View, Views = View, Missing = 404, NothingSent = "no filter" };

    private static Door Form(string name, string does) =>
        new($"POST {At}?handler={name}", (s, _) => s.PlannedMeetingAsync()) { Success = 303, Does = does, Views = View, Missing = 404 };

    private static string With(string whole, string old, string other) => whole.Replace(old, other, StringComparison.Ordinal);
}
