namespace SlrtBot.Console.Tests.Doors;

/// <summary>One row for every handler of every page. A page without its rows fails the tests.</summary>
internal static class DoorTable
{
    private const string Password = Site.ConsoleSite.Password;
    private const string Fresh = "delapan gajah lewat sini";
    private const string Words = "words stand beside a change: they are kept, and the writer is told of it";
    private const string OneChoice = "a choice of one's own, that nobody else can change meanwhile";

    public static IReadOnlyList<Door> All { get; } = [.. Complaints(), .. DeskDoors.All(), .. Queue(), .. Referrals(), .. Conversations(), .. Others(), .. Accounts(), .. StaffDoors.All(), .. SettingDoors.All(), .. SettingDoors.Duty(), .. CategoryDoors.All(), .. HandoverDoors.All(), .. HandoverDoors.Tellings(), .. VisitDoors.All(), .. ProductDoors.All(), .. VillageDoors.All(), .. PersonDoors.All(), .. RegistryDoors.All(), .. RegistryDoors.Changes(), .. RegistryDoors.Vanished(), .. ProposalDoors.All(), .. MeetingDoors.All(), .. ForAnyone()];

    private static IEnumerable<Door> Complaints()
    {
        const string at = "/complaints/{reference}";
        yield return Seen($"GET {at}", (s, _) => s.LodgedAsync()) with { Does = ComplaintView, Views = ComplaintView };
        foreach (var form in new[] { "assign", "classify", "consent", "move", "note", "part", "write" })
        {
            yield return new Door($"GET {at}/{form}", (s, _) => s.LodgedAsync()) { Success = 302, Missing = 302, AnyArea = "leads to the page, which answers", NothingSent = "an address without a form" };
        }

        yield return Form($"POST {at}/assign", (s, _) => s.LodgedAsync(), "Take=true", "complaint.taken") with
        {
            Views = ComplaintView,
            Bad = [(400, "Take=zzz")],
            NoVersion = "whoever holds it is asked, not the version: taking it twice is one",
        };
        yield return Form($"POST {at}/classify", (s, _) => s.LodgedAsync(), "Key={key}&Version={version}&Kind=question", "complaint.classified") with
        {
            Views = ComplaintView,
            Bad =
            [
                (422, "Key={key}&Version={version}"), (422, "Key={key}&Version={version}&Kind=zzz"), (422, "Key={key}&Version={version}&Kind=question&Urgency=zzz"),
                (422, "Key={key}&Version={version}&Kind=question&Programme=zzz"), (422, "Key={key}&Version={version}&Kind=complaint&Urgency=urgent&Note={long}"),
                (400, "Version={version}&Kind=question"), (400, "Key=zzz&Version={version}&Kind=question"), (400, "Key={key}&Version=abc&Kind=question"),
            ],
            Stale = "Key={key}&Version=-1&Kind=question&Urgency=urgent&Note={typed}",
        };
        yield return Form($"POST {at}/consent", (s, _) => s.SlippedAsync(), "Representative={representative}&Way=desk", "consent.recorded") with
        {
            Views = ComplaintView,
            Bad = [(422, "Representative={representative}"), (422, "Representative={representative}&Way=zzz"), (422, "Representative={representative}&Way=chat"), (400, "Representative=zzz&Way=desk"), (404, "Representative={key}&Way=desk"), (400, "Way=desk&Withdraw=zzz")],
            NoVersion = "a consent is what the person said last",
        };
        yield return Form($"POST {at}/move", (s, _) => s.LodgedAsync(), "Verb=review&Version={version}&Seen=received&p.identity=seen&p.papers=ktp", "complaint.moved") with
        {
            Views = ComplaintView,
            Bad =
            [
                (422, ""), (422, "Verb=&Version={version}"), (422, "Verb=zzz&Version={version}"), (422, "Verb=ask_resident&Version={version}"),
                (422, "Verb=ask_resident&Version={version}&Message=%20"), (422, "Verb=ask_resident&Version={version}&Message={long}"),
                (422, "Verb=ask_resident&Version={version}&Message=Halo&Reason=zzz"), (400, "Verb=review&Version=abc"), (400, "Verb=review&Version={version}&LastMove=zzz"),
                (409, "Verb=reject&Version={version}&Reason=zzz&Message=Halo"), (422, "Verb=review&Version={version}"), (422, "Verb=review&Version={version}&p.identity=zzz&p.papers=ktp"),
                (422, "Verb=review&Version={version}&p.identity=seen&p.papers=ktp&p.papers=none"), (422, "Verb=review&Version={version}&p.identity=seen&p.papers=ktp&p.wish={long}"),
                (422, "Verb=redirect&Version={version}&Message=Halo&p.office_name=PLN"), (422, "Verb=merge&Version={version}&p.into=SLRT-0000-0000-0"), (409, "Verb=conclude&Version={version}&Message=Halo"),
            ],
            Stale = "Verb=ask_resident&Version=-1&Seen=received&Message={typed}",
        };
        yield return Form($"POST {at}/note", (s, _) => s.LodgedAsync(), "Key={key}&Version={version}&Text={typed}", "complaint.noted") with
        {
            Views = ComplaintView,
            Bad = [(422, "Key={key}&Text="), (422, "Key={key}&Text={long}"), (400, "Text=Halo"), (400, "Key=zzz&Text=Halo"), (400, "Key={key}&Version=abc&Text=Halo")],
            NoVersion = Words,
        };
        yield return Form($"POST {at}/part", (s, _) => s.SlippedAsync(), "Representative={representative}", "representative.parted") with
        {
            Views = ComplaintView,
            Bad = [(404, ""), (404, "Representative={key}"), (400, "Representative=zzz")],
            NoVersion = "parting twice is one",
        };
        yield return Form($"POST {at}/write", (s, _) => s.LodgedAsync(), "Key={key}&Version={version}&Text={typed}", "resident.written_to") with
        {
            Views = ComplaintView,
            Bad = [(422, "Key={key}&Text="), (422, "Key={key}&Text={long}"), (400, "Text=Halo"), (400, "Key=zzz&Text=Halo")],
            NoVersion = Words,
        };
        yield return Seen($"GET {at}/refer", (s, _) => s.InReviewAsync()) with { Views = ComplaintView };
        yield return Form($"POST {at}/refer", (s, _) => s.InReviewAsync(), Refer("{version}", "{partner}", "{typed}"), "referral.sent") with
        {
            Views = ComplaintView,
            Bad =
            [
                (422, "Key={key}&Version={version}"), (422, Refer("{version}", "{partner}", "{long}")), (422, Refer("{version}", "{key}", "Halo")),
                (422, Refer("{version}", "{partner}", "Halo") + "&Programme=zzz"), (422, Refer("{version}", "{partner}", "Halo").Replace("spoken", "zzz", StringComparison.Ordinal)),
                (422, "Key={key}&Version={version}&Partner={partner}&Words=Halo&Consent=spoken&DueOn=besok"), (400, Refer("{version}", "zzz", "Halo")), (400, Refer("abc", "{partner}", "Halo")),
            ],
            Stale = Refer("-1", "{partner}", "{typed}"),
        };
        yield return Seen($"GET {at}/place", (s, _) => s.LodgedAsync()) with { Views = ComplaintView };
        yield return Form($"POST {at}/place", (s, _) => s.LodgedAsync(), "Key={key}&Version={version}&Area=32.04.37.2001&Note={typed}", "complaint.placed") with
        {
            Views = ComplaintView,
            Bad =
            [
                (422, "Key={key}&Version={version}"), (422, "Key={key}&Version={version}&Area=zzz"), (422, "Key={key}&Version={version}&Area=32.04"), (422, "Key={key}&Version={version}&Area=32.73.01.1001"),
                (422, "Key={key}&Version={version}&Area=32.04.37.2001&Note={long}"), (400, "Version={version}&Area=32.04.37.2001"), (400, "Key=zzz&Area=32.04.37.2001"),
                (400, "Key={key}&Version=abc&Area=32.04.37.2001"),
            ],
            Stale = "Key={key}&Version=-1&Area=32.04.37.2001&Note={typed}",
        };
        yield return Seen($"GET {at}/slip", (s, _) => s.LodgedAsync()) with { Views = ComplaintView };
        yield return Form($"POST {at}/slip", (s, _) => s.LodgedAsync(), "Relation=family&Name={typed}", "slip.made") with
        {
            Views = ComplaintView,
            Success = 200,
            Bad = [(422, ""), (422, "Relation=zzz"), (422, "Relation=self&Name={long}"), (422, "Relation=family&Way=chat")],
            NoVersion = "a new slip takes the place of the one before",
        };
        yield return Seen("GET /files/{id:guid}", (s, _) => s.FileAsync()) with { Does = "file.opened" };
    }

