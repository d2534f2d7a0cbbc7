using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>The rows of what offices settle by themselves.</summary>
internal static class SettingDoors
{
    private const string At = "/settings/{group}";
    private const string Nothing = "00000000-0000-0000-0000-000000000000";

    public static IEnumerable<Door> All()
    {
        yield return new Door("GET /settings", Group("limits")) { NothingSent = "no filter" };
        yield return new Door($"GET {At}", Group("days_off")) { Fields = "year=2027", Bad = [(200, "year=zzz"), (200, "year=99999999999"), (200, "year=1")] };
        yield return new Door($"POST {At}", Group("limits"))
        {
            By = Role.Administrator,
            Fields = $"Code=days.P4&Seen={Nothing}&Value=7&Reason={{typed}}",
            Success = 303,
            Does = "setting.changed",
            Bad =
            [
                (404, ""), (404, "Code=zzz&Value=1&Reason=surat"), (404, "Code=office.name&Value=Dinsos&Reason=surat"), (404, "Code=days.P2&Area=32.04&Value=1&Reason=surat"),
                (422, "Code=days.P2&Value=nol&Reason=surat"), (422, "Code=days.P2&Value={long}&Reason=surat"), (422, "Code=days.P2&Value=1"), (422, "Code=days.P2&Value=1&Reason={long}"),
                (400, "Code=days.P2&Seen=zzz&Value=1&Reason=surat"), (400, "Code=days.P2&Value=1&Reason=surat&back=zzz"),
            ],
            Stale = "Code=days.P3&Seen={key}&Value=7&Reason={typed}",
        };
        yield return new Door($"POST {At}?handler=Day", Group("days_off"))
        {
            Fields = "Day={tomorrow}&Value=Pilkades&Kind=local&Area=32.04.37&Reason={typed}",
            Success = 303,
            Does = "setting.changed",
            Bad =
            [
                (422, ""), (422, "Day=besok&Value=Pilkades&Kind=local&Area=32.04.37&Reason=surat"), (422, "Day=2020-01-01&Value=Pilkades&Kind=local&Area=32.04.37&Reason=surat"),
                (422, "Day=2099-01-01&Value=Pilkades&Kind=local&Area=32.04.37&Reason=surat"), (422, "Day={tomorrow}&Value=Pilkades&Kind=zzz&Area=32.04.37&Reason=surat"),
                (422, "Day={tomorrow}&Value={long}&Kind=local&Area=32.04.37&Reason=surat"), (422, "Day={tomorrow}&Value=Pilkades&Kind=local&Area=32.04.38"),
                (404, "Day={tomorrow}&Value=Pilkades&Kind=local&Area=99.99&Reason=surat"),
            ],
            NoVersion = "what is settled there already is refused, whoever was first (SettingTests)",
        };
    }

    private static Func<DoorStage, Actor, Task<Scene>> Group(string group) => (stage, _) => Task.FromResult(stage.Nothing().With("group", group));
}
