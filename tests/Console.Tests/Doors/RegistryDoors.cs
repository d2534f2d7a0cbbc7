using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Tests.Doors;

/// <summary>The rows of the poverty data: lists on their way in, looking somebody up, and the check of a complaint's person.</summary>
internal static class RegistryDoors
{
    private const string Import = "/registry/import";
    private const string Run = "/registry/imports/{id:guid}";
    private const string LookUp = "/verification";
    private const string Check = "/complaints/{reference}/check";
    private const string Complaint = "complaint.viewed";
    private const string Sample = "import.viewed";
    private const string Whole = "Version={version}&Source=siks_ng&AsOf={today}&Columns[nik]=0&Columns[name]=2&Columns[village]=5&Columns[district]=6";
    private const string Decision = "Entry={entry}&Seen=00000000-0000-0000-0000-000000000000&Verdict=same&Reason={typed}";
    private const string Family = "vanished.viewed";
    private const string Message = "Change={change}&Version={version}&Key={key}&Text={typed}";
    private const string Aside = "Change={change}&Version={version}&Why={typed}";
    private const string NothingTyped = "its version is sent, and nothing is typed that could be lost";

    public static IEnumerable<Door> All()
    {
        yield return new Door("GET /registry", (s, _) => Task.FromResult(s.Nothing())) { NothingSent = "no filter" };
        yield return new Door($"GET {Import}", (s, _) => Task.FromResult(s.Nothing())) { NothingSent = "no filter" };
        yield return new Door($"POST {Import}", (s, _) => Task.FromResult(s.Nothing()))
        {
            By = Role.Analyst,
            Fields = "Regency=32.04&File={list}",
            Success = 303,
            Does = "import.started",
            Bad =
            [
                (422, "Regency=32.04"), (422, "Regency=32.04&File={empty}"), (422, "Regency=32.04&File={text}"), (422, "Regency=32.04&File={photo}"),
                (403, "Regency=32.05&File={list}"), (403, "Regency=zzz&File={list}"),
            ],
            NoVersion = "every file is a list of its own",
        };
        yield return new Door($"GET {Run}", (s, _) => s.UploadedAsync()) { Does = Sample, Views = Sample, Missing = 404, NothingSent = "no filter" };
        yield return new Door($"POST {Run}?handler=Check", (s, _) => s.UploadedAsync())
        {
            Fields = Whole,
            Success = 303,
            Does = "import.checking",
            Views = Sample,
            Missing = 404,
            Bad =
            [
                (422, "Version={version}"), (422, With("siks_ng", "zzz")), (422, With("{today}", "besok")), (422, With("{today}", "2099-01-01")), (422, With("[nik]=0", "[nik]=zzz")),
                (422, With("[name]=2", "[name]=0")), (409, With("{version}", "-1")), (400, With("{version}", "abc")),
            ],
            NoVersion = NothingTyped,
        };
        yield return new Door($"POST {Run}?handler=Store", (s, _) => s.CheckedListAsync())
        {
            Fields = "Version={version}", Success = 303, Does = "import.storing", Missing = 404, Bad = [(409, "Version=-1"), (400, "Version=abc")], NoVersion = NothingTyped,
        };
        yield return new Door($"POST {Run}?handler=GiveUp", (s, _) => s.StoredListAsync())
        {
            Fields = "Version={version}&Reason={typed}",
            Success = 303,
            Does = "import.given_up",
            Missing = 404,
            Bad = [(422, "Version={version}"), (422, "Version={version}&Reason={long}"), (400, "Version=abc&Reason=Halo")],
            Stale = "Version=-1&Reason={typed}",
        };
        yield return new Door($"POST {Run}?handler=Wrong", (s, _) => s.CheckedListAsync()) { Does = "import.wrong_taken", Missing = 404, NothingSent = "no field", NoVersion = "nothing changes" };
        yield return new Door($"GET {LookUp}", (s, _) => Task.FromResult(s.Nothing())) { By = Role.Facilitator, NothingSent = "no filter" };
        yield return new Door($"POST {LookUp}", (s, _) => s.StoredListAsync())
        {
            Fields = "NationalId=3204375203749998&Purpose=complaint",
            Does = "registry.looked_up",
            Bad =
            [
                (422, "NationalId=3204375203749999"), (422, "NationalId=3204375203749999&Purpose=zzz"), (422, "NationalId=320437520374&Purpose=complaint"), (422, "FamilyCard=12&Purpose=complaint"),
                (422, "Name=Siti&Purpose=complaint"), (422, "Name=Siti&Village=zzz&Purpose=complaint"), (422, "Name=Siti&Village=Ciluncat&BornOn=besok&Purpose=complaint"), (422, "Purpose=complaint"),
            ],
            NoVersion = "nothing changes by looking",
        };
        yield return new Door($"GET {Check}", (s, _) => s.InReviewAsync()) { Does = Complaint, Views = Complaint, Missing = 404, NothingSent = "no filter" };
        yield return new Door($"POST {Check}", (s, _) => s.DoubtfulAsync()) { Does = "registry.checked", Views = Complaint, Missing = 404, NothingSent = "a press", NoVersion = "nothing changes by looking" };
        yield return new Door($"POST {Check}?handler=Decide", (s, _) => s.DoubtfulAsync())
        {
            Fields = Decision,
            Does = "registry.pair_decided",
            Views = Complaint,
            Missing = 404,
            Bad =
            [
                (422, Decision.Replace("same", "", StringComparison.Ordinal)), (422, Decision.Replace("same", "zzz", StringComparison.Ordinal)), (422, Decision.Replace("{typed}", "", StringComparison.Ordinal)),
                (422, Decision.Replace("{typed}", "{long}", StringComparison.Ordinal)), (404, Decision.Replace("{entry}", "{key}", StringComparison.Ordinal)), (400, Decision.Replace("{entry}", "zzz", StringComparison.Ordinal)),
            ],
            Stale = Decision.Replace("00000000-0000-0000-0000-000000000000", "{key}", StringComparison.Ordinal),
        };
    }