    private static IEnumerable<Door> Queue()
    {
        yield return new Door("GET /queue", Still)
        {
            Fields = "view=all&category=P1",
            Bad =
            [
                (200, "view=zzz&category=zzz&kind=zzz&programme=zzz&urgency=zzz&district=zzz&village=zzz&channel=zzz&sort=zzz"), (200, "p=-5"), (200, "p=0"), (200, "p=2147483647"),
                (200, "p=abc"), (200, "reference={long}"), (200, "district=%00&village=%27"),
            ],
        };
        yield return new Door("GET /search", Still) { NothingSent = "an empty field: what is searched for is never in an address" };
        yield return new Door("POST /search", (s, _) => s.LodgedAsync())
        {
            Fields = "Q=entin&At=1",
            Does = "complaint.searched",
            Bad = [(200, ""), (200, "Q="), (200, "Q=%25"), (200, "Q=a"), (200, "Q={long}"), (200, "Q=entin&At=-5"), (200, "Q=entin&At=2147483647"), (400, "Q=entin&At=abc")],
            NoVersion = "nothing changes",
        };
        yield return new Door("GET /queue/bulk", Still) { Success = 302, NothingSent = "an address without a form" };
        yield return new Door("POST /queue/bulk", (s, _) => s.InReviewAsync())
        {
            Fields = "Do=move:send_to_field&Chosen={complaint}_{version}",
            Does = "complaint.moved",
            Bad =
            [
                (422, "Do=zzz&Chosen={complaint}_0"), (422, "Do=&Chosen={complaint}_0"), (422, "Do=move:zzz&Chosen={complaint}_0"), (422, "Do=assign&Chosen={complaint}_0"),
                (400, "Do=assign&To=zzz&Chosen={complaint}_0"), (200, "Do=move:send_to_field&Chosen=zzz"), (200, "Do=move:send_to_field&Chosen={key}_0"), (200, "Do=move:send_to_field"),
                (200, "Do=assign&To={key}&Chosen={complaint}_0"), (200, "Do=move:send_to_field&Chosen={complaint}_99"),
            ],
            NoVersion = "each complaint has its own, and its own answer (BulkTests)",
        };
    }

