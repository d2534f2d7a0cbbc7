using SlrtBot.Core.Staff;
using SlrtBot.TestKit;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>The rows of villages that are renamed, merged and split.</summary>
internal static class VillageDoors
{
    private const string At = "/areas/{code}";
    private const string Nothing = "00000000-0000-0000-0000-000000000000";

    public static IEnumerable<Door> All()
    {
        yield return Of("GET /areas") with { Fields = "text=cangkuang", Bad = [(200, "text={long}"), (200, "district=zzz"), (200, "district=32.04.37"), (200, "text=%00")] };
        yield return Of($"GET {At}") with { NothingSent = "no filter" };
        yield return Form("Rename", "Rename.Name=Desa Ganti Nama&Rename.Day={today}&Rename.Reason={typed}", "area.renamed") with
        {
            Bad =
            [
                (422, ""), (422, "Rename.Name=12&Rename.Day={today}&Rename.Reason=SK"), (422, "Rename.Name={long}&Rename.Day={today}&Rename.Reason=SK"), (422, "Rename.Name=Lain&Rename.Day=besok&Rename.Reason=SK"),
                (422, "Rename.Name=Lain&Rename.Day=2099-01-01&Rename.Reason=SK"), (422, "Rename.Name=Lain&Rename.Day={today}"), (422, "Rename.Name=Lain&Rename.Day={today}&Rename.Reason={long}"),
                (400, "Seen=zzz&Rename.Name=Lain&Rename.Day={today}&Rename.Reason=SK"),
            ],
            Stale = "Seen={key}&Rename.Name=Lain&Rename.Day={today}&Rename.Reason={typed}",
        };
        yield return Form("Point", "Point.Pin=-7.05,107.59&Point.Reason={typed}", "area.point_set") with
        {
            Bad =
            [
                (422, ""), (422, "Point.Pin=dekat masjid&Point.Reason=GPS"), (422, "Point.Pin=48.85,2.35&Point.Reason=GPS"), (422, "Point.Pin=-7.05,107.59"), (422, "Point.Pin={long}&Point.Reason=GPS"),
                (400, "Seen=zzz&Point.Pin=-7.05,107.59&Point.Reason=GPS"),
            ],
            Stale = "Seen={key}&Point.Pin=-7.05,107.59&Point.Reason={typed}",
        };
        var end = $"End.Successor={TestData.OtherVillage}&End.Day={{today}}&End.Reason={{typed}}&End.Sure=true";
        yield return Form("End", end, "area.ended") with
        {
            Bad =
            [
                (200, end.Replace("&End.Sure=true", "", StringComparison.Ordinal)), (422, "End.Sure=true"), (422, ""), (422, end.Replace(TestData.OtherVillage, "zzz", StringComparison.Ordinal)),
                (422, end.Replace(TestData.OtherVillage, "{code}", StringComparison.Ordinal)), (422, end.Replace("{today}", "besok", StringComparison.Ordinal)), (422, end.Replace("{today}", "2099-01-01", StringComparison.Ordinal)),
                (422, end.Replace("{typed}", "{long}", StringComparison.Ordinal)), (422, $"{end}&End.Roles={{key}}"), (400, $"{end}&End.Roles=zzz"), (400, $"Seen=zzz&{end}"),
            ],
            Stale = $"Seen={{key}}&{end}",
        };
        const string split = "Split.Codes={new}&Split.Names=Baru {new}&Split.Day={today}&Split.GoesOn=true&Split.Reason={typed}&Split.Sure=true";
        yield return Form("Split", split, "area.split") with
        {
            Bad =
            [
                (200, split.Replace("&Split.Sure=true", "", StringComparison.Ordinal)), (422, "Split.Sure=true"), (422, ""), (422, split.Replace("Codes={new}", "Codes=zzz", StringComparison.Ordinal)),
                (422, split.Replace("Codes={new}", "Codes={code}", StringComparison.Ordinal)), (422, split.Replace("Codes={new}", "Codes=32.04.05.2090", StringComparison.Ordinal)),
                (422, split.Replace("Baru {new}", "{long}", StringComparison.Ordinal)), (422, split.Replace("{today}", "besok", StringComparison.Ordinal)), (422, split.Replace("{typed}", "{long}", StringComparison.Ordinal)),
                (422, split.Replace("GoesOn=true", "Successor=zzz", StringComparison.Ordinal)), (400, split.Replace("GoesOn=true", "GoesOn=zzz", StringComparison.Ordinal)), (400, $"Seen=zzz&{split}"),
            ],
            Stale = $"Seen={{key}}&{split}",
        };
        yield return Form("Back", "Back.Decision={decision}&Back.Reason={typed}", "area.taken_back") with
        {
            Scene = (s, _) => s.RenamedVillageAsync(),
            Bad = [(422, "Seen={seen}&Back.Decision={decision}"), (422, "Seen={seen}&Back.Decision={decision}&Back.Reason={long}"), (409, "Seen={seen}&Back.Decision={key}&Back.Reason=Keliru"), (400, "Seen={seen}&Back.Decision=zzz")],
            Fields = "Seen={seen}&Back.Decision={decision}&Back.Reason={typed}",
            Stale = "Seen={key}&Back.Decision={decision}&Back.Reason={typed}",
        };
    }

    private static Door Of(string handler) => new(handler, (s, _) => s.VillageAsync()) { By = Role.Administrator };

    private static Door Form(string handler, string fields, string does) => Of($"POST {At}?handler={handler}") with { Fields = $"Seen={Nothing}&{fields}", Success = 303, Does = does };
}