    public static IEnumerable<Door> Changes()
    {
        yield return new Door("GET /registry/changes", (s, _) => s.ChangedAsync()) { Bad = [(200, "p=-1"), (200, "p=abc"), (200, "p=2147483647")] };
        yield return new Door($"POST {Check}?handler=Tell", (s, _) => s.ChangedAsync())
        {
            Fields = Message,
            Success = 303,
            Does = "registry.recheck_told",
            Views = Complaint,
            Missing = 404,
            Bad =
            [
                (422, Message.Replace("{typed}", "", StringComparison.Ordinal)), (422, Message.Replace("{typed}", "{long}", StringComparison.Ordinal)), (400, Message.Replace("Key={key}&", "", StringComparison.Ordinal)),
                (400, Message.Replace("{change}", "zzz", StringComparison.Ordinal)), (400, Message.Replace("{version}", "abc", StringComparison.Ordinal)), (404, Message.Replace("{change}", "{key}", StringComparison.Ordinal)),
            ],
            Stale = Message.Replace("{version}", "9", StringComparison.Ordinal),
        };
        yield return new Door($"POST {Check}?handler=SetAside", (s, _) => s.ChangedAsync())
        {
            Fields = Aside,
            Success = 303,
            Does = "registry.recheck_set_aside",
            Views = Complaint,
            Missing = 404,
            Bad =
            [
                (422, Aside.Replace("{typed}", "", StringComparison.Ordinal)), (422, Aside.Replace("{typed}", "{long}", StringComparison.Ordinal)), (400, Aside.Replace("{change}", "zzz", StringComparison.Ordinal)),
                (400, Aside.Replace("Change={change}&", "", StringComparison.Ordinal)), (404, Aside.Replace("{change}", "{key}", StringComparison.Ordinal)),
            ],
            Stale = Aside.Replace("{version}", "9", StringComparison.Ordinal),
        };
    }

    public static IEnumerable<Door> Vanished()
    {
        const string at = "/registry/vanished";
        const string looked = "village=32.04.44.2002&Family={family}&Version={version}&Outcome=moved&Words={typed}";
        yield return new Door($"GET {at}", (s, _) => s.VanishedAsync())
        {
            By = Role.Facilitator, Fields = "village=32.04.44.2002", Views = Family, Does = Family, ShowsSeveral = true,
            Bad = [(404, "village=zzz"), (404, "village=32.17"), (200, "village=32.04.44.2002&list=zzz&p=abc"), (200, "village=32.04.44.2002&p=-1")],
        };
        yield return new Door($"POST {at}?handler=LookInto", (s, _) => s.VanishedAsync())
        {
            By = Role.Facilitator,
            Fields = looked,
            Success = 303,
            Does = "vanished.looked_into",
            Views = Family,
            ShowsSeveral = true,
            Bad =
            [
                (422, looked.Replace("moved", "", StringComparison.Ordinal)), (422, looked.Replace("moved", "zzz", StringComparison.Ordinal)), (422, looked.Replace("{typed}", "", StringComparison.Ordinal)),
                (422, looked.Replace("{typed}", "{long}", StringComparison.Ordinal)), (404, looked.Replace("{family}", "{key}", StringComparison.Ordinal)), (400, looked.Replace("{family}", "zzz", StringComparison.Ordinal)),
                (400, looked.Replace("{version}", "abc", StringComparison.Ordinal)),
            ],
            Stale = looked.Replace("{version}", "9", StringComparison.Ordinal),
        };
    }

    private static string With(string old, string other) => Whole.Replace(old, other, StringComparison.Ordinal);
}