    private static IEnumerable<Door> Referrals()
    {
        yield return new Door("GET /referrals", Still) { Fields = "view=late", Bad = [(200, "view=zzz&p=-1"), (200, "p=abc"), (200, "p=2147483647")] };
        yield return Seen("GET /referrals/{number}", (s, _) => s.ReferredAsync()) with { Does = ComplaintView, Views = ComplaintView };
        yield return Seen("GET /referrals/{number}/letter", (s, _) => s.ReferredAsync()) with { Does = "referral.letter_opened", Views = ComplaintView };
        yield return new Door("GET /referrals/{number}/answer", (s, _) => s.ReferredAsync()) { Success = 302, Missing = 302, AnyArea = "leads to the page, which answers", NothingSent = "an address without a form" };
        yield return Form("POST /referrals/{number}/answer", (s, _) => s.ReferredAsync(), "Verb=answer&Version={version}&Answer={typed}", "referral.moved") with
        {
            Views = ComplaintView,
            Bad =
            [
                (422, ""), (422, "Verb=zzz&Version={version}"), (422, "Verb=answer&Version={version}"), (422, "Verb=answer&Version={version}&Answer={long}"),
                (422, "Verb=decline&Version={version}"), (422, "Verb=decline&Version={version}&Reason=zzz"), (400, "Verb=accept&Version=abc"), (409, "Verb=start&Version={version}&Reason=zzz"),
            ],
            Stale = "Verb=answer&Version=-1&Answer={typed}",
        };
    }

