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

    public static IEnumerable<Door> Duty()
    {
        const string Filled = "Area=32.04.37&Name=Asep&Phone=081234567890";
        yield return new Door("GET /settings/duty", Still) { NothingSent = "an address without a filter" };
        yield return new Door("POST /settings/duty", Still)
        {
            By = Role.Administrator,
            Fields = $"Key={{key}}&{Filled}&Reason={{typed}}",
            Success = 303,
            Does = "duty.added",
            Bad =
            [
                (400, ""), (400, $"Key=zzz&{Filled}&Reason=piket"), (400, $"Key={Nothing}&{Filled}&Reason=piket"), (422, $"Key={{key}}&{Filled}"), (422, $"Key={{key}}&{Filled}&Reason={{long}}"),
                (422, "Key={key}&Name=Asep&Phone=081234567890&Reason=piket"), (404, "Key={key}&Area=99.99&Name=Asep&Phone=081234567890&Reason=piket"),
                (422, "Key={key}&Area=32.04.37&Phone=081234567890&Reason=piket"), (422, "Key={key}&Area=32.04.37&Name={long}&Phone=081234567890&Reason=piket"),
                (422, "Key={key}&Area=32.04.37&Name=Asep&Phone=rumah&Reason=piket"), (422, $"Key={{key}}&{Filled}&From=besok&Reason=piket"), (422, $"Key={{key}}&{Filled}&To=2020-01-01&Reason=piket"),
                (422, $"Key={{key}}&{Filled}&Hours=malam&Reason=piket"), (422, $"Key={{key}}&Person={Nothing}&Area=32.04.37&Phone=081234567890&Reason=piket"),
                (400, $"Key={{key}}&Person=zzz&{Filled}&Reason=piket"),
            ],
            NoVersion = "an entry is made once, by its key",
        };
        yield return new Door("POST /settings/duty?handler=Remove", (s, _) => s.OnDutyAsync())
        {
            Fields = "Key={duty}&Why={typed}",
            Success = 303,
            Does = "duty.removed",
            Bad = [(400, ""), (400, "Key=zzz&Why=ganti"), (404, $"Key={Nothing}&Why=ganti"), (422, "Key={duty}"), (422, "Key={duty}&Why={long}")],
            NoVersion = "who was taken off already is off, whoever was first (DutyTests)",
        };
    }

    private static Task<Scene> Still(DoorStage stage, Actor actor) => Task.FromResult(stage.Nothing());

    private static Func<DoorStage, Actor, Task<Scene>> Group(string group) => (stage, _) => Task.FromResult(stage.Nothing().With("group", group));
}
