namespace SlrtBot.Console.Tests.Doors;

/// <summary>The rows of persons.</summary>
internal static class PersonDoors
{
    private const string ComplaintView = "complaint.viewed";
    private const string View = "person.viewed";
    private const string Of = "/complaints/{reference}/person";
    private const string At = "/persons/{id:guid}";
    private const string NothingTyped = "its version is sent, and nothing is typed that could be lost (PersonPageTests)";

    public static IEnumerable<Door> All()
    {
        yield return new Door($"GET {Of}", (s, _) => s.LodgedAsync()) { Does = ComplaintView, Views = ComplaintView, Missing = 404, NothingSent = "no filter" };
        yield return new Door($"POST {Of}", (s, _) => s.LodgedAsync())
        {
            Fields = "Version={version}&Person=new&BornOn=1980-02-01",
            Success = 303,
            Does = "complaint.person_named",
            Views = ComplaintView,
            Missing = 404,
            Bad =
            [
                (422, "Version={version}"), (422, "Version={version}&Person=zzz"), (422, "Version={version}&Person={key}"), (422, "Version={version}&Person=new&BornOn=besok"),
                (422, "Version={version}&Person=new&BornOn=2099-01-01"), (400, "Version=abc&Person=new"), (409, "Version=-1&Person=new"),
            ],
            NoVersion = NothingTyped,
        };
        yield return new Door($"GET {At}", (s, _) => s.TwoPersonsAsync()) { Does = View, Views = View, Missing = 404, NothingSent = "no filter" };
        yield return new Door($"POST {At}?handler=Merge", (s, _) => s.TwoPersonsAsync())
        {
            Fields = "Version={version}&Other={other}&OtherVersion={otherversion}&Reason=registered_twice",
            Success = 303,
            Does = "person.merged",
            Views = View,
            Missing = 404,
            Bad =
            [
                (422, "Version={version}&Other={other}&OtherVersion={otherversion}"), (422, "Version={version}&Other={other}&OtherVersion={otherversion}&Reason=zzz"),
                (422, "Version={version}&Other={other}&OtherVersion={otherversion}&Reason=two_people"), (422, "Version={version}&Other={id}&OtherVersion={version}&Reason=registered_twice"),
                (409, "Version=-1&Other={other}&OtherVersion={otherversion}&Reason=registered_twice"), (409, "Version={version}&Other={other}&OtherVersion=-1&Reason=registered_twice"),
                (404, "Version={version}&Other={key}&Reason=registered_twice"), (400, "Version=abc&Other={other}&Reason=registered_twice"), (400, "Version={version}&Other=zzz&Reason=registered_twice"),
                (400, "Version={version}&Other={other}&KeepOther=zzz&Reason=registered_twice"),
            ],
            NoVersion = NothingTyped,
        };
        yield return new Door($"POST {At}?handler=Part", (s, _) => s.MergedPersonsAsync())
        {
            Fields = "Merge={merge}&Reason=two_people",
            Success = 303,
            Does = "person.parted",
            Views = View,
            Missing = 404,
            Bad = [(422, "Merge={merge}"), (422, "Merge={merge}&Reason=zzz"), (422, "Merge={merge}&Reason=registered_twice"), (404, "Merge={key}&Reason=two_people"), (404, "Reason=two_people"), (400, "Merge=zzz&Reason=two_people")],
            NoVersion = "it was taken back or it was not",
        };
    }
}
