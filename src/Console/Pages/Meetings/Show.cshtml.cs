using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using SlrtBot.Console.Security;
using SlrtBot.Core.Files;
using SlrtBot.Core.Kernel;
using SlrtBot.Core.Meetings;
using SlrtBot.Core.Staff;

namespace SlrtBot.Console.Pages.Meetings;

/// <summary>
/// One meeting while it is prepared, while it runs, and when its paper comes back: one thing at a time, since it is used on a phone with
/// people around the table.
/// </summary>
[Permits(Permission.DeliberateProposals)]
[RequestFormLimits(MemoryBufferThreshold = MostBytes + Fields, MultipartBodyLengthLimit = 3 * MostBytes)]
public sealed class ShowMeetingPage(MeetingQueries meetings, FileStore store, TimeProvider clock, Boundary boundary, Viewer viewer, ServiceZone zone, Phrases phrases)
    : MeetingPage(meetings, boundary, viewer)
{
    private const int MostBytes = 10 * 1024 * 1024;
    private const int Fields = 64 * 1024;

    /// <summary>Of the meeting, or of the item that is decided about.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What is acted on: an item, a guest.</summary>
    [BindProperty]
    public Guid? Item { get; set; }

    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public Guid? Key { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public List<Guid> Listed { get; set; } = [];

    [BindProperty]
    public List<Guid> Present { get; set; } = [];

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public IFormFile? Minutes { get; set; }

    /// <summary>Which of the page's forms was refused.</summary>
    public string? Refused { get; private set; }

    public bool IsStale { get; private set; }

    public bool IsPlanned => Meeting.Status == MeetingStatus.Planned;

    /// <summary>The day has come.</summary>
    public bool IsDue => Meeting.HeldOn <= zone.Today;

    /// <summary>The family to go on with: what was refused, or the first that nobody has decided about.</summary>
    public Guid? Open => Refused == "decide" ? Item : Refused is null && IsDue ? Sheet.Lines.FirstOrDefault(l => l.Item.Decision is null)?.Item.Id : null;

    public Guid NewKey() => SequentialId.Next(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostDecideAsync(Guid id, CancellationToken cancellationToken) => DoAsync<DecideItem, MeetingItem>(
        id, "decide", (act, by, cancel) => act.DoAsync(new(id, Item ?? Guid.Empty, Version, Decision, Reason, Words), Viewer.Scope, by, cancel), null, cancellationToken);

    public Task<IActionResult> OnPostAddAsync(Guid id, CancellationToken cancellationToken) => DoAsync<AddToAgenda, VillageMeeting>(
        id, "add", (act, by, cancel) => act.DoAsync(new(id, Item), Viewer.Scope, by, cancel), "agenda", cancellationToken);

    public Task<IActionResult> OnPostTakeOffAsync(Guid id, CancellationToken cancellationToken) => DoAsync<TakeOffAgenda, VillageMeeting>(
        id, "take_off", (act, by, cancel) => act.DoAsync(id, Item ?? Guid.Empty, Viewer.Scope, by, cancel), "agenda", cancellationToken);

    public Task<IActionResult> OnPostInviteAsync(Guid id, CancellationToken cancellationToken) => DoAsync<InviteGuest, MeetingGuest>(
        id, "guest", (act, by, cancel) => act.DoAsync(new(id, Key ?? NewKey(), Name, Role), Viewer.Scope, by, cancel), "guests", cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken) => DoAsync<RemoveGuest, VillageMeeting>(
        id, "remove", (act, by, cancel) => act.DoAsync(id, Item ?? Guid.Empty, Viewer.Scope, by, cancel), "guests", cancellationToken);

    public Task<IActionResult> OnPostPresenceAsync(Guid id, CancellationToken cancellationToken) => DoAsync<NotePresence, VillageMeeting>(
        id, "presence", (act, by, cancel) => act.DoAsync(new(id, Listed, Present), Viewer.Scope, by, cancel), "guests", cancellationToken);

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancellationToken) => DoAsync<CloseMeeting, VillageMeeting>(
        id, "close", (act, by, cancel) => act.DoAsync(new(id, Version), Viewer.Scope, by, cancel), "paper", cancellationToken);

    public Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken) => DoAsync<CancelMeeting, VillageMeeting>(
        id, "cancel", (act, by, cancel) => act.DoAsync(new(id, Version, Reason), Viewer.Scope, by, cancel), null, cancellationToken);

    public async Task<IActionResult> OnPostAttachAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var read = await ReadAsync(cancellationToken);
        var outcome = read.Succeeded ? await KeepAsync(id, read.Value.Type, read.Value.Bytes, cancellationToken) : read.Refusals.ToList();
        return outcome.Succeeded ? Finish(id, "attach", null) : await RefuseAsync(id, "attach", outcome.Refusals, cancellationToken);
    }

    /// <param name="form">Whose form it is: phrase <c>done.meeting_{form}</c>.</param>
    /// <param name="part">Of the page, by its id, where the reader goes on.</param>
    private async Task<IActionResult> DoAsync<TAct, T>(
        Guid id, string form, Func<TAct, Provenance, CancellationToken, Task<Outcome<T>>> act, string? part, CancellationToken cancellationToken)
        where TAct : notnull
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        var outcome = await Boundary.RunAsync(act, cancellationToken);
        return outcome.Succeeded ? Finish(id, form, part) : await RefuseAsync(id, form, outcome.Refusals, cancellationToken);
    }

    private RedirectResult Finish(Guid id, string form, string? part)
    {
        TempData["Done"] = $"meeting_{form}";
        return Redirect(part is null ? AddressOf(id) : $"{AddressOf(id)}#{part}");
    }

    /// <summary>The page again, as it is now, with what was typed in the form that was refused.</summary>
    private async Task<IActionResult> RefuseAsync(Guid id, string form, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (refusals.Any(r => r.Kind is RefusalKind.NotFound or RefusalKind.Forbidden) || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (Refused, IsStale) = (form, refusals.Any(r => r.Kind == RefusalKind.Conflict));
        return this.With([.. refusals.Select(r => r.Field is null ? r : r with { Field = $"{form}_{r.Field}" })], phrases);
    }

    /// <summary>A photo is cleaned of what it says beside the picture; a PDF is kept as it is, and never shown, only handed out.</summary>
    private async Task<Outcome<(FileType Type, byte[] Bytes)>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Minutes is not { Length: > 0 })
        {
            return new Refusal("required", "file");
        }

        if (Minutes.Length > MostBytes)
        {
            return new Refusal("file_too_large", "file") { Values = new Dictionary<string, string> { ["megabytes"] = $"{MostBytes / (1024 * 1024)}" } };
        }

        var bytes = new byte[Minutes.Length];
        await using var sent = Minutes.OpenReadStream();
        await sent.ReadExactlyAsync(bytes, cancellationToken);
        if (FileType.Of(bytes) is not { } type || (type != FileType.Pdf && !type.IsPicture))
        {
            return new Refusal("meeting_file_kind", "file");
        }

        if (type == FileType.Pdf)
        {
            return (type, bytes);
        }

        var clean = PictureCleaner.Clean(bytes);
        return clean.Succeeded ? (clean.Value.Type, clean.Value.Bytes) : clean.Refusals.Select(r => r with { Field = "file" }).ToList();
    }

    private async Task<Outcome<VillageMeeting>> KeepAsync(Guid id, FileType type, byte[] bytes, CancellationToken cancellationToken)
    {
        var file = NewKey();
        await store.WriteAsync(file, bytes, cancellationToken);
        var input = new AttachMinutesInput(id, Version, file, type, bytes.Length, SHA256.HashData(bytes), Number, Reason);
        var outcome = await Boundary.RunAsync<AttachMinutes, VillageMeeting>((act, by, cancel) => act.DoAsync(input, Viewer.Scope, by, cancel), cancellationToken);
        if (!outcome.Succeeded || outcome.Value.MinutesId != file)
        {
            store.Delete(file);
        }

        return outcome;
    }
}
