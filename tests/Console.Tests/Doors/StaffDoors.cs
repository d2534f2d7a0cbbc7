using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>The rows of the administrator's pages about accounts.</summary>
internal static class StaffDoors
{
    private const string At = "/staff/{id:guid}";
    private const string View = "staff.viewed";
    private const string Button = "a button: it sends the newest decision that was seen, and nothing typed comes back (StaffTests)";
    private const string New = "what is new has no version";

    public static IEnumerable<Door> All()
    {
        yield return Administrator("GET /staff", Still) with
        {
            Fields = "state=all&role=facilitator",
            Bad = [(200, "text={long}&role=zzz&area=zzz&state=zzz&p=-5"), (200, "p=abc"), (200, "p=2147483647"), (200, "area=%00&text=%27")],
        };
        yield return Administrator("GET /staff/areas", Still) with { Fields = "AreaText=soreang", Bad = [(200, "AreaText={long}"), (200, "AreaText=zzz"), (200, "AreaText=%00")] };
        yield return Administrator("GET /staff/add", Still) with { NothingSent = "no filter" };
        yield return Administrator("POST /staff/add", Still) with
        {
            Fields = "Name=Siti%20Aminah&Roles=facilitator&AreaText=32.04.37.2001&Reason={typed}",
            Does = "staff.added",
            Bad =
            [
                (422, ""), (422, "Name={long}&Roles=facilitator&AreaText=32.04.37.2001&Reason=surat"), (422, "Name=Siti&Roles=zzz&AreaText=32.04.37.2001&Reason=surat"),
                (422, "Name=Siti&Roles=facilitator&AreaText=zzz&Reason=surat"), (422, "Name=Siti&Roles=facilitator&Area=32.05&Reason=surat"),
                (422, "Name=Siti&Roles=facilitator&AreaText=32.04.37.2001"), (422, "Name=Siti&Roles=facilitator&AreaText=32.04.37.2001&Reason={long}"),
                (422, "Name=Siti&UserName=a%20b&Roles=facilitator&AreaText=32.04.37.2001&Reason=surat"), (400, "Name=Siti&Sensitive=zzz"),
            ],
            NoVersion = New,
        };
        yield return Administrator("GET /staff/import", Still) with { NothingSent = "no filter" };
        yield return Administrator("POST /staff/import", Still) with
        {
            Fields = "Pasted=user,name,role,area%0Asiti.{key},Siti,facilitator,32.04.37.2001",
            Bad = [(422, ""), (422, "Pasted=zzz"), (200, "Pasted=user,name,role,area%0Ax,,zzz,32.05")],
            NoVersion = "nothing changes",
        };
        yield return Administrator("POST /staff/import?handler=Confirm", (s, _) => Task.FromResult(s.StaffList())) with
        {
            Fields = "List={list}&Reason={typed}",
            Does = "staff.added",
            Bad = [(400, ""), (400, "List=zzz"), (422, "List={list}"), (422, "List={list}&Reason={long}"), (422, "List={wrong}&Reason=surat")],
            NoVersion = New,
        };
        yield return Administrator("POST /staff/import?handler=Errors", (s, _) => Task.FromResult(s.StaffList())) with
        {
            Fields = "List={wrong}",
            Bad = [(400, ""), (400, "List=zzz")],
            NoVersion = "nothing changes",
        };
        yield return Seen($"GET {At}");
        foreach (var form in new[] { "roles", "absence", "deputy", "leave" })
        {
            yield return Seen($"GET {At}/{form}");
        }

        yield return Seen($"GET {At}/return") with { Scene = (s, _) => s.LeftAsync() };
        yield return Form($"POST {At}?handler=Rename", "Seen={seen}&Name={typed}", "staff.renamed") with
        {
            Bad = [(422, "Seen={seen}&Name=%20"), (422, "Seen={seen}&Name={long}"), (400, "Seen=zzz&Name=Siti")],
            Stale = "Seen={key}&Name={typed}",
        };
        yield return Form($"POST {At}?handler=Sensitive", "Seen={seen}&Reads=true&Reason={typed}", "staff.sensitive_changed") with
        {
            Bad = [(422, "Seen={seen}&Reads=true"), (422, "Seen={seen}&Reads=true&Reason={long}"), (400, "Seen={seen}&Reads=zzz&Reason=surat")],
            Stale = "Seen={key}&Reads=true&Reason={typed}",
        };
        yield return Form($"POST {At}?handler=Link", "Seen={seen}", "staff.link_given") with { Success = 200, Bad = [(409, "Seen={key}"), (400, "Seen=zzz")], NoVersion = Button };
        yield return Form($"POST {At}?handler=EndSessions", "Seen={seen}", "staff.sessions_ended") with { Bad = [(409, "Seen={key}"), (400, "Seen=zzz")], NoVersion = Button };
        yield return Form($"POST {At}?handler=Unlink", "Seen={seen}", "staff.chats_unlinked") with
        {
            Scene = (s, _) => s.LinkedColleagueAsync(),
            Bad = [(409, "Seen={key}"), (400, "Seen=zzz")],
            NoVersion = Button,
        };
        yield return Form($"POST {At}?handler=SendLink", "Seen={seen}", "") with
        {
            Scene = (s, _) => s.LinkedColleagueAsync(),
            Success = 409,
            Does = null,
            Bad = [(409, "Seen={key}"), (400, "Seen=zzz")],
            NoVersion = "the test's installation has no public address, so that nothing can be sent (StaffTests)",
        };
        yield return Form($"POST {At}/roles", "Seen={seen}&Roles=analyst&Area=32.04&Reason={typed}", "staff.roles_changed") with
        {
            Bad =
            [
                (422, "Seen={seen}"), (422, "Seen={seen}&Reason=surat"), (422, "Seen={seen}&Roles=zzz&Area=32.04&Reason=surat"), (422, "Seen={seen}&Roles=analyst&AreaText=zzz&Reason=surat"),
                (422, "Seen={seen}&Roles=analyst&Area=32.05&Reason=surat"), (422, "Seen={seen}&Roles=analyst&Area=32.04&Reason={long}"), (400, "Seen=zzz&Roles=analyst&Area=32.04&Reason=surat"),
            ],
            Stale = "Seen={key}&Roles=analyst&Area=32.04&Reason={typed}",
        };
        yield return Form($"POST {At}/absence", "Seen={seen}&From={tomorrow}&To={tomorrow}&Reason={typed}", "staff.absence_set") with
        {
            Bad = [(422, "Seen={seen}"), (422, "Seen={seen}&From=besok&To=lusa"), (422, "Seen={seen}&From={tomorrow}&To=2020-01-01"), (422, "Seen={seen}&From={tomorrow}&To=2099-01-01"), (422, "Seen={seen}&From={tomorrow}&To={tomorrow}&Reason={long}")],
            Stale = "Seen={key}&From={tomorrow}&To={tomorrow}&Reason={typed}",
        };
        yield return Form($"POST {At}/absence?handler=End", "Seen={seen}&absence={absence}", "staff.absence_ended") with
        {
            Scene = (s, _) => s.AwayAsync(),
            Bad = [(404, "Seen={seen}"), (404, "Seen={seen}&absence={key}"), (400, "Seen={seen}&absence=zzz")],
            NoVersion = Button,
        };
        yield return Form($"POST {At}/deputy", "Seen={seen}&Roles={role}&Deputy={deputy}&From={tomorrow}&To={tomorrow}&Reason={typed}", "staff.deputy_given") with
        {
            Bad =
            [
                (422, "Seen={seen}"), (422, "Seen={seen}&Roles={key}&Deputy={deputy}&From={tomorrow}&To={tomorrow}&Reason=cuti"), (422, "Seen={seen}&Roles={role}&Deputy={key}&From={tomorrow}&To={tomorrow}&Reason=cuti"),
                (422, "Seen={seen}&Roles={role}&Deputy={deputy}&From={tomorrow}&To=2099-01-01&Reason=cuti"), (422, "Seen={seen}&Roles={role}&Deputy={id}&From={tomorrow}&To={tomorrow}&Reason=cuti"), (400, "Seen={seen}&Roles={role}&Deputy=zzz"),
            ],
            Stale = "Seen={key}&Roles={role}&Deputy={deputy}&From={tomorrow}&To={tomorrow}&Reason={typed}",
        };
        yield return Form($"POST {At}/deputy?handler=End", "Seen={seen}&role={role}", "staff.deputy_ended") with
        {
            Scene = (s, _) => s.DeputisingAsync(),
            Bad = [(404, "Seen={seen}"), (404, "Seen={seen}&role={key}"), (400, "Seen={seen}&role=zzz")],
            NoVersion = Button,
        };
        yield return Form($"POST {At}/leave", "Seen={seen}&Sure=true&Reason={typed}", "staff.deactivated") with
        {
            Bad = [(422, "Seen={seen}"), (422, "Seen={seen}&Reason=pindah"), (422, "Seen={seen}&Sure=true"), (422, "Seen={seen}&Sure=true&Reason={long}"), (400, "Seen={seen}&Sure=zzz&Reason=pindah")],
            Stale = "Seen={key}&Sure=true&Reason={typed}",
        };
        yield return Form($"POST {At}/return", "Seen={seen}&Roles=analyst&Area=32.04&Reason={typed}", "staff.returned") with
        {
            Scene = (s, _) => s.LeftAsync(),
            Success = 200,
            Bad = [(422, "Seen={seen}"), (422, "Seen={seen}&Roles=zzz&Area=32.04&Reason=surat"), (422, "Seen={seen}&Roles=analyst&Reason=surat"), (422, "Seen={seen}&Roles=analyst&Area=32.04")],
            Stale = "Seen={key}&Roles=analyst&Area=32.04&Reason={typed}",
        };
    }

    private static Task<Scene> Still(DoorStage stage, Actor actor) => Task.FromResult(stage.Nothing());

    private static Door Administrator(string handler, Func<DoorStage, Actor, Task<Scene>> scene) => new(handler, scene) { By = Role.Administrator };

    private static Door Seen(string handler) => Administrator(handler, (s, _) => s.ColleagueAsync()) with { Does = View, Views = View, Missing = 404, NothingSent = "no filter" };

    private static Door Form(string handler, string fields, string does) =>
        Administrator(handler, (s, _) => s.ColleagueAsync()) with { Fields = fields, Success = 303, Does = does, Missing = 404, Views = View };
}
