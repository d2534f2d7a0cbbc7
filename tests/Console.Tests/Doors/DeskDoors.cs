namespace SlrtBot.Console.Tests.Doors;

/// <summary>The rows of <see cref="DoorTable"/> for the desk at which staff register complaints.</summary>
internal static class DeskDoors
{
    private const string Whole =
        "DraftId={key}&Form.Channel=desk&Form.Name=Entin&Form.Subject=self&Form.Story={typed}&Form.Category=P1&Form.Place=32.04.44.2001&Form.Consent=self&Form.ConsentOn={today}";

    private const string NoVersion = "a draft is new, and sent twice it is one";

    public static IEnumerable<Door> All()
    {
        yield return new Door("GET /intake", (s, _) => Task.FromResult(s.Nothing())) { NothingSent = "an empty form" };
        yield return new Door("POST /intake", (s, _) => Task.FromResult(s.Nothing()))
        {
            Fields = Whole,
            Success = 303,
            Does = "complaint.lodged",
            Bad =
            [
                (422, "DraftId={key}"), (400, Whole.Replace("{key}", "zzz", StringComparison.Ordinal)), (400, Whole.Replace("DraftId={key}&", "", StringComparison.Ordinal)),
                (422, With("Channel=desk", "Channel=zzz")), (422, With("Subject=self", "Subject=zzz")), (422, With("Category=P1", "Category=zzz")),
                (422, With("{typed}", "{long}")), (422, With("Place=32.04.44.2001", "Place=zzz")), (422, With("Place=32.04.44.2001", "Place=32.05.01.2001")),
                (422, With("Consent=self", "Consent=zzz")), (422, With("{today}", "besok")), (422, With("{today}", "{tomorrow}")), (422, With("Name=Entin", "Name={long}")),
                (422, $"{Whole}&Form.Phone=123"), (422, $"{Whole}&Form.NationalId=123"), (422, $"{Whole}&Form.PaperOn={{tomorrow}}"), (422, $"{Whole}&Form.PaperOn=2019-01-01"),
                (422, With("Channel=desk", "Channel=letter")), (422, With("Category=P1", "Category=P5")),
            ],
            NoVersion = NoVersion,
        };
        yield return new Door("POST /intake?handler=Beside", (s, _) => Task.FromResult(s.Nothing()))
        {
            Fields = Whole,
            Does = "complaint.searched",
            Bad = [(200, "DraftId={key}"), (200, $"{Whole}&take=zzz"), (200, With("{typed}", "{long}")), (400, "DraftId=zzz")],
            NoVersion = "nothing changes",
        };
        yield return new Door("POST /intake?handler=Add", (s, _) => s.LodgedAsync())
        {
            Fields = $"{Whole}&to={{reference}}",
            Success = 303,
            Does = "complaint.added_at_desk",
            Bad = [(404, Whole), (404, $"{Whole}&to=zzz"), (422, "DraftId={key}&to={reference}"), (422, $"{With("{typed}", "{long}")}&to={{reference}}"), (400, "DraftId=zzz&to={reference}")],
            NoVersion = "words stand beside a change; what is closed meanwhile answers so (IntakeTests)",
        };
        yield return new Door("GET /intake/{reference}", (s, actor) => s.RegisteredAsync(actor)) { Missing = 404, NothingSent = "no filter" };
    }

    private static string With(string old, string other) => Whole.Replace(old, other, StringComparison.Ordinal);
}