    private static IEnumerable<Door> Conversations()
    {
        const string at = "/conversations/{id:guid}";
        const string held = "who holds the talk is asked, not a version (ConversationTests)";
        yield return new Door("GET /conversations", Still) { NothingSent = "no filter" };
        yield return Seen($"GET {at}", (s, _) => s.TalkAsync()) with { Does = ConversationView, Views = ConversationView };
        yield return Form($"POST {at}?handler=Take", (s, _) => s.TalkAsync(), "", "handover.taken") with { Views = ConversationView, NothingSent = "a button", NoVersion = held };
        yield return Form($"POST {at}?handler=Reply", (s, actor) => s.TakenTalkAsync(actor), "Key={key}&Text={typed}", "handover.replied") with
        {
            Views = ConversationView,
            Bad = [(422, "Key={key}&Text="), (422, "Key={key}&Text={long}"), (400, "Text=Halo"), (400, "Key=zzz&Text=Halo")],
            NoVersion = held,
        };
        yield return Form($"POST {at}?handler=GiveBack", (s, actor) => s.TakenTalkAsync(actor), "", "handover.ended") with { Views = ConversationView, NothingSent = "a button", NoVersion = held };
        yield return Form($"POST {at}?handler=ResetPin", (s, _) => s.TalkAsync(), "Check=card", "conversation.pin_reset") with
        {
            Views = ConversationView,
            Bad = [(422, ""), (422, "Check=zzz")],
            NoVersion = "a PIN that is gone is gone",
        };
    }

    private static IEnumerable<Door> Others()
    {
        const string message = "/system/messages/{id:guid}";
        yield return new Door("GET /", Still) { NothingSent = "no filter" };
        yield return new Door("GET /partners", Still) { NothingSent = "no filter" };
        yield return new Door("GET /programmes", Still) { NothingSent = "no filter" };
        yield return new Door("GET /requests", Still) { NothingSent = "no filter" };
        yield return Seen("GET /requests/{id:guid}", (s, _) => s.RequestAsync()) with { Views = RequestView };
        yield return Form("POST /requests/{id:guid}", (s, _) => s.RequestAsync(), "Version={version}&Grant=true&Answer={typed}", "rights.done") with
        {
            Views = RequestView,
            Bad =
            [
                (422, "Version={version}&Grant=false"), (422, "Version={version}&Grant=true"), (422, "Version={version}&Grant=true&Answer={long}"), (400, "Version=abc&Grant=true&Answer=Ya"),
                (400, "Version={version}&Grant=zzz&Answer=Ya"),
            ],
            Stale = "Version=-1&Grant=true&Answer={typed}",
        };
        yield return new Door("GET /system", Still) { NothingSent = "no filter" };
        yield return new Door("GET /system/channels", Still) { NothingSent = "no filter" };
        yield return Seen($"GET {message}", (s, _) => s.ParkedAsync());
        yield return Form($"POST {message}?handler=Retry", (s, _) => s.ParkedAsync(), "", "message.tried_again") with { NothingSent = "a button", NoVersion = OneState };
        yield return Form($"POST {message}?handler=Reveal", (s, _) => s.ParkedAsync(), "", "message.revealed") with { Success = 200, NothingSent = "a button", NoVersion = "nothing changes" };
        yield return Form($"POST {message}?handler=SetAside", (s, _) => s.ParkedAsync(), "Note={typed}", "message.set_aside") with
        {
            Bad = [(422, ""), (422, "Note=%20"), (422, "Note={long}")],
            NoVersion = OneState,
        };
        yield return Form($"POST {message}?handler=Send", (s, _) => s.UnsentAsync(), "", "message.sent_again") with { NothingSent = "a button", NoVersion = OneState };
        yield return Form($"POST {message}?handler=Leave", (s, _) => s.UnsentAsync(), "", "message.left") with { NothingSent = "a button", NoVersion = OneState };
        yield return new Door($"POST {message}?handler=RetryRow", (s, _) => s.PutOffAsync())
        {
            Fields = "job=remind",
            Success = 303,
            Does = "row.tried_again",
            Missing = 303,
            AnyArea = "what a job has put off lies in no area: only its kind and its error are shown",
            Bad = [(303, ""), (303, "job=zzz")],
            NoVersion = OneState,
        };
    }

    private const string ComplaintView = "complaint.viewed";
    private const string ConversationView = "conversation.viewed";
    private const string RequestView = "rights.viewed";
    private const string OneState = "what is decided already is what was wanted";

