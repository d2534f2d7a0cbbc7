namespace SlrtBot.Console.Tests.Doors;

/// <summary>The rows of what a complaint is about, corrected.</summary>
internal static class CategoryDoors
{
    private const string At = "/complaints/{reference}/category";
    private const string View = "complaint.viewed";
    private const string Whole = "Key={key}&Version={version}&Category=N1&Note=Halo";

    public static IEnumerable<Door> All()
    {
        yield return new Door($"GET {At}", (s, _) => s.LodgedAsync()) { Missing = 404, Views = View, NothingSent = "no filter" };
        yield return new Door($"POST {At}", (s, _) => s.LodgedAsync())
        {
            Fields = "Key={key}&Version={version}&Category=N1&Note={typed}",
            Success = 303,
            Does = "complaint.recategorised",
            Missing = 404,
            Views = View,
            Bad =
            [
                (422, "Key={key}&Version={version}"), (422, "Key={key}&Version={version}&Category=zzz&Note=Halo"), (422, "Key={key}&Version={version}&Category=O2&Note=Halo"),
                (422, "Key={key}&Version={version}&Category=N1"), (422, "Key={key}&Version={version}&Category=N1&Note={long}"), (422, $"{Whole}&Concerns=manager"),
                (422, "Key={key}&Version={version}&Category=P2&Note=Halo&Concerns=zzz"), (400, "Version={version}&Category=N1&Note=Halo"), (400, "Key=zzz&Category=N1&Note=Halo"),
                (400, "Key={key}&Version=abc&Category=N1&Note=Halo"), (400, $"{Whole}&Sensitive=zzz"),
            ],
            Stale = "Key={key}&Version=-1&Category=N1&Note={typed}",
        };
    }
}