    private static IEnumerable<Door> Accounts()
    {
        yield return new Door("GET /account", Still) { NothingSent = "no filter" };
        yield return Own("POST /account?handler=ChatCode", "", "staff.chat_code_given") with { Success = 200, NothingSent = "a button" };
        yield return Own("POST /account?handler=Language", "Language=en", "staff.language_chosen") with { Alone = true, Bad = [(422, ""), (422, "Language=zz")] };
        yield return Own("POST /account?handler=Password", $"Current={Password}&Password={Fresh}&Again={Fresh}", "staff.password_changed") with
        {
            Alone = true,
            Bad = [(422, ""), (422, $"Current={Password}"), (422, $"Current={Password}&Password={Fresh}&Again=lain"), (422, $"Current={Password}&Password=pendek&Again=pendek"), (422, $"Current={Password}&Password={{long}}&Again={{long}}")],
        };
        yield return Own("POST /account?handler=Unlink", "conversation={key}", null) with { Bad = [(400, "conversation=zzz")] };
        yield return Own("POST /sign-out", "", "staff.signed_out") with { Alone = true, NothingSent = "a button" };
        yield return new Door("GET /session", Still) { NothingSent = "no filter" };
        yield return new Door("GET /sign-out", Still) { NothingSent = "no filter" };
    }

    private static IEnumerable<Door> ForAnyone()
    {
        foreach (var page in new[] { "/help", "/privacy", "/language" })
        {
            yield return new Door($"GET {page}", Still) { Anonymous = true, NothingSent = "no filter" };
        }

        yield return new Door("POST /language", Still) { Anonymous = true, Fields = "Language=en&Back=//evil.example", Success = 303, Bad = [(422, ""), (422, "Language=zz")], NoVersion = OneChoice };
        yield return new Door("GET /sign-in", Still) { Anonymous = true, Bad = [(200, "Notice=zzz&ReturnUrl=//evil.example")] };
        yield return new Door("POST /sign-in", (s, _) => s.AccountAsync())
        {
            Anonymous = true,
            Fields = $"UserName={{user}}&Password={Password}",
            Success = 303,
            Bad = [(422, ""), (422, "UserName={user}"), (422, "UserName={user}&Password=salah"), (422, $"UserName={{long}}&Password={Password}"), (422, "UserName={user}&Password={long}")],
            NoVersion = OneChoice,
        };
        yield return new Door("GET /set-up/{token}", (s, _) => s.InvitedAsync()) { Anonymous = true, Missing = 404, NothingSent = "no filter" };
        yield return new Door("POST /set-up/{token}", (s, _) => s.InvitedAsync())
        {
            Anonymous = true,
            Missing = 404,
            Fields = $"Password={Fresh}&Again={Fresh}",
            Success = 303,
            Bad = [(422, ""), (422, $"Password={Fresh}&Again=lain"), (422, "Password=pendek&Again=pendek"), (422, "Password={long}&Again={long}")],
            NoVersion = "the link serves once",
        };
        yield return new Door("GET /errors/{status:int}", (s, _) => Task.FromResult(s.Nothing().With("status", "404"))) { Anonymous = true, NothingSent = "no filter" };
        yield return new Door("POST /errors/{status:int}", (s, _) => Task.FromResult(s.Nothing().With("status", "404"))) { Anonymous = true, Success = 400, NothingSent = "runs in place of whatever failed", NoVersion = "nothing changes" };
    }

    private static Task<Scene> Still(DoorStage stage, Actor actor) => Task.FromResult(stage.Nothing());

    private static Door Seen(string handler, Func<DoorStage, Actor, Task<Scene>> scene) => new(handler, scene) { Missing = 404, NothingSent = "no filter" };

    private static Door Form(string handler, Func<DoorStage, Actor, Task<Scene>> scene, string fields, string does) =>
        new(handler, scene) { Fields = fields, Success = 303, Does = does, Missing = 404 };

    private static Door Own(string handler, string fields, string? does) => new(handler, Still) { Fields = fields, Success = 303, Does = does, NoVersion = OneChoice };

    private static string Refer(string version, string partner, string words) =>
        $"Key={{key}}&Version={version}&Partner={partner}&Words={words}&DueOn={{tomorrow}}&Consent=spoken";
}
